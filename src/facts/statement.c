/* The statement of accessibility: see statement.h and clairlint/legal.h. */
#include "facts/statement.h"
#include "facts/day.h"
#include "facts/home.h"
#include "facts/text.h"

#include <string.h>
#include <strings.h>

enum {
	LINE_LIMIT = 4000,
	HEADING_BYTES = 90,  /* a paragraph that stands for a heading */
	LINE_BYTES = 6000,   /* no longer paragraph is read */
	YEARS_AFTER = 80,    /* bytes after the name of a document */
	SIGNS_NEEDED = 2,    /* with a title that says accessibility; one more without */
};

struct clair_statement_table {
	struct clair_statement_text text;
	struct clair_statement statement;
	bool is_statement;
};

static const struct clair_node *
find_first_h1(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_heading_count(ctx); i++)
		if (clair_heading_level(ctx, clair_heading(ctx, i)) == 1)
			return clair_heading(ctx, i);
	return NULL;
}

static const struct clair_node *
first_h1(struct clair_ctx *ctx)
{
	if (!ctx->facts->first_h1_known) {
		ctx->facts->first_h1 = find_first_h1(ctx);
		ctx->facts->first_h1_known = true;
	}
	return ctx->facts->first_h1;
}

const char *
clair_first_h1(struct clair_ctx *ctx)
{
	const struct clair_node *heading = first_h1(ctx);
	const char *text = heading == NULL ? "" : clair_visible_text(ctx, heading);

	/* A heading may be an image with its alternative. */
	return heading == NULL || text[0] != '\0' ? text : clair_name(ctx, heading);
}

/* --- The lines of the main content, each in its part --------------------------------------------- */

static const struct {
	const char *pattern;
	unsigned part;
	bool of_model; /* its heading is a sign of a statement: others have "Contact" too */
} parts[] = {
    {"statement-part-recourse", CLAIR_STATES_RECOURSE, true},
    {"statement-part-established", CLAIR_STATES_ESTABLISHED, true},
    {"statement-part-state", CLAIR_STATES_CONFORMITY, true},
    {"statement-part-results", CLAIR_STATES_RESULTS, true},
    {"statement-part-burden", CLAIR_STATES_BURDEN, true},
    {"statement-part-exempt", CLAIR_STATES_EXEMPT, true},
    {"statement-part-contents", CLAIR_STATES_CONTENTS, true},
    {"statement-part-faults", CLAIR_STATES_FAULTS, true},
    {"statement-part-pages", CLAIR_STATES_PAGES, false},
    {"statement-part-environment", CLAIR_STATES_ENVIRONMENT, false},
    {"statement-part-technologies", CLAIR_STATES_TECHNOLOGIES, false},
    {"statement-part-tools", CLAIR_STATES_TOOLS, false},
    {"statement-part-contact", CLAIR_STATES_CONTACT, false},
};

static int
part_named(struct clair_ctx *ctx, const char *heading)
{
	for (size_t i = 0; i < CLAIR_LEN(parts); i++)
		if (clair_matches(ctx, parts[i].pattern, heading))
			return (int)i;
	return -1;
}

/* A short paragraph in bold, without a full stop. */
static bool
stands_for_heading(struct clair_ctx *ctx, const struct clair_block *block)
{
	enum clair_block_kind kind = clair_block_kind(block);
	const struct clair_node *node;

	if (kind == CLAIR_BLOCK_HEADING)
		return true;
	if ((kind != CLAIR_BLOCK_PARAGRAPH && kind != CLAIR_BLOCK_OTHER) || block->length > HEADING_BYTES ||
	    strchr(".;,", block->text[block->length - 1]) != NULL)
		return false;
	node = clair_block_part_node(ctx, block, 0);
	return clair_closest(node, CLAIR_TAG_STRONG) != NULL || clair_closest(node, CLAIR_TAG_B) != NULL;
}

