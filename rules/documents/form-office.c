/* A form to fill can be filled without a computer. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { OFFICE };

static const struct clair_message messages[] = {
	[OFFICE] = {
		.key = "office",
		.fr = "{count} {count|formulaire est un fichier|formulaires sont des fichiers} de bureautique (le premier : « {name} », {format}). Sur un téléphone, vérifier qu’on peut remplir autrement.",
		.en = "{count} {count|form is an office file|forms are office files} (the first: “{name}”, {format}). On a phone, check that it can be filled in another way.",
	},
};

static bool
is_form_to_fill(struct clair_ctx *ctx, const struct clair_download *download)
{
	static const char *const office[] = {"doc", "docx", "xls", "xlsx", "odt", "ods", "rtf", NULL};
	const char *name = clair_name(ctx, download->node);

	return rule_in(download->format, office) && clair_matches(ctx, "form-to-fill", name) &&
	    !clair_matches(ctx, "form-about", name);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_download *first = NULL;
	struct clair_finding *finding;
	double count = 0;

	if (clair_download_count(ctx) == 0 || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_download_count(ctx); i++) {
		const struct clair_download *download = clair_download_at(ctx, i);

		if (!is_form_to_fill(ctx, download))
			continue;
		first = first == NULL ? download : first;
		count++;
	}
	if (first == NULL)
		return CLAIR_PASS;
	finding = clair_review(ctx, first->node, OFFICE);
	clair_arg_num(finding, "count", count);
	clair_arg(finding, "name", clair_name(ctx, first->node));
	clair_arg(finding, "format", first->format);
	return CLAIR_REVIEW;
}

CLAIR_RULE(documents_form_office) = {
	.id = "documents/form-office",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-129", "S-143"),
	.title = {
		.fr = "Un formulaire se remplit sans ordinateur",
		.en = "A form can be filled without a computer",
	},
	.why = {
		.fr = "Un fichier de bureautique ne se remplit pas sur un téléphone. Il faut un ordinateur, un logiciel, et savoir s’en servir.",
		.en = "An office file cannot be filled on a phone. It takes a computer, a program, and knowing how to use it.",
	},
	.remedy = {
		.fr = "Proposer un formulaire en ligne, et un formulaire en papier à l’accueil ou par la poste.",
		.en = "Offer a form online, and one on paper at the desk or by post.",
	},
	.limits = {
		.fr = "La règle reconnaît un formulaire par le texte de son lien. L’autre moyen est peut-être sur une autre page.",
		.en = "The rule knows a form by the text of its link. The other way may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
