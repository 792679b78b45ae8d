/* See sitemap.h. gzip → XML or text, decided on the first bytes. */
#include "net/sitemap.h"

#include "base/buf.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { ADDRESS_MAX = 8192, SNIFF_LENGTH = 512, INFLATE_STEP = 16384, DEPTH_MAX = 32 };

enum form { FORM_UNKNOWN, FORM_XML, FORM_TEXT };
enum root { ROOT_NONE, ROOT_PAGES, ROOT_INDEX, ROOT_OTHER };

struct clair_sitemap {
	clair_sitemap_found *found;
	void *payload;
	enum form form;
	enum root root;
	unsigned depth;          /* of XML elements */
	bool in_loc;
	bool gzip_known;
	bool gzip;
	bool inflated;           /* the gzip stream has ended */
	bool stopped;            /* wanted by nobody, or a ceiling */
	bool broken;
	uint32_t count;
	size_t decoded;
	struct clair_buf head;   /* first bytes, until gzip and then the form are known */
	struct clair_buf address;
	xmlParserCtxtPtr parser;
	z_stream stream;
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Hands over the address gathered so far. */
static void
tell(struct clair_sitemap *sitemap, bool is_index)
{
	char *start = sitemap->address.bytes;
	size_t length = sitemap->address.length;

	while (length > 0 && is_blank(start[length - 1]))
		start[--length] = '\0';
	while (length > 0 && is_blank(*start)) {
		start++;
		length--;
	}
	if (length != 0 && !sitemap->address.failed) {
		if (sitemap->count++ == CLAIR_SITEMAP_ADDRESSES_MAX ||
		    !sitemap->found(sitemap->payload, start, is_index))
			sitemap->stopped = true;
	}
	clair_buf_clear(&sitemap->address);
}

static void
on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int ns_count,
    const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes)
{
	struct clair_sitemap *sitemap = ((xmlParserCtxtPtr)data)->_private;
	const char *tag = (const char *)name;

	(void)uri;
	(void)ns_count;
	(void)namespaces;
	(void)count;
	(void)defaulted;
	(void)attributes;
	if (++sitemap->depth == 1) {
		if (strcmp(tag, "urlset") == 0)
			sitemap->root = ROOT_PAGES;
		else
			sitemap->root = strcmp(tag, "sitemapindex") == 0 ? ROOT_INDEX : ROOT_OTHER;
	}
	/* image:loc and video:loc are not pages; loc stands right under url or sitemap. */
	if (sitemap->root != ROOT_OTHER && sitemap->depth == 3 && prefix == NULL &&
	    strcmp(tag, "loc") == 0) {
		sitemap->in_loc = true;
		clair_buf_clear(&sitemap->address);
	}
	if (sitemap->root == ROOT_OTHER || sitemap->depth > DEPTH_MAX || sitemap->stopped) {
		sitemap->stopped = true;
		xmlStopParser(data);
	}
}

static void
on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct clair_sitemap *sitemap = ((xmlParserCtxtPtr)data)->_private;

	(void)name;
	(void)prefix;
	(void)uri;
	if (sitemap->in_loc && sitemap->depth == 3) {
		sitemap->in_loc = false;
		tell(sitemap, sitemap->root == ROOT_INDEX);
	}
	sitemap->depth--;
}

static void
on_text(void *data, const xmlChar *text, int length)
{
	struct clair_sitemap *sitemap = ((xmlParserCtxtPtr)data)->_private;

	if (sitemap->in_loc && length > 0)
		clair_buf_add(&sitemap->address, text, (size_t)length);
}

/* The five of XML are known without this; no other is. */
static xmlEntityPtr
no_entity(void *data, const xmlChar *name)
{
	(void)data;
	return xmlGetPredefinedEntity(name);
}

/* A document type has no place in a sitemap: it could only bring entities. */
static void
on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	struct clair_sitemap *sitemap = ((xmlParserCtxtPtr)data)->_private;

	(void)name;
	(void)external;
	(void)system;
	sitemap->broken = true;
	xmlStopParser(data);
}

