/* Links to official services lead to official sites. */
#include "clairlint/rule.h"

enum { PAID };

static const struct clair_message messages[] = {
	[PAID] = {
		.key = "paid",
		.fr = "Le lien « {name} » mène à {host}, une entreprise qui fait payer une démarche. Vérifier ce lien, et donner le site officiel : {official}.",
		.en = "The link “{name}” leads to {host}, a company that charges for a procedure. Check this link, and give the official site: {official}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *address = clair_attr(link, CLAIR_ATTR_HREF);
	const char *official = address == NULL ? NULL : clair_lookup_host(ctx, "intermediaires", address);
	const char *own = clair_page_address(ctx);
	struct clair_finding *finding;

	if (address == NULL || clair_address_host(ctx, address)[0] == '\0' || !clair_exposed(ctx, link))
		return CLAIR_INAPPLICABLE;
	if (official == NULL || (own != NULL && clair_same_site(ctx, own, address)))
		return CLAIR_PASS;
	finding = clair_review(ctx, link, PAID);
	clair_arg(finding, "name", clair_name(ctx, link));
	clair_arg(finding, "host", clair_address_host(ctx, address));
	clair_arg(finding, "official", official);
	return CLAIR_REVIEW;
}

CLAIR_RULE(trust_intermediary) = {
	.id = "trust/intermediary",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.needs = CLAIR_IDS("S-155"),
	.title = {
		.fr = "Un lien vers une démarche mène au site officiel",
		.en = "A link to a procedure leads to the official site",
	},
	.why = {
		.fr = "Une personne pressée ou perdue paie ce qui est gratuit ailleurs.",
		.en = "People in a hurry, or lost, pay for what is free elsewhere.",
	},
	.remedy = {
		.fr = "Mener au site officiel, et écrire « démarche gratuite » quand elle l’est.",
		.en = "Lead to the official site, and write “free of charge” when it is.",
	},
	.limits = {
		.fr = "La règle connaît une courte liste d’entreprises.",
		.en = "The rule knows a short list of companies.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
