/* clair_run_write, and what the writers share. See report.h. */
#include "report/report.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PENDING_LIMIT = 32768 };

static void
flush(struct clair_report *report)
{
	if (report->pending.failed)
		report->failed = true;
	if (!report->failed && report->pending.length > 0)
		report->failed = !report->write(
		    report->payload, report->pending.bytes, report->pending.length);
	clair_buf_clear(&report->pending);
}

void
clair_put(struct clair_report *report, const char *bytes, size_t length)
{
	if (report->failed)
		return;
	clair_buf_add(&report->pending, bytes, length);
	if (report->pending.failed || report->pending.length >= PENDING_LIMIT)
		flush(report);
}

void
clair_next_file(struct clair_report *report, const char *name)
{
	flush(report);
	if (!report->failed)
		report->failed = !report->options->open(report->payload, name);
}

void
clair_puts(struct clair_report *report, const char *text)
{
	clair_put(report, text, strlen(text));
}

/* For marks and whole numbers; what depends on a locale is not printed this way. */
void
clair_putf(struct clair_report *report, const char *format, ...)
{
	char text[256];
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (length < 0 || (size_t)length >= sizeof(text))
		report->failed = true;
	else
		clair_put(report, text, (size_t)length);
}

static const char *
phrase_made(struct clair_report *report)
{
	if (report->phrase.failed)
		report->failed = true;
	return report->phrase.bytes;
}

const char *
clair_string_of(const struct clair_report *report, enum clair_string id)
{
	/* The table of the RGAA tests is of no run. */
	const bool of_texts = report->run != NULL && report->run->of_texts;

	return clair_string(report->lang, of_texts ? clair_string_for_texts(id) : id);
}

const char *
clair_text_of(struct clair_report *report, const struct clair_text *text)
{
	const char *words = report->lang == CLAIR_FR ? text->fr : text->en;

	clair_buf_clear(&report->phrase);
	clair_format(&report->phrase, report->lang, words != NULL ? words : "", NULL, 0);
	return phrase_made(report);
}

const char *
clair_rule_page(struct clair_report *report, const struct clair_rule *rule)
{
	clair_buf_clear(&report->phrase);
	clair_buf_printf(&report->phrase, CLAIR_HOMEPAGE "%s/%s.html",
	    report->lang == CLAIR_FR ? "fr" : "en", rule->id);
	return phrase_made(report);
}

const char *
clair_phrase(struct clair_report *report, enum clair_string id,
    const struct clair_argument *arguments, size_t count)
{
	clair_buf_clear(&report->phrase);
	clair_format(&report->phrase, report->lang, clair_string_of(report, id), arguments, count);
	return phrase_made(report);
}

const char *
clair_finding_phrase(struct clair_report *report, const struct clair_finding *finding)
{
	clair_buf_clear(&report->phrase);
	clair_finding_message(&report->phrase, report->lang, finding);
	return phrase_made(report);
}

const char *
clair_score_phrase(struct clair_report *report, double score)
{
	clair_buf_clear(&report->phrase);
	clair_format_score(&report->phrase, report->lang, score);
	return phrase_made(report);
}

/* One decimal, as scores. */
static double
tenths(double value)
{
	return round(value * 10) / 10;
}

const char *
clair_reading_phrase(struct clair_report *report)
{
	const struct clair_run_readings *readings = &report->run->readings;

	return CLAIR_PHRASE(report, CLAIR_STRING_READING_MEAN,
	    CLAIR_NUMBER("index", tenths(readings->mean)), CLAIR_NUMBER("a", readings->grades[0]),
	    CLAIR_NUMBER("b", readings->grades[1]), CLAIR_NUMBER("c", readings->grades[2]),
	    CLAIR_NUMBER("d", readings->grades[3]), CLAIR_NUMBER("e", readings->grades[4]));
}

const char *
clair_page_reading_phrase(struct clair_report *report, const struct clair_page_reading *reading)
{
	const char grade[] = {(char)('A' + reading->grade), '\0'};

	if (reading->index < 0)
		return clair_string_of(report,
		    reading->too_short ? CLAIR_STRING_READING_TOO_SHORT : CLAIR_STRING_BAND_UNKNOWN);
	return CLAIR_PHRASE(report, CLAIR_STRING_READING_PAGE, CLAIR_WORDS("grade", grade),
	    CLAIR_NUMBER("index", tenths(reading->index)));
}

