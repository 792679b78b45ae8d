/* What the text of an event attribute does, as far as its words tell. */
#include "rules/common/script.h"

#include "rules/common/text.h"

bool
rule_changes_page(const char *action)
{
	return action != NULL && (rule_contains(action, "location") || rule_contains(action, "submit") ||
	    rule_contains(action, "window.open") || rule_contains(action, "href"));
}
