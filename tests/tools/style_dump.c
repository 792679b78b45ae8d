/*
 * What we compute for each element of pages on disk, as lines of JSON, for tests/browser/style-check.js.
 *
 * Reads lines "FILE\tROOT\tPREFIX\tWANTED". ROOT stands for the site, PREFIX is what its root-absolute
 * addresses carry. For each page: an object about it, then one array for each element in document order,
 * then null. Past the eighth, values are in the order of property.def, 0 for that of the element before:
 *     [name, id, class, parent, rendered, foreign, before, after, values…]
 * `before` and `after` are null or [display, content]. With WANTED ("ELEMENT:PROPERTY" again and again,
 * as numbers), the arrays are instead who declared each of these: [element, property, place, text]. With
 * "contrast", they are what is known of the contrast of each element, for contrast-check.js:
 *     [name, id, class, parent, verdict, why, ratio, best, text, back]
 */
#include "clairlint/rule.h"
#include "engine/sheets.h"
#include "facts/ctx.h"
#include "net/url.h"
#include "rules/common/contrast.h"
#include "tests/support/read.h"

#include <curl/curl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 1 << 20, MILLISECONDS = 20000 };

struct task {
	char *file, *root, *prefix, *wanted;
	struct clair_page page;
	struct clair_ctx ctx;
	struct clair_arena mem;
	struct clair_page_sheets *sheets;
	struct clair_style_table *table;
	const struct clair_node **elements; /* those that are written */
	uint32_t element_count;
};

/* --- Sheets --------------------------------------------------------------------------------------- */

/* The path of an address, its references decoded; "" when it has none that a file can have. */
static const char *
path_of(const char *url, struct clair_arena *arena)
{
	CURLU *parts = curl_url();
	char *path = NULL;
	const char *copy;

	if (curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK)
		curl_url_get(parts, CURLUPART_PATH, &path, CURLU_URLDECODE);
	copy = clair_strdup(arena, path == NULL ? "" : path);
	curl_free(path);
	curl_url_cleanup(parts);
	return copy;
}

/* As tests/browser/style-pages.js finds it: by its path under the root, whatever the host. */
static char *
read_address(struct task *task, const char *url, size_t *read)
{
	const char *path = path_of(url, &task->mem);
	size_t length = strlen(path);
	size_t prefix = strlen(task->prefix);
	char *bytes;

	if (length < 4 || strcmp(path + length - 4, ".css") != 0 || strstr(path, "/../") != NULL)
		return NULL;
	bytes = support_read(clair_asprintf(&task->mem, "%s%s", task->root, path), read);
	if (bytes != NULL || prefix == 0 || strncmp(path, task->prefix, prefix) != 0)
		return bytes;
	return support_read(clair_asprintf(&task->mem, "%s/%s", task->root, path + prefix), read);
}

/* A clair_load_fn. */
static void
load(void *payload, const char *url, struct clair_resource *resource)
{
	resource->bytes = read_address(payload, url, &resource->length);
	if (resource->bytes != NULL)
		resource->media_type = strdup("text/css");
	else
		resource->failure = "not-found";
}

/* --- Lines ---------------------------------------------------------------------------------------- */

static void
print(json_t *value)
{
	if (value == NULL)
		abort();
	json_dumpf(value, stdout, JSON_COMPACT | JSON_ENCODE_ANY);
	putchar('\n');
	json_decref(value);
}

static const char *
value_of(struct task *task, const struct clair_style *style, enum clair_property property)
{
	return clair_css_write(property, clair_style_value(style, property), &task->mem);
}

static json_t *
pseudo(struct task *task, const struct clair_node *node, enum clair_pseudo_element which)
{
	const struct clair_style *style = clair_style_pseudo(task->table, node, which);

	return style == NULL ? json_null()
	                     : json_pack("[s, s]", value_of(task, style, CLAIR_CSS_DISPLAY),
	                           value_of(task, style, CLAIR_CSS_CONTENT));
}

static const char *
attribute(const struct clair_node *node, enum clair_attribute name)
{
	const char *value = clair_attr(node, name);

	return value == NULL ? "" : value;
}

