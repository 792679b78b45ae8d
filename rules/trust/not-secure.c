/* The page is protected on its way. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { CLEAR };

static const struct clair_message messages[] = {
	[CLEAR] = {
		.key = "clear",
		.fr = "La page est servie sans protection (http) : les navigateurs la disent « non sécurisée ».",
		.en = "The page is served without protection (http): browsers call it “not secure”.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const char *address = clair_page_url(ctx);

	if (!rule_starts_with(address, "http") || clair_matches(ctx, "local-address", address))
		return CLAIR_INAPPLICABLE;
	if (!rule_starts_with(address, "http:"))
		return CLAIR_PASS;
	clair_report_page(ctx, CLEAR);
	return CLAIR_FAIL;
}

CLAIR_RULE(trust_not_secure) = {
	.id = "trust/not-secure",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-152"),
	.title = {
		.fr = "La page arrive protégée (https)",
		.en = "The page comes protected (https)",
	},
	.why = {
		.fr = "Le navigateur affiche une alerte. Une personne inquiète s’arrête là, à raison.",
		.en = "The browser shows a warning. People who worry stop there, and rightly.",
	},
	.remedy = {
		.fr = "Servir tout le site en https, et y mener les adresses en http.",
		.en = "Serve the whole site in https, and lead addresses in http there.",
	},
	.limits = {
		.fr = "La règle ne vérifie ni le certificat, ni les cookies. Une page lue dans un fichier n’est pas jugée.",
		.en = "The rule checks neither the certificate nor cookies. A page read from a file is not judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
