/*
 * What makes two findings the same, from one run to the next (fingerprint) and from one page to
 * another (cause).
 *
 * The fingerprint has the rule, the message, the region of the page, and the element by what its
 * author wrote: name, id, attributes that say what it is, its own short text in any order, the end of the
 * address of an image, or of another site for what has no text. It has no place among siblings, no class, no ancestor, no folder, no query
 * string: a wrapper added, siblings moved, a page at another address or a build that renames classes and
 * files change nothing. Two findings of a page may have the same: they are told apart by their number.
 *
 * What is told once for a page is the same wherever it shows there first.
 *
 * The cause is what one edit would mend. Elements made by one template have the same classes on the
 * way up, whatever their text or address; without classes, or for a text, the element itself is
 * the cause. Words and sentences that are hard to read in the same way are one cause: one writer's habit. When a
 * declaration of a style sheet decides, that declaration is the cause.
 */
#include "engine/judge.h"

#include "base/map.h"

#include <stdio.h>
#include <string.h>

enum { SUBTREE_NODES = 256, SUBTREE_TEXTS = 16, CLASSES_UP = 3 };

static uint64_t
mix(uint64_t hash, const char *text, size_t length)
{
	/* The byte after each piece keeps "ab" + "c" apart from "a" + "bc". */
	return clair_hash("\x1f", 1, clair_hash(text, length, hash));
}

static uint64_t
mix_text(uint64_t hash, const char *text)
{
	return mix(hash, text, strlen(text));
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Names made by a program change at each build or page: three digits in a row, or a digit
 * followed by a letter (css-1a2b3c, post-1234, sc-bdVaJa0x). `col-6` and `mt-2` stay. */
static bool
looks_generated(const char *name, size_t length)
{
	size_t digits = 0;

	for (size_t i = 0; i < length; i++) {
		if (!is_digit(name[i])) {
			digits = 0;
			continue;
		}
		if (++digits == 3)
			return true;
		if (i + 1 < length && ((name[i + 1] >= 'a' && name[i + 1] <= 'z') ||
					  (name[i + 1] >= 'A' && name[i + 1] <= 'Z')))
			return true;
	}
	return false;
}

/* The path of an address: neither host (a copy of the site elsewhere) nor query nor fragment. */
static uint64_t
mix_address(uint64_t hash, const char *address)
{
	const char *start = strstr(address, "://");
	size_t length;

	if (start != NULL) {
		start = strchr(start + 3, '/');
		if (start == NULL)
			start = "/";
	} else {
		start = address;
	}
	length = strcspn(start, "?");
	return mix(hash, start, length);
}

/* The end of the path, without what a build adds to the names of files: logo.3f2a1b.png. */
static uint64_t
mix_end_of_address(uint64_t hash, const char *address)
{
	size_t length = strcspn(address, "?#");
	size_t start;

	while (length > 0 && address[length - 1] == '/')
		length--;
	for (start = length; start > 0 && address[start - 1] != '/'; start--)
		continue;
	while (start < length) {
		size_t part = strcspn(address + start, ".-_");

		if (part > length - start)
			part = length - start;
		if (!looks_generated(address + start, part))
			hash = mix(hash, address + start, part);
		start += part + 1;
	}
	return hash;
}

/* With a scheme, or a host: not a page of the site, which may move. */
static bool
leads_elsewhere(const char *address)
{
	return strncmp(address, "//", 2) == 0 || address[strcspn(address, ":/?#")] == ':';
}

/* A page of the site at another address is the same page. */
static uint64_t
mix_page_address(uint64_t hash, const struct clair_attribute_value *attribute)
{
	hash = mix_text(hash, attribute->name);
	return leads_elsewhere(attribute->value) ? mix_end_of_address(hash, attribute->value) : hash;
}

static uint64_t
mix_attribute(
    uint64_t hash, const struct clair_node *node, const struct clair_attribute_value *attribute, bool has_text)
{
	switch (attribute->id) {
	case CLAIR_ATTR_ID:
	case CLAIR_ATTR_FOR:
		if (looks_generated(attribute->value, strlen(attribute->value)))
			return hash;
		break;
	case CLAIR_ATTR_HREF:
		return has_text ? hash : mix_page_address(hash, attribute);
	case CLAIR_ATTR_ACTION:
		return mix_page_address(hash, attribute);
	case CLAIR_ATTR_SRC:
		if (clair_tag(node) == CLAIR_TAG_IFRAME || clair_tag(node) == CLAIR_TAG_FRAME)
			return mix_page_address(hash, attribute);
		return mix_end_of_address(mix_text(hash, attribute->name), attribute->value);
	case CLAIR_ATTR_NAME:
	case CLAIR_ATTR_TYPE:
	case CLAIR_ATTR_ROLE:
	case CLAIR_ATTR_ALT:
	case CLAIR_ATTR_TITLE:
	case CLAIR_ATTR_LANG:
	case CLAIR_ATTR_ARIA_LABEL:
	case CLAIR_ATTR_AUTOCOMPLETE:
	case CLAIR_ATTR_CONTENT:
	case CLAIR_ATTR_HTTP_EQUIV:
		break;
	default:
		return hash;
	}
	return mix_text(mix_text(hash, attribute->name), attribute->value);
}

/* Of the texts of a small element, in any order; 0 when it has none, or too many to be its own words. */
static uint64_t
sum_of_texts(const struct clair_node *element)
{
	const char spaces[] = " \t\n\f\r";
	uint64_t sum = 0;
	int count = 0;

	if (element->end - element->index > SUBTREE_NODES)
		return 0;
	for (uint32_t i = 1; i < element->end - element->index; i++) {
		const struct clair_node *node = element + i;
		size_t length;
		const char *text;

		if (node->kind != CLAIR_NODE_TEXT)
			continue;
		text = node->text + strspn(node->text, spaces);
		for (length = strlen(text); length > 0 && strchr(spaces, text[length - 1]) != NULL; length--)
			continue;
		if (length == 0)
			continue;
		if (++count > SUBTREE_TEXTS)
			return 0;
		sum += clair_hash(text, length, CLAIR_HASH_SEED);
	}
	return sum;
}

static uint64_t
mix_element(uint64_t hash, const struct clair_node *node)
{
	const uint64_t texts = sum_of_texts(node);

	hash = mix_text(hash, clair_tag_name(node));
	for (size_t i = 0; i < node->attribute_count; i++)
		hash = mix_attribute(hash, node, &node->attributes[i], texts != 0);
	return mix(hash, (const char *)&texts, sizeof(texts));
}

static uint64_t
mix_classes(uint64_t hash, const char *classes, bool *any)
{
	while (*classes != '\0') {
		size_t length = strcspn(classes, " \t\n\f\r");

		if (length != 0 && !looks_generated(classes, length)) {
			hash = mix(hash, classes, length);
			*any = true;
		}
		classes += length;
		classes += strspn(classes, " \t\n\f\r");
	}
	return hash;
}

/* Tags and classes of the element and a few ancestors. `*any` says whether there was any class. */
static uint64_t
mix_template(uint64_t hash, const struct clair_node *node, bool *any)
{
	*any = false;
	for (int up = 0; up <= CLASSES_UP && node != NULL; up++, node = clair_parent(node)) {
		const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);

		if (clair_tag(node) == CLAIR_TAG_BODY)
			break;
		hash = mix_text(hash, clair_tag_name(node));
		if (classes != NULL)
			hash = mix_classes(hash, classes, any);
	}
	return hash;
}

