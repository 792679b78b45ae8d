/*
 * The sheets of one page, in the order of the cascade: each after those that it imports (CSS Cascade 5,
 * 4.1). See sheets.h.
 */
#include "engine/sheets.h"

#include "base/clock.h"
#include "clairlint/rule.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	USES = 256,           /* sheets on a page */
	DEPTH = 8,            /* of @import */
	MEMORY = 96 << 20,    /* of the sheets of a page */
	MILLISECONDS = 1500,  /* to parse those that are new */
};

/* What brought a sheet: the one that imports it, up to the page's own. */
struct importer {
	const struct importer *above;
	const char *url;
	const char *base;
	const char *layer_prefix;
	unsigned depth;
};

struct gathering {
	struct clair_page_sheets *sheets;
	const struct clair_page *page;
	struct clair_arena *arena;
	struct clair_sheet_use *uses;
	struct clair_missing_sheet *missing;
	const char **read;         /* addresses had */
	struct timespec end;
	size_t memory;
	unsigned asked;            /* sheets, had or not */
	const struct clair_node *node; /* the <link> or <style> now looked at */
};

static const char *
locate(struct gathering *gathering, const char *base, const char *reference)
{
	const struct clair_sheet_source *source = clair_sheets_source(gathering->sheets->store);
	char *found;
	const char *copy;

	if (source->locate == NULL)
		return reference;
	found = source->locate(source->locate_payload, base, reference);
	copy = found == NULL ? NULL : clair_strdup(gathering->arena, found);
	free(found);
	return copy;
}

/* HTML 4.2.3: the first <base> with an address. */
static const char *
page_base(struct gathering *gathering)
{
	const struct clair_page *page = gathering->page;
	const char *base = NULL;

	for (uint32_t i = 0; i < page->tag_count[CLAIR_TAG_BASE]; i++) {
		const char *href =
		    clair_attr(&page->nodes[page->by_tag[CLAIR_TAG_BASE][i]], CLAIR_ATTR_HREF);

		if (href == NULL)
			continue;
		base = locate(gathering, page->url, href);
		break;
	}
	return base != NULL ? base : page->url;
}

/* --- What is missing ------------------------------------------------------------------------------ */

static void
miss(struct gathering *gathering, const char *url, const char *why)
{
	struct clair_style_set *set = &gathering->sheets->set;

	for (uint32_t i = 0; i < set->missing_count; i++) {
		if (strcmp(gathering->missing[i].url, url) == 0)
			return;
	}
	if (set->missing_count < USES)
		gathering->missing[set->missing_count++] = (struct clair_missing_sheet){
			.url = clair_strdup(gathering->arena, url),
			.node = gathering->node,
			.why = why,
		};
}

static bool
same_origin(const char *one, const char *other)
{
	const char *host = strstr(one, "://");
	size_t length = host == NULL ? 0 : (size_t)(host - one) + 3 + strcspn(host + 3, "/?#");

	return length != 0 && strncasecmp(one, other, length) == 0 &&
	    strchr("/?#", other[length]) != NULL;
}

/* HTML 4.6.7.22, CSSOM 6.3.1: another type than text/css is refused, but in quirks mode from the page's own
 * server, which did not forbid to guess. */
static bool
is_css(const struct gathering *gathering, const struct clair_sheet_answer *answer)
{
	if (answer->media_type[0] == '\0' || strcmp(answer->media_type, "text/css") == 0)
		return true;
	return gathering->page->quirks && !answer->no_sniff &&
	    same_origin(gathering->page->url, answer->final_url);
}

/* --- Uses ----------------------------------------------------------------------------------------- */

/* What stops a sheet before it is asked for, or NULL. */
static const char *
ceiling_met(struct gathering *gathering)
{
	if (gathering->asked++ >= USES)
		return "too-many-sheets";
	if (gathering->memory > MEMORY)
		return "too-large";
	return clair_clock_is_past(&gathering->end) ? "time" : NULL;
}

static void
hold(struct gathering *gathering, struct clair_content *content)
{
	gathering->sheets->held[gathering->sheets->held_count++] = content;
}

