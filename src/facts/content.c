/* See content.h. */
#include "facts/content.h"
#include "facts/signs.h"

enum { FORM_FIELDS = 3 }; /* as the kind "form" wants */

static bool
searches_in_main(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_form_count(ctx); i++) {
		const struct clair_form *form = clair_form(ctx, i);

		if (form->is_search && clair_region(ctx, form->node) == CLAIR_IN_MAIN)
			return true;
	}
	return false;
}

/* A bare "Recherche" is also what a university calls its research. */
static bool
is_search_page(struct clair_ctx *ctx)
{
	return clair_signs_title(ctx, "page-results") ||
	    (clair_signs_title(ctx, "page-search") && searches_in_main(ctx));
}

/* The last step of a process often has nothing to fill. */
static bool
is_step(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_form_count(ctx); i++)
		if (clair_form(ctx, i)->has_steps)
			return true;
	return clair_signs_title(ctx, "steps") || clair_signs_headings(ctx, "steps", 1) > 0;
}

static bool
has_data_table(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_TABLE); i++) {
		const struct clair_node *table = clair_tag_at(ctx, CLAIR_TAG_TABLE, i);

		if (clair_exposed(ctx, table) && clair_region(ctx, table) == CLAIR_IN_MAIN &&
		    clair_table_use(ctx, table) == CLAIR_TABLE_DATA)
			return true;
	}
	return false;
}

static bool
has_download(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_download_count(ctx); i++)
		if (clair_region(ctx, clair_download_at(ctx, i)->node) == CLAIR_IN_MAIN)
			return true;
	return false;
}

unsigned
clair_content_flags(struct clair_ctx *ctx)
{
	unsigned flags = 0;

	if (clair_signs_title(ctx, "page-notice"))
		flags |= CLAIR_SUMMARY_IS_LEGAL_NOTICE;
	if (clair_signs_title(ctx, "page-help"))
		flags |= CLAIR_SUMMARY_IS_HELP;
	if (is_search_page(ctx))
		flags |= CLAIR_SUMMARY_IS_SEARCH;
	if (is_step(ctx))
		flags |= CLAIR_SUMMARY_IS_STEP;
	if (clair_entry_count(ctx) >= FORM_FIELDS)
		flags |= CLAIR_SUMMARY_FORM;
	if (has_data_table(ctx))
		flags |= CLAIR_SUMMARY_DATA_TABLE;
	if (clair_medium_count(ctx) > 0)
		flags |= CLAIR_SUMMARY_MEDIA;
	if (has_download(ctx))
		flags |= CLAIR_SUMMARY_DOWNLOAD;
	return flags;
}
