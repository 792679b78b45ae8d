/* The ways to reach somebody that a page shows: see clairlint/contact.h. */
#include "clairlint/contact.h"
#include "facts/text.h"

#include <string.h>
#include <strings.h>

enum { FORM_FIELDS = 3 /* fewer fields: a newsletter, a choice of language */ };

struct clair_channel_table {
	struct clair_channel_proof proofs[CLAIR_CHANNEL_COUNT][CLAIR_CHANNEL_PLACES];
	unsigned found[CLAIR_CHANNEL_PLACES];
	bool costs_more; /* by words of the main content */
};

/* Words of French texts. */
static const struct {
	const char *pattern;
	enum clair_channel channel;
} words[] = {
	{"channel-online", CLAIR_CHANNEL_ONLINE}, {"channel-email", CLAIR_CHANNEL_EMAIL},
	{"channel-chat", CLAIR_CHANNEL_CHAT}, {"channel-app", CLAIR_CHANNEL_APP},
	{"channel-relay", CLAIR_CHANNEL_RELAY}, {"channel-post", CLAIR_CHANNEL_POST},
	{"channel-desk", CLAIR_CHANNEL_DESK}, {"channel-help", CLAIR_CHANNEL_HELP},
};

static void
keep(struct clair_channel_table *table, enum clair_channel channel, enum clair_channel_place place,
    const struct clair_channel_proof *proof)
{
	if ((table->found[place] & CLAIR_CHANNELS(channel)) != 0)
		return;
	table->found[place] |= CLAIR_CHANNELS(channel);
	table->proofs[channel][place] = *proof;
}

static void
add(struct clair_ctx *ctx, struct clair_channel_table *table, enum clair_channel channel,
    const struct clair_channel_proof *proof)
{
	const enum clair_region region = proof->block == NULL ? clair_region(ctx, proof->node)
	                                                      : clair_block_region(ctx, proof->block);

	keep(table, channel, CLAIR_CHANNEL_ON_PAGE, proof);
	if (region == CLAIR_IN_MAIN)
		keep(table, channel, CLAIR_CHANNEL_IN_MAIN, proof);
}

/* --- Words ------------------------------------------------------------------------------------------ */

/* In the main content, where both views have it. */
static bool
is_known(const struct clair_channel_table *table, enum clair_channel channel)
{
	return (table->found[CLAIR_CHANNEL_IN_MAIN] & CLAIR_CHANNELS(channel)) != 0;
}

static void
add_words(struct clair_ctx *ctx, struct clair_channel_table *table, const struct clair_block *block)
{
	size_t at;
	size_t length;

	if (!table->costs_more && clair_find_in_block(ctx, "extra-cost", block, 0, &at, &length))
		table->costs_more = clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_in_french(ctx, block->node);
	for (size_t i = 0; i < CLAIR_LEN(words); i++) {
		if (is_known(table, words[i].channel) ||
		    !clair_find_in_block(ctx, words[i].pattern, block, 0, &at, &length) ||
		    !clair_in_french(ctx, block->node) || !clair_exposed(ctx, block->node))
			continue;
		add(ctx, table, words[i].channel,
		    &(struct clair_channel_proof){.node = clair_block_part_node(ctx, block, at),
		        .block = block,
		        .from = (uint32_t)at,
		        .length = (uint32_t)length});
	}
}

static void
add_all_words(struct clair_ctx *ctx, struct clair_channel_table *table)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		if (block->kind != CLAIR_BLOCK_TITLE && block->kind != CLAIR_BLOCK_CODE)
			add_words(ctx, table, block);
}

/* --- Numbers and addresses ----------------------------------------------------------------------------- */

static bool
is_called(const struct clair_phone *phone)
{
	return !phone->is_fax && phone->kind != CLAIR_PHONE_HELP && phone->kind != CLAIR_PHONE_FOREIGN &&
	    phone->kind != CLAIR_PHONE_UNKNOWN;
}

static void
add_phones(struct clair_ctx *ctx, struct clair_channel_table *table)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (is_called(phone))
			add(ctx, table, CLAIR_CHANNEL_PHONE,
			    &(struct clair_channel_proof){phone->node, phone->block, phone->from, phone->length});
	}
}

static bool
has_hours_in(struct clair_ctx *ctx, enum clair_region region)
{
	for (size_t i = 0; i < clair_hours_count(ctx); i++)
		if (clair_block_region(ctx, clair_hours_at(ctx, i)->block) == region)
			return true;
	return false;
}

static void
add_addresses(struct clair_ctx *ctx, struct clair_channel_table *table)
{
	for (size_t i = 0; i < clair_address_count(ctx); i++) {
		const struct clair_address *address = clair_address_at(ctx, i);
		const struct clair_channel_proof proof = {
		    address->node, address->block, address->from, address->length};

		add(ctx, table, CLAIR_CHANNEL_POST, &proof);
		if (!is_known(table, CLAIR_CHANNEL_DESK) && !address->is_cedex && address->street[0] != '\0' &&
		    has_hours_in(ctx, clair_region(ctx, address->node)))
			add(ctx, table, CLAIR_CHANNEL_DESK, &proof);
	}
}

/* --- Links, forms, services ------------------------------------------------------------------------------- */

