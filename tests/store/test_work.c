/* Sites, rounds, and who crawls what: one worker, two, several processes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "store/store.h"
#include "tests/support/store_place.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LEASE = 900, REST = 1500 }; /* milliseconds, really waited for on a server */

#define SITE(name, domain) \
	{.key = "https://" name "/", .address = "https://" name "/", .host = domain, .organisation = "Mairie de " name, \
		.siren = "123456789", .insee = "", .kind = "commune", .territory = "Bretagne"}

static const struct clair_campaign_site sites[] = {
	SITE("www.aa.fr", "aa.fr"),
	SITE("www.bb.fr", "bb.fr"),
	SITE("blog.aa.fr", "aa.fr"),
	SITE("www.cc.fr", "cc.fr"),
	SITE("wiki.aa.fr", "aa.fr"),
};
enum { SITES = sizeof(sites) / sizeof(sites[0]) };

static const struct clair_store_round round_facts = {.began = 1000, .tool_version = "0.1.0",
	.referential = "RGAA 4.1.2", .rules_digest = "r", .options_digest = "o"};

static struct clair_store *
begin(const struct store_place *place)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_CREATE);
	uint32_t number;

	assert_int_equal(clair_store_sync_sites(store, sites, SITES), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &round_facts, &number), CLAIR_OK);
	assert_int_equal(number, 1);
	return store;
}

static const struct clair_store_worker one = {.name = "one", .lease = 60000, .attempts = 3};
static const struct clair_store_worker two = {.name = "two", .lease = 60000, .attempts = 3};
static const struct clair_store_worker brief_one = {.name = "one", .lease = LEASE, .attempts = 2};
static const struct clair_store_worker brief_two = {.name = "two", .lease = LEASE, .attempts = 2};

/* Claims a site, and holds it to its address. */
static struct clair_store_claim
claim(struct clair_store *store, const struct store_place *place, const struct clair_store_worker *worker,
    const char *name)
{
	struct clair_store_claim claim;
	int64_t wait;

	assert_int_equal(clair_store_claim(store, worker, place->clock, &claim, &wait), CLAIR_OK);
	assert_non_null(strstr(claim.site.key, name));
	return claim;
}

static int64_t
none_left(struct clair_store *store, const struct store_place *place, const struct clair_store_worker *worker)
{
	struct clair_store_claim claim;
	int64_t wait;

	assert_int_equal(clair_store_claim(store, worker, place->clock, &claim, &wait), CLAIR_NOT_FOUND);
	return wait;
}

static enum clair_status
complete_after(struct clair_store *store, const struct store_place *place, struct clair_store_claim *claim, int64_t rest)
{
	const struct clair_store_outcome outcome = {.began = place->clock, .ended = place->clock,
		.start_failure = "unreachable", .rest = rest};
	const enum clair_status status = clair_store_complete(store, claim, &outcome, NULL);

	clair_store_claim_free(claim);
	return status;
}

static enum clair_status
complete(struct clair_store *store, const struct store_place *place, struct clair_store_claim *claim)
{
	return complete_after(store, place, claim, 0);
}

/* --- Order --- */

static void
test_a_host_is_held_by_one_and_its_sites_follow(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim a = claim(store, place, &one, "www.aa.fr");
	struct clair_store_claim b = claim(store, place, &two, "www.bb.fr");
	struct clair_store_claim c = claim(store, place, &one, "www.cc.fr");
	int64_t wait;

	assert_string_equal(a.site.organisation, "Mairie de www.aa.fr");
	assert_string_equal(a.site.siren, "123456789");
	assert_int_equal(a.attempt, 1);
	assert_int_equal(a.round, 1);
	wait = none_left(store, place, &two);
	assert_in_range(wait, 100, one.lease);

	assert_int_equal(complete(store, place, &c), CLAIR_OK);
	assert_int_equal(complete(store, place, &a), CLAIR_OK);
	a = claim(store, place, &two, "blog.aa.fr");
	assert_int_equal(complete(store, place, &a), CLAIR_OK);
	a = claim(store, place, &one, "wiki.aa.fr");
	assert_int_equal(complete(store, place, &a), CLAIR_OK);
	none_left(store, place, &one);
	assert_int_equal(complete(store, place, &b), CLAIR_OK);
	assert_int_equal(none_left(store, place, &one), -1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), SITES);
	clair_store_close(store);
}

