/* On a page judged as easy to read, a link shows words, not a long address. */
#include "rules/common/text.h"

enum { ADDRESS };

static const struct clair_message messages[] = {
	[ADDRESS] = {
		.key = "address",
		.fr = "Ce lien montre une adresse de {count} signes. Écrire plutôt le nom de la page.",
		.en = "This link shows an address of {count} signs. Rather write the name of the page.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *text = clair_text_content(ctx, link);
	struct clair_finding *finding;

	if (!clair_wants_falc(ctx) || !clair_has_attr(link, CLAIR_ATTR_HREF) ||
	    !clair_visible(ctx, link) ||
	    clair_region(ctx, link) != CLAIR_IN_MAIN || clair_matches(ctx, "no-letter", text))
		return CLAIR_INAPPLICABLE;
	if (!clair_matches(ctx, "address-only", text) ||
	    rule_characters(text) <= clair_threshold(ctx, "liens.adresse.caracteres.max"))
		return CLAIR_PASS;
	finding = clair_report(ctx, link, ADDRESS);
	clair_arg_num(finding, "count", rule_characters(text));
	clair_fix_text(finding, CLAIR_CHOICE, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_address_shown) = {
	.id = "falc/address-shown",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_BLIND,
	.on_text = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.falc = CLAIR_IDS("E20"),
	.thresholds = CLAIR_IDS("liens.adresse.caracteres.max"),
	.title = {
		.fr = "Un lien montre des mots, pas une longue adresse",
		.en = "A link shows words, not a long address",
	},
	.why = {
		.fr = "Une adresse ne dit pas où mène le lien. Un lecteur d’écran la dit signe par signe.",
		.en = "An address does not say where the link leads. A screen reader says it sign by sign.",
	},
	.remedy = {
		.fr = "Écrire le nom de la page à la place de l’adresse.",
		.en = "Write the name of the page in the place of the address.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Une adresse courte peut rester.",
		.en = "The rule holds only for pages judged as easy to read (FALC). A short address may stay.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
