/* Passives: être, then a participle that is neither a past tense nor a state; and who acts. */
#include "facts/construction.h"

#include <string.h>

enum {
	BETWEEN = 12,      /* words from être to its participle */
	INSERTED = 10,     /* of them between two commas */
	AGENT_FAR = 14,    /* words from the participle to par */
	AGENT_LONG = 16,
};

/* --- From être to its participle ------------------------------------------------------------------- */

static bool
is_adverb(const struct clair_scan *scan, uint32_t at)
{
	return clair_scan_only(scan, at, CLAIR_ADVERB) ||
	    ((scan->tokens[at].gram & CLAIR_ADVERB) != 0 &&
	        (scan->tokens[at].gram & (CLAIR_PAST_PARTICIPLE | CLAIR_PREPOSITION)) == 0);
}

/* The word after an expression such as "à nouveau" that starts here, or `at`. */
static uint32_t
after_locution(const struct clair_scan *scan, uint32_t at)
{
	const char *value;
	const struct clair_word *last = clair_expression(
	    scan->ctx, "locutions-adverbiales", scan->sentence, &scan->words[at], &value);

	return last == NULL ? at : (uint32_t)(last - scan->words) + 1;
}

static bool
may_stand_between(const struct clair_scan *scan, uint32_t at)
{
	const struct clair_token *token = &scan->tokens[at];

	return is_adverb(scan, at) || (scan->words[at].flags & CLAIR_WORD_CLITIC) != 0 ||
	    token->part == CLAIR_PART_DENIES || token->part == CLAIR_PART_NE ||
	    CLAIR_SCAN_IS(scan, at, "tous", "toutes", "tout", "toute", "rien", "donc", "alors", "ensuite",
	        "soit", "même", "elle-même", "lui-même", "eux-mêmes", "elles-mêmes");
}

/* After ", en principe," that starts at `at`; `at` when no second comma is near. */
static uint32_t
after_commas(const struct clair_scan *scan, uint32_t at)
{
	for (uint32_t i = at + 1; i < scan->count && i - at <= INSERTED; i++) {
		if (scan->tokens[i].sign == CLAIR_SIGN_COMMA)
			return i;
		if (scan->tokens[i].sign != CLAIR_SIGN_NONE || scan->tokens[i].is_finite)
			break;
	}
	return at;
}

/* The participle of the verb at `verb`, or `verb` when there is none. */
static uint32_t
participle_of(const struct clair_scan *scan, uint32_t verb)
{
	bool is_inserted = false;

	for (uint32_t i = verb + 1; i < scan->count && i - verb <= BETWEEN;) {
		const struct clair_token *token = &scan->tokens[i];
		uint32_t next = i;

		if (token->sign != CLAIR_SIGN_NONE && !is_inserted) {
			if (token->sign != CLAIR_SIGN_COMMA)
				return verb;
			next = after_commas(scan, i);
			if (next == i)
				return verb;
			is_inserted = true;
			i = next;
			continue;
		}
		if ((token->gram & CLAIR_PAST_PARTICIPLE) != 0)
			return i;
		is_inserted = false;
		next = after_locution(scan, i);
		if (next == i && !may_stand_between(scan, i))
			return verb;
		i = next == i ? i + 1 : next;
	}
	return verb;
}

/* The form of avoir that été goes with, or `at`. */
static uint32_t
auxiliary_of(const struct clair_scan *scan, uint32_t at)
{
	for (uint32_t i = at; i > 0 && at - i < BETWEEN;) {
		i--;
		if (scan->tokens[i].is_avoir)
			return i;
		if (!may_stand_between(scan, i) && scan->tokens[i + 1].sign == CLAIR_SIGN_NONE &&
		    !clair_scan_only(scan, i, CLAIR_ADVERB | CLAIR_PREPOSITION | CLAIR_NOUN | CLAIR_DETERMINER))
			break;
	}
	return at;
}

/* --- What is no passive ----------------------------------------------------------------------------- */

static bool
is_pair(const char *left, const char *right)
{
	static const char *const pairs[][2] = {{"nous", "nous"}, {"vous", "vous"}, {"je", "me"},
	    {"je", "m'"}, {"tu", "te"}, {"tu", "t'"}};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (strcmp(left, pairs[i][0]) == 0 && strcmp(right, pairs[i][1]) == 0)
			return true;
	return false;
}

