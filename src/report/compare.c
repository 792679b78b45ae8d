/* clair_compare_write, and the sentences of a comparison. See compare.h. */
#include "report/compare.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	enum clair_string sentence;
} kinds[CLAIR_CHANGE_KIND_COUNT] = {
	[CLAIR_CHANGE_DEAD] = {"page-dead", CLAIR_STRING_CHANGE_DEAD},
	[CLAIR_CHANGE_MOVED] = {"page-moved", CLAIR_STRING_CHANGE_MOVED},
	[CLAIR_CHANGE_GONE] = {"page-gone", CLAIR_STRING_CHANGE_GONE},
	[CLAIR_CHANGE_REDIRECTED] = {"page-redirected", CLAIR_STRING_CHANGE_REDIRECTED},
	[CLAIR_CHANGE_ADDED] = {"page-added", CLAIR_STRING_CHANGE_ADDED},
	[CLAIR_CHANGE_DEPTH] = {"click-depth", CLAIR_STRING_CHANGE_DEPTH},
	[CLAIR_CHANGE_BUTTON] = {"main-button", CLAIR_STRING_CHANGE_BUTTON},
	[CLAIR_CHANGE_FORM_ADDED] = {"form-added", CLAIR_STRING_CHANGE_FORM_ADDED},
	[CLAIR_CHANGE_FORM_GONE] = {"form-gone", CLAIR_STRING_CHANGE_FORM_GONE},
	[CLAIR_CHANGE_FIELD_ADDED] = {"field-added", CLAIR_STRING_CHANGE_FIELD_ADDED},
	[CLAIR_CHANGE_FIELD_GONE] = {"field-gone", CLAIR_STRING_CHANGE_FIELD_GONE},
	[CLAIR_CHANGE_FIELD_RENAMED] = {"field-renamed", CLAIR_STRING_CHANGE_FIELD_RENAMED},
	[CLAIR_CHANGE_FIELD_REQUIRED] = {"field-required", CLAIR_STRING_CHANGE_FIELD_REQUIRED},
	[CLAIR_CHANGE_FIELD_OPTIONAL] = {"field-optional", CLAIR_STRING_CHANGE_FIELD_OPTIONAL},
	[CLAIR_CHANGE_FIELD_ORDER] = {"field-order", CLAIR_STRING_CHANGE_FIELD_ORDER},
	[CLAIR_CHANGE_FORM_BUTTON] = {"form-button", CLAIR_STRING_CHANGE_FORM_BUTTON},
	[CLAIR_CHANGE_ENTRY_RENAMED] = {"menu-renamed", CLAIR_STRING_CHANGE_ENTRY_RENAMED},
	[CLAIR_CHANGE_ENTRY_MOVED] = {"menu-moved", CLAIR_STRING_CHANGE_ENTRY_MOVED},
	[CLAIR_CHANGE_ENTRY_ADDRESS] = {"menu-address", CLAIR_STRING_CHANGE_ENTRY_ADDRESS},
	[CLAIR_CHANGE_ENTRY_GONE] = {"menu-gone", CLAIR_STRING_CHANGE_ENTRY_GONE},
	[CLAIR_CHANGE_ENTRY_ADDED] = {"menu-added", CLAIR_STRING_CHANGE_ENTRY_ADDED},
};

static const struct {
	const char *name;
	enum clair_string sentence;
} aparts[CLAIR_APART_COUNT] = {
	[CLAIR_APART_RULE] = {"rule", CLAIR_STRING_C_APART_RULE},
	[CLAIR_APART_PAGE] = {"page", CLAIR_STRING_C_APART_PAGE},
	[CLAIR_APART_CUT] = {"list-cut", CLAIR_STRING_C_APART_CUT},
	[CLAIR_APART_INCOMPLETE] = {"incomplete", CLAIR_STRING_C_APART_INCOMPLETE},
};

