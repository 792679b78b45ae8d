/* The telephone numbers of a page: see clairlint/contact.h. */
#include "clairlint/contact.h"
#include "facts/phone_number.h"
#include "facts/text.h"

#include <string.h>
#include <strings.h>

enum {
	PHONE_LIMIT = 500,
	WORDS_BEFORE = 48, /* bytes: "Par téléphone, du lundi au vendredi : " */
	WORDS_AFTER = 96,  /* " (service gratuit + prix d’un appel)" */
};

struct clair_phone_table {
	struct clair_phone *list;
	size_t count;
};

/* --- Kinds ----------------------------------------------------------------------------------------- */

static enum clair_phone_kind
kind_named(const char *name, size_t length)
{
	static const struct {
		const char *name;
		enum clair_phone_kind kind;
	} kinds[] = {
	    {"ordinaire", CLAIR_PHONE_ORDINARY}, {"libre", CLAIR_PHONE_FREE},
	    {"surtaxé", CLAIR_PHONE_PREMIUM}, {"court", CLAIR_PHONE_SHORT},
	    {"secours", CLAIR_PHONE_HELP},
	};

	for (size_t i = 0; i < CLAIR_LEN(kinds); i++)
		if (strlen(kinds[i].name) == length && memcmp(kinds[i].name, name, length) == 0)
			return kinds[i].kind;
	return CLAIR_PHONE_UNKNOWN;
}

/* The mask of the list with the most figures that fits: 0800123456 is an 0800xxxxxx. */
static enum clair_phone_kind
kind_of(struct clair_ctx *ctx, const struct clair_phone_number *number)
{
	const struct clair_list *list = clair_dict_list(ctx->dict, "telephones");
	const size_t length = strlen(number->digits);
	char mask[CLAIR_PHONE_DIGITS + 1];

	if (number->is_foreign)
		return CLAIR_PHONE_FOREIGN;
	memcpy(mask, number->digits, length + 1);
	for (size_t known = length; list != NULL && known > 1; known--) {
		const char *kind = clair_list_get(list, mask, length);

		if (kind != NULL)
			return kind_named(kind, strlen(kind));
		mask[known - 1] = 'x';
	}
	return CLAIR_PHONE_UNKNOWN;
}

/* --- The words around ------------------------------------------------------------------------------- */

/* From a character of UTF-8. */
static size_t
whole_character(const char *text, size_t at)
{
	while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static bool
says(struct clair_ctx *ctx, const char *pattern, const struct clair_block *block, size_t from, size_t to)
{
	size_t offset;
	size_t length;

	from = whole_character(block->text, from);
	to = to >= block->length ? block->length : whole_character(block->text, to);
	return clair_dict_match(ctx->dict, pattern, block->text + from, to - from, 0, &offset, &length);
}

/* What stands before it in the block, up to the number before. */
static size_t
before_of(const struct clair_phone_number *number, size_t last)
{
	size_t from = number->from > WORDS_BEFORE ? number->from - WORDS_BEFORE : 0;

	return from > last ? from : last;
}

/* --- Collecting ---------------------------------------------------------------------------------------- */

static bool
is_calling_link(const struct clair_node *link)
{
	const char *href = link == NULL ? NULL : clair_attr(link, CLAIR_ATTR_HREF);

	return href != NULL && strncasecmp(href, "tel:", strlen("tel:")) == 0;
}

static void
add(struct clair_phone_table *table, const struct clair_phone *phone)
{
	if (table->count < PHONE_LIMIT)
		table->list[table->count++] = *phone;
}

/* Short numbers are numbers where the words say so, or after another one: the page has dates, prices and
 * articles too. `last` is where the number before ends. */
static bool
is_kept(struct clair_ctx *ctx, const struct clair_phone *phone, const struct clair_phone_number *number,
    size_t last, bool last_kept)
{
	if (phone->kind == CLAIR_PHONE_UNKNOWN || !number->is_short || phone->is_link)
		return phone->kind != CLAIR_PHONE_UNKNOWN;
	return says(ctx, "phone-said", phone->block, before_of(number, last), number->from) ||
	    (last_kept && says(ctx, "phone-next", phone->block, last, number->from));
}

static void
add_of_block(struct clair_ctx *ctx, struct clair_phone_table *table, const struct clair_block *block)
{
	struct clair_phone_number number;
	size_t last = 0;
	bool kept = false;

	while (clair_phone_number_next(block->text, block->length, last, &number)) {
		const size_t end = number.from + number.length;
		struct clair_phone phone = {
		    .kind = kind_of(ctx, &number),
		    .node = clair_block_part_node(ctx, block, number.from),
		    .block = block,
		    .from = (uint32_t)number.from,
		    .length = (uint32_t)number.length,
		};

		phone.is_link = is_calling_link(clair_closest(phone.node, CLAIR_TAG_A));
		kept = is_kept(ctx, &phone, &number, last, kept) && clair_exposed(ctx, phone.node);
		if (kept) {
			phone.digits = clair_strdup(&ctx->page->mem, number.digits);
			phone.is_fax = says(ctx, "phone-fax", block, before_of(&number, last), number.from);
			phone.says_price = says(ctx, "phone-price", block, end, end + WORDS_AFTER) ||
			    says(ctx, "phone-price", block, before_of(&number, last), number.from);
			add(table, &phone);
		}
		last = end;
	}
}

/* A link with words, "Nous appeler": the number is in its address alone. */
static void
add_of_link(struct clair_ctx *ctx, struct clair_phone_table *table, const struct clair_node *link)
{
	const char *digits = clair_attr(link, CLAIR_ATTR_HREF) + strlen("tel:");
	struct clair_phone_number number;
	struct clair_phone phone = {.node = link, .is_link = true};

	if (clair_phone_number_next(clair_text_content(ctx, link), strlen(clair_text_content(ctx, link)), 0, &number) ||
	    !clair_phone_number_next(digits, strlen(digits), 0, &number) || !clair_exposed(ctx, link))
		return;
	phone.kind = kind_of(ctx, &number);
	phone.digits = clair_strdup(&ctx->page->mem, number.digits);
	add(table, &phone);
}

static struct clair_phone_table *
phone_table(struct clair_ctx *ctx)
{
	struct clair_phone_table *table = ctx->facts->phones;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->phones = table;
	table->list = clair_alloc_array(&ctx->page->mem, PHONE_LIMIT, sizeof(*table->list));
	if (table->list == NULL)
		return table;
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block)) {
		if (block->kind != CLAIR_BLOCK_CODE)
			add_of_block(ctx, table, block);
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (is_calling_link(link))
			add_of_link(ctx, table, link);
	}
	return table;
}

size_t
clair_phone_count(struct clair_ctx *ctx)
{
	const struct clair_phone_table *table = phone_table(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_phone *
clair_phone_at(struct clair_ctx *ctx, size_t index)
{
	return index < clair_phone_count(ctx) ? &ctx->facts->phones->list[index] : NULL;
}
