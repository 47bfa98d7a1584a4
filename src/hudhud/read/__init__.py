"""Document → Claims."""
