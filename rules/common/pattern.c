/* See pattern.h. */
#include "rules/common/pattern.h"

enum { SHOWN = 60 };

/* The match, cut before a character that would not fit. */
static void
show(struct clair_finding *finding, const char *match, size_t length)
{
	char text[SHOWN + 1];
	size_t n = length < SHOWN ? length : SHOWN;

	while (n < length && n > 0 && ((unsigned char)match[n] & 0xC0) == 0x80)
		n--;
	for (size_t i = 0; i < n; i++)
		text[i] = match[i];
	text[n] = '\0';
	clair_arg(finding, "text", text);
}

enum clair_outcome
text_report_pattern(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern,
    unsigned message)
{
	const char *text = clair_block_text(block);
	enum clair_outcome outcome = CLAIR_PASS;
	size_t offset;
	size_t length;

	for (size_t from = 0; clair_find(ctx, pattern, text, from, &offset, &length) && length > 0;
	     from = offset + length) {
		if (clair_block_is_sample(ctx, block, offset))
			continue;
		show(clair_report_part(ctx, block, offset, length, message), text + offset, length);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}
