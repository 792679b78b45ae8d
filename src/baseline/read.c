/*
 * A baseline from its file: JSON Lines, so that an error has its line and two branches merge. See
 * docs/schema/baseline-1.schema.json.
 */
#include "baseline/baseline.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FINDINGS = 1 << 24 };

struct reader {
	struct clair_baseline *baseline;
	struct clair_baseline_fault *fault;
	const json_t *line;  /* that is read */
	uint32_t known_room, page_room;
	bool ended;
};

/* --- One line ---------------------------------------------------------------------------------- */

/* The first fault is the one to mend. */
static void
blame(struct reader *reader, enum clair_baseline_why why, const char *key)
{
	if (reader->fault->why != CLAIR_BASELINE_FINE)
		return;
	reader->fault->why = why;
	reader->fault->key = key;
}

static const char *
keep(struct reader *reader, const char *text)
{
	return clair_strdup(&reader->baseline->mem, text);
}

/* "" after a fault. */
static const char *
text_of(struct reader *reader, const char *key)
{
	const char *text = json_string_value(json_object_get(reader->line, key));

	if (text == NULL)
		blame(reader, CLAIR_BASELINE_BAD_KEY, key);
	return text == NULL ? "" : keep(reader, text);
}

static bool
is_print(const char *text)
{
	return strlen(text) == 16 && strspn(text, "0123456789abcdef") == 16;
}

static const char *
print_of(struct reader *reader, const char *key)
{
	const char *text = text_of(reader, key);

	if (!is_print(text))
		blame(reader, CLAIR_BASELINE_BAD_KEY, key);
	return text;
}

/* From `least` on; `without` where the key is not there, unless that is less than `least`. */
static uint32_t
number_of(struct reader *reader, const char *key, uint32_t least, uint32_t without)
{
	const json_t *value = json_object_get(reader->line, key);
	json_int_t number = value == NULL ? (json_int_t)without : json_integer_value(value);

	if ((value != NULL && !json_is_integer(value)) || number < (json_int_t)least || number > MOST_FINDINGS) {
		blame(reader, CLAIR_BASELINE_BAD_KEY, key);
		return least;
	}
	return (uint32_t)number;
}

/* The value of a key that a file may have once. */
static void
set_once(struct reader *reader, struct clair_map *map, const char *key, void *value)
{
	void **slot = clair_map_at(map, key, strlen(key));

	if (slot == NULL || value == NULL)
		return;
	if (*slot != NULL)
		blame(reader, CLAIR_BASELINE_TWICE, NULL);
	*slot = value;
}

/* --- Kinds of lines ------------------------------------------------------------------------------ */

static void
read_budget(struct reader *reader)
{
	const char *name = text_of(reader, "budget");
	const json_t *value = json_object_get(reader->line, "value");
	double *number = clair_alloc(&reader->baseline->mem, sizeof(*number));

	if (!json_is_number(value) || json_number_value(value) < 0)
		blame(reader, CLAIR_BASELINE_BAD_KEY, "value");
	if (number != NULL)
		*number = json_number_value(value);
	set_once(reader, &reader->baseline->budgets, name, number);
}

static void
read_rules(struct reader *reader)
{
	const char *theme = text_of(reader, "theme");
	const json_t *ids = json_object_get(reader->line, "ids");

	if (!json_is_array(ids))
		blame(reader, CLAIR_BASELINE_BAD_KEY, "ids");
	for (size_t i = 0; i < json_array_size(ids); i++) {
		const char *id = json_string_value(json_array_get(ids, i));
		char *full;

		if (id == NULL) {
			blame(reader, CLAIR_BASELINE_BAD_KEY, "ids");
			return;
		}
		full = clair_asprintf(&reader->baseline->mem, "%s/%s", theme, id);
		set_once(reader, &reader->baseline->rules, full, full);
	}
}

static void
read_page(struct reader *reader)
{
	struct clair_baseline *baseline = reader->baseline;
	struct clair_known_page *page = clair_alloc(&baseline->mem, sizeof(*page));
	const char *name = text_of(reader, "page");
	const json_t *tested = json_object_get(reader->line, "tested");

	if (page == NULL || baseline->page_count == reader->page_room)
		return;
	if (tested != NULL && !json_is_boolean(tested))
		blame(reader, CLAIR_BASELINE_BAD_KEY, "tested");
	page->tested = tested == NULL || json_is_true(tested);
	page->content = json_object_get(reader->line, "content") == NULL ? "" : print_of(reader, "content");
	set_once(reader, &baseline->pages, name, page);
	baseline->page_names[baseline->page_count++] = name;
}

