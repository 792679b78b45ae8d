/* What people write to an administration is not told to other companies. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { ON_FORM, ON_PAGE };

static const struct clair_message messages[] = {
	[ON_FORM] = {
		.key = "on-form",
		.fr = "La page demande qui vous êtes, et fait appel à {count} {count|service|services} d’autres entreprises : {names}. Ces entreprises savent qui vient.",
		.en = "The page asks who you are, and calls {count} {count|service|services} of other companies: {names}. These companies know who comes.",
	},
	[ON_PAGE] = {
		.key = "on-page",
		.fr = "La page fait appel à {count} {count|service|services} d’autres entreprises, qui apprennent qui la lit : {names}. Vérifier que la personne donne son accord avant, ou s’en passer.",
		.en = "The page calls {count} {count|service|services} of other companies, who learn who reads it: {names}. Check that people agree first, or do without.",
	},
};

enum { NAMES_ROOM = 160, MOST_NAMES = 32 };

/* Follows people, or belongs to a company that does. Code names other services in links too. */
static bool
may_follow(const struct clair_request *request)
{
	const bool follows =
	    request->service == CLAIR_SERVICE_MEASURE || request->service == CLAIR_SERVICE_ADS;

	if (!request->third_party || request->kind == CLAIR_REQUEST_IN_CODE)
		return request->third_party && follows;
	return follows || request->service == CLAIR_SERVICE_SOCIAL || request->company[0] != '\0';
}

struct services {
	const char *names[MOST_NAMES];
	size_t count;
	const struct clair_node *first;
	bool certain; /* one of them is asked as soon as the page is read */
};

static void
add(struct services *services, const struct clair_request *request)
{
	services->certain |= request->kind != CLAIR_REQUEST_IN_CODE;
	for (size_t i = 0; i < services->count; i++)
		if (rule_same(services->names[i], request->service_name))
			return;
	if (services->count == MOST_NAMES)
		return;
	if (services->first == NULL)
		services->first = request->node;
	services->names[services->count++] = request->service_name;
}

static struct services
services_of(struct clair_ctx *ctx)
{
	struct services services = {0};

	for (size_t i = 0; i < clair_request_count(ctx); i++)
		if (may_follow(clair_request_at(ctx, i)))
			add(&services, clair_request_at(ctx, i));
	return services;
}

static void
say(struct clair_finding *finding, const struct services *services)
{
	char names[NAMES_ROOM] = "";
	size_t length = 0;

	for (size_t i = 0; i < services->count; i++) {
		if (i != 0)
			length = rule_append(names, length, sizeof(names), ", ");
		length = rule_append(names, length, sizeof(names), services->names[i]);
	}
	clair_arg(finding, "names", names);
	clair_arg_num(finding, "count", (double)services->count);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct services services = services_of(ctx);
	const struct clair_node *field = clair_personal_field(ctx);
	struct clair_finding *finding;

	if (clair_request_count(ctx) == 0)
		return CLAIR_INAPPLICABLE;
	if (services.count == 0)
		return CLAIR_PASS;
	if (field == NULL) {
		say(clair_review(ctx, services.first, ON_PAGE), &services);
		return CLAIR_REVIEW;
	}
	finding = services.certain ? clair_report(ctx, field, ON_FORM) : clair_review(ctx, field, ON_FORM);
	say(finding, &services);
	return services.certain ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(trust_third_parties) = {
	.id = "trust/third-parties",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-151"),
	.title = {
		.fr = "Les entreprises qui suivent les personnes ne sont pas là où on dit qui on est",
		.en = "Companies that follow people are not there where people say who they are",
	},
	.why = {
		.fr = "Demander une aide ou un rendez-vous médical ne regarde pas une entreprise de publicité.",
		.en = "To ask for an allowance or a medical appointment is no business of an advertising company.",
	},
	.remedy = {
		.fr = "Mettre les lettres et les scripts sur son propre serveur. Pour les cartes : OpenStreetMap ou l’IGN. Pour les mesures : Matomo, chez soi. Pour les films : PeerTube. Contre les robots : CaptchEtat.",
		.en = "Keep fonts and scripts on one’s own server. For maps: OpenStreetMap or IGN. For measures: Matomo, at home. For films: PeerTube. Against robots: CaptchEtat.",
	},
	.limits = {
		.fr = "La règle connaît une liste de services. Elle ne voit pas ce que les scripts demandent ensuite, ni ce qui attend l’accord de la personne.",
		.en = "The rule knows a list of services. It does not see what scripts ask for later, nor what waits for people to agree.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
