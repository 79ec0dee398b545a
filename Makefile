# Everything a fresh machine with only Python needs. PYTHON names another interpreter (3.11 or newer).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check clean

demo: $(VENV)/.studio ## make the quickstart ad, from nothing
	$(BIN)/ugcflow run examples/quickstart/recipe.yaml --out out

test: $(VENV)/.test ## install and run the tests
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.test ## lint, format and types
	$(BIN)/ruff check ugcflow tests benchmarks examples
	$(BIN)/ruff format --check ugcflow tests benchmarks examples
	$(BIN)/mypy

clean: ## remove what was made here
	rm -rf $(VENV) out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.studio: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[studio]'
	touch $@

$(VENV)/.test: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@
