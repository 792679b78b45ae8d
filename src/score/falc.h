/* The rules of the European standard for easy reading (FALC), and what the program does of them. */
#ifndef CLAIR_SCORE_FALC_H
#define CLAIR_SCORE_FALC_H

#include "clairlint/rule.h"
#include "score/referential.h"

const struct clair_referential_row *clair_falc_next(const struct clair_referential_row *row);
/* The rule of the program names this rule of the standard. */
bool clair_falc_has(const struct clair_rule *rule, const struct clair_referential_row *row);
/* Only a person can check it. */
bool clair_falc_asks_person(const struct clair_referential_row *row);
/* Of films and sounds. */
bool clair_falc_is_of_media(const struct clair_referential_row *row);
bool clair_falc_is_of_web(const struct clair_referential_row *row);

#endif
