/* Findings: made while a rule decides, filled with all that a report needs, since the page dies. */
#include "engine/judge.h"

#include "facts/part.h"
#include "facts/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXCERPT_BYTES = 160, ARGUMENT_BYTES = 200 };

/* At most `limit` bytes, cut before a character that would not fit. */
static size_t
cut(const char *text, size_t length, size_t limit)
{
	if (length <= limit)
		return length;
	while (limit > 0 && ((unsigned char)text[limit] & 0xC0) == 0x80)
		limit--;
	return limit;
}

/* A run of white space is one space: indented attributes would leave room for nothing else. */
static const char *
excerpt(struct clair_arena *arena, const char *source, size_t length)
{
	char kept[EXCERPT_BYTES + 1];
	size_t count = 0;

	for (size_t i = 0; i < length && source[i] != '\0' && count < sizeof(kept); i++) {
		bool space = strchr(" \t\n\f\r", source[i]) != NULL;

		if (!space || count == 0 || kept[count - 1] != ' ')
			kept[count++] = space ? ' ' : source[i];
	}
	return clair_strndup(arena, kept, cut(kept, count, EXCERPT_BYTES));
}

static struct clair_finding *
inert(struct clair_judge *judge)
{
	judge->inert = (struct clair_finding){.rule = judge->rule};
	return &judge->inert;
}

/* The configuration first: it is what a team reads. */
static const struct clair_suppression *
silencer_of(struct clair_judge *judge, const struct clair_node *node)
{
	const struct clair_silencer *silencer = judge->linter->silencer_count == 0
	    ? NULL
	    : clair_silencer_for(judge->linter, judge->rule, node, judge->url, &judge->match);

	return silencer != NULL ? &silencer->said : clair_ignore_for(judge, node);
}

static struct clair_finding *
link_finding(struct clair_judge *judge, unsigned message, enum clair_outcome outcome,
    const struct clair_node *node)
{
	const struct clair_suppression *silencer;
	struct clair_finding *finding;

	judge->reported++;
	silencer = silencer_of(judge, node);
	if (silencer != NULL)
		judge->silenced++;
	else if (outcome == CLAIR_FAIL)
		judge->tally->failed_messages |= UINT64_C(1) << message;
	else
		judge->tally->review_messages |= UINT64_C(1) << message;
	if (judge->kept[judge->rule_index][silencer != NULL]++ >= CLAIR_FINDINGS_KEPT) {
		judge->tally->untold++;
		return inert(judge);
	}
	finding = clair_alloc(judge->mem, sizeof(*finding));
	if (finding == NULL)
		return inert(judge);
	finding->rule = judge->rule;
	finding->message = (uint16_t)message;
	finding->outcome = outcome;
	finding->suppressed = silencer;
	finding->excerpt = "";
	finding->selector = "";
	finding->arena = judge->mem;
	finding->next = judge->first;
	judge->first = finding;
	judge->finding_count++;
	return finding;
}

static struct clair_finding *
add(struct clair_ctx *ctx, const struct clair_node *node, unsigned message,
    enum clair_outcome outcome, uint32_t offset, uint32_t length, const char *text)
{
	struct clair_judge *judge = ctx->judge;
	struct clair_finding *finding = link_finding(judge, message, outcome, node);
	struct clair_page *page = ctx->page;

	if (finding == &judge->inert)
		return finding;
	if (offset > page->length)
		offset = (uint32_t)page->length;
	if (length > page->length - offset)
		length = (uint32_t)(page->length - offset);
	finding->offset = offset;
	finding->length = length;
	finding->source = page;
	finding->node = node;
	clair_page_position(page, offset, &finding->line, &finding->column);
	clair_page_position(page, offset + length, &finding->end_line, &finding->end_column);
	finding->excerpt = excerpt(judge->mem, page->source + offset, length);
	if (node != NULL && !page->is_text)
		finding->selector = clair_node_path(node, judge->mem);
	finding->third_party = node == NULL ? NULL : clair_third_party_part(ctx, node, judge->mem);
	clair_finding_identify(ctx, finding, node, text);
	return finding;
}

/* Of words people read what stands on the page, without tags or entities. */
static struct clair_finding *
show_words(struct clair_finding *finding, const char *words)
{
	size_t length = strlen(words);

	if (finding->arena == NULL)
		return finding;
	finding->is_words = true;
	finding->excerpt = excerpt(finding->arena, words, length);
	if (length > EXCERPT_BYTES)
		finding->excerpt = clair_asprintf(finding->arena, "%s…", finding->excerpt);
	return finding;
}

