/* Documents to download have an accessible version. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { DOCUMENTS };

static const struct clair_message messages[] = {
	[DOCUMENTS] = {
		.key = "documents",
		.fr = "La page propose {count} {count|document|documents} à télécharger : "
		    "vérifier qu’une version accessible existe. Le premier est « {name} ».",
		.en = "The page offers {count} {count|document|documents} to download: check "
		    "that an accessible version exists. The first one is \"{name}\".",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	double count = 0;
	bool met = false;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *href = clair_attr(link, CLAIR_ATTR_HREF);

		if (href == NULL || !clair_matches(ctx, "document-link", href) ||
		    !clair_exposed(ctx, link))
			continue;
		met = true;
		if (rule_contains(clair_name(ctx, link), "accessible"))
			continue;
		if (first == NULL)
			first = link;
		count++;
	}
	if (first == NULL)
		return met ? CLAIR_PASS : CLAIR_INAPPLICABLE;

	finding = clair_review(ctx, first, DOCUMENTS);
	clair_arg_num(finding, "count", count);
	clair_arg(finding, "name", clair_name(ctx, first));
	return CLAIR_REVIEW;
}

CLAIR_RULE(consultation_documents) = {
	.id = "consultation/documents",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY,
	.rgaa = CLAIR_IDS("13.3.1"),
	.wcag = CLAIR_IDS("1.1.1", "1.3.1"),
	.title = {
		.fr = "Un document à télécharger a une version accessible",
		.en = "A document to download has an accessible version",
	},
	.why = {
		.fr = "Un PDF fait d’images ou sans structure ne se lit ni à l’oreille, ni bien "
		    "sur un téléphone.",
		.en = "A PDF made of pictures or without structure can be read neither aloud "
		    "nor well on a phone.",
	},
	.remedy = {
		.fr = "Proposer le même contenu en page web, ou un document balisé.",
		.en = "Offer the same content as a web page, or a tagged document.",
	},
	.limits = {
		.fr = "La règle ne lit pas les documents.",
		.en = "The rule does not read the documents.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
