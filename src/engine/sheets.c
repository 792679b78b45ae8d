/* The store of sheets: see sheets.h. One lock guards it all; loading and parsing are done outside. */
#include "engine/sheets.h"

#include "base/map.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
	CHAINS = 4096,
	FAILURES = 16384,   /* kept: past them, an address that failed is asked again */
};

/* The same bytes may be read in two ways: in the character set of the page, in quirks mode or not. */
struct parse {
	struct parse *next;
	char *fallback;
	bool quirks;
	bool ready;
	struct clair_sheet *sheet; /* when ready; NULL: no memory */
};

struct answer {
	struct answer *next;        /* in its chain */
	struct answer *of_content;  /* others that led to the same content */
	uint64_t hash;
	char *url;
	char *final_url;
	char *media_type;
	bool no_sniff;
	const char *failure;
	struct clair_content *content;
};

struct clair_content {
	struct clair_content *next; /* in its chain */
	struct clair_content *newer, *older;
	uint64_t hash[2];
	char *bytes;
	size_t length;
	char *charset;              /* "" when not said */
	struct parse *parses;
	struct answer *answers;
	unsigned holders;
	size_t memory;
};

struct clair_sheets {
	struct clair_sheet_source source;
	struct clair_browser_style *browser;
	pthread_mutex_t lock;
	pthread_cond_t parsed;
	struct answer *answers[CHAINS];
	struct clair_content *contents[CHAINS];
	struct clair_content *newest, *oldest;
	size_t memory;
	size_t ceiling;
	unsigned failures;
};

struct clair_sheets *
clair_sheets_new(const struct clair_sheet_source *source, size_t ceiling)
{
	struct clair_sheets *sheets = calloc(1, sizeof(*sheets));

	if (sheets == NULL)
		return NULL;
	sheets->source = *source;
	sheets->ceiling = ceiling != 0 ? ceiling : CLAIR_SHEETS_MEMORY;
	pthread_mutex_init(&sheets->lock, NULL);
	pthread_cond_init(&sheets->parsed, NULL);
	sheets->browser = clair_browser_style_new();
	if (sheets->browser != NULL)
		return sheets;
	clair_sheets_free(sheets);
	return NULL;
}

const struct clair_sheet_source *
clair_sheets_source(const struct clair_sheets *sheets)
{
	return &sheets->source;
}

const struct clair_browser_style *
clair_sheets_browser(const struct clair_sheets *sheets)
{
	return sheets->browser;
}

/* --- Contents, least recently used first to go ---------------------------------------------------- */

static void
unlink_use(struct clair_sheets *sheets, struct clair_content *content)
{
	if (content->newer != NULL)
		content->newer->older = content->older;
	else if (sheets->newest == content)
		sheets->newest = content->older;
	if (content->older != NULL)
		content->older->newer = content->newer;
	else if (sheets->oldest == content)
		sheets->oldest = content->newer;
	content->newer = content->older = NULL;
}

static void
hold(struct clair_sheets *sheets, struct clair_content *content)
{
	content->holders++;
	unlink_use(sheets, content);
	content->older = sheets->newest;
	if (sheets->newest != NULL)
		sheets->newest->newer = content;
	sheets->newest = content;
	if (sheets->oldest == NULL)
		sheets->oldest = content;
}

static void
free_answer(struct answer *answer)
{
	free(answer->url);
	free(answer->final_url);
	free(answer->media_type);
	free(answer);
}

static void
remove_answer(struct clair_sheets *sheets, struct answer *answer)
{
	struct answer **place = &sheets->answers[answer->hash % CHAINS];

	while (*place != answer)
		place = &(*place)->next;
	*place = answer->next;
	free_answer(answer);
}

/* Nobody holds the content: no parse of it is under way. */
static void
drop_parses(struct clair_sheets *sheets, struct clair_content *content)
{
	while (content->parses != NULL) {
		struct parse *parse = content->parses;
		size_t memory = parse->sheet != NULL ? parse->sheet->mem.used : 0;

		content->parses = parse->next;
		content->memory -= memory;
		sheets->memory -= memory;
		clair_sheet_free(parse->sheet);
		free(parse->fallback);
		free(parse);
	}
}

