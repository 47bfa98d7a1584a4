"""One module a suite, each with `run(data, split) -> Report`; the module's name is the suite's."""
