/*
 * SARIF 2.1.0 (OASIS), as code scanning of GitHub takes it. A result for each finding, on the page's place in the
 * repository; one is in memory at a time. GitHub refuses a log of more than 25,000 results: the mildest are then
 * left out, and a notification says so.
 */
#include "report/sarif.h"

#include "base/map.h"
#include "facts/summary.h"
#include "report/identity.h"
#include "report/place.h"

#include <string.h>

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define ROOT "%SRCROOT%"

enum {
	RESULT_LIMIT = 25000,
	/* From the mildest: what is silenced, then each severity. */
	CLASSES = CLAIR_SEVERITY_COUNT + 1,
	NO_RULE = UINT32_MAX,
};

struct sarif {
	struct clair_report *report;
	struct clair_arena mem;
	struct clair_map rules;    /* from an id to its index of report->rules */
	uint32_t *places;          /* of these rules in the log; NO_RULE: not there */
	uint32_t counts[CLASSES];
	uint32_t quota[CLASSES];   /* results still to be written */
	uint32_t left_out;
	struct clair_buf path;     /* of the page being written */
	struct clair_buf uri;
	const char *before;        /* the next object of a list */
};

/* --- What is there --------------------------------------------------------------------------------- */

static uint32_t
class_of(const struct sarif *sarif, const struct clair_finding *finding)
{
	return finding->suppressed != NULL ? 0 : 1 + (uint32_t)clair_report_severity(sarif->report, finding);
}

static uint32_t *
place_of(const struct sarif *sarif, const struct clair_rule *rule)
{
	const uintptr_t index = (uintptr_t)clair_map_get(&sarif->rules, rule->id, strlen(rule->id));

	return &sarif->places[index];
}

static void
count(struct sarif *sarif, const struct clair_finding *first)
{
	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		sarif->counts[class_of(sarif, f)]++;
		*place_of(sarif, f->rule) = 0;
	}
}

/* The worst first. */
static void
share_out(struct sarif *sarif)
{
	uint32_t room = RESULT_LIMIT;

	for (int i = CLASSES - 1; i >= 0; i--) {
		sarif->quota[i] = sarif->counts[i] < room ? sarif->counts[i] : room;
		sarif->left_out += sarif->counts[i] - sarif->quota[i];
		room -= sarif->quota[i];
	}
}

static bool
take_stock(struct sarif *sarif)
{
	struct clair_report *report = sarif->report;
	const struct clair_run *run = report->run;

	clair_arena_init(&sarif->mem, 0);
	clair_map_init(&sarif->rules, &sarif->mem);
	sarif->places = clair_alloc_array(&sarif->mem, report->rule_count + 1, sizeof(*sarif->places));
	for (size_t i = 0; sarif->places != NULL && i < report->rule_count; i++) {
		const char *id = report->rules[i].rule->id;
		void **slot = clair_map_at(&sarif->rules, id, strlen(id));

		if (slot != NULL)
			*slot = (void *)(uintptr_t)i;
		sarif->places[i] = NO_RULE;
	}
	if (sarif->mem.failed)
		return false;
	for (uint32_t i = 0; i < run->page_count; i++)
		count(sarif, clair_run_page(run, i)->first);
	count(sarif, run->site_findings);
	share_out(sarif);
	return true;
}

/* --- Places ---------------------------------------------------------------------------------------- */

static void
emit(struct sarif *sarif, json_t *object)
{
	clair_puts(sarif->report, sarif->before);
	clair_json_emit(sarif->report, object, "");
	sarif->before = ",\n";
}

static void
go_to(struct sarif *sarif, const struct clair_result *page, const struct clair_finding *finding)
{
	clair_buf_clear(&sarif->path);
	clair_place_path(&sarif->path, sarif->report, page, finding);
	sarif->report->failed |= sarif->path.failed;
}

static json_t *
artifact(struct sarif *sarif, const char *path)
{
	json_t *object = json_object();

	clair_buf_clear(&sarif->uri);
	clair_place_uri(&sarif->uri, path);
	clair_json_set(sarif->report, object, "uri", sarif->uri.failed ? NULL : clair_json_words(sarif->uri.bytes));
	clair_json_set(sarif->report, object, "uriBaseId", clair_json_words(ROOT));
	return object;
}

