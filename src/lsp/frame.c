/* See frame.h. */
#include "lsp/frame.h"

#include <string.h>
#include <strings.h>

enum { HEADER_LARGEST = 4096 };

static const char name[] = "Content-Length:";
enum { NAME_LENGTH = sizeof(name) - 1 };

void
clair_frames_init(struct clair_frames *frames)
{
	*frames = (struct clair_frames){0};
	clair_buf_init(&frames->bytes, 0);
}

void
clair_frames_free(struct clair_frames *frames)
{
	clair_buf_free(&frames->bytes);
}

bool
clair_frames_feed(struct clair_frames *frames, const char *bytes, size_t length)
{
	struct clair_buf *buf = &frames->bytes;

	if (frames->at > 0) {
		buf->length -= frames->at;
		memmove(buf->bytes, buf->bytes + frames->at, buf->length);
		frames->at = 0;
	}
	return clair_buf_add(buf, bytes, length);
}

/* A number of bytes, and nothing else, up to the end of the line. Past the ceiling, one more than it. */
static bool
read_length(const char *text, const char *end, size_t *length)
{
	size_t value = 0;

	while (text < end && *text == ' ')
		text++;
	if (text == end)
		return false;
	for (; text < end && *text >= '0' && *text <= '9'; text++) {
		value = value * 10 + (size_t)(*text - '0');
		if (value > CLAIR_FRAME_LARGEST)
			value = CLAIR_FRAME_LARGEST + 1;
	}
	*length = value;
	return text == end;
}

/* The fields from `text` to the empty line at `end`: each has a name, and one is the length. */
static bool
read_fields(const char *text, const char *end, size_t *length)
{
	bool told = false;

	while (text < end) {
		const char *line_end = memmem(text, (size_t)(end - text), "\r\n", 2);

		if (line_end == NULL)
			line_end = end;
		if (memchr(text, ':', (size_t)(line_end - text)) == NULL)
			return false;
		if (line_end - text > NAME_LENGTH && strncasecmp(text, name, NAME_LENGTH) == 0) {
			if (told || !read_length(text + NAME_LENGTH, line_end, length))
				return false;
			told = true;
		}
		text = line_end == end ? end : line_end + 2;
	}
	return told;
}

static size_t
left(const struct clair_frames *frames)
{
	return frames->bytes.length - frames->at;
}

static const char *
here(const struct clair_frames *frames)
{
	return frames->bytes.bytes + frames->at;
}

/* To the next name of the length, or to where it may begin. False when it is not there yet. */
static bool
seek(struct clair_frames *frames)
{
	for (; left(frames) >= NAME_LENGTH; frames->at++) {
		const char *found = memchr(here(frames), 'C', left(frames));

		if (found == NULL)
			found = frames->bytes.bytes + frames->bytes.length;
		frames->at = (size_t)(found - frames->bytes.bytes);
		if (left(frames) >= NAME_LENGTH && strncmp(found, name, NAME_LENGTH) == 0)
			return true;
		if (left(frames) < NAME_LENGTH)
			return false;
	}
	return false;
}

/* From here on there is no frame: the next one is looked for, further than this. */
static enum clair_frame
lose(struct clair_frames *frames, enum clair_frame why)
{
	bool known = frames->seeking && why == CLAIR_FRAME_LOST;

	frames->seeking = true;
	frames->at++;
	return known ? CLAIR_FRAME_NONE : why;
}

/* A frame, or what is none, from the header on. `*again`: there may be more to say at once. */
static enum clair_frame
read_header(struct clair_frames *frames, bool *again)
{
	const char *end;
	size_t length = 0;

	*again = false;
	if (frames->seeking && !seek(frames))
		return CLAIR_FRAME_NONE;
	end = memmem(here(frames), left(frames), "\r\n\r\n", 4);
	if (end == NULL && left(frames) <= HEADER_LARGEST)
		return CLAIR_FRAME_NONE;
	*again = true;
	if (end == NULL || end - here(frames) > HEADER_LARGEST || !read_fields(here(frames), end, &length))
		return lose(frames, CLAIR_FRAME_LOST);
	if (length > CLAIR_FRAME_LARGEST)
		return lose(frames, CLAIR_FRAME_LARGE);
	frames->at = (size_t)(end + 4 - frames->bytes.bytes);
	frames->seeking = false;
	frames->in_body = true;
	frames->wanted = length;
	return CLAIR_FRAME_NONE;
}

enum clair_frame
clair_frames_next(struct clair_frames *frames, const char **body, size_t *length)
{
	bool again = true;

	while (!frames->in_body && again) {
		enum clair_frame found = read_header(frames, &again);

		if (found != CLAIR_FRAME_NONE)
			return found;
	}
	if (!frames->in_body || left(frames) < frames->wanted)
		return CLAIR_FRAME_NONE;
	*body = here(frames);
	*length = frames->wanted;
	frames->at += frames->wanted;
	frames->in_body = false;
	return CLAIR_FRAME_BODY;
}
