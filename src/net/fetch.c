/* See fetch.h. */
#include "net/fetch.h"

#include "net/url.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
	HEADERS_MAX = 256 * 1024, /* of one answer */
	CONNECT_MS = 15000,
	CONNECTIONS_MAX = 16,
};

struct clair_fetcher {
	CURLM *multi;
	struct clair_fetch **running;
	size_t running_count;
	size_t running_room;
	struct curl_slist *headers;
	struct curl_slist *css_headers;
	struct curl_slist *resolve;
	char *user_agent;
	char *proxy;
	char *ca_file;
};

/* The header's value when its name is `name`, blanks removed; NULL otherwise. */
static const char *
header_value(const char *line, size_t length, const char *name, size_t *value_length)
{
	size_t name_length = strlen(name);

	if (length <= name_length || line[name_length] != ':' ||
	    strncasecmp(line, name, name_length) != 0)
		return NULL;
	line += name_length + 1;
	length -= name_length + 1;
	while (length > 0 && (*line == ' ' || *line == '\t')) {
		line++;
		length--;
	}
	while (length > 0 && strchr(" \t\r\n", line[length - 1]) != NULL)
		length--;
	*value_length = length;
	return line;
}

/* RFC 9110 8.3.1: type/subtype *( ; name=value ), the value perhaps quoted. */
static void
read_content_type(struct clair_fetch *fetch, const char *value, size_t length)
{
	static const char charset[] = "charset=";
	size_t i = 0;
	size_t out = 0;

	fetch->media_type[0] = '\0';
	fetch->charset[0] = '\0';
	for (; i < length && value[i] != ';' && value[i] != ' ' && value[i] != '\t'; i++) {
		char byte = value[i];

		if (out + 1 < sizeof(fetch->media_type))
			fetch->media_type[out++] =
			    byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
	}
	fetch->media_type[out] = '\0';
	for (; i + sizeof(charset) - 1 < length; i++) {
		if ((value[i] != ';' && value[i] != ' ') ||
		    strncasecmp(value + i + 1, charset, sizeof(charset) - 1) != 0)
			continue;
		out = 0;
		for (i += sizeof(charset); i < length && value[i] != ';' && value[i] != ' '; i++) {
			if (value[i] != '"' && value[i] != '\'' && out + 1 < sizeof(fetch->charset))
				fetch->charset[out++] = value[i];
		}
		fetch->charset[out] = '\0';
		return;
	}
}

static bool
is_html(const char *media_type)
{
	return strcmp(media_type, "text/html") == 0 ||
	    strcmp(media_type, "application/xhtml+xml") == 0;
}

/* A new status line starts a new answer (103, 100): only the last counts. */
static size_t
on_header(char *line, size_t size, size_t count, void *data)
{
	struct clair_fetch *fetch = data;
	size_t length = size * count;
	size_t value_length = 0;
	const char *value;

	fetch->header_bytes += length;
	if (fetch->header_bytes > HEADERS_MAX) {
		fetch->failure = "protocol";
		return 0;
	}
	if (length > 5 && memcmp(line, "HTTP/", 5) == 0) {
		fetch->media_type[0] = '\0';
		fetch->charset[0] = '\0';
		fetch->no_sniff = false;
		return length;
	}
	value = header_value(line, length, "Content-Type", &value_length);
	if (value != NULL)
		read_content_type(fetch, value, value_length);
	value = header_value(line, length, "X-Content-Type-Options", &value_length);
	if (value != NULL)
		fetch->no_sniff = value_length == 7 && strncasecmp(value, "nosniff", 7) == 0;
	return length;
}

static bool
wants_body(const struct clair_fetch *fetch, long status)
{
	return status >= 200 && status < 300 && (!fetch->html_only || is_html(fetch->media_type));
}

