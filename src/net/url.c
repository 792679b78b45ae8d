/* See url.h. What CURLU leaves to its caller is done here: escapes, IDN, case of the host. */
#include "net/url.h"

#include "base/buf.h"
#include "base/hex.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <idn2.h>
#include <libpsl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_alpha(unsigned char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool
is_digit(unsigned char byte)
{
	return byte >= '0' && byte <= '9';
}

static void
lower(char *text)
{
	for (; *text != '\0'; text++) {
		if (*text >= 'A' && *text <= 'Z')
			*text = (char)(*text - 'A' + 'a');
	}
}

/* RFC 3986 2.3. */
static bool
is_unreserved(unsigned char byte)
{
	return is_alpha(byte) || is_digit(byte) || strchr("-._~", byte) != NULL;
}

static void
add_escape(struct clair_buf *buf, unsigned char byte)
{
	clair_buf_printf(buf, "%%%02X", byte);
}

/* RFC 3986 6.2.2: escapes in upper case, none for an unreserved byte, one for whatever may not stand
 * in an address. As browsers do, a back slash before the query is a slash. */
static void
add_path_and_query(struct clair_buf *buf, const char *text, size_t length)
{
	bool in_query = false;

	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];

		if (byte == '%' && length - i > 2 && clair_hex(text[i + 1]) >= 0 && clair_hex(text[i + 2]) >= 0) {
			byte = (unsigned char)(clair_hex(text[i + 1]) * 16 + clair_hex(text[i + 2]));
			i += 2;
			if (byte != 0 && is_unreserved(byte))
				clair_buf_putc(buf, (char)byte);
			else
				add_escape(buf, byte);
			continue;
		}
		if (byte == '?')
			in_query = true;
		if (byte == '\\' && !in_query)
			clair_buf_putc(buf, '/');
		else if (byte <= 0x20 || byte >= 0x7F || strchr("\"<>`{}|^[]\\%", byte) != NULL)
			add_escape(buf, byte);
		else
			clair_buf_putc(buf, (char)byte);
	}
}

/* False when no address can have this authority. */
static bool
add_authority(struct clair_buf *buf, const char *text, size_t length)
{
	size_t name = 0; /* length of the host without its port */
	bool plain = true;
	char *host;
	char *ascii = NULL;

	if (length == 0 || memchr(text, '@', length) != NULL)
		return false;
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)text[i] <= 0x20)
			return false;
		plain = plain && (unsigned char)text[i] < 0x80;
	}
	if (plain)
		return clair_buf_add(buf, text, length);
	while (name < length && text[name] != ':')
		name++;
	host = strndup(text, name);
	if (host == NULL)
		return false;
	if (idn2_lookup_u8((const uint8_t *)host, (uint8_t **)&ascii,
	        IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK)
		ascii = NULL;
	free(host);
	if (ascii == NULL)
		return false;
	clair_buf_puts(buf, ascii);
	idn2_free(ascii);
	return clair_buf_add(buf, text + name, length - name);
}

/* Length of "scheme:" at the start, 0 when there is none. */
static size_t
scheme_length(const char *text, size_t length)
{
	size_t i = 0;

	if (length == 0 || !is_alpha((unsigned char)text[0]))
		return 0;
	while (i < length &&
	    (is_alpha((unsigned char)text[i]) || is_digit((unsigned char)text[i]) ||
	        strchr("+-.", text[i]) != NULL))
		i++;
	return i < length && text[i] == ':' ? i + 1 : 0;
}

static bool
is_slash(char byte)
{
	return byte == '/' || byte == '\\';
}

/* The reference without blanks around, line breaks and fragment. */
static bool
trim(struct clair_buf *buf, const char *reference)
{
	size_t start = 0;
	size_t end = strlen(reference);

	while (start < end && (unsigned char)reference[start] <= 0x20)
		start++;
	while (end > start && (unsigned char)reference[end - 1] <= 0x20)
		end--;
	for (; start < end && reference[start] != '#'; start++) {
		if (strchr("\t\r\n", reference[start]) == NULL)
			clair_buf_putc(buf, reference[start]);
	}
	return !buf->failed;
}

