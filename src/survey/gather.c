/* What the store knows of the last round, gathered for the writers: see inside.h. */
#include "survey/inside.h"

#include <stdlib.h>
#include <string.h>

enum { RECENT_MS = 10 * 60 * 1000 };

/* Of a cause, the first site that has it. Nearly all causes are of one site: no more is kept of them than this. */
struct first_site {
	uint64_t key;   /* the hash of the id of the cause; 0: free */
	uint32_t site;  /* index from 1; 0: not known yet */
	uint32_t pages; /* of it */
};
/* Open addressing, linear probing, at most three quarters full. Not in the arena, which would keep the smaller ones. */
struct firsts {
	struct first_site *slots;
	size_t room, count;
};

struct gathering {
	struct clair_survey *survey;
	const struct clair_survey_options *options;
	struct clair_map by_rule, by_cause; /* struct survey_rule, struct survey_cause */
	struct clair_map by_key;            /* struct survey_site */
	struct firsts firsts;
};

/* Room for one more, which is zeroed; the array moves. NULL: no memory. */
static void *
next_of(struct clair_arena *mem, void **list, uint32_t *count, uint32_t *room, size_t size)
{
	if (*count == *room) {
		const uint32_t larger = *room == 0 ? 16 : *room * 2;
		void *more = clair_alloc_array(mem, larger, size);

		if (more == NULL)
			return NULL;
		if (*count > 0)
			memcpy(more, *list, *count * size);
		*list = more;
		*room = larger;
	}
	return (char *)*list + size * (*count)++;
}

static const char *
copy(struct clair_arena *mem, const char *text)
{
	return text == NULL ? NULL : clair_strdup(mem, text);
}

static bool
is_failure(const struct clair_record_cause *cause)
{
	return strcmp(cause->outcome, clair_outcome_name(CLAIR_FAIL)) == 0;
}

/* NULL: no memory. */
static struct survey_rule *
rule_of(struct gathering *gathering, const char *id)
{
	struct clair_survey *survey = gathering->survey;
	struct survey_rule *rule = clair_map_get(&gathering->by_rule, id, strlen(id));
	const struct clair_rule *known;
	struct survey_rule **place;
	void **slot;

	if (rule != NULL)
		return rule;
	rule = clair_alloc(&survey->mem, sizeof(*rule));
	place = next_of(&survey->mem, (void **)&survey->rules, &survey->rule_count, &survey->rule_room, sizeof(*place));
	if (rule == NULL || place == NULL)
		return NULL;
	known = gathering->options->rule(gathering->options->payload, id);
	*rule = (struct survey_rule){.id = clair_strdup(&survey->mem, id), .title = known != NULL ? &known->title : NULL};
	*place = rule;
	slot = clair_map_at(&gathering->by_rule, rule->id, strlen(rule->id));
	if (slot == NULL)
		return NULL;
	*slot = rule;
	return rule;
}

/* --- Causes that several sites have --- */

static struct first_site *
find_first(struct first_site *slots, size_t room, uint64_t key)
{
	size_t i = key & (room - 1);

	while (slots[i].key != 0 && slots[i].key != key)
		i = (i + 1) & (room - 1);
	return &slots[i];
}

static bool
grow_firsts(struct firsts *firsts)
{
	const size_t room = firsts->room == 0 ? 1024 : firsts->room * 2;
	struct first_site *slots = calloc(room, sizeof(*slots));

	if (slots == NULL)
		return false;
	for (size_t i = 0; i < firsts->room; i++) {
		if (firsts->slots[i].key != 0)
			*find_first(slots, room, firsts->slots[i].key) = firsts->slots[i];
	}
	free(firsts->slots);
	firsts->slots = slots;
	firsts->room = room;
	return true;
}

/* NULL: no memory. */
static struct first_site *
first_with(struct firsts *firsts, const char *id)
{
	const uint64_t hash = clair_hash(id, strlen(id), CLAIR_HASH_SEED);
	const uint64_t key = hash == 0 ? 1 : hash;
	struct first_site *first;

	if (firsts->count >= firsts->room / 4 * 3 && !grow_firsts(firsts))
		return NULL;
	first = find_first(firsts->slots, firsts->room, key);
	firsts->count += first->key == 0;
	first->key = key;
	return first;
}