const char *
clair_who_phrase(struct clair_report *report, unsigned who)
{
	const char *before = "";

	clair_buf_clear(&report->phrase);
	if ((who & CLAIR_EVERYONE) == CLAIR_EVERYONE) {
		clair_buf_puts(
		    &report->phrase, clair_string_of(report, CLAIR_STRING_EVERYONE));
		return phrase_made(report);
	}
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((who & (1u << i)) == 0)
			continue;
		clair_buf_puts(&report->phrase, before);
		clair_buf_puts(&report->phrase,
		    clair_string_of(report, clair_persona_string((enum clair_persona)i)));
		before = ", ";
	}
	return phrase_made(report);
}

/* The strings from `first` on whose bits are set. */
static const char *
list_phrase(struct clair_report *report, uint32_t bits, enum clair_string first, const char *none)
{
	const char *before = "";

	clair_buf_clear(&report->phrase);
	for (unsigned i = 0; i < 32; i++) {
		if ((bits & (1u << i)) == 0)
			continue;
		clair_buf_puts(&report->phrase, before);
		clair_buf_puts(&report->phrase, clair_string_of(report, (enum clair_string)((unsigned)first + i)));
		before = ", ";
	}
	if (bits == 0)
		clair_buf_puts(&report->phrase, none);
	return phrase_made(report);
}

const char *
clair_needs_phrase(struct clair_report *report, const struct clair_procedure_label *label)
{
	return list_phrase(report, label->needs, CLAIR_STRING_NEED_ACCOUNT, clair_string_of(report, CLAIR_STRING_NEEDS_NOTHING));
}

const char *
clair_channels_phrase(struct clair_report *report, unsigned channels)
{
	return list_phrase(
	    report, channels, CLAIR_STRING_CHANNEL_ONLINE, clair_string_of(report, CLAIR_STRING_NEEDS_NOTHING));
}

const char *
clair_parts_phrase(struct clair_report *report, const struct clair_procedure_label *label)
{
	return list_phrase(report, label->parts, CLAIR_STRING_PART_WHO, "");
}

const char *
clair_skills_phrase(struct clair_report *report, const struct clair_procedure_label *label)
{
	const char *before = "";

	clair_buf_clear(&report->phrase);
	for (unsigned i = 0; i < CLAIR_SKILL_COUNT; i++) {
		const struct clair_argument arguments[] = {
		    CLAIR_WORDS("skill", clair_string_of(report, (enum clair_string)(CLAIR_STRING_SKILL_INFORMATION + i))),
		    CLAIR_NUMBER("level", label->skills[i])};

		if (label->skills[i] == 0)
			continue;
		clair_buf_puts(&report->phrase, before);
		clair_format(&report->phrase, report->lang, clair_string_of(report, CLAIR_STRING_SKILL_LEVEL), arguments, 2);
		before = ", ";
	}
	return phrase_made(report);
}

void
clair_marked_message(struct clair_report *report, const struct clair_finding *finding, struct clair_buf *out)
{
	struct clair_finding quoted = *finding;
	struct clair_buf words[CLAIR_ARGUMENT_LIMIT];

	for (unsigned i = 0; i < quoted.argument_count; i++) {
		struct clair_argument *argument = &quoted.arguments[i];

		clair_buf_init(&words[i], 0);
		if (argument->is_number || argument->value == NULL || argument->value[0] == '\0')
			continue;
		clair_buf_puts(&words[i], CLAIR_QUOTE_BEGINS);
		clair_clean(&words[i], argument->value, strlen(argument->value), true);
		clair_buf_puts(&words[i], CLAIR_QUOTE_ENDS);
		argument->value = words[i].bytes;
		report->failed |= words[i].failed;
	}
	clair_finding_message(out, report->lang, &quoted);
	report->failed |= out->failed;
	for (unsigned i = 0; i < quoted.argument_count; i++)
		clair_buf_free(&words[i]);
}

const char *
clair_note_phrase(struct clair_report *report, const char *key)
{
	const enum clair_string id = clair_note_string(key);

	return CLAIR_PHRASE(report, id == CLAIR_STRING_OTHER_REASON ? CLAIR_STRING_NOTE_OTHER : id,
	    CLAIR_WORDS("key", key));
}

/* Numbers of lines are not quantities: no space between thousands. */
static const char *
phrase_of_place(struct clair_report *report, enum clair_string id, const struct clair_finding *finding)
{
	char line[16];
	char column[16];

	snprintf(line, sizeof(line), "%u", finding->line);
	snprintf(column, sizeof(column), "%u", finding->column);
	return CLAIR_PHRASE(report, id, CLAIR_WORDS("line", line), CLAIR_WORDS("column", column),
	    CLAIR_WORDS("words", finding->excerpt), CLAIR_WORDS("change", finding->fix.value));
}