/* Writes a reference that CURLU can take. */
static bool
clean(struct clair_buf *out, const char *text, size_t length)
{
	size_t at = scheme_length(text, length);
	size_t end;

	if (at != 0) {
		if (!(at == 5 && strncasecmp(text, "http:", 5) == 0) &&
		    !(at == 6 && strncasecmp(text, "https:", 6) == 0))
			return false;
		if (length - at < 3 || !is_slash(text[at]) || !is_slash(text[at + 1]))
			return false;
		clair_buf_add(out, text, at);
	}
	if (length - at >= 2 && is_slash(text[at]) && is_slash(text[at + 1])) {
		clair_buf_puts(out, "//");
		at += 2;
		for (end = at; end < length && !is_slash(text[end]) && text[end] != '?';)
			end++;
		if (!add_authority(out, text + at, end - at))
			return false;
		at = end;
	}
	add_path_and_query(out, text + at, length - at);
	return !out->failed;
}

/* CURLU leaves the case of the host as it is, and the last dot of a full name. */
/* A host that may be an IPv4 number in one of its many forms ("%39" is 9, 9 is 0.0.0.9): only the
 * reading of a whole address makes it the usual one. */
static bool
set_number(CURLU *address, const char *host)
{
	CURLU *other = curl_url();
	char *number = NULL;
	char *text = NULL;
	bool good = other != NULL && asprintf(&text, "http://%s/", host) >= 0 &&
	    curl_url_set(other, CURLUPART_URL, text, 0) == CURLUE_OK &&
	    curl_url_get(other, CURLUPART_HOST, &number, 0) == CURLUE_OK &&
	    curl_url_set(address, CURLUPART_HOST, number, 0) == CURLUE_OK;

	curl_free(number);
	free(text);
	curl_url_cleanup(other);
	return good;
}

static bool
normalise_host(CURLU *address)
{
	char *host = NULL;
	bool good;
	size_t length;

	if (curl_url_get(address, CURLUPART_HOST, &host, 0) != CURLUE_OK)
		return false;
	lower(host);
	/* An empty label is no part of a name (RFC 1035, 2.3.1); the root's, at the end, is. */
	good = strstr(host, "..") == NULL;
	length = strlen(host);
	if (length > 1 && host[length - 1] == '.')
		host[--length] = '\0';
	good = good && length > 0 && strchr(host, '%') == NULL && host[0] != '.';
	for (size_t i = 0; i < length; i++)
		good = good && (unsigned char)host[i] < 0x80;
	good = good && (strspn(host, "0123456789abcdefx.") == length
			   ? set_number(address, host)
			   : curl_url_set(address, CURLUPART_HOST, host, 0) == CURLUE_OK);
	curl_free(host);
	return good;
}

static char *
written(CURLU *address)
{
	char *text = NULL;
	char *copy;

	curl_url_set(address, CURLUPART_FRAGMENT, NULL, 0);
	if (!normalise_host(address) ||
	    curl_url_get(address, CURLUPART_URL, &text, CURLU_NO_DEFAULT_PORT) != CURLUE_OK)
		return NULL;
	copy = strlen(text) <= CLAIR_URL_MAX ? strdup(text) : NULL;
	curl_free(text);
	return copy;
}

char *
clair_url_resolve(void *payload, const char *base, const char *reference)
{
	CURLU *address = curl_url();
	struct clair_buf trimmed;
	struct clair_buf cleaned;
	char *url = NULL;

	(void)payload;
	clair_buf_init(&trimmed, CLAIR_URL_MAX);
	clair_buf_init(&cleaned, (size_t)CLAIR_URL_MAX * 3);
	if (address == NULL || !trim(&trimmed, reference) ||
	    !clean(&cleaned, trimmed.bytes, trimmed.length))
		goto out;
	if (base != NULL && curl_url_set(address, CURLUPART_URL, base, 0) != CURLUE_OK)
		goto out;
	if (cleaned.length == 0 && base == NULL)
		goto out;
	/* An empty reference is the page itself; CURLU takes it for a mistake. */
	if (cleaned.length == 0 ||
	    curl_url_set(address, CURLUPART_URL, cleaned.bytes, 0) == CURLUE_OK)
		url = written(address);
out:
	curl_url_cleanup(address);
	clair_buf_free(&trimmed);
	clair_buf_free(&cleaned);
	return url;
}

