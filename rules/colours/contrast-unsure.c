/* Texts whose contrast only an eye can tell: one finding for each reason on a page. */
#include "clairlint/rule.h"
#include "rules/common/contrast.h"
#include "rules/common/text.h"

enum { IMAGE, GRADIENT, OVERLAP, SHADOW, BLEND, SAME, MISSING, REASONS };

static const struct clair_message messages[] = {
	[IMAGE] = {
		.key = "image",
		.fr = "{count} {count|texte est écrit|textes sont écrits} sur une image de fond : vérifier que tout se lit.",
		.en = "{count} {count|text is|texts are} over a background picture: check that all of it can be read.",
	},
	[GRADIENT] = {
		.key = "gradient",
		.fr = "{count} {count|texte est écrit|textes sont écrits} sur un dégradé de couleurs : vérifier l’endroit le moins lisible.",
		.en = "{count} {count|text is|texts are} over a gradient: check the least readable place.",
	},
	[OVERLAP] = {
		.key = "overlap",
		.fr = "{count} {count|texte est posé|textes sont posés} par-dessus un autre bloc de la page : vérifier les couleurs derrière.",
		.en = "{count} {count|text is|texts are} laid over another box of the page: check the colours behind.",
	},
	[SHADOW] = {
		.key = "shadow",
		.fr = "{count} {count|texte ne se lit|textes ne se lisent} que par {count|son|leur} ombre : vérifier le contraste à l’œil.",
		.en = "{count} {count|text is|texts are} readable by a shadow only: check the contrast by eye.",
	},
	[BLEND] = {
		.key = "blend",
		.fr = "{count} {count|texte passe|textes passent} par un filtre de couleurs : vérifier le contraste à l’écran.",
		.en = "{count} {count|text goes|texts go} through a colour filter: check the contrast on screen.",
	},
	[SAME] = {
		.key = "same",
		.fr = "{count} {count|texte a|textes ont} la couleur de {count|son|leur} fond, ou presque : vérifier à l’écran qu’on {count|le|les} lit, ou que personne n’a à {count|le|les} lire.",
		.en = "{count} {count|text has|texts have} the colour of the background, or nearly: check on screen that {count|it|they} can be read, or that nobody has to.",
	},
	[MISSING] = {
		.key = "missing-sheet",
		.fr = "{count} {count|texte semble trop pâle|textes semblent trop pâles}, mais toutes les feuilles de style n’ont pas été lues.",
		.en = "{count} {count|text seems|texts seem} too pale, but not all style sheets could be read.",
	},
};

static unsigned
reason_of(const struct clair_contrast *contrast)
{
	static const char *const keys[] = {[IMAGE] = "image", [GRADIENT] = "gradient",
	    [OVERLAP] = "overlap", [SHADOW] = "shadow", [BLEND] = "blend", [SAME] = "same"};

	for (unsigned i = 0; i < CLAIR_LEN(keys); i++)
		if (rule_same(contrast->why, keys[i]))
			return i;
	return MISSING;
}

/* A box out of its place most often lies where its colours are readable: then nothing is said. */
static bool
is_worth_a_look(const struct clair_contrast *contrast)
{
	if (rule_contrast_judge(contrast, 4.5, 3) != RULE_CONTRAST_UNSURE)
		return false;
	return reason_of(contrast) != OVERLAP || contrast->ratio < (contrast->large ? 3 : 4.5);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *root = clair_root(ctx);
	const struct clair_node *first[REASONS] = {NULL};
	uint32_t counts[REASONS] = {0};
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (const struct clair_node *node = root; node != NULL; node = clair_next_inside(root, node)) {
		const struct clair_contrast *contrast = clair_contrast(ctx, node);
		unsigned reason;

		if (contrast->known == CLAIR_CONTRAST_KNOWN && outcome == CLAIR_INAPPLICABLE)
			outcome = CLAIR_PASS;
		if (!is_worth_a_look(contrast))
			continue;
		reason = reason_of(contrast);
		if (counts[reason]++ == 0)
			first[reason] = node;
	}
	for (unsigned i = 0; i < REASONS; i++) {
		if (counts[i] == 0)
			continue;
		clair_arg_num(clair_review(ctx, first[i], i), "count", counts[i]);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(colours_contrast_unsure) = {
	.id = "colours/contrast-unsure",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("3.2.1", "3.2.2", "3.2.3", "3.2.4"),
	.wcag = CLAIR_IDS("1.4.3"),
	.title = {
		.fr = "Le texte se lit aussi sur une image, un dégradé ou un autre bloc",
		.en = "Text can be read over a picture, a gradient or another box too",
	},
	.why = {
		.fr = "Une image a des endroits clairs et des endroits sombres : une partie du texte peut s’y perdre.",
		.en = "A picture has light and dark places: part of the text may be lost there.",
	},
	.remedy = {
		.fr = "Mettre sous le texte une couleur unie, qui se lit partout.",
		.en = "Put one colour under the text, readable everywhere.",
	},
	.limits = {
		.fr = "La page n’est pas dessinée : seul un regard sur l’écran peut conclure.",
		.en = "The page is not drawn: only a look at the screen can tell.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
