/* A procedure takes little equipment and few skills. */
#include "rules/common/journey.h"
#include "rules/common/text.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Cette démarche semble demander {count} choses avant de commencer : {list}. Le maximum conseillé "
		    "est {max}.",
		.en = "This procedure seems to ask for {count} things before people start: {list}. The advised maximum "
		    "is {max}.",
	},
};

enum { LIST_BYTES = 180 };

/* As the page words them. */
static void
name_all(struct clair_ctx *ctx, struct clair_finding *finding)
{
	char list[LIST_BYTES] = "";
	size_t length = 0;

	for (int i = 0; i < CLAIR_NEED_COUNT; i++) {
		const struct clair_prerequisite *found = clair_prerequisite(ctx, (enum clair_need)i);

		if (found == NULL)
			continue;
		length = rule_append(list, length, sizeof(list), length == 0 ? "" : ", ");
		length = rule_append(list, length, sizeof(list), found->words);
	}
	clair_arg(finding, "list", list);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "procedure.prerequis.max");
	const struct clair_procedure_label *label = clair_procedure_label(ctx);
	struct clair_finding *finding;

	if (label == NULL)
		return CLAIR_INAPPLICABLE;
	clair_measure(ctx, "prerequisites", label->need_count);
	if (label->need_count <= max)
		return CLAIR_PASS;
	finding = clair_review(ctx, rule_page_place(ctx), MANY);
	clair_arg_num(finding, "count", label->need_count);
	clair_arg_num(finding, "max", max);
	name_all(ctx, finding);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_prerequisites_many) = {
	.id = "procedure/prerequisites-many",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-080", "S-081", "S-082", "S-193"),
	.thresholds = CLAIR_IDS("procedure.prerequis.max"),
	.title = {
		.fr = "Une démarche demande peu de matériel et peu de compétences",
		.en = "A procedure takes little equipment and few skills",
	},
	.why = {
		.fr = "Qui n’a qu’un téléphone, ou pas d’adresse électronique, ne peut pas commencer. Chaque chose "
		    "demandée écarte des personnes.",
		.en = "People who only have a phone, or no e-mail address, cannot start. Each thing asked for keeps "
		    "people out.",
	},
	.remedy = {
		.fr = "Retirer ce qui n’est pas utile. Proposer un autre moyen : photo au lieu de scan, courrier au "
		    "lieu de courriel, guichet.",
		.en = "Remove what is of no use. Offer another way: a photograph for a scan, a letter for an e-mail, a "
		    "desk.",
	},
	.limits = {
		.fr = "La règle lit les champs et les phrases qui s’adressent au lecteur, sur cette page seulement.",
		.en = "The rule reads the fields and the sentences that speak to the reader, on this page only.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
