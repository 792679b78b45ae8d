/*
 * From start addresses to judged pages, in an order that depends on the site alone.
 *
 *     struct clair_crawl_options options;
 *     struct clair_crawl_report report;
 *
 *     clair_crawl_defaults(&options);
 *     options.starts = addresses;                   (absolute: see clair_url_from_user in url.h)
 *     options.start_count = count;
 *     status = clair_crawl(&report, &options, &calls);
 *
 * The thread that calls clair_crawl drives the network and every call of `struct clair_crawl_calls`
 * but `judge`, which runs on `options.jobs` worker threads. clair_crawl returns when all is delivered
 * and the threads are joined. curl_global_init must have been called before, once, by the program.
 *
 * Order. Addresses wait in one line, breadth first: the start addresses in the order given, then the
 * links of the first page in the order of the page, then those of the second… Pages are fetched ahead
 * on what the line already holds, but results are delivered, links added, limits counted and
 * duplicates recognised strictly in the order of the line. The set of pages, their order and their
 * click depths are thus the same for any `jobs` and `parallel`, unless time or the user ended the
 * crawl. Addresses of the sitemaps join the line when it is empty, that is when no link is left to
 * follow: a page found so has click depth -1 (unknown), and so have the pages found only from it.
 * Sitemaps are not read when `max_depth` is set, since their pages have no known depth.
 *
 * What is delivered. One document for each address requested, judged or not. A document that is not
 * to be judged has `bytes` NULL and one of these keys in `failure`:
 *
 *     duplicate            the same bytes, or the same address after redirects, came before
 *     variant              its canonical address differs only by the query, and came before
 *     not-html             another media type (in `media_type`), or none given by the server
 *     http-status          an answer that is not a page: 401, 403, 404, 410, 429, 5xx…
 *     too-large            more bytes than max_page_bytes, once decompressed
 *     truncated            the connection ended before the end of the page
 *     bad-encoding         compressed data that cannot be decompressed
 *     timeout              no complete answer in max_page_seconds
 *     unreachable          name not found, or no connection
 *     tls                  the certificate is not valid
 *     tls-expired          it was, until some day before today
 *     tls-not-yet-valid    it will be
 *     tls-self-signed      no authority signed it
 *     tls-authority        the authority that signed it is not known here, and the server says that it is the last
 *     tls-chain            the authority that signed it cannot be found: as a rule, the server does not send the
 *                          certificate of the one between it and those that are known
 *     tls-name             it is that of another host
 *     tls-weak             its key, or a signature of its chain, no longer protects
 *     tls-handshake        no version of TLS or cipher suits both, or the server does not speak TLS
 *     protocol             not an HTTP answer
 *     private-address      a private address that the user did not name
 *     redirect-loop        redirects that turn in circles
 *     too-many-redirects
 *     redirect-off-site    redirects to another site
 *     robots               refused by robots.txt          (start addresses, redirects)
 *     robots-unreachable   robots.txt could not be read: RFC 9309 then refuses all (same)
 *     opted-out            who is there asked to be left alone (start addresses, redirects)
 *     host-failing         not asked: the host failed max_failures times in a row (start addresses)
 *     bad-url              not an http(s) address (start addresses)
 *     not-archived         off line, and the archive does not hold it (start addresses, redirects)
 *     no-memory
 *
 * Links refused by robots.txt, to who asked to be left alone, on a failing host, or not in the archive, are not
 * delivered, only counted in the report.
 *
 * Style sheets. `judge` may ask for them through `loader`, and waits: see load.h. They are asked for with the
 * manners of pages, on any host, before the pages of their host. They fail with the keys of pages, or with:
 *
 *     sheet-limit          max_sheets or max_bytes was met
 *     interrupted          the crawl was
 */
#ifndef CLAIR_NET_CRAWL_H
#define CLAIR_NET_CRAWL_H

#include "archive/archive.h"
#include "clairlint/clairlint.h"
#include "net/load.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of a page or of a style sheet, once decompressed; of a sheet on the disk too. */
enum { CLAIR_LARGEST_BODY = 5 << 20 };

