/*
 * One pass over the tags before there is a tree, linear whatever the page.
 *
 * Gumbo parses as if scripts were off. A browser with scripts on reads the contents of noscript as raw
 * text and shows none of it: so they are blanked, byte for byte, before the parse. And both parsers
 * are quadratic on the attributes of one tag: such a page is known beforehand.
 */
#include "dom/build.h"
#include "dom/lex.h"

#include <string.h>

struct scan {
	char *at;
	char *end;
	bool foreign; /* in svg or math: no raw text there */
	bool blank;   /* the contents of noscript */
	size_t most_attributes;
};

enum { CROWD = 1000 };

static bool
is_name(const char *at, size_t length, const char *name)
{
	return strlen(name) == length && strncasecmp(at, name, length) == 0;
}

static bool
is_one_of(const char *at, size_t length, const char *const *names)
{
	for (; *names != NULL; names++)
		if (is_name(at, length, *names))
			return true;
	return false;
}

bool
clair_has_noscript(const char *text, size_t length)
{
	const char *end = text + length;

	while ((text = memchr(text, '<', (size_t)(end - text))) != NULL) {
		text++;
		if (end - text >= 8 && (*text == 'n' || *text == 'N') &&
		    strncasecmp(text, "noscript", 8) == 0)
			return true;
	}
	return false;
}

/* Where the end tag of a raw text element begins, or the end. */
static char *
raw_end(const struct scan *scan, const char *name, size_t length)
{
	char *at = scan->at;

	while ((at = memmem(at, (size_t)(scan->end - at), "</", 2)) != NULL) {
		char *after = at + 2 + length;

		if (after < scan->end && strncasecmp(at + 2, name, length) == 0 &&
		    (clair_is_space(*after) || *after == '/' || *after == '>'))
			return at;
		at += 2;
	}
	return scan->end;
}

static void
skip_comment(struct scan *scan)
{
	char *at = scan->at + 2; /* <!--> and <!---> are whole comments */

	while ((at = memmem(at, (size_t)(scan->end - at), "--", 2)) != NULL) {
		char *after = at + 2;

		if (after < scan->end && *after == '>')
			break;
		if (scan->end - after >= 2 && after[0] == '!' && after[1] == '>' && at > scan->at + 3)
			break;
		at++;
	}
	scan->at = at == NULL ? scan->end : at[2] == '>' ? at + 3 : at + 4;
}

static void
track_foreign(struct scan *scan, const char *name, size_t length, bool closed, bool end_tag)
{
	static const char *const roots[] = {"svg", "math", NULL};
	/* Start tags that a parser takes for the end of svg or math, and points where HTML begins. */
	static const char *const breaks[] = {"b", "big", "blockquote", "body", "br", "center", "code",
		"dd", "div", "dl", "dt", "em", "embed", "foreignobject", "h1", "h2", "h3", "h4", "h5",
		"h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre",
		"ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul",
		"var", NULL};

	if (is_one_of(name, length, roots))
		scan->foreign = !end_tag && !closed;
	else if (end_tag && is_name(name, length, "foreignobject"))
		scan->foreign = true;
	else if (!end_tag && is_one_of(name, length, breaks))
		scan->foreign = false;
}

static void
raw_text(struct scan *scan, const char *name, size_t length)
{
	static const char *const raw[] = {"script", "style", "textarea", "title", "xmp", "iframe",
		"noembed", "noframes", NULL};
	char *end;

	if (is_name(name, length, "plaintext")) {
		scan->at = scan->end;
	} else if (is_name(name, length, "noscript")) {
		end = raw_end(scan, name, length);
		if (scan->blank)
			memset(scan->at, ' ', (size_t)(end - scan->at));
		scan->at = end;
	} else if (is_one_of(name, length, raw)) {
		scan->at = raw_end(scan, name, length);
	}
}

static void
tag(struct scan *scan)
{
	bool end_tag = scan->at[1] == '/';
	const char *name = scan->at + (end_tag ? 2 : 1);
	size_t length = clair_lex_name(name, scan->end);
	const char *at = name + length;
	struct clair_span attribute;
	struct clair_span value;
	size_t count = 0;

	while (clair_lex_attribute(&at, scan->end, &attribute, &value))
		count++;
	if (count > scan->most_attributes)
		scan->most_attributes = count;
	scan->at += at - scan->at; /* drops const */
	if (scan->at == scan->end)
		return;
	track_foreign(scan, name, length, scan->at[-1] == '/', end_tag);
	scan->at++;
	if (!end_tag && !scan->foreign)
		raw_text(scan, name, length);
}

static void
skip_past(struct scan *scan, const char *mark, size_t length)
{
	char *found = memmem(scan->at, (size_t)(scan->end - scan->at), mark, length);

	scan->at = found != NULL ? found + length : scan->end;
}

static void
scan_all(struct scan *scan)
{
	while ((scan->at = memchr(scan->at, '<', (size_t)(scan->end - scan->at))) != NULL) {
		size_t left = (size_t)(scan->end - scan->at);
		char next = left > 1 ? scan->at[1] : '\0';

		if (clair_is_letter(next) || (next == '/' && left > 2 && clair_is_letter(scan->at[2])))
			tag(scan);
		else if (left >= 4 && memcmp(scan->at, "<!--", 4) == 0)
			skip_comment(scan);
		else if (scan->foreign && left >= 9 && memcmp(scan->at, "<![CDATA[", 9) == 0)
			skip_past(scan, "]]>", 3);
		else if (next == '!' || next == '?' || next == '/')
			skip_past(scan, ">", 1);
		else
			scan->at++;
	}
}

void
clair_blank_noscript(char *text, size_t length)
{
	struct scan scan = {.at = text, .end = text + length, .blank = true};

	scan_all(&scan);
}

bool
clair_has_crowded_tag(const char *text, size_t length)
{
	char *from = (char *)(uintptr_t)text; /* nothing is blanked, so nothing is written */
	struct scan scan = {.at = from, .end = from + length};

	scan_all(&scan);
	return scan.most_attributes > CROWD;
}
