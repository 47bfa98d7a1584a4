"""One module a thing to time, each with `run() -> dict`; the module's name is the thing's."""
