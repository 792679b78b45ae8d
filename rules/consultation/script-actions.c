/* What scripts do with gestures, movement, time and windows has another way. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { MOTION, CAMERA, FINGERS, PATH, DOWN, REDIRECT, WINDOW };

static const struct clair_message messages[] = {
	[MOTION] = {
		.key = "motion",
		.fr = "Un programme écoute les mouvements de l’appareil : l’action a-t-elle un "
		    "bouton, et le mouvement peut-il être ignoré ?",
		.en = "A script listens to the movement of the device: does the action have a "
		    "button, and can the movement be ignored?",
		.rgaa = CLAIR_IDS("13.12.1", "13.12.3"),
	},
	[CAMERA] = {
		.key = "camera",
		.fr = "Un programme écoute la caméra ou le micro : l’action a-t-elle aussi un "
		    "bouton ?",
		.en = "A script listens to the camera or the microphone: does the action have a "
		    "button too?",
		.rgaa = CLAIR_IDS("13.12.2"),
	},
	[FINGERS] = {
		.key = "fingers",
		.fr = "Un programme suit plusieurs doigts à la fois : l’action est-elle possible "
		    "avec un seul ?",
		.en = "A script follows several fingers at once: is the action possible with one?",
		.rgaa = CLAIR_IDS("13.10.1"),
	},
	[PATH] = {
		.key = "path",
		.fr = "Un programme suit un glissement du doigt : l’action est-elle possible "
		    "avec un simple appui ?",
		.en = "A script follows a sliding finger: is the action possible with a simple "
		    "press?",
		.rgaa = CLAIR_IDS("13.10.2"),
	},
	[DOWN] = {
		.key = "down",
		.fr = "Un programme agit dès l’appui : peut-on annuler l’action ?",
		.en = "A script acts on pressing: can the action be cancelled?",
		.rgaa = CLAIR_IDS("13.11.1"),
	},
	[REDIRECT] = {
		.key = "redirect",
		.fr = "Un programme change de page après un délai : peut-on l’arrêter, ou "
		    "l’allonger ?",
		.en = "A script changes the page after a while: can it be stopped, or made "
		    "longer?",
		.rgaa = CLAIR_IDS("13.1.3"),
	},
	[WINDOW] = {
		.key = "window",
		.fr = "Un programme ouvre une fenêtre à l’arrivée sur la page : s’ouvre-t-elle "
		    "sans action de la personne ?",
		.en = "A script opens a window on arrival: does it open without an action of the "
		    "person?",
		.rgaa = CLAIR_IDS("13.2.1"),
	},
};

/* HTML 4.12.1: other types hold data, that browsers do not run. */
static bool
is_run(const struct clair_node *script)
{
	const char *type = clair_attr(script, CLAIR_ATTR_TYPE);

	return rule_blank(type) || rule_same(type, "module") || rule_contains(type, "javascript") ||
	    rule_contains(type, "ecmascript");
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const char *const patterns[] = {
		[MOTION] = "script-motion",
		[CAMERA] = "script-camera",
		[FINGERS] = "script-fingers",
		[PATH] = "script-path",
		[DOWN] = "script-down",
		[REDIRECT] = "script-redirect",
		[WINDOW] = "script-window",
	};
	const char *text = clair_raw_text(node);
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	if (text[0] == '\0' || !is_run(node))
		return CLAIR_INAPPLICABLE;
	for (unsigned i = 0; i < CLAIR_LEN(patterns); i++) {
		if (!clair_matches(ctx, patterns[i], text))
			continue;
		clair_review(ctx, node, i);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(consultation_script_actions) = {
	.id = "consultation/script-actions",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_MOTOR | CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_SCRIPT),
	.rgaa = CLAIR_IDS("13.1.3", "13.2.1", "13.10.1", "13.10.2", "13.11.1", "13.12.1", "13.12.2",
	    "13.12.3"),
	.wcag = CLAIR_IDS("2.2.1", "2.5.1", "2.5.2", "2.5.4"),
	.title = {
		.fr = "Ce qu’un programme (script) fait d’un geste ou d’un délai se fait aussi "
		    "autrement",
		.en = "What a script does with a gesture or a time limit can be done otherwise",
	},
	.why = {
		.fr = "Tout le monde ne peut pas secouer un téléphone, glisser deux doigts ou "
		    "finir à temps.",
		.en = "Not everyone can shake a phone, slide two fingers or finish in time.",
	},
	.remedy = {
		.fr = "Ajouter un bouton qui fait la même chose, et un moyen d’arrêter le délai.",
		.en = "Add a button that does the same, and a way to stop the time limit.",
	},
	.limits = {
		.fr = "La règle lit les programmes écrits dans la page, pas ceux des autres "
		    "fichiers.",
		.en = "The rule reads scripts that are written in the page, not those of other "
		    "files.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
