/* Points a finding at the declaration that decides: where to mend is rarely where it is seen. */
#include "engine/judge.h"
#include "facts/style.h"

#include <string.h>

/* A <style> is raw text: its bytes are those of the page (HTML 13.2.5.3). */
static void
point_into_page(struct clair_ctx *ctx, struct clair_css_pointer *css, uint32_t offset)
{
	css->url = ctx->judge->url;
	clair_page_position(ctx->page, offset, &css->line, &css->column);
}

static void
point_at(struct clair_ctx *ctx, struct clair_finding *finding, struct clair_style_place place,
    enum clair_property property)
{
	struct clair_css_pointer *css = &finding->css;

	/* A style attribute stands in the element, at which the finding points already. */
	if (finding->arena == NULL || place.by != CLAIR_BY_SHEET)
		return;
	css->property = clair_property_name(property);
	if (place.use->url[0] == '\0') {
		point_into_page(ctx, css, place.use->node_source + place.offset);
	} else {
		css->url = clair_strdup(finding->arena, place.use->url);
		clair_sheet_position(place.use->sheet, place.offset, &css->line, &css->column);
	}
	clair_finding_caused_by_css(finding);
}

void
clair_points_at_css(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_property property)
{
	point_at(ctx, finding, clair_node_place(ctx, node, property), property);
}

void
clair_points_at_css_when(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_property property, enum clair_situation situation)
{
	point_at(ctx, finding, clair_node_place_when(ctx, node, property, situation), property);
}

void
clair_points_at_generated(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_generated where)
{
	point_at(ctx, finding, clair_generated_place(ctx, node, where), CLAIR_CSS_CONTENT);
}
