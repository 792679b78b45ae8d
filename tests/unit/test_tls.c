/* Why a certificate is refused: the numbers of OpenSSL, and what an archive gives back. */
#include "net/tls.h"
#include "report/message.h"

#include <curl/curl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const long verified[] = {0, 1, 2, 9, 10, 18, 19, 20, 21, 27, 28, 62, 64, 66, 67, 68, 7, 24};

static void
test_codes(void **state)
{
	(void)state;
	assert_null(clair_tls_failure(CURLE_OK, 0));
	assert_null(clair_tls_failure(CURLE_OPERATION_TIMEDOUT, 10));
	assert_string_equal(clair_tls_failure(CURLE_PEER_FAILED_VERIFICATION, 10), "tls-expired");
	assert_string_equal(clair_tls_failure(CURLE_PEER_FAILED_VERIFICATION, 7), "tls");
	assert_string_equal(clair_tls_failure(CURLE_SSL_CACERT_BADFILE, 10), "tls");
	assert_string_equal(clair_tls_failure(CURLE_SSL_CONNECT_ERROR, 0), "tls-handshake");
}

/* Each is brought back by an archive, and has words in reports. */
static void
test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(verified) / sizeof(verified[0]); i++) {
		const char *failure = clair_tls_failure(CURLE_PEER_FAILED_VERIFICATION, verified[i]);

		assert_ptr_equal(clair_tls_known(failure), clair_tls_known(strdupa(failure)));
		assert_true(clair_tls_is(failure));
		assert_int_not_equal(clair_reason_string(failure), CLAIR_STRING_OTHER_REASON);
		if (strcmp(failure, "tls") != 0)
			assert_int_not_equal(clair_reason_string(failure), CLAIR_STRING_REASON_TLS);
	}
	assert_true(clair_tls_is("tls-handshake"));
	assert_int_equal(clair_reason_string("tls-handshake"), CLAIR_STRING_REASON_TLS_HANDSHAKE);
	assert_false(clair_tls_is(NULL));
	assert_false(clair_tls_is("timeout"));
	assert_null(clair_tls_known("tls-of-tomorrow"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
