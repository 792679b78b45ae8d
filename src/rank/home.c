/* The pages that speak of the whole: home, method, data, progress; and the feed. */
#include "rank/site.h"
#include "rank/column.h"

#include <stdio.h>
#include <string.h>

static const enum clair_rank_string subjects[CLAIR_AXIS_COUNT] = {
	CLAIR_RANK_ACCESS, CLAIR_RANK_COMPREHENSION, CLAIR_RANK_JOURNEY};

/* --- Home --- */

static void
put_days(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;
	const bool is_one = strcmp(standings->first_day, standings->last_day) == 0;
	const char *words = rank_string(site, is_one ? CLAIR_RANK_ON_DAY : CLAIR_RANK_FROM_TO);

	if (standings->first_day[0] == '\0')
		return;
	rank_puts(site, "<p>");
	/* The days are elements: they stand where the braces are. */
	for (; *words != '\0'; words++) {
		if (strncmp(words, "{from}", 6) == 0) {
			rank_day(site, standings->first_day);
			words += 5;
		} else if (strncmp(words, "{to}", 4) == 0) {
			rank_day(site, standings->last_day);
			words += 3;
		} else {
			clair_buf_putc(&site->page, *words);
		}
	}
	rank_puts(site, ".</p>\n");
}

/* Filled in by the script, hidden without. */
static void
put_search(struct rank_site *site)
{
	static const struct {
		const char *name;
		enum clair_rank_string words;
	} said[] = {{"many", CLAIR_RANK_SEARCH_FOUND}, {"one", CLAIR_RANK_SEARCH_ONE}, {"none", CLAIR_RANK_SEARCH_NONE},
		{"more", CLAIR_RANK_SEARCH_MORE}, {"broken", CLAIR_RANK_SEARCH_BROKEN}};

	rank_printf(site, "<form class=\"find\" hidden role=\"search\" data-root=\"%s\" data-up=\"%s\" aria-label=\"", site->root, site->up);
	rank_say(site, CLAIR_RANK_SEARCH_FORM);
	rank_puts(site, "\">\n<p><label for=\"chercher\">");
	rank_say(site, CLAIR_RANK_SEARCH);
	rank_puts(site, "</label><input id=\"chercher\" type=\"search\" autocomplete=\"off\"></p>\n<p class=\"shown\" role=\"status\"");
	for (size_t i = 0; i < CLAIR_LEN(said); i++) {
		rank_printf(site, " data-%s=\"", said[i].name);
		rank_text(site, rank_string(site, said[i].words));
		rank_puts(site, "\"");
	}
	rank_puts(site, "></p>\n<ul class=\"found\"></ul>\n</form>\n");
}

static void
put_rankings(struct rank_site *site)
{
	rank_section_open(site, "classements", CLAIR_RANK_HOME_RANKINGS);
	rank_puts(site, "<div class=\"cards\">\n");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		rank_puts(site, "<div class=\"card\">\n<h3>");
		rank_printf(site, "<a href=\"%sclassement/%s-1.html\">", site->up, rank_axis_slug(axis));
		rank_say(site, subjects[axis]);
		rank_puts(site, "</a></h3>\n<p>");
		rank_say_report(site, clair_axis_question((enum clair_axis)axis));
		rank_puts(site, "</p>\n<p class=\"band\">");
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_HOME_RANKED, RANK_NUMBER("n", site->standings->ranked[axis])));
		rank_puts(site, "</p>\n</div>\n");
	}
	rank_puts(site, "</div>\n");
	rank_section_close(site);
}

