/*
 * See schema.h. What both databases understand; src/store/postgres.c leaves out WITHOUT ROWID.
 *
 * Results are found by round, site and a number within the site: the same crawl gives the same rows, whatever the
 * order in which workers came. The findings and measures, which are most of the rows, have no foreign key: they are
 * written with their crawl, in one transaction.
 */
#include "store/schema.h"

#define OF_CRAWL "FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE"

static const char *const tables_1[] = {
	"CREATE TABLE exclusion ("
	"\n  what TEXT PRIMARY KEY,"
	"\n  reason TEXT NOT NULL)",
	"CREATE TABLE host ("
	"\n  name TEXT PRIMARY KEY,"
	"\n  file_order INTEGER NOT NULL,"
	"\n  waiting INTEGER NOT NULL,"
	"\n  worker TEXT,"
	"\n  site INTEGER,"
	"\n  held_until BIGINT NOT NULL,"
	"\n  ticket BIGINT NOT NULL)",
	"CREATE INDEX host_waiting ON host (file_order) WHERE waiting > 0",
	"CREATE INDEX host_worker ON host (worker) WHERE worker IS NOT NULL",
	"CREATE TABLE site ("
	"\n  id INTEGER PRIMARY KEY,"
	"\n  key TEXT NOT NULL UNIQUE,"
	"\n  address TEXT NOT NULL,"
	"\n  host TEXT NOT NULL REFERENCES host (name),"
	"\n  organisation TEXT NOT NULL,"
	"\n  siren TEXT NOT NULL,"
	"\n  insee TEXT NOT NULL,"
	"\n  kind TEXT NOT NULL,"
	"\n  territory TEXT NOT NULL,"
	"\n  own INTEGER NOT NULL,"
	"\n  line INTEGER NOT NULL,"
	"\n  file_order INTEGER NOT NULL,"
	"\n  present INTEGER NOT NULL,"
	"\n  excluded INTEGER NOT NULL)",
	"CREATE INDEX site_host ON site (host)",
	"CREATE INDEX site_order ON site (file_order)",
	"CREATE TABLE round ("
	"\n  number INTEGER PRIMARY KEY,"
	"\n  began BIGINT NOT NULL,"
	"\n  ended BIGINT,"
	"\n  tool_version TEXT NOT NULL,"
	"\n  referential TEXT NOT NULL,"
	"\n  rules_digest TEXT NOT NULL,"
	"\n  options_digest TEXT NOT NULL)",
	"CREATE TABLE todo ("
	"\n  site INTEGER PRIMARY KEY REFERENCES site (id),"
	"\n  host TEXT NOT NULL,"
	"\n  file_order INTEGER NOT NULL,"
	"\n  attempts INTEGER NOT NULL)",
	"CREATE INDEX todo_host ON todo (host, file_order)",
	"CREATE TABLE crawl ("
	"\n  round INTEGER NOT NULL REFERENCES round (number),"
	"\n  site INTEGER NOT NULL REFERENCES site (id),"
	"\n  began BIGINT NOT NULL,"
	"\n  ended BIGINT NOT NULL,"
	"\n  day TEXT NOT NULL,"
	"\n  start TEXT NOT NULL,"
	"\n  stopped_because TEXT NOT NULL,"
	"\n  start_failure TEXT,"
	"\n  known INTEGER NOT NULL,"
	"\n  requested INTEGER NOT NULL,"
	"\n  fetched INTEGER NOT NULL,"
	"\n  skipped INTEGER NOT NULL,"
	"\n  failed INTEGER NOT NULL,"
	"\n  refused_by_robots INTEGER NOT NULL,"
	"\n  requests INTEGER NOT NULL,"
	"\n  bytes BIGINT NOT NULL,"
	"\n  pages INTEGER NOT NULL,"
	"\n  tested INTEGER NOT NULL,"
	"\n  findings INTEGER NOT NULL,"
	"\n  score_access DOUBLE PRECISION,"
	"\n  score_comprehension DOUBLE PRECISION,"
	"\n  score_journey DOUBLE PRECISION,"
	"\n  kept_access DOUBLE PRECISION,"
	"\n  kept_comprehension DOUBLE PRECISION,"
	"\n  kept_journey DOUBLE PRECISION,"
	"\n  worst_persona TEXT,"
	"\n  tests_decided INTEGER NOT NULL,"
	"\n  tests INTEGER NOT NULL,"
	"\n  reading DOUBLE PRECISION,"
	"\n  reading_pages INTEGER NOT NULL,"
	"\n  reading_too_short INTEGER NOT NULL,"
	"\n  reading_a INTEGER NOT NULL,"
	"\n  reading_b INTEGER NOT NULL,"
	"\n  reading_c INTEGER NOT NULL,"
	"\n  reading_d INTEGER NOT NULL,"
	"\n  reading_e INTEGER NOT NULL,"
	"\n  sheets_lost_pages INTEGER NOT NULL,"
	"\n  PRIMARY KEY (round, site)) WITHOUT ROWID",
	"CREATE INDEX crawl_site ON crawl (site, round)",
	"CREATE INDEX crawl_ended ON crawl (round, ended)",
	"CREATE TABLE persona ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  persona TEXT NOT NULL,"
	"\n  score DOUBLE PRECISION NOT NULL,"
	"\n  PRIMARY KEY (round, site, persona), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE indicator ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  number INTEGER NOT NULL,"
	"\n  id TEXT NOT NULL,"
	"\n  name TEXT NOT NULL,"
	"\n  unit TEXT NOT NULL,"
	"\n  value DOUBLE PRECISION,"
	"\n  reason TEXT,"
	"\n  word TEXT,"
	"\n  pages INTEGER NOT NULL,"
	"\n  PRIMARY KEY (round, site, number), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE indicator_part ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  indicator INTEGER NOT NULL,"
	"\n  name TEXT NOT NULL,"
	"\n  value DOUBLE PRECISION,"
	"\n  PRIMARY KEY (round, site, indicator, name), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE criterion ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  number INTEGER NOT NULL,"
	"\n  id TEXT NOT NULL,"
	"\n  state TEXT NOT NULL,"
	"\n  review INTEGER NOT NULL,"
	"\n  PRIMARY KEY (round, site, number), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE outcome ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  rule TEXT NOT NULL,"
	"\n  outcome TEXT NOT NULL,"
	"\n  of_site INTEGER NOT NULL,"
	"\n  pages_failed INTEGER NOT NULL,"
	"\n  pages_review INTEGER NOT NULL,"
	"\n  pages_passed INTEGER NOT NULL,"
	"\n  pages_untested INTEGER NOT NULL,"
	"\n  failed INTEGER NOT NULL,"
	"\n  review INTEGER NOT NULL,"
	"\n  passed INTEGER NOT NULL,"
	"\n  PRIMARY KEY (round, site, rule), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE cause ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  number INTEGER NOT NULL,"
	"\n  id TEXT NOT NULL,"
	"\n  rule TEXT NOT NULL,"
	"\n  message TEXT NOT NULL,"
	"\n  severity TEXT NOT NULL,"
	"\n  outcome TEXT NOT NULL,"
	"\n  text_fr TEXT NOT NULL,"
	"\n  text_en TEXT NOT NULL,"
	"\n  pages INTEGER NOT NULL,"
	"\n  occurrences INTEGER NOT NULL,"
	"\n  gain DOUBLE PRECISION NOT NULL,"
	"\n  example TEXT NOT NULL,"
	"\n  example_page INTEGER NOT NULL,"
	"\n  line_number INTEGER NOT NULL,"
	"\n  column_number INTEGER NOT NULL,"
	"\n  excerpt TEXT,"
	"\n  selector TEXT,"
	"\n  PRIMARY KEY (round, site, number), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE page ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  number INTEGER NOT NULL,"
	"\n  url TEXT NOT NULL,"
	"\n  final_url TEXT,"
	"\n  http_status INTEGER,"
	"\n  depth INTEGER,"
	"\n  kind TEXT,"
	"\n  lang TEXT,"
	"\n  title TEXT,"
	"\n  media_type TEXT,"
	"\n  bytes BIGINT NOT NULL,"
	"\n  tested INTEGER NOT NULL,"
	"\n  reason TEXT,"
	"\n  note TEXT,"
	"\n  falc INTEGER NOT NULL,"
	"\n  findings INTEGER NOT NULL,"
	"\n  score_access DOUBLE PRECISION,"
	"\n  score_comprehension DOUBLE PRECISION,"
	"\n  score_journey DOUBLE PRECISION,"
	"\n  reading DOUBLE PRECISION,"
	"\n  reading_grade TEXT,"
	"\n  PRIMARY KEY (round, site, number), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE finding ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  page INTEGER NOT NULL,"
	"\n  number INTEGER NOT NULL,"
	"\n  cause INTEGER NOT NULL,"
	"\n  review INTEGER NOT NULL,"
	"\n  line_number INTEGER NOT NULL,"
	"\n  column_number INTEGER NOT NULL,"
	"\n  fingerprint TEXT NOT NULL,"
	"\n  silenced TEXT,"
	"\n  third_party TEXT,"
	"\n  PRIMARY KEY (round, site, page, number)) WITHOUT ROWID",
	"CREATE TABLE measure ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  page INTEGER NOT NULL,"
	"\n  name TEXT NOT NULL,"
	"\n  value DOUBLE PRECISION,"
	"\n  PRIMARY KEY (round, site, page, name)) WITHOUT ROWID",
	"CREATE TABLE robots ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  origin TEXT NOT NULL,"
	"\n  status INTEGER,"
	"\n  failure TEXT,"
	"\n  crawl_delay BIGINT,"
	"\n  refuses_all INTEGER NOT NULL,"
	"\n  PRIMARY KEY (round, site, origin), " OF_CRAWL ") WITHOUT ROWID",
	"CREATE TABLE lost_sheet ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  number INTEGER NOT NULL,"
	"\n  url TEXT NOT NULL,"
	"\n  why TEXT NOT NULL,"
	"\n  pages INTEGER NOT NULL,"
	"\n  PRIMARY KEY (round, site, number), " OF_CRAWL ") WITHOUT ROWID",
	NULL,
};

