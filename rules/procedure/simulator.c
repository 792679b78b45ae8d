/* A page about an aid leads to a simulator. */
#include "rules/common/journey.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "Aucun simulateur n’a été trouvé sur cette page qui parle d’une aide.",
		.en = "No simulator was found on this page, which speaks of an aid.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const char *heading = clair_visible_text(ctx, rule_page_place(ctx));

	if (!rule_is_sheet(ctx) || rule_page_place(ctx) == clair_root(ctx) ||
	    !clair_matches(ctx, "aid-title", heading) || clair_matches(ctx, "aid-not-person", heading))
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "simulator"))
		return CLAIR_PASS;
	clair_review(ctx, rule_page_place(ctx), NONE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_simulator) = {
	.id = "procedure/simulator",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-088"),
	.title = {
		.fr = "Une page sur une aide mène à un simulateur",
		.en = "A page about an aid leads to a simulator",
	},
	.why = {
		.fr = "Sans essai, on ne sait pas si on a droit, ni à combien. Des personnes ne demandent pas ce qui "
		    "leur revient.",
		.en = "Without a trial people cannot tell whether they are entitled, nor to how much. Some do not ask "
		    "for what is theirs.",
	},
	.remedy = {
		.fr = "Mettre un lien vers un simulateur gratuit et sans compte, celui de l’organisme ou de l’État.",
		.en = "Link to a simulator that is free and needs no account, of the body or of the State.",
	},
	.limits = {
		.fr = "La règle cherche les mots « simuler », « estimer », « calculer » sur la page. Certaines aides "
		    "n’ont pas de simulateur.",
		.en = "The rule looks for “simulate”, “estimate”, “compute” on the page. Some aids have no simulator.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
