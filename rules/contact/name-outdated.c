/* Public bodies are called by their name of today. */
#include "rules/common/text.h"

enum { OLD_NAME };

static const struct clair_message messages[] = {
	[OLD_NAME] = {
		.key = "old-name",
		.fr = "« {old} » porte aujourd’hui un autre nom : « {new} ».",
		.en = "“{old}” has another name today: “{new}”.",
	},
};

enum { FIRST_BLOCKS = 5 };

/* An acronym is one only in capitals. */
static bool
is_named(const struct clair_word *first, const struct clair_word *last)
{
	return first != last || (clair_word_flags(first) & CLAIR_WORD_ALL_CAPS) != 0;
}

static enum clair_outcome
tell(struct clair_ctx *ctx, const struct clair_word *first, const struct clair_word *last, const char *name)
{
	struct clair_finding *finding = clair_review_words(ctx, first, last, OLD_NAME);

	clair_arg(finding, "old", clair_words_text(ctx, first, last));
	clair_arg(finding, "new", name);
	return CLAIR_REVIEW;
}

/* The first old name of the block. */
static bool
find_name(struct clair_ctx *ctx, const struct clair_block *block, const struct clair_word **first,
    const struct clair_word **last, const char **name)
{
	for (const struct clair_sentence *sentence = clair_sentence_next(ctx, block, NULL); sentence != NULL;
	     sentence = clair_sentence_next(ctx, block, sentence)) {
		for (*first = clair_word_next(ctx, sentence, NULL); *first != NULL;
		     *first = clair_word_next(ctx, sentence, *first)) {
			*last = clair_expression(ctx, "organismes", sentence, *first, name);
			if (*last != NULL && is_named(*first, *last))
				return true;
		}
	}
	return false;
}

/* A page with a date in its title, or where it starts, tells of that time. */
static bool
is_of_the_past(struct clair_ctx *ctx)
{
	unsigned seen = 0;

	if (clair_page_kind(ctx).kind == CLAIR_PAGE_NEWS || clair_matches(ctx, "body-past", clair_page_title(ctx)))
		return true;
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL && seen < FIRST_BLOCKS;
	     block = clair_block_next(ctx, block)) {
		if (clair_block_region(ctx, block) != CLAIR_IN_MAIN)
			continue;
		if (clair_matches(ctx, "body-past", clair_block_text(block)))
			return true;
		seen++;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_word *first;
	const struct clair_word *last;
	const char *name;

	if (!clair_page_in_french(ctx) || is_of_the_past(ctx))
		return CLAIR_INAPPLICABLE;
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	     block = clair_block_next(ctx, block)) {
		if (clair_block_region(ctx, block) != CLAIR_IN_MAIN || !clair_block_in_french(ctx, block) ||
		    clair_matches(ctx, "body-past", clair_block_text(block)))
			continue;
		if (find_name(ctx, block, &first, &last, &name) &&
		    !rule_contains(clair_visible_text(ctx, clair_root(ctx)), name))
			return tell(ctx, first, last, name);
	}
	return CLAIR_PASS;
}

CLAIR_RULE(contact_name_outdated) = {
	.id = "contact/name-outdated",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-119"),
	.title = {
		.fr = "Les services publics portent leur nom d’aujourd’hui",
		.en = "Public services have their name of today",
	},
	.why = {
		.fr = "Qui cherche un service sous un nom qui n’existe plus ne le trouve pas : ni sur une porte, ni sur une carte, ni au téléphone.",
		.en = "People who look for a service under a name that is gone do not find it: on no door, no map and no telephone.",
	},
	.remedy = {
		.fr = "Écrire le nom d’aujourd’hui. L’ancien peut rester une fois : « France Travail (ex-Pôle emploi) ».",
		.en = "Write the name of today. The old one may stay once: “France Travail (formerly Pôle emploi)”.",
	},
	.limits = {
		.fr = "La règle connaît une liste de noms. Elle ne dit rien d’un paragraphe qui parle du passé ou qui donne une année.",
		.en = "The rule knows a list of names. It says nothing of a paragraph that tells of the past or gives a year.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
