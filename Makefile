# make run   opens the program (sets everything up the first time)
# make test  sets up and runs every check
# make attack  the long form of the attacks on the record
# make words  gathers the sentences and compiles the catalogues of other languages
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test setup lint types floors screens words balance bench attack sample clean

run: .venv/ready-run
	@$(BIN)/idlib-wargame $(ARGS)

test: .venv/ready-test lint types floors
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 $(ARGS)

lint: .venv/ready-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/ready-test
	@$(BIN)/mypy

floors: .venv/ready-test
	@$(BIN)/lint-imports

screens: .venv/ready-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tools/screens.py $(ARGS)

words: .venv/ready-test
	@$(BIN)/python tools/words.py $(ARGS)

sample: .venv/ready-run
	@$(BIN)/python tools/sample.py

balance: .venv/ready-run
	@$(BIN)/python tools/balance.py $(ARGS)

bench: .venv/ready-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

attack: .venv/ready-test
	@$(BIN)/python -m tests.attack $(ARGS)

setup: .venv/ready-test

.venv/ready-run: pyproject.toml requirements.txt idlib_wargame/cli/qt_libraries.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; '$(PYTHON)' is older. Run: make run PYTHON=python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the program needs (once)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'import sys; from idlib_wargame.cli.qt_libraries import main; sys.exit(main())'
	@touch $@

.venv/ready-test: .venv/ready-run requirements-dev.txt
	@echo "Installing what the checks need (once)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
