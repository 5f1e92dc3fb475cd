# SPDX-License-Identifier: EUPL-1.2
# make install   environment with everything the app needs
# make demo      load the sample cases, search them, open the app on http://127.0.0.1:8501
# make test      lint, types, layers and all tests
.PHONY: install demo test lint format clean
VENV := .venv

install: $(VENV)/.installed

demo: install
	$(VENV)/bin/databank demo

test: $(VENV)/.installed-dev
	scripts/browser.sh
	$(MAKE) lint
	$(VENV)/bin/python -m pytest

lint: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

format: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

clean:
	rm -rf $(VENV) build *.egg-info

$(VENV)/.installed: pyproject.toml constraints.txt
	scripts/environment.sh $(VENV)
	$(VENV)/bin/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(VENV)/bin/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@
