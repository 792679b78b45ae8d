/* Chains of nouns, inserted clauses, impersonal forms, who is spoken of, pronouns that may stand for several. */
#include "facts/construction.h"

#include <string.h>

enum {
	CHAIN_NOUNS = 3,
	BOUND_FAR = 5,       /* words from one noun of a chain to the next */
	INSERTED_WORDS = 4,  /* an inserted clause that is worth a word */
	BRACKET_WORDS = 6,   /* fewer are a name, a date, an explanation */
	INSERTED_LONG = 40,
};

/* --- Chains of nouns ------------------------------------------------------------------------------------ */

static bool
ends_with(const char *lemma, const char *const *endings)
{
	const size_t length = strlen(lemma);

	for (; *endings != NULL; endings++) {
		const size_t end = strlen(*endings);

		if (length > end + 2 && strcmp(lemma + length - end, *endings) == 0)
			return true;
	}
	return false;
}

/* A noun of action, by its ending: not those that name a thing (list noms-concrets). */
static bool
is_action(const struct clair_scan *scan, uint32_t at)
{
	static const char *const endings[] = {
	    "tion", "sion", "ment", "ité", "age", "ance", "ence", "aison", "xion", NULL};
	const char *lemma;

	if ((scan->tokens[at].gram & CLAIR_NOUN) == 0 || scan->tokens[at].is_finite)
		return false;
	lemma = clair_word_lemma(scan->ctx, &scan->words[at], CLAIR_NOUN);
	return lemma != NULL && ends_with(lemma, endings) &&
	    clair_lookup(scan->ctx, "noms-concrets", lemma) == NULL;
}

/* The noun bound to the one at `at` by de, à, pour…, adjectives aside; `at` when there is none. */
static uint32_t
bound_noun(const struct clair_scan *scan, uint32_t at)
{
	bool bound = false;

	for (uint32_t i = at + 1; i < scan->count && i - at <= BOUND_FAR; i++) {
		const struct clair_token *token = &scan->tokens[i];

		if (token->sign != CLAIR_SIGN_NONE || token->is_finite)
			break;
		if (token->part == CLAIR_PART_DE) {
			bound = true;
			continue;
		}
		if (bound && (token->gram & CLAIR_NOUN) != 0)
			return i;
		if ((token->gram & (CLAIR_ADJECTIVE | CLAIR_DETERMINER | CLAIR_PAST_PARTICIPLE)) == 0 ||
		    token->part == CLAIR_PART_CLITIC)
			break;
	}
	return at;
}

/* Gives where to go on from. */
static uint32_t
look_at_chain(struct clair_scan *scan, uint32_t first)
{
	uint32_t actions = 1;
	uint32_t last_action = first;
	uint32_t at = first;

	for (uint32_t next = bound_noun(scan, at); next != at; next = bound_noun(scan, at)) {
		at = next;
		if (is_action(scan, at)) {
			actions++;
			last_action = at;
		}
	}
	if (actions >= CHAIN_NOUNS)
		clair_scan_add(scan, CLAIR_USES_NOUN_CHAIN, first, last_action);
	return at + 1;
}

/* --- Inserted clauses ----------------------------------------------------------------------------------- */

static bool
starts_predicate(const struct clair_scan *scan, uint32_t at)
{
	while (at < scan->count && (scan->words[at].flags & CLAIR_WORD_CLITIC) == 0 &&
	    (scan->tokens[at].part == CLAIR_PART_NE || scan->tokens[at].part == CLAIR_PART_CLITIC))
		at++;
	if (at == scan->count || (scan->tokens[at].gram & (CLAIR_FINITE & ~CLAIR_IMPERATIVE)) == 0 ||
	    (scan->tokens[at].gram & CLAIR_THIRD) == 0)
		return false;
	return scan->tokens[at].is_finite ||
	    (at + 1 < scan->count && (scan->tokens[at + 1].gram & CLAIR_DETERMINER) != 0);
}

/* The word after the sign that closes what opens before `open`; `open` when nothing does. */
static uint32_t
close_of(const struct clair_scan *scan, uint32_t open)
{
	const enum clair_sign closing =
	    scan->tokens[open].sign == CLAIR_SIGN_OPEN ? CLAIR_SIGN_CLOSE : CLAIR_SIGN_COMMA;

	for (uint32_t i = open + 1; i < scan->count && i - open <= INSERTED_LONG; i++) {
		if (scan->tokens[i].sign == closing)
			return i;
		if (scan->tokens[i].sign >= CLAIR_SIGN_OPEN)
			break;
	}
	return open;
}

