/* The texts of the browser's own sheets, made by ci/gen-ua.sh. Private to src/style/. */
#ifndef CLAIR_STYLE_UA_H
#define CLAIR_STYLE_UA_H

#include <stddef.h>

extern const char clair_ua_html[];    /* ua.css */
extern const size_t clair_ua_html_length;
extern const char clair_ua_quirks[];  /* ua-quirks.css */
extern const size_t clair_ua_quirks_length;
extern const char clair_ua_foreign[]; /* ua-foreign.css */
extern const size_t clair_ua_foreign_length;

#endif
