/* The themes: the folders of rules/, as people call them. */
#include "report/message.h"

#include <string.h>

const char *
clair_theme_label(const struct clair_rule *rule, enum clair_lang lang)
{
	static const struct {
		const char *folder;
		enum clair_string label;
	} themes[] = {
	    {"cognition", CLAIR_STRING_THEME_COGNITION}, {"colours", CLAIR_STRING_THEME_COLOURS},
	    {"consultation", CLAIR_STRING_THEME_CONSULTATION}, {"contact", CLAIR_STRING_THEME_CONTACT},
	    {"documents", CLAIR_STRING_THEME_DOCUMENTS}, {"falc", CLAIR_STRING_THEME_FALC},
	    {"forms", CLAIR_STRING_THEME_FORMS}, {"frames", CLAIR_STRING_THEME_FRAMES},
	    {"images", CLAIR_STRING_THEME_IMAGES}, {"language", CLAIR_STRING_THEME_LANGUAGE},
	    {"legal", CLAIR_STRING_THEME_LEGAL}, {"links", CLAIR_STRING_THEME_LINKS},
	    {"mandatory", CLAIR_STRING_THEME_MANDATORY}, {"media", CLAIR_STRING_THEME_MEDIA},
	    {"menus", CLAIR_STRING_THEME_MENUS}, {"mobile", CLAIR_STRING_THEME_MOBILE},
	    {"navigation", CLAIR_STRING_THEME_NAVIGATION}, {"presentation", CLAIR_STRING_THEME_PRESENTATION},
	    {"procedure", CLAIR_STRING_THEME_PROCEDURE}, {"readability", CLAIR_STRING_THEME_READABILITY},
	    {"scripts", CLAIR_STRING_THEME_SCRIPTS}, {"site", CLAIR_STRING_THEME_SITE},
	    {"structure", CLAIR_STRING_THEME_STRUCTURE}, {"tables", CLAIR_STRING_THEME_TABLES},
	    {"trust", CLAIR_STRING_THEME_TRUST}, {"wcag22", CLAIR_STRING_THEME_WCAG22},
	};
	const size_t length = strcspn(rule->id, "/");

	for (size_t i = 0; i < CLAIR_LEN(themes); i++) {
		if (strlen(themes[i].folder) == length && strncmp(themes[i].folder, rule->id, length) == 0)
			return clair_string(lang, themes[i].label);
	}
	return rule->id;
}
