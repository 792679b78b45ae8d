/*
 * What came of one site. The rows depend on the run alone. Pages are read in turn, once; what is told of the whole
 * site is written before or after them.
 */
#include "base/map.h"
#include "engine/run.h"
#include "report/message.h"
#include "store/inside.h"
#include "store/schema.h"

#include <string.h>
#include <time.h>

/* Bytes of what comes from a page, so that no page fills the store. */
enum { LONGEST_WORDS = 500, LONGEST_ADDRESS = 4000, LONGEST_SENTENCE = 2000 };

/* RFC 1035 2.3.4: a name has at most 255 bytes; a scheme and a port stand around it. */
enum { LONGEST_ORIGIN = 300 };

/* Elements and pages of one rule. */
struct sum {
	uint64_t failed, review, passed;
	uint32_t pages[CLAIR_OUTCOME_COUNT];
	enum clair_outcome of_site; /* INAPPLICABLE: it is not asked of the site */
};

struct writing {
	struct clair_db *db;
	const struct clair_run *run;
	int64_t round, site;
	struct clair_db_bulk pages, findings, measures, causes;
	struct clair_map by_cause;   /* id: its number */
	struct clair_map by_example; /* address of a result: its number, from 1; 0 until it is met */
	uint32_t cause_count;
	uint64_t finding_count;
	struct sum *sums;            /* by rule */
	size_t rule_count;
	struct clair_buf texts[6];   /* of the row that is made */
	struct clair_buf fr, en;     /* and its sentences */
	struct clair_arena mem;
};

/* Valid UTF-8, cut between two characters; NULL for nothing. Lives until the same `slot` is used again. */
static struct clair_db_value
of_words(struct writing *writing, unsigned slot, const char *text, size_t most)
{
	struct clair_buf *buf = &writing->texts[slot];
	size_t length;

	if (text == NULL || text[0] == '\0')
		return of_nothing();
	length = strlen(text);
	if (length > most) {
		length = most;
		while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
			length--;
	}
	clair_buf_clear(buf);
	clair_clean(buf, text, length, false);
	if (buf->failed)
		clair_db_fail(writing->db, CLAIR_STORE_NO_MEMORY, NULL);
	return of_text(buf->bytes);
}

/* The same, where a column must have a text. */
static struct clair_db_value
of_some_words(struct writing *writing, unsigned slot, const char *text, size_t most)
{
	const struct clair_db_value value = of_words(writing, slot, text, most);

	return value.kind == CLAIR_DB_NULL ? of_text("") : value;
}

static const char *
address_of(const struct clair_result *page)
{
	return page->final_url != NULL ? page->final_url : page->url;
}

/* --- The crawl itself --- */

