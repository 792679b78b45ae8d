/* Accessible name and description: accname 1.2, "Text alternative computation". */
#include "facts/name.h"

#include "facts/aria.h"
#include "facts/ids.h"
#include "facts/owned.h"
#include "facts/token.h"
#include "facts/visible.h"

/*
 * Names of nested elements read the same text again: on a page made to harm, that is quadratic. All
 * names of a page together visit BUDGET_FACTOR times its nodes, plus BUDGET_FLOOR; after that, each
 * name visits AFTERWARDS nodes.
 */
enum { BUDGET_FACTOR = 16, BUDGET_FLOOR = 1000000, AFTERWARDS = 64, DEPTH_LIMIT = 600 };
enum { BYTES_FOR_ONE = 32, LENGTH_LIMIT = 1 << 20, NESTED_BLOCKS = 512 };

struct clair_name_table {
	const char **names; /* NULL when not asked yet */
	uint8_t *from;
	uint64_t budget;
	const char **visible; /* clair_visible_text; made on first need */
	const char **own;     /* clair_own_text: the same box is asked about for each link in it */
};

static struct clair_name_table *
table_of(struct clair_ctx *ctx)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_name_table *table = ctx->facts->names;
	size_t count = ctx->page->node_count;

	if (table != NULL)
		return table;
	table = clair_alloc(arena, sizeof(*table));
	if (table == NULL)
		return NULL;
	table->names = clair_alloc_array(arena, count, sizeof(*table->names));
	table->from = clair_alloc(arena, count);
	table->visible = clair_alloc_array(arena, count, sizeof(*table->visible));
	table->own = clair_alloc_array(arena, count, sizeof(*table->own));
	table->budget = (uint64_t)count * BUDGET_FACTOR + BUDGET_FLOOR;
	if (arena->failed)
		return NULL;
	ctx->facts->names = table;
	return table;
}

static struct clair_name_job
start(struct clair_ctx *ctx, const struct clair_name_table *table, const struct clair_node *root)
{
	struct clair_name_job job = {.ctx = ctx, .root = root};

	clair_buf_init(&job.text, LENGTH_LIMIT);
	job.allowed = table->budget < AFTERWARDS ? AFTERWARDS : table->budget;
	return job;
}

/* The text squeezed, kept in the arena. */
static const char *
finish(struct clair_name_job *job, struct clair_name_table *table)
{
	const char *text = "";
	size_t length = 0;

	if (job->text.length != 0)
		length = clair_squeeze(job->text.bytes, job->text.length);
	if (length != 0)
		text = clair_strndup(&job->ctx->page->mem, job->text.bytes, length);
	clair_buf_free(&job->text);
	if (table->budget >= AFTERWARDS)
		table->budget = job->allowed;
	return text;
}

static bool
has_words_since(const struct clair_name_job *job, size_t mark)
{
	return job->text.length > mark && !clair_is_blank(job->text.bytes + mark);
}

void
clair_name_add_space(struct clair_name_job *job)
{
	if (job->text.length == 0 || job->text.bytes[job->text.length - 1] != ' ')
		clair_buf_putc(&job->text, ' ');
}

bool
clair_name_add_text(struct clair_name_job *job, const char *text)
{
	if (clair_is_blank(text))
		return false;
	clair_name_add_space(job);
	clair_buf_puts(&job->text, text);
	clair_name_add_space(job);
	return true;
}

/* Long texts cost as much as many nodes. */
static void
add_text_node(struct clair_name_job *job, const struct clair_node *node)
{
	uint64_t cost = 1 + node->text_length / BYTES_FOR_ONE;

	job->allowed = job->allowed > cost ? job->allowed - cost : 0;
	if (clair_is_blank(node->text))
		clair_name_add_space(job);
	else
		clair_buf_add(&job->text, node->text, node->text_length);
}

