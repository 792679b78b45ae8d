/* Reads files of rules: sections between brackets, `key = value`, longer values on lines that start with a space. */
#include "base/buf.h"
#include "base/map.h"
#include "engine/declared.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum { KEYS = 60 };

struct reader {
	struct clair_rule_set *set;
	const char *file;
	const char *at, *end;
	unsigned line;           /* of the line read */
	const char *text;        /* of it, without its end */
	size_t length;
	struct clair_declared_entry entries[KEYS];
	struct clair_declared_section section;
};

bool
clair_declared_blame(struct clair_rule_set *set, const char *file, unsigned line, const char *fr,
    const char *en, ...)
{
	char text[600];
	va_list arguments;

	va_start(arguments, en);
	vsnprintf(text, sizeof(text), set->lang == CLAIR_FR ? fr : en, arguments);
	va_end(arguments);
	set->error = clair_asprintf(&set->mem, "%s:%u: %s", file, line, text);
	return false;
}

/* --- Lines ------------------------------------------------------------------------------------------- */

static bool
next_line(struct reader *reader)
{
	const char *end;

	if (reader->at >= reader->end)
		return false;
	end = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
	if (end == NULL)
		end = reader->end;
	reader->text = reader->at;
	reader->length = (size_t)(end - reader->at);
	if (reader->length > 0 && end[-1] == '\r')
		reader->length--;
	reader->at = end + 1;
	reader->line++;
	return true;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static bool
goes_on(const struct reader *reader)
{
	return reader->at < reader->end && is_blank(*reader->at);
}

/* Trimmed at both ends, in the arena. */
static const char *
trimmed(struct clair_arena *arena, const char *text, size_t length)
{
	while (length > 0 && is_blank(text[0])) {
		text++;
		length--;
	}
	while (length > 0 && is_blank(text[length - 1]))
		length--;
	return clair_strndup(arena, text, length);
}

/* --- Sections ---------------------------------------------------------------------------------------- */

static bool
end_section(struct reader *reader)
{
	bool fine = reader->section.name == NULL || clair_declared_make(reader->set, &reader->section);

	reader->section = (struct clair_declared_section){.file = reader->file, .entries = reader->entries};
	return fine;
}

static bool
start_section(struct reader *reader)
{
	if (!end_section(reader))
		return false;
	if (reader->text[reader->length - 1] != ']')
		return clair_declared_blame(reader->set, reader->file, reader->line,
		    "il manque le crochet ] après le nom de la règle", "the bracket ] after the name of the rule is missing");
	reader->section.line = reader->line;
	reader->section.name = trimmed(&reader->set->mem, reader->text + 1, reader->length - 2);
	return true;
}

static const char *
read_value(struct reader *reader, const char *equal)
{
	struct clair_arena *mem = &reader->set->mem;
	struct clair_buf whole;
	const char *value;

	clair_buf_init(&whole, 0);
	clair_buf_puts(&whole, trimmed(mem, equal + 1, reader->length - (size_t)(equal + 1 - reader->text)));
	while (goes_on(reader) && next_line(reader)) {
		clair_buf_putc(&whole, '\n');
		clair_buf_puts(&whole, trimmed(mem, reader->text, reader->length));
	}
	value = clair_strdup(mem, whole.bytes);
	mem->failed |= whole.failed;
	clair_buf_free(&whole);
	return value;
}

static bool
read_entry(struct reader *reader)
{
	const char *equal = memchr(reader->text, '=', reader->length);
	struct clair_declared_entry *entry = &reader->entries[reader->section.count];

	if (equal == NULL)
		return clair_declared_blame(reader->set, reader->file, reader->line,
		    "il faut « clé = valeur », ou [thème/nom] pour commencer une règle",
		    "“key = value” is wanted, or [theme/name] to start a rule");
	if (reader->section.name == NULL)
		return clair_declared_blame(reader->set, reader->file, reader->line,
		    "une règle commence par son nom : [thème/nom]", "a rule starts with its name: [theme/name]");
	if (reader->section.count == KEYS)
		return clair_declared_blame(reader->set, reader->file, reader->line,
		    "trop de lignes dans cette règle", "too many lines in this rule");
	entry->line = reader->line;
	entry->key = trimmed(&reader->set->mem, reader->text, (size_t)(equal - reader->text));
	entry->value = read_value(reader, equal);
	reader->section.count++;
	return true;
}

static bool
read_lines(struct reader *reader)
{
	while (next_line(reader)) {
		bool fine = true;

		if (reader->length == 0 || reader->text[0] == '#' || reader->text[0] == ';')
			continue;
		if (reader->text[0] == '[')
			fine = start_section(reader);
		else if (!is_blank(reader->text[0]))
			fine = read_entry(reader);
		else if (trimmed(&reader->set->mem, reader->text, reader->length)[0] != '\0')
			fine = clair_declared_blame(reader->set, reader->file, reader->line,
			    "cette ligne commence par une espace, mais ne continue rien",
			    "this line starts with a space, but goes on from nothing");
		if (!fine)
			return false;
	}
	return end_section(reader);
}

/* --- Files ------------------------------------------------------------------------------------------- */

static unsigned
line_at(const struct clair_rule_file *file, size_t offset)
{
	unsigned line = 1;

	for (size_t i = 0; i < offset; i++)
		line += file->bytes[i] == '\n';
	return line;
}

/* Text in UTF-8, without control characters: its words go to terminals and reports. */
static bool
is_text(struct clair_rule_set *set, const struct clair_rule_file *file)
{
	const uint8_t *wrong = u8_check((const uint8_t *)file->bytes, file->length);

	if (wrong != NULL)
		return clair_declared_blame(set, file->name, line_at(file, (size_t)(wrong - (const uint8_t *)file->bytes)),
		    "ce n’est pas de l’UTF-8", "this is not UTF-8");
	for (size_t i = 0; i < file->length; i++) {
		unsigned char byte = (unsigned char)file->bytes[i];

		if (byte >= 0x20 ? byte != 0x7F : byte == '\t' || byte == '\n' || byte == '\r')
			continue;
		return clair_declared_blame(set, file->name, line_at(file, i), "caractère de contrôle (%u)",
		    "control character (%u)", byte);
	}
	return true;
}

static bool
read_file(struct clair_rule_set *set, const struct clair_rule_file *file)
{
	struct reader reader = {
	    .set = set,
	    .file = clair_strdup(&set->mem, file->name),
	    .at = file->bytes,
	    .end = file->bytes + file->length,
	};
	size_t before = set->count;

	if (file->length > CLAIR_DECLARED_FILE_BYTES)
		return clair_declared_blame(set, file->name, 1, "fichier de plus de %d octets",
		    "file of more than %d bytes", CLAIR_DECLARED_FILE_BYTES);
	if (!is_text(set, file))
		return false;
	if (file->length >= 3 && memcmp(file->bytes, "\xEF\xBB\xBF", 3) == 0)
		reader.at += 3;
	reader.section = (struct clair_declared_section){.file = reader.file, .entries = reader.entries};
	if (!read_lines(&reader))
		return false;
	return set->count > before ||
	    clair_declared_blame(set, file->name, 1, "aucune règle dans ce fichier", "no rule in this file");
}

enum clair_status
clair_rule_set_new(struct clair_rule_set **out, const struct clair_rule_file *files, size_t count,
    enum clair_lang lang)
{
	struct clair_rule_set *set = calloc(1, sizeof(*set));
	bool fine = true;

	*out = set;
	if (set == NULL)
		return CLAIR_NO_MEMORY;
	clair_arena_init(&set->mem, 0);
	set->lang = lang;
	set->error = "";
	set->digest = CLAIR_HASH_SEED;
	set->rules =
	    clair_alloc_array(&set->mem, CLAIR_DECLARED_RULES, sizeof(struct clair_declared_rule *));
	for (size_t i = 0; i < count && fine && !set->mem.failed; i++) {
		set->digest = clair_hash(files[i].bytes, files[i].length, set->digest);
		fine = read_file(set, &files[i]);
	}
	if (set->mem.failed)
		return CLAIR_NO_MEMORY;
	return fine ? CLAIR_OK : CLAIR_BAD_RULE;
}

void
clair_rule_set_free(struct clair_rule_set *set)
{
	if (set == NULL)
		return;
	for (size_t i = 0; i < set->count; i++)
		clair_regex_free(set->rules[i]->regex);
	clair_arena_free(&set->mem);
	free(set);
}

const char *
clair_rule_set_error(const struct clair_rule_set *set)
{
	return set == NULL || set->mem.failed ? "no memory" : set->error;
}

size_t
clair_rule_set_count(const struct clair_rule_set *set)
{
	return set == NULL ? 0 : set->count;
}

const struct clair_rule *
clair_rule_set_at(const struct clair_rule_set *set, size_t index)
{
	return &set->rules[index]->rule;
}

size_t
clair_rule_set_examples(const struct clair_rule_set *set, size_t index)
{
	return set->rules[index]->example_count;
}

const char *
clair_rule_set_example(const struct clair_rule_set *set, size_t index, bool fails)
{
	const struct clair_declared_rule *rule = set->rules[index];

	for (size_t i = 0; i < rule->example_count; i++) {
		if (rule->examples[i].fails == fails)
			return rule->examples[i].html;
	}
	return NULL;
}
