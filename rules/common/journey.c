/* See journey.h. */
#include "rules/common/journey.h"

#include "rules/common/login.h"
#include "rules/common/text.h"

enum { PARTS_TOLD = 2 };

bool
rule_is_task(struct clair_ctx *ctx)
{
	switch (clair_page_kind(ctx).kind) {
	case CLAIR_PAGE_PROCEDURE:
	case CLAIR_PAGE_FORM:
	case CLAIR_PAGE_PAYMENT:
	case CLAIR_PAGE_APPOINTMENT:
	case CLAIR_PAGE_CONTACT:
		return clair_page_in_french(ctx);
	default:
		return false;
	}
}

static bool
main_says(struct clair_ctx *ctx, const char *pattern)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL; block = clair_block_next(ctx, block))
		if (clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_matches(ctx, pattern, clair_block_text(block)))
			return true;
	return false;
}

bool
rule_is_sheet(struct clair_ctx *ctx)
{
	static const enum clair_procedure_part parts[] = {
	    CLAIR_PART_WHO, CLAIR_PART_DOCUMENTS, CLAIR_PART_COST, CLAIR_PART_DELAY};
	unsigned told = 0;

	if (!clair_explains_procedure(ctx))
		return false;
	for (size_t i = 0; i < CLAIR_LEN(parts); i++)
		told += clair_procedure_part(ctx, parts[i]) != NULL;
	return told >= PARTS_TOLD && main_says(ctx, "sheet-words");
}

const struct clair_node *
rule_page_place(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_heading_count(ctx); i++)
		if (clair_heading_level(ctx, clair_heading(ctx, i)) == 1)
			return clair_heading(ctx, i);
	return clair_root(ctx);
}

bool
rule_is_public_login(struct clair_ctx *ctx)
{
	return clair_page_kind(ctx).kind == CLAIR_PAGE_LOGIN && clair_page_in_french(ctx) &&
	    clair_page_mentions(ctx, "public-service");
}

bool
rule_field_says(struct clair_ctx *ctx, const struct clair_node *field, const char *pattern)
{
	const struct clair_node *group = clair_closest(field, CLAIR_TAG_FIELDSET);

	return clair_matches(ctx, pattern, clair_name(ctx, field)) ||
	    clair_matches(ctx, pattern, clair_description(ctx, field)) ||
	    (group != NULL && clair_matches(ctx, pattern, clair_name(ctx, group)));
}

bool
rule_is_typed(const struct clair_node *field)
{
	static const char *const others[] = {
	    "checkbox", "radio", "file", "range", "color", "password", "hidden", "submit", "button", "reset", "image", NULL};
	const char *type = clair_attr(field, CLAIR_ATTR_TYPE);

	if (clair_tag(field) == CLAIR_TAG_TEXTAREA)
		return true;
	return clair_tag(field) == CLAIR_TAG_INPUT && (type == NULL || !rule_in(type, others));
}

const struct clair_form *
rule_main_form(struct clair_ctx *ctx)
{
	const struct clair_form *most = NULL;

	for (size_t i = 0; i < clair_form_count(ctx); i++) {
		const struct clair_form *form = clair_form(ctx, i);

		if (form->is_search || form->is_login || clair_tag(form->node) != CLAIR_TAG_FORM ||
		    clair_region(ctx, form->node) != CLAIR_IN_MAIN)
			continue;
		if (most == NULL || form->fields > most->fields)
			most = form;
	}
	return most;
}

const struct clair_entry *
rule_entry_for(struct clair_ctx *ctx, enum clair_need need)
{
	for (size_t i = 0; i < clair_entry_count(ctx); i++)
		if (clair_entry_at(ctx, i)->need == (int)need)
			return clair_entry_at(ctx, i);
	return NULL;
}

const struct clair_node *
rule_login_password(struct clair_ctx *ctx)
{
	const struct clair_node *found = NULL;

	for (size_t i = 0; i < clair_entry_count(ctx); i++) {
		const struct clair_node *field = clair_entry_at(ctx, i)->field;

		if (!clair_attr_is(field, CLAIR_ATTR_TYPE, "password") || !clair_visible(ctx, field))
			continue;
		if (found != NULL || !login_holds(ctx, field) || clair_attr_is(field, CLAIR_ATTR_AUTOCOMPLETE, "new-password"))
			return NULL;
		found = field;
	}
	return found;
}