/* A crawl may have been judged by other rules than its round: NULL when it was not. */
static const char *const tables_2[] = {
	"ALTER TABLE crawl ADD COLUMN tool_version TEXT",
	"ALTER TABLE crawl ADD COLUMN referential TEXT",
	"ALTER TABLE crawl ADD COLUMN rules_digest TEXT",
	"CREATE TABLE again ("
	"\n  round INTEGER PRIMARY KEY REFERENCES round (number),"
	"\n  tool_version TEXT NOT NULL,"
	"\n  referential TEXT NOT NULL,"
	"\n  rules_digest TEXT NOT NULL,"
	"\n  today TEXT NOT NULL)",
	"CREATE TABLE again_todo ("
	"\n  round INTEGER NOT NULL,"
	"\n  site INTEGER NOT NULL,"
	"\n  PRIMARY KEY (round, site)) WITHOUT ROWID",
	NULL,
};

const char *const *const clair_store_steps[CLAIR_STORE_VERSION] = {
	tables_1,
	tables_2,
};

const struct clair_store_table_columns clair_store_tables[CLAIR_STORE_TABLES] = {
	[CLAIR_STORE_CRAWL] = {"crawl",
	    "round, site, began, ended, day, start, stopped_because, start_failure, known, requested, "
	    "fetched, skipped, failed, refused_by_robots, requests, bytes, pages, tested, findings, "
	    "score_access, score_comprehension, score_journey, kept_access, kept_comprehension, "
	    "kept_journey, worst_persona, tests_decided, tests, reading, reading_pages, "
	    "reading_too_short, reading_a, reading_b, reading_c, reading_d, reading_e, "
	    "sheets_lost_pages, tool_version, referential, rules_digest"},
	[CLAIR_STORE_ROBOTS] = {"robots",
	    "round, site, origin, status, failure, crawl_delay, refuses_all"},
	[CLAIR_STORE_PERSONA] = {"persona",
	    "round, site, persona, score"},
	[CLAIR_STORE_INDICATOR] = {"indicator",
	    "round, site, number, id, name, unit, value, reason, word, pages"},
	[CLAIR_STORE_INDICATOR_PART] = {"indicator_part",
	    "round, site, indicator, name, value"},
	[CLAIR_STORE_CRITERION] = {"criterion",
	    "round, site, number, id, state, review"},
	[CLAIR_STORE_LOST_SHEET] = {"lost_sheet",
	    "round, site, number, url, why, pages"},
	[CLAIR_STORE_OUTCOME] = {"outcome",
	    "round, site, rule, outcome, of_site, pages_failed, pages_review, pages_passed, "
	    "pages_untested, failed, review, passed"},
	[CLAIR_STORE_CAUSE] = {"cause",
	    "round, site, number, id, rule, message, severity, outcome, text_fr, text_en, pages, "
	    "occurrences, gain, example, example_page, line_number, column_number, excerpt, selector"},
	[CLAIR_STORE_PAGE] = {"page",
	    "round, site, number, url, final_url, http_status, depth, kind, lang, title, media_type, "
	    "bytes, tested, reason, note, falc, findings, score_access, score_comprehension, "
	    "score_journey, reading, reading_grade"},
	[CLAIR_STORE_FINDING] = {"finding",
	    "round, site, page, number, cause, review, line_number, column_number, fingerprint, "
	    "silenced, third_party"},
	[CLAIR_STORE_MEASURE] = {"measure",
	    "round, site, page, name, value"},
};

