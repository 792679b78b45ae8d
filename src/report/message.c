/* See message.h. */
#include "report/message.h"

#include <math.h>
#include <string.h>
#include <unistr.h>
#include <uniwidth.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define NO_BREAK_SPACE "\xC2\xA0"
#define NARROW_SPACE "\xE2\x80\xAF" /* U+202F, between thousands in French */

static const char *const strings[CLAIR_LANG_COUNT][CLAIR_STRING_COUNT] = {
	[CLAIR_FR] = {
#define X(id, fr, en) [CLAIR_STRING_##id] = fr,
#include "report/strings.def"
#undef X
	},
	[CLAIR_EN] = {
#define X(id, fr, en) [CLAIR_STRING_##id] = en,
#include "report/strings.def"
#undef X
	},
};

const char *
clair_string(enum clair_lang lang, enum clair_string id)
{
	return strings[lang][id];
}

enum clair_string
clair_string_for_texts(enum clair_string id)
{
	static const struct {
		enum clair_string page, text;
	} table[] = {
		{CLAIR_STRING_REASON_EMPTY, CLAIR_STRING_FOR_TEXTS_REASON_EMPTY},
		{CLAIR_STRING_REASON_TOO_LARGE, CLAIR_STRING_FOR_TEXTS_REASON_TOO_LARGE},
		{CLAIR_STRING_NOTE_APPROXIMATE, CLAIR_STRING_FOR_TEXTS_NOTE_APPROXIMATE},
		{CLAIR_STRING_NOTE_BAD_CHARACTERS, CLAIR_STRING_FOR_TEXTS_NOTE_BAD_CHARACTERS},
		{CLAIR_STRING_NOTE_INCOMPLETE, CLAIR_STRING_FOR_TEXTS_NOTE_INCOMPLETE},
		{CLAIR_STRING_NOTE_OTHER, CLAIR_STRING_FOR_TEXTS_NOTE_OTHER},
		{CLAIR_STRING_PAGES_TESTED, CLAIR_STRING_FOR_TEXTS_PAGES_TESTED},
		{CLAIR_STRING_NOTHING_TESTED, CLAIR_STRING_FOR_TEXTS_NOTHING_TESTED},
		{CLAIR_STRING_OCCURRENCES, CLAIR_STRING_FOR_TEXTS_OCCURRENCES},
		{CLAIR_STRING_MORE_PAGES, CLAIR_STRING_FOR_TEXTS_MORE_PAGES},
		{CLAIR_STRING_NO_CAUSE, CLAIR_STRING_FOR_TEXTS_NO_CAUSE},
		{CLAIR_STRING_T_SCORES, CLAIR_STRING_FOR_TEXTS_T_SCORES},
		{CLAIR_STRING_T_NOT_TESTED, CLAIR_STRING_FOR_TEXTS_T_NOT_TESTED},
		{CLAIR_STRING_S_PAGES, CLAIR_STRING_FOR_TEXTS_S_PAGES},
		{CLAIR_STRING_M_TITLE, CLAIR_STRING_FOR_TEXTS_M_TITLE},
		{CLAIR_STRING_H_FILES, CLAIR_STRING_FOR_TEXTS_H_FILES},
		{CLAIR_STRING_H_PAGES, CLAIR_STRING_FOR_TEXTS_H_PAGES},
		{CLAIR_STRING_H_SCORES, CLAIR_STRING_FOR_TEXTS_H_SCORES},
		{CLAIR_STRING_H_BY_PAGES, CLAIR_STRING_FOR_TEXTS_H_BY_PAGES},
		{CLAIR_STRING_H_PAGE, CLAIR_STRING_FOR_TEXTS_H_PAGE},
		{CLAIR_STRING_F_PAGES, CLAIR_STRING_FOR_TEXTS_F_PAGES},
		{CLAIR_STRING_H_PAGE_COUNT, CLAIR_STRING_FOR_TEXTS_H_PAGE_COUNT},
		{CLAIR_STRING_H_TESTED, CLAIR_STRING_FOR_TEXTS_H_TESTED},
		{CLAIR_STRING_H_TESTED_CAPTION, CLAIR_STRING_FOR_TEXTS_H_TESTED_CAPTION},
		{CLAIR_STRING_H_NOT_TESTED, CLAIR_STRING_FOR_TEXTS_H_NOT_TESTED},
		{CLAIR_STRING_H_NOT_TESTED_WHY, CLAIR_STRING_FOR_TEXTS_H_NOT_TESTED_WHY},
		{CLAIR_STRING_H_NOT_TESTED_CAPTION, CLAIR_STRING_FOR_TEXTS_H_NOT_TESTED_CAPTION},
		{CLAIR_STRING_H_MORE_ROWS, CLAIR_STRING_FOR_TEXTS_H_MORE_ROWS},
		{CLAIR_STRING_H_LIMITS_1, CLAIR_STRING_FOR_TEXTS_H_LIMITS_1},
		{CLAIR_STRING_H_LIMITS_2, CLAIR_STRING_FOR_TEXTS_H_LIMITS_2},
		{CLAIR_STRING_H_METHOD, CLAIR_STRING_FOR_TEXTS_H_METHOD},
		{CLAIR_STRING_H_METHOD_1, CLAIR_STRING_FOR_TEXTS_H_METHOD_1},
		{CLAIR_STRING_H_METHOD_3, CLAIR_STRING_FOR_TEXTS_H_METHOD_3},
	};

	for (size_t i = 0; i < CLAIR_LEN(table); i++) {
		if (table[i].page == id)
			return table[i].text;
	}
	return id;
}