/* What is not wanted is not read: a short answer ends anyway, a long one is cut. */
static size_t
on_body(char *bytes, size_t size, size_t count, void *data)
{
	struct clair_fetch *fetch = data;
	size_t length = size * count;
	size_t room;
	long status = 0;

	curl_easy_getinfo(fetch->easy, CURLINFO_RESPONSE_CODE, &status);
	if (!wants_body(fetch, status)) {
		fetch->stopped = true;
		return 0;
	}
	if (fetch->sink != NULL) {
		if (fetch->sink(fetch->payload, bytes, length))
			return length;
		fetch->stopped = true;
		return 0;
	}
	room = fetch->max_bytes - fetch->body.length;
	if (length > room && fetch->keep_start) {
		clair_buf_add(&fetch->body, bytes, room);
		fetch->stopped = true;
		return 0;
	}
	if (length > room) {
		fetch->failure = "too-large";
		return 0;
	}
	if (!clair_buf_add(&fetch->body, bytes, length)) {
		fetch->failure = "no-memory";
		return 0;
	}
	return length;
}

/* The address is checked where the connection is made: a name that answers otherwise the second time
 * it is asked (DNS rebinding) gains nothing. */
static curl_socket_t
open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct clair_fetch *fetch = data;

	if (purpose != CURLSOCKTYPE_IPCXN ||
	    (!fetch->allow_private && clair_address_is_private(&address->addr))) {
		fetch->refused_private = true;
		return CURL_SOCKET_BAD;
	}
	return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static bool
add_running(struct clair_fetcher *fetcher, struct clair_fetch *fetch)
{
	if (fetcher->running_count == fetcher->running_room) {
		size_t room = fetcher->running_room == 0 ? 16 : fetcher->running_room * 2;
		struct clair_fetch **more = realloc(fetcher->running, room * sizeof(*more));

		if (more == NULL)
			return false;
		fetcher->running = more;
		fetcher->running_room = room;
	}
	fetcher->running[fetcher->running_count++] = fetch;
	return true;
}

static void
remove_running(struct clair_fetcher *fetcher, struct clair_fetch *fetch)
{
	for (size_t i = 0; i < fetcher->running_count; i++) {
		if (fetcher->running[i] == fetch) {
			fetcher->running[i] = fetcher->running[--fetcher->running_count];
			break;
		}
	}
	curl_multi_remove_handle(fetcher->multi, fetch->easy);
	curl_easy_cleanup(fetch->easy);
	fetch->easy = NULL;
}

static bool
set_up(const struct clair_fetcher *fetcher, struct clair_fetch *fetch, CURL *easy)
{
	bool good = true;

#define SET(option, value) good = curl_easy_setopt(easy, option, value) == CURLE_OK && good
	SET(CURLOPT_URL, fetch->url);
	SET(CURLOPT_PRIVATE, fetch);
	SET(CURLOPT_PROTOCOLS_STR, "http,https");
	SET(CURLOPT_NOBODY, (long)fetch->head);
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_USERAGENT, fetcher->user_agent);
	SET(CURLOPT_HTTPHEADER, fetch->css ? fetcher->css_headers : fetcher->headers);
	SET(CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br");
	SET(CURLOPT_CONNECTTIMEOUT_MS, (long)(fetch->max_ms < CONNECT_MS ? fetch->max_ms : CONNECT_MS));
	SET(CURLOPT_TIMEOUT_MS, (long)fetch->max_ms);
	SET(CURLOPT_HEADERFUNCTION, on_header);
	SET(CURLOPT_HEADERDATA, fetch);
	SET(CURLOPT_WRITEFUNCTION, on_body);
	SET(CURLOPT_WRITEDATA, fetch);
	SET(CURLOPT_RESOLVE, fetcher->resolve);
	SET(CURLOPT_PROXY, fetcher->proxy);
	if (fetcher->proxy[0] == '\0') {
		SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
		SET(CURLOPT_OPENSOCKETDATA, fetch);
		/* A connection made for a host that may be private serves only that host's name, so
		 * reuse passes no check by. */
	}
	if (fetcher->ca_file != NULL)
		SET(CURLOPT_CAINFO, fetcher->ca_file);
#undef SET
	return good;
}

