/* The language of each part, and of the page. */
#include "facts/aria.h"
#include "facts/langguess.h"
#include "facts/text.h"
#include "facts/token.h"

#include <stdlib.h>

struct clair_lang_table {
	uint32_t *holders; /* for each node: the element whose lang holds there, or CLAIR_NO_NODE */
	int8_t page_in_french; /* -1 when not asked yet */
};

/* Words enough to know a language by. */
enum { WORDS_READ = 4000, WORDS_NEEDED = 20, LONGEST_WORD = 15 };

/* --- Tags --------------------------------------------------------------------------------------
 */

static size_t
primary_length(const char *tag)
{
	return strcspn(tag, "-");
}

static int
compare_subtag(const void *key, const void *item)
{
	return strcmp(key, item);
}

static bool
is_primary_subtag(const char *tag, size_t length)
{
	char subtag[4] = "";
	size_t i;

	if (length < 2 || length > 3)
		return false;
	for (i = 0; i < length; i++)
		subtag[i] = clair_lower(tag[i]);
	/* The registry's one range: qaa..qtz, private use. */
	if (length == 3 && subtag[0] == 'q' && subtag[1] >= 'a' && subtag[1] <= 't' &&
	    clair_is_letter(subtag[2]))
		return true;
	return bsearch(subtag, clair_language_subtags, clair_language_subtag_count,
	           sizeof(clair_language_subtags[0]), compare_subtag) != NULL;
}

/* After the primary subtag, only the form of the others is looked at (1 to 8 letters or digits). */
bool
clair_lang_is_valid(const char *tag)
{
	size_t length;

	if (tag == NULL || !is_primary_subtag(tag, primary_length(tag)))
		return false;
	tag += primary_length(tag);
	while (*tag == '-') {
		tag++;
		for (length = 0; clair_is_letter(tag[length]) || clair_is_digit(tag[length]);
		     length++)
			continue;
		if (length < 1 || length > 8)
			return false;
		tag += length;
	}
	return *tag == '\0';
}

/* --- Of an element -------------------------------------------------------------------------------
 */

/* xml:lang counts on elements of SVG and MathML only (HTML 3.2.6.2). */
static const char *
own_lang(const struct clair_node *node)
{
	const char *lang = NULL;

	if (node->kind != CLAIR_NODE_ELEMENT || node->attribute_count == 0)
		return NULL;
	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		lang = clair_attr(node, CLAIR_ATTR_XML_LANG);
	return lang != NULL ? lang : clair_attr(node, CLAIR_ATTR_LANG);
}

