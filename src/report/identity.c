/* See identity.h. */
#include "report/identity.h"

#include "report/place.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

void
clair_identities_open(struct clair_identities *identities, struct clair_report *report)
{
	identities->report = report;
	clair_arena_init(&identities->mem, 0);
	clair_map_init(&identities->pages, &identities->mem);
	clair_arena_init(&identities->page, 0);
}

void
clair_identities_close(struct clair_identities *identities)
{
	clair_arena_free(&identities->page);
	clair_arena_free(&identities->mem);
}

/* The byte after each piece keeps "ab" + "c" apart from "a" + "bc". */
static uint64_t
mix(uint64_t hash, const char *text, size_t length)
{
	return clair_hash("\x1f", 1, clair_hash(text, length, hash));
}

static uint64_t
mix_number(uint64_t hash, uintptr_t number)
{
	char digits[24];

	return mix(hash, digits, (size_t)snprintf(digits, sizeof(digits), "%ju", (uintmax_t)number));
}

static uint64_t
hash_of_address(const struct clair_report *report, const char *address)
{
	const char *start = clair_place_host(clair_report_url(report, NULL));
	const char *host = clair_place_host(address);
	const size_t length = host == NULL ? 0 : strcspn(host, "/?#");

	if (host == NULL)
		return mix(CLAIR_HASH_SEED, address, strlen(address));
	if (start != NULL && strcspn(start, "/?#") == length && strncasecmp(start, host, length) == 0)
		host += length;
	return mix(CLAIR_HASH_SEED, host, strcspn(host, "#"));
}

static uint64_t
hash_of_file(const struct clair_report *report, const char *file)
{
	struct clair_write_options options = *report->options;
	struct clair_buf path;
	uint64_t hash;

	options.source_map_count = 0;
	clair_buf_init(&path, 0);
	clair_place_path_of(&path, &options, file);
	hash = mix(CLAIR_HASH_SEED, path.bytes, path.length);
	clair_buf_free(&path);
	return hash;
}

static uint64_t
hash_of_page(const struct clair_report *report, const struct clair_result *page)
{
	if (page == NULL)
		return CLAIR_HASH_SEED;
	return page->file != NULL ? hash_of_file(report, page->file)
	                          : hash_of_address(report, clair_report_url(report, page));
}

/* How many came before that are alike; the key must live. */
static uintptr_t
number_of(struct clair_map *map, const void *key, size_t length)
{
	void **slot = clair_map_at(map, key, length);
	uintptr_t before;

	if (slot == NULL)
		return 0;
	before = (uintptr_t)*slot;
	*slot = (void *)(before + 1);
	return before;
}

/* The hash of the page, and its number among those that have the same. */
static uint64_t
hash_among_pages(struct clair_identities *identities, const struct clair_result *page)
{
	const uint64_t hash = hash_of_page(identities->report, page);
	uint64_t *key = clair_alloc(&identities->mem, sizeof(*key));

	if (key == NULL)
		return hash;
	*key = hash;
	return mix_number(hash, number_of(&identities->pages, (const char *)key, sizeof(*key)));
}

static void
write_name(struct clair_identity *name, uint64_t hash)
{
	snprintf(name->text, sizeof(name->text), "%016jx", (uintmax_t)hash);
}

struct clair_identity
clair_identity_of_page(const struct clair_identities *identities)
{
	struct clair_identity name = {.before = 0};

	write_name(&name, mix(identities->hash, "", 0));
	return name;
}

const struct clair_identity *
clair_identities_of(struct clair_identities *identities, const struct clair_result *page)
{
	const struct clair_finding *first =
	    page != NULL ? page->first : identities->report->run->site_findings;
	struct clair_map known;
	struct clair_identity *names;
	size_t count = 0;

	identities->hash = hash_among_pages(identities, page);
	clair_arena_free(&identities->page);
	clair_arena_init(&identities->page, 0);
	clair_map_init(&known, &identities->page);
	for (const struct clair_finding *f = first; f != NULL; f = f->next)
		count++;
	names = clair_alloc_array(&identities->page, count + 1, sizeof(*names));
	count = 0;
	for (const struct clair_finding *f = first; names != NULL && f != NULL; f = f->next) {
		const size_t length = strlen(f->fingerprint);
		struct clair_identity *name = &names[count++];

		name->before = number_of(&known, f->fingerprint, length);
		write_name(name, mix_number(mix(identities->hash, f->fingerprint, length), name->before));
	}
	if (names == NULL || identities->page.failed || identities->mem.failed)
		identities->report->failed = true;
	return names;
}
