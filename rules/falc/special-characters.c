/* A page judged as easy to read avoids special signs. */
#include "rules/common/outcome.h"
#include "rules/common/pattern.h"

enum { SIGN, AND_OR };

static const struct clair_message messages[] = {
	[SIGN] = {
		.key = "sign",
		.fr = "Le signe « {text} » est difficile à lire. Le remplacer par un mot.",
		.en = "The sign “{text}” is hard to read. Replace it by a word.",
	},
	[AND_OR] = {
		.key = "and-or",
		.fr = "« {text} » est difficile à comprendre. Choisir « et », ou choisir « ou ».",
		.en = "“{text}” is hard to understand. Choose “and”, or choose “or”.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_worse(text_report_pattern(ctx, block, "special-characters", SIGN),
	    text_report_pattern(ctx, block, "and-or", AND_OR));
}

CLAIR_RULE(falc_special_characters) = {
	.id = "falc/special-characters",
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
	.falc = CLAIR_IDS("W17"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Une page facile à lire n’a pas de signes spéciaux",
		.en = "An easy-to-read page has no special signs",
	},
	.why = {
		.fr = "Ces signes ne s’apprennent pas à l’école. On ne sait pas les dire.",
		.en = "These signs are not taught at school. People do not know how to say them.",
	},
	.remedy = {
		.fr = "Écrire « et », « numéro », « article ».",
		.en = "Write “and”, “number”, “article”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
