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

typedef struct clair_finding *report_fn(struct clair_ctx *ctx, const struct clair_block *block,
    size_t from, size_t length, unsigned message);

static bool
show_all(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern,
    unsigned message, report_fn *report)
{
	const char *text = clair_block_text(block);
	bool found = false;
	size_t offset;
	size_t length;

	for (size_t from = 0; clair_find_in_block(ctx, pattern, block, from, &offset, &length) &&
	     length > 0;
	     from = offset + length) {
		if (clair_block_is_sample(ctx, block, offset))
			continue;
		show(report(ctx, block, offset, length, message), text + offset, length);
		found = true;
	}
	return found;
}

enum clair_outcome
text_report_pattern(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern,
    unsigned message)
{
	return show_all(ctx, block, pattern, message, clair_report_part) ? CLAIR_FAIL : CLAIR_PASS;
}

enum clair_outcome
text_review_pattern(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern,
    unsigned message)
{
	return show_all(ctx, block, pattern, message, clair_review_part) ? CLAIR_REVIEW : CLAIR_PASS;
}
