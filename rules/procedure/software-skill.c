/* No step of a procedure takes the skills of a specialist. */
#include "rules/common/journey.h"
#include "rules/common/pattern.h"

enum { SKILL };

static const struct clair_message messages[] = {
	[SKILL] = {
		.key = "skill",
		.fr = "« {text} » : beaucoup de personnes ne savent pas le faire. Vérifier que la page dit comment, ou "
		    "propose un autre moyen.",
		.en = "“{text}”: many people do not know how to do it. Check that the page says how, or offers another "
		    "way.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place place = {0};

	if (clair_procedure_label(ctx) == NULL && !rule_is_task(ctx))
		return CLAIR_INAPPLICABLE;
	if (!text_find_in_page(ctx, "software-skill", CLAIR_ALL_BLOCKS, &place))
		return CLAIR_PASS;
	text_name(clair_review_part(ctx, place.block, place.offset, place.length, SKILL), &place);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_software_skill) = {
	.id = "procedure/software-skill",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-083"),
	.title = {
		.fr = "Une démarche ne demande pas de gestes de spécialiste",
		.en = "A procedure takes no skill of a specialist",
	},
	.why = {
		.fr = "Convertir, compresser, fusionner un fichier : beaucoup de personnes s’arrêtent là.",
		.en = "To convert, compress or merge a file: many people stop there.",
	},
	.remedy = {
		.fr = "Accepter des photos et plusieurs fichiers. Faire la conversion côté serveur. Sinon, dire qui "
		    "peut aider.",
		.en = "Accept photographs and several files. Convert on the server. Else, say who can help.",
	},
	.limits = {
		.fr = "La règle connaît une liste de gestes.",
		.en = "The rule knows a list of skills.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
