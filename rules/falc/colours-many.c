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
	const char *text = clair_contrast(ctx, prose->node)->text;

	if ((prose->flags & CLAIR_WORD_IN_LINK) != 0 || text == NULL || rule_length(text) >= room)
		return false;
	for (size_t i = 0; i <= rule_length(text); i++)
		name[i] = text[i];
	return true;
}

/* For a reader, what is nearly black is black, and two greys side by side are one. */
static bool
is_near(struct clair_ctx *ctx, const struct clair_node *one, const struct clair_node *other)
{
	const unsigned char *a = clair_contrast(ctx, one)->text_rgb;
	const unsigned char *b = clair_contrast(ctx, other)->text_rgb;
	bool dark = true;
	int apart = 0;

	for (int i = 0; i < CHANNELS; i++) {
		dark = dark && a[i] <= DARK && b[i] <= DARK;
		apart += a[i] > b[i] ? a[i] - b[i] : b[i] - a[i];
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
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les liens, les titres et le code ne comptent pas.",
		.en = "The rule holds only for pages judged as easy to read (FALC). Links, headings and code do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
