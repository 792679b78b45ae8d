/*
 * What reads the values that are more than a keyword, a number or a colour. Each leaves what comes after
 * the value; when false, the reader may be anywhere.
 */
#ifndef CLAIR_STYLE_LONGHAND_H
#define CLAIR_STYLE_LONGHAND_H

#include "style/declare.h"
#include "style/reader.h"

/* longhand_box.c */
bool clair_css_read_display(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_white_space(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_opacity(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_column_count(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_clip(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_clip_path(struct clair_css_reader *reader, struct clair_css_value *value);

/* longhand_font.c */
bool clair_css_read_font_family(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_font_weight(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_font_style(struct clair_css_reader *reader, struct clair_css_value *value);
/* inherit, initial, unset, revert, revert-layer. */
bool clair_css_is_wide(enum clair_keyword keyword);
bool clair_css_read_decoration_line(struct clair_css_reader *reader, struct clair_css_value *value);

/* longhand_content.c */
bool clair_css_read_content(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_quotes(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_list_style_type(struct clair_css_reader *reader, struct clair_css_value *value);

/* longhand_effect.c */
bool clair_css_read_text_shadow(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_box_shadow(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_transform(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_rotate(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_scale(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_translate(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_filter(struct clair_css_reader *reader, struct clair_css_value *value);

/* longhand_image.c */
bool clair_css_read_image(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_paint(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_skip_image(struct clair_css_reader *reader);
bool clair_css_skip_url(struct clair_css_reader *reader);

/* longhand_position.c: a <position> of one component to four. */
bool clair_css_skip_position(struct clair_css_reader *reader);
/* TEXT with both axes: "50% 0%", "10px calc(100% - 5px)". */
bool clair_css_read_position(struct clair_css_reader *reader, struct clair_css_value *value);

/* --- Lists with commas ---------------------------------------------------------------------------- */

/* longhand_list.c. One item is kept as it is, several are one TEXT. */
struct clair_css_list {
	struct clair_css_value first;
	struct clair_css_writer writer;
	unsigned count;
};
/* `text` is the item as it is written. */
void clair_css_list_add(struct clair_css_list *list, const struct clair_css_reader *reader,
    struct clair_css_value item, const char *text);
struct clair_css_value clair_css_list_value(struct clair_css_list *list);
/* An item that was just read, and stood at `from`. */
const char *clair_css_item_text(
    const struct clair_css_reader *reader, const struct clair_css_value *item, uint32_t from);

typedef bool clair_css_item(struct clair_css_reader *reader, struct clair_css_value *value);
bool clair_css_read_list(
    struct clair_css_reader *reader, clair_css_item *item, struct clair_css_value *value);

clair_css_item clair_css_read_animation_name, clair_css_read_animation_names;
clair_css_item clair_css_read_animation_duration, clair_css_read_animation_durations;
clair_css_item clair_css_read_animation_count, clair_css_read_animation_counts;

/* longhand_layer.c */
clair_css_item clair_css_read_layer_image, clair_css_read_layers_image;
clair_css_item clair_css_read_layer_clip, clair_css_read_layers_clip;
clair_css_item clair_css_read_layer_size, clair_css_read_layers_size;
clair_css_item clair_css_read_layers_position;
clair_css_item clair_css_read_layer_repeat, clair_css_read_layers_repeat;

#endif
