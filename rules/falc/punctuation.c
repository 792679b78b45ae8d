/* Punctuation is simple. */
#include "rules/common/pattern.h"

enum { HARD };

static const struct clair_message messages[] = {
	[HARD] = {
		.key = "hard",
		.fr = "« {text} » : ce signe rend la phrase difficile. Faire plutôt deux phrases.",
		.en = "“{text}”: this sign makes the sentence hard. Rather make two sentences.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return text_report_pattern(ctx, block, "punctuation-hard", HARD);
}

CLAIR_RULE(falc_punctuation) = {
	.id = "falc/punctuation",
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
	.falc = CLAIR_IDS("W26"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "La ponctuation est simple",
		.en = "Punctuation is simple",
	},
	.why = {
		.fr = "Une parenthèse ou un point-virgule coupe l’idée. Il faut garder le début en tête.",
		.en = "Brackets or a semicolon cut the idea. The start has to be kept in mind.",
	},
	.remedy = {
		.fr = "Mettre un point, et commencer une autre phrase.",
		.en = "Put a full stop, and start another sentence.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Un sigle, un nombre ou une lettre entre parenthèses peut rester.",
		.en = "The rule holds only for pages judged as easy to read (FALC). An acronym, a number or a letter between brackets may stay.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