void
clair_store_bulk_open(struct clair_db_bulk *bulk, struct clair_db *db, enum clair_store_table table)
{
	clair_db_bulk_open(bulk, db, clair_store_tables[table].name, clair_store_tables[table].columns);
}

#define SITE "s.key, s.organisation, s.siren, s.insee, s.kind, s.territory"
#define PIVOT(n) "max(CASE WHEN i.number = " #n " THEN i.value END) AS i" #n

const struct clair_store_view clair_store_views[] = {
	{"v_site_latest",
	    "SELECT " SITE ", c.* FROM site s JOIN crawl c ON c.site = s.id"
	    " WHERE s.present = 1 AND s.excluded = 0"
	    " AND c.round = (SELECT max(o.round) FROM crawl o WHERE o.site = s.id)"},
	{"v_cause_latest",
	    "SELECT s.key, s.organisation, s.kind, s.territory, c.* FROM v_site_latest s"
	    " JOIN cause c ON c.round = s.round AND c.site = s.site WHERE c.occurrences > 0"},
	{"v_indicators",
	    "SELECT c.round, c.site, " SITE ", " PIVOT(1) ", " PIVOT(2) ", " PIVOT(3) ", " PIVOT(4) ", " PIVOT(5)
	    ", " PIVOT(6) ", " PIVOT(7) ", " PIVOT(8) ", " PIVOT(9) ", " PIVOT(10)
	    " FROM crawl c JOIN site s ON s.id = c.site"
	    " JOIN indicator i ON i.round = c.round AND i.site = c.site"
	    " GROUP BY c.round, c.site, " SITE},
	{"v_progress",
	    "SELECT " SITE ", c.site, c.round, p.round AS round_before,"
	    " CASE WHEN coalesce(c.rules_digest, r.rules_digest) = coalesce(p.rules_digest, q.rules_digest)"
	    " THEN 1 ELSE 0 END AS same_rules,"
	    " p.score_access AS access_before, c.score_access AS access,"
	    " c.score_access - p.score_access AS access_gained,"
	    " p.score_comprehension AS comprehension_before, c.score_comprehension AS comprehension,"
	    " c.score_comprehension - p.score_comprehension AS comprehension_gained,"
	    " p.score_journey AS journey_before, c.score_journey AS journey,"
	    " c.score_journey - p.score_journey AS journey_gained"
	    " FROM crawl c JOIN site s ON s.id = c.site"
	    " JOIN crawl p ON p.site = c.site AND p.round ="
	    " (SELECT max(o.round) FROM crawl o WHERE o.site = c.site AND o.round < c.round AND o.tested > 0)"
	    " JOIN round r ON r.number = c.round JOIN round q ON q.number = p.round"
	    " WHERE c.tested > 0"},
	{"v_finding",
	    "SELECT f.round, f.site, f.page, f.number, s.key, p.url, c.rule, c.message, c.id AS cause, c.severity,"
	    " CASE WHEN f.review = 1 THEN 'review' ELSE 'failed' END AS outcome, f.line_number, f.column_number,"
	    " f.fingerprint, f.silenced, f.third_party, c.text_fr, c.text_en"
	    " FROM finding f JOIN site s ON s.id = f.site"
	    " JOIN cause c ON c.round = f.round AND c.site = f.site AND c.number = f.cause"
	    " LEFT JOIN page p ON p.round = f.round AND p.site = f.site AND p.number = f.page"},
	{"v_not_tested",
	    "SELECT p.round, p.site, s.key, p.url, p.reason, p.http_status FROM page p"
	    " JOIN site s ON s.id = p.site WHERE p.tested = 0"},
	{"v_rule",
	    "SELECT o.round, o.rule, count(*) AS sites,"
	    " sum(CASE WHEN o.outcome = 'failed' THEN 1 ELSE 0 END) AS sites_failed,"
	    " sum(CASE WHEN o.outcome = 'passed' THEN 1 ELSE 0 END) AS sites_passed,"
	    " sum(o.pages_failed) AS pages_failed, sum(o.failed) AS failed"
	    " FROM outcome o GROUP BY o.round, o.rule"},
	{"v_state",
	    "SELECT s.id AS site, s.key, s.host, r.number AS round, CASE"
	    " WHEN s.excluded = 1 THEN 'excluded'"
	    " WHEN c.site IS NOT NULL THEN 'done'"
	    " WHEN h.worker IS NOT NULL AND h.site = s.id THEN 'running'"
	    " ELSE 'pending' END AS state, c.start_failure, h.worker"
	    " FROM site s JOIN host h ON h.name = s.host"
	    " JOIN round r ON r.number = (SELECT max(number) FROM round)"
	    " LEFT JOIN crawl c ON c.round = r.number AND c.site = s.id"
	    " WHERE s.present = 1"},
};
const size_t clair_store_view_count = sizeof(clair_store_views) / sizeof(clair_store_views[0]);

