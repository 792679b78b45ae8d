/* Rules over the whole crawl. Private to src/engine/. */
#ifndef CLAIR_ENGINE_SITE_H
#define CLAIR_ENGINE_SITE_H

#include "engine/run.h"

/* Asks the site rules and fills run->site_tallies and run->site_findings. False: out of memory. */
bool clair_run_judge_site(struct clair_run *run);

/* Groups the findings of all pages, worst cause first. False: out of memory. */
bool clair_run_group(struct clair_run *run);

#endif
