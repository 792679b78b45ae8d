/* The page can be read upright and lying. */
#include "clairlint/rule.h"

enum { TURNED, PERHAPS };

static const struct clair_message messages[] = {
	[TURNED] = {
		.key = "turned",
		.fr = "La page ne se lit que dans un sens de l’écran : l’élément <{element}> est "
		    "tourné de {angle} degrés dans l’autre.",
		.en = "The page can only be read one way up of the screen: the element <{element}> "
		    "is turned by {angle} degrees in the other.",
	},
	[PERHAPS] = {
		.key = "perhaps",
		.fr = "L’élément <{element}> semble tourné de {angle} degrés quand on tourne l’écran. Une "
		    "règle CSS que l’outil ne sait pas lire en décide : la page se lit-elle dans les deux sens ?",
		.en = "The element <{element}> seems turned by {angle} degrees when the screen is turned. A CSS "
		    "rule that the tool cannot read decides: can the page be read both ways up?",
	},
};

/* Degrees: a page laid on its side, give or take what is written as 1.57 radians. */
enum { AROUND = 1 };

static bool
is_near(double angle, double aim)
{
	return angle > aim - AROUND && angle < aim + AROUND;
}

static bool
is_known(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_style_grade_when(ctx, node, CLAIR_WHEN_PORTRAIT) != CLAIR_UNKNOWN &&
	    clair_style_grade_when(ctx, node, CLAIR_WHEN_LANDSCAPE) != CLAIR_UNKNOWN;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	double upright = clair_rotation_when(ctx, node, CLAIR_WHEN_PORTRAIT);
	double lying = clair_rotation_when(ctx, node, CLAIR_WHEN_LANDSCAPE);
	double angle = upright > lying ? upright - lying : lying - upright;
	struct clair_finding *finding;
	bool is_upright;
	bool known;

	if (upright <= lying && upright >= lying)
		return CLAIR_INAPPLICABLE;
	if (!clair_is_html(node) || clair_visible_text(ctx, node)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!is_near(angle, 90) && !is_near(angle, 270))
		return CLAIR_PASS;

	is_upright = is_near(upright, 90) || is_near(upright, 270);
	known = is_known(ctx, node);
	finding = known ? clair_report(ctx, node, TURNED) : clair_review(ctx, node, PERHAPS);
	clair_arg(finding, "element", clair_tag_name(node));
	clair_arg_num(finding, "angle", (double)(int)(angle + 0.5));
	clair_points_at_css_when(ctx, finding, node, CLAIR_CSS_TRANSFORM,
	    is_upright ? CLAIR_WHEN_PORTRAIT : CLAIR_WHEN_LANDSCAPE);
	return known ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(consultation_orientation_locked) = {
	.id = "consultation/orientation-locked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_LOW_VISION | CLAIR_PHONE_ONLY,
	.on_all = true, /* any element may be turned */
	.rgaa = CLAIR_IDS("13.9.1"),
	.wcag = CLAIR_IDS("1.3.4"),
	.act = CLAIR_IDS("b33eff"),
	.title = {
		.fr = "La page se lit en portrait comme en paysage",
		.en = "The page can be read in portrait and in landscape",
	},
	.why = {
		.fr = "Qui a fixé son téléphone à un fauteuil ne peut pas le tourner.",
		.en = "Who has fixed a phone on a wheelchair cannot turn it.",
	},
	.remedy = {
		.fr = "Retirer la rotation de la règle @media qui dépend de l’orientation.",
		.en = "Remove the rotation from the @media rule that depends on the orientation.",
	},
	.limits = {
		.fr = "Un programme (script) qui bloque l’orientation n’est pas vu.",
		.en = "A script that locks the orientation is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
