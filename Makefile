# Every verb of the project. `make help` lists them.

SWIFT_FLAGS = -c release --static-swift-stdlib -Xswiftc -cross-module-optimization
PROGRAM     = .build/release/anslag
SOURCES     = Package.swift $(shell find Sources -type f)
PREFIX     ?= /usr/local
SHARE       = $(PREFIX)/share
INSTALLED   = $(addprefix $(DESTDIR),$(PREFIX)/bin/anslag $(SHARE)/man/man1/anslag.1 \
  $(SHARE)/man/sv/man1/anslag.1 \
  $(SHARE)/bash-completion/completions/anslag $(SHARE)/zsh/site-functions/_anslag \
  $(SHARE)/fish/vendor_completions.d/anslag.fish)
ARGS       ?= seeds
STYLED      = Package.swift Sources Tests Examples/Package.swift Examples/Sources
SECONDS    ?= 60

# Our own targets are held to no warnings; a user's newer compiler may have more to say and still builds.
STRICT = ANSLAG_STRICT=1

.DEFAULT_GOAL := help
.PHONY: help run build setup test unit end-to-end fuzz sanitize hard lint format bench gate static score screens goldens examples docs install uninstall clean

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F'\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: $(PROGRAM) ## install what is missing, build, browse seeds/ (or ARGS="folder file …")
	@$(PROGRAM) $(ARGS)

build: $(PROGRAM) ## the release program, .build/release/anslag

$(PROGRAM): $(SOURCES)
	@sh scripts/setup
	@swift build $(SWIFT_FLAGS) --product anslag
	@touch $@

setup: ## see that Swift and the system libraries are here, install the libraries where they are missing
	@sh scripts/setup

test: unit end-to-end ## every test: units, goldens, architecture, and the release program in a real terminal

unit: | setup
	@$(STRICT) swift test

fuzz: | setup ## give every reader inputs made up by libFuzzer, for SECONDS=60 in all; CORPUS="folder …" to begin with more
	@CORPUS="$(CORPUS)" scripts/fuzz $(SECONDS) $(TARGETS)

sanitize: | setup ## every test under the sanitizers of addresses and threads, and of what is undefined in C
	@scripts/sanitize

# The short form of all of it is in `make test`.
hard: $(PROGRAM) ## the long form of all that is to break it: 100 kills, faults, fuzzing for SECONDS=60, a million keys, the sanitizers (an hour)
	@sh scripts/setup python3 python3-icalendar
	@ANSLAG=$(abspath $(PROGRAM)) ANSLAG_KILLS=100 python3 -B -m unittest discover -s Tests/EndToEnd -t Tests/EndToEnd
	@$(MAKE) fuzz SECONDS=$(SECONDS)
	@ANSLAG_MONKEY_KEYS=1000000 swift test -c release --scratch-path .build/mutations -Xswiftc -enable-testing --filter MonkeyTests
	@$(MAKE) sanitize

end-to-end: $(PROGRAM)
	@sh scripts/setup python3 python3-icalendar
	@ANSLAG=$(abspath $(PROGRAM)) python3 -B -m unittest discover -s Tests/EndToEnd -t Tests/EndToEnd

lint: | setup ## the style, no warnings, the architecture
	@swift format lint --strict --recursive $(STYLED)
	@$(STRICT) swift build --build-tests
	@built=$$(swift build --show-bin-path) && swiftc -typecheck -parse-as-library -swift-version 6 -I $$built/Modules \
	  $$(printf -- '-Xcc -fmodule-map-file=%s ' $$built/*.build/module.modulemap) Examples/Sources/Agenda/*.swift
	@$(STRICT) swift test --skip-build --filter ArchitectureTests

format: ## bring the sources into the style
	@swift format --in-place --recursive $(STYLED)

bench: $(PROGRAM) ## measure, beside the limits and other programs; WRITE=1 puts the table into docs/performance.md
	@sh scripts/setup python3
	@ANSLAG=$(abspath $(PROGRAM)) python3 -B Benchmarks/bench.py $(if $(WRITE),--write)

gate: $(PROGRAM) ## the instructions that an item costs, held to what they were (where valgrind is)
	@ANSLAG=$(abspath $(PROGRAM)) python3 -B Benchmarks/gate.py $(if $(UPDATE),--update)

static: | setup ## one file that runs on any Linux of this architecture, .build/static/anslag; tried end to end
	@sh scripts/setup python3 python3-icalendar
	@scripts/static
	@ANSLAG=$(abspath .build/static/anslag) python3 -B -m unittest discover -s Tests/EndToEnd -t Tests/EndToEnd

score: $(PROGRAM) ## hold what is understood against what a reader found in ../shared/corpus
	@sh scripts/setup python3
	@ANSLAG=$(abspath $(PROGRAM)) python3 -B Benchmarks/score/score.py $(if $(MISSES),--misses)

screens: $(PROGRAM) ## draw the pictures of the README from real frames
	@sh scripts/screens $(PROGRAM)

goldens: | setup ## write the expected dumps and screens anew; look at the difference before you commit it
	@$(STRICT) ANSLAG_UPDATE_GOLDENS=1 swift test

examples: | setup ## build and run Examples/, a package of its own that uses the library
	@swift run --package-path Examples Agenda seeds/*

docs: | setup ## the library's documentation as a DocC archive, .build/docs
	@swift package dump-symbol-graph --minimum-access-level public > /dev/null
	@rm -rf .build/docs .build/symbols && mkdir -p .build/symbols
	@cp "$$(swift build --show-bin-path)/../symbolgraph/EventFormats.symbols.json" .build/symbols
	@docc convert Sources/EventFormats/EventFormats.docc --fallback-display-name EventFormats \
	  --fallback-bundle-identifier anslag.EventFormats --additional-symbol-graph-dir .build/symbols \
	  --output-path .build/docs --warnings-as-errors

install: $(PROGRAM) ## install the program, its manual and completions under PREFIX (/usr/local)
	@install -d $(dir $(INSTALLED))
	@install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/anslag
	@install -m 644 docs/anslag.1 $(DESTDIR)$(SHARE)/man/man1/anslag.1
	@install -m 644 docs/anslag.sv.1 $(DESTDIR)$(SHARE)/man/sv/man1/anslag.1
	@$(PROGRAM) completions bash > $(DESTDIR)$(SHARE)/bash-completion/completions/anslag
	@$(PROGRAM) completions zsh > $(DESTDIR)$(SHARE)/zsh/site-functions/_anslag
	@$(PROGRAM) completions fish > $(DESTDIR)$(SHARE)/fish/vendor_completions.d/anslag.fish

uninstall: ## remove what install put there
	@rm -f $(INSTALLED)

clean: ## remove what was built
	@rm -rf .build Examples/.build