/* Sites whose score is in each band. */
static void
put_bands(struct rank_site *site)
{
	static const enum clair_rank_string headers[] = {
		CLAIR_RANK_BAND, CLAIR_RANK_ACCESS, CLAIR_RANK_COMPREHENSION, CLAIR_RANK_JOURNEY};
	const struct clair_standings *standings = site->standings;
	uint32_t counts[CLAIR_BANDS][CLAIR_AXIS_COUNT] = {0};

	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		for (uint32_t i = 0; i < standings->ranked[axis]; i++)
			counts[clair_band_of(standings->sites[standings->order[axis][i]].axis[axis].points) - 'A'][axis]++;
	}
	rank_section_open(site, "bandes", CLAIR_RANK_HOME_BANDS);
	rank_paragraph(site, rank_words(site, CLAIR_RANK_HOME_BANDS_WHY));
	rank_table_open(site, "table-bandes", rank_words(site, CLAIR_RANK_BANDS_CAPTION), headers, CLAIR_LEN(headers));
	for (unsigned band = 0; band < CLAIR_BANDS; band++) {
		const char letter[] = {(char)('A' + band), '\0'};

		rank_puts(site, "<tr><th scope=\"row\">");
		if (band + 1 < CLAIR_BANDS)
			rank_text(site, RANK_PHRASE(site, CLAIR_RANK_BAND_FLOOR, RANK_WORDS("band", letter),
			    RANK_NUMBER("floor", clair_band_floors[band])));
		else
			rank_text(site, RANK_PHRASE(site, CLAIR_RANK_BAND_UNDER, RANK_WORDS("band", letter),
			    RANK_NUMBER("floor", clair_band_floors[band - 1])));
		rank_puts(site, "</th>");
		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
			rank_puts(site, "<td class=\"n\">");
			rank_number(site, counts[band][axis], 0);
			rank_puts(site, "</td>");
		}
		rank_puts(site, "</tr>\n");
	}
	rank_table_close(site);
	rank_section_close(site);
}

static void
link_paragraph(struct rank_site *site, const char *path, const char *words)
{
	rank_printf(site, "<p><a href=\"%s%s\">", site->up, path);
	rank_text(site, words);
	rank_puts(site, "</a></p>\n");
}

void
rank_write_home(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;
	const struct clair_campaign *campaign = standings->campaign;
	const uint32_t unranked = standings->site_count - standings->why[CLAIR_STANDING_RANKED];

	rank_page_open(site, "index.html", campaign->title != NULL ? campaign->title :
	    clair_strdup(&site->mem, RANK_PHRASE(site, CLAIR_RANK_UNTITLED, RANK_WORDS("name", campaign->name))));
	rank_puts(site, "<p class=\"lead\">");
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_HOME_LEAD, RANK_NUMBER("n", standings->site_count)));
	rank_puts(site, "</p>\n");
	rank_paragraph(site, rank_words(site, CLAIR_RANK_HOME_LIMITS));
	put_days(site);
	rank_section_open(site, "trouver", CLAIR_RANK_HOME_FIND);
	put_search(site);
	rank_paragraph(site, rank_words(site, CLAIR_RANK_HOME_BY));
	rank_section_close(site);
	put_rankings(site);
	if (unranked > 0)
		link_paragraph(site, "non-classes/1.html",
		    RANK_PHRASE(site, CLAIR_RANK_HOME_NOT_RANKED, RANK_NUMBER("n", unranked)));
	put_bands(site);
	rank_page_close(site);
}

/* --- Method --- */

static void
put_stability(struct rank_site *site)
{
	rank_puts(site, "<ul class=\"facts\">\n");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		if (site->standings->stability[axis] < 0)
			continue;
		rank_puts(site, "<li>");
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_METHOD_8_ONE,
		    RANK_WORDS("axis", rank_string(site, subjects[axis])),
		    RANK_NUMBER("n", (double)(int)(site->standings->stability[axis] * 10) / 10)));
		rank_puts(site, "</li>\n");
	}
	rank_puts(site, "</ul>\n");
}

static void
say_paragraph(struct rank_site *site, enum clair_rank_string id)
{
	rank_paragraph(site, rank_words(site, id));
}

/* A part of the method: its heading and what it says. */
static void
open_part(struct rank_site *site, unsigned number, enum clair_rank_string title)
{
	char id[16];

	snprintf(id, sizeof(id), "partie-%u", number);
	rank_section_open(site, id, title);
}

