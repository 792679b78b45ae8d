/* See robots.h. */
#include "net/robots.h"
#include "base/hex.h"

#include <string.h>
#include <strings.h>

/* Patterns made to be slow: past this, the address is refused. */
enum { STEPS_MAX = 20 * 1000 * 1000 };

struct span {
	const char *start;
	size_t length;
};

/* What is kept while reading. Groups that name the crawler are merged; if there is none, the groups
 * for "*" are. Both lists are gathered in the one reading. */
struct reader {
	struct clair_robots *robots;
	struct span product;
	struct clair_robots_rule *own;
	struct clair_robots_rule *any;
	size_t own_count;
	size_t any_count;
	size_t own_room;
	size_t any_room;
	int64_t own_delay_ms;
	int64_t any_delay_ms;
	bool own_seen;
	bool in_agents; /* the last line that counts was a User-agent line */
	bool for_own;
	bool for_any;
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static struct span
trimmed(const char *start, size_t length)
{
	while (length > 0 && is_blank(*start)) {
		start++;
		length--;
	}
	while (length > 0 && is_blank(start[length - 1]))
		length--;
	return (struct span){start, length};
}

static bool
is(struct span span, const char *word)
{
	return span.length == strlen(word) && strncasecmp(span.start, word, span.length) == 0;
}

static bool
is_unreserved(int byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	    (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

static bool
is_token(int byte)
{
	return is_unreserved(byte) && byte != '.' && byte != '~';
}

/* RFC 9309 2.2.2: bytes that are not ASCII are escaped, escapes of unreserved bytes are undone, as
 * in our addresses. An escaped star or dollar stays escaped: it is not taken for the sign. */
static size_t
normalise(char *out, struct span in)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t length = 0;

	for (size_t i = 0; i < in.length; i++) {
		int byte = (unsigned char)in.start[i];
		bool escaped = byte == '%' && in.length - i > 2 && clair_hex(in.start[i + 1]) >= 0 &&
		    clair_hex(in.start[i + 2]) >= 0;

		if (escaped) {
			byte = clair_hex(in.start[i + 1]) * 16 + clair_hex(in.start[i + 2]);
			i += 2;
		}
		if (escaped ? is_unreserved(byte)
		            : byte > 0x20 && byte < 0x7F && strchr("\"<>`{}|^[]\\%", byte) == NULL) {
			out[length++] = (char)byte;
			continue;
		}
		out[length++] = '%';
		out[length++] = digits[byte >> 4];
		out[length++] = digits[byte & 15];
	}
	return length;
}

static void
keep(struct clair_arena *arena, struct clair_robots_rule **rules, size_t *count, size_t *room,
    struct clair_robots_rule rule)
{
	if (*count == *room) {
		size_t wanted = *room == 0 ? 16 : *room * 2;
		struct clair_robots_rule *more = clair_alloc_array(arena, wanted, sizeof(*more));

		if (more == NULL)
			return;
		if (*count != 0)
			memcpy(more, *rules, *count * sizeof(*more));
		*rules = more;
		*room = wanted;
	}
	(*rules)[(*count)++] = rule;
}

static void
read_rule(struct reader *reader, struct span value, bool allow)
{
	struct clair_arena *arena = reader->robots->arena;
	struct clair_robots_rule rule = {.allow = allow};
	char *pattern;

	reader->in_agents = false;
	/* An empty Disallow refuses nothing: it is no rule at all. */
	if (value.length == 0 || (!reader->for_own && !reader->for_any))
		return;
	pattern = clair_alloc(arena, value.length * 3 + 1);
	if (pattern == NULL)
		return;
	rule.length = normalise(pattern, value);
	rule.pattern = pattern;
	if (reader->for_own)
		keep(arena, &reader->own, &reader->own_count, &reader->own_room, rule);
	if (reader->for_any)
		keep(arena, &reader->any, &reader->any_count, &reader->any_room, rule);
}

/* The product token ends at the first byte that a token cannot hold ("clairlint/1.0"). */
static void
read_agent(struct reader *reader, struct span value)
{
	size_t length = 0;

	if (!reader->in_agents) {
		reader->for_own = false;
		reader->for_any = false;
	}
	reader->in_agents = true;
	if (value.length >= 1 && value.start[0] == '*')
		reader->for_any = true;
	while (length < value.length && is_token((unsigned char)value.start[length]))
		length++;
	if (length == reader->product.length &&
	    strncasecmp(value.start, reader->product.start, length) == 0) {
		reader->for_own = true;
		reader->own_seen = true;
	}
}

/* Seconds, perhaps with decimals; anything else is no delay. */
static void
read_delay(struct reader *reader, struct span value)
{
	int64_t delay = 0;
	int64_t unit = 1000;
	bool decimals = false;

	for (size_t i = 0; i < value.length; i++) {
		if (value.start[i] == '.' && !decimals) {
			decimals = true;
			continue;
		}
		if (value.start[i] < '0' || value.start[i] > '9' || delay > 1000000000)
			return;
		if (decimals) {
			unit /= 10;
			delay += (value.start[i] - '0') * unit;
		} else {
			delay = delay * 10 + (value.start[i] - '0') * 1000;
		}
	}
	if (value.length == 0)
		return;
	if (reader->for_own)
		reader->own_delay_ms = delay;
	if (reader->for_any)
		reader->any_delay_ms = delay;
}

static void
read_sitemap(struct reader *reader, struct span value)
{
	struct clair_robots *robots = reader->robots;

	if (value.length == 0 || robots->sitemap_count == CLAIR_ROBOTS_SITEMAPS_MAX)
		return;
	if (robots->sitemaps == NULL)
		robots->sitemaps = clair_alloc_array(
		    robots->arena, CLAIR_ROBOTS_SITEMAPS_MAX, sizeof(*robots->sitemaps));
	if (robots->sitemaps != NULL)
		robots->sitemaps[robots->sitemap_count++] =
		    clair_strndup(robots->arena, value.start, value.length);
}

static void
read_line(struct reader *reader, const char *line, size_t length)
{
	const char *comment = memchr(line, '#', length);
	const char *colon;
	struct span key;
	struct span value;

	if (comment != NULL)
		length = (size_t)(comment - line);
	colon = memchr(line, ':', length);
	if (colon == NULL)
		return;
	key = trimmed(line, (size_t)(colon - line));
	value = trimmed(colon + 1, length - (size_t)(colon + 1 - line));
	if (is(key, "user-agent"))
		read_agent(reader, value);
	else if (is(key, "allow") || is(key, "disallow"))
		read_rule(reader, value, is(key, "allow"));
	else if (is(key, "crawl-delay"))
		read_delay(reader, value);
	else if (is(key, "sitemap"))
		read_sitemap(reader, value);
}

void
clair_robots_parse(struct clair_robots *robots, struct clair_arena *arena, const char *text,
    size_t length, const char *product)
{
	struct reader reader = {
		.robots = robots,
		.product = {product, strlen(product)},
		.own_delay_ms = -1,
		.any_delay_ms = -1,
	};

	*robots = (struct clair_robots){.arena = arena, .crawl_delay_ms = -1};
	if (length > CLAIR_ROBOTS_MAX)
		length = CLAIR_ROBOTS_MAX;
	if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		length -= 3;
	}
	while (length > 0) {
		size_t end = 0;

		while (end < length && text[end] != '\n' && text[end] != '\r')
			end++;
		read_line(&reader, text, end);
		end += end < length ? 1 : 0;
		text += end;
		length -= end;
	}
	robots->rules = reader.own_seen ? reader.own : reader.any;
	robots->rule_count = reader.own_seen ? reader.own_count : reader.any_count;
	robots->crawl_delay_ms = reader.own_seen ? reader.own_delay_ms : reader.any_delay_ms;
	robots->refuse_all = arena->failed;
}

void
clair_robots_answer(struct clair_robots *robots, struct clair_arena *arena, int status,
    const char *text, size_t length, const char *product)
{
	if (status >= 200 && status < 300) {
		clair_robots_parse(robots, arena, text, length, product);
		return;
	}
	*robots = (struct clair_robots){.arena = arena, .crawl_delay_ms = -1};
	robots->refuse_all = status < 300 || status >= 500;
}

/* A star stands for any bytes, a dollar at the end for the end. On a mismatch only the last star is
 * tried further on: no more than pattern × path steps, counted in `steps`. */
static bool
matches(const struct clair_robots_rule *rule, const char *path, size_t path_length, size_t *steps)
{
	size_t length = rule->length;
	bool anchored = length > 0 && rule->pattern[length - 1] == '$';
	size_t at = 0;
	size_t i = 0;
	size_t star = SIZE_MAX;
	size_t resume = 0;

	if (anchored)
		length--;
	for (;; ++*steps) {
		if (at == length && (!anchored || i == path_length))
			return true;
		if (at < length && rule->pattern[at] == '*') {
			star = at++;
			resume = i;
		} else if (at < length && i < path_length && rule->pattern[at] == path[i]) {
			at++;
			i++;
		} else if (star != SIZE_MAX && resume < path_length) {
			at = star + 1;
			i = ++resume;
		} else {
			return false;
		}
	}
}

bool
clair_robots_allows(const struct clair_robots *robots, const char *url)
{
	const char *host = strstr(url, "//");
	const char *path = host == NULL ? url : host + 2 + strcspn(host + 2, "/?");
	size_t length = strlen(path);
	size_t longest = 0;
	size_t steps = 0;
	bool allowed = true;

	/* RFC 9309 2.2.2: robots.txt itself is always allowed. */
	if (strcmp(path, "/robots.txt") == 0)
		return true;
	if (robots->refuse_all)
		return false;
	for (size_t i = 0; i < robots->rule_count; i++) {
		const struct clair_robots_rule *rule = &robots->rules[i];

		/* The longest pattern wins; of two as long, the one that allows. */
		if (rule->length < longest || (rule->length == longest && !rule->allow))
			continue;
		if (steps > STEPS_MAX)
			return false;
		if (!matches(rule, path, length, &steps))
			continue;
		longest = rule->length;
		allowed = rule->allow;
	}
	return allowed;
}
