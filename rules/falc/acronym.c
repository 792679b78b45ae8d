/* An acronym is written in full where it stands first. */
#include "clairlint/rule.h"

enum { UNKNOWN, KNOWN };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "not-expanded",
		.each = true,
		.fr = "« {acronym} » semble être un sigle. Vérifier qu’il est expliqué.",
		.en = "“{acronym}” looks like an acronym. Check that it is explained.",
	},
	[KNOWN] = {
		.key = "not-expanded-known",
		.each = true,
		.fr = "Le sigle « {acronym} » n’est pas expliqué. Il veut peut-être dire : {long}.",
		.en = "The acronym “{acronym}” is not explained. It may mean: {long}.",
	},
};

/* Capitals that no list knows may be a name: a person looks. */
static enum clair_outcome
report(struct clair_ctx *ctx, const struct clair_acronym *acronym)
{
	struct clair_finding *finding;

	if (acronym->long_form == NULL) {
		finding = clair_review_words(ctx, acronym->word, acronym->word, UNKNOWN);
		clair_arg(finding, "acronym", acronym->text);
		return CLAIR_REVIEW;
	}
	finding = clair_report_words(ctx, acronym->word, acronym->word, KNOWN);
	clair_arg(finding, "acronym", acronym->text);
	clair_arg(finding, "long", acronym->long_form);
	clair_fix_text(finding, CLAIR_CHOICE, acronym->suggestion);
	return CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_acronym_count(ctx); i++) {
		const struct clair_acronym *acronym = clair_acronym(ctx, i);

		if (acronym->expanded || acronym->common) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		if (report(ctx, acronym) == CLAIR_FAIL || outcome == CLAIR_FAIL)
			outcome = CLAIR_FAIL;
		else
			outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(falc_acronym) = {
	.id = "falc/acronym",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.falc = CLAIR_IDS("G12"),
	.needs = CLAIR_IDS("S-017", "S-025"),
	.title = {
		.fr = "Un sigle est expliqué la première fois",
		.en = "An acronym is explained the first time",
	},
	.why = {
		.fr = "Qui ne connaît pas le sigle ne comprend pas la page, et n’ose pas demander.",
		.en = "People who do not know the acronym do not understand the page, and dare not ask.",
	},
	.remedy = {
		.fr = "Écrire les mots en entier à côté du sigle, la première fois. Par exemple : la CAF (caisse d’allocations familiales).",
		.en = "Write the words in full beside the acronym, the first time. For instance: la CAF (caisse d’allocations familiales).",
	},
	.limits = {
		.fr = "Les sigles que presque tout le monde connaît, comme SMS, ne comptent pas.",
		.en = "Acronyms that nearly everybody knows, such as SMS, do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