static void
free_content(struct clair_content *content)
{
	free(content->bytes);
	free(content->charset);
	free(content);
}

static void
remove_content(struct clair_sheets *sheets, struct clair_content *content)
{
	struct clair_content **place = &sheets->contents[content->hash[0] % CHAINS];

	while (content->answers != NULL) {
		struct answer *answer = content->answers;

		content->answers = answer->of_content;
		remove_answer(sheets, answer);
	}
	while (*place != content)
		place = &(*place)->next;
	*place = content->next;
	unlink_use(sheets, content);
	drop_parses(sheets, content);
	sheets->memory -= content->memory;
	free_content(content);
}

static void
make_room_by(struct clair_sheets *sheets, void (*drop)(struct clair_sheets *, struct clair_content *))
{
	struct clair_content *content = sheets->oldest;

	while (content != NULL && sheets->memory > sheets->ceiling) {
		struct clair_content *newer = content->newer;

		if (content->holders == 0)
			drop(sheets, content);
		content = newer;
	}
}

/* A parse takes nine times its bytes and is soon made again; bytes come from a server. */
static void
make_room(struct clair_sheets *sheets)
{
	make_room_by(sheets, drop_parses);
	make_room_by(sheets, remove_content);
}

size_t
clair_sheets_length(const struct clair_content *content)
{
	return content->length;
}

void
clair_sheets_let_go(struct clair_sheets *sheets, struct clair_content *content)
{
	pthread_mutex_lock(&sheets->lock);
	content->holders--;
	make_room(sheets);
	pthread_mutex_unlock(&sheets->lock);
}

size_t
clair_sheets_memory(struct clair_sheets *sheets)
{
	size_t memory;

	pthread_mutex_lock(&sheets->lock);
	memory = sheets->memory;
	pthread_mutex_unlock(&sheets->lock);
	return memory;
}

void
clair_sheets_free(struct clair_sheets *sheets)
{
	if (sheets == NULL)
		return;
	while (sheets->oldest != NULL)
		remove_content(sheets, sheets->oldest);
	for (size_t i = 0; i < CHAINS; i++) {
		while (sheets->answers[i] != NULL)
			remove_answer(sheets, sheets->answers[i]);
	}
	clair_browser_style_free(sheets->browser);
	pthread_cond_destroy(&sheets->parsed);
	pthread_mutex_destroy(&sheets->lock);
	free(sheets);
}

/* Same bytes, but for an accident against which 128 bits stand. */
static struct clair_content *
find_content(struct clair_sheets *sheets, const uint64_t hash[2], size_t length, const char *charset)
{
	struct clair_content *content = sheets->contents[hash[0] % CHAINS];

	while (content != NULL &&
	    (content->hash[0] != hash[0] || content->hash[1] != hash[1] ||
	        content->length != length || strcmp(content->charset, charset) != 0))
		content = content->next;
	return content;
}

static struct clair_content *
new_content(struct clair_sheets *sheets, const uint64_t hash[2], char *bytes, size_t length,
    const char *charset)
{
	struct clair_content *content = calloc(1, sizeof(*content));

	if (content != NULL)
		content->charset = strdup(charset);
	if (content == NULL || content->charset == NULL) {
		free(content);
		return NULL;
	}
	content->hash[0] = hash[0];
	content->hash[1] = hash[1];
	content->bytes = bytes;
	content->length = length;
	content->memory = sizeof(*content) + length;
	content->next = sheets->contents[hash[0] % CHAINS];
	sheets->contents[hash[0] % CHAINS] = content;
	sheets->memory += content->memory;
	return content;
}

/* Takes the bytes over. The content is held; NULL without memory. The lock is held too. */
static struct clair_content *
keep_content(struct clair_sheets *sheets, const uint64_t hash[2], char *bytes, size_t length,
    const char *charset)
{
	struct clair_content *content = find_content(sheets, hash, length, charset);

	if (content != NULL) {
		free(bytes);
	} else {
		content = new_content(sheets, hash, bytes, length, charset);
		if (content == NULL) {
			free(bytes);
			return NULL;
		}
	}
	hold(sheets, content);
	return content;
}

