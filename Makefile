# make run   opens the program (sets everything up the first time)
# make test  sets up and runs every check
# make prove  runs the tests with every case of each; make test tries a share of them
# make test-lowest  runs the tests with the lowest versions that pyproject.toml promises
# make elsewhere  checks the types of what Windows and macOS have and Linux lacks
# make wheel  builds the wheel, and has it do its work in an empty environment, from a browser too
# make attack  the long form of the attacks on the record, and on a room that is open
# make screens  takes pictures of every window in every state: hundreds, and minutes of one core
# make words  gathers the sentences and compiles the catalogues of other languages
PYTHON ?= python3
BIN := .venv/bin
# Two processes, each with whole files: what a file reads or plays once is not done in both. In the
# order that they stand in: were files of few tests left to the end, one process would wait for a
# long one of the other.
TWO := -n 2 --dist loadfile --no-loadscope-reorder
# Compiled tests are kept, also where a machine keeps none: to compile them takes half a minute.
KEPT := env -u PYTHONDONTWRITEBYTECODE

.PHONY: run test prove test-lowest setup lint types elsewhere floors wheel screens words balance bench attack \
	sample clean

run: .venv/ready-run
	@$(BIN)/idlib-wargame $(ARGS)

test: .venv/ready-test lint types floors
	@$(BIN)/python -m tests.web.browser
	@$(KEPT) $(BIN)/python -m pytest $(TWO) $(ARGS)

prove: .venv/ready-test
	@$(KEPT) $(BIN)/python -m pytest $(TWO) --hypothesis-profile=prove $(ARGS)

test-lowest: .venv-lowest/ready
	@PYTHONPATH=$(CURDIR) $(KEPT) .venv-lowest/bin/python -m pytest $(TWO) $(ARGS)

lint: .venv/ready-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/ready-test
	@$(BIN)/mypy

elsewhere: .venv/ready-test
	@$(BIN)/mypy --platform win32 idlib_wargame
	@$(BIN)/mypy --platform darwin idlib_wargame

wheel: .venv/ready-test
	@$(BIN)/python tools/installed.py --browser

floors: .venv/ready-test
	@$(BIN)/lint-imports

screens: .venv/ready-test
	@$(BIN)/python tools/screens.py $(ARGS)

words: .venv/ready-test
	@$(BIN)/python tools/words.py $(ARGS)

sample: .venv/ready-run
	@$(BIN)/python tools/sample.py

balance: .venv/ready-run
	@$(BIN)/python tools/balance.py $(ARGS)

bench: .venv/ready-test
	@$(BIN)/python -m benchmarks $(ARGS)

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

# An environment of its own. The wheel shows that the lowest builder builds; tests read the sources.
.venv-lowest/ready: pyproject.toml tools/lowest.py
	@test -x .venv-lowest/bin/python || $(PYTHON) -m venv .venv-lowest
	@echo "Installing the lowest versions (once)…"
	@.venv-lowest/bin/python tools/lowest.py > .venv-lowest/lowest.txt
	@.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check -r .venv-lowest/lowest.txt
	@.venv-lowest/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--wheel-dir .venv-lowest/wheel .
	@touch $@

clean:
	@rm -rf .venv .venv-lowest build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
