/* What a statement declares of its state, and by what audit: see clairlint/legal.h. */
#include "facts/day.h"
#include "facts/statement.h"
#include "facts/text.h"

#include <string.h>

/* --- The state ------------------------------------------------------------------------------------------ */

static const struct {
	const char *pattern;
	enum clair_conformity state;
} claims[] = {
    {"statement-claims-none", CLAIR_CONFORMITY_NONE},
    {"statement-claims-partial", CLAIR_CONFORMITY_PARTIAL},
    {"statement-claims-total", CLAIR_CONFORMITY_TOTAL},
};

static bool
names_referential(struct clair_ctx *ctx, const char *text)
{
	return clair_matches(ctx, "statement-about-rgaa", text) || clair_matches(ctx, "statement-about-en", text) ||
	    clair_matches(ctx, "statement-about-wcag", text);
}

static void
add_state(struct clair_statement *statement, const struct clair_block *block, enum clair_conformity state)
{
	if (statement->states == 0) {
		statement->state = state;
		statement->state_block = block;
	}
	statement->states |= 1u << state;
	statement->parts |= CLAIR_STATES_CONFORMITY;
}

/* The first claim of the block counts. A claim names what it is held against, or stands in the part that the
 * model has for it. */
static void
read_claim(struct clair_ctx *ctx, const struct clair_statement_line *line, struct clair_statement *statement)
{
	enum clair_conformity state = CLAIR_CONFORMITY_UNKNOWN;
	size_t first = line->block->length;
	size_t from;
	size_t length;

	if (line->is_heading || (line->part != CLAIR_STATES_CONFORMITY && !names_referential(ctx, line->block->text)))
		return;
	for (size_t i = 0; i < CLAIR_LEN(claims); i++) {
		if (!clair_find_in_block(ctx, claims[i].pattern, line->block, 0, &from, &length) || from >= first)
			continue;
		first = from;
		state = claims[i].state;
	}
	if (state != CLAIR_CONFORMITY_UNKNOWN)
		add_state(statement, line->block, state);
}

/* "Non conforme", alone on its line. */
static void
read_bare_state(struct clair_ctx *ctx, const struct clair_statement_line *line, struct clair_statement *statement)
{
	if (line->part == CLAIR_STATES_CONFORMITY && !line->is_heading && statement->states == 0 &&
	    clair_matches(ctx, "statement-bare-state", line->block->text))
		add_state(statement, line->block, clair_conformity_said(ctx, line->block->text));
}

/* --- The referential ----------------------------------------------------------------------------------- */

static bool
find_version(struct clair_ctx *ctx, const char *pattern, const struct clair_block *block,
    struct clair_statement *statement)
{
	size_t from;
	size_t length;

	if (pattern == NULL || !clair_find_in_block(ctx, pattern, block, 0, &from, &length))
		return false;
	statement->version_block = block;
	statement->version = clair_strndup(&ctx->page->mem, block->text + from, length);
	return true;
}

static void
read_referential(struct clair_ctx *ctx, const struct clair_block *block, struct clair_statement *statement)
{
	static const struct {
		const char *about, *version, *name;
	} referentials[] = {
	    {"statement-about-rgaa", "statement-rgaa-version", "RGAA"},
	    {"statement-about-en", NULL, "EN 301 549"},
	    {"statement-about-wcag", "statement-wcag-version", "WCAG"},
	};

	for (size_t i = 0; i < CLAIR_LEN(referentials); i++) {
		bool known = statement->referential[0] != '\0';

		if ((known && strcmp(statement->referential, referentials[i].name) != 0) ||
		    !clair_matches(ctx, referentials[i].about, block->text))
			continue;
		statement->referential = referentials[i].name;
		if (statement->version[0] == '\0')
			find_version(ctx, referentials[i].version, block, statement);
		return;
	}
}

/* --- The rate and the audit ------------------------------------------------------------------------------ */

/* A first audit, and what was mended since. */
static void
compare_rates(struct clair_ctx *ctx, const struct clair_block *block, size_t after,
    struct clair_statement *statement)
{
	size_t from;
	size_t length;

	if (clair_find_in_block(ctx, "statement-rate-criteria", block, after, &from, &length) &&
	    clair_rate_read(block->text + from, length) != statement->rate)
		statement->rates_differ = true;
}

static void
read_rate(struct clair_ctx *ctx, const struct clair_block *block, struct clair_statement *statement)
{
	static const struct {
		const char *pattern;
		enum clair_rate_base base;
	} rates[] = {
	    {"statement-rate-criteria", CLAIR_RATE_CRITERIA},
	    {"statement-rate-whole", CLAIR_RATE_WHOLE},
	    {"statement-rate-mean", CLAIR_RATE_MEAN},
	};
	size_t from;
	size_t length;

	if (strchr(block->text, '%') == NULL || clair_matches(ctx, "statement-rate-tools", block->text))
		return;
	if (statement->rate_base == CLAIR_RATE_CRITERIA)
		compare_rates(ctx, block, 0, statement);
	for (size_t i = 0; i < CLAIR_LEN(rates); i++) {
		if (statement->rate_base != CLAIR_RATE_NONE && rates[i].base >= statement->rate_base)
			return;
		if (!clair_find_in_block(ctx, rates[i].pattern, block, 0, &from, &length))
			continue;
		statement->rate_base = rates[i].base;
		statement->rate = clair_rate_read(block->text + from, length);
		statement->rate_block = block;
		statement->parts |= CLAIR_STATES_RESULTS;
		if (statement->rate_base == CLAIR_RATE_CRITERIA)
			compare_rates(ctx, block, from + length, statement);
		return;
	}
}

static void
read_auditor(struct clair_ctx *ctx, const struct clair_block *block, struct clair_statement *statement)
{
	size_t from;
	size_t length;

	if (!clair_matches(ctx, "statement-speaks-of-audit", block->text))
		return;
	statement->audit_absent =
	    statement->audit_absent || clair_matches(ctx, "statement-audit-absent", block->text);
	statement->audited = statement->audited || clair_matches(ctx, "statement-audit-made", block->text);
	if (statement->auditor[0] != '\0')
		return;
	if (clair_matches(ctx, "statement-audit-own", block->text))
		statement->auditor = "interne";
	else if (clair_find_in_block(ctx, "statement-auditor", block, 0, &from, &length))
		statement->auditor = clair_strndup(&ctx->page->mem, block->text + from, length);
}

void
clair_statement_read_audit(
    struct clair_ctx *ctx, const struct clair_statement_text *text, struct clair_statement *statement)
{
	for (size_t i = 0; i < text->count; i++) {
		read_claim(ctx, &text->lines[i], statement);
		read_bare_state(ctx, &text->lines[i], statement);
		read_rate(ctx, text->lines[i].block, statement);
		read_auditor(ctx, text->lines[i].block, statement);
	}
	if (statement->state_block != NULL)
		read_referential(ctx, statement->state_block, statement);
	for (size_t i = 0; i < text->count; i++)
		read_referential(ctx, text->lines[i].block, statement);
	statement->audited = statement->audited || statement->auditor[0] != '\0';
	statement->audit_absent =
	    statement->audit_absent && !statement->audited && statement->rate_base == CLAIR_RATE_NONE;
}
