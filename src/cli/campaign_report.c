/* Where a campaign stands, and what it found, for who runs it. */
#include "base/map.h"
#include "cli/campaign.h"

#include "cli/say.h"
#include "clairlint/rule.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	RECENT_MS = 10 * 60 * 1000,
	COMMON_MAX = 10, /* rules that are told */
};

static const char *
words(const struct cli_campaign *campaign, const char *fr, const char *en)
{
	return campaign->options->lang == CLAIR_FR ? fr : en;
}

static const char *
why(const struct cli_campaign *campaign, const char *key)
{
	const char *label = clair_why_label(key, campaign->options->lang);

	return label != NULL ? label : key;
}

static void print(const struct cli_campaign *campaign, const char *fr, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

static void
print(const struct cli_campaign *campaign, const char *fr, const char *en, ...)
{
	va_list arguments;

	va_start(arguments, en);
	vprintf(words(campaign, fr, en), arguments);
	va_end(arguments);
}

static void
print_status(const struct cli_campaign *campaign, const struct clair_store_status *status)
{
	print(campaign, "Tour %u : %s\n", "Round %u: %s\n", status->round.number,
	    status->round.ended != 0 ? words(campaign, "fini", "ended") : words(campaign, "en cours", "open"));
	print(campaign, "Sites : %u. Finis : %u. En cours : %u. À faire : %u. Laissés à leur demande : %u.\n",
	    "Sites: %u. Done: %u. Being crawled: %u. To do: %u. Left alone as they asked: %u.\n", status->sites,
	    status->done, status->running, status->pending, status->excluded);
	print(campaign, "Pages jugées : %llu sur %llu.\n", "Pages judged: %llu of %llu.\n",
	    (unsigned long long)status->tested, (unsigned long long)status->pages);
	for (size_t i = 0; i < status->failure_count; i++)
		print(campaign, "Non testés : %u. %s.\n", "Not tested: %u. %s.\n", status->failures[i].count,
		    why(campaign, status->failures[i].name));
	for (size_t i = 0; i < status->holder_count; i++) {
		const struct clair_store_holder *holder = &status->holders[i];

		print(campaign, "Travailleur %s : %u serveurs, encore %lld s\n", "Worker %s: %u hosts, %lld s left\n",
		    holder->worker, holder->hosts, (long long)(holder->left / 1000));
	}
}

int
cli_campaign_status(struct cli_campaign *campaign)
{
	const int64_t now = cli_campaign_now();
	struct clair_store_status status;
	enum clair_status got =
	    clair_store_status(campaign->store, now - RECENT_MS, now, &campaign->options->mem, &status);

	if (got == CLAIR_NOT_FOUND) {
		puts(words(campaign, "Aucun tour n’a commencé.", "No round was begun."));
		return CLI_EXIT_FINE;
	}
	if (got != CLAIR_OK) {
		cli_campaign_say_fault(campaign);
		return CLI_EXIT_USAGE;
	}
	print_status(campaign, &status);
	return CLI_EXIT_FINE;
}

/* --- What was found -------------------------------------------------------------------------------- */

/* Of one rule, over the sites. */
struct common {
	const char *rule;
	uint32_t sites, occurrences;
};

struct report {
	struct cli_campaign *campaign;
	struct clair_map by_rule;
	struct common **commons;
	size_t common_count;
};

static void
print_score(const struct cli_campaign *campaign, double score)
{
	char text[16];
	char *point;

	snprintf(text, sizeof(text), "%.1f", score);
	point = strchr(text, '.');
	if (point != NULL && campaign->options->lang == CLAIR_FR)
		*point = ',';
	printf(" %6s", score < 0 ? "-" : text);
}

static bool
is_failure(const struct clair_record_cause *cause)
{
	return strcmp(cause->outcome, clair_outcome_name(CLAIR_FAIL)) == 0;
}

/* Failures of a site, each rule once. */
static void
count_causes(struct report *report, const struct clair_site_record *record)
{
	struct clair_arena *mem = &report->campaign->options->mem;

	for (uint32_t i = 0; i < record->cause_count; i++) {
		const struct clair_record_cause *cause = &record->causes[i];
		struct common *common = clair_map_get(&report->by_rule, cause->rule, strlen(cause->rule));
		bool first = true;
		void **place;

		if (!is_failure(cause))
			continue;
		for (uint32_t j = 0; j < i && first; j++)
			first = !is_failure(&record->causes[j]) || strcmp(record->causes[j].rule, cause->rule) != 0;
		if (common == NULL) {
			common = clair_alloc(mem, sizeof(*common));
			report->commons = cli_grow(mem, report->commons, report->common_count, sizeof(common));
			if (common == NULL || report->commons == NULL)
				return;
			*common = (struct common){.rule = clair_strdup(mem, cause->rule)};
			report->commons[report->common_count++] = common;
			place = clair_map_at(&report->by_rule, common->rule, strlen(common->rule));
			if (place != NULL)
				*place = common;
		}
		common->sites += first;
		common->occurrences += cause->occurrences;
	}
}

static bool
print_record(void *payload, const struct clair_site_record *record)
{
	struct report *report = payload;
	const struct cli_campaign *campaign = report->campaign;
	char name[161];

	printf("%-6s", record->state == CLAIR_SITE_DONE ? words(campaign, "fini", "done")
	    : record->state == CLAIR_SITE_EXCLUDED ? words(campaign, "laissé", "left") : "-");
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		print_score(campaign, record->axis[axis]);
	printf(" %6u  %s", record->tested, cli_clean(name, sizeof(name), record->site->address));
	if (record->start_failure != NULL)
		printf("  (%s)", why(campaign, record->start_failure));
	else if (record->stopped_because != NULL && strcmp(record->stopped_because, "all-pages") != 0)
		printf("  (%s)", why(campaign, record->stopped_because));
	putchar('\n');
	count_causes(report, record);
	return true;
}

static int
most_sites(const void *a, const void *b)
{
	const struct common *one = *(const struct common *const *)a;
	const struct common *other = *(const struct common *const *)b;

	if (one->sites != other->sites)
		return one->sites < other->sites ? 1 : -1;
	if (one->occurrences != other->occurrences)
		return one->occurrences < other->occurrences ? 1 : -1;
	return strcmp(one->rule, other->rule);
}

/* What the rule asks, in words. */
static const char *
title_of(const struct cli_campaign *campaign, const char *id)
{
	const struct clair_rule *rule = cli_rule_find(campaign->options, id);

	return rule == NULL ? id : campaign->options->lang == CLAIR_FR ? rule->title.fr : rule->title.en;
}

static void
print_commons(struct report *report)
{
	if (report->common_count == 0)
		return;
	qsort(report->commons, report->common_count, sizeof(struct common *), most_sites);
	print(report->campaign, "\nCe qui gêne sur le plus de sites\n", "\nWhat hinders on most sites\n");
	for (size_t i = 0; i < report->common_count && i < COMMON_MAX; i++) {
		const struct common *common = report->commons[i];

		print(report->campaign, "Sites : %u. Fois : %u.  %s (%s)\n", "Sites: %u. Times: %u.  %s (%s)\n", common->sites,
		    common->occurrences, title_of(report->campaign, common->rule), common->rule);
	}
}

static bool
print_changes(void *payload, const struct clair_store_changes *changes)
{
	const struct cli_campaign *campaign = payload;
	uint32_t gone = 0;
	uint32_t fresh = 0;
	char name[161];

	for (uint32_t i = 0; i < changes->count; i++) {
		if (!is_failure(&changes->changes[i].cause))
			continue;
		gone += changes->changes[i].turn == CLAIR_STORE_GONE;
		fresh += changes->changes[i].turn == CLAIR_STORE_NEW;
	}
	print(campaign, "Réparées : %u. Nouvelles : %u.  %s", "Mended: %u. New: %u.  %s", gone, fresh,
	    cli_clean(name, sizeof(name), changes->site->address));
	puts(changes->same_rules ? "" : words(campaign, "  (les règles ont changé)", "  (the rules have changed)"));
	return true;
}

/* Since the round before, when there is one. */
static enum clair_status
print_since(struct cli_campaign *campaign, uint32_t round)
{
	if (round < 2)
		return CLAIR_OK;
	print(campaign, "\nCauses depuis le tour %u\n", "\nCauses since round %u\n", round - 1);
	return clair_store_compare(campaign->store, round - 1, round, print_changes, campaign);
}

int
cli_campaign_report(struct cli_campaign *campaign)
{
	struct clair_arena *mem = &campaign->options->mem;
	struct report report = {.campaign = campaign};
	struct clair_store_round round;
	enum clair_status status = clair_store_round_last(campaign->store, mem, &round);

	if (status == CLAIR_NOT_FOUND) {
		puts(words(campaign, "Aucun tour n’a commencé.", "No round was begun."));
		return CLI_EXIT_UNTESTED;
	}
	clair_map_init(&report.by_rule, mem);
	if (status == CLAIR_OK) {
		puts(words(campaign, "État    accès compr. parc.   pages  Site", "State  access compr.   way   pages  Site"));
		status = clair_store_records(campaign->store, round.number, CLAIR_STORE_CAUSES, print_record, &report);
	}
	if (status == CLAIR_OK) {
		print_commons(&report);
		status = print_since(campaign, round.number);
	}
	if (status == CLAIR_OK)
		return CLI_EXIT_FINE;
	cli_campaign_say_fault(campaign);
	return CLI_EXIT_USAGE;
}
