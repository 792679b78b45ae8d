/* To sign in asks for no test of memory, copying or reckoning. */
#include "rules/common/captcha.h"
#include "rules/common/login.h"

enum { PASTE_REFUSED, NO_MANAGER, CAPTCHA, TEST };

static const struct clair_message messages[] = {
	[PASTE_REFUSED] = {
		.key = "paste-refused",
		.fr = "Pour se connecter, le champ « {name} » refuse le copier-coller.",
		.en = "To sign in, the field “{name}” refuses pasting.",
	},
	[NO_MANAGER] = {
		.key = "no-manager",
		.fr = "autocomplete=\"off\" sur « {name} » : vérifier que le navigateur peut remplir ce champ.",
		.en = "autocomplete=\"off\" on “{name}”: check that the browser can fill this field.",
	},
	[CAPTCHA] = {
		.key = "captcha",
		.fr = "Se connecter semble demander de recopier un code ou de cocher des images. Vérifier qu’il y a un autre moyen.",
		.en = "To sign in seems to ask people to copy a code or to tick pictures. Check that there is another way.",
	},
	[TEST] = {
		.key = "test",
		.fr = "Pour se connecter, « {name} » semble demander un calcul ou un effort de mémoire. Vérifier qu’il y a un autre moyen.",
		.en = "To sign in, “{name}” seems to ask for a sum or an effort of memory. Check that there is another way.",
	},
};

static bool
is_password(const struct clair_node *field)
{
	return clair_attr_is(field, CLAIR_ATTR_TYPE, "password");
}

static enum clair_outcome
check_field(struct clair_ctx *ctx, const struct clair_node *field)
{
	struct clair_finding *finding = NULL;
	enum clair_outcome outcome = CLAIR_REVIEW;

	if (login_refuses_paste(ctx, field)) {
		finding = clair_report_attr(ctx, field, CLAIR_ATTR_ONPASTE, PASTE_REFUSED);
		clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ONPASTE);
		outcome = CLAIR_FAIL;
	} else if (is_password(field) && clair_attr_is(field, CLAIR_ATTR_AUTOCOMPLETE, "off")) {
		finding = clair_review_attr(ctx, field, CLAIR_ATTR_AUTOCOMPLETE, NO_MANAGER);
		clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_AUTOCOMPLETE, "current-password");
	} else if (clair_matches(ctx, "memory-test", clair_name(ctx, field))) {
		finding = clair_review(ctx, field, TEST);
	} else {
		return CLAIR_PASS;
	}
	clair_arg(finding, "name", clair_name(ctx, field));
	return outcome;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!login_holds(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (rule_is_captcha(ctx, node)) {
		clair_review(ctx, node, CAPTCHA);
		return CLAIR_REVIEW;
	}
	return clair_is_field(ctx, node) && clair_visible(ctx, node) ? check_field(ctx, node)
	                                                             : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(wcag22_authentication) = {
	.id = "wcag22/authentication",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY | CLAIR_MOTOR | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_DIV, CLAIR_TAG_IMG, CLAIR_TAG_IFRAME),
	.wcag = CLAIR_IDS("3.3.8"),
	.needs = CLAIR_IDS("S-003", "S-061", "S-064"),
	.title = {
		.fr = "Se connecter ne demande ni de retenir, ni de recopier, ni de calculer",
		.en = "To sign in asks for no memory, no copying and no sums",
	},
	.why = {
		.fr = "Retenir ou recopier un mot de passe est difficile pour beaucoup. Le navigateur ou le collage le font sans erreur.",
		.en = "To remember or copy a password is hard for many. The browser or pasting does it without mistakes.",
	},
	.remedy = {
		.fr = "Laisser coller et remplir par le navigateur. Remplacer le test par un lien reçu par courriel, par exemple.",
		.en = "Let people paste, and let browsers fill. Replace the test by a link sent by e-mail, for instance.",
	},
	.limits = {
		.fr = "La règle voit les attributs et les textes, pas ce que font les scripts.",
		.en = "The rule sees attributes and texts, not what scripts do.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
