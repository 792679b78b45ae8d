/* See lang.h. */
#include "rules/common/lang.h"
#include "rules/common/text.h"

const char *
rule_mend_lang(const char *lang, char room[static RULE_LANG_ROOM])
{
	size_t length = 0;

	while (*lang == ' ')
		lang++;
	for (; lang[length] != '\0' && lang[length] != '.' && lang[length] != '@' && lang[length] != ' ';
	     length++) {
		if (length + 1 == RULE_LANG_ROOM)
			return NULL;
		room[length] = lang[length] == '_' ? '-' : lang[length];
	}
	room[length] = '\0';
	if (lang[length] == ' ' && !rule_blank(lang + length))
		return NULL;
	return clair_lang_is_valid(room) ? room : NULL;
}
