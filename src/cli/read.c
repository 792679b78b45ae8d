/* See read.h. */
#include "cli/read.h"

#include "cli/say.h"
#include "cli/stop.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
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

char *
cli_read_file(const struct cli_options *options, enum cli_option option, size_t most, size_t *length)
{
	const char *path = options->value[option].text;
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	const char *failure = NULL;
	char *bytes = NULL;

	if (descriptor >= 0) {
		bytes = cli_read_all(descriptor, most, length, &failure);
		close(descriptor);
	}
	if (failure != NULL && strcmp(failure, "too-large") == 0)
		cli_say(options->lang, "%s est trop gros pour --%s", "%s is too large for --%s", path,
		    cli_option_rows[option].name);
	else if (bytes == NULL)
		cli_say(options->lang, "impossible de lire %s : %s", "cannot read %s: %s", path,
		    cli_reason(options->lang, errno));
	return bytes;
}
