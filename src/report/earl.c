/*
 * EARL 1.0 as JSON-LD, in the form of the implementation reports of ACT rules: a list of assertions, one per page
 * and rule. docs/schema/earl-1.schema.json is the contract. One assertion is in memory at a time.
 */
#include "report/json.h"
#include "report/report.h"
#include "score/referential.h"

#include <string.h>

#define EARL_CONTEXT "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"
#define ACT_RULES "https://www.w3.org/WAI/standards-guidelines/act/rules/"
#define ASSERTOR CLAIR_HOMEPAGE "#clairlint"

static const char *
anchor_of(const char *criterion)
{
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];

		if (strcmp(row->referential, "wcag-" CLAIR_WCAG_VERSION) == 0 &&
		    strcmp(row->id, criterion) == 0)
			return row->wcag;
	}
	return criterion;
}

static void
add_address(struct clair_report *report, json_t *array, const char *before, const char *name, const char *after)
{
	struct clair_buf address;

	clair_buf_init(&address, 0);
	clair_buf_puts(&address, before);
	clair_buf_puts(&address, name);
	clair_buf_puts(&address, after);
	clair_json_append(report, array, address.failed ? NULL : clair_json_words(address.bytes));
	clair_buf_free(&address);
}

static json_t *
requirements(struct clair_report *report, const struct clair_rule *rule)
{
	json_t *array = json_array();

	for (const char *const *id = rule->wcag; id != NULL && *id != NULL; id++)
		add_address(report, array, "WCAG22:", anchor_of(*id), "");
	for (const char *const *id = rule->act; id != NULL && *id != NULL; id++)
		add_address(report, array, ACT_RULES, *id, "/");
	return array;
}

static json_t *
typed(struct clair_report *report, const char *type)
{
	json_t *object = json_object();

	clair_json_set(report, object, "@type", clair_json_words(type));
	return object;
}

static json_t *
assertor(struct clair_report *report)
{
	json_t *object = typed(report, "Assertor");
	json_t *release = typed(report, "Version");

	clair_json_set(report, release, "revision", clair_json_words(CLAIR_VERSION));
	clair_json_set(report, object, "@id", clair_json_words(ASSERTOR));
	clair_json_set(report, object, "name", clair_json_words("clairlint"));
	clair_json_set(report, object, "homepage", clair_json_words(CLAIR_HOMEPAGE));
	clair_json_set(report, object, "release", release);
	return object;
}

static const struct clair_finding *
first_told(const struct clair_finding *first, const struct clair_rule *rule)
{
	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		if (f->rule == rule && f->suppressed == NULL)
			return f;
	}
	return NULL;
}

/* EARL has a name of its own for what a person must look at. */
static const char *
outcome_name(enum clair_outcome outcome)
{
	static const char *const names[CLAIR_OUTCOME_COUNT] = {
		[CLAIR_INAPPLICABLE] = "earl:inapplicable",
		[CLAIR_PASS] = "earl:passed",
		[CLAIR_FAIL] = "earl:failed",
		[CLAIR_REVIEW] = "earl:cantTell",
		[CLAIR_UNTESTED] = "earl:untested",
	};

	return names[outcome];
}

static json_t *
result(struct clair_report *report, enum clair_outcome outcome, const struct clair_finding *first)
{
	json_t *object = typed(report, "TestResult");

	clair_json_set(report, object, "outcome", clair_json_words(outcome_name(outcome)));
	if (first != NULL)
		clair_json_set(
		    report, object, "info", clair_json_words(clair_finding_phrase(report, first)));
	return object;
}

static json_t *
assertion(struct clair_report *report, const char *url, const struct clair_rule *rule)
{
	json_t *object = typed(report, "Assertion");
	json_t *subject = typed(report, "TestSubject");
	json_t *test = typed(report, "TestCase");

	clair_json_set(report, subject, "source", clair_json_words(url));
	clair_json_set(report, test, "title", clair_json_words(rule->id));
	clair_json_set(report, test, "isPartOf", requirements(report, rule));
	clair_json_set(report, object, "mode", clair_json_words("earl:automatic"));
	clair_json_set(report, object, "assertedBy", clair_json_words(ASSERTOR));
	clair_json_set(report, object, "subject", subject);
	clair_json_set(report, object, "test", test);
	return object;
}

/* What the rules of a page, or of the site, said there. `tallies` NULL: nothing could be tested. */
static void
assertions(struct clair_report *report, const char *url, const struct clair_tally *tallies,
    const struct clair_finding *first, bool site)
{
	for (size_t i = 0; i < report->rule_count && !report->failed; i++) {
		const struct clair_rule *rule = report->rules[i].rule;
		const enum clair_outcome outcome =
		    tallies == NULL ? CLAIR_UNTESTED : tallies[i].outcome;
		json_t *object;

		if (!report->rules[i].enabled || (rule->scope == CLAIR_SITE) != site)
			continue;
		object = assertion(report, url, rule);
		clair_json_set(report, object, "result",
		    result(report, outcome, first_told(first, rule)));
		clair_puts(report, ",\n");
		clair_json_emit(report, object, "");
	}
}

void
clair_report_earl(struct clair_report *report)
{
	const struct clair_run *run = report->run;

	clair_puts(report, "{\"@context\":\"" EARL_CONTEXT "\",\n\"@graph\":[\n");
	clair_json_emit(report, assertor(report), "");
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		assertions(report, clair_report_url(report, page),
		    page->tested ? page->tallies : NULL, page->first, false);
	}
	if (run->site_tallies != NULL)
		assertions(report, clair_report_url(report, NULL), run->site_tallies,
		    run->site_findings, true);
	clair_puts(report, "\n]}\n");
}
