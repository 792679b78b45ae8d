/* Files, words and the frame of pages: see site.h. */
#include "rank/site.h"
#include "report/escape.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const strings[CLAIR_LANG_COUNT][CLAIR_RANK_STRING_COUNT] = {
	[CLAIR_FR] = {
#define X(id, fr, en) [CLAIR_RANK_##id] = fr,
#include "rank/strings.def"
#undef X
	},
	[CLAIR_EN] = {
#define X(id, fr, en) [CLAIR_RANK_##id] = en,
#include "rank/strings.def"
#undef X
	},
};

/* --- Files --- */

void
rank_flush(struct rank_site *site)
{
	site->failed |= site->page.failed;
	if (!site->failed && site->page.length > 0 &&
	    !site->options->write(site->options->payload, site->page.bytes, site->page.length))
		site->failed = site->refused = true;
	clair_buf_clear(&site->page);
}

void
rank_open(struct rank_site *site, const char *path)
{
	if (!site->failed && !site->options->open(site->options->payload, path))
		site->failed = site->refused = true;
	clair_buf_clear(&site->page);
}

void
rank_close(struct rank_site *site)
{
	rank_flush(site);
}

void
rank_puts(struct rank_site *site, const char *text)
{
	clair_buf_puts(&site->page, text);
}

void
rank_printf(struct rank_site *site, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	clair_buf_vprintf(&site->page, format, arguments);
	va_end(arguments);
}

void
rank_text(struct rank_site *site, const char *text)
{
	clair_escape_markup(&site->page, text);
}

/* --- Words --- */

const char *
rank_string(const struct rank_site *site, enum clair_rank_string id)
{
	return strings[site->lang][id];
}

const char *
rank_phrase(struct rank_site *site, enum clair_rank_string id, const struct clair_argument *arguments, size_t count)
{
	clair_buf_clear(&site->phrase);
	clair_format(&site->phrase, site->lang, rank_string(site, id), arguments, count);
	site->failed |= site->phrase.failed;
	return site->phrase.bytes;
}

const char *
rank_words(struct rank_site *site, enum clair_rank_string id)
{
	return rank_phrase(site, id, NULL, 0);
}

void
rank_say(struct rank_site *site, enum clair_rank_string id)
{
	rank_text(site, rank_words(site, id));
}

void
rank_say_report(struct rank_site *site, enum clair_string id)
{
	clair_buf_clear(&site->phrase);
	clair_format(&site->phrase, site->lang, clair_string(site->lang, id), NULL, 0);
	rank_text(site, site->phrase.bytes);
}

void
rank_paragraph(struct rank_site *site, const char *text)
{
	rank_puts(site, "<p>");
	rank_text(site, text);
	rank_puts(site, "</p>\n");
}

void
rank_number(struct rank_site *site, double number, int decimals)
{
	clair_format_number(&site->page, site->lang, number, decimals);
}

void
rank_day(struct rank_site *site, const char *day)
{
	int month;

	if (strlen(day) != 10 || strspn(day, "0123456789-") != 10 || day[4] != '-' || day[7] != '-') {
		rank_text(site, day);
		return;
	}
	month = (day[5] - '0') * 10 + day[6] - '0';
	if (month < 1 || month > 12) {
		rank_text(site, day);
		return;
	}
	rank_printf(site, "<time datetime=\"%s\">", day);
	if (site->lang == CLAIR_FR && strncmp(day + 8, "01", 2) == 0)
		rank_puts(site, "1er");
	else
		rank_printf(site, "%d", (day[8] - '0') * 10 + day[9] - '0');
	rank_printf(site, " %s %.4s</time>",
	    clair_string(site->lang, (enum clair_string)((int)CLAIR_STRING_MONTH_1 + month - 1)), day);
}

void
rank_band(struct rank_site *site, const struct clair_axis_standing *axis)
{
	const char high[] = {clair_band_of(axis->high), '\0'};
	const char low[] = {clair_band_of(axis->low), '\0'};

	if (high[0] == low[0])
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_BAND_ONE, RANK_WORDS("band", high)));
	else if (high[0] + 1 == low[0])
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_BAND_TWO, RANK_WORDS("band", high), RANK_WORDS("other", low)));
	else
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_BAND_RANGE, RANK_WORDS("band", high), RANK_WORDS("other", low)));
}