static void
read_unlisted(struct reader *reader)
{
	const char *rule = text_of(reader, "rule");
	uint32_t *count = clair_alloc(&reader->baseline->mem, sizeof(*count));

	if (count == NULL)
		return;
	*count = number_of(reader, "count", 1, 0);
	set_once(reader, &reader->baseline->unlisted, rule, count);
}

static void
link_known(struct reader *reader, struct clair_map *map, const char *key, struct clair_known *known)
{
	void **slot = clair_map_at(map, key, strlen(key));
	struct clair_known_link *link = clair_alloc(&reader->baseline->mem, sizeof(*link));

	if (slot == NULL || link == NULL)
		return;
	*link = (struct clair_known_link){known, *slot};
	*slot = link;
}

static void
read_places(struct reader *reader, struct clair_known *known)
{
	const json_t *places = json_object_get(reader->line, "places");

	if (places != NULL && !json_is_array(places))
		blame(reader, CLAIR_BASELINE_BAD_KEY, "places");
	for (size_t i = 0; i < json_array_size(places); i++) {
		const char *place = json_string_value(json_array_get(places, i));

		if (place == NULL || !is_print(place))
			blame(reader, CLAIR_BASELINE_BAD_KEY, "places");
		else
			link_known(reader, &reader->baseline->by_place, keep(reader, place), known);
	}
}

static void
read_finding(struct reader *reader)
{
	struct clair_baseline *baseline = reader->baseline;
	const json_t *review = json_object_get(reader->line, "review");
	struct clair_known *known;

	if (baseline->known_count == reader->known_room)
		return;
	known = &baseline->known[baseline->known_count++];
	known->rule = text_of(reader, "rule");
	known->message = text_of(reader, "message");
	known->fingerprint = print_of(reader, "fingerprint");
	known->page = text_of(reader, "page");
	known->count = known->left = number_of(reader, "count", 1, 1);
	known->pages = number_of(reader, "pages", 1, 1);
	known->most = number_of(reader, "most", 1, known->count);
	known->review = json_is_true(review);
	if (review != NULL && !json_is_boolean(review))
		blame(reader, CLAIR_BASELINE_BAD_KEY, "review");
	set_once(reader, &baseline->by_print,
	    clair_asprintf(&baseline->mem, "%s\n%s", known->rule, known->fingerprint), known);
	link_known(reader, &baseline->by_message,
	    clair_asprintf(&baseline->mem, "%s#%s\n%s", known->rule, known->message, known->page), known);
	read_places(reader, known);
}

static void
read_end(struct reader *reader)
{
	reader->ended = true;
	if (number_of(reader, "findings", 0, 0) != reader->baseline->known_count ||
	    number_of(reader, "pages", 0, 0) != reader->baseline->page_count)
		blame(reader, CLAIR_BASELINE_CUT, NULL);
}

static void
read_head(struct reader *reader)
{
	const json_t *version = json_object_get(reader->line, "version");
	const char *type = json_string_value(json_object_get(reader->line, "type"));

	if (type == NULL || strcmp(type, "baseline") != 0 || !json_is_integer(version)) {
		blame(reader, CLAIR_BASELINE_NOT_ONE, NULL);
		return;
	}
	if (json_integer_value(version) != CLAIR_BASELINE_VERSION) {
		blame(reader, CLAIR_BASELINE_OTHER_VERSION, NULL);
		reader->fault->version = (int)json_integer_value(version);
	}
}

static void
read_kind(struct reader *reader)
{
	static const struct {
		const char *type;
		void (*read)(struct reader *reader);
	} kinds[] = {{"rules", read_rules}, {"page", read_page}, {"unlisted", read_unlisted}, {"budget", read_budget},
	    {"finding", read_finding}, {"end", read_end}};
	const char *type = json_string_value(json_object_get(reader->line, "type"));

	if (reader->ended) {
		blame(reader, CLAIR_BASELINE_TWICE, NULL);
		return;
	}
	for (size_t i = 0; type != NULL && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(kinds[i].type, type) == 0) {
			kinds[i].read(reader);
			return;
		}
	}
	blame(reader, CLAIR_BASELINE_BAD_KEY, "type");
}

