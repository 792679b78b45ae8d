# Tests, included by the Makefile. Every tests/unit/test_NAME.c, tests/style/test_NAME.c, tests/meta/test_NAME.c and tests/facts/test_NAME.c is one cmocka program.

TEST_SOURCES := $(sort $(wildcard tests/unit/test_*.c tests/style/test_*.c tests/facts/test_*.c tests/rules/test_*.c \
	tests/site/test_*.c tests/report/test_*.c tests/store/test_*.c tests/cli/test_*.c tests/hostile/test_*.c tests/meta/test_*.c))
SUPPORT_OBJECTS := $(call object,$(sort $(wildcard tests/support/*.c)))
TEST_PROGRAMS := $(TEST_SOURCES:%.c=$(BUILD)/%)
TEST_SCRIPTS := $(sort $(wildcard tests/unit/test_*.sh tests/cli/test_*.sh tests/site/test_*.sh tests/report/test_*.sh tests/meta/test_*.sh tests/fuzz/test_*.sh tests/lsp/test_*.sh tests/campaign/test_*.sh tests/rank/test_*.sh))
CMOCKA_LIBS = $(shell $(PKG_CONFIG) --libs cmocka)

$(BUILD)/tests/%: $(BUILD)/obj/tests/%.o $(SUPPORT_OBJECTS) $(PARTS_OBJECTS) $(LIB)
	$(call say,LD,$@)
	$(Q)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) -o $@ $(filter-out $(LIB),$^) $(LIB) $(ALL_LDFLAGS) \
		$(PROGRAM_LIBS) $(CMOCKA_LIBS)

# Fuzzing: tests/fuzz/fuzz_NAME.c, its inputs in tests/fuzz/corpus/NAME. With driver.c the corpus is
# replayed by the ordinary tests; with clang's libFuzzer new inputs are looked for.
FUZZ_NAMES := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_PROGRAMS := $(FUZZ_NAMES:%=$(BUILD)/tests/fuzz/%)
FUZZERS := $(FUZZ_NAMES:%=$(BUILD)/tests/fuzz/libfuzzer-%)
$(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/driver.o $(BUILD)/obj/tests/fuzz/fuzz_%.o $(PARTS_OBJECTS) $(LIB)
	$(call say,LD,$@)
	$(Q)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) -o $@ $^ $(ALL_LDFLAGS) $(PROGRAM_LIBS)
$(FUZZERS): $(BUILD)/tests/fuzz/libfuzzer-%: $(BUILD)/obj/tests/fuzz/fuzz_%.o $(PARTS_OBJECTS) $(LIB)
	$(call say,LD,$@)
	$(Q)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) -fsanitize=fuzzer -o $@ $^ $(ALL_LDFLAGS) $(PROGRAM_LIBS)

.PHONY: fuzz-replay fuzz fuzzers
fuzz-replay: $(FUZZ_PROGRAMS) ## replays the corpus and mutations of it (ROUNDS=…)
	@BUILD='$(BUILD)' ROUNDS=$(or $(ROUNDS),200) tests/fuzz/test_replay.sh

FUZZ_SECONDS ?= 60
fuzz: ## looks for inputs that break us, with clang's libFuzzer (FUZZ_SECONDS=60, FUZZ=name)
	@command -v clang > /dev/null || { echo 'fuzz: needs clang'; exit 2; }
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-gdwarf-4' \
		SANITIZE='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=undefined' fuzzers
	@tests/fuzz/run.sh $(BUILD)/fuzz $(FUZZ_SECONDS) $(or $(FUZZ),$(FUZZ_NAMES))
fuzzers: $(FUZZERS)

.PHONY: unit
# A test program runs in the top folder. CLAIRLINT and BUILD tell scripts what to run.
unit: $(TEST_PROGRAMS) $(FUZZ_PROGRAMS) $(BUILD)/tests/tools/rank_site $(BUILD)/tests/tools/with_postgres $(PROGRAM) ## builds and runs the tests, once, without sanitizers
	@BUILD='$(BUILD)' CLAIRLINT='$(PROGRAM)' ci/run-tests.sh $(TEST_PROGRAMS) $(TEST_SCRIPTS)

.PHONY: asan
asan: ## the same tests under ASan and UBSan
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=undefined' unit

.PHONY: bench
BENCH_PAGES ?= $(SHARED)/pages
bench: $(PROGRAM) $(BUILD)/tests/tools/bare_parse $(BUILD)/tests/tools/text_dump ## cost of judging over the bare parse, and of the rules about text over the others (BENCH_PAGES=folder)
	@if [ -d '$(BENCH_PAGES)' ]; then tests/tools/bench.sh $(PROGRAM) $(BUILD)/tests/tools/bare_parse $(BUILD)/tests/tools/text_dump '$(BENCH_PAGES)'; \
	else echo 'bench: $(BENCH_PAGES) is absent; give BENCH_PAGES=FOLDER of HTML files'; fi

.PHONY: bench-rules
bench-rules: $(PROGRAM) ## cost of ten rules of a file on a page of 140,000 elements: fails past twice the time without
	@tests/tools/rules-bench.sh $(PROGRAM) rules/regle/administration.regle

.PHONY: act
CASES ?= $(SHARED)/act
act: $(BUILD)/tests/tools/act ## right, missed and false alarms on W3C ACT test cases (CASES=folder)
	@$(BUILD)/tests/tools/act '$(CASES)' $(ACT_OPTIONS)

.PHONY: test layers banned docs test-browser audit new-rule
# The parts in turn, so that each is told apart; all are run, one failure fails the whole.
test: ## installs what is missing, runs all the tests
	@ci/deps.sh build test
	@ci/test.sh '$(MAKE)'

layers: ## holds the layers by their #include lines
	@ci/layers.sh

banned: ## functions that have no place here
	@ci/banned.sh

docs: check-docs $(BUILD)/docs.made ## writes $(BUILD)/docs: the site of the rules, man pages, completions, the schema of the configuration
	@echo 'docs: $(BUILD)/docs/html/index.html'

.PHONY: check-docs
check-docs: $(PROGRAM) ## links, options and commands named in the documents
	@ci/check-docs.sh $(PROGRAM)

test-browser: ## the HTML report and the public site of a ranking in Chromium, judged by axe-core
	@ci/deps.sh build
	@$(MAKE) --no-print-directory -j$$(getconf _NPROCESSORS_ONLN) all $(BUILD)/tests/tools/rank_site
	@tests/browser/run.sh $(PROGRAM) $(BUILD)/browser

.PHONY: style-check
style-check: ## our computed styles against Chromium's: PAGES=folder, STYLE_OPTIONS='--pages=TEXT --only=PROPERTY --classes=60 --fresh'
	@ci/deps.sh build
	@$(MAKE) --no-print-directory $(BUILD)/tests/tools/style_dump
	@tests/browser/style-check.sh $(BUILD)/tests/tools/style_dump '$(or $(PAGES),$(SHARED)/pages)' $(BUILD)/style-check $(STYLE_OPTIONS)

.PHONY: contrast-check
contrast-check: ## the contrasts we find wrong against axe-core's in Chromium: PAGES=folder, CONTRAST_OPTIONS='--count=60 --pages=TEXT --all'
	@ci/deps.sh build
	@$(MAKE) --no-print-directory $(BUILD)/tests/tools/style_dump
	@tests/browser/contrast-check.sh $(BUILD)/tests/tools/style_dump '$(or $(PAGES),$(SHARED)/pages)' $(BUILD)/browser $(CONTRAST_OPTIONS)

.PHONY: tables
tables: $(PROGRAM) ## rewrites the tables of the RGAA tests, of the rules of easy reading and of demands in docs/, from the rules
	@$(PROGRAM) rules --rgaa --lang fr --no-config > docs/rgaa.md
	@$(PROGRAM) rules --rgaa --lang en --no-config > docs/rgaa.en.md
	@$(PROGRAM) rules --falc --lang fr --no-config > docs/falc.md
	@$(PROGRAM) rules --falc --lang en --no-config > docs/falc.en.md
	@$(PROGRAM) rules --needs --lang fr --no-config > docs/demandes.md
	@$(PROGRAM) rules --needs --lang en --no-config > docs/demandes.en.md

audit: ## audits a site: URL=https://… (without it, the sample site)
	@ci/deps.sh build
	@$(MAKE) --no-print-directory -j$$(getconf _NPROCESSORS_ONLN) all
	@ci/audit.sh $(PROGRAM) $(BUILD)/audit $(URL)

new-rule: ## writes a rule and its fixture to fill in: ID=theme/name
	@ci/new-rule.sh '$(ID)'

.PHONY: html5lib
html5lib: $(BUILD)/tests/tools/html5lib ## DIR=…: share of identical trees on html5lib's tree-construction tests
	@test -n '$(DIR)' || { echo 'usage: make html5lib DIR=html5lib-tests/tree-construction' >&2; exit 2; }
	@$< '$(DIR)'

.PHONY: hostile
hostile: $(BUILD)/tests/hostile/test_hostile $(BUILD)/tests/hostile/test_lint $(BUILD)/tests/hostile/test_css ## pages and sheets made to hurt, with their time and memory
	@for test in $^; do $$test || exit 1; done

.PHONY: crawl-check
SITES ?= $(SHARED)/sites
.PHONY: memory-check
memory-check: $(PROGRAM) ## memory and time of crawls of 1,000, 10,000 and 100,000 pages made for it (SIZES='…' LIMIT=MiB)
	@tests/site/memory-check.sh $(PROGRAM)

.PHONY: archive-check
archive-check: $(BUILD)/tests/tools/archive_memory ## time and memory of an archive of many exchanges (COUNT=1000000 LIMIT=MiB)
	@$< $(or $(COUNT),1000000) $(or $(LIMIT),64)

.PHONY: store-check
store-check: $(BUILD)/tests/tools/store_fill ## what a campaign takes in a SQLite store: 200 sites of 20 pages, one of 100,000 (PAGES=folder of HTML files); fails past 64 MiB of memory more
	@store=$$(mktemp -d "$${TMPDIR:-/var/tmp}/clairlint-fill-XXXXXX"); \
	$< "$$store/many.sqlite" '$(or $(PAGES),tests/site/sample)' 200 20 && \
	$< "$$store/large.sqlite" '$(or $(PAGES),tests/site/sample)' 1 100000; status=$$?; rm -rf "$$store"; exit $$status

.PHONY: html-check
html-check: $(PROGRAM) ## files and memory of the HTML report of a site of 20,000 pages made for it (PAGES=20000 LIMIT=MiB)
	@tests/site/html-check.sh $(PROGRAM)

.PHONY: html-bench
html-bench: $(PROGRAM) ## size of the HTML report of 500 pages, and how soon Chromium shows it and answers (SITE=folder RUNS=5)
	@tests/browser/bench.sh $(PROGRAM) $(BUILD)/browser

.PHONY: rank-check
rank-check: $(BUILD)/tests/tools/rank_site ## the public site of a ranking of 35,000 made-up sites: time, size, memory (SITES_MADE=35000 LIMIT=MiB)
	@BUILD='$(BUILD)' tests/rank/rank-check.sh $(BUILD)/tests/tools/rank_site $(or $(SITES_MADE),35000)

.PHONY: stability-check
stability-check: $(PROGRAM) ## ranks from one half of the pages of sites, and from the other: they meet for 90 sites of 100 (SITES=folder of sites, DRAWS=20)
	@if [ -d '$(SITES)' ]; then python3 -B tests/rank/stability.py $(PROGRAM) $(or $(DRAWS),20) 20 tests/site/sample '$(SITES)'/*/; \
	else echo 'stability-check: $(SITES) is absent; give SITES=FOLDER, with a folder a site'; fi

crawl-check: $(PROGRAM) ## pages crawled against a known list and wget's count (SITES=folder)
	@tests/site/crawl-check.sh $(PROGRAM) '$(SITES)'

.PHONY: campaign-bench
campaign-bench: $(PROGRAM) ## speed of a campaign beside check, wget and httrack; memory over 100,000 pages (PAGES=3000 MEMORY_PAGES=100000)
	@ci/deps.sh bench
	@tests/campaign/bench.sh $(PROGRAM)

.PHONY: campaign-check
campaign-check: $(PROGRAM) ## manners towards 2,000 small sites crawled at once, and 30 kills (HOSTS=2000 KILLS=30)
	@python3 -B tests/campaign/manners.py $(PROGRAM) $(or $(HOSTS),2000) 0.2 1.3
	@python3 -B tests/campaign/resume.py $(PROGRAM) 40 $(or $(KILLS),30)

.PHONY: compare-check
COMPARE_SEEDS ?= 3
compare-check: $(PROGRAM) ## reports of sites before and after a scripted rebuild: nothing lost, only the planted defect is new (SITES=folder of sites, COMPARE_SEEDS=3)
	@if [ -d '$(SITES)' ]; then tests/compare/check.py $(PROGRAM) $(COMPARE_SEEDS) tests/site/sample '$(SITES)'/*/; \
	else echo 'compare-check: $(SITES) is absent; only the sample site is compared'; \
	tests/compare/check.py $(PROGRAM) $(COMPARE_SEEDS) tests/site/sample; fi

.PHONY: shared-check
shared-check: ## every page of $(SHARED) under ASan and UBSan: none lost, no leak
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=undefined' $(BUILD)/asan/clairlint
	@tests/tools/shared-check.sh $(BUILD)/asan/clairlint '$(SHARED)'

.PHONY: fix-check
fix-check: $(PROGRAM) ## safe fixes on a copy of pages: each takes its finding away, none adds one (PAGES=folder)
	@tests/tools/fix-check.sh $(PROGRAM) '$(or $(PAGES),$(SHARED)/pages)'

.PHONY: syllables
GOLD ?= $(SHARED)/french/syllables-gold.tsv
syllables: $(BUILD)/tests/tools/syllables ## syllables against a list counted by hand (GOLD=file)
	@if [ -f '$(GOLD)' ]; then $< '$(GOLD)'; else echo 'syllables: $(GOLD) is absent; give GOLD=FILE, a word and its syllables a line'; fi

.PHONY: page-kinds
KINDS ?= tests/facts/kinds.tsv
page-kinds: $(BUILD)/tests/tools/page_kinds ## the kinds of pages against those given by hand (PAGES=folder, KINDS=file)
	@if [ -d '$(or $(PAGES),$(SHARED))/pages' ]; then $< '$(or $(PAGES),$(SHARED))' '$(KINDS)'; else echo 'page-kinds: $(or $(PAGES),$(SHARED))/pages is absent; give PAGES=FOLDER, and KINDS=FILE, a path and its kind a line'; fi

.PHONY: menu-check
MENU_LISTS ?= tests/facts/menus.tsv tests/facts/menus-kept.tsv
menu-check: $(BUILD)/tests/tools/menu_labels ## main menus and their entries against those counted by eye (PAGES=folder of shared pages, MENU_LISTS=files)
	@if [ -d '$(or $(PAGES),$(SHARED))/pages' ]; then $< '$(or $(PAGES),$(SHARED))' $(MENU_LISTS); else echo 'menu-check: $(or $(PAGES),$(SHARED))/pages is absent; give PAGES=FOLDER'; fi

.PHONY: text-check
text-check: $(PROGRAM) $(BUILD)/tests/tools/text_dump ## French rules leave other languages and menus alone (PAGES=folder)
	@tests/tools/text-check.py $(PROGRAM) $(BUILD)/tests/tools/text_dump '$(or $(PAGES),$(SHARED)/pages)'

.PHONY: readability
readability: $(BUILD)/tests/tools/readability ## simple against complex texts, in pairs: CORPUS=file.jsonl
	@$< '$(or $(CORPUS),$(SHARED)/french/corpus-dev.jsonl)'

.PHONY: grid-check
grid-check: $(PROGRAM) ## a filled audit grid as LibreOffice opens it: formulas as they were, computed anew
	@tests/report/grid-libreoffice.sh $(PROGRAM)
