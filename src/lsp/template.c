/* See template.h. */
#include "lsp/template.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	SHORTEST_LETTERS = 5,
	SUBTAG = 8,      /* letters of a part of a language tag (RFC 5646, 2.1) */
	MARKS = 1 << 16, /* of one page */
};

static const char start[] = "<!DOCTYPE html><html lang=\"fr\">";

/* The longest opening first. */
static const struct {
	const char *open, *close;
	bool is_text;
	bool to_end; /* without its close, it goes to the end of the page */
} forms[] = {
	{"<?=", "?>", true, false},
	{"<?", "?>", false, true},
	{"<%=", "%>", true, false},
	{"<%-", "%>", true, false},
	{"<%", "%>", false, false},
	{"{%", "%}", false, false},
	{"{#", "#}", false, false},
	{"{!!", "!!}", true, false},
	{"{{{", "}}}", true, false},
	{"{{", "}}", true, false},
};
enum { FORMS = sizeof(forms) / sizeof(forms[0]) };

/* What `{{` may begin besides a value: blocks of Handlebars, words of Go. */
static bool
is_block(const char *inside, size_t length)
{
	static const char *const words[] = {"if", "else", "end", "range", "with", "define", "template", "block",
	    "extends", "include", "partial"};
	size_t skip;
	size_t word = 0;

	if (length > 0 && strchr("#/^>!", inside[0]) != NULL)
		return true;
	for (skip = 0; skip < length && strchr("- \t\n\r", inside[skip]) != NULL; skip++)
		continue;
	while (skip + word < length && inside[skip + word] >= 'a' && inside[skip + word] <= 'z')
		word++;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strlen(words[i]) == word && memcmp(inside + skip, words[i], word) == 0 &&
		    (skip + word == length || strchr("- \t\n\r\"", inside[skip + word]) != NULL))
			return true;
	}
	return false;
}

/* The form that begins here, and where its mark ends. FORMS: none. What is never closed is looked for once. */
static size_t
read_mark(const char *at, const char *end, bool never_closed[static FORMS], const char **mark_end)
{
	for (size_t i = 0; i < FORMS; i++) {
		size_t open = strlen(forms[i].open);
		const char *close;

		if ((size_t)(end - at) < open || memcmp(at, forms[i].open, open) != 0)
			continue;
		/* <?xml … ?> is of the page. */
		if (end - at > 5 && strncasecmp(at, "<?xml", 5) == 0 && strchr(" \t\r\n", at[5]) != NULL)
			return FORMS;
		close = never_closed[i] ? NULL :
		    memmem(at + open, (size_t)(end - at) - open, forms[i].close, strlen(forms[i].close));
		never_closed[i] = close == NULL;
		if (close == NULL && !forms[i].to_end)
			continue;
		*mark_end = close == NULL ? end : close + strlen(forms[i].close);
		return i;
	}
	return FORMS;
}

/* Straight in <head> a text would end it: what stands there between two tags writes tags. */
static bool
writes_tags(const struct clair_template *template, size_t at, bool in_head)
{
	const char *tag;

	if (!in_head)
		return false;
	while (at > 0 && strchr(" \t\r\n", template->bytes[at - 1]) != NULL)
		at--;
	if (at == 0 || template->bytes[at - 1] != '>')
		return false;
	tag = memrchr(template->bytes, '<', at);
	return tag != NULL && strncasecmp(tag, "<title", 6) != 0;
}

static bool
is_language(const struct clair_template *template, size_t at)
{
	return at > 6 && strncasecmp(template->bytes + at - 6, "lang=", 5) == 0;
}

/* A language that is not known yet is taken for French, in as many letters as it takes: fr-x-aaa… */
static void
hide_language(char *at, size_t length)
{
	for (size_t i = 0; i < length; i++)
		at[i] = i % (SUBTAG + 1) == 4 && i + 1 < length ? '-' : 'a';
	memcpy(at, length > SHORTEST_LETTERS ? "fr-x-" : "fr-fr", SHORTEST_LETTERS);
}

/* Letters that begin by the same two, then count. */
static void
hide(struct clair_template *template, size_t number)
{
	const struct clair_mark *mark = &template->marks[number];
	char *at = template->bytes + mark->offset;

	if (mark->is_text && is_language(template, mark->offset)) {
		hide_language(at, mark->length);
		return;
	}
	for (size_t i = 0; i < mark->length && !mark->is_text; i++) {
		if (strchr("\r\n", at[i]) == NULL)
			at[i] = ' ';
	}
	if (!mark->is_text)
		return;
	memset(at, 'q', mark->length);
	at[0] = 'x';
	for (size_t i = 2; i < SHORTEST_LETTERS; i++, number /= 26)
		at[i] = (char)('a' + number % 26);
}

