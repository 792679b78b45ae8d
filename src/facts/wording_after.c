/* What follows the plainer words: prepositions and articles that melt into them, adjectives that agree. */
#include "facts/wording.h"

#include <string.h>

enum { COORDINATION_REACH = 15 }; /* words */

static const char *
without_last(struct clair_ctx *ctx, const char *text)
{
	const size_t length = (size_t)(clair_wording_last(text) - text);

	return clair_strndup(&ctx->page->mem, text, length == 0 ? 0 : length - 1);
}

/* de + le, à + les, que + il, si + il: "text" ends with the small word, `next` is the word after it. */
static void
contract(struct clair_draft *draft, const struct clair_word *next)
{
	static const struct {
		const char *small, *article, *both;
	} contractions[] = {
	    {"de", "le", "du"}, {"de", "les", "des"}, {"de", "des", "de"}, {"de", "du", "du"}, {"à", "le", "au"}, {"à", "les", "aux"},
	};
	static const char *const elided[] = {"de", "que", NULL};
	struct clair_ctx *ctx = draft->ctx;
	const char *small = clair_wording_last(draft->text);
	const char *lower = clair_draft_lower(ctx, next);

	if (next == NULL)
		return;
	for (size_t i = 0; i < sizeof(contractions) / sizeof(contractions[0]); i++) {
		if (strcmp(small, contractions[i].small) == 0 && strcmp(lower, contractions[i].article) == 0) {
			draft->text = without_last(ctx, draft->text);
			clair_draft_take(draft, next, *draft->text == '\0' ? "" : " ", contractions[i].both);
			return;
		}
	}
	if ((clair_is_among(small, elided) && clair_wording_has_vowel(lower)) ||
	    (strcmp(small, "si") == 0 && (strcmp(lower, "il") == 0 || strcmp(lower, "ils") == 0))) {
		draft->text = clair_strndup(&ctx->page->mem, draft->text, strlen(draft->text) - 1);
		clair_draft_take(draft, next, "’", clair_word_text(ctx, next));
	}
}

/* "grâce à" + "du": grâce au. */
static void
replace_last(struct clair_draft *draft, const char *word)
{
	const char *head = without_last(draft->ctx, draft->text);

	draft->text = clair_wording_join(draft->ctx, head, *head == '\0' ? "" : " ", word);
}

static bool
opens_noun(struct clair_ctx *ctx, const struct clair_word *word)
{
	const uint32_t gram = clair_word_gram(ctx, word);

	return (gram & (CLAIR_DETERMINER | CLAIR_PRONOUN | CLAIR_INFINITIVE | CLAIR_PROPER)) != 0 ||
	    (word->flags & (CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_ALL_CAPS | CLAIR_WORD_CAPITALIZED)) != 0;
}

/* « au moyen d’outils »: de hides des. « en raison de travaux »: not so after words that want no article. */
static bool
put_bare_noun(struct clair_draft *draft, const struct clair_word *next)
{
	static const char *const bare[] = {"sans", "par", "comme", "en", "plusieurs", NULL};
	const uint32_t gram = clair_word_gram(draft->ctx, next);

	if (clair_is_among(clair_wording_last(draft->text), bare)) {
		clair_draft_take(draft, next, " ", clair_word_text(draft->ctx, next));
		return true;
	}
	if ((gram & (CLAIR_NOUN | CLAIR_ADJECTIVE)) == 0 || (gram & CLAIR_NUMBERS) != CLAIR_PLURAL)
		return false;
	clair_draft_take(draft, next, " des ", clair_word_text(draft->ctx, next));
	return true;
}

/* The expression ends with "de" and the plainer words do not. */
static bool
drop_de(struct clair_draft *draft)
{
	struct clair_ctx *ctx = draft->ctx;
	const char *lower = clair_draft_lower(ctx, draft->last);
	const struct clair_word *next = clair_draft_after(draft, draft->last);
	const bool opens_a = strcmp(clair_wording_last(draft->text), "à") == 0;

	if (next == NULL)
		return false;
	if (strcmp(lower, "du") == 0 || strcmp(lower, "des") == 0) {
		const char *article = strcmp(lower, "du") == 0 ? "le" : "les";

		if (opens_a)
			replace_last(draft, strcmp(lower, "du") == 0 ? "au" : "aux");
		else
			draft->text = clair_wording_join(ctx, draft->text, " ", article);
		return true;
	}
	if (strcmp(clair_wording_last(draft->text), "dans") == 0 && (next->flags & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_ALL_CAPS)) != 0)
		return false; /* « au sein d’Etalab »: à, chez… */
	if (strcmp(clair_draft_lower(ctx, next), "autres") == 0) {
		clair_draft_take(draft, next, " d’", clair_word_text(ctx, next)); /* d’autres is its own article */
		return true;
	}
	if (!opens_noun(ctx, next) && !put_bare_noun(draft, next))
		return false;
	if (draft->last != next && strcmp(lower, "d'") == 0)
		clair_draft_take(draft, next, " ", clair_word_text(ctx, next));
	return true;
}