static bool
insert_crawl(struct writing *writing, const struct clair_store_outcome *outcome)
{
	static const struct clair_run nothing = {
		.scores = {.axis = {-1, -1, -1}, .worst = CLAIR_PERSONA_COUNT},
		.site_kept = {-1, -1, -1},
		.readings = {.mean = -1},
	};
	const struct clair_run *run = writing->run != NULL ? writing->run : &nothing;
	const struct clair_crawl_facts *crawl = &run->crawl;
	const struct clair_store_round *rules = outcome->rules;
	const time_t seconds = (time_t)(outcome->ended / 1000);
	struct clair_db_bulk bulk;
	struct tm moment;
	char day[32];

	if (gmtime_r(&seconds, &moment) == NULL || strftime(day, sizeof(day), "%Y-%m-%d", &moment) == 0)
		day[0] = '\0';
	clair_store_bulk_open(&bulk, writing->db, CLAIR_STORE_CRAWL);
	clair_db_bulk_add(&bulk,
	    CLAIR_DB_VALUES(of_integer(writing->round), of_integer(writing->site), of_integer(outcome->began),
		of_integer(outcome->ended), of_text(day), of_some_words(writing, 0, crawl->start, LONGEST_ADDRESS),
		of_text(crawl->stopped_because != NULL ? crawl->stopped_because : ""), of_text(outcome->start_failure),
		of_integer(crawl->known), of_integer(crawl->requested), of_integer(crawl->fetched),
		of_integer(crawl->skipped), of_integer(crawl->failed), of_integer(outcome->refused_by_robots),
		of_integer(outcome->requests), of_integer((int64_t)outcome->bytes), of_integer(run->page_count),
		of_integer(run->tested_count), of_integer(0), of_score(run->scores.axis[CLAIR_ACCESS]),
		of_score(run->scores.axis[CLAIR_COMPREHENSION]), of_score(run->scores.axis[CLAIR_JOURNEY]),
		of_score(run->site_kept[CLAIR_ACCESS]), of_score(run->site_kept[CLAIR_COMPREHENSION]),
		of_score(run->site_kept[CLAIR_JOURNEY]),
		of_text(run->scores.worst == CLAIR_PERSONA_COUNT ? NULL : clair_persona_name(run->scores.worst)),
		of_integer(run->rgaa_decided), of_integer(run->rgaa_tests), of_score(run->readings.mean),
		of_integer(run->readings.measured), of_integer(run->readings.too_short),
		of_integer(run->readings.grades[0]), of_integer(run->readings.grades[1]),
		of_integer(run->readings.grades[2]), of_integer(run->readings.grades[3]),
		of_integer(run->readings.grades[4]), of_integer(run->sheets_lost_pages),
		of_text(rules != NULL ? rules->tool_version : NULL), of_text(rules != NULL ? rules->referential : NULL),
		of_text(rules != NULL ? rules->rules_digest : NULL)));
	return clair_db_bulk_close(&bulk);
}

#define OF_SITE(writing) of_integer((writing)->round), of_integer((writing)->site)

/* No server has a longer origin than we hold; two that are cut might be the same. */
static bool
insert_robots(struct writing *writing, const struct clair_store_outcome *outcome)
{
	struct clair_db_bulk bulk;

	clair_store_bulk_open(&bulk, writing->db, CLAIR_STORE_ROBOTS);
	for (size_t i = 0; i < outcome->robots_count; i++) {
		const struct clair_store_robots *robots = &outcome->robots[i];

		if (strlen(robots->origin) > LONGEST_ORIGIN)
			continue;
		clair_db_bulk_add(&bulk,
		    CLAIR_DB_VALUES(OF_SITE(writing), of_some_words(writing, 0, robots->origin, LONGEST_ORIGIN),
			robots->status == 0 ? of_nothing() : of_integer(robots->status), of_text(robots->failure),
			robots->crawl_delay < 0 ? of_nothing() : of_integer(robots->crawl_delay),
			of_integer(robots->refuses_all)));
	}
	return clair_db_bulk_close(&bulk);
}

static bool
insert_personas(struct writing *writing)
{
	const struct clair_scores *scores = &writing->run->scores;
	struct clair_db_bulk bulk;

	clair_store_bulk_open(&bulk, writing->db, CLAIR_STORE_PERSONA);
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++)
		if (scores->persona[i] >= 0)
			clair_db_bulk_add(&bulk,
			    CLAIR_DB_VALUES(OF_SITE(writing), of_text(clair_persona_name((enum clair_persona)i)),
				of_real(scores->persona[i])));
	return clair_db_bulk_close(&bulk);
}

static bool
insert_indicators(struct writing *writing)
{
	const struct clair_run *run = writing->run;
	struct clair_db_bulk bulk;
	struct clair_db_bulk parts;
	bool done;

	clair_store_bulk_open(&bulk, writing->db, CLAIR_STORE_INDICATOR);
	clair_store_bulk_open(&parts, writing->db, CLAIR_STORE_INDICATOR_PART);
	for (uint32_t i = 0; i < run->indicator_count; i++) {
		const struct clair_indicator *one = &run->indicators[i];

		clair_db_bulk_add(&bulk,
		    CLAIR_DB_VALUES(OF_SITE(writing), of_integer(i + 1), of_text(one->id), of_text(one->name),
			of_text(one->unit), one->measured ? of_real(one->value) : of_nothing(),
			of_text(one->measured ? NULL : one->reason), of_text(one->word), of_integer(one->of)));
		for (uint32_t p = 0; one->measured && p < one->part_count; p++)
			clair_db_bulk_add(&parts,
			    CLAIR_DB_VALUES(OF_SITE(writing), of_integer(i + 1), of_text(one->parts[p].name),
				of_real(one->parts[p].value)));
	}
	done = clair_db_bulk_close(&bulk);
	return clair_db_bulk_close(&parts) && done;
}

