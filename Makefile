# Two commands on a fresh machine: `make quiz` builds the sample deck, `make test` runs the tests. Neither repeats what is done.

PYTHON ?= python3
DECK ?= decks/wladiwostok-2019.yaml
OUTPUT ?= build
ARGS ?=
BUILT = $(OUTPUT)/$(basename $(notdir $(DECK)))
BIN := .venv/bin

.DELETE_ON_ERROR:
.PHONY: quiz test lint format clean

quiz: .make/install
	$(BIN)/summitquiz build $(DECK) --output $(OUTPUT)
	@echo && echo 'The deck for Anki (.apkg), the quiz to print and its key (.html):'
	@ls -1 $(BUILT)/*.apkg $(BUILT)/*.html

test: .make/dev .make/system
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 $(ARGS)

lint: .make/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .make/dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf .make .venv

# german-nouns comes without what it requires: that serves to make its list anew, and forbids the lxml that trafilatura needs.
# The stamps below depend on pyproject.toml; the installation is editable, so a change of the code needs no new one.

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "summitquiz needs Python 3.11 or newer with its venv module, and '$(PYTHON)' is not that."; \
	  echo "On Debian: apt-get install python3-venv. To use another Python: make PYTHON=/path/to/python3"; exit 1; } >&2
	$(PYTHON) -m venv --clear .venv

.make/install: .venv/pyvenv.cfg pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@mkdir -p .make && touch $@

.make/dev: .venv/pyvenv.cfg pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps german-nouns==1.2.5
	@mkdir -p .make && touch .make/install $@

.make/system: scripts/install-system-packages .venv/pyvenv.cfg
	scripts/install-system-packages $(BIN)/python
	@mkdir -p .make && touch $@
