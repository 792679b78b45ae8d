/* It is clear what a pronoun stands for. */
#include "rules/common/construction.h"

enum { WHO };

static const struct clair_message messages[] = {
	[WHO] = {
		.key = "unclear",
		.fr = "« {text} » : de qui ou de quoi parle-t-on ? La phrase d’avant a plusieurs noms possibles.",
		.en = "“{text}”: who or what is meant? The sentence before has several nouns that may be.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_UNCLEAR_PRONOUN),
	    .is_review = true,
	    .message = WHO,
	};

	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(readability_unclear_pronoun) = {
	.id = "readability/unclear-pronoun",
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
	.title = {
		.fr = "On sait ce que « il » ou « elle » remplace",
		.en = "It is clear what “he” or “it” stands for",
	},
	.why = {
		.fr = "« Le maire écrit au préfet. Il signe. » Qui signe ? Il faut deviner, et on peut se tromper.",
		.en = "“The mayor writes to the prefect. He signs.” Who signs? People have to guess, and may be wrong.",
	},
	.remedy = {
		.fr = "Répéter le nom.",
		.en = "Repeat the noun.",
	},
	.limits = {
		.fr = "La règle compte les noms du même genre dans la phrase d’avant. Le sens peut suffire à comprendre.",
		.en = "The rule counts nouns of the same gender in the sentence before. The meaning may be enough to understand.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
