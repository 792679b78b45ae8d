/* The campaign file in YAML, and the file of replies. */
#include "base/day.h"
#include "base/nearest.h"
#include "campaign/reader.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct reader {
	struct clair_campaign_file *file;
	yaml_document_t document;
	const char *path;
	bool has_sites;
};

#define BLAME(reader, mark, ...) \
	do { \
		const struct clair_campaign_place blamed = place_of((reader), (mark)); \
\
		clair_campaign_blame((reader)->file, &blamed, __VA_ARGS__); \
	} while (0)

static struct clair_campaign_place
place_of(const struct reader *reader, const yaml_mark_t *mark)
{
	return (struct clair_campaign_place){reader->path, (uint32_t)mark->line + 1, (uint32_t)mark->column + 1};
}

static yaml_node_t *
node_at(struct reader *reader, int index)
{
	return yaml_document_get_node(&reader->document, index);
}

/* The text of a scalar, or NULL after a fault. */
static const char *
scalar(struct reader *reader, const yaml_node_t *node, const char *what)
{
	if (node->type == YAML_SCALAR_NODE && strlen((const char *)node->data.scalar.value) == node->data.scalar.length)
		return clair_strdup(&reader->file->mem, (const char *)node->data.scalar.value);
	BLAME(reader, &node->start_mark, "« %s » attend un texte, sur une ou plusieurs lignes",
	    "“%s” takes a text, on one or several lines", what);
	return NULL;
}

typedef void pair_fn(struct reader *reader, const char *key, const yaml_node_t *key_node, const yaml_node_t *value,
    void *payload);

/* Each pair of a mapping; a key given twice is a fault. */
static void
each_pair(struct reader *reader, const yaml_node_t *map, const char *what, pair_fn *take, void *payload)
{
	if (map->type != YAML_MAPPING_NODE) {
		BLAME(reader, &map->start_mark, "« %s » attend des lignes « clé : valeur »",
		    "“%s” takes lines of the form “key: value”", what);
		return;
	}
	for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top; pair++) {
		const yaml_node_t *key_node = node_at(reader, pair->key);
		const char *key = scalar(reader, key_node, "?");
		bool is_first = true;

		for (yaml_node_pair_t *other = map->data.mapping.pairs.start; key != NULL && other < pair; other++) {
			const yaml_node_t *before = node_at(reader, other->key);

			is_first &= before->type != YAML_SCALAR_NODE || strcmp((const char *)before->data.scalar.value, key) != 0;
		}
		if (!is_first)
			BLAME(reader, &key_node->start_mark, "la clé « %s » est déjà donnée plus haut",
			    "the key “%s” was already given above", key);
		else if (key != NULL)
			take(reader, key, key_node, node_at(reader, pair->value), payload);
	}
}

typedef void item_fn(struct reader *reader, const yaml_node_t *item);

static void
each_item(struct reader *reader, const yaml_node_t *list, const char *what, item_fn *take)
{
	if (list->type == YAML_SCALAR_NODE && list->data.scalar.length == 0)
		return;
	if (list->type != YAML_SEQUENCE_NODE) {
		BLAME(reader, &list->start_mark, "« %s » attend une liste, avec des tirets", "“%s” takes a list, with dashes",
		    what);
		return;
	}
	for (yaml_node_item_t *item = list->data.sequence.items.start; item < list->data.sequence.items.top; item++)
		take(reader, node_at(reader, *item));
}

static void
blame_key(struct reader *reader, const char *key, const yaml_node_t *node, const char *nearest)
{
	BLAME(reader, &node->start_mark, "la clé « %s » n’existe pas ici%s", "there is no key “%s” here%s", key,
	    clair_campaign_did_you_mean(reader->file, nearest));
}

/* One text of a mapping. */
struct text_field {
	const char *name;
	const char **value;
	bool is_day;
};

struct text_fields {
	const struct text_field *list;
	size_t count;
};

static void
take_text_field(struct reader *reader, const char *key, const yaml_node_t *key_node, const yaml_node_t *value,
    void *payload)
{
	const struct text_fields *fields = payload;
	struct clair_nearest near;

	clair_nearest_start(&near, key);
	for (size_t i = 0; i < fields->count; i++) {
		const struct text_field *field = &fields->list[i];

		clair_nearest_try(&near, field->name);
		if (strcmp(field->name, key) != 0)
			continue;
		*field->value = scalar(reader, value, key);
		if (field->is_day && *field->value != NULL && !clair_is_day(*field->value))
			BLAME(reader, &value->start_mark, "« %s » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2027-01-31",
			    "“%s” is not a date. Write YYYY-MM-DD, for example 2027-01-31", *field->value);
		return;
	}
	blame_key(reader, key, key_node, near.best);
}