const char *
clair_change_kind_name(enum clair_change_kind kind)
{
	return kinds[kind].name;
}

const char *
clair_apart_name(enum clair_apart apart)
{
	return aparts[apart].name;
}

/* --- Changes ----------------------------------------------------------------------------------- */

static const char *
shown(const struct clair_report *report, const char *words)
{
	return words == NULL || words[0] == '\0' ? clair_string_of(report, CLAIR_STRING_CHANGE_NO_WORDS) : words;
}

const char *
clair_change_sentence(struct clair_report *report, const struct clair_change *change)
{
	return CLAIR_PHRASE(report, kinds[change->kind].sentence,
	    CLAIR_WORDS("before", shown(report, change->before)),
	    CLAIR_WORDS("after", shown(report, change->after)));
}

bool
clair_change_is_of_menu(const struct clair_change *change)
{
	return change->kind >= CLAIR_CHANGE_ENTRY_RENAMED;
}

bool
clair_change_is_of_procedure(const struct clair_change *change)
{
	return (change->old_page != NULL && clair_compared_is_procedure(change->old_page)) ||
	    (change->new_page != NULL && clair_compared_is_procedure(change->new_page));
}

const char *
clair_change_url(const struct clair_change *change)
{
	if (change->kind <= CLAIR_CHANGE_REDIRECTED && change->old_page != NULL)
		return change->old_page->url;
	if (change->new_page != NULL)
		return change->new_page->url;
	return change->old_page != NULL ? change->old_page->url : "";
}

uint32_t
clair_compare_changes(const struct clair_compare *compare, bool of_menu)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < compare->change_count; i++)
		count += clair_change_is_of_menu(&compare->changes[i]) == of_menu;
	return count;
}

/* --- Findings ---------------------------------------------------------------------------------- */

static enum clair_string
severity_of(const struct clair_compared_finding *finding)
{
	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++)
		if (strcmp(finding->severity, clair_severity_name((enum clair_severity)i)) == 0)
			return clair_severity_string((enum clair_severity)i);
	return clair_severity_string(CLAIR_SEVERITY_REVIEW);
}

const char *
clair_compared_sentence(struct clair_report *report, const struct clair_compared_finding *finding)
{
	return CLAIR_PHRASE(report, finding->failed ? CLAIR_STRING_C_FINDING : CLAIR_STRING_C_FINDING_REVIEW,
	    CLAIR_WORDS("severity", clair_string_of(report, severity_of(finding))),
	    CLAIR_WORDS("message", finding->message));
}

const char *
clair_compared_place(struct clair_report *report, const struct clair_compared_finding *finding)
{
	char line[16];

	snprintf(line, sizeof(line), "%u", finding->line);
	return CLAIR_PHRASE(report,
	    finding->line != 0 ? CLAIR_STRING_C_FINDING_PLACE : CLAIR_STRING_C_FINDING_SITE,
	    CLAIR_WORDS("url", finding->url[0] != '\0' ? finding->url
	                                                : clair_string_of(report, CLAIR_STRING_OCCURRENCES_SITE)),
	    CLAIR_WORDS("line", line), CLAIR_WORDS("rule", finding->rule));
}

static bool
is_told(const struct clair_compared_finding *finding, bool failed)
{
	return finding->failed == failed && !finding->matched && !finding->silenced &&
	    finding->apart == CLAIR_APART_NONE;
}

const struct clair_compared_finding *
clair_compare_next(const struct clair_compared_side *side, uint32_t *page, uint32_t *index, bool failed)
{
	for (; *page <= side->page_count; (*page)++, *index = 0) {
		const bool of_site = *page == side->page_count;
		const struct clair_compared_finding *list = of_site ? side->findings : side->pages[*page].findings;
		const uint32_t count = of_site ? side->finding_count : side->pages[*page].finding_count;

		while (*index < count) {
			const struct clair_compared_finding *finding = &list[(*index)++];

			if (is_told(finding, failed))
				return finding;
		}
	}
	return NULL;
}

