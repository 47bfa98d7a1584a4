"""Benchmarks: quality on any folder in a known format, and speed on this machine."""
