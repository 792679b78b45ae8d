/* See decode.h. */
#include "dom/decode.h"

#include <iconv.h>
#include <string.h>

enum { PRESCAN = 1024, REPLACEMENT = 0xFFFD };

/* Where decoded text goes. Room is counted beforehand: no decoder writes more than 3 bytes a byte. */
struct output {
	char *bytes;
	size_t length;
	uint32_t replaced;
};

static void
put(struct output *out, uint32_t point)
{
	unsigned char *to = (unsigned char *)out->bytes + out->length;

	if (point < 0x80) {
		to[0] = (unsigned char)point;
		out->length += 1;
	} else if (point < 0x800) {
		to[0] = (unsigned char)(0xC0 | point >> 6);
		to[1] = (unsigned char)(0x80 | (point & 0x3F));
		out->length += 2;
	} else if (point < 0x10000) {
		to[0] = (unsigned char)(0xE0 | point >> 12);
		to[1] = (unsigned char)(0x80 | (point >> 6 & 0x3F));
		to[2] = (unsigned char)(0x80 | (point & 0x3F));
		out->length += 3;
	} else {
		to[0] = (unsigned char)(0xF0 | point >> 18);
		to[1] = (unsigned char)(0x80 | (point >> 12 & 0x3F));
		to[2] = (unsigned char)(0x80 | (point >> 6 & 0x3F));
		to[3] = (unsigned char)(0x80 | (point & 0x3F));
		out->length += 4;
	}
}

static void
put_replacement(struct output *out)
{
	put(out, REPLACEMENT);
	out->replaced++;
}

/* Length of the well-formed sequence at `at`, 0 when there is none; then `*bad` is the length of the
 * longest part that could have begun one (Encoding standard, UTF-8 decoder). */
static size_t
utf8_sequence(const unsigned char *at, size_t left, size_t *bad)
{
	size_t more = at[0] < 0xE0 ? 1 : at[0] < 0xF0 ? 2 : 3;
	unsigned char lowest = at[0] == 0xE0 ? 0xA0 : at[0] == 0xF0 ? 0x90 : 0x80;
	unsigned char highest = at[0] == 0xED ? 0x9F : at[0] == 0xF4 ? 0x8F : 0xBF;

	*bad = 1;
	if (at[0] < 0x80)
		return 1;
	if (at[0] < 0xC2 || at[0] > 0xF4)
		return 0;
	for (size_t i = 1; i <= more; i++) {
		if (i >= left || at[i] < lowest || at[i] > highest)
			return 0;
		*bad = i + 1;
		lowest = 0x80;
		highest = 0xBF;
	}
	return more + 1;
}

/* How many bytes from the start are well-formed UTF-8. */
static size_t
utf8_span(const unsigned char *bytes, size_t length)
{
	size_t i = 0;
	size_t bad;

	while (i < length) {
		uint64_t eight;
		size_t one;

		if (length - i >= sizeof(eight)) {
			memcpy(&eight, bytes + i, sizeof(eight));
			if ((eight & UINT64_C(0x8080808080808080)) == 0) {
				i += sizeof(eight);
				continue;
			}
		}
		one = utf8_sequence(bytes + i, length - i, &bad);
		if (one == 0)
			return i;
		i += one;
	}
	return i;
}

static void
decode_utf8(struct output *out, const unsigned char *bytes, size_t length)
{
	size_t i = 0;

	while (i < length) {
		size_t good = utf8_span(bytes + i, length - i);
		size_t bad;

		memcpy(out->bytes + out->length, bytes + i, good);
		out->length += good;
		i += good;
		if (i == length)
			break;
		utf8_sequence(bytes + i, length - i, &bad);
		put_replacement(out);
		i += bad;
	}
}

static void
decode_utf16(struct output *out, const unsigned char *bytes, size_t length, bool big)
{
	uint32_t lead = 0;

	for (size_t i = 0; i + 1 < length; i += 2) {
		uint32_t unit = big ? (uint32_t)bytes[i] << 8 | bytes[i + 1]
		                    : (uint32_t)bytes[i + 1] << 8 | bytes[i];

		if (lead != 0 && unit >= 0xDC00 && unit <= 0xDFFF) {
			put(out, 0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00));
			lead = 0;
			continue;
		}
		if (lead != 0)
			put_replacement(out);
		lead = unit >= 0xD800 && unit <= 0xDBFF ? unit : 0;
		if (unit >= 0xDC00 && unit <= 0xDFFF)
			put_replacement(out);
		else if (lead == 0)
			put(out, unit);
	}
	if (lead != 0 || length % 2 != 0)
		put_replacement(out);
}

