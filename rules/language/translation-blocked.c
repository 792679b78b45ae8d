/* People may have the page translated. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { BLOCKED };

static const struct clair_message messages[] = {
	[BLOCKED] = {
		.key = "blocked",
		.fr = "La page demande aux outils de traduction de ne pas la traduire ({how}).",
		.en = "The page asks translation tools not to translate it ({how}).",
	},
};

/* HTML 3.2.6.3, and what translation tools obey. */
static bool
blocks(const struct clair_node *node)
{
	return clair_attr_is(node, CLAIR_ATTR_TRANSLATE, "no") ||
	    clair_attr_has_token(node, CLAIR_ATTR_CLASS, "notranslate");
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_HTML, CLAIR_TAG_BODY, CLAIR_TAG_MAIN};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		const struct clair_node *node = clair_tag_at(ctx, tags[t], 0);

		if (node == NULL || !blocks(node))
			continue;
		clair_arg(clair_report(ctx, node, BLOCKED), "how",
		    clair_attr_is(node, CLAIR_ATTR_TRANSLATE, "no") ? "translate=no" : "notranslate");
		return CLAIR_FAIL;
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_META); i++) {
		const struct clair_node *meta = clair_tag_at(ctx, CLAIR_TAG_META, i);
		const char *content = clair_attr(meta, CLAIR_ATTR_CONTENT);

		if (!clair_attr_is(meta, CLAIR_ATTR_NAME, "google") || content == NULL ||
		    !rule_contains(content, "notranslate"))
			continue;
		clair_arg(clair_report(ctx, meta, BLOCKED), "how", "notranslate");
		return CLAIR_FAIL;
	}
	return clair_block_count(ctx) == 0 ? CLAIR_INAPPLICABLE : CLAIR_PASS;
}

CLAIR_RULE(language_translation_blocked) = {
	.id = "language/translation-blocked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_NEWCOMER | CLAIR_LOW_LITERACY,
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "On peut faire traduire la page",
		.en = "People can have the page translated",
	},
	.why = {
		.fr = "Qui lit mal le français fait traduire la page par son téléphone. L’interdire le laisse sans rien.",
		.en = "People who read French badly have their phone translate the page. To forbid it leaves them with nothing.",
	},
	.remedy = {
		.fr = "Retirer translate=\"no\", la classe notranslate ou la balise meta de la page entière. Les garder pour un nom ou un code.",
		.en = "Remove translate=\"no\", the class notranslate or the meta tag of the whole page. Keep them for a name or a code.",
	},
	.limits = {
		.fr = "La règle ne voit pas ce que les scripts ajoutent, ni les textes dans des images.",
		.en = "The rule does not see what scripts add, nor texts in pictures.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
