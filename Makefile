# clairlint: `make help` lists the targets.

PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
DESTDIR ?=
BUILD ?= build
CC ?= gcc
AR ?= ar
PKG_CONFIG ?= pkg-config
SHARED ?= ../shared
-include config.mk

VERSION := $(shell sed -n 's/^.define CLAIR_VERSION "\(.*\)"/\1/p' src/clairlint/clairlint.h)

# libunistring has no pkg-config file in Debian: it is named in the libraries below.
CORE_PACKAGES := libxml-2.0 gumbo libcmark libpcre2-8 jansson hunspell xlsxwriter libzip
PROGRAM_PACKAGES := $(CORE_PACKAGES) libcurl libpsl libidn2 yaml-0.1 zlib sqlite3 libpq

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes \
	-Wstrict-prototypes -Wvla -Wformat=2 -Werror=implicit
HARDENING := -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
OPTIMISE ?= -O2 -g
SANITIZE ?=
CSTD := -std=c17 -D_GNU_SOURCE
CFLAGS ?=
ifeq ($(SANITIZE),)
FLAGS_MODE := $(OPTIMISE) $(HARDENING)
else
FLAGS_MODE := -O1 -g -fno-omit-frame-pointer $(SANITIZE)
endif
ifdef WERROR
WARNINGS += -Werror
endif
ALL_CFLAGS = $(CSTD) $(WARNINGS) $(FLAGS_MODE) -Isrc -I$(BUILD)/gen -I. \
	$(shell $(PKG_CONFIG) --cflags $(PROGRAM_PACKAGES)) $(CFLAGS)
ALL_LDFLAGS = -pie $(SANITIZE) -Wl,-z,relro,-z,now -Wl,--as-needed $(LDFLAGS)
CORE_LIBS = $(shell $(PKG_CONFIG) --libs $(CORE_PACKAGES)) -lunistring -lpthread -lm
PROGRAM_LIBS = $(shell $(PKG_CONFIG) --libs $(PROGRAM_PACKAGES)) -lunistring -lpthread -lm