static struct clair_finding *
add_node(struct clair_ctx *ctx, const struct clair_node *node, unsigned message,
    enum clair_outcome outcome)
{
	return add(ctx, node, message, outcome, node->offset, node->length, NULL);
}

struct clair_finding *
clair_report(struct clair_ctx *ctx, const struct clair_node *node, unsigned message)
{
	return add_node(ctx, node, message, CLAIR_FAIL);
}

struct clair_finding *
clair_review(struct clair_ctx *ctx, const struct clair_node *node, unsigned message)
{
	return add_node(ctx, node, message, CLAIR_REVIEW);
}

static struct clair_finding *
add_attr(struct clair_ctx *ctx, const struct clair_node *node, enum clair_attribute attribute,
    unsigned message, enum clair_outcome outcome)
{
	for (size_t i = 0; i < node->attribute_count; i++) {
		const struct clair_attribute_value *value = &node->attributes[i];

		if (value->id != attribute)
			continue;
		if (value->value_length == 0)
			return add(ctx, node, message, outcome, value->name_offset,
			    value->name_length, NULL);
		return add(
		    ctx, node, message, outcome, value->value_offset, value->value_length, NULL);
	}
	return add_node(ctx, node, message, outcome);
}

struct clair_finding *
clair_report_attr(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_attribute attribute, unsigned message)
{
	return add_attr(ctx, node, attribute, message, CLAIR_FAIL);
}

struct clair_finding *
clair_review_attr(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_attribute attribute, unsigned message)
{
	return add_attr(ctx, node, attribute, message, CLAIR_REVIEW);
}

static struct clair_finding *
add_block(struct clair_ctx *ctx, const struct clair_block *block, unsigned message,
    enum clair_outcome outcome)
{
	uint32_t offset;
	uint32_t length;

	clair_block_span(ctx, block, &offset, &length);
	return show_words(add(ctx, clair_block_node(block), message, outcome, offset, length,
	    clair_block_text(block)), clair_block_text(block));
}

struct clair_finding *
clair_report_block(struct clair_ctx *ctx, const struct clair_block *block, unsigned message)
{
	return add_block(ctx, block, message, CLAIR_FAIL);
}

struct clair_finding *
clair_review_block(struct clair_ctx *ctx, const struct clair_block *block, unsigned message)
{
	return add_block(ctx, block, message, CLAIR_REVIEW);
}

static struct clair_finding *
add_part(struct clair_ctx *ctx, const struct clair_block *block, size_t from, size_t part,
    unsigned message, enum clair_outcome outcome)
{
	const char *words = clair_strndup(&ctx->page->mem, clair_block_text(block) + from, part);
	uint32_t offset;
	uint32_t length;

	clair_block_part_span(ctx, block, from, part, &offset, &length);
	return show_words(
	    add(ctx, clair_block_node(block), message, outcome, offset, length, words), words);
}

struct clair_finding *
clair_report_part(struct clair_ctx *ctx, const struct clair_block *block, size_t from,
    size_t length, unsigned message)
{
	return add_part(ctx, block, from, length, message, CLAIR_FAIL);
}

struct clair_finding *
clair_review_part(struct clair_ctx *ctx, const struct clair_block *block, size_t from,
    size_t length, unsigned message)
{
	return add_part(ctx, block, from, length, message, CLAIR_REVIEW);
}

struct clair_finding *
clair_report_sentence(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, unsigned message)
{
	uint32_t offset;
	uint32_t length;

	clair_sentence_span(ctx, sentence, &offset, &length);
	return show_words(add(ctx, clair_sentence_node(ctx, sentence), message, CLAIR_FAIL, offset, length,
	    clair_sentence_text(ctx, sentence)), clair_sentence_text(ctx, sentence));
}

static struct clair_finding *
add_words(struct clair_ctx *ctx, const struct clair_word *first, const struct clair_word *last,
    unsigned message, enum clair_outcome outcome)
{
	uint32_t offset;
	uint32_t length;

	clair_words_span(ctx, first, last, &offset, &length);
	return show_words(add(ctx, clair_word_node(ctx, first), message, outcome, offset, length,
	    clair_word_lower(ctx, first)), clair_words_text(ctx, first, last));
}

struct clair_finding *
clair_report_words(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, unsigned message)
{
	return add_words(ctx, first, last, message, CLAIR_FAIL);
}

struct clair_finding *
clair_review_words(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, unsigned message)
{
	return add_words(ctx, first, last, message, CLAIR_REVIEW);
}