static void
test_a_host_rests(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim a = claim(store, place, &one, "www.aa.fr");
	struct clair_store_claim other;

	assert_int_equal(complete_after(store, place, &a, REST), CLAIR_OK);
	other = claim(store, place, &one, "www.bb.fr");
	assert_int_equal(clair_store_give_back(store, &other, REST, place->clock), CLAIR_OK);
	assert_int_equal(clair_store_give_back(store, &other, REST, place->clock), CLAIR_NOT_FOUND);
	clair_store_claim_free(&other);
	other = claim(store, place, &one, "www.cc.fr");
	assert_in_range(none_left(store, place, &one), 100, REST);
	store_place_pass(place, REST + 20);
	a = claim(store, place, &two, "blog.aa.fr");
	clair_store_claim_free(&a);
	a = claim(store, place, &two, "www.bb.fr");
	assert_int_equal(a.attempt, 1); /* what was given back does not count */
	clair_store_claim_free(&a);
	clair_store_claim_free(&other);
	clair_store_close(store);
}

/* --- Leases --- */

static void
test_a_lease_that_is_over_is_taken_and_the_late_result_refused(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim late = claim(store, place, &brief_one, "www.aa.fr");
	struct clair_store_claim now;

	store_place_pass(place, LEASE + 20);
	now = claim(store, place, &brief_two, "www.aa.fr");
	assert_int_equal(now.attempt, 2);
	assert_int_equal(complete(store, place, &late), CLAIR_NOT_FOUND);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), 0);
	assert_int_equal(complete(store, place, &now), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), 1);
	clair_store_close(store);
}

static void
test_a_late_result_that_nobody_replaced_is_taken(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim late = claim(store, place, &brief_one, "www.aa.fr");

	store_place_pass(place, LEASE + 20);
	assert_int_equal(complete(store, place, &late), CLAIR_OK);
	clair_store_close(store);
}

static void
test_a_heartbeat_keeps_all_hosts_of_the_worker(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim a = claim(store, place, &brief_one, "www.aa.fr");
	struct clair_store_claim b = claim(store, place, &brief_one, "www.bb.fr");
	struct clair_store_claim c = claim(store, place, &brief_two, "www.cc.fr");
	struct clair_store_claim lost;
	uint32_t held;

	store_place_pass(place, LEASE - 300);
	assert_int_equal(clair_store_extend(store, &brief_one, place->clock, &held), CLAIR_OK);
	assert_int_equal(held, 2);
	store_place_pass(place, 350);
	lost = c;
	assert_int_equal(clair_store_holds(store, &lost), CLAIR_OK); /* its time is over, and nobody came */
	c = claim(store, place, &brief_one, "www.cc.fr"); /* of the worker that said nothing */
	assert_int_equal(clair_store_holds(store, &lost), CLAIR_NOT_FOUND);
	assert_int_equal(clair_store_holds(store, &c), CLAIR_OK);
	clair_store_claim_free(&lost);
	none_left(store, place, &brief_two);
	assert_int_equal(clair_store_extend(store, &brief_two, place->clock, &held), CLAIR_OK);
	assert_int_equal(held, 0);
	assert_int_equal(complete(store, place, &a), CLAIR_OK);
	assert_int_equal(complete(store, place, &b), CLAIR_OK);
	assert_int_equal(complete(store, place, &c), CLAIR_OK);
	clair_store_close(store);
}

/* It slept, and crawls them still: to take one again would be to crawl it twice. */
static void
test_a_worker_does_not_take_its_own_hosts_again(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim a = claim(store, place, &brief_one, "www.aa.fr");
	struct clair_store_claim b = claim(store, place, &brief_one, "www.bb.fr");
	struct clair_store_claim c = claim(store, place, &brief_one, "www.cc.fr");
	uint32_t held;

	store_place_pass(place, LEASE + 20);
	assert_true(none_left(store, place, &brief_one) > 0);
	assert_int_equal(clair_store_extend(store, &brief_one, place->clock, &held), CLAIR_OK);
	assert_int_equal(held, 3);
	store_place_pass(place, LEASE + 20);
	clair_store_claim_free(&a);
	a = claim(store, place, &brief_two, "www.aa.fr");
	assert_int_equal(complete(store, place, &a), CLAIR_OK);
	assert_int_equal(complete(store, place, &b), CLAIR_OK);
	assert_int_equal(complete(store, place, &c), CLAIR_OK);
	clair_store_close(store);
}