/* --- Sites --------------------------------------------------------------------------------------------- */

static void
take_site_key(struct reader *reader, const char *key, const yaml_node_t *key_node, const yaml_node_t *value,
    void *payload)
{
	struct clair_campaign_row *row = payload;
	const char *nearest = NULL;
	const enum clair_campaign_field field = clair_campaign_field_of(key, &nearest);

	if (field == CLAIR_FIELD_COUNT) {
		blame_key(reader, key, key_node, nearest);
		return;
	}
	row->text[field] = scalar(reader, value, key);
	row->at[field] = place_of(reader, &value->start_mark);
}

static void
take_site(struct reader *reader, const yaml_node_t *node)
{
	struct clair_campaign_row row = {.place = place_of(reader, &node->start_mark)};

	/* A site may be its address alone. */
	if (node->type == YAML_SCALAR_NODE) {
		row.text[CLAIR_FIELD_ADDRESS] = scalar(reader, node, "sites");
		row.at[CLAIR_FIELD_ADDRESS] = row.place;
	} else {
		each_pair(reader, node, "sites", take_site_key, &row);
	}
	clair_campaign_take(reader->file, &row);
}

static void
claim_sites(struct reader *reader, const yaml_node_t *node, const char *path)
{
	if (reader->has_sites)
		BLAME(reader, &node->start_mark, "les sites sont donnés deux fois : gardez « sites » ou « sites-file »",
		    "the sites are given twice: keep “sites” or “sites-file”");
	reader->has_sites = true;
	reader->file->campaign.sites_path = path;
}

static void
take_sites_file(struct reader *reader, const yaml_node_t *value)
{
	const struct clair_campaign_place where = place_of(reader, &value->start_mark);
	const char *path = scalar(reader, value, "sites-file");
	const bool had_sites = reader->has_sites;

	if (path == NULL)
		return;
	path = clair_campaign_beside(reader->file, path);
	claim_sites(reader, value, path);
	if (!had_sites)
		clair_campaign_read_csv(reader->file, path, &where);
}

/* --- Who asked to be left alone -------------------------------------------------------------------------- */

/* Small letters, digits, dots and hyphens, with a dot inside. */
static bool
is_host(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen(text) && text[0] != '.' &&
	    strchr(text, '.') != NULL;
}

static void
place_opt_out(struct reader *reader, const yaml_node_t *node, struct clair_opt_out *one)
{
	const struct clair_campaign_input *input = reader->file->input;
	char *address;

	if (one->host != NULL && !is_host(one->host))
		BLAME(reader, &node->start_mark, "« %s » n’est pas un nom de serveur, en minuscules. Exemple : ville.fr",
		    "“%s” is not the name of a server, in small letters. Example: ville.fr", one->host);
	if (one->address == NULL)
		return;
	address = input->resolve(input->payload, NULL, one->address);
	if (address == NULL)
		BLAME(reader, &node->start_mark, "« %s » n’est pas l’adresse d’un site", "“%s” is not the address of a site",
		    one->address);
	else
		one->address = clair_strdup(&reader->file->mem, address);
	free(address);
}

static void
take_opt_out(struct reader *reader, const yaml_node_t *node)
{
	struct clair_campaign *campaign = &reader->file->campaign;
	struct clair_opt_out one = {.line = (uint32_t)node->start_mark.line + 1};
	const struct text_field fields[] = {{"host", &one.host, false}, {"address", &one.address, false},
		{"reason", &one.reason, false}, {"date", &one.day, true}};
	struct text_fields list = {fields, sizeof(fields) / sizeof(*fields)};
	struct clair_opt_out *all;

	each_pair(reader, node, "opt-out", take_text_field, &list);
	if ((one.host == NULL) == (one.address == NULL))
		BLAME(reader, &node->start_mark, "une demande de retrait donne « host » ou « address », l’un des deux",
		    "a request to be left alone gives “host” or “address”, one of them");
	if (one.reason == NULL || one.reason[0] == '\0' || one.day == NULL)
		BLAME(reader, &node->start_mark, "une demande de retrait donne sa raison (reason) et sa date (date)",
		    "a request to be left alone gives its reason and its date");
	place_opt_out(reader, node, &one);
	all = clair_campaign_grow(
	    &reader->file->mem, (void *)(uintptr_t)campaign->opt_outs, campaign->opt_out_count, sizeof(*all));
	if (all == NULL)
		return;
	all[campaign->opt_out_count++] = one;
	campaign->opt_outs = all;
}

