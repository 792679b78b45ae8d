/* Points of a history as lines of JSON: see clairlint/history.h. */
#include "report/history.h"

#include "base/day.h"
#include "report/json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_VERSION = 40 };

struct entry {
	struct clair_history_point point;
	const char *line; /* NULL: of this run */
	size_t length;
};

struct clair_history {
	const char *bytes;
	size_t length;
	struct entry *entries;                   /* oldest first, with room for one more */
	struct clair_history_point *points;      /* theirs */
	size_t count;
	const struct clair_history_point *added; /* or NULL */
	size_t now;                              /* where it stands */
	const char **replaced;                   /* lines that it stands for */
	size_t replaced_count;
	struct clair_arena mem;
};

/* --- One line ------------------------------------------------------------------------------------- */

static bool
read_number(const json_t *line, const char *key, uint32_t *number)
{
	const json_t *value = json_object_get(line, key);

	*number = (uint32_t)json_integer_value(value);
	return json_is_integer(value) && json_integer_value(value) >= 0 && json_integer_value(value) <= UINT32_MAX;
}

static bool
read_words(struct clair_arena *mem, const json_t *line, const char *key, const char **words)
{
	const char *text = json_string_value(json_object_get(line, key));

	*words = text == NULL ? NULL : clair_strdup(mem, text);
	return text != NULL && text[0] != '\0' && strlen(text) <= LONGEST_VERSION;
}

static bool
read_scores(const json_t *line, double scores[static CLAIR_AXIS_COUNT])
{
	const json_t *object = json_object_get(line, "scores");

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		const json_t *score = json_object_get(object, clair_axis_name((enum clair_axis)i));

		scores[i] = json_is_number(score) ? json_number_value(score) : -1;
		if (score != NULL && !json_is_null(score) && !(scores[i] >= 0 && scores[i] <= 100))
			return false;
	}
	return json_is_object(object);
}

static bool
read_day(const json_t *line, char day[static 11])
{
	const char *text = json_string_value(json_object_get(line, "day"));

	if (text == NULL || !clair_is_day(text))
		return false;
	memcpy(day, text, 11);
	return true;
}

static bool
read_rules(const json_t *line, char rules[static CLAIR_HISTORY_ID + 1])
{
	const char *text = json_string_value(json_object_get(line, "rules"));

	if (text == NULL || strlen(text) != CLAIR_HISTORY_ID || strspn(text, "0123456789abcdef") != CLAIR_HISTORY_ID)
		return false;
	memcpy(rules, text, CLAIR_HISTORY_ID + 1);
	return true;
}

/* The key at fault, or NULL. */
static const char *
read_point(struct clair_arena *mem, const json_t *line, struct clair_history_point *point)
{
	return !read_day(line, point->day)                                ? "day"
	    : !read_scores(line, point->scores)                           ? "scores"
	    : !read_number(line, "pages", &point->pages)                  ? "pages"
	    : !read_number(line, "causes", &point->causes)                ? "causes"
	    : !read_number(line, "failures", &point->failures)            ? "failures"
	    : !read_words(mem, line, "tool", &point->tool)                ? "tool"
	    : !read_words(mem, line, "referential", &point->referential)  ? "referential"
	    : !read_rules(line, point->rules)                             ? "rules"
	                                                                  : NULL;
}

/* The first fault is the one that is told. */
static void
blame(struct clair_history_fault *fault, enum clair_history_why why, unsigned line)
{
	if (fault->lines++ > 0)
		return;
	fault->why = why;
	fault->line = line;
}

static void
read_line(struct clair_history *history, const char *bytes, size_t length, unsigned number,
    struct clair_history_fault *fault)
{
	struct entry *entry = &history->entries[history->count];
	const bool first = fault->lines == 0;
	json_error_t error;
	json_t *line = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
	const json_t *version = json_object_get(line, "version");
	const char *key;

	*entry = (struct entry){.line = bytes, .length = length};
	if (!json_is_object(line)) {
		blame(fault, CLAIR_HISTORY_NOT_JSON, number);
		if (first)
			fault->column = line != NULL || error.column < 1 ? 1 : (unsigned)error.column;
	} else if (json_is_integer(version) && json_integer_value(version) != CLAIR_HISTORY_VERSION) {
		blame(fault, CLAIR_HISTORY_OTHER_VERSION, number);
		if (first)
			fault->version = (int)json_integer_value(version);
	} else {
		key = version == NULL || !json_is_integer(version) ? "version"
		                                                   : read_point(&history->mem, line, &entry->point);
		if (key == NULL)
			history->count++;
		else
			blame(fault, CLAIR_HISTORY_BAD_KEY, number);
		if (key != NULL && first)
			fault->key = key;
	}
	json_decref(line);
}

/* --- All lines ------------------------------------------------------------------------------------ */

/* Without its end. */
static size_t
line_length(const struct clair_history *history, size_t from)
{
	const char *end = memchr(history->bytes + from, '\n', history->length - from);

	return end == NULL ? history->length - from : (size_t)(end - (history->bytes + from));
}

static bool
is_blank(const char *bytes, size_t length)
{
	while (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == '\t' || bytes[length - 1] == '\r'))
		length--;
	return length == 0;
}

/* By day, then as they stand in the file. */
static int
by_day(const void *one, const void *other)
{
	const struct entry *left = one;
	const struct entry *right = other;
	const int order = strcmp(left->point.day, right->point.day);

	return order != 0 ? order : left->line < right->line ? -1 : left->line > right->line;
}

