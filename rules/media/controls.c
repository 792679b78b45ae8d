/* A sound or a film has controls. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { NONE, OTHERS };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.each = true,
		.fr = "Ce média n’a pas d’attribut controls, et la page n’a pas de script : on ne peut "
		    "pas le commander.",
		.en = "This medium has no controls attribute, and the page has no script: it cannot be "
		    "controlled.",
		.rgaa = CLAIR_IDS("4.11.1"),
	},
	[OTHERS] = {
		.key = "others",
		.each = true,
		.fr = "Ce média n’a pas les commandes du navigateur. Vérifier que celles de la page "
		    "permettent lecture, pause et son.",
		.en = "This medium does not have the controls of the browser. Check that those of the "
		    "page allow play, pause and sound.",
		.rgaa = CLAIR_IDS("4.11.1"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	bool scripted = clair_page_may_change(ctx);

	if (!medium->native || medium->controls || medium->decor)
		return CLAIR_PASS;

	clair_fix_attr(scripted ? clair_review(ctx, medium->node, OTHERS)
	                        : clair_report(ctx, medium->node, NONE),
	    CLAIR_CHOICE, CLAIR_ATTR_CONTROLS, "");
	return scripted ? CLAIR_REVIEW : CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_controls) = {
	.id = "media/controls",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_MOTOR | CLAIR_COGNITIVE,
	.rgaa = CLAIR_IDS("4.11.1", "4.11.2", "4.11.3"),
	.wcag = CLAIR_IDS("2.1.1"),
	.falc = CLAIR_IDS("V15"),
	.title = {
		.fr = "Un son ou une vidéo a des commandes",
		.en = "A sound or a film has controls",
	},
	.why = {
		.fr = "Sans commandes, on ne peut ni lancer le média, ni l’arrêter, ni baisser le son.",
		.en = "Without controls, one can neither start the medium, nor stop it, nor turn the "
		    "sound down.",
	},
	.remedy = {
		.fr = "Ajouter l’attribut controls, ou des boutons qui marchent au clavier.",
		.en = "Add the controls attribute, or buttons that work with the keyboard.",
	},
	.limits = {
		.fr = "Les commandes des lecteurs d’autres sites ne sont pas vues.",
		.en = "The controls of the players of other sites are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