/* By hand: printf would follow the locale of the process. */
void
clair_format_number(struct clair_buf *out, enum clair_lang lang, double number, int decimals)
{
	static const int64_t powers[] = {1, 10, 100, 1000, 10000};
	const int64_t power = powers[decimals];
	char digits[24];
	int64_t scaled;
	int64_t rest;
	int length = 0;

	if (!isfinite(number) || fabs(number) > 1e14) {
		clair_buf_puts(out, "?");
		return;
	}
	scaled = llround(fabs(number) * (double)power);
	rest = scaled % power;
	if (number < 0 && scaled != 0)
		clair_buf_puts(out, lang == CLAIR_FR ? "\xE2\x88\x92" : "-");
	for (int64_t whole = scaled / power; whole > 0 || length == 0; whole /= 10)
		digits[length++] = (char)('0' + whole % 10);
	for (int i = length; i-- > 0;) {
		clair_buf_putc(out, digits[i]);
		if (i > 0 && i % 3 == 0)
			clair_buf_puts(out, lang == CLAIR_FR ? NARROW_SPACE : ",");
	}
	if (rest == 0)
		return;
	clair_buf_putc(out, lang == CLAIR_FR ? ',' : '.');
	for (int64_t step = power / 10; step > 0 && rest > 0; step /= 10) {
		clair_buf_putc(out, (char)('0' + rest / step));
		rest %= step;
	}
}

void
clair_format_score(struct clair_buf *out, enum clair_lang lang, double score)
{
	clair_format_number(out, lang, score, 1);
	if (llround(score * 10) % 10 == 0)
		clair_buf_puts(out, lang == CLAIR_FR ? ",0" : ".0");
}

static const struct clair_argument *
find_argument(const struct clair_argument *arguments, size_t count, const char *name,
    size_t length)
{
	for (size_t i = 0; i < count; i++) {
		if (strlen(arguments[i].name) == length &&
		    memcmp(arguments[i].name, name, length) == 0)
			return &arguments[i];
	}
	return NULL;
}

static bool
is_singular(enum clair_lang lang, double number)
{
	return lang == CLAIR_FR ? fabs(number) < 2 : number == 1;
}

/* A space that French typography wants unbreakable: before : ; ? ! », after «. Texts are written with
 * plain spaces, which can be seen and typed. */
static bool
is_narrow(enum clair_lang lang, const char *sentence, const char *space)
{
	if (lang != CLAIR_FR)
		return false;
	if (space[1] != '\0' && strchr(":;?!", space[1]) != NULL)
		return true;
	return strncmp(space + 1, "»", 2) == 0 ||
	    (space - sentence >= 2 && strncmp(space - 2, "«", 2) == 0);
}