bool
clair_fetch_start(struct clair_fetcher *fetcher, struct clair_fetch *fetch)
{
	CURL *easy;

	fetch->status = 0;
	fetch->failure = NULL;
	fetch->transient = false;
	fetch->media_type[0] = '\0';
	fetch->charset[0] = '\0';
	fetch->no_sniff = false;
	fetch->location = NULL;
	fetch->retry_after_ms = -1;
	fetch->milliseconds = 0;
	fetch->announced = -1;
	fetch->received = 0;
	fetch->header_bytes = 0;
	fetch->refused_private = false;
	fetch->stopped = false;
	clair_buf_init(&fetch->body, 0);
	easy = curl_easy_init();
	fetch->easy = easy;
	if (easy == NULL || !set_up(fetcher, fetch, easy) || !add_running(fetcher, fetch)) {
		curl_easy_cleanup(easy);
		fetch->easy = NULL;
		fetch->failure = "no-memory";
		return false;
	}
	if (curl_multi_add_handle(fetcher->multi, easy) != CURLM_OK) {
		remove_running(fetcher, fetch);
		fetch->failure = "no-memory";
		return false;
	}
	return true;
}

void
clair_fetch_clear(struct clair_fetch *fetch)
{
	clair_buf_free(&fetch->body);
	free(fetch->location);
	fetch->location = NULL;
}

void
clair_fetch_cancel(struct clair_fetcher *fetcher, struct clair_fetch *fetch)
{
	if (fetch->easy != NULL)
		remove_running(fetcher, fetch);
}

struct meaning {
	CURLcode code;
	const char *failure;
	bool transient;
};

static const struct meaning meanings[] = {
	{CURLE_OPERATION_TIMEDOUT, "timeout", false},
	{CURLE_COULDNT_RESOLVE_HOST, "unreachable", false},
	{CURLE_COULDNT_RESOLVE_PROXY, "unreachable", false},
	{CURLE_COULDNT_CONNECT, "unreachable", true},
	{CURLE_SEND_ERROR, "unreachable", true},
	{CURLE_GOT_NOTHING, "truncated", true},
	{CURLE_PARTIAL_FILE, "truncated", true},
	{CURLE_RECV_ERROR, "truncated", true},
	{CURLE_HTTP2_STREAM, "truncated", true},
	{CURLE_BAD_CONTENT_ENCODING, "bad-encoding", false},
	{CURLE_SSL_CONNECT_ERROR, "tls", false},
	{CURLE_PEER_FAILED_VERIFICATION, "tls", false},
	{CURLE_SSL_CACERT_BADFILE, "tls", false},
	{CURLE_SSL_ISSUER_ERROR, "tls", false},
	{CURLE_OUT_OF_MEMORY, "no-memory", false},
};

static void
name_failure(struct clair_fetch *fetch, CURLcode code)
{
	if (fetch->failure != NULL || code == CURLE_OK || fetch->stopped)
		return;
	if (fetch->refused_private) {
		fetch->failure = "private-address";
		return;
	}
	fetch->failure = "protocol";
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		if (meanings[i].code == code) {
			fetch->failure = meanings[i].failure;
			fetch->transient = meanings[i].transient;
		}
	}
}

/* Everything that must be asked of curl before the handle goes. */
static void
read_answer(struct clair_fetch *fetch, CURLcode code)
{
	struct curl_header *header;
	curl_off_t number = 0;
	long status = 0;

	curl_easy_getinfo(fetch->easy, CURLINFO_RESPONSE_CODE, &status);
	fetch->status = (int)status;
	if (curl_easy_getinfo(fetch->easy, CURLINFO_TOTAL_TIME_T, &number) == CURLE_OK)
		fetch->milliseconds = number / 1000;
	if (curl_easy_getinfo(fetch->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &number) == CURLE_OK)
		fetch->announced = number;
	if (curl_easy_getinfo(fetch->easy, CURLINFO_SIZE_DOWNLOAD_T, &number) == CURLE_OK)
		fetch->received = number;
	if (status >= 300 && status < 400 &&
	    curl_easy_header(fetch->easy, "Location", 0, CURLH_HEADER, -1, &header) == CURLHE_OK)
		fetch->location = clair_url_resolve(NULL, fetch->url, header->value);
	if (curl_easy_header(fetch->easy, "Retry-After", 0, CURLH_HEADER, -1, &header) == CURLHE_OK &&
	    curl_easy_getinfo(fetch->easy, CURLINFO_RETRY_AFTER, &number) == CURLE_OK && number >= 0)
		fetch->retry_after_ms = number > 1000000 ? 1000000000 : number * 1000;
	name_failure(fetch, code);
}