/* A criterion without a row was not tested, and asks nothing. */
static bool
insert_criteria(struct writing *writing)
{
	const struct clair_run *run = writing->run;
	struct clair_db_bulk bulk;

	clair_store_bulk_open(&bulk, writing->db, CLAIR_STORE_CRITERION);
	for (uint32_t i = 0; i < run->criterion_count; i++) {
		const struct clair_rgaa_criterion *one = &run->criteria[i];

		if (one->state != CLAIR_RGAA_NT || one->review)
			clair_db_bulk_add(&bulk,
			    CLAIR_DB_VALUES(OF_SITE(writing), of_integer(i + 1), of_text(one->id),
				of_text(clair_rgaa_name(one->state)), of_integer(one->review)));
	}
	return clair_db_bulk_close(&bulk);
}

static bool
insert_lost_sheets(struct writing *writing)
{
	const struct clair_run *run = writing->run;
	struct clair_db_bulk bulk;

	clair_store_bulk_open(&bulk, writing->db, CLAIR_STORE_LOST_SHEET);
	for (uint32_t i = 0; i < run->sheets_lost_count; i++)
		clair_db_bulk_add(&bulk,
		    CLAIR_DB_VALUES(OF_SITE(writing), of_integer(i + 1),
			of_some_words(writing, 0, run->sheets_lost[i].url, LONGEST_ADDRESS),
			of_text(run->sheets_lost[i].why), of_integer(run->sheets_lost[i].pages)));
	return clair_db_bulk_close(&bulk);
}

/* --- Causes --- */

/* The number of a cause, by its id: 0 until it is given one. NULL: out of memory. */
static uint32_t *
number_of_cause(struct writing *writing, const char *id)
{
	uint32_t *number = clair_map_get(&writing->by_cause, id, strlen(id));
	const char *kept;
	void **slot;

	if (number != NULL)
		return number;
	number = clair_alloc(&writing->mem, sizeof(*number));
	kept = clair_strdup(&writing->mem, id);
	slot = clair_map_at(&writing->by_cause, kept, strlen(kept));
	if (writing->mem.failed) {
		clair_db_fail(writing->db, CLAIR_STORE_NO_MEMORY, NULL);
		return NULL;
	}
	*slot = number;
	return number;
}

/* Causes of the run come first, in its order. */
static bool
number_causes(struct writing *writing)
{
	const struct clair_run *run = writing->run;

	for (uint32_t i = 0; i < run->cause_count; i++) {
		const struct clair_result **page = &run->causes[i].example_page;
		uint32_t *number = number_of_cause(writing, run->causes[i].id);
		void **slot;

		if (number == NULL)
			return false;
		*number = ++writing->cause_count;
		if (*page == NULL)
			continue;
		slot = clair_map_at(&writing->by_example, (const char *)page, sizeof(*page));
		if (slot != NULL && *slot == NULL)
			*slot = clair_alloc(&writing->mem, sizeof(uint32_t));
		if (slot == NULL || *slot == NULL)
			return clair_db_fail(writing->db, CLAIR_STORE_NO_MEMORY, NULL);
	}
	return true;
}

/* `example_page`: the number of its page; 0: the site as a whole. */
static bool
insert_cause(
    struct writing *writing, uint32_t number, const struct clair_cause *cause, uint32_t example_page)
{
	const struct clair_finding *example = cause->example;
	const struct clair_result *page = cause->example_page;

