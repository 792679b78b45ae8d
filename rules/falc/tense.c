/* Verbs are in the tenses of every day. */
#include "rules/common/construction.h"

enum { RARE };

static const struct clair_message messages[] = {
	[RARE] = {
		.key = "rare",
		.fr = "« {text} » : ce temps est difficile. Dire plutôt la phrase au présent.",
		.en = "“{text}”: this tense is hard. Rather say the sentence in the present.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_CONDITIONAL) | RULE_USES(CLAIR_USES_SUBJUNCTIVE) |
	        RULE_USES(CLAIR_USES_PAST_SIMPLE) | RULE_USES(CLAIR_USES_SUBJUNCTIVE_IMPERFECT),
	    .message = RARE,
	};

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(falc_tense) = {
	.id = "falc/tense",
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
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Une page facile à lire a des verbes au présent",
		.en = "An easy-to-read page has verbs in the present",
	},
	.why = {
		.fr = "Le conditionnel, le subjonctif et le passé simple se lisent peu. On ne reconnaît pas le verbe.",
		.en = "The conditional, the subjunctive and the past simple are seldom read. People do not recognise the verb.",
	},
	.remedy = {
		.fr = "Écrire au présent : « vous pouvez » à la place de « vous pourriez ».",
		.en = "Write in the present: “you can” in the place of “you could”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
