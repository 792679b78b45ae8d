/* See archive.h. */
#include "cli/archive.h"

#include "cli/say.h"

void
cli_archive_say(enum clair_lang lang, const struct clair_archive_fault *fault)
{
	switch (fault->why) {
	case CLAIR_ARCHIVE_FINE:
		return;
	case CLAIR_ARCHIVE_NO_MEMORY:
		cli_say(lang, "plus de mémoire", "out of memory");
		return;
	case CLAIR_ARCHIVE_NO_FILE:
		cli_say(lang, "%s : %s", "%s: %s", fault->path, cli_reason(lang, fault->error));
		return;
	case CLAIR_ARCHIVE_NOT_ONE:
		cli_say(lang, "%s n’est ni un fichier WARC ni un fichier HAR", "%s is neither a WARC file nor a HAR file",
		    fault->path);
		return;
	case CLAIR_ARCHIVE_HELD:
		cli_say(lang, "%s : un autre programme y écrit déjà", "%s: another program writes there already", fault->path);
		return;
	case CLAIR_ARCHIVE_DAMAGED:
		cli_say(lang, "%s est abîmé, à l’octet %llu", "%s is damaged, at byte %llu", fault->path,
		    (unsigned long long)fault->offset);
		return;
	case CLAIR_ARCHIVE_PACKED_WHOLE:
		cli_say(lang, "%s est compressé d’un seul tenant : décompressez-le d’abord (gunzip)",
		    "%s is compressed as a whole: unpack it first (gunzip)", fault->path);
		return;
	case CLAIR_ARCHIVE_TOO_LARGE:
		cli_say(lang, "%s est trop grand", "%s is too large", fault->path);
		return;
	}
}