static void
add_node(struct clair_ctx *ctx, struct clair_channel_table *table, enum clair_channel channel,
    const struct clair_node *node)
{
	add(ctx, table, channel, &(struct clair_channel_proof){.node = node});
}

static void
add_links(struct clair_ctx *ctx, struct clair_channel_table *table)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *href = clair_attr(link, CLAIR_ATTR_HREF);

		if (href == NULL || !clair_exposed(ctx, link))
			continue;
		if (strncasecmp(href, "mailto:", strlen("mailto:")) == 0)
			add_node(ctx, table, CLAIR_CHANNEL_EMAIL, link);
		else if (clair_matches(ctx, "channel-app-address", href))
			add_node(ctx, table, CLAIR_CHANNEL_APP, link);
	}
}

static void
add_forms(struct clair_ctx *ctx, struct clair_channel_table *table)
{
	for (size_t i = 0; i < clair_form_count(ctx) && !is_known(table, CLAIR_CHANNEL_ONLINE); i++) {
		const struct clair_form *form = clair_form(ctx, i);

		if (!form->is_search && (form->fields >= FORM_FIELDS || form->is_login))
			add_node(ctx, table, CLAIR_CHANNEL_ONLINE, form->node);
	}
}

/* A form with room for a message, however few its fields. */
static void
add_messages(struct clair_ctx *ctx, struct clair_channel_table *table)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_TEXTAREA) && !is_known(table, CLAIR_CHANNEL_ONLINE);
	     i++) {
		const struct clair_form *form = clair_form_around(ctx, clair_tag_at(ctx, CLAIR_TAG_TEXTAREA, i));

		if (form != NULL)
			add_node(ctx, table, CLAIR_CHANNEL_ONLINE, form->node);
	}
}

/* What the makers of chats put in a page. */
static void
add_chats(struct clair_ctx *ctx, struct clair_channel_table *table)
{
	for (size_t i = 0; i < clair_request_count(ctx); i++)
		if (clair_request_at(ctx, i)->service == CLAIR_SERVICE_CHAT)
			add_node(ctx, table, CLAIR_CHANNEL_CHAT, clair_request_at(ctx, i)->node);
}

static const struct clair_channel_table *
channel_table(struct clair_ctx *ctx)
{
	static const struct clair_channel_table nothing;
	struct clair_channel_table *table = ctx->facts->channels;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return &nothing;
	ctx->facts->channels = table;
	add_phones(ctx, table);
	add_addresses(ctx, table);
	add_links(ctx, table);
	add_forms(ctx, table);
	add_messages(ctx, table);
	add_all_words(ctx, table);
	add_chats(ctx, table);
	return table;
}

unsigned
clair_channels(struct clair_ctx *ctx, enum clair_channel_place place)
{
	return channel_table(ctx)->found[place];
}

const struct clair_channel_proof *
clair_channel(struct clair_ctx *ctx, enum clair_channel channel, enum clair_channel_place place)
{
	const struct clair_channel_table *table = channel_table(ctx);

	return (table->found[place] & CLAIR_CHANNELS(channel)) == 0 ? NULL : &table->proofs[channel][place];
}

/* --- What is left without internet ---------------------------------------------------------------------- */

static bool
has_only_premium_numbers(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++)
		if (is_called(clair_phone_at(ctx, i)) && clair_phone_at(ctx, i)->kind != CLAIR_PHONE_PREMIUM)
			return false;
	return true;
}

enum clair_alternative
clair_alternative(struct clair_ctx *ctx)
{
	const struct clair_channel_table *table = channel_table(ctx);
	const unsigned offline = table->found[CLAIR_CHANNEL_ON_PAGE] & CLAIR_OFFLINE_CHANNELS;

	if (offline == 0)
		return CLAIR_ALTERNATIVE_NONE;
	if (table->costs_more ||
	    (offline == CLAIR_CHANNELS(CLAIR_CHANNEL_PHONE) && has_only_premium_numbers(ctx)))
		return CLAIR_ALTERNATIVE_PAID;
	return (offline & CLAIR_HUMAN_CHANNELS) == 0 ? CLAIR_ALTERNATIVE_LABORIOUS : CLAIR_ALTERNATIVE_FREE;
}

const char *
clair_alternative_name(enum clair_alternative alternative)
{
	static const char *const names[CLAIR_ALTERNATIVE_COUNT] = {
	    [CLAIR_ALTERNATIVE_NONE] = "none", [CLAIR_ALTERNATIVE_PAID] = "paid",
	    [CLAIR_ALTERNATIVE_LABORIOUS] = "laborious", [CLAIR_ALTERNATIVE_FREE] = "free",
	};

	return names[alternative];
}

const char *
clair_channel_name(enum clair_channel channel)
{
	static const char *const names[CLAIR_CHANNEL_COUNT] = {
	    [CLAIR_CHANNEL_ONLINE] = "online", [CLAIR_CHANNEL_EMAIL] = "email",
	    [CLAIR_CHANNEL_CHAT] = "chat", [CLAIR_CHANNEL_APP] = "app",
	    [CLAIR_CHANNEL_PHONE] = "phone", [CLAIR_CHANNEL_RELAY] = "relay",
	    [CLAIR_CHANNEL_POST] = "post", [CLAIR_CHANNEL_DESK] = "desk",
	    [CLAIR_CHANNEL_HELP] = "help",
	};

	return names[channel];
}
