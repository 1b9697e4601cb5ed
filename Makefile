# `make run` and `make test` do all of their own setting up, in .venv.
# Another Python: make run PYTHON=python3.12

PYTHON ?= $(firstword $(foreach v,3 3.13 3.12 3.11,$(shell \
	python$v -c 'import sys; sys.version_info >= (3, 11) and print("python$v")' \
	2>/dev/null)) python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	-c .ci/constraints.txt
OUT ?= out

.PHONY: run print test check bench reference screenshots lexicon clean

run: .venv/installed
	@if [ -t 0 ] && [ -t 1 ] && [ -t 2 ]; then \
		$(BIN)/reader read seeds --ahead --engine builtin; \
	else \
		$(MAKE) --no-print-directory print; \
	fi

# What `make run` does where there is no terminal.
print: .venv/installed
	@$(BIN)/reader translate seeds -o $(OUT) --to html --to text --to jsonl \
		--engine builtin
	@echo
	@head -n 32 $(OUT)/000_*.txt.txt
	@echo
	@echo "Both languages side by side: open $(OUT)/*.html in a browser."

test: .venv/installed-test
	$(BIN)/pytest

check: .venv/installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m reader.cli.reference --check

bench: .venv/installed-test
	$(BIN)/python -m tests.benchmarks

reference: .venv/installed-test
	$(BIN)/python -m reader.cli.reference

# The tables that ship with the program, from the bitext (BITEXT=FILE).
lexicon: .venv/installed-test
	$(BIN)/python -m reader.training.lexicon $(BITEXT) reader/backends/lexicon.npz

screenshots: .venv/installed-test
	$(BIN)/python -m tests.tui.screenshots

clean:
	rm -rf .venv $(OUT)

.venv/installed: pyproject.toml .ci/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"Python 3.11 or newer is needed: make run PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(PIP) -e '.[builtin]'
	@touch $@

.venv/installed-test: .venv/installed
	$(PIP) -e '.[builtin,test]'
	@touch $@