/* Encoding standard, index windows-1252: bytes 0x80 to 0x9F. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static void
decode_windows_1252(struct output *out, const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		put(out, bytes[i] >= 0x80 && bytes[i] < 0xA0 ? windows_1252[bytes[i] - 0x80] : bytes[i]);
}

static void
decode_user_defined(struct output *out, const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		put(out, bytes[i] < 0x80 ? bytes[i] : 0xF780u + bytes[i] - 0x80u);
}

/* What iconv calls the encodings that it knows by another name; the wider set of each family, as the
 * Encoding standard does. */
static const char *
iconv_name(const char *charset)
{
	static const char *const names[][2] = {
		{"iso-8859-8-i", "ISO-8859-8"}, {"windows-874", "CP874"},
		{"x-mac-cyrillic", "MAC-CYRILLIC"}, {"gbk", "GB18030"}, {"big5", "BIG5-HKSCS"},
		{"euc-jp", "EUC-JP-MS"}, {"shift_jis", "CP932"}, {"euc-kr", "CP949"},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i][0], charset) == 0)
			return names[i][1];
	return charset;
}

/* windows-* leave no hole in 0x80 to 0x9F: iconv's holes are the C1 controls of the same number. */
static bool
is_c1_hole(const char *charset, unsigned char byte)
{
	return byte >= 0x80 && byte <= 0x9F && strncmp(charset, "windows-", 8) == 0;
}

static bool
decode_iconv(
    struct output *out, const char *charset, const unsigned char *bytes, size_t length, size_t room)
{
	iconv_t converter = iconv_open("UTF-8", iconv_name(charset));
	char *from = (char *)(uintptr_t)bytes;
	size_t left = length;

	if (converter == (iconv_t)-1)
		return false;
	while (left != 0) {
		char *to = out->bytes + out->length;
		size_t space = room - out->length;
		size_t done = iconv(converter, &from, &left, &to, &space);

		out->length = (size_t)(to - out->bytes);
		if (done != (size_t)-1)
			break;
		if (room - out->length < 4)
			break;
		if (left != 0 && is_c1_hole(charset, (unsigned char)*from))
			put(out, (unsigned char)*from);
		else
			put_replacement(out);
		if (left != 0) {
			from++;
			left--;
		}
	}
	iconv_close(converter);
	return true;
}

static bool
starts(const char *bytes, size_t length, const char *with, size_t with_length)
{
	return length >= with_length && memcmp(bytes, with, with_length) == 0;
}

const char *
clair_bom_charset(const char *bytes, size_t length, size_t *mark)
{
	*mark = 2;
	if (starts(bytes, length, "\xFE\xFF", 2))
		return "utf-16be";
	if (starts(bytes, length, "\xFF\xFE", 2))
		return "utf-16le";
	*mark = 3;
	return starts(bytes, length, "\xEF\xBB\xBF", 3) ? "utf-8" : NULL;
}

/* HTML 13.2.3.2 step by step; 13.2.3.4 for a meta that comes after the first 1024 bytes: a browser
 * meets it while parsing and starts again. */
static size_t
choose(struct clair_page *page, const char *bytes, size_t length, const char *http_charset)
{
	size_t mark;
	const char *name = clair_bom_charset(bytes, length, &mark);

	if (name != NULL) {
		page->charset_from = CLAIR_FROM_BOM;
		page->charset = name;
		return mark;
	}
	page->charset_from = CLAIR_FROM_HTTP;
	name = http_charset != NULL ? clair_encoding_of(http_charset, strlen(http_charset)) : NULL;
	if (name == NULL) {
		page->charset_from = CLAIR_FROM_META;
		name = clair_meta_charset(bytes, length < PRESCAN ? length : PRESCAN);
	}
	if (name == NULL && length > PRESCAN) {
		const char *body = memmem(bytes, length, "<body", 5);

		name = clair_meta_charset(bytes, body != NULL ? (size_t)(body - bytes) : length);
	}
	if (name == NULL) {
		page->charset_from = CLAIR_FROM_DEFAULT;
		name = "windows-1252";
	}
	page->charset = name;
	return 0;
}