static void
read_lines(struct clair_history *history, struct clair_history_fault *fault)
{
	unsigned number = 0;
	size_t length;

	for (size_t at = 0; at < history->length && !history->mem.failed; at += length + 1) {
		length = line_length(history, at);
		number++;
		if (!is_blank(history->bytes + at, length))
			read_line(history, history->bytes + at, length, number, fault);
	}
	qsort(history->entries, history->count, sizeof(*history->entries), by_day);
}

static void
settle(struct clair_history *history)
{
	for (size_t i = 0; i < history->count; i++)
		history->points[i] = history->entries[i].point;
}

enum clair_status
clair_history_new(
    struct clair_history **out, const char *bytes, size_t length, struct clair_history_fault *fault)
{
	struct clair_history *history = calloc(1, sizeof(*history));
	size_t room = 2;

	*out = NULL;
	*fault = (struct clair_history_fault){0};
	if (history == NULL)
		return CLAIR_NO_MEMORY;
	history->bytes = bytes;
	history->length = length;
	clair_arena_init(&history->mem, 0);
	for (size_t i = 0; i < length; i++)
		room += bytes[i] == '\n';
	history->entries = clair_alloc_array(&history->mem, room, sizeof(*history->entries));
	history->points = clair_alloc_array(&history->mem, room, sizeof(*history->points));
	history->replaced = clair_alloc_array(&history->mem, room, sizeof(*history->replaced));
	if (!history->mem.failed)
		read_lines(history, fault);
	if (history->mem.failed) {
		clair_history_free(history);
		return CLAIR_NO_MEMORY;
	}
	settle(history);
	*out = history;
	return CLAIR_OK;
}

void
clair_history_free(struct clair_history *history)
{
	if (history == NULL)
		return;
	clair_arena_free(&history->mem);
	free(history);
}

static bool
is_replaced(const struct clair_history_point *old, const struct clair_history_point *added)
{
	return strcmp(old->day, added->day) == 0 && clair_history_changes(old, added) == 0;
}

void
clair_history_add(struct clair_history *history, const struct clair_history_point *point)
{
	struct entry *entries = history->entries;
	size_t kept = 0;
	size_t at;

	for (size_t i = 0; i < history->count; i++) {
		if (is_replaced(&entries[i].point, point))
			history->replaced[history->replaced_count++] = entries[i].line;
		else
			entries[kept++] = entries[i];
	}
	for (at = kept; at > 0 && strcmp(entries[at - 1].point.day, point->day) > 0; at--)
		entries[at] = entries[at - 1];
	entries[at] = (struct entry){.point = *point};
	history->count = kept + 1;
	history->added = point;
	history->now = at;
	settle(history);
}

void
clair_history_show(const struct clair_history *history, struct clair_write_options *options)
{
	const size_t older = history->count > CLAIR_HISTORY_LIMIT ? history->count - CLAIR_HISTORY_LIMIT : 0;

	options->history = history->points + older;
	options->history_count = history->count - older;
	options->history_older = older;
	options->history_now =
	    history->added != NULL && history->now >= older ? &history->points[history->now] : NULL;
}

/* --- Writing -------------------------------------------------------------------------------------- */

json_t *
clair_history_json(const struct clair_history_point *point)
{
	json_t *scores = json_object();

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		json_object_set_new(scores, clair_axis_name((enum clair_axis)i), clair_json_score(point->scores[i]));
	return json_pack("{s:s,s:o,s:I,s:I,s:I,s:o,s:o,s:s}", "day", point->day, "scores", scores, "pages",
	    (json_int_t)point->pages, "causes", (json_int_t)point->causes, "failures", (json_int_t)point->failures,
	    "tool", clair_json_words(point->tool), "referential", clair_json_words(point->referential), "rules",
	    point->rules);
}

static void
write_point(struct clair_report *report, const struct clair_history_point *point)
{
	json_t *json = json_object();
	json_t *of_point = clair_history_json(point);

	clair_json_set(report, json, "version", json_integer(CLAIR_HISTORY_VERSION));
	report->failed |= json_object_update(json, of_point) != 0;
	json_decref(of_point);
	clair_json_emit(report, json, "\n");
}

enum clair_status
clair_history_write_point(const struct clair_history_point *point, clair_write_fn *write, void *payload)
{
	struct clair_report report = {.write = write, .payload = payload};

	clair_report_open(&report);
	write_point(&report, point);
	return clair_report_close(&report);
}

static bool
stands_elsewhere(const struct clair_history *history, const char *line)
{
	for (size_t i = 0; i < history->replaced_count; i++)
		if (history->replaced[i] == line)
			return true;
	return false;
}

enum clair_status
clair_history_write(const struct clair_history *history, clair_write_fn *write, void *payload)
{
	struct clair_report report = {.write = write, .payload = payload};
	bool is_due = history->added != NULL;
	size_t length;

	clair_report_open(&report);
	for (size_t at = 0; at < history->length; at += length + 1) {
		const bool replaced = stands_elsewhere(history, history->bytes + at);

		length = line_length(history, at);
		if (replaced && is_due)
			write_point(&report, history->added);
		is_due = is_due && !replaced;
		if (replaced || is_blank(history->bytes + at, length))
			continue;
		clair_put(&report, history->bytes + at, length);
		clair_puts(&report, "\n");
	}
	if (is_due)
		write_point(&report, history->added);
	return clair_report_close(&report);
}