const char *
clair_place_phrase(struct clair_report *report, const struct clair_finding *finding)
{
	return phrase_of_place(report, CLAIR_STRING_PLACE, finding);
}

const char *
clair_place_words_phrase(struct clair_report *report, const struct clair_finding *finding)
{
	const struct clair_fix *fix = &finding->fix;

	return phrase_of_place(report,
	    fix->kind == CLAIR_FIX_REPLACE_TEXT && fix->value != NULL ? CLAIR_STRING_PLACE_CHANGE
	                                                              : CLAIR_STRING_PLACE_WORDS,
	    finding);
}

const char *
clair_css_phrase(struct clair_report *report, const struct clair_finding *finding)
{
	const struct clair_css_pointer *css = &finding->css;
	char line[16];
	char column[16];

	snprintf(line, sizeof(line), "%u", css->line);
	snprintf(column, sizeof(column), "%u", css->column);
	return CLAIR_PHRASE(report, CLAIR_STRING_CSS_PLACE, CLAIR_WORDS("property", css->property),
	    CLAIR_WORDS("url", css->url), CLAIR_WORDS("line", line), CLAIR_WORDS("column", column));
}

const char *
clair_reason_phrase(struct clair_report *report, const struct clair_result *page)
{
	const enum clair_string why = clair_reason_string(page->not_tested_reason);

	clair_buf_clear(&report->phrase);
	clair_buf_puts(&report->phrase, clair_string_of(report, why));
	if (page->http_status >= 400)
		clair_buf_printf(&report->phrase, " (HTTP %d)", page->http_status);
	else if (why == CLAIR_STRING_OTHER_REASON && page->not_tested_reason != NULL)
		clair_buf_printf(&report->phrase, " (%s)", page->not_tested_reason);
	return phrase_made(report);
}

bool
clair_page_is_skipped(const struct clair_result *page)
{
	static const char *const keys[] = {"duplicate", "variant", "not-html"};

	/* A file was given to be tested. */
	if (page->tested || page->file != NULL || page->not_tested_reason == NULL)
		return false;
	for (size_t i = 0; i < CLAIR_LEN(keys); i++) {
		if (strcmp(page->not_tested_reason, keys[i]) == 0)
			return true;
	}
	return false;
}

bool
clair_report_asks(const struct clair_report *report, size_t rule, const struct clair_result *page)
{
	const struct clair_score_rule *asked = &report->rules[rule];

	return asked->enabled && (asked->rule->scope == CLAIR_SITE) == (page == NULL) &&
	    (page == NULL || !page->is_text || asked->rule->on_text);
}

const char *
clair_stopped_phrase(struct clair_report *report, const struct clair_rule *rule, uint32_t pages)
{
	return CLAIR_PHRASE(report, CLAIR_STRING_RULE_STOPPED, CLAIR_WORDS("place", rule->place),
	    CLAIR_WORDS("rule", rule->id), CLAIR_NUMBER("n", pages));
}

bool
clair_report_has_axis(const struct clair_report *report, enum clair_axis axis)
{
	return !report->run->of_texts || axis == CLAIR_COMPREHENSION;
}

enum clair_severity
clair_report_severity(const struct clair_report *report, const struct clair_finding *finding)
{
	if (finding->outcome == CLAIR_REVIEW)
		return CLAIR_SEVERITY_REVIEW;
	for (size_t i = 0; i < report->rule_count; i++) {
		if (report->rules[i].rule == finding->rule)
			return report->rules[i].severity;
	}
	return finding->rule->severity;
}

enum clair_string
clair_report_band(const struct clair_report *report, double score)
{
	if (score < 0)
		return CLAIR_STRING_BAND_UNKNOWN;
	if (score >= report->weights.good)
		return CLAIR_STRING_BAND_GOOD;
	return score >= report->weights.fair ? CLAIR_STRING_BAND_FAIR : CLAIR_STRING_BAND_POOR;
}

enum clair_kind
clair_kind_of(const struct clair_finding *finding)
{
	if (finding->outcome == CLAIR_FAIL)
		return CLAIR_DEFECT;
	return finding->rule->audit ? CLAIR_QUESTION : CLAIR_DOUBT;
}

uint32_t
clair_report_causes(const struct clair_report *report, enum clair_kind kind)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < report->run->cause_count; i++)
		count += clair_kind_of(clair_run_cause(report->run, i)->example) == kind;
	return count;
}

uint32_t
clair_report_findings(const struct clair_result *page, enum clair_kind kind)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
		count += f->suppressed == NULL && clair_kind_of(f) == kind;
	return count;
}