struct clair_fetch *
clair_fetch_done(struct clair_fetcher *fetcher)
{
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(fetcher->multi, &left)) != NULL) {
		char *data = NULL;
		struct clair_fetch *fetch;
		CURLcode code = message->data.result;

		if (message->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &data);
		fetch = (struct clair_fetch *)(void *)data;
		read_answer(fetch, code);
		remove_running(fetcher, fetch);
		return fetch;
	}
	return NULL;
}

void
clair_fetcher_wait(struct clair_fetcher *fetcher, int max_ms)
{
	int running = 0;

	curl_multi_perform(fetcher->multi, &running);
	/* A finished request leaves no descriptor to wait for. */
	if ((size_t)running == fetcher->running_count)
		curl_multi_poll(fetcher->multi, NULL, 0, max_ms, NULL);
	curl_multi_perform(fetcher->multi, &running);
}

void
clair_fetcher_wake(struct clair_fetcher *fetcher)
{
	curl_multi_wakeup(fetcher->multi);
}

static bool
append(struct curl_slist **list, const char *text)
{
	struct curl_slist *more = curl_slist_append(*list, text);

	if (more == NULL)
		return false;
	*list = more;
	return true;
}

static bool
fill(struct clair_fetcher *fetcher, const struct clair_fetcher_options *options)
{
	char *language = NULL;
	bool good = true;

	fetcher->multi = curl_multi_init();
	fetcher->user_agent = strdup(options->user_agent);
	fetcher->proxy = strdup(options->proxy == NULL ? "" : options->proxy);
	if (options->ca_file != NULL) {
		fetcher->ca_file = strdup(options->ca_file);
		good = fetcher->ca_file != NULL;
	}
	if (asprintf(&language, "Accept-Language: %s", options->accept_language) < 0)
		return false;
	good = good && append(&fetcher->headers, language) &&
	    append(&fetcher->headers, "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.1") &&
	    append(&fetcher->css_headers, language) &&
	    append(&fetcher->css_headers, "Accept: text/css,*/*;q=0.1");
	free(language);
	for (size_t i = 0; i < options->resolve_count; i++)
		good = good && append(&fetcher->resolve, options->resolve[i]);
	if (!good || fetcher->multi == NULL || fetcher->user_agent == NULL || fetcher->proxy == NULL)
		return false;
	return curl_multi_setopt(fetcher->multi, CURLMOPT_MAXCONNECTS, (long)CONNECTIONS_MAX) ==
	    CURLM_OK;
}

enum clair_status
clair_fetcher_new(struct clair_fetcher **out, const struct clair_fetcher_options *options)
{
	*out = calloc(1, sizeof(**out));
	if (*out == NULL)
		return CLAIR_NO_MEMORY;
	if (fill(*out, options))
		return CLAIR_OK;
	clair_fetcher_free(*out);
	*out = NULL;
	return CLAIR_IO;
}

void
clair_fetcher_free(struct clair_fetcher *fetcher)
{
	if (fetcher == NULL)
		return;
	while (fetcher->running_count > 0)
		remove_running(fetcher, fetcher->running[0]);
	curl_multi_cleanup(fetcher->multi);
	curl_slist_free_all(fetcher->headers);
	curl_slist_free_all(fetcher->css_headers);
	curl_slist_free_all(fetcher->resolve);
	free(fetcher->running);
	free(fetcher->user_agent);
	free(fetcher->proxy);
	free(fetcher->ca_file);
	free(fetcher);
}
