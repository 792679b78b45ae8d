/* The page follows the width of a phone. */
#include "clairlint/rule.h"

enum { MISSING, FIXED };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page ne demande pas à suivre la largeur d’un téléphone : les lettres y seront minuscules.",
		.en = "The page does not ask to follow the width of a phone: its letters will be tiny there.",
	},
	[FIXED] = {
		.key = "fixed",
		.fr = "La page garde une largeur fixe sur un téléphone : {value}.",
		.en = "The page keeps a fixed width on a phone: {value}.",
	},
};

/* A part of a page, without its head, is shown in another one. */
static bool
is_whole(struct clair_ctx *ctx)
{
	return clair_page_title(ctx)[0] != '\0' || clair_doctype(ctx) == CLAIR_DOCTYPE_KNOWN;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *viewport = clair_viewport(ctx);
	struct clair_finding *finding;

	if (!is_whole(ctx))
		return CLAIR_INAPPLICABLE;
	if (clair_fits_phone(ctx))
		return CLAIR_PASS;
	if (viewport == NULL) {
		clair_report_page(ctx, MISSING);
		return CLAIR_FAIL;
	}
	finding = clair_report_attr(ctx, viewport, CLAIR_ATTR_CONTENT, FIXED);
	clair_arg(finding, "value", clair_attr(viewport, CLAIR_ATTR_CONTENT));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_CONTENT, "width=device-width, initial-scale=1");
	return CLAIR_FAIL;
}

CLAIR_RULE(mobile_viewport_missing) = {
	.id = "mobile/viewport-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_VISION | CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-128", "S-129"),
	.title = {
		.fr = "La page suit la largeur d’un téléphone",
		.en = "The page follows the width of a phone",
	},
	.why = {
		.fr = "Beaucoup de personnes n’ont qu’un téléphone. Sans cette balise, il montre la page entière, en tout petit.",
		.en = "Many people only have a phone. Without this tag, it shows the whole page, very small.",
	},
	.remedy = {
		.fr = "Écrire dans head : <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">.",
		.en = "Write in head: <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">.",
	},
	.limits = {
		.fr = "La balise ne suffit pas : voir aussi presentation/fixed-width.",
		.en = "The tag is not enough: see presentation/fixed-width too.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
