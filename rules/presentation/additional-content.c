/* Content that appears under the mouse can be hidden, and does not go by itself. */
#include "clairlint/rule.h"
#include "rules/common/hover.h"

enum { APPEARS };

static const struct clair_message messages[] = {
	[APPEARS] = {
		.key = "appears",
		.each = true,
		.fr = "Le contenu « {text} » apparaît sous la souris. Vérifier que la touche Échap le "
		    "cache, et qu’il reste quand la souris va dessus ({count} {count|endroit|endroits}).",
		.en = "The content \"{text}\" appears on hover: check that the Escape key hides it, "
		    "that it can be pointed at and stays ({count} {count|place|places}).",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_review_shown(ctx, rule_shown_by_hover, CLAIR_WHEN_HOVERED, APPEARS);
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
		.fr = "Un contenu qui apparaît sous la souris peut se cacher, et ne part pas tout seul",
		.en = "Content that appears under the mouse can be hidden, and does not go by itself",
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