/* Elements referenced by a list of ids, in its order. */
static bool
add_references(struct clair_name_job *job, const char *ids)
{
	size_t mark = job->text.length;
	const char *token;
	size_t length;

	while (ids != NULL && job->allowed != 0 &&
	    (token = clair_token_next(&ids, &length)) != NULL) {
		const struct clair_node *node = clair_by_token(job->ctx, token, length);
		unsigned flags = CLAIR_IN_LABELLEDBY;

		if (node == NULL)
			continue;
		if (!clair_exposed(job->ctx, node))
			flags |= CLAIR_HIDDEN_TOO;
		clair_name_add_space(job);
		clair_name_add(job, node, flags);
	}
	return has_words_since(job, mark);
}

/* --- The steps. Each says true when the computation of this node ends with it. ------------------
 */

/* 2A. Hidden, and not under a hidden root that was asked for by name: nothing. */
static bool
step_hidden(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	return (flags & CLAIR_HIDDEN_TOO) == 0 && !clair_exposed(job->ctx, node);
}

/* 2B. aria-labelledby, unless already following one. */
static bool
step_labelledby(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	if ((flags & CLAIR_IN_LABELLEDBY) != 0 ||
	    !add_references(job, clair_attr(node, CLAIR_ATTR_ARIA_LABELLEDBY)))
		return false;
	job->from = CLAIR_NAME_LABELLEDBY;
	return true;
}

/* 2C. A control inside the label of another one gives its value. */
static bool
step_embedded_control(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	if ((flags & (CLAIR_IN_LABELLEDBY | CLAIR_IN_CONTENT | CLAIR_IN_LABEL)) == 0 ||
	    node == job->root)
		return false;
	return clair_name_add_value(job, node);
}

/* 2D. aria-label. */
static bool
step_aria_label(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	(void)flags;
	if (!clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_ARIA_LABEL)))
		return false;
	job->from = CLAIR_NAME_LABEL_ATTR;
	return true;
}

/* 2E. What the host language offers, unless the role is presentational. */
static bool
step_native(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	enum clair_name_from from = CLAIR_NAME_NONE;

	if (clair_role(job->ctx, node) != CLAIR_ROLE_NONE)
		from = clair_name_add_native(job, node, flags);
	if (from == CLAIR_NAME_NONE)
		return false;
	job->from = from;
	return true;
}

/* 2F and 2H. Content, when the role allows it or when the text is being read for another element.
 */
static bool
step_content(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	if ((flags & (CLAIR_IN_LABELLEDBY | CLAIR_IN_CONTENT | CLAIR_IN_LABEL)) == 0 &&
	    !clair_role_named_by_contents(clair_role(job->ctx, node)) &&
	    !clair_is_details_summary(job->ctx, node))
		return false;
	if (!clair_name_add_content(job, node, flags | CLAIR_IN_CONTENT))
		return false;
	job->from = CLAIR_NAME_CONTENT;
	return true;
}

/* The tooltip of HTML, or that of a link of SVG (SVG-AAM, xlink:title). */
static const char *
tooltip_of(const struct clair_node *node)
{
	if ((node->flags & CLAIR_NODE_FOREIGN) != 0 && node->tag == CLAIR_TAG_A)
		return clair_attr_by_name(node, "xlink:title");
	return clair_attr(node, CLAIR_ATTR_TITLE);
}

/* 2I. The tooltip; then, for fields, the placeholder (HTML-AAM 4.1.1). */
static bool
step_tooltip(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	(void)flags;
	if (clair_role(job->ctx, node) == CLAIR_ROLE_NONE)
		return false;
	job->from = CLAIR_NAME_TITLE;
	if (clair_name_add_text(job, tooltip_of(node)))
		return true;
	job->from = CLAIR_NAME_PLACEHOLDER;
	if ((node->tag == CLAIR_TAG_INPUT || node->tag == CLAIR_TAG_TEXTAREA) &&
	    clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_PLACEHOLDER)))
		return true;
	return clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_ARIA_PLACEHOLDER));
}

static bool (*const steps[])(struct clair_name_job *, const struct clair_node *, unsigned) = {
	step_hidden,           /* 2A */
	step_labelledby,       /* 2B */
	step_embedded_control, /* 2C */
	step_aria_label,       /* 2D */
	step_native,           /* 2E */
	step_content,          /* 2F, 2G, 2H */
	step_tooltip,          /* 2I */
};

