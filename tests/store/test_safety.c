/* What a store goes through: a killed program, a full disk, a damaged file, other versions, other programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/run.h"
#include "net/url.h"
#include "store/inside.h"
#include "store/schema.h"
#include "tests/support/read.h"
#include "tests/support/store_place.h"

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PAGES = 3000 };

static const struct clair_campaign_site sites[] = {
	{.key = "https://www.aa.fr/", .address = "https://www.aa.fr/", .host = "aa.fr", .organisation = "Ville d’Aa",
	    .siren = "", .insee = "", .kind = "commune", .territory = "Finistère"},
	{.key = "https://www.bb.fr/", .address = "https://www.bb.fr/", .host = "bb.fr", .organisation = "Ville de Bb",
	    .siren = "", .insee = "", .kind = "commune", .territory = "Finistère"},
};

static const struct clair_store_round round_facts = {.began = 1000, .tool_version = "0.1.0",
	.referential = "RGAA 4.1.2", .rules_digest = "r", .options_digest = "o"};
static const struct clair_store_worker worker = {.name = "one", .lease = 60000};
static const struct clair_store_outcome outcome = {.began = 2000, .ended = 3000};

/* --- A large run: one page many times --- */

static struct clair_linter *linter;
static struct clair_run *run;
static struct clair_result *page;

static void
make_run(void)
{
	static const char html[] = "<!DOCTYPE html><html><head><title>T</title></head><body><h3>Aller</h3>"
				   "<img src=a.png><img src=b.png><input><a href=''></a><font color=red>R</font></body></html>";
	const struct clair_options options = {
	    .dictionaries = "dictionaries", .resolve = clair_url_resolve, .site_of = clair_url_site};
	const struct clair_document document = {.url = "https://www.aa.fr/", .media_type = "text/html",
		.http_status = 200, .bytes = html, .length = sizeof(html) - 1};
	const struct clair_crawl_facts facts = {.start = "https://www.aa.fr/", .stopped_because = "all-pages",
		.known = 1, .requested = 1, .fetched = 1, .is_site = true};

	if (clair_linter_new(&linter, &options) != CLAIR_OK || clair_run_new(&run, linter) != CLAIR_OK ||
	    clair_lint(&page, linter, &document) != CLAIR_OK || clair_run_add(run, page) != CLAIR_OK ||
	    clair_run_finish(run, &facts) != CLAIR_OK)
		abort();
	free(run->pages);
	run->pages = malloc(PAGES * sizeof(struct clair_result *));
	if (run->pages == NULL || page->finding_count < 4)
		abort();
	for (uint32_t i = 0; i < PAGES; i++)
		run->pages[i] = page;
	run->page_count = PAGES;
}

static void
free_run(void)
{
	run->page_count = 1;
	clair_run_free(run);
	clair_linter_free(linter);
}

static struct clair_store *
begin(const struct store_place *place)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_CREATE);
	uint32_t number;

	assert_int_equal(clair_store_sync_sites(store, sites, 2), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &round_facts, &number), CLAIR_OK);
	return store;
}

static enum clair_status
crawl(struct clair_store *store, const struct store_place *place, const struct clair_run *what)
{
	struct clair_store_claim claim;
	enum clair_status status;
	int64_t wait;

	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
	status = clair_store_complete(store, &claim, &outcome, what);
	clair_store_claim_free(&claim);
	return status;
}

/* All of the site is there, or nothing of it. */
static bool
is_whole(const struct store_place *place)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_WRITE);
	const int64_t crawls = store_ask(store, "SELECT count(*) FROM crawl");

	assert_int_equal(store_ask(store, "SELECT count(*) FROM page"), crawls * PAGES);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM finding"),
	    crawls * ((int64_t)PAGES * page->finding_count + run->site_finding_count));
	assert_int_equal(store_ask(store, "SELECT count(*) FROM todo"), 2 - crawls);
	assert_int_equal(store_ask(store, "SELECT sum(waiting) FROM host"), 2 - crawls);
	if (!place->server)
		assert_int_equal(store_ask(store, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
	clair_store_close(store);
	return crawls == 1;
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- kill -9 --- */

/* Tells when it begins to write, and when it was told that all is written. */
static void
write_in_child(const struct store_place *place, int told)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_WRITE);
	struct clair_store_claim claim;
	int64_t wait;

	if (clair_store_claim(store, &worker, place->clock, &claim, &wait) != CLAIR_OK || write(told, "b", 1) != 1 ||
	    clair_store_complete(store, &claim, &outcome, run) != CLAIR_OK || write(told, "d", 1) != 1)
		_exit(1);
	for (;;)
		pause();
}

