/* A file of rules: read, its examples run, then a page judged with it. What is wrong has its file and line. */
#include "tests/fuzz/fuzz.h"
#include "clairlint/rule.h"

static const char page[] =
    "<!DOCTYPE html><html lang=fr><head><title>Titre</title></head><body><main><h1>Titre long</h1><p class=a>L’usager "
    "<a href=/a>lien</a><img src=a.png alt=a.png></p><form><input type=tel></form><ul><li>a<li>b</ul></main></body></html>";

static void
judge(const struct clair_linter *linter)
{
	const struct clair_document document = {.url = "https://v.fr/", .media_type = "text/html", .http_charset = "utf-8",
	    .bytes = page, .length = sizeof(page) - 1, .click_depth = -1};
	struct clair_result *result;

	check(clair_lint(&result, linter, &document) == CLAIR_OK, "a page is judged");
	clair_result_free(result);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct clair_rule_option only[] = {{"*", false, -1}, {"regle/*", true, -1}};
	const struct clair_rule_file file = {.name = "f", .bytes = (const char *)data, .length = size};
	struct clair_options options = {.dictionaries = "dictionaries", .rules = only, .rule_count = 2};
	struct clair_linter *linter = NULL;
	struct clair_rule_set *set;
	enum clair_status status = clair_rule_set_new(&set, &file, 1, CLAIR_FR);

	if (status == CLAIR_BAD_RULE)
		check(strncmp(clair_rule_set_error(set), "f:", 2) == 0, "an error has its place");
	check(status == CLAIR_OK || status == CLAIR_BAD_RULE, "it is right or wrong");
	if (status == CLAIR_OK) {
		options.rule_set = set;
		status = clair_linter_new(&linter, &options);
		if (status == CLAIR_OK)
			judge(linter);
		else
			check(status == CLAIR_BAD_RULE && strncmp(clair_linter_error(linter), "f:", 2) == 0,
			    "an example has its place");
	}
	clair_linter_free(linter);
	clair_rule_set_free(set);
	return 0;
}
