/* Crawls of made-up sites for the tests of the store: runs of a few pages, the sites that have them, their rounds. */
#ifndef CLAIR_TESTS_STORE_CRAWL_H
#define CLAIR_TESTS_STORE_CRAWL_H

#include "engine/run.h"
#include "store/inside.h"
#include "tests/support/store_place.h"

enum { STORE_SITES = 3 };
#define STORE_HOSTILE_WORDS "tab\there \\N \\. \\ 'quote' \"double\" $1 ; DROP TABLE page; \xc3\xa9\xe2\x80\xae"
extern const struct clair_campaign_site store_sites[STORE_SITES];

/* What the pages of a site say, ended by NULL; a page of one star could not be had. */
extern const char *const store_first_pages[];
extern const char *const store_better_pages[];
extern const char *const store_fewer_pages[];
#define STORE_IMAGE "<p><img src=\"carte.png\"></p>"
#define STORE_FRAME "<iframe src=\"plan.html\"></iframe>"
#define STORE_BOX "<label><input type=\"checkbox\" checked> Je souhaite recevoir la lettre d’information</label>"
#define STORE_WORDS "<p>La mairie ouvre à neuf heures. Elle ferme à midi. Venez avec une carte. Le guichet est à gauche.</p>"

extern const struct clair_store_robots store_robots[2];
extern const struct clair_store_round store_round_facts;
extern const struct clair_store_worker store_worker;

/* Runs the tests as store_place_run does, with a linter for the runs. */
int store_crawl_run(const char *name, const struct CMUnitTest *tests, size_t count);

/* To be freed. */
struct clair_run *store_make_run(const char *site, const char *const *pages);

/* A new store with these sites, or with the three of store_sites, and its first round. */
struct clair_store *store_begin_with(
    const struct store_place *place, const struct clair_campaign_site *list, size_t count);
struct clair_store *store_begin(const struct store_place *place);
/* Ends the round as it is, and begins another. */
void store_next_round(struct clair_store *store, const char *digest);

/* Claims the next site and completes it with these pages. */
void store_crawl(struct clair_store *store, struct store_place *place, const char *const *pages, int64_t ended);
/* The same, and it could not be read. */
void store_fail_to_crawl(struct clair_store *store, struct store_place *place, const char *failure, int64_t ended);
/* The same with the site of this number, its moments being its own whoever comes first. */
void store_crawl_site(
    struct clair_store *store, const struct store_place *place, size_t site, const char *const *pages);

/* A clair_store_changes_fn that counts. */
struct store_change_list {
	unsigned sites, gone, fresh, unseen, apart, kept, kept_failures;
	bool alt_is_gone, font_is_new;
};
bool store_list_change(void *payload, const struct clair_store_changes *changes);

#endif
