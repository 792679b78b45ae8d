/* Addresses: all of them go through CURLU, none is cut by hand. */
#ifndef CLAIR_NET_URL_H
#define CLAIR_NET_URL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

enum { CLAIR_URL_MAX = 8192 };

/*
 * A clair_resolve_fn: `reference` as written in a page at `base`. Absolute, http or https, without
 * fragment, normalised (RFC 3986 6.2.2 and 6.2.3): lower-case scheme and host (IDN in ASCII), no
 * default port, no dot segment, "/" for an empty path, percent-encoding in upper case and only where
 * needed. NULL when it is no such address. malloc'd. `payload` is not used; `base` may be NULL.
 */
char *clair_url_resolve(void *payload, const char *base, const char *reference);

/* What a person types: "ville.fr" is https://ville.fr/, "localhost:8000" is http://… malloc'd. */
char *clair_url_from_user(const char *typed);

/* Parts of a normalised address; malloc'd, NULL without memory. */
char *clair_url_host(const char *url);   /* [] around IPv6 */
char *clair_url_origin(const char *url); /* scheme://host[:port] */

/* What a site is: the registrable domain (Public Suffix List), any scheme or port. For a number,
 * localhost, a bare name or a public suffix: host and port. malloc'd, NULL without memory. */
char *clair_url_site(const char *url);
bool clair_url_same_site(const char *one, const char *other);

/* The same address but for the query. */
bool clair_url_same_path(const char *one, const char *other);

/* Not an address of the public Internet: loopback, private, link-local, shared, reserved, multicast;
 * of IPv4 in IPv6 too. What is neither IPv4 nor IPv6 is private. */
bool clair_address_is_private(const struct sockaddr *address);

/* The host is written as such an address, or is localhost. A name says nothing: the address is
 * checked when connecting. */
bool clair_url_is_private(const char *url);

#endif
