/* A sentence goes straight on from its subject to its verb. */
#include "rules/common/construction.h"

enum { CUT };

static const struct clair_message messages[] = {
	[CUT] = {
		.key = "cut",
		.fr = "« {text} » coupe la phrase en deux. En faire plutôt deux phrases.",
		.en = "“{text}” cuts the sentence in two. Rather make two sentences.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_INSERTED_CLAUSE),
	    .allowed_words =
	        rule_threshold_for(ctx, "falc.incise.mots.max", "lisibilite.incise.mots.max"),
	    .message = CUT,
	};

	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(readability_inserted_clause) = {
	.id = "readability/inserted-clause",
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
	.needs = CLAIR_IDS("S-013"),
	.thresholds = CLAIR_IDS(
	    "falc.incise.mots.max",
	    "lisibilite.incise.mots.max"),
	.title = {
		.fr = "Rien de long ne coupe une phrase en deux",
		.en = "Nothing long cuts a sentence in two",
	},
	.why = {
		.fr = "Entre deux virgules ou deux parenthèses, on lit une autre idée. On a oublié le début de la phrase.",
		.en = "Between two commas or brackets people read another idea. They have forgotten how the sentence began.",
	},
	.remedy = {
		.fr = "Finir la phrase, puis écrire l’autre idée dans une deuxième phrase.",
		.en = "End the sentence, then write the other idea in a second sentence.",
	},
	.limits = {
		.fr = "La règle voit ce qui est entre parenthèses, et ce qui sépare un sujet de son verbe.",
		.en = "The rule sees what stands between brackets, and what parts a subject from its verb.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