static void
print_element(struct task *task, const struct clair_node *node, long parent, const char **last)
{
	const struct clair_style *style = clair_style_of(task->table, node);
	json_t *line = json_pack("[s, s, s, i, b, b, o, o]", node->name, attribute(node, CLAIR_ATTR_ID),
	    attribute(node, CLAIR_ATTR_CLASS), (int)parent, clair_rendered(&task->ctx, node),
	    (node->flags & CLAIR_NODE_FOREIGN) != 0, pseudo(task, node, CLAIR_PSEUDO_BEFORE),
	    pseudo(task, node, CLAIR_PSEUDO_AFTER));

	for (int property = 0; property < CLAIR_PROPERTY_COUNT; property++) {
		const char *value = value_of(task, style, (enum clair_property)property);
		bool same = last[property] != NULL && strcmp(value, last[property]) == 0;

		json_array_append_new(line, same ? json_integer(0) : json_string(value));
		last[property] = value;
	}
	print(line);
}

/* The contents of a template are in a document of their own. */
static void
list_elements(struct task *task)
{
	task->elements = clair_alloc_array(&task->mem, task->page.node_count, sizeof(*task->elements));
	for (uint32_t i = 0; task->elements != NULL && i < task->page.node_count; i++) {
		const struct clair_node *node = &task->page.nodes[i];

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		task->elements[task->element_count++] = node;
		if (node->tag == CLAIR_TAG_TEMPLATE && (node->flags & CLAIR_NODE_FOREIGN) == 0)
			i = node->end - 1;
	}
}

static void
print_elements(struct task *task)
{
	const char *last[CLAIR_PROPERTY_COUNT] = {NULL};
	uint32_t *places = clair_alloc_array(&task->mem, task->page.node_count + 1, sizeof(*places));

	/* Chromium goes without the same sheets. */
	task->sheets->set.missing_count = 0;
	for (uint32_t i = 0; places != NULL && i < task->element_count; i++) {
		const struct clair_node *node = task->elements[i];

		places[node->index] = i;
		print_element(task, node,
		    node->parent == CLAIR_NO_NODE ? -1 : (long)places[node->parent], last);
	}
}

static json_t *
place_of(struct task *task, const struct clair_node *node, enum clair_property property)
{
	static const char *const names[] = {"nobody", "browser", "hint", "sheet", "attribute"};
	struct clair_style_place place = clair_style_place(task->table, node, property);
	uint32_t line;
	uint32_t column;
	const char *text;

	if (place.by != CLAIR_BY_SHEET || place.use == NULL)
		return json_pack("[s, s]", names[place.by],
		    place.by == CLAIR_BY_ATTRIBUTE ? attribute(place.node, CLAIR_ATTR_STYLE) : "");
	clair_sheet_position(place.use->sheet, place.offset, &line, &column);
	text = place.use->sheet->source + place.offset;
	return json_pack("[s, s]",
	    clair_asprintf(&task->mem, "%s:%u:%u", place.use->url, line, column),
	    clair_strndup(&task->mem, text, strcspn(text, ";}\n")));
}

static void
print_wanted(struct task *task)
{
	const char *at = task->wanted;

	while (*at != '\0') {
		char *end;
		unsigned long element = strtoul(at, &end, 10);
		unsigned long property = *end == ':' ? strtoul(end + 1, &end, 10) : CLAIR_PROPERTY_COUNT;

		if (element >= task->element_count || property >= CLAIR_PROPERTY_COUNT)
			break;
		print(json_pack("[i, i, o]", (int)element, (int)property,
		    place_of(task, task->elements[element], (enum clair_property)property)));
		at = *end == ',' ? end + 1 : end;
	}
}

static void
print_contrast(struct task *task, const struct clair_node *node, long parent)
{
	static const char *const verdicts[] = {[RULE_CONTRAST_NONE] = "none",
	    [RULE_CONTRAST_ENOUGH] = "enough", [RULE_CONTRAST_LOW] = "low",
	    [RULE_CONTRAST_UNSURE] = "unsure", [RULE_CONTRAST_UNKNOWN] = "unknown"};
	const struct clair_contrast *contrast = clair_contrast(&task->ctx, node);
	const char *verdict = verdicts[rule_contrast_judge(contrast, 4.5, 3)];

	print(json_pack("[s, s, s, i, s, s?, f, f, s?, s?]", node->name, attribute(node, CLAIR_ATTR_ID),
	    attribute(node, CLAIR_ATTR_CLASS), (int)parent, verdict, contrast->why, contrast->ratio,
	    contrast->best, contrast->text, contrast->back));
}