	clair_buf_clear(&writing->fr);
	clair_buf_clear(&writing->en);
	clair_finding_message(&writing->fr, CLAIR_FR, example);
	clair_finding_message(&writing->en, CLAIR_EN, example);
	return clair_db_bulk_add(&writing->causes,
	    CLAIR_DB_VALUES(OF_SITE(writing), of_integer(number), of_text(cause->id), of_text(cause->rule->id),
		of_text(cause->rule->messages[example->message].key), of_text(clair_severity_name(cause->severity)),
		of_text(clair_outcome_name(example->outcome)), of_some_words(writing, 0, writing->fr.bytes, LONGEST_SENTENCE),
		of_some_words(writing, 1, writing->en.bytes, LONGEST_SENTENCE), of_integer(cause->pages),
		of_integer(cause->occurrences), of_real(cause->gain),
		page == NULL ? of_some_words(writing, 2, writing->run->crawl.start, LONGEST_ADDRESS)
			     : of_some_words(writing, 2, address_of(page), LONGEST_ADDRESS),
		of_integer(example_page), of_integer(example->line), of_integer(example->column),
		of_words(writing, 3, example->excerpt, LONGEST_WORDS),
		of_words(writing, 4, example->selector, LONGEST_WORDS)));
}

static bool
insert_causes(struct writing *writing)
{
	for (uint32_t i = 0; i < writing->run->cause_count; i++) {
		const struct clair_cause *cause = clair_run_cause(writing->run, i);
		const struct clair_result *const *page = &cause->example_page;
		const uint32_t *met = clair_map_get(&writing->by_example, (const char *)page, sizeof(*page));

		if (!insert_cause(writing, i + 1, cause, met == NULL ? 0 : *met))
			return false;
	}
	return true;
}

/* A cause of which every finding is silenced: the run has none, and its findings need one. */
static bool
insert_silenced_cause(struct writing *writing, uint32_t number, const struct clair_finding *finding,
    const struct clair_result *page, uint32_t page_number)
{
	const struct clair_cause cause = {.id = finding->cause, .rule = finding->rule,
		.severity = clair_finding_severity(writing->run->linter, finding), .example = finding,
		.example_page = page};

	return insert_cause(writing, number, &cause, page_number);
}

/* --- Pages --- */

static bool
insert_findings(struct writing *writing, uint32_t number, const struct clair_finding *first,
    const struct clair_result *page, uint32_t *count)
{
	*count = 0;
	for (const struct clair_finding *one = first; one != NULL; one = one->next) {
		uint32_t *cause = number_of_cause(writing, one->cause);

		if (cause == NULL)
			return false;
		if (*cause == 0) {
			*cause = ++writing->cause_count;
			if (!insert_silenced_cause(writing, *cause, one, page, number))
				return false;
		}
		++*count;
		if (!clair_db_bulk_add(&writing->findings,
			CLAIR_DB_VALUES(OF_SITE(writing), of_integer(number), of_integer(*count), of_integer(*cause),
			    of_integer(one->outcome == CLAIR_REVIEW), of_integer(one->line), of_integer(one->column),
			    of_text(one->fingerprint),
			    one->suppressed == NULL ? of_nothing()
						    : of_some_words(writing, 0, one->suppressed->reason, LONGEST_WORDS),
			    of_text(one->third_party))))
			return false;
	}
	writing->finding_count += *count;
	return true;
}

static bool
is_told_before(const struct clair_result *page, uint32_t index)
{
	for (uint32_t i = 0; i < index; i++)
		if (strcmp(page->measures[i].name, page->measures[index].name) == 0)
			return true;
	return false;
}

static bool
insert_measures(struct writing *writing, int64_t number, const struct clair_result *page)
{
	for (uint32_t i = 0; i < page->measure_count; i++)
		if (!is_told_before(page, i) &&
		    !clair_db_bulk_add(&writing->measures,
			CLAIR_DB_VALUES(OF_SITE(writing), of_integer(number), of_text(page->measures[i].name),
			    of_real(page->measures[i].value))))
			return false;
	return true;
}

