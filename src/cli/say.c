/* What the program says to the person who runs it. */
#include "cli/say.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static FILE *listener;

void
cli_say_to(FILE *out)
{
	listener = out;
}

FILE *
cli_say_stream(void)
{
	return listener != NULL ? listener : stderr;
}

void
cli_say(enum clair_lang lang, const char *fr, const char *en, ...)
{
	FILE *out = cli_say_stream();
	va_list arguments;

	va_start(arguments, en);
	fputs(lang == CLAIR_FR ? "clairlint : " : "clairlint: ", out);
	vfprintf(out, lang == CLAIR_FR ? fr : en, arguments);
	fputc('\n', out);
	va_end(arguments);
}

const char *
cli_reason(enum clair_lang lang, int error)
{
	if (lang != CLAIR_FR)
		return strerror(error);
	switch (error) {
	case ENOENT:
		return "le fichier ou le dossier n’existe pas";
	case EACCES:
	case EPERM:
	case EROFS:
		return "l’accès est refusé";
	case EISDIR:
		return "c’est un dossier";
	case ENOTDIR:
		return "un des dossiers n’en est pas un";
	case ENOSPC:
		return "le disque est plein";
	default:
		return strerror(error);
	}
}

const char *
cli_clean(char *room, size_t size, const char *text)
{
	size_t length = 0;

	for (; *text != '\0' && length + 1 < size; text++) {
		unsigned char byte = (unsigned char)*text;

		room[length++] = byte < 0x20 || byte == 0x7f ? '?' : *text;
	}
	room[length] = '\0';
	return room;
}
