/* Heading levels follow each other. */
#include "clairlint/rule.h"

enum { SKIPPED };

static const struct clair_message messages[] = {
	[SKIPPED] = {
		.key = "skipped",
		.fr = "On passe d’un titre de niveau {before} à un titre de niveau {level} : "
		    "« {title} ».",
		.en = "Headings go from level {before} to level {level}: \"{title}\".",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_PASS;
	size_t count = clair_heading_count(ctx);
	int before = 0;

	if (count == 0)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < count; i++) {
		const struct clair_node *heading = clair_heading(ctx, i);
		int level = clair_heading_level(ctx, heading);
		struct clair_finding *finding;

		/* What comes before the first h1 is often a banner. */
		if (before > 0 && level > before + 1) {
			finding = clair_review(ctx, heading, SKIPPED);
			clair_arg_num(finding, "before", before);
			clair_arg_num(finding, "level", level);
			clair_arg(finding, "title", clair_name(ctx, heading));
			outcome = CLAIR_REVIEW;
		}
		before = level;
	}
	return outcome;
}

CLAIR_RULE(structure_heading_skip) = {
	.id = "structure/heading-skip",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_text = true,
	.rgaa = CLAIR_IDS("9.1.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Les niveaux de titres se suivent",
		.en = "Heading levels follow each other",
	},
	.why = {
		.fr = "Qui parcourt la page de titre en titre croit avoir manqué une partie.",
		.en = "Who goes through the page from heading to heading believes that a part "
		    "was missed.",
	},
	.remedy = {
		.fr = "Choisir le niveau du titre selon sa place dans le plan, et sa taille "
		    "dans la feuille de style.",
		.en = "Choose the level of the heading by its place in the outline, and its "
		    "size in the style sheet.",
	},
	.limits = {
		.fr = "Un titre caché par une feuille de style peut tromper la règle.",
		.en = "A heading hidden by a style sheet may mislead the rule.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
