"""Claims → events, estimates, states."""

from hudhud.reconcile.record import reconcile

__all__ = ["reconcile"]