char *
clair_url_from_user(const char *typed)
{
	char *guess = NULL;
	char *url = NULL;

	while (*typed == ' ')
		typed++;
	if (strstr(typed, "://") != NULL)
		return clair_url_resolve(NULL, NULL, typed);
	if (asprintf(&guess, "http://%s", typed) < 0)
		return NULL;
	url = clair_url_resolve(NULL, NULL, guess);
	free(guess);
	if (url == NULL || clair_url_is_private(url))
		return url;
	free(url);
	if (asprintf(&guess, "https://%s", typed) < 0)
		return NULL;
	url = clair_url_resolve(NULL, NULL, guess);
	free(guess);
	return url;
}

static char *
part(const char *url, CURLUPart which, unsigned flags)
{
	CURLU *address = curl_url();
	char *text = NULL;
	char *copy = NULL;

	if (address != NULL && curl_url_set(address, CURLUPART_URL, url, 0) == CURLUE_OK &&
	    curl_url_get(address, which, &text, flags) == CURLUE_OK)
		copy = strdup(text);
	curl_free(text);
	curl_url_cleanup(address);
	return copy;
}

char *
clair_url_host(const char *url)
{
	return part(url, CURLUPART_HOST, 0);
}

/* The first slash after "//", or the end. */
static size_t
origin_length(const char *url)
{
	const char *start = strstr(url, "//");

	return start == NULL ? 0 : (size_t)(start - url) + 2 + strcspn(start + 2, "/?#");
}

char *
clair_url_origin(const char *url)
{
	return strndup(url, origin_length(url));
}

/* The number written as a host, in `out`; false for a name. */
static bool
literal(const char *host, struct sockaddr_storage *out)
{
	struct sockaddr_in four = {.sin_family = AF_INET};
	struct sockaddr_in6 six = {.sin6_family = AF_INET6};
	char inner[INET6_ADDRSTRLEN + 1];
	size_t length = strlen(host);

	memset(out, 0, sizeof(*out));
	if (inet_pton(AF_INET, host, &four.sin_addr) == 1) {
		memcpy(out, &four, sizeof(four));
		return true;
	}
	if (host[0] != '[' || length < 4 || length - 2 >= sizeof(inner))
		return false;
	memcpy(inner, host + 1, length - 2);
	inner[length - 2] = '\0';
	if (inet_pton(AF_INET6, inner, &six.sin6_addr) != 1)
		return false;
	memcpy(out, &six, sizeof(six));
	return true;
}

char *
clair_url_site(const char *url)
{
	char *host = clair_url_host(url);
	char *port;
	char *site = NULL;
	struct sockaddr_storage number;
	const char *domain = NULL;

	if (host == NULL)
		return NULL;
	if (!literal(host, &number) && host[0] != '[' && psl_builtin() != NULL)
		domain = psl_registrable_domain(psl_builtin(), host);
	if (domain != NULL) {
		site = strdup(domain);
	} else {
		port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
		if (port != NULL && asprintf(&site, "%s:%s", host, port) < 0)
			site = NULL;
		free(port);
	}
	free(host);
	return site;
}

bool
clair_url_same_site(const char *one, const char *other)
{
	char *site = clair_url_site(one);
	char *other_site = clair_url_site(other);
	bool same = site != NULL && other_site != NULL && strcmp(site, other_site) == 0;

	free(site);
	free(other_site);
	return same;
}

