/* Rules by index, by id and by axis. */
#include "engine/registry.h"

#include "engine/run.h"

#include <string.h>

size_t
clair_rule_count(void)
{
	return clair_rules_count;
}

const struct clair_rule *
clair_rule_at(size_t index)
{
	return index < clair_rules_count ? clair_rules[index] : NULL;
}

/* The table is made from paths with `-` and `/` in them: its order is that of the ids plus ".c".
 * A linear search is enough for what is asked once per option. */
const struct clair_rule *
clair_rule_find(const char *id)
{
	for (size_t i = 0; i < clair_rules_count; i++) {
		if (strcmp(clair_rules[i]->id, id) == 0)
			return clair_rules[i];
	}
	return NULL;
}

size_t
clair_rule_index(const struct clair_rule *rule)
{
	for (size_t i = 0; i < clair_rules_count; i++) {
		if (clair_rules[i] == rule)
			return i;
	}
	return clair_rules_count;
}

const char *const *
clair_message_tests(const struct clair_rule *rule, unsigned message)
{
	const char *const *own =
	    message < rule->message_count ? rule->messages[message].rgaa : NULL;

	return own != NULL ? own : rule->rgaa;
}

enum clair_axis
clair_rule_axis(const struct clair_rule *rule)
{
	static const char *const comprehension[] = {"readability/", "falc/"};
	static const char *const journey[] = {"menus/", "cognition/", "contact/", "site/", "mobile/",
	    "documents/", "language/", "trust/", "procedure/"};
	const char *id = rule->id;

	if (strncmp(id, CLAIR_DECLARED, strlen(CLAIR_DECLARED)) == 0)
		id += strlen(CLAIR_DECLARED);
	for (size_t i = 0; i < CLAIR_LEN(comprehension); i++) {
		if (strncmp(id, comprehension[i], strlen(comprehension[i])) == 0)
			return CLAIR_COMPREHENSION;
	}
	for (size_t i = 0; i < CLAIR_LEN(journey); i++) {
		if (strncmp(id, journey[i], strlen(journey[i])) == 0)
			return CLAIR_JOURNEY;
	}
	return CLAIR_ACCESS;
}
