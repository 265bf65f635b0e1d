# Everything a user or developer runs. Settings: PYTHON, PORT, CHROMIUM, CHEGARA_STORE,
# e.g. `make run PORT=9000`. Recipes are plain sh; nothing here needs git.
PYTHON ?= python3
PORT ?= 8501
PY := .venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1

empty :=
# The file that says that the store is current; of a database, which has none, a stamp for its address.
STAMP = .venv/database-$(shell printf %s '$(CHEGARA_STORE)' | cksum | cut -d' ' -f1).stamp
POINTER := $(if $(findstring ://,$(CHEGARA_STORE)),$(STAMP),$(or $(CHEGARA_STORE),data/build)/current)
STORE := $(subst $(empty) ,\ ,$(POINTER))
INPUTS := data/curated $(wildcard data/curated/* data/geo/*) $(shell find data etl -name "*.py" -o -name "*.sql")

RECENT := import sys; sys.exit(sys.version_info < (3, 11))
# An environment that is missing, whose Python is gone, or is too old is made anew.
ANEW := $(shell $(PY) -c '$(RECENT)' 2>/dev/null || echo anew)

.DEFAULT_GOAL := help
.PHONY: audit cluster desk sbom dictionary help run store test format format-check lint types imports unit browser coverage bench bench-full chromium postgresql lock clean anew

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s%s\n", $$1, $$2}' Makefile

run: $(STORE)  ## install, build the store if needed, serve the dashboard on http://localhost:8501
	@if $(PY) -c 'import socket, sys; socket.create_connection(("localhost", int(sys.argv[1])), 1)' \
	    "$(PORT)" 2>/dev/null; then \
	  echo "Port $(PORT) is taken, perhaps by a dashboard that is already running." >&2; \
	  echo "Stop that program, or choose another port: make run PORT=8502" >&2; exit 1; fi
	@printf '\n  Chegara: http://localhost:%s   (Ctrl+C stops it)\n\n' "$(PORT)"
	@exec $(PY) -m pages.server --server.port "$(PORT)"

desk: $(STORE)  ## the dashboard with the page Desk, on this machine alone: documents become rows
	@printf '\n  Desk: http://localhost:%s/desk   (Ctrl+C stops it)\n\n' "$(PORT)"
	@exec env CHEGARA_DESK="$${CHEGARA_DESK:-data/desk}" $(PY) -m pages.server --server.address 127.0.0.1 --server.port "$(PORT)"

store: $(STORE)  ## install and build the store, serve nothing
	@echo "The store is current."

$(STORE): $(INPUTS) requirements.lock | .venv/run.stamp
	$(PY) -m etl build
	@touch "$(POINTER)"

test: .venv/test.stamp chromium postgresql format-check lint types imports unit browser  ## all checks and all tests, as CI runs them

format: .venv/test.stamp  ## rewrite the code in the one format
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix-only .

format-check: .venv/test.stamp  ## is the code in the one format?
	$(PY) -m ruff format --check .

lint: .venv/test.stamp  ## ruff's rules
	$(PY) -m ruff check .

types: .venv/test.stamp  ## mypy --strict
	$(PY) -m mypy

imports: .venv/test.stamp  ## who may import what
	.venv/bin/lint-imports

# Two processes each, for two cores; tests that finish early take some of the other's.
AT_ONCE := -n 2 --dist worksteal

unit: .venv/test.stamp postgresql  ## the tests that need no browser
	$(PY) -m pytest $(AT_ONCE) --ignore tests/e2e

browser: .venv/test.stamp chromium  ## the tests in a browser
	$(PY) -m pytest $(AT_ONCE) tests/e2e

coverage: .venv/test.stamp postgresql  ## is every branch of reading, checking, loading, publishing and extracts tested?
	$(PY) -m pytest tests/etl tests/data --cov --cov-report=term-missing

# Of those that are there: each takes --events, keeps its corpora in bench/corpora (or CHEGARA_CORPORA), fails by no time.
BENCHES := $(filter etl page extract browser start,$(basename $(notdir $(wildcard bench/*.py))))

bench: .venv/test.stamp chromium  ## figures beside those of peers, at 1,000 and 10,000 events: minutes
	@for name in $(BENCHES); do $(PY) -m bench.$$name --events 1000 10000 || exit 1; done

bench-full: .venv/test.stamp chromium  ## the same up to a million events: hours, 25 GB of disk
	@for name in $(BENCHES); do $(PY) -m bench.$$name --events 1000 10000 100000 1000000 || exit 1; done

cluster: .venv/test.stamp  ## a database and its replica, two processes, nginx in front, all on this machine: http://localhost:8600
	@$(PY) -m bench.cluster --stay

dictionary: .venv/run.stamp  ## write docs/data-dictionary.md from the models
	$(PY) -c "from pathlib import Path; from data.schema.dictionary import markdown; \
	  Path('docs/data-dictionary.md').write_text(markdown(), encoding='utf-8', newline='\n')"

sbom: .venv/test.stamp  ## list what is installed to run, as CycloneDX, into data/build/sbom.cdx.json
	@mkdir -p data/build
	@PYTHONWARNINGS=ignore $(PY) -m cyclonedx_py requirements --pyproject pyproject.toml --validate \
	  --output-reproducible --output-format JSON --output-file data/build/sbom.cdx.json requirements.lock
	@echo "data/build/sbom.cdx.json: $$(grep -c '^[a-z0-9]' requirements.lock) packages"

audit: .venv/test.stamp  ## are vulnerabilities known in what is installed to run? 3: some; 4: no feed answered
	@$(PY) -m bench.audit

lock:  ## remake both lock files from pyproject.toml; newest versions: make lock UPGRADE=--upgrade
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(COMPILE) -o requirements.lock
	$(COMPILE) --group test -c requirements.lock -o requirements-test.lock
COMPILE = uv pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-annotate --no-header pyproject.toml

clean:  ## remove the environment, the built store and all caches
	rm -rf .venv data/build test-results .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. The test lock holds all of the run lock, so it makes both stamps.
.venv/run.stamp: requirements.lock $(ANEW)
	$(call install,requirements.lock)
	@touch $@

.venv/test.stamp: requirements-test.lock requirements.lock $(ANEW)
	$(call install,requirements-test.lock)
	@touch .venv/run.stamp $@

# uv where it is present and works (without the overrides of pyproject.toml, which are for `make lock`: they would
# undo a pin), else venv and pip. `say` ends the recipe with a readable message.
define install
@say() { printf '\n%s\n' "$$@" >&2; exit 1; }; \
if [ -n "$(ANEW)" ] && ! $(PY) -c '$(RECENT)' 2>/dev/null; then \
  command -v "$(PYTHON)" >/dev/null || \
    say "No $(PYTHON) found. Install Python 3.11 or newer, or name it: make run PYTHON=/path/to/python3.11"; \
  "$(PYTHON)" -c '$(RECENT)' || \
    say "Python 3.11 or newer is needed; $(PYTHON) is $$("$(PYTHON)" -V 2>&1). Name another: make run PYTHON=python3.11"; \
  echo "Making the environment .venv …"; \
  uv venv -q --clear --no-python-downloads --python "$$("$(PYTHON)" -c 'import sys; print(sys.executable)')" \
    .venv 2>/dev/null || { \
    "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || \
      say "$(PYTHON) lacks its venv module. On Debian and Ubuntu: apt-get install $$("$(PYTHON)" -c \
        'import sys; print("python3-venv, or python3.%d-venv" % sys.version_info[1])')"; \
    "$(PYTHON)" -m venv --clear .venv || say "The environment .venv could not be made; see above."; }; \
fi; \
echo "Installing $(1) …"; \
uv pip install -q --no-config --compile-bytecode --python $(PY) --no-deps --require-hashes -r $(1) 2>/dev/null || { \
  $(PY) -m pip -V >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null 2>&1 || \
    say "pip is missing. On Debian and Ubuntu: apt-get install python3-venv; then: make clean"; \
  $(PY) -m pip install -q --no-deps --require-hashes -r $(1) || \
    say "The packages of $(1) could not be installed; see above. Is there a network?"; }
endef

# How Debian's packages are installed, as root or through sudo.
define APT
apt() { $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$$@" >/dev/null; }; \
if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=$$(command -v sudo); fi
endef

# A Chromium for the browser tests: the one named in CHROMIUM, one on the PATH, else Debian's.
chromium:
	@found() { \
	  if [ -n "$$CHROMIUM" ]; then command -v "$$CHROMIUM" >/dev/null; return; fi; \
	  for name in chromium chromium-browser google-chrome; do \
	    command -v "$$name" >/dev/null && return; done; return 1; }; \
	$(APT); if ! found && [ -z "$$CHROMIUM" ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium …"; \
	  apt update; apt install -y --no-install-recommends chromium; \
	fi; \
	found || { echo "The browser tests need Chromium, and none was found or could be installed." >&2; \
	  echo "Install it (Debian: apt-get install chromium), or name one: make test CHROMIUM=/path/to/it" >&2; \
	  exit 1; }

# PostgreSQL and pgbouncer for the tests, which start their own: Debian's.
postgresql:
	@found() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && \
	  { command -v pgbouncer || ls /usr/sbin/pgbouncer; } >/dev/null 2>&1; }; \
	$(APT); if ! found && command -v apt-get >/dev/null; then \
	  echo "Installing PostgreSQL and pgbouncer …"; \
	  apt update; apt install -y --no-install-recommends postgresql pgbouncer; \
	fi; \
	found || { echo "The tests need PostgreSQL and pgbouncer, and they were not found or could not be installed." >&2; \
	  echo "Install them (Debian: apt-get install postgresql pgbouncer)." >&2; exit 1; }
