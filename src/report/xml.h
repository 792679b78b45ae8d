/* What the writers of XML share. Text goes through clair_html_text (report/html.h), whose five escapes are those of
 * XML too; it leaves no character that XML 1.0 forbids. Private to src/report/. */
#ifndef CLAIR_REPORT_XML_H
#define CLAIR_REPORT_XML_H

#include "report/html.h"

#define CLAIR_XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* ` name="value"` */
void clair_xml_attribute(struct clair_report *report, const char *name, const char *value);
void clair_xml_number(struct clair_report *report, const char *name, uint32_t number);

#endif