/* GitHub wants a region: what has no place of its own is at the start. */
static json_t *
region(uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column)
{
	if (line == 0 || column == 0)
		line = column = 1;
	if (end_line < line || end_column == 0 || (end_line == line && end_column < column)) {
		end_line = line;
		end_column = column;
	}
	return json_pack("{s:I,s:I,s:I,s:I}", "startLine", (json_int_t)line, "startColumn", (json_int_t)column,
	    "endLine", (json_int_t)end_line, "endColumn", (json_int_t)end_column);
}

/* Takes the region, which may be NULL. */
static json_t *
physical_location(struct sarif *sarif, const char *path, json_t *at)
{
	json_t *object = json_object();

	clair_json_set(sarif->report, object, "artifactLocation", artifact(sarif, path));
	if (at != NULL)
		clair_json_set(sarif->report, object, "region", at);
	return object;
}

static json_t *
locations(struct sarif *sarif, const struct clair_finding *finding)
{
	struct clair_report *report = sarif->report;
	json_t *array = json_array();
	json_t *location = json_object();

	clair_json_set(report, location, "physicalLocation",
	    physical_location(sarif, sarif->path.bytes, finding == NULL ? NULL
	        : region(finding->line, finding->column, finding->end_line, finding->end_column)));
	if (finding != NULL && finding->selector != NULL && finding->selector[0] != '\0') {
		json_t *element = json_object();
		json_t *elements = json_array();

		clair_json_set(report, element, "fullyQualifiedName", clair_json_words(finding->selector));
		clair_json_set(report, element, "kind", clair_json_words("element"));
		clair_json_append(report, elements, element);
		clair_json_set(report, location, "logicalLocations", elements);
	}
	clair_json_append(report, array, location);
	return array;
}

/* The declaration to mend. */
static json_t *
style_location(struct sarif *sarif, const struct clair_finding *finding)
{
	struct clair_report *report = sarif->report;
	const struct clair_css_pointer *css = &finding->css;
	json_t *array = json_array();
	json_t *location = json_object();
	struct clair_buf path;

	clair_buf_init(&path, 0);
	clair_place_path_of(&path, report->options, css->url);
	report->failed |= path.failed;
	clair_json_set(report, location, "id", json_integer(1));
	clair_json_set(report, location, "physicalLocation",
	    physical_location(sarif, path.bytes, region(css->line, css->column, css->line, css->column)));
	clair_json_set(report, location, "message", clair_sarif_message(report, clair_css_phrase(report, finding)));
	clair_json_append(report, array, location);
	clair_buf_free(&path);
	return array;
}

/* --- Results --------------------------------------------------------------------------------------- */

/* GitHub shows a related place when the message has a link to it. */
static json_t *
message(struct sarif *sarif, const struct clair_finding *finding)
{
	struct clair_report *report = sarif->report;
	json_t *object;
	json_t *linked;

	clair_finding_phrase(report, finding);
	if (finding->outcome == CLAIR_REVIEW) {
		clair_buf_clear(&sarif->uri);
		clair_buf_add(&sarif->uri, report->phrase.bytes, report->phrase.length);
		CLAIR_PHRASE(report, CLAIR_STRING_C_FINDING_REVIEW, CLAIR_WORDS("message", sarif->uri.bytes));
	}
	object = clair_sarif_message(report, report->phrase.bytes);
	if (finding->css.url == NULL)
		return object;
	linked = json_sprintf("%s [%s](1)", json_string_value(json_object_get(object, "text")),
	    clair_string_of(report, CLAIR_STRING_SARIF_STYLE));
	clair_json_set(report, object, "text", linked);
	return object;
}

static json_t *
fingerprints(struct sarif *sarif, const struct clair_finding *finding, const struct clair_identity *name)
{
	struct clair_report *report = sarif->report;
	json_t *object = json_object();

	/* The only one that GitHub looks at; after the colon it has the number of equal ones. */
	clair_json_set(report, object, "primaryLocationLineHash", json_sprintf("%s:1", name->text));
	clair_json_set(report, object, "clairlint/v1", clair_json_words(name->text));
	clair_json_set(report, object, "clairlintElement/v1", clair_json_words(finding->fingerprint));
	return object;
}