/* s'est inscrit, nous nous sommes réunis; not "vous est versée", where vous is who receives. */
static bool
is_reflexive(const struct clair_scan *scan, uint32_t verb)
{
	for (uint32_t i = verb; i > 0 && verb - i < 4 && scan->tokens[i].sign == CLAIR_SIGN_NONE; i--) {
		const struct clair_token *token = &scan->tokens[i - 1];
		const char *lower = clair_scan_lower(scan, i - 1);

		if (token->part != CLAIR_PART_CLITIC && token->part != CLAIR_PART_NE)
			return false;
		if (strcmp(lower, "se") == 0 || strcmp(lower, "s'") == 0)
			return true;
		if (i > 1 && is_pair(clair_scan_lower(scan, i - 2), lower))
			return true;
		if (i > 2 && scan->tokens[i - 2].part == CLAIR_PART_NE &&
		    is_pair(clair_scan_lower(scan, i - 3), lower))
			return true;
		if (verb + 1 < scan->count && (scan->words[verb + 1].flags & CLAIR_WORD_CLITIC) != 0 &&
		    strcmp(clair_scan_lower(scan, verb + 1), lower) == 0)
			return true;
	}
	return false;
}

enum state { NO_STATE, STATE_ALONE, STATE };

/* What dictionaries/fr/participes-etats.tsv says of the participle. */
static enum state
state_of(const struct clair_scan *scan, const char *lemma)
{
	const char *value = clair_lookup(scan->ctx, "participes-etats", lemma);

	if (value == NULL)
		return NO_STATE;
	return strcmp(value, "sans agent") == 0 ? STATE_ALONE : STATE;
}

static const struct clair_reading *
participle_reading(const struct clair_scan *scan, uint32_t at)
{
	size_t count;
	const struct clair_reading *readings =
	    clair_word_readings(scan->ctx, &scan->words[at], &count);

	for (size_t i = 0; i < count; i++)
		if ((readings[i].gram & CLAIR_PAST_PARTICIPLE) != 0)
			return &readings[i];
	return NULL;
}

/* "il est procédé à": verbs without an object have that passive only. */
static bool
has_impersonal_subject(const struct clair_scan *scan, uint32_t verb)
{
	const uint32_t subject = clair_scan_before_clitics(scan, verb);

	return subject != verb && CLAIR_SCAN_IS(scan, subject, "il");
}

static bool
has_this_as_subject(const struct clair_scan *scan, uint32_t verb)
{
	const uint32_t subject = clair_scan_before_clitics(scan, verb);

	return subject != verb && CLAIR_SCAN_IS(scan, subject, "c'", "ce", "ça");
}

static bool
is_passive(const struct clair_scan *scan, uint32_t verb, uint32_t participle, bool has_agent)
{
	const struct clair_reading *reading = participle_reading(scan, participle);
	enum state state;

	if (reading == NULL || (reading->gram & (CLAIR_WITH_ETRE | CLAIR_REFLEXIVE)) != 0 ||
	    scan->tokens[participle].is_etre || is_reflexive(scan, verb))
		return false;
	if ((reading->gram & CLAIR_TRANSITIVE) == 0)
		return has_impersonal_subject(scan, verb);
	if (!has_agent && has_this_as_subject(scan, verb))
		return false;
	state = state_of(scan, clair_lexicon_lemma(reading->lemma));
	return state == NO_STATE || (state == STATE_ALONE && has_agent);
}

/* --- Who acts ----------------------------------------------------------------------------------------- */

/* par and a noun without a determiner is a way (par courrier) or a share (par an); so are those of the list
 * moyens (par la poste). */
static bool
can_start_agent(const struct clair_scan *scan, uint32_t at)
{
	const struct clair_token *token = &scan->tokens[at];
	const char *value;

	if (token->sign != CLAIR_SIGN_NONE ||
	    clair_expression(scan->ctx, "moyens", scan->sentence, &scan->words[at], &value) != NULL)
		return false;
	if ((token->gram & CLAIR_DETERMINER) != 0 || CLAIR_SCAN_IS(scan, at, "de", "d'"))
		return true;
	if (CLAIR_SCAN_IS(scan, at, "lui", "elle", "eux", "elles", "nous", "vous", "celui-ci", "celle-ci",
	        "ceux-ci", "celles-ci", "chacun", "quelqu'un", "qui", "celui", "celle", "ceux", "celles", "m",
	        "mme", "mm"))
		return true;
	return (scan->words[at].flags & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_ALL_CAPS)) != 0;
}