bool
clair_url_same_path(const char *one, const char *other)
{
	size_t length = strcspn(one, "?");

	return length == strcspn(other, "?") && memcmp(one, other, length) == 0;
}

struct range {
	uint32_t start;
	unsigned bits;
};

/* IANA's special-purpose registry (RFC 6890 and after), multicast, reserved. */
static const struct range not_public[] = {
	{0x00000000, 8},  /* 0.0.0.0/8 this network */
	{0x0A000000, 8},  /* 10/8 */
	{0x64400000, 10}, /* 100.64/10 shared by carriers */
	{0x7F000000, 8},  /* 127/8 loopback */
	{0xA9FE0000, 16}, /* 169.254/16 link-local, and clouds' metadata */
	{0xAC100000, 12}, /* 172.16/12 */
	{0xC0000000, 24}, /* 192.0.0/24 */
	{0xC0000200, 24}, /* 192.0.2/24 documentation */
	{0xC0586300, 24}, /* 192.88.99/24 6to4 relays */
	{0xC0A80000, 16}, /* 192.168/16 */
	{0xC6120000, 15}, /* 198.18/15 benchmarks */
	{0xC6336400, 24}, /* 198.51.100/24 documentation */
	{0xCB007100, 24}, /* 203.0.113/24 documentation */
	{0xE0000000, 4},  /* 224/4 multicast */
	{0xF0000000, 4},  /* 240/4 reserved, broadcast */
};

static bool
four_is_private(uint32_t number)
{
	for (size_t i = 0; i < sizeof(not_public) / sizeof(not_public[0]); i++) {
		if ((number ^ not_public[i].start) >> (32 - not_public[i].bits) == 0)
			return true;
	}
	return false;
}

static uint32_t
four_at(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool
six_is_private(const unsigned char *bytes)
{
	static const unsigned char zero[12];
	static const unsigned char mapped[12] = {[10] = 0xFF, [11] = 0xFF};
	static const unsigned char nat64[12] = {0x00, 0x64, 0xFF, 0x9B};

	/* ::/96 holds ::, ::1 and the old IPv4-compatible addresses. */
	if (memcmp(bytes, zero, 12) == 0)
		return true;
	if (memcmp(bytes, mapped, 12) == 0 || memcmp(bytes, nat64, 12) == 0)
		return four_is_private(four_at(bytes + 12));
	if (bytes[0] == 0x20 && bytes[1] == 0x02) /* 6to4 */
		return four_is_private(four_at(bytes + 2));
	if (bytes[0] == 0x20 && bytes[1] == 0x01) /* 2001::/23 Teredo and others, 2001:db8::/32 */
		return bytes[2] < 0x02 || (bytes[2] == 0x0D && bytes[3] == 0xB8);
	if (bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10) /* 3fff::/20 documentation */
		return true;
	/* Only 2000::/3 is given out: the rest is local, multicast or reserved. */
	return (bytes[0] & 0xE0) != 0x20;
}

bool
clair_address_is_private(const struct sockaddr *address)
{
	struct sockaddr_in four;
	struct sockaddr_in6 six;

	if (address->sa_family == AF_INET) {
		memcpy(&four, address, sizeof(four));
		return four_is_private(ntohl(four.sin_addr.s_addr));
	}
	if (address->sa_family == AF_INET6) {
		memcpy(&six, address, sizeof(six));
		return six_is_private(six.sin6_addr.s6_addr);
	}
	return true;
}

bool
clair_url_is_private(const char *url)
{
	static const char suffix[] = ".localhost";
	char *host = clair_url_host(url);
	struct sockaddr_storage number;
	size_t length = host == NULL ? 0 : strlen(host);
	bool found;

	if (host == NULL)
		return true;
	if (literal(host, &number))
		found = clair_address_is_private((const struct sockaddr *)&number);
	else
		found = host[0] == '[' || strcmp(host, "localhost") == 0 ||
		    (length >= sizeof(suffix) &&
		        strcmp(host + length - (sizeof(suffix) - 1), suffix) == 0);
	free(host);
	return found;
}
