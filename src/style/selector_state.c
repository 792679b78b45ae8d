/* What the attributes of a page say of its links and controls: HTML 4.16.3, as when it is loaded. */
#include "style/selector_caches.h"

bool
clair_selector_pseudo(
    struct clair_match *match, enum clair_pseudo_class pseudo, const struct clair_node *node)
{
	switch (pseudo) {
	case CLAIR_IS_ROOT:
		return node->parent == CLAIR_NO_NODE;
	case CLAIR_IS_SCOPE:
		return match->scope != NULL ? node == match->scope : node->parent == CLAIR_NO_NODE;
	default:
		return false;
	}
}
