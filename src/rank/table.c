/* Tables of sites: by rank, by territory, by kind, by name; and the sites that are not ranked. */
#include "rank/site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Pages of one table --- */

/* A table cut in pages: FOLDER/NAME-1.html, FOLDER/NAME-2.html… */
struct paged {
	const char *folder, *name; /* `name` "": FOLDER/1.html */
	const char *title;         /* plain text */
	uint32_t count;
	uint32_t page, pages;      /* from 1 */
};

static void
path_of(const struct paged *paged, uint32_t page, char path[RANK_PATH])
{
	snprintf(path, RANK_PATH, "%s/%s%s%u.html", paged->folder, paged->name, paged->name[0] == '\0' ? "" : "-", page);
}

static uint32_t
pages_of(uint32_t count)
{
	return count == 0 ? 1 : (count + CLAIR_RANK_ROWS - 1) / CLAIR_RANK_ROWS;
}

static void
step(struct rank_site *site, const struct paged *paged, uint32_t page, enum clair_rank_string words)
{
	char path[RANK_PATH];

	path_of(paged, page, path);
	rank_printf(site, "<li><a href=\"%s%s\">", site->up, path);
	rank_text(site, RANK_PHRASE(site, words, RANK_NUMBER("n", page)));
	rank_puts(site, "</a></li>\n");
}

/* The first, the last and the neighbours. */
static void
put_pager(struct rank_site *site, const struct paged *paged)
{
	if (paged->pages < 2)
		return;
	rank_puts(site, "<nav class=\"pager\" aria-labelledby=\"pages\">\n<h2 id=\"pages\">");
	rank_say(site, CLAIR_RANK_OTHER_PAGES);
	rank_puts(site, "</h2>\n<ul>\n");
	if (paged->page > 1)
		step(site, paged, paged->page - 1, CLAIR_RANK_PREVIOUS);
	for (uint32_t page = 1; page <= paged->pages; page++) {
		const bool is_near = page + 2 >= paged->page && page <= paged->page + 2;

		if (page == paged->page) {
			rank_puts(site, "<li><strong>");
			rank_text(site, RANK_PHRASE(site, CLAIR_RANK_PAGE_NOW, RANK_NUMBER("n", page)));
			rank_puts(site, "</strong></li>\n");
		} else if (page == 1 || page == paged->pages || is_near) {
			step(site, paged, page, CLAIR_RANK_PAGE_N);
		}
	}
	if (paged->page < paged->pages)
		step(site, paged, paged->page + 1, CLAIR_RANK_NEXT);
	rank_puts(site, "</ul></nav>\n");
}

/* Hidden without script: see report.js. */
static void
put_filter(struct rank_site *site)
{
	rank_puts(site, "<h2>");
	rank_say(site, CLAIR_RANK_TABLE);
	rank_puts(site, "</h2>\n");
	rank_puts(site, "<form class=\"filter\" hidden role=\"search\" data-items=\"tbody tr\" aria-label=\"");
	rank_say(site, CLAIR_RANK_FILTER);
	rank_puts(site, "\">\n<p><label for=\"filtre\">");
	rank_say(site, CLAIR_RANK_FILTER_WORD);
	rank_puts(site, "</label><input id=\"filtre\" type=\"search\" autocomplete=\"off\"></p>\n"
	    "<p class=\"shown\" role=\"status\" data-phrase=\"");
	rank_text(site, rank_string(site, CLAIR_RANK_FILTER_SHOWN));
	rank_puts(site, "\"></p>\n</form>\n");
}

static void
open_page(struct rank_site *site, const struct paged *paged, char path[RANK_PATH])
{
	struct clair_buf title;

	clair_buf_init(&title, 0);
	if (paged->page == 1)
		clair_buf_puts(&title, paged->title);
	else
		clair_buf_puts(&title, RANK_PHRASE(site, CLAIR_RANK_RANKING_PAGE, RANK_WORDS("title", paged->title),
		    RANK_NUMBER("page", paged->page), RANK_NUMBER("pages", paged->pages)));
	path_of(paged, paged->page, path);
	rank_page_open(site, path, title.bytes);
	site->failed |= title.failed;
	clair_buf_free(&title);
}

/* --- Cells --- */

/* What the script sorts by. */
static void
cell(struct rank_site *site, uint32_t value)
{
	rank_printf(site, "<td class=\"n\" data-value=\"%u\">", value);
}

