/* An adjective, or words that do its work, for another. */
#include "facts/wording.h"

#include <string.h>

/* The gender and number of the adjective; what its form hides is that of the noun before it. 0: not known. */
static uint32_t
agreement_here(const struct clair_draft *draft)
{
	const struct clair_word *noun = clair_draft_before(draft, draft->first);
	const uint32_t other = noun == NULL ? 0 : clair_word_gram(draft->ctx, noun);
	uint32_t gender = clair_one_gender(draft->met->reading.gram & CLAIR_GENDERS);
	uint32_t number = draft->met->reading.gram & CLAIR_NUMBERS;

	if (gender == 0 && (other & CLAIR_NOUN) != 0)
		gender = clair_one_gender(other & CLAIR_GENDERS);
	if ((number == 0 || number == CLAIR_NUMBERS) && (other & CLAIR_NOUN) != 0)
		number = other & CLAIR_NUMBERS;
	return gender == 0 || number == 0 || number == CLAIR_NUMBERS ? 0 : gender | number;
}

/* « qui s’applique », « qui s’appliquent ». */
const char *
clair_wording_relative(struct clair_ctx *ctx, const char *plain)
{
	for (const char *rest = clair_wording_rest(plain); *rest == ' '; rest = clair_wording_rest(rest + 1)) {
		const char *mark = strstr(rest + 1, "’");
		const size_t whole = clair_wording_first_length(rest + 1);
		const char *start =
		    mark != NULL && (size_t)(mark - rest) < whole ? mark + strlen("’") : rest + 1;
		const size_t length = clair_wording_first_length(start);
		struct clair_reading readings[CLAIR_LEXICON_READINGS];
		const size_t count = clair_lexicon_find(start, length, readings);

		for (size_t i = 0; i < count; i++) {
			const uint32_t wanted = CLAIR_VERB | CLAIR_PRESENT | CLAIR_THIRD;
			char form[CLAIR_FORM_BYTES];

			if ((readings[i].gram & (wanted | CLAIR_SINGULAR)) == (wanted | CLAIR_SINGULAR) &&
			    clair_lexicon_form(readings[i].lemma, wanted | CLAIR_PLURAL, form) != 0)
				return clair_asprintf(&ctx->page->mem, "%.*s%s%s", (int)(start - plain), plain, form,
				    start + length);
		}
	}
	return NULL;
}

/* Words that are no adjective stand after a noun only. */
static bool
follows_noun(const struct clair_draft *draft)
{
	const struct clair_word *noun = clair_draft_before(draft, draft->first);

	return noun != NULL && (clair_word_gram(draft->ctx, noun) & CLAIR_NOUN) != 0 &&
	    (clair_word_gram(draft->ctx, noun) & (CLAIR_DETERMINER | CLAIR_PREPOSITION)) == 0 &&
	    !clair_word_is_form_of(draft->ctx, noun, "être") && !clair_word_is_form_of(draft->ctx, noun, "avoir");
}

/* « lié à », « déjà cité »: the word that agrees, after the text that does not. */
static const char *
write_agreeing(struct clair_draft *draft, const char *plain, const char *word)
{
	const size_t head = (size_t)(word - plain);
	const char *text = clair_strndup(&draft->ctx->page->mem, word, clair_wording_first_length(word));
	const uint32_t agreement = agreement_here(draft);
	const char *form = agreement == 0 ? NULL : clair_wording_adjective(draft->ctx, text, agreement);

	return form == NULL ? NULL
	                    : clair_asprintf(&draft->ctx->page->mem, "%.*s%s%s", (int)head, plain, form, clair_wording_rest(word));
}

const char *
clair_draft_adjective(struct clair_draft *draft)
{
	struct clair_ctx *ctx = draft->ctx;
	const char *plain = draft->met->term->plain;
	const uint32_t adjectives = CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE;
	const uint32_t first = clair_lexicon_gram(plain, clair_wording_first_length(plain));
	const char *next = clair_wording_rest(plain);

	if ((first & adjectives) != 0 && (first & CLAIR_PREPOSITION) == 0)
		return write_agreeing(draft, plain, plain);
	if (!follows_noun(draft))
		return NULL;
	if (strncmp(plain, "qui ", 4) == 0)
		return (agreement_here(draft) & CLAIR_PLURAL) != 0 ? clair_wording_relative(ctx, plain) : plain;
	if ((first & CLAIR_ADVERB) != 0 && *next == ' ' &&
	    (clair_lexicon_gram(next + 1, clair_wording_first_length(next + 1)) & adjectives) != 0)
		return write_agreeing(draft, plain, next + 1);
	return plain;
}
