/* What the text of an event attribute does, as far as its words tell. */
#ifndef CLAIR_RULES_COMMON_SCRIPT_H
#define CLAIR_RULES_COMMON_SCRIPT_H

#include "clairlint/rule.h"

/* Goes to another page, sends a form or opens a window. NULL does nothing. */
bool rule_changes_page(const char *action);

#endif
