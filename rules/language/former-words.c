/* A form does not ask people what the law no longer asks. */
#include "rules/common/pattern.h"

enum { FORMER };

static const struct clair_message messages[] = {
	[FORMER] = {
		.key = "former",
		.fr = "« {text} » : l’administration ne demande plus cela depuis 2012. Écrire « {plain} ».",
		.en = "“{text}”: the administration has not asked for this since 2012. Write “{plain}”.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	struct text_place place = {.block = block};
	struct clair_finding *finding;

	if (!text_next_in_block(ctx, "former-words", &place))
		return CLAIR_PASS;
	finding = clair_report_part(ctx, block, place.offset, place.length, FORMER);
	text_name(finding, &place);
	clair_arg(finding, "plain", clair_matches(ctx, "former-civility", clair_block_text(block)) ? "Madame" : "nom de naissance ou nom d’usage");
	return CLAIR_FAIL;
}

CLAIR_RULE(language_former_words) = {
	.id = "language/former-words",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_NEWCOMER | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.only_french = true,
	.needs = CLAIR_IDS("S-148"),
	.title = {
		.fr = "Un formulaire n’emploie pas les mots que la loi a retirés",
		.en = "A form does not use words that the law has removed",
	},
	.why = {
		.fr = "Ces mots supposent une façon de porter son nom. Qui vient d’ailleurs, ou n’est pas marié, ne sait pas quoi répondre.",
		.en = "These words assume one way of bearing a name. People from elsewhere, or not married, do not know what to answer.",
	},
	.remedy = {
		.fr = "Demander le « nom de naissance » et, si besoin, le « nom d’usage ». Ne garder que « Madame » et « Monsieur ».",
		.en = "Ask for the “nom de naissance” and, if needed, the “nom d’usage”. Keep “Madame” and “Monsieur” only.",
	},
	.limits = {
		.fr = "Source : circulaire n° 5575/SG du 21 février 2012. La règle lit les étiquettes et les choix des formulaires.",
		.en = "Source: circulaire n° 5575/SG of 21 February 2012. The rule reads the labels and choices of forms.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