static void
write_hash(char out[17], uint64_t hash)
{
	snprintf(out, 17, "%016llx", (unsigned long long)hash);
}

void
clair_finding_identify(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, const char *text)
{
	const struct clair_message *message = &finding->rule->messages[finding->message];
	uint64_t base = mix_text(CLAIR_HASH_SEED, finding->rule->id);
	uint64_t same;
	uint64_t cause;
	bool has_class = false;

	base = mix_text(base, message->key);
	if (finding->rule->scope == CLAIR_PAGE && !message->each) {
		write_hash(finding->fingerprint, base);
		write_hash(finding->cause, base);
		return;
	}
	if (node != NULL) {
		char region[2] = {(char)('0' + clair_region(ctx, node)), '\0'};

		base = mix_text(base, region);
	}
	if (finding->rule->scope == CLAIR_SITE)
		same = mix_address(base, text);
	else if (text != NULL)
		same = mix_text(base, text);
	else
		same = mix_element(base, node);
	cause = same;
	if (text == NULL && finding->rule->scope == CLAIR_ELEMENT) {
		uint64_t template = mix_template(base, node, &has_class);

		if (has_class)
			cause = template;
	} else if (finding->rule->scope == CLAIR_PAGE || finding->rule->scope == CLAIR_SITE ||
	    clair_rule_axis(finding->rule) == CLAIR_COMPREHENSION) {
		cause = base;
	}
	write_hash(finding->fingerprint, same);
	write_hash(finding->cause, cause);
}

void
clair_finding_caused_by_css(struct clair_finding *finding)
{
	char place[32];
	uint64_t hash = mix_text(CLAIR_HASH_SEED, finding->rule->id);

	snprintf(place, sizeof(place), "%u:%u", finding->css.line, finding->css.column);
	hash = mix_text(hash, finding->rule->messages[finding->message].key);
	hash = mix_address(hash, finding->css.url);
	write_hash(finding->cause, mix_text(hash, place));
}
