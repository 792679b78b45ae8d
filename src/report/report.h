/*
 * What the report writers share: the run, the rules as asked, the language, and the way out.
 * A writer recomputes nothing; it words and escapes. Private to src/report/ and src/survey/.
 */
#ifndef CLAIR_REPORT_REPORT_H
#define CLAIR_REPORT_REPORT_H

#include "base/buf.h"
#include "report/message.h"
#include "score/score.h"

struct clair_report {
	const struct clair_run *run;
	const struct clair_score_rule *rules; /* of the program, in the order of ids */
	size_t rule_count;
	struct clair_score_weights weights;
	const struct clair_write_options *options;
	enum clair_lang lang;
	clair_write_fn *write;
	void *payload;
	bool failed;             /* the caller stopped us, or no memory */
	struct clair_buf pending;/* not yet given to `write` */
	struct clair_buf phrase; /* the sentence being made */
};

/* Makes a report that speaks of a run: its rules, in `mem`, and its weights. */
CLAIR_MUST_USE enum clair_status clair_report_start(struct clair_report *report, struct clair_arena *mem,
    const struct clair_run *run, const struct clair_write_options *options, clair_write_fn *write, void *payload);

/* Writes `report` in a format. The rules and weights are already there. */
CLAIR_MUST_USE enum clair_status clair_report_write(
    struct clair_report *report, enum clair_format format);

/* One writer per format; errors are in report->failed. */
#define FORMAT(id, name, writer, ...) void writer(struct clair_report *report);
#include "clairlint/format.def"
#undef FORMAT

/* Around a writer: the rooms for bytes and phrases, then the last bytes out. */
void clair_report_open(struct clair_report *report);
CLAIR_MUST_USE enum clair_status clair_report_close(struct clair_report *report);

/* --- Bytes out --- */