const char *
rank_axis_slug(unsigned axis)
{
	static const char *const slugs[CLAIR_AXIS_COUNT] = {"acces", "comprehension", "parcours"};

	return slugs[axis];
}

/* The address as people say it. */
static void
add_host(struct clair_buf *out, const char *address)
{
	const char *start = strstr(address, "://");

	start = start == NULL ? address : start + 3;
	clair_buf_add(out, start, strlen(start) - (start[0] != '\0' && start[strlen(start) - 1] == '/'));
}

void
rank_plain_name(struct rank_site *site, struct clair_buf *out, const struct clair_standing *standing)
{
	if (standing->site->organisation[0] == '\0') {
		add_host(out, standing->site->address);
		return;
	}
	clair_buf_puts(out, standing->name);
	if (!site->homonyms[standing - site->standings->sites])
		return;
	clair_buf_puts(out, " (");
	add_host(out, standing->site->address);
	clair_buf_puts(out, ")");
}

void
rank_name(struct rank_site *site, const struct clair_standing *standing)
{
	struct clair_buf name;

	clair_buf_init(&name, 0);
	rank_plain_name(site, &name, standing);
	rank_text(site, name.bytes);
	site->failed |= name.failed;
	clair_buf_free(&name);
}

const char *
rank_french(const struct rank_site *site)
{
	return site->lang == CLAIR_FR ? "" : " lang=\"fr\"";
}

/* What the key of a failure means, with a small letter: it stands inside a sentence. */
static const char *
reason(const struct rank_site *site, const char *key, char *room, size_t size)
{
	const char *label = clair_why_label(key, site->lang);

	snprintf(room, size, "%s", label != NULL ? label : clair_string(site->lang, CLAIR_STRING_OTHER_REASON));
	if (room[0] >= 'A' && room[0] <= 'Z')
		room[0] = (char)(room[0] - 'A' + 'a');
	return room;
}

const char *
rank_why(struct rank_site *site, const struct clair_standing *standing)
{
	const struct clair_opt_out *opt_out;
	char room[256];

	switch (standing->why) {
	case CLAIR_STANDING_OPTED_OUT:
		opt_out = clair_campaign_opt_out(site->standings->campaign, standing->site);
		if (opt_out == NULL)
			return rank_words(site, CLAIR_RANK_WHY_OPTED_OUT);
		return RANK_PHRASE(site, CLAIR_RANK_WHY_OPTED_OUT_ON, RANK_WORDS("day", opt_out->day),
		    RANK_WORDS("reason", opt_out->reason));
	case CLAIR_STANDING_NOT_YET:
		return rank_words(site, CLAIR_RANK_WHY_NOT_YET);
	case CLAIR_STANDING_ROBOTS:
		return rank_words(site, CLAIR_RANK_WHY_ROBOTS);
	case CLAIR_STANDING_DOWN:
		return RANK_PHRASE(site, CLAIR_RANK_WHY_DOWN,
		    RANK_OURS("key", reason(site, standing->why_key, room, sizeof(room))));
	case CLAIR_STANDING_NOT_TESTABLE:
		return RANK_PHRASE(site, CLAIR_RANK_WHY_NOT_TESTABLE,
		    RANK_OURS("key", reason(site, standing->why_key, room, sizeof(room))));
	case CLAIR_STANDING_FAILING:
		return rank_words(site, CLAIR_RANK_WHY_FAILING);
	case CLAIR_STANDING_FEW_PAGES:
		return RANK_PHRASE(site, CLAIR_RANK_WHY_FEW_PAGES, RANK_NUMBER("n", standing->pages));
	case CLAIR_STANDING_FEW_TESTS:
		return RANK_PHRASE(site, CLAIR_RANK_WHY_FEW_TESTS, RANK_NUMBER("n", standing->tests_decided));
	case CLAIR_STANDING_OTHER_RULES:
		return rank_words(site, CLAIR_RANK_WHY_OTHER_RULES);
	default:
		return "";
	}
}

void
rank_link(struct rank_site *site, const char *url)
{
	const bool is_web = strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0;

	if (is_web) {
		rank_puts(site, "<a href=\"");
		rank_text(site, url);
		rank_puts(site, "\">");
	}
	rank_text(site, url);
	if (is_web)
		rank_puts(site, "</a>");
}

