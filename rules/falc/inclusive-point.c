/* No point and no bracket in the middle of words. */
#include "clairlint/rule.h"
#include "rules/common/pattern.h"

enum { POINT };

static const struct clair_message messages[] = {
	[POINT] = {
		.key = "point",
		.fr = "« {text} » est difficile à lire et à prononcer. Écrire les deux mots en entier.",
		.en = "“{text}” is hard to read and to say. Write both words in full.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	return text_report_pattern(ctx, block, "inclusive-point", POINT);
}

CLAIR_RULE(falc_inclusive_point) = {
	.id = "falc/inclusive-point",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_BLIND,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_LABEL) | CLAIR_BLOCKS(CLAIR_BLOCK_BUTTON),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W17"),
	.title = {
		.fr = "Aucun point ni parenthèse ne coupe les mots",
		.en = "No point or bracket cuts words",
	},
	.why = {
		.fr = "Un signe dans un mot bloque les personnes dyslexiques et les lecteurs d’écran.",
		.en = "A sign inside a word blocks people with dyslexia and screen readers.",
	},
	.remedy = {
		.fr = "Écrire les deux formes : « les habitantes et les habitants ». Ou un mot neutre : « le public ».",
		.en = "Write both forms in full: “les habitantes et les habitants”. Or a neutral word: “le public”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
