# Stemma. "make run" shows it at work; "make test check" is what has to be green.

GO      ?= go
BIN     := bin/stemma
EXAMPLE ?= examples/harbour-talks
FUZZ    ?= 30s

# The race detector needs a C compiler; the program itself does not. It slows the network tenfold, so it watches only what
# runs in goroutines.
RACE := $(shell command -v gcc >/dev/null 2>&1 && echo -race)
CONCURRENT := ./internal/cli ./internal/model ./internal/train ./internal/each ./internal/brief ./internal/weigh

TOOL := $(GO) tool -modfile=tools/go.mod
LINT := $(GO) tool -modfile=tools/lint/go.mod

.PHONY: run build test check bench peers fuzz score update python3 model

run: build ## brief the example story
	$(BIN) brief $(EXAMPLE)

build: ## the program, in bin/
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o $(BIN) ./cmd/stemma

test: python3 ## every test
	$(if $(RACE),$(GO) test $(RACE) $(CONCURRENT))
	$(GO) test ./...

check: ## format, vet, linters, direction of imports
	@unformatted=$$($(TOOL) gofumpt -l cmd internal eval third_party $(wildcard *.go)); \
	if [ -n "$$unformatted" ]; then echo "not gofumpt's format:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(TOOL) staticcheck ./...
	$(LINT) golangci-lint run ./...
	$(GO) test -count=1 ./internal

bench: ## speed: words a second, and a whole brief
	$(GO) test -run '^$$' -bench . -benchmem ./...

peers: ## other readers beside ours: speed, tags, names; those of npm need Node
	@cd eval/peers && if [ node/node_modules/.package-lock.json -nt node/package-lock.json ]; then :; \
	elif command -v npm >/dev/null 2>&1; then npm --prefix node ci --ignore-scripts --no-audit --no-fund --silent; \
	else echo "npm is missing; it comes with Node" >&2; fi && \
	$(GO) run . $(PEERS)

fuzz: ## every fuzz target for $(FUZZ)
	@set -e; for pkg in $$(grep -rlE '^func Fuzz' --include='*_test.go' internal | xargs -n1 dirname | sort -u); do \
	  for target in $$(grep -hoE '^func Fuzz[A-Za-z0-9_]+' $$pkg/*_test.go | cut -d' ' -f2); do \
	    $(GO) test ./$$pkg -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZ); \
	  done; \
	done

# The packages whose tests write figures and misses to eval/.
SCORED := ./eval ./internal/lineage ./internal/quantity ./internal/quote ./internal/when

score: python3 ## measure the stages and the brief against gold readings; write figures and worst misses to eval/
	$(GO) test $(SCORED) -count=1 -run TestScore -update
	@cat eval/*.txt

update: ## rewrite every golden file; read the diff before you commit it
	$(GO) test $$(grep -rl 'flag.Bool("update"' --include='*_test.go' . | xargs -n1 dirname | sort -u) -update

# The scoring programs are Python. Without it their tests are skipped, with a line that says so.
python3:
	@command -v python3 >/dev/null 2>&1 && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=; elif command -v sudo >/dev/null 2>&1; then as="sudo -n"; else \
	  echo "python3 is missing, and only root can install it: the scores are not tested"; exit 0; fi; \
	($$as apt-get update -q && $$as apt-get install -qy --no-install-recommends python3) || \
	  echo "python3 could not be installed: the scores are not tested"

# The treebanks that the shipped network is trained on, in order; see NOTICE. GUM's genres are those with permissive texts.
DATA   := ../shared/data
GENRES := news interview court academic speech bio voyage
BANKS   = $(DATA)/ud/en_ewt/en_ewt-ud-train.reassembled.conllu $(wildcard $(DATA)/uner/en_ewt/en_ewt-ud-train.*.iob2) \
  $(foreach g,$(GENRES),$(sort $(wildcard $(DATA)/gum/dep/train/GUM_$(g)_*.conllu)))

model: ## train the reader's network anew; takes a quarter of an hour on two cores
	$(GO) run ./cmd/stemma train $(BANKS) -o internal/model/english.bin
