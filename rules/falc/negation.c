/* An easy-to-read text says what to do, rather than what not to do. */
#include "rules/common/construction.h"

enum { NO };

static const struct clair_message messages[] = {
	[NO] = {
		.key = "negation",
		.fr = "« {text} » : peut-on dire cette phrase avec « oui » ?",
		.en = "“{text}”: can this sentence be said in the positive?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_NEGATION),
	    .is_review = true,
	    .message = NO,
	};

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(falc_negation) = {
	.id = "falc/negation",
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
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Une page facile à lire dit ce qu’il faut faire",
		.en = "An easy-to-read page says what to do",
	},
	.why = {
		.fr = "« Ne pas » se perd en lisant. On retient le contraire de ce qui est écrit.",
		.en = "“Not” is lost in reading. People remember the contrary of what is written.",
	},
	.remedy = {
		.fr = "Dire « restez jusqu’à la fin » à la place de « ne partez pas avant la fin ».",
		.en = "Say “stay until the end” in the place of “do not leave before the end”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Une interdiction, un danger, peuvent rester dits avec « ne pas ».",
		.en = "The rule holds only for pages judged as easy to read (FALC). What is forbidden or dangerous may stay said with “not”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