CORE_LAYERS := base ods dom style facts dict engine score compare baseline report lsp
CORE_SOURCES := $(sort $(wildcard $(CORE_LAYERS:%=src/%/*.c)))
PROGRAM_LAYERS := net archive store campaign rank survey cli
PROGRAM_SOURCES := $(sort $(wildcard $(PROGRAM_LAYERS:%=src/%/*.c)))
RULE_SOURCES := $(sort $(filter-out rules/common/%,$(shell find rules -name '*.c' | LC_ALL=C sort)))
RULE_COMMON := $(sort $(wildcard rules/common/*.c))
GENERATED_SOURCES := $(BUILD)/gen/kinds.c $(BUILD)/gen/roles.c $(BUILD)/gen/rules_table.c $(BUILD)/gen/referential.c $(BUILD)/gen/lexicon.c \
	$(BUILD)/gen/ua_css.c $(BUILD)/gen/report_assets.c

object = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
CORE_OBJECTS := $(call object,$(CORE_SOURCES) $(RULE_SOURCES) $(RULE_COMMON)) \
	$(GENERATED_SOURCES:$(BUILD)/gen/%.c=$(BUILD)/obj/gen/%.o)
PROGRAM_OBJECTS := $(call object,$(PROGRAM_SOURCES)) $(BUILD)/obj/gen/fixtures.o $(BUILD)/obj/gen/rank_assets.o
# The program without its command line: what tests link with.
PARTS_OBJECTS := $(call object,$(sort $(wildcard $(filter-out src/cli/%,$(PROGRAM_LAYERS:%=src/%/*.c))))) \
	$(BUILD)/obj/gen/rank_assets.o

LIB := $(BUILD)/libclairlint.a
PROGRAM := $(BUILD)/clairlint

Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-4s %s\n' '$(1)' '$(2)')

.PHONY: all lib help install clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:
all: $(PROGRAM) $(LIB) ## builds the program and the library
lib: $(LIB)

$(PROGRAM): $(PROGRAM_OBJECTS) $(LIB)
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $(PROGRAM_OBJECTS) $(LIB) $(ALL_LDFLAGS) $(PROGRAM_LIBS)

$(LIB): $(CORE_OBJECTS)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $(CORE_OBJECTS)

$(BUILD)/obj/%.o: %.c | $(BUILD)/gen/clairlint/kinds.h
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Fixtures are longer than the strings that C promises to every compiler.
$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c | $(BUILD)/gen/clairlint/kinds.h
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) -Wno-overlength-strings -MMD -MP -c -o $@ $<

KIND_LISTS := src/dom/tags.tsv src/dom/attrs.tsv src/facts/roles.tsv
$(BUILD)/gen/clairlint/kinds.h: ci/gen-kinds.sh $(KIND_LISTS)
	$(Q)mkdir -p $(@D) && ci/gen-kinds.sh header $(KIND_LISTS) > $@
$(BUILD)/gen/kinds.c: ci/gen-kinds.sh $(KIND_LISTS)
	$(Q)mkdir -p $(@D) && ci/gen-kinds.sh source $(KIND_LISTS) > $@

ROLE_TABLES := src/facts/roles.tsv src/facts/aria.tsv src/facts/languages.tsv
$(BUILD)/gen/roles.c: ci/gen-roles.sh $(ROLE_TABLES)
	$(Q)mkdir -p $(@D) && ci/gen-roles.sh $(ROLE_TABLES) > $@

UA_SHEETS := html=src/style/ua.css quirks=src/style/ua-quirks.css foreign=src/style/ua-foreign.css
$(BUILD)/gen/ua_css.c: ci/gen-ua.sh src/style/ua.css src/style/ua-quirks.css src/style/ua-foreign.css
	$(Q)mkdir -p $(@D) && ci/gen-ua.sh $(UA_SHEETS) > $@

REPORT_ASSETS := style=src/report/report.css script=src/report/report.js
$(BUILD)/gen/report_assets.c: ci/gen-assets.sh src/report/report.css src/report/report.js
	$(Q)mkdir -p $(@D) && ci/gen-assets.sh report/html.h clair_html $(REPORT_ASSETS) > $@

# The public site of a ranking looks like a report.
RANK_ASSETS := style=src/report/report.css+src/rank/rank.css script=src/report/report.js+src/rank/rank.js
$(BUILD)/gen/rank_assets.c: ci/gen-assets.sh src/report/report.css src/rank/rank.css src/report/report.js src/rank/rank.js
	$(Q)mkdir -p $(@D) && ci/gen-assets.sh rank/site.h clair_rank $(RANK_ASSETS) > $@

# The table depends on the list of rules as well as on the rules: a deleted rule is seen.
$(BUILD)/gen/rules.list: FORCE
	$(Q)mkdir -p $(@D) && printf '%s\n' $(RULE_SOURCES) > $@.new && \
	if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
$(BUILD)/gen/rules_table.c: $(BUILD)/gen/rules.list rules/gen-table.sh
	$(Q)rules/gen-table.sh < $(BUILD)/gen/rules.list > $@

REFERENTIALS := $(sort $(wildcard rules/referentials/*.tsv))
$(BUILD)/gen/referential.c: rules/gen-referential.sh $(REFERENTIALS)
	$(Q)mkdir -p $(@D) && rules/gen-referential.sh $(REFERENTIALS) > $@

FIXTURES := $(sort $(shell find tests/rules -name '*.html'))
$(BUILD)/gen/fixtures.list: FORCE
	$(Q)mkdir -p $(@D) && printf '%s\n' $(FIXTURES) > $@.new && \
	if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
$(BUILD)/gen/fixtures.c: ci/gen-fixtures.sh $(BUILD)/gen/fixtures.list $(FIXTURES)
	$(Q)ci/gen-fixtures.sh $(FIXTURES) > $@

HUNSPELL_FR ?= /usr/share/hunspell
$(BUILD)/gen-lexicon: ci/gen-lexicon.c src/dict/lexicon.h src/clairlint/grammar.h
	$(Q)mkdir -p $(@D) && $(CC) $(CSTD) -O2 -Isrc -o $@ $< -lunistring
$(BUILD)/gen/lexicon.c: $(BUILD)/gen-lexicon $(wildcard $(HUNSPELL_FR)/fr.aff $(HUNSPELL_FR)/fr.dic)
	$(Q)mkdir -p $(@D) && $(BUILD)/gen-lexicon $(HUNSPELL_FR)/fr.aff $(HUNSPELL_FR)/fr.dic $(@D)/lexicon.bin > $@

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

-include tests/tests.mk

# What the program writes from its options and rules. The folder is written anew: a rule that is gone leaves no page.
$(BUILD)/docs.made: $(PROGRAM)
	$(call say,DOC,$(BUILD)/docs)
	$(Q)rm -rf $(BUILD)/docs && $(PROGRAM) doc $(BUILD)/docs && touch $@

SHARE = $(DESTDIR)$(PREFIX)/share
install: all $(BUILD)/docs.made ## installs under $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(LIBDIR)/pkgconfig \
		$(DESTDIR)$(PREFIX)/include/clairlint $(DESTDIR)$(PREFIX)/share/clairlint
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/clairlint
	install -m 644 $(LIB) $(DESTDIR)$(LIBDIR)/libclairlint.a
	install -m 644 src/clairlint/*.h src/clairlint/property.def src/clairlint/format.def \
		$(BUILD)/gen/clairlint/kinds.h $(DESTDIR)$(PREFIX)/include/clairlint/
	cp -R dictionaries $(DESTDIR)$(PREFIX)/share/clairlint/
	install -d $(DESTDIR)$(PREFIX)/share/clairlint/regles
	install -m 644 rules/regle/*.regle $(DESTDIR)$(PREFIX)/share/clairlint/regles/
	install -d $(SHARE)/man $(SHARE)/doc/clairlint/examples $(SHARE)/bash-completion/completions \
		$(SHARE)/zsh/vendor-completions $(SHARE)/fish/vendor_completions.d
	cp -R $(BUILD)/docs/man/. $(SHARE)/man/
	cp -R $(BUILD)/docs/html $(SHARE)/doc/clairlint/
	cp -R tests/site/sample $(SHARE)/doc/clairlint/examples/
	cp -R $(BUILD)/docs/schema rules/regle $(SHARE)/clairlint/
	install -m 644 $(BUILD)/docs/completions/bash/clairlint $(SHARE)/bash-completion/completions/
	install -m 644 $(BUILD)/docs/completions/zsh/_clairlint $(SHARE)/zsh/vendor-completions/
	install -m 644 $(BUILD)/docs/completions/fish/clairlint.fish $(SHARE)/fish/vendor_completions.d/
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@VERSION@|$(VERSION)|' \
		-e 's|@REQUIRES@|$(CORE_PACKAGES)|' ci/clairlint.pc.in \
		> $(DESTDIR)$(LIBDIR)/pkgconfig/clairlint.pc

.PHONY: dist deb deb-check newcomer image-check
DIST := $(BUILD)/clairlint-$(VERSION).tar.gz
dist: ## the sources of the last commit in $(BUILD)/clairlint-VERSION.tar.gz: the same bytes each time
	$(Q)mkdir -p $(BUILD) && git archive --format=tar --prefix=clairlint-$(VERSION)/ HEAD | gzip -9n > $(DIST)
	@sha256sum $(DIST)

deb: dist ## the Debian packages, in $(BUILD)/deb, judged by lintian
	@ci/deps.sh build package
	@ci/deb.sh $(DIST) $(BUILD)/deb

deb-check: deb ## the same, built again elsewhere: the same bytes
	@ci/deb.sh $(DIST) $(BUILD)/deb-again-elsewhere
	@ci/same-debs.sh $(BUILD)/deb $(BUILD)/deb-again-elsewhere

newcomer: ## times the way from a bare Debian 12 to a first report, with the packages of `make deb` (as root, with network)
	@ci/deps.sh root
	@ci/newcomer.sh $(BUILD)/deb $(BUILD)/bare/debian.tar $(BUILD)/bare/newcomer

image-check: ## does what ci/Containerfile says in bare roots, and runs the outcome without rights (as root, with network)
	@ci/deps.sh root
	@ci/image-check.py $(BUILD)/bare/debian.tar $(BUILD)/bare/image

clean: ## removes what was built
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | \
		LC_ALL=C sort | awk -F'|' '{ printf "%-28s %s\n", $$1, $$2 }'
