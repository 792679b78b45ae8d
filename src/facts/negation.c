/* Negations: ne and its second part, and two of them that have to be undone by who reads. */
#include "facts/construction.h"

#include <string.h>

enum {
	AFTER = 14,    /* words from ne to its second part */
	BEFORE = 10,   /* words from aucun, personne… to ne */
	SANS_FAR = 12,
	BETWEEN = 12,  /* words between two negations */
};

struct negation {
	uint32_t first, last;
};

/* --- One negation ---------------------------------------------------------------------------------------- */

static bool
denies(const struct clair_token *token)
{
	return token->part == CLAIR_PART_DENIES || token->part == CLAIR_PART_NOBODY;
}

/* "plus" before que restricts: il ne reste plus que. */
static bool
restricts(const struct clair_scan *scan, uint32_t at)
{
	return at + 1 < scan->count && scan->tokens[at + 1].part == CLAIR_PART_QUE &&
	    CLAIR_SCAN_IS(scan, at, "plus", "guère");
}

struct second_part {
	uint32_t at;        /* that of ne: none */
	bool only;          /* que came first: ne… que */
};

static struct second_part
second_part_after(const struct clair_scan *scan, uint32_t ne)
{
	struct second_part part = {.at = ne};
	uint32_t verbs = 0;

	for (uint32_t i = ne + 1; i < scan->count && i - ne <= AFTER; i++) {
		const struct clair_token *token = &scan->tokens[i];

		if (token->sign == CLAIR_SIGN_STRONG || token->part == CLAIR_PART_NE || verbs > 1)
			break;
		if (denies(token)) {
			part.at = restricts(scan, i) ? ne : i;
			part.only = part.at == ne;
			break;
		}
		if (token->part == CLAIR_PART_QUE) {
			part.only = true;
			break;
		}
		verbs += token->is_finite;
		if (token->part == CLAIR_PART_QUI || token->part == CLAIR_PART_HEAVY_RELATIVE)
			break;
	}
	return part;
}

/* aucun, personne, ni… ni… that stands before its ne, in the same clause; that of ne when there is none. */
static uint32_t
second_part_before(const struct clair_scan *scan, uint32_t ne)
{
	uint32_t found = ne;

	for (uint32_t i = ne; i > 0 && ne - i < BEFORE; i--) {
		const struct clair_token *token = &scan->tokens[i - 1];

		if (scan->tokens[i].sign >= CLAIR_SIGN_OPEN || token->is_finite)
			break;
		if (token->part == CLAIR_PART_NOBODY || CLAIR_SCAN_IS(scan, i - 1, "jamais"))
			found = i - 1;
	}
	return found;
}

/* ne alone denies with these verbs, but for a comparison or after avant que. */
static bool
denies_alone(const struct clair_scan *scan, uint32_t ne)
{
	uint32_t verb = ne + 1;

	while (verb < scan->count && scan->tokens[verb].part == CLAIR_PART_CLITIC)
		verb++;
	if (verb == scan->count ||
	    !CLAIR_SCAN_IS_VERB(scan, verb, "pouvoir", "savoir", "cesser", "oser"))
		return false;
	for (uint32_t i = ne; i > 0 && ne - i < 4; i--)
		if (scan->tokens[i - 1].part == CLAIR_PART_QUE)
			return false;
	return true;
}

static bool
is_idiom(const struct clair_scan *scan, uint32_t ne)
{
	return ne + 1 < scan->count && CLAIR_SCAN_IS(scan, ne + 1, "importe");
}

static bool
find_negation(const struct clair_scan *scan, uint32_t ne, struct negation *negation)
{
	struct second_part part = second_part_after(scan, ne);

	*negation = (struct negation){ne, part.at};
	if (is_idiom(scan, ne))
		return false;
	if (part.at != ne)
		return true;
	negation->first = second_part_before(scan, ne);
	negation->last = ne + (ne + 1 < scan->count);
	if (negation->first != ne)
		return true;
	return !part.only && denies_alone(scan, ne);
}

/* "Pas de rendez-vous le mercredi." */
static bool
denies_at_start(const struct clair_scan *scan, uint32_t at)
{
	return scan->tokens[at].sign == CLAIR_SIGN_STRONG && at + 1 < scan->count &&
	    CLAIR_SCAN_IS(scan, at, "pas") &&
	    CLAIR_SCAN_IS(scan, at + 1, "de", "d'", "besoin", "encore", "toujours");
}

/* --- Two negations ----------------------------------------------------------------------------------------- */

/* The word after `from` that says the contrary of another (impossible, interdit), straight or after
 * adverbs; `from` when there is none. */
