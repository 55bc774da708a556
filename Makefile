# Every command of the project. `make` alone lists them.

SWIFT ?= swift
# Further flags of swift build, swift test or what else a target runs, such as
# FLAGS='--filter JSONTextTests'.
FLAGS ?=
SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks \
	Benchmarks/Peers Benchmarks/Sources Examples/service/Package.swift Examples/service/Sources
CONFORM := .build/release/conform
# With Swift's own libraries inside, the command starts a quarter sooner, takes less memory, and runs where
# there is no Swift. Toolchains for Linux have them in that form, but for a few.
TOOLCHAIN := $(dir $(realpath $(shell command -v $(SWIFT))))..
ifneq ($(wildcard $(TOOLCHAIN)/lib/swift_static/linux/libswiftCore.a),)
  STATIC := --static-swift-stdlib
endif
EXAMPLE := docs/examples/page-request.json
# The libraries with a DocC catalog.
DOCUMENTED := Vectors BackupDestinations APIOperations SchemaRules JSONSchema SchemaDocuments SchemaExports \
	JSONText ECMARegex

.DEFAULT_GOAL := help
.PHONY: help setup build run test test-recipes lint format clean \
	docs docs-generate docs-check docs-validate vectors certify claims disagreements \
	bench bench-costs bench-peers bench-schemas

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what the machine lacks (libpcre2-dev), and check for Swift
	@./scripts/setup

build: setup ## build the command for release
	$(SWIFT) build -c release --product conform $(STATIC) $(FLAGS)

run: build ## check the page's own example request, which lacks three required fields
	@echo
	@echo '$$ conform check $(EXAMPLE)'
	@$(CONFORM) check $(EXAMPLE); status=$$?; echo "(exit status $$status)"; test $$status -eq 1

test: setup ## run every test
	$(SWIFT) test $(FLAGS)

test-recipes: build ## run the recipes of Examples: many files, Spark where PYTHON has pyspark, a service
	@./Examples/bulk/test $(CONFORM)
	@./Examples/spark/test $(CONFORM)
	@SWIFT='$(SWIFT)' ./Examples/service/test $(CONFORM)

lint: setup ## formatter and compiler without any remark
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	CI=1 $(SWIFT) build --build-tests $(FLAGS)

format: ## format the sources in place
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

clean: ## remove what was built
	rm -rf .build .build-docc Benchmarks/.build Examples/service/.build

docs: setup ## build the libraries' documentation below .build-docc/site
	@mkdir -p .build-docc
	CONFORM_DOCC=1 $(SWIFT) package --scratch-path .build-docc \
	  --allow-writing-to-directory .build-docc/site generate-documentation \
	  $(foreach target,$(DOCUMENTED),--target $(target)) \
	  --enable-experimental-combined-documentation --warnings-as-errors \
	  --output-path .build-docc/site

docs-generate: build ## render the documents and exports below docs/ from the rules
	$(CONFORM) documents docs --vectors vectors

docs-check: build ## fail where a committed document is not what the rules render
	$(CONFORM) documents docs --vectors vectors --check

docs-validate: ## hold the exports and the page against others; needs python3, node, chromium
	python3 Tests/Exports/openapi.py
	python3 Tests/Exports/agreement.py
	$(SWIFT)c -typecheck -swift-version 6 docs/types.swift
	node --test Tests/Browser

vectors: build ## generate the corpus of test vectors anew; changes no byte unless a rule or a family changed
	$(CONFORM) vectors generate -o vectors

certify: build ## count the mutants that the corpus kills; rewrites its certificate
	$(CONFORM) vectors certify vectors --page docs/certificate.md

claims: build ## the same, and write into the vectors which mutants each kills, and new vectors for survivors
	$(CONFORM) vectors certify vectors --record --page docs/certificate.md

disagreements: ## write docs/disagreements.md from a run; needs python3, node and PyPI
	./Examples/Disagreements/report

bench: setup ## measure the engine's speed
	cd Benchmarks && $(SWIFT) package --disable-sandbox benchmark $(FLAGS)

bench-costs: ## count instructions and allocations, and compare them with the committed ones
	@./scripts/setup bench-costs
	Benchmarks/check-costs $(FLAGS)

bench-peers: ## compare with other validators and parsers; rewrites docs/performance.md
	@./scripts/setup bench-peers
	Benchmarks/bench-peers $(FLAGS)

bench-schemas: ## the same for many schemas, those of the folder CONFORM_SCHEMA_SETS
	@./scripts/setup bench-schemas
	Benchmarks/bench-schemas $(FLAGS)
