/* A field that several pages have keeps its label. */
#include "rules/common/outcome.h"
#include "rules/common/site.h"
#include "rules/common/text.h"

enum { SEARCH, NEWSLETTER, PASSWORD };

static const struct clair_message messages[] = {
	[SEARCH] = {
		.key = "search",
		.fr = "Le champ de recherche s’appelle « {label} » ici et « {usual} » sur d’autres pages. Vérifier que l’on s’y retrouve.",
		.en = "The search field is called “{label}” here and “{usual}” on other pages. Check that people can tell.",
	},
	[NEWSLETTER] = {
		.key = "newsletter",
		.fr = "Le champ d’adresse s’appelle « {label} » ici et « {usual} » sur d’autres pages. Vérifier que l’on s’y retrouve.",
		.en = "The field for an address is called “{label}” here and “{usual}” on other pages. Check that people can tell.",
	},
	[PASSWORD] = {
		.key = "password",
		.fr = "Le champ du mot de passe s’appelle « {label} » ici et « {usual} » sur d’autres pages. Vérifier que l’on s’y retrouve.",
		.en = "The password field is called “{label}” here and “{usual}” on other pages. Check that people can tell.",
	},
};

static uint64_t
label_of(const struct clair_page_summary *page, unsigned field)
{
	return clair_summary_label(page, (enum clair_shared_field)field)->hash;
}

/* The first page with this label; there is one. */
static const struct clair_page_summary *
page_with(struct clair_ctx *ctx, enum clair_shared_field field, uint64_t hash)
{
	size_t i = 0;

	while (clair_summary_label(clair_site_page(ctx, i), field)->hash != hash)
		i++;
	return clair_site_page(ctx, i);
}

/* "Rechercher" and "Rechercher sur le site" go together. */
static bool
go_together(const char *a, const char *b)
{
	return rule_contains(a, b) || rule_contains(b, a);
}

static enum clair_outcome
check_field(struct clair_ctx *ctx, enum clair_shared_field field, unsigned message)
{
	const struct site_usual usual = site_usual(ctx, label_of, field);
	enum clair_outcome outcome = CLAIR_PASS;
	const struct clair_page_summary *model;
	const char *text;

	if (usual.pages < SITE_PAGES_TO_COMPARE || usual.value == 0)
		return CLAIR_INAPPLICABLE;
	model = page_with(ctx, field, usual.value);
	text = clair_summary_label(model, field)->text;
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);
		const struct clair_shared_label *label = clair_summary_label(page, field);
		struct clair_finding *finding;

		if (label->text == NULL || label->hash == usual.value ||
		    go_together(label->text, text) ||
		    site_may_be_french(ctx, page) != site_may_be_french(ctx, model))
			continue;
		finding = clair_review_site(ctx, page, message);
		clair_arg(finding, "label", label->text);
		clair_arg(finding, "usual", text);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = check_field(ctx, CLAIR_FIELD_SEARCH, SEARCH);

	outcome = rule_worse(outcome, check_field(ctx, CLAIR_FIELD_NEWSLETTER, NEWSLETTER));
	return rule_worse(outcome, check_field(ctx, CLAIR_FIELD_PASSWORD, PASSWORD));
}

CLAIR_RULE(site_labels_consistent) = {
	.id = "site/labels-consistent",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_BLIND | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("11.3.2"),
	.wcag = CLAIR_IDS("3.2.4"),
	.needs = CLAIR_IDS("S-022"),
	.title = {
		.fr = "Un champ présent sur plusieurs pages garde la même étiquette",
		.en = "A field that several pages have keeps the same label",
	},
	.why = {
		.fr = "Deux noms pour un même champ font croire à deux choses différentes.",
		.en = "Two names for the same field make people think of two different things.",
	},
	.remedy = {
		.fr = "Choisir une étiquette et l’écrire partout de la même façon.",
		.en = "Choose one label and write it everywhere in the same way.",
	},
	.limits = {
		.fr = "La règle compare la recherche, la lettre d’information et le mot de passe, dans une même langue.",
		.en = "The rule compares search, the newsletter and the password, in one language.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
