/* What people and reports on digital exclusion ask of public sites: the demands, and what the product does of them. */
#ifndef CLAIR_SCORE_NEEDS_H
#define CLAIR_SCORE_NEEDS_H

#include "score/referential.h"

const struct clair_referential_row *clair_needs_next(const struct clair_referential_row *row);
/* The rule names this demand, and is asked without being named. */
bool clair_needs_has(const struct clair_rule *rule, const struct clair_referential_row *row);
/* The pages as they are sent, or the crawl, are enough to know its main part. */
bool clair_needs_is_of_crawl(const struct clair_referential_row *row);
/* Asked of reports and rankings, not of pages and sites. */
bool clair_needs_is_of_reports(const struct clair_referential_row *row);
/* Another part of the product than a rule serves it. */
bool clair_needs_has_part(const struct clair_referential_row *row);

#endif
