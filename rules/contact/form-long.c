/* A contact form is short. */
#include "rules/common/contact.h"

enum { LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "Ce formulaire de contact a {count} champs. Vérifier que chacun sert à répondre.",
		.en = "This contact form has {count} fields. Check that each one is needed to answer.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double limit = clair_threshold(ctx, "contact.formulaire.champs.max");
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	if (!contact_page_is(ctx, CLAIR_PAGE_CONTACT))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_form_count(ctx); i++) {
		const struct clair_form *form = clair_form(ctx, i);

		if (form->is_search || form->is_login || clair_region(ctx, form->node) != CLAIR_IN_MAIN)
			continue;
		if (form->fields > limit) {
			clair_arg_num(clair_review(ctx, form->node, LONG), "count", form->fields);
			return CLAIR_REVIEW;
		}
		outcome = CLAIR_PASS;
	}
	return outcome;
}

CLAIR_RULE(contact_form_long) = {
	.id = "contact/form-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-114"),
	.thresholds = CLAIR_IDS("contact.formulaire.champs.max"),
	.title = {
		.fr = "Un formulaire de contact est court",
		.en = "A contact form is short",
	},
	.why = {
		.fr = "Chaque champ de plus décourage. Qui écrit avec peine renonce à poser sa question.",
		.en = "Each field more discourages. People who write with difficulty give up their question.",
	},
	.remedy = {
		.fr = "Garder le nom, le moyen de répondre, le sujet et le message.",
		.en = "Keep the name, the means to answer, the subject and the message.",
	},
	.limits = {
		.fr = "La règle compte les champs. Elle ne sait pas lesquels sont utiles. cognition/captcha parle des codes à recopier.",
		.en = "The rule counts fields. It does not know which ones are useful. cognition/captcha speaks of codes to copy.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
