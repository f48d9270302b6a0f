# Every target sets up .venv by itself; it needs Python 3.11 or newer (on Debian with python3-venv) and make.
PYTHON ?= python3
BIN := .venv/bin
BASE ?= main
SEED := $(or $(SEED),$(shell date +%s))

.PHONY: help demo run manifest doctor test check format pictures torture mutants bench clean
.DEFAULT_GOAL := demo

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: .venv/.ready ## the main job on a local Slack, no account needed
	$(BIN)/python -m bot demo $(ARGS)

run: .venv/.ready ## the bot in a real workspace (see README)
	$(BIN)/python -m bot run

manifest: .venv/.ready ## the Slack app to paste; for HTTP: make manifest ARGS="--url https://…"
	@$(BIN)/python -m bot manifest $(ARGS)

doctor: .venv/.ready ## what is not right yet, and how to mend it
	@$(BIN)/python -m bot doctor

test: .venv/.ready ## the tests; some of them: make test ARGS="tests/storage -x"
	$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

check: .venv/.ready ## what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(MAKE) test

format: .venv/.ready ## mend what the checks of form can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

pictures: .venv/.ready ## the README's pictures, taken by the browser test
	mkdir -p docs/pictures
	PARUTION_PICTURES=docs/pictures $(BIN)/python -m pytest -n 0 tests/e2e/test_browser.py

torture: .venv/.ready ## store and bot killed and cut off hundreds of times, new examples (again: SEED=…); minutes
	PARUTION_EXAMPLES=new $(BIN)/python -m pytest -n 2 -m hypothesis --timeout 900 --hypothesis-seed=$(SEED)
	PARUTION_FORTNIGHTS=all $(BIN)/python -m pytest -n 0 tests/e2e/test_fortnight.py
	$(BIN)/python -m tests.torture
	$(BIN)/python -m tests.torture_deliveries

mutants: .venv/.ready ## small changes of what differs from BASE (main) that no test notices; the first run is long
	$(BIN)/python -m tests.mutants --base $(BASE) $(ARGS)

bench: .venv/.ready ## costs, as ratios within one run
	$(BIN)/python -m tests.bench

clean: ## remove what was set up
	rm -rf .venv

.venv/.ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Parution needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@
