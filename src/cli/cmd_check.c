/* clairlint check, clairlint text: pages and texts as they are given. */
#include "cli/commands.h"
#include "cli/fix.h"
#include "cli/read.h"
#include "cli/say.h"
#include "cli/session.h"
#include "cli/stop.h"
#include "net/url.h"

#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LARGEST_PAGE = 64 << 20 };

/* What a command judges. */
struct matter {
	const char *endings[6];                 /* of files, in a folder; ended by NULL */
	const char *nothing[CLAIR_LANG_COUNT];  /* in a folder */
	const char *wanted[CLAIR_LANG_COUNT];   /* no operand */
	bool texts;
};

static const struct matter pages = {
	.endings = {".html", ".htm", ".xhtml"},
	.nothing = {"aucune page (.html, .htm, .xhtml) dans", "no page (.html, .htm, .xhtml) in"},
	.wanted = {"que faut-il juger ? Exemple : clairlint check page.html",
	    "what is to be judged? Example: clairlint check page.html"},
};

static const char *const markdown_endings[] = {".md", ".markdown", NULL};

static const struct matter texts = {
	.endings = {".txt", ".text", ".md", ".markdown"},
	.nothing = {"aucun texte (.txt, .text, .md, .markdown) dans",
	    "no text (.txt, .text, .md, .markdown) in"},
	.wanted = {"que faut-il juger ? Exemple : clairlint text lettre.md",
	    "what is to be judged? Example: clairlint text letter.md"},
	.texts = true,
};

struct page {
	const char *url;
	const char *file;       /* NULL: standard input */
	struct clair_result *result;
	struct cli_text before; /* with --fix, when something was mended: what was judged */
	struct clair_mended mended;
	bool judged;
};

/* Pages to judge, taken one after the other by the workers. */
struct work {
	const struct matter *matter;
	struct cli_session *session;
	struct cli_fixes *fixes;
	struct page *pages;
	size_t count;
	size_t next, done;
	size_t ended;           /* pages whose fixes are written */
	unsigned running;
	bool failed;            /* no memory */
	pthread_mutex_t lock;
	pthread_cond_t idle;
};

/* --- What to judge ------------------------------------------------------------------------------ */

static bool
add_page(struct work *work, const char *url, const char *file)
{
	struct clair_arena *mem = &work->session->options->mem;

	work->pages = cli_grow(mem, work->pages, work->count, sizeof(*work->pages));
	if (work->pages == NULL)
		return false;
	work->pages[work->count++] = (struct page){
	    .url = clair_strdup(mem, url),
	    .file = file == NULL ? NULL : clair_strdup(mem, file),
	};
	return true;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t length = strlen(text);

	return length >= strlen(end) && strcasecmp(text + length - strlen(end), end) == 0;
}

static bool
ends_with_one(const char *text, const char *const *endings)
{
	while (*endings != NULL && !ends_with(text, *endings))
		endings++;
	return *endings != NULL;
}

static int
by_name(const FTSENT **one, const FTSENT **other)
{
	return strcmp((*one)->fts_name, (*other)->fts_name);
}

/* The address of a page of a folder: its path, or its place under --base. */
static bool
add_found(struct work *work, const char *path, const char *inside)
{
	const char *base = work->session->options->value[CLI_BASE].text;
	char *url = base == NULL ? NULL : clair_url_resolve(NULL, base, inside);
	bool fine = add_page(work, url == NULL ? path : url, path);

	free(url);
	return fine;
}

static bool
add_folder(struct work *work, const char *folder)
{
	char *paths[] = {(char *)(uintptr_t)folder, NULL};
	FTS *walk = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
	size_t before = work->count;
	bool fine = walk != NULL;

	for (FTSENT *entry; fine && (entry = fts_read(walk)) != NULL;) {
		const char *inside = entry->fts_path + strlen(folder);

		if (entry->fts_info == FTS_D && entry->fts_level > 0 && entry->fts_name[0] == '.')
			fts_set(walk, entry, FTS_SKIP);
		if (entry->fts_info == FTS_DNR)
			fine = add_page(work, entry->fts_path, entry->fts_path);
		if (entry->fts_info != FTS_F || !ends_with_one(entry->fts_name, work->matter->endings))
			continue;
		fine = add_found(work, entry->fts_path, inside + strspn(inside, "/"));
	}
	if (walk != NULL)
		fts_close(walk);
	if (fine && work->count == before && !cli_flag(work->session->options, CLI_QUIET))
		cli_say(work->session->options->lang, "%s %s", "%s %s",
		    work->matter->nothing[work->session->options->lang], folder);
	return fine;
}

