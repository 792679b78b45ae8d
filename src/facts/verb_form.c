/* Tenses and moods that readers seldom meet, participles, and heavy relatives. */
#include "facts/construction.h"

enum { VERB_FAR = 10 };

/* "afin que", "il faut que": the first verb with a person after it. Gives 0 when there is none near. */
static uint32_t
governed_verb(const struct clair_scan *scan, uint32_t at)
{
	for (uint32_t i = at + 1; i < scan->count && i - at <= VERB_FAR; i++) {
		if (scan->tokens[i].sign == CLAIR_SIGN_STRONG)
			return 0;
		if ((scan->tokens[i].gram & CLAIR_FINITE) != 0 &&
		    (scan->tokens[i].is_finite || (scan->tokens[i].gram & CLAIR_NOUN) == 0))
			return i;
	}
	return 0;
}

static bool
is_after_que(const struct clair_scan *scan, uint32_t at)
{
	for (uint32_t i = at; i > 0 && at - i < VERB_FAR; i--) {
		const uint8_t part = scan->tokens[i - 1].part;

		if (part == CLAIR_PART_QUE || part == CLAIR_PART_QUI || part == CLAIR_PART_SUBORDINATES ||
		    part == CLAIR_PART_HEAVY_RELATIVE)
			return true;
		if (scan->tokens[i - 1].is_finite)
			return false;
	}
	return false;
}

/* Forms that are of one tense only. "data" is English on nearly all pages. */
static void
look_at_tense(struct clair_scan *scan, uint32_t at)
{
	if (!scan->tokens[at].is_finite)
		return;
	switch (scan->tokens[at].gram & CLAIR_FINITE) {
	case CLAIR_CONDITIONAL:
		clair_scan_add(scan, CLAIR_USES_CONDITIONAL, at, at);
		break;
	case CLAIR_PAST_SIMPLE:
		if (!CLAIR_SCAN_IS(scan, at, "data"))
			clair_scan_add(scan, CLAIR_USES_PAST_SIMPLE, at, at);
		break;
	case CLAIR_SUBJUNCTIVE_IMPERFECT:
		clair_scan_add(scan, CLAIR_USES_SUBJUNCTIVE_IMPERFECT, at, at);
		break;
	default:
		break;
	}
}

/* Shared forms (demande, porte) are subjunctive after a list of conjunctions. */
static void
look_for_subjunctives(struct clair_scan *scan)
{
	uint32_t governed = 0;

	for (uint32_t i = 0; i < scan->count; i++) {
		const char *value;
		const struct clair_word *que;

		que = clair_expression(
		    scan->ctx, "conjonctions-subjonctif", scan->sentence, &scan->words[i], &value);
		if (que != NULL)
			governed = governed_verb(scan, (uint32_t)(que - scan->words));
		if ((scan->tokens[i].gram & CLAIR_SUBJUNCTIVE) == 0)
			continue;
		if ((governed != 0 && i == governed) || (is_after_que(scan, i) &&
		        ((scan->tokens[i].gram & CLAIR_FINITE) == CLAIR_SUBJUNCTIVE) &&
		        (scan->tokens[i].gram & CLAIR_NOUN) == 0))
			clair_scan_add(scan, CLAIR_USES_SUBJUNCTIVE, i, i);
	}
}

static void
look_at_participle(struct clair_scan *scan, uint32_t at)
{
	const uint32_t before = clair_scan_before_clitics(scan, at);

	if (!clair_scan_only(scan, at, CLAIR_PRESENT_PARTICIPLE))
		return;
	if (before != at && CLAIR_SCAN_IS(scan, before, "en"))
		clair_scan_add(scan, CLAIR_USES_GERUND, before, at);
	else if (!CLAIR_SCAN_IS(scan, at, "concernant"))
		clair_scan_add(scan, CLAIR_USES_PRESENT_PARTICIPLE, at, at);
}

/* dont, lequel…; où after a noun. Not at the head of a question. */
static void
look_at_relative(struct clair_scan *scan, uint32_t at)
{
	const bool is_lone = at == 0 || scan->tokens[at].sign == CLAIR_SIGN_STRONG;

	if (scan->tokens[at].part == CLAIR_PART_HEAVY_RELATIVE && !is_lone)
		clair_scan_add(scan, CLAIR_USES_RELATIVE, at, at);
	else if (scan->tokens[at].part == CLAIR_PART_WHERE && scan->tokens[at].sign == CLAIR_SIGN_NONE &&
	    (scan->tokens[at - 1].gram & CLAIR_NOUN) != 0)
		clair_scan_add(scan, CLAIR_USES_RELATIVE, at, at);
}

void
clair_scan_forms(struct clair_scan *scan)
{
	look_for_subjunctives(scan);
	for (uint32_t i = 0; i < scan->count; i++) {
		if ((scan->tokens[i].gram & CLAIR_FINITE) != 0)
			look_at_tense(scan, i);
		if ((scan->tokens[i].gram & CLAIR_PRESENT_PARTICIPLE) != 0)
			look_at_participle(scan, i);
		look_at_relative(scan, i);
	}
}
