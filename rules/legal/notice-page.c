/* The legal notices say who publishes, who answers for it, and who hosts. */
#include "rules/common/notice.h"

enum { NO_PUBLISHER, NO_DIRECTOR, NO_HOST };

static const struct clair_message messages[] = {
	[NO_PUBLISHER] = {
		.key = "no-publisher",
		.fr = "Les mentions légales ne semblent pas dire qui publie le site.",
		.en = "The legal notices do not seem to say who publishes the site.",
	},
	[NO_DIRECTOR] = {
		.key = "no-director",
		.fr = "Les mentions légales ne semblent pas nommer de directeur de la publication.",
		.en = "The legal notices do not seem to name a director of publication.",
	},
	[NO_HOST] = {
		.key = "no-host",
		.fr = "Les mentions légales ne semblent pas dire qui héberge le site.",
		.en = "The legal notices do not seem to say who hosts the site.",
	},
};

static const struct rule_notice wanted[] = {
    {CLAIR_NOTICE_PUBLISHER, NO_PUBLISHER}, {CLAIR_NOTICE_DIRECTOR, NO_DIRECTOR}, {CLAIR_NOTICE_HOST, NO_HOST},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	unsigned said;

	if ((clair_notice_page(ctx) & CLAIR_NOTICE_LEGAL) == 0 || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	said = clair_notice_said(ctx);
	if ((said & (CLAIR_NOTICE_PUBLISHER | CLAIR_NOTICE_DIRECTOR | CLAIR_NOTICE_HOST)) == 0)
		return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);
	return rule_ask_notices(ctx, said, wanted, CLAIR_LEN(wanted));
}

CLAIR_RULE(legal_notice_page) = {
	.id = "legal/notice-page",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.title = {
		.fr = "Les mentions légales disent qui publie le site",
		.en = "The legal notices say who publishes the site",
	},
	.why = {
		.fr = "Sans ces noms, une personne ne sait pas qui lui parle, ni à qui se plaindre.",
		.en = "Without these names people do not know who speaks to them, or whom to complain to.",
	},
	.remedy = {
		.fr = "Écrire le nom et l’adresse de l’éditeur, le directeur de la publication, le nom et l’adresse de l’hébergeur.",
		.en = "Write the name and address of the publisher, the director of publication, the name and address of the host.",
	},
	.limits = {
		.fr = "La règle cherche des mots. Source : loi 2004-575, article 6.",
		.en = "The rule looks for words. Source: loi 2004-575, article 6.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