static void
add_use(struct gathering *gathering, const struct clair_sheet *sheet, const struct importer *importer,
    const char *url)
{
	struct clair_sheet_use *use = &gathering->uses[gathering->sheets->set.count++];

	gathering->memory += sheet->mem.used;
	if (sheet->cut)
		miss(gathering, url[0] != '\0' ? url : "<style>", "cut");
	*use = (struct clair_sheet_use){
		.sheet = sheet,
		.url = url,
		.node = gathering->node,
		.layer_prefix = importer->layer_prefix,
	};
}

/* Each address counts once. */
static void
count_read(struct gathering *gathering, const char *url)
{
	for (uint32_t i = 0; i < gathering->sheets->read; i++) {
		if (strcmp(gathering->read[i], url) == 0)
			return;
	}
	gathering->read[gathering->sheets->read++] = url;
}

static void add_linked(struct gathering *gathering, const char *reference, const char *charset,
    const struct importer *importer);

/* The layer of an @import, over those of its own importers. A layer without name is no other's: it gets
 * a number of this page. */
static const char *
prefix_of(struct gathering *gathering, const struct clair_sheet *sheet,
    const struct clair_css_import *import, const char *above)
{
	const char *name;

	if (import->layer == CLAIR_NO_LAYER)
		return above;
	name = sheet->layers[import->layer].name;
	if (strchr(name, '\001') != NULL)
		return clair_asprintf(
		    gathering->arena, "%s\001@%u.", above, gathering->asked);
	return clair_asprintf(gathering->arena, "%s%s.", above, name);
}

static void
add_imports(struct gathering *gathering, const struct clair_sheet *sheet, const char *base,
    const char *url, const char *charset, const struct importer *above)
{
	for (uint32_t i = 0; i < sheet->import_count; i++) {
		const struct clair_css_import *import = &sheet->imports[i];
		struct importer importer = {
			.above = above,
			.url = url,
			.base = base,
			.depth = above->depth + 1,
		};

		if (!import->supported || (import->media != NULL &&
		        !clair_media_matches(import->media, &gathering->sheets->set.screen)))
			continue;
		importer.layer_prefix = prefix_of(gathering, sheet, import, above->layer_prefix);
		add_linked(gathering, import->url, charset, &importer);
	}
}

/* A sheet that imports itself, near or far, is not read again. */
static bool
is_loop(const struct importer *importer, const char *url)
{
	for (; importer != NULL; importer = importer->above) {
		if (importer->url != NULL && strcmp(importer->url, url) == 0)
			return true;
	}
	return false;
}

static const struct clair_sheet *
read_linked(struct gathering *gathering, const char *url, const char *charset,
    struct clair_sheet_answer *answer)
{
	struct clair_sheets *store = gathering->sheets->store;
	const struct clair_sheet *sheet;

	*answer = clair_sheets_load(store, url, gathering->arena);
	if (answer->content != NULL)
		hold(gathering, answer->content);
	if (answer->failure == NULL && !is_css(gathering, answer))
		answer->failure = "not-css";
	if (answer->failure != NULL)
		return NULL;
	sheet = clair_sheets_parse(store, answer->content, charset, gathering->page->quirks);
	if (sheet == NULL)
		answer->failure = "no-memory";
	return sheet;
}

/* Services whose sheets hold @font-face and nothing else: having them or not changes no style that we
 * compute, and asking would tell a third party who is audited. Their icon sheets have rules. */
static bool
only_brings_fonts(const char *url)
{
	static const char *const services[] = {
	    "https://fonts.googleapis.com/css", "http://fonts.googleapis.com/css",
	    "https://fonts.bunny.net/css", "https://api.fontshare.com/v2/css"};

	if (strstr(url, "effect=") != NULL)
		return false;
	for (size_t i = 0; i < sizeof(services) / sizeof(services[0]); i++) {
		if (strncmp(url, services[i], strlen(services[i])) == 0)
			return true;
	}
	return false;
}

