/* A sentence says who acts, when that is the reader. */
#include "rules/common/construction.h"

enum { IL };

static const struct clair_message messages[] = {
	[IL] = {
		.key = "impersonal",
		.fr = "« {text} » ne dit pas qui agit. Si c’est la personne qui lit, dire « vous ».",
		.en = "“{text}” does not say who acts. If that is the reader, say “you”.",
	},
};

static void
say(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *found)
{
	struct clair_finding *finding = clair_review_words(ctx, found->first, found->last, IL);
	const char *personal = clair_personal_form(ctx, sentence, found);

	clair_arg(finding, "text", clair_words_text(ctx, found->first, found->last));
	if (personal != NULL)
		clair_fix_text(finding, CLAIR_CHOICE, personal);
}

/* A page that speaks to nobody has nobody to name. */
static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_IMPERSONAL),
	    .is_review = true,
	    .say = say,
	};

	if (!clair_wants_falc(ctx) && !clair_page_says_you(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(readability_impersonal) = {
	.id = "readability/impersonal",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G15"),
	.needs = CLAIR_IDS("S-020"),
	.title = {
		.fr = "Les phrases disent « vous » plutôt que « il est possible »",
		.en = "Sentences say “you” rather than “it is possible”",
	},
	.why = {
		.fr = "« Il est nécessaire de joindre une photo » : est-ce à moi de le faire ? On ne le sait pas.",
		.en = "“It is necessary to attach a photo”: is that for me to do? People cannot tell.",
	},
	.remedy = {
		.fr = "Dire « vous devez », « vous pouvez » ou « joignez ».",
		.en = "Say “you must”, “you can” or “attach”.",
	},
	.limits = {
		.fr = "La règle connaît une liste d’expressions. Elle ne regarde que les pages qui disent « vous » ailleurs, et celles en FALC.",
		.en = "The rule knows a list of expressions. It looks only at pages that say “you” elsewhere, and at easy-to-read ones.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
