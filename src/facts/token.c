/* White space of Unicode; see token.h. */
#include "facts/token.h"

/* Bytes of the white space character at `text`, 0 when it is none. */
static size_t
space_length(const char *text)
{
	const unsigned char *byte = (const unsigned char *)text;

	if (clair_is_space(text[0]) || text[0] == '\v')
		return 1;
	if (byte[0] < 0xC2)
		return 0;
	if (byte[0] == 0xC2) /* U+0085, U+00A0 */
		return byte[1] == 0x85 || byte[1] == 0xA0 ? 2 : 0;
	if (byte[0] == 0xE2 && byte[1] == 0x80) /* U+2000 to U+200D, U+2028, U+2029, U+202F */
		return (byte[2] >= 0x80 && byte[2] <= 0x8D) || byte[2] == 0xA8 || byte[2] == 0xA9 ||
		        byte[2] == 0xAF
		    ? 3
		    : 0;
	if (byte[0] == 0xE2 && byte[1] == 0x81) /* U+205F, U+2060 */
		return byte[2] == 0x9F || byte[2] == 0xA0 ? 3 : 0;
	if (byte[0] == 0xE3 && byte[1] == 0x80 && byte[2] == 0x80) /* U+3000 */
		return 3;
	return byte[0] == 0xEF && byte[1] == 0xBB && byte[2] == 0xBF ? 3 : 0; /* U+FEFF */
}

bool
clair_is_blank(const char *text)
{
	size_t length;

	if (text == NULL)
		return true;
	while ((length = space_length(text)) != 0)
		text += length;
	return *text == '\0';
}

size_t
clair_squeeze(char *text, size_t length)
{
	size_t from = 0;
	size_t to = 0;
	bool space = false;

	while (from < length) {
		size_t skipped = space_length(text + from);

		if (skipped != 0) {
			from += skipped;
			space = true;
			continue;
		}
		if (space && to != 0)
			text[to++] = ' ';
		space = false;
		text[to++] = text[from++];
	}
	text[to] = '\0';
	return to;
}
