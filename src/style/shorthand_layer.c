/* background, mask and animation: several layers, each in any order. */
#include "style/shorthand.h"

/* One part of a layer, and what it is when it is not given. */
struct part {
	clair_css_item *read;
	const char *absent;
	struct clair_css_value absent_value;
};

#define ABSENT(id, name) \
	name, { .kind = CLAIR_VALUE_KEYWORD, .keyword = CLAIR_KW_##id }

enum { PARTS_MOST = 5 };

struct layers {
	const struct part *parts;
	unsigned count;
	struct clair_css_list lists[PARTS_MOST];
	struct clair_css_value values[PARTS_MOST]; /* of the layer being read */
	const char *texts[PARTS_MOST];             /* NULL: not given */
};

static bool
read_part(struct clair_css_reader *reader, struct layers *layers, unsigned index)
{
	struct clair_css_reader before = *reader;
	struct clair_css_value *value = &layers->values[index];

	if (layers->texts[index] != NULL)
		return false;
	if (!layers->parts[index].read(reader, value)) {
		*reader = before;
		return false;
	}
	layers->texts[index] = clair_css_item_text(reader, value, before.token.offset);
	return true;
}

static void
start_layer(struct layers *layers)
{
	unsigned i;

	for (i = 0; i < layers->count; i++)
		layers->texts[i] = NULL;
}

static void
end_layer(struct layers *layers, const struct clair_css_reader *reader)
{
	unsigned i;

	for (i = 0; i < layers->count; i++) {
		const struct part *part = &layers->parts[i];

		if (layers->texts[i] != NULL)
			clair_css_list_add(
			    &layers->lists[i], reader, layers->values[i], layers->texts[i]);
		else
			clair_css_list_add(
			    &layers->lists[i], reader, part->absent_value, part->absent);
	}
}

static void
give_lists(struct layers *layers, struct clair_css_value *values)
{
	unsigned i;

	for (i = 0; i < layers->count; i++)
		values[i] = clair_css_list_value(&layers->lists[i]);
}

/* --- background and mask -------------------------------------------------------------------------- */

enum { IMAGE, POSITION, SIZE, REPEAT, CLIP, LAYER_PARTS };

static const struct part layer_parts[LAYER_PARTS] = {
    [IMAGE] = {clair_css_read_layer_image, ABSENT(NONE, "none")},
    [POSITION] = {clair_css_read_position, "0% 0%", {.kind = CLAIR_VALUE_INITIAL}},
    [SIZE] = {clair_css_read_layer_size, ABSENT(AUTO, "auto")},
    [REPEAT] = {clair_css_read_layer_repeat, ABSENT(REPEAT, "repeat")},
    [CLIP] = {clair_css_read_layer_clip, ABSENT(BORDER_BOX, "border-box")},
};

/* What we do not keep of a layer, counted by kind. */
struct unkept {
	bool attachment, composite, mode;
	unsigned boxes;
};

static bool
skip_unkept(struct clair_css_reader *reader, struct unkept *unkept, bool mask)
{
	static const uint16_t attachments[] = {
	    CLAIR_KW_SCROLL, CLAIR_KW_FIXED, CLAIR_KW_LOCAL, 0};
	static const uint16_t composites[] = {
	    CLAIR_KW_ADD, CLAIR_KW_SUBTRACT, CLAIR_KW_INTERSECT, CLAIR_KW_EXCLUDE, 0};
	static const uint16_t modes[] = {
	    CLAIR_KW_ALPHA, CLAIR_KW_LUMINANCE, CLAIR_KW_MATCH_SOURCE, 0};
	bool *once = mask ? &unkept->composite : &unkept->attachment;

	if (!*once && clair_css_take_one(reader, mask ? composites : attachments) != 0)
		return *once = true;
	if (mask && !unkept->mode && clair_css_take_one(reader, modes) != 0)
		return unkept->mode = true;
	return false;
}

/* One box is that of the origin and of the clip, of two the second is that of the clip. */
static bool
read_box(struct clair_css_reader *reader, struct layers *layers, struct unkept *unkept, bool mask)
{
	static const uint16_t mask_boxes[] = {CLAIR_KW_BORDER_BOX, CLAIR_KW_PADDING_BOX,
	    CLAIR_KW_CONTENT_BOX, CLAIR_KW_NO_CLIP, CLAIR_KW_FILL_BOX, CLAIR_KW_STROKE_BOX,
	    CLAIR_KW_VIEW_BOX, 0};

	if (unkept->boxes == 2)
		return false;
	layers->texts[CLIP] = NULL;
	if (mask ? clair_css_take_one(reader, mask_boxes) == CLAIR_KW_NONE_GIVEN
	         : !read_part(reader, layers, CLIP))
		return false;
	unkept->boxes++;
	return true;
}

static bool
read_place(struct clair_css_reader *reader, struct layers *layers)
{
	return read_part(reader, layers, POSITION) &&
	    (!clair_css_take_delim(reader, '/') || read_part(reader, layers, SIZE));
}

/* `color` is NULL for a mask. Says whether the layer has anything. */
static bool
read_layer(struct clair_css_reader *reader, struct layers *layers, struct clair_css_value *color)
{
	struct unkept unkept = {.boxes = 0};
	bool mask = color == NULL;
	bool any = false;

	start_layer(layers);
	while (!clair_css_ended(reader) && reader->token.type != CLAIR_TOKEN_COMMA) {
		if (!read_part(reader, layers, IMAGE) && !read_part(reader, layers, REPEAT) &&
		    !skip_unkept(reader, &unkept, mask) &&
		    !read_box(reader, layers, &unkept, mask) && !read_place(reader, layers)) {
			if (mask || color->kind != CLAIR_VALUE_INITIAL ||
			    !clair_css_read_color(reader, color))
				return false;
		}
		any = true;
	}
	end_layer(layers, reader);
	return any;
}

bool
clair_css_read_background(struct clair_css_reader *reader, struct clair_css_value *values)
{
	struct layers layers = {.parts = layer_parts, .count = LAYER_PARTS};

	do {
		/* Only the last layer has a colour. */
		values[0] = (struct clair_css_value){.kind = CLAIR_VALUE_INITIAL};
		if (!read_layer(reader, &layers, &values[0]))
			return false;
	} while (values[0].kind == CLAIR_VALUE_INITIAL && clair_css_take(reader, CLAIR_TOKEN_COMMA));
	give_lists(&layers, values + 1);
	return true;
}

bool
clair_css_read_mask(struct clair_css_reader *reader, struct clair_css_value *values)
{
	struct layers layers = {.parts = layer_parts, .count = LAYER_PARTS};

	do {
		if (!read_layer(reader, &layers, NULL))
			return false;
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	values[0] = clair_css_list_value(&layers.lists[IMAGE]);
	return true;
}

/* --- animation ------------------------------------------------------------------------------------ */

enum { NAME, DURATION, COUNT, ANIMATION_PARTS };

static const struct part animation_parts[ANIMATION_PARTS] = {
    [NAME] = {clair_css_read_animation_name, ABSENT(NONE, "none")},
    [DURATION] = {clair_css_read_animation_duration, "0s", {.kind = CLAIR_VALUE_TIME}},
    [COUNT] = {clair_css_read_animation_count, "1", {.kind = CLAIR_VALUE_NUMBER, .number = 1}},
};

enum { TIMING, DIRECTION, FILL, STATE, WORDS };

static bool
skip_timing_function(struct clair_css_reader *reader)
{
	if (!clair_css_at_function(reader, "cubic-bezier") && !clair_css_at_function(reader, "steps") &&
	    !clair_css_at_function(reader, "linear"))
		return false;
	clair_css_skip_block(reader);
	return true;
}

/* What we do not keep of an animation; each once. */
static bool
skip_manner(struct clair_css_reader *reader, bool *given)
{
	static const uint16_t words[WORDS][8] = {
	    [TIMING] = {CLAIR_KW_EASE, CLAIR_KW_LINEAR, CLAIR_KW_EASE_IN, CLAIR_KW_EASE_OUT,
		CLAIR_KW_EASE_IN_OUT, CLAIR_KW_STEP_START, CLAIR_KW_STEP_END},
	    [DIRECTION] = {CLAIR_KW_NORMAL, CLAIR_KW_REVERSE, CLAIR_KW_ALTERNATE,
		CLAIR_KW_ALTERNATE_REVERSE},
	    [FILL] = {CLAIR_KW_FORWARDS, CLAIR_KW_BACKWARDS, CLAIR_KW_BOTH, CLAIR_KW_NONE},
	    [STATE] = {CLAIR_KW_RUNNING, CLAIR_KW_PAUSED},
	};
	unsigned i;

	for (i = 0; i < WORDS; i++) {
		if (!given[i] &&
		    (clair_css_take_one(reader, words[i]) != CLAIR_KW_NONE_GIVEN ||
		        (i == TIMING && skip_timing_function(reader)))) {
			given[i] = true;
			return true;
		}
	}
	return false;
}

/* The first time is the duration, unless it is negative; the other is the delay. */
static bool
read_animation(struct clair_css_reader *reader, struct layers *layers)
{
	bool given[WORDS] = {false};
	bool delayed = false;
	bool any = false;

	start_layer(layers);
	while (!clair_css_ended(reader) && reader->token.type != CLAIR_TOKEN_COMMA) {
		if (read_part(reader, layers, DURATION) || skip_manner(reader, given) ||
		    read_part(reader, layers, COUNT)) {
			any = true;
			continue;
		}
		if (!delayed && clair_css_skip_number(reader, CLAIR_TAKES_TIME))
			delayed = true;
		else if (!read_part(reader, layers, NAME))
			return false;
		any = true;
	}
	end_layer(layers, reader);
	return any;
}

bool
clair_css_read_animation(struct clair_css_reader *reader, struct clair_css_value *values)
{
	struct layers layers = {.parts = animation_parts, .count = ANIMATION_PARTS};

	do {
		if (!read_animation(reader, &layers))
			return false;
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	give_lists(&layers, values);
	return true;
}
