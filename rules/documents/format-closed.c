/* Documents open without paying for a program. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { CLOSED };

static const struct clair_message messages[] = {
	[CLOSED] = {
		.key = "closed",
		.fr = "{count} {count|document est dans un ancien format|documents sont dans d’anciens formats} d’une seule entreprise (le premier : « {name} », {format}). Vérifier qu’une page ou un PDF dit la même chose.",
		.en = "{count} {count|document is in an old format|documents are in old formats} of one company (the first: “{name}”, {format}). Check that a page or a PDF says the same.",
	},
};

enum { URL_MOST = 500 };

/* The address without its extension. */
static bool
same_stem(const struct clair_download *one, const struct clair_download *other)
{
	const size_t length = rule_length(one->url);
	const size_t end = rule_length(one->format);
	size_t i = 0;

	while (i + end < length && i < URL_MOST && one->url[i] == other->url[i])
		i++;
	return length > end && length < URL_MOST && i + end == length && rule_same(other->url + i, other->format);
}

/* The same file is there in a format that many programs open. */
static bool
has_open_twin(struct clair_ctx *ctx, const struct clair_download *download)
{
	static const char *const open[] = {"pdf", "odt", "ods", "odp", "csv", NULL};

	for (size_t i = 0; i < clair_download_count(ctx); i++) {
		const struct clair_download *other = clair_download_at(ctx, i);

		if (rule_in(other->format, open) && same_stem(download, other))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const char *const closed[] = {"doc", "xls", "ppt", "pps", NULL};
	const struct clair_download *first = NULL;
	struct clair_finding *finding;
	double count = 0;

	for (size_t i = 0; i < clair_download_count(ctx); i++) {
		const struct clair_download *download = clair_download_at(ctx, i);

		if (!rule_in(download->format, closed) || has_open_twin(ctx, download))
			continue;
		first = first == NULL ? download : first;
		count++;
	}
	if (first == NULL)
		return clair_download_count(ctx) == 0 ? CLAIR_INAPPLICABLE : CLAIR_PASS;
	finding = clair_review(ctx, first->node, CLOSED);
	clair_arg_num(finding, "count", count);
	clair_arg(finding, "name", clair_name(ctx, first->node));
	clair_arg(finding, "format", first->format);
	return CLAIR_REVIEW;
}

CLAIR_RULE(documents_format_closed) = {
	.id = "documents/format-closed",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-145"),
	.title = {
		.fr = "Un document s’ouvre sans acheter un logiciel",
		.en = "A document opens without buying a program",
	},
	.why = {
		.fr = "Un téléphone, une tablette ou un logiciel libre ouvre mal ces fichiers, ou pas du tout.",
		.en = "A phone, a tablet or a free program opens these files badly, or not at all.",
	},
	.remedy = {
		.fr = "Donner une page web ou un PDF balisé. Pour des chiffres : un fichier CSV ou ODS.",
		.en = "Give a web page or a tagged PDF. For figures: a CSV or ODS file.",
	},
	.limits = {
		.fr = "La règle juge le format par l’adresse. Le même texte est peut-être ailleurs.",
		.en = "The rule judges the format by the address. The same text may be elsewhere.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
