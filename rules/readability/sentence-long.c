/* A sentence is short enough to be understood in one reading. */
#include "clairlint/rule.h"
#include "rules/common/sentence.h"

enum { LONG, LONG_CUT };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "Cette phrase a {count} mots. Le maximum conseillé est {max}.",
		.en = "This sentence has {count} words. The advised maximum is {max}.",
	},
	[LONG_CUT] = {
		.key = "long-cut",
		.fr = "Cette phrase a {count} mots. Le maximum conseillé est {max}. On peut la couper avant « {words}… ».",
		.en = "This sentence has {count} words. The advised maximum is {max}. It may be cut before “{words}…”.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	return rule_check_sentences(
	    ctx, block, clair_threshold(ctx, "lisibilite.phrase.mots.max"), LONG);
}

CLAIR_RULE(readability_sentence_long) = {
	.id = "readability/sentence-long",
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
	.needs = CLAIR_IDS("S-013"),
	.thresholds = CLAIR_IDS("lisibilite.phrase.mots.max"),
	.title = {
		.fr = "Les phrases sont courtes",
		.en = "Sentences are short",
	},
	.why = {
		.fr = "Au bout d’une longue phrase, on a oublié le début. Il faut relire, et beaucoup renoncent.",
		.en = "At the end of a long sentence, people have forgotten the beginning. They have to read again, and many give up.",
	},
	.remedy = {
		.fr = "Couper la phrase : une idée par phrase. Remplacer « qui », « dont », « ainsi que » par un point.",
		.en = "Cut the sentence: one idea per sentence. Replace “which”, “whose”, “as well as” by a full stop.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
