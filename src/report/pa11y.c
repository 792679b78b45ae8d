/*
 * Accessibility of GitLab (gl-accessibility.json): what the JSON reporter of pa11y-ci writes, by address. GitLab
 * holds whole entries of a merge request against those of its target, whatever their page: an entry has no line,
 * no place among siblings, no attribute and no address, which change without any change of the defect. Defects and
 * pages that could not be tested are errors; what a person must look at, and what is silenced, is left out.
 */
#include "report/identity.h"
#include "report/json.h"
#include "report/place.h"

#include "facts/summary.h"

#include <stdio.h>
#include <string.h>

enum { PA11Y_ERROR = 1 };

struct pa11y {
	struct clair_report *report;
	struct clair_arena mem;     /* grows with the pages: some bytes each */
	struct clair_map addresses; /* hash to the number of those written */
	struct clair_buf words;
	const char *before;         /* the next address */
};

static bool
is_told(const struct clair_finding *finding)
{
	return finding->outcome == CLAIR_FAIL && finding->suppressed == NULL;
}

static uint32_t
errors_of(const struct clair_finding *first)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = first; f != NULL; f = f->next)
		count += is_told(f);
	return count;
}

/* --- Entries --------------------------------------------------------------------------------------- */

static json_t *
people(struct clair_report *report, unsigned who)
{
	json_t *array = json_array();

	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((who & (1u << i)) != 0)
			clair_json_append(report, array, clair_json_words(clair_persona_name((enum clair_persona)i)));
	}
	return array;
}

/* Takes `extras`. */
static json_t *
entry(struct clair_report *report, const char *code, const char *message, json_t *extras)
{
	json_t *object = json_object();

	clair_json_set(report, object, "code", clair_json_words(code));
	clair_json_set(report, object, "type", clair_json_words("error"));
	clair_json_set(report, object, "typeCode", json_integer(PA11Y_ERROR));
	clair_json_set(report, object, "message", clair_json_words(message));
	clair_json_set(report, object, "context", clair_json_words(""));
	clair_json_set(report, object, "selector", clair_json_words(""));
	clair_json_set(report, object, "runner", clair_json_words("clairlint"));
	clair_json_set(report, object, "runnerExtras", extras);
	return object;
}

/* The element itself, without its place: "img", or "#plan". */
static json_t *
last_step(const char *selector)
{
	const char *last = selector == NULL ? NULL : strrchr(selector, ' ');
	const char *step = selector == NULL ? "" : last == NULL ? selector : last + 1;
	struct clair_buf name;
	json_t *json;

	clair_buf_init(&name, 0);
	clair_buf_add(&name, step, strcspn(step, ":"));
	json = name.failed ? NULL : clair_json_words(name.bytes);
	clair_buf_free(&name);
	return json;
}

static json_t *
finding_entry(struct clair_report *report, const struct clair_finding *finding, const struct clair_identity *name)
{
	json_t *extras = json_object();
	json_t *object;

	clair_json_set(report, extras, "fingerprint", json_sprintf("%s-%ju", finding->fingerprint, (uintmax_t)name->before));
	clair_json_set(report, extras, "severity",
	    clair_json_words(clair_severity_name(clair_report_severity(report, finding))));
	clair_json_set(report, extras, "who", people(report, finding->rule->who));
	object = entry(report, finding->rule->id, clair_finding_phrase(report, finding), extras);
	if (finding->is_words)
		clair_json_set(report, object, "context", clair_json_words(finding->excerpt));
	clair_json_set(report, object, "selector", last_step(finding->selector));
	return object;
}

static json_t *
not_tested_entry(struct pa11y *pa11y, const struct clair_result *page, const struct clair_identity *name)
{
	struct clair_report *report = pa11y->report;

	clair_buf_clear(&pa11y->words);
	clair_buf_puts(&pa11y->words, clair_reason_phrase(report, page));
	return entry(report, "clairlint/not-tested",
	    CLAIR_PHRASE(report, CLAIR_STRING_G_NOT_TESTED, CLAIR_WORDS("why", pa11y->words.bytes)),
	    json_pack("{s:s}", "fingerprint", name->text));
}

/* --- Addresses ------------------------------------------------------------------------------------- */

