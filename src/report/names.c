/* Stable names of the public enums, as in the JSON. */
#include "clairlint/clairlint.h"

#include <string.h>

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
		[CLAIR_WHY_STOPPED] = "stopped",
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
	static const char *const names[] = {
#define FORMAT(id, name, ...) name,
#include "clairlint/format.def"
#undef FORMAT
	};

	return NAME(names, format);
}

bool
clair_format_of_texts(enum clair_format format)
{
	static const bool of_texts[] = {
#define FORMAT(id, name, writer, endings, texts) texts,
#include "clairlint/format.def"
#undef FORMAT
	};

	return format < CLAIR_FORMAT_COUNT && of_texts[format];
}

static bool
ends_with_one(const char *path, const char *endings)
{
	const size_t length = strlen(path);

	while (*endings != '\0') {
		const size_t part = strcspn(endings, "|");

		if (part > 0 && length >= part && memcmp(path + length - part, endings, part) == 0)
			return true;
		endings += part + (endings[part] == '|');
	}
	return false;
}

enum clair_format
clair_format_of_file(const char *path)
{
	static const char *const endings[] = {
#define FORMAT(id, name, writer, endings, ...) endings,
#include "clairlint/format.def"
#undef FORMAT
	};
	int format = 0;

	while (format < CLAIR_FORMAT_COUNT && !ends_with_one(path, endings[format]))
		format++;
	return (enum clair_format)format;
}
