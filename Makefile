# Four words to remember: make demo, make test, make check, make bench.
# Each sets up what it needs by itself, in .venv, and is quick the second time.

PYTHON ?= python3
PORT   ?= 8765
VENV   := .venv
BIN    := $(VENV)/bin
# Made again when what is asked for changes, whatever the dates of the files say.
STAMP  := $(VENV)/.made-from-$(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)

# torch comes first and alone: on Linux the package index's build carries gigabytes for graphics
# cards, PyTorch's own index has the one for processors. Whoever configured pip with an index or
# a folder of wheels is asked for torch there; TORCH_FLAGS says otherwise: make setup TORCH_FLAGS=
TORCH       := torch==2.13.0
TORCH_INDEX := https://download.pytorch.org/whl/cpu
TORCH_FLAGS ?= $$($(BIN)/pip config list | grep -E 'index-url|find-links' >/dev/null \
	|| test "$$(uname -s)" != Linux || echo --index-url $(TORCH_INDEX))

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The packaged model is enough here; `make run` may fetch the one that the settings name.
demo test check bench: export HF_HUB_OFFLINE ?= 1

.PHONY: help setup demo run test check bench audit browser hooks clean
help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with everything in it

$(STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14) and "Entraide needs Python 3.11 to 3.13; for example: make setup PYTHON=python3.12")'
	@echo "Setting up $(VENV): about 2 GB, some minutes the first time."
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --no-deps $(TORCH_FLAGS) $(TORCH)
	@$(BIN)/pip install --quiet -c constraints.txt -e '.[model,dev]'
	@rm -f $(VENV)/.made-from-* && touch $@

demo: setup ## open the page, filled with a few people: no token needed
	$(BIN)/entraide demo --port $(PORT)

run: setup ## start every platform that has its token
	$(BIN)/entraide run

test: setup browser ## every test, in a real browser too
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

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

hooks: setup ## check what changed before each commit
	$(BIN)/pre-commit install

# The browser tests need a Chromium: Debian's is installed where that is possible. Without one
# they are skipped and say so; where CI is set, they fail instead.
browser:
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get; then \
	  echo "Installing Chromium for the browser tests." >&2; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; \
	else \
	  echo "No Chromium: the browser tests are skipped. To have one: sudo apt-get install chromium" >&2; \
	  test -z "$$CI"; \
	fi >/dev/null

clean: ## forget .venv, caches and what the sandbox kept
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .state/demo