/* NULL: this site is the only one so far, or there is no memory. */
static struct survey_cause *
shared_cause(struct gathering *gathering, uint32_t site, const struct clair_record_cause *cause)
{
	struct clair_arena *mem = &gathering->survey->mem;
	struct survey_cause *shared = clair_map_get(&gathering->by_cause, cause->id, strlen(cause->id));
	struct first_site *first;
	void **slot;

	if (shared != NULL)
		return shared;
	first = first_with(&gathering->firsts, cause->id);
	if (first == NULL) {
		mem->failed = true;
		return NULL;
	}
	if (first->site == 0 || first->site == site) {
		first->site = site;
		first->pages += cause->pages;
		return NULL;
	}
	shared = clair_alloc(mem, sizeof(*shared));
	if (shared == NULL)
		return NULL;
	*shared = (struct survey_cause){
		.id = clair_strdup(mem, cause->id), .sites = 1, .pages = first->pages, .last_site = first->site};
	slot = clair_map_at(&gathering->by_cause, shared->id, strlen(shared->id));
	if (slot == NULL)
		return NULL;
	*slot = shared;
	return shared;
}

/* Ids of causes do not depend on the host (engine/fingerprint.c): sites of one template have the same. */
static void
count_cause(struct gathering *gathering, uint32_t site, const struct clair_record_cause *cause)
{
	struct clair_arena *mem = &gathering->survey->mem;
	struct survey_rule *rule = rule_of(gathering, cause->rule);
	struct survey_cause *shared = shared_cause(gathering, site, cause);

	if (rule == NULL)
		return;
	rule->occurrences += cause->occurrences;
	if (shared == NULL)
		return;
	shared->pages += cause->pages;
	if (shared->last_site == site)
		return;
	shared->last_site = site;
	shared->sites++;
	if (rule->shared != NULL && shared->sites <= rule->shared->sites)
		return;
	rule->shared = shared;
	if (shared->text_fr == NULL) {
		shared->text_fr = clair_strdup(mem, cause->text_fr);
		shared->text_en = clair_strdup(mem, cause->text_en);
		shared->example = clair_strdup(mem, cause->example);
	}
}

/* --- Sites --- */

static void
take_failures(struct gathering *gathering, struct survey_site *site, const struct clair_site_record *record)
{
	struct survey_failed *list =
	    clair_alloc_array(&gathering->survey->mem, record->failed_rule_count + 1, sizeof(*list));

	for (uint32_t i = 0; list != NULL && i < record->failed_rule_count; i++) {
		struct survey_rule *rule = rule_of(gathering, record->failed_rules[i].rule);

		if (rule == NULL)
			return;
		rule->sites++;
		rule->pages += record->failed_rules[i].pages;
		list[i] = (struct survey_failed){rule, record->failed_rules[i].pages};
		site->failure_count++;
	}
	site->failures = list;
	for (uint32_t i = 0; i < record->cause_count; i++) {
		if (is_failure(&record->causes[i]))
			count_cause(gathering, gathering->survey->site_count, &record->causes[i]);
	}
}

static struct clair_campaign_site
copy_site(struct clair_arena *mem, const struct clair_campaign_site *site)
{
	return (struct clair_campaign_site){
		.key = clair_strdup(mem, site->key),
		.address = clair_strdup(mem, site->address),
		.host = clair_strdup(mem, site->host),
		.organisation = clair_strdup(mem, site->organisation),
		.siren = clair_strdup(mem, site->siren),
		.insee = clair_strdup(mem, site->insee),
		.kind = clair_strdup(mem, site->kind),
		.territory = clair_strdup(mem, site->territory),
		.own = site->own,
		.line = site->line,
	};
}

static void
note_day(struct clair_survey *survey, const char *day)
{
	if (day[0] == '\0')
		return;
	if (survey->first_day[0] == '\0' || strcmp(day, survey->first_day) < 0)
		survey->first_day = day;
	if (strcmp(day, survey->last_day) > 0)
		survey->last_day = day;
}