static void
kill_after(const struct store_place *place, double delay, bool *was_done, bool *was_whole)
{
	char said = 0;
	int ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0)
		write_in_child(place, ends[1]);
	close(ends[1]);
	assert_int_equal(read(ends[0], &said, 1), 1);
	usleep((useconds_t)(delay * 1e6));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	*was_done = read(ends[0], &said, 1) == 1;
	close(ends[0]);
	*was_whole = is_whole(place);
}

static void
test_a_killed_program_leaves_all_or_nothing(void **state)
{
	const struct store_place *place = *state;
	unsigned nothing = 0;
	struct clair_store *store = begin(place);
	const double started = seconds();
	double whole_time;

	assert_int_equal(crawl(store, place, run), CLAIR_OK);
	whole_time = seconds() - started;
	clair_store_close(store);
	for (int i = 0; i < 10; i++) {
		struct store_place *other = store_place_other(place);
		bool was_done;
		bool was_whole;

		clair_store_close(begin(other));
		kill_after(other, whole_time * i / 7, &was_done, &was_whole);
		if (was_done)
			assert_true(was_whole);
		nothing += !was_whole;
		free(other);
	}
	assert_in_range(nothing, 1, 10);
}

/* --- Faults --- */

static void
expect_fault(const char *address, enum clair_store_mode mode, enum clair_store_why why, const char *words)
{
	struct clair_store_fault fault;
	struct clair_store *store;
	struct clair_buf said;

	if (clair_store_open(&store, address, mode, &fault) == CLAIR_OK)
		fail_msg("%s was opened", address);
	assert_null(store);
	if (fault.why != why)
		fail_msg("%s: %d instead of %d: %s", address, fault.why, why, fault.detail);
	clair_buf_init(&said, 0);
	clair_store_say(&said, CLAIR_FR, address, &fault);
	if (strstr(said.bytes, words) == NULL)
		fail_msg("%s", said.bytes);
	assert_null(strstr(said.bytes, "secret"));
	assert_null(strchr(said.bytes, '{'));
	clair_buf_free(&said);
}