/* --- Versions --- */

/* A table named meta, without what ours has. */
static bool
is_of_another(struct clair_db *db)
{
	if (db->fault.why == CLAIR_STORE_OTHER)
		db->fault.why = CLAIR_STORE_NOT_ONE;
	return clair_db_fail(db, CLAIR_STORE_NOT_ONE, NULL);
}

static bool
read_version(struct clair_db *db, int *version)
{
	bool has;

	*version = 0;
	if (!clair_db_one(db, db->driver->has_table, CLAIR_DB_VALUES(of_text("meta"))))
		return false;
	has = clair_db_integer(db, 0) > 0;
	clair_db_stop(db);
	if (!has)
		return true;
	if (!clair_db_one(db, "SELECT value FROM meta WHERE name = 'clairlint store'", CLAIR_DB_NOTHING))
		return is_of_another(db);
	*version = (int)clair_db_integer(db, 0);
	clair_db_stop(db);
	return *version > 0 || clair_db_fail(db, CLAIR_STORE_NOT_ONE, NULL);
}

static bool
drop_views(struct clair_db *db)
{
	struct clair_buf sql;
	bool done;

	clair_buf_init(&sql, 0);
	for (size_t i = clair_store_view_count; i-- > 0;)
		clair_buf_printf(&sql, "DROP VIEW IF EXISTS %s;", clair_store_views[i].name);
	done = !sql.failed && db->driver->define(db, sql.bytes);
	clair_buf_free(&sql);
	return done;
}