static const char *
grade_of(const struct clair_result *page)
{
	static const char *const grades[CLAIR_READING_GRADES] = {"A", "B", "C", "D", "E"};

	return page->reading.index < 0 || page->reading.grade >= CLAIR_READING_GRADES ? NULL
										       : grades[page->reading.grade];
}

static bool
insert_page(struct writing *writing, int64_t number, const struct clair_result *page, uint32_t findings)
{
	const bool moved = page->final_url != NULL && page->url != NULL && strcmp(page->final_url, page->url) != 0;

	return clair_db_bulk_add(&writing->pages,
	    CLAIR_DB_VALUES(OF_SITE(writing), of_integer(number),
		of_some_words(writing, 0, page->url, LONGEST_ADDRESS),
		of_words(writing, 1, moved ? page->final_url : NULL, LONGEST_ADDRESS),
		page->http_status == 0 ? of_nothing() : of_integer(page->http_status),
		page->click_depth < 0 ? of_nothing() : of_integer(page->click_depth),
		of_words(writing, 2, page->kind, LONGEST_WORDS), of_words(writing, 3, page->lang, LONGEST_WORDS),
		of_words(writing, 4, page->title, LONGEST_WORDS), of_words(writing, 5, page->media_type, LONGEST_WORDS),
		of_integer((int64_t)page->bytes), of_integer(page->tested), of_text(page->not_tested_reason),
		of_text(page->note), of_integer(page->is_falc), of_integer(findings),
		of_score(page->scores.axis[CLAIR_ACCESS]), of_score(page->scores.axis[CLAIR_COMPREHENSION]),
		of_score(page->scores.axis[CLAIR_JOURNEY]), of_score(page->reading.index), of_text(grade_of(page))));
}

static void
sum_page(struct writing *writing, const struct clair_result *page)
{
	for (size_t i = 0; page->tested && page->tallies != NULL && i < writing->rule_count; i++) {
		const struct clair_tally *tally = &page->tallies[i];
		struct sum *sum = &writing->sums[i];

		sum->pages[tally->outcome]++;
		sum->failed += tally->failed;
		sum->review += tally->review;
		sum->passed += tally->passed;
	}
}

static bool
insert_pages(struct writing *writing)
{
	for (uint32_t i = 0; i < writing->run->page_count; i++) {
		const struct clair_result *page = clair_run_page(writing->run, i);
		uint32_t *met = clair_map_get(&writing->by_example, (const char *)&page, sizeof(page));
		uint32_t findings;

		if (met != NULL)
			*met = i + 1;
		sum_page(writing, page);
		if (!insert_findings(writing, i + 1, page->first, page, &findings) ||
		    !insert_page(writing, i + 1, page, findings) || !insert_measures(writing, i + 1, page))
			return false;
	}
	return true;
}

/* --- Rules --- */

static void
sum_site(struct writing *writing)
{
	for (size_t i = 0; writing->run->site_tallies != NULL && i < writing->rule_count; i++) {
		const struct clair_tally *tally = &writing->run->site_tallies[i];
		struct sum *sum = &writing->sums[i];

		sum->of_site = tally->outcome;
		sum->failed += tally->failed;
		sum->review += tally->review;
		sum->passed += tally->passed;
	}
}

/* What is told of the whole: a page that fails, then a doubt, then a page that is fine. */
static enum clair_outcome
worst(const struct sum *sum)
{
	static const enum clair_outcome order[] = {CLAIR_FAIL, CLAIR_REVIEW, CLAIR_PASS, CLAIR_UNTESTED};

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if (sum->of_site == order[i] || sum->pages[order[i]] > 0)
			return order[i];
	return CLAIR_INAPPLICABLE;
}