static void
write_file(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

static void
run_sql(const char *path, const char *sql)
{
	sqlite3 *handle;
	char *error = NULL;

	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	if (sqlite3_exec(handle, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
	sqlite3_close(handle);
}

static void
test_what_is_no_store_is_left_alone(void **state)
{
	const struct store_place *place = *state;
	char text[2000];
	char *after;
	size_t length;

	if (place->server) {
		expect_fault("postgresql://clairlint:secret@/postgres?host=/nowhere", CLAIR_STORE_CREATE,
		    CLAIR_STORE_NOT_THERE, "introuvable");
		expect_fault(place->address, CLAIR_STORE_READ, CLAIR_STORE_NOT_ONE, "n’est pas une base");
		return;
	}
	expect_fault(place->path, CLAIR_STORE_WRITE, CLAIR_STORE_NOT_THERE, "introuvable");
	expect_fault(place->path, CLAIR_STORE_READ, CLAIR_STORE_NOT_THERE, place->path);
	expect_fault("/nowhere/at/all.sqlite", CLAIR_STORE_CREATE, CLAIR_STORE_NOT_THERE, "introuvable");
	expect_fault("/tmp", CLAIR_STORE_CREATE, CLAIR_STORE_NOT_THERE, "/tmp");
	memset(text, 'x', sizeof(text));
	write_file(place->path, text, sizeof(text));
	expect_fault(place->path, CLAIR_STORE_CREATE, CLAIR_STORE_NOT_ONE, "Rien n’y a été écrit");
	after = support_read(place->path, &length);
	assert_int_equal(length, sizeof(text));
	assert_memory_equal(after, text, length);
	free(after);
	assert_int_equal(remove(place->path), 0);
	run_sql(place->path, "CREATE TABLE page (n); INSERT INTO page VALUES (1)");
	expect_fault(place->path, CLAIR_STORE_CREATE, CLAIR_STORE_NOT_ONE, "n’est pas une base");
	expect_fault(place->path, CLAIR_STORE_READ, CLAIR_STORE_NOT_ONE, "n’est pas une base");
	run_sql(place->path, "CREATE TABLE meta (n); INSERT INTO meta VALUES (1)");
	expect_fault(place->path, CLAIR_STORE_READ, CLAIR_STORE_NOT_ONE, "n’est pas une base");
}

static void
define(const struct store_place *place, const char *sql)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_WRITE);

	store_do(store, sql);
	clair_store_close(store);
}

static void
test_a_store_of_a_later_version_is_refused(void **state)
{
	const struct store_place *place = *state;

	clair_store_close(begin(place));
	define(place, "UPDATE meta SET value = 99 WHERE name = 'clairlint store'");
	expect_fault(place->address, CLAIR_STORE_CREATE, CLAIR_STORE_LATER, "version 99");
	expect_fault(place->address, CLAIR_STORE_READ, CLAIR_STORE_LATER, "plus récente");
}

static void
test_a_full_disk_is_told_and_leaves_what_was_there(void **state)
{
	const struct store_place *place = *state;
	struct clair_store *store;
	struct clair_store_claim claim;
	struct clair_buf said;
	int64_t wait;

	if (place->server)
		return; /* 53100: the server’s */
	store = begin(place);
	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
	/* SQLite then fails as on a disk without room: SQLITE_FULL. */
	assert_true(store->db->driver->define(store->db, "PRAGMA max_page_count = 100"));
	assert_int_equal(clair_store_complete(store, &claim, &outcome, run), CLAIR_IO);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_FULL);
	assert_true(clair_store_may_pass(clair_store_fault(store)->why));
	clair_buf_init(&said, 0);
	clair_store_say(&said, CLAIR_FR, place->path, clair_store_fault(store));
	assert_non_null(strstr(said.bytes, "est plein"));
	clair_buf_free(&said);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), 0);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM page"), 0);
	/* Room is made: the same claim is completed. */
	assert_true(store->db->driver->define(store->db, "PRAGMA max_page_count = 1000000"));
	assert_int_equal(clair_store_complete(store, &claim, &outcome, run), CLAIR_OK);
	clair_store_claim_free(&claim);
	clair_store_close(store);
	assert_true(is_whole(place));
}

/* Another store holds what a transaction needs for longer than this one waits. */
static void
test_what_could_not_begin_is_no_transaction(void **state)
{
	const struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store *other = store_place_open(place, CLAIR_STORE_WRITE);

	assert_true(store->db->driver->define(
	    store->db, place->server ? "SET lock_timeout = 50" : "PRAGMA busy_timeout = 50"));
	assert_true(clair_db_begin(other->db, CLAIR_DB_RULES));
	assert_int_equal(clair_store_sync_sites(store, sites, 1), CLAIR_IO);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_BUSY);
	assert_int_equal(clair_db_end(other->db, true), CLAIR_OK);
	assert_int_equal(clair_store_sync_sites(store, sites, 1), CLAIR_OK);
	assert_int_equal(store_ask(other, "SELECT count(*) FROM site WHERE present = 1"), 1);
	clair_store_close(other);
	clair_store_close(store);
}

static struct store_place
in_a_hurry(const struct store_place *place)
{
	struct store_place hurried = *place;

	if (place->server)
		snprintf(hurried.address + strlen(hurried.address), sizeof(hurried.address) - strlen(hurried.address),
		    "%%20-clock_timeout%%3D100");
	return hurried;
}

static void
test_who_could_not_take_back_hinders_nobody(void **state)
{
	const struct store_place place = in_a_hurry(*state);
	struct clair_store *store = begin(&place);
	struct clair_store_claim claim;
	int64_t wait;
	uint32_t hosts;

	assert_int_equal(clair_store_claim(store, &worker, place.clock, &claim, &wait), CLAIR_OK);
	clair_store_claim_free(&claim);
	store_do(store, place.server
		? "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';"
		  "CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON host DEFERRABLE INITIALLY DEFERRED"
		  " FOR EACH ROW EXECUTE FUNCTION refuse()"
		: "CREATE TRIGGER refuse AFTER UPDATE ON host BEGIN SELECT RAISE(ABORT, 'no'); END");
	assert_int_equal(clair_store_take_back(store, &hosts), CLAIR_IO);
	clair_store_close(store_place_open(&place, CLAIR_STORE_WRITE));
	store_do(store, place.server ? "DROP TRIGGER refuse ON host" : "DROP TRIGGER refuse");
	/* The server sees a connection end a moment later. */
	for (int tries = 0; clair_store_take_back(store, &hosts) != CLAIR_OK && tries < 50; tries++)
		usleep(20000);
	assert_int_equal(hosts, 1);
	clair_store_close(store);
}

