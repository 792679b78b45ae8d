/* A page that is protected asks for nothing without protection. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { ACTIVE, PASSIVE };

static const struct clair_message messages[] = {
	[ACTIVE] = {
		.key = "active",
		.fr = "La page est protégée (https), mais demande {count} {count|script, feuille de style ou cadre|scripts, feuilles de style ou cadres} en http : les navigateurs les refusent.",
		.en = "The page is protected (https), but asks for {count} {count|script, style sheet or frame|scripts, style sheets or frames} in http: browsers refuse them.",
	},
	[PASSIVE] = {
		.key = "passive",
		.fr = "La page est protégée (https), mais demande {count} {count|image ou film|images ou films} en http : d’autres peuvent voir ce qu’on regarde.",
		.en = "The page is protected (https), but asks for {count} {count|picture or film|pictures or films} in http: others can see what people look at.",
	},
};

static bool
is_active(const struct clair_request *request)
{
	return request->kind == CLAIR_REQUEST_SCRIPT || request->kind == CLAIR_REQUEST_SHEET ||
	    request->kind == CLAIR_REQUEST_FRAME;
}

static bool
is_passive(const struct clair_request *request)
{
	return request->kind == CLAIR_REQUEST_IMAGE || request->kind == CLAIR_REQUEST_MEDIA;
}

/* One finding for all of them. */
static enum clair_outcome
tell(struct clair_ctx *ctx, bool (*counts)(const struct clair_request *), unsigned message)
{
	const struct clair_node *first = NULL;
	double count = 0;

	for (size_t i = 0; i < clair_request_count(ctx); i++) {
		const struct clair_request *request = clair_request_at(ctx, i);

		if (!counts(request) || !rule_starts_with(request->url, "http:"))
			continue;
		first = first == NULL ? request->node : first;
		count++;
	}
	if (first == NULL)
		return CLAIR_PASS;
	clair_arg_num(clair_report(ctx, first, message), "count", count);
	return CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const char *own = clair_page_address(ctx);

	if (own == NULL || !rule_starts_with(own, "https:") || clair_request_count(ctx) == 0)
		return CLAIR_INAPPLICABLE;
	return rule_worse(tell(ctx, is_active, ACTIVE), tell(ctx, is_passive, PASSIVE));
}

CLAIR_RULE(trust_mixed_content) = {
	.id = "trust/mixed-content",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-152"),
	.title = {
		.fr = "Une page protégée ne demande rien sans protection",
		.en = "A protected page asks for nothing without protection",
	},
	.why = {
		.fr = "Le navigateur montre une alerte ou laisse un trou dans la page. La personne n’a plus confiance.",
		.en = "The browser shows a warning or leaves a hole in the page. People no longer trust it.",
	},
	.remedy = {
		.fr = "Écrire ces adresses avec https.",
		.en = "Write these addresses with https.",
	},
	.limits = {
		.fr = "Pour une page lue dans un fichier, la règle se fie à l’adresse que la page déclare (canonical, og:url).",
		.en = "For a page read from a file, the rule trusts the address that the page declares (canonical, og:url).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
