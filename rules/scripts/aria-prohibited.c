/* A name is not given to an element that cannot have one. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { MAYBE_LATER, PROHIBITED };

static const struct clair_message messages[] = {
	[MAYBE_LATER] = {
		.key = "maybe-later",
		.fr = "L’attribut {attribute} n’est pas permis sur cet élément {element} tant "
		    "qu’il n’a pas de rôle : vérifier qu’un script le donne.",
		.en = "The attribute {attribute} is not allowed on this {element} element as "
		    "long as it has no role: check that a script gives it.",
	},
	[PROHIBITED] = {
		.key = "prohibited",
		.fr = "L’attribut {attribute} n’est pas permis sur l’élément {element} (rôle "
		    "{role}) : des lecteurs d’écran l’ignorent.",
		.en = "The attribute {attribute} is not allowed on the element {element} (role "
		    "{role}): some screen readers ignore it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;
	size_t count = clair_attr_count(node);

	for (size_t i = 0; i < count; i++) {
		enum clair_attribute attribute = clair_attr_at(node, i);
		struct clair_finding *finding;
		enum clair_role role;
		bool unsure;

		if (clair_aria_type(attribute) == CLAIR_ARIA_UNKNOWN ||
		    rule_blank(clair_attr_value_at(node, i)))
			continue;
		role = clair_role(ctx, node);
		/* A custom element may have a role that only scripts give. */
		if (!clair_exposed(ctx, node) || role == CLAIR_ROLE_NO_ROLE ||
		    (clair_tag(node) == CLAIR_TAG_OTHER && !clair_has_attr(node, CLAIR_ATTR_ROLE)))
			return CLAIR_INAPPLICABLE;
		if (!clair_role_prohibits(role, attribute)) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		/* A dialogue box often gets its role when a script opens it. */
		unsure = attribute == CLAIR_ATTR_ARIA_LABELLEDBY && clair_tag(node) == CLAIR_TAG_DIV &&
		    clair_page_has_scripts(ctx);
		finding = unsure ? clair_review_attr(ctx, node, attribute, MAYBE_LATER)
		                 : clair_report_attr(ctx, node, attribute, PROHIBITED);
		clair_arg(finding, "attribute", clair_attr_name_at(node, i));
		clair_arg(finding, "element", clair_tag_name(node));
		clair_arg(finding, "role", clair_role_names[role]);
		clair_fix_remove_attr(finding, CLAIR_CHOICE, attribute);
		if (outcome != CLAIR_FAIL)
			outcome = unsure ? CLAIR_REVIEW : CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(scripts_aria_prohibited) = {
	.id = "scripts/aria-prohibited",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have an ARIA attribute */
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("kb1m8s"),
	.title = {
		.fr = "Un nom ARIA n’est donné qu’à un élément qui peut en avoir un",
		.en = "An ARIA name is given only to an element that may have one",
	},
	.why = {
		.fr = "Sur un div ou un paragraphe, aria-label est ignoré par beaucoup de "
		    "lecteurs d’écran.",
		.en = "On a div or a paragraph, many screen readers ignore aria-label.",
	},
	.remedy = {
		.fr = "Donner un rôle à l’élément, ou écrire ce texte dans la page.",
		.en = "Give the element a role, or write this text in the page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