/* Trailing slashes are not part of the name of a page. */
static const char *
without_slash(struct clair_arena *mem, const char *path)
{
	size_t length = strlen(path);

	while (length > 1 && path[length - 1] == '/')
		length--;
	return clair_strndup(mem, path, length);
}

static bool
add_operand(struct work *work, const char *operand)
{
	struct cli_options *options = work->session->options;
	struct cli_sheets *sheets = &work->session->sheets;
	const char *base = options->value[CLI_BASE].text;
	struct stat status;

	if (strcmp(operand, "-") == 0)
		return cli_sheets_allow_file(sheets, operand) &&
		    add_page(work, base == NULL ? "-" : base, NULL);
	if (stat(operand, &status) == 0 && S_ISDIR(status.st_mode)) {
		operand = without_slash(&options->mem, operand);
		return cli_sheets_allow_folder(sheets, operand) && add_folder(work, operand);
	}
	return cli_sheets_allow_file(sheets, operand) &&
	    add_page(work, base == NULL ? operand : base, operand);
}

/* --- One page ------------------------------------------------------------------------------------ */

static enum clair_document_kind
kind_of(const struct work *work, const struct page *page)
{
	static const enum clair_document_kind kinds[] = {CLAIR_PLAIN_TEXT, CLAIR_MARKDOWN};
	const struct cli_value *said = &work->session->options->value[CLI_KIND];

	if (!work->matter->texts)
		return CLAIR_HTML_PAGE;
	if (said->text != NULL)
		return kinds[(size_t)said->number];
	return page->file != NULL && ends_with_one(page->file, markdown_endings) ? CLAIR_MARKDOWN : CLAIR_PLAIN_TEXT;
}

static const char *
media_type_of_kind(enum clair_document_kind kind, const struct page *page)
{
	if (kind == CLAIR_HTML_PAGE)
		return page->file != NULL && ends_with(page->file, ".xhtml") ? "application/xhtml+xml" : "text/html";
	return kind == CLAIR_MARKDOWN ? "text/markdown" : "text/plain";
}

/* By its first bytes: the name of a file promises nothing, and a PDF is neither a page nor a text. */
static const char *
media_type(enum clair_document_kind kind, const struct page *page, const char *bytes, size_t length)
{
	static const struct {
		const char *start;
		const char *type;
	} others[] = {
		{"%PDF-", "application/pdf"},
		{"PK\x03\x04", "application/zip"},
		{"\x89PNG", "image/png"},
		{"\xff\xd8\xff", "image/jpeg"},
		{"GIF8", "image/gif"},
		{"{\\rtf", "application/rtf"},
		{"\xd0\xcf\x11\xe0", "application/msword"},
	};

	for (size_t i = 0; bytes != NULL && i < sizeof(others) / sizeof(*others); i++) {
		size_t needed = strlen(others[i].start);

		if (length >= needed && memcmp(bytes, others[i].start, needed) == 0)
			return others[i].type;
	}
	return media_type_of_kind(kind, page);
}

/* Keeps the bytes when the page was mended. False: no memory for the result itself. */
static bool
lint_or_mend(const struct work *work, struct page *page, const struct clair_document *document, char *bytes)
{
	const struct clair_linter *linter = work->session->linter;
	enum clair_status status;

	if (cli_flag(work->session->options, CLI_FIX)) {
		status = clair_mend(&page->mended, linter, document);
		page->result = page->mended.result;
	} else {
		status = clair_lint(&page->result, linter, document);
	}
	if (page->mended.bytes != NULL)
		page->before = (struct cli_text){bytes, document->length};
	else
		free(bytes);
	return status == CLAIR_OK;
}

