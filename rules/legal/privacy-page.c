/* A page on personal data says what people have a right to know. */
#include "rules/common/notice.h"

enum { NO_PURPOSE, NO_BASIS, NO_DURATION, NO_RIGHTS, NO_OFFICER, NO_AUTHORITY };

static const struct clair_message messages[] = {
	[NO_PURPOSE] = {
		.key = "no-purpose",
		.fr = "La page ne semble pas dire à quoi servent les données.",
		.en = "The page does not seem to say what the data are for.",
	},
	[NO_BASIS] = {
		.key = "no-basis",
		.fr = "La page ne semble pas dire ce qui permet de traiter les données (base légale).",
		.en = "The page does not seem to say what allows the data to be used (legal basis).",
	},
	[NO_DURATION] = {
		.key = "no-duration",
		.fr = "La page ne semble pas dire combien de temps les données sont gardées.",
		.en = "The page does not seem to say how long the data are kept.",
	},
	[NO_RIGHTS] = {
		.key = "no-rights",
		.fr = "La page ne semble pas parler des droits des personnes : voir, corriger, effacer.",
		.en = "The page does not seem to speak of people’s rights: to see, to correct, to erase.",
	},
	[NO_OFFICER] = {
		.key = "no-officer",
		.fr = "La page ne semble pas dire à qui écrire au sujet des données.",
		.en = "The page does not seem to say whom to write to about the data.",
	},
	[NO_AUTHORITY] = {
		.key = "no-authority",
		.fr = "La page ne semble pas dire qu’on peut se plaindre à la CNIL.",
		.en = "The page does not seem to say that people may complain to the CNIL.",
	},
};

static const struct rule_notice wanted[] = {
    {CLAIR_NOTICE_PURPOSE, NO_PURPOSE}, {CLAIR_NOTICE_BASIS, NO_BASIS}, {CLAIR_NOTICE_DURATION, NO_DURATION},
    {CLAIR_NOTICE_RIGHTS, NO_RIGHTS}, {CLAIR_NOTICE_OFFICER, NO_OFFICER}, {CLAIR_NOTICE_AUTHORITY, NO_AUTHORITY},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	unsigned said;

	if ((clair_notice_page(ctx) & CLAIR_NOTICE_PRIVACY) == 0 || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	said = clair_notice_said(ctx);
	if ((said & CLAIR_NOTICE_NO_DATA) != 0)
		return CLAIR_INAPPLICABLE;
	/* Words of the matter are there at all: a page of links, or of news, has none. */
	if ((said & (CLAIR_NOTICE_RIGHTS | CLAIR_NOTICE_AUTHORITY | CLAIR_NOTICE_BASIS | CLAIR_NOTICE_PURPOSE)) == 0)
		return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);
	return rule_ask_notices(ctx, said, wanted, CLAIR_LEN(wanted));
}

CLAIR_RULE(legal_privacy_page) = {
	.id = "legal/privacy-page",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-164"),
	.title = {
		.fr = "Une page sur les données personnelles dit ce que la loi demande",
		.en = "A page on personal data says what the law asks",
	},
	.why = {
		.fr = "Une personne qui donne son nom ou son adresse a le droit de savoir ce qu’on en fait.",
		.en = "People who give their name or address have a right to know what is done with them.",
	},
	.remedy = {
		.fr = "Dire à quoi servent les données, pourquoi c’est permis, combien de temps on les garde, les droits, à qui écrire, et comment saisir la CNIL.",
		.en = "Say what the data are for, why it is allowed, and how long they are kept. Say the rights, whom to write to, and how to turn to the CNIL.",
	},
	.limits = {
		.fr = "La règle cherche des mots. Elle ne juge pas ce qui est dit. Source : règlement (UE) 2016/679, article 13.",
		.en = "The rule looks for words. It does not judge what is said. Source: règlement (UE) 2016/679, article 13.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