static void
add_plain(struct clair_buf *out, enum clair_lang lang, const char *sentence, const char *from,
    size_t length)
{
	const char *end = from + length;

	while (from < end) {
		const char *space = memchr(from, ' ', (size_t)(end - from));

		if (space == NULL) {
			clair_buf_add(out, from, (size_t)(end - from));
			return;
		}
		clair_buf_add(out, from, (size_t)(space - from));
		clair_buf_puts(out, is_narrow(lang, sentence, space) ? NO_BREAK_SPACE : " ");
		from = space + 1;
	}
}

/* `hole` is what stands between the braces. */
static bool
fill(struct clair_buf *out, enum clair_lang lang, const char *hole, size_t length,
    const struct clair_argument *arguments, size_t count)
{
	const char *one = memchr(hole, '|', length);
	const char *many;
	const struct clair_argument *argument;

	argument = find_argument(
	    arguments, count, hole, one == NULL ? length : (size_t)(one - hole));
	if (argument == NULL)
		return false;
	if (one == NULL) {
		if (argument->is_number)
			clair_format_number(out, lang, argument->number, 2);
		else if (argument->is_ours)
			add_plain(out, lang, argument->value, argument->value, strlen(argument->value));
		else if (argument->value != NULL)
			clair_buf_puts(out, argument->value);
		return true;
	}
	one++;
	many = memchr(one, '|', length - (size_t)(one - hole));
	if (many == NULL)
		return false;
	if (is_singular(lang, argument->number))
		clair_buf_add(out, one, (size_t)(many - one));
	else
		clair_buf_add(out, many + 1, length - (size_t)(many + 1 - hole));
	return true;
}

void
clair_format(struct clair_buf *out, enum clair_lang lang, const char *sentence,
    const struct clair_argument *arguments, size_t count)
{
	const char *start = sentence;

	while (*sentence != '\0') {
		const size_t plain = strcspn(sentence, "{");
		const char *close;

		add_plain(out, lang, start, sentence, plain);
		sentence += plain;
		if (*sentence == '\0')
			return;
		close = strchr(sentence, '}');
		if (close != NULL && fill(out, lang, sentence + 1, (size_t)(close - sentence - 1),
		                         arguments, count)) {
			sentence = close + 1;
			continue;
		}
		clair_buf_putc(out, *sentence++);
	}
}

void
clair_finding_message(
    struct clair_buf *out, enum clair_lang lang, const struct clair_finding *finding)
{
	const struct clair_message *message;

	if (finding->message >= finding->rule->message_count)
		return;
	message = &finding->rule->messages[finding->message];
	clair_format(out, lang, lang == CLAIR_FR ? message->fr : message->en, finding->arguments,
	    finding->argument_count);
}

struct key_string {
	const char *key;
	enum clair_string id;
};

static enum clair_string
string_of_key(const struct key_string *table, size_t count, const char *key)
{
	for (size_t i = 0; key != NULL && i < count; i++) {
		if (strcmp(table[i].key, key) == 0)
			return table[i].id;
	}
	return CLAIR_STRING_OTHER_REASON;
}