/* --- Pages ------------------------------------------------------------------------------------- */

static long
rise(const struct clair_compared_count *count)
{
	return (long)count->now - (long)count->before;
}

/* Keeps the half that fell most and the half that rose most, each sorted from fall to rise. */
static void
insert(struct clair_compared_count *list, size_t *count, size_t room, struct clair_compared_count one, int sign)
{
	size_t at = *count;

	while (at > 0 && sign * rise(&list[at - 1]) < sign * rise(&one))
		at--;
	if (at == room)
		return;
	if (*count < room)
		(*count)++;
	memmove(&list[at + 1], &list[at], (*count - at - 1) * sizeof(*list));
	list[at] = one;
}

size_t
clair_compare_counts(
    const struct clair_compare *compare, struct clair_compared_count counts[static CLAIR_COUNTS_SHOWN])
{
	enum { HALF = CLAIR_COUNTS_SHOWN / 2 };
	struct clair_compared_count worse[HALF];
	size_t fallen = 0;
	size_t risen = 0;

	for (uint32_t i = 0; i < compare->old.page_count; i++) {
		const struct clair_compared_page *page = &compare->old.pages[i];
		struct clair_compared_count one = {page->other, page->failures, 0};

		if (page->other == NULL)
			continue;
		one.now = page->other->failures;
		if (one.now < one.before)
			insert(counts, &fallen, HALF, one, -1);
		else if (one.now > one.before)
			insert(worse, &risen, HALF, one, 1);
	}
	for (size_t i = 0; i < risen; i++)
		counts[fallen + i] = worse[risen - 1 - i];
	return fallen + risen;
}

/* --- Remarks ----------------------------------------------------------------------------------- */

const char *
clair_side_sentence(struct clair_report *report, enum clair_string id, const struct clair_compared_side *side)
{
	char day[11] = "";

	if (strlen(side->started) >= sizeof(day) - 1)
		memcpy(day, side->started, sizeof(day) - 1);
	return CLAIR_PHRASE(report, id, CLAIR_WORDS("name", side->name), CLAIR_NUMBER("tested", side->tested),
	    CLAIR_WORDS("date", day[0] != '\0' ? day : clair_string_of(report, CLAIR_STRING_C_NO_DATE)));
}

static void
say_pair(struct clair_report *report, enum clair_string id, const char *before, const char *after,
    clair_say_fn *say)
{
	if (strcmp(before, after) != 0)
		say(report,
		    CLAIR_PHRASE(report, id, CLAIR_WORDS("before", shown(report, before)),
		        CLAIR_WORDS("after", shown(report, after))));
}

enum { RULES_SHOWN = 12 };

static void
say_rules(struct clair_report *report, enum clair_string id, const char **rules, uint32_t count,
    clair_say_fn *say)
{
	struct clair_buf list;

	if (count == 0)
		return;
	clair_buf_init(&list, 0);
	for (uint32_t i = 0; i < count && i < RULES_SHOWN; i++) {
		clair_buf_puts(&list, i == 0 ? "" : ", ");
		clair_buf_puts(&list, rules[i]);
	}
	clair_buf_puts(&list, count > RULES_SHOWN ? "…" : "");
	say(report, CLAIR_PHRASE(report, id, CLAIR_NUMBER("n", count), CLAIR_WORDS("rules", list.bytes)));
	report->failed |= list.failed;
	clair_buf_free(&list);
}

static bool
is_traced(const struct clair_compared_side *side)
{
	for (uint32_t i = 0; i < side->page_count; i++)
		if (side->pages[i].traced)
			return true;
	return false;
}

