/* Lists of items with commas between them, and those of animations: CSS Animations 1. */
#include "style/longhand.h"

void
clair_css_list_add(struct clair_css_list *list, const struct clair_css_reader *reader,
    struct clair_css_value item, const char *text)
{
	if (list->count++ == 0) {
		list->writer.arena = reader->lexer.arena;
		list->first = item;
	} else {
		clair_css_write_text(&list->writer, ", ");
	}
	clair_css_write_text(&list->writer, text);
}

struct clair_css_value
clair_css_list_value(struct clair_css_list *list)
{
	struct clair_css_value value = {.kind = CLAIR_VALUE_TEXT};

	if (list->count == 1)
		return list->first;
	value.text = clair_css_written(&list->writer);
	return value;
}

const char *
clair_css_item_text(
    const struct clair_css_reader *reader, const struct clair_css_value *item, uint32_t from)
{
	if (item->kind == CLAIR_VALUE_KEYWORD)
		return clair_keyword_name((enum clair_keyword)item->keyword);
	if (item->kind == CLAIR_VALUE_TEXT)
		return item->text;
	return clair_css_text_value(reader, from, false).text;
}

bool
clair_css_read_list(
    struct clair_css_reader *reader, clair_css_item *item, struct clair_css_value *value)
{
	struct clair_css_list list = {.count = 0};

	do {
		uint32_t from = reader->token.offset;

		if (!item(reader, value))
			return false;
		if (list.count == 0 && reader->token.type != CLAIR_TOKEN_COMMA)
			return true;
		clair_css_list_add(
		    &list, reader, *value, clair_css_item_text(reader, value, from));
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	*value = clair_css_list_value(&list);
	return true;
}

/* --- Animations ----------------------------------------------------------------------------------- */

bool
clair_css_read_animation_name(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;

	if (clair_css_take_keyword(reader, CLAIR_KW_NONE)) {
		*value = clair_css_keyword_value(CLAIR_KW_NONE);
		return true;
	}
	if (clair_css_is_wide((enum clair_keyword)reader->keyword) ||
	    reader->keyword == CLAIR_KW_DEFAULT ||
	    (reader->token.type != CLAIR_TOKEN_IDENT && reader->token.type != CLAIR_TOKEN_STRING))
		return false;
	clair_css_advance(reader);
	*value = clair_css_text_value(reader, from, true);
	return true;
}

bool
clair_css_read_animation_duration(struct clair_css_reader *reader, struct clair_css_value *value)
{
	if (clair_css_take_keyword(reader, CLAIR_KW_AUTO)) {
		*value = clair_css_keyword_value(CLAIR_KW_AUTO);
		return true;
	}
	return clair_css_read_number(reader, CLAIR_TAKES_TIME | CLAIR_TAKES_POSITIVE, value);
}

bool
clair_css_read_animation_count(struct clair_css_reader *reader, struct clair_css_value *value)
{
	if (clair_css_take_keyword(reader, CLAIR_KW_INFINITE)) {
		*value = clair_css_keyword_value(CLAIR_KW_INFINITE);
		return true;
	}
	return clair_css_read_number(reader, CLAIR_TAKES_NUMBER | CLAIR_TAKES_POSITIVE, value);
}

bool
clair_css_read_animation_names(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_animation_name, value);
}

bool
clair_css_read_animation_durations(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_animation_duration, value);
}

bool
clair_css_read_animation_counts(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_list(reader, clair_css_read_animation_count, value);
}
