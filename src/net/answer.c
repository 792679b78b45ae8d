/* What an answer says, whether it comes from the network or was kept: see fetch.h and answer.h. */
#include "net/answer.h"

#include "archive/archive.h"
#include "net/tls.h"
#include "net/url.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum {
	HEADERS_MAX = 256 * 1024, /* of one answer */
	KEPT_MAX = 8 * 1024 * 1024, /* of what a sink took */
};

static int64_t
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
clair_answer_begin(struct clair_fetch *fetch)
{
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
	fetch->headers_over = false;
	fetch->replayed = false;
	fetch->link = NULL;
	fetch->later = NULL;
	fetch->when = now_ms();
	fetch->next = NULL;
	clair_buf_init(&fetch->body, 0);
	clair_buf_init(&fetch->headers, 0);
	clair_buf_init(&fetch->kept, KEPT_MAX);
}

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

/* Keeps the first value of a field. */
static void
keep_value(char **place, const char *value, size_t length)
{
	if (value != NULL && *place == NULL)
		*place = strndup(value, length);
}

/* A new status line starts a new answer (103, 100): only the last counts. */
static void
start_answer(struct clair_fetch *fetch, const char *line, size_t length)
{
	const char *space = memchr(line, ' ', length);
	size_t i = space == NULL ? length : (size_t)(space - line);

	/* One space, RFC 9112 says; libcurl takes more. */
	while (i < length && line[i] == ' ')
		i++;
	fetch->status = 0;
	for (; i < length && line[i] >= '0' && line[i] <= '9' && fetch->status < 1000; i++)
		fetch->status = fetch->status * 10 + (line[i] - '0');
	fetch->media_type[0] = '\0';
	fetch->charset[0] = '\0';
	fetch->no_sniff = false;
	fetch->headers_over = false;
	free(fetch->link);
	free(fetch->later);
	fetch->link = NULL;
	fetch->later = NULL;
	fetch->headers.length = 0;
}

static void
read_field(struct clair_fetch *fetch, const char *line, size_t length)
{
	size_t value_length = 0;
	const char *value;

	value = header_value(line, length, "Content-Type", &value_length);
	if (value != NULL)
		read_content_type(fetch, value, value_length);
	value = header_value(line, length, "X-Content-Type-Options", &value_length);
	if (value != NULL)
		fetch->no_sniff = value_length == 7 && strncasecmp(value, "nosniff", 7) == 0;
	value = header_value(line, length, "Location", &value_length);
	keep_value(&fetch->link, value, value_length);
	value = header_value(line, length, "Retry-After", &value_length);
	keep_value(&fetch->later, value, value_length);
}

size_t
clair_answer_header(char *line, size_t size, size_t count, void *data)
{
	struct clair_fetch *fetch = data;
	size_t length = size * count;

	fetch->header_bytes += length;
	if (fetch->header_bytes > HEADERS_MAX) {
		fetch->failure = "protocol";
		return 0;
	}
	if (length > 5 && memcmp(line, "HTTP/", 5) == 0)
		start_answer(fetch, line, length);
	else if (fetch->headers_over)
		return length;
	else if (length == 0 || line[0] == '\r' || line[0] == '\n')
		fetch->headers_over = true;
	else
		read_field(fetch, line, length);
	if (fetch->keep && !fetch->headers_over)
		clair_buf_add(&fetch->headers, line, length);
	return length;
}

static bool
wants_body(const struct clair_fetch *fetch)
{
	return fetch->status >= 200 && fetch->status < 300 && (!fetch->html_only || is_html(fetch->media_type));
}

/* What is not wanted is not read: a short answer ends anyway, a long one is cut. */
size_t
clair_answer_body(char *bytes, size_t size, size_t count, void *data)
{
	struct clair_fetch *fetch = data;
	size_t length = size * count;
	size_t room;

	if (!wants_body(fetch)) {
		fetch->stopped = true;
		return 0;
	}
	if (fetch->sink != NULL) {
		if (fetch->keep)
			clair_buf_add(&fetch->kept, bytes, length);
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

/* RFC 9110 10.2.3: seconds, or a date; -1: neither. `now_ms`: when the answer came. */
static int64_t
retry_after(const char *value, int64_t now)
{
	char *end = NULL;
	long long seconds = strtoll(value, &end, 10);

	if (end == value || *end != '\0') {
		time_t date = curl_getdate(value, NULL);

		if (date == -1)
			return -1;
		seconds = (long long)date - now / 1000;
	}
	if (seconds < 0)
		return 0;
	return seconds > 1000000 ? 1000000000 : seconds * 1000;
}

/* What the fields say, once they are all there. */
void
clair_answer_fields(struct clair_fetch *fetch)
{
	if (fetch->status >= 300 && fetch->status < 400 && fetch->link != NULL)
		fetch->location = clair_url_resolve(NULL, fetch->url, fetch->link);
	if (fetch->later != NULL)
		fetch->retry_after_ms = retry_after(fetch->later, fetch->when);
}

/* --- What was answered once ----------------------------------------------------------------------- */

static void
replay_headers(struct clair_fetch *fetch, const struct clair_exchange *exchange)
{
	const char *line = exchange->headers;
	const char *end = line + exchange->headers_length;

	while (line < end && fetch->failure == NULL) {
		const char *feed = memchr(line, '\n', (size_t)(end - line));
		size_t length = feed == NULL ? (size_t)(end - line) : (size_t)(feed - line) + 1;

		clair_answer_header((char *)(uintptr_t)line, 1, length, fetch);
		line += length;
	}
}

static const char *const failures[] = {
	"timeout", "unreachable", "truncated", "bad-encoding", "private-address", "too-large", "no-memory"};

/* A literal: failures live longer than what was read. */
static const char *
known_failure(const char *failure)
{
	const char *tls = clair_tls_known(failure);

	if (tls != NULL)
		return tls;
	for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++) {
		if (strcmp(failures[i], failure) == 0)
			return failures[i];
	}
	return "protocol";
}

void
clair_answer_replay(struct clair_fetch *fetch, const struct clair_exchange *exchange)
{
	clair_answer_begin(fetch);
	fetch->replayed = true;
	fetch->when = exchange->when;
	fetch->milliseconds = exchange->milliseconds < 0 ? 0 : exchange->milliseconds;
	fetch->received = exchange->received;
	fetch->announced = exchange->announced;
	if (exchange->headers != NULL)
		replay_headers(fetch, exchange);
	if (exchange->body_length != 0 && fetch->failure == NULL)
		clair_answer_body((char *)(uintptr_t)exchange->body, 1, exchange->body_length, fetch);
	if (fetch->failure == NULL && exchange->failure != NULL)
		fetch->failure = known_failure(exchange->failure);
	fetch->transient = exchange->transient;
	clair_answer_fields(fetch);
}

struct clair_exchange
clair_fetch_exchange(const struct clair_fetch *fetch)
{
	const struct clair_buf *body = fetch->sink != NULL ? &fetch->kept : &fetch->body;

	return (struct clair_exchange){
		.method = fetch->head ? "HEAD" : "GET",
		.url = fetch->url,
		.when = fetch->when,
		.failure = fetch->failure,
		.transient = fetch->transient,
		.headers = fetch->headers.length == 0 ? NULL : fetch->headers.bytes,
		.headers_length = fetch->headers.length,
		.body = body->bytes,
		.body_length = body->length,
		.truncated = fetch->stopped,
		.milliseconds = fetch->milliseconds,
		.received = fetch->received,
		.announced = fetch->announced,
	};
}

