/*
 * Why a server cannot be trusted, or cannot be spoken to in TLS: "tls", or one of its kinds (crawl.h). Who looks for
 * the family looks for clair_tls_is: kinds may come. Private to src/net/.
 */
#ifndef CLAIR_NET_TLS_H
#define CLAIR_NET_TLS_H

#include <stdbool.h>

/* `code`: a CURLcode; `verified`: CURLINFO_SSL_VERIFYRESULT of the same request. NULL: TLS is not what failed. */
const char *clair_tls_failure(int code, long verified);

/* The same key as a literal; NULL: it is not of the family. */
const char *clair_tls_known(const char *failure);

bool clair_tls_is(const char *failure); /* NULL is not */

#endif
