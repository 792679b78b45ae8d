/* One number of a colour. */
#include "style/color_read.h"
#include "style/math.h"

#include <math.h>

enum { CHANNEL_WORDS = 4 };

/* CSS Color 5, 4.1: the channels of the origin by their letters, alpha by its name. */
struct channel_words {
	struct clair_css_math_word list[CHANNEL_WORDS];
	char letters[3][2];
	size_t count; /* 0 outside relative colours */
};

static void
make_words(const struct clair_raw_color *from, struct channel_words *words)
{
	words->count = from == NULL ? 0 : CHANNEL_WORDS;
	if (from == NULL)
		return;
	for (int i = 0; i < 3; i++) {
		words->letters[i][0] = clair_space_traits[from->space].channels[i];
		words->letters[i][1] = '\0';
		words->list[i] =
		    (struct clair_css_math_word){words->letters[i], from->channels[i]};
	}
	words->list[3] = (struct clair_css_math_word){"alpha", from->alpha};
}

static bool
read_word(const struct clair_color_reader *reader, struct clair_component *component)
{
	struct channel_words words;

	component->kind = CLAIR_COMPONENT_NONE;
	component->value = 0;
	if (clair_css_is(&reader->token, "none"))
		return true;
	make_words(reader->from, &words);
	for (size_t i = 0; i < words.count; i++) {
		if (!clair_css_is(&reader->token, words.list[i].name))
			continue;
		component->kind = CLAIR_COMPONENT_NUMBER;
		component->value = words.list[i].value;
		return true;
	}
	return false;
}

static bool
take_math(const struct clair_css_math *math, struct clair_component *component)
{
	component->value = math->value;
	switch (math->type) {
	case CLAIR_MATH_NUMBER:
		component->kind = CLAIR_COMPONENT_NUMBER;
		return true;
	case CLAIR_MATH_PERCENT:
		component->kind = CLAIR_COMPONENT_PERCENT;
		component->value = math->percent;
		return true;
	case CLAIR_MATH_ANGLE:
		component->kind = CLAIR_COMPONENT_ANGLE;
		return true;
	default:
		return false;
	}
}

static bool
read_function(struct clair_color_reader *reader, struct clair_component *component)
{
	struct clair_css_math math;
	struct channel_words words;

	make_words(reader->from, &words);
	if (!clair_css_math_read_words(
		&reader->lexer, &reader->token, words.list, words.count, &math))
		return false;
	reader->token.length = reader->lexer.at - reader->token.offset;
	return take_math(&math, component);
}

static bool
read_token(struct clair_color_reader *reader, struct clair_component *component)
{
	const struct clair_css_token *token = &reader->token;
	struct clair_css_math math;

	component->value = token->number;
	switch (token->type) {
	case CLAIR_TOKEN_NUMBER:
		component->kind = CLAIR_COMPONENT_NUMBER;
		return true;
	case CLAIR_TOKEN_PERCENTAGE:
		component->kind = CLAIR_COMPONENT_PERCENT;
		return true;
	case CLAIR_TOKEN_DIMENSION:
		return clair_css_math_dimension(token, NULL, &math) && take_math(&math, component);
	case CLAIR_TOKEN_IDENT:
		return read_word(reader, component);
	case CLAIR_TOKEN_FUNCTION:
		return read_function(reader, component);
	default:
		return false;
	}
}

/* CSS Values 4, 10.9: NaN becomes 0, what is infinite is brought in. */
bool
clair_color_read_component(struct clair_color_reader *reader, struct clair_component *component)
{
	if (!read_token(reader, component))
		return false;
	if (isnan(component->value))
		component->value = 0;
	component->value = fmax(-1e9, fmin(component->value, 1e9));
	clair_color_step(reader);
	return true;
}
