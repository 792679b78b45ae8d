/* See fetch.h. */
#include "net/fetch.h"

#include "net/answer.h"
#include "net/tls.h"
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
	CONNECT_MS = 15000,
};

struct clair_fetcher {
	CURLM *multi;
	struct clair_fetch **running;
	size_t running_count;
	size_t running_room;
	struct clair_fetch *first; /* replayed, not yet told */
	struct clair_fetch *last;
	struct curl_slist *headers;
	struct curl_slist *css_headers;
	struct curl_slist *resolve;
	char *user_agent;
	char *proxy;
	char *ca_file;
};

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
	SET(CURLOPT_HEADERFUNCTION, clair_answer_header);
	SET(CURLOPT_HEADERDATA, fetch);
	SET(CURLOPT_WRITEFUNCTION, clair_answer_body);
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

	clair_answer_begin(fetch);
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
	clair_buf_free(&fetch->headers);
	clair_buf_free(&fetch->kept);
	free(fetch->location);
	free(fetch->link);
	free(fetch->later);
	fetch->location = NULL;
	fetch->link = NULL;
	fetch->later = NULL;
}

static void
drop_replayed(struct clair_fetcher *fetcher, const struct clair_fetch *fetch)
{
	struct clair_fetch *before = NULL;
	struct clair_fetch *one = fetcher->first;

	while (one != NULL && one != fetch) {
		before = one;
		one = one->next;
	}
	if (one == NULL)
		return;
	if (before == NULL)
		fetcher->first = one->next;
	else
		before->next = one->next;
	if (fetcher->last == one)
		fetcher->last = before;
}

void
clair_fetch_cancel(struct clair_fetcher *fetcher, struct clair_fetch *fetch)
{
	if (fetch->easy != NULL)
		remove_running(fetcher, fetch);
	if (fetch->replayed)
		drop_replayed(fetcher, fetch);
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
	{CURLE_OUT_OF_MEMORY, "no-memory", false},
};

static void
name_failure(struct clair_fetch *fetch, CURLcode code)
{
	long verified = 0;

	if (fetch->failure != NULL || code == CURLE_OK || fetch->stopped)
		return;
	if (fetch->refused_private) {
		fetch->failure = "private-address";
		return;
	}
	curl_easy_getinfo(fetch->easy, CURLINFO_SSL_VERIFYRESULT, &verified);
	fetch->failure = clair_tls_failure((int)code, verified);
	if (fetch->failure != NULL)
		return;
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
	curl_off_t number = 0;
	long status = 0;

	/* Zero where a proxy alone answered. */
	curl_easy_getinfo(fetch->easy, CURLINFO_RESPONSE_CODE, &status);
	fetch->status = (int)status;
	if (curl_easy_getinfo(fetch->easy, CURLINFO_TOTAL_TIME_T, &number) == CURLE_OK)
		fetch->milliseconds = number / 1000;
	if (curl_easy_getinfo(fetch->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &number) == CURLE_OK)
		fetch->announced = number;
	if (curl_easy_getinfo(fetch->easy, CURLINFO_SIZE_DOWNLOAD_T, &number) == CURLE_OK)
		fetch->received = number;
	clair_answer_fields(fetch);
	name_failure(fetch, code);
}

void
clair_fetch_replay(struct clair_fetcher *fetcher, struct clair_fetch *fetch, const struct clair_exchange *exchange)
{
	clair_answer_replay(fetch, exchange);
	if (fetcher->last == NULL)
		fetcher->first = fetch;
	else
		fetcher->last->next = fetch;
	fetcher->last = fetch;
}

static struct clair_fetch *
next_replayed(struct clair_fetcher *fetcher)
{
	struct clair_fetch *fetch = fetcher->first;

	if (fetch == NULL)
		return NULL;
	fetcher->first = fetch->next;
	if (fetcher->first == NULL)
		fetcher->last = NULL;
	fetch->next = NULL;
	return fetch;
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
	return next_replayed(fetcher);
}

void
clair_fetcher_wait(struct clair_fetcher *fetcher, int max_ms)
{
	int running = 0;

	curl_multi_perform(fetcher->multi, &running);
	/* A finished request leaves no descriptor to wait for. */
	if ((size_t)running == fetcher->running_count && fetcher->first == NULL)
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
fill(struct clair_fetcher *fetcher, const struct clair_network *network, unsigned connections)
{
	const char *user_agent = network->user_agent != NULL ? network->user_agent : CLAIR_USER_AGENT;
	const char *accepted = network->accept_language != NULL ? network->accept_language : "fr,en;q=0.5";
	char *language = NULL;
	bool good = true;

	fetcher->multi = curl_multi_init();
	fetcher->user_agent = strdup(user_agent);
	fetcher->proxy = strdup(network->proxy == NULL ? "" : network->proxy);
	if (network->ca_file != NULL) {
		fetcher->ca_file = strdup(network->ca_file);
		good = fetcher->ca_file != NULL;
	}
	if (asprintf(&language, "Accept-Language: %s", accepted) < 0)
		return false;
	good = good && append(&fetcher->headers, language) &&
	    append(&fetcher->headers, "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.1") &&
	    append(&fetcher->css_headers, language) &&
	    append(&fetcher->css_headers, "Accept: text/css,*/*;q=0.1");
	free(language);
	for (size_t i = 0; i < network->resolve_count; i++)
		good = good && append(&fetcher->resolve, network->resolve[i]);
	if (!good || fetcher->multi == NULL || fetcher->user_agent == NULL || fetcher->proxy == NULL)
		return false;
	return curl_multi_setopt(fetcher->multi, CURLMOPT_MAXCONNECTS, (long)connections) ==
	    CURLM_OK;
}

enum clair_status
clair_fetcher_new(struct clair_fetcher **out, const struct clair_network *network, unsigned connections)
{
	*out = calloc(1, sizeof(**out));
	if (*out == NULL)
		return CLAIR_NO_MEMORY;
	if (fill(*out, network, connections))
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
