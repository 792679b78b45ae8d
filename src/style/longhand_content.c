/* Generated content: CSS Content 3, CSS Lists 3. */
#include "style/longhand.h"

static bool
take_text(struct clair_css_reader *reader, enum clair_css_token_type type)
{
	if (reader->token.type == CLAIR_TOKEN_IDENT &&
	    clair_css_is_wide((enum clair_keyword)reader->keyword))
		return false;
	return clair_css_take(reader, type);
}

/* counter(name, style?) and counters(name, "between", style?) */
static bool
skip_counter(struct clair_css_reader *reader)
{
	bool nested = clair_css_at_function(reader, "counters");

	if (!nested && !clair_css_at_function(reader, "counter"))
		return false;
	clair_css_advance(reader);
	if (!take_text(reader, CLAIR_TOKEN_IDENT))
		return false;
	if (nested &&
	    (!clair_css_take(reader, CLAIR_TOKEN_COMMA) ||
	        !clair_css_take(reader, CLAIR_TOKEN_STRING)))
		return false;
	if (clair_css_take(reader, CLAIR_TOKEN_COMMA) && !take_text(reader, CLAIR_TOKEN_IDENT) &&
	    !clair_css_take(reader, CLAIR_TOKEN_STRING))
		return false;
	return clair_css_close(reader);
}

static bool
skip_attribute(struct clair_css_reader *reader)
{
	if (!clair_css_at_function(reader, "attr"))
		return false;
	clair_css_skip_block(reader);
	return true;
}

static bool
skip_generated(struct clair_css_reader *reader)
{
	static const uint16_t quotes[] = {CLAIR_KW_OPEN_QUOTE, CLAIR_KW_CLOSE_QUOTE,
	    CLAIR_KW_NO_OPEN_QUOTE, CLAIR_KW_NO_CLOSE_QUOTE, 0};

	return clair_css_take(reader, CLAIR_TOKEN_STRING) ||
	    clair_css_take_one(reader, quotes) != CLAIR_KW_NONE_GIVEN || skip_attribute(reader) ||
	    skip_counter(reader) || clair_css_skip_image(reader);
}

/* What is generated, then its alternative text after a slash. */
bool
clair_css_read_content(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	bool any = false;

	while (!clair_css_ended(reader) && skip_generated(reader))
		any = true;
	if (!any)
		return false;
	if (clair_css_take_delim(reader, '/')) {
		any = false;
		while (clair_css_take(reader, CLAIR_TOKEN_STRING) || skip_attribute(reader) ||
		    skip_counter(reader))
			any = true;
		if (!any)
			return false;
	}
	*value = clair_css_text_value(reader, from, true);
	return true;
}

/* Pairs of strings. */
bool
clair_css_read_quotes(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	unsigned pairs = 0;

	while (clair_css_take(reader, CLAIR_TOKEN_STRING)) {
		if (!clair_css_take(reader, CLAIR_TOKEN_STRING))
			return false;
		pairs++;
	}
	if (pairs == 0)
		return false;
	*value = clair_css_text_value(reader, from, true);
	return true;
}

/* A counter style that is not of keyword.def may be declared elsewhere. */
bool
clair_css_read_list_style_type(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	enum clair_keyword keyword = (enum clair_keyword)reader->keyword;

	if (clair_css_is_wide(keyword) || keyword == CLAIR_KW_DEFAULT)
		return false;
	if (clair_css_at_function(reader, "symbols"))
		clair_css_skip_block(reader);
	else if (!clair_css_take(reader, CLAIR_TOKEN_STRING) &&
	    !clair_css_take(reader, CLAIR_TOKEN_IDENT))
		return false;
	*value = keyword != CLAIR_KW_NONE_GIVEN ? clair_css_keyword_value(keyword)
	                                        : clair_css_text_value(reader, from, true);
	return true;
}
