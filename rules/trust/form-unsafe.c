/* What people write in a form goes to whom they think, and nobody can read it on the way. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { CLEAR, ELSEWHERE };

static const struct clair_message messages[] = {
	[CLEAR] = {
		.key = "clear",
		.fr = "Ce formulaire envoie « {field} » sans protection (http). Sur le trajet, d’autres peuvent le lire.",
		.en = "This form sends “{field}” without protection (http). Others can read it on the way.",
	},
	[ELSEWHERE] = {
		.key = "elsewhere",
		.fr = "Ce formulaire envoie « {field} » à un autre site : {host}. Vérifier que la page le dit.",
		.en = "This form sends “{field}” to another site: {host}. Check that the page says so.",
	},
};

static const char *
action_of(const struct clair_node *form)
{
	const char *action = clair_attr(form, CLAIR_ATTR_ACTION);

	return action == NULL ? "" : action;
}

static const struct clair_node *
personal_field_of(struct clair_ctx *ctx, const struct clair_node *form)
{
	const struct clair_node *node = form;

	while ((node = clair_next_inside(form, node)) != NULL)
		if (clair_tag(node) == CLAIR_TAG_INPUT && clair_asks_person(ctx, node))
			return node;
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *form)
{
	const struct clair_node *field = personal_field_of(ctx, form);
	const char *action = action_of(form);
	const char *own = clair_page_address(ctx);
	struct clair_finding *finding;
	enum clair_outcome outcome = CLAIR_REVIEW;

	if (field == NULL)
		return CLAIR_INAPPLICABLE;
	if (rule_starts_with(action, "http:") && !clair_matches(ctx, "local-address", action)) {
		finding = clair_report_attr(ctx, form, CLAIR_ATTR_ACTION, CLEAR);
		outcome = CLAIR_FAIL;
	} else if (own != NULL && clair_address_host(ctx, action)[0] != '\0' && !clair_same_site(ctx, own, action)) {
		finding = clair_review_attr(ctx, form, CLAIR_ATTR_ACTION, ELSEWHERE);
		clair_arg(finding, "host", clair_address_host(ctx, action));
	} else {
		return CLAIR_PASS;
	}
	clair_arg(finding, "field", clair_name(ctx, field));
	return outcome;
}

CLAIR_RULE(trust_form_unsafe) = {
	.id = "trust/form-unsafe",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_FORM),
	.needs = CLAIR_IDS("S-152"),
	.title = {
		.fr = "Un formulaire envoie ce qu’on écrit à bon port",
		.en = "A form sends what people write to the right place",
	},
	.why = {
		.fr = "Beaucoup de personnes n’osent pas écrire leurs données en ligne. Une seule fuite leur donne raison.",
		.en = "Many people dare not write their data online. A single leak proves them right.",
	},
	.remedy = {
		.fr = "Envoyer le formulaire à une adresse en https du même site. Sinon, dire à qui il va et pourquoi.",
		.en = "Send the form to an address in https of the same site. If not, say to whom it goes and why.",
	},
	.limits = {
		.fr = "La règle ne voit pas ce que les scripts envoient. Sans l’adresse de la page, elle ne sait pas quel site est un autre.",
		.en = "The rule does not see what scripts send. Without the address of the page, it does not know which site is another one.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
