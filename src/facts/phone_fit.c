/* What the page says to phones, and what it asks of people: see clairlint/network.h. */
#include "facts/facts.h"

#include <string.h>

enum { NOSCRIPT_ROOM = 2000 /* bytes */ };

static const struct clair_node *
find_viewport(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_META); i++) {
		const struct clair_node *meta = clair_tag_at(ctx, CLAIR_TAG_META, i);

		if (clair_attr_is(meta, CLAIR_ATTR_NAME, "viewport") && clair_attr(meta, CLAIR_ATTR_CONTENT) != NULL)
			return meta;
	}
	return NULL;
}

const struct clair_node *
clair_viewport(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;

	if (!facts->viewport_known) {
		facts->viewport = find_viewport(ctx);
		facts->viewport_known = true;
	}
	return facts->viewport;
}

bool
clair_fits_phone(struct clair_ctx *ctx)
{
	const struct clair_node *viewport = clair_viewport(ctx);

	return viewport != NULL &&
	    !clair_matches(ctx, "viewport-fixed", clair_attr(viewport, CLAIR_ATTR_CONTENT));
}

/* Browsers with scripts read it as text, and the tree does not have it. */
const char *
clair_without_scripts(struct clair_ctx *ctx, const struct clair_node *noscript)
{
	const struct clair_page *page = ctx->page;
	const uint32_t from = noscript->offset + noscript->length;
	size_t length = from < page->length ? page->length - from : 0;
	const char *end;

	if (length > NOSCRIPT_ROOM)
		length = NOSCRIPT_ROOM;
	end = length == 0 ? NULL : memmem(page->source + from, length, "</noscript", strlen("</noscript"));
	if (end == NULL)
		return "";
	return clair_strndup(&ctx->page->mem, page->source + from, (size_t)(end - page->source) - from);
}

/* --- What is asked about the person ---------------------------------------------------------------- */

static bool
asks_who(struct clair_ctx *ctx, const struct clair_node *field)
{
	static const char *const types[] = {"email", "tel", "password"};
	const char *token = clair_attr(field, CLAIR_ATTR_AUTOCOMPLETE);

	for (size_t i = 0; i < CLAIR_LEN(types); i++)
		if (clair_attr_is(field, CLAIR_ATTR_TYPE, types[i]))
			return true;
	if (token != NULL && clair_matches(ctx, "autocomplete-person", token))
		return true;
	return clair_matches(ctx, "field-person", clair_name(ctx, field));
}

static bool
is_typed(const struct clair_node *field)
{
	static const char *const others[] = {
	    "hidden", "submit", "button", "reset", "image", "search", "checkbox", "radio", "file", "range", "color"};

	for (size_t i = 0; i < CLAIR_LEN(others); i++)
		if (clair_attr_is(field, CLAIR_ATTR_TYPE, others[i]))
			return false;
	return true;
}

bool
clair_asks_person(struct clair_ctx *ctx, const struct clair_node *field)
{
	return is_typed(field) && !clair_has_attr(field, CLAIR_ATTR_DISABLED) && asks_who(ctx, field) &&
	    clair_visible(ctx, field) && clair_exposed(ctx, field);
}

static const struct clair_node *
find_personal_field(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_INPUT); i++) {
		const struct clair_node *field = clair_tag_at(ctx, CLAIR_TAG_INPUT, i);

		if (clair_asks_person(ctx, field))
			return field;
	}
	return NULL;
}

const struct clair_node *
clair_personal_field(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;

	if (!facts->personal_field_known) {
		facts->personal_field = find_personal_field(ctx);
		facts->personal_field_known = true;
	}
	return facts->personal_field;
}