/* The sheet at an address, after its imports. Calls itself for them, no deeper than DEPTH. */
static void
add_linked(struct gathering *gathering, const char *reference, const char *charset,
    const struct importer *importer)
{
	const char *url = locate(gathering, importer->base, reference);
	const char *why = url == NULL ? "bad-url" : ceiling_met(gathering);
	struct clair_sheet_answer answer;
	const struct clair_sheet *sheet;

	if (why == NULL && importer->depth > DEPTH)
		why = "import-too-deep";
	if (why != NULL) {
		miss(gathering, url != NULL ? url : reference, why);
		return;
	}
	if (is_loop(importer, url) || only_brings_fonts(url))
		return;
	sheet = read_linked(gathering, url, charset, &answer);
	if (sheet == NULL) {
		miss(gathering, answer.final_url[0] != '\0' ? answer.final_url : url, answer.failure);
		return;
	}
	count_read(gathering, url);
	add_imports(gathering, sheet, answer.final_url, url, charset, importer);
	add_use(gathering, sheet, importer, answer.final_url);
}

/* Offset in the source of the text of a <style>. */
static uint32_t
text_offset(const struct clair_node *style)
{
	const struct clair_node *child = clair_node_first(style);

	while (child != NULL && child->kind != CLAIR_NODE_TEXT)
		child = clair_node_next(child);
	return child != NULL ? clair_text_source_offset(child, 0) : style->offset + style->length;
}

static void
add_style(struct gathering *gathering, const struct clair_style_source *source,
    const struct importer *importer)
{
	struct clair_sheets *store = gathering->sheets->store;
	const char *why = ceiling_met(gathering);
	struct clair_content *content;
	const struct clair_sheet *sheet;

	if (why != NULL) {
		miss(gathering, "<style>", why);
		return;
	}
	content = clair_sheets_inline(store, source->text, source->length);
	if (content == NULL)
		return;
	hold(gathering, content);
	sheet = clair_sheets_parse(store, content, "utf-8", gathering->page->quirks);
	if (sheet == NULL)
		return;
	add_imports(gathering, sheet, importer->base, NULL, gathering->page->charset, importer);
	add_use(gathering, sheet, importer, "");
	gathering->uses[gathering->sheets->set.count - 1].node_source = text_offset(source->node);
}

static void
add_sources(struct gathering *gathering)
{
	struct clair_style_set *set = &gathering->sheets->set;
	const struct importer page = {.base = page_base(gathering), .layer_prefix = ""};
	const struct clair_style_source *sources;
	size_t count = clair_style_sources(gathering->page, &set->screen, &sources, gathering->arena);

	for (size_t i = 0; i < count; i++) {
		const struct clair_style_source *source = &sources[i];

		gathering->node = source->node;
		if (source->href != NULL)
			add_linked(gathering, source->href,
			    source->charset != NULL ? source->charset : gathering->page->charset, &page);
		else
			add_style(gathering, source, &page);
	}
}

struct clair_page_sheets *
clair_page_sheets_new(
    struct clair_sheets *store, const struct clair_page *page, struct clair_arena *arena)
{
	struct clair_page_sheets *sheets = clair_alloc(arena, sizeof(*sheets));
	struct gathering gathering = {.sheets = sheets, .page = page, .arena = arena};

	gathering.uses = clair_alloc_array(arena, USES, sizeof(*gathering.uses));
	gathering.missing = clair_alloc_array(arena, USES, sizeof(*gathering.missing));
	gathering.read = clair_alloc_array(arena, USES, sizeof(*gathering.read));
	if (gathering.read == NULL)
		return NULL;
	sheets->held = clair_alloc_array(arena, USES, sizeof(struct clair_content *));
	if (sheets->held == NULL)
		return NULL;
	sheets->store = store;
	sheets->set = (struct clair_style_set){
		.browser = clair_sheets_browser(store),
		.uses = gathering.uses,
		.missing = gathering.missing,
		.screen = clair_screen_of_width(clair_sheets_source(store)->screen_width),
	};
	gathering.end = clair_clock_after(MILLISECONDS);
	add_sources(&gathering);
	return sheets;
}

void
clair_page_sheets_release(struct clair_page_sheets *sheets)
{
	for (uint32_t i = 0; sheets != NULL && i < sheets->held_count; i++)
		clair_sheets_let_go(sheets->store, sheets->held[i]);
}