/* It ends with "de" or "à", and so do the plainer words, or with another preposition. */
static bool
keep_preposition(struct clair_draft *draft)
{
	static const char *const articles[][2] = {{"du", "le"}, {"des", "les"}, {"au", "le"}, {"aux", "les"}};
	struct clair_ctx *ctx = draft->ctx;
	const char *lower = clair_draft_lower(ctx, draft->last);
	const char *small = clair_wording_last(draft->text);
	const bool is_de = strcmp(small, "de") == 0;
	const bool is_a = strcmp(small, "à") == 0;
	const struct clair_word *next = clair_draft_after(draft, draft->last);

	for (size_t i = 0; i < 4; i++) {
		if (strcmp(lower, articles[i][0]) != 0)
			continue;
		if (!is_de && !is_a) {
			draft->text = clair_wording_join(ctx, draft->text, " ", articles[i][1]);
			return next != NULL;
		}
		replace_last(draft, is_de ? (i % 2 == 0 ? "du" : "des") : (i % 2 == 0 ? "au" : "aux"));
		return next != NULL;
	}
	contract(draft, next);
	return next != NULL;
}

/* « relative à la gratuité et aux délais »: the second half would be left with the old preposition. */
static bool
goes_on(const struct clair_draft *draft, const char *const *forms)
{
	static const char *const conjunctions[] = {"et", "ou", "ni", "mais", NULL};
	const struct clair_word *word = draft->met->last;

	for (unsigned i = 0; i < COORDINATION_REACH; i++) {
		const struct clair_word *next = clair_word_after(draft->ctx, draft->met->sentence, word);

		if (next == NULL)
			return false;
		if ((clair_is_among(clair_draft_lower(draft->ctx, word), conjunctions) ||
		        !clair_words_adjoin(draft->ctx, word, next)) &&
		    clair_is_among(clair_draft_lower(draft->ctx, next), forms))
			return true;
		word = next;
	}
	return false;
}

bool
clair_draft_fit_after(struct clair_draft *draft)
{
	static const char *const forms_of_de[] = {"de", "d'", "du", "des", NULL};
	static const char *const forms_of_a[] = {"à", "au", "aux", NULL};
	static const char *const forms_of_que[] = {"que", "qu'", NULL};
	const struct clair_term *term = draft->met->term;
	static const char *const small[] = {"de", "à", "que", "si", NULL};
	const char *last = clair_wording_last(draft->text);

	switch (term->words[term->word_count - 1].match) {
	case CLAIR_TERM_DE:
		if (strcmp(last, "de") == 0)
			return keep_preposition(draft);
		return !goes_on(draft, forms_of_de) && drop_de(draft);
	case CLAIR_TERM_A:
		if (strcmp(last, "à") != 0 && goes_on(draft, forms_of_a))
			return false;
		if (!clair_is_among(last, small)) {
			const struct clair_word *next = clair_draft_after(draft, draft->last);

			if (next == NULL || (!opens_noun(draft->ctx, next) &&
			        strcmp(clair_draft_lower(draft->ctx, draft->last), "à") == 0))
				return false;
		}
		return keep_preposition(draft);
	case CLAIR_TERM_QUE: {
		const struct clair_word *next = clair_draft_after(draft, draft->last);

		if (next == NULL || (strcmp(last, "que") != 0 && goes_on(draft, forms_of_que)))
			return false;
		/* What goes leaves its capital to the next word. */
		if (*draft->text == '\0' ||
		    (strcmp(clair_draft_lower(draft->ctx, draft->last), "qu'") == 0 && !clair_is_among(last, small)))
			clair_draft_take(draft, next, *draft->text == '\0' ? "" : " ", clair_word_text(draft->ctx, next));
		else
			contract(draft, next);
		return true;
	}
	default:
		/* « saisir le juge »: demander l’avis du juge. */
		if (clair_is_among(last, small)) {
			const struct clair_word *next = clair_draft_after(draft, draft->last);

			if (next == NULL)
				return false;
			if ((draft->last->flags & CLAIR_WORD_ELIDED) == 0)
				contract(draft, next);
		}
		return true;
	}
}

/* Adjectives right after the noun take its new gender. */
bool
clair_draft_agree_after(struct clair_draft *draft)
{
	const struct clair_word *word = clair_draft_after(draft, draft->last);

	while (word != NULL && (clair_word_gram(draft->ctx, word) & CLAIR_ADJECTIVE) != 0 &&
	    (clair_word_gram(draft->ctx, word) & (CLAIR_PREPOSITION | CLAIR_PRONOUN | CLAIR_DETERMINER)) == 0) {
		const char *lemma = clair_word_lemma(
		    draft->ctx, word, CLAIR_ADJECTIVE | draft->old_gender | draft->number);
		const char *form = lemma == NULL
		    ? NULL
		    : clair_inflect(draft->ctx, lemma, CLAIR_ADJECTIVE | draft->new_gender | draft->number);

		if (form == NULL)
			return false;
		clair_draft_take(draft, word, " ", form);
		word = clair_draft_after(draft, word);
	}
	return true;
}

/* A word further on, in the sentence or before, still shows the old gender: « la réclamation doit être
 * écrite ». */
bool
clair_draft_shows_old_gender(const struct clair_draft *draft)
{
	const struct clair_word *word = draft->last;

	while ((word = clair_word_after(draft->ctx, draft->met->sentence, word)) != NULL) {
		const uint32_t gram = clair_word_gram(draft->ctx, word);

		if ((gram & (CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE)) != 0 && (gram & CLAIR_NOUN) == 0 &&
		    (gram & CLAIR_AGREEMENT) == (draft->old_gender | draft->number))
			return true;
	}
	return false;
}
