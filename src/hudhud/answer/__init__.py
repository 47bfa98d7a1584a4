"""View → Answer."""
