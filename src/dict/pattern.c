/* Reads patterns.conf: `name = /expression/flags`, one a line. Compiled at once, so that a mistake is
 * told at the start; the JIT waits for the first use, since one page needs few of them. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "dict/store.h"

#include <pcre2.h>
#include <string.h>

enum { MATCH_LIMIT = 200000, DEPTH_LIMIT = 1000, HEAP_LIMIT_KIB = 4096 };

struct clair_pattern {
	const char *name;
	pcre2_code *code;
	pcre2_match_context *limits;
	atomic_bool ready;
};

static enum clair_status
refuse(const struct clair_complaint *complaint, const char *path, unsigned line, const char *what,
    const char *detail)
{
	clair_complain(complaint, path, line, what, detail);
	return CLAIR_BAD_INPUT;
}

bool
clair_pattern_flags(const char *flags, size_t length, uint32_t *options)
{
	*options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	for (size_t i = 0; i < length; i++) {
		if (flags[i] == 'i')
			*options |= PCRE2_CASELESS;
		else if (flags[i] == 'x')
			*options |= PCRE2_EXTENDED;
		else if (flags[i] == 'm')
			*options |= PCRE2_MULTILINE;
		else if (flags[i] == 's')
			*options |= PCRE2_DOTALL;
		else
			return false;
	}
	return true;
}

static pcre2_match_context *
make_limits(void)
{
	pcre2_match_context *limits = pcre2_match_context_create(NULL);

	if (limits == NULL)
		return NULL;
	pcre2_set_match_limit(limits, MATCH_LIMIT);
	pcre2_set_depth_limit(limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(limits, HEAP_LIMIT_KIB);
	return limits;
}

struct spelled {
	const char *name, *expression, *flags;
	size_t name_length, expression_length, flags_length;
};

static bool
split_line(const struct clair_line *line, struct spelled *out)
{
	const char *end = line->text + line->length;
	const char *equal = memchr(line->text, '=', line->length);
	const char *open;
	const char *close;

	if (equal == NULL)
		return false;
	for (open = equal + 1; open < end && *open == ' ';)
		open++;
	if (open >= end || *open != '/')
		return false;
	close = memrchr(open, '/', (size_t)(end - open));
	if (close <= open + 1)
		return false;
	out->name = line->text;
	out->name_length = (size_t)(equal - line->text);
	while (out->name_length > 0 && out->name[out->name_length - 1] == ' ')
		out->name_length--;
	out->expression = open + 1;
	out->expression_length = (size_t)(close - open - 1);
	out->flags = close + 1;
	out->flags_length = (size_t)(end - close - 1);
	return out->name_length > 0;
}

static enum clair_status
compile(struct clair_dict *dict, const struct clair_complaint *complaint, const char *path,
    const struct clair_line *line, struct clair_pattern *pattern)
{
	struct spelled spelled;
	uint32_t options;
	int code;
	size_t at;
	void **place;

	if (!split_line(line, &spelled))
		return refuse(complaint, path, line->number, "il faut « nom = /expression/options »", "");
	if (!clair_pattern_flags(spelled.flags, spelled.flags_length, &options))
		return refuse(complaint, path, line->number, "options possibles : i, m, s, x", "");
	pattern->name = clair_strndup(&dict->mem, spelled.name, spelled.name_length);
	place = clair_map_at(&dict->pattern_by_name, pattern->name, spelled.name_length);
	if (place == NULL)
		return CLAIR_NO_MEMORY;
	if (*place != NULL)
		return refuse(complaint, path, line->number, "nom en double : ", pattern->name);
	*place = pattern;
	pattern->code = pcre2_compile((PCRE2_SPTR)spelled.expression, spelled.expression_length,
	    options, &code, &at, NULL);
	if (pattern->code == NULL) {
		unsigned char text[160];

		pcre2_get_error_message(code, text, sizeof(text));
		return refuse(complaint, path, line->number, "expression fausse : ",
		    clair_asprintf(complaint->arena, "%s (%zu)", (const char *)text, at));
	}
	pattern->limits = make_limits();
	return pattern->limits == NULL ? CLAIR_NO_MEMORY : CLAIR_OK;
}

static bool
is_pattern(const struct clair_line *line)
{
	return line->length != 0 && line->text[0] != '#';
}

enum clair_status
clair_patterns_load(struct clair_dict *dict, const struct clair_complaint *complaint)
{
	const char *path = clair_asprintf(&dict->mem, "%s/patterns.conf", dict->folder);
	struct clair_line line = {.number = 0};
	enum clair_status status = CLAIR_OK;
	struct clair_file file;
	const char *rest;
	size_t count = 0;

	if (clair_file_map(&file, path) != CLAIR_OK) {
		clair_complain(complaint, path, 0, "fichier illisible", "");
		return CLAIR_IO;
	}
	for (rest = file.bytes; clair_line_next(&line, &rest, file.bytes + file.length);)
		count += is_pattern(&line);
	clair_map_init(&dict->pattern_by_name, &dict->mem);
	dict->patterns = clair_alloc_array(&dict->mem, count, sizeof(*dict->patterns));
	if (dict->patterns == NULL)
		status = CLAIR_NO_MEMORY;
	line.number = 0;
	rest = file.bytes;
	while (status == CLAIR_OK && clair_line_next(&line, &rest, file.bytes + file.length))
		if (is_pattern(&line))
			status =
			    compile(dict, complaint, path, &line, &dict->patterns[dict->pattern_count++]);
	clair_file_unmap(&file);
	return status;
}

void
clair_patterns_free(struct clair_dict *dict)
{
	for (size_t i = 0; i < dict->pattern_count; i++) {
		pcre2_code_free(dict->patterns[i].code);
		pcre2_match_context_free(dict->patterns[i].limits);
	}
}

/* pcre2_jit_compile must not run while another thread matches with the same code. A machine without
 * JIT gives an error here, and the interpreter is used. */
