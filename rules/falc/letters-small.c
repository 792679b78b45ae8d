/* Letters are large enough. */
#include "rules/common/prose.h"

enum { SMALL, SMALLISH };

static const struct clair_message messages[] = {
	[SMALL] = {
		.key = "small",
		.fr = "Ces lettres font {px} px. Il en faut au moins {min} ({count} {count|passage|passages}).",
		.en = "These letters are {px} px. At least {min} are needed ({count} {count|passage|passages}).",
	},
	[SMALLISH] = {
		.key = "smallish",
		.fr = "Ces lettres font {px} px. Une page facile à lire en a {min} ou plus ({count} {count|passage|passages}).",
		.en = "These letters are {px} px. An easy-to-read page has {min} or more ({count} {count|passage|passages}).",
	},
};

static const char *
least(struct clair_ctx *ctx)
{
	return clair_wants_falc(ctx) ? "falc.lettres.px.min" : "typographie.lettres.px.min";
}

/* Letters without a size are not there to be read. */
static bool
is_under(struct clair_ctx *ctx, const struct clair_prose *prose, const char *key)
{
	double px;

	return clair_style_number(ctx, prose->node, CLAIR_CSS_FONT_SIZE, &px) && px >= 1 &&
	    px + 0.05 < clair_threshold(ctx, key);
}

static bool
is_small(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return is_under(ctx, prose, least(ctx));
}

static bool
is_smallish(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return is_under(ctx, prose, "falc.lettres.px.conseil") && !is_small(ctx, prose);
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_passages *passages)
{
	double px = 0;

	clair_style_number(ctx, passages->styled, CLAIR_CSS_FONT_SIZE, &px);
	clair_arg_num(finding, "px", (double)(long)(px * 10 + 0.5) / 10);
	clair_arg_num(finding, "min", clair_threshold(ctx, is_small(ctx, passages->first) ? least(ctx)
	                                                           : "falc.lettres.px.conseil"));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	struct clair_passage_search search = {
	    .property = CLAIR_CSS_FONT_SIZE,
	    .blocks = strictness.blocks,
	    .words = strictness.words,
	    .harms = is_small,
	};
	enum clair_outcome small = rule_check_passages(ctx, &search, SMALL, describe);

	if (!strictness.falc)
		return small;
	search.harms = is_smallish;
	return rule_worse(small, rule_review_passages(ctx, &search, SMALLISH, describe));
}

CLAIR_RULE(falc_letters_small) = {
	.id = "falc/letters-small",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W10"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("falc.lettres.px.min", "falc.lettres.px.conseil", "typographie.lettres.px.min", "typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Les lettres sont assez grandes",
		.en = "Letters are large enough",
	},
	.why = {
		.fr = "Les petites lettres fatiguent tout le monde. Les personnes âgées ou qui voient mal renoncent.",
		.en = "Small letters tire everybody. Older people and people with low vision give up.",
	},
	.remedy = {
		.fr = "Écrire le texte plus gros : 16 px ou plus (réglage font-size : 1rem).",
		.en = "Write the text larger: 16 px or more (setting font-size: 1rem).",
	},
	.limits = {
		.fr = "Sur une page ordinaire, seul un texte de plusieurs lignes compte.",
		.en = "On an ordinary page, only a text of several lines counts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