void
clair_compare_remarks(struct clair_report *report, const struct clair_compare *compare, clair_say_fn *say)
{
	const struct clair_compared_side *old = &compare->old;
	const struct clair_compared_side *new = &compare->new;

	if (strstr(old->url, "://") != NULL || strstr(new->url, "://") != NULL)
		say_pair(report, CLAIR_STRING_C_NOTE_SITES, old->url, new->url, say);
	say_pair(report, CLAIR_STRING_C_NOTE_VERSIONS, old->version, new->version, say);
	say_pair(report, CLAIR_STRING_C_NOTE_RGAA, old->rgaa, new->rgaa, say);
	say_rules(report, CLAIR_STRING_C_NOTE_RULES_BEFORE, compare->rules_before, compare->rules_before_count, say);
	say_rules(report, CLAIR_STRING_C_NOTE_RULES_NOW, compare->rules_now, compare->rules_now_count, say);
	if (!old->complete)
		say(report, clair_string_of(report, CLAIR_STRING_C_NOTE_PARTIAL_BEFORE));
	if (!new->complete)
		say(report, clair_string_of(report, CLAIR_STRING_C_NOTE_PARTIAL_NOW));
	if (!is_traced(old) || !is_traced(new))
		say(report, clair_string_of(report, CLAIR_STRING_C_NOTE_OLD_REPORT));
}

void
clair_compare_aparts(struct clair_report *report, const struct clair_compare *compare, clair_say_fn *say)
{
	uint32_t all = 0;

	for (int i = CLAIR_APART_NONE + 1; i < CLAIR_APART_COUNT; i++)
		all += compare->apart[i] + compare->apart_before[i];
	if (all == 0)
		return;
	say(report, CLAIR_PHRASE(report, CLAIR_STRING_C_APART, CLAIR_NUMBER("n", all)));
	for (int i = CLAIR_APART_NONE + 1; i < CLAIR_APART_COUNT; i++) {
		const uint32_t count = compare->apart[i] + compare->apart_before[i];

		if (count != 0)
			say(report, CLAIR_PHRASE(report, aparts[i].sentence, CLAIR_NUMBER("n", count)));
	}
}

void
clair_compare_stable(struct clair_report *report, const struct clair_compare *compare, clair_say_fn *say)
{
	const struct clair_stability *stability = &compare->stability;
	const uint32_t changed = stability->entries - stability->entries_kept;

	if (stability->value < 0) {
		say(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_C_STABILITY_NONE,
		        CLAIR_WORDS("why", clair_string_of(report, strcmp(stability->reason, "not-told") == 0
		            ? CLAIR_STRING_C_WHY_NOT_TOLD : CLAIR_STRING_C_WHY_NOTHING))));
		return;
	}
	say(report, CLAIR_PHRASE(report, CLAIR_STRING_C_STABILITY,
	    CLAIR_NUMBER("value", round(stability->value * 10) / 10)));
	if (stability->entries != 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_C_STABILITY_MENU,
		    CLAIR_NUMBER("kept", stability->entries_kept), CLAIR_NUMBER("all", stability->entries)));
	if (stability->addresses != 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_C_STABILITY_ADDRESSES,
		    CLAIR_NUMBER("kept", stability->addresses_kept), CLAIR_NUMBER("all", stability->addresses)));
	if (stability->entries != 0 && 100.0 * changed / stability->entries > compare->menu_change_limit)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_C_TELL_PEOPLE,
		    CLAIR_NUMBER("limit", compare->menu_change_limit)));
}

enum clair_status
clair_compare_write(const struct clair_compare *compare, enum clair_format format,
    const struct clair_write_options *options, clair_write_fn *write, void *payload)
{
	struct clair_report report = {
		.options = options, .lang = options->lang, .write = write, .payload = payload};

	clair_report_open(&report);
	switch (format) {
	case CLAIR_TEXT:
		clair_compare_text(&report, compare);
		break;
	case CLAIR_JSON:
		clair_compare_json(&report, compare);
		break;
	case CLAIR_HTML:
		clair_compare_html(&report, compare);
		break;
	default:
		report.failed = true;
	}
	return clair_report_close(&report);
}
