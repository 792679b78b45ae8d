/* Sound and film of the page, and the words close by that speak of them. */
#include "clairlint/network.h"
#include "facts/home.h"
#include "facts/token.h"

#include <string.h>
#include <strings.h>

enum {
	MOST_MEDIA = 256,
	FEW_WORDS = 90,   /* bytes: a link, a button, a heading */
	NEAR_AFTER = 150, /* nodes */
	NEAR_BEFORE = 60,
};

struct clair_media_table {
	struct clair_medium *list;
	size_t count;
	bool unknown; /* something plays or may play, and is not known */
	bool has_hidden, may_hide; /* clair_media_may_hide was asked; its answer */
};

static const char *const sound_files[] = {
    ".mp3", ".ogg", ".oga", ".wav", ".flac", ".aac", ".m4a", ".opus", ".wma", NULL};
static const char *const film_files[] = {
    ".mp4", ".m4v", ".webm", ".ogv", ".mov", ".avi", ".mpg", ".mpeg", ".wmv", ".m3u8", NULL};

/* --- Kinds ------------------------------------------------------------------------------------- */

/* The path of the address ends so. */
static bool
ends_with(const char *address, const char *const *ends)
{
	size_t length = strcspn(address, "?#");

	for (; *ends != NULL; ends++) {
		size_t end = strlen(*ends);

		if (length >= end && strncasecmp(address + length - end, *ends, end) == 0)
			return true;
	}
	return false;
}

enum player { NOT_KNOWN, NO_PLAYER, FILM_PLAYER, SOUND_PLAYER };

/* What a frame holds, by its address; `*name` gets whose it is. */
static enum player
player_at(struct clair_ctx *ctx, const char *address, const char **name)
{
	const char *site = clair_lookup_host(ctx, "lecteurs", address);

	if (site != NULL) {
		*name = strchr(site, ' ') == NULL ? "" : strchr(site, ' ') + 1;
		return site[0] == 'f' ? FILM_PLAYER : site[0] == 's' ? SOUND_PLAYER : NO_PLAYER;
	}
	*name = "";
	if (ends_with(address, film_files) || clair_matches(ctx, "film-address", address))
		return FILM_PLAYER;
	if (ends_with(address, sound_files) || clair_matches(ctx, "sound-address", address))
		return SOUND_PLAYER;
	return NOT_KNOWN;
}

/* The address of a frame, now or once a script of delayed loading has put it in its place. */
static const char *
frame_address(const struct clair_node *frame)
{
	static const char *const later[] = {"data-src", "data-lazy-src", "data-original", "data-cookieblock-src"};
	const char *address = clair_attr(frame, CLAIR_ATTR_SRC);

	for (size_t i = 0; i < CLAIR_LEN(later); i++) {
		if (address != NULL && address[0] != '\0' && strncmp(address, "about:", 6) != 0)
			return address;
		address = clair_attr_by_name(frame, later[i]);
	}
	return address;
}