/* A key comes once: the second page of an address has a number after it. */
static void
put_address(struct pa11y *pa11y, const char *address)
{
	uint64_t *hash = clair_alloc(&pa11y->mem, sizeof(*hash));
	void **slot = NULL;

	if (hash != NULL) {
		*hash = clair_hash(address, strlen(address), CLAIR_HASH_SEED);
		slot = clair_map_at(&pa11y->addresses, (const char *)hash, sizeof(*hash));
	}
	if (slot == NULL) {
		pa11y->report->failed = true;
		return;
	}
	*slot = (void *)((uintptr_t)*slot + 1);
	clair_puts(pa11y->report, pa11y->before);
	pa11y->before = ",\n";
	if ((uintptr_t)*slot == 1)
		clair_json_emit(pa11y->report, clair_json_words(address), ":");
	else
		clair_json_emit(pa11y->report, json_sprintf("%s#%ju", address, (uintmax_t)(uintptr_t)*slot), ":");
}

/* A file is named by its place: where it was checked out is nobody's address. */
static void
put_page_address(struct pa11y *pa11y, const struct clair_result *page)
{
	struct clair_report *report = pa11y->report;
	const char *url = clair_report_url(report, page);
	json_t *clean;

	clair_buf_clear(&pa11y->words);
	if (clair_place_host(url) != NULL)
		clair_buf_puts(&pa11y->words, url);
	else
		clair_place_path(&pa11y->words, report, page, NULL);
	clean = pa11y->words.failed ? NULL : clair_json_words(pa11y->words.bytes);
	if (clean != NULL)
		put_address(pa11y, json_string_value(clean));
	else
		report->failed = true;
	json_decref(clean);
}

static void
put_page(struct pa11y *pa11y, struct clair_identities *identities, const struct clair_result *page)
{
	struct clair_report *report = pa11y->report;
	const struct clair_finding *first = page != NULL ? page->first : report->run->site_findings;
	const struct clair_identity *names = clair_identities_of(identities, page);
	json_t *entries = json_array();

	put_page_address(pa11y, page);
	for (const struct clair_finding *f = first; f != NULL && !report->failed; f = f->next, names++) {
		if (is_told(f))
			clair_json_append(report, entries, finding_entry(report, f, names));
	}
	if (page != NULL && !page->tested) {
		const struct clair_identity name = clair_identity_of_page(identities);

		clair_json_append(report, entries, not_tested_entry(pa11y, page, &name));
	}
	if (page == NULL && report->run->tested_count == 0)
		clair_json_append(report, entries,
		    entry(report, "clairlint/nothing-tested", clair_string_of(report, CLAIR_STRING_NOTHING_TESTED),
		        json_pack("{s:s}", "fingerprint", "nothing-tested")));
	clair_json_emit(report, entries, "");
}

/* Of the site there is something to say when a rule about it fails, and when nothing was tested. */
static bool
tells_of_site(const struct clair_run *run)
{
	return run->tested_count == 0 || errors_of(run->site_findings) > 0;
}

static void
put_counts(const struct pa11y *pa11y)
{
	const struct clair_run *run = pa11y->report->run;
	uint32_t total = 0;
	uint32_t passes = 0;
	uint32_t errors = 0;

	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);
		const uint32_t found = page->tested ? errors_of(page->first) : 1;

		if (clair_page_is_skipped(page))
			continue;
		total++;
		passes += found == 0;
		errors += found;
	}
	if (tells_of_site(run)) {
		total++;
		errors += errors_of(run->site_findings) + (run->tested_count == 0);
	}
	clair_putf(pa11y->report, "{\"total\":%u,\"passes\":%u,\"errors\":%u,\n\"results\":{\n", total, passes, errors);
}

void
clair_report_gitlab_accessibility(struct clair_report *report)
{
	struct pa11y pa11y = {.report = report, .before = ""};
	const struct clair_run *run = report->run;
	struct clair_identities identities;

	clair_arena_init(&pa11y.mem, 0);
	clair_map_init(&pa11y.addresses, &pa11y.mem);
	clair_buf_init(&pa11y.words, 0);
	clair_identities_open(&identities, report);
	put_counts(&pa11y);
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		if (!clair_page_is_skipped(page))
			put_page(&pa11y, &identities, page);
	}
	if (tells_of_site(run))
		put_page(&pa11y, &identities, NULL);
	clair_puts(report, "}}\n");
	clair_identities_close(&identities);
	clair_buf_free(&pa11y.words);
	clair_arena_free(&pa11y.mem);
}
