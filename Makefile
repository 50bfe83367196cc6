# make check is all that CI runs and all that a person needs.
GO ?= go
FUZZTIME ?= 20s
# The simulation plays RUNS seeds from SEED on.
SEED ?= 1
RUNS ?= 10000
# The wildcard passes over folders named testdata; ours hold the packages of the invented universe.
PACKAGES = ./... ./testdata ./testdata/scenario ./testdata/universe ./testdata/universe/generate

.PHONY: check format vet lint test race sim bench benchmarks bench-smoke fuzz fuzz-smoke demo build torture torture-smoke abuse

check: format vet lint race sim demo

format:
	@unformatted=$$(gofmt -l .); \
	if [ -n "$$unformatted" ]; then echo "gofmt these files:"; echo "$$unformatted"; exit 1; fi

vet:
	$(GO) vet $(PACKAGES)

# staticcheck's default checks: its findings are bugs or dead code.
lint:
	$(GO) tool staticcheck $(PACKAGES)
	$(GO) tool staticcheck -tags powercut ./gateway/journal ./cmd/foliogate

test:
	$(GO) test $(PACKAGES)

race:
	$(GO) test -race $(PACKAGES)

# A seed that fails tells its scenario; SEED=n RUNS=1 plays it again.
sim:
	GOGC=400 $(GO) test -count=1 -timeout 0 -v -run TestNothingIsLostNothingTwice ./gateway/gatewaytest \
	  -args -seed=$(SEED) -runs=$(RUNS)

build:
	$(GO) build -trimpath -o foliogate ./cmd/foliogate

demo: build
	./foliogate demo
	./foliogate demo --lines 1000

# Speeds are ratios to a peer or a limit of the same run; nothing asserts a time.
bench:
	$(GO) run ./cmd/peers

# Every benchmark of every package.
benchmarks:
	$(GO) test -run '^$$' -bench . -benchmem $(PACKAGES)

bench-smoke:
	$(GO) test -run '^$$' -bench . -benchtime 1x $(PACKAGES)
	$(GO) run ./cmd/peers -smoke

fuzz:
	@for package in $$($(GO) list $(PACKAGES)); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$package || exit 1; \
	  done; \
	done

# A thousand deaths of the real binary, by kill -9 and by power cut; about half an hour. Each row of
# the design's table of failures that a death can hit must be met twenty times.
torture:
	$(GO) run ./cmd/torture --eras 84 --least 20

# The same for about a minute.
torture-smoke:
	$(GO) run ./cmd/torture --eras 8 --lives 6 --within 40s --large 300

# Each fuzz target for some seconds.
fuzz-smoke:
	$(MAKE) fuzz FUZZTIME=3s

# Hostile peers against the real binary: memory, and what honest ones notice. Seven minutes; how long
# the slowest quotes take is worth something on an idle machine only.
abuse:
	$(GO) run ./cmd/torture abuse
