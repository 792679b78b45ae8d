/* A page that says whom to call says when. */
#include "clairlint/rule.h"

enum { NO_HOURS };

static const struct clair_message messages[] = {
	[NO_HOURS] = {
		.key = "no-hours",
		.fr = "La page donne le {number}, et aucun horaire n’a été trouvé. Vérifier qu’on sait quand appeler.",
		.en = "The page gives {number}, and no opening hours were found. Check that people know when to call.",
	},
};

/* Emergency lines are always open; a fax is not called. */
static const struct clair_phone *
first_called(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (!phone->is_fax && phone->kind != CLAIR_PHONE_HELP && phone->kind != CLAIR_PHONE_FOREIGN &&
		    phone->block != NULL && clair_block_region(ctx, phone->block) == CLAIR_IN_MAIN)
			return phone;
	}
	return NULL;
}

static bool
is_about_contact(struct clair_ctx *ctx)
{
	if (clair_matches(ctx, "page-contact", clair_page_title(ctx)))
		return true;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_H1); i++)
		if (clair_matches(ctx, "page-contact", clair_text_content(ctx, clair_tag_at(ctx, CLAIR_TAG_H1, i))))
			return true;
	return false;
}

/* In words that are not read as days and hours, or one link away. */
static bool
speaks_of_hours(struct clair_ctx *ctx)
{
	return clair_hours_count(ctx) != 0 ||
	    clair_matches(ctx, "hours-said", clair_visible_text(ctx, clair_root(ctx)));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_phone *phone = is_about_contact(ctx) ? first_called(ctx) : NULL;

	if (phone == NULL)
		return CLAIR_INAPPLICABLE;
	if (speaks_of_hours(ctx))
		return CLAIR_PASS;
	clair_arg(clair_review_part(ctx, phone->block, phone->from, phone->length, NO_HOURS), "number",
	    phone->digits);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_hours_missing) = {
	.id = "contact/hours-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-116", "S-117"),
	.title = {
		.fr = "Une page de contact dit quand on peut appeler ou venir",
		.en = "A contact page says when people may call or come",
	},
	.why = {
		.fr = "Sans horaires, on appelle pour rien, ou on se déplace pour rien. Certaines personnes n’essaient pas deux fois.",
		.en = "Without opening hours people call or come for nothing. Some do not try twice.",
	},
	.remedy = {
		.fr = "Écrire les jours et les heures à côté du numéro : « du lundi au vendredi, de 9 h à 12 h ».",
		.en = "Write days and hours beside the number: “Monday to Friday, 9 am to noon”.",
	},
	.limits = {
		.fr = "La règle lit le texte, pas les images. Elle ne juge que les pages dont le titre parle de contact.",
		.en = "The rule reads the text, not pictures. It judges only pages whose title speaks of contact.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
