/* A sentence has few heavy relatives. */
#include "rules/common/construction.h"

enum { HEAVY };

static const struct clair_message messages[] = {
	[HEAVY] = {
		.key = "heavy",
		.fr = "« {text} » alourdit cette phrase. En faire plutôt deux phrases.",
		.en = "“{text}” makes this sentence heavy. Rather make two sentences.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_RELATIVE),
	    .allowed =
	        rule_threshold_for(ctx, "falc.relatives.max", "lisibilite.relatives.max"),
	    .message = HEAVY,
	};

	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(readability_relative) = {
	.id = "readability/relative",
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
	.falc = CLAIR_IDS("W20"),
	.needs = CLAIR_IDS("S-013"),
	.thresholds = CLAIR_IDS(
	    "falc.relatives.max",
	    "lisibilite.relatives.max"),
	.title = {
		.fr = "Les phrases se passent de « dont », « lequel », « auquel »",
		.en = "Sentences do without heavy relatives",
	},
	.why = {
		.fr = "« Dont » ou « auquel » oblige à chercher plus haut le mot qu’il remplace.",
		.en = "“Whose” or “to which” makes people look back for the word that it stands for.",
	},
	.remedy = {
		.fr = "Faire deux phrases, et répéter le mot : « le formulaire » à la place de « dont ».",
		.en = "Make two sentences, and repeat the word: “the form” in the place of “whose”.",
	},
	.limits = {
		.fr = "Sur une page qui n’est pas en FALC, un seul de ces mots dans une phrase passe.",
		.en = "On a page that is not easy-to-read, one of these words in a sentence is fine.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
