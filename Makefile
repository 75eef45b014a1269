# Four words to remember: make demo, make test, make check, make bench.
# Each sets up what it needs by itself, in .venv, and is quick the second time.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# torch comes first and pinned: any other way of asking for it can fetch gigabytes of
# packages for graphics cards. On Linux, PyTorch's own index has the CPU build:
#   make setup TORCH_FLAGS="--index-url https://download.pytorch.org/whl/cpu"
TORCH       := torch==2.13.0
TORCH_FLAGS ?=
PORT        ?= 8765
STAMP       := $(VENV)/.made-from-$(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)

export HF_HUB_OFFLINE ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup demo run test check bench audit browser clean
help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with everything in it

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Entraide needs Python 3.11 or newer: make setup PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -c 'import torch' 2>/dev/null || $(BIN)/pip install --quiet $(TORCH_FLAGS) $(TORCH)
	$(BIN)/pip install --quiet -c constraints.txt -e '.[model,dev]'
	@rm -f $(VENV)/.made-from-* && touch $@

demo: setup ## open the page, filled with a few people: no token needed
	$(BIN)/entraide demo --port $(PORT)

run: setup ## start every platform that has its token
	$(BIN)/entraide run

test: setup browser ## every test, in a real browser too
	$(BIN)/python -m pytest

check: setup ## format, lint, types, import contracts, casebook
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/entraide cases lint

bench: setup ## measure, in ratios against baselines of the same run
	$(BIN)/python -m bench

audit: setup ## known holes in what we depend on (asks the network)
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip

# Browser tests need a Chromium; Debian's is installed when that is possible.
browser:
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	  else echo "No Chromium: the browser tests will be skipped. Install one (apt-get install chromium)."; fi; }

clean: ## forget .venv, caches and the sandbox
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .state