/* --- Paths --- */

void
rank_slug(const char *text, char *out, size_t room)
{
	size_t length = 0;

	clair_campaign_fold(out, room, text, '-');
	for (const char *at = out; *at != '\0'; at++) {
		const bool is_plain = (unsigned char)*at < 0x80;

		if (is_plain && (*at != '-' || (length > 0 && out[length - 1] != '-')))
			out[length++] = *at;
	}
	out[length] = '\0';
}

void
rank_site_path(const struct clair_standing *standing, char path[RANK_PATH])
{
	const char *key = standing->site->key;
	const char *start = strstr(key, "://");
	const uint64_t hash = clair_hash(key, strlen(key), CLAIR_HASH_SEED);
	char slug[64];

	rank_slug(start == NULL ? key : start + 3, slug, sizeof(slug));
	snprintf(path, RANK_PATH, "sites/%02x/%s-%010llx.html", (unsigned)(hash >> 56), slug,
	    (unsigned long long)(hash & UINT64_C(0xffffffffff)));
}

void
rank_site_link(struct rank_site *site, const struct clair_standing *standing)
{
	char path[RANK_PATH];

	rank_site_path(standing, path);
	rank_printf(site, "<a%s href=\"%s%s\">", rank_french(site), site->up, path);
	rank_name(site, standing);
	rank_puts(site, "</a>");
}

/* --- Frame --- */

/* The menu holds what most people come for; the foot holds the rest. */
struct way {
	const char *path;
	enum clair_rank_string title;
};
static const struct way menu[] = {
	{"index.html", CLAIR_RANK_HOME},
	{"classement/acces-1.html", CLAIR_RANK_RANKINGS},
	{"territoires/index.html", CLAIR_RANK_TERRITORIES},
	{"types/index.html", CLAIR_RANK_KINDS},
	{"noms/index.html", CLAIR_RANK_NAMES},
	{"progres.html", CLAIR_RANK_PROGRESS},
	{"methode.html", CLAIR_RANK_METHOD},
};
static const struct way foot[] = {
	{"non-classes/1.html", CLAIR_RANK_UNRANKED_TITLE},
	{"donnees.html", CLAIR_RANK_DATA_TITLE},
};

static void
put_title(struct rank_site *site)
{
	const struct clair_campaign *campaign = site->standings->campaign;

	if (campaign->title != NULL)
		rank_text(site, campaign->title);
	else
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_UNTITLED, RANK_WORDS("name", campaign->name)));
}

static void
put_way(struct rank_site *site, const struct way *way)
{
	const bool is_here = strcmp(way->path, site->path) == 0;

	rank_printf(site, "<li><a%s href=\"%s%s\">", is_here ? " aria-current=\"page\"" : "", site->up, way->path);
	rank_say(site, way->title);
	rank_puts(site, "</a></li>\n");
}

static void
put_menu(struct rank_site *site)
{
	rank_puts(site, "<nav aria-label=\"");
	rank_say(site, CLAIR_RANK_MENU);
	rank_puts(site, "\"><ul>\n");
	for (size_t i = 0; i < CLAIR_LEN(menu); i++)
		put_way(site, &menu[i]);
	rank_puts(site, "</ul></nav>\n");
}

/* The same page, in the other language. */
static void
put_other_language(struct rank_site *site)
{
	const bool is_french = site->lang == CLAIR_FR;
	const char *other = is_french ? "en" : "fr";

	if (!site->options->english)
		return;
	rank_printf(site, "<p class=\"language\"><a lang=\"%s\" hreflang=\"%s\" href=\"%s%s%s\">", other, other, site->root,
	    is_french ? "en/" : "", site->path);
	rank_say(site, CLAIR_RANK_OTHER_LANGUAGE);
	rank_puts(site, "</a></p>\n");
}

/* The ways up from the page. */
static void
find_ways(struct rank_site *site, const char *path)
{
	size_t depth = 0;

	for (const char *at = path; *at != '\0'; at++)
		depth += *at == '/';
	site->ways[0][0] = site->ways[1][0] = '\0';
	for (size_t i = 0; i < depth + 1; i++) {
		if (i < depth)
			memcpy(site->ways[0] + i * 3, "../", 4);
		if (i < depth || site->lang != CLAIR_FR)
			memcpy(site->ways[1] + i * 3, "../", 4);
	}
	site->path = path;
	site->up = site->ways[0];
	site->root = site->ways[1];
}

