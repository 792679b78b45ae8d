/* Stable names of the public enums, as in the JSON. */
#include "clairlint/clairlint.h"

#define NAME(table, value) \
	((size_t)(value) < sizeof(table) / sizeof((table)[0]) ? (table)[value] : "unknown")

const char *
clair_severity_name(enum clair_severity severity)
{
	static const char *const names[] = {"review", "minor", "major", "blocking"};

	return NAME(names, severity);
}

const char *
clair_outcome_name(enum clair_outcome outcome)
{
	static const char *const names[] = {
		"inapplicable", "passed", "failed", "review", "untested"};

	return NAME(names, outcome);
}

const char *
clair_untested_name(enum clair_untested_reason reason)
{
	static const char *const names[] = {
		[CLAIR_WHY_NONE] = "none",
		[CLAIR_WHY_NEEDS_STYLE] = "needs-style",
		[CLAIR_WHY_NEEDS_SCRIPTS] = "needs-scripts",
		[CLAIR_WHY_TOO_SHORT] = "too-short",
		[CLAIR_WHY_NOT_FRENCH] = "not-french",
		[CLAIR_WHY_APPROXIMATE] = "approximate",
		[CLAIR_WHY_INCOMPLETE] = "incomplete",
		[CLAIR_WHY_FEW_PAGES] = "few-pages",
		[CLAIR_WHY_SILENCED] = "silenced",
	};

	return NAME(names, reason);
}

const char *
clair_persona_name(enum clair_persona persona)
{
	static const char *const names[] = {
		[CLAIR_PERSONA_BLIND] = "blind",
		[CLAIR_PERSONA_LOW_VISION] = "low-vision",
		[CLAIR_PERSONA_DEAF] = "deaf",
		[CLAIR_PERSONA_MOTOR] = "motor",
		[CLAIR_PERSONA_LOW_LITERACY] = "low-literacy",
		[CLAIR_PERSONA_NEWCOMER] = "newcomer",
		[CLAIR_PERSONA_COGNITIVE] = "cognitive",
		[CLAIR_PERSONA_PHONE_ONLY] = "phone-only",
		[CLAIR_PERSONA_ELDERLY] = "elderly",
	};

	return NAME(names, persona);
}

const char *
clair_axis_name(enum clair_axis axis)
{
	static const char *const names[] = {"access", "comprehension", "journey"};

	return NAME(names, axis);
}

const char *
clair_format_name(enum clair_format format)
{
	static const char *const names[] = {"text", "json", "jsonl", "html", "earl", "rgaa-grid"};

	return NAME(names, format);
}
