/* What the pointer makes appear, the keyboard makes appear too. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/hover.h"

enum { HOVER_ONLY };

static const struct clair_message messages[] = {
	[HOVER_ONLY] = {
		.key = "hover-only",
		.fr = "Le contenu « {text} » apparaît au survol de la souris : vérifier qu’il "
		    "apparaît aussi au clavier ({count} {count|endroit|endroits}).",
		.en = "The content \"{text}\" appears under the mouse: check that it appears by "
		    "keyboard too ({count} {count|place|places}).",
	},
};

static bool
is_for_pointer_alone(struct clair_ctx *ctx, const struct clair_node *node)
{
	return rule_appears_on_hover(ctx, node) && !clair_shown_when(ctx, node, CLAIR_WHEN_FOCUSED);
}

static void
look(struct clair_ctx *ctx, struct rule_causes *causes)
{
	const struct clair_node *root = clair_root(ctx);
	const struct clair_node *node = root;
	uint64_t declaration;

	while ((node = clair_next_inside(root, node)) != NULL) {
		if (!is_for_pointer_alone(ctx, node))
			continue;
		declaration =
		    clair_declaration_when(ctx, node, rule_shown_by(ctx, node), CLAIR_WHEN_HOVERED);
		if (declaration != 0)
			rule_causes_add(causes, declaration, node);
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct rule_causes causes = {0};

	if (!clair_page_has_sheets(ctx))
		return CLAIR_INAPPLICABLE;
	look(ctx, &causes);
	for (unsigned i = 0; i < causes.count; i++) {
		const struct clair_node *node = causes.list[i].first;
		struct clair_finding *finding = clair_review(ctx, node, HOVER_ONLY);

		clair_arg(finding, "text", clair_text_content(ctx, node));
		clair_arg_num(finding, "count", causes.list[i].count);
		clair_points_at_css_when(
		    ctx, finding, node, rule_shown_by(ctx, node), CLAIR_WHEN_HOVERED);
	}
	return causes.count != 0 ? CLAIR_REVIEW : CLAIR_PASS;
}

CLAIR_RULE(presentation_hover_without_focus) = {
	.id = "presentation/hover-without-focus",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND | CLAIR_PHONE_ONLY,
	.rgaa = CLAIR_IDS("10.14.1"),
	.wcag = CLAIR_IDS("2.1.1"),
	.title = {
		.fr = "Un contenu qui apparaît au survol apparaît aussi au clavier",
		.en = "Content that appears under the pointer appears by keyboard too",
	},
	.why = {
		.fr = "Sans souris, ou sur un écran tactile, ce contenu reste caché.",
		.en = "Without a mouse, or on a touch screen, this content remains hidden.",
	},
	.remedy = {
		.fr = "Ajouter :focus ou :focus-within au sélecteur qui a :hover.",
		.en = "Add :focus or :focus-within to the selector that has :hover.",
	},
	.limits = {
		.fr = "Un programme (script) peut aussi afficher le contenu : la règle demande de "
		    "vérifier.",
		.en = "A script may show the content too: the rule asks to check.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
