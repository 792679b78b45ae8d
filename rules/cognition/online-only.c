/* What is done only online has another way. */
#include "rules/common/contact.h"
#include "rules/common/pattern.h"

enum { ONLINE };

static const struct clair_message messages[] = {
	[ONLINE] = {
		.key = "online-only",
		.fr = "« {text} » : aucun téléphone ni adresse n’a été trouvé sur la page. Vérifier qu’il y a un autre moyen.",
		.en = "“{text}”: no telephone or address was found on the page. Check that there is another way.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	bool french = false;

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	     block = clair_block_next(ctx, block)) {
		if (clair_block_region(ctx, block) != CLAIR_IN_MAIN || !clair_block_in_french(ctx, block))
			continue;
		french = true;
		/* contact/appointment-online speaks of appointments. */
		if (clair_matches(ctx, "online-only", clair_block_text(block)) &&
		    !clair_matches(ctx, "appointment-online-only", clair_block_text(block)))
			return contact_has(ctx, CLAIR_OFFLINE_CHANNELS)
			    ? CLAIR_PASS
			    : text_review_pattern(ctx, block, "online-only", ONLINE);
	}
	return french ? CLAIR_PASS : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(cognition_online_only) = {
	.id = "cognition/online-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.on_text = true,
	.needs = CLAIR_IDS("S-106"),
	.title = {
		.fr = "Ce qui se fait en ligne se fait aussi autrement",
		.en = "What is done online can be done in another way",
	},
	.why = {
		.fr = "Une personne sans internet, ou qui n’y arrive pas, perd ses droits.",
		.en = "People without internet, or who cannot manage it, lose their rights.",
	},
	.remedy = {
		.fr = "Écrire sur la page un numéro de téléphone, une adresse où venir, ou un lieu où on aide.",
		.en = "Write on the page a telephone number, an address to come to, or a place that helps.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. L’autre moyen est peut-être sur une autre page.",
		.en = "The rule reads the text of the page. The other way may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
