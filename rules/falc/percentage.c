/* A page judged as easy to read avoids percentages. */
#include "clairlint/rule.h"
#include "rules/common/pattern.h"

enum { PERCENT };

static const struct clair_message messages[] = {
	[PERCENT] = {
		.key = "percentage",
		.fr = "« {text} » est difficile à se représenter. Dire plutôt : « la moitié », « 1 personne sur 10 ».",
		.en = "“{text}” is hard to picture. Rather say: “half”, “1 person in 10”.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return text_report_pattern(ctx, block, "percentage", PERCENT);
}

CLAIR_RULE(falc_percentage) = {
	.id = "falc/percentage",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G13"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Une page facile à lire n’a pas de pourcentage",
		.en = "An easy-to-read page has no percentage",
	},
	.why = {
		.fr = "Un pourcentage demande un calcul. Beaucoup de personnes ne savent pas le faire.",
		.en = "A percentage asks for a calculation. Many people cannot do it.",
	},
	.remedy = {
		.fr = "Écrire « beaucoup », « peu », « la moitié », « 1 personne sur 10 ».",
		.en = "Write “many”, “few”, “half”, “1 person in 10”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
