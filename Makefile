# Sets everything up on a machine with Python >= 3.11, pip and make, and nothing else.
#   make run    open the application (without a display: a tour that writes pictures)
#   make test   the whole check
PYTHON ?= python3
BIN := .venv/bin
LOCKS := requirements/uv.txt requirements/dev.txt
# Trust what the system trusts: the networks of municipalities often have a certificate of their own.
export UV_SYSTEM_CERTS := 1

.PHONY: venv run test bench shots lock clean

venv: .venv/ready

.venv/ready: $(LOCKS) pyproject.toml .ci/qt-libraries
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Raadsapp needs Python 3.11 or newer; set PYTHON=python3.12 or so."; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	$(PYTHON) -m pip --quiet --disable-pip-version-check --python $(BIN)/python install --require-hashes --requirement requirements/uv.txt
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes $(LOCKS)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	.ci/qt-libraries $(BIN)/python
	@touch $@

run: venv
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "No display here: the tour runs instead; its pictures are in build/tour."; \
	  $(BIN)/raadsapp tour --out build/tour; \
	else $(BIN)/raadsapp; fi

test: venv
	$(BIN)/poe --quiet test

bench: venv
	$(BIN)/poe --quiet bench

shots: venv
	$(BIN)/poe --quiet shots

lock: venv
	cd requirements && for part in "app" "dev --group ../pyproject.toml:dev" "privacy --extra privacy"; do set -- $$part; name=$$1; shift; \
	  ../$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
	    --python-version 3.11 ../pyproject.toml $$@ --output-file $$name.txt; done

clean:
	rm -rf .venv build dist