static bool
insert_outcomes(struct writing *writing)
{
	struct clair_db_bulk bulk;

	sum_site(writing);
	clair_store_bulk_open(&bulk, writing->db, CLAIR_STORE_OUTCOME);
	for (size_t i = 0; i < writing->rule_count; i++) {
		const struct sum *sum = &writing->sums[i];
		const enum clair_outcome outcome = worst(sum);

		if (outcome != CLAIR_INAPPLICABLE)
			clair_db_bulk_add(&bulk,
			    CLAIR_DB_VALUES(OF_SITE(writing),
				of_text(clair_linter_rule(writing->run->linter, i)->id),
				of_text(clair_outcome_name(outcome)),
				of_integer(sum->of_site != CLAIR_INAPPLICABLE), of_integer(sum->pages[CLAIR_FAIL]),
				of_integer(sum->pages[CLAIR_REVIEW]), of_integer(sum->pages[CLAIR_PASS]),
				of_integer(sum->pages[CLAIR_UNTESTED]), of_integer((int64_t)sum->failed),
				of_integer((int64_t)sum->review), of_integer((int64_t)sum->passed)));
	}
	return clair_db_bulk_close(&bulk);
}

/* --- The whole --- */

static bool
insert_contents(struct writing *writing)
{
	struct clair_db *db = writing->db;
	uint32_t of_site;
	bool done;

	clair_store_bulk_open(&writing->pages, db, CLAIR_STORE_PAGE);
	clair_store_bulk_open(&writing->findings, db, CLAIR_STORE_FINDING);
	clair_store_bulk_open(&writing->measures, db, CLAIR_STORE_MEASURE);
	clair_store_bulk_open(&writing->causes, db, CLAIR_STORE_CAUSE);
	done = number_causes(writing) && insert_pages(writing) &&
	    insert_findings(writing, 0, writing->run->site_findings, NULL, &of_site) && insert_causes(writing);
	done = clair_db_bulk_close(&writing->pages) && done;
	done = clair_db_bulk_close(&writing->findings) && done;
	done = clair_db_bulk_close(&writing->measures) && done;
	return clair_db_bulk_close(&writing->causes) && done;
}

static bool
insert_run(struct writing *writing)
{
	writing->rule_count = clair_linter_rule_count(writing->run->linter);
	writing->sums = clair_alloc_array(&writing->mem, writing->rule_count, sizeof(*writing->sums));
	if (writing->sums == NULL)
		return clair_db_fail(writing->db, CLAIR_STORE_NO_MEMORY, NULL);
	return insert_personas(writing) && insert_indicators(writing) && insert_criteria(writing) &&
	    insert_lost_sheets(writing) && insert_contents(writing) && insert_outcomes(writing) &&
	    clair_db_run(writing->db, "UPDATE crawl SET findings = $1 WHERE round = $2 AND site = $3",
		CLAIR_DB_VALUES(of_integer((int64_t)writing->finding_count), OF_SITE(writing)));
}

bool
clair_store_write_crawl(struct clair_db *db, uint32_t round, uint32_t site,
    const struct clair_store_outcome *outcome, const struct clair_run *run)
{
	struct writing writing = {.db = db, .run = run, .round = round, .site = site};
	bool done;

	clair_arena_init(&writing.mem, 0);
	clair_map_init(&writing.by_cause, &writing.mem);
	clair_map_init(&writing.by_example, &writing.mem);
	for (size_t i = 0; i < sizeof(writing.texts) / sizeof(writing.texts[0]); i++)
		clair_buf_init(&writing.texts[i], 0);
	clair_buf_init(&writing.fr, 0);
	clair_buf_init(&writing.en, 0);
	done = insert_crawl(&writing, outcome) && insert_robots(&writing, outcome) && (run == NULL || insert_run(&writing));
	for (size_t i = 0; i < sizeof(writing.texts) / sizeof(writing.texts[0]); i++)
		clair_buf_free(&writing.texts[i]);
	clair_buf_free(&writing.fr);
	clair_buf_free(&writing.en);
	clair_arena_free(&writing.mem);
	return done;
}