struct clair_finding *
clair_report_page(struct clair_ctx *ctx, unsigned message)
{
	return add_node(ctx, clair_root(ctx), message, CLAIR_FAIL);
}

struct clair_finding *
clair_review_page(struct clair_ctx *ctx, unsigned message)
{
	return add_node(ctx, clair_root(ctx), message, CLAIR_REVIEW);
}

static struct clair_finding *
add_site(struct clair_ctx *ctx, const struct clair_page_summary *page, unsigned message,
    enum clair_outcome outcome)
{
	struct clair_judge *judge = ctx->judge;
	struct clair_finding *finding;

	judge->url = page != NULL ? clair_summary_url(page) : "";
	finding = link_finding(judge, message, outcome, NULL);
	if (finding == &judge->inert)
		return finding;
	finding->page = page;
	clair_finding_identify(ctx, finding, NULL, judge->url);
	return finding;
}

struct clair_finding *
clair_report_site(
    struct clair_ctx *ctx, const struct clair_page_summary *page, unsigned message)
{
	return add_site(ctx, page, message, CLAIR_FAIL);
}

struct clair_finding *
clair_review_site(
    struct clair_ctx *ctx, const struct clair_page_summary *page, unsigned message)
{
	return add_site(ctx, page, message, CLAIR_REVIEW);
}

static struct clair_argument *
new_argument(struct clair_finding *finding, const char *name)
{
	struct clair_argument *argument;

	if (finding->arena == NULL || finding->argument_count == CLAIR_ARGUMENT_LIMIT)
		return NULL;
	argument = &finding->arguments[finding->argument_count++];
	argument->name = name;
	return argument;
}

void
clair_arg(struct clair_finding *finding, const char *name, const char *value)
{
	struct clair_argument *argument = new_argument(finding, name);

	if (argument == NULL)
		return;
	if (value == NULL)
		value = "";
	argument->value = clair_strndup(
	    finding->arena, value, cut(value, strlen(value), ARGUMENT_BYTES));
}

void
clair_arg_num(struct clair_finding *finding, const char *name, double value)
{
	struct clair_argument *argument = new_argument(finding, name);

	if (argument == NULL)
		return;
	argument->is_number = true;
	argument->number = value;
	argument->value = clair_asprintf(finding->arena, "%.10g", value);
}

static const char *
keep(struct clair_finding *finding, const char *text)
{
	return text == NULL ? NULL : clair_strdup(finding->arena, text);
}

/* A second fix of the same finding goes with the first. Only what is written down can be safe. */
static void
add_fix(struct clair_finding *finding, struct clair_fix fix)
{
	struct clair_fix *kept = &finding->fix;

	/* A text has neither tags nor attributes. */
	if (finding->source != NULL && finding->source->is_text && fix.kind != CLAIR_FIX_REPLACE_TEXT)
		return;
	if (fix.edits == NULL)
		fix.safety = CLAIR_CHOICE;
	if (kept->kind == CLAIR_FIX_NONE) {
		*kept = fix;
		return;
	}
	if (kept->edits == NULL || fix.edits == NULL)
		kept->edits = NULL;
	else
		kept->edits = clair_edits_join(kept->edits, fix.edits);
	if (fix.safety == CLAIR_CHOICE || kept->edits == NULL)
		kept->safety = CLAIR_CHOICE;
}

void
clair_fix_attr_of(struct clair_finding *finding, const struct clair_node *node,
    enum clair_fix_safety safety, enum clair_attribute attribute, const char *value)
{
	const char *name = clair_attribute_names[attribute];

	if (finding->arena == NULL || node == NULL)
		return;
	add_fix(finding, (struct clair_fix){
	    .kind = CLAIR_FIX_SET_ATTRIBUTE,
	    .safety = safety,
	    .attribute = name,
	    .value = keep(finding, value),
	    .edits = value == NULL ? NULL : clair_edit_set_attribute(node, name, value, finding->arena),
	});
}

void
clair_fix_attr(struct clair_finding *finding, enum clair_fix_safety safety,
    enum clair_attribute attribute, const char *value)
{
	clair_fix_attr_of(finding, finding->node, safety, attribute, value);
}

void
clair_fix_remove_named(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *name)
{
	if (finding->arena == NULL || finding->node == NULL)
		return;
	add_fix(finding, (struct clair_fix){
	    .kind = CLAIR_FIX_REMOVE_ATTRIBUTE,
	    .safety = safety,
	    .attribute = keep(finding, name),
	    .edits = clair_edit_remove_attribute(finding->node, name, finding->arena),
	});
}