void
rank_page_open(struct rank_site *site, const char *path, const char *title)
{
	const bool is_french = site->lang == CLAIR_FR;
	char file[RANK_PATH + 8];
	struct clair_buf escaped;

	clair_buf_init(&escaped, 0);
	clair_escape_markup(&escaped, title);
	snprintf(file, sizeof(file), "%s%s", is_french ? "" : "en/", path);
	find_ways(site, path);
	rank_open(site, file);
	rank_printf(site, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", is_french ? "fr" : "en");
	rank_puts(site, escaped.bytes);
	if (strcmp(path, "index.html") != 0) {
		rank_puts(site, " - ");
		put_title(site);
	}
	rank_printf(site, "</title>\n<link rel=\"stylesheet\" href=\"%sstyle.css\">\n", site->root);
	rank_printf(site, "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"%satom.xml\">\n", site->up);
	rank_printf(site, "<script src=\"%sscript.js\" defer></script>\n</head>\n<body>\n<a class=\"skip\" href=\"#contenu\">",
	    site->root);
	rank_say(site, CLAIR_RANK_SKIP);
	rank_puts(site, "</a>\n<header class=\"top\"><div class=\"wrap\">\n<p class=\"brand\">");
	put_title(site);
	rank_puts(site, "</p>\n");
	put_other_language(site);
	rank_puts(site, "</div></header>\n<div class=\"wrap\">\n");
	put_menu(site);
	rank_puts(site, "<main id=\"contenu\" tabindex=\"-1\">\n<h1>");
	rank_puts(site, escaped.bytes);
	rank_puts(site, "</h1>\n");
	site->failed |= escaped.failed;
	clair_buf_free(&escaped);
}

static void
put_publisher(struct rank_site *site)
{
	const struct clair_campaign *campaign = site->standings->campaign;

	if (campaign->contact == NULL)
		return;
	if (campaign->publisher == NULL)
		rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_FOOT_CONTACT, RANK_WORDS("contact", campaign->contact)));
	else
		rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_FOOT_PUBLISHER, RANK_WORDS("publisher", campaign->publisher),
		    RANK_WORDS("contact", campaign->contact)));
}

void
rank_page_close(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;

	rank_puts(site, "</main>\n<footer>\n<ul>\n");
	for (size_t i = 0; i < CLAIR_LEN(foot); i++)
		put_way(site, &foot[i]);
	rank_puts(site, "</ul>\n");
	put_publisher(site);
	if (standings->tool_version[0] != '\0')
		rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_FOOT, RANK_WORDS("version", standings->tool_version),
		    RANK_WORDS("referential", standings->referential)));
	if (standings->last_day[0] != '\0') {
		rank_puts(site, "<p>");
		rank_say(site, CLAIR_RANK_FOOT_DAY);
		rank_puts(site, " ");
		rank_day(site, standings->last_day);
		rank_puts(site, "</p>\n");
	}
	rank_puts(site, "</footer>\n</div>\n</body>\n</html>\n");
	rank_close(site);
}

