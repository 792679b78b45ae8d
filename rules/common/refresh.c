/* The refresh that a page declares: HTML, "shared declarative refresh steps". */
#include "rules/common/refresh.h"

#include <string.h>

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
read_refresh(const char *content, struct rule_refresh *refresh)
{
	content += strspn(content, " \t\n\f\r");
	if (!is_digit(*content) && *content != '.')
		return false;
	refresh->seconds = 0;
	for (; is_digit(*content); content++)
		refresh->seconds = refresh->seconds * 10 + (*content - '0');
	/* A fraction is read and dropped. */
	while (is_digit(*content) || *content == '.')
		content++;
	if (*content != '\0' && strchr("; ,\t\n\f\r", *content) == NULL)
		return false;
	content += strspn(content, "; ,\t\n\f\r");
	refresh->has_address = *content != '\0';
	return true;
}

bool
rule_find_refresh(struct clair_ctx *ctx, struct rule_refresh *refresh)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_META); i++) {
		const struct clair_node *meta = clair_tag_at(ctx, CLAIR_TAG_META, i);
		const char *content = clair_attr(meta, CLAIR_ATTR_CONTENT);

		if (content == NULL || !clair_attr_is(meta, CLAIR_ATTR_HTTP_EQUIV, "refresh"))
			continue;
		refresh->meta = meta;
		if (read_refresh(content, refresh))
			return true;
	}
	return false;
}
