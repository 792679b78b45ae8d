/* content.xml as a tree, with ceilings: no document type, so no entities. */
#include "ods/part.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

/* Counts what becomes memory while libxml2 builds the tree, and stops it past the ceiling. */
struct reader {
	size_t parts;
	bool too_large, has_type;
};

static bool
grows(void *context, size_t parts)
{
	xmlParserCtxt *parser = context;
	struct reader *reader = parser->_private;

	reader->parts += parts;
	if (reader->parts <= CLAIR_ODS_PARTS)
		return true;
	reader->too_large = true;
	xmlStopParser(parser);
	return false;
}

static void
start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
    const xmlChar **spaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
	if (grows(context, 1 + 2 * (size_t)attribute_count + (size_t)space_count))
		xmlSAX2StartElementNs(
		    context, name, prefix, space, space_count, spaces, attribute_count, defaulted, attributes);
}

static void
characters(void *context, const xmlChar *text, int length)
{
	if (grows(context, 1))
		xmlSAX2Characters(context, text, length);
}

static void
comment(void *context, const xmlChar *text)
{
	if (grows(context, 1))
		xmlSAX2Comment(context, text);
}

static void
instruction(void *context, const xmlChar *target, const xmlChar *text)
{
	if (grows(context, 1))
		xmlSAX2ProcessingInstruction(context, target, text);
}

/* Part 1, 3.1: a document has no document type declaration. */
static void
document_type(void *context, const xmlChar *name, const xmlChar *public, const xmlChar *system)
{
	xmlParserCtxt *parser = context;
	struct reader *reader = parser->_private;

	reader->has_type = true;
	(void)name;
	(void)public;
	(void)system;
	xmlStopParser(parser);
}

static xmlDoc *
read_tree(const char *bytes, size_t length, struct reader *reader)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *doc;

	if (parser == NULL)
		return NULL;
	parser->_private = reader;
	parser->sax->startElementNs = start_element;
	parser->sax->characters = characters;
	parser->sax->ignorableWhitespace = characters;
	parser->sax->cdataBlock = characters;
	parser->sax->comment = comment;
	parser->sax->processingInstruction = instruction;
	parser->sax->internalSubset = document_type;
	doc = xmlCtxtReadMemory(parser, bytes, (int)length, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	xmlFreeParserCtxt(parser);
	return doc;
}

bool
clair_ods_is(const xmlNode *node, const char *space, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns != NULL && node->ns->href != NULL &&
	    strcmp((const char *)node->name, name) == 0 && strcmp((const char *)node->ns->href, space) == 0;
}

static xmlNode *
child_named(const xmlNode *parent, const char *space, const char *name)
{
	xmlNode *child = parent == NULL ? NULL : parent->children;

	while (child != NULL && !clair_ods_is(child, space, name))
		child = child->next;
	return child;
}

/* Part 1, 3.1.3.2 and 3.8: the tables of the body, in order. */
static enum clair_ods_status
find_sheets(struct clair_ods *ods)
{
	const xmlNode *body = child_named(xmlDocGetRootElement(ods->doc), CLAIR_ODS_OFFICE, "body");
	const xmlNode *sheets = child_named(body, CLAIR_ODS_OFFICE, "spreadsheet");

	for (xmlNode *node = sheets == NULL ? NULL : sheets->children; node != NULL; node = node->next)
		ods->sheet_count += clair_ods_is(node, CLAIR_ODS_TABLE, "table");
	if (ods->sheet_count == 0)
		return CLAIR_ODS_NO_TABLE;
	ods->sheets = calloc(ods->sheet_count, sizeof(*ods->sheets));
	if (ods->sheets == NULL)
		return CLAIR_ODS_NO_MEMORY;
	ods->sheet_count = 0;
	for (xmlNode *node = sheets->children; node != NULL; node = node->next)
		if (clair_ods_is(node, CLAIR_ODS_TABLE, "table"))
			ods->sheets[ods->sheet_count++] = node;
	return CLAIR_ODS_OK;
}

static enum clair_ods_status
read_content(struct clair_ods *ods)
{
	struct reader reader = {0};
	char *content = NULL;
	size_t length = 0;
	enum clair_ods_status status = clair_ods_unpack(ods->bytes, ods->length, &content, &length);

	if (status != CLAIR_ODS_OK)
		return status;
	ods->doc = read_tree(content, length, &reader);
	ods->parts = reader.parts;
	free(content);
	if (reader.too_large)
		return CLAIR_ODS_TOO_LARGE;
	return ods->doc == NULL || reader.has_type ? CLAIR_ODS_NOT_XML : find_sheets(ods);
}

enum clair_ods_status
clair_ods_open(struct clair_ods **out, const char *bytes, size_t length)
{
	struct clair_ods *ods = calloc(1, sizeof(*ods));
	enum clair_ods_status status;

	*out = NULL;
	if (ods == NULL)
		return CLAIR_ODS_NO_MEMORY;
	ods->bytes = bytes;
	ods->length = length;
	status = read_content(ods);
	if (status != CLAIR_ODS_OK) {
		clair_ods_free(ods);
		return status;
	}
	*out = ods;
	return CLAIR_ODS_OK;
}

void
clair_ods_free(struct clair_ods *ods)
{
	if (ods == NULL)
		return;
	xmlFreeDoc(ods->doc);
	free(ods->sheets);
	free(ods);
}

enum clair_ods_status
clair_ods_save(struct clair_ods *ods, char **bytes, size_t *length)
{
	xmlChar *content = NULL;
	int content_length = 0;
	enum clair_ods_status status;

	*bytes = NULL;
	if (ods->failure != CLAIR_ODS_OK)
		return ods->failure;
	xmlDocDumpMemoryEnc(ods->doc, &content, &content_length, "UTF-8");
	if (content == NULL)
		return CLAIR_ODS_NO_MEMORY;
	status = clair_ods_pack(
	    ods->bytes, ods->length, (const char *)content, (size_t)content_length, bytes, length);
	xmlFree(content);
	return status;
}