void
rank_section_open(struct rank_site *site, const char *id, enum clair_rank_string title)
{
	rank_printf(site, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", id, id);
	rank_say(site, title);
	rank_puts(site, "</h2>\n");
}

void
rank_section_close(struct rank_site *site)
{
	rank_puts(site, "</section>\n");
}

void
rank_table_open(struct rank_site *site, const char *id, const char *caption,
    const enum clair_rank_string *headers, size_t count)
{
	rank_printf(site, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"%s\" tabindex=\"0\">\n<table>\n"
	    "<caption id=\"%s\"><span>", id, id);
	rank_text(site, caption);
	rank_puts(site, "</span></caption>\n<thead><tr>");
	for (size_t i = 0; i < count; i++) {
		rank_puts(site, "<th scope=\"col\">");
		rank_say(site, headers[i]);
		rank_puts(site, "</th>");
	}
	rank_puts(site, "</tr></thead>\n<tbody>\n");
}

void
rank_table_close(struct rank_site *site)
{
	rank_puts(site, "</tbody>\n</table>\n</div>\n");
}

/* --- All of it --- */

static void
find_homonyms(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;

	for (uint32_t i = 1; i < standings->site_count; i++) {
		const uint32_t one = standings->by_name[i - 1];
		const uint32_t other = standings->by_name[i];

		if (strcmp(standings->sites[one].folded, standings->sites[other].folded) == 0)
			site->homonyms[one] = site->homonyms[other] = true;
	}
}

static void
write_lines(struct rank_site *site, const char *path, const char *const *lines)
{
	rank_open(site, path);
	for (; *lines != NULL; lines++)
		rank_puts(site, *lines);
	rank_close(site);
}

/* The files that have one row for each site are one pass over the records each: they stay open. */
static bool
csv_row(void *payload, const struct clair_site_record *record)
{
	struct rank_site *site = payload;
	const struct clair_standing *standing = clair_standing_of(site->standings, record);

	if (standing != NULL)
		rank_csv_row(site, standing, record);
	if (site->page.length > 1 << 15)
		rank_flush(site);
	return !site->failed;
}

static bool
json_line(void *payload, const struct clair_site_record *record)
{
	struct rank_site *site = payload;
	const struct clair_standing *standing = clair_standing_of(site->standings, record);

	if (standing != NULL)
		rank_json_line(site, standing, record);
	rank_flush(site);
	return !site->failed;
}

static bool
organisation(void *payload, const struct clair_site_record *record)
{
	struct rank_site *site = payload;
	const struct clair_standing *standing = clair_standing_of(site->standings, record);

	for (int lang = CLAIR_FR; standing != NULL && lang <= (site->options->english ? CLAIR_EN : CLAIR_FR); lang++) {
		site->lang = (enum clair_lang)lang;
		rank_write_organisation(site, standing, record);
	}
	return !site->failed;
}

struct pass {
	clair_record_each_fn *each;
	void *source;
	bool broken; /* the source, not us */
};

static void
pass_over(struct rank_site *site, struct pass *pass, clair_record_take_fn *take)
{
	const struct clair_standings *standings = site->standings;

	if (!site->failed && standings->round_count > 0 &&
	    !pass->each(pass->source, standings->rounds[standings->round_count - 1], take, site) && !site->failed)
		pass->broken = site->failed = true;
}

static void
write_data(struct rank_site *site, struct pass *pass)
{
	site->lang = CLAIR_FR;
	write_lines(site, "style.css", clair_rank_style);
	write_lines(site, "script.js", clair_rank_script);
	rank_write_search(site);
	rank_write_package(site);
	rank_open(site, "donnees/sites.csv");
	rank_csv_head(site);
	pass_over(site, pass, csv_row);
	rank_close(site);
	rank_open(site, "donnees/sites.jsonl");
	pass_over(site, pass, json_line);
	rank_close(site);
}

static void
write_language(struct rank_site *site, enum clair_lang lang)
{
	site->lang = lang;
	rank_write_home(site);
	rank_write_method(site);
	rank_write_data_page(site);
	rank_write_progress(site);
	rank_write_rankings(site);
	rank_write_lists(site);
	rank_write_unranked(site);
	rank_write_feed(site);
}

enum clair_status
clair_rank_write(const struct clair_standings *standings, clair_record_each_fn *each, void *source,
    const struct clair_rank_options *options)
{
	struct rank_site site = {.standings = standings, .options = options};
	struct pass pass = {.each = each, .source = source};

	clair_arena_init(&site.mem, 0);
	clair_buf_init(&site.page, 0);
	clair_buf_init(&site.phrase, 0);
	site.homonyms = clair_alloc_array(&site.mem, standings->site_count + 1, sizeof(*site.homonyms));
	if (site.homonyms != NULL) {
		find_homonyms(&site);
		write_data(&site, &pass);
		write_language(&site, CLAIR_FR);
		if (options->english)
			write_language(&site, CLAIR_EN);
		pass_over(&site, &pass, organisation);
	}
	site.failed |= site.mem.failed;
	clair_buf_free(&site.page);
	clair_buf_free(&site.phrase);
	clair_arena_free(&site.mem);
	if (!site.failed)
		return CLAIR_OK;
	return site.refused || pass.broken ? CLAIR_IO : CLAIR_NO_MEMORY;
}
