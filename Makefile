# Each goal sets up what it needs in .venv; the machine needs Python 3.11 or newer, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TEST_WORKERS ?= 2

.PHONY: run demo test check format bench bench-quick soak bench-time bench-reading lock messages clean
.DEFAULT_GOAL := run

$(VENV)/run.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Daybook needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up Daybook in $(VENV) (the first time only) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/run.stamp  ## Start Daybook with the console, on SQLite
	@$(BIN)/daybook run

demo: $(VENV)/run.stamp  ## Play ten days of a newsroom in a few seconds
	@$(BIN)/daybook demo

test: $(VENV)/dev.stamp  ## Run the whole suite
	$(BIN)/pytest -n $(TEST_WORKERS) --dist loadfile

check: $(VENV)/dev.stamp  ## Everything CI checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(TEST_WORKERS) --dist loadfile --cov --cov-report=term

format: $(VENV)/dev.stamp  ## Put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/dev.stamp  ## How fast and how evenly Daybook delivers, on both databases
	$(BIN)/python -m tests.bench.bench_delivery

bench-quick: $(VENV)/dev.stamp  ## The same figures from smaller runs, in about a minute
	$(BIN)/python -m tests.bench.bench_delivery --quick

soak: $(VENV)/dev.stamp  ## Kill workers in bursts for as long as it takes: 20 rounds of 2,000
	DAYBOOK_SOAK=1 $(BIN)/pytest -s tests/faults

bench-time: $(VENV)/dev.stamp  ## How fast and how right the reader of time is, beside dateparser
	$(BIN)/python -m tests.bench.bench_time

bench-reading: $(VENV)/dev.stamp  ## How right the reader of articles is, by language
	$(BIN)/python -m tests.bench.bench_reading

lock: $(VENV)/dev.stamp  ## Pin the dependencies anew, with hashes and without addresses
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet -c requirements.lock -o requirements-dev.lock

messages: $(VENV)/run.stamp  ## Bring the catalogs up to the sentences in the code
	$(BIN)/pybabel -q extract -k say -k translatable -k count:1,2 --no-location --sort-output \
		--omit-header -o build-messages.pot bot adapters config
	for language in nb nn; do $(BIN)/pybabel -q update --init-missing --no-fuzzy-matching --ignore-obsolete \
		--omit-header -l $$language -i build-messages.pot -o bot/wording/locale/$$language.po; done
	rm build-messages.pot

clean:  ## Remove what was set up and built
	rm -rf $(VENV) build dist
