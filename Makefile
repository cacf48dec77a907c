# The one door to the project. Every target sets up by itself what it needs.
.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
# More words for the command behind a target: make test ARGS="-k receipt", make run ARGS="--port 8090"
ARGS ?=

LOCK := CUSTOM_COMPILE_COMMAND="make lock" $(PY) -m piptools compile --quiet --generate-hashes \
	--allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

# Installed is what .venv holds a copy of the lock of. The development lock contains the other one.
define install
@cmp -s $(1) .venv/$(1) || { \
	echo "Installing $(1) into .venv (the first time takes a minute or two) ..."; \
	$(PY) -m pip install -qq --no-input --disable-pip-version-check --require-hashes -r $(1) \
	&& cp $(2) .venv/; }
endef

.PHONY: help run test check lint types imports texts format messages migrate bench chaos mutants lock \
	lock-upgrade clean runtime dev

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) \
		| while IFS='|' read -r target text; do printf '%-20s%s\n' "$$target" "$$text"; done

run: runtime ## Run the bot on Telegram if BOT_TOKEN is set, else in the sandbox
	@if [ -n "$${BOT_TOKEN-}" ] \
		|| { [ -z "$${BOT_TOKEN+set}" ] && grep -Eqs '^(export +)?BOT_TOKEN *= *.?[0-9]' .env; }; \
	then exec $(PY) -m bot run $(ARGS); \
	else exec $(PY) -m bot sandbox $(ARGS); fi

test: dev ## Run all tests
	$(PY) -m pytest -n auto $(ARGS)

check: lint types imports texts ## Check style, types, layers and translations

lint: dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check

types: dev
	$(PY) -m mypy

imports: dev
	.venv/bin/lint-imports

texts: dev
	$(PY) -m tools.check_catalogs

format: dev ## Put the code into its form
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

messages: dev ## Bring the translation catalogs up to the code
	$(PY) -m tools.update_catalogs
	@$(MAKE) --no-print-directory

migrate: runtime ## Bring the database up to the newest schema
	$(PY) -m alembic upgrade head

bench: dev ## Measure speed
	$(PY) -m benchmarks $(ARGS)

chaos: dev ## Kill the bot again and again and look for what was lost
	$(PY) -m benchmarks.chaos $(ARGS)

mutants: dev ## Change the rules of domain/ one by one and look whether a test notices
	rm -rf mutants # what is kept there knows nothing of tests that were written since
	.venv/bin/mutmut run $(ARGS)
	@.venv/bin/mutmut results | sed '/: not checked/d'
	@.venv/bin/mutmut results --all true | awk '/: not checked/ { next } { all++ } /: (killed|timeout)/ { seen++ } \
		END { printf "%d of %d noticed, %.1f %%\n", seen, all, 100 * seen / all; exit seen < 0.9 * all }'

lock: dev ## Write what pyproject.toml asks for into the locks, changing no more than needed
	$(LOCK) $(ARGS) -o requirements.lock pyproject.toml
	$(LOCK) $(ARGS) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

lock-upgrade: ## Write the locks anew with the newest versions allowed
	@$(MAKE) --no-print-directory lock ARGS=--upgrade

clean: ## Remove what can be made again, except .venv; data under var/ stays
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis mutants
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what the targets above stand on ---

.venv/bin/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed: install it, or name it: make PYTHON=/path/to/python3.11"; \
		exit 1; }
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; \
		echo "Python's venv module is needed (on Debian: apt install python3-venv)."; exit 1; }

runtime: .venv/bin/python
	$(call install,requirements.lock,requirements.lock)

dev: .venv/bin/python
	$(call install,requirements-dev.lock,requirements.lock requirements-dev.lock)