static bool
take_record(void *payload, const struct clair_site_record *record)
{
	struct gathering *gathering = payload;
	struct clair_survey *survey = gathering->survey;
	struct clair_arena *mem = &survey->mem;
	struct survey_site *site =
	    next_of(mem, (void **)&survey->sites, &survey->site_count, &survey->site_room, sizeof(*site));

	if (site == NULL)
		return false;
	*site = (struct survey_site){
		.site = copy_site(mem, record->site),
		.state = record->state,
		.day = clair_strdup(mem, record->day),
		.tool_version = clair_strdup(mem, record->tool_version),
		.referential = clair_strdup(mem, record->referential),
		.rules_digest = clair_strdup(mem, record->rules_digest),
		.start_failure = copy(mem, record->start_failure),
		.stopped_because = clair_strdup(mem, record->stopped_because),
		.known = record->known,
		.failed = record->failed,
		.tested = record->tested,
		.tests_decided = record->tests_decided,
		.tests = record->tests,
	};
	memcpy(site->axis, record->axis, sizeof(site->axis));
	note_day(survey, site->day);
	take_failures(gathering, site, record);
	return !mem->failed;
}

/* --- Since the round before --- */

static void
add_turned(struct gathering *gathering, struct survey_turned_list *list, const struct survey_rule *rule,
    const struct clair_record_cause *cause)
{
	struct clair_arena *mem = &gathering->survey->mem;
	struct survey_turned *causes = (struct survey_turned *)(uintptr_t)list->causes;

	if (!gathering->options->turned)
		return;
	if (causes == NULL)
		list->causes = causes = clair_alloc_array(mem, SURVEY_CAUSES, sizeof(*causes));
	if (causes == NULL || list->count == SURVEY_CAUSES)
		return;
	causes[list->count++] = (struct survey_turned){
		.rule = rule,
		.id = clair_strdup(mem, cause->id),
		.severity = clair_strdup(mem, cause->severity),
		.text_fr = clair_strdup(mem, cause->text_fr),
		.text_en = clair_strdup(mem, cause->text_en),
		.example = clair_strdup(mem, cause->example),
		.pages = cause->pages,
	};
}

static void
take_change(struct gathering *gathering, struct survey_site *site, const struct clair_store_change *change)
{
	const uint32_t index = (uint32_t)(site - gathering->survey->sites) + 1;
	struct survey_rule *rule = rule_of(gathering, change->cause.rule);

	if (rule == NULL)
		return;
	switch (change->turn) {
	case CLAIR_STORE_GONE:
		site->turns.mended++;
		rule->mended++;
		rule->mended_sites += rule->last_mended != index;
		rule->last_mended = index;
		add_turned(gathering, &site->mended, rule, &change->cause);
		break;
	case CLAIR_STORE_NEW:
		site->turns.fresh++;
		rule->fresh++;
		rule->fresh_sites += rule->last_fresh != index;
		rule->last_fresh = index;
		add_turned(gathering, &site->fresh, rule, &change->cause);
		break;
	case CLAIR_STORE_UNSEEN:
		site->turns.unseen++;
		break;
	case CLAIR_STORE_APART:
		site->turns.apart++;
		break;
	}
}

static bool
take_changes(void *payload, const struct clair_store_changes *changes)
{
	struct gathering *gathering = payload;
	struct clair_survey *survey = gathering->survey;
	struct survey_site *site = clair_map_get(&gathering->by_key, changes->site->key, strlen(changes->site->key));

	if (site == NULL)
		return true; /* it left the file between two readings of the store */
	site->in_both = true;
	site->same_rules = changes->same_rules;
	site->turns.kept = changes->kept_failures;
	memcpy(site->before, changes->before, sizeof(site->before));
	for (uint32_t i = 0; i < changes->count; i++) {
		if (is_failure(&changes->changes[i].cause))
			take_change(gathering, site, &changes->changes[i]);
	}
	survey->in_both++;
	if (!site->same_rules)
		return !survey->mem.failed;
	survey->compared++;
	survey->turns.mended += site->turns.mended;
	survey->turns.fresh += site->turns.fresh;
	survey->turns.kept += site->turns.kept;
	survey->turns.unseen += site->turns.unseen;
	survey->turns.apart += site->turns.apart;
	return !survey->mem.failed;
}

static enum clair_status
gather_changes(struct gathering *gathering, struct clair_store *store)
{
	struct clair_survey *survey = gathering->survey;

	if (survey->status.round.number < 2)
		return CLAIR_OK;
	survey->before = survey->status.round.number - 1;
	for (uint32_t i = 0; i < survey->site_count; i++) {
		struct survey_site *site = &survey->sites[i];
		void **slot = clair_map_at(&gathering->by_key, site->site.key, strlen(site->site.key));

		if (slot == NULL)
			return CLAIR_NO_MEMORY;
		*slot = site;
	}
	return clair_store_compare(store, survey->before, survey->status.round.number, take_changes, gathering);
}

