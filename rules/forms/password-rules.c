/* A password need not be made of odd signs. */
#include "rules/common/journey.h"
#include "rules/common/pattern.h"

enum { RULES };

static const struct clair_message messages[] = {
	[RULES] = {
		.key = "rules",
		.fr = "« {text} » : ce mot de passe est difficile à inventer et à retenir.",
		.en = "“{text}”: this password is hard to make up and to remember.",
	},
};

static bool
has_password(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_entry_count(ctx); i++)
		if (clair_attr_is(clair_entry_at(ctx, i)->field, CLAIR_ATTR_TYPE, "password") &&
		    clair_visible(ctx, clair_entry_at(ctx, i)->field))
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place place = {0};

	if (!clair_page_in_french(ctx) || !has_password(ctx))
		return CLAIR_INAPPLICABLE;
	if (!text_find_in_page(ctx, "password-rules", CLAIR_ALL_BLOCKS, &place))
		return CLAIR_PASS;
	text_name(clair_review_part(ctx, place.block, place.offset, place.length, RULES), &place);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_password_rules) = {
	.id = "forms/password-rules",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-061"),
	.title = {
		.fr = "Un mot de passe n’impose pas de signes compliqués",
		.en = "A password does not impose odd signs",
	},
	.why = {
		.fr = "Majuscule, chiffre, signe : on oublie, on note sur un papier, on recommence à zéro.",
		.en = "Capital, figure, sign: people forget, write it on paper, start from nothing.",
	},
	.remedy = {
		.fr = "Demander plutôt une phrase assez longue, sans signe imposé. Proposer FranceConnect.",
		.en = "Ask for a phrase that is long enough instead, without imposed signs. Offer FranceConnect.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
