/* See hostile.h. */
#include "hostile.h"

const char *const hostile_words[] = {
	"<script>alert(1)</script>",
	"\"><img src=x onerror=alert(1)>",
	"' onmouseover='alert(1)",
	"]]></style></title><!-- <svg onload=alert(1)>",
	"javascript:alert(document.domain)",
	"JaVaScRiPt\t:alert(1)//https://mairie.example/",
	"data:text/html,<script>alert(1)</script>",
	"https://mairie.example/\"onclick=\"alert(1)",
	"https://mairie.example/a b'<>&amp;",
	"\x1b[2J\x1b]0;owned\x07\x1b[31mrouge",
	"a\xC2\x9B" "31mb\x7F\x01",
	"facture\u202Efdp.exe\u2066\u200F",
	"\xFF\xFE\xC3(\xED\xA0\x80",
	"ligne 1\nligne 2\r\nligne 3\t\"\\",
	"{src} {n|a|b} %s %n {0}",
	"",
};
const size_t hostile_word_count = sizeof(hostile_words) / sizeof(hostile_words[0]);
