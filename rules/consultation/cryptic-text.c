/* Drawings made of signs have an explanation. */
#include "clairlint/rule.h"
#include "rules/common/pattern.h"

enum { SIGNS };

static const struct clair_message messages[] = {
	[SIGNS] = {
		.key = "signs",
		.fr = "Les signes « {text} » veulent-ils dire quelque chose ? Si oui, une "
		    "explication ou un attribut title le dit-il bien ?",
		.en = "Do the signs \"{text}\" mean something? If so, does an explanation or a "
		    "title attribute say it rightly?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	return text_review_pattern(ctx, block, "cryptic-text", SIGNS) == CLAIR_REVIEW
	    ? CLAIR_REVIEW
	    : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(consultation_cryptic_text) = {
	.id = "consultation/cryptic-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_blocks = CLAIR_ALL_BLOCKS,
	.rgaa = CLAIR_IDS("13.5.1", "13.6.1"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Les dessins faits de signes sont expliqués",
		.en = "Drawings made of signs are explained",
	},
	.why = {
		.fr = "Un lecteur d’écran lit les signes un par un, ou les tait.",
		.en = "A screen reader reads signs one by one, or leaves them out.",
	},
	.remedy = {
		.fr = "Écrire en mots ce que disent les signes, ou le mettre dans un attribut "
		    "title.",
		.en = "Write in words what the signs say, or put it in a title attribute.",
	},
	.limits = {
		.fr = "La règle voit les émoticônes, les émojis et les suites de signes.",
		.en = "The rule sees emoticons, emojis and rows of signs.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
