# Two commands do all the set-up: `make demo` runs the main job, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RECORD ?= demo.db

.PHONY: demo test check lint types floors pictures clean

$(VENV)/.runtime: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Hudhud needs Python 3.11 or later; set PYTHON=... to name one." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[desk]'
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[desk]' --group dev
	@touch $@

demo: $(VENV)/.runtime
	$(BIN)/hudhud demo --record $(RECORD)

test: $(VENV)/.dev
	$(BIN)/python -m pytest

# CI runs `make check TESTS=` and then `make test`, so that the tests run once.
TESTS ?= test
check: lint types floors $(TESTS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

floors: $(VENV)/.dev
	$(BIN)/lint-imports

# Pictures of the desk for docs/how-to/desk.md; needs chromium and `pip install --group browser`.
pictures: $(VENV)/.dev
	$(BIN)/python docs/pictures.py --record $(RECORD)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
