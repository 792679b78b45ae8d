/* A page that explains a procedure says what people need to know before they start. */
#include "rules/common/journey.h"

enum { MISSING, DELAY };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "Il manque peut-être sur la page :{who|| pour qui c’est,}{documents|| quels documents,}"
		    "{cost|| le prix ou « gratuit »,}{delay|| le délai,}{steps|| les étapes,}"
		    "{contact|| qui contacter,} à vérifier.",
		.en = "The page may lack:{who|| for whom it is,}{documents|| which documents,}"
		    "{cost|| the price or “free”,}{delay|| the delay,}{steps|| the steps,}"
		    "{contact|| whom to contact,} to be checked.",
	},
	[DELAY] = {
		.key = "delay-vague",
		.fr = "La page parle du délai, et aucun nombre de jours ou de mois n’a été trouvé.",
		.en = "The page speaks of the delay, and no number of days or months was found.",
	},
};

/* What most people ask first. Few pages tell the others, which the label of the page shows. */
static const enum clair_procedure_part first_asked[] = {
	CLAIR_PART_WHO, CLAIR_PART_DOCUMENTS, CLAIR_PART_COST, CLAIR_PART_DELAY, CLAIR_PART_STEPS, CLAIR_PART_CONTACT};

static bool
is_whole(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < CLAIR_LEN(first_asked); i++)
		if (clair_procedure_part(ctx, first_asked[i]) == NULL)
			return false;
	return true;
}

/* The message has the plural of each part that is missing. */
static void
name_missing(struct clair_ctx *ctx, struct clair_finding *finding)
{
	for (size_t i = 0; i < CLAIR_LEN(first_asked); i++)
		clair_arg_num(finding, clair_part_name(first_asked[i]), clair_procedure_part(ctx, first_asked[i]) == NULL ? 2 : 1);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *delay;
	enum clair_outcome outcome = CLAIR_PASS;

	if (!rule_is_sheet(ctx))
		return CLAIR_INAPPLICABLE;
	clair_measure(ctx, "checklist_found", clair_procedure_parts_found(ctx));
	if (!is_whole(ctx)) {
		name_missing(ctx, clair_review(ctx, rule_page_place(ctx), MISSING));
		outcome = CLAIR_REVIEW;
	}
	delay = clair_procedure_part(ctx, CLAIR_PART_DELAY);
	if (delay != NULL && clair_heading_level(ctx, delay) != 0 && !clair_procedure_says_delay(ctx)) {
		clair_review(ctx, delay, DELAY);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(procedure_sheet_incomplete) = {
	.id = "procedure/sheet-incomplete",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-022", "S-059", "S-093", "S-104"),
	.title = {
		.fr = "Une page de démarche dit pour qui, avec quels documents, à quel prix et en combien de temps",
		.en = "A page about a procedure says for whom, with which documents, at what price and how long it "
		    "takes",
	},
	.why = {
		.fr = "Sans ces réponses, on commence sans savoir, on revient, ou on renonce. Le prix et le délai "
		    "comptent quand on vit avec peu.",
		.en = "Without these answers people start without knowing, come back, or give up. Price and delay count "
		    "when money is short.",
	},
	.remedy = {
		.fr = "Ajouter une rubrique par réponse. Écrire « gratuit » quand ça l’est, et le délai en jours ou en "
		    "mois.",
		.en = "Add a section for each answer. Write “free” when it is, and the delay in days or months.",
	},
	.limits = {
		.fr = "La règle lit les titres et les phrases de la page. La réponse est peut-être sur une autre page, "
		    "ou dans un document.",
		.en = "The rule reads the headings and sentences of the page. The answer may be on another page, or in "
		    "a document.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