static void
test_a_damaged_file_is_told(void **state)
{
	const struct store_place *place = *state;
	struct clair_store *store;
	struct clair_store_fault fault;
	char garbage[4096];
	struct stat facts;
	bool told = false;
	int file;

	if (place->server)
		return;
	store = begin(place);
	assert_int_equal(crawl(store, place, run), CLAIR_OK);
	clair_store_close(store);
	memset(garbage, 0xa5, sizeof(garbage));
	file = open(place->path, O_RDWR);
	assert_int_equal(fstat(file, &facts), 0);
	for (off_t at = 8192; at < facts.st_size; at += 4096)
		assert_int_equal(pwrite(file, garbage, sizeof(garbage), at), sizeof(garbage));
	close(file);
	if (clair_store_open(&store, place->address, CLAIR_STORE_WRITE, &fault) != CLAIR_OK) {
		told = fault.why == CLAIR_STORE_DAMAGED;
	} else {
		struct clair_arena mem;
		struct clair_store_status status;

		clair_arena_init(&mem, 0);
		assert_int_equal(clair_store_status(store, 0, 0, &mem, &status), CLAIR_IO);
		told = clair_store_fault(store)->why == CLAIR_STORE_DAMAGED;
		clair_arena_free(&mem);
		clair_store_close(store);
	}
	assert_true(told);
	assert_int_equal(truncate(place->path, 5000), 0);
	expect_fault(place->path, CLAIR_STORE_READ, CLAIR_STORE_DAMAGED, "abîmée");
}

/* As a user without rights; what it gives is the number of the first thing that was wrong. */
static int
read_without_rights(const struct store_place *place, const char *folder)
{
	const struct passwd *nobody = getpwnam("nobody");
	struct clair_store_fault fault;
	struct clair_store *store;
	int wrong = 0;

	if (geteuid() == 0 && (nobody == NULL || setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0))
		return 1;
	if (access(folder, W_OK) == 0)
		return 2;
	if (clair_store_open(&store, place->path, CLAIR_STORE_WRITE, &fault) == CLAIR_OK)
		return 3;
	if (fault.why != CLAIR_STORE_READ_ONLY)
		return 4;
	if (clair_store_open(&store, place->path, CLAIR_STORE_READ, &fault) != CLAIR_OK)
		return 5;
	if (clair_db_begin(store->db, CLAIR_DB_READS) &&
	    clair_db_one(store->db, "SELECT count(*) FROM page", CLAIR_DB_NOTHING))
		wrong = clair_db_integer(store->db, 0) == PAGES ? 0 : 6;
	else
		wrong = 7;
	(void)!clair_db_end(store->db, true);
	if (wrong == 0 && clair_store_sync_sites(store, sites, 1) == CLAIR_OK)
		wrong = 8;
	clair_store_close(store);
	return wrong;
}

static void
test_a_store_that_cannot_be_written_is_read_all_the_same(void **state)
{
	struct store_place place = *(const struct store_place *)*state;
	struct clair_store *store;
	char folder[340];
	int status;
	pid_t child;

	if (place.server)
		return;
	snprintf(folder, sizeof(folder), "%s.d", place.path);
	assert_int_equal(mkdir(folder, 0755), 0);
	snprintf(place.path, sizeof(place.path), "%.200s.d/f.sqlite", place.address);
	snprintf(place.address, sizeof(place.address), "%s", place.path);
	store = begin(&place);
	assert_int_equal(crawl(store, &place, run), CLAIR_OK);
	clair_store_close(store);
	assert_int_equal(chmod(place.path, 0444), 0);
	assert_int_equal(chmod(folder, 0555), 0);
	child = fork();
	if (child == 0)
		_exit(read_without_rights(&place, folder));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(chmod(folder, 0755), 0);
}

