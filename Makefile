# Everything a newcomer or CI runs, by name. `make` alone lists it.
# Needs python3 (3.11 or newer) and make; the rest comes out of requirements.lock into .venv.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
REPORT ?= build/bench.json
LOCK_HEADER := \# Every package that the project, its tests and its build use, with the digests of its files.\n\# Written by "make lock" from pyproject.toml; holds for every platform and Python 3.11 or newer.

.PHONY: help demo test check lint docs bench lock clean

help:  ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# pip runs without its cache of wheels built elsewhere: every file is checked against the lock.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Embargo Watch needs Python 3.11 or newer; say which with: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: \
	  --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps \
	  --no-build-isolation -e .
	@touch $@

demo: $(READY)  ## the main job on the bundled reports: a ledger, printed
	@$(BIN)/embargo demo

test: $(READY)  ## every test
	$(BIN)/python -m pytest -q

lint: $(READY)  ## style, types and the arrows between packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## what CI runs: lint, then every test

docs: $(READY)  ## write the pages on regimes and rules anew from the data
	$(BIN)/embargo law docs docs

bench: $(READY)  ## speed and memory on the shared corpora (REPORT=FILE.json for the figures)
	@mkdir -p $(dir $(REPORT))
	$(BIN)/python -m benchmarks.run --report $(REPORT)

lock:  ## write requirements.lock anew from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv (pip install uv)" >&2; exit 2; }
	uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --extra dev \
	  --generate-hashes --no-emit-index-url --no-header --upgrade -o requirements.lock.new
	@printf '$(LOCK_HEADER)\n' | cat - requirements.lock.new > requirements.lock
	@rm requirements.lock.new

clean:  ## remove what make built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
