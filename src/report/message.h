/*
 * Sentences in the language of the report. {name} is the argument; {name|mot|mots} is the word that
 * goes with its number: in French 0 and 1 are singular (and 1,5), in English only 1 is. In French, a
 * space of the sentence that must not break (« a », b : c) is made unbreakable here.
 */
#ifndef CLAIR_REPORT_MESSAGE_H
#define CLAIR_REPORT_MESSAGE_H

#include "base/buf.h"
#include "engine/run.h"

enum clair_string {
#define X(id, fr, en) CLAIR_STRING_##id,
#include "report/strings.def"
#undef X
	CLAIR_STRING_COUNT,
};

const char *clair_string(enum clair_lang lang, enum clair_string id);

/* The string that stands for this one when no page is judged, but texts. */
enum clair_string clair_string_for_texts(enum clair_string id);

/* Adds the sentence to `out`. An unknown argument stays as written, so that a mistake is seen. */
void clair_format(struct clair_buf *out, enum clair_lang lang, const char *sentence,
    const struct clair_argument *arguments, size_t count);

/* At most `decimals` (0 to 4) decimals, none at the end when they are zeros: 1 234,5 or 1,234.5. */
void clair_format_number(
    struct clair_buf *out, enum clair_lang lang, double number, int decimals);

/* Always one decimal: scores stand in columns. 45,0 or 45.0. */
void clair_format_score(struct clair_buf *out, enum clair_lang lang, double score);

void clair_finding_message(
    struct clair_buf *out, enum clair_lang lang, const struct clair_finding *finding);

/* Words for the keys that other layers give: why a page was not tested, why the crawl stopped, what
 * to know of a page. A key without words of ours gives CLAIR_STRING_OTHER_REASON. */
enum clair_string clair_reason_string(const char *key);
enum clair_string clair_stop_string(const char *key);
enum clair_string clair_note_string(const char *key);
enum clair_string clair_sheet_string(const char *key); /* why a style sheet was not read */
enum clair_string clair_indicator_why_string(const char *key); /* an indicator was not measured */
enum clair_string clair_why_string(enum clair_untested_reason why); /* a rule could not decide */
enum clair_string clair_persona_string(enum clair_persona persona);
enum clair_string clair_axis_string(enum clair_axis axis);
enum clair_string clair_axis_question(enum clair_axis axis);
enum clair_string clair_severity_string(enum clair_severity severity);
enum clair_string clair_rgaa_string(enum clair_rgaa_state state);
enum clair_string clair_outcome_string(enum clair_outcome outcome);

/* The sentence on a comment in this state, which takes where, rule, n, reason and day. */
enum clair_string clair_ignore_string(enum clair_ignore_state state);

/* RGAA and JSON abbreviation of a state: NC, NA, C, NT. */
const char *clair_rgaa_name(enum clair_rgaa_state state);

/* A copy of text that came from a page, fit to be shown: bytes that are not UTF-8 become U+FFFD.
 * With `visible`, so do control and direction characters, and a line break becomes a space. */
void clair_clean(struct clair_buf *out, const char *text, size_t length, bool visible);

/* Bytes of `text` that make at most `columns` columns of a terminal. */
size_t clair_fit(const char *text, int columns);
int clair_columns(const char *text);

#endif