static bool
start_xml(struct clair_sitemap *sitemap)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.cdataBlock = on_text,
		.getEntity = no_entity,
		.internalSubset = on_doctype,
	};

	sitemap->parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
	if (sitemap->parser == NULL)
		return false;
	sitemap->parser->_private = sitemap;
	/* SAX handlers get the context, not a pointer of ours, so that xmlStopParser can be called. */
	sitemap->parser->userData = sitemap->parser;
	xmlCtxtUseOptions(sitemap->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	return true;
}

static void
feed_xml(struct clair_sitemap *sitemap, const char *bytes, size_t length, bool last)
{
	if (sitemap->parser == NULL && !start_xml(sitemap)) {
		sitemap->broken = true;
		return;
	}
	/* libxml2 counts in int; pieces come from curl or zlib and are small, but a caller may differ. */
	while (length > INFLATE_STEP && !sitemap->stopped && !sitemap->broken) {
		if (xmlParseChunk(sitemap->parser, bytes, INFLATE_STEP, 0) != 0 && !sitemap->stopped)
			sitemap->broken = true;
		bytes += INFLATE_STEP;
		length -= INFLATE_STEP;
	}
	if (sitemap->stopped || sitemap->broken)
		return;
	if (xmlParseChunk(sitemap->parser, bytes, (int)length, last) != 0 && !sitemap->stopped)
		sitemap->broken = true;
}

static void
feed_text(struct clair_sitemap *sitemap, const char *bytes, size_t length, bool last)
{
	for (size_t i = 0; i < length && !sitemap->stopped; i++) {
		if (bytes[i] == '\n' || bytes[i] == '\r')
			tell(sitemap, false);
		else
			clair_buf_putc(&sitemap->address, bytes[i]);
	}
	if (last && !sitemap->stopped)
		tell(sitemap, false);
}

static void
feed_form(struct clair_sitemap *sitemap, const char *bytes, size_t length, bool last)
{
	if (sitemap->form == FORM_XML)
		feed_xml(sitemap, bytes, length, last);
	else if (sitemap->form == FORM_TEXT)
		feed_text(sitemap, bytes, length, last);
}

/* XML starts with "<" after a mark and blanks, text with an address; anything else is neither. */
static void
decide(struct clair_sitemap *sitemap)
{
	const char *start = sitemap->head.bytes;

	if (strncmp(start, "\xEF\xBB\xBF", 3) == 0)
		start += 3;
	/* UTF-16 is for libxml2 to read. */
	if (strncmp(start, "\xFF\xFE", 2) == 0 || strncmp(start, "\xFE\xFF", 2) == 0) {
		sitemap->form = FORM_XML;
		return;
	}
	while (is_blank(*start))
		start++;
	if (*start == '<')
		sitemap->form = FORM_XML;
	else if (strncasecmp(start, "http", 4) == 0)
		sitemap->form = FORM_TEXT;
	else
		sitemap->broken = true;
}

static void
feed_decoded(struct clair_sitemap *sitemap, const char *bytes, size_t length, bool last)
{
	sitemap->decoded += length;
	if (sitemap->decoded > CLAIR_SITEMAP_BYTES_MAX) {
		sitemap->stopped = true;
		return;
	}
	if (sitemap->form != FORM_UNKNOWN) {
		feed_form(sitemap, bytes, length, last);
		return;
	}
	if (length != 0 && !clair_buf_add(&sitemap->head, bytes, length)) {
		sitemap->broken = true;
		return;
	}
	if (sitemap->head.length < SNIFF_LENGTH && !last)
		return;
	decide(sitemap);
	/* A mark before a text would be part of its first address. */
	if (sitemap->form == FORM_TEXT && (unsigned char)sitemap->head.bytes[0] == 0xEF)
		feed_form(sitemap, sitemap->head.bytes + 3, sitemap->head.length - 3, last);
	else
		feed_form(sitemap, sitemap->head.bytes, sitemap->head.length, last);
	clair_buf_free(&sitemap->head);
}

