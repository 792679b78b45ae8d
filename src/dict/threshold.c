/* Reads seuils.conf: sections in square brackets, six fields each. */
#include "dict/store.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum field { VALUE, MIN, MAX, UNIT, WHY, SOURCE, FIELD_COUNT };

static const char *const field_names[FIELD_COUNT] = {"value", "min", "max", "unit", "why", "source"};

struct reader {
	struct clair_dict *dict;
	const struct clair_complaint *complaint;
	const char *path;
	struct clair_line line;
	struct clair_threshold *current; /* NULL before the first section */
	unsigned section_line;
	unsigned seen;                   /* bits of enum field */
	size_t room;
};

static enum clair_status
refuse(const struct reader *reader, unsigned line, const char *what, const char *detail)
{
	clair_complain(reader->complaint, reader->path, line, what, detail);
	return CLAIR_BAD_INPUT;
}

static enum clair_status
close_section(const struct reader *reader)
{
	const struct clair_threshold *threshold = reader->current;

	if (threshold == NULL)
		return CLAIR_OK;
	for (unsigned i = 0; i < FIELD_COUNT; i++)
		if ((reader->seen & (1u << i)) == 0)
			return refuse(reader, reader->section_line, "champ manquant : ", field_names[i]);
	if (threshold->min > threshold->max)
		return refuse(reader, reader->section_line, "min dépasse max : ", threshold->key);
	if (threshold->value < threshold->min || threshold->value > threshold->max)
		return refuse(reader, reader->section_line, "valeur hors des bornes : ", threshold->key);
	return CLAIR_OK;
}

static bool
grow(struct reader *reader)
{
	struct clair_dict *dict = reader->dict;
	size_t room = reader->room == 0 ? 64 : reader->room * 2;
	struct clair_threshold *all;

	if (dict->threshold_count < reader->room)
		return true;
	all = clair_alloc_array(&dict->mem, room, sizeof(*all));
	if (all == NULL)
		return false;
	if (dict->threshold_count != 0)
		memcpy(all, dict->thresholds, dict->threshold_count * sizeof(*all));
	dict->thresholds = all;
	reader->room = room;
	return true;
}

static enum clair_status
open_section(struct reader *reader)
{
	struct clair_dict *dict = reader->dict;
	const struct clair_line *line = &reader->line;
	enum clair_status status = close_section(reader);
	const char *key;

	if (status != CLAIR_OK)
		return status;
	if (line->length < 3 || line->text[line->length - 1] != ']')
		return refuse(reader, line->number, "il faut un nom entre crochets", "");
	if (!grow(reader))
		return CLAIR_NO_MEMORY;
	key = clair_strndup(&dict->mem, line->text + 1, line->length - 2);
	for (size_t i = 0; i < dict->threshold_count; i++)
		if (strcmp(dict->thresholds[i].key, key) == 0)
			return refuse(reader, line->number, "clé en double : ", key);
	reader->current = &dict->thresholds[dict->threshold_count++];
	reader->current->key = key;
	reader->section_line = line->number;
	reader->seen = 0;
	return CLAIR_OK;
}

bool
clair_read_number(const char *text, double *number)
{
	char *end;

	/* strtod follows the locale of the host program for the decimal sign: numbers are written
	 * with a point, so the fraction is read apart. */
	errno = 0;
	*number = (double)strtol(text, &end, 10);
	if (end == text || errno != 0)
		return false;
	if (*end == '.') {
		double unit = text[0] == '-' ? -1 : 1;

		for (end++; *end >= '0' && *end <= '9'; end++) {
			unit /= 10;
			*number += unit * (*end - '0');
		}
	}
	return *end == '\0';
}

