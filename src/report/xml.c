/* See xml.h. */
#include "report/xml.h"

void
clair_xml_attribute(struct clair_report *report, const char *name, const char *value)
{
	clair_putf(report, " %s=\"", name);
	clair_html_text(report, value);
	clair_puts(report, "\"");
}

void
clair_xml_number(struct clair_report *report, const char *name, uint32_t number)
{
	clair_putf(report, " %s=\"%u\"", name, number);
}
