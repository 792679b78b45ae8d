/* The page declares a document type. */
#include "clairlint/rule.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page n’a pas de déclaration <!DOCTYPE html>.",
		.en = "The page has no <!DOCTYPE html> declaration.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (clair_page_has_doctype(ctx))
		return CLAIR_PASS;

	clair_fix_start(clair_report_page(ctx, MISSING), "<!DOCTYPE html>\n");
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_doctype) = {
	.id = "mandatory/doctype",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.rgaa = CLAIR_IDS("8.1.1"),
	.wcag = CLAIR_IDS("4.1.1"),
	.title = {
		.fr = "La page déclare un type de document",
		.en = "The page declares a document type",
	},
	.why = {
		.fr = "Sans type de document, les navigateurs et les aides techniques lisent la "
		    "page à l’ancienne, chacun à sa façon.",
		.en = "Without a document type, browsers and assistive technologies read the "
		    "page in old ways, each its own.",
	},
	.remedy = {
		.fr = "Écrire <!DOCTYPE html> sur la première ligne.",
		.en = "Write <!DOCTYPE html> on the first line.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
