/*
 * What a campaign takes in a store: time, bytes, memory. Pages of a folder are judged once, and written as so many
 * sites of so many pages, one after the other.
 *
 *     store_fill ADDRESS FOLDER SITES PAGES
 *
 * Prints the sites, the pages, the findings, the milliseconds a site, the bytes a site when the store is a file, and
 * how many MiB of memory writing took on top of the rest.
 */
#include "engine/run.h"
#include "net/url.h"
#include "store/store.h"
#include "tests/support/read.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

enum { MOST_FILES = 20 };

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long
mebibytes(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss / 1024;
}

static int
is_page(const struct dirent *entry)
{
	const size_t length = strlen(entry->d_name);

	return length > 5 && strcmp(entry->d_name + length - 5, ".html") == 0;
}

static void
add_file(struct clair_run *run, const struct clair_linter *linter, const char *folder, const char *name, int depth)
{
	struct clair_document document = {.media_type = "text/html", .http_status = 200, .click_depth = depth};
	struct clair_result *result;
	char path[1024];
	char url[512];
	char *bytes;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	snprintf(url, sizeof(url), "https://www.mairie-exemple.fr/%s", name);
	bytes = support_read(path, &document.length);
	document.bytes = bytes;
	document.url = url;
	if (bytes == NULL || clair_lint(&result, linter, &document) != CLAIR_OK || clair_run_add(run, result) != CLAIR_OK)
		abort();
	free(bytes);
}

static struct clair_run *
judge(const struct clair_linter *linter, const char *folder)
{
	struct clair_crawl_facts facts = {.start = "https://www.mairie-exemple.fr/", .stopped_because = "page-limit",
		.is_site = true};
	struct dirent **entries;
	const int count = scandir(folder, &entries, is_page, alphasort);
	struct clair_run *run;

	if (count <= 0 || clair_run_new(&run, linter) != CLAIR_OK)
		abort();
	for (int i = 0; i < count; i++) {
		/* As many as are wanted, from all over the folder. */
		if (i * MOST_FILES / count != (i - 1) * MOST_FILES / count || i == 0)
			add_file(run, linter, folder, entries[i]->d_name, i == 0 ? 0 : 1);
		free(entries[i]);
	}
	free(entries);
	facts.known = facts.requested = facts.fetched = clair_run_pages(run);
	if (clair_run_finish(run, &facts) != CLAIR_OK)
		abort();
	return run;
}

static void
fill(struct clair_store *store, const struct clair_run *run)
{
	const struct clair_store_worker worker = {.name = "fill", .lease = 3600000};
	struct clair_store_outcome outcome = {.began = 1780000000000, .ended = 1780000001000};
	struct clair_store_claim claim;
	int64_t wait;

	while (clair_store_claim(store, &worker, outcome.ended, &claim, &wait) == CLAIR_OK) {
		if (clair_store_complete(store, &claim, &outcome, run) != CLAIR_OK) {
			fprintf(stderr, "%s\n", clair_store_fault(store)->detail);
			exit(1);
		}
		clair_store_claim_free(&claim);
	}
}

static bool
prepare(struct clair_store *store, size_t count)
{
	const struct clair_store_round round = {.began = 1780000000000, .tool_version = CLAIR_VERSION,
		.referential = "RGAA", .rules_digest = "r", .options_digest = "o"};
	struct clair_campaign_site *sites = calloc(count, sizeof(*sites));
	char (*keys)[64] = calloc(count, sizeof(*keys));
	uint32_t number;
	bool done;

	for (size_t i = 0; sites != NULL && keys != NULL && i < count; i++) {
		snprintf(keys[i], sizeof(keys[i]), "https://www.mairie-%zu.fr/", i);
		sites[i] = (struct clair_campaign_site){.key = keys[i], .address = keys[i], .host = keys[i] + 12,
			.organisation = keys[i] + 12, .siren = "123456789", .insee = "29001", .kind = "commune",
			.territory = "Finistère"};
	}
	done = clair_store_sync_sites(store, sites, count) == CLAIR_OK &&
	    clair_store_round_begin(store, &round, &number) == CLAIR_OK;
	free(sites);
	free(keys);
	return done;
}

int
main(int argc, char **argv)
{
	struct clair_linter *linter;
	struct clair_store_fault fault;
	struct clair_store *store;
	struct clair_result **own;
	struct clair_run *run;
	size_t sites, pages;
	unsigned findings = 0;
	struct stat facts;
	double started;
	long before;

	if (argc != 5)
		return 2;
	sites = strtoul(argv[3], NULL, 10);
	pages = strtoul(argv[4], NULL, 10);
	if (sites == 0 || pages == 0)
		return 2;
	if (clair_store_open(&store, argv[1], CLAIR_STORE_CREATE, &fault) != CLAIR_OK) {
		fprintf(stderr, "%s: %s\n", argv[1], fault.detail);
		return 1;
	}
	if (clair_linter_new(&linter,
		&(struct clair_options){.dictionaries = "dictionaries", .resolve = clair_url_resolve,
		    .site_of = clair_url_site}) != CLAIR_OK)
		return 1;
	run = judge(linter, argv[2]);
	own = run->pages;
	run->pages = calloc(pages, sizeof(struct clair_result *));
	if (run->pages == NULL)
		return 1;
	for (size_t i = 0; i < pages; i++) {
		run->pages[i] = own[i % run->page_count];
		findings += run->pages[i]->finding_count;
	}
	run->page_count = run->tested_count = (uint32_t)pages;
	started = seconds();
	if (!prepare(store, sites))
		return 1;
	printf("prepared %.2f s, ", seconds() - started);
	before = mebibytes();
	started = seconds();
	fill(store, run);
	printf("%zu sites of %zu pages and %u findings: %.1f ms a site", sites, pages, findings,
	    (seconds() - started) * 1000 / (double)sites);
	clair_store_close(store);
	if (stat(argv[1], &facts) == 0)
		printf(", %.0f KiB a site", (double)facts.st_size / 1024 / (double)sites);
	printf(", %ld MiB more\n", mebibytes() - before);
	return mebibytes() - before > 64;
}
