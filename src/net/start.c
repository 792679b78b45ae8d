/* Sets curl up for the process. */
#include "net/start.h"

#include <curl/curl.h>

bool
clair_net_start(void)
{
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}
