/* The page speaks to the reader. */
#include "rules/common/construction.h"

enum { THIRD };

static const struct clair_message messages[] = {
	[THIRD] = {
		.key = "third-person",
		.fr = "« {text} » : si c’est la personne qui lit, dire plutôt « vous ».",
		.en = "“{text}”: if that is the reader, rather say “you”.",
	},
};

static bool
acts(const struct clair_construction *person)
{
	return person->is_subject;
}

/* Where nobody is called vous, an order or a report may speak of somebody else: only who acts counts. */
static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_THIRD_PERSON),
	    .is_review = true,
	    .message = THIRD,
	    .counts = clair_wants_falc(ctx) || clair_page_says_you(ctx) ? NULL : acts,
	};

	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(falc_third_person) = {
	.id = "falc/third-person",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH) | CLAIR_BLOCKS(CLAIR_BLOCK_ITEM) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G15"),
	.needs = CLAIR_IDS("S-020", "S-025"),
	.title = {
		.fr = "La page dit « vous » à la personne qui lit",
		.en = "The page says “you” to the reader",
	},
	.why = {
		.fr = "« Le demandeur », est-ce moi ? Beaucoup de personnes ne se reconnaissent pas.",
		.en = "“The applicant”: is that me? Many people do not recognise themselves.",
	},
	.remedy = {
		.fr = "Écrire « vous devez » à la place de « le demandeur doit ».",
		.en = "Write “you must” in the place of “the applicant must”.",
	},
	.limits = {
		.fr = "Sur une page qui ne dit « vous » à personne, la règle ne montre que la personne qui agit.",
		.en = "On a page that says “you” to nobody, the rule shows only the person who acts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
