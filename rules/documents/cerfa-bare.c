/* A form is called by what it is for, not by its number. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NUMBER_ONLY };

static const struct clair_message messages[] = {
	[NUMBER_ONLY] = {
		.key = "number-only",
		.fr = "Le lien « {name} » ne donne que le numéro du formulaire. Dire à quoi il sert.",
		.en = "The link “{name}” only gives the number of the form. Say what it is for.",
	},
};

enum { WORDS_BESIDE = 25 };

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *name = clair_name(ctx, link);
	const struct clair_node *around = clair_parent(link);

	if (!clair_has_attr(link, CLAIR_ATTR_HREF) || !clair_matches(ctx, "cerfa", name) ||
	    !clair_exposed(ctx, link))
		return CLAIR_INAPPLICABLE;
	if (!clair_matches(ctx, "cerfa-number-only", name))
		return CLAIR_PASS;
	/* The words of its item or sentence say it. */
	if (around != NULL && rule_characters(clair_visible_text(ctx, around)) > rule_characters(name) + WORDS_BESIDE)
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, link, NUMBER_ONLY), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(documents_cerfa_bare) = {
	.id = "documents/cerfa-bare",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.needs = CLAIR_IDS("S-142"),
	.title = {
		.fr = "Un formulaire est nommé par ce qu’il permet, pas par son numéro",
		.en = "A form is named by what it is for, not by its number",
	},
	.why = {
		.fr = "Un numéro ne dit rien. La personne ouvre un formulaire après l’autre pour trouver le bon.",
		.en = "A number says nothing. People open one form after the other to find the right one.",
	},
	.remedy = {
		.fr = "Écrire : « Demander une carte d’identité (formulaire Cerfa n° 12100) ».",
		.en = "Write: “Ask for an identity card (form Cerfa n° 12100)”.",
	},
	.limits = {
		.fr = "Le titre au-dessus du lien dit peut-être à quoi il sert.",
		.en = "The heading above the link may say what it is for.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
