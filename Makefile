# Every command of the project. `make` alone lists them.

SWIFT ?= swift
# A local fast build is `make build FLAGS=`; CI and lint take no warning.
FLAGS ?=
SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Peers Benchmarks/Sources
CONFORM := .build/release/conform
EXAMPLE := docs/examples/page-request.json

.DEFAULT_GOAL := help
.PHONY: help setup build run test lint format clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what the machine lacks (libpcre2-dev), and check for Swift
	@./scripts/setup

build: setup ## build the command for release
	$(SWIFT) build -c release --product conform $(FLAGS)

run: build ## check the page's own example request, which lacks three required fields
	@echo
	@echo '$$ conform check $(EXAMPLE)'
	@$(CONFORM) check $(EXAMPLE); status=$$?; echo "(exit status $$status)"; test $$status -eq 1

test: setup ## run every test
	$(SWIFT) test $(FLAGS)

lint: setup ## formatter and compiler without any remark
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors

format: ## format the sources in place
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

clean: ## remove what was built
	rm -rf .build

.PHONY: bench bench-costs bench-peers
bench: setup ## measure the engine's speed
	cd Benchmarks && $(SWIFT) package --disable-sandbox benchmark

bench-costs: setup ## count instructions and allocations, and compare them with the committed ones
	Benchmarks/check-costs

bench-peers: setup ## compare with other validators and parsers; rewrites docs/performance.md
	Benchmarks/bench-peers
