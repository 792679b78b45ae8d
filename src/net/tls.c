/* See tls.h. */
#include "net/tls.h"

#include <curl/curl.h>
#include <stddef.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const char *const kinds[] = {"tls", "tls-expired", "tls-not-yet-valid", "tls-self-signed", "tls-authority",
	"tls-chain", "tls-name", "tls-weak", "tls-handshake"};

/* X509_V_ERR_… of OpenSSL (x509_vfy.h), which never change: libcurl gives the number, and brings no header for it. A
 * revoked certificate is not among them: nobody is asked whether one is. */
static const struct {
	long verified;
	const char *failure;
} faults[] = {
	{2, "tls-chain"},          /* UNABLE_TO_GET_ISSUER_CERT */
	{9, "tls-not-yet-valid"},  /* CERT_NOT_YET_VALID */
	{10, "tls-expired"},       /* CERT_HAS_EXPIRED */
	{18, "tls-self-signed"},   /* DEPTH_ZERO_SELF_SIGNED_CERT */
	{19, "tls-authority"},     /* SELF_SIGNED_CERT_IN_CHAIN: the server sent all, up to a root of its own */
	{20, "tls-chain"},         /* UNABLE_TO_GET_ISSUER_CERT_LOCALLY */
	{21, "tls-chain"},         /* UNABLE_TO_VERIFY_LEAF_SIGNATURE */
	{27, "tls-authority"},     /* CERT_UNTRUSTED */
	{28, "tls-authority"},     /* CERT_REJECTED */
	{62, "tls-name"},          /* HOSTNAME_MISMATCH */
	{64, "tls-name"},          /* IP_ADDRESS_MISMATCH */
	{66, "tls-weak"},          /* EE_KEY_TOO_SMALL */
	{67, "tls-weak"},          /* CA_KEY_TOO_SMALL */
	{68, "tls-weak"},          /* CA_MD_TOO_WEAK */
	/* OpenSSL found nothing wrong: libcurl compares the names itself, and has not yet noted so. */
	{0, "tls-name"},           /* OK */
	{1, "tls-name"},           /* UNSPECIFIED */
};

/* Other libraries have other numbers. */
static bool
are_of_openssl(void)
{
	const char *library = curl_version_info(CURLVERSION_NOW)->ssl_version;

	return library != NULL && strncmp(library, "OpenSSL", 7) == 0;
}

const char *
clair_tls_failure(int code, long verified)
{
	switch (code) {
	case CURLE_PEER_FAILED_VERIFICATION:
		for (size_t i = 0; i < LENGTH(faults) && are_of_openssl(); i++) {
			if (faults[i].verified == verified)
				return faults[i].failure;
		}
		return "tls";
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_SSL_CIPHER:
		return "tls-handshake";
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_ISSUER_ERROR:
		return "tls";
	default:
		return NULL;
	}
}

const char *
clair_tls_known(const char *failure)
{
	for (size_t i = 0; failure != NULL && i < LENGTH(kinds); i++) {
		if (strcmp(kinds[i], failure) == 0)
			return kinds[i];
	}
	return NULL;
}

bool
clair_tls_is(const char *failure)
{
	return clair_tls_known(failure) != NULL;
}