/* What a list says already in its title is not said in its rows. */
enum beside { BESIDE_ALL, BESIDE_KIND, BESIDE_TERRITORY };

static void
put_place(struct rank_site *site, const struct clair_standing *standing, enum beside beside)
{
	const char *territory = beside == BESIDE_KIND ? "" : standing->site->territory;
	const char *kind =
	    beside == BESIDE_TERRITORY ? "" : clair_campaign_kind_label(standing->site->kind, site->lang);

	if (kind[0] == '\0' && territory[0] == '\0')
		return;
	rank_puts(site, " <span class=\"note\">");
	rank_text(site, kind);
	if (kind[0] != '\0' && territory[0] != '\0')
		rank_puts(site, ", ");
	if (territory[0] != '\0') {
		rank_printf(site, "<span%s>", rank_french(site));
		rank_text(site, territory);
		rank_puts(site, "</span>");
	}
	rank_puts(site, "</span>");
}

static void
put_organisation(struct rank_site *site, const struct clair_standing *standing, enum beside beside)
{
	rank_puts(site, "<th scope=\"row\" class=\"page\">");
	rank_site_link(site, standing);
	put_place(site, standing, beside);
	rank_puts(site, "</th>");
}

static void
put_score(struct rank_site *site, const struct clair_axis_standing *axis)
{
	if (axis->rank == 0) {
		rank_puts(site, "<td data-value=\"-1\">");
		rank_say(site, CLAIR_RANK_UNMEASURED);
		rank_puts(site, "</td>");
		return;
	}
	rank_printf(site, "<td data-value=\"%u\"><strong>%u</strong> <span class=\"note\">", axis->points, axis->points);
	rank_band(site, axis);
	if (axis->low != axis->high) {
		rank_puts(site, ", ");
		rank_text(site,
		    RANK_PHRASE(site, CLAIR_RANK_INTERVAL, RANK_NUMBER("low", axis->low), RANK_NUMBER("high", axis->high)));
	}
	rank_puts(site, "</span></td>");
}

static void
put_pages(struct rank_site *site, const struct clair_standing *standing)
{
	cell(site, standing->pages);
	rank_number(site, standing->pages, 0);
	rank_puts(site, "</td>");
}

/* --- Rankings --- */

static void
ranking_row(struct rank_site *site, const struct clair_standing *standing, unsigned axis)
{
	const struct clair_axis_standing *one = &standing->axis[axis];

	rank_puts(site, "<tr>");
	cell(site, one->rank);
	rank_number(site, one->rank, 0);
	if (one->tied > 1) {
		rank_puts(site, " <span class=\"note\">");
		rank_say(site, CLAIR_RANK_TIED);
		rank_puts(site, "</span>");
	}
	rank_puts(site, "</td>");
	put_organisation(site, standing, BESIDE_ALL);
	put_score(site, one);
	cell(site, one->best);
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_POSSIBLE_RANGE, RANK_NUMBER("best", one->best),
	    RANK_NUMBER("worst", one->worst)));
	rank_puts(site, " <span class=\"note\">");
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_CONFIDENCE, RANK_NUMBER("pages", standing->pages),
	    RANK_NUMBER("tests", standing->tests_decided)));
	rank_puts(site, "</span></td>");
	for (unsigned other = 0; other < CLAIR_AXIS_COUNT; other++) {
		const struct clair_axis_standing *beside = &standing->axis[other];

		if (other == axis)
			continue;
		cell(site, beside->rank == 0 ? 0 : beside->points + 1);
		if (beside->rank == 0)
			rank_say(site, CLAIR_RANK_UNMEASURED);
		else
			rank_number(site, beside->points, 0);
		rank_puts(site, "</td>");
	}
	rank_puts(site, "</tr>\n");
}

static const enum clair_rank_string titles[CLAIR_AXIS_COUNT] = {
	CLAIR_RANK_RANKING_ACCESS, CLAIR_RANK_RANKING_COMPREHENSION, CLAIR_RANK_RANKING_JOURNEY};

static void
put_other_rankings(struct rank_site *site, unsigned axis)
{
	rank_puts(site, "<ul class=\"columns\">\n");
	for (unsigned other = 0; other < CLAIR_AXIS_COUNT; other++) {
		if (other == axis)
			continue;
		rank_printf(site, "<li><a href=\"%sclassement/%s-1.html\">", site->up, rank_axis_slug(other));
		rank_say(site, titles[other]);
		rank_puts(site, "</a></li>\n");
	}
	rank_puts(site, "</ul>\n");
}