/* --- Replies --------------------------------------------------------------------------------------------- */

static void
take_reply(struct reader *reader, const yaml_node_t *node)
{
	struct clair_campaign_file *file = reader->file;
	struct clair_campaign *campaign = &file->campaign;
	struct clair_reply one = {.line = (uint32_t)node->start_mark.line + 1};
	const struct text_field fields[] = {{"address", &one.key, false}, {"date", &one.day, true},
		{"signed-by", &one.signed_by, false}, {"text", &one.text, false}};
	struct text_fields list = {fields, sizeof(fields) / sizeof(*fields)};
	struct clair_reply *all;
	char *key;

	each_pair(reader, node, "replies", take_text_field, &list);
	if (one.key == NULL || one.day == NULL || one.text == NULL || one.text[0] == '\0') {
		BLAME(reader, &node->start_mark, "une réponse donne l’adresse du site (address), sa date (date) et son texte (text)",
		    "a reply gives the address of the site, its date and its text");
		return;
	}
	key = file->input->resolve(file->input->payload, NULL, one.key);
	if (key == NULL || clair_map_get(&file->by_key, key, strlen(key)) == NULL)
		BLAME(reader, &node->start_mark, "« %s » n’est l’adresse d’aucun site de la campagne",
		    "“%s” is the address of no site of the campaign", one.key);
	one.key = key == NULL ? "" : clair_strdup(&file->mem, key);
	free(key);
	one.signed_by = one.signed_by == NULL ? "" : one.signed_by;
	all = clair_campaign_grow(&file->mem, (void *)(uintptr_t)campaign->replies, campaign->reply_count, sizeof(*all));
	if (all == NULL)
		return;
	all[campaign->reply_count++] = one;
	campaign->replies = all;
}

/* --- Keys of the top --------------------------------------------------------------------------------------- */

/* A number of a campaign; whole, unless it goes to `real`. */
struct number_field {
	const char *name;
	uint32_t *value;
	double *real;
	double low, high;
};

static void
take_number(struct reader *reader, const yaml_node_t *node, const struct number_field *field)
{
	const char *text = scalar(reader, node, field->name);
	char *end = NULL;
	double number = text == NULL ? 0 : strtod(text, &end);
	bool is_whole;

	if (text == NULL)
		return;
	is_whole = number >= 0 && number <= UINT32_MAX && number == (double)(uint32_t)number;
	if (end == text || *end != '\0' || !(number >= field->low && number <= field->high) ||
	    (field->real == NULL && !is_whole)) {
		BLAME(reader, &node->start_mark, "« %s » attend un nombre de %.0f à %.0f, pas « %s »",
		    "“%s” takes a number from %.0f to %.0f, not “%s”", field->name, field->low, field->high, text);
		return;
	}
	if (field->real != NULL)
		*field->real = number;
	else
		*field->value = (uint32_t)number;
}

static void
check_name(struct reader *reader, const yaml_node_t *node)
{
	const char *name = reader->file->campaign.name;

	if (name != NULL && (name[0] == '\0' || name[0] == '.' || strlen(name) > 100 ||
		strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") != strlen(name)))
		BLAME(reader, &node->start_mark, "le nom « %s » n’est pas possible : lettres sans accent, chiffres, point, tirets",
		    "the name “%s” is not possible: letters without accents, digits, dot, hyphens", name);
}

static void
check_contact(struct reader *reader, const yaml_node_t *node)
{
	const char *contact = reader->file->campaign.contact;

	if (contact == NULL || strstr(contact, "://") != NULL || strchr(contact, '@') != NULL)
		return;
	BLAME(reader, &node->start_mark, "« contact » attend une adresse électronique ou celle d’une page, pas « %s »",
	    "“contact” takes an e-mail address or that of a page, not “%s”", contact);
}

/* A path beside the file; an address of a database stays as it is. */
static void
take_path(struct reader *reader, const char **path)
{
	if (*path != NULL && strstr(*path, "://") == NULL)
		*path = clair_campaign_beside(reader->file, *path);
}

/* True when the key is one of a text. */
static bool
take_text_key(struct reader *reader, const char *key, const yaml_node_t *value, struct clair_nearest *near)
{
	struct clair_campaign *campaign = &reader->file->campaign;
	const struct text_field fields[] = {{"campaign", &campaign->name, false}, {"title", &campaign->title, false},
		{"publisher", &campaign->publisher, false}, {"contact", &campaign->contact, false},
		{"store", &campaign->store, false}, {"archive", &campaign->archive, false}};

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		clair_nearest_try(near, fields[i].name);
		if (strcmp(fields[i].name, key) != 0)
			continue;
		*fields[i].value = scalar(reader, value, key);
		if (fields[i].value == &campaign->name)
			check_name(reader, value);
		if (fields[i].value == &campaign->contact)
			check_contact(reader, value);
		if (fields[i].value == &campaign->store || fields[i].value == &campaign->archive)
			take_path(reader, fields[i].value);
		return true;
	}
	return false;
}

static bool
take_number_key(struct reader *reader, const char *key, const yaml_node_t *value, struct clair_nearest *near)
{
	struct clair_campaign *campaign = &reader->file->campaign;
	const struct number_field fields[] = {{"max-pages", &campaign->max_pages, NULL, 1, 1000000},
		{"delay", NULL, &campaign->delay, 0, 3600}, {"hosts", &campaign->hosts, NULL, 1, 1024},
		{"lease", &campaign->lease, NULL, 5, 86400}, {"min-pages", &campaign->min_pages, NULL, 1, 1000},
		{"min-tests", &campaign->min_tests, NULL, 1, 258}};

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		clair_nearest_try(near, fields[i].name);
		if (strcmp(fields[i].name, key) != 0)
			continue;
		take_number(reader, value, &fields[i]);
		return true;
	}
	return false;
}