/* --- Order --- */

static int
by_number(uint64_t one, uint64_t other)
{
	return one == other ? 0 : one < other ? 1 : -1;
}

static int
most_sites(const void *a, const void *b)
{
	const struct survey_rule *one = *(const struct survey_rule *const *)a;
	const struct survey_rule *other = *(const struct survey_rule *const *)b;

	if (one->sites != other->sites)
		return by_number(one->sites, other->sites);
	if (one->occurrences != other->occurrences)
		return by_number(one->occurrences, other->occurrences);
	return strcmp(one->id, other->id);
}

static int
most_changes(const void *a, const void *b)
{
	const struct survey_rule *one = *(const struct survey_rule *const *)a;
	const struct survey_rule *other = *(const struct survey_rule *const *)b;
	const uint32_t changes = one->mended + one->fresh;
	const uint32_t other_changes = other->mended + other->fresh;

	return changes != other_changes ? by_number(changes, other_changes) : strcmp(one->id, other->id);
}

static void
sort_rules(struct clair_survey *survey)
{
	survey->turned = clair_alloc_array(&survey->mem, survey->rule_count + 1, sizeof(struct survey_rule *));
	if (survey->turned == NULL || survey->rule_count == 0)
		return;
	qsort(survey->rules, survey->rule_count, sizeof(struct survey_rule *), most_sites);
	for (uint32_t i = 0; i < survey->rule_count; i++) {
		struct survey_rule *rule = survey->rules[i];

		survey->failing_count += rule->sites > 0;
		if (rule->mended + rule->fresh > 0)
			survey->turned[survey->turned_count++] = rule;
	}
	qsort(survey->turned, survey->turned_count, sizeof(struct survey_rule *), most_changes);
}

uint32_t
survey_told_rules(const struct clair_survey *survey)
{
	return survey->failing_count < SURVEY_RULES ? survey->failing_count : SURVEY_RULES;
}

uint32_t
survey_told_turned(const struct clair_survey *survey)
{
	return survey->turned_count < SURVEY_RULES ? survey->turned_count : SURVEY_RULES;
}

bool
survey_is_compared(const struct survey_site *site)
{
	return site->in_both && site->same_rules;
}

/* --- All of it --- */

static enum clair_status
gather(struct gathering *gathering, struct clair_store *store)
{
	struct clair_survey *survey = gathering->survey;
	const struct clair_survey_options *options = gathering->options;
	const unsigned what = options->results ? CLAIR_STORE_CAUSES | CLAIR_STORE_RULES : 0;
	enum clair_status status =
	    clair_store_status(store, options->now - RECENT_MS, options->now, &survey->mem, &survey->status);

	if (status == CLAIR_OK && (options->results || options->sites))
		status = clair_store_records(store, survey->status.round.number, what, take_record, gathering);
	if (status == CLAIR_OK && options->results)
		status = gather_changes(gathering, store);
	sort_rules(survey);
	return status != CLAIR_OK ? status : survey->mem.failed ? CLAIR_NO_MEMORY : CLAIR_OK;
}

enum clair_status
clair_survey_new(struct clair_survey **out, struct clair_store *store, const struct clair_survey_options *options)
{
	struct gathering gathering = {.options = options};
	struct clair_survey *survey = calloc(1, sizeof(*survey));
	enum clair_status status;

	*out = NULL;
	if (survey == NULL)
		return CLAIR_NO_MEMORY;
	clair_arena_init(&survey->mem, 0);
	survey->name = options->name;
	survey->title = options->title;
	survey->results = options->results;
	survey->first_day = survey->last_day = "";
	gathering.survey = survey;
	clair_map_init(&gathering.by_rule, &survey->mem);
	clair_map_init(&gathering.by_cause, &survey->mem);
	clair_map_init(&gathering.by_key, &survey->mem);
	status = gather(&gathering, store);
	free(gathering.firsts.slots);
	if (status != CLAIR_OK) {
		clair_survey_free(survey);
		return status;
	}
	*out = survey;
	return CLAIR_OK;
}

void
clair_survey_free(struct clair_survey *survey)
{
	if (survey == NULL)
		return;
	clair_arena_free(&survey->mem);
	free(survey);
}
