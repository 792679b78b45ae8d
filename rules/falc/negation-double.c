/* A sentence does not deny twice. */
#include "rules/common/construction.h"

enum { TWICE };

static const struct clair_message messages[] = {
	[TWICE] = {
		.key = "twice",
		.fr = "« {text} » : deux négations se suivent. Vérifier que la phrase se dit mieux avec « oui ».",
		.en = "“{text}”: two negations follow each other. Check whether the sentence can be said in the positive.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_DOUBLE_NEGATION),
	    .is_review = true,
	    .message = TWICE,
	};

	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(falc_negation_double) = {
	.id = "falc/negation-double",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G16"),
	.needs = CLAIR_IDS("S-013", "S-025"),
	.title = {
		.fr = "Une phrase ne dit pas deux fois non",
		.en = "A sentence does not say no twice",
	},
	.why = {
		.fr = "« Ce n’est pas impossible » : est-ce oui ou non ? Il faut faire un calcul pour comprendre.",
		.en = "“It is not impossible”: is it yes or no? People have to work it out.",
	},
	.remedy = {
		.fr = "Dire la phrase avec « oui » : « c’est possible », « venez avec votre carte ».",
		.en = "Say the sentence in the positive: “it is possible”, “come with your card”.",
	},
	.limits = {
		.fr = "Deux négations qui ne dépendent pas l’une de l’autre ne comptent pas.",
		.en = "Two negations that do not depend on each other do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
