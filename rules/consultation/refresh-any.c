/* The page never reloads by itself. */
#include "clairlint/rule.h"
#include "rules/common/text.h"
#include "rules/common/refresh.h"

enum { CHANGES };

static const struct clair_message messages[] = {
	[CHANGES] = {
		.key = "changes",
		.fr = "La page change seule après {seconds} {seconds|seconde|secondes}.",
		.en = "The page changes by itself after {seconds} {seconds|second|seconds}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct rule_refresh refresh;
	struct clair_finding *finding;

	if (!rule_find_refresh(ctx, &refresh))
		return CLAIR_INAPPLICABLE;
	if (refresh.seconds == 0)
		return CLAIR_PASS;

	finding = clair_report(ctx, refresh.meta, CHANGES);
	clair_arg_num(finding, "seconds", refresh.seconds);
	clair_fix_other(finding, CLAIR_FIX_REMOVE_ELEMENT, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(consultation_refresh_any) = {
	.id = "consultation/refresh-any",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.advice = true,
	.wcag = CLAIR_IDS("2.2.4", "3.2.5"),
	.act = CLAIR_IDS("bisz58"),
	.title = {
		.fr = "La page ne change jamais seule",
		.en = "The page never changes by itself",
	},
	.why = {
		.fr = "Un changement que personne n’a demandé interrompt la lecture, même après "
		    "des heures.",
		.en = "A change that nobody asked for interrupts reading, even after hours.",
	},
	.remedy = {
		.fr = "Retirer la balise meta refresh ; proposer un bouton pour actualiser.",
		.en = "Remove the meta refresh tag; offer a button to refresh.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
