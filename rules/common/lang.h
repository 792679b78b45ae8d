/* Codes of languages written as other systems write them. */
#ifndef CLAIR_RULES_COMMON_LANG_H
#define CLAIR_RULES_COMMON_LANG_H

#include "clairlint/rule.h"

enum { RULE_LANG_ROOM = 36 };

/* "fr_FR.UTF-8", as operating systems write it, is "fr-FR" in HTML (BCP 47). NULL when the code is not
 * mended so. */
const char *rule_mend_lang(const char *lang, char room[static RULE_LANG_ROOM]);

#endif
