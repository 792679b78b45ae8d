/* See address.h. */
#include "base/address.h"

#include <stdbool.h>
#include <string.h>

/* "site" holds "site/a.html", not "site2/a.html". */
static bool
ends_a_part(const char *url, size_t length)
{
	return url[length] == '\0' || strchr("/?#", url[length]) != NULL || (length > 0 && url[length - 1] == '/');
}

const char *
clair_address_within(const char *start, const char *url)
{
	const char *scheme = strstr(start, "://");
	size_t length = strlen(start);

	if (scheme != NULL)
		length = (size_t)(scheme + 3 - start) + strcspn(scheme + 3, "/?#");
	if (length == 0 || strncmp(url, start, length) != 0 || !ends_a_part(url, length))
		return url;
	url += length;
	return scheme == NULL && url[0] == '/' ? url + 1 : url;
}
