/* The plainer words before they are put in their place: their parts, and their forms in the lexicon. */
#include "facts/wording.h"

#include <string.h>

const char *
clair_wording_join(struct clair_ctx *ctx, const char *one, const char *glue, const char *other)
{
	return clair_asprintf(&ctx->page->mem, "%s%s%s", one, glue, other);
}

size_t
clair_wording_first_length(const char *text)
{
	return strcspn(text, " ");
}

/* The text after its first word: "" or a space and the rest. */
const char *
clair_wording_rest(const char *text)
{
	return text + clair_wording_first_length(text);
}

const char *
clair_wording_last(const char *text)
{
	const char *space = strrchr(text, ' ');

	return space != NULL ? space + 1 : text;
}

/* An h that lets no elision: the usual ones. */
static bool
has_hard_h(const char *lower)
{
	static const char *const starts[] = {"hall", "halt", "hamac", "hameau", "handicap", "hangar", "harc", "hardi",
	    "haricot", "hasard", "hausse", "haut", "hiérarch", "hobby", "homolog-", "honte", "hors", "houille", "huit",
	    "huis", "hutte", "hackathon", "hacker", "hub", NULL};

	for (const char *const *start = starts; *start != NULL; start++)
		if (strncmp(lower, *start, strlen(*start)) == 0)
			return true;
	return false;
}

bool
clair_wording_has_vowel(const char *lower)
{
	static const char *const letters[] = {"à", "â", "é", "è", "ê", "ë", "î", "ï", "ô", "œ", "û", NULL};
	static const char *const never[] = {"onze", "onzième", "oui", "yaourt", NULL};

	if (clair_is_among(lower, never) || lower[0] == '\0')
		return false;
	if (lower[0] == 'h')
		return !has_hard_h(lower);
	if (strchr("aeiou", lower[0]) != NULL)
		return true;
	for (const char *const *letter = letters; *letter != NULL; letter++)
		if (strncmp(lower, *letter, strlen(*letter)) == 0)
			return true;
	return strncmp(lower, "y ", 2) == 0;
}

/* Of both, none is known. */
uint32_t
clair_one_gender(uint32_t genders)
{
	return genders == CLAIR_GENDERS ? 0 : genders;
}

/* The form of an adjective, or of a participle taken as one. */
const char *
clair_wording_adjective(struct clair_ctx *ctx, const char *word, uint32_t agreement)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	const size_t count = clair_lexicon_find(word, strlen(word), readings);

	for (size_t i = 0; i < count; i++) {
		const uint32_t kind = readings[i].gram & (CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE);
		char form[CLAIR_FORM_BYTES];

		if (kind != 0 && (readings[i].gram & (CLAIR_NUMBERS | CLAIR_GENDERS)) != 0 &&
		    clair_lexicon_form(readings[i].lemma,
		        (kind & CLAIR_PAST_PARTICIPLE) != 0 ? CLAIR_PAST_PARTICIPLE | agreement : CLAIR_ADJECTIVE | agreement, form) != 0)
			return clair_strdup(&ctx->page->mem, form);
	}
	return NULL;
}
