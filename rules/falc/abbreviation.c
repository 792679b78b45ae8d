/* A page judged as easy to read writes words in full. */
#include "rules/common/pattern.h"

enum { SHORT };

static const struct clair_message messages[] = {
	[SHORT] = {
		.key = "short",
		.fr = "« {text} » est un mot raccourci. L’écrire en entier.",
		.en = "“{text}” is a shortened word. Write it in full.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return text_report_pattern(ctx, block, "abbreviation", SHORT);
}

CLAIR_RULE(falc_abbreviation) = {
	.id = "falc/abbreviation",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_BLIND,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W18"),
	.needs = CLAIR_IDS("S-017"),
	.title = {
		.fr = "Une page facile à lire n’a pas de mots raccourcis",
		.en = "An easy-to-read page has no shortened words",
	},
	.why = {
		.fr = "Beaucoup de personnes ne savent pas ce que veut dire « cf. » ou « ex. ».",
		.en = "Many people do not know what “cf.” or “e.g.” mean.",
	},
	.remedy = {
		.fr = "Écrire « par exemple », « voir », « numéro », « téléphone ».",
		.en = "Write “for example”, “see”, “number”, “telephone”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
