/* Positions: CSS Values 4, 9.3, and the three components of CSS Backgrounds 3, 2.6. */
#include "style/longhand.h"

enum { X, Y, MOST = 4 };

/* One component: a side or the centre, or an offset, from `from` to `to` in the source. */
struct component {
	uint16_t side;
	uint32_t from, to;
	bool needs_unit; /* zero, or a number that a quirk takes for a length */
};

/* Where the box lies on one axis: from a side, or an offset alone. */
struct place {
	const struct component *side;   /* NULL: from the start */
	const struct component *offset; /* NULL: none */
};

static bool
is_on(const struct component *component, unsigned axis)
{
	switch (component->side) {
	case CLAIR_KW_LEFT:
	case CLAIR_KW_RIGHT:
		return axis == X;
	case CLAIR_KW_TOP:
	case CLAIR_KW_BOTTOM:
		return axis == Y;
	default:
		return true;
	}
}

static bool
is_edge(const struct component *component)
{
	return component->side != 0 && component->side != CLAIR_KW_CENTER;
}

static unsigned
read_components(struct clair_css_reader *reader, struct component *components)
{
	static const uint16_t sides[] = {CLAIR_KW_LEFT, CLAIR_KW_RIGHT, CLAIR_KW_TOP,
	    CLAIR_KW_BOTTOM, CLAIR_KW_CENTER, 0};
	unsigned count = 0;

	while (count < MOST) {
		struct component *component = &components[count];

		*component = (struct component){.from = reader->token.offset};
		component->needs_unit = reader->token.type == CLAIR_TOKEN_NUMBER;
		component->side = (uint16_t)clair_css_take_one(reader, sides);
		if (component->side == 0 &&
		    !clair_css_skip_number(reader, CLAIR_TAKES_LENGTH_PERCENT))
			break;
		component->to = reader->token.offset;
		count++;
	}
	return count;
}

/* One component or two: when both are sides, in either order. */
static bool
place_short(const struct component *components, unsigned count, struct place *places)
{
	static const struct component centre = {.side = CLAIR_KW_CENTER};
	const struct component *one = &components[0];
	const struct component *other = count > 1 ? &components[1] : &centre;
	bool swapped = (!is_on(one, X) || !is_on(other, Y)) &&
	    (one->side != 0 && other->side != 0);

	if (swapped) {
		const struct component *first = one;

		one = other;
		other = first;
	}
	places[X] = one->side != 0 ? (struct place){one, NULL} : (struct place){NULL, one};
	places[Y] = other->side != 0 ? (struct place){other, NULL} : (struct place){NULL, other};
	return is_on(one, X) && is_on(other, Y);
}

/* Three or four: a side and its offset for each axis; one of three has none. */
static bool
place_long(const struct component *components, unsigned count, struct place *places)
{
	struct place read[2] = {{NULL, NULL}, {NULL, NULL}};
	unsigned axis = 0;
	unsigned i;

	for (i = 0; i < count; axis++) {
		if (axis == 2 || components[i].side == 0)
			return false;
		read[axis].side = &components[i++];
		if (i < count && components[i].side == 0 && is_edge(read[axis].side))
			read[axis].offset = &components[i++];
	}
	if (axis != 2)
		return false;
	axis = !is_on(read[0].side, X) || !is_on(read[1].side, Y);
	places[X] = read[axis];
	places[Y] = read[!axis];
	return is_on(places[X].side, X) && is_on(places[Y].side, Y);
}

static bool
read_places(struct clair_css_reader *reader, struct component *components, struct place *places)
{
	unsigned count = read_components(reader, components);

	if (count == 0)
		return false;
	return count <= 2 ? place_short(components, count, places)
	                  : place_long(components, count, places);
}

bool
clair_css_skip_position(struct clair_css_reader *reader)
{
	struct component components[MOST];
	struct place places[2];

	return read_places(reader, components, places);
}

/* From the start: "10px", or "calc(100% - 10px)". */
static void
write_place(struct clair_css_writer *writer, const struct clair_css_reader *reader,
    const struct place *place)
{
	enum clair_keyword side =
	    place->side != NULL ? (enum clair_keyword)place->side->side : CLAIR_KW_NONE_GIVEN;
	bool from_end = side == CLAIR_KW_RIGHT || side == CLAIR_KW_BOTTOM;

	if (place->offset == NULL) {
		clair_css_write_text(
		    writer, from_end ? "100%" : side == CLAIR_KW_CENTER ? "50%" : "0%");
		return;
	}
	if (from_end)
		clair_css_write_text(writer, "calc(100% - ");
	clair_css_write_source(writer, reader, place->offset->from, place->offset->to, false);
	if (place->offset->needs_unit)
		clair_css_write_text(writer, "px");
	if (from_end)
		clair_css_write_text(writer, ")");
}

bool
clair_css_read_position(struct clair_css_reader *reader, struct clair_css_value *value)
{
	struct clair_css_writer writer = {.arena = reader->lexer.arena};
	struct component components[MOST];
	struct place places[2];

	if (!read_places(reader, components, places))
		return false;
	write_place(&writer, reader, &places[X]);
	clair_css_write_text(&writer, " ");
	write_place(&writer, reader, &places[Y]);
	*value = (struct clair_css_value){.kind = CLAIR_VALUE_TEXT};
	value->text = clair_css_written(&writer);
	return true;
}