static bool
add_mark(struct clair_template *template, size_t form, size_t offset, size_t length, bool in_head)
{
	size_t count = template->count;
	size_t open = strlen(forms[form].open);

	if (count == 0)
		template->marks = malloc(MARKS * sizeof(*template->marks));
	if (template->marks == NULL)
		return false;
	template->marks[count] = (struct clair_mark){offset, length,
	    forms[form].is_text && length >= SHORTEST_LETTERS && !writes_tags(template, offset, in_head) &&
	        !(strcmp(forms[form].open, "{{") == 0 &&
	            is_block(template->source + offset + open, length - open - 2))};
	template->count++;
	hide(template, count);
	return true;
}

static bool
begins(const char *at, const char *end, const char *tag)
{
	size_t length = strlen(tag);

	return (size_t)(end - at) > length && strncasecmp(at, tag, length) == 0 &&
	    strchr(" \t\r\n>/", at[length]) != NULL;
}

/* Over a comment, so that what it says is not read. */
static const char *
after_comment(const char *at, const char *end)
{
	const char *close;

	if (end - at < 4 || memcmp(at, "<!--", 4) != 0)
		return at;
	close = memmem(at + 4, (size_t)(end - at) - 4, "-->", 3);
	return close == NULL ? end : close + 3;
}

/* One walk over the source; what is before `at` is hidden already. */
static bool
walk(struct clair_template *template)
{
	const char *end = template->source + template->length;
	const char *mark_end = NULL;
	bool never_closed[FORMS] = {false};
	bool in_head = false;

	for (const char *at = template->source; at < end;) {
		const char *next = after_comment(at, end);
		size_t form;

		if (next != at) {
			at = next;
			continue;
		}
		if (*at == '<' && (begins(at, end, "<!doctype") || begins(at, end, "<html") ||
		                      begins(at, end, "<head") || begins(at, end, "<body")))
			template->is_fragment = false;
		in_head = (in_head || begins(at, end, "<head")) && !begins(at, end, "</head") && !begins(at, end, "<body");
		form = (*at == '<' || *at == '{') && template->count < MARKS ? read_mark(at, end, never_closed, &mark_end) : FORMS;
		if (form == FORMS) {
			at++;
			continue;
		}
		if (!add_mark(template, form, (size_t)(at - template->source), (size_t)(mark_end - at), in_head))
			return false;
		at = mark_end;
	}
	return true;
}

bool
clair_template_init(struct clair_template *template, const char *source, size_t length)
{
	bool fine;

	*template = (struct clair_template){.source = source, .length = length, .is_fragment = true};
	template->page = malloc(sizeof(start) + length);
	if (template->page == NULL)
		return false;
	template->start = sizeof(start) - 1;
	template->bytes = template->page + template->start;
	memcpy(template->page, start, template->start);
	memcpy(template->bytes, source, length);
	template->bytes[length] = '\0';
	fine = walk(template);
	if (!template->is_fragment) {
		memmove(template->page, template->bytes, length + 1);
		template->bytes = template->page;
		template->start = 0;
	}
	return fine;
}

void
clair_template_free(struct clair_template *template)
{
	free(template->page);
	free(template->marks);
	*template = (struct clair_template){0};
}

/* Whether the byte at `at` of a start tag stands in a quoted value. */
static bool
is_in_value(const char *tag, size_t at)
{
	char quote = '\0';

	for (size_t i = 0; i < at; i++) {
		if (quote == '\0' && (tag[i] == '"' || tag[i] == '\''))
			quote = tag[i];
		else if (tag[i] == quote)
			quote = '\0';
	}
	return quote != '\0';
}

/* The first mark that ends after a byte. */
static size_t
first_after(const struct clair_template *template, size_t offset)
{
	size_t low = 0;
	size_t high = template->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct clair_mark *mark = &template->marks[middle];

		if (mark->offset + mark->length <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
clair_template_decides(const struct clair_template *template, size_t from, size_t end)
{
	for (size_t i = first_after(template, from); i < template->count; i++) {
		const struct clair_mark *mark = &template->marks[i];

		if (mark->offset >= end)
			break;
		if (mark->offset < from || template->bytes[from] != '<' ||
		    !is_in_value(template->bytes + from, mark->offset - from))
			return true;
	}
	return false;
}

/* The mark whose letters begin the text; NULL: none. */
static const struct clair_mark *
quoted_here(const struct clair_template *template, const char *text)
{
	for (size_t i = 0; i < template->count && strncmp(text, "xq", 2) == 0; i++) {
		const struct clair_mark *mark = &template->marks[i];

		if (mark->is_text && strncmp(text, template->bytes + mark->offset, mark->length) == 0)
			return mark;
	}
	return NULL;
}

bool
clair_template_is_quoted(const struct clair_template *template, const char *text)
{
	while ((text = strstr(text, "xq")) != NULL) {
		if (quoted_here(template, text) != NULL)
			return true;
		text++;
	}
	return false;
}

void
clair_template_tell(const struct clair_template *template, struct clair_buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		const struct clair_mark *mark = quoted_here(template, text);

		if (mark == NULL) {
			clair_buf_putc(out, *text);
			continue;
		}
		clair_buf_add(out, template->source + mark->offset, mark->length);
		text += mark->length - 1;
	}
}