/* How servers are spoken to. */
struct clair_network {
	const char *user_agent;        /* NULL: CLAIR_USER_AGENT */
	const char *accept_language;   /* NULL: "fr,en;q=0.5" */
	const char *proxy;             /* NULL: none, whatever the environment says; the proxy then checks private
	                                  addresses, not us */
	const char *ca_file;           /* NULL: the system's certificates */
	const char *const *resolve;    /* "host:port:address", instead of asking the DNS */
	size_t resolve_count;
};

struct clair_crawl_options {
	const char *const *starts;     /* absolute addresses; their hosts may be private */
	size_t start_count;
	bool list;                     /* exactly these addresses: no link, no sitemap is followed */
	bool own_site;                 /* 4 at a time per host, no delay, Crawl-delay ignored */
	bool ignore_robots;            /* only for one's own site */
	bool no_sitemap;
	bool same_host;                /* stay on the hosts of the start addresses, not the whole site */

	struct clair_network network;  /* of clair_crawl; a fleet has its own */

	unsigned jobs;                 /* workers that judge; 0: 1 */
	unsigned parallel;             /* requests at a time per host; 0: 1, or 4 with own_site */
	int delay_ms;                  /* between requests to a host; -1: 1000, or 0 with own_site */
	unsigned max_crawl_delay_ms;   /* a longer Crawl-delay is cut to this, and the report says so */
	unsigned backoff_ms;           /* first wait after 429, 503 or a network failure; doubles */
	unsigned max_retry_after_ms;   /* a longer Retry-After is not waited for: the page failed */
	unsigned max_tries;            /* of one address: 429, 503; network failures are tried twice */
	unsigned max_failures;         /* in a row, on one host, before it is left alone */

	uint32_t max_pages;            /* requested, other media types not counted; 0: no limit */
	int max_depth;                 /* clicks; -1: no limit */
	uint32_t max_known;            /* addresses kept in the line */
	uint64_t max_bytes;            /* of all pages; 0: no limit */
	size_t max_page_bytes;
	unsigned max_page_seconds;
	unsigned max_seconds;          /* of the crawl; 0: no limit */
	unsigned max_redirects;

	struct clair_archive *archive; /* answers that were had once are not asked for again; others are kept there.
	                                  NULL: none. Of this crawl alone */
	bool offline;                  /* what the archive does not hold is not asked for, and nothing is kept */

	/* Tells the addresses of who asked to be left alone: they are not asked for, whatever leads there, nor taken from
	 * the archive. From the crawling thread. NULL: nobody did. */
	bool (*spares)(const void *payload, const char *url);
	const void *spares_payload;

	struct clair_loader *loader;   /* NULL: no style sheet is asked for */
	uint32_t max_sheets;           /* addresses; 0: no limit. max_bytes holds for sheets too, apart.
	                                  Both hold once more for what is asked for again */
	size_t max_sheet_bytes;
	uint32_t max_weighed;          /* addresses that clair_loader_weigh asks for */

	/* Set by a signal handler: the crawl stops, what was fetched is judged and delivered. */
	const volatile sig_atomic_t *interrupted;
};

#define CLAIR_USER_AGENT "clairlint/" CLAIR_VERSION " (+https://clairlint.example/robot)"

/* All limits at their defaults: 500 pages, CLAIR_LARGEST_BODY a page or a sheet, 30 s a page, 1 GiB, 20 redirects… */
void clair_crawl_defaults(struct clair_crawl_options *options);

struct clair_crawl_progress {
	uint32_t done;          /* delivered */
	uint32_t known;         /* in the line, or the page limit when it is smaller */
	double pages_per_second;
	double seconds_left;    /* -1: not known yet */
	double seconds;         /* since the start */
	const char *url;        /* delivered last; NULL at first */
};