/* 3.27.23: none or all of the results of a run tell their suppressions. */
static json_t *
suppressions(struct sarif *sarif, const struct clair_finding *finding)
{
	json_t *array = json_array();
	json_t *object;

	if (finding->suppressed == NULL)
		return array;
	object = json_object();
	clair_json_set(sarif->report, object, "kind",
	    clair_json_words(finding->suppressed->in_page ? "inSource" : "external"));
	clair_json_set(sarif->report, object, "status", clair_json_words("accepted"));
	clair_json_set(sarif->report, object, "justification", clair_json_words(finding->suppressed->reason));
	clair_json_append(sarif->report, array, object);
	return array;
}

static json_t *
replacement(struct sarif *sarif, const struct clair_edit *edit)
{
	struct clair_report *report = sarif->report;
	json_t *object = json_object();
	json_t *text = json_object();

	clair_json_set(report, text, "text", clair_json_words(edit->text));
	clair_json_set(report, object, "deletedRegion",
	    region(edit->line, edit->column, edit->end_line, edit->end_column));
	clair_json_set(report, object, "insertedContent", text);
	return object;
}

static json_t *
fixes(struct sarif *sarif, const struct clair_finding *finding)
{
	struct clair_report *report = sarif->report;
	json_t *change = json_object();
	json_t *changes = json_array();
	json_t *replacements = json_array();
	json_t *fix = json_object();
	json_t *array = json_array();

	for (const struct clair_edit *edit = finding->fix.edits; edit != NULL; edit = edit->next)
		clair_json_append(report, replacements, replacement(sarif, edit));
	clair_json_set(report, change, "artifactLocation", artifact(sarif, sarif->path.bytes));
	clair_json_set(report, change, "replacements", replacements);
	clair_json_append(report, changes, change);
	clair_json_set(report, fix, "description",
	    clair_sarif_message(report, clair_string_of(report,
	        finding->fix.safety == CLAIR_SAFE ? CLAIR_STRING_FIX_SAFE : CLAIR_STRING_SARIF_FIX_CHOICE)));
	clair_json_set(report, fix, "artifactChanges", changes);
	clair_json_append(report, array, fix);
	return array;
}

static json_t *
properties(struct sarif *sarif, const struct clair_result *page, const struct clair_finding *finding)
{
	struct clair_report *report = sarif->report;
	const struct clair_rule *rule = finding->rule;
	json_t *object = json_object();

	clair_json_set(report, object, "url",
	    clair_json_words(finding->page != NULL ? finding->page->url : clair_report_url(report, page)));
	clair_json_set(report, object, "severity",
	    clair_json_words(clair_severity_name(clair_report_severity(report, finding))));
	clair_json_set(report, object, "messageKey", finding->message < rule->message_count
	        ? clair_json_words(rule->messages[finding->message].key) : json_null());
	clair_json_set(report, object, "cause", clair_json_words(finding->cause));
	if (finding->excerpt != NULL && finding->excerpt[0] != '\0')
		clair_json_set(report, object, "excerpt", clair_json_words(finding->excerpt));
	return object;
}

static json_t *
result(struct sarif *sarif, const struct clair_result *page, const struct clair_finding *finding,
    const struct clair_identity *name)
{
	static const char *const states[] = {
		[CLAIR_BASELINE_NEW] = "new", [CLAIR_BASELINE_KNOWN] = "unchanged"};
	struct clair_report *report = sarif->report;
	json_t *object = json_object();

	clair_json_set(report, object, "ruleId", clair_json_words(finding->rule->id));
	clair_json_set(report, object, "ruleIndex", json_integer(*place_of(sarif, finding->rule)));
	clair_json_set(report, object, "kind", clair_json_words(finding->outcome == CLAIR_FAIL ? "fail" : "review"));
	clair_json_set(report, object, "level",
	    clair_json_words(clair_sarif_level(clair_report_severity(report, finding))));
	clair_json_set(report, object, "message", message(sarif, finding));
	clair_json_set(report, object, "locations", locations(sarif, finding));
	if (finding->css.url != NULL)
		clair_json_set(report, object, "relatedLocations", style_location(sarif, finding));
	clair_json_set(report, object, "partialFingerprints", fingerprints(sarif, finding, name));
	if (finding->baseline != CLAIR_BASELINE_NONE)
		clair_json_set(report, object, "baselineState", clair_json_words(states[finding->baseline]));
	if (sarif->counts[0] > 0)
		clair_json_set(report, object, "suppressions", suppressions(sarif, finding));
	if (finding->fix.edits != NULL)
		clair_json_set(report, object, "fixes", fixes(sarif, finding));
	clair_json_set(report, object, "properties", properties(sarif, page, finding));
	return object;
}

