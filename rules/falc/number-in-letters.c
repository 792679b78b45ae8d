/* Numbers are written in figures. */
#include "rules/common/pattern.h"

enum { IN_LETTERS };

static const struct clair_message messages[] = {
	[IN_LETTERS] = {
		.key = "in-letters",
		.fr = "« {text} » est écrit en lettres. Un chiffre se voit et se lit plus vite.",
		.en = "“{text}” is written in letters. A figure is seen and read faster.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return text_report_pattern(ctx, block, "number-in-letters", IN_LETTERS);
}

CLAIR_RULE(falc_number_in_letters) = {
	.id = "falc/number-in-letters",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W15"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Les nombres sont écrits en chiffres",
		.en = "Numbers are written in figures",
	},
	.why = {
		.fr = "Un nombre en lettres se cache dans la phrase. Un chiffre se repère tout de suite.",
		.en = "A number in letters hides in the sentence. A figure is found at once.",
	},
	.remedy = {
		.fr = "Écrire 3 plutôt que « trois ».",
		.en = "Write 3 rather than “three”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). « un » et « une » peuvent rester.",
		.en = "The rule holds only for pages judged as easy to read (FALC). The words for one may stay.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