static void
take_top(struct reader *reader, const char *key, const yaml_node_t *key_node, const yaml_node_t *value, void *payload)
{
	const yaml_node_t **replies = payload;
	static const char *const parts[] = {"sites", "sites-file", "opt-out", "replies"};
	struct clair_nearest near;

	clair_nearest_start(&near, key);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		clair_nearest_try(&near, parts[i]);
	if (strcmp(key, "sites") == 0) {
		claim_sites(reader, value, reader->path);
		each_item(reader, value, key, take_site);
	} else if (strcmp(key, "sites-file") == 0) {
		take_sites_file(reader, value);
	} else if (strcmp(key, "opt-out") == 0) {
		each_item(reader, value, key, take_opt_out);
	} else if (strcmp(key, "replies") == 0) {
		*replies = value; /* they name sites: once these are known */
	} else if (!take_text_key(reader, key, value, &near) && !take_number_key(reader, key, value, &near)) {
		blame_key(reader, key, key_node, near.best);
	}
}

/* --- Documents ---------------------------------------------------------------------------------------------- */

/* The root, NULL after a fault. The caller deletes the document. */
static yaml_node_t *
open_document(struct reader *reader, const struct clair_campaign_place *where)
{
	yaml_parser_t parser;
	yaml_node_t *root = NULL;
	size_t length;
	char *bytes = clair_campaign_load(reader->file, reader->path, where, &length);

	memset(&reader->document, 0, sizeof(reader->document));
	if (bytes == NULL)
		return NULL;
	if (!yaml_parser_initialize(&parser)) {
		reader->file->mem.failed = true;
		free(bytes);
		return NULL;
	}
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
	if (!yaml_parser_load(&parser, &reader->document)) {
		BLAME(reader, &parser.problem_mark, "ce n’est pas du YAML correct (%s)", "this is not correct YAML (%s)",
		    parser.problem == NULL ? "?" : parser.problem);
	} else {
		root = yaml_document_get_root_node(&reader->document);
		if (root == NULL)
			BLAME(reader, &parser.mark, "ce fichier est vide", "this file is empty");
	}
	yaml_parser_delete(&parser);
	free(bytes);
	return root;
}

static void
read_replies(struct reader *top, const yaml_node_t *value)
{
	struct reader reader = {.file = top->file};
	const struct clair_campaign_place where = place_of(top, &value->start_mark);
	const char *path;
	const yaml_node_t *root;

	if (value->type == YAML_SEQUENCE_NODE) {
		each_item(top, value, "replies", take_reply);
		return;
	}
	path = scalar(top, value, "replies");
	if (path == NULL)
		return;
	reader.path = clair_campaign_beside(top->file, path);
	root = open_document(&reader, &where);
	if (root != NULL)
		each_item(&reader, root, "replies", take_reply);
	yaml_document_delete(&reader.document);
}

void
clair_campaign_read_yaml(struct clair_campaign_file *file)
{
	struct reader reader = {.file = file, .path = file->input->path};
	const yaml_node_t *replies = NULL;
	const yaml_node_t *root = open_document(&reader, NULL);

	if (root != NULL)
		each_pair(&reader, root, "campaign", take_top, &replies);
	if (replies != NULL)
		read_replies(&reader, replies);
	yaml_document_delete(&reader.document);
}
