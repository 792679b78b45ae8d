/* See record.h. */
#include "archive/record.h"

#include <string.h>

enum { FIELDS_MAX = 64 * 1024, LINE_ENDS_MAX = 16 };

/* Of a block that is packed: it takes time to pass over. */
static const uint64_t unpacked_max = UINT64_C(4) << 30;

static const char mark[] = "WARC/";

void
clair_record_init(struct clair_record *record)
{
	*record = (struct clair_record){0};
	clair_buf_init(&record->text, 0);
}

void
clair_record_free(struct clair_record *record)
{
	clair_buf_free(&record->text);
}

/* What an end of the source means inside a record. */
static enum clair_record_state
ended(const struct clair_source *source)
{
	switch (source->state) {
	case CLAIR_SOURCE_FAILED:
		return CLAIR_RECORD_FAILED;
	case CLAIR_SOURCE_CUT:
		return CLAIR_RECORD_CUT;
	case CLAIR_SOURCE_OVER:
		return source->packed ? CLAIR_RECORD_WRONG : CLAIR_RECORD_CUT;
	case CLAIR_SOURCE_GOING:
	case CLAIR_SOURCE_WRONG:
		break;
	}
	return CLAIR_RECORD_WRONG;
}

static bool
is_empty_line(const char *line, size_t length)
{
	return length == 1 || (length == 2 && line[0] == '\r');
}

/* Lines up to the empty one. What does not begin as a record is not read further. */
static enum clair_record_state
read_fields(struct clair_record *record, struct clair_source *source)
{
	struct clair_buf *text = &record->text;
	size_t line = 0;

	for (;;) {
		const unsigned char *bytes;
		size_t length = clair_source_ahead(source, &bytes);
		const unsigned char *end = length == 0 ? NULL : memchr(bytes, '\n', length);

		if (length == 0)
			return ended(source);
		if (end != NULL)
			length = (size_t)(end - bytes) + 1;
		if (length > FIELDS_MAX - text->length)
			return CLAIR_RECORD_WRONG;
		if (!clair_buf_add(text, bytes, length))
			return CLAIR_RECORD_FAILED;
		clair_source_skip(source, length);
		if (memcmp(text->bytes, mark, text->length < sizeof(mark) - 1 ? text->length : sizeof(mark) - 1) != 0)
			return CLAIR_RECORD_WRONG;
		if (end == NULL)
			continue;
		if (is_empty_line(text->bytes + line, text->length - line))
			return CLAIR_RECORD_FINE;
		line = text->length;
	}
}

enum clair_record_state
clair_record_begin(struct clair_record *record, struct clair_source *source, int file, uint64_t offset)
{
	enum clair_record_state state;
	struct clair_part version;
	size_t at = 0;
	int64_t length;

	clair_buf_clear(&record->text);
	record->line_ends = 0;
	clair_source_go(source, file, offset);
	if (source->state == CLAIR_SOURCE_OVER)
		return CLAIR_RECORD_NONE;
	state = read_fields(record, source);
	if (state != CLAIR_RECORD_FINE)
		return state;
	clair_fields_unfold(record->text.bytes, record->text.length);
	record->fields = clair_part_of(&record->text);
	if (!clair_fields_line(record->fields, &at, &version) ||
	    !clair_part_number(clair_fields_get(record->fields, "Content-Length"), INT64_MAX / 2, &length))
		return CLAIR_RECORD_WRONG;
	record->length = (uint64_t)length;
	record->left = record->length;
	return source->packed && record->length > unpacked_max ? CLAIR_RECORD_LARGE : CLAIR_RECORD_FINE;
}

/* At most `most` bytes of the block, added to it unless it is NULL. */
static enum clair_record_state
pass(struct clair_record *record, struct clair_source *source, struct clair_buf *block, uint64_t most)
{
	while (record->left != 0 && most != 0) {
		const unsigned char *bytes;
		size_t length = clair_source_ahead(source, &bytes);

		if (length == 0)
			return ended(source);
		if (length > record->left)
			length = (size_t)record->left;
		if (length > most)
			length = (size_t)most;
		if (block != NULL && !clair_buf_add(block, bytes, length))
			return CLAIR_RECORD_FAILED;
		clair_source_skip(source, length);
		record->left -= length;
		most -= length;
	}
	return CLAIR_RECORD_FINE;
}

enum clair_record_state
clair_record_block(struct clair_record *record, struct clair_source *source, struct clair_buf *block, size_t most)
{
	return pass(record, source, block, most);
}

/* The line ends after a block. What else follows in its member does not belong there. */
static enum clair_record_state
pass_line_ends(struct clair_record *record, struct clair_source *source)
{
	const unsigned char *bytes;

	for (unsigned i = 0; clair_source_ahead(source, &bytes) != 0; i++) {
		if (bytes[0] != '\r' && bytes[0] != '\n' && !source->packed)
			return CLAIR_RECORD_FINE;
		if (bytes[0] == mark[0])
			return CLAIR_RECORD_SEVERAL;
		if ((bytes[0] != '\r' && bytes[0] != '\n') || i == LINE_ENDS_MAX)
			return CLAIR_RECORD_WRONG;
		record->line_ends += bytes[0] == '\n';
		clair_source_skip(source, 1);
	}
	return source->state == CLAIR_SOURCE_OVER ? CLAIR_RECORD_FINE : ended(source);
}

enum clair_record_state
clair_record_end(struct clair_record *record, struct clair_source *source, uint64_t *next)
{
	enum clair_record_state state;

	/* Of a plain file, what is not needed is not read, but for the last byte: it says that the others are there. */
	if (record->left > 1 && clair_source_jump(source, record->left - 1))
		record->left = 1;
	state = pass(record, source, NULL, UINT64_MAX);
	if (state != CLAIR_RECORD_FINE)
		return state;
	state = pass_line_ends(record, source);
	if (state != CLAIR_RECORD_FINE)
		return state;
	*next = clair_source_offset(source);
	return CLAIR_RECORD_FINE;
}
