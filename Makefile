# Every command of the project. `make` alone lists them.

SWIFT ?= swift
# Further flags of swift build, swift test or another command that a target runs, such as
# FLAGS='--filter JSONTextTests'.
FLAGS ?=
SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks \
	Benchmarks/Peers Benchmarks/Sources Plugins Fuzz/Package.swift Fuzz/Sources \
	Examples/library/Package.swift Examples/library/Sources Examples/service/Package.swift Examples/service/Sources \
	$(addprefix Integrations/conform-hummingbird/,Package.swift Sources Tests)
CONFORM := .build/release/conform
# STATIC=--static-swift-stdlib links Swift's own libraries into the command. It then runs without Swift, starts faster,
# and has 22 MB instead of 8.
STATIC ?=
# The target directory of `make install`.
PREFIX ?= /usr/local
DESTDIR ?=
# Debug, so `make e2e` can follow `make test` without another build of conform.
SERVICE := Examples/service/.build/debug/backup-service
CLIENTS := Examples/service/.build/clients
EXAMPLE := docs/examples/page-request.json
# The libraries with a DocC catalog.
DOCUMENTED := Vectors BackupDestinations APIOperations SchemaRules JSONSchema SchemaDocuments SchemaExports \
	JSONText ECMARegex

.DEFAULT_GOAL := help
.PHONY: help setup build install run test test-install test-integrations test-recipes e2e lint format clean \
	sanitize coverage fuzz docs docs-generate docs-check docs-validate vectors certify claims disagreements \
	bench bench-costs bench-peers bench-schemas

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install missing packages (libpcre2-dev), and check for Swift
	@./scripts/setup

build: setup ## build the command for release
	$(SWIFT) build -c release --product conform $(STATIC) $(FLAGS)

install: build ## install the command, completions and manual pages in PREFIX
	@./scripts/install $(CONFORM) '$(DESTDIR)$(PREFIX)'

run: build ## check the documentation page's example request, which lacks three required fields
	@echo
	@echo '$$ conform check $(EXAMPLE)'
	@$(CONFORM) check $(EXAMPLE); status=$$?; echo "(exit status $$status)"; test $$status -eq 1

test: setup ## run every test
	$(SWIFT) test $(FLAGS)

test-install: build ## install to a temporary directory, and test the installation, the hooks and the action
	@./scripts/test-install $(CONFORM)

test-integrations: ## run the tests of Integrations
	@./scripts/setup service
	$(SWIFT) test --package-path Integrations/conform-hummingbird $(FLAGS)

e2e: setup ## run the service with third-party and misbehaving clients; E2E_FLAGS='--only load,kill'
	@./scripts/setup service
	$(SWIFT) build --product conform
	$(SWIFT) build --package-path Examples/service
	@./Examples/service/clients $(CLIENTS)
	./Examples/service/e2e --service $(SERVICE) --conform .build/debug/conform --venv $(CLIENTS) $(E2E_FLAGS)

test-recipes: build ## run the recipes in Examples: the library, many files, and Spark if PYTHON has pyspark
	@SWIFT='$(SWIFT)' ./Examples/library/test
	@./Examples/bulk/test $(CONFORM)
	@./Examples/spark/test $(CONFORM)

sanitize: setup ## run the tests under AddressSanitizer, then under ThreadSanitizer
	$(SWIFT) test --sanitize address --scratch-path .build-address $(FLAGS)
	$(SWIFT) test --sanitize thread --scratch-path .build-thread $(FLAGS)

coverage: setup ## run the tests and print the line coverage of each target
	$(SWIFT) test --enable-code-coverage --scratch-path .build-coverage $(FLAGS)
	@./scripts/coverage "$$($(SWIFT) test --show-codecov-path --scratch-path .build-coverage)"

SECONDS ?= 60
fuzz: setup ## fuzz TARGET (a folder of Fuzz/Seeds; all if none is given) for SECONDS each
	SWIFT='$(SWIFT)' Fuzz/run "$(TARGET)" $(SECONDS)

lint: setup ## check format, compiler warnings, spelling, style and string comparisons
	scripts/lint-names
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	@./scripts/lint-prose
	CI=1 $(SWIFT) build --build-tests $(FLAGS)

format: ## format the sources in place
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

clean: ## remove build products
	rm -rf .build .build-docc .build-address .build-thread .build-coverage Benchmarks/.build \
	  Examples/service/.build Integrations/conform-hummingbird/.build Fuzz/.build

docs: setup ## build the documentation of the libraries, and print how to view it
	@mkdir -p .build-docc
	CONFORM_DOCC=1 $(SWIFT) package --scratch-path .build-docc \
	  --allow-writing-to-directory .build-docc/site generate-documentation \
	  $(foreach target,$(DOCUMENTED),--target $(target)) \
	  --enable-experimental-combined-documentation --warnings-as-errors \
	  --output-path .build-docc/site
	cp scripts/docs-index.html .build-docc/site/index.html
	@echo 'To view it: python3 -m http.server -d .build-docc/site, then open http://localhost:8000/'

docs-generate: build ## render the documents and exports in docs/ from the rules
	$(CONFORM) documents docs --vectors vectors
	cp docs/types.swift Sources/BackupDestinations/AddBackupDestinationTypes.swift

docs-check: build ## fail if a committed document is out of date
	$(CONFORM) documents docs --vectors vectors --check

docs-validate: build ## test the exports and the page with other tools; needs python3, node, chromium
	python3 Tests/Exports/openapi.py
	python3 Tests/Exports/agreement.py
	python3 Tests/Exports/portable.py $(CONFORM)
	node --test Tests/Browser

vectors: build ## regenerate the corpus of test vectors; reproducible unless a rule or a family changed
	$(CONFORM) vectors generate -o vectors

certify: build ## count the mutants that the corpus kills, and rewrite its certificate
	$(CONFORM) vectors certify vectors --page docs/certificate.md

claims: build ## certify, record in each vector the mutants that it kills, and add vectors for survivors
	$(CONFORM) vectors certify vectors --record --page docs/certificate.md

disagreements: ## write docs/disagreements.md from a run; needs python3, node and PyPI
	./Examples/Disagreements/report

bench: setup ## measure the engine's speed
	cd Benchmarks && $(SWIFT) package --disable-sandbox benchmark $(FLAGS)

bench-costs: ## count instructions and allocations, and compare them with the committed counts
	@./scripts/setup bench-costs
	Benchmarks/check-costs $(FLAGS)

bench-peers: ## compare with other validators and parsers; rewrites docs/performance.md
	@./scripts/setup bench-peers
	Benchmarks/bench-peers $(FLAGS)

bench-schemas: ## compare on many schemas, those in the folder CONFORM_SCHEMA_SETS
	@./scripts/setup bench-schemas
	Benchmarks/bench-schemas $(FLAGS)
