/*
 * The frames of the base protocol (LSP 3.17, Base Protocol): header fields, an empty line, a body of
 * Content-Length bytes. What is no frame is passed over up to the next "Content-Length:" that begins one: the
 * body of a message holds no raw line break before such a name, so that none is taken for a frame.
 */
#ifndef CLAIR_LSP_FRAME_H
#define CLAIR_LSP_FRAME_H

#include "base/buf.h"

enum { CLAIR_FRAME_LARGEST = 64 << 20 }; /* bytes of a body */

enum clair_frame {
	CLAIR_FRAME_NONE, /* more bytes are needed */
	CLAIR_FRAME_BODY,
	CLAIR_FRAME_LOST, /* told once for each run of bytes that is no frame */
	CLAIR_FRAME_LARGE, /* a body over the ceiling, passed over */
};

struct clair_frames {
	struct clair_buf bytes;
	size_t at;       /* what is before was read */
	size_t wanted;   /* bytes of the body, when in_body */
	bool in_body;
	bool seeking;    /* the next frame, over what is none */
};

void clair_frames_init(struct clair_frames *frames);
void clair_frames_free(struct clair_frames *frames);
/* False without memory. */
bool clair_frames_feed(struct clair_frames *frames, const char *bytes, size_t length);
/* The body lives until the next call of either function. */
enum clair_frame clair_frames_next(struct clair_frames *frames, const char **body, size_t *length);

#endif