/* Of a page, or of the site. */
static void
results_of(struct sarif *sarif, struct clair_identities *identities, const struct clair_result *page,
    const struct clair_finding *first)
{
	const struct clair_identity *names = clair_identities_of(identities, page);

	if (page != NULL && first != NULL)
		go_to(sarif, page, NULL);
	for (const struct clair_finding *f = first; f != NULL && !sarif->report->failed; f = f->next, names++) {
		uint32_t *quota = &sarif->quota[class_of(sarif, f)];

		if (*quota == 0)
			continue;
		--*quota;
		if (page == NULL)
			go_to(sarif, NULL, f);
		emit(sarif, result(sarif, page, f, names));
	}
}

static void
results(struct sarif *sarif)
{
	struct clair_report *report = sarif->report;
	const struct clair_run *run = report->run;
	struct clair_identities identities;

	clair_identities_open(&identities, report);
	clair_puts(report, "],\n\"results\":[\n");
	sarif->before = "";
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		results_of(sarif, &identities, page, page->first);
	}
	results_of(sarif, &identities, NULL, run->site_findings);
	clair_puts(report, "]");
	clair_identities_close(&identities);
}

/* --- The run --------------------------------------------------------------------------------------- */

/* Those of the results, in the order of their ids. */
static void
rules(struct sarif *sarif)
{
	struct clair_report *report = sarif->report;
	uint32_t next = 0;

	sarif->before = "";
	for (size_t i = 0; i < report->rule_count && !report->failed; i++) {
		if (sarif->places[i] == NO_RULE)
			continue;
		sarif->places[i] = next++;
		emit(sarif, clair_sarif_rule(report, report->rules[i].rule));
	}
}

/* `page` NULL: of the whole run. */
static void
notify(struct sarif *sarif, const char *id, const char *level, const struct clair_result *page, const char *text)
{
	struct clair_report *report = sarif->report;
	json_t *object = json_object();

	clair_json_set(report, object, "descriptor", json_pack("{s:s}", "id", id));
	clair_json_set(report, object, "level", clair_json_words(level));
	clair_json_set(report, object, "message", clair_sarif_message(report, text));
	if (page != NULL) {
		go_to(sarif, page, NULL);
		clair_json_set(report, object, "locations", locations(sarif, NULL));
		clair_json_set(report, object, "properties",
		    json_pack("{s:o}", "url", clair_json_words(clair_report_url(report, page))));
	}
	emit(sarif, object);
}

static void
notify_page(struct sarif *sarif, const struct clair_result *page)
{
	struct clair_report *report = sarif->report;

	if (!page->tested && !clair_page_is_skipped(page)) {
		clair_buf_clear(&sarif->uri);
		clair_buf_puts(&sarif->uri, clair_reason_phrase(report, page));
		notify(sarif, "clairlint/not-tested", "error", page,
		    CLAIR_PHRASE(report, CLAIR_STRING_G_NOT_TESTED, CLAIR_WORDS("why", sarif->uri.bytes)));
	} else if (page->tested && page->note != NULL) {
		notify(sarif, "clairlint/page-note", "warning", page,
		    CLAIR_PHRASE(report, clair_note_string(page->note), CLAIR_WORDS("key", page->note)));
	}
}

static uint32_t
untold(const struct clair_report *report)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < report->run->page_count; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		for (size_t r = 0; page->tested && r < report->rule_count; r++)
			n += page->tallies[r].untold;
	}
	return n;
}