static void
convert(struct output *out, const char *charset, const unsigned char *bytes, size_t length,
    size_t room)
{
	if (strcmp(charset, "utf-8") == 0)
		decode_utf8(out, bytes, length);
	else if (strcmp(charset, "utf-16be") == 0 || strcmp(charset, "utf-16le") == 0)
		decode_utf16(out, bytes, length, charset[6] == 'b');
	else if (strcmp(charset, "windows-1252") == 0)
		decode_windows_1252(out, bytes, length);
	else if (strcmp(charset, "x-user-defined") == 0)
		decode_user_defined(out, bytes, length);
	else if (strcmp(charset, "replacement") == 0 && length != 0)
		put_replacement(out);
	else if (!decode_iconv(out, charset, bytes, length, room))
		decode_windows_1252(out, bytes, length);
}

bool
clair_decode_as(struct clair_decoded *decoded, const char *charset, const char *bytes, size_t length,
    struct clair_arena *arena)
{
	struct output out = {.bytes = NULL};
	bool valid = strcmp(charset, "utf-8") == 0 &&
	    utf8_span((const unsigned char *)bytes, length) == length;
	size_t room = valid ? length : length * 3 + 4;

	out.bytes = clair_alloc(arena, room + 1);
	if (out.bytes == NULL)
		return false;
	if (valid) {
		memcpy(out.bytes, bytes, length);
		out.length = length;
	} else {
		convert(&out, charset, (const unsigned char *)bytes, length, room);
	}
	out.bytes[out.length] = '\0';
	*decoded = (struct clair_decoded){out.bytes, out.length, out.replaced};
	return true;
}

static bool
decode_page(struct clair_page *page, const char *bytes, size_t length)
{
	struct clair_decoded decoded;

	if (!clair_decode_as(&decoded, page->charset, bytes, length, &page->mem))
		return false;
	page->source = decoded.text;
	page->length = decoded.length;
	page->replaced = decoded.replaced;
	return true;
}

void
clair_decode(
    struct clair_page *page, const char *bytes, size_t length, const char *http_charset)
{
	size_t skip = choose(page, bytes, length, http_charset);

	decode_page(page, bytes + skip, length - skip);
}

/* One broken character does not make a file in UTF-8 one in windows-1252; one accent in two does. */
static bool
reads_as_utf8(const char *bytes, size_t length)
{
	const unsigned char *at = (const unsigned char *)bytes;
	size_t good = 0;
	size_t bad = 0;
	size_t broken;

	for (size_t i = 0; i < length;) {
		size_t one = utf8_sequence(at + i, length - i, &broken);

		good += one > 1;
		bad += one == 0;
		i += one == 0 ? broken : one;
	}
	return bad <= good / 2;
}

static size_t
choose_for_text(struct clair_page *page, const char *bytes, size_t length, const char *http_charset)
{
	size_t mark;

	page->charset_from = CLAIR_FROM_BOM;
	page->charset = clair_bom_charset(bytes, length, &mark);
	if (page->charset != NULL)
		return mark;
	page->charset_from = CLAIR_FROM_HTTP;
	if (http_charset != NULL)
		page->charset = clair_encoding_of(http_charset, strlen(http_charset));
	if (page->charset != NULL)
		return 0;
	page->charset_from = CLAIR_FROM_DEFAULT;
	page->charset = reads_as_utf8(bytes, length) ? "utf-8" : "windows-1252";
	return 0;
}

void
clair_decode_text(
    struct clair_page *page, const char *bytes, size_t length, const char *http_charset)
{
	size_t skip = choose_for_text(page, bytes, length, http_charset);
	char *text;

	if (!decode_page(page, bytes + skip, length - skip) || memchr(page->source, 0, page->length) == NULL)
		return;
	text = clair_strndup(&page->mem, page->source, page->length);
	for (size_t i = 0; !page->mem.failed && i < page->length; i++) {
		if (text[i] == '\0')
			text[i] = ' ';
	}
	page->source = text;
}
