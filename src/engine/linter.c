/* Makes a linter from its options; everything is read-only afterwards. */
#include "engine/linter.h"

#include "engine/declared.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of results before any is put on the shelf: as many as some two thousand pages take. */
enum { SPARED = 64 << 20 };

#ifndef CLAIR_DICTIONARIES
#define CLAIR_DICTIONARIES "/usr/local/share/clairlint/dictionaries"
#endif

bool
clair_rule_has_tag(const struct clair_rule *rule, enum clair_tag tag)
{
	for (size_t i = 0; i < rule->on_tags.count; i++) {
		if (rule->on_tags.list[i] == tag)
			return true;
	}
	return false;
}

bool
clair_rule_has_role(const struct clair_rule *rule, enum clair_role role)
{
	for (size_t i = 0; i < rule->on_roles.count; i++) {
		if (rule->on_roles.list[i] == role)
			return true;
	}
	return false;
}

bool
clair_glob(const char *pattern, const char *text)
{
	const char *star = NULL;
	const char *retry = NULL;

	while (*text != '\0') {
		if (*pattern == '*') {
			star = pattern++;
			retry = text;
		} else if (*pattern == *text) {
			pattern++;
			text++;
		} else if (star != NULL) {
			pattern = star + 1;
			text = ++retry;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == '\0';
}

static bool
fail(struct clair_linter *linter, const char *error)
{
	linter->error = error;
	return false;
}

static bool
list_rules(struct clair_linter *linter)
{
	const struct clair_rule_set *set = linter->options.rule_set;
	const size_t loaded = clair_rule_set_count(set);

	linter->rule_count = clair_rules_count + loaded;
	linter->rules =
	    clair_alloc_array(&linter->mem, linter->rule_count + 1, sizeof(struct clair_rule *));
	if (linter->rules == NULL)
		return fail(linter, "no memory");
	memcpy(linter->rules, clair_rules, clair_rules_count * sizeof(struct clair_rule *));
	for (size_t i = 0; i < loaded; i++)
		linter->rules[clair_rules_count + i] = clair_rule_set_at(set, i);
	return true;
}

static bool
choose_rules(struct clair_linter *linter)
{
	const struct clair_options *options = &linter->options;

	linter->enabled = clair_alloc_array(&linter->mem, linter->rule_count + 1, sizeof(bool));
	linter->severity =
	    clair_alloc_array(&linter->mem, linter->rule_count + 1, sizeof(*linter->severity));
	if (linter->enabled == NULL || linter->severity == NULL)
		return fail(linter, "no memory");
	for (size_t i = 0; i < linter->rule_count; i++) {
		linter->enabled[i] =
		    !linter->rules[i]->off && (!linter->rules[i]->audit || options->audit);
		linter->severity[i] = linter->rules[i]->severity;
	}
	for (size_t i = 0; i < options->rule_count; i++) {
		const struct clair_rule_option *option = &options->rules[i];
		bool met = false;

		for (size_t r = 0; r < linter->rule_count; r++) {
			if (!clair_glob(option->rule, linter->rules[r]->id))
				continue;
			met = true;
			if (linter->rules[r]->off && option->enabled &&
			    strcmp(option->rule, linter->rules[r]->id) != 0)
				continue;
			linter->enabled[r] = option->enabled;
			if (option->severity >= 0)
				linter->severity[r] = (enum clair_severity)option->severity;
		}
		if (!met)
			return fail(linter, clair_asprintf(&linter->mem, "unknown rule: %s", option->rule));
	}
	return true;
}

static bool
set_thresholds(struct clair_linter *linter)
{
	for (size_t i = 0; i < linter->options.threshold_count; i++) {
		const struct clair_threshold_option *option = &linter->options.thresholds[i];
		const struct clair_threshold *threshold;

		switch (clair_dict_set_threshold(linter->dict, option->key, option->value)) {
		case CLAIR_OK:
			break;
		case CLAIR_NOT_FOUND:
			return fail(linter,
			    clair_asprintf(&linter->mem, "unknown threshold: %s", option->key));
		default:
			threshold = clair_dict_threshold(linter->dict, option->key);
			return fail(linter,
			    clair_asprintf(&linter->mem, "threshold %s: %g is not between %g and %g",
				option->key, option->value, threshold->min, threshold->max));
		}
	}
	return true;
}

static bool
compile_silencers(struct clair_linter *linter)
{
	const struct clair_options *options = &linter->options;

	linter->silencer_count = options->suppression_count;
	linter->silencers = clair_alloc_array(
	    &linter->mem, options->suppression_count + 1, sizeof(*linter->silencers));
	if (linter->silencers == NULL)
		return fail(linter, "no memory");
	for (size_t i = 0; i < options->suppression_count; i++) {
		struct clair_silencer *silencer = &linter->silencers[i];
		const struct clair_suppression *said = &options->suppressions[i];
		const char *where = said->where != NULL ? said->where : "suppression";
		const char *error = NULL;

		silencer->said = *said;
		if (said->reason == NULL || said->reason[0] == '\0')
			return fail(linter, clair_asprintf(&linter->mem, "%s: no reason given", where));
		if (said->selector != NULL)
			error = clair_selector_read_text(
			    &silencer->selectors, said->selector, &linter->mem);
		if (error != NULL)
			return fail(linter,
			    clair_asprintf(&linter->mem, "%s: selector: %s", where, error));
		silencer->over = said->until != NULL && options->today != NULL &&
		    strcmp(said->until, options->today) < 0;
	}
	return true;
}

const struct clair_silencer *
clair_silencer_for(const struct clair_linter *linter, const struct clair_rule *rule,
    const struct clair_node *node, const char *url, struct clair_match *match)
{
	for (size_t i = 0; i < linter->silencer_count; i++) {
		const struct clair_silencer *silencer = &linter->silencers[i];
		const struct clair_node *above = node;

		if (silencer->over)
			continue;
		if (silencer->said.rule != NULL && !clair_glob(silencer->said.rule, rule->id))
			continue;
		if (silencer->said.url != NULL && !clair_glob(silencer->said.url, url))
			continue;
		if (silencer->selectors.count == 0)
			return silencer;
		for (; above != NULL; above = clair_parent(above)) {
			if (clair_selector_any(match, &silencer->selectors, above))
				return silencer;
		}
	}
	return NULL;
}

/* Two passes over the rules: count, then place; rules stay in the order of the table. */
static bool
fill_buckets(struct clair_linter *linter, struct clair_buckets *buckets, size_t kinds, bool roles)
{
	size_t total = 0;

	for (size_t r = 0; r < linter->rule_count; r++)
		total += roles ? linter->rules[r]->on_roles.count : linter->rules[r]->on_tags.count;
	buckets->start = clair_alloc_array(&linter->mem, kinds + 1, sizeof(uint32_t));
	buckets->slots = clair_alloc_array(&linter->mem, total + 1, sizeof(uint16_t));
	if (buckets->start == NULL || buckets->slots == NULL)
		return false;
	total = 0;
	for (size_t kind = 0; kind < kinds; kind++) {
		buckets->start[kind] = (uint32_t)total;
		for (size_t r = 0; r < linter->rule_count; r++) {
			const struct clair_rule *rule = linter->rules[r];

			if (!linter->enabled[r] || rule->scope != CLAIR_ELEMENT || rule->on_all)
				continue;
			if (roles ? clair_rule_has_role(rule, (enum clair_role)kind)
				  : clair_rule_has_tag(rule, (enum clair_tag)kind))
				buckets->slots[total++] = (uint16_t)r;
		}
	}
	buckets->start[kinds] = (uint32_t)total;
	return true;
}

static uint16_t *
rules_of_scope(
    struct clair_linter *linter, enum clair_scope scope, bool everywhere, size_t *count)
{
	uint16_t *list = clair_alloc_array(&linter->mem, linter->rule_count + 1, sizeof(*list));

	*count = 0;
	for (size_t r = 0; list != NULL && r < linter->rule_count; r++) {
		if (linter->enabled[r] && linter->rules[r]->scope == scope &&
		    linter->rules[r]->on_all == everywhere)
			list[(*count)++] = (uint16_t)r;
	}
	return list;
}

static bool
sort_rules(struct clair_linter *linter)
{
	if (!fill_buckets(linter, &linter->by_tag, CLAIR_TAG_COUNT, false) ||
	    !fill_buckets(linter, &linter->by_role, CLAIR_ROLE_COUNT, true))
		return fail(linter, "no memory");
	linter->asks_roles = linter->by_role.start[CLAIR_ROLE_COUNT] != 0;
	linter->everywhere =
	    rules_of_scope(linter, CLAIR_ELEMENT, true, &linter->everywhere_count);
	linter->page_rules = rules_of_scope(linter, CLAIR_PAGE, false, &linter->page_rule_count);
	linter->block_rules = rules_of_scope(linter, CLAIR_BLOCK, false, &linter->block_rule_count);
	return !linter->mem.failed || fail(linter, "no memory");
}

static const char *
keep(struct clair_arena *arena, const char *text)
{
	return text == NULL ? NULL : clair_strdup(arena, text);
}

/* The caller's strings may go away after clair_linter_new; what suppressions say is printed later. */
static void
copy_suppressions(struct clair_linter *linter)
{
	struct clair_options *options = &linter->options;
	struct clair_suppression *copy = clair_alloc_array(
	    &linter->mem, options->suppression_count + 1, sizeof(*copy));

	for (size_t i = 0; copy != NULL && i < options->suppression_count; i++) {
		const struct clair_suppression *said = &options->suppressions[i];

		copy[i] = (struct clair_suppression){
		    .rule = keep(&linter->mem, said->rule),
		    .selector = keep(&linter->mem, said->selector),
		    .url = keep(&linter->mem, said->url),
		    .reason = keep(&linter->mem, said->reason),
		    .until = keep(&linter->mem, said->until),
		    .where = keep(&linter->mem, said->where),
		};
	}
	options->suppressions = copy;
	options->today = keep(&linter->mem, options->today);
}

/* `share`: part of the memory, one over so many. */
static bool
open_sheets(struct clair_linter *linter, unsigned share)
{
	const struct clair_options *options = &linter->options;
	const struct clair_sheet_source source = {
	    .load = options->load,
	    .load_payload = options->load_payload,
	    .locate = options->locate != NULL ? options->locate : options->resolve,
	    .locate_payload =
		options->locate != NULL ? options->locate_payload : options->resolve_payload,
	    .screen_width = options->screen_width,
	};

	linter->sheets = clair_sheets_new(&source, CLAIR_SHEETS_MEMORY / share);
	return linter->sheets != NULL || fail(linter, "no memory");
}

static bool
open_shelf(struct clair_linter *linter, unsigned share)
{
	if (linter->options.shelf == NULL)
		return true;
	linter->shelf = clair_shelf_new(linter->options.shelf, SPARED / share);
	return linter->shelf != NULL || fail(linter, "no memory");
}

/* With a linter of its own, that asks the rules of the user's files and no other, and brings no sheet. */
static bool
try_examples(struct clair_linter *linter)
{
	struct clair_linter trial = *linter;
	bool fine;

	if (clair_rule_set_count(linter->options.rule_set) == 0)
		return true;
	clair_arena_init(&trial.mem, 0);
	trial.trial = true;
	trial.shelf = NULL;
	trial.sheets = NULL;
	trial.silencer_count = 0;
	trial.options.load = NULL;
	trial.options.weigh = NULL;
	trial.options.profile = CLAIR_PROFILE_AUTO;
	trial.enabled = clair_alloc_array(&trial.mem, trial.rule_count + 1, sizeof(bool));
	for (size_t r = clair_rules_count; trial.enabled != NULL && r < trial.rule_count; r++)
		trial.enabled[r] = true;
	fine = trial.enabled != NULL && sort_rules(&trial) && open_sheets(&trial, 1);
	if (fine)
		linter->error = clair_declared_try(&trial, &linter->mem);
	else
		linter->error = "no memory";
	clair_sheets_free(trial.sheets);
	linter->mem.failed |= trial.mem.failed;
	clair_arena_free(&trial.mem);
	fine = fine && linter->error == NULL;
	if (fine)
		linter->error = "";
	return fine;
}

enum clair_status
clair_linter_new(struct clair_linter **out, const struct clair_options *options)
{
	struct clair_linter *linter = calloc(1, sizeof(*linter));
	const char *folder = options->dictionaries;
	enum clair_status status;

	*out = linter;
	if (linter == NULL)
		return CLAIR_NO_MEMORY;
	linter->options = *options;
	linter->error = "";
	clair_arena_init(&linter->mem, 0);
	copy_suppressions(linter);
	status = clair_dict_new(&linter->dict, folder != NULL ? folder : CLAIR_DICTIONARIES,
	    options->hunspell, &linter->mem, &linter->error);
	if (status != CLAIR_OK)
		return status;
	if (!list_rules(linter) || !choose_rules(linter) || !set_thresholds(linter) || !compile_silencers(linter) ||
	    !sort_rules(linter))
		return linter->mem.failed ? CLAIR_NO_MEMORY : CLAIR_BAD_INPUT;
	if (!open_sheets(linter, 1) || !open_shelf(linter, 1))
		return CLAIR_NO_MEMORY;
	return try_examples(linter) ? CLAIR_OK : linter->mem.failed ? CLAIR_NO_MEMORY : CLAIR_BAD_RULE;
}

enum clair_status
clair_linter_share(struct clair_linter **out, const struct clair_linter *base, unsigned share,
    const struct clair_linter_payloads *payloads)
{
	struct clair_linter *linter = malloc(sizeof(*linter));

	*out = NULL;
	if (linter == NULL)
		return CLAIR_NO_MEMORY;
	*linter = *base;
	linter->shared = true;
	linter->sheets = NULL;
	linter->shelf = NULL;
	linter->error = "";
	linter->options.load_payload = payloads->load;
	linter->options.weigh_payload = payloads->weigh;
	linter->options.locate_payload = payloads->locate;
	clair_arena_init(&linter->mem, 0);
	if (open_sheets(linter, share) && open_shelf(linter, share)) {
		*out = linter;
		return CLAIR_OK;
	}
	clair_linter_free(linter);
	return CLAIR_NO_MEMORY;
}

void
clair_linter_free(struct clair_linter *linter)
{
	if (linter == NULL)
		return;
	clair_sheets_free(linter->sheets);
	clair_shelf_free(linter->shelf);
	if (!linter->shared)
		clair_dict_free(linter->dict);
	clair_arena_free(&linter->mem);
	free(linter);
}

const char *
clair_linter_error(const struct clair_linter *linter)
{
	return linter == NULL ? "no memory" : linter->error;
}

size_t
clair_linter_rule_count(const struct clair_linter *linter)
{
	return linter->rule_count;
}

const struct clair_rule *
clair_linter_rule(const struct clair_linter *linter, size_t index)
{
	return linter->rules[index];
}

const struct clair_rule *
clair_linter_rule_find(const struct clair_linter *linter, const char *id)
{
	for (size_t i = 0; i < linter->rule_count; i++) {
		if (strcmp(linter->rules[i]->id, id) == 0)
			return linter->rules[i];
	}
	return NULL;
}

size_t
clair_linter_rule_index(const struct clair_linter *linter, const struct clair_rule *rule)
{
	size_t index = 0;

	while (index < linter->rule_count && linter->rules[index] != rule)
		index++;
	return index;
}

bool
clair_linter_enabled(const struct clair_linter *linter, size_t rule)
{
	return linter->enabled[rule];
}

enum clair_severity
clair_linter_severity(const struct clair_linter *linter, const struct clair_rule *rule)
{
	size_t index = clair_linter_rule_index(linter, rule);

	return index < linter->rule_count ? linter->severity[index] : rule->severity;
}

enum clair_severity
clair_finding_severity(const struct clair_linter *linter, const struct clair_finding *finding)
{
	if (finding->outcome == CLAIR_REVIEW)
		return CLAIR_SEVERITY_REVIEW;
	return clair_linter_severity(linter, finding->rule);
}

const char *
clair_linter_today(const struct clair_linter *linter)
{
	return linter->options.today;
}

void
clair_linter_identity(const struct clair_linter *linter, char identity[static 17])
{
	const struct clair_rule_set *set = linter->options.rule_set;
	const unsigned fixed[] = {(unsigned)linter->options.profile, linter->options.screen_width,
	    linter->options.weigh != NULL};
	const uint64_t read[] = {set != NULL ? set->digest : 0, clair_dict_digest(linter->dict)};
	uint64_t hash = clair_hash(read, sizeof(read), clair_hash(fixed, sizeof(fixed), CLAIR_HASH_SEED));

	hash = clair_hash(CLAIR_VERSION, sizeof(CLAIR_VERSION), hash);
	for (size_t i = 0; i < linter->rule_count; i++) {
		/* Those of an audit only ask questions. */
		if (!linter->enabled[i] || linter->rules[i]->audit)
			continue;
		hash = clair_hash(linter->rules[i]->id, strlen(linter->rules[i]->id), hash);
		hash = clair_hash(&linter->severity[i], sizeof(linter->severity[i]), hash);
	}
	for (size_t i = 0; i < clair_linter_threshold_count(linter); i++) {
		const struct clair_threshold_info info = clair_linter_threshold(linter, i);

		hash = clair_hash(info.key, strlen(info.key), hash);
		hash = clair_hash(&info.value, sizeof(info.value), hash);
	}
	snprintf(identity, 17, "%016" PRIx64, hash);
}

const struct clair_dict *
clair_linter_dict(const struct clair_linter *linter)
{
	return linter->dict;
}

size_t
clair_linter_threshold_count(const struct clair_linter *linter)
{
	return clair_dict_threshold_count(linter->dict);
}

struct clair_threshold_info
clair_linter_threshold(const struct clair_linter *linter, size_t index)
{
	const struct clair_threshold *one = clair_dict_threshold_at(linter->dict, index);

	return (struct clair_threshold_info){
	    .key = one->key,
	    .unit = one->unit,
	    .value = one->value,
	    .low = one->min,
	    .high = one->max,
	};
}
