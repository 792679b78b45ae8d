/* The page declares its type of document, at the start, and a known one. */
#include "clairlint/rule.h"

enum { MISSING, UNKNOWN, LATE };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page n’a pas de déclaration <!DOCTYPE html>.",
		.en = "The page has no <!DOCTYPE html> declaration.",
		.rgaa = CLAIR_IDS("8.1.1"),
	},
	[UNKNOWN] = {
		.key = "unknown",
		.fr = "La déclaration du type de document n’est pas celle d’une page HTML.",
		.en = "The declaration of the document type is not that of an HTML page.",
		.rgaa = CLAIR_IDS("8.1.2"),
	},
	[LATE] = {
		.key = "late",
		.fr = "La déclaration du type de document vient trop tard : elle n’est pas au "
		    "début de la page.",
		.en = "The declaration of the document type comes too late: it is not at the "
		    "start of the page.",
		.rgaa = CLAIR_IDS("8.1.3"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const unsigned wrong[] = {
		[CLAIR_DOCTYPE_MISSING] = MISSING,
		[CLAIR_DOCTYPE_LATE] = LATE,
		[CLAIR_DOCTYPE_UNKNOWN] = UNKNOWN,
	};
	enum clair_doctype doctype = clair_doctype(ctx);
	struct clair_finding *finding;

	if (doctype == CLAIR_DOCTYPE_KNOWN)
		return CLAIR_PASS;

	finding = clair_report_page(ctx, wrong[doctype]);
	if (doctype == CLAIR_DOCTYPE_MISSING)
		clair_fix_start(finding, "<!DOCTYPE html>\n");
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_doctype) = {
	.id = "mandatory/doctype",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.rgaa = CLAIR_IDS("8.1.1", "8.1.2", "8.1.3"),
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