bool
clair_name_add(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	size_t mark = job->text.length;
	size_t i;

	if (job->allowed == 0 || job->depth >= DEPTH_LIMIT)
		return false;
	job->allowed--;
	job->depth++;
	for (i = 0; i < CLAIR_LEN(steps); i++)
		if (steps[i](job, node, flags))
			break;
	if (i == CLAIR_LEN(steps))
		job->from = CLAIR_NAME_NONE;
	job->depth--;
	return has_words_since(job, mark);
}

/* --- Content -------------------------------------------------------------------------------------
 */

/* Never text of the page, even when a hidden element is read. */
static bool
is_never_read(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_DATALIST:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_VIDEO:
		return true;
	default:
		return (node->flags & CLAIR_NODE_FOREIGN) != 0 &&
		    (node->tag == CLAIR_TAG_TITLE || node->tag == CLAIR_TAG_DESC);
	}
}

static bool
is_set_apart(struct clair_name_job *job, const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_SVG:
		return true;
	default:
		return clair_is_block(job->ctx, node);
	}
}

static void
add_element(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	bool apart;

	/* The control inside its own label has no part in its name. */
	if (node == job->root)
		return;
	apart = is_set_apart(job, node);
	if (apart)
		clair_name_add_space(job);
	clair_name_add(job, node, flags);
	if (apart)
		clair_name_add_space(job);
}

/* 2F.ii. Words of ::before and ::after. */
static void
add_generated(struct clair_name_job *job, const struct clair_node *node, enum clair_generated where)
{
	const char *words = clair_generated_text(job->ctx, node, where);

	if (*words != '\0')
		clair_buf_puts(&job->text, words);
}

bool
clair_name_add_content(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	const struct clair_node *child = clair_node_first(node);
	size_t mark = job->text.length;
	size_t owned;
	size_t i;

	add_generated(job, node, CLAIR_BEFORE);
	for (; child != NULL && job->allowed != 0; child = clair_node_next(child)) {
		if (child->kind == CLAIR_NODE_TEXT) {
			if ((flags & CLAIR_HIDDEN_TOO) != 0 || clair_node_exposed(job->ctx, child))
				add_text_node(job, child); /* 2G */
		} else if (child->kind == CLAIR_NODE_ELEMENT && !is_never_read(child) &&
		    clair_owner(job->ctx, child) == NULL) {
			add_element(job, child, flags);
		}
	}
	add_generated(job, node, CLAIR_AFTER);
	owned = clair_owned_count(job->ctx, node);
	for (i = 0; i < owned; i++) {
		clair_name_add_space(job);
		add_element(job, clair_owned(job->ctx, node, i), flags);
	}
	return has_words_since(job, mark);
}

/* --- Questions
 * ------------------------------------------------------------------------------------ */

static const char *
name_of(struct clair_ctx *ctx, const struct clair_node *node, enum clair_name_from *from)
{
	struct clair_name_table *table = table_of(ctx);
	struct clair_name_job job;

	*from = CLAIR_NAME_NONE;
	if (table == NULL || node->kind != CLAIR_NODE_ELEMENT)
		return "";
	if (table->names[node->index] == NULL) {
		/* Step 1: roles that may not be named. */
		if (clair_role_prohibits_name(clair_role(ctx, node))) {
			table->names[node->index] = "";
			return "";
		}
		job = start(ctx, table, node);
		if (clair_name_add(&job, node, 0))
			table->from[node->index] = (uint8_t)job.from;
		table->names[node->index] = finish(&job, table);
	}
	*from = table->from[node->index];
	return table->names[node->index];
}

const char *
clair_name(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_name_from from;

	return name_of(ctx, node, &from);
}

enum clair_name_from
clair_name_from(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_name_from from;

	name_of(ctx, node, &from);
	return from;
}

