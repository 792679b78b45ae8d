/*
 * The campaign file: which sites, of whom, and what applies to all of them.
 *
 * CSV (RFC 4180), as spreadsheets write it: UTF-8 with or without a mark, commas or semicolons, a first row of names
 * in French or in English. The column `adresse` is the only one that must be there. Or YAML: see docs/campagne.md.
 *
 * All faults of the file are told, each with its place, up to a ceiling. A campaign with a fault holds nothing.
 */
#ifndef CLAIR_CAMPAIGN_H
#define CLAIR_CAMPAIGN_H

#include "campaign/record.h"

/* Keys of clair_campaign_site.kind, in this order, and what they are called. */
#define CLAIR_CAMPAIGN_KINDS(X) \
	X("commune", "commune", "municipality") \
	X("epci", "groupe de communes", "group of municipalities") \
	X("departement", "département", "department") \
	X("region", "région", "region") \
	X("etat", "État, ministère", "State, ministry") \
	X("prefecture", "préfecture", "prefecture") \
	X("etablissement", "établissement public", "public body") \
	X("sante", "santé, hôpital", "health, hospital") \
	X("social", "action sociale", "social services") \
	X("enseignement", "enseignement, recherche", "education, research") \
	X("culture", "culture", "culture") \
	X("transport", "transport", "transport") \
	X("justice", "justice, sécurité", "justice, safety") \
	X("association", "association", "association") \
	X("entreprise", "entreprise", "company") \
	X("autre", "autre", "other")

/* Of what is to be left alone. */
struct clair_opt_out {
	const char *host;    /* "ville.fr": it and the hosts under it; or NULL */
	const char *address; /* normalised: it and what is under it; or NULL */
	const char *reason;  /* never empty */
	const char *day;     /* YYYY-MM-DD */
	uint32_t line;
};

/* What an organisation answers, as it wants it to be read. Plain text. */
struct clair_reply {
	const char *key;     /* of a site of the campaign */
	const char *day;     /* YYYY-MM-DD */
	const char *signed_by; /* or "" */
	const char *text;    /* never empty; an empty line separates paragraphs */
	uint32_t line;
};

struct clair_campaign {
	/* What the file says for all sites; 0, or NULL for a text: it says nothing. Paths are made from the folder of
	 * the file. */
	const char *name;      /* letters, digits, . _ -; from the name of the file when it says nothing: never NULL */
	const char *title, *publisher, *contact; /* of what is published; the contact is also told to servers */
	const char *store;     /* path, or postgresql://… */
	const char *archive;   /* folder */
	uint32_t max_pages;    /* of a site */
	double delay;          /* seconds between two requests to a host; -1: it says nothing */
	uint32_t hosts;        /* at once */
	uint32_t lease;        /* seconds */
	/* Of ranks: see campaign/standing.h. */
	uint32_t min_pages, min_tests;

	const char *sites_path; /* of the file that names the sites */
	const struct clair_campaign_site *sites; /* in the order of that file */
	uint32_t site_count;
	const struct clair_opt_out *opt_outs;
	uint32_t opt_out_count;
	const struct clair_reply *replies; /* in the order of their file */
	uint32_t reply_count;
};

/* Something wrong, or worth a look, at a place of a file. */
struct clair_campaign_fault {
	const char *path;
	uint32_t line, column; /* from 1, in characters; 0: of the file as a whole */
	const char *text;      /* one sentence, without its full stop */
	bool is_remark;        /* nothing is refused for it */
};

enum {
	CLAIR_CAMPAIGN_FAULTS = 200,         /* told; the others are counted */
	CLAIR_CAMPAIGN_SITES = 1000000,
	CLAIR_CAMPAIGN_BYTES = 256 << 20,    /* of a file */
};

struct clair_campaign_input {
	const char *path;    /* ends with .csv, .yml or .yaml */
	enum clair_lang lang; /* of the faults */
	/* clair_url_resolve (net/url.h), with `base` NULL, and clair_url_site. malloc'd. */
	char *(*resolve)(void *payload, const char *base, const char *reference);
	char *(*site_of)(const char *url);
	void *payload;       /* of resolve */
};

struct clair_campaign_file;

/* CLAIR_BAD_INPUT: see the faults. `*out` is then made too, for its faults; NULL when there is no memory. */
CLAIR_MUST_USE enum clair_status clair_campaign_read(
    struct clair_campaign_file **out, const struct clair_campaign_input *input);
void clair_campaign_free(struct clair_campaign_file *file);

const struct clair_campaign *clair_campaign_of(const struct clair_campaign_file *file);
/* In the order in which they were met; `*untold` is how many more there were. */
const struct clair_campaign_fault *clair_campaign_faults(
    const struct clair_campaign_file *file, size_t *count, size_t *untold);

/* Whether an address is what asked to be left alone, or under it. `what`: of the host or the address of an opt-out.
 * Both addresses are normalised; http and https are one. */
bool clair_opt_out_covers(const char *what, const char *address);
/* Why a site is to be left alone, or NULL. */
const struct clair_opt_out *clair_campaign_opt_out(
    const struct clair_campaign *campaign, const struct clair_campaign_site *site);

/* Of a kind; "" for "". */
const char *clair_campaign_kind_label(const char *kind, enum clair_lang lang);

/* The text in small letters without accents, in `out`, which has `room` bytes: names are compared so. Signs that are
 * neither letters nor digits become one `gap`, or nothing when it is 0. What is not Latin is kept. */
void clair_campaign_fold(char *out, size_t room, const char *text, char gap);

/* Nine digits that keep Luhn's key (ISO/IEC 7812-1, annex B). */
bool clair_is_siren(const char *text);
/* The shape of a code of the Code officiel géographique: commune (5 characters), department (2 or 3), région (2). */
bool clair_is_insee_commune(const char *text);
bool clair_is_insee_area(const char *text);

#endif