/* False: no memory for the result itself. */
static bool
judge(const struct work *work, struct page *page)
{
	struct clair_document document = {
	    .url = page->url,
	    .file = page->file,
	    .click_depth = -1,
	    .kind = kind_of(work, page),
	    .own = true,
	};
	int descriptor = page->file == NULL ? STDIN_FILENO : open(page->file, O_RDONLY | O_CLOEXEC);
	char *bytes = NULL;

	if (descriptor < 0)
		document.failure = "unreadable";
	else
		bytes = cli_read_all(descriptor, LARGEST_PAGE, &document.length, &document.failure);
	if (descriptor > STDIN_FILENO)
		close(descriptor);
	document.bytes = bytes;
	document.media_type = media_type(document.kind, page, bytes, document.length);
	return lint_or_mend(work, page, &document, bytes);
}

/* --- Workers ------------------------------------------------------------------------------------- */

static void
end_fix(struct work *work, struct page *page)
{
	cli_progress_end(&work->session->progress);
	cli_fix_file(work->fixes, page->file, page->before, &page->mended);
	free((char *)(uintptr_t)page->before.bytes);
	free(page->mended.bytes);
}

/* In the order given, as soon as those before are judged: a mended page does not stay in memory. */
static void
end_fixes(struct work *work)
{
	if (!cli_flag(work->session->options, CLI_FIX))
		return;
	while (work->ended < work->count && work->pages[work->ended].judged)
		end_fix(work, &work->pages[work->ended++]);
}

static void *
worker(void *payload)
{
	struct work *work = payload;

	pthread_mutex_lock(&work->lock);
	while (work->next < work->count && !work->failed && !cli_stopped()) {
		struct page *page = &work->pages[work->next++];
		bool fine;

		pthread_mutex_unlock(&work->lock);
		fine = judge(work, page);
		pthread_mutex_lock(&work->lock);
		work->done++;
		work->failed = work->failed || !fine;
		page->judged = true;
		end_fixes(work);
	}
	work->running--;
	pthread_cond_signal(&work->idle);
	pthread_mutex_unlock(&work->lock);
	return NULL;
}

static void
show_progress(struct work *work, double started)
{
	double seconds = cli_now() - started;
	double rate = seconds > 0 ? (double)work->done / seconds : 0;
	double left = rate > 0 ? (double)(work->count - work->done) / rate : -1;

	cli_progress_step(&work->session->progress, (uint32_t)work->done, (uint32_t)work->count, rate,
	    left, NULL);
}

/* Waits for the workers, saying where they stand. */
static void
watch(struct work *work, double started)
{
	pthread_mutex_lock(&work->lock);
	while (work->running > 0) {
		struct timespec until;

		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_nsec += 200000000;
		if (until.tv_nsec >= 1000000000) {
			until.tv_nsec -= 1000000000;
			until.tv_sec++;
		}
		pthread_cond_timedwait(&work->idle, &work->lock, &until);
		show_progress(work, started);
	}
	pthread_mutex_unlock(&work->lock);
}

static void
judge_all(struct work *work)
{
	double started = cli_now();
	unsigned jobs = work->session->jobs;
	pthread_t *threads;
	unsigned made = 0;

	if (jobs > work->count)
		jobs = (unsigned)work->count;
	threads = jobs > 1 ? calloc(jobs, sizeof(*threads)) : NULL;
	if (threads == NULL) {
		work->running = 1;
		worker(work);
		return;
	}
	pthread_mutex_lock(&work->lock);
	while (made < jobs && pthread_create(&threads[made], NULL, worker, work) == 0)
		made++;
	work->running = made;
	pthread_mutex_unlock(&work->lock);
	watch(work, started);
	for (unsigned i = 0; i < made; i++)
		pthread_join(threads[i], NULL);
	free(threads);
	if (made == 0) {
		work->running = 1;
		worker(work);
	}
}

/* --- The command --------------------------------------------------------------------------------- */