enum clair_string
clair_reason_string(const char *key)
{
	static const struct key_string table[] = {
		{"worker-lost", CLAIR_STRING_REASON_WORKER_LOST},
		{"http-error", CLAIR_STRING_REASON_HTTP_ERROR},
		{"http-status", CLAIR_STRING_REASON_HTTP_ERROR},
		{"not-html", CLAIR_STRING_REASON_NOT_HTML},
		{"not-text", CLAIR_STRING_REASON_NOT_TEXT},
		{"needs-scripts", CLAIR_STRING_REASON_SHELL},
		{"empty", CLAIR_STRING_REASON_EMPTY},
		{"duplicate", CLAIR_STRING_REASON_DUPLICATE},
		{"variant", CLAIR_STRING_REASON_DUPLICATE},
		{"robots", CLAIR_STRING_REASON_ROBOTS},
		{"robots-unreachable", CLAIR_STRING_REASON_ROBOTS_UNREACHABLE},
		{"opted-out", CLAIR_STRING_REASON_OPTED_OUT},
		{"too-large", CLAIR_STRING_REASON_TOO_LARGE},
		{"too-many-attributes", CLAIR_STRING_REASON_TOO_LARGE},
		{"no-memory", CLAIR_STRING_REASON_TOO_LARGE},
		{"time", CLAIR_STRING_REASON_TIME},
		{"timeout", CLAIR_STRING_REASON_NETWORK},
		{"unreachable", CLAIR_STRING_REASON_NETWORK},
		{"host-failing", CLAIR_STRING_REASON_NETWORK},
		{"truncated", CLAIR_STRING_REASON_TRUNCATED},
		{"bad-encoding", CLAIR_STRING_REASON_TRUNCATED},
		{"protocol", CLAIR_STRING_REASON_TRUNCATED},
		{"tls", CLAIR_STRING_REASON_TLS},
		{"tls-expired", CLAIR_STRING_REASON_TLS_EXPIRED},
		{"tls-not-yet-valid", CLAIR_STRING_REASON_TLS_NOT_YET_VALID},
		{"tls-self-signed", CLAIR_STRING_REASON_TLS_SELF_SIGNED},
		{"tls-authority", CLAIR_STRING_REASON_TLS_AUTHORITY},
		{"tls-chain", CLAIR_STRING_REASON_TLS_CHAIN},
		{"tls-name", CLAIR_STRING_REASON_TLS_NAME},
		{"tls-weak", CLAIR_STRING_REASON_TLS_WEAK},
		{"tls-handshake", CLAIR_STRING_REASON_TLS_HANDSHAKE},
		{"redirect-loop", CLAIR_STRING_REASON_REDIRECTS},
		{"too-many-redirects", CLAIR_STRING_REASON_REDIRECTS},
		{"redirect-off-site", CLAIR_STRING_REASON_OFF_SITE},
		{"not-archived", CLAIR_STRING_REASON_NOT_ARCHIVED},
		{"private-address", CLAIR_STRING_REASON_PRIVATE},
		{"bad-url", CLAIR_STRING_REASON_BAD_URL},
		{"unreadable", CLAIR_STRING_REASON_UNREADABLE},
	};

	return string_of_key(table, CLAIR_LEN(table), key);
}

enum clair_string
clair_stop_string(const char *key)
{
	static const struct key_string table[] = {
		{"all-pages", CLAIR_STRING_STOP_ALL_PAGES},
		{"page-limit", CLAIR_STRING_STOP_PAGE_LIMIT},
		{"depth-limit", CLAIR_STRING_STOP_DEPTH_LIMIT},
		{"byte-limit", CLAIR_STRING_STOP_BYTE_LIMIT},
		{"time-limit", CLAIR_STRING_STOP_TIME_LIMIT},
		{"address-limit", CLAIR_STRING_STOP_PAGE_LIMIT},
		{"host-failing", CLAIR_STRING_STOP_HOST_FAILING},
		{"robots", CLAIR_STRING_STOP_ROBOTS},
		{"opted-out", CLAIR_STRING_STOP_OPTED_OUT},
		{"not-kept", CLAIR_STRING_STOP_NOT_KEPT},
		{"interrupted", CLAIR_STRING_STOP_INTERRUPTED},
		{"no-memory", CLAIR_STRING_STOP_NO_MEMORY},
	};

	return string_of_key(table, CLAIR_LEN(table), key);
}

enum clair_string
clair_indicator_why_string(const char *key)
{
	static const struct key_string table[] = {
		{"no-procedure", CLAIR_STRING_I_WHY_NO_PROCEDURE},
		{"no-sheet", CLAIR_STRING_I_WHY_NO_SHEET},
		{"no-reading", CLAIR_STRING_I_WHY_NO_READING},
		{"no-form", CLAIR_STRING_I_WHY_NO_FORM},
		{"not-a-crawl", CLAIR_STRING_I_WHY_NOT_A_CRAWL},
		{"no-earlier-crawl", CLAIR_STRING_I_WHY_NO_EARLIER},
	};
	const enum clair_string found = string_of_key(table, CLAIR_LEN(table), key);

	return found == CLAIR_STRING_OTHER_REASON ? CLAIR_STRING_I_WHY_NOTHING : found;
}

