/* See site.h. */
#include "rules/common/site.h"

#include "rules/common/text.h"

const struct clair_page_summary *
site_home(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if (clair_summary_is_home(page))
			return page;
	}
	return NULL;
}

const struct clair_page_summary *
site_map_page(struct clair_ctx *ctx, const struct clair_page_summary *home)
{
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if (page != home && (clair_summary_flags(page) & CLAIR_SUMMARY_IS_SITE_MAP) != 0 &&
		    rule_same(clair_summary_lang(page), clair_summary_lang(home)))
			return page;
	}
	return NULL;
}

bool
site_may_be_french(struct clair_ctx *ctx, const struct clair_page_summary *home)
{
	const char *lang = clair_summary_lang(home);

	return lang[0] == '\0' || clair_matches(ctx, "lang-french", lang);
}

size_t
site_pages_with(struct clair_ctx *ctx, unsigned flags)
{
	size_t count = 0;

	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		if ((clair_summary_flags(clair_site_page(ctx, i)) & flags) == flags)
			count++;
	}
	return count;
}

enum clair_outcome
site_flag_is_constant(struct clair_ctx *ctx, unsigned flag, unsigned message)
{
	size_t pages = clair_site_page_count(ctx);
	size_t with = site_pages_with(ctx, flag);

	if (pages < 2 || with == 0 || with * 2 < pages)
		return CLAIR_INAPPLICABLE;
	if (with == pages)
		return CLAIR_PASS;
	for (size_t i = 0; i < pages; i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if ((clair_summary_flags(page) & flag) == 0)
			clair_review_site(ctx, page, message);
	}
	return CLAIR_REVIEW;
}

/* A majority vote in one pass, then a count. */
struct site_usual
site_usual(struct clair_ctx *ctx,
    uint64_t (*value_of)(const struct clair_page_summary *page, unsigned what), unsigned what)
{
	const size_t pages = clair_site_page_count(ctx);
	struct site_usual usual = {0};
	size_t votes = 0;

	for (size_t i = 0; i < pages; i++) {
		uint64_t value = value_of(clair_site_page(ctx, i), what);

		if (value == 0)
			continue;
		usual.pages++;
		if (votes == 0)
			usual.value = value;
		votes = value == usual.value ? votes + 1 : votes - 1;
	}
	for (size_t i = 0; i < pages && usual.value != 0; i++)
		usual.with += value_of(clair_site_page(ctx, i), what) == usual.value;
	if (usual.with * 2 <= usual.pages)
		usual.value = 0;
	return usual;
}