static bool
run_pages(struct work *work, struct clair_crawl_facts *facts)
{
	bool fine = true;

	pthread_mutex_init(&work->lock, NULL);
	pthread_cond_init(&work->idle, NULL);
	judge_all(work);
	cli_progress_end(&work->session->progress);
	for (size_t i = 0; i < work->count; i++) {
		struct clair_result *result = work->pages[i].result;

		if (result == NULL)
			continue;
		facts->requested++;
		fine = fine && clair_run_add(work->session->run, result) == CLAIR_OK;
	}
	facts->fetched = facts->requested;
	facts->known = (uint32_t)work->count;
	pthread_cond_destroy(&work->idle);
	pthread_mutex_destroy(&work->lock);
	return fine && !work->failed;
}

/* Files first, then addresses, each in the order given. */
static bool
run_all(const struct matter *matter, struct cli_session *session, struct cli_fixes *fixes,
    struct clair_crawl_facts *facts)
{
	struct cli_options *options = session->options;
	struct work work = {.matter = matter, .session = session, .fixes = fixes};
	const char **addresses =
	    clair_alloc_array(&options->mem, options->operand_count, sizeof(*addresses));
	size_t address_count = 0;
	struct clair_crawl_facts crawled = {0};

	if (addresses == NULL)
		return false;
	for (size_t i = 0; i < options->operand_count; i++) {
		const char *operand = options->operands[i];

		if (cli_is_address(operand))
			addresses[address_count++] = operand;
		else if (!add_operand(&work, operand))
			return false;
	}
	if (work.count > 0 && !run_pages(&work, facts))
		return false;
	if (address_count > 0 && !cli_stopped()) {
		if (!cli_session_crawl(session, addresses, address_count, session->writer == NULL, &crawled))
			return false;
		facts->known += crawled.known;
		facts->requested += crawled.requested;
		facts->fetched += crawled.fetched;
		facts->skipped += crawled.skipped;
		facts->failed += crawled.failed;
		facts->stopped_because = crawled.stopped_because;
	}
	return true;
}

static int
judge_operands(const struct matter *matter, struct cli_options *options, cli_writer_fn *writer)
{
	struct clair_crawl_facts facts = {.stopped_because = "all-pages"};
	struct cli_fixes fixes;
	struct cli_session session;
	uint32_t left;
	int status;

	if (options->operand_count == 0) {
		cli_say(options->lang, "%s", "%s", matter->wanted[options->lang]);
		return CLI_EXIT_USAGE;
	}
	if (!cli_fix_fits(options) || !cli_session_open(&session, options))
		return CLI_EXIT_USAGE;
	session.writer = writer;
	facts.start = options->operands[0];
	cli_fix_start(&fixes, options);
	if (!run_all(matter, &session, &fixes, &facts)) {
		cli_say(options->lang, "plus de mémoire", "out of memory");
		facts.stopped_because = "no-memory";
	}
	if (cli_stopped())
		facts.stopped_because = "interrupted";
	left = clair_run_count(session.run, CLAIR_SEVERITY_REVIEW);
	status = cli_session_close(&session, &facts);
	if (cli_flag(options, CLI_FIX))
		cli_fix_end(&fixes, left);
	return fixes.failed ? CLI_EXIT_USAGE : status;
}

int
cmd_check(struct cli_options *options)
{
	return judge_operands(&pages, options, NULL);
}

int
cmd_check_written(struct cli_options *options, cli_writer_fn *writer)
{
	return judge_operands(&pages, options, writer);
}

/* Texts are files, and have no RGAA status. */
static bool
text_fits(const struct cli_options *options)
{
	for (size_t i = 0; i < options->operand_count; i++) {
		if (!cli_is_address(options->operands[i]))
			continue;
		cli_say(options->lang, "« text » juge des fichiers, pas %s. Pour une page : clairlint check URL",
		    "“text” judges files, not %s. For a page: clairlint check URL", options->operands[i]);
		return false;
	}
	for (size_t i = 0; i < options->output_count; i++) {
		enum clair_format format = options->outputs[i].format;

		if (clair_format_of_texts(format))
			continue;
		cli_say(options->lang, "le format %s parle de critères d’accessibilité : il ne va pas avec « text »",
		    "the format %s is about accessibility criteria: it does not go with “text”",
		    clair_format_name(format));
		return false;
	}
	return true;
}

int
cmd_text(struct cli_options *options)
{
	return text_fits(options) ? judge_operands(&texts, options, NULL) : CLI_EXIT_USAGE;
}
