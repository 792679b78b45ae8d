/* A form to print is not the only way. */
#include "rules/common/pattern.h"
#include "rules/common/text.h"

enum { PRINT, PDF_ONLY };

static const struct clair_message messages[] = {
	[PRINT] = {
		.key = "print",
		.fr = "« {text} » : il faut une imprimante. La page ne semble pas donner d’autre moyen.",
		.en = "“{text}”: it takes a printer. The page does not seem to give another way.",
	},
	[PDF_ONLY] = {
		.key = "pdf-only",
		.fr = "« {name} » est un formulaire PDF. La page ne semble pas dire comment le remplir sans imprimante ni ordinateur.",
		.en = "“{name}” is a PDF form. The page does not seem to say how to fill it without a printer or a computer.",
	},
};

static bool
has_other_way(struct clair_ctx *ctx)
{
	return clair_phone_count(ctx) != 0 || clair_personal_field(ctx) != NULL ||
	    clair_block_saying(ctx, "form-other-way", false) != NULL;
}

static const struct clair_download *
pdf_form(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_download_count(ctx); i++) {
		const struct clair_download *download = clair_download_at(ctx, i);
		const char *name = clair_name(ctx, download->node);

		if (rule_same(download->format, "pdf") && clair_region(ctx, download->node) == CLAIR_IN_MAIN &&
		    clair_matches(ctx, "form-to-fill", name) && !clair_matches(ctx, "form-about", name))
			return download;
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const unsigned blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING);
	const struct clair_download *form;
	struct text_place place;

	if (!clair_page_in_french(ctx) || clair_block_count(ctx) == 0)
		return CLAIR_INAPPLICABLE;
	if (text_find_in_page(ctx, "print-and-return", blocks, &place)) {
		if (has_other_way(ctx))
			return CLAIR_PASS;
		text_name(clair_review_part(ctx, place.block, place.offset, place.length, PRINT), &place);
		return CLAIR_REVIEW;
	}
	form = pdf_form(ctx);
	if (form == NULL || has_other_way(ctx))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, form->node, PDF_ONLY), "name", clair_name(ctx, form->node));
	return CLAIR_REVIEW;
}

CLAIR_RULE(documents_form_print) = {
	.id = "documents/form-print",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-129", "S-142"),
	.title = {
		.fr = "Un formulaire à imprimer n’est pas le seul moyen",
		.en = "A form to print is not the only way",
	},
	.why = {
		.fr = "L’imprimante et l’encre coûtent cher : beaucoup de familles n’en ont pas.",
		.en = "A printer and its ink are expensive: many families have none.",
	},
	.remedy = {
		.fr = "Proposer d’envoyer le formulaire par la poste, de le prendre à l’accueil, ou de répondre en ligne ou au téléphone.",
		.en = "Offer to send the form by post, to fetch it at the desk, or to answer online or by telephone.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page et de ses liens, pas les documents. L’autre moyen est peut-être sur une autre page.",
		.en = "The rule reads the text of the page and of its links, not the documents. The other way may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