/* Documents and images play nothing. */
static bool
is_still(const char *type, const char *address)
{
	static const char *const still[] = {".pdf", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", NULL};

	if (type != NULL && type[0] != '\0')
		return strncasecmp(type, "image/", 6) == 0 || strcasecmp(type, "application/pdf") == 0;
	return ends_with(address, still);
}

static enum player
plugin_plays(struct clair_ctx *ctx, const struct clair_node *node, const char **name)
{
	const char *type = clair_attr(node, CLAIR_ATTR_TYPE);
	const char *address =
	    clair_attr(node, node->tag == CLAIR_TAG_OBJECT ? CLAIR_ATTR_DATA : CLAIR_ATTR_SRC);

	*name = "";
	address = address == NULL ? "" : address;
	if (type != NULL && strncasecmp(type, "video/", 6) == 0)
		return FILM_PLAYER;
	if (type != NULL && strncasecmp(type, "audio/", 6) == 0)
		return SOUND_PLAYER;
	return is_still(type, address) ? NO_PLAYER : player_at(ctx, address, name);
}

static enum player
place_plays(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *words = node->tag == CLAIR_TAG_OTHER ? node->name : clair_attr(node, CLAIR_ATTR_CLASS);
	enum player player;

	/* Most elements have neither. */
	if (words == NULL || (node->tag != CLAIR_TAG_OTHER && strstr(words, "player") == NULL))
		return NO_PLAYER;
	player = clair_matches(ctx, "film-place", words) ? FILM_PLAYER
	    : clair_matches(ctx, "sound-place", words)   ? SOUND_PLAYER
	                                                 : NO_PLAYER;
	/* One with something in it may be a box around the true one. */
	return player != NO_PLAYER && clair_first_child(node) != NULL ? NOT_KNOWN : player;
}

static enum player
plays(struct clair_ctx *ctx, const struct clair_node *node, const char **name)
{
	const char *address;

	*name = "";
	switch (node->tag) {
	case CLAIR_TAG_VIDEO:
		return FILM_PLAYER;
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_BGSOUND:
		return SOUND_PLAYER;
	case CLAIR_TAG_OBJECT:
	case CLAIR_TAG_EMBED:
		return plugin_plays(ctx, node, name);
	case CLAIR_TAG_APPLET:
		return NOT_KNOWN;
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_FRAME:
		address = frame_address(node);
		return address == NULL ? NOT_KNOWN : player_at(ctx, clair_resolve(ctx, address), name);
	case CLAIR_TAG_DIV:
	case CLAIR_TAG_SPAN:
	case CLAIR_TAG_OTHER:
		return place_plays(ctx, node);
	default:
		return NO_PLAYER;
	}
}

/* --- One medium -------------------------------------------------------------------------------- */

static void
read_tracks(struct clair_medium *medium)
{
	const struct clair_node *node = medium->node;

	while ((node = clair_next_inside(medium->node, node)) != NULL) {
		if (node->tag != CLAIR_TAG_TRACK)
			continue;
		if (!clair_has_attr(node, CLAIR_ATTR_KIND) || clair_attr_is(node, CLAIR_ATTR_KIND, "captions") ||
		    clair_attr_is(node, CLAIR_ATTR_KIND, "subtitles"))
			medium->captions = true;
		medium->descriptions |= clair_attr_is(node, CLAIR_ATTR_KIND, "descriptions");
	}
}

/* The text of a caption, or the last words before. */
static const char *
text_around(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *figure = clair_closest(node, CLAIR_TAG_FIGURE);
	const struct clair_page *page = ctx->page;

	for (const struct clair_node *child = figure == NULL ? NULL : clair_first_child(figure);
	    child != NULL; child = clair_next_sibling(child)) {
		if (child->tag == CLAIR_TAG_FIGCAPTION)
			return clair_text_content(ctx, child);
	}
	for (uint32_t i = node->index; i > 0 && node->index - i < NEAR_BEFORE; i--) {
		const struct clair_node *text = &page->nodes[i - 1];
		const struct clair_node *parent = clair_node_parent(text);

		if (text->kind == CLAIR_NODE_TEXT && parent != NULL && clair_visible(ctx, parent) &&
		    !clair_matches(ctx, "no-letter", text->text))
			return clair_own_text(ctx, parent);
	}
	return "";
}

static const char *
announced(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *title = clair_attr_by_name(node, "data-title");

	if (clair_name(ctx, node)[0] != '\0')
		return clair_name(ctx, node);
	return title != NULL && title[0] != '\0' ? title : text_around(ctx, node);
}

static void
describe(struct clair_ctx *ctx, struct clair_medium *medium, enum player player)
{
	const struct clair_node *node = medium->node;

	medium->native = node->tag == CLAIR_TAG_VIDEO || node->tag == CLAIR_TAG_AUDIO;
	medium->controls = medium->native && clair_has_attr(node, CLAIR_ATTR_CONTROLS);
	medium->kind = player == SOUND_PLAYER ? CLAIR_MEDIUM_SOUND : CLAIR_MEDIUM_FILM;
	if (medium->native && player == FILM_PLAYER && !medium->controls &&
	    clair_has_attr(node, CLAIR_ATTR_MUTED)) {
		medium->kind = CLAIR_MEDIUM_SILENT_FILM;
		medium->decor = clair_has_attr(node, CLAIR_ATTR_AUTOPLAY);
	}
	medium->announced = announced(ctx, node);
	if (medium->native)
		read_tracks(medium);
}

/* Sound without controls has no box, and may still be heard. */
static bool
is_there(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (node->tag != CLAIR_TAG_AUDIO && node->tag != CLAIR_TAG_BGSOUND)
		return clair_rendered(ctx, node);
	return clair_has_attr(node, CLAIR_ATTR_AUTOPLAY) || clair_rendered(ctx, node) ||
	    node->tag == CLAIR_TAG_BGSOUND;
}

static void
find_media(struct clair_ctx *ctx, struct clair_media_table *table)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		enum player player;
		const char *name;

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		player = plays(ctx, node, &name);
		if (player == NO_PLAYER)
			continue;
		if (player == NOT_KNOWN || !is_there(ctx, node) || table->count == MOST_MEDIA) {
			/* A frame that nobody sees measures visits. */
			table->unknown |= player != NOT_KNOWN || clair_rendered(ctx, node);
			continue;
		}
		table->list[table->count] = (struct clair_medium){.node = node, .player = name};
		describe(ctx, &table->list[table->count++], player);
	}
}

