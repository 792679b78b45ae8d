/* Verbs of an easy-to-read text have a subject. */
#include "rules/common/construction.h"

enum { ING };

static const struct clair_message messages[] = {
	[ING] = {
		.key = "participle",
		.fr = "« {text} » : faire plutôt une phrase avec un verbe et son sujet.",
		.en = "“{text}”: rather make a sentence with a verb and its subject.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_GERUND) | RULE_USES(CLAIR_USES_PRESENT_PARTICIPLE),
	    .message = ING,
	};

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(falc_participle) = {
	.id = "falc/participle",
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
	.falc = CLAIR_IDS("W24"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Une page facile à lire évite les verbes en -ant",
		.en = "An easy-to-read page avoids participles",
	},
	.why = {
		.fr = "« En remplissant », « ayant reçu » : qui le fait, et quand ? Il faut le deviner.",
		.en = "“Filling in”, “having received”: who does it, and when? People have to guess.",
	},
	.remedy = {
		.fr = "Faire deux phrases : « Remplissez le formulaire. Vous recevez une lettre ».",
		.en = "Make two sentences: “Fill in the form. You receive a letter”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