static void
add_line(struct clair_ctx *ctx, struct clair_statement_text *text, const struct clair_block *block, unsigned *part)
{
	struct clair_statement_line *line = &text->lines[text->count++];
	bool is_heading = stands_for_heading(ctx, block);
	int named = is_heading ? part_named(ctx, block->text) : -1;

	if (is_heading)
		*part = named < 0 ? 0 : parts[named].part;
	if (named >= 0) {
		text->headings += parts[named].of_model && (text->parts & *part) == 0;
		text->parts |= *part;
	}
	*line = (struct clair_statement_line){.block = block, .part = *part, .is_heading = is_heading};
}

static void
gather(struct clair_ctx *ctx, struct clair_statement_text *text)
{
	unsigned part = 0;

	text->lines = clair_alloc_array(&ctx->page->mem, LINE_LIMIT, sizeof(*text->lines));
	if (text->lines == NULL)
		return;
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL && text->count < LINE_LIMIT;
	    block = clair_block_next(ctx, block))
		if (block->length > 0 && block->length <= LINE_BYTES && clair_block_kind(block) != CLAIR_BLOCK_TITLE &&
		    clair_block_kind(block) != CLAIR_BLOCK_CODE &&
		    clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_exposed(ctx, clair_block_node(block)))
			add_line(ctx, text, block, &part);
}

/* --- Entity, site, dates, documents ------------------------------------------------------------------ */

static const char *
copy(struct clair_ctx *ctx, const struct clair_block *block, size_t from, size_t length)
{
	while (length > 0 && strchr(" :;,.", block->text[from + length - 1]) != NULL)
		length--;
	return clair_strndup(&ctx->page->mem, block->text + from, length);
}

static void
read_names(struct clair_ctx *ctx, const struct clair_block *block, struct clair_statement *statement)
{
	size_t from;
	size_t length;

	if (statement->entity[0] == '\0' && clair_find_in_block(ctx, "statement-engages", block, 0, &from, &length))
		statement->entity = copy(ctx, block, from, length);
	if (statement->site[0] != '\0' || !clair_find_in_block(ctx, "statement-applies", block, 0, &from, &length))
		return;
	statement->site = copy(ctx, block, from, length);
	if (clair_find_in_block(ctx, "statement-address", block, from, &from, &length))
		statement->address = copy(ctx, block, from, length);
}

static bool
find_day(struct clair_ctx *ctx, const char *pattern, const struct clair_block *block, struct clair_day *day)
{
	size_t from;
	size_t length;

	if (day->year != 0 || !clair_find_in_block(ctx, pattern, block, 0, &from, &length))
		return false;
	*day = clair_day_read(ctx, block->text + from, length);
	return day->year != 0;
}

static void
read_days(struct clair_ctx *ctx, const struct clair_statement_line *line, struct clair_statement *statement)
{
	const struct clair_block *block = line->block;
	bool found = find_day(ctx, "statement-established", block, &statement->established);

	found = find_day(ctx, "statement-updated", block, &statement->updated) || found;
	if (!found && line->part == CLAIR_STATES_ESTABLISHED && statement->updated.year == 0 &&
	    !clair_matches(ctx, "statement-speaks-of-audit", block->text))
		found = find_day(ctx, "statement-day", block, &statement->established);
	if (found)
		statement->date_block = block;
	if (found || clair_matches(ctx, "statement-day-promised", block->text))
		statement->parts |= CLAIR_STATES_ESTABLISHED;
}

static void
read_years(struct clair_ctx *ctx, const struct clair_block *block, size_t after, struct clair_promised *promised)
{
	size_t from;
	size_t length;
	size_t first;
	size_t last;

	if (!clair_find_in_block(ctx, "statement-years", block, after, &from, &length) || from > after + YEARS_AFTER)
		return;
	first = from;
	last = from + length - strlen("2000");
	promised->from = (uint16_t)clair_rate_read(block->text + first, strlen("2000"));
	promised->to = (uint16_t)clair_rate_read(block->text + last, strlen("2000"));
}

