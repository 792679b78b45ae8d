/* The browser's own sheets, parsed from the text that the build makes of ua.css and its like. */
#include "style/cascade.h"
#include "style/ua.h"

#include <stdlib.h>

struct clair_browser_style *
clair_browser_style_new(void)
{
	struct clair_browser_style *browser = calloc(1, sizeof(*browser));

	if (browser == NULL)
		return NULL;
	browser->html =
	    clair_sheet_parse(clair_ua_html, clair_ua_html_length, "utf-8", NULL, false, NULL);
	browser->quirks =
	    clair_sheet_parse(clair_ua_quirks, clair_ua_quirks_length, "utf-8", NULL, false, NULL);
	browser->foreign =
	    clair_sheet_parse(clair_ua_foreign, clair_ua_foreign_length, "utf-8", NULL, false, NULL);
	if (browser->html != NULL && browser->quirks != NULL && browser->foreign != NULL)
		return browser;
	clair_browser_style_free(browser);
	return NULL;
}

void
clair_browser_style_free(struct clair_browser_style *browser)
{
	if (browser == NULL)
		return;
	clair_sheet_free(browser->html);
	clair_sheet_free(browser->quirks);
	clair_sheet_free(browser->foreign);
	free(browser);
}