static void
put_axes(struct rank_site *site)
{
	rank_puts(site, "<ul class=\"facts\">\n");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		rank_puts(site, "<li><strong>");
		rank_say(site, subjects[axis]);
		rank_puts(site, site->lang == CLAIR_FR ? "</strong>\xC2\xA0: " : "</strong>: ");
		rank_say_report(site, clair_axis_question((enum clair_axis)axis));
		rank_puts(site, "</li>\n");
	}
	rank_puts(site, "</ul>\n");
}

void
rank_write_method(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;
	const uint32_t whole =
	    standings->min_pages < CLAIR_STANDING_MIN_WHOLE ? standings->min_pages : (uint32_t)CLAIR_STANDING_MIN_WHOLE;

	rank_page_open(site, "methode.html", clair_strdup(&site->mem, rank_words(site, CLAIR_RANK_METHOD_TITLE)));
	open_part(site, 1, CLAIR_RANK_METHOD_1);
	say_paragraph(site, CLAIR_RANK_METHOD_1_A);
	rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_METHOD_1_B, RANK_NUMBER("all", 258)));
	rank_section_close(site);
	open_part(site, 2, CLAIR_RANK_METHOD_2);
	say_paragraph(site, CLAIR_RANK_METHOD_2_A);
	put_axes(site);
	say_paragraph(site, CLAIR_RANK_METHOD_2_B);
	rank_section_close(site);
	open_part(site, 3, CLAIR_RANK_METHOD_3);
	say_paragraph(site, CLAIR_RANK_METHOD_3_A);
	rank_section_close(site);
	open_part(site, 4, CLAIR_RANK_METHOD_4);
	rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_METHOD_4_A, RANK_NUMBER("n", standings->resamples)));
	say_paragraph(site, CLAIR_RANK_METHOD_4_B);
	say_paragraph(site, CLAIR_RANK_METHOD_4_C);
	rank_section_close(site);
	open_part(site, 5, CLAIR_RANK_METHOD_5);
	say_paragraph(site, CLAIR_RANK_METHOD_5_A);
	rank_section_close(site);
	open_part(site, 6, CLAIR_RANK_METHOD_6);
	say_paragraph(site, CLAIR_RANK_METHOD_6_A);
	rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_METHOD_6_B, RANK_NUMBER("pages", standings->min_pages),
	    RANK_NUMBER("whole", whole), RANK_NUMBER("tests", standings->min_tests)));
	rank_section_close(site);
	open_part(site, 7, CLAIR_RANK_METHOD_7);
	say_paragraph(site, CLAIR_RANK_METHOD_7_A);
	rank_section_close(site);
	open_part(site, 8, CLAIR_RANK_METHOD_8);
	say_paragraph(site, CLAIR_RANK_METHOD_8_A);
	put_stability(site);
	rank_section_close(site);
	open_part(site, 9, CLAIR_RANK_METHOD_9);
	say_paragraph(site, CLAIR_RANK_METHOD_9_A);
	rank_section_close(site);
	open_part(site, 10, CLAIR_RANK_METHOD_10);
	say_paragraph(site, CLAIR_RANK_METHOD_10_A);
	link_paragraph(site, "donnees.html", rank_words(site, CLAIR_RANK_DATA_TITLE));
	rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_ORG_VERSIONS, RANK_WORDS("tool", standings->tool_version),
	    RANK_WORDS("referential", standings->referential), RANK_WORDS("digest", standings->rules_digest)));
	rank_section_close(site);
	rank_page_close(site);
}

/* --- Data --- */

static void
data_file(struct rank_site *site, const char *way, const char *path, enum clair_rank_string what)
{
	const char *slash = strrchr(path, '/');

	rank_printf(site, "<li><a href=\"%s%s\">%s</a>%s", way, path, slash == NULL ? path : slash + 1,
	    site->lang == CLAIR_FR ? "\xC2\xA0: " : ": ");
	rank_say(site, what);
	rank_puts(site, "</li>\n");
}