static void
test_a_site_that_kills_its_workers_is_set_aside(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim lost;

	for (uint32_t i = 1; i <= brief_one.attempts; i++) {
		lost = claim(store, place, i == 1 ? &brief_one : &brief_two, "www.aa.fr");
		assert_int_equal(lost.attempt, i);
		clair_store_claim_free(&lost);
		store_place_pass(place, LEASE + 20);
	}
	lost = claim(store, place, &brief_one, "blog.aa.fr");
	assert_int_equal(lost.attempt, 1);
	clair_store_claim_free(&lost);
	assert_int_equal(
	    store_ask(store, "SELECT count(*) FROM crawl WHERE start_failure = 'worker-lost' AND tested = 0"), 1);
	clair_store_close(store);
}

static void
test_progress_is_forgiven(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim lost;

	for (int i = 0; i < 4; i++) {
		lost = claim(store, place, i % 2 == 0 ? &brief_one : &brief_two, "www.aa.fr");
		assert_int_equal(lost.attempt, i == 0 ? 1 : 2);
		assert_int_equal(clair_store_forgive(store, &lost), CLAIR_OK);
		store_place_pass(place, LEASE + 20);
		if (i < 3)
			clair_store_claim_free(&lost);
	}
	clair_store_claim_free(&lost);
	lost = claim(store, place, &brief_one, "www.aa.fr");
	lost.ticket--; /* of the one before */
	assert_int_equal(clair_store_forgive(store, &lost), CLAIR_NOT_FOUND);
	clair_store_claim_free(&lost);
	clair_store_close(store);
}

static void
test_hosts_of_the_dead_are_taken_back_at_once(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store *other = store_place_open(place, CLAIR_STORE_WRITE);
	struct clair_store_claim a = claim(store, place, &one, "www.aa.fr");
	uint32_t hosts;

	assert_int_equal(clair_store_take_back(other, &hosts), CLAIR_NOT_FOUND);
	assert_int_equal(hosts, 0);
	clair_store_close(store);
	for (int tries = 0; clair_store_take_back(other, &hosts) != CLAIR_OK && tries < 50; tries++)
		usleep(20000); /* the server sees a connection end a moment later */
	assert_int_equal(hosts, 1);
	clair_store_claim_free(&a);
	a = claim(other, place, &two, "www.aa.fr");
	store = store_place_open(place, CLAIR_STORE_WRITE);
	assert_int_equal(clair_store_take_back(other, &hosts), CLAIR_NOT_FOUND);
	clair_store_claim_free(&a);
	clair_store_close(store);
	clair_store_close(other);
}

/* --- Sites and rounds --- */

