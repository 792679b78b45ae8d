/* What each layer of a background or of a mask may be: CSS Backgrounds 3, section 2. */
#include "style/longhand.h"

bool
clair_css_read_layer_image(struct clair_css_reader *reader, struct clair_css_value *value)
{
	if (clair_css_take_keyword(reader, CLAIR_KW_NONE)) {
		*value = clair_css_keyword_value(CLAIR_KW_NONE);
		return true;
	}
	return clair_css_read_image(reader, value);
}

bool
clair_css_read_layer_clip(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t boxes[] = {CLAIR_KW_BORDER_BOX, CLAIR_KW_PADDING_BOX,
	    CLAIR_KW_CONTENT_BOX, CLAIR_KW_BORDER_AREA, CLAIR_KW_TEXT, 0};
	enum clair_keyword box = clair_css_take_one(reader, boxes);

	*value = clair_css_keyword_value(box);
	return box != CLAIR_KW_NONE_GIVEN;
}

bool
clair_css_read_layer_size(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t words[] = {CLAIR_KW_COVER, CLAIR_KW_CONTAIN, 0};
	enum { SIZE = CLAIR_TAKES_LENGTH_PERCENT | CLAIR_TAKES_POSITIVE };
	uint32_t from = reader->token.offset;
	enum clair_keyword word = clair_css_take_one(reader, words);
	unsigned autos = 0;
	unsigned count = 0;

	for (; word == CLAIR_KW_NONE_GIVEN && count < 2; count++) {
		if (clair_css_take_keyword(reader, CLAIR_KW_AUTO))
			autos++;
		else if (!clair_css_skip_number(reader, SIZE))
			break;
	}
	if (autos != 0 && autos == count)
		word = CLAIR_KW_AUTO;
	*value = word != CLAIR_KW_NONE_GIVEN ? clair_css_keyword_value(word)
	                                     : clair_css_text_value(reader, from, false);
	return word != CLAIR_KW_NONE_GIVEN || count != 0;
}

bool
clair_css_read_layer_repeat(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t both[] = {CLAIR_KW_REPEAT_X, CLAIR_KW_REPEAT_Y, 0};
	static const uint16_t each[] = {
	    CLAIR_KW_REPEAT, CLAIR_KW_SPACE, CLAIR_KW_ROUND, CLAIR_KW_NO_REPEAT, 0};
	uint32_t from = reader->token.offset;
	enum clair_keyword word = clair_css_take_one(reader, both);
	enum clair_keyword second = CLAIR_KW_NONE_GIVEN;

	if (word == CLAIR_KW_NONE_GIVEN) {
		word = clair_css_take_one(reader, each);
		if (word == CLAIR_KW_NONE_GIVEN)
			return false;
		second = clair_css_take_one(reader, each);
	}
	*value = second == CLAIR_KW_NONE_GIVEN || second == word
	    ? clair_css_keyword_value(word)
	    : clair_css_text_value(reader, from, false);
	return true;
}

bool
clair_css_read_layers_image(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_layer_image, value);
}

bool
clair_css_read_layers_clip(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_layer_clip, value);
}

bool
clair_css_read_layers_size(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_layer_size, value);
}

bool
clair_css_read_layers_position(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_position, value);
}

bool
clair_css_read_layers_repeat(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_layer_repeat, value);
}
