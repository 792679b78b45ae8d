/*
 * Comments of a page that ask to be spared:
 *
 *     <!-- clairlint-ignore RULE… [until YYYY-MM-DD] : reason -->       the next element, and all that it holds
 *     <!-- clairlint-ignore-page RULE… [until YYYY-MM-DD] : reason -->  the whole page
 *
 * The next element is the first one that is written after the comment in the same parent; for a comment before
 * <html>, that is <html>. In Markdown, an element is a block: a paragraph, a list, a heading. Rules are ids, or themes with a star, between spaces or commas. The page of somebody else is not spared.
 */
#include "engine/judge.h"

#include "base/day.h"

#include <string.h>
#include <strings.h>

enum { MOST_IGNORES = 500, REASON_BYTES = 300 };

static const char keyword[] = "clairlint-ignore";
static const char spaces[] = " \t\n\f\r";

/* One comment, in parts. */
struct comment {
	struct clair_page *page;
	struct clair_suppression said;  /* of its rules, one after the other */
	const char *head, *head_end;    /* rules and the last day */
	uint32_t line, column;
	uint32_t from, end;             /* nodes; none: equal */
	bool whole_page;
	bool bad_day;
};

struct search {
	struct clair_result *result;
	const struct clair_linter *linter;
	bool own;
	struct clair_ignore *found;     /* in the memory of the page */
	uint32_t count;
};

/* --- One comment --------------------------------------------------------------------------------- */

/* The next word of the head, between spaces or commas; its length, 0 at the end. */
static size_t
next_word(const struct comment *comment, const char **word)
{
	const char *start = *word;
	size_t length = 0;

	while (start < comment->head_end && (strchr(spaces, *start) != NULL || *start == ','))
		start++;
	while (start + length < comment->head_end && strchr(spaces, start[length]) == NULL && start[length] != ',')
		length++;
	*word = start;
	return length;
}

static bool
is_until(const char *word, size_t length)
{
	return length == 5 && memcmp(word, "until", 5) == 0;
}

static void
read_until(struct comment *comment, struct clair_arena *mem)
{
	const char *word = comment->head;
	size_t length;

	while ((length = next_word(comment, &word)) != 0 && !is_until(word, length))
		word += length;
	if (length == 0)
		return;
	word += length;
	length = next_word(comment, &word);
	comment->said.until = clair_strndup(mem, word, length);
	comment->bad_day = !clair_is_day(comment->said.until);
}

static const char *
trimmed(struct clair_arena *mem, const char *text, size_t length)
{
	while (length > 0 && strchr(spaces, *text) != NULL) {
		text++;
		length--;
	}
	if (length > REASON_BYTES)
		for (length = REASON_BYTES; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80;)
			length--;
	while (length > 0 && strchr(spaces, text[length - 1]) != NULL)
		length--;
	return clair_strndup(mem, text, length);
}

/* False: it is another comment. */
static bool
read_comment(struct comment *comment, const char *text, size_t length, struct clair_arena *mem)
{
	const size_t before = strspn(text, spaces);
	const char *colon;

	if (length < before + sizeof(keyword) - 1 || memcmp(text + before, keyword, sizeof(keyword) - 1) != 0)
		return false;
	comment->head = text + before + sizeof(keyword) - 1;
	comment->whole_page = strncmp(comment->head, "-page", 5) == 0;
	if (comment->whole_page)
		comment->head += 5;
	colon = memchr(comment->head, ':', length - (size_t)(comment->head - text));
	comment->head_end = colon == NULL ? text + length : colon;
	if (colon != NULL)
		comment->said.reason = trimmed(mem, colon + 1, length - (size_t)(colon + 1 - text));
	read_until(comment, mem);
	return true;
}

const char *const clair_ignore_blank[CLAIR_LANG_COUNT] = {
    [CLAIR_FR] = "raison à compléter", [CLAIR_EN] = "reason to be filled in"};

static bool
is_blank(const char *reason)
{
	if (reason == NULL || reason[0] == '\0')
		return true;
	for (size_t i = 0; i < CLAIR_LANG_COUNT; i++) {
		if (strcasecmp(reason, clair_ignore_blank[i]) == 0)
			return true;
	}
	return false;
}

static bool
names_a_rule(const struct clair_linter *linter, const char *pattern)
{
	for (size_t i = 0; i < clair_linter_rule_count(linter); i++)
		if (clair_glob(pattern, clair_linter_rule(linter, i)->id))
			return true;
	return false;
}

static enum clair_ignore_state
state_of(const struct search *search, const struct comment *comment, const char *rule)
{
	const char *today = search->linter->options.today;

	if (!search->own)
		return CLAIR_IGNORE_NOT_HONOURED;
	if (!names_a_rule(search->linter, rule))
		return CLAIR_IGNORE_NO_RULE;
	if (is_blank(comment->said.reason))
		return CLAIR_IGNORE_NO_REASON;
	if (comment->bad_day)
		return CLAIR_IGNORE_BAD_DAY;
	if (comment->said.until != NULL && today != NULL && strcmp(comment->said.until, today) < 0)
		return CLAIR_IGNORE_OVER;
	return !comment->whole_page && comment->from == comment->end ? CLAIR_IGNORE_NO_ELEMENT : CLAIR_IGNORE_UNUSED;
}

