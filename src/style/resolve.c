/* Lengths in the texts of values, made absolute: CSS Values 4, 5 and 6. */
#include "style/write.h"

#include <string.h>

enum { LENGTH_LIMIT = 1 << 20 };

/* The token is a dimension or a math function that is worth something here. */
static bool
evaluate(struct clair_css_lexer *lexer, const struct clair_css_token *token,
    const struct clair_css_sizes *sizes, struct clair_css_math *math)
{
	struct clair_css_lexer ahead = *lexer;

	switch (token->type) {
	case CLAIR_TOKEN_DIMENSION:
		return !clair_css_is(token, "px") && clair_css_math_dimension(token, sizes, math) &&
		       math->type != CLAIR_MATH_OTHER && !math->not_known;
	case CLAIR_TOKEN_FUNCTION:
		if (!clair_css_math_named(token) ||
		    !clair_css_math_read(&ahead, token, sizes, math) || math->layout ||
		    math->not_known || math->type == CLAIR_MATH_OTHER)
			return false;
		*lexer = ahead;
		return true;
	default:
		return false;
	}
}

const char *
clair_css_text_resolve(
    const char *text, const struct clair_css_sizes *sizes, struct clair_arena *arena)
{
	struct clair_css_lexer lexer = {text, 0, (uint32_t)strlen(text), arena};
	struct clair_css_token token;
	struct clair_css_math math;
	struct clair_buf buf;
	uint32_t copied = 0;
	const char *result = text;

	clair_buf_init(&buf, LENGTH_LIMIT);
	do {
		clair_css_next(&lexer, &token);
		if (!evaluate(&lexer, &token, sizes, &math))
			continue;
		clair_buf_add(&buf, text + copied, token.offset - copied);
		clair_css_put_math(&buf, &math);
		copied = lexer.at;
	} while (token.type != CLAIR_TOKEN_EOF);
	if (copied != 0) {
		clair_buf_puts(&buf, text + copied);
		result = clair_strndup(arena, buf.bytes, buf.length);
	}
	clair_buf_free(&buf);
	return result;
}
