/*
 * The search: small files by the first two letters of a word, so that a browser fetches little. A word that very many
 * names have ("saint") leads nowhere, unless a name has no other.
 */
#include "rank/site.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMMON = 400, LETTERS = 2 };

/* A word of the name of a site. */
struct word {
	const char *text; /* in its name */
	uint32_t length;
	uint32_t by_name; /* place of the site in the order of names */
};

struct words {
	struct word *list;
	size_t count;
	struct clair_map common; /* word to how many names have it */
};

/* The next word from `*at` on; its length, 0 at the end. */
static size_t
next_word(const char **at)
{
	*at += strspn(*at, " ");
	return strcspn(*at, " ");
}

static bool
is_common(const struct words *words, const char *text, size_t length)
{
	return (uintptr_t)clair_map_get(&words->common, text, length) > COMMON;
}

static void
count_words(struct rank_site *site, struct words *words, size_t *total)
{
	const struct clair_standings *standings = site->standings;

	for (uint32_t i = 0; i < standings->site_count; i++) {
		const char *at = standings->sites[i].folded;

		for (size_t length; (length = next_word(&at)) > 0; at += length) {
			void **slot = clair_map_at(&words->common, at, length);

			if (slot != NULL)
				*slot = (void *)((uintptr_t)*slot + 1);
			++*total;
		}
	}
}

/* The words that tell the name; all of them when none does. */
static void
add_words(struct words *words, const char *name, uint32_t by_name)
{
	const size_t before = words->count;

	for (int all = 0; all <= 1 && words->count == before; all++) {
		const char *at = name;

		for (size_t length; (length = next_word(&at)) > 0; at += length) {
			if (all || (length >= LETTERS && !is_common(words, at, length)))
				words->list[words->count++] = (struct word){at, (uint32_t)length, by_name};
		}
	}
}

/* "sa"; what is no letter nor digit, or is missing, is _. */
static void
shard_of(const struct word *word, char shard[LETTERS + 1])
{
	for (uint32_t i = 0; i < LETTERS; i++) {
		const char byte = i < word->length ? word->text[i] : '_';
		const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');

		shard[i] = is_plain ? byte : '_';
	}
	shard[LETTERS] = '\0';
}

static int
compare_words(const void *a, const void *b)
{
	const struct word *one = a;
	const struct word *other = b;
	char shard[LETTERS + 1], other_shard[LETTERS + 1];
	int shards;

	shard_of(one, shard);
	shard_of(other, other_shard);
	shards = strcmp(shard, other_shard);
	return shards != 0 ? shards : one->by_name < other->by_name ? -1 : one->by_name > other->by_name;
}

static void
put(struct rank_site *site, json_t *json)
{
	char *text = json == NULL ? NULL : json_dumps(json, JSON_COMPACT);

	if (text == NULL)
		site->failed = true;
	else
		rank_puts(site, text);
	free(text);
	json_decref(json);
}

static json_t *
cleaned(const char *text)
{
	struct clair_buf clean;
	json_t *json;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	json = json_string(clean.bytes);
	clair_buf_free(&clean);
	return json;
}

/* [name, territory, path] */
static void
put_entry(struct rank_site *site, const struct clair_standing *standing)
{
	struct clair_buf name;
	char path[RANK_PATH];

	clair_buf_init(&name, 0);
	rank_plain_name(site, &name, standing);
	rank_site_path(standing, path);
	put(site, json_pack("[o,o,s]", cleaned(name.bytes), cleaned(standing->site->territory), path));
	clair_buf_free(&name);
}

/* The words from one index to the next shard, each site once. */
static size_t
write_shard(struct rank_site *site, const struct words *words, size_t from)
{
	const struct clair_standings *standings = site->standings;
	char shard[LETTERS + 1], other[LETTERS + 1];
	char path[64];
	size_t to = from;
	bool is_first = true;

	shard_of(&words->list[from], shard);
	snprintf(path, sizeof(path), "recherche/%s.json", shard);
	rank_open(site, path);
	rank_puts(site, "[");
	for (; to < words->count; to++) {
		const struct word *word = &words->list[to];

		shard_of(word, other);
		if (strcmp(shard, other) != 0)
			break;
		if (!is_first && words->list[to - 1].by_name == word->by_name)
			continue;
		rank_puts(site, is_first ? "\n" : ",\n");
		put_entry(site, &standings->sites[standings->by_name[word->by_name]]);
		is_first = false;
	}
	rank_puts(site, "\n]\n");
	rank_close(site);
	return to;
}

/* Which words lead nowhere, and which files there are. */
static void
write_head(struct rank_site *site, struct words *words)
{
	json_t *common = json_array();
	json_t *shards = json_array();
	char shard[LETTERS + 1], before[LETTERS + 1] = "";

	for (size_t i = 0; i < words->count; i++) {
		shard_of(&words->list[i], shard);
		if (strcmp(shard, before) != 0)
			json_array_append_new(shards, json_string(shard));
		memcpy(before, shard, sizeof(before));
	}
	/* Each once, in the order of the names: that of the table means nothing. */
	for (uint32_t i = 0; i < site->standings->site_count; i++) {
		const char *at = site->standings->sites[site->standings->by_name[i]].folded;

		for (size_t length; (length = next_word(&at)) > 0; at += length) {
			void **slot = is_common(words, at, length) ? clair_map_at(&words->common, at, length) : NULL;

			if (slot == NULL)
				continue;
			json_array_append_new(common, json_stringn(at, length));
			*slot = NULL;
		}
	}
	rank_open(site, "recherche/index.json");
	put(site, json_pack("{s:o,s:o}", "common", common, "shards", shards));
	rank_puts(site, "\n");
	rank_close(site);
}

void
rank_write_search(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;
	struct words words = {0};
	struct clair_arena mem;
	size_t total = 0;

	clair_arena_init(&mem, 0);
	clair_map_init(&words.common, &mem);
	count_words(site, &words, &total);
	words.list = clair_alloc_array(&mem, total + 1, sizeof(*words.list));
	if (words.list == NULL) {
		site->failed = true;
		clair_arena_free(&mem);
		return;
	}
	for (uint32_t i = 0; i < standings->site_count; i++)
		add_words(&words, standings->sites[standings->by_name[i]].folded, i);
	qsort(words.list, words.count, sizeof(*words.list), compare_words);
	for (size_t i = 0; i < words.count && !site->failed;)
		i = write_shard(site, &words, i);
	write_head(site, &words);
	clair_arena_free(&mem);
}