/* A subject, no verb yet, a comma: what stands before the next comma parts it from its verb. */
static void
look_for_inserted(struct clair_scan *scan)
{
	bool has_subject = false;

	for (uint32_t i = 0; i < scan->count; i++) {
		const struct clair_token *token = &scan->tokens[i];
		const enum clair_sign sign = (enum clair_sign)token->sign;

		if (i > 0 && ((sign == CLAIR_SIGN_COMMA && has_subject) || sign == CLAIR_SIGN_OPEN)) {
			const uint32_t close = close_of(scan, i);

			if (sign == CLAIR_SIGN_OPEN
			        ? close - i >= BRACKET_WORDS
			        : close - i >= INSERTED_WORDS && starts_predicate(scan, close)) {
				clair_scan_add(scan, CLAIR_USES_INSERTED_CLAUSE, i, close - 1);
				i = close;
				has_subject = false;
				continue;
			}
		}
		if (sign == CLAIR_SIGN_STRONG || token->is_finite || sign == CLAIR_SIGN_COMMA)
			has_subject = false;
		has_subject |= (token->gram & (CLAIR_NOUN | CLAIR_PROPER)) != 0 && !token->is_finite;
	}
}

/* --- Impersonal forms, persons ---------------------------------------------------------------------------- */

static void
look_at_impersonal(struct clair_scan *scan, uint32_t at)
{
	const char *value;
	const struct clair_word *last;
	struct clair_construction *found;

	if (!CLAIR_SCAN_IS(scan, at, "il"))
		return;
	last = clair_expression(
	    scan->ctx, "tournures-impersonnelles", scan->sentence, &scan->words[at], &value);
	if (last == NULL)
		return;
	found = clair_scan_add(
	    scan, CLAIR_USES_IMPERSONAL, at, (uint32_t)(last - scan->words));
	if (found != NULL)
		found->value = value;
}

/* Nothing that it could be the object of stands before it. */
static bool
may_be_subject(const struct clair_scan *scan, uint32_t at)
{
	const uint32_t before = CLAIR_VERB | CLAIR_PREPOSITION;

	return scan->tokens[at].sign != CLAIR_SIGN_NONE || (scan->tokens[at - 1].gram & before) == 0;
}

/* l'usager, le demandeur: not "les usagers", who may be others. */
static void
look_at_person(struct clair_scan *scan, uint32_t at)
{
	const char *value;
	const struct clair_word *last;
	struct clair_construction *found;

	if (scan->tokens[at].part != CLAIR_PART_ARTICLE || at + 1 == scan->count ||
	    scan->tokens[at + 1].sign != CLAIR_SIGN_NONE || CLAIR_SCAN_IS(scan, at, "les"))
		return;
	last = clair_expression(scan->ctx, "personnes", scan->sentence, &scan->words[at + 1], &value);
	if (last == NULL ||
	    clair_block_is_quoted(scan->ctx, clair_text_block(scan->ctx, scan->sentence->block),
	        scan->words[at].offset))
		return;
	found = clair_scan_add(
	    scan, CLAIR_USES_THIRD_PERSON, at, (uint32_t)(last - scan->words));
	if (found != NULL)
		found->is_subject = may_be_subject(scan, at);
}

/* --- Pronouns ------------------------------------------------------------------------------------------------ */

/* il faut, il y a, il est possible de: il stands for nothing. */
static bool
is_impersonal(const struct clair_scan *scan)
{
	uint32_t at = 1;

	if (!CLAIR_SCAN_IS(scan, 0, "il"))
		return false;
	while (at < scan->count &&
	    (scan->tokens[at].part == CLAIR_PART_NE || scan->tokens[at].part == CLAIR_PART_CLITIC))
		if (CLAIR_SCAN_IS(scan, at++, "y"))
			return true;
	if (at == scan->count || CLAIR_SCAN_IS_VERB(scan, at, "falloir", "agir", "suffire", "exister",
	        "convenir", "appartenir", "incomber", "valoir", "arriver", "sembler", "rester", "manquer"))
		return true;
	for (; at < scan->count && at < 12; at++)
		if (scan->tokens[at].part == CLAIR_PART_QUE || CLAIR_SCAN_IS(scan, at, "de", "d'"))
			return true;
	return false;
}