static void
test_a_site_leaves_the_file_and_comes_back(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	const struct clair_campaign_site fewer[] = {sites[3], sites[0], SITE("www.dd.fr", "dd.fr")};
	struct clair_store_claim done = claim(store, place, &one, "www.aa.fr");
	const int64_t number = done.number;
	uint32_t round;

	assert_int_equal(complete(store, place, &done), CLAIR_OK);
	assert_int_equal(clair_store_sync_sites(store, fewer, 3), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM site WHERE present = 1"), 3);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM site"), SITES + 1);
	done = claim(store, place, &one, "www.cc.fr");
	assert_int_equal(complete(store, place, &done), CLAIR_OK);
	assert_int_equal(clair_store_round_end(store, false, 5000), CLAIR_BAD_INPUT);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_SITE_LEFT);
	done = claim(store, place, &one, "www.dd.fr");
	assert_int_equal(complete(store, place, &done), CLAIR_OK);
	assert_int_equal(none_left(store, place, &one), -1);
	assert_int_equal(clair_store_round_begin(store, &round_facts, &round), CLAIR_BAD_INPUT);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_ROUND_OPEN);
	assert_int_equal(clair_store_round_end(store, false, 5000), CLAIR_OK);
	assert_int_equal(clair_store_round_end(store, false, 6000), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT ended FROM round"), 5000);

	assert_int_equal(clair_store_sync_sites(store, sites, SITES), CLAIR_OK);
	assert_int_equal(none_left(store, place, &one), -1);
	assert_int_equal(clair_store_round_begin(store, &round_facts, &round), CLAIR_OK);
	assert_int_equal(round, 2);
	done = claim(store, place, &one, "www.aa.fr");
	assert_int_equal(done.number, number);
	assert_int_equal(complete(store, place, &done), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM todo"), SITES - 1);
	clair_store_close(store);
}

static void
test_a_site_changes_its_host_while_it_is_crawled(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_campaign_site moved[SITES];
	struct clair_store_claim a = claim(store, place, &one, "www.aa.fr");

	memcpy(moved, sites, sizeof(sites));
	moved[0].host = "zz.fr";
	assert_int_equal(clair_store_sync_sites(store, moved, SITES), CLAIR_OK);
	assert_int_equal(complete(store, place, &a), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT waiting FROM host WHERE name = 'zz.fr'"), 0);
	assert_int_equal(store_ask(store, "SELECT waiting FROM host WHERE name = 'aa.fr'"), 2);
	for (int i = 1; i < SITES; i++) {
		a = claim(store, place, &one, "");
		assert_int_equal(complete(store, place, &a), CLAIR_OK);
	}
	assert_int_equal(none_left(store, place, &one), -1);
	clair_store_close(store);
}

static void
test_a_host_without_sites_is_not_waited_for(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim next;

	store_do(store, "DELETE FROM todo WHERE host <> 'cc.fr'");
	next = claim(store, place, &one, "www.cc.fr");
	assert_int_equal(store_ask(store, "SELECT count(*) FROM host WHERE worker IS NOT NULL"), 1);
	assert_int_equal(complete(store, place, &next), CLAIR_OK);
	assert_int_equal(none_left(store, place, &one), -1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM host WHERE worker IS NOT NULL"), 0);
	clair_store_close(store);
}

static void
test_two_rows_of_one_site_are_refused(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	const struct clair_campaign_site twice[] = {sites[3], sites[1], sites[3]};

	assert_int_equal(clair_store_sync_sites(store, twice, 3), CLAIR_BAD_INPUT);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_BAD_SITES);
	assert_string_equal(clair_store_fault(store)->detail, "https://www.cc.fr/");
	assert_int_equal(store_ask(store, "SELECT count(*) FROM site WHERE present = 1"), SITES);
	assert_int_equal(clair_store_sync_sites(store, sites, SITES), CLAIR_OK);
	clair_store_close(store);
}

static void
test_who_asked_to_be_left_alone(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	const struct clair_store_exclusion list[] = {{"aa.fr", "courrier du 3 mars"}, {"https://www.cc.fr/", ""}};
	struct clair_store_claim running = claim(store, place, &one, "www.aa.fr");
	struct clair_store_claim next;

	assert_int_equal(running.spared_count, 0);
	assert_int_equal(clair_store_sync_exclusions(store, list, 2), CLAIR_OK);
	assert_int_equal(complete(store, place, &running), CLAIR_NOT_FOUND);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), 0);
	next = claim(store, place, &one, "www.bb.fr");
	assert_int_equal(next.spared_count, 2);
	assert_string_equal(next.spared[0], "aa.fr");
	assert_string_equal(next.spared[1], "https://www.cc.fr/");
	assert_int_equal(complete(store, place, &next), CLAIR_OK);
	assert_int_equal(none_left(store, place, &one), -1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM host WHERE worker IS NOT NULL"), 0);
	assert_int_equal(clair_store_sync_exclusions(store, list, 1), CLAIR_OK);
	next = claim(store, place, &one, "www.cc.fr");
	clair_store_claim_free(&next);
	clair_store_close(store);
}

static void
test_a_result_of_a_round_that_ended_is_refused(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_store_claim late = claim(store, place, &one, "www.aa.fr");
	uint32_t round;

	assert_int_equal(clair_store_round_end(store, true, 5000), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &round_facts, &round), CLAIR_OK);
	assert_int_equal(complete(store, place, &late), CLAIR_NOT_FOUND);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), 0);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM todo"), SITES);
	late = claim(store, place, &one, "www.aa.fr");
	assert_int_equal(late.round, 2);
	clair_store_claim_free(&late);
	clair_store_close(store);
}