/* A link is better than words, and a later year than an earlier one. */
static void
read_promised(struct clair_ctx *ctx, const char *pattern, const struct clair_block *block, struct clair_promised *best)
{
	struct clair_promised one = {.block = block};
	size_t from;
	size_t length;

	if (!clair_find_in_block(ctx, pattern, block, 0, &from, &length))
		return;
	one.is_link = clair_closest(clair_block_part_node(ctx, block, from), CLAIR_TAG_A) != NULL ||
	    clair_closest(clair_block_part_node(ctx, block, from + length - 1), CLAIR_TAG_A) != NULL;
	read_years(ctx, block, from + length, &one);
	if (best->block == NULL || one.is_link > best->is_link || (one.is_link == best->is_link && one.to > best->to))
		*best = one;
}

/* The scheme of a body is often at the foot of each page, and not in its statements. */
static void
read_scheme_link(struct clair_ctx *ctx, struct clair_statement *statement)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0);
	    block != NULL && statement->scheme.block == NULL; block = clair_block_next(ctx, block)) {
		struct clair_promised one = {.block = NULL};

		read_promised(ctx, "statement-scheme", block, &one);
		if (one.is_link && clair_exposed(ctx, block->node))
			statement->scheme = one;
	}
}

static void
read_unfilled(struct clair_ctx *ctx, const struct clair_block *block, struct clair_statement *statement)
{
	size_t from;
	size_t length;

	if (statement->unfilled_block != NULL ||
	    !clair_find_in_block(ctx, "statement-unfilled", block, 0, &from, &length))
		return;
	statement->unfilled_block = block;
	statement->unfilled = clair_strndup(&ctx->page->mem, block->text + from, length);
}

static void
read_line(struct clair_ctx *ctx, const struct clair_statement_line *line, struct clair_statement *statement)
{
	read_names(ctx, line->block, statement);
	read_days(ctx, line, statement);
	read_promised(ctx, "statement-scheme", line->block, &statement->scheme);
	read_promised(ctx, "statement-plan", line->block, &statement->plan);
	read_unfilled(ctx, line->block, statement);
	statement->plain = statement->plain || clair_matches(ctx, "statement-plain", line->block->text);
}

/* --- The place ------------------------------------------------------------------------------------------- */

/* The host of an address, without www. */
static struct clair_part_of_text
host_of(const char *address)
{
	const char *scheme = strstr(address, "://");
	const char *host = scheme == NULL ? address : scheme + strlen("://");

	if (strncasecmp(host, "www.", strlen("www.")) == 0)
		host += strlen("www.");
	return (struct clair_part_of_text){(size_t)(host - address), strcspn(host, "/:?#")};
}

/* The same name, or one inside the other: exemple.fr and agenda.exemple.fr. */
static bool
is_inside(const char *inner, struct clair_part_of_text a, const char *outer, struct clair_part_of_text b)
{
	size_t skip = a.length - b.length;

	if (a.length < b.length || strncasecmp(inner + a.from + skip, outer + b.from, b.length) != 0)
		return false;
	return skip == 0 || inner[a.from + skip - 1] == '.';
}

static void
read_place(struct clair_ctx *ctx, struct clair_statement *statement)
{
	const char *url = clair_page_url(ctx);
	struct clair_part_of_text here = host_of(url);
	struct clair_part_of_text said;
	size_t from;
	size_t length;

	/* Two states are of two sites. */
	if (statement->address[0] == '\0' && statement->states == 1u << statement->state &&
	    statement->state_block != NULL &&
	    clair_find_in_block(ctx, "statement-address", statement->state_block, 0, &from, &length))
		statement->address = copy(ctx, statement->state_block, from, length);
	if (statement->address[0] == '\0' || strncasecmp(url, "http", strlen("http")) != 0)
		return;
	said = host_of(statement->address);
	statement->place = is_inside(url, here, statement->address, said) || is_inside(statement->address, said, url, here)
	    ? CLAIR_PLACE_SAME
	    : CLAIR_PLACE_OTHER;
}

/* --- Is it one? ------------------------------------------------------------------------------------------ */

/* A page of news, or of advice, has the words too. A statement declares: who, for what, how far, since when. */
static unsigned
signs_of(const struct clair_statement *statement, const struct clair_statement_text *text)
{
	unsigned signs = text->headings >= SIGNS_NEEDED;

	signs += statement->entity[0] != '\0';
	signs += statement->site[0] != '\0';
	signs += statement->states != 0;
	signs += statement->established.year != 0 || statement->updated.year != 0;
	signs += statement->rate_base == CLAIR_RATE_CRITERIA;
	return signs;
}

