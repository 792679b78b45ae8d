/* A link at the top of the page leads to the main content. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { MISSING, BROKEN, LATE };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page n’a aucun lien d’accès rapide au contenu.",
		.en = "The page has no skip link to its content.",
	},
	[BROKEN] = {
		.key = "broken",
		.fr = "Le lien d’accès rapide « {name} » ne mène nulle part : rien n’a l’id "
		    "{target}.",
		.en = "The skip link \"{name}\" leads nowhere: nothing has the id {target}.",
	},
	[LATE] = {
		.key = "late",
		.fr = "Aucun des premiers liens de la page ne mène au contenu : vérifier qu’un "
		    "lien d’accès rapide existe.",
		.en = "None of the first links of the page leads to the content: check that a "
		    "skip link exists.",
	},
};

enum { FIRST_LINKS = 10 };

struct seen {
	const struct clair_node *broken; /* a skip link that leads nowhere */
	bool near;                       /* one of the first links goes inside the page */
	bool far;
};

static bool
goes_inside(const char *fragment)
{
	return fragment != NULL && !rule_same(fragment, "top") && fragment[0] != '!' && fragment[0] != '/';
}

static void
look(struct clair_ctx *ctx, struct seen *seen)
{
	size_t links = 0;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *fragment = clair_inner_fragment(ctx, link);

		if (!clair_has_attr(link, CLAIR_ATTR_HREF) || !clair_exposed(ctx, link))
			continue;
		links++;
		if (!goes_inside(fragment))
			continue;
		if (clair_anchor(ctx, fragment) != NULL) {
			*(links <= FIRST_LINKS ? &seen->near : &seen->far) = true;
		} else if (links <= FIRST_LINKS && seen->broken == NULL &&
		    clair_matches(ctx, "link-skip", clair_name(ctx, link))) {
			seen->broken = link;
		}
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct seen seen = {0};
	struct clair_finding *finding;

	if (clair_is_shell(ctx) || clair_menu_count(ctx) == 0)
		return CLAIR_INAPPLICABLE;
	look(ctx, &seen);
	if (seen.near)
		return CLAIR_PASS;
	if (seen.broken != NULL) {
		bool unsure = clair_page_has_scripts(ctx);

		finding = unsure ? clair_review(ctx, seen.broken, BROKEN)
		                 : clair_report(ctx, seen.broken, BROKEN);
		clair_arg(finding, "name", clair_name(ctx, seen.broken));
		clair_arg(finding, "target", clair_inner_fragment(ctx, seen.broken));
		return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
	}
	if (seen.far) {
		clair_review_page(ctx, LATE);
		return CLAIR_REVIEW;
	}
	clair_fix_other(clair_report_page(ctx, MISSING), CLAIR_FIX_ADD_ELEMENT, "a");
	return CLAIR_FAIL;
}

CLAIR_RULE(navigation_skip_link) = {
	.id = "navigation/skip-link",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.rgaa = CLAIR_IDS("12.7.1"),
	.wcag = CLAIR_IDS("2.4.1"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Un lien d’accès rapide mène au contenu principal",
		.en = "A skip link leads to the main content",
	},
	.why = {
		.fr = "Sans lui, il faut traverser tout le menu, touche après touche, sur "
		    "chaque page.",
		.en = "Without it, one must go through the whole menu, key after key, on each "
		    "page.",
	},
	.remedy = {
		.fr = "Mettre en premier dans la page un lien « Aller au contenu » vers l’id du "
		    "contenu principal.",
		.en = "Put first in the page a link \"Skip to content\" to the id of the main "
		    "content.",
	},
	.limits = {
		.fr = "Un site d’une seule page n’en a pas besoin.",
		.en = "A site of one single page does not need it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
