/* What goes before the plainer words: determiners, adjectives and small words that lose their vowel. */
#include "facts/wording.h"

#include <string.h>

enum { BEFORE_CONSONANT, BEFORE_VOWEL };

/* Determiners and small words, by gender, number and the letter that follows. */
static const struct {
	const char *masculine[2], *feminine[2], *plural[2]; /* plural: masculine, feminine */
} determiners[] = {
    {{"le", "l’"}, {"la", "l’"}, {"les", "les"}},
    {{"un", "un"}, {"une", "une"}, {"des", "des"}},
    {{"ce", "cet"}, {"cette", "cette"}, {"ces", "ces"}},
    {{"mon", "mon"}, {"ma", "mon"}, {"mes", "mes"}},
    {{"ton", "ton"}, {"ta", "ton"}, {"tes", "tes"}},
    {{"son", "son"}, {"sa", "son"}, {"ses", "ses"}},
    {{"du", "de l’"}, {"de la", "de l’"}, {"des", "des"}},
    {{"au", "à l’"}, {"à la", "à l’"}, {"aux", "aux"}},
    {{"aucun", "aucun"}, {"aucune", "aucune"}, {"aucuns", "aucunes"}},
    {{"quel", "quel"}, {"quelle", "quelle"}, {"quels", "quelles"}},
    {{"tout", "tout"}, {"toute", "toute"}, {"tous", "toutes"}},
    {{"certain", "certain"}, {"certaine", "certaine"}, {"certains", "certaines"}},
};

static const char *const elidable[][2] = {{"de", "d’"}, {"que", "qu’"}, {"ne", "n’"}, {"je", "j’"}, {"me", "m’"},
    {"te", "t’"}, {"se", "s’"}, {"jusque", "jusqu’"}, {"lorsque", "lorsqu’"}, {"puisque", "puisqu’"}};

/* As clair_fold has it: straight. */
static bool
is_written(const char *lower, const char *form)
{
	const size_t length = strlen(lower);

	if (length > 0 && lower[length - 1] == '\'')
		return strlen(form) == length + 2 && strncmp(lower, form, length - 1) == 0 &&
		    strcmp(form + length - 1, "’") == 0;
	return strcmp(lower, form) == 0;
}

static void
put_before(struct clair_draft *draft, const struct clair_word *word, const char *form)
{
	const size_t length = strlen(form);
	const bool elided = length > 3 && strcmp(form + length - 3, "’") == 0;

	draft->text = clair_wording_join(draft->ctx, form, elided ? "" : " ", draft->text);
	draft->first = word;
}

/* « de la » and « à l’ » are two words of the page: they become du, au. */
static bool
put_article(struct clair_draft *draft, const struct clair_word *word, const char *form)
{
	const struct clair_word *small = clair_draft_before(draft, word);
	const char *lower = clair_draft_lower(draft->ctx, small);

	if (strcmp(form, "le") != 0 || (strcmp(lower, "de") != 0 && strcmp(lower, "à") != 0)) {
		put_before(draft, word, form);
		return true;
	}
	put_before(draft, small, lower[0] == 'd' ? "du" : "au");
	return true;
}

/* The determiner of a noun in the gender and number of the new one. False: it is one, and cannot agree. */
static bool
fit_determiner(struct clair_draft *draft, const struct clair_word *word, bool *is_one)
{
	const char *lower = clair_draft_lower(draft->ctx, word);
	const bool vowel = clair_wording_has_vowel(draft->text);
	const bool feminine = draft->new_gender == CLAIR_FEMININE;

	*is_one = false;
	for (size_t i = 0; i < sizeof(determiners) / sizeof(determiners[0]); i++) {
		const char *const *old =
		    draft->old_gender == CLAIR_FEMININE ? determiners[i].feminine : determiners[i].masculine;
		const char *form;

		if (draft->number == CLAIR_PLURAL)
			old = determiners[i].plural;
		if (!is_written(lower, old[0]) && !is_written(lower, old[1]))
			continue;
		*is_one = true;
		form = draft->number == CLAIR_PLURAL ? determiners[i].plural[feminine]
		    : feminine                       ? determiners[i].feminine[vowel]
		                                     : determiners[i].masculine[vowel];
		if (is_written(lower, form))
			return true;
		if (draft->new_gender == 0 && draft->number != CLAIR_PLURAL)
			return false;
		return put_article(draft, word, form);
	}
	return true;
}

/* An adjective between the determiner and the noun: « nouvelle réclamation ». */
static bool
fit_adjective(struct clair_draft *draft, const struct clair_word *word)
{
	const char *lemma = clair_word_lemma(draft->ctx, word, CLAIR_ADJECTIVE | draft->old_gender | draft->number);
	const char *form = lemma == NULL
	    ? NULL
	    : clair_inflect(draft->ctx, lemma, CLAIR_ADJECTIVE | draft->new_gender | draft->number);

	if (form == NULL)
		return false;
	put_before(draft, word, form);
	return true;
}

static bool
is_adjective_before(struct clair_ctx *ctx, const struct clair_word *word)
{
	const uint32_t gram = clair_word_gram(ctx, word);

	return (gram & CLAIR_ADJECTIVE) != 0 &&
	    (gram & (CLAIR_DETERMINER | CLAIR_PREPOSITION | CLAIR_PRONOUN | CLAIR_CONJUNCTION)) == 0;
}

bool
clair_draft_fit_determiners(struct clair_draft *draft)
{
	const bool changes = draft->new_gender != draft->old_gender;
	const struct clair_word *word = clair_draft_before(draft, draft->first);
	bool is_determiner;

	for (unsigned i = 0; changes && i < 2 && word != NULL && is_adjective_before(draft->ctx, word); i++) {
		if (!fit_adjective(draft, word))
			return false;
		word = clair_draft_before(draft, draft->first);
	}
	if (word == NULL)
		return true;
	if (!fit_determiner(draft, word, &is_determiner))
		return false;
	if (is_determiner && changes && draft->first == word) {
		/* « toute la durée » */
		word = clair_draft_before(draft, draft->first);
		return word == NULL || fit_determiner(draft, word, &is_determiner);
	}
	return true;
}

/* Small words that lose their vowel, or find it again. « l’ » of a verb hides le or la. */
bool
clair_draft_fit_elision(struct clair_draft *draft)
{
	const struct clair_word *word = clair_draft_before(draft, draft->first);
	const char *lower = clair_draft_lower(draft->ctx, word);
	const bool vowel = clair_wording_has_vowel(draft->text);

	if (word == NULL)
		return true;
	/* « s’il est procédé à » is « si on fait ». */
	if (strcmp(lower, "s'") == 0 && strcmp(clair_draft_lower(draft->ctx, draft->met->first), "il") == 0) {
		put_before(draft, word, "si");
		return true;
	}
	for (size_t i = 0; i < sizeof(elidable) / sizeof(elidable[0]); i++) {
		if (!is_written(lower, elidable[i][!vowel]))
			continue;
		put_before(draft, word, elidable[i][vowel]);
		return true;
	}
	if (draft->met->term->kind == CLAIR_TERM_VERB && vowel &&
	    (strcmp(lower, "le") == 0 || strcmp(lower, "la") == 0)) {
		put_before(draft, word, "l’");
		return true;
	}
	return vowel || (word->flags & CLAIR_WORD_ELIDED) == 0;
}
