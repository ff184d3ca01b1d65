# Each target installs what is missing and calls the package's command, `tamis`; nothing else happens here.
# Settings are handed over unexpanded, so that paths with spaces, quotes and $ arrive as typed.
.DEFAULT_GOAL := all
.PHONY: all dataset review evaluate regress calibrate training-data bench model test check format help clean node
.DELETE_ON_ERROR:

export TAMIS_INPUT := $(value INPUT)
export TAMIS_OUTPUT := $(value OUTPUT)
export TAMIS_REVIEW := $(value REVIEW)
export TAMIS_MODEL := $(value MODEL)
export TAMIS_THRESHOLD := $(value THRESHOLD)
export TAMIS_ENTITIES := $(value ENTITIES)
export TAMIS_TEXT := $(value TEXT)
export TAMIS_DATE := $(value DATE)
export TAMIS_GOLD := $(value GOLD)
export TAMIS_DATASET := $(value DATASET)
export TAMIS_BASELINE := $(value BASELINE)
export TAMIS_CORPUS := $(value CORPUS)
export TAMIS_PART := $(value PART)
export TAMIS_JSON := $(value JSON)
export TAMIS_BY := $(value BY)
export TAMIS_PORT := $(value PORT)
export TAMIS_LANGUAGE := $(value LANGUAGE)

given = $(if $(value $(1)),--$(2) "$$TAMIS_$(1)")
settings = $(call given,REVIEW,review) $(call given,MODEL,model) $(call given,THRESHOLD,threshold) \
  $(call given,ENTITIES,entities) $(call given,TEXT,text) $(call given,DATE,date)
tamis = node dist/cli.js

all: dist/cli.js ## Read seeds/, write output/
	@$(tamis) dataset seeds --output output $(settings)

dataset: dist/cli.js ## INPUT=<file or folder> OUTPUT=<folder> [REVIEW MODEL THRESHOLD ENTITIES TEXT DATE]
	@$(tamis) dataset "$$TAMIS_INPUT" --output "$$TAMIS_OUTPUT" $(settings)

review: dist/cli.js ## [INPUT=seeds OUTPUT=output REVIEW BY PORT] [TERMINAL=1 LANGUAGE=fr|en]: decide on the records
	@$(tamis) review "$${TAMIS_INPUT:-seeds}" --output "$${TAMIS_OUTPUT:-output}" $(call given,REVIEW,review) $(call given,BY,by) $(call given,PORT,port) $(call given,LANGUAGE,language) $(if $(filter 1 yes,$(TERMINAL)),--terminal)

evaluate: dist/cli.js ## GOLD=<folder> [INPUT=… | DATASET=<folder>] [JSON=<file>]: precision, recall, F1, errors by cause
	@$(tamis) evaluate $(call given,GOLD,gold) $(call given,INPUT,input) $(call given,DATASET,dataset) $(call given,CORPUS,corpus) $(call given,PART,part) $(call given,JSON,json) $(call given,MODEL,model)

regress: dist/cli.js ## [GOLD BASELINE] [ACCEPT=1]: every record that flipped since the accepted baseline
	@$(tamis) regress $(call given,GOLD,gold) $(call given,BASELINE,baseline) $(call given,JSON,json) $(call given,MODEL,model) $(if $(filter 1 yes,$(ACCEPT)),--accept)

calibrate: dist/cli.js ## [GOLD CORPUS]: measure scores and thresholds anew on the development part
	@$(tamis) calibrate --gold "$${TAMIS_GOLD:-tests/gold/dev}" $(call given,CORPUS,corpus) $(call given,MODEL,model)

training-data: dist/cli.js ## [REVIEW=seeds/review.jsonl OUTPUT=training-data INPUT DATASET]: decisions as text to train on and to evaluate with
	@$(tamis) training-data --review "$${TAMIS_REVIEW:-seeds/review.jsonl}" --output "$${TAMIS_OUTPUT:-training-data}" $(call given,INPUT,input) $(call given,DATASET,dataset) $(call given,MODEL,model)

model: ## Train the name model anew (Python; hours): see models/training/README.md
	@sh models/training/run.sh

test: node_modules/.package-lock.json dist/cli.js ## Run the tests
	@node_modules/.bin/vitest run $(VITEST_FLAGS)

check: node_modules/.package-lock.json ## Types, lint, format
	@node_modules/.bin/tsc --noEmit
	@node_modules/.bin/tsc --noEmit -p pipeline/page/web
	@node_modules/.bin/oxlint --type-aware
	@node_modules/.bin/biome check .

bench: node_modules/.package-lock.json dist/cli.js ## Speed of each stage beside a peer, as ratios
	@node_modules/.bin/tsx tests/bench/bench.ts

format: node_modules/.package-lock.json ## Format the sources
	@node_modules/.bin/biome check --write .

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /	/' | while IFS='	' read -r name text; do printf '  make %-13s %s\n' "$$name" "$$text"; done

clean: ## Remove what was installed and built
	@rm -rf node_modules dist output/.cache

node:
	@command -v node >/dev/null || { echo 'Tamis needs Node.js 20.19 or later, found none: install it from nodejs.org and run make again' >&2; exit 1; }
	@node -e 'const [a, b] = process.versions.node.split("."); if (a < 20 || (a == 20 && b < 19)) { console.error("Tamis needs Node.js 20.19 or later, found " + process.version + ": install a newer one and run make again"); process.exit(1) }'

node_modules/.package-lock.json: package.json package-lock.json .npmrc | node
	@npm ci --no-progress --loglevel=error
	@touch $@

dist/cli.js: $(shell find pipeline -name '*.ts') tsconfig.json tsconfig.build.json pipeline/page/web/tsconfig.json node_modules/.package-lock.json
	@node_modules/.bin/tsc -p pipeline/page/web
	@node_modules/.bin/tsc -p tsconfig.build.json
