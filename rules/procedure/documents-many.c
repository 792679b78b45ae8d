/* A procedure asks for few documents. */
#include "rules/common/journey.h"

enum { MANY, FILES };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "La page semble demander {count} documents. Le maximum conseillé est {max}. Vérifier que chacun "
		    "est utile.",
		.en = "The page seems to ask for {count} documents. The advised maximum is {max}. Check that each is of "
		    "use.",
	},
	[FILES] = {
		.key = "files",
		.fr = "Le formulaire demande {count} fichiers. Le maximum conseillé est {max}. Vérifier que chacun est "
		    "utile.",
		.en = "The form asks for {count} files. The advised maximum is {max}. Check that each is of use.",
	},
};

static uint32_t
required_files(struct clair_ctx *ctx)
{
	uint32_t count = 0;

	for (size_t i = 0; i < clair_entry_count(ctx); i++) {
		const struct clair_entry *entry = clair_entry_at(ctx, i);

		count += entry->required && clair_attr_is(entry->field, CLAIR_ATTR_TYPE, "file");
	}
	return count;
}

static enum clair_outcome
tell(struct clair_finding *finding, uint32_t count, double max)
{
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "procedure.documents.max");
	const struct clair_procedure_label *label = clair_procedure_label(ctx);
	struct clair_documents documents;
	uint32_t files;

	if (label == NULL)
		return CLAIR_INAPPLICABLE;
	documents = clair_documents_asked(ctx);
	files = required_files(ctx);
	clair_measure(ctx, "documents_asked", documents.count > files ? documents.count : files);
	if (documents.count == 0 && files == 0)
		return CLAIR_INAPPLICABLE;
	if (documents.count > max)
		return tell(clair_review_block(ctx, documents.block, MANY), documents.count, max);
	if (files > max)
		return tell(clair_review(ctx, rule_page_place(ctx), FILES), files, max);
	return CLAIR_PASS;
}

CLAIR_RULE(procedure_documents_many) = {
	.id = "procedure/documents-many",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-085"),
	.thresholds = CLAIR_IDS("procedure.documents.max"),
	.title = {
		.fr = "Une démarche demande peu de documents",
		.en = "A procedure asks for few documents",
	},
	.why = {
		.fr = "Chaque document est à chercher, à copier, parfois à payer. Plus il y en a, plus de personnes "
		    "renoncent.",
		.en = "Each document is to be found, copied, sometimes paid for. The more there are, the more people "
		    "give up.",
	},
	.remedy = {
		.fr = "Demander seulement ce que l’administration ne peut pas obtenir elle-même. Dire lesquels vont "
		    "avec quelle situation.",
		.en = "Ask only for what the administration cannot get by itself. Say which go with which situation.",
	},
	.limits = {
		.fr = "La règle compte les éléments de la plus longue liste qui suit un titre comme « Pièces à fournir "
		    "». Certains sont peut-être au choix.",
		.en = "The rule counts the items of the longest list after a heading such as “Documents to send”. Some "
		    "may be alternatives.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