static void
ranking_page(struct rank_site *site, const struct paged *paged, unsigned axis)
{
	static const enum clair_rank_string subjects[CLAIR_AXIS_COUNT] = {
		CLAIR_RANK_ACCESS, CLAIR_RANK_COMPREHENSION, CLAIR_RANK_JOURNEY};
	enum clair_rank_string headers[6] = {
		CLAIR_RANK_RANK, CLAIR_RANK_ORGANISATION, CLAIR_RANK_SCORE, CLAIR_RANK_POSSIBLE};
	const struct clair_standings *standings = site->standings;
	const uint32_t from = (paged->page - 1) * CLAIR_RANK_ROWS;
	const uint32_t left = paged->count - from;
	const uint32_t rows = left < CLAIR_RANK_ROWS ? left : CLAIR_RANK_ROWS;
	char path[RANK_PATH];
	size_t columns = 4;

	for (unsigned other = 0; other < CLAIR_AXIS_COUNT; other++) {
		if (other != axis)
			headers[columns++] = subjects[other];
	}
	open_page(site, paged, path);
	rank_puts(site, "<p class=\"lead\">");
	rank_say_report(site, clair_axis_question((enum clair_axis)axis));
	rank_puts(site, " ");
	rank_say(site, rows == 0 ? CLAIR_RANK_HOME_NONE : CLAIR_RANK_RANKING_TIES);
	rank_puts(site, "</p>\n");
	put_other_rankings(site, axis);
	if (rows > 0) {
		put_filter(site);
		rank_table_open(site, "tableau", RANK_PHRASE(site, CLAIR_RANK_RANKING_CAPTION,
		    RANK_NUMBER("from", standings->sites[standings->order[axis][from]].axis[axis].rank),
		    RANK_NUMBER("to", standings->sites[standings->order[axis][from + rows - 1]].axis[axis].rank),
		    RANK_NUMBER("all", paged->count)), headers, columns);
		for (uint32_t i = from; i < from + rows; i++)
			ranking_row(site, &standings->sites[standings->order[axis][i]], axis);
		rank_table_close(site);
	}
	put_pager(site, paged);
	rank_page_close(site);
}

void
rank_write_rankings(struct rank_site *site)
{
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		struct paged paged = {.folder = "classement", .name = rank_axis_slug(axis),
			.title = clair_strdup(&site->mem, rank_words(site, titles[axis])),
			.count = site->standings->ranked[axis]};

		paged.pages = pages_of(paged.count);
		for (paged.page = 1; paged.page <= paged.pages && !site->failed; paged.page++)
			ranking_page(site, &paged, axis);
	}
}

/* --- Lists: sites that have something in common --- */

/* What sites are put together by: a part of a path, and what it is called. */
struct label {
	const char *slug, *words;
};
typedef struct label label_fn(struct rank_site *site, const struct clair_standing *standing);

static struct label
territory_label(struct rank_site *site, const struct clair_standing *standing)
{
	char slug[64];

	rank_slug(standing->site->territory, slug, sizeof(slug));
	if (slug[0] == '\0')
		return (struct label){standing->site->territory[0] == '\0' ? "_sans" : "_autre", standing->site->territory};
	return (struct label){clair_strdup(&site->mem, slug), standing->site->territory};
}

static struct label
kind_label(struct rank_site *site, const struct clair_standing *standing)
{
	const char *kind = standing->site->kind;

	return (struct label){kind[0] == '\0' ? "_sans" : kind, clair_campaign_kind_label(kind, site->lang)};
}

static struct label
letter_label(struct rank_site *site, const struct clair_standing *standing)
{
	const char first = standing->folded[0];
	char *letter;

	if (first < 'a' || first > 'z')
		return (struct label){"_autres", ""};
	letter = clair_strndup(&site->mem, &first, 1);
	return (struct label){letter, letter};
}

struct list {
	const char *folder;
	enum clair_rank_string index, title, empty;
	label_fn *label_of;
	enum beside beside;
};

struct entry {
	struct label label;
	uint32_t by_name; /* place in the order of names */
	uint32_t site;
};

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *one = a;
	const struct entry *other = b;
	const int slugs = strcmp(one->label.slug, other->label.slug);

	return slugs != 0 ? slugs : one->by_name < other->by_name ? -1 : 1;
}

