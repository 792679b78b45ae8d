/*
 * Writes the public site of a made-up campaign, and says how long it took.
 * usage: rank_site SITES PAGES ROUNDS FOLDER [en]
 */
#include "../support/campaign.h"
#include "rank/rank.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <cmocka.h>

static double
seconds_since(const struct timespec *from)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)(now.tv_sec - from->tv_sec) + (double)(now.tv_nsec - from->tv_nsec) / 1e9;
}

static int
end(const char *what)
{
	fprintf(stderr, "rank_site: %s\n", what);
	return 2;
}

int
main(int count, char **words)
{
	struct made_campaign made;
	struct clair_standings *standings;
	struct clair_rank_told told;
	struct timespec start;
	struct rusage usage;
	uint32_t rounds[100];
	uint32_t round_count;

	if (count < 5)
		return end("usage: rank_site SITES PAGES ROUNDS FOLDER [en]");
	round_count = (uint32_t)strtoul(words[3], NULL, 10);
	if (round_count > 100)
		return end("too many rounds");
	for (uint32_t i = 0; i < round_count; i++)
		rounds[i] = i + 1;
	made_campaign_new(&made, (uint32_t)strtoul(words[1], NULL, 10), (uint32_t)strtoul(words[2], NULL, 10), round_count);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	if (clair_standings_new(&standings, &made.campaign, rounds, round_count, made_campaign_each, &made) != CLAIR_OK)
		return end("no standings");
	printf("ranks: %u sites, %.1f s; stability %.1f %.1f %.1f\n", standings->site_count, seconds_since(&start),
	    standings->stability[0], standings->stability[1], standings->stability[2]);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	if (clair_rank_write_folder(standings, made_campaign_each, &made, words[4], count > 5, "https://classement.example/",
	        &told) != CLAIR_OK) {
		fprintf(stderr, "rank_site: why %d: %s\n", told.why, strerror(told.error));
		return 1;
	}
	getrusage(RUSAGE_SELF, &usage);
	printf("site: %u files, %.1f MiB, %.1f s, %ld MiB of memory at most\n", told.files, (double)told.bytes / 1048576,
	    seconds_since(&start), usage.ru_maxrss / 1024);
	clair_standings_free(standings);
	made_campaign_free(&made);
	return 0;
}