void
rank_write_data_page(struct rank_site *site)
{
	static const enum clair_rank_string headers[] = {
		CLAIR_RANK_DATA_COLUMN, CLAIR_RANK_DATA_KIND, CLAIR_RANK_DATA_MEANING};

	rank_page_open(site, "donnees.html", clair_strdup(&site->mem, rank_words(site, CLAIR_RANK_DATA_TITLE)));
	rank_puts(site, "<p class=\"lead\">");
	rank_say(site, CLAIR_RANK_DATA_LEAD);
	rank_puts(site, "</p>\n<ul class=\"facts\">\n");
	data_file(site, site->root, "donnees/sites.csv", CLAIR_RANK_DATA_CSV);
	data_file(site, site->root, "donnees/sites.jsonl", CLAIR_RANK_DATA_JSONL);
	data_file(site, site->root, "donnees/datapackage.json", CLAIR_RANK_DATA_PACKAGE);
	data_file(site, site->up, "atom.xml", CLAIR_RANK_DATA_FEED);
	rank_puts(site, "</ul>\n");
	rank_section_open(site, "colonnes", CLAIR_RANK_DATA_COLUMNS);
	rank_table_open(site, "table-colonnes", rank_words(site, CLAIR_RANK_COLUMNS_CAPTION), headers, CLAIR_LEN(headers));
	for (size_t i = 0; i < rank_column_count; i++) {
		rank_puts(site, "<tr><th scope=\"row\"><code>");
		rank_text(site, rank_columns[i].name);
		rank_puts(site, "</code></th><td>");
		rank_text(site, rank_columns[i].type);
		rank_puts(site, "</td><td>");
		rank_text(site, site->lang == CLAIR_FR ? rank_columns[i].fr : rank_columns[i].en);
		rank_puts(site, "</td></tr>\n");
	}
	rank_table_close(site);
	rank_section_close(site);
	rank_page_close(site);
}

/* --- Progress --- */

enum { PROGRESS_ROWS = 100, FEED_ENTRIES = 50 };

static uint32_t
at_most(uint32_t count, uint32_t limit)
{
	return count < limit ? count : limit;
}

static void
progress_row(struct rank_site *site, const struct clair_standing *standing, unsigned axis)
{
	const struct clair_progress *progress = &standing->progress[axis];

	rank_printf(site, "<tr><td class=\"n\" data-value=\"%u\">", progress->rank);
	rank_number(site, progress->rank, 0);
	rank_puts(site, "</td><th scope=\"row\" class=\"page\">");
	rank_site_link(site, standing);
	rank_printf(site, "</th><td class=\"n\" data-value=\"%d\">+", (int)(progress->points * 10));
	rank_number(site, progress->points, 1);
	rank_printf(site, "</td><td data-value=\"%d\">", (int)(progress->low * 10));
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_INTERVAL, RANK_NUMBER("low", progress->low),
	    RANK_NUMBER("high", progress->high)));
	rank_puts(site, "</td></tr>\n");
}

static void
progress_of(struct rank_site *site, unsigned axis)
{
	static const enum clair_rank_string headers[] = {
		CLAIR_RANK_RANK, CLAIR_RANK_ORGANISATION, CLAIR_RANK_PROGRESS_GAIN, CLAIR_RANK_PROGRESS_SURE};
	const struct clair_standings *standings = site->standings;
	const uint32_t rows = at_most(standings->progressed_count[axis], PROGRESS_ROWS);
	char id[32];

	rank_section_open(site, rank_axis_slug(axis), subjects[axis]);
	if (rows == 0) {
		say_paragraph(site, CLAIR_RANK_PROGRESS_NONE);
	} else {
		rank_puts(site, "<div class=\"panel worst\"><p>");
		rank_say(site, CLAIR_RANK_PROGRESS_PRIZE);
		rank_puts(site, site->lang == CLAIR_FR ? "\xC2\xA0: <strong>" : ": <strong>");
		rank_site_link(site, &standings->sites[standings->progressed[axis][0]]);
		rank_puts(site, "</strong></p></div>\n");
		snprintf(id, sizeof(id), "table-%s", rank_axis_slug(axis));
		rank_table_open(site, id, RANK_PHRASE(site, CLAIR_RANK_PROGRESS_CAPTION,
		    RANK_WORDS("axis", rank_string(site, subjects[axis])), RANK_NUMBER("n", rows)), headers, CLAIR_LEN(headers));
		for (uint32_t i = 0; i < rows; i++)
			progress_row(site, &standings->sites[standings->progressed[axis][i]], axis);
		rank_table_close(site);
	}
	rank_section_close(site);
}

