/* The page can be used without scripts. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { SCRIPTS };

static const struct clair_message messages[] = {
	[SCRIPTS] = {
		.key = "scripts",
		.fr = "La page dit elle-même qu’il lui faut JavaScript. Vérifier que l’essentiel s’affiche quand même.",
		.en = "The page says itself that it needs JavaScript. Check that the main content is still shown.",
	},
};

enum { WORDS = 300 };

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	bool seen = false;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_NOSCRIPT); i++) {
		const struct clair_node *node = clair_tag_at(ctx, CLAIR_TAG_NOSCRIPT, i);
		const char *said = clair_without_scripts(ctx, node);

		seen = true;
		if (rule_has_characters(said, WORDS) || !clair_matches(ctx, "scripts-needed", said) ||
		    clair_matches(ctx, "scripts-needed-part", said))
			continue;
		clair_review(ctx, node, SCRIPTS);
		return CLAIR_REVIEW;
	}
	return seen ? CLAIR_PASS : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(mobile_scripts_needed) = {
	.id = "mobile/scripts-needed",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-139"),
	.title = {
		.fr = "L’essentiel de la page se lit sans scripts",
		.en = "The main content of the page can be read without scripts",
	},
	.why = {
		.fr = "Sur un vieux téléphone ou un réseau lent, les scripts n’arrivent pas toujours : la page reste vide.",
		.en = "On an old phone or a slow network, scripts do not always arrive: the page stays empty.",
	},
	.remedy = {
		.fr = "Envoyer le texte et les formulaires dans la page elle-même ; les scripts ne font qu’y ajouter.",
		.en = "Send the text and the forms in the page itself; scripts only add to it.",
	},
	.limits = {
		.fr = "La règle ne lit que ce que la page dit dans noscript. Elle n’essaie pas la page sans scripts.",
		.en = "The rule only reads what the page says in noscript. It does not try the page without scripts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
