/* Near the password there is help. */
#include "clairlint/rule.h"
#include "rules/common/login.h"

enum { NO_HELP };

static const struct clair_message messages[] = {
	[NO_HELP] = {
		.key = "no-help",
		.fr = "La page demande un mot de passe et ne semble rien dire à qui l’a oublié ou a besoin d’aide.",
		.en = "The page asks for a password and does not seem to say anything to who forgot it or needs help.",
	},
};

static const struct clair_node *
password_of_login(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_INPUT); i++) {
		const struct clair_node *field = clair_tag_at(ctx, CLAIR_TAG_INPUT, i);

		if (clair_attr_is(field, CLAIR_ATTR_TYPE, "password") && clair_visible(ctx, field) &&
		    login_holds(ctx, field))
			return field;
	}
	return NULL;
}

static bool
has_help(struct clair_ctx *ctx)
{
	return clair_control_saying(ctx, "login-help", false) != NULL ||
	    clair_block_saying(ctx, "login-help", false) != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *field = clair_page_in_french(ctx) ? password_of_login(ctx) : NULL;

	if (field == NULL)
		return CLAIR_INAPPLICABLE;
	if (has_help(ctx))
		return CLAIR_PASS;
	clair_review(ctx, field, NO_HELP);
	return CLAIR_REVIEW;
}

CLAIR_RULE(trust_password_help) = {
	.id = "trust/password-help",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_COGNITIVE,
	.needs = CLAIR_IDS("S-159"),
	.title = {
		.fr = "À côté du mot de passe, il y a de l’aide",
		.en = "Beside the password there is help",
	},
	.why = {
		.fr = "L’oubli du mot de passe arrête net. Beaucoup de personnes appellent un proche, et lui donnent leur mot de passe.",
		.en = "A forgotten password stops people dead. Many call a relative, and give them their password.",
	},
	.remedy = {
		.fr = "Écrire près du champ : « Mot de passe oublié ? », comment se protéger, et qui appeler.",
		.en = "Write near the field: “Forgotten password?”, how to stay safe, and whom to call.",
	},
	.limits = {
		.fr = "L’aide vient peut-être après une erreur, ou d’un script.",
		.en = "Help may come after an error, or from a script.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
