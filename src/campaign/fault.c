/* What is wrong in a campaign file: see campaign.h. */
#include "campaign/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_TEXT = 1200 };

/* What a file holds may be quoted: no control character leaves here. */
static void
clean(char *text)
{
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			*text = '?';
	}
}

static void tell(struct clair_campaign_file *file, const struct clair_campaign_place *place, bool is_remark,
    const char *format, va_list arguments) __attribute__((format(printf, 4, 0)));

static void
tell(struct clair_campaign_file *file, const struct clair_campaign_place *place, bool is_remark, const char *format,
    va_list arguments)
{
	struct clair_campaign_fault *faults;
	char text[LONGEST_TEXT];

	file->refused |= !is_remark;
	if (file->fault_count >= CLAIR_CAMPAIGN_FAULTS) {
		file->untold++;
		return;
	}
	faults = clair_campaign_grow(&file->mem, file->faults, file->fault_count, sizeof(*faults));
	if (faults == NULL)
		return;
	vsnprintf(text, sizeof(text), format, arguments);
	clean(text);
	file->faults = faults;
	faults[file->fault_count++] = (struct clair_campaign_fault){.path = place->path, .line = place->line,
		.column = place->column, .text = clair_strdup(&file->mem, text), .is_remark = is_remark};
}

void
clair_campaign_blame(
    struct clair_campaign_file *file, const struct clair_campaign_place *place, const char *fr, const char *en, ...)
{
	va_list arguments;

	va_start(arguments, en);
	tell(file, place, false, file->input->lang == CLAIR_FR ? fr : en, arguments);
	va_end(arguments);
}

void
clair_campaign_remark(
    struct clair_campaign_file *file, const struct clair_campaign_place *place, const char *fr, const char *en, ...)
{
	va_list arguments;

	va_start(arguments, en);
	tell(file, place, true, file->input->lang == CLAIR_FR ? fr : en, arguments);
	va_end(arguments);
}

const char *
clair_campaign_did_you_mean(struct clair_campaign_file *file, const char *nearest)
{
	if (nearest == NULL)
		return "";
	return clair_asprintf(&file->mem,
	    file->input->lang == CLAIR_FR ? ". Vouliez-vous dire « %s » ?" : ". Did you mean “%s”?", nearest);
}