static struct clair_lang_table *
table_of(struct clair_ctx *ctx)
{
	struct clair_page *page = ctx->page;
	struct clair_lang_table *table = ctx->facts->langs;
	uint32_t i;

	if (table != NULL)
		return table;
	table = clair_alloc(&page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	table->page_in_french = -1;
	table->holders = clair_alloc_array(&page->mem, page->node_count, sizeof(*table->holders));
	if (table->holders == NULL)
		return NULL;
	for (i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		uint32_t above =
		    node->parent == CLAIR_NO_NODE ? CLAIR_NO_NODE : table->holders[node->parent];

		table->holders[i] = own_lang(node) != NULL ? i : above;
	}
	ctx->facts->langs = table;
	return table;
}

const struct clair_node *
clair_lang_holder(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_lang_table *table = table_of(ctx);
	uint32_t holder = table != NULL ? table->holders[node->index] : CLAIR_NO_NODE;

	return holder != CLAIR_NO_NODE ? &ctx->page->nodes[holder] : NULL;
}

const char *
clair_lang_of(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *holder = clair_lang_holder(ctx, node);

	return holder != NULL ? own_lang(holder) : "";
}

static bool
is_french(const char *tag)
{
	return primary_length(tag) == 2 && clair_lower(tag[0]) == 'f' && clair_lower(tag[1]) == 'r';
}

bool
clair_in_french(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *tag = clair_lang_of(ctx, node);

	/* A code that is none tells nothing. */
	return clair_lang_is_valid(tag) ? is_french(tag) : clair_page_in_french(ctx);
}

/* --- Of the page, by its words -------------------------------------------------------------------
 */

struct word_count {
	uint32_t words;
	uint32_t french;
	uint32_t other;
};

/* Frequent words that belong to French and to none of the languages near it. Sorted. */
static const char *const french_words[] = {
	"au", "aux", "avec", "avez", "ce", "cette", "dans", "des", "du", "elle", "est", "et",
	"il", "je", "le", "leur", "mais", "ne", "notre", "nous", "où", "par", "pas", "pour",
	"qui", "sans", "ses", "sont", "sur", "une", "vos", "votre", "vous", "à", "être",
};
/* The same for English, Spanish, Italian, German, Portuguese, Dutch and Catalan. Sorted. */
static const char *const other_words[] = {
	"al", "als", "amb", "and", "are", "auf", "aus", "by", "che", "con", "da", "das", "degli",
	"dei", "del", "della", "den", "der", "die", "do", "een", "ein", "el", "em", "for",
	"from", "het", "i", "ich", "in", "is", "ist", "its", "los", "mit", "nicht", "no", "não",
	"of", "para", "per", "por", "sie", "the", "this", "to", "um", "uma", "und", "van", "von",
	"we", "with", "you", "your", "zu",
};

static int
compare_word(const void *key, const void *item)
{
	return strcmp(key, *(const char *const *)item);
}

static bool
has_word(const char *const *words, size_t count, const char *word)
{
	return bsearch(word, words, count, sizeof(*words), compare_word) != NULL;
}

static void
count_words(struct word_count *count, const char *text)
{
	while (*text != '\0' && count->words < WORDS_READ) {
		char word[LONGEST_WORD + 1];
		size_t length = 0;

		for (; clair_is_letter(*text) || (*text & 0x80) != 0; text++)
			if (length < LONGEST_WORD)
				word[length++] = clair_lower(*text);
		if (length == 0) {
			text++;
			continue;
		}
		word[length] = '\0';
		count->words++;
		if (has_word(french_words, CLAIR_LEN(french_words), word))
			count->french++;
		else if (has_word(other_words, CLAIR_LEN(other_words), word))
			count->other++;
	}
}

static bool
sounds_french(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;
	struct word_count count = {0};
	uint32_t i = 0;

	while (i < page->node_count && count.words < WORDS_READ) {
		const struct clair_node *node = &page->nodes[i++];

		if (node->kind == CLAIR_NODE_TEXT && clair_rendered(ctx, node))
			count_words(&count, node->text);
		else if (node->tag == CLAIR_TAG_CODE || node->tag == CLAIR_TAG_PRE)
			i = node->end;
	}
	/* One word in ten at least: running French has one in four. */
	return count.words >= WORDS_NEEDED && count.french * 10 >= count.words &&
	    count.french > 2 * count.other;
}

/* A text declares no language, and may be short: French until its words show another. */
static bool
is_taken_for_french(struct clair_ctx *ctx)
{
	if (!ctx->page->is_text)
		return sounds_french(ctx);
	return clair_page_lang(ctx, "fr").fit != CLAIR_LANG_DIFFERS;
}

bool
clair_page_in_french(struct clair_ctx *ctx)
{
	struct clair_lang_table *table = table_of(ctx);
	const char *tag = "";

	if (table == NULL)
		return false;
	if (ctx->page->node_count != 0 && own_lang(clair_root(ctx)) != NULL)
		tag = own_lang(clair_root(ctx));
	if (clair_lang_is_valid(tag))
		return is_french(tag);
	if (table->page_in_french < 0)
		table->page_in_french = is_taken_for_french(ctx) ? 1 : 0;
	return table->page_in_french != 0;
}
