/* :lang() and :dir(): Selectors 4, section 7. */
#include "style/selector_caches.h"

bool
clair_selector_lang(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	(void)match;
	(void)simple;
	(void)node;
	return false;
}

bool
clair_selector_dir(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	(void)match;
	(void)simple;
	(void)node;
	return false;
}
