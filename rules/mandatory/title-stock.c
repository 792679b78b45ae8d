/* The title of the page says what it is about. */
#include "clairlint/rule.h"

enum { STOCK, FILE_NAME, TEMPLATE };

static const struct clair_message messages[] = {
	[STOCK] = {
		.key = "stock",
		.fr = "Le titre de la page, « {title} », ne dit pas de quoi elle parle.",
		.en = "The title of the page, \"{title}\", does not say what it is about.",
	},
	[FILE_NAME] = {
		.key = "file-name",
		.fr = "Le titre de la page, « {title} », est un nom de fichier ou une adresse.",
		.en = "The title of the page, \"{title}\", is a file name or an address.",
	},
	[TEMPLATE] = {
		.key = "template",
		.fr = "Le titre de la page, « {title} », est celui d’un modèle : il ne dit rien de la page.",
		.en = "The title of the page, \"{title}\", is that of a template: it says nothing of the page.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const char *title = clair_page_title(ctx);
	const char *stock = clair_lookup(ctx, "titres-vides", title);
	bool is_file = clair_matches(ctx, "file-name", title) || clair_matches(ctx, "address-only", title);

	if (title[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (stock != NULL && stock[0] != '\0') {
		clair_arg(clair_report_page(ctx, TEMPLATE), "title", title);
		return CLAIR_FAIL;
	}
	if (!is_file && stock == NULL)
		return CLAIR_PASS;
	clair_arg(clair_review_page(ctx, is_file ? FILE_NAME : STOCK), "title", title);
	return CLAIR_REVIEW;
}

CLAIR_RULE(mandatory_title_stock) = {
	.id = "mandatory/title-stock",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY,
	.rgaa = CLAIR_IDS("8.6.1"),
	.wcag = CLAIR_IDS("2.4.2"),
	.title = {
		.fr = "Le titre de la page est pertinent",
		.en = "The title of the page is meaningful",
	},
	.why = {
		.fr = "« Accueil » ou « Sans titre » ne distinguent pas cette page des autres "
		    "onglets.",
		.en = "\"Home\" or \"Untitled\" do not tell this page from other tabs.",
	},
	.remedy = {
		.fr = "Écrire le sujet de la page, puis le nom du site.",
		.en = "Write the subject of the page, then the name of the site.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
