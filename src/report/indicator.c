/* See indicator.h. */
#include "report/indicator.h"

#include <math.h>
#include <string.h>

bool
clair_report_has_indicators(const struct clair_report *report)
{
	return report->run->crawl.is_site && report->run->indicator_count != 0;
}

enum clair_string
clair_indicator_title(const struct clair_indicator *indicator)
{
	static const struct {
		const char *id;
		enum clair_string title;
	} titles[] = {
		{"I1", CLAIR_STRING_I_1},
		{"I2", CLAIR_STRING_I_2},
		{"I3", CLAIR_STRING_I_3},
		{"I4", CLAIR_STRING_I_4},
		{"I5", CLAIR_STRING_I_5},
		{"I6", CLAIR_STRING_I_6},
		{"I7", CLAIR_STRING_I_7},
		{"I8", CLAIR_STRING_I_8},
		{"I9", CLAIR_STRING_I_9},
		{"I10", CLAIR_STRING_I_10},
	};

	for (size_t i = 0; i < CLAIR_LEN(titles); i++)
		if (strcmp(titles[i].id, indicator->id) == 0)
			return titles[i].title;
	return CLAIR_STRING_I_INDICATOR;
}

/* Few significant figures: an indicator is read at a glance. */
static double
rounded(double value)
{
	return round(value * 10) / 10;
}

static const char *
who(const struct clair_report *report, const struct clair_indicator *indicator)
{
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
		if (indicator->word != NULL && strcmp(indicator->word, clair_persona_name((enum clair_persona)i)) == 0)
			return clair_string_of(report, clair_persona_string((enum clair_persona)i));
	return "";
}

const char *
clair_indicator_phrase(struct clair_report *report, const struct clair_indicator *indicator)
{
	const struct clair_argument value = CLAIR_NUMBER("value", rounded(indicator->value));
	const double first = rounded(indicator->parts[0].value);

	if (!indicator->measured)
		return CLAIR_PHRASE(report, CLAIR_STRING_I_NONE,
		    CLAIR_WORDS("why", clair_string_of(report, clair_indicator_why_string(indicator->reason))));
	if (strcmp(indicator->id, "I1") == 0)
		return CLAIR_PHRASE(report, CLAIR_STRING_I_LEVELS, value, CLAIR_NUMBER("a", first),
		    CLAIR_NUMBER("aa", rounded(indicator->parts[1].value)));
	if (strcmp(indicator->id, "I4") == 0)
		return CLAIR_PHRASE(report, CLAIR_STRING_I_HUMAN, value, CLAIR_NUMBER("other", first));
	if (strcmp(indicator->id, "I9") == 0)
		return CLAIR_PHRASE(report, CLAIR_STRING_I_HOSTS, value, CLAIR_NUMBER("other", first));
	if (strcmp(indicator->id, "I10") == 0)
		return CLAIR_PHRASE(
		    report, CLAIR_STRING_I_PERSONA, value, CLAIR_WORDS("who", who(report, indicator)));
	return CLAIR_PHRASE(report,
	    strcmp(indicator->unit, "percent") == 0 ? CLAIR_STRING_I_PERCENT : CLAIR_STRING_I_NUMBER, value);
}
