/* The text has one colour. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { COLOURS };

static const struct clair_message messages[] = {
	[COLOURS] = {
		.key = "colours",
		.fr = "Le texte de la page a {count} couleurs : {list}.",
		.en = "The text of the page has {count} colours: {list}.",
	},
};

enum { CHANNELS = 3, NEAR = 48, DARK = 64 };

static bool
color(struct clair_ctx *ctx, const struct clair_prose *prose, char *name, size_t room)
{
	const char *value = clair_style(ctx, prose->node, CLAIR_CSS_COLOR);
	size_t length = rule_length(value);

	if ((prose->flags & CLAIR_WORD_IN_LINK) != 0 || length >= room)
		return false;
	for (size_t i = 0; i <= length; i++)
		name[i] = value[i];
	return true;
}

/* The next number of "rgb(1, 2, 3)", without its decimals. */
static int
channel(const char **at)
{
	int number = 0;

	while (**at != '\0' && (**at < '0' || **at > '9'))
		(*at)++;
	while (**at >= '0' && **at <= '9' && number < 1000)
		number = number * 10 + *(*at)++ - '0';
	while (**at != '\0' && **at != ' ' && **at != ',')
		(*at)++;
	return number;
}

/* For a reader, what is nearly black is black, and two greys side by side are one. */
static bool
is_near(const char *a, const char *b)
{
	bool dark = true;
	int apart = 0;

	for (int i = 0; i < CHANNELS; i++) {
		int one = channel(&a);
		int other = channel(&b);

		dark = dark && one <= DARK && other <= DARK;
		apart += one > other ? one - other : other - one;
	}
	return dark || apart <= NEAR;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_variety variety = {
	    .property = CLAIR_CSS_COLOR,
	    .blocks = CLAIR_PROSE_BLOCKS,
	    .most = "falc.couleurs.max",
	    .name = color,
	    .is_same = is_near,
	};

	return rule_check_variety(ctx, &variety, COLOURS);
}

CLAIR_RULE(falc_colours_many) = {
	.id = "falc/colours-many",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W14"),
	.thresholds = CLAIR_IDS("falc.couleurs.max", "falc.passage.mots.min"),
	.title = {
		.fr = "Le texte a une seule couleur",
		.en = "The text has one colour",
	},
	.why = {
		.fr = "Une couleur de plus demande ce qu’elle veut dire. Certaines se voient mal.",
		.en = "One more colour makes people ask what it means. Some are hard to see.",
	},
	.remedy = {
		.fr = "Garder une seule couleur foncée. Pour insister, mettre en gras.",
		.en = "Keep one dark colour. To insist, use bold.",
	},
	.limits = {
		.fr = "Seules les pages qui se disent faciles à lire sont jugées. Les liens, les titres et le code ne comptent pas.",
		.en = "Only pages that say they are easy to read are judged. Links, headings and code do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
