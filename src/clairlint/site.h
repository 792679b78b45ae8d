/* The pages of a site, for site rules. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_SITE_H
#define CLAIRLINT_SITE_H

#include "clairlint/contact.h"
#include "clairlint/legal.h"
#include "clairlint/page.h"
#include "clairlint/types.h"

size_t clair_site_page_count(struct clair_ctx *ctx); /* pages judged */
const struct clair_page_summary *clair_site_page(struct clair_ctx *ctx, size_t index);

const char *clair_summary_url(const struct clair_page_summary *page);
const char *clair_summary_title(const struct clair_page_summary *page);
const char *clair_summary_lang(const struct clair_page_summary *page);
int clair_summary_depth(const struct clair_page_summary *page); /* clicks; -1: unknown */
bool clair_summary_is_home(const struct clair_page_summary *page);
enum clair_page_kind clair_summary_kind(const struct clair_page_summary *page);
/* What people must have or know to do the procedure of the page: see procedure.h. */
enum { CLAIR_NOT_A_PROCEDURE = 255 };
uint8_t clair_summary_prerequisites(const struct clair_page_summary *page);
/* Hash of the ordered entries of the main menu; 0 when there is none. */
uint64_t clair_summary_menu(const struct clair_page_summary *page);
/* Both main menus have the same entries, in any order. */
bool clair_summary_same_entries(
    const struct clair_page_summary *one, const struct clair_page_summary *other);
enum clair_summary_flag {
	CLAIR_SUMMARY_SEARCH = 1,            /* a search form */
	CLAIR_SUMMARY_SITE_MAP_LINK = 2,     /* a link to a site map */
	CLAIR_SUMMARY_ACCESSIBILITY_LINK = 4,/* a link to the accessibility page */
	CLAIR_SUMMARY_ACCESSIBILITY_MENTION = 8, /* "Accessibilité : partiellement conforme" … */
	CLAIR_SUMMARY_IS_STATEMENT = 16,     /* is the statement of accessibility */
	CLAIR_SUMMARY_CONTACT_LINK = 32,
	CLAIR_SUMMARY_PHONE = 64,            /* a French telephone number on the page */
	CLAIR_SUMMARY_SKIP_LINK = 128,
	CLAIR_SUMMARY_BREADCRUMB = 256,
	CLAIR_SUMMARY_LEGAL_LINK = 512,
	CLAIR_SUMMARY_FALC_LINK = 1024,      /* a link to an easy-to-read version */
	CLAIR_SUMMARY_HELP_LINK = 2048,      /* help, frequent questions */
	CLAIR_SUMMARY_IS_SITE_MAP = 4096,
	CLAIR_SUMMARY_SCRIPTS = 8192,        /* has scripts or handlers, that may add what is not found */
	CLAIR_SUMMARY_HELP_BUTTON = 1 << 19, /* a button that opens help */
	CLAIR_SUMMARY_FITS_PHONE = 1 << 20,  /* follows the width of a phone: see clair_fits_phone */
	CLAIR_SUMMARY_PERSONAL = 1 << 21,    /* asks who people are, or how to reach them */
	CLAIR_SUMMARY_DRAWINGS = 1 << 16,    /* has svg elements */
	CLAIR_SUMMARY_PRIVACY_LINK = 32768,  /* a link to what is done with personal data */
	CLAIR_SUMMARY_MENTION_NEAR = 16384,  /* says the state of accessibility in other words */
	CLAIR_SUMMARY_IS_LEGAL_NOTICE = 1 << 17, /* by its title, as those that follow */
	CLAIR_SUMMARY_IS_HELP = 1 << 18,
	CLAIR_SUMMARY_IS_SEARCH = 1 << 22,   /* what a search found, or the page to search from */
	CLAIR_SUMMARY_IS_STEP = 1 << 23,     /* of a process: "Étape 2 sur 4" */
	CLAIR_SUMMARY_FORM = 1 << 24,        /* fields to fill in its main content, more than a few */
	CLAIR_SUMMARY_DATA_TABLE = 1 << 25,  /* in its main content, as those that follow */
	CLAIR_SUMMARY_MEDIA = 1 << 26,       /* sound or film */
	CLAIR_SUMMARY_DOWNLOAD = 1 << 27,    /* a link to a document to take away */
};
unsigned clair_summary_flags(const struct clair_page_summary *page);
/* As clair_channels said of the page. */
unsigned clair_summary_channels(
    const struct clair_page_summary *page, enum clair_channel_place place);
