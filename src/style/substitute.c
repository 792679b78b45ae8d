/* Replaces var() and env(): CSS Variables 1, section 3, and CSS Environment Variables 1. */
#include "style/customs.h"

#include <string.h>

enum { FALLBACK_LIMIT = 32 }; /* fallbacks inside one another that are taken */

struct job {
	const struct clair_css_customs *customs;
	struct clair_css_lexer lexer;
	char *bytes; /* what is made */
	uint32_t length;
	uint32_t copied;                 /* of the source: what comes before is done with */
	unsigned depth;                  /* of open blocks */
	unsigned taken;                  /* fallbacks that are open */
	unsigned opened[FALLBACK_LIMIT]; /* the depth of each: what closes it is left out */
};

bool
clair_css_may_refer(const char *text, uint32_t length)
{
	const char *end = text + length;
	const char *at = text;

	while ((at = memchr(at, '(', (size_t)(end - at))) != NULL) {
		if (at - text >= 3 && ((at[-1] | 0x20) == 'r' || (at[-1] | 0x20) == 'v'))
			return true;
		at++;
	}
	return memchr(text, '\\', length) != NULL;
}

static void
next_solid(struct clair_css_lexer *lexer, struct clair_css_token *token)
{
	do
		clair_css_next(lexer, token);
	while (token->type == CLAIR_TOKEN_SPACE);
}

static bool
is_function(const struct clair_css_token *token, const char *name)
{
	return token->type == CLAIR_TOKEN_FUNCTION && clair_css_is(token, name);
}

static bool
is_custom_name(const struct clair_css_token *token)
{
	return token->type == CLAIR_TOKEN_IDENT && token->text_length > 2 &&
	       token->text[0] == '-' && token->text[1] == '-';
}

bool
clair_css_next_reference(struct clair_css_lexer *lexer, struct clair_css_token *name)
{
	struct clair_css_token token;

	do {
		clair_css_next(lexer, &token);
		if (!is_function(&token, "var"))
			continue;
		next_solid(lexer, name);
		if (is_custom_name(name))
			return true;
	} while (token.type != CLAIR_TOKEN_EOF);
	return false;
}

/* --- Putting together
 * ----------------------------------------------------------------------------- */