static void
hash_bytes(uint64_t hash[2], const char *bytes, size_t length)
{
	hash[0] = clair_hash(bytes, length, CLAIR_HASH_SEED);
	hash[1] = clair_hash(bytes, length, ~CLAIR_HASH_SEED);
}

struct clair_content *
clair_sheets_inline(struct clair_sheets *sheets, const char *text, size_t length)
{
	char *copy = malloc(length + 1);
	struct clair_content *content;
	uint64_t hash[2];

	if (copy == NULL)
		return NULL;
	memcpy(copy, text, length);
	copy[length] = '\0';
	hash_bytes(hash, copy, length);
	pthread_mutex_lock(&sheets->lock);
	content = keep_content(sheets, hash, copy, length, "utf-8");
	pthread_mutex_unlock(&sheets->lock);
	return content;
}

/* --- Answers -------------------------------------------------------------------------------------- */

static struct answer *
find_answer(struct clair_sheets *sheets, const char *url, uint64_t hash)
{
	struct answer *answer = sheets->answers[hash % CHAINS];

	while (answer != NULL && (answer->hash != hash || strcmp(answer->url, url) != 0))
		answer = answer->next;
	return answer;
}

static void
free_resource(struct clair_resource *resource)
{
	free(resource->bytes);
	free(resource->charset);
	free(resource->final_url);
	free(resource->media_type);
}

/* Nobody could load it: another may, later. */
static bool
is_kept(const struct clair_sheets *sheets, const struct clair_resource *resource)
{
	return resource->failure == NULL ||
	    (sheets->failures < FAILURES && strcmp(resource->failure, "not-loaded") != 0);
}

/* Makes the answer of an address; takes what it needs of the resource. False without memory. */
static bool
keep_answer(struct clair_sheets *sheets, const char *url, uint64_t hash,
    struct clair_resource *resource, struct clair_content *content)
{
	struct answer *answer = calloc(1, sizeof(*answer));

	if (answer != NULL)
		answer->url = strdup(url);
	if (answer == NULL || answer->url == NULL) {
		free(answer);
		return false;
	}
	answer->hash = hash;
	answer->final_url = resource->final_url;
	answer->media_type = resource->media_type;
	resource->final_url = resource->media_type = NULL;
	answer->no_sniff = resource->no_sniff;
	answer->failure = resource->failure;
	answer->content = content;
	if (content != NULL) {
		answer->of_content = content->answers;
		content->answers = answer;
	} else {
		sheets->failures++;
	}
	answer->next = sheets->answers[hash % CHAINS];
	sheets->answers[hash % CHAINS] = answer;
	return true;
}

static struct clair_sheet_answer
failed(const char *why)
{
	return (struct clair_sheet_answer){.failure = why, .final_url = "", .media_type = ""};
}

/* The lock is held; `held`: the content already is for this page. */
static struct clair_sheet_answer
hand_over(struct clair_sheets *sheets, const struct answer *answer, bool held,
    struct clair_arena *arena)
{
	const char *final_url = answer->final_url != NULL ? answer->final_url : answer->url;
	const char *media_type = answer->media_type != NULL ? answer->media_type : "";

	if (answer->content != NULL && !held)
		hold(sheets, answer->content);
	return (struct clair_sheet_answer){
		.failure = answer->failure,
		.content = answer->content,
		.final_url = clair_strdup(arena, final_url),
		.media_type = clair_strdup(arena, media_type),
		.no_sniff = answer->no_sniff,
	};
}

/* Another thread may have had the address in the meantime: its answer then stands. */
static struct clair_sheet_answer
publish(struct clair_sheets *sheets, const char *url, uint64_t hash, struct clair_resource *resource,
    struct clair_arena *arena)
{
	const struct answer *known = find_answer(sheets, url, hash);
	struct clair_content *content = NULL;
	uint64_t body[2];

