/* A list of choices is short, or its options are grouped. */
#include "clairlint/rule.h"

enum { MANY, MANY_UNNAMED };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "La liste « {name} » a {count} choix, sans groupe. Au-delà de {max}, on peine à trouver le bon.",
		.en = "The list “{name}” has {count} choices and no group. Past {max}, the right one is hard to find.",
	},
	[MANY_UNNAMED] = {
		.key = "many-unnamed",
		.fr = "Cette liste a {count} choix, sans groupe. Au-delà de {max}, on peine à trouver le bon.",
		.en = "This list has {count} choices and no group. Past {max}, the right one is hard to find.",
	},
};

/* Lists that people know by heart or search by letter: countries, years, days, languages. */
static bool
is_known_series(struct clair_ctx *ctx, const struct clair_node *list)
{
	static const char *const tokens[] = {"country", "country-name", "bday-day", "bday-month",
	    "bday-year", "cc-exp-month", "cc-exp-year", "language"};

	for (size_t i = 0; i < CLAIR_LEN(tokens); i++) {
		if (clair_attr_has_token(list, CLAIR_ATTR_AUTOCOMPLETE, tokens[i]))
			return true;
	}
	return clair_matches(ctx, "known-series", clair_name(ctx, list));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *list)
{
	const double max = clair_threshold(ctx, "cognition.options.max");
	struct clair_finding *finding;
	uint32_t options = 0;
	uint32_t numbers = 0;

	if (!clair_visible(ctx, list))
		return CLAIR_INAPPLICABLE;
	for (const struct clair_node *node = clair_next_inside(list, list); node != NULL;
	     node = clair_next_inside(list, node)) {
		if (clair_tag(node) == CLAIR_TAG_OPTGROUP)
			return CLAIR_PASS;
		if (clair_tag(node) != CLAIR_TAG_OPTION)
			continue;
		options++;
		if (clair_matches(ctx, "series-item", clair_text_content(ctx, node)))
			numbers++;
	}
	if (options <= max || numbers * 2 > options || is_known_series(ctx, list))
		return CLAIR_PASS;
	finding = clair_report(ctx, list, clair_name(ctx, list)[0] == '\0' ? MANY_UNNAMED : MANY);
	clair_arg(finding, "name", clair_name(ctx, list));
	clair_arg_num(finding, "count", options);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_too_many_options) = {
	.id = "cognition/too-many-options",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_SELECT),
	.needs = CLAIR_IDS("S-044"),
	.thresholds = CLAIR_IDS("cognition.options.max"),
	.title = {
		.fr = "Une liste de choix est courte ou rangée par groupes",
		.en = "A list of choices is short or sorted in groups",
	},
	.why = {
		.fr = "Il faut lire chaque choix et se souvenir des autres. Beaucoup de personnes se trompent ou renoncent.",
		.en = "People have to read each choice and remember the others. Many make a mistake or give up.",
	},
	.remedy = {
		.fr = "Grouper les choix (optgroup), en retirer, ou proposer un champ avec des suggestions.",
		.en = "Group the choices (optgroup), remove some, or offer a field with suggestions.",
	},
	.limits = {
		.fr = "Les listes de pays, de dates et de nombres ne comptent pas.",
		.en = "Lists of countries, dates and numbers do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