void
rank_write_progress(struct rank_site *site)
{
	rank_page_open(site, "progres.html", clair_strdup(&site->mem, rank_words(site, CLAIR_RANK_PROGRESS_TITLE)));
	if (site->standings->round_count < 2) {
		say_paragraph(site, CLAIR_RANK_PROGRESS_FIRST);
	} else {
		if (!site->standings->same_rules)
			say_paragraph(site, CLAIR_RANK_PROGRESS_RULES);
		rank_puts(site, "<p class=\"lead\">");
		rank_say(site, CLAIR_RANK_PROGRESS_LEAD);
		rank_puts(site, "</p>\n");
		say_paragraph(site, CLAIR_RANK_PROGRESS_CHANCE);
		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
			progress_of(site, axis);
	}
	rank_page_close(site);
}

/* --- Feed (Atom, RFC 4287) --- */

static void
feed_entry(struct rank_site *site, const struct clair_standing *standing, unsigned axis)
{
	const struct clair_progress *progress = &standing->progress[axis];
	const struct clair_standings *standings = site->standings;
	struct clair_buf name;
	char path[RANK_PATH];

	clair_buf_init(&name, 0);
	rank_plain_name(site, &name, standing);
	rank_site_path(standing, path);
	rank_puts(site, "<entry>\n<title>");
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_FEED_ENTRY, RANK_WORDS("name", name.bytes),
	    RANK_NUMBER("points", progress->points), RANK_WORDS("axis", rank_string(site, subjects[axis]))));
	rank_printf(site, "</title>\n<id>urn:clairlint:%s:%u:%s:%s</id>\n<updated>%sT00:00:00Z</updated>\n",
	    standings->campaign->name, standings->rounds[standings->round_count - 1], rank_axis_slug(axis), path,
	    standing->day[0] == '\0' ? "1970-01-01" : standing->day);
	rank_puts(site, "<link rel=\"alternate\" href=\"");
	rank_text(site, site->options->address != NULL ? site->options->address : "");
	rank_printf(site, "%s%s\"/>\n<summary>", site->lang == CLAIR_FR || site->options->address == NULL ? "" : "en/", path);
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_FEED_SUMMARY,
	    RANK_NUMBER("before", standing->axis[axis].score - progress->points),
	    RANK_NUMBER("after", standing->axis[axis].score), RANK_NUMBER("low", progress->low),
	    RANK_NUMBER("high", progress->high)));
	rank_puts(site, "</summary>\n</entry>\n");
	site->failed |= name.failed;
	clair_buf_free(&name);
}

void
rank_write_feed(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;
	const struct clair_campaign *campaign = standings->campaign;
	const bool is_french = site->lang == CLAIR_FR;

	rank_open(site, is_french ? "atom.xml" : "en/atom.xml");
	rank_printf(site, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n"
	    "<title>", is_french ? "fr" : "en");
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_FEED_TITLE,
	    RANK_WORDS("title", campaign->title != NULL ? campaign->title : campaign->name)));
	rank_printf(site, "</title>\n<id>urn:clairlint:%s:%s</id>\n<updated>%sT00:00:00Z</updated>\n", campaign->name,
	    is_french ? "fr" : "en", standings->last_day[0] == '\0' ? "1970-01-01" : standings->last_day);
	rank_puts(site, "<author><name>");
	rank_text(site, campaign->publisher != NULL ? campaign->publisher : "clairlint");
	rank_puts(site, "</name></author>\n");
	if (site->options->address != NULL) {
		rank_puts(site, "<link rel=\"self\" href=\"");
		rank_text(site, site->options->address);
		rank_puts(site, is_french ? "atom.xml\"/>\n" : "en/atom.xml\"/>\n");
	}
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		for (uint32_t i = 0; i < at_most(standings->progressed_count[axis], FEED_ENTRIES); i++)
			feed_entry(site, &standings->sites[standings->progressed[axis][i]], axis);
	}
	rank_puts(site, "</feed>\n");
	rank_close(site);
}
