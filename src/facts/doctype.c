/* The declaration of the type of document: is it there, in its place, and one that is known? */
#include "facts/ctx.h"
#include "facts/token.h"

static const char declaration[] = "<!doctype";

/* What may stand before it (HTML 13.1): spaces, comments; and the declaration of XML, that browsers read as
 * a comment. */
static const char *
skip_prolog(const char *at)
{
	if (strncmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	for (;;) {
		const char *end;

		while (clair_is_space(*at))
			at++;
		if (strncmp(at, "<!--", 4) == 0)
			end = strstr(at + 4, "-->");
		else if (strncmp(at, "<?", 2) == 0)
			end = strchr(at, '>');
		else
			return at;
		if (end == NULL)
			return at;
		at = strchr(end, '>') + 1;
	}
}

/* Public identifiers of HTML and XHTML, by their beginning. */
static bool
is_public_known(const char *id, size_t length)
{
	static const char *const known[] = {"-//W3C//DTD HTML ", "-//W3C//DTD XHTML ", "-//IETF//DTD HTML",
	    "-//W3C//DTD HTML+", "-//W3C//DTD XHTML+", "-//WAPFORUM//DTD XHTML Mobile ", "ISO/IEC 15445:2000//"};

	for (size_t i = 0; i < CLAIR_LEN(known); i++)
		if (length >= strlen(known[i]) && clair_order(id, known[i], strlen(known[i])) == 0)
			return true;
	return false;
}

/* What follows the name: nothing, PUBLIC and a known identifier, or SYSTEM "about:legacy-compat". */
static bool
is_identifier_known(const char *at, const char *end)
{
	static const char legacy[] = "about:legacy-compat";
	bool is_public;
	const char *close;

	while (at < end && clair_is_space(*at))
		at++;
	if (at == end)
		return true;
	is_public = end - at > 6 && clair_same_word(at, 6, "public");
	if (!is_public && !(end - at > 6 && clair_same_word(at, 6, "system")))
		return false;
	for (at += 6; at < end && clair_is_space(*at);)
		at++;
	if (at == end || (*at != '"' && *at != '\''))
		return false;
	close = memchr(at + 1, *at, (size_t)(end - at - 1));
	if (close == NULL)
		return false;
	at++;
	return is_public ? is_public_known(at, (size_t)(close - at))
	                 : clair_same_word(at, (size_t)(close - at), legacy);
}

static bool
is_known(const char *at)
{
	const char *end = strchr(at, '>');
	const char *name = at + sizeof(declaration) - 1;
	size_t length = 0;

	if (end == NULL)
		return true;
	while (name < end && clair_is_space(*name))
		name++;
	while (name + length < end && !clair_is_space(name[length]))
		length++;
	return clair_same_word(name, length, "html") && is_identifier_known(name + length, end);
}

static bool
is_raw_text(const struct clair_node *text)
{
	const struct clair_node *parent = clair_node_parent(text);

	switch (parent == NULL ? CLAIR_TAG_OTHER : (enum clair_tag)parent->tag) {
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_NOEMBED:
	case CLAIR_TAG_NOFRAMES:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_PLAINTEXT:
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEXTAREA:
	case CLAIR_TAG_TITLE:
	case CLAIR_TAG_XMP:
		return true;
	default:
		return false;
	}
}

/* The byte of the source is in a tag, a comment, a script… */
static bool
is_covered(const struct clair_page *page, uint32_t offset)
{
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		if (offset < node->offset || offset >= node->offset + node->length)
			continue;
		if (node->kind != CLAIR_NODE_TEXT || is_raw_text(node))
			return true;
	}
	return false;
}

/* Comments after the last element are not kept, so that nothing is said of what stands there. */
static bool
is_late(const struct clair_page *page, const char *from)
{
	const char *found = strcasestr(from, declaration);
	uint32_t offset = found == NULL ? 0 : (uint32_t)(found - page->source);

	return found != NULL && page->node_count != 0 && !page->approximate &&
	    offset < page->nodes[page->node_count - 1].offset && !is_covered(page, offset);
}

enum clair_doctype
clair_doctype(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;
	const char *start = skip_prolog(page->source);

	if (strncasecmp(start, declaration, sizeof(declaration) - 1) == 0)
		return is_known(start) ? CLAIR_DOCTYPE_KNOWN : CLAIR_DOCTYPE_UNKNOWN;
	if (page->has_doctype)
		return CLAIR_DOCTYPE_KNOWN;
	return is_late(page, start) ? CLAIR_DOCTYPE_LATE : CLAIR_DOCTYPE_MISSING;
}