static void
print_contrasts(struct task *task)
{
	uint32_t *places = clair_alloc_array(&task->mem, task->page.node_count + 1, sizeof(*places));

	/* Chromium goes without the same sheets. */
	task->sheets->set.missing_count = 0;
	for (uint32_t i = 0; places != NULL && i < task->element_count; i++) {
		const struct clair_node *node = task->elements[i];

		places[node->index] = i;
		print_contrast(
		    task, node, node->parent == CLAIR_NO_NODE ? -1 : (long)places[node->parent]);
	}
}

/* --- Pages ---------------------------------------------------------------------------------------- */

static void
print_page(struct task *task)
{
	list_elements(task);
	task->table = clair_style_compute(&task->page, &task->sheets->set, &task->mem, MILLISECONDS);
	if (task->table == NULL || task->mem.failed) {
		print(json_pack("{s: s}", "failed", "memory"));
		return;
	}
	print(json_pack("{s: s, s: i, s: i, s: b, s: b}", "page", task->file, "sheets",
	    (int)task->sheets->set.count, "notLocal", (int)task->sheets->set.missing_count, "quirks", task->page.quirks,
	    "exhausted", clair_style_exhausted(task->table)));
	if (strcmp(task->wanted, "contrast") == 0)
		print_contrasts(task);
	else if (task->wanted[0] == '\0')
		print_elements(task);
	else
		print_wanted(task);
}

static void
do_page(struct task *task, struct clair_sheets *store, const char *html, size_t length)
{
	static const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 10000};
	const char *url = clair_asprintf(
	    &task->mem, "http://pages.test/%s", task->file + strlen(task->root) + 1);
	struct clair_document document = {.url = url, .media_type = "text/html", .http_status = 200,
	    .click_depth = -1, .bytes = html, .length = length};
	const char *why = "";

	if (clair_page_parse(&task->page, &document, &limits, &why) != CLAIR_OK) {
		print(json_pack("{s: s}", "failed", why));
		return;
	}
	task->ctx.page = &task->page;
	task->ctx.resolve = clair_url_resolve;
	task->sheets = clair_page_sheets_new(store, &task->page, &task->mem);
	if (task->sheets == NULL || !clair_facts_new(&task->ctx))
		abort();
	task->ctx.sheets = &task->sheets->set;
	print_page(task);
	clair_page_sheets_release(task->sheets);
	clair_page_free(&task->page);
}

/* A store for each page: the same address is another sheet on another site. */
static void
do_task(struct task *task)
{
	const struct clair_sheet_source source = {
	    .load = load, .load_payload = task, .locate = clair_url_resolve};
	struct clair_sheets *store = clair_sheets_new(&source, 0);
	size_t length = 0;
	char *html = support_read(task->file, &length);

	if (store == NULL)
		abort();
	clair_arena_init(&task->mem, 0);
	if (html != NULL)
		do_page(task, store, html, length);
	else
		print(json_pack("{s: s}", "failed", "not read"));
	print(json_null());
	fflush(stdout); /* the reader waits for it before it asks again */
	free(html);
	clair_arena_free(&task->mem);
	clair_sheets_free(store);
}

static char *
field(char **line)
{
	char *start = *line;
	size_t length = strcspn(start, "\t\n");

	*line += length + (start[length] == '\t');
	start[length] = '\0';
	return start;
}

int
main(void)
{
	char *line = malloc(LINE);

	while (line != NULL && fgets(line, LINE, stdin) != NULL) {
		struct task task = {.file = NULL};
		char *at = line;

		task.file = field(&at);
		task.root = field(&at);
		task.prefix = field(&at);
		task.wanted = field(&at);
		do_task(&task);
	}
	free(line);
	return 0;
}
