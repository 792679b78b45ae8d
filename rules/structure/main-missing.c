/* The main content is in one main element. */
#include "clairlint/rule.h"

enum { MISSING, SEVERAL, ROLE_ONLY };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page n’a pas d’élément main.",
		.en = "The page has no main element.",
	},
	[SEVERAL] = {
		.key = "several",
		.fr = "La page a {count} éléments main visibles : un seul est permis.",
		.en = "The page has {count} visible main elements: only one is allowed.",
	},
	[ROLE_ONLY] = {
		.key = "role-only",
		.fr = "Le contenu principal est marqué par role=\"main\" et non par l’élément "
		    "main : le RGAA demande l’élément.",
		.en = "The main content is marked by role=\"main\" and not by the main element: "
		    "RGAA asks for the element.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *second = NULL;
	double count = 0;

	/* RGAA 9.2 asks nothing of a page that is not HTML 5. */
	if (clair_tag_count(ctx, CLAIR_TAG_BODY) == 0 || !clair_page_is_html5(ctx) || clair_is_shell(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_MAIN); i++) {
		const struct clair_node *main = clair_tag_at(ctx, CLAIR_TAG_MAIN, i);

		if (!clair_rendered(ctx, main))
			continue;
		count++;
		if (count == 2)
			second = main;
	}
	if (count == 1)
		return CLAIR_PASS;
	if (second != NULL) {
		clair_arg_num(clair_report(ctx, second, SEVERAL), "count", count);
		return CLAIR_FAIL;
	}
	for (size_t i = 0; i < clair_landmark_count(ctx); i++) {
		if (clair_role(ctx, clair_landmark(ctx, i)) != CLAIR_ROLE_MAIN)
			continue;
		clair_fix_other(clair_review(ctx, clair_landmark(ctx, i), ROLE_ONLY),
		    CLAIR_FIX_RENAME_ELEMENT, "main");
		return CLAIR_REVIEW;
	}
	clair_fix_other(clair_report_page(ctx, MISSING), CLAIR_FIX_ADD_ELEMENT, "main");
	return CLAIR_FAIL;
}

CLAIR_RULE(structure_main_missing) = {
	.id = "structure/main-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.rgaa = CLAIR_IDS("9.2.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Le contenu principal est dans un élément main unique",
		.en = "The main content is in one main element",
	},
	.why = {
		.fr = "Un lecteur d’écran saute droit au contenu principal s’il est balisé ; "
		    "sinon, il faut tout parcourir.",
		.en = "A screen reader jumps straight to the main content if it is marked up; "
		    "if not, one must go through everything.",
	},
	.remedy = {
		.fr = "Mettre le contenu principal dans un élément main, un seul par page.",
		.en = "Put the main content in a main element, one only per page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
