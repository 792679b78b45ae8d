/* A long page starts with a short summary. */
#include "clairlint/rule.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page a {count} mots, et ne semble pas commencer par un court résumé.",
		.en = "The page has {count} words, and does not seem to start with a short summary.",
	},
};

static bool
is_title(struct clair_ctx *ctx, const struct clair_block *block)
{
	return clair_block_kind(block) == CLAIR_BLOCK_HEADING &&
	    clair_heading_level(ctx, clair_block_node(block)) == 1;
}

/* A short paragraph between a main heading and the heading that follows. */
static bool
has_lead(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "cognition.chapo.mots.max");
	bool waits = false;

	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);
		enum clair_block_kind kind = clair_block_kind(block);

		if (clair_block_region(ctx, block) != CLAIR_IN_MAIN)
			continue;
		if (waits && (kind == CLAIR_BLOCK_PARAGRAPH || kind == CLAIR_BLOCK_OTHER) &&
		    clair_sentence_next(ctx, block, NULL) != NULL && clair_block_words(ctx, block) <= max)
			return true;
		if (kind == CLAIR_BLOCK_HEADING)
			waits = is_title(ctx, block);
	}
	return false;
}

/* Questions and answers, minutes and orders are not read from the top. */
static bool
is_read_from_the_top(struct clair_ctx *ctx)
{
	const enum clair_page_kind kind = clair_page_kind(ctx).kind;

	return (kind == CLAIR_PAGE_PROCEDURE || kind == CLAIR_PAGE_OTHER) &&
	    clair_tag_count(ctx, CLAIR_TAG_H1) > 0 && !clair_matches(ctx, "page-faq", clair_page_title(ctx)) &&
	    clair_block_saying(ctx, "record-words", true) == NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const uint32_t words = clair_readability(ctx)->words;

	if (words < clair_threshold(ctx, "cognition.resume.mots.min") || !is_read_from_the_top(ctx))
		return CLAIR_INAPPLICABLE;
	if (clair_block_saying(ctx, "summary-words", true) != NULL || has_lead(ctx))
		return CLAIR_PASS;
	clair_arg_num(clair_review_page(ctx, MISSING), "count", words);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_summary_missing) = {
	.id = "cognition/summary-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-047"),
	.thresholds = CLAIR_IDS("cognition.resume.mots.min", "cognition.chapo.mots.max"),
	.title = {
		.fr = "Une longue page commence par un court résumé",
		.en = "A long page starts with a short summary",
	},
	.why = {
		.fr = "On veut savoir vite si la page est pour soi. Sans résumé, on part avant la fin, ou on passe à côté.",
		.en = "People want to know soon whether the page is for them. Without a summary they leave before the end, or miss it.",
	},
	.remedy = {
		.fr = "Écrire sous le titre deux ou trois phrases : pour qui, pour quoi, que faire.",
		.en = "Write two or three sentences under the title: for whom, what for, what to do.",
	},
	.limits = {
		.fr = "La règle ne juge ni les actualités, ni les comptes rendus, ni les questions fréquentes. Un court paragraphe sous le titre lui suffit.",
		.en = "The rule judges neither news, nor minutes, nor frequent questions. A short paragraph under the title is enough for it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