static void
make_ready(const struct clair_dict *dict, struct clair_pattern *pattern)
{
	if (atomic_load_explicit(&pattern->ready, memory_order_acquire))
		return;
	pthread_mutex_lock(&dict->shared->lock);
	if (!atomic_load_explicit(&pattern->ready, memory_order_relaxed)) {
		(void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
		atomic_store_explicit(&pattern->ready, true, memory_order_release);
	}
	pthread_mutex_unlock(&dict->shared->lock);
}

bool
clair_dict_has_pattern(const struct clair_dict *dict, const char *pattern)
{
	return clair_map_get(&dict->pattern_by_name, pattern, strlen(pattern)) != NULL;
}

bool
clair_dict_match(const struct clair_dict *dict, const char *name, const char *text, size_t length,
    size_t from, size_t *offset, size_t *match_length)
{
	struct clair_pattern *pattern = clair_map_get(&dict->pattern_by_name, name, strlen(name));
	pcre2_match_data *found;
	bool matched;

	/* The check of UTF-8 is off below: start on a character. */
	while (from < length && ((unsigned char)text[from] & 0xC0) == 0x80)
		from++;
	if (pattern == NULL || from > length)
		return false;
	make_ready(dict, pattern);
	found = pcre2_match_data_create(1, NULL);
	if (found == NULL)
		return false;
	/* A limit that is met gives a negative number, as no match does: 0 means that one pair was
	 * too few for the groups. */
	matched = pcre2_match(pattern->code, (PCRE2_SPTR)text, length, from, PCRE2_NO_UTF_CHECK,
	              found, pattern->limits) >= 0;
	if (matched) {
		const size_t *span = pcre2_get_ovector_pointer(found);

		/* \K in a lookahead may end before it starts. */
		matched = span[1] >= span[0];
		*offset = span[0];
		*match_length = matched ? span[1] - span[0] : 0;
	}
	pcre2_match_data_free(found);
	return matched;
}
