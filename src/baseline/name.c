/* What pages, messages and places are called in a baseline. */
#include "baseline/baseline.h"

#include "base/address.h"
#include "facts/summary.h"
#include "facts/trace.h"

#include <stdio.h>
#include <string.h>

static const char *
within(const struct clair_run *run, const char *url)
{
	const char *name;

	while (strncmp(url, "./", 2) == 0)
		url += 2;
	name = clair_address_within(run->crawl.start, url);
	return name[0] == '\0' ? url : name;
}

const char *
clair_baseline_page(const struct clair_run *run, const struct clair_result *page)
{
	const bool has_final = page->final_url != NULL && page->final_url[0] != '\0';

	return within(run, has_final ? page->final_url : page->url);
}

const char *
clair_baseline_site_page(const struct clair_run *run, const struct clair_finding *finding)
{
	return finding->page == NULL ? "" : within(run, finding->page->url);
}

const char *
clair_baseline_message(const struct clair_finding *finding)
{
	const struct clair_rule *rule = finding->rule;

	return finding->message < rule->message_count ? rule->messages[finding->message].key : "";
}

static void
write_hash(uint64_t hash, char out[static 17])
{
	snprintf(out, 17, "%016llx", (unsigned long long)hash);
}

bool
clair_baseline_place(const struct clair_finding *finding, char out[static 17])
{
	const char *const parts[] = {finding->rule->id, clair_baseline_message(finding), finding->selector};
	uint64_t hash = CLAIR_HASH_SEED;

	if (finding->selector[0] == '\0')
		return false;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		hash = clair_hash(parts[i], strlen(parts[i]) + 1, hash);
	write_hash(hash, out);
	return true;
}

const char *
clair_baseline_content(const struct clair_result *page, char out[static 17])
{
	if (page->trace == NULL || page->trace->content == 0)
		return "";
	write_hash(page->trace->content, out);
	return out;
}

bool
clair_baseline_asks(const struct clair_run *run, const struct clair_rule *rule)
{
	if (!clair_linter_enabled(run->linter, clair_linter_rule_index(run->linter, rule)))
		return false;
	return rule->scope == CLAIR_SITE ? run->site_tallies != NULL : !run->of_texts || rule->on_text;
}