void
clair_fix_remove_attr(
    struct clair_finding *finding, enum clair_fix_safety safety, enum clair_attribute attribute)
{
	clair_fix_remove_named(finding, safety, clair_attribute_names[attribute]);
}

void
clair_fix_remove_copies(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *name)
{
	if (finding->arena == NULL || finding->node == NULL)
		return;
	add_fix(finding, (struct clair_fix){
	    .kind = CLAIR_FIX_REMOVE_ATTRIBUTE,
	    .safety = safety,
	    .attribute = keep(finding, name),
	    .edits = clair_edit_remove_copies(finding->node, finding->arena),
	});
}

void
clair_fix_text(struct clair_finding *finding, enum clair_fix_safety safety, const char *text)
{
	if (finding->arena == NULL || finding->source == NULL)
		return;
	add_fix(finding, (struct clair_fix){
	    .kind = CLAIR_FIX_REPLACE_TEXT,
	    .safety = safety,
	    .value = keep(finding, text),
	    .edits = text == NULL ? NULL : clair_edit_text(finding->source, finding->offset,
	        finding->length, text, finding->arena),
	});
}

void
clair_fix_start(struct clair_finding *finding, const char *markup)
{
	if (finding->arena == NULL || finding->source == NULL)
		return;
	add_fix(finding, (struct clair_fix){
	    .kind = CLAIR_FIX_ADD_ELEMENT,
	    .safety = CLAIR_CHOICE,
	    .value = keep(finding, markup),
	    .edits = clair_edit_insert(finding->source, 0, markup, finding->arena),
	});
}

static struct clair_edit *
edit_element(struct clair_finding *finding, enum clair_fix_kind kind, const char *name)
{
	if (finding->node == NULL)
		return NULL;
	switch (kind) {
	case CLAIR_FIX_RENAME_ELEMENT:
		return clair_edit_rename(finding->node, name, finding->arena);
	case CLAIR_FIX_REMOVE_ELEMENT:
		return clair_edit_remove_element(finding->node, finding->arena);
	default:
		return NULL;
	}
}

void
clair_fix_other(struct clair_finding *finding, enum clair_fix_kind kind, const char *name)
{
	if (finding->arena == NULL)
		return;
	add_fix(finding, (struct clair_fix){
	    .kind = kind,
	    .safety = CLAIR_CHOICE,
	    .value = keep(finding, name),
	    .edits = edit_element(finding, kind, name),
	});
}

void
clair_measure(struct clair_ctx *ctx, const char *name, double value)
{
	struct clair_judge *judge = ctx->judge;

	if (judge->measure_count == judge->measure_room) {
		uint32_t room = judge->measure_room == 0 ? 16 : judge->measure_room * 2;
		struct clair_measure *more = clair_alloc_array(judge->mem, room, sizeof(*more));

		if (more == NULL)
			return;
		if (judge->measure_count != 0)
			memcpy(more, judge->measures, judge->measure_count * sizeof(*more));
		judge->measures = more;
		judge->measure_room = room;
	}
	judge->measures[judge->measure_count++] =
	    (struct clair_measure){.name = name, .value = value};
}

enum clair_outcome
clair_untested(struct clair_ctx *ctx, enum clair_untested_reason reason)
{
	ctx->judge->untested = reason;
	return CLAIR_UNTESTED;
}

static int
compare(const void *left, const void *right)
{
	const struct clair_finding *a = *(const struct clair_finding *const *)left;
	const struct clair_finding *b = *(const struct clair_finding *const *)right;
	int order;

	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	order = strcmp(a->rule->id, b->rule->id);
	if (order != 0)
		return order;
	if (a->message != b->message)
		return a->message < b->message ? -1 : 1;
	if (a->length != b->length)
		return a->length < b->length ? -1 : 1;
	return strcmp(a->fingerprint, b->fingerprint);
}

struct clair_finding *
clair_findings_sort(struct clair_finding *first, uint32_t count, struct clair_arena *arena)
{
	struct clair_finding **list;
	uint32_t n = 0;

	if (first == NULL)
		return NULL;
	list = clair_alloc_array(arena, count, sizeof(struct clair_finding *));
	if (list == NULL)
		return first;
	for (struct clair_finding *f = first; f != NULL && n < count; f = f->next) {
		f->source = NULL;
		f->node = NULL;
		list[n++] = f;
	}
	qsort(list, n, sizeof(struct clair_finding *), compare);
	for (uint32_t i = 0; i < n; i++)
		list[i]->next = i + 1 < n ? list[i + 1] : NULL;
	return list[0];
}