/* The gender and number of the pronoun at the head of the sentence, and its last word; 0: none. */
static uint32_t
head_pronoun(const struct clair_scan *scan, uint32_t *last)
{
	static const struct {
		const char *first, *second;
		uint32_t gram;
	} pronouns[] = {
	    {"il", NULL, CLAIR_MASCULINE | CLAIR_SINGULAR},
	    {"elle", NULL, CLAIR_FEMININE | CLAIR_SINGULAR},
	    {"ils", NULL, CLAIR_MASCULINE | CLAIR_PLURAL},
	    {"elles", NULL, CLAIR_FEMININE | CLAIR_PLURAL},
	    {"celui-ci", NULL, CLAIR_MASCULINE | CLAIR_SINGULAR},
	    {"celle-ci", NULL, CLAIR_FEMININE | CLAIR_SINGULAR},
	    {"ceux-ci", NULL, CLAIR_MASCULINE | CLAIR_PLURAL},
	    {"celles-ci", NULL, CLAIR_FEMININE | CLAIR_PLURAL},
	    {"ce", "dernier", CLAIR_MASCULINE | CLAIR_SINGULAR},
	    {"cette", "dernière", CLAIR_FEMININE | CLAIR_SINGULAR},
	    {"ces", "derniers", CLAIR_MASCULINE | CLAIR_PLURAL},
	    {"ces", "dernières", CLAIR_FEMININE | CLAIR_PLURAL},
	};

	for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); i++) {
		*last = pronouns[i].second != NULL;
		if (strcmp(clair_scan_lower(scan, 0), pronouns[i].first) == 0 &&
		    (pronouns[i].second == NULL ||
		        strcmp(clair_scan_lower(scan, 1), pronouns[i].second) == 0))
			return pronouns[i].gram;
	}
	return 0;
}

/* A noun that can have this gender and number, and is nothing else. */
static bool
may_be_meant(struct clair_ctx *ctx, const struct clair_word *word, uint32_t gram)
{
	size_t count;
	const struct clair_reading *readings = clair_word_readings(ctx, word, &count);

	for (size_t i = 0; i < count; i++)
		if ((readings[i].gram & CLAIR_NOUN) == 0 || (readings[i].gram & gram & CLAIR_NUMBERS) == 0 ||
		    (readings[i].gram & gram & CLAIR_GENDERS) == 0)
			return false;
	return count != 0;
}

static bool
has_several_nouns(struct clair_ctx *ctx, const struct clair_sentence *sentence, uint32_t gram)
{
	const struct clair_word *word = NULL;
	const char *first = NULL;
	uint32_t determiner = 0;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		const uint32_t of_word = clair_word_gram(ctx, word);

		if (determiner != 0 && may_be_meant(ctx, word, gram & determiner)) {
			const char *lemma = clair_word_lemma(ctx, word, CLAIR_NOUN);

			if (first != NULL && lemma != NULL && strcmp(first, lemma) != 0)
				return true;
			first = first == NULL ? lemma : first;
		}
		if ((of_word & CLAIR_DETERMINER) != 0)
			determiner = of_word;
		else if ((of_word & CLAIR_ADJECTIVE) == 0)
			determiner = 0;
	}
	return false;
}

static void
look_at_pronoun(struct clair_scan *scan)
{
	const struct clair_block *block = clair_text_block(scan->ctx, scan->sentence->block);
	uint32_t last;
	const uint32_t gram = scan->count < 2 ? 0 : head_pronoun(scan, &last);

	if (gram == 0 || scan->sentence == block->sentences || is_impersonal(scan))
		return;
	if (has_several_nouns(scan->ctx, scan->sentence - 1, gram))
		clair_scan_add(scan, CLAIR_USES_UNCLEAR_PRONOUN, 0, last);
}

void
clair_scan_phrases(struct clair_scan *scan)
{
	for (uint32_t i = 0; i < scan->count; i++) {
		look_at_impersonal(scan, i);
		look_at_person(scan, i);
	}
	for (uint32_t i = 0; i < scan->count;)
		i = is_action(scan, i) ? look_at_chain(scan, i) : i + 1;
	look_for_inserted(scan);
	look_at_pronoun(scan);
}