static void
list_row(struct rank_site *site, const struct clair_standing *standing, enum beside beside)
{
	rank_puts(site, "<tr>");
	put_organisation(site, standing, beside);
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		const struct clair_axis_standing *one = &standing->axis[axis];

		if (one->rank == 0) {
			rank_puts(site, "<td data-value=\"-1\">");
			rank_say(site, standing->why == CLAIR_STANDING_RANKED ? CLAIR_RANK_UNMEASURED : CLAIR_RANK_NOT_RANKED);
		} else {
			rank_printf(site, "<td data-value=\"%u\">", one->points);
			rank_text(site, RANK_PHRASE(site, CLAIR_RANK_RANK_AND_SCORE, RANK_NUMBER("rank", one->rank),
			    RANK_NUMBER("points", one->points)));
			rank_puts(site, " <span class=\"note\">");
			rank_band(site, one);
			rank_puts(site, "</span>");
		}
		rank_puts(site, "</td>");
	}
	put_pages(site, standing);
	rank_puts(site, "</tr>\n");
}

static void
list_page(struct rank_site *site, const struct paged *paged, const struct entry *entries, enum beside beside)
{
	static const enum clair_rank_string headers[] = {CLAIR_RANK_ORGANISATION, CLAIR_RANK_ACCESS,
		CLAIR_RANK_COMPREHENSION, CLAIR_RANK_JOURNEY, CLAIR_RANK_PAGES_TESTED};
	const uint32_t from = (paged->page - 1) * CLAIR_RANK_ROWS;
	const uint32_t left = paged->count - from;
	const uint32_t rows = left < CLAIR_RANK_ROWS ? left : CLAIR_RANK_ROWS;
	char path[RANK_PATH];

	open_page(site, paged, path);
	rank_paragraph(site, rank_words(site, CLAIR_RANK_LIST_ORDER));
	put_filter(site);
	rank_table_open(site, "tableau", RANK_PHRASE(site, CLAIR_RANK_LIST_CAPTION, RANK_NUMBER("from", from + 1),
	    RANK_NUMBER("to", from + rows), RANK_NUMBER("all", paged->count)), headers, CLAIR_LEN(headers));
	for (uint32_t i = from; i < from + rows; i++)
		list_row(site, &site->standings->sites[entries[i].site], beside);
	rank_table_close(site);
	put_pager(site, paged);
	rank_page_close(site);
}

/* Capital letters for the index of names; "" when the list has a name of its own for it. */
static const char *
label_words(struct rank_site *site, const struct list *list, const struct entry *first)
{
	const char *words = first->label.words;

	if (words[0] == '\0' || list->label_of != letter_label)
		return words;
	return clair_asprintf(&site->mem, "%c", words[0] - 'a' + 'A');
}

static const char *
list_title(struct rank_site *site, const struct list *list, const struct entry *first)
{
	const char *words = label_words(site, list, first);

	if (words == NULL || words[0] == '\0')
		return clair_strdup(&site->mem, rank_words(site, list->empty));
	return clair_strdup(&site->mem, RANK_PHRASE(site, list->title, RANK_WORDS("name", words)));
}

static void
put_label(struct rank_site *site, const struct list *list, const struct entry *first)
{
	const char *words = label_words(site, list, first);

	if (words == NULL || words[0] == '\0')
		rank_say(site, list->empty);
	else
		rank_text(site, words);
}

static uint32_t
same_label(const struct entry *entries, uint32_t from, uint32_t count)
{
	uint32_t to = from;

	while (to < count && strcmp(entries[to].label.slug, entries[from].label.slug) == 0)
		to++;
	return to - from;
}

/* The page that leads to each of them. */
static void
list_index(struct rank_site *site, const struct list *list, const struct entry *entries, uint32_t count)
{
	char path[RANK_PATH];

	snprintf(path, sizeof(path), "%s/index.html", list->folder);
	rank_page_open(site, path, clair_strdup(&site->mem, rank_words(site, list->index)));
	rank_puts(site, "<ul class=\"columns\">\n");
	for (uint32_t i = 0; i < count;) {
		const uint32_t same = same_label(entries, i, count);

		rank_printf(site, "<li><a href=\"%s%s/%s-1.html\">", site->up, list->folder, entries[i].label.slug);
		put_label(site, list, &entries[i]);
		rank_puts(site, "</a> <span class=\"note\">");
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_SITES_COUNT, RANK_NUMBER("n", same)));
		rank_puts(site, "</span></li>\n");
		i += same;
	}
	rank_puts(site, "</ul>\n");
	rank_page_close(site);
}