static bool
ends_agent(const struct clair_scan *scan, uint32_t at)
{
	const struct clair_token *token = &scan->tokens[at];

	if (token->sign != CLAIR_SIGN_NONE || token->is_finite)
		return true;
	if (token->part == CLAIR_PART_COORDINATES)
		return at + 1 == scan->count || !CLAIR_SCAN_IS(scan, at, "et", "ou") ||
		    (scan->tokens[at + 1].gram & (CLAIR_DETERMINER | CLAIR_PROPER)) == 0;
	if ((token->gram & CLAIR_DETERMINER) != 0 && (scan->tokens[at - 1].gram & (CLAIR_NOUN | CLAIR_ADJECTIVE | CLAIR_PROPER)) != 0 &&
	    token->part != CLAIR_PART_DE && (token->gram & CLAIR_PREPOSITION) == 0)
		return true;
	return token->part == CLAIR_PART_PAR || token->part == CLAIR_PART_SANS ||
	    token->part == CLAIR_PART_QUE || token->part == CLAIR_PART_QUI || token->part == CLAIR_PART_WHERE ||
	    token->part == CLAIR_PART_HEAVY_RELATIVE || token->part == CLAIR_PART_SUBORDINATES ||
	    (clair_scan_only(scan, at, CLAIR_PREPOSITION) && token->part != CLAIR_PART_DE) ||
	    clair_scan_only(scan, at, CLAIR_ADVERB) ||
	    clair_scan_only(scan, at, CLAIR_INFINITIVE | CLAIR_PAST_PARTICIPLE);
}

/* Another verb: par may be of that one (un groupe animé par…). "reçus et traités par" are one. */
static bool
is_other_verb(const struct clair_scan *scan, uint32_t at)
{
	const struct clair_token *token = &scan->tokens[at];
	const struct clair_token *before = &scan->tokens[at - 1];

	if (token->is_finite || token->is_etre || clair_scan_only(scan, at, CLAIR_INFINITIVE | CLAIR_PRESENT_PARTICIPLE) ||
	    token->part == CLAIR_PART_QUI || token->part == CLAIR_PART_QUE)
		return true;
	return (token->gram & CLAIR_PAST_PARTICIPLE) != 0 && (token->gram & CLAIR_NOUN) == 0 &&
	    before->part != CLAIR_PART_COORDINATES && token->sign != CLAIR_SIGN_COMMA;
}

/* The place of "par" of an agent, or 0. */
static uint32_t
find_agent(const struct clair_scan *scan, uint32_t participle)
{
	for (uint32_t i = participle + 1; i + 1 < scan->count && i - participle <= AGENT_FAR; i++) {
		const struct clair_token *token = &scan->tokens[i];

		if (token->sign >= CLAIR_SIGN_OPEN || is_other_verb(scan, i))
			return 0;
		if (token->part == CLAIR_PART_PAR && can_start_agent(scan, i + 1))
			return i;
	}
	return 0;
}

static uint32_t
agent_end(const struct clair_scan *scan, uint32_t first)
{
	uint32_t last = first;

	while (last + 1 < scan->count && last - first < AGENT_LONG && !ends_agent(scan, last + 1))
		last++;
	return last;
}

/* --- All of a sentence -------------------------------------------------------------------------------- */

/* "est tenu informé" */
static bool
is_before_participle(const struct clair_scan *scan, uint32_t at)
{
	return at + 1 < scan->count && CLAIR_SCAN_IS_VERB(scan, at, "tenir") &&
	    scan->tokens[at + 1].sign == CLAIR_SIGN_NONE &&
	    (scan->tokens[at + 1].gram & CLAIR_PAST_PARTICIPLE) != 0;
}

static void
look_at(struct clair_scan *scan, uint32_t verb)
{
	const uint32_t first = (scan->tokens[verb].gram & CLAIR_PAST_PARTICIPLE) != 0
	    ? auxiliary_of(scan, verb)
	    : verb;
	uint32_t participle = participle_of(scan, verb);
	struct clair_construction *passive;
	uint32_t par;

	if (participle == verb ||
	    ((scan->tokens[verb].gram & CLAIR_PAST_PARTICIPLE) != 0 && first == verb))
		return;
	if (is_before_participle(scan, participle))
		participle++;
	par = find_agent(scan, participle);
	if (!is_passive(scan, first, participle, par != 0))
		return;
	passive = clair_scan_add(scan, CLAIR_USES_PASSIVE, first, participle);
	if (passive == NULL || par == 0)
		return;
	passive->agent = &scan->words[par + 1];
	passive->agent_last = &scan->words[agent_end(scan, par + 1)];
}

void
clair_scan_passives(struct clair_scan *scan)
{
	for (uint32_t i = 0; i + 1 < scan->count; i++)
		if (scan->tokens[i].is_etre)
			look_at(scan, i);
}
