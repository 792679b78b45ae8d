/* Whom a statement says to write to, and what it says of the Défenseur des droits: see clairlint/legal.h. */
#include "clairlint/contact.h"
#include "facts/statement.h"
#include "facts/text.h"

#include <string.h>
#include <strings.h>

/* --- The Défenseur des droits -------------------------------------------------------------------------- */

static void
read_ombudsman(struct clair_ctx *ctx, const struct clair_block *block, struct clair_statement *statement)
{
	static const struct {
		const char *pattern;
		enum clair_ombudsman flag;
	} said[] = {
	    {"ombudsman", CLAIR_OMBUDSMAN_NAMED},
	    {"ombudsman-address", CLAIR_OMBUDSMAN_ADDRESS},
	    {"ombudsman-seat", CLAIR_OMBUDSMAN_SEAT},
	    {"ombudsman-outdated", CLAIR_OMBUDSMAN_OUTDATED},
	};

	for (size_t i = 0; i < CLAIR_LEN(said); i++) {
		if (!clair_matches(ctx, said[i].pattern, block->text))
			continue;
		statement->ombudsman |= said[i].flag;
		statement->parts |= CLAIR_STATES_RECOURSE;
		if (said[i].flag == CLAIR_OMBUDSMAN_NAMED && clair_matches(ctx, "ombudsman-delegates", block->text))
			statement->ombudsman |= CLAIR_OMBUDSMAN_DELEGATES;
		if (said[i].flag == CLAIR_OMBUDSMAN_OUTDATED && statement->outdated_block == NULL)
			statement->outdated_block = block;
	}
}

static unsigned
ombudsman_of_link(struct clair_ctx *ctx, const struct clair_node *link, const char *href)
{
	if (!clair_matches(ctx, "ombudsman-site", href))
		return 0;
	if (clair_matches(ctx, "ombudsman-delegates", href) ||
	    clair_matches(ctx, "ombudsman-delegates", clair_name(ctx, link)))
		return CLAIR_OMBUDSMAN_DELEGATES;
	return CLAIR_OMBUDSMAN_FORM;
}

/* --- The site itself --------------------------------------------------------------------------------- */

static unsigned
part_at(const struct clair_statement_text *text, const struct clair_node *node)
{
	unsigned part = 0;

	for (size_t i = 0; i < text->count && clair_block_node(text->lines[i].block) <= node; i++)
		part = text->lines[i].part;
	return part;
}

static void
read_contact(struct clair_ctx *ctx, const struct clair_statement_line *line, struct clair_statement *statement)
{
	const char *text = line->block->text;

	if (line->part == CLAIR_STATES_RECOURSE || clair_matches(ctx, "ombudsman", text))
		return;
	if (strpbrk(text, "@[(") != NULL && clair_matches(ctx, "statement-mail", text))
		statement->contact |= CLAIR_REACH_MAIL;
	if (line->part == CLAIR_STATES_CONTACT && clair_matches(ctx, "postal-code", text))
		statement->contact |= CLAIR_REACH_POST;
}

static void
read_link(struct clair_ctx *ctx, const struct clair_statement_text *text, const struct clair_node *link,
    struct clair_statement *statement)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);
	unsigned ombudsman;

	if (href == NULL || clair_region(ctx, link) != CLAIR_IN_MAIN || !clair_exposed(ctx, link))
		return;
	ombudsman = ombudsman_of_link(ctx, link, href);
	statement->ombudsman |= ombudsman;
	if (ombudsman != 0 || strncasecmp(href, "tel:", strlen("tel:")) == 0)
		return;
	if (strncasecmp(href, "mailto:", strlen("mailto:")) == 0)
		statement->contact |= CLAIR_REACH_MAIL;
	else if (part_at(text, link) == CLAIR_STATES_CONTACT &&
	    (clair_matches(ctx, "statement-form", clair_name(ctx, link)) ||
	        clair_matches(ctx, "statement-form", href)))
		statement->contact |= CLAIR_REACH_FORM;
}

static void
read_phones(struct clair_ctx *ctx, const struct clair_statement_text *text, struct clair_statement *statement)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (phone->is_fax || clair_region(ctx, phone->node) != CLAIR_IN_MAIN)
			continue;
		if (clair_matches(ctx, "ombudsman-phone", phone->digits))
			statement->ombudsman |= CLAIR_OMBUDSMAN_PHONE;
		else if (part_at(text, phone->node) == CLAIR_STATES_CONTACT)
			statement->contact |= CLAIR_REACH_PHONE;
	}
}

void
clair_statement_read_ways(
    struct clair_ctx *ctx, const struct clair_statement_text *text, struct clair_statement *statement)
{
	for (size_t i = 0; i < text->count; i++) {
		read_ombudsman(ctx, text->lines[i].block, statement);
		read_contact(ctx, &text->lines[i], statement);
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++)
		read_link(ctx, text, clair_tag_at(ctx, CLAIR_TAG_A, i), statement);
	read_phones(ctx, text, statement);
	if (statement->ombudsman != 0)
		statement->parts |= CLAIR_STATES_RECOURSE;
}
