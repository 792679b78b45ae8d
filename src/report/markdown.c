/* See markdown.h. */
#include "report/markdown.h"

#include <string.h>

/* CommonMark 4: what only means something at the start of a line. */
static bool
starts_block(const char *text, size_t at)
{
	size_t digits;

	if (at == 0 && strchr("+-=", text[0]) != NULL)
		return true;
	digits = strspn(text, "0123456789");
	return at == digits && digits > 0 && (text[at] == '.' || text[at] == ')');
}

void
clair_markdown_plain(struct clair_buf *out, const char *text)
{
	struct clair_buf clean;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	for (size_t i = 0; i < clean.length; i++) {
		if (strchr("\\`*_[]<>|~#&$!", clean.bytes[i]) != NULL || starts_block(clean.bytes, i))
			clair_buf_putc(out, '\\');
		clair_buf_putc(out, clean.bytes[i]);
	}
	out->failed |= clean.failed;
	clair_buf_free(&clean);
}

bool
clair_power_add(struct clair_power *power, const struct clair_rule *rule,
    const struct clair_rule_says *said, uint64_t messages)
{
	const bool fails = (said->fails & messages) != 0;
	const bool reviews = (said->reviews & messages) != 0;

	power->proves |= fails;
	power->asks |= rule->audit && reviews;
	power->doubts |= !rule->audit && reviews;
	return fails || reviews;
}

bool
clair_power_shows(struct clair_power power)
{
	return power.proves || power.doubts || power.asks;
}

void
clair_markdown_say(struct clair_report *report, enum clair_string id)
{
	clair_puts(report, clair_phrase(report, id, NULL, 0));
}

void
clair_markdown_heading(struct clair_report *report, enum clair_string id)
{
	clair_puts(report, "\n## ");
	clair_markdown_say(report, id);
	clair_puts(report, "\n\n");
}

void
clair_markdown_title(struct clair_report *report, const char *title,
    const enum clair_string *paragraphs, size_t count)
{
	clair_puts(report, "# ");
	clair_puts(report, title);
	clair_puts(report, "\n");
	for (size_t i = 0; i < count; i++) {
		clair_puts(report, "\n");
		clair_markdown_say(report, paragraphs[i]);
		clair_puts(report, "\n");
	}
}

void
clair_markdown_words(struct clair_report *report, const enum clair_string *words, size_t count)
{
	clair_markdown_heading(report, CLAIR_STRING_R_WORDS);
	for (size_t i = 0; i < count; i++)
		clair_markdown_item(report, words[i]);
}

void
clair_markdown_columns(struct clair_report *report, const enum clair_string *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		clair_puts(report, "| ");
		clair_markdown_say(report, columns[i]);
		clair_puts(report, " ");
	}
	clair_puts(report, "|\n|");
	for (size_t i = 0; i < count; i++)
		clair_puts(report, " --- |");
	clair_puts(report, "\n");
}

void
clair_markdown_rule(struct clair_report *report, const struct clair_rule *rule, bool is_first)
{
	clair_putf(report, "%s`%s`", is_first ? "" : ", ", rule->id);
}

void
clair_markdown_item(struct clair_report *report, enum clair_string id)
{
	clair_puts(report, "- ");
	clair_markdown_say(report, id);
	clair_puts(report, "\n");
}

void
clair_markdown_counted(struct clair_report *report, enum clair_string id, uint32_t n, uint32_t all)
{
	clair_puts(report, "- ");
	clair_puts(report, CLAIR_PHRASE(report, id, CLAIR_NUMBER("n", n), CLAIR_NUMBER("all", all)));
	clair_puts(report, "\n");
}

void
clair_markdown_cell(struct clair_report *report, const struct clair_text *text)
{
	for (const char *at = clair_text_of(report, text); *at != '\0'; at++) {
		if (strchr("|<\\", *at) != NULL)
			clair_puts(report, "\\");
		clair_put(report, at, 1);
	}
}

void
clair_markdown_power(struct clair_report *report, struct clair_power power, enum clair_string unseen)
{
	const struct {
		bool holds;
		enum clair_string id;
	} parts[] = {
		{power.decides, CLAIR_STRING_R_DECIDES},
		{power.proves && !power.decides, CLAIR_STRING_R_PROVES},
		{power.doubts, CLAIR_STRING_R_DOUBTS},
		{power.asks, CLAIR_STRING_R_ASKS},
		{!clair_power_shows(power), unseen},
	};
	const char *space = "";

	for (size_t i = 0; i < CLAIR_LEN(parts); i++) {
		if (!parts[i].holds)
			continue;
		clair_puts(report, space);
		clair_markdown_say(report, parts[i].id);
		space = " ";
	}
}