static void
add_rule(struct search *search, const struct comment *comment, const char *rule)
{
	struct clair_ignore *ignore;

	if (search->count == MOST_IGNORES)
		return;
	ignore = &search->found[search->count++];
	*ignore = (struct clair_ignore){
	    .said = comment->said,
	    .state = state_of(search, comment, rule),
	    .whole_page = comment->whole_page,
	    .line = comment->line,
	    .column = comment->column,
	    .from = comment->from,
	    .end = comment->end,
	};
	ignore->said.rule = rule;
	ignore->said.url = search->result->final_url;
	ignore->said.in_page = true;
}

static void
add_rules(struct search *search, const struct comment *comment)
{
	struct clair_arena *mem = &search->result->mem;
	const char *word = comment->head;
	bool any = false;
	size_t length;

	for (; (length = next_word(comment, &word)) != 0; word += length) {
		if (is_until(word, length)) {
			word += length;
			length = next_word(comment, &word);
			continue;
		}
		add_rule(search, comment, clair_strndup(mem, word, length));
		any = true;
	}
	if (!any)
		add_rule(search, comment, "");
}

/* --- Those of the page --------------------------------------------------------------------------- */

static void
look_at(struct search *search, struct comment *comment, const char *text, size_t length, uint32_t offset)
{
	struct clair_arena *mem = &search->result->mem;

	if (search->count == MOST_IGNORES || !read_comment(comment, text, length, mem))
		return;
	if (search->found == NULL)
		search->found = clair_alloc_array(&comment->page->mem, MOST_IGNORES, sizeof(*search->found));
	if (search->found == NULL)
		return;
	clair_page_position(comment->page, offset, &comment->line, &comment->column);
	comment->said.where = clair_asprintf(
	    mem, "%s:%u:%u", search->result->final_url, comment->line, comment->column);
	add_rules(search, comment);
}

/* The first element from a node to another that somebody wrote: an implied one is looked into. `end`: none. */
static uint32_t
next_written(const struct clair_page *page, uint32_t from, uint32_t end)
{
	while (from < end) {
		const struct clair_node *node = &page->nodes[from];

		if (node->kind != CLAIR_NODE_ELEMENT)
			from = node->end;
		else if ((node->flags & CLAIR_NODE_IMPLIED) != 0)
			from++;
		else
			return from;
	}
	return end;
}

static void
set_element(struct comment *comment, uint32_t from, uint32_t end)
{
	const uint32_t next = next_written(comment->page, from, end);

	comment->from = next < end ? next : 0;
	comment->end = next < end ? comment->page->nodes[next].end : 0;
}

/* The tree does not keep what stands before <html>. */
static void
look_before(struct search *search, struct clair_page *page)
{
	const char *end = page->source + page->nodes[0].offset;
	const char *start = page->source;

	while ((start = memmem(start, (size_t)(end - start), "<!--", 4)) != NULL) {
		struct comment comment = {.page = page};
		const char *stop = memmem(start + 4, (size_t)(end - start) - 4, "-->", 3);

		if (stop == NULL)
			return;
		set_element(&comment, 0, page->nodes[0].end);
		look_at(search, &comment, start + 4, (size_t)(stop - start) - 4, (uint32_t)(start - page->source));
		start = stop;
	}
}

/* The first element after a comment in the same parent. */
static void
find_element(struct comment *comment, const struct clair_node *node)
{
	const struct clair_node *nodes = comment->page->nodes;

	set_element(comment, node->end,
	    node->parent == CLAIR_NO_NODE ? comment->page->node_count : nodes[node->parent].end);
}

void
clair_ignores_find(struct clair_result *result, struct clair_page *page, const struct clair_linter *linter,
    bool own)
{
	struct search search = {.result = result, .linter = linter, .own = own};

	if (page->node_count == 0)
		return;
	look_before(&search, page);
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		struct comment comment = {.page = page};

		if (node->kind != CLAIR_NODE_COMMENT)
			continue;
		find_element(&comment, node);
		look_at(&search, &comment, node->text, node->text_length, node->offset);
	}
	result->ignores = clair_alloc_array(&result->mem, search.count, sizeof(*result->ignores));
	if (result->ignores == NULL || search.count == 0)
		return;
	memcpy(result->ignores, search.found, search.count * sizeof(*result->ignores));
	result->ignore_count = search.count;
}

/* --- Findings ------------------------------------------------------------------------------------ */

bool
clair_ignore_holds(const struct clair_ignore *ignore, const struct clair_node *node)
{
	return ignore->whole_page || (node != NULL && node->index >= ignore->from && node->index < ignore->end);
}

static bool
spares(const struct clair_ignore *ignore, const struct clair_node *node)
{
	return (ignore->state == CLAIR_IGNORE_UNUSED || ignore->state == CLAIR_IGNORE_USED) &&
	    clair_ignore_holds(ignore, node);
}

const struct clair_suppression *
clair_ignore_for(struct clair_judge *judge, const struct clair_node *node)
{
	for (uint32_t i = 0; i < judge->ignore_count; i++) {
		struct clair_ignore *ignore = &judge->ignores[i];

		if (!spares(ignore, node) || !clair_glob(ignore->said.rule, judge->rule->id))
			continue;
		ignore->state = CLAIR_IGNORE_USED;
		ignore->silenced++;
		return &ignore->said;
	}
	return NULL;
}