static void
test_status_counts(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	const struct clair_store_exclusion list[] = {{"bb.fr", ""}};
	struct clair_store_claim done = claim(store, place, &one, "www.aa.fr");
	struct clair_store_status status;
	struct clair_arena mem;

	assert_int_equal(complete(store, place, &done), CLAIR_OK);
	assert_int_equal(clair_store_sync_exclusions(store, list, 1), CLAIR_OK);
	done = claim(store, place, &two, "blog.aa.fr");
	clair_arena_init(&mem, 0);
	assert_int_equal(clair_store_status(store, place->clock, place->clock, &mem, &status), CLAIR_OK);
	assert_int_equal(status.round.number, 1);
	assert_int_equal(status.sites, SITES);
	assert_int_equal(status.done, 1);
	assert_int_equal(status.running, 1);
	assert_int_equal(status.excluded, 1);
	assert_int_equal(status.pending, 2);
	assert_int_equal(status.hosts_left, 2);
	assert_int_equal(status.last, place->clock);
	assert_int_equal(status.failure_count, 1);
	assert_string_equal(status.failures[0].name, "unreachable");
	assert_int_equal(status.failures[0].count, 1);
	assert_int_equal(status.holder_count, 1);
	assert_string_equal(status.holders[0].worker, "two");
	assert_int_equal(status.holders[0].hosts, 1);
	assert_in_range(status.holders[0].left, 1, one.lease);
	clair_arena_free(&mem);
	clair_store_claim_free(&done);
	clair_store_close(store);
}

/* --- Processes --- */

enum { MANY = 240, HOSTS = 60, WORKERS = 4 };

struct row_of {
	char key[64], host[32];
};

/* What a worker did, told through a pipe: when it had a host, and for which site. */
struct deed {
	int64_t from, to; /* milliseconds, monotonic */
	uint32_t site, host;
};

static int64_t
monotonic(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t
wall(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* One in `die` claims is never completed: the worker begins again under another name, as after a crash. */
static void
work(const struct store_place *place, unsigned number, int pipe_end, unsigned die)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_WRITE);
	char name[32];
	unsigned lives = 0;
	unsigned claims = 0;

	for (;;) {
		struct clair_store_worker worker = {.name = name, .lease = die == 0 ? 60000 : 700};
		struct clair_store_claim claim;
		struct deed deed;
		int64_t wait;
		enum clair_status status;
		struct clair_store_outcome outcome = {.start_failure = "timeout"};

		snprintf(name, sizeof(name), "worker %u.%u", number, lives);
		status = clair_store_claim(store, &worker, wall(), &claim, &wait);
		deed.from = monotonic();
		if (status == CLAIR_NOT_FOUND && wait < 0)
			break;
		if (status == CLAIR_NOT_FOUND) {
			usleep((useconds_t)(wait > 50 ? 50 : wait) * 1000);
			continue;
		}
		if (status != CLAIR_OK)
			_exit(3);
		usleep(1000);
		deed.site = (uint32_t)strtoul(claim.site.key + strlen("https://site"), NULL, 10);
		deed.host = (uint32_t)strtoul(claim.site.host + strlen("host"), NULL, 10);
		outcome.began = outcome.ended = wall();
		deed.to = monotonic();
		if (die != 0 && ++claims % die == 0) {
			lives++;
		} else {
			status = clair_store_complete(store, &claim, &outcome, NULL);
			/* On a busy machine a short lease may be over: another worker then has the site. */
			if (status != CLAIR_OK && (status != CLAIR_NOT_FOUND || die == 0))
				_exit(4);
			if (status == CLAIR_OK && write(pipe_end, &deed, sizeof(deed)) != (ssize_t)sizeof(deed))
				_exit(5);
		}
		clair_store_claim_free(&claim);
	}
	clair_store_close(store);
	_exit(0);
}

