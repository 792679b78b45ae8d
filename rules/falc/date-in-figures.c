/* A page judged as easy to read writes dates with the name of the month. */
#include "clairlint/rule.h"
#include "rules/common/pattern.h"

enum { FIGURES };

static const struct clair_message messages[] = {
	[FIGURES] = {
		.key = "figures",
		.fr = "La date « {text} » est en chiffres. Écrire le mois en lettres.",
		.en = "The date “{text}” is in figures. Write the month in letters.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return text_report_pattern(ctx, block, "date-in-figures", FIGURES);
}

CLAIR_RULE(falc_date_in_figures) = {
	.id = "falc/date-in-figures",
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
	.falc = CLAIR_IDS("W19"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Une page facile à lire écrit le mois en lettres",
		.en = "An easy-to-read page writes the month in letters",
	},
	.why = {
		.fr = "« 03/04 » peut vouloir dire le 3 avril ou le 4 mars.",
		.en = "“03/04” may mean 3 April or 4 March.",
	},
	.remedy = {
		.fr = "Écrire « samedi 3 avril 2027 ».",
		.en = "Write “Saturday 3 April 2027”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
