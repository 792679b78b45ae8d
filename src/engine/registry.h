/* The table of the program's rules, made at build from the paths of rules/, in the order of ids. */
#ifndef CLAIR_ENGINE_REGISTRY_H
#define CLAIR_ENGINE_REGISTRY_H

#include "clairlint/rule.h"

/* Before the theme, in the ids of rules that are read from files: none is ever one of the program. */
#define CLAIR_DECLARED "regle/"

extern const struct clair_rule *const clair_rules[];
extern const size_t clair_rules_count;

#endif
