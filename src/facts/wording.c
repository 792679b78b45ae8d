/*
 * Plainer words put in the place of others: in the same tense, person, gender and number, with the article,
 * the elision and the capital that go with them. What cannot be made sure gives nothing.
 */
#include "facts/wording.h"

#include <string.h>

const char *
clair_draft_lower(struct clair_ctx *ctx, const struct clair_word *word)
{
	return word == NULL ? "" : clair_word_lower(ctx, word);
}

const struct clair_word *
clair_draft_before(const struct clair_draft *draft, const struct clair_word *word)
{
	const struct clair_word *other =
	    word == NULL ? NULL : clair_word_before(draft->ctx, draft->met->sentence, word);

	return other != NULL && clair_words_adjoin(draft->ctx, other, word) ? other : NULL;
}

const struct clair_word *
clair_draft_after(const struct clair_draft *draft, const struct clair_word *word)
{
	const struct clair_word *other = clair_word_after(draft->ctx, draft->met->sentence, word);

	return other != NULL && clair_words_adjoin(draft->ctx, word, other) ? other : NULL;
}

/* Replaces up to and with this word. */
void
clair_draft_take(struct clair_draft *draft, const struct clair_word *word, const char *glue, const char *text)
{
	draft->text = clair_wording_join(draft->ctx, draft->text, glue, text);
	draft->last = word;
}

bool
clair_word_is_form_of(struct clair_ctx *ctx, const struct clair_word *word, const char *lemma)
{
	size_t count;
	const struct clair_reading *readings =
	    word == NULL ? NULL : clair_word_readings(ctx, word, &count);

	for (size_t i = 0; word != NULL && i < count; i++)
		if (strcmp(clair_lexicon_lemma(readings[i].lemma), lemma) == 0)
			return true;
	return false;
}

static const char *
with_capital(struct clair_ctx *ctx, const char *text)
{
	char *copy = clair_strdup(&ctx->page->mem, text);

	if (copy[0] >= 'a' && copy[0] <= 'z')
		copy[0] = (char)(copy[0] - 32);
	else if ((unsigned char)copy[0] == 0xC3 && (unsigned char)copy[1] >= 0xA0)
		copy[1] = (char)((unsigned char)copy[1] - 32);
	return copy;
}

static const char *
write_body(struct clair_draft *draft)
{
	switch (draft->met->term->kind) {
	case CLAIR_TERM_VERB:
		return clair_draft_verb(draft);
	case CLAIR_TERM_NOUN:
		return clair_draft_noun(draft);
	case CLAIR_TERM_ADJECTIVE:
		return clair_draft_adjective(draft);
	default:
		return draft->met->term->plain;
	}
}

/* « dans le cas où il viendrait »: si asks for another tense. */
static bool
clashes_with_si(const struct clair_draft *draft)
{
	const struct clair_word *word = draft->met->last;

	if (draft->met->term->kind != CLAIR_TERM_OTHER || strcmp(draft->met->term->plain, "si") != 0)
		return false;
	while ((word = clair_word_after(draft->ctx, draft->met->sentence, word)) != NULL) {
		const uint32_t gram = clair_word_gram(draft->ctx, word);

		if ((gram & CLAIR_CONDITIONAL) != 0)
			return true;
		if ((gram & (CLAIR_PRESENT | CLAIR_IMPERFECT)) != 0 && (gram & (CLAIR_NOUN | CLAIR_ADJECTIVE)) == 0)
			return false;
	}
	return false;
}

static bool
fit(struct clair_draft *draft)
{
	const bool is_noun = draft->met->term->kind == CLAIR_TERM_NOUN;

	draft->text = write_body(draft);
	if (draft->text == NULL || clashes_with_si(draft) || !clair_draft_fit_after(draft))
		return false;
	if (!is_noun)
		return clair_draft_fit_elision(draft);
	if (draft->old_gender != draft->new_gender) {
		if (draft->old_gender == 0 || draft->new_gender == 0 || !clair_draft_agree_after(draft) ||
		    clair_draft_shows_old_gender(draft))
			return false;
	}
	return clair_draft_fit_determiners(draft) && clair_draft_fit_elision(draft);
}

bool
clair_reword(struct clair_ctx *ctx, const struct clair_met *met, struct clair_rewording *out)
{
	struct clair_draft draft = {.ctx = ctx, .met = met, .first = met->first, .last = met->last};

	if ((met->first->flags & CLAIR_WORD_ALL_CAPS) != 0 || !fit(&draft))
		return false;
	if ((draft.first->flags & CLAIR_WORD_CAPITALIZED) != 0)
		draft.text = with_capital(ctx, draft.text);
	*out = (struct clair_rewording){.first = draft.first, .last = draft.last, .text = draft.text};
	return true;
}