/* What the robots.txt of an origin says. */
struct clair_crawl_robots {
	const char *origin;      /* scheme://host[:port] */
	int status;              /* 0: no answer */
	const char *failure;     /* the network's, why it was not read; NULL: it answered */
	int64_t crawl_delay_ms;  /* as it asks; 0: nothing */
	bool refuses_all;
};

/* A result is what `judge` makes of one document, opaque here. */
struct clair_crawl_calls {
	void *payload;

	/* On a worker thread, several at a time; `document` and what it points to end with the call.
	 * NULL: no memory; the crawl then stops with "no-memory". */
	void *(*judge)(void *payload, const struct clair_document *document);

	/* Links of a result: absolute, without fragment, in document order. From the crawling thread.
	 * Not asked in list mode, and may then be NULL. */
	size_t (*link_count)(void *payload, const void *result);
	const char *(*link)(void *payload, const void *result, size_t index);

	/* The absolute address of rel=canonical, or NULL. The call itself may be NULL. */
	const char *(*canonical)(void *payload, const void *result);

	/* Takes the result over, in order; `order` counts from 0. From the crawling thread. Gives false
	 * to end the crawl with "no-memory". */
	bool (*deliver)(void *payload, void *result, uint32_t order);

	/* Frees a result that will not be delivered. */
	void (*discard)(void *payload, void *result);

	/* The robots.txt of an origin was read, or could not be. May be NULL. */
	void (*robots)(void *payload, const struct clair_crawl_robots *robots);

	/* About five times a second, from the crawling thread; may be NULL. */
	void (*progress)(void *payload, const struct clair_crawl_progress *progress);
};

/*
 * known = requested + refused_by_robots + opted_out + host_failing + not_archived + left
 * requested = fetched + failed
 * fetched = judged + skipped
 *
 * `facts.stopped_because`: all-pages, page-limit, depth-limit (all pages within max_depth were
 * seen, deeper links were left), byte-limit, time-limit, address-limit (max_known), host-failing,
 * robots (robots.txt refuses every start address), opted-out (all pages but those of who asked to be left alone),
 * interrupted, not-kept (the archive cannot be written),
 * no-memory.
 */
struct clair_crawl_report {
	struct clair_crawl_facts facts; /* `start` is the first start address as given */
	uint32_t judged;                /* documents with bytes */
	uint32_t duplicates;            /* in skipped: duplicate, variant */
	uint32_t not_html;              /* in skipped */
	uint32_t refused_by_robots;
	uint32_t opted_out;
	uint32_t host_failing;
	uint32_t not_archived;          /* off line: links to what the archive does not hold */
	uint32_t sitemaps_not_archived; /* the same of sitemaps, that are no pages */
	uint32_t left;                  /* known, not requested */
	uint32_t too_deep;              /* links past max_depth, each counted once; not in known */
	uint32_t dropped;               /* links past max_known, not in known */
	uint32_t sitemaps;              /* read */
	uint32_t from_sitemaps;         /* addresses that only a sitemap gave */
	uint32_t requests;              /* all HTTP requests: robots, sitemaps, sheets, redirects, tries */
	uint64_t bytes;                 /* of bodies, decompressed */
	uint32_t sheets;                /* addresses of style sheets asked for: no pages */
	uint32_t sheets_failed;         /* of those */
	uint64_t sheet_bytes;
	uint32_t sheets_again;          /* asked for again, by who did not keep them: not in those above */
	uint64_t sheet_bytes_again;
	uint32_t weighed;               /* addresses asked for their weight alone */
	double seconds;
	uint32_t crawl_delay_ms;        /* largest asked by a robots.txt */
	bool crawl_delay_cut;           /* and more than we wait */
};

/* CLAIR_OK even when pages failed: the report says it. CLAIR_NO_MEMORY, or CLAIR_IO when curl or the
 * threads cannot be set up. */
CLAIR_MUST_USE enum clair_status clair_crawl(struct clair_crawl_report *report,
    const struct clair_crawl_options *options, const struct clair_crawl_calls *calls);

#endif