static bool
is_titled(struct clair_ctx *ctx)
{
	return clair_matches(ctx, "statement-title", clair_first_h1(ctx)) ||
	    clair_matches(ctx, "statement-title", clair_page_title(ctx));
}

/* A page that is headed by the mention, or calls itself a statement and quotes the law, is one, however short. */
static unsigned
signs_of_title(struct clair_ctx *ctx, const struct clair_statement_text *text)
{
	if (clair_matches(ctx, "mention-exact", clair_first_h1(ctx)))
		return SIGNS_NEEDED;
	if (clair_matches(ctx, "mention-near", clair_first_h1(ctx)) ||
	    clair_matches(ctx, "mention-near", clair_page_title(ctx)))
		return 1;
	if (!clair_matches(ctx, "statement-title-whole", clair_first_h1(ctx)))
		return 0;
	for (size_t i = 0; i < text->count; i++)
		if (clair_matches(ctx, "statement-law", text->lines[i].block->text))
			return SIGNS_NEEDED;
	return 1;
}

/* The heading says it when the text does not. */
static void
read_titles(struct clair_ctx *ctx, struct clair_statement *statement)
{
	if (statement->state == CLAIR_CONFORMITY_UNKNOWN && clair_matches(ctx, "mention-near", clair_first_h1(ctx)))
		statement->state = clair_conformity_said(ctx, clair_first_h1(ctx));
	else if (statement->state == CLAIR_CONFORMITY_UNKNOWN &&
	    clair_matches(ctx, "mention-near", clair_page_title(ctx)))
		statement->state = clair_conformity_said(ctx, clair_page_title(ctx));
	if (statement->states == 0 && statement->state != CLAIR_CONFORMITY_UNKNOWN)
		statement->states = 1u << statement->state;
}

/* Most pages say nothing of the matter: they are not gathered. */
static bool
speaks_of_accessibility(struct clair_ctx *ctx)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		if (strcasestr(block->text, "accessib") != NULL &&
		    clair_block_region(ctx, block) == CLAIR_IN_MAIN)
			return true;
	return false;
}

static void
read_statement(struct clair_ctx *ctx, struct clair_statement_table *table)
{
	struct clair_statement *statement = &table->statement;
	unsigned signs;
	bool titled = is_titled(ctx);

	*statement = (struct clair_statement){.entity = "", .site = "", .address = "", .referential = "",
	    .version = "", .auditor = "", .unfilled = ""};
	if (ctx->page->is_text || (!titled && !speaks_of_accessibility(ctx)))
		return;
	gather(ctx, &table->text);
	for (size_t i = 0; i < table->text.count; i++)
		read_line(ctx, &table->text.lines[i], statement);
	clair_statement_read_audit(ctx, &table->text, statement);
	signs = signs_of(statement, &table->text) + (titled ? signs_of_title(ctx, &table->text) : 0);
	table->is_statement = signs >= SIGNS_NEEDED + (titled ? 0 : 1);
	if (!table->is_statement)
		return;
	statement->parts |= table->text.parts;
	statement->node = first_h1(ctx) != NULL ? first_h1(ctx) : clair_root(ctx);
	read_scheme_link(ctx, statement);
	clair_statement_read_ways(ctx, &table->text, statement);
	read_titles(ctx, statement);
	read_place(ctx, statement);
}

static struct clair_statement_table *
statement_table(struct clair_ctx *ctx)
{
	struct clair_statement_table *table = ctx->facts->statement;

	if (table == NULL) {
		table = clair_alloc(&ctx->page->mem, sizeof(*table));
		ctx->facts->statement = table;
		if (table != NULL)
			read_statement(ctx, table);
	}
	return table;
}

const struct clair_statement *
clair_statement(struct clair_ctx *ctx)
{
	const struct clair_statement_table *table = statement_table(ctx);

	return table != NULL && table->is_statement ? &table->statement : NULL;
}

bool
clair_is_statement(struct clair_ctx *ctx)
{
	return clair_statement(ctx) != NULL;
}
