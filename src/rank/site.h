/* What the pages of the site share. Private to src/rank/. */
#ifndef CLAIR_RANK_SITE_H
#define CLAIR_RANK_SITE_H

#include "base/arena.h"
#include "base/buf.h"
#include "rank/rank.h"
#include "report/message.h"

enum clair_rank_string {
#define X(id, fr, en) CLAIR_RANK_##id,
#include "rank/strings.def"
#undef X
	CLAIR_RANK_STRING_COUNT,
};

enum { CLAIR_RANK_ROWS = 90 }; /* of a table on one page, each with a link: no more than a hundred links */

struct rank_site {
	const struct clair_standings *standings;
	const struct clair_rank_options *options;
	enum clair_lang lang;
	struct clair_buf page;    /* the file that is being made */
	struct clair_buf phrase;  /* of the last clair_rank_phrase */
	const char *path;         /* of the page, from the folder of its language */
	const char *up, *root;    /* from the page to the folder of its language, and to the top */
	char ways[2][32];
	bool *homonyms;           /* by site: another one has the same name */
	bool failed;              /* memory, or a callback */
	bool refused;             /* a callback */
	struct clair_arena mem;
};

/* --- Files --- */

/* A file of the top, or with `path` NULL the end of the one that is open: written whole. */
void rank_open(struct rank_site *site, const char *path);
void rank_close(struct rank_site *site);
void rank_puts(struct rank_site *site, const char *text);
void rank_printf(struct rank_site *site, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Text of others or of ours, escaped. */
void rank_text(struct rank_site *site, const char *text);
/* Ours. */
void rank_say(struct rank_site *site, enum clair_rank_string id);
void rank_say_report(struct rank_site *site, enum clair_string id);

/* --- Words --- */

#define RANK_NUMBER(id, value_) \
	(struct clair_argument){.name = (id), .number = (double)(value_), .is_number = true}
#define RANK_WORDS(id, value_) (struct clair_argument){.name = (id), .value = (value_)}
/* Words of ours, which take the spaces of their language. */
#define RANK_OURS(id, value_) (struct clair_argument){.name = (id), .value = (value_), .is_ours = true}
#define RANK_PHRASE(site, id, ...) \
	rank_phrase((site), (id), (const struct clair_argument[]){__VA_ARGS__}, \
	    sizeof((const struct clair_argument[]){__VA_ARGS__}) / sizeof(struct clair_argument))
/* Lives until the next one. */
const char *rank_phrase(
    struct rank_site *site, enum clair_rank_string id, const struct clair_argument *arguments, size_t count);
/* The same without arguments; and as it is written, for others to fill in. */
const char *rank_words(struct rank_site *site, enum clair_rank_string id);
const char *rank_string(const struct rank_site *site, enum clair_rank_string id);
/* <p>…</p>, of a phrase. */
void rank_paragraph(struct rank_site *site, const char *text);
/* "22 novembre 2026", added to the page; as it is when it is no day. */
void rank_day(struct rank_site *site, const char *day);
/* "63", "63,4", "1 234" */
void rank_number(struct rank_site *site, double number, int decimals);
/* "B", or "B à C" when the interval goes over a floor. */
void rank_band(struct rank_site *site, const struct clair_axis_standing *axis);
/* "acces": of files, the same in both languages. */
const char *rank_axis_slug(unsigned axis);
/* What a site is called, and where another has the same name, its address. */
void rank_name(struct rank_site *site, const struct clair_standing *standing);
void rank_plain_name(struct rank_site *site, struct clair_buf *out, const struct clair_standing *standing);
/* ` lang="fr"` for an element of names, which are French; "" where the page is. */
const char *rank_french(const struct rank_site *site);
/* Why a site is not ranked, in one sentence. */
const char *rank_why(struct rank_site *site, const struct clair_standing *standing);
/* An address: a link when it is http or https. */
void rank_link(struct rank_site *site, const char *url);

/* --- Pages --- */

/* Head, header and menu of a page; then its end. `path` lives until the end, the title is plain text. */
void rank_page_open(struct rank_site *site, const char *path, const char *title);
void rank_page_close(struct rank_site *site);
void rank_section_open(struct rank_site *site, const char *id, enum clair_rank_string title);
void rank_section_close(struct rank_site *site);
/* A table in a region that the keyboard can scroll. The headers are ids; the page puts its rows. */
void rank_table_open(struct rank_site *site, const char *id, const char *caption,
    const enum clair_rank_string *headers, size_t count);
void rank_table_close(struct rank_site *site);
/* The path of the page of a site, in `path`. */
enum { RANK_PATH = 128 };
void rank_site_path(const struct clair_standing *standing, char path[RANK_PATH]);
/* A link to it, from the page that is made. */
void rank_site_link(struct rank_site *site, const struct clair_standing *standing);
/* Letters and digits of a text with hyphens, for a path. */
void rank_slug(const char *text, char *out, size_t room);

/* --- Parts: each writes its files in the language of the site --- */

void rank_write_home(struct rank_site *site);
void rank_write_method(struct rank_site *site);
void rank_write_data_page(struct rank_site *site);
void rank_write_progress(struct rank_site *site);
void rank_write_rankings(struct rank_site *site);
void rank_write_lists(struct rank_site *site);
void rank_write_unranked(struct rank_site *site);
void rank_write_organisation(struct rank_site *site, const struct clair_standing *standing,
    const struct clair_site_record *record);
void rank_write_feed(struct rank_site *site);
/* Of no language. */
void rank_write_search(struct rank_site *site);
void rank_write_package(struct rank_site *site);
void rank_csv_head(struct rank_site *site);
void rank_csv_row(struct rank_site *site, const struct clair_standing *standing, const struct clair_site_record *record);
void rank_json_line(struct rank_site *site, const struct clair_standing *standing, const struct clair_site_record *record);
/* What was written so far goes to the file, which stays open. */
void rank_flush(struct rank_site *site);

/* Made by ci/gen-assets.sh. */
extern const char *const clair_rank_style[];
extern const char *const clair_rank_script[];
extern const char clair_rank_style_hash[];
extern const char clair_rank_script_hash[];

#endif