enum clair_string
clair_note_string(const char *key)
{
	static const struct key_string table[] = {
		{"approximate", CLAIR_STRING_NOTE_APPROXIMATE},
		{"incomplete", CLAIR_STRING_NOTE_INCOMPLETE},
		{"bad-characters", CLAIR_STRING_NOTE_BAD_CHARACTERS},
	};

	return string_of_key(table, CLAIR_LEN(table), key);
}

enum clair_string
clair_sheet_string(const char *key)
{
	static const struct key_string table[] = {
		{"http-status", CLAIR_STRING_SHEET_STATUS},
		{"unreadable", CLAIR_STRING_SHEET_STATUS},
		{"not-css", CLAIR_STRING_SHEET_TYPE},
		{"not-loaded", CLAIR_STRING_SHEET_REMOTE},
		{"outside-folder", CLAIR_STRING_SHEET_OUTSIDE},
		{"bad-url", CLAIR_STRING_SHEET_BAD_URL},
		{"robots", CLAIR_STRING_SHEET_ROBOTS},
		{"robots-unreachable", CLAIR_STRING_SHEET_ROBOTS},
		{"opted-out", CLAIR_STRING_REASON_OPTED_OUT},
		{"timeout", CLAIR_STRING_SHEET_NETWORK},
		{"unreachable", CLAIR_STRING_SHEET_NETWORK},
		{"host-failing", CLAIR_STRING_SHEET_NETWORK},
		{"truncated", CLAIR_STRING_SHEET_NETWORK},
		{"bad-encoding", CLAIR_STRING_SHEET_NETWORK},
		{"protocol", CLAIR_STRING_SHEET_NETWORK},
		{"not-archived", CLAIR_STRING_SHEET_NOT_ARCHIVED},
		{"private-address", CLAIR_STRING_SHEET_PRIVATE},
		{"redirect-loop", CLAIR_STRING_SHEET_REDIRECTS},
		{"too-many-redirects", CLAIR_STRING_SHEET_REDIRECTS},
		{"interrupted", CLAIR_STRING_SHEET_INTERRUPTED},
		{"too-large", CLAIR_STRING_SHEET_LIMIT},
		{"cut", CLAIR_STRING_SHEET_LIMIT},
		{"too-many-sheets", CLAIR_STRING_SHEET_LIMIT},
		{"import-too-deep", CLAIR_STRING_SHEET_LIMIT},
		{"sheet-limit", CLAIR_STRING_SHEET_LIMIT},
		{"time", CLAIR_STRING_SHEET_LIMIT},
		{"no-memory", CLAIR_STRING_SHEET_LIMIT},
	};
	const enum clair_string id = string_of_key(table, CLAIR_LEN(table), key);

	/* Certificates are those of servers, whatever is asked for. */
	if (key != NULL && strncmp(key, "tls", 3) == 0)
		return clair_reason_string(key);
	return id == CLAIR_STRING_OTHER_REASON ? CLAIR_STRING_SHEET_OTHER : id;
}

/* The strings of an enum stand in its order in strings.def. */
#define STRING_AT(first, value) ((enum clair_string)((int)(first) + (int)(value)))

enum clair_string
clair_why_string(enum clair_untested_reason why)
{
	return STRING_AT(CLAIR_STRING_WHY_NONE, why);
}

enum clair_string
clair_persona_string(enum clair_persona persona)
{
	return STRING_AT(CLAIR_STRING_PERSONA_BLIND, persona);
}

enum clair_string
clair_axis_string(enum clair_axis axis)
{
	return STRING_AT(CLAIR_STRING_AXIS_ACCESS, axis);
}

enum clair_string
clair_axis_question(enum clair_axis axis)
{
	return STRING_AT(CLAIR_STRING_QUESTION_ACCESS, axis);
}

