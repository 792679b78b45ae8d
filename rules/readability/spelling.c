/* Words are in the dictionary. */
#include "clairlint/rule.h"

enum { UNKNOWN, ONE, TWO };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "unknown",
		.each = true,
		.fr = "« {text} » n’est pas dans le dictionnaire ({count} fois dans la page). Est-ce le bon mot ?",
		.en = "“{text}” is not in the dictionary ({count} {count|time|times} on the page). Is it the right word?",
	},
	[ONE] = {
		.key = "one",
		.fr = "« {text} » n’est pas dans le dictionnaire ({count} fois dans la page). Vouliez-vous écrire : {first} ?",
		.en = "“{text}” is not in the dictionary ({count} {count|time|times} on the page). Did you mean: {first}?",
	},
	[TWO] = {
		.key = "two",
		.fr = "« {text} » n’est pas dans le dictionnaire ({count} fois dans la page). Vouliez-vous écrire : {first} ou {second} ?",
		.en = "“{text}” is not in the dictionary ({count} {count|time|times} on the page). Did you mean: {first} or {second}?",
	},
};

static void
show(struct clair_ctx *ctx, const struct clair_unknown_word *unknown)
{
	const unsigned message = unknown->first == NULL ? UNKNOWN : unknown->second == NULL ? ONE : TWO;
	struct clair_finding *finding =
	    clair_review_words(ctx, unknown->word, unknown->word, message);

	clair_arg(finding, "text", clair_word_text(ctx, unknown->word));
	clair_arg_num(finding, "count", unknown->count);
	if (message != UNKNOWN)
		clair_arg(finding, "first", unknown->first);
	if (message == TWO)
		clair_arg(finding, "second", unknown->second);
	if (message == ONE && unknown->near)
		clair_fix_text(finding, CLAIR_CHOICE, unknown->first);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const size_t count = clair_unknown_word_count(ctx);

	if (clair_readability(ctx)->words == 0)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < count; i++)
		show(ctx, clair_unknown_word(ctx, i));
	return count == 0 ? CLAIR_PASS : CLAIR_REVIEW;
}

CLAIR_RULE(readability_spelling) = {
	.id = "readability/spelling",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.off = true,
	.on_text = true,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_BLIND,
	.needs = CLAIR_IDS("S-013"),
	.title = {
		.fr = "Les mots sont dans le dictionnaire",
		.en = "Words are in the dictionary",
	},
	.why = {
		.fr = "Un mot mal écrit arrête ceux qui lisent avec peine. Une voix de synthèse le lit mal, et un traducteur ne le connaît pas.",
		.en = "A misspelt word stops people who read with difficulty. A screen reader says it wrong, and no translator knows it.",
	},
	.remedy = {
		.fr = "Corriger le mot, ou l’expliquer s’il est d’un métier.",
		.en = "Correct the word, or explain it when it belongs to a trade.",
	},
	.limits = {
		.fr = "Un mot neuf ou d’un métier peut être juste. Une faute qui donne un autre mot connu n’est pas vue. La règle ne sert que si on la nomme : --enable readability/spelling.",
		.en = "A new word or one of a trade may be right. A mistake that makes another known word is not seen. The rule only works when it is named: --enable readability/spelling.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