static bool
keeps_apart(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\t' || byte == ',' || byte == '(' ||
	       byte == ')';
}

static bool
append(struct job *job, const char *text, uint32_t length)
{
	if (length > CLAIR_CUSTOM_LIMIT - job->length)
		return false;
	memcpy(job->bytes + job->length, text, length);
	job->length += length;
	return true;
}

/* Tokens are replaced, not bytes: an empty comment keeps those apart that would make another one.
 */
static bool
put(struct job *job, const char *text, uint32_t length)
{
	if (length == 0)
		return true;
	if (job->length != 0 && !keeps_apart(job->bytes[job->length - 1]) && !keeps_apart(*text) &&
	    !append(job, "/**/", 4))
		return false;
	return append(job, text, length);
}

/* The source up to `end`, which goes on at `next`. */
static bool
put_source(struct job *job, uint32_t end, uint32_t next)
{
	uint32_t from = job->copied;

	job->copied = next;
	return put(job, job->lexer.source + from, end - from);
}

/* --- References
 * ------------------------------------------------------------------------------------ */

/* Past the parenthesis that closes the function whose inside is being read. */
static void
skip_rest(struct clair_css_lexer *lexer)
{
	struct clair_css_token token;

	do
		clair_css_skip(lexer, &token);
	while (token.type != CLAIR_TOKEN_CLOSE_ROUND && token.type != CLAIR_TOKEN_EOF);
}

/* What env() is worth on a screen that nothing covers. The indexes after a name are read past. */
static bool
environment_value(struct job *job, const struct clair_css_token *name, struct clair_css_span *value)
{
	static const char *const insets[] = {"safe-area-inset-top", "safe-area-inset-right",
	    "safe-area-inset-bottom", "safe-area-inset-left"};
	struct clair_css_lexer ahead = job->lexer;
	struct clair_css_token token;

	for (next_solid(&ahead, &token); token.type == CLAIR_TOKEN_NUMBER;
	     next_solid(&ahead, &token))
		job->lexer = ahead;
	for (size_t i = 0; i < sizeof(insets) / sizeof(*insets); i++)
		if (clair_css_is(name, insets[i])) {
			*value = (struct clair_css_span){"0px", 3};
			return true;
		}
	return false;
}

static bool
take_fallback(struct job *job)
{
	if (job->taken == FALLBACK_LIMIT)
		return false;
	job->opened[job->taken++] = job->depth;
	job->copied = job->lexer.at;
	return true;
}

/* var( or env( was read: puts its value, or goes on with its fallback. */
static bool
replace(struct job *job, const struct clair_css_token *function)
{
	bool is_var = clair_css_is(function, "var");
	struct clair_css_span value;
	struct clair_css_token token;
	bool found;

	if (!put_source(job, function->offset, job->lexer.at))
		return false;
	next_solid(&job->lexer, &token);
	if (is_var ? !is_custom_name(&token) : token.type != CLAIR_TOKEN_IDENT)
		return false;
	found = is_var ? clair_css_custom(job->customs, token.text, token.text_length, &value)
		       : environment_value(job, &token, &value);
	next_solid(&job->lexer, &token);
	if (token.type != CLAIR_TOKEN_COMMA && token.type != CLAIR_TOKEN_CLOSE_ROUND &&
	    token.type != CLAIR_TOKEN_EOF)
		return false;
	if (!found)
		return token.type == CLAIR_TOKEN_COMMA && take_fallback(job);
	if (token.type == CLAIR_TOKEN_COMMA)
		skip_rest(&job->lexer);
	job->copied = job->lexer.at;
	return put(job, value.text, value.length);
}

/* A closing token; that of a fallback is left out. */
static bool
close_block(struct job *job, const struct clair_css_token *token)
{
	if (job->taken != 0 && job->opened[job->taken - 1] == job->depth &&
	    token->type == CLAIR_TOKEN_CLOSE_ROUND) {
		job->taken--;
		return put_source(job, token->offset, job->lexer.at);
	}
	if (job->depth != 0)
		job->depth--;
	return true;
}

static bool
step(struct job *job, const struct clair_css_token *token)
{
	switch (token->type) {
	case CLAIR_TOKEN_FUNCTION:
		if (clair_css_is(token, "var") || clair_css_is(token, "env"))
			return replace(job, token);
		job->depth++;
		return true;
	case CLAIR_TOKEN_OPEN_ROUND:
	case CLAIR_TOKEN_OPEN_SQUARE:
	case CLAIR_TOKEN_OPEN_CURLY:
		job->depth++;
		return true;
	case CLAIR_TOKEN_CLOSE_ROUND:
	case CLAIR_TOKEN_CLOSE_SQUARE:
	case CLAIR_TOKEN_CLOSE_CURLY:
		return close_block(job, token);
	default:
		return true;
	}
}

/* The whole text is one var() without fallback: its value, as it is. */
static bool
is_bare(const struct clair_css_lexer *text, struct clair_css_token *name)
{
	struct clair_css_lexer lexer = *text;
	struct clair_css_token token;

	next_solid(&lexer, &token);
	if (!is_function(&token, "var"))
		return false;
	next_solid(&lexer, name);
	if (!is_custom_name(name))
		return false;
	next_solid(&lexer, &token);
	if (token.type == CLAIR_TOKEN_CLOSE_ROUND)
		next_solid(&lexer, &token);
	return token.type == CLAIR_TOKEN_EOF;
}

bool
clair_css_substitute(const struct clair_css_customs *customs, struct clair_css_span text,
    struct clair_arena *arena, struct clair_css_span *result)
{
	struct clair_css_kept *kept = clair_css_customs_kept(customs);
	struct job job = {.customs = customs, .lexer = {text.text, 0, text.length, arena}};
	struct clair_css_token token;

	if (is_bare(&job.lexer, &token))
		return clair_css_custom(customs, token.text, token.text_length, result);
	job.bytes = clair_css_kept_scratch(kept, arena);
	if (job.bytes == NULL || !clair_css_kept_spend(kept, text.length))
		return false;
	do {
		clair_css_next(&job.lexer, &token);
		if (!step(&job, &token))
			return false;
	} while (token.type != CLAIR_TOKEN_EOF);
	if (!put_source(&job, text.length, text.length) || !clair_css_kept_spend(kept, job.length))
		return false;
	result->length = job.length;
	result->text = clair_strndup(arena, job.bytes, job.length);
	return !arena->failed;
}