static uint32_t
negative_word(const struct clair_scan *scan, uint32_t from)
{
	for (uint32_t i = from + 1; i < scan->count && i - from < 4; i++) {
		const char *lemma = clair_word_lemma(scan->ctx, &scan->words[i], CLAIR_ADJECTIVE);

		/* Three bytes: a quotation mark stands there. */
		if (scan->tokens[i].sign != CLAIR_SIGN_NONE ||
		    scan->words[i].offset - scan->words[i - 1].offset - scan->words[i - 1].length >= 3)
			break;
		if (scan->tokens[i].part == CLAIR_PART_NON)
			return i;
		if (lemma != NULL && clair_lookup(scan->ctx, "mots-negatifs", lemma) != NULL)
			return i;
		if (!clair_scan_only(scan, i, CLAIR_ADVERB) && !scan->tokens[i].is_etre)
			break;
	}
	return from;
}

/* "pas… sans", in the same clause. */
static uint32_t
sans_after(const struct clair_scan *scan, uint32_t from)
{
	for (uint32_t i = from + 1; i < scan->count && i - from <= SANS_FAR; i++) {
		if (scan->tokens[i].part == CLAIR_PART_SANS)
			return i;
		if (scan->tokens[i].sign != CLAIR_SIGN_NONE || scan->tokens[i].part == CLAIR_PART_NE ||
		    scan->tokens[i].part == CLAIR_PART_QUE ||
		    scan->tokens[i].part == CLAIR_PART_COORDINATES)
			break;
	}
	return from;
}

/* "non décents" before a negation, in the same part of the sentence. */
static uint32_t
non_before(const struct clair_scan *scan, uint32_t from)
{
	for (uint32_t i = from; i > 0 && from - i < BEFORE; i--) {
		if (scan->tokens[i].sign != CLAIR_SIGN_NONE)
			break;
		if (scan->tokens[i - 1].part == CLAIR_PART_NON)
			return i > 1 && scan->tokens[i - 2].part == CLAIR_PART_COORDINATES ? from : i - 1;
	}
	return from;
}

/* "tant que vous n'avez pas payé, …", "si vous n'êtes pas…, …" */
static bool
is_subordinate(const struct clair_scan *scan, const struct negation *negation)
{
	for (uint32_t i = negation->first; i > 0 && negation->first - i < 3; i--)
		if (scan->tokens[i - 1].part == CLAIR_PART_SUBORDINATES ||
		    (i > 1 && scan->tokens[i - 1].part == CLAIR_PART_QUE && CLAIR_SCAN_IS(scan, i - 2, "tant")))
			return true;
	return false;
}

/* One depends on the other: a word between the two, or before both, says so; or the second has no person: ne
 * pouvez pas ne pas répondre. No other verb stands between. */
static bool
governs(const struct clair_scan *scan, const struct negation *left, const struct negation *right)
{
	bool depends = is_subordinate(scan, left);
	uint32_t parted = 0;

	if (right->first <= left->last || right->first - left->last > BETWEEN)
		return false;
	for (uint32_t i = left->last + 1; i <= right->first; i++) {
		const struct clair_token *token = &scan->tokens[i];

		if (token->sign >= CLAIR_SIGN_OPEN || token->is_finite)
			return false;
		depends |= clair_token_subordinates(token);
		parted += token->sign != CLAIR_SIGN_NONE || token->part == CLAIR_PART_COORDINATES;
	}
	return depends || (parted == 0 && right->last + 1 < scan->count &&
	                      (scan->tokens[right->last + 1].gram & CLAIR_INFINITIVE) != 0);
}

/* Of the negation, alone or with the one before it; gives where the pair begins and ends. */
static bool
is_double(const struct clair_scan *scan, const struct negation *before,
    const struct negation *negation, struct negation *pair)
{
	uint32_t other = negative_word(scan, negation->last);

	if (other == negation->last)
		other = sans_after(scan, negation->last);
	*pair = (struct negation){negation->first, other};
	if (other != negation->last)
		return true;
	*pair = (struct negation){non_before(scan, negation->first), negation->last};
	if (pair->first != negation->first)
		return true;
	if (before == NULL || !governs(scan, before, negation))
		return false;
	pair->first = before->first;
	return true;
}

void
clair_scan_negations(struct clair_scan *scan)
{
	struct negation before = {0};
	bool has_before = false;
	uint32_t doubled = 0; /* first word after the last pair */

	for (uint32_t i = 0; i < scan->count; i++) {
		struct negation negation = {i, i};
		struct negation pair;

		if (scan->tokens[i].part == CLAIR_PART_NE ? !find_negation(scan, i, &negation)
		                                          : !denies_at_start(scan, i))
			continue;
		clair_scan_add(scan, CLAIR_USES_NEGATION, negation.first, negation.last);
		if (is_double(scan, has_before ? &before : NULL, &negation, &pair) && pair.first >= doubled) {
			clair_scan_add(scan, CLAIR_USES_DOUBLE_NEGATION, pair.first, pair.last);
			doubled = pair.last + 1;
		}
		before = negation;
		has_before = true;
	}
}
