/*
 * The public site of a ranking and its open data: files that any server can give, whole without script, in French and,
 * when asked, in English under en/. The same standings and records give the same bytes.
 *
 *     index.html, methode.html, donnees.html, progres.html
 *     classement/AXIS-N.html       90 sites a page, by rank: acces, comprehension, parcours
 *     territoires/, types/, noms/  the same sites by territory, by kind, by letter
 *     sites/XX/NAME.html           one organisation's site each
 *     non-classes/N.html           who is not ranked, and why
 *     atom.xml                     progress
 *     donnees/sites.csv, sites.jsonl, datapackage.json
 *     recherche/XX.json            for the search, by the first two letters of a word
 *     style.css, script.js
 */
#ifndef CLAIR_RANK_H
#define CLAIR_RANK_H

#include "campaign/standing.h"

struct clair_rank_options {
	bool english;         /* under en/ as well */
	const char *address;  /* where the site will stand, ended by a slash, for the feed; NULL: not known */
	/* Begins a file; what is written next goes there, until the next one or the end. `path` is relative, of letters,
	 * digits, dots, hyphens and low lines, with / between folders. False stops. */
	bool (*open)(void *payload, const char *path);
	clair_write_fn *write;
	void *payload;
};

/* Reads the records of the last round three times, through `each`. CLAIR_IO: a callback refused. */
CLAIR_MUST_USE enum clair_status clair_rank_write(const struct clair_standings *standings,
    clair_record_each_fn *each, void *source, const struct clair_rank_options *options);

/* The same into a folder, whole or not at all: it is written beside, then put in place. The folder that was there goes
 * away when it is empty or was written by this function. */
enum clair_rank_why {
	CLAIR_RANK_FINE,
	CLAIR_RANK_NO_MEMORY,
	CLAIR_RANK_SOURCE,    /* the records could not be read */
	CLAIR_RANK_NOT_OURS,  /* something else stands at this place: nothing was touched */
	CLAIR_RANK_FILE,      /* a file or a folder could not be written: errno in `error` */
};
struct clair_rank_told {
	enum clair_rank_why why;
	int error;
	uint32_t files;
	uint64_t bytes;
};
/* `english` and `address` as in clair_rank_options. */
CLAIR_MUST_USE enum clair_status clair_rank_write_folder(const struct clair_standings *standings,
    clair_record_each_fn *each, void *source, const char *folder, bool english, const char *address,
    struct clair_rank_told *told);

#endif
