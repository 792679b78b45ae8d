/* See signs.h. */
#include "facts/signs.h"
#include "facts/home.h"
#include "facts/links.h"
#include "facts/statement.h"
#include "facts/text.h"

#include <string.h>
#include <strings.h>

enum {
	LINE_BYTES = 160,    /* of a date with its author */
	TITLE_PARTS = 6,
	STEPS = 3,
	HEADINGS = 2000,     /* those that come after do not tell what a page is for */
};

/* The first heading of the main content that is of level 1; else that of the page. */
static const char *
find_main_heading(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		if (clair_heading_level(ctx, heading) == 1 &&
		    clair_region(ctx, heading) == CLAIR_IN_MAIN) {
			const char *text = clair_visible_text(ctx, heading);

			if (text[0] != '\0')
				return text;
		}
	}
	return clair_first_h1(ctx);
}

static const char *
main_heading(struct clair_ctx *ctx)
{
	if (ctx->facts->main_heading == NULL)
		ctx->facts->main_heading = find_main_heading(ctx);
	return ctx->facts->main_heading;
}

/* What stands between two parts of a title; 0: no part ends here. */
static size_t
separator_at(const char *text)
{
	static const char *const separators[] = {" - ", " | ", " – ", " — ", " · ", " : ", " • "};

	for (size_t i = 0; i < CLAIR_LEN(separators); i++) {
		size_t length = strlen(separators[i]);

		if (strncmp(text, separators[i], length) == 0)
			return length;
	}
	return 0;
}

static bool
a_part_matches(struct clair_ctx *ctx, const char *pattern, const char *title)
{
	const char *at = title;

	for (int i = 0; i < TITLE_PARTS && *at != '\0'; i++) {
		size_t length = 0;
		size_t gap = 0;

		while (at[length] != '\0' && (gap = separator_at(at + length)) == 0)
			length++;
		if (clair_matches(ctx, pattern, clair_strndup(&ctx->page->mem, at, length)))
			return true;
		at += length + gap;
	}
	return false;
}

bool
clair_signs_title(struct clair_ctx *ctx, const char *pattern)
{
	const char *heading = main_heading(ctx);

	if (heading[0] != '\0' && clair_matches(ctx, pattern, heading))
		return true;
	return a_part_matches(ctx, pattern, clair_page_title(ctx));
}

uint32_t
clair_signs_headings(struct clair_ctx *ctx, const char *pattern, uint32_t most)
{
	const size_t headings = clair_heading_count(ctx) < HEADINGS ? clair_heading_count(ctx) : HEADINGS;
	uint32_t count = 0;

	for (size_t i = 0; i < headings && count < most; i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		count += clair_heading_level(ctx, heading) > 1 &&
		    clair_region(ctx, heading) == CLAIR_IN_MAIN &&
		    clair_matches(ctx, pattern, clair_visible_text(ctx, heading));
	}
	return count;
}

/* What follows the host; the whole of an address that has none. */
static const char *
path_of(const char *url)
{
	const char *host = strstr(url, "://");

	return host == NULL ? url : host + 3 + strcspn(host + 3, "/?#");
}

bool
clair_signs_path(struct clair_ctx *ctx, const char *pattern)
{
	return clair_matches(ctx, pattern, path_of(clair_page_url(ctx)));
}

bool
clair_signs_canonical_root(struct clair_ctx *ctx)
{
	const char *canonical = clair_canonical_of(ctx, &ctx->page->mem);
	const char *path = canonical == NULL ? "" : path_of(canonical);

	return canonical != NULL &&
	    (strcmp(path, "/") == 0 || (path[0] == '\0' && path != canonical));
}

bool
clair_signs_body(struct clair_ctx *ctx, const char *pattern)
{
	const struct clair_node *body = clair_tag_at(ctx, CLAIR_TAG_BODY, 0);
	const char *classes = body == NULL ? NULL : clair_attr(body, CLAIR_ATTR_CLASS);

	return classes != NULL && clair_matches(ctx, pattern, classes);
}

static bool
has_microdata(struct clair_ctx *ctx, enum clair_tag tag, const char *pattern)
{
	for (size_t i = 0; i < clair_tag_count(ctx, tag); i++) {
		const char *type = clair_attr_by_name(clair_tag_at(ctx, tag, i), "itemtype");

		if (type != NULL && clair_matches(ctx, pattern, type))
			return true;
	}
	return false;
}

bool
clair_signs_schema(struct clair_ctx *ctx, const char *pattern)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_HTML, CLAIR_TAG_BODY, CLAIR_TAG_MAIN,
	    CLAIR_TAG_ARTICLE};

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_SCRIPT); i++) {
		const struct clair_node *script = clair_tag_at(ctx, CLAIR_TAG_SCRIPT, i);

		if (clair_attr_is(script, CLAIR_ATTR_TYPE, "application/ld+json") &&
		    clair_matches(ctx, pattern, clair_raw_text(script)))
			return true;
	}
	for (size_t i = 0; i < CLAIR_LEN(tags); i++)
		if (has_microdata(ctx, tags[i], pattern))
			return true;
	return false;
}