static void
run_workers(const struct store_place *place, unsigned die, struct deed deeds[static MANY])
{
	bool seen[MANY] = {false};
	pid_t children[WORKERS];
	struct deed deed;
	int ends[2];
	int count = 0;

	assert_int_equal(pipe(ends), 0);
	for (unsigned i = 0; i < WORKERS; i++) {
		children[i] = fork();
		if (children[i] == 0)
			work(place, i, ends[1], die);
	}
	close(ends[1]);
	while (read(ends[0], &deed, sizeof(deed)) == (ssize_t)sizeof(deed)) {
		assert_in_range(deed.site, 0, MANY - 1);
		assert_false(seen[deed.site]);
		seen[deed.site] = true;
		deeds[count++] = deed;
	}
	close(ends[0]);
	for (unsigned i = 0; i < WORKERS; i++) {
		int status;

		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(count, MANY);
}

static void
many_sites(const struct store_place *place)
{
	static struct row_of rows[MANY];
	struct clair_campaign_site many[MANY];
	struct clair_store *store = store_place_open(place, CLAIR_STORE_CREATE);
	uint32_t number;

	for (unsigned i = 0; i < MANY; i++) {
		snprintf(rows[i].key, sizeof(rows[i].key), "https://site%u.fr/", i);
		snprintf(rows[i].host, sizeof(rows[i].host), "host%u.fr", i % HOSTS);
		many[i] = (struct clair_campaign_site){.key = rows[i].key, .address = rows[i].key, .host = rows[i].host,
			.organisation = "", .siren = "", .insee = "", .kind = "", .territory = ""};
	}
	assert_int_equal(clair_store_sync_sites(store, many, MANY), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &round_facts, &number), CLAIR_OK);
	clair_store_close(store);
}

static void
hold_hosts_apart(const struct deed deeds[static MANY])
{
	for (int i = 0; i < MANY; i++)
		for (int j = 0; j < i; j++)
			if (deeds[i].host == deeds[j].host)
				assert_true(deeds[i].from >= deeds[j].to || deeds[j].from >= deeds[i].to);
}

static void
test_four_processes_do_each_site_once(void **state)
{
	struct store_place *place = *state;
	struct deed deeds[MANY];

	many_sites(place);
	run_workers(place, 0, deeds);
	hold_hosts_apart(deeds);
}

static void
test_what_dead_workers_had_is_done_once_all_the_same(void **state)
{
	struct store_place *place = *state;
	struct deed deeds[MANY];
	struct clair_store *store;

	many_sites(place);
	run_workers(place, 7, deeds);
	hold_hosts_apart(deeds);
	store = store_place_open(place, CLAIR_STORE_READ);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), MANY);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM todo"), 0);
	clair_store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_host_is_held_by_one_and_its_sites_follow),
		cmocka_unit_test(test_a_host_rests),
		cmocka_unit_test(test_a_lease_that_is_over_is_taken_and_the_late_result_refused),
		cmocka_unit_test(test_a_late_result_that_nobody_replaced_is_taken),
		cmocka_unit_test(test_a_heartbeat_keeps_all_hosts_of_the_worker),
		cmocka_unit_test(test_a_worker_does_not_take_its_own_hosts_again),
		cmocka_unit_test(test_a_site_that_kills_its_workers_is_set_aside),
		cmocka_unit_test(test_progress_is_forgiven),
		cmocka_unit_test(test_hosts_of_the_dead_are_taken_back_at_once),
		cmocka_unit_test(test_a_site_leaves_the_file_and_comes_back),
		cmocka_unit_test(test_a_site_changes_its_host_while_it_is_crawled),
		cmocka_unit_test(test_a_host_without_sites_is_not_waited_for),
		cmocka_unit_test(test_two_rows_of_one_site_are_refused),
		cmocka_unit_test(test_who_asked_to_be_left_alone),
		cmocka_unit_test(test_a_result_of_a_round_that_ended_is_refused),
		cmocka_unit_test(test_status_counts),
		cmocka_unit_test(test_four_processes_do_each_site_once),
		cmocka_unit_test(test_what_dead_workers_had_is_done_once_all_the_same),
	};

	return store_place_run("work", tests, sizeof(tests) / sizeof(tests[0]));
}
