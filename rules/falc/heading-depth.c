/* Headings have few levels. */
#include "clairlint/rule.h"

enum { DEEP, NUMBERED };

enum { LEVELS = 9 };

static const struct clair_message messages[] = {
	[DEEP] = {
		.key = "deep",
		.each = true,
		.fr = "Le contenu a {count} niveaux de titres. Au-delà de {max}, on ne sait plus où l’on est.",
		.en = "The content has {count} levels of headings. Past {max}, people no longer know where they are.",
	},
	[NUMBERED] = {
		.key = "numbered",
		.each = true,
		.fr = "« {text} » : ce numéro est difficile à lire. Un chiffre suffit.",
		.en = "“{text}”: this number is hard to read. One figure is enough.",
	},
};

static uint32_t
count_levels(struct clair_ctx *ctx, const struct clair_node **deepest)
{
	bool met[LEVELS + 1] = {false};
	uint32_t count = 0;
	int most = 0;

	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);
		const int level = clair_heading_level(ctx, heading);

		if (level < 1 || level > LEVELS || clair_region(ctx, heading) != CLAIR_IN_MAIN)
			continue;
		count += !met[level];
		met[level] = true;
		if (level > most)
			*deepest = heading;
		most = level > most ? level : most;
	}
	return count;
}

static bool
report_numbers(struct clair_ctx *ctx)
{
	bool any = false;

	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);
		const char *text = clair_text_content(ctx, heading);

		if (clair_region(ctx, heading) != CLAIR_IN_MAIN ||
		    !clair_matches(ctx, "heading-number", text))
			continue;
		clair_arg(clair_report(ctx, heading, NUMBERED), "text", text);
		any = true;
	}
	return any;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const bool falc = clair_wants_falc(ctx);
	const double max = falc ? clair_threshold(ctx, "falc.titres.niveaux.max")
	                        : clair_threshold(ctx, "lisibilite.titres.niveaux.max");
	const struct clair_node *deepest = NULL;
	const uint32_t count = count_levels(ctx, &deepest);
	const bool numbered = falc && report_numbers(ctx);
	struct clair_finding *finding;

	if (count == 0 || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	if (count <= max)
		return numbered ? CLAIR_FAIL : CLAIR_PASS;
	finding = clair_report(ctx, deepest, DEEP);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_heading_depth) = {
	.id = "falc/heading-depth",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.falc = CLAIR_IDS("W28"),
	.thresholds = CLAIR_IDS("falc.titres.niveaux.max", "lisibilite.titres.niveaux.max"),
	.title = {
		.fr = "Les titres ont peu de niveaux",
		.en = "Headings have few levels",
	},
	.why = {
		.fr = "Des titres dans des titres dans des titres : il faut retenir toute la suite.",
		.en = "Headings in headings in headings: the whole row has to be kept in mind.",
	},
	.remedy = {
		.fr = "Garder le titre de la page et un ou deux niveaux. Faire une autre page du reste.",
		.en = "Keep the title of the page and one or two levels. Make another page of the rest.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