/* SVG-AAM: desc, or else the title that did not name. */
static bool
add_svg_description(struct clair_name_job *job, const struct clair_node *node)
{
	bool named = clair_name_from(job->ctx, node) == CLAIR_NAME_NATIVE;

	return clair_name_add_child(job, node, CLAIR_TAG_DESC, CLAIR_IN_CONTENT) ||
	    (!named && clair_name_add_child(job, node, CLAIR_TAG_TITLE, CLAIR_IN_CONTENT));
}

static void
add_description(struct clair_name_job *job, const struct clair_node *node)
{
	if (add_references(job, clair_attr(node, CLAIR_ATTR_ARIA_DESCRIBEDBY)) ||
	    clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_ARIA_DESCRIPTION)))
		return;
	if ((node->flags & CLAIR_NODE_FOREIGN) != 0 && add_svg_description(job, node))
		return;
	if (node->tag == CLAIR_TAG_TABLE &&
	    clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_SUMMARY)))
		return;
	/* The tooltip describes when it did not name. */
	if (clair_name_from(job->ctx, node) != CLAIR_NAME_TITLE)
		clair_name_add_text(job, tooltip_of(node));
}

const char *
clair_description(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_name_table *table = table_of(ctx);
	struct clair_name_job job;

	if (table == NULL || node->kind != CLAIR_NODE_ELEMENT)
		return "";
	job = start(ctx, table, node);
	add_description(&job, node);
	return finish(&job, table);
}

/* An image without any meaning by its markup: HTML's empty alt, role none, aria-hidden. */
bool
clair_decorative(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_under_aria_hidden(ctx, node) || clair_role(ctx, node) == CLAIR_ROLE_NONE;
}

/* The texts of a subtree, blocks set apart. */
static void
add_texts(struct clair_name_job *job, const struct clair_node *top, bool only_visible)
{
	const struct clair_node *nodes = top - top->index;
	uint32_t ends[NESTED_BLOCKS];
	unsigned open = 0;
	uint32_t i;

	for (i = top->index; i < top->end && job->allowed != 0; i++) {
		const struct clair_node *node = &nodes[i];

		for (; open != 0 && i >= ends[open - 1]; open--)
			clair_name_add_space(job);
		if (node->kind == CLAIR_NODE_TEXT) {
			if (!only_visible || clair_node_visible(job->ctx, node))
				add_text_node(job, node);
			continue;
		}
		job->allowed--;
		if (node->kind != CLAIR_NODE_ELEMENT || !clair_is_block(job->ctx, node))
			continue;
		clair_name_add_space(job);
		if (open < NESTED_BLOCKS)
			ends[open++] = node->end;
	}
}

static const char *
text_of(struct clair_ctx *ctx, const struct clair_node *node, bool only_visible)
{
	struct clair_name_table *table = table_of(ctx);
	struct clair_name_job job;

	if (table == NULL)
		return "";
	job = start(ctx, table, node);
	add_texts(&job, node, only_visible);
	return finish(&job, table);
}

const char *
clair_visible_text(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_name_table *table = table_of(ctx);

	if (table == NULL)
		return "";
	if (table->visible[node->index] == NULL)
		table->visible[node->index] = text_of(ctx, node, true);
	return table->visible[node->index];
}

const char *
clair_text_content(struct clair_ctx *ctx, const struct clair_node *node)
{
	return text_of(ctx, node, false);
}

static const char *
own_text_of(struct clair_ctx *ctx, struct clair_name_table *table, const struct clair_node *node)
{
	const struct clair_node *child;
	struct clair_name_job job = start(ctx, table, node);

	for (child = clair_node_first(node); child != NULL; child = clair_node_next(child)) {
		if (child->kind == CLAIR_NODE_TEXT && clair_node_visible(ctx, child))
			add_text_node(&job, child);
		else
			clair_name_add_space(&job);
	}
	return finish(&job, table);
}

const char *
clair_own_text(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_name_table *table = table_of(ctx);

	if (table == NULL)
		return "";
	if (table->own[node->index] == NULL)
		table->own[node->index] = own_text_of(ctx, table, node);
	return table->own[node->index];
}