static void
feed_gzip(struct clair_sitemap *sitemap, const void *bytes, size_t length)
{
	unsigned char out[INFLATE_STEP];

	if (sitemap->inflated)
		return;
	sitemap->stream.next_in = (unsigned char *)(uintptr_t)bytes;
	sitemap->stream.avail_in = (unsigned)length;
	do {
		int code;

		sitemap->stream.next_out = out;
		sitemap->stream.avail_out = sizeof(out);
		code = inflate(&sitemap->stream, Z_NO_FLUSH);
		if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
			sitemap->broken = true;
			return;
		}
		feed_decoded(
		    sitemap, (const char *)out, sizeof(out) - sitemap->stream.avail_out, false);
		if (code == Z_STREAM_END) {
			sitemap->inflated = true;
			return;
		}
	} while (sitemap->stream.avail_out == 0 && !sitemap->stopped && !sitemap->broken);
}

static bool
start_gzip(struct clair_sitemap *sitemap, const unsigned char *bytes)
{
	sitemap->gzip_known = true;
	sitemap->gzip = bytes[0] == 0x1F && bytes[1] == 0x8B;
	if (!sitemap->gzip)
		return true;
	if (inflateInit2(&sitemap->stream, 16 + MAX_WBITS) == Z_OK)
		return true;
	sitemap->gzip = false;
	return false;
}

static void
feed_raw(struct clair_sitemap *sitemap, const void *bytes, size_t length)
{
	if (sitemap->gzip)
		feed_gzip(sitemap, bytes, length);
	else
		feed_decoded(sitemap, bytes, length, false);
}

struct clair_sitemap *
clair_sitemap_new(clair_sitemap_found *found, void *payload)
{
	struct clair_sitemap *sitemap = calloc(1, sizeof(*sitemap));

	if (sitemap == NULL)
		return NULL;
	sitemap->found = found;
	sitemap->payload = payload;
	clair_buf_init(&sitemap->head, 0);
	clair_buf_init(&sitemap->address, ADDRESS_MAX);
	return sitemap;
}

bool
clair_sitemap_feed(struct clair_sitemap *sitemap, const void *bytes, size_t length)
{
	if (sitemap->stopped || sitemap->broken)
		return false;
	if (length == 0)
		return true;
	if (sitemap->gzip_known) {
		feed_raw(sitemap, bytes, length);
		return !sitemap->stopped && !sitemap->broken;
	}
	/* Two bytes tell gzip; they may come one by one. */
	if (!clair_buf_add(&sitemap->head, bytes, length)) {
		sitemap->broken = true;
		return false;
	}
	if (sitemap->head.length >= 2) {
		struct clair_buf first = sitemap->head;

		clair_buf_init(&sitemap->head, 0);
		sitemap->broken = !start_gzip(sitemap, (const unsigned char *)first.bytes);
		if (!sitemap->broken)
			feed_raw(sitemap, first.bytes, first.length);
		clair_buf_free(&first);
	}
	return !sitemap->stopped && !sitemap->broken;
}

bool
clair_sitemap_finish(struct clair_sitemap *sitemap)
{
	if (sitemap->gzip && !sitemap->inflated && !sitemap->stopped)
		sitemap->broken = true;
	if (!sitemap->stopped && !sitemap->broken)
		feed_decoded(sitemap, "", 0, true);
	return !sitemap->broken && !sitemap->stopped;
}

void
clair_sitemap_free(struct clair_sitemap *sitemap)
{
	if (sitemap == NULL)
		return;
	if (sitemap->gzip)
		inflateEnd(&sitemap->stream);
	if (sitemap->parser != NULL) {
		if (sitemap->parser->myDoc != NULL)
			xmlFreeDoc(sitemap->parser->myDoc);
		xmlFreeParserCtxt(sitemap->parser);
	}
	clair_buf_free(&sitemap->head);
	clair_buf_free(&sitemap->address);
	free(sitemap);
}
