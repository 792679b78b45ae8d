/* Content that appears on hover can be hidden, pointed at, and stays. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/hover.h"

enum { APPEARS };

static const struct clair_message messages[] = {
	[APPEARS] = {
		.key = "appears",
		.fr = "Le contenu « {text} » apparaît au survol : vérifier qu’il se masque avec la "
		    "touche Échap, se survole et reste affiché ({count} {count|endroit|endroits}).",
		.en = "The content \"{text}\" appears on hover: check that the Escape key hides it, "
		    "that it can be pointed at and stays ({count} {count|place|places}).",
	},
};

static void
look(struct clair_ctx *ctx, struct rule_causes *causes)
{
	const struct clair_node *root = clair_root(ctx);
	const struct clair_node *node = root;
	uint64_t declaration;

	while ((node = clair_next_inside(root, node)) != NULL) {
		if (!rule_appears_on_hover(ctx, node))
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
		struct clair_finding *finding = clair_review(ctx, node, APPEARS);

		clair_arg(finding, "text", clair_text_content(ctx, node));
		clair_arg_num(finding, "count", causes.list[i].count);
		clair_points_at_css_when(
		    ctx, finding, node, rule_shown_by(ctx, node), CLAIR_WHEN_HOVERED);
	}
	return causes.count != 0 ? CLAIR_REVIEW : CLAIR_PASS;
}

CLAIR_RULE(presentation_additional_content) = {
	.id = "presentation/additional-content",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_MOTOR | CLAIR_COGNITIVE,
	.rgaa = CLAIR_IDS("10.13.1", "10.13.2", "10.13.3"),
	.wcag = CLAIR_IDS("1.4.13"),
	.title = {
		.fr = "Un contenu qui apparaît au survol se masque, se survole et reste affiché",
		.en = "Content that appears on hover can be hidden, pointed at, and stays",
	},
	.why = {
		.fr = "Avec une loupe d’écran, ce contenu couvre la page ou disparaît avant d’être lu.",
		.en = "With a screen magnifier, this content covers the page or goes before it is read.",
	},
	.remedy = {
		.fr = "Masquer le contenu avec la touche Échap, et le garder quand le pointeur va dessus.",
		.en = "Hide the content with the Escape key, and keep it while the pointer is over it.",
	},
	.limits = {
		.fr = "La règle ne voit que ce que les feuilles de style affichent. Elle ne lance pas les "
		    "programmes (scripts).",
		.en = "The rule only sees what style sheets show. It does not run scripts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