static void
write_list(struct rank_site *site, const struct list *list)
{
	const struct clair_standings *standings = site->standings;
	const uint32_t count = standings->site_count;
	struct entry *entries = clair_alloc_array(&site->mem, count + 1, sizeof(*entries));

	if (entries == NULL)
		return;
	for (uint32_t i = 0; i < count; i++) {
		const uint32_t index = standings->by_name[i];

		entries[i] = (struct entry){list->label_of(site, &standings->sites[index]), i, index};
	}
	qsort(entries, count, sizeof(*entries), compare_entries);
	list_index(site, list, entries, count);
	for (uint32_t i = 0; i < count && !site->failed;) {
		struct paged paged = {.folder = list->folder, .name = entries[i].label.slug,
			.title = list_title(site, list, &entries[i]), .count = same_label(entries, i, count)};

		paged.pages = pages_of(paged.count);
		for (paged.page = 1; paged.page <= paged.pages && !site->failed; paged.page++)
			list_page(site, &paged, entries + i, list->beside);
		i += paged.count;
	}
}

void
rank_write_lists(struct rank_site *site)
{
	static const struct list lists[] = {
		{"territoires", CLAIR_RANK_TERRITORIES_TITLE, CLAIR_RANK_TERRITORY_TITLE, CLAIR_RANK_NO_TERRITORY, territory_label,
		    BESIDE_KIND},
		{"types", CLAIR_RANK_KINDS_TITLE, CLAIR_RANK_KIND_TITLE, CLAIR_RANK_NO_KIND, kind_label, BESIDE_TERRITORY},
		{"noms", CLAIR_RANK_NAMES_TITLE, CLAIR_RANK_NAME_TITLE, CLAIR_RANK_NAME_OTHER, letter_label, BESIDE_ALL},
	};

	for (size_t i = 0; i < CLAIR_LEN(lists); i++)
		write_list(site, &lists[i]);
}

/* --- Sites that are not ranked --- */

static void
unranked_page(struct rank_site *site, const struct paged *paged, const uint32_t *indexes)
{
	static const enum clair_rank_string headers[] = {CLAIR_RANK_ORGANISATION, CLAIR_RANK_WHY};
	const uint32_t from = (paged->page - 1) * CLAIR_RANK_ROWS;
	const uint32_t left = paged->count - from;
	const uint32_t rows = left < CLAIR_RANK_ROWS ? left : CLAIR_RANK_ROWS;
	char path[RANK_PATH];

	open_page(site, paged, path);
	rank_paragraph(site, rank_words(site, rows == 0 ? CLAIR_RANK_UNRANKED_NONE : CLAIR_RANK_UNRANKED_LEAD));
	if (rows > 0) {
		put_filter(site);
		rank_table_open(site, "tableau", RANK_PHRASE(site, CLAIR_RANK_LIST_CAPTION, RANK_NUMBER("from", from + 1),
		    RANK_NUMBER("to", from + rows), RANK_NUMBER("all", paged->count)), headers, CLAIR_LEN(headers));
		for (uint32_t i = from; i < from + rows; i++) {
			const struct clair_standing *standing = &site->standings->sites[indexes[i]];

			rank_puts(site, "<tr>");
			put_organisation(site, standing, BESIDE_ALL);
			rank_puts(site, "<td>");
			rank_text(site, rank_why(site, standing));
			rank_puts(site, "</td></tr>\n");
		}
		rank_table_close(site);
	}
	put_pager(site, paged);
	rank_page_close(site);
}

void
rank_write_unranked(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;
	uint32_t *indexes = clair_alloc_array(&site->mem, standings->site_count + 1, sizeof(*indexes));
	struct paged paged = {.folder = "non-classes", .name = ""};

	if (indexes == NULL)
		return;
	for (uint32_t i = 0; i < standings->site_count; i++) {
		if (standings->sites[standings->by_name[i]].why != CLAIR_STANDING_RANKED)
			indexes[paged.count++] = standings->by_name[i];
	}
	paged.title = clair_strdup(&site->mem, rank_words(site, CLAIR_RANK_UNRANKED_TITLE));
	paged.pages = pages_of(paged.count);
	for (paged.page = 1; paged.page <= paged.pages && !site->failed; paged.page++)
		unranked_page(site, &paged, indexes);
}