/* --- The file ------------------------------------------------------------------------------------ */

static void
read_line(struct reader *reader, const char *bytes, size_t length)
{
	json_error_t error;
	json_t *line = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
	const bool is_head = reader->fault->line == 1;

	reader->line = line;
	if (json_is_object(line)) {
		(is_head ? read_head : read_kind)(reader);
	} else if (line == NULL && json_error_code(&error) == json_error_out_of_memory) {
		blame(reader, CLAIR_BASELINE_NO_MEMORY, NULL);
	} else {
		blame(reader, is_head ? CLAIR_BASELINE_NOT_ONE : CLAIR_BASELINE_NOT_JSON, NULL);
		reader->fault->column = line == NULL && error.column > 0 ? (unsigned)error.column : 1;
	}
	json_decref(line);
}

/* The end of the line that begins here, without its line break. */
static size_t
line_length(const char *bytes, size_t left)
{
	const char *end = memchr(bytes, '\n', left);

	return end == NULL ? left : (size_t)(end - bytes);
}

static void
read_all(struct reader *reader, const char *bytes, size_t length)
{
	size_t start = 0;

	while (start < length && reader->fault->why == CLAIR_BASELINE_FINE) {
		const size_t count = line_length(bytes + start, length - start);

		reader->fault->line++;
		read_line(reader, bytes + start, count);
		start += count + 1;
	}
	if (length == 0)
		blame(reader, CLAIR_BASELINE_NOT_ONE, NULL);
	else if (!reader->ended)
		blame(reader, CLAIR_BASELINE_CUT, NULL);
}

static uint32_t
count_lines(const char *bytes, size_t length)
{
	uint32_t lines = 1;

	for (size_t i = 0; i < length; i++)
		lines += bytes[i] == '\n';
	return lines;
}

static void
start(struct reader *reader, const char *name, const char *bytes, size_t length)
{
	struct clair_baseline *baseline = reader->baseline;
	const uint32_t lines = count_lines(bytes, length);

	clair_arena_init(&baseline->mem, 0);
	clair_map_init(&baseline->by_print, &baseline->mem);
	clair_map_init(&baseline->by_place, &baseline->mem);
	clair_map_init(&baseline->by_message, &baseline->mem);
	clair_map_init(&baseline->pages, &baseline->mem);
	clair_map_init(&baseline->rules, &baseline->mem);
	clair_map_init(&baseline->unlisted, &baseline->mem);
	clair_map_init(&baseline->budgets, &baseline->mem);
	baseline->name = keep(reader, name);
	baseline->known = clair_alloc_array(&baseline->mem, lines, sizeof(*baseline->known));
	baseline->page_names = clair_alloc_array(&baseline->mem, lines, sizeof(*baseline->page_names));
	reader->known_room = baseline->known == NULL ? 0 : lines;
	reader->page_room = baseline->page_names == NULL ? 0 : lines;
}

enum clair_status
clair_baseline_new(struct clair_baseline **out, const char *name, const char *bytes, size_t length,
    struct clair_baseline_fault *fault)
{
	struct clair_baseline *baseline = calloc(1, sizeof(*baseline));
	struct reader reader = {.baseline = baseline, .fault = fault};

	*fault = (struct clair_baseline_fault){.why = CLAIR_BASELINE_FINE};
	*out = baseline;
	if (baseline == NULL) {
		fault->why = CLAIR_BASELINE_NO_MEMORY;
		return CLAIR_NO_MEMORY;
	}
	start(&reader, name, bytes, length);
	read_all(&reader, bytes, length);
	if (baseline->mem.failed)
		fault->why = CLAIR_BASELINE_NO_MEMORY;
	if (fault->why == CLAIR_BASELINE_FINE)
		return CLAIR_OK;
	clair_baseline_free(baseline);
	*out = NULL;
	return fault->why == CLAIR_BASELINE_NO_MEMORY ? CLAIR_NO_MEMORY : CLAIR_BAD_INPUT;
}

void
clair_baseline_free(struct clair_baseline *baseline)
{
	if (baseline == NULL)
		return;
	clair_arena_free(&baseline->mem);
	free(baseline);
}
