/* See read.h. */
#include "cli/read.h"

#include "cli/stop.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

char *
cli_read_all(int descriptor, size_t most, size_t *length, const char **failure)
{
	size_t room = 1 << 16;
	char *bytes = malloc(room);
	ssize_t got;

	*length = 0;
	while (bytes != NULL && (got = read(descriptor, bytes + *length, room - *length)) != 0) {
		if (got < 0 && errno == EINTR && !cli_stopped())
			continue;
		if (got < 0 || *length + (size_t)got > most) {
			*failure = got < 0 ? "unreadable" : "too-large";
			free(bytes);
			return NULL;
		}
		*length += (size_t)got;
		if (*length == room) {
			char *larger = realloc(bytes, room *= 2);

			if (larger == NULL)
				free(bytes);
			bytes = larger;
		}
	}
	if (bytes == NULL)
		*failure = "no-memory";
	return bytes;
}
