/* One form for names that are to be compared: see campaign.h. */
#include "campaign/reader.h"

#include <string.h>

/* U+00C0 to U+00FF (Latin-1 Supplement) without their marks; * is no letter. */
static const char letters[] = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty";

struct folding {
	char *out;
	size_t room, length;
	char gap;
	bool waits; /* a gap, for a letter */
};

static void
put(struct folding *folding, const char *bytes, size_t count)
{
	if (folding->length + count + folding->waits >= folding->room)
		return;
	if (folding->waits && folding->length > 0)
		folding->out[folding->length++] = folding->gap;
	folding->waits = false;
	memcpy(folding->out + folding->length, bytes, count);
	folding->length += count;
}

/* Bytes read. */
static size_t
fold_one(struct folding *folding, const unsigned char *at)
{
	const unsigned char low = (unsigned char)(*at | 0x20);

	if ((low >= 'a' && low <= 'z') || (*at >= '0' && *at <= '9')) {
		put(folding, (const char *)(*at < 'A' ? at : &low), 1);
		return 1;
	}
	if (at[0] == 0xc3 && at[1] >= 0x80 && at[1] <= 0xbf && letters[at[1] - 0x80] != '*') {
		put(folding, &letters[at[1] - 0x80], 1);
		return 2;
	}
	if (at[0] == 0xc5 && (at[1] == 0x92 || at[1] == 0x93)) { /* U+0152, U+0153 */
		put(folding, "oe", 2);
		return 2;
	}
	/* Punctuation: ASCII, U+0080 to U+00BF, U+2000 to U+206F. */
	if (at[0] < 0x80 || at[0] == 0xc2 || (at[0] == 0xe2 && (at[1] == 0x80 || at[1] == 0x81))) {
		folding->waits = folding->gap != '\0';
		return at[0] < 0x80 || at[1] == 0 ? 1 : at[0] == 0xc2 || at[2] == 0 ? 2 : 3;
	}
	put(folding, (const char *)at, 1);
	return 1;
}

void
clair_campaign_fold(char *out, size_t room, const char *text, char gap)
{
	struct folding folding = {.out = out, .room = room, .gap = gap};

	for (const unsigned char *at = (const unsigned char *)text; *at != '\0';)
		at += fold_one(&folding, at);
	out[folding.length] = '\0';
}
