/* To send a document, a photograph is enough. */
#include "clairlint/rule.h"
#include "rules/common/journey.h"

enum { PAPERS, SMALL };

static const struct clair_message messages[] = {
	[PAPERS] = {
		.key = "papers",
		.fr = "« {name} » refuse les photos : seuls des formats de document sont acceptés ({accept}).",
		.en = "“{name}” refuses photographs: only formats of documents are accepted ({accept}).",
	},
	[SMALL] = {
		.key = "small",
		.fr = "« {name} » limite la taille du fichier à moins de 5 Mo. Vérifier qu’une photo de téléphone "
		    "passe.",
		.en = "“{name}” limits the size of the file to less than 5 MB. Check that a photograph by phone passes.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *accept = clair_attr(field, CLAIR_ATTR_ACCEPT);
	struct clair_finding *finding;

	if (!clair_attr_is(field, CLAIR_ATTR_TYPE, "file") || !clair_page_in_french(ctx) ||
	    clair_has_attr(field, CLAIR_ATTR_DISABLED))
		return CLAIR_INAPPLICABLE;
	if (accept != NULL && clair_matches(ctx, "upload-papers", accept) && !clair_matches(ctx, "upload-images", accept)) {
		finding = clair_report_attr(ctx, field, CLAIR_ATTR_ACCEPT, PAPERS);
		clair_arg(finding, "accept", accept);
		clair_arg(finding, "name", clair_name(ctx, field));
		return CLAIR_FAIL;
	}
	if (rule_field_says(ctx, field, "small-upload")) {
		clair_arg(clair_review(ctx, field, SMALL), "name", clair_name(ctx, field));
		return CLAIR_REVIEW;
	}
	return CLAIR_PASS;
}

CLAIR_RULE(forms_upload_narrow) = {
	.id = "forms/upload-narrow",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_MOTOR | CLAIR_ELDERLY | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT),
	.needs = CLAIR_IDS("S-084", "S-134"),
	.title = {
		.fr = "On peut envoyer un document par une simple photo",
		.en = "A document may be sent as a mere photograph",
	},
	.why = {
		.fr = "Qui n’a qu’un téléphone n’a ni scanner ni PDF. La photo est refusée, la démarche s’arrête.",
		.en = "People who only have a phone have neither scanner nor PDF. The photograph is refused, and the "
		    "procedure stops.",
	},
	.remedy = {
		.fr = "Ajouter image/* à accept. Accepter plusieurs fichiers et au moins 10 Mo.",
		.en = "Add image/* to accept. Accept several files, and 10 MB at least.",
	},
	.limits = {
		.fr = "La taille n’est lue que dans l’étiquette, la description et le titre du groupe.",
		.en = "The size is only read in the label, the description and the title of the group.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
