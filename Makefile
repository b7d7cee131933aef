# newsdiff: `make demo` shows what it does, `make test` runs all tests. Each can be the first
# command in a fresh checkout: they need make and Python 3.11 or later, and use uv where it is.

VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

# The first Python that is new enough; `make PYTHON=…` takes another.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
# The extras that are installed; the tests of those that are not skip. `all,spark` is everything.
EXTRAS ?= all
# uv knows dependency groups since 0.6.
UV     := $(shell uv pip install --help 2>/dev/null | grep -q -e --group && command -v uv)

.PHONY: help demo test lint format bench readme clean
.DEFAULT_GOAL := help

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile

demo: $(STAMP)  ## install into .venv and compare two of the samples
	$(BIN)/newsdiff compare --format text samples/summit-courier.txt samples/summit-herald.txt

test: $(STAMP)  ## install into .venv and run all tests, those in docstrings too
	$(BIN)/python -m pytest -n auto --dist loadgroup --doctest-modules tests newsdiff

lint: $(STAMP)  ## check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)  ## put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)  ## measure quality and speed
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/scale.py

readme: $(STAMP)  ## run the README's sessions again and write down what they print
	$(BIN)/python tests/test_readme.py --update

clean:  ## remove what was installed and built
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The groups live in pyproject.toml alone; pip reads them since 25.1, older ones are renewed first.
$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "newsdiff needs Python 3.11 or later" >&2; exit 2; }
ifneq ($(UV),)
	$(UV) venv --quiet --clear --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python -c constraints.txt -e ".[$(EXTRAS)]" --group dev --group bench
else
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[$(EXTRAS)]" --group dev --group bench
endif
	@touch $@