void clair_put(struct clair_report *report, const char *bytes, size_t length);
void clair_puts(struct clair_report *report, const char *text);
void clair_putf(struct clair_report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What follows goes to another file: see clair_write_options.open. */
void clair_next_file(struct clair_report *report, const char *name);

/* --- Sentences: made in report->phrase, which the next call reuses --- */

#define CLAIR_NUMBER(key, n) {.name = (key), .number = (double)(n), .is_number = true}
#define CLAIR_WORDS(key, text) {.name = (key), .value = (text)}
#define CLAIR_OURS(report, key, text) \
	{.name = (key), .value = (report)->lang == CLAIR_FR ? (text).fr : (text).en, .is_ours = true}
#define CLAIR_PHRASE(report, id, ...) \
	clair_phrase((report), (id), (const struct clair_argument[]){__VA_ARGS__}, \
	    sizeof((const struct clair_argument[]){__VA_ARGS__}) / sizeof(struct clair_argument))

const char *clair_phrase(struct clair_report *report, enum clair_string id,
    const struct clair_argument *arguments, size_t count);
const char *clair_string_of(const struct clair_report *report, enum clair_string id);
const char *clair_finding_phrase(
    struct clair_report *report, const struct clair_finding *finding);
/* What was found, added to `out`; words of the page stand between these two, which they never hold: they are
 * cleaned. */
#define CLAIR_QUOTE_BEGINS "\x01"
#define CLAIR_QUOTE_ENDS "\x02"
void clair_marked_message(struct clair_report *report, const struct clair_finding *finding, struct clair_buf *out);
/* What to know of a page that was tested: the note's key in words. */
const char *clair_note_phrase(struct clair_report *report, const char *key);
/* "ligne 41, colonne 9" */
const char *clair_place_phrase(struct clair_report *report, const struct clair_finding *finding);
/* "ligne 41, colonne 9 : RSA", and what to write instead when it is known */
const char *clair_place_words_phrase(
    struct clair_report *report, const struct clair_finding *finding);
/* The declaration to mend; asked only when the finding points at one. */
const char *clair_css_phrase(struct clair_report *report, const struct clair_finding *finding);
/* Why a page was not tested: "Le serveur a répondu par une erreur (HTTP 404)" */
const char *clair_reason_phrase(struct clair_report *report, const struct clair_result *page);
/* "personnes aveugles, personnes âgées" */
const char *clair_who_phrase(struct clair_report *report, unsigned who);
/* The number in words of the language, one decimal for scores. */
const char *clair_score_phrase(struct clair_report *report, double score);
/* The mean index of reading and the grades; asked only when something is measured. */
const char *clair_reading_phrase(struct clair_report *report);
/* "C, 46 sur 100", "trop court" or "non mesuré". */
const char *clair_page_reading_phrase(
    struct clair_report *report, const struct clair_page_reading *reading);
/* What a procedure takes: "un compte, une imprimante", or "rien de repéré"; its skills: "sécurité 1"; what its page
 * tells: "pour qui, coût". */
/* "téléphone, courrier", or "rien de repéré": CLAIR_CHANNELS(…) | … */
const char *clair_channels_phrase(struct clair_report *report, unsigned channels);
const char *clair_needs_phrase(struct clair_report *report, const struct clair_procedure_label *label);
const char *clair_skills_phrase(struct clair_report *report, const struct clair_procedure_label *label);
const char *clair_parts_phrase(struct clair_report *report, const struct clair_procedure_label *label);
/* The address of the page that explains a rule. */
const char *clair_rule_page(struct clair_report *report, const struct clair_rule *rule);
/* A rule of a file that was stopped, with its place. */
const char *clair_stopped_phrase(
    struct clair_report *report, const struct clair_rule *rule, uint32_t pages);
/* A text of a rule, with the typography of the language. */
const char *clair_text_of(struct clair_report *report, const struct clair_text *text);

/* --- Questions about the run --- */

/* Whether the rule at this index is asked of a page, or of the site as a whole (NULL). */
bool clair_report_asks(const struct clair_report *report, size_t rule, const struct clair_result *page);
/* Texts have a score of comprehension, and no other. */
bool clair_report_has_axis(const struct clair_report *report, enum clair_axis axis);
enum clair_severity clair_report_severity(
    const struct clair_report *report, const struct clair_finding *finding);
enum clair_string clair_report_band(const struct clair_report *report, double score);
/* What a finding is to who reads: proven, doubtful, or a question that an audit asks without any doubt. */
enum clair_kind { CLAIR_DEFECT, CLAIR_DOUBT, CLAIR_QUESTION };
enum clair_kind clair_kind_of(const struct clair_finding *finding);
/* A crawl met it, and it has nothing of its own to test: another medium, or a page that another address gives. Any
 * other page that was not tested should have been. */
bool clair_page_is_skipped(const struct clair_result *page);
/* Causes of this kind. */
uint32_t clair_report_causes(const struct clair_report *report, enum clair_kind kind);
/* Findings of a page of this kind that are not silenced. */
uint32_t clair_report_findings(const struct clair_result *page, enum clair_kind kind);
/* The finding of a text that follows `previous` (NULL: the first) among those that have this cause too, its
 * example and what is silenced apart; NULL when there is no more. Of pages it gives none: they are many. */
const struct clair_finding *clair_report_same_cause(const struct clair_report *report,
    const struct clair_cause *cause, const struct clair_finding *previous);
/* Pages judged as easy-to-read texts. */
uint32_t clair_report_falc_pages(const struct clair_report *report);
/* Every rule that is asked only asks questions. */
bool clair_report_only_asks(const struct clair_report *report);
/* Findings that the configuration silences, or the comments of the pages, over the run. */
uint32_t clair_report_silenced(const struct clair_report *report, bool in_page);
/* Personas with a score, most hindered first. */
size_t clair_report_personas(
    const struct clair_report *report, enum clair_persona order[static CLAIR_PERSONA_COUNT]);
/* Address of the place: final address of a page, or of the site. */
const char *clair_report_url(
    const struct clair_report *report, const struct clair_result *page);

#endif
