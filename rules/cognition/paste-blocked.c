/* People may paste what they have copied. */
#include "rules/common/login.h"

enum { BLOCKED };

static const struct clair_message messages[] = {
	[BLOCKED] = {
		.key = "blocked",
		.fr = "Le champ « {name} » refuse le copier-coller.",
		.en = "The field “{name}” refuses pasting.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	struct clair_finding *finding;

	if (!clair_is_field(ctx, field) || !clair_visible(ctx, field))
		return CLAIR_INAPPLICABLE;
	/* wcag22/authentication tells those of a form to sign in. */
	if (!login_refuses_paste(ctx, field) || login_holds(ctx, field))
		return CLAIR_PASS;
	finding = clair_report_attr(ctx, field, CLAIR_ATTR_ONPASTE, BLOCKED);
	clair_arg(finding, "name", clair_name(ctx, field));
	clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ONPASTE);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_paste_blocked) = {
	.id = "cognition/paste-blocked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_MOTOR | CLAIR_LOW_LITERACY | CLAIR_ELDERLY | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_TEXTAREA),
	.wcag = CLAIR_IDS("3.3.8"),
	.needs = CLAIR_IDS("S-061", "S-133"),
	.title = {
		.fr = "On peut coller un texte dans les champs",
		.en = "People can paste a text into fields",
	},
	.why = {
		.fr = "Recopier un code ou un mot de passe lettre à lettre est difficile. Le copier-coller évite les erreurs.",
		.en = "Copying a code or a password letter by letter is hard. Pasting avoids mistakes.",
	},
	.remedy = {
		.fr = "Retirer le code onpaste de ce champ.",
		.en = "Remove the onpaste code from this field.",
	},
	.limits = {
		.fr = "La règle ne voit que l’attribut onpaste, pas les scripts.",
		.en = "The rule sees the onpaste attribute only, not scripts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
