/* On a page judged as easy to read, sentences are very short. */
#include "clairlint/rule.h"
#include "rules/common/sentence.h"

enum { LONG, LONG_CUT };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "Cette phrase a {count} mots. Une page facile à lire en demande {max} au plus.",
		.en = "This sentence has {count} words. An easy-to-read page asks for {max} at most.",
	},
	[LONG_CUT] = {
		.key = "long-cut",
		.fr = "Cette phrase a {count} mots. Une page facile à lire en demande {max} au plus. On peut la couper avant « {words}… ».",
		.en = "This sentence has {count} words. An easy-to-read page asks for {max} at most. It may be cut before “{words}…”.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_sentences(ctx, block, clair_threshold(ctx, "falc.phrase.mots.max"), LONG);
}

CLAIR_RULE(falc_sentence_long) = {
	.id = "falc/sentence-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G14", "W24"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("falc.phrase.mots.max"),
	.title = {
		.fr = "Une page facile à lire a des phrases très courtes",
		.en = "An easy-to-read page has very short sentences",
	},
	.why = {
		.fr = "Les personnes qui ont besoin du facile à lire perdent le fil d’une phrase longue.",
		.en = "People who need easy-to-read texts lose the thread of a long sentence.",
	},
	.remedy = {
		.fr = "Écrire une seule idée par phrase. Mettre un point à la place de la virgule.",
		.en = "Write one idea per sentence. Put a full stop in the place of the comma.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
