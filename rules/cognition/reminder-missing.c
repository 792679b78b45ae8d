/* A page that gives a deadline offers a reminder. */
#include "rules/common/pattern.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page donne une échéance (« {text} ») et ne semble pas proposer de rappel.",
		.en = "The page gives a deadline (“{text}”) and does not seem to offer a reminder.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_block *block;
	struct clair_finding *finding;
	size_t offset;
	size_t length;

	if (!clair_explains_procedure(ctx))
		return CLAIR_INAPPLICABLE;
	block = clair_block_saying(ctx, "deadline", true);
	if (block == NULL || !clair_find_in_block(ctx, "deadline", block, 0, &offset, &length))
		return CLAIR_INAPPLICABLE;
	if (clair_block_saying(ctx, "reminder", false) != NULL)
		return CLAIR_PASS;
	finding = clair_review_part(ctx, block, offset, length, MISSING);
	text_name(finding, &(struct text_place){block, offset, length});
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_reminder_missing) = {
	.id = "cognition/reminder-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-050"),
	.title = {
		.fr = "Une page qui donne une échéance propose un rappel",
		.en = "A page that gives a deadline offers a reminder",
	},
	.why = {
		.fr = "On oublie une date lue une fois. Un rappel évite de perdre un droit.",
		.en = "A date read once is forgotten. A reminder avoids losing a right.",
	},
	.remedy = {
		.fr = "Proposer un rappel par message, par courrier ou dans un calendrier.",
		.en = "Offer a reminder by message, by post or in a calendar.",
	},
	.limits = {
		.fr = "La règle juge les pages qui expliquent une démarche.",
		.en = "The rule judges pages that explain a procedure.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
