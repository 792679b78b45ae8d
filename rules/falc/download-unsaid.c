/* A link to a document says its format and its weight. */
#include "rules/common/text.h"

enum { UNSAID, PART };

/* Links that are looked at; characters of a text around a link that speaks of it. */
enum { LINKS = 50, AROUND = 200 };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "{count} {count|lien mène|liens mènent} à un document sans dire ni son format ni son poids. Le premier : « {text} ».",
		.en = "{count} {count|link leads|links lead} to a document and say neither its format nor its weight. The first: “{text}”.",
	},
	[PART] = {
		.key = "part",
		.fr = "{count} {count|lien mène|liens mènent} à un document sans dire son format et son poids. Le premier : « {text} ».",
		.en = "{count} {count|link leads|links lead} to a document without saying both its format and its weight. The first: “{text}”.",
	},
};

static bool
is_said(struct clair_ctx *ctx, const struct clair_node *link, const char *pattern)
{
	const struct clair_node *around = clair_parent(link);

	return clair_matches(ctx, pattern, clair_name(ctx, link)) ||
	    clair_matches(ctx, pattern, clair_description(ctx, link)) ||
	    (around != NULL && !rule_has_characters(clair_visible_text(ctx, around), AROUND) &&
	        clair_matches(ctx, pattern, clair_visible_text(ctx, around)));
}

static bool
leads_to_document(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *address = clair_attr(link, CLAIR_ATTR_HREF);

	return address != NULL && clair_matches(ctx, "document-link", address) &&
	    clair_region(ctx, link) == CLAIR_IN_MAIN && clair_visible(ctx, link) &&
	    !clair_matches(ctx, "no-letter", clair_name(ctx, link));
}

/* As easy to read both are wanted; elsewhere one of them tells that it is a document. */
static bool
says_enough(struct clair_ctx *ctx, const struct clair_node *link, bool falc)
{
	const bool format = is_said(ctx, link, "says-format");

	if (format != falc)
		return format;
	return is_said(ctx, link, "says-weight");
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const bool falc = clair_wants_falc(ctx);
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	uint32_t looked = 0;
	uint32_t count = 0;

	if (!clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A) && looked < LINKS; i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (!leads_to_document(ctx, link))
			continue;
		looked++;
		if (says_enough(ctx, link, falc))
			continue;
		count++;
		first = first == NULL ? link : first;
	}
	if (looked == 0)
		return CLAIR_INAPPLICABLE;
	if (count == 0)
		return CLAIR_PASS;
	finding = clair_report(ctx, first, falc ? PART : UNSAID);
	clair_arg_num(finding, "count", count);
	clair_arg(finding, "text", clair_name(ctx, first));
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_download_unsaid) = {
	.id = "falc/download-unsaid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_BLIND | CLAIR_PHONE_ONLY,
	.falc = CLAIR_IDS("E21"),
	.title = {
		.fr = "Un lien vers un document dit son format et son poids",
		.en = "A link to a document says its format and its weight",
	},
	.why = {
		.fr = "Un document s’ouvre autrement qu’une page. Avec un petit forfait, il peut coûter cher.",
		.en = "A document does not open as a page does. With a small data plan it may be costly.",
	},
	.remedy = {
		.fr = "Écrire dans le lien, par exemple : « Le plan (PDF, 300 Ko) ». Mieux : en faire une page.",
		.en = "Write in the link, for instance: “The map (PDF, 300 KB)”. Better: make it a page.",
	},
	.limits = {
		.fr = "Un logo de format à côté du lien n’est pas vu. Les 50 premiers liens vers des documents sont regardés.",
		.en = "A logo of the format next to the link is not seen. The first 50 links to documents are looked at.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