/* The state that its mention says, and that it declares when it is the statement. */
enum clair_conformity clair_summary_mention(const struct clair_page_summary *page);
enum clair_conformity clair_summary_declared(const struct clair_page_summary *page);

/* What the pages of a site repeat around their content, to be found again at the same place. */
enum clair_repeated {
	CLAIR_REPEATED_SKIP_LINK,
	CLAIR_REPEATED_SEARCH,
	CLAIR_REPEATED_SITE_MAP,
	CLAIR_REPEATED_ACCESSIBILITY,
	CLAIR_REPEATED_LEGAL,
	CLAIR_REPEATED_CONTACT, /* a link to write, or to the page that says how */
	CLAIR_REPEATED_PHONE,   /* a link that calls */
	CLAIR_REPEATED_HELP,
	CLAIR_REPEATED_MENU,    /* the main menu */
	CLAIR_REPEATED_MAIN,    /* the main landmark */
	CLAIR_REPEATED_COUNT,
};
struct clair_spot {
	uint32_t at;      /* order in the source of the first one; 0: none */
	uint16_t regions; /* that have one: 1 << enum clair_region. The main content does not count */
	bool alone;       /* there is one only */
};
const struct clair_spot *clair_summary_spot(
    const struct clair_page_summary *page, enum clair_repeated what);

/* The skip link: where it leads, and who sees it. */
enum clair_sight { CLAIR_SIGHT_UNKNOWN, CLAIR_SIGHT_ALWAYS, CLAIR_SIGHT_FOCUSED, CLAIR_SIGHT_NEVER };
struct clair_skip {
	uint32_t target; /* hash of the id, the same for all that lead to the main landmark; 0: no link */
	enum clair_sight sight;
};
const struct clair_skip *clair_summary_skip(const struct clair_page_summary *page);
/* The label of a field that several pages have, where the page has one such field; text is NULL without. */
enum clair_shared_field {
	CLAIR_FIELD_SEARCH,     /* of the site: outside the main content */
	CLAIR_FIELD_NEWSLETTER, /* an address, alone in its form */
	CLAIR_FIELD_PASSWORD,   /* of somebody who is known already */
	CLAIR_SHARED_FIELD_COUNT,
};
struct clair_shared_label {
	const char *text;
	uint32_t hash; /* of the words: case and punctuation at the end do not count */
};
const struct clair_shared_label *clair_summary_label(
    const struct clair_page_summary *page, enum clair_shared_field field);
/* Hosts of others that the page asks something of, each once. */
size_t clair_summary_third_parties(const struct clair_page_summary *page);
const char *clair_summary_third_party(const struct clair_page_summary *page, size_t index);
/* Links out of the page, absolute. */
size_t clair_summary_link_count(const struct clair_page_summary *page);
const char *clair_summary_link(const struct clair_page_summary *page, size_t index);
/* The parts of the page that hold the link: for the home page and a site map; 0 for other pages. */
enum clair_link_part { CLAIR_LINK_IN_MENU = 1 /* the main one */, CLAIR_LINK_IN_CONTENT = 2 };
unsigned clair_summary_link_parts(const struct clair_page_summary *page, size_t index);
/* How many of the pages judged stand in the main menu of the home page and not in the content of the site
 * map; the first of them. */
size_t clair_site_left_out(struct clair_ctx *ctx, const struct clair_page_summary *home,
    const struct clair_page_summary *map, const struct clair_page_summary **first);
/* The HTTP status, 400 or more, by which the server refused this address; 0: it did not, or was not asked. */
int clair_site_refusal(struct clair_ctx *ctx, const char *url);
/* The addresses that links of the pages judged lead to and that the server refused, each once, in the order of
 * the links. The list is made at each call; it lives as long as the run. */
struct clair_refused_link {
	const char *url;
	int status;                             /* HTTP, 400 or more */
	const struct clair_page_summary *from;  /* the first page that leads there */
	uint32_t pages;                         /* that do */
};
size_t clair_site_refused_links(struct clair_ctx *ctx, const struct clair_refused_link **list);
/* The summary of an address, or NULL when that page was not judged. */
const struct clair_page_summary *clair_site_find(struct clair_ctx *ctx, const char *url);
/* The first page of the site with the same title as this one: itself when there is none before. */
const struct clair_page_summary *clair_site_first_titled(
    struct clair_ctx *ctx, const struct clair_page_summary *page);

#endif