static enum clair_status
set_field(struct reader *reader, enum field field, const char *value)
{
	struct clair_threshold *threshold = reader->current;
	double number = 0;

	if ((reader->seen & (1u << field)) != 0)
		return refuse(reader, reader->line.number, "champ en double : ", field_names[field]);
	reader->seen |= 1u << field;
	if (value[0] == '\0')
		return refuse(reader, reader->line.number, "champ vide : ", field_names[field]);
	if (field <= MAX && !clair_read_number(value, &number))
		return refuse(reader, reader->line.number, "il faut un nombre : ", value);
	switch (field) {
	case VALUE:
		threshold->value = number;
		break;
	case MIN:
		threshold->min = number;
		break;
	case MAX:
		threshold->max = number;
		break;
	case UNIT:
		threshold->unit = value;
		break;
	case WHY:
		threshold->why = value;
		break;
	default:
		threshold->source = value;
		break;
	}
	return CLAIR_OK;
}

static enum clair_status
read_field(struct reader *reader)
{
	const struct clair_line *line = &reader->line;
	const char *equal = memchr(line->text, '=', line->length);
	const char *end = line->text + line->length;
	const char *value;
	size_t length;

	if (equal == NULL)
		return refuse(reader, line->number, "il faut « champ = valeur »", "");
	if (reader->current == NULL)
		return refuse(reader, line->number, "champ avant tout [nom]", "");
	length = (size_t)(equal - line->text);
	while (length > 0 && line->text[length - 1] == ' ')
		length--;
	for (value = equal + 1; value < end && *value == ' ';)
		value++;
	for (unsigned i = 0; i < FIELD_COUNT; i++)
		if (strlen(field_names[i]) == length && memcmp(field_names[i], line->text, length) == 0)
			return set_field(reader, (enum field)i,
			    clair_strndup(&reader->dict->mem, value, (size_t)(end - value)));
	return refuse(reader, line->number,
	    "champ inconnu : ", clair_strndup(&reader->dict->mem, line->text, length));
}

static enum clair_status
read_lines(struct reader *reader, const struct clair_file *file)
{
	const char *rest = file->bytes;
	enum clair_status status = CLAIR_OK;

	while (status == CLAIR_OK &&
	    clair_line_next(&reader->line, &rest, file->bytes + file->length)) {
		if (reader->line.length == 0 || reader->line.text[0] == '#')
			continue;
		status = reader->line.text[0] == '[' ? open_section(reader) : read_field(reader);
	}
	return status == CLAIR_OK ? close_section(reader) : status;
}

enum clair_status
clair_thresholds_load(struct clair_dict *dict, const struct clair_complaint *complaint)
{
	struct reader reader = {.dict = dict, .complaint = complaint};
	struct clair_file file;
	enum clair_status status;

	reader.path = clair_asprintf(&dict->mem, "%s/seuils.conf", dict->folder);
	if (clair_file_map(&file, reader.path) != CLAIR_OK) {
		clair_complain(complaint, reader.path, 0, "fichier illisible", "");
		return CLAIR_IO;
	}
	status = read_lines(&reader, &file);
	clair_file_unmap(&file);
	if (status != CLAIR_OK)
		return status;
	clair_map_init(&dict->threshold_by_key, &dict->mem);
	for (size_t i = 0; i < dict->threshold_count; i++) {
		struct clair_threshold *threshold = &dict->thresholds[i];
		void **place =
		    clair_map_at(&dict->threshold_by_key, threshold->key, strlen(threshold->key));

		if (place == NULL)
			return CLAIR_NO_MEMORY;
		*place = threshold;
	}
	return CLAIR_OK;
}

const struct clair_threshold *
clair_dict_threshold(const struct clair_dict *dict, const char *key)
{
	return clair_map_get(&dict->threshold_by_key, key, strlen(key));
}

size_t
clair_dict_threshold_count(const struct clair_dict *dict)
{
	return dict->threshold_count;
}

const struct clair_threshold *
clair_dict_threshold_at(const struct clair_dict *dict, size_t index)
{
	return &dict->thresholds[index];
}

enum clair_status
clair_dict_set_threshold(struct clair_dict *dict, const char *key, double value)
{
	struct clair_threshold *threshold =
	    clair_map_get(&dict->threshold_by_key, key, strlen(key));

	if (threshold == NULL)
		return CLAIR_NOT_FOUND;
	if (isnan(value) || value < threshold->min || value > threshold->max)
		return CLAIR_BAD_INPUT;
	threshold->value = value;
	return CLAIR_OK;
}