const char *
clair_signs_meta(struct clair_ctx *ctx, const char *name)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_META); i++) {
		const struct clair_node *meta = clair_tag_at(ctx, CLAIR_TAG_META, i);
		const char *property = clair_attr_by_name(meta, "property");
		const char *content = clair_attr(meta, CLAIR_ATTR_CONTENT);

		if (property == NULL)
			property = clair_attr(meta, CLAIR_ATTR_NAME);
		if (property != NULL && content != NULL && strcasecmp(property, name) == 0)
			return content;
	}
	return "";
}

static bool
field_says(struct clair_ctx *ctx, const struct clair_node *field, const char *pattern)
{
	static const enum clair_attribute attributes[] = {CLAIR_ATTR_AUTOCOMPLETE, CLAIR_ATTR_NAME,
	    CLAIR_ATTR_ID};

	for (size_t i = 0; i < CLAIR_LEN(attributes); i++) {
		const char *value = clair_attr(field, attributes[i]);

		if (value != NULL && clair_matches(ctx, pattern, value))
			return true;
	}
	return clair_matches(ctx, pattern, clair_name(ctx, field));
}

bool
clair_signs_field(struct clair_ctx *ctx, const char *pattern)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_INPUT, CLAIR_TAG_SELECT};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *field = clair_tag_at(ctx, tags[t], i);

			if (clair_is_field(ctx, field) && clair_region(ctx, field) == CLAIR_IN_MAIN &&
			    field_says(ctx, field, pattern) && clair_visible(ctx, field))
				return true;
		}
	}
	return false;
}

bool
clair_signs_control(struct clair_ctx *ctx, const char *pattern)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_INPUT};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *control = clair_tag_at(ctx, tags[t], i);

			if (clair_region(ctx, control) == CLAIR_IN_MAIN &&
			    clair_matches(ctx, pattern, clair_name(ctx, control)) &&
			    clair_exposed(ctx, control))
				return true;
		}
	}
	return false;
}

bool
clair_signs_line(struct clair_ctx *ctx, const char *pattern)
{
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (block->kind != CLAIR_BLOCK_TITLE && block->length <= LINE_BYTES &&
		    clair_block_region(ctx, block) == CLAIR_IN_MAIN &&
		    clair_matches(ctx, pattern, block->text))
			return true;
	}
	return false;
}

static bool
has_items(const struct clair_node *list, int least)
{
	for (const struct clair_node *item = clair_first_child(list); item != NULL && least > 0;
	     item = clair_next_sibling(item))
		least -= item->tag == CLAIR_TAG_LI;
	return least <= 0;
}

bool
clair_signs_steps(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_OL); i++) {
		const struct clair_node *list = clair_tag_at(ctx, CLAIR_TAG_OL, i);

		if (clair_region(ctx, list) == CLAIR_IN_MAIN && has_items(list, STEPS) &&
		    clair_exposed(ctx, list))
			return true;
	}
	return false;
}

static uint32_t
link_bytes(const struct clair_block *block)
{
	uint32_t bytes = 0;

	for (uint32_t i = 0; i < block->piece_count; i++) {
		uint32_t end = i + 1 < block->piece_count ? block->pieces[i + 1].at : block->length;

		if ((block->pieces[i].flags & CLAIR_WORD_IN_LINK) != 0)
			bytes += end - block->pieces[i].at;
	}
	return bytes;
}

static bool
is_read(const struct clair_block *block)
{
	return block->kind != CLAIR_BLOCK_TITLE && block->kind != CLAIR_BLOCK_BUTTON &&
	    block->kind != CLAIR_BLOCK_LABEL;
}

/* Bytes that may stand around a link that is all of its block: a bullet, a figure, a date. */
enum { AROUND_LINK = 16 };

struct clair_hub
clair_signs_hub(struct clair_ctx *ctx)
{
	struct clair_hub hub = {0};

	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);
		uint32_t linked;

		if (!is_read(block) || clair_block_region(ctx, block) != CLAIR_IN_MAIN)
			continue;
		linked = link_bytes(block);
		hub.text += block->length;
		hub.link_text += linked;
		hub.entries += linked > 0 && linked + AROUND_LINK >= block->length;
	}
	return hub;
}

uint32_t
clair_signs_samples(struct clair_ctx *ctx)
{
	uint32_t count = 0;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_PRE); i++)
		count += clair_region(ctx, clair_tag_at(ctx, CLAIR_TAG_PRE, i)) == CLAIR_IN_MAIN;
	return count;
}