enum clair_string
clair_severity_string(enum clair_severity severity)
{
	return STRING_AT(CLAIR_STRING_SEVERITY_REVIEW, severity);
}

enum clair_string
clair_rgaa_string(enum clair_rgaa_state state)
{
	return STRING_AT(CLAIR_STRING_RGAA_NT, state);
}

enum clair_string
clair_ignore_string(enum clair_ignore_state state)
{
	static const enum clair_string words[CLAIR_IGNORE_STATES] = {
	    [CLAIR_IGNORE_UNUSED] = CLAIR_STRING_IGNORE_UNUSED, [CLAIR_IGNORE_USED] = CLAIR_STRING_IGNORE_USED,
	    [CLAIR_IGNORE_NO_RULE] = CLAIR_STRING_IGNORE_NO_RULE,
	    [CLAIR_IGNORE_NO_REASON] = CLAIR_STRING_IGNORE_NO_REASON,
	    [CLAIR_IGNORE_BAD_DAY] = CLAIR_STRING_IGNORE_BAD_DAY, [CLAIR_IGNORE_OVER] = CLAIR_STRING_IGNORE_OVER,
	    [CLAIR_IGNORE_NO_ELEMENT] = CLAIR_STRING_IGNORE_NO_ELEMENT};

	return words[state];
}

enum clair_string
clair_outcome_string(enum clair_outcome outcome)
{
	return STRING_AT(CLAIR_STRING_OUTCOME_INAPPLICABLE, outcome);
}

const char *
clair_rgaa_name(enum clair_rgaa_state state)
{
	static const char *const names[] = {"NT", "NC", "NA", "C"};

	return names[state];
}

/* C0, DEL, C1, line separators, and the characters that change the direction of text: U+061C,
 * U+200E–F, U+202A–E, U+2066–9; with what XML 1.0 forbids besides (section 2.2): U+FFFE–F. */
static bool
is_unseen(ucs4_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
	    (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
	    (c >= 0xFFF9 && c <= 0xFFFB) || c == 0xFFFE || c == 0xFFFF || (c >= 0xE0000 && c <= 0xE007F);
}

void
clair_clean(struct clair_buf *out, const char *text, size_t length, bool visible)
{
	const uint8_t *at = (const uint8_t *)text;

	while (length > 0) {
		ucs4_t c;
		const int used = u8_mbtoucr(&c, at, length);
		/* A byte that starts nothing valid, or a sequence cut short: one U+FFFD a byte. */
		const size_t step = used > 0 ? (size_t)used : 1;

		if (used <= 0)
			clair_buf_puts(out, REPLACEMENT);
		else if (visible && (c == '\t' || c == '\n' || c == '\r'))
			clair_buf_putc(out, ' ');
		else if (visible && is_unseen(c))
			clair_buf_puts(out, REPLACEMENT);
		else
			clair_buf_add(out, at, step);
		at += step;
		length -= step;
	}
}

size_t
clair_fit(const char *text, int columns)
{
	const uint8_t *at = (const uint8_t *)text;
	size_t length = strlen(text);
	int used = 0;

	while (length > 0) {
		ucs4_t c;
		const int step = u8_mbtouc(&c, at, length);
		const int width = uc_width(c, "UTF-8");

		if (width > 0)
			used += width;
		if (used > columns)
			break;
		at += step;
		length -= (size_t)step;
	}
	return (size_t)(at - (const uint8_t *)text);
}

int
clair_columns(const char *text)
{
	return u8_strwidth((const uint8_t *)text, "UTF-8");
}

const char *
clair_why_label(const char *key, enum clair_lang lang)
{
	enum clair_string id = clair_reason_string(key);

	if (id == CLAIR_STRING_OTHER_REASON)
		id = clair_stop_string(key);
	return id == CLAIR_STRING_OTHER_REASON ? NULL : clair_string(lang, id);
}

const char *
clair_persona_label(enum clair_persona persona, enum clair_lang lang)
{
	return clair_string(lang, clair_persona_string(persona));
}