/* --- Words close by ---------------------------------------------------------------------------- */

/* What these words promise, for a medium that nothing yet speaks of. */
static void
note_words(struct clair_ctx *ctx, struct clair_medium *medium, const char *words)
{
	if (medium->transcript == NULL && clair_matches(ctx, "transcript-words", words))
		medium->transcript = words;
	if (medium->described == NULL && clair_matches(ctx, "described-words", words))
		medium->described = words;
	if (medium->captioned == NULL && clair_matches(ctx, "captioned-words", words))
		medium->captioned = words;
}

/* The medium that words speak of: the one just before, or the one that comes soon. */
static struct clair_medium *
medium_near(struct clair_medium *before, struct clair_medium *after, uint32_t index)
{
	if (before != NULL && index < before->node->end)
		return NULL;
	if (before != NULL && index - before->node->end < NEAR_AFTER)
		return before;
	return after != NULL && after->node->index - index < NEAR_BEFORE ? after : NULL;
}

static void
read_words(struct clair_ctx *ctx, struct clair_media_table *table)
{
	const struct clair_page *page = ctx->page;
	size_t passed = 0;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		struct clair_medium *near;

		if (passed < table->count && table->list[passed].node->index == i)
			passed++;
		if (node->kind != CLAIR_NODE_TEXT || node->text_length > FEW_WORDS)
			continue;
		near = medium_near(passed > 0 ? &table->list[passed - 1] : NULL,
		    passed < table->count ? &table->list[passed] : NULL, i);
		if (near != NULL)
			note_words(ctx, near, node->text);
	}
}

static struct clair_media_table *
media_of(struct clair_ctx *ctx)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_media_table *table = ctx->facts->media;

	if (table != NULL)
		return table;
	table = clair_alloc(arena, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->media = table;
	table->list = clair_alloc_array(arena, MOST_MEDIA, sizeof(*table->list));
	if (table->list == NULL)
		return table;
	find_media(ctx, table);
	if (table->count > 0)
		read_words(ctx, table);
	return table;
}

size_t
clair_medium_count(struct clair_ctx *ctx)
{
	const struct clair_media_table *table = media_of(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_medium *
clair_medium(struct clair_ctx *ctx, size_t index)
{
	return index < clair_medium_count(ctx) ? &media_of(ctx)->list[index] : NULL;
}

/* --- What may come ----------------------------------------------------------------------------- */

static bool
script_plays(struct clair_ctx *ctx, const struct clair_node *script)
{
	static const char *const calls[] = {"youtube.com/embed", "new Audio(", "<video", "<audio"};
	const char *address = clair_attr(script, CLAIR_ATTR_SRC);
	const char *code = clair_raw_text(script);

	if (address != NULL)
		return clair_matches(ctx, "player-script", address);
	for (size_t i = 0; i < CLAIR_LEN(calls); i++) {
		if (strstr(code, calls[i]) != NULL)
			return true;
	}
	return false;
}

static bool
look_for_hidden(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_SCRIPT); i++) {
		if (script_plays(ctx, clair_tag_at(ctx, CLAIR_TAG_SCRIPT, i)))
			return true;
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const char *address = clair_attr(clair_tag_at(ctx, CLAIR_TAG_A, i), CLAIR_ATTR_HREF);

		if (address != NULL && (ends_with(address, sound_files) || ends_with(address, film_files)))
			return true;
	}
	return false;
}

bool
clair_media_may_hide(struct clair_ctx *ctx)
{
	struct clair_media_table *table = media_of(ctx);

	if (table == NULL || table->unknown)
		return true;
	if (!table->has_hidden) {
		table->may_hide = look_for_hidden(ctx);
		table->has_hidden = true;
	}
	return table->may_hide;
}