static void
notify_of_run(struct sarif *sarif)
{
	struct clair_report *report = sarif->report;
	const struct clair_run *run = report->run;
	const uint32_t not_listed = untold(report);
	const struct clair_rule *rule;
	uint32_t pages;

	if (run->tested_count == 0)
		notify(sarif, "clairlint/nothing-tested", "error", NULL,
		    clair_string_of(report, CLAIR_STRING_NOTHING_TESTED));
	if (run->crawl.stopped_because != NULL && strcmp(run->crawl.stopped_because, "all-pages") != 0)
		notify(sarif, "clairlint/stopped", "warning", NULL,
		    CLAIR_PHRASE(report, CLAIR_STRING_STOPPED,
		        CLAIR_WORDS("why", clair_string_of(report, clair_stop_string(run->crawl.stopped_because)))));
	for (size_t i = 0; (rule = clair_run_stopped(run, i, &pages)) != NULL; i++)
		notify(sarif, "clairlint/rule-stopped", "warning", NULL, clair_stopped_phrase(report, rule, pages));
	if (sarif->left_out > 0)
		notify(sarif, "clairlint/result-limit", "warning", NULL,
		    CLAIR_PHRASE(report, CLAIR_STRING_SARIF_LEFT_OUT, CLAIR_NUMBER("n", sarif->left_out),
		        CLAIR_NUMBER("limit", RESULT_LIMIT)));
	if (not_listed > 0)
		notify(sarif, "clairlint/not-listed", "note", NULL,
		    CLAIR_PHRASE(report, CLAIR_STRING_SARIF_UNTOLD, CLAIR_NUMBER("n", not_listed)));
	for (uint32_t i = 0; i < run->sheets_lost_count; i++)
		notify(sarif, "clairlint/style-not-read", "warning", NULL,
		    CLAIR_PHRASE(report, CLAIR_STRING_SARIF_LOST_SHEET, CLAIR_WORDS("url", run->sheets_lost[i].url),
		        CLAIR_WORDS("why", clair_string_of(report, clair_sheet_string(run->sheets_lost[i].why)))));
}

static void
notify_of_suppressions(struct sarif *sarif)
{
	struct clair_report *report = sarif->report;

	for (uint32_t i = 0; i < report->run->unused_count; i++) {
		const struct clair_suppression *unused = report->run->unused[i];

		notify(sarif, "clairlint/suppression-unused", "warning", NULL,
		    CLAIR_PHRASE(report, CLAIR_STRING_UNUSED,
		        CLAIR_WORDS("rule", unused->rule != NULL
		                ? unused->rule : clair_string_of(report, CLAIR_STRING_ALL_RULES)),
		        CLAIR_WORDS("where", unused->where != NULL ? unused->where : "?")));
	}
}

static void
invocation(struct sarif *sarif)
{
	struct clair_report *report = sarif->report;
	const struct clair_run *run = report->run;
	/* What was found is no failure of the tool. */
	const bool fine = report->options->exit_status <= 1 && run->tested_count > 0;

	clair_putf(report, "\"invocations\":[{\"executionSuccessful\":%s,\"exitCode\":%d,",
	    fine ? "true" : "false", report->options->exit_status);
	if (report->options->started != NULL) {
		clair_puts(report, "\"startTimeUtc\":");
		clair_json_emit(report, clair_json_words(report->options->started), ",");
	}
	clair_puts(report, "\n\"toolConfigurationNotifications\":[");
	sarif->before = "\n";
	notify_of_suppressions(sarif);
	clair_puts(report, "],\n\"toolExecutionNotifications\":[");
	sarif->before = "\n";
	notify_of_run(sarif);
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		notify_page(sarif, clair_run_page(run, i));
	clair_puts(report, "]}");
}

static void
head(struct sarif *sarif)
{
	struct clair_report *report = sarif->report;

	clair_puts(report, "{\"$schema\":\"" SCHEMA "\",\n\"version\":\"2.1.0\",\n\"runs\":[{\n"
	    "\"tool\":{\"driver\":{\"name\":\"clairlint\",\"version\":\"" CLAIR_VERSION "\",\"semanticVersion\":\""
	    CLAIR_VERSION "\",\"informationUri\":\"" CLAIR_HOMEPAGE "\",\"rules\":[\n");
	rules(sarif);
	clair_putf(report, "]}},\n\"language\":\"%s\",\n", report->lang == CLAIR_FR ? "fr" : "en");
	clair_puts(report, "\"columnKind\":\"unicodeCodePoints\",\n"
	    "\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\n"
	    "\"originalUriBaseIds\":{\"" ROOT "\":{\"description\":");
	clair_json_emit(report, clair_sarif_message(report, clair_string_of(report, CLAIR_STRING_SARIF_ROOT)), "}},\n");
}

void
clair_report_sarif(struct clair_report *report)
{
	struct sarif sarif = {.report = report, .before = ""};

	clair_buf_init(&sarif.path, 0);
	clair_buf_init(&sarif.uri, 0);
	if (take_stock(&sarif)) {
		head(&sarif);
		invocation(&sarif);
		results(&sarif);
		clair_puts(report, "}]}\n");
	} else {
		report->failed = true;
	}
	clair_buf_free(&sarif.uri);
	clair_buf_free(&sarif.path);
	clair_arena_free(&sarif.mem);
}
