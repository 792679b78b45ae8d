/* A time limit can be stopped or made longer. */
#include "clairlint/rule.h"
#include "rules/common/pattern.h"

enum { LIMIT };

static const struct clair_message messages[] = {
	[LIMIT] = {
		.key = "limit",
		.fr = "« {text} » : vérifier qu’on peut arrêter ou allonger le délai, et qu’on "
		    "est prévenu avant.",
		.en = "\"{text}\": check that the time limit can be stopped or made longer, with a "
		    "warning before.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	return text_review_pattern(ctx, block, "time-limit", LIMIT);
}

CLAIR_RULE(consultation_time_limit) = {
	.id = "consultation/time-limit",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.only_french = true,
	.rgaa = CLAIR_IDS("13.1.3", "13.1.4"),
	.wcag = CLAIR_IDS("2.2.1"),
	.needs = CLAIR_IDS("S-092"),
	.title = {
		.fr = "Un délai peut être arrêté ou allongé",
		.en = "A time limit can be stopped or made longer",
	},
	.why = {
		.fr = "Qui lit, écrit ou pense lentement perd ce qui est déjà saisi.",
		.en = "Who reads, writes or thinks slowly loses what is already typed.",
	},
	.remedy = {
		.fr = "Prévenir avant la fin du délai, et proposer de l’allonger. Garder ce qui "
		    "est saisi.",
		.en = "Warn before the time is over, and offer to make it longer. Keep what is "
		    "typed.",
	},
	.limits = {
		.fr = "La règle ne voit que les délais dont la page parle.",
		.en = "The rule only sees time limits that the page speaks of.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
