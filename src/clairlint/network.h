/* What the page asks of the network, and what it lets people take away. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_NETWORK_H
#define CLAIRLINT_NETWORK_H

#include "clairlint/types.h"

/* --- Requests -------------------------------------------------------------------------------------- */

enum clair_request_kind {
	CLAIR_REQUEST_SCRIPT,
	CLAIR_REQUEST_SHEET,
	CLAIR_REQUEST_IMAGE,
	CLAIR_REQUEST_FRAME,
	CLAIR_REQUEST_MEDIA,   /* sound, film, plug-in */
	CLAIR_REQUEST_FONT,    /* named by a style that is written in the page */
	CLAIR_REQUEST_LINK,    /* what a <link> asks for: icon, preload, preconnect */
	CLAIR_REQUEST_IN_CODE, /* a known service that a script of the page names: perhaps asked for later */
	CLAIR_REQUEST_KIND_COUNT,
};

/* What a service of others is for: second column of dictionaries/fr/services-tiers.tsv. */
enum clair_service_kind {
	CLAIR_SERVICE_NONE,     /* not a known service */
	CLAIR_SERVICE_PUBLIC,   /* of the French State: no third party */
	CLAIR_SERVICE_MEASURE,  /* counts visits, or manages tags */
	CLAIR_SERVICE_ADS,
	CLAIR_SERVICE_SOCIAL,   /* buttons and posts of social networks */
	CLAIR_SERVICE_FONTS,
	CLAIR_SERVICE_MAP,
	CLAIR_SERVICE_CAPTCHA,
	CLAIR_SERVICE_VIDEO,
	CLAIR_SERVICE_CHAT,
	CLAIR_SERVICE_TRANSLATE,
	CLAIR_SERVICE_FORM,     /* forms, polls and letters kept elsewhere */
	CLAIR_SERVICE_CODE,     /* libraries, images and sheets for many sites */
	CLAIR_SERVICE_KIND_COUNT,
};

/* What a browser asks for as soon as it reads the page, but for CLAIR_REQUEST_IN_CODE. */
struct clair_request {
	enum clair_request_kind kind;
	const struct clair_node *node;
	const char *url;         /* absolute; as written when it cannot be resolved */
	const char *host;        /* lower case; "": that of the page, or the folder of its file */
	bool third_party;        /* of another site than the page (registrable domain); see clair_page_address */
	enum clair_service_kind service;
	const char *company;     /* "google", "meta"; "" when the list names no owner of many services */
	const char *service_name; /* "Google Analytics"; "" when it is not a known service */
};
/* In the order of the page; the first 4,000. */
size_t clair_request_count(struct clair_ctx *ctx);
const struct clair_request *clair_request_at(struct clair_ctx *ctx, size_t index);

/* As the page was asked for: the path of a file, or an address. Never NULL. */
const char *clair_page_url(struct clair_ctx *ctx);
/* The address of the page on the web: its own, or that which it declares (canonical, og:url) when it was read
 * from a file; NULL when neither is known. Any host is then another one than the page's: a rule says nothing
 * against a host that is not a known service. */
const char *clair_page_address(struct clair_ctx *ctx);
/* Of one site: they have one registrable domain, or one host when the caller gave no way to know. */
bool clair_same_site(struct clair_ctx *ctx, const char *one, const char *other);
/* The host of an absolute address ("https://HOST/…" or "//HOST/…"), lower case; "" when it has none. */
const char *clair_address_host(struct clair_ctx *ctx, const char *address);
/* What a list of dictionaries/fr/ says of the host of an address, or of a domain that it is in; or NULL. */
const char *clair_lookup_host(struct clair_ctx *ctx, const char *list, const char *address);

/* Hosts of others that the page asks, each once; not those that only its code names. */
size_t clair_third_party_count(struct clair_ctx *ctx);
const char *clair_third_party(struct clair_ctx *ctx, size_t index);

/* A field to type in, seen and not disabled, that asks who the person is or how to reach them: by its type, its
 * autocomplete attribute or its label. */
bool clair_asks_person(struct clair_ctx *ctx, const struct clair_node *field);
/* The first of the page, or NULL. */
const struct clair_node *clair_personal_field(struct clair_ctx *ctx);

/* What a <noscript> holds for browsers without scripts, with its tags: the first 2,000 bytes. */
const char *clair_without_scripts(struct clair_ctx *ctx, const struct clair_node *noscript);

/* --- Weight ---------------------------------------------------------------------------------------- */

/* The page and what it asks for, each address once. Preconnections and what code names are left out. */
struct clair_page_weight {
	bool weighed;        /* what it asks for was weighed; else there is the page alone */
	double page;         /* bytes of the page itself */
	double bytes[CLAIR_REQUEST_KIND_COUNT]; /* of what it asks for, by kind */
	double total;        /* with the page: at least that many, when `unknown` is not 0 */
	uint32_t requests;   /* with that of the page */
	uint32_t hosts;      /* with that of the page */
	uint32_t unknown;    /* requests whose weight nobody knows */
};
const struct clair_page_weight *clair_page_weight(struct clair_ctx *ctx);
/* Bytes of the request; -1: not known, or told by an earlier request. */
double clair_request_weight(struct clair_ctx *ctx, size_t index);

/* --- Phones ---------------------------------------------------------------------------------------- */

/* The first meta viewport with a content, or NULL: a phone then shows the page as on a screen of 980 px. */
const struct clair_node *clair_viewport(struct clair_ctx *ctx);
/* It follows the width of the screen: no width of its own in pixels. */
bool clair_fits_phone(struct clair_ctx *ctx);

/* --- Documents ------------------------------------------------------------------------------------- */

/* Links to files to take away, by their address. */
struct clair_download {
	const struct clair_node *node; /* the link, exposed */
	const char *url;               /* as written */
	const char *format;            /* pdf, docx… lower case */
	const char *words;             /* its name, and the text around when it is short */
	bool says_format, says_weight; /* those words do */
};
size_t clair_download_count(struct clair_ctx *ctx);
const struct clair_download *clair_download_at(struct clair_ctx *ctx, size_t index);

#endif