	if (known != NULL)
		return hand_over(sheets, known, false, arena);
	if (!is_kept(sheets, resource))
		return failed(resource->failure);
	if (resource->failure == NULL) {
		hash_bytes(body, resource->bytes, resource->length);
		content = keep_content(sheets, body, resource->bytes, resource->length,
		    resource->charset != NULL ? resource->charset : "");
		resource->bytes = NULL;
		if (content == NULL)
			return failed("no-memory");
	}
	if (!keep_answer(sheets, url, hash, resource, content)) {
		if (content != NULL)
			content->holders--;
		return failed("no-memory");
	}
	return hand_over(sheets, find_answer(sheets, url, hash), true, arena);
}

struct clair_sheet_answer
clair_sheets_load(struct clair_sheets *sheets, const char *url, struct clair_arena *arena)
{
	uint64_t hash = clair_hash(url, strlen(url), CLAIR_HASH_SEED);
	struct clair_resource resource = {.bytes = NULL};
	struct clair_sheet_answer answer;
	const struct answer *known;

	if (sheets->source.load == NULL)
		return failed("not-loaded");
	pthread_mutex_lock(&sheets->lock);
	known = find_answer(sheets, url, hash);
	if (known != NULL)
		answer = hand_over(sheets, known, false, arena);
	pthread_mutex_unlock(&sheets->lock);
	if (known != NULL)
		return answer;
	sheets->source.load(sheets->source.load_payload, url, &resource);
	if (resource.failure == NULL && resource.bytes == NULL)
		resource.failure = "no-memory";
	pthread_mutex_lock(&sheets->lock);
	answer = publish(sheets, url, hash, &resource, arena);
	pthread_mutex_unlock(&sheets->lock);
	free_resource(&resource);
	return answer;
}

/* --- Parses --------------------------------------------------------------------------------------- */

static struct parse *
find_parse(const struct clair_content *content, const char *fallback, bool quirks)
{
	struct parse *parse = content->parses;

	while (parse != NULL && (parse->quirks != quirks || strcmp(parse->fallback, fallback) != 0))
		parse = parse->next;
	return parse;
}

static struct parse *
new_parse(struct clair_content *content, const char *fallback, bool quirks)
{
	struct parse *parse = calloc(1, sizeof(*parse));

	if (parse != NULL)
		parse->fallback = strdup(fallback);
	if (parse == NULL || parse->fallback == NULL) {
		free(parse);
		return NULL;
	}
	parse->quirks = quirks;
	parse->next = content->parses;
	content->parses = parse;
	return parse;
}

/* Outside the lock: the bytes of a content never change, and it is held. */
static struct clair_sheet *
read_sheet(const struct clair_content *content, const struct parse *parse)
{
	return clair_sheet_parse(content->bytes, content->length,
	    content->charset[0] != '\0' ? content->charset : NULL, parse->fallback, parse->quirks, NULL);
}

const struct clair_sheet *
clair_sheets_parse(struct clair_sheets *sheets, struct clair_content *content, const char *fallback,
    bool quirks)
{
	struct clair_sheet *sheet;
	struct parse *parse;

	pthread_mutex_lock(&sheets->lock);
	parse = find_parse(content, fallback, quirks);
	if (parse != NULL) {
		while (!parse->ready)
			pthread_cond_wait(&sheets->parsed, &sheets->lock);
		sheet = parse->sheet;
		pthread_mutex_unlock(&sheets->lock);
		return sheet;
	}
	parse = new_parse(content, fallback, quirks);
	pthread_mutex_unlock(&sheets->lock);
	if (parse == NULL)
		return NULL;
	sheet = read_sheet(content, parse);
	pthread_mutex_lock(&sheets->lock);
	parse->sheet = sheet;
	parse->ready = true;
	if (sheet != NULL) {
		content->memory += sheet->mem.used;
		sheets->memory += sheet->mem.used;
		make_room(sheets);
	}
	pthread_cond_broadcast(&sheets->parsed);
	pthread_mutex_unlock(&sheets->lock);
	return sheet;
}
