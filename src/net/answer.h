/*
 * What an answer says, whether it comes from the network or was kept: fields and body go one way into a
 * struct clair_fetch. Private to src/net/.
 */
#ifndef CLAIR_NET_ANSWER_H
#define CLAIR_NET_ANSWER_H

#include "net/fetch.h"

/* Before the request: zeroes what the answer fills. */
void clair_answer_begin(struct clair_fetch *fetch);

/* One line, with its end; some bytes of the body. As curl calls them: `data` is the fetch. Fewer than `size` ×
 * `count` bytes taken: the answer ends here, as `failure` or `stopped` tells. */
size_t clair_answer_header(char *line, size_t size, size_t count, void *data);
size_t clair_answer_body(char *bytes, size_t size, size_t count, void *data);

/* Once all fields are there: `location`, `retry_after_ms`. */
void clair_answer_fields(struct clair_fetch *fetch);

/* All of it, from what was kept. */
void clair_answer_replay(struct clair_fetch *fetch, const struct clair_exchange *exchange);

#endif