static void
test_a_reader_changes_nothing(void **state)
{
	const struct store_place *place = *state;
	struct clair_store *store;
	struct clair_store *reader;

	store = begin(place);
	reader = store_place_open(place, CLAIR_STORE_READ);
	assert_int_equal(clair_store_sync_sites(reader, sites, 1), CLAIR_IO);
	assert_int_equal(clair_store_fault(reader)->why, CLAIR_STORE_READ_ONLY);
	assert_false(clair_store_may_pass(CLAIR_STORE_READ_ONLY));
	assert_int_equal(store_ask(reader, "SELECT count(*) FROM site WHERE present = 1"), 2);
	clair_store_close(reader);
	clair_store_close(store);
}

/* --- Versions --- */

static const char *const to_next[] = {"ALTER TABLE site ADD COLUMN note TEXT", "UPDATE site SET note = 'new'", NULL};
static const char *const to_third_badly[] = {"CREATE TABLE three (n INTEGER)", "INSERT INTO absent VALUES (1)", NULL};

static void
test_steps_are_taken_whole_or_not_at_all(void **state)
{
	const struct store_place *place = *state;
	enum { NEXT = CLAIR_STORE_VERSION + 1 };
	const char *const *steps[NEXT + 1];
	struct clair_store *store = begin(place);
	struct clair_store *reader = store_place_open(place, CLAIR_STORE_READ);

	memcpy(steps, clair_store_steps, sizeof(clair_store_steps));
	steps[NEXT - 1] = to_next;
	steps[NEXT] = to_third_badly;
	assert_false(clair_store_migrate(reader->db, steps, NEXT));
	assert_int_equal(reader->db->fault.why, CLAIR_STORE_EARLIER);
	assert_int_equal(reader->db->fault.version, CLAIR_STORE_VERSION);
	assert_true(clair_store_migrate(store->db, steps, NEXT));
	assert_true(clair_store_migrate(store->db, steps, NEXT));
	assert_int_equal(store_ask(store, "SELECT value FROM meta"), NEXT);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM site WHERE note = 'new'"), 2);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM v_state"), 2);
	assert_false(clair_store_migrate(store->db, steps, NEXT + 1));
	assert_int_equal(store_ask(store, "SELECT value FROM meta"), NEXT);
	assert_true(clair_db_begin(store->db, CLAIR_DB_READS));
	assert_true(clair_db_one(store->db, store->db->driver->has_table, CLAIR_DB_VALUES(of_text("three"))));
	assert_int_equal(clair_db_integer(store->db, 0), 0);
	assert_int_equal(clair_db_end(store->db, true), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM v_state"), 2);
	clair_store_close(reader);
	clair_store_close(store);
}

/* A file that version 1 made, kept as the commands that make it again. */
static bool
hold_kept(void *payload, const struct clair_site_record *record)
{
	++*(unsigned *)payload;
	if (strcmp(record->site->key, "https://www.aa.fr/") == 0) {
		assert_int_equal(record->state, CLAIR_SITE_DONE);
		assert_string_equal(record->site->organisation, "Ville d’Aa");
		assert_int_equal(record->tested, 1);
		assert_true(record->axis[CLAIR_ACCESS] > 0 && record->axis[CLAIR_ACCESS] < 100);
		assert_int_equal(record->indicator_count, 10);
		assert_true(record->cause_count > 3);
		assert_true(record->page_count == 1);
	}
	return true;
}

static void
test_a_file_of_version_1_is_still_read(void **state)
{
	const struct store_place *place = *state;
	struct clair_store *store;
	unsigned count = 0;
	size_t length;
	char *sql;

	if (place->server)
		return;
	sql = support_read("tests/store/version-1.sql", &length);
	assert_non_null(sql);
	run_sql(place->path, sql);
	free(sql);
	store = store_place_open(place, CLAIR_STORE_WRITE);
	assert_int_equal(store_ask(store, "SELECT value FROM meta"), CLAIR_STORE_VERSION);
	assert_true(clair_store_each(store, 1, hold_kept, &count));
	assert_int_equal(count, 2);
	assert_int_equal(crawl(store, place, run), CLAIR_OK);
	assert_int_equal(clair_store_round_end(store, false, 9000), CLAIR_OK);
	clair_store_close(store);
}

