/*
 * The sheets of one page, in the order of the cascade: each after those that it imports (CSS Cascade 5,
 * 4.1). See sheets.h.
 */
#include "engine/sheets.h"

#include "base/clock.h"
#include "clairlint/rule.h"

#include <stdlib.h>
#include <string.h>

enum {
	USES = 256,           /* sheets on a page */
	REFERENCES = 4096,    /* to sheets, asked for or not */
	DEPTH = 8,            /* of @import */
	MEMORY = 96 << 20,    /* of the sheets of a page, past which no other is asked for */
	MILLISECONDS = 60000, /* to parse those that are new: a last resort, that no page is known to meet */
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
	unsigned references;
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

/* Up to the path of an address; 0 when it has no host. */
static size_t
origin_length(const char *url)
{
	const char *host = url == NULL ? NULL : strstr(url, "://");

	return host == NULL ? 0 : (size_t)(host - url) + 3 + strcspn(host + 3, "/?#");
}

/* HTML 7.1.1. The case of a host and a port that goes without saying are settled by who locates. */
static bool
same_origin(struct gathering *gathering, const char *one, const char *other)
{
	size_t length;

	if (origin_length(one) == 0 || origin_length(other) == 0)
		return false;
	one = locate(gathering, one, one);
	other = locate(gathering, other, other);
	length = origin_length(one);
	return length != 0 && length == origin_length(other) && memcmp(one, other, length) == 0;
}

/* HTML 4.6.7.22, CSSOM 6.3.1: another type than text/css is refused, but in quirks mode from the page's own
 * server, which did not forbid to guess. */
static bool
is_css(struct gathering *gathering, const struct clair_sheet_answer *answer)
{
	if (answer->media_type[0] == '\0' || strcmp(answer->media_type, "text/css") == 0)
		return true;
	return gathering->page->quirks && !answer->no_sniff &&
	    same_origin(gathering, gathering->page->url, answer->final_url);
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

/* What is held stays in memory until the page is judged: its bytes weigh as its parse does. */
static const struct clair_sheet *
hold(struct gathering *gathering, struct clair_content *content, const char *charset)
{
	const struct clair_sheet *sheet;

	gathering->sheets->held[gathering->sheets->held_count++] = content;
	gathering->memory += clair_sheets_length(content);
	sheet = clair_sheets_parse(
	    gathering->sheets->store, content, charset, gathering->page->quirks);
	if (sheet != NULL)
		gathering->memory += sheet->mem.used;
	return sheet;
}

static void
add_use(struct gathering *gathering, const struct clair_sheet *sheet, const struct importer *importer,
    const char *url)
{
	struct clair_sheet_use *use = &gathering->uses[gathering->sheets->set.count++];

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
	if (answer->failure != NULL)
		return NULL;
	if (!is_css(gathering, answer)) {
		clair_sheets_let_go(store, answer->content);
		answer->failure = "not-css";
		return NULL;
	}
	sheet = hold(gathering, answer->content, charset);
	if (sheet == NULL)
		answer->failure = "no-memory";
	return sheet;
}

/* Services whose sheets hold @font-face and nothing else: having them or not changes no style that we
 * compute, and asking would tell a third party who is audited. */
static const struct font_service {
	const char *host;
	const char *path;
} font_services[] = {
	{"fonts.googleapis.com", "/css"},
	{"fonts.googleapis.com", "/css2"},
	{"fonts.bunny.net", "/css"},
	{"fonts.bunny.net", "/css2"},
	{"api.fontshare.com", "/v1/css"},
	{"api.fontshare.com", "/v2/css"},
};

/* What their queries ask for that comes with rules: effects, and classes for icons. */
static const char *const with_rules[] = {"effect=", "material"};

static bool
is_from(const struct font_service *service, const char *host)
{
	size_t host_length = strlen(service->host);
	size_t path_length = strlen(service->path);

	return strncmp(host, service->host, host_length) == 0 &&
	    strncmp(host + host_length, service->path, path_length) == 0 &&
	    strchr("?", host[host_length + path_length]) != NULL;
}

static bool
only_brings_fonts(const char *url)
{
	const char *host = strstr(url, "://");

	if (strncmp(url, "http", 4) != 0 || host == NULL)
		return false;
	for (size_t i = 0; i < sizeof(with_rules) / sizeof(with_rules[0]); i++) {
		if (strcasestr(url, with_rules[i]) != NULL)
			return false;
	}
	for (size_t i = 0; i < sizeof(font_services) / sizeof(font_services[0]); i++) {
		if (is_from(&font_services[i], host + 3))
			return true;
	}
	return false;
}

/* The sheet at an address, after its imports. Calls itself for them, no deeper than DEPTH. */
static void
add_linked(struct gathering *gathering, const char *reference, const char *charset,
    const struct importer *importer)
{
	const char *url = NULL;
	const char *why = "too-many-sheets";
	struct clair_sheet_answer answer;
	const struct clair_sheet *sheet;

	if (gathering->references++ < REFERENCES) {
		url = locate(gathering, importer->base, reference);
		if (url != NULL && (is_loop(importer, url) || only_brings_fonts(url)))
			return;
		why = url == NULL ? "bad-url" : ceiling_met(gathering);
	}
	if (why == NULL && importer->depth > DEPTH)
		why = "import-too-deep";
	if (why != NULL) {
		miss(gathering, url != NULL ? url : reference, why);
		return;
	}
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
	const char *why = ceiling_met(gathering);
	struct clair_content *content;
	const struct clair_sheet *sheet;

	if (why != NULL) {
		miss(gathering, "<style>", why);
		return;
	}
	content = clair_sheets_inline(gathering->sheets->store, source->text, source->length);
	sheet = content == NULL ? NULL : hold(gathering, content, "utf-8");
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
