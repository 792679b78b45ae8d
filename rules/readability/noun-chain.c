/* Actions are said with verbs. */
#include "rules/common/construction.h"

enum { CHAIN };

static const struct clair_message messages[] = {
	[CHAIN] = {
		.key = "chain",
		.fr = "« {text} » : trop de noms qui se suivent. Dire les actions avec des verbes.",
		.en = "“{text}”: too many nouns in a row. Say actions with verbs.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_NOUN_CHAIN),
	    .message = CHAIN,
	};

	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(readability_noun_chain) = {
	.id = "readability/noun-chain",
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
	.falc = CLAIR_IDS("G06"),
	.needs = CLAIR_IDS("S-013"),
	.title = {
		.fr = "Les actions se disent avec des verbes",
		.en = "Actions are said with verbs",
	},
	.why = {
		.fr = "« La réalisation de l’évaluation de la consommation » : il faut défaire la chaîne de noms pour savoir qui fait quoi.",
		.en = "“The carrying out of the evaluation of consumption”: the chain of nouns has to be undone to know who does what.",
	},
	.remedy = {
		.fr = "Remplacer un nom par son verbe : « nous évaluons ce que vous consommez ».",
		.en = "Replace a noun by its verb: “we evaluate what you consume”.",
	},
	.limits = {
		.fr = "La règle connaît les noms d’action par leur fin : -tion, -ment, -ité, -age, -ance. Trois noms liés par « de » font une chaîne.",
		.en = "The rule knows nouns of action by their ending. Three nouns bound by “de” make a chain.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
