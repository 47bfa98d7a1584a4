"""Closed word lists as data: no logic, no I/O."""
