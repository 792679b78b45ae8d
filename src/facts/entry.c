/* The fields that people fill, and what they must have for it: see clairlint/procedure.h. */
#include "facts/procedure.h"

#include <stdlib.h>
#include <string.h>

enum { ENTRY_LIMIT = 2000 };

struct clair_entry_table {
	struct clair_entry *list;
	size_t count;
	bool all_required; /* the page says so, but for the fields that say otherwise */
};

static const struct {
	const char *attribute_value;
	enum clair_need need;
} types[] = {{"password", CLAIR_NEED_ACCOUNT}, {"email", CLAIR_NEED_EMAIL}, {"file", CLAIR_NEED_SCAN}},
  tokens[] = {{"email", CLAIR_NEED_EMAIL}, {"one-time-code", CLAIR_NEED_SMS_CODE}, {"cc-number", CLAIR_NEED_CARD},
    {"current-password", CLAIR_NEED_ACCOUNT}, {"new-password", CLAIR_NEED_ACCOUNT}},
  names[] = {{"field-email", CLAIR_NEED_EMAIL}, {"field-sms-code", CLAIR_NEED_SMS_CODE},
    {"field-mobile", CLAIR_NEED_MOBILE}, {"field-tax-number", CLAIR_NEED_TAX_NUMBER},
    {"field-social-number", CLAIR_NEED_SOCIAL_NUMBER}, {"field-benefit-number", CLAIR_NEED_BENEFIT_NUMBER},
    {"field-file-number", CLAIR_NEED_FILE_NUMBER}, {"field-access-code", CLAIR_NEED_ACCESS_CODE},
    {"field-company-number", CLAIR_NEED_COMPANY_NUMBER}, {"field-card", CLAIR_NEED_CARD},
    {"field-iban", CLAIR_NEED_IBAN}, {"field-identity", CLAIR_NEED_IDENTITY}};

/* Where people write or choose freely: a box to tick that names a number asks for none. */
static bool
is_written(const struct clair_node *field)
{
	static const char *const others[] = {"checkbox", "radio", "file", "range", "color", "password"};

	for (size_t i = 0; i < CLAIR_LEN(others); i++)
		if (clair_attr_is(field, CLAIR_ATTR_TYPE, others[i]))
			return false;
	return field->tag == CLAIR_TAG_INPUT || field->tag == CLAIR_TAG_TEXTAREA;
}

static int
need_of(struct clair_ctx *ctx, const struct clair_node *field)
{
	for (size_t i = 0; i < CLAIR_LEN(types); i++)
		if (field->tag == CLAIR_TAG_INPUT && clair_attr_is(field, CLAIR_ATTR_TYPE, types[i].attribute_value))
			return (int)types[i].need;
	for (size_t i = 0; i < CLAIR_LEN(tokens); i++)
		if (clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, tokens[i].attribute_value))
			return (int)tokens[i].need;
	for (size_t i = 0; is_written(field) && i < CLAIR_LEN(names); i++)
		if (clair_matches(ctx, names[i].attribute_value, clair_name(ctx, field)))
			return (int)names[i].need;
	return -1;
}

static bool
says_all_required(struct clair_ctx *ctx)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL; block = clair_block_next(ctx, block))
		if (clair_is_told_in_main(ctx, block) && clair_block_says(ctx, block, "all-required"))
			return true;
	return false;
}

/* By an attribute, by an asterisk at the end of its label, or because all are. */
static bool
is_required(struct clair_ctx *ctx, const struct clair_entry_table *table, const struct clair_node *field)
{
	const char *name = clair_name(ctx, field);
	const size_t length = strlen(name);

	if (clair_has_attr(field, CLAIR_ATTR_REQUIRED) || clair_attr_is(field, CLAIR_ATTR_ARIA_REQUIRED, "true") ||
	    (length > 1 && name[length - 1] == '*'))
		return true;
	return table->all_required && is_written(field) && !clair_matches(ctx, "says-optional", name);
}

static void
add_fields(struct clair_ctx *ctx, struct clair_entry_table *table, const struct clair_node *field)
{
	const struct clair_form *form = clair_form_around(ctx, field);

	if (table->count == ENTRY_LIMIT || !clair_is_field(ctx, field) || clair_has_attr(field, CLAIR_ATTR_DISABLED) ||
	    (form != NULL && form->is_search) || clair_region(ctx, field) != CLAIR_IN_MAIN || !clair_rendered(ctx, field))
		return;
	table->list[table->count++] = (struct clair_entry){
	    .field = field,
	    .form = form,
	    .required = is_required(ctx, table, field),
	    .need = need_of(ctx, field),
	};
}

static const struct clair_entry_table *
entries_of(struct clair_ctx *ctx)
{
	static const struct clair_entry_table none;
	struct clair_entry_table *table = ctx->facts->entries;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return &none;
	ctx->facts->entries = table;
	table->list = clair_alloc_array(&ctx->page->mem, ENTRY_LIMIT, sizeof(*table->list));
	if (table->list == NULL)
		return table;
	table->all_required = says_all_required(ctx);
	for (uint32_t i = 0; i < ctx->page->node_count; i++)
		if (ctx->page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			add_fields(ctx, table, &ctx->page->nodes[i]);
	return table;
}

size_t
clair_entry_count(struct clair_ctx *ctx)
{
	return entries_of(ctx)->count;
}

const struct clair_entry *
clair_entry_at(struct clair_ctx *ctx, size_t index)
{
	return index < clair_entry_count(ctx) ? &entries_of(ctx)->list[index] : NULL;
}

bool
clair_field_accepts(struct clair_ctx *ctx, const struct clair_node *field, const char *value)
{
	const char *most = clair_attr(field, CLAIR_ATTR_MAXLENGTH);
	const char *pattern = clair_attr(field, CLAIR_ATTR_PATTERN);
	const long length = most == NULL ? 0 : strtol(most, NULL, 10);

	(void)ctx;
	if (length > 0 && (size_t)length < strlen(value))
		return false;
	return pattern == NULL || pattern[0] == '\0' || clair_dict_accepts(pattern, value);
}
