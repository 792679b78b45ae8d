/* The page does not reload or redirect after a delay. */
#include "clairlint/rule.h"
#include "rules/common/text.h"
#include "rules/common/refresh.h"

enum { RELOADS, REDIRECTS };

static const struct clair_message messages[] = {
	[RELOADS] = {
		.key = "reloads",
		.fr = "La page se recharge seule après {seconds} {seconds|seconde|secondes}.",
		.en = "The page reloads by itself after {seconds} {seconds|second|seconds}.",
	},
	[REDIRECTS] = {
		.key = "redirects",
		.fr = "La page redirige seule après {seconds} {seconds|seconde|secondes}.",
		.en = "The page redirects by itself after {seconds} {seconds|second|seconds}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct rule_refresh refresh;
	struct clair_finding *finding;

	if (!rule_find_refresh(ctx, &refresh))
		return CLAIR_INAPPLICABLE;
	/* Twenty hours is the exception of WCAG 2.2.1. */
	if (refresh.seconds == 0 || refresh.seconds > 72000)
		return CLAIR_PASS;

	finding = clair_report(ctx, refresh.meta, refresh.has_address ? REDIRECTS : RELOADS);
	clair_arg_num(finding, "seconds", refresh.seconds);
	clair_fix_other(finding, CLAIR_FIX_REMOVE_ELEMENT, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(consultation_refresh_delay) = {
	.id = "consultation/refresh-delay",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("13.1.1", "13.1.2"),
	.wcag = CLAIR_IDS("2.2.1"),
	.act = CLAIR_IDS("bc659a"),
	.needs = CLAIR_IDS("S-092"),
	.title = {
		.fr = "La page ne se recharge pas et ne redirige pas après un délai",
		.en = "The page does not reload or redirect after a delay",
	},
	.why = {
		.fr = "Qui lit lentement, ou écoute la page, perd sa place quand elle change "
		    "seule.",
		.en = "Who reads slowly, or listens to the page, loses their place when it "
		    "changes by itself.",
	},
	.remedy = {
		.fr = "Retirer la balise meta refresh ; pour une redirection, la faire sur le "
		    "serveur.",
		.en = "Remove the meta refresh tag; make a redirection on the server.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
