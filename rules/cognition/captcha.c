/* A test to prove that one is human has another way through. */
#include "rules/common/captcha.h"
#include "rules/common/login.h"

enum { CAPTCHA };

static const struct clair_message messages[] = {
	[CAPTCHA] = {
		.key = "captcha",
		.fr = "Cette page semble demander de recopier un code ou de cocher des images. "
		      "Vérifier qu’il y a un autre moyen : son, téléphone, courrier.",
		.en = "This page seems to ask people to copy a code or to tick pictures. "
		      "Check that there is another way: sound, telephone, letter.",
	},
};

/* wcag22/authentication tells those of a form to sign in. */
static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (rule_is_captcha(ctx, node) && !login_holds(ctx, node)) {
		clair_review(ctx, node, CAPTCHA);
		return CLAIR_REVIEW;
	}
	/* A form without such a test is fine. */
	return clair_tag(node) == CLAIR_TAG_FORM ? CLAIR_PASS : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(cognition_captcha) = {
	.id = "cognition/captcha",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY |
	    CLAIR_NEWCOMER,
	.on_tags = CLAIR_KINDS(
	    CLAIR_TAG_DIV, CLAIR_TAG_IMG, CLAIR_TAG_IFRAME, CLAIR_TAG_FORM, CLAIR_TAG_INPUT),
	.needs = CLAIR_IDS("S-064"),
	.title = {
		.fr = "Un code à recopier a une autre solution",
		.en = "A code to copy has another way through",
	},
	.why = {
		.fr = "Une personne aveugle ne voit pas l’image. Une personne qui lit mal ne peut pas recopier le code.",
		.en = "A blind person does not see the picture. A person who reads badly cannot copy the code.",
	},
	.remedy = {
		.fr = "Retirer ce test : d’autres protections existent contre les robots. Sinon, offrir un autre moyen.",
		.en = "Remove this test: there are other protections against robots. Otherwise, offer another way.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