static void
open_in_child(const struct store_place *place)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_CREATE);
	const int64_t version = store_ask(store, "SELECT value FROM meta");

	clair_store_close(store);
	_exit(version == CLAIR_STORE_VERSION ? 0 : 1);
}

static void
test_eight_openers_make_one_store(void **state)
{
	const struct store_place *place = *state;
	pid_t children[8];

	for (int i = 0; i < 8; i++) {
		children[i] = fork();
		if (children[i] == 0)
			open_in_child(place);
	}
	for (int i = 0; i < 8; i++) {
		int status;

		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_int_equal(status, 0);
	}
}

/* --- A server that goes away --- */

static void
test_a_lost_connection_is_told_and_made_again(void **state)
{
	const struct store_place *place = *state;
	struct clair_store *store;
	struct clair_store *other;
	struct clair_store_claim claim;
	int64_t wait;

	if (!place->server)
		return;
	store = begin(place);
	other = store_place_open(place, CLAIR_STORE_READ);
	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
	assert_true(store_ask(other, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
				     " WHERE pid <> pg_backend_pid() AND application_name = 'clairlint'") > 0);
	assert_int_equal(clair_store_complete(store, &claim, &outcome, run), CLAIR_IO);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_LOST);
	assert_true(clair_store_may_pass(CLAIR_STORE_LOST));
	assert_int_equal(clair_store_complete(store, &claim, &outcome, run), CLAIR_OK);
	clair_store_claim_free(&claim);
	clair_store_close(store);
	clair_store_close(other);
	assert_true(is_whole(place));
}

/* Who writes shares a lock, which tells the others that it is there: without it, no connection is good. */
static void
test_a_new_connection_that_was_told_nothing_is_not_used(void **state)
{
	const struct store_place place = in_a_hurry(*state);
	struct clair_store *store;
	struct clair_store *other;

	if (!place.server)
		return;
	store = begin(&place);
	other = store_place_open(&place, CLAIR_STORE_READ);
	assert_true(store_ask(other, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
				     " WHERE pid <> pg_backend_pid() AND application_name = 'clairlint'") > 0);
	assert_true(clair_db_begin(other->db, CLAIR_DB_READS));
	for (int tries = 0; !other->db->driver->alone(other->db) && tries < 50; tries++)
		usleep(20000);
	assert_int_equal(clair_store_sync_sites(store, sites, 2), CLAIR_IO);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_LOST);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(clair_store_sync_sites(store, sites, 2), CLAIR_IO);
		assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_BUSY);
	}
	assert_int_equal(clair_db_end(other->db, true), CLAIR_OK);
	assert_int_equal(clair_store_sync_sites(store, sites, 2), CLAIR_OK);
	assert_true(clair_db_begin(other->db, CLAIR_DB_READS));
	assert_false(other->db->driver->alone(other->db));
	assert_int_equal(clair_db_end(other->db, true), CLAIR_OK);
	clair_store_close(other);
	clair_store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_killed_program_leaves_all_or_nothing),
		cmocka_unit_test(test_what_is_no_store_is_left_alone),
		cmocka_unit_test(test_a_store_of_a_later_version_is_refused),
		cmocka_unit_test(test_a_full_disk_is_told_and_leaves_what_was_there),
		cmocka_unit_test(test_what_could_not_begin_is_no_transaction),
		cmocka_unit_test(test_who_could_not_take_back_hinders_nobody),
		cmocka_unit_test(test_a_damaged_file_is_told),
		cmocka_unit_test(test_a_store_that_cannot_be_written_is_read_all_the_same),
		cmocka_unit_test(test_a_reader_changes_nothing),
		cmocka_unit_test(test_steps_are_taken_whole_or_not_at_all),
		cmocka_unit_test(test_a_file_of_version_1_is_still_read),
		cmocka_unit_test(test_eight_openers_make_one_store),
		cmocka_unit_test(test_a_lost_connection_is_told_and_made_again),
		cmocka_unit_test(test_a_new_connection_that_was_told_nothing_is_not_used),
	};
	int failed;

	make_run();
	failed = store_place_run("safety", tests, sizeof(tests) / sizeof(tests[0]));
	free_run();
	return failed;
}
