/* Procedures and their forms are a few clicks away from the home page. */
#include "rules/common/site.h"

enum { DEEP, FORM };

static const struct clair_message messages[] = {
	[DEEP] = {
		.key = "deep",
		.fr = "Sur {total} {total|démarche vue|démarches vues}, {count} {count|est|sont} à plus de {max} clics de l’accueil. La plus lointaine, cette page, est à {depth} clics.",
		.en = "Of {total} {total|procedure|procedures} seen, {count} {count|is|are} more than {max} clicks away from the home page. The farthest, this page, is {depth} clicks away.",
	},
	[FORM] = {
		.key = "form",
		.fr = "Depuis l’accueil, il faut {depth} clics pour arriver au premier formulaire. Le maximum conseillé est {max}.",
		.en = "From the home page, the first form is {depth} clicks away. The advised maximum is {max}.",
	},
};

struct depths {
	const struct clair_page_summary *farthest; /* of the procedures */
	const struct clair_page_summary *form;     /* the nearest */
	uint32_t procedures;
	uint32_t deep;
};

static void
add_page(struct depths *depths, const struct clair_page_summary *page, double max)
{
	const int depth = clair_summary_depth(page);

	if (depth <= 0)
		return;
	if (clair_summary_kind(page) == CLAIR_PAGE_FORM &&
	    (depths->form == NULL || depth < clair_summary_depth(depths->form)))
		depths->form = page;
	if (clair_summary_kind(page) != CLAIR_PAGE_PROCEDURE)
		return;
	depths->procedures++;
	depths->deep += depth > max;
	if (depths->farthest == NULL || depth > clair_summary_depth(depths->farthest))
		depths->farthest = page;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "site.profondeur.max");
	struct depths depths = {0};
	struct clair_finding *finding;
	enum clair_outcome outcome = CLAIR_PASS;

	for (size_t i = 0; i < clair_site_page_count(ctx); i++)
		add_page(&depths, clair_site_page(ctx, i), max);
	if (depths.procedures == 0 && depths.form == NULL)
		return CLAIR_INAPPLICABLE;
	if (depths.deep > 0) {
		finding = clair_review_site(ctx, depths.farthest, DEEP);
		clair_arg_num(finding, "count", depths.deep);
		clair_arg_num(finding, "total", depths.procedures);
		clair_arg_num(finding, "max", max);
		clair_arg_num(finding, "depth", clair_summary_depth(depths.farthest));
		outcome = CLAIR_REVIEW;
	}
	if (depths.form != NULL && clair_summary_depth(depths.form) > max) {
		finding = clair_review_site(ctx, depths.form, FORM);
		clair_arg_num(finding, "depth", clair_summary_depth(depths.form));
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(site_procedure_depth) = {
	.id = "site/procedure-depth",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-033", "S-043"),
	.thresholds = CLAIR_IDS("site.profondeur.max"),
	.title = {
		.fr = "Les démarches sont à peu de clics de l’accueil",
		.en = "Procedures are a few clicks away from the home page",
	},
	.why = {
		.fr = "Chaque clic de plus perd des personnes avant qu’elles ne commencent leur démarche.",
		.en = "Each extra click loses people before they start their procedure.",
	},
	.remedy = {
		.fr = "Mettre les démarches les plus demandées sur la page d’accueil, par situation.",
		.en = "Put the procedures most asked for on the home page, by situation.",
	},
	.limits = {
		.fr = "La règle compte les liens suivis par le robot. Elle reconnaît les démarches par leur adresse, leur titre et leur contenu, et ne suit pas les liens vers d’autres sites.",
		.en = "The rule counts the links followed by the crawler. It knows procedures by their address, heading and content, and does not follow links to other sites.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
