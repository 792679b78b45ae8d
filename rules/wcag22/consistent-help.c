/* Ways to get help are at the same place on all the pages that have them. */
#include "rules/common/outcome.h"
#include "rules/common/place.h"

enum { CONTACT_MOVED, CONTACT_REORDERED, PHONE_MOVED, PHONE_REORDERED, HELP_MOVED, HELP_REORDERED };

static const struct clair_message messages[] = {
	[CONTACT_MOVED] = {
		.key = "contact-moved",
		.fr = "Le lien de contact n’est pas dans la même partie de la page que sur {other}. Vérifier que c’est voulu.",
		.en = "The contact link is not in the same part of the page as on {other}. Check that this is meant.",
	},
	[CONTACT_REORDERED] = {
		.key = "contact-reordered",
		.fr = "Dans le code, le lien de contact n’est pas au même rang que sur {other}.",
		.en = "In the code, the contact link does not have the same rank as on {other}.",
	},
	[PHONE_MOVED] = {
		.key = "phone-moved",
		.fr = "Le numéro de téléphone n’est pas dans la même partie de la page que sur {other}. Vérifier que c’est voulu.",
		.en = "The telephone number is not in the same part of the page as on {other}. Check that this is meant.",
	},
	[PHONE_REORDERED] = {
		.key = "phone-reordered",
		.fr = "Dans le code, le numéro de téléphone n’est pas au même rang que sur {other}.",
		.en = "In the code, the telephone number does not have the same rank as on {other}.",
	},
	[HELP_MOVED] = {
		.key = "help-moved",
		.fr = "Le lien vers l’aide n’est pas dans la même partie de la page que sur {other}. Vérifier que c’est voulu.",
		.en = "The link to help is not in the same part of the page as on {other}. Check that this is meant.",
	},
	[HELP_REORDERED] = {
		.key = "help-reordered",
		.fr = "Dans le code, le lien vers l’aide n’est pas au même rang que sur {other}.",
		.en = "In the code, the link to help does not have the same rank as on {other}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const struct {
		enum clair_repeated what;
		struct place_messages messages;
	} ways[] = {
	    {CLAIR_REPEATED_CONTACT, {CONTACT_MOVED, CONTACT_REORDERED}},
	    {CLAIR_REPEATED_PHONE, {PHONE_MOVED, PHONE_REORDERED}},
	    {CLAIR_REPEATED_HELP, {HELP_MOVED, HELP_REORDERED}},
	};
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < CLAIR_LEN(ways); i++)
		outcome = rule_worse(
		    outcome, place_is_constant(ctx, ways[i].what, &ways[i].messages));
	return outcome;
}

CLAIR_RULE(wcag22_consistent_help) = {
	.id = "wcag22/consistent-help",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_BLIND,
	.wcag = CLAIR_IDS("3.2.6"),
	.needs = CLAIR_IDS("S-003", "S-120"),
	.title = {
		.fr = "L’aide est à la même place sur toutes les pages",
		.en = "Help is at the same place on all the pages",
	},
	.why = {
		.fr = "Une personne bloquée cherche l’aide là où elle l’a déjà vue. Si elle a bougé, elle abandonne.",
		.en = "People who are stuck look for help where they saw it before. If it has moved, they give up.",
	},
	.remedy = {
		.fr = "Mettre le contact, le téléphone et l’aide dans le même ordre et la même partie de chaque page.",
		.en = "Put contact, telephone and help in the same order and the same part of each page.",
	},
	.limits = {
		.fr = "La règle compare les parties de la page et l’ordre du code, pas l’écran.",
		.en = "The rule compares the parts of the page and the order of the code, not the screen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
