# Everything that is done with this project by hand or in CI. `make` alone says what there is.
.DEFAULT_GOAL := help
.PHONY: help install build demo demo-stop test lint bench fuzz docs clean

help: ## Say what there is
	@echo 'Xinyuan 信源: a public credit information platform for a city.'
	@echo
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

install: ## Install the Debian packages that building, tests and benchmarks need
	@Scripts/install-debian.sh all

build: ## Build the release binary .build/release/xinyuan
	@Scripts/check-swift.sh
	swift build -c release --product xinyuan

demo: ## Install, build, make a sample city, hand its files in, start the portal on 127.0.0.1:8080
	@Scripts/install-debian.sh build
	@$(MAKE) --no-print-directory build
	@Scripts/demo.sh start

demo-stop: ## Stop the demo's portal (its data stay in ./demo)
	@Scripts/demo.sh stop

test: ## Run everything: Swift tests, PostgreSQL, the browser
	@Scripts/test.sh

lint: ## Check format, shell scripts, documents and licence
	@Scripts/lint.sh

bench: ## Measure ourselves against the peers (BENCH="--full --write-docs" for more)
	@Scripts/bench.sh $(BENCH)

fuzz: ## Feed the readers of sheets what nobody would send (FUZZ="300 html xlsx" for longer, or for some)
	@Scripts/fuzz.sh $(FUZZ)

docs: ## Write the documentation of the rooms into .build/docs
	@Scripts/docs.sh

clean: demo-stop ## Remove what was built and the demo
	rm -rf .build .venv demo