const struct clair_finding *
clair_report_same_cause(const struct clair_report *report, const struct clair_cause *cause,
    const struct clair_finding *previous)
{
	const struct clair_finding *next;

	if (!report->run->of_texts || cause->example_page == NULL)
		return NULL;
	next = previous == NULL ? cause->example_page->first : previous->next;
	while (next != NULL && (next == cause->example || next->suppressed != NULL ||
	                           strcmp(next->cause, cause->id) != 0))
		next = next->next;
	return next;
}

uint32_t
clair_report_falc_pages(const struct clair_report *report)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < report->run->page_count; i++)
		count += clair_run_page(report->run, i)->is_falc;
	return count;
}

bool
clair_report_only_asks(const struct clair_report *report)
{
	bool asks = false;

	for (size_t i = 0; i < report->rule_count; i++) {
		if (report->rules[i].enabled && !report->rules[i].rule->audit)
			return false;
		asks |= report->rules[i].enabled;
	}
	return asks;
}

static uint32_t
silenced(const struct clair_finding *first, bool in_page)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = first; f != NULL; f = f->next)
		count += f->suppressed != NULL && f->suppressed->in_page == in_page;
	return count;
}

uint32_t
clair_report_silenced(const struct clair_report *report, bool in_page)
{
	const struct clair_run *run = report->run;
	uint32_t count = silenced(run->site_findings, in_page);

	for (uint32_t i = 0; i < run->page_count; i++)
		count += silenced(clair_run_page(run, i)->first, in_page);
	return count;
}

size_t
clair_report_personas(
    const struct clair_report *report, enum clair_persona order[static CLAIR_PERSONA_COUNT])
{
	const double *scores = report->run->scores.persona;
	size_t count = 0;

	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		size_t at;

		if (scores[i] < 0)
			continue;
		for (at = count++; at > 0 && scores[order[at - 1]] > scores[i]; at--)
			order[at] = order[at - 1];
		order[at] = (enum clair_persona)i;
	}
	return count;
}

const char *
clair_report_url(const struct clair_report *report, const struct clair_result *page)
{
	if (page == NULL)
		return report->run->crawl.start != NULL ? report->run->crawl.start : "";
	if (page->final_url != NULL && page->final_url[0] != '\0')
		return page->final_url;
	if (page->url != NULL && page->url[0] != '\0')
		return page->url;
	return page->file != NULL ? page->file : "";
}

void
clair_report_open(struct clair_report *report)
{
	report->failed = false;
	clair_buf_init(&report->pending, 0);
	clair_buf_init(&report->phrase, 0);
}

enum clair_status
clair_report_close(struct clair_report *report)
{
	flush(report);
	clair_buf_free(&report->pending);
	clair_buf_free(&report->phrase);
	return report->failed ? CLAIR_IO : CLAIR_OK;
}

enum clair_status
clair_report_write(struct clair_report *report, enum clair_format format)
{
	static void (*const writers[CLAIR_FORMAT_COUNT])(struct clair_report *) = {
#define FORMAT(id, name, writer, ...) writer,
#include "clairlint/format.def"
#undef FORMAT
	};

	if ((size_t)format >= CLAIR_LEN(writers))
		return CLAIR_BAD_INPUT;
	report->lang = report->options->lang;
	clair_report_open(report);
	writers[format](report);
	return clair_report_close(report);
}

enum clair_status
clair_report_start(struct clair_report *report, struct clair_arena *mem, const struct clair_run *run,
    const struct clair_write_options *options, clair_write_fn *write, void *payload)
{
	struct clair_score_rule *rules;

	*report = (struct clair_report){
		.run = run,
		.rule_count = clair_linter_rule_count(run->linter),
		.options = options,
		.lang = options->lang,
		.write = write,
		.payload = payload,
	};
	rules = clair_alloc_array(mem, report->rule_count + 1, sizeof(*rules));
	if (rules == NULL)
		return CLAIR_NO_MEMORY;
	for (size_t i = 0; i < report->rule_count; i++)
		rules[i] = clair_score_rule_at(run->linter, i);
	report->rules = rules;
	return clair_score_weights_load(&report->weights, run->linter) ? CLAIR_OK : CLAIR_BAD_INPUT;
}

enum clair_status
clair_run_write(const struct clair_run *run, enum clair_format format,
    const struct clair_write_options *options, clair_write_fn *write, void *payload)
{
	struct clair_report report;
	struct clair_arena arena;
	enum clair_status status;

	clair_arena_init(&arena, 0);
	status = clair_report_start(&report, &arena, run, options, write, payload);
	if (status == CLAIR_OK)
		status = clair_report_write(&report, format);
	clair_arena_free(&arena);
	return status;
}