static bool
make_views(struct clair_db *db)
{
	struct clair_buf sql;
	bool done;

	clair_buf_init(&sql, 0);
	for (size_t i = 0; i < clair_store_view_count; i++)
		clair_buf_printf(&sql, "CREATE VIEW %s AS %s;", clair_store_views[i].name, clair_store_views[i].sql);
	done = !sql.failed && db->driver->define(db, sql.bytes);
	clair_buf_free(&sql);
	return done;
}

static bool
take_steps(struct clair_db *db, const char *const *const *steps, int from, int to)
{
	bool done = from > 0
	    ? drop_views(db)
	    : db->driver->define(db, "CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL)") &&
		clair_db_run(db, "INSERT INTO meta (name, value) VALUES ('clairlint store', $1)",
		    CLAIR_DB_VALUES(of_integer(to)));

	for (int i = from; i < to; i++)
		for (const char *const *sql = steps[i]; done && *sql != NULL; sql++)
			done = db->driver->define(db, *sql);
	return done && make_views(db) &&
	    clair_db_run(db, "UPDATE meta SET value = $1 WHERE name = 'clairlint store'",
		CLAIR_DB_VALUES(of_integer(to)));
}

static bool
may_take_steps(struct clair_db *db, int from, int to)
{
	enum clair_store_why why = CLAIR_STORE_FINE;

	if (from > to)
		why = CLAIR_STORE_LATER;
	else if (from == 0 && db->mode != CLAIR_STORE_CREATE)
		why = CLAIR_STORE_NOT_ONE;
	else if (from < to && db->mode == CLAIR_STORE_READ)
		why = CLAIR_STORE_EARLIER;
	if (why == CLAIR_STORE_FINE)
		return true;
	clair_db_fail(db, why, NULL);
	db->fault.version = from;
	return false;
}

bool
clair_store_migrate(struct clair_db *db, const char *const *const *steps, int version)
{
	bool done = clair_db_begin(db, CLAIR_DB_READS);
	int from = 0;

	done = done && read_version(db, &from) && may_take_steps(db, from, version);
	done = clair_db_end(db, done) == CLAIR_OK && done;
	if (!done || from == version)
		return done;
	/* Another process may have done it meanwhile. */
	done = clair_db_begin(db, CLAIR_DB_MAKES) && read_version(db, &from) && may_take_steps(db, from, version) &&
	    (from == version || take_steps(db, steps, from, version));
	return clair_db_end(db, done) == CLAIR_OK && done;
}
