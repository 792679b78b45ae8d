/* A form asks for few codes, and says where to find each. */
#include "rules/common/journey.h"

enum { MANY, WHERE };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Ce formulaire demande {count} numéros ou codes différents. Le maximum conseillé est {max}.",
		.en = "This form asks for {count} different numbers or codes. The advised maximum is {max}.",
	},
	[WHERE] = {
		.key = "where",
		.fr = "« {name} » : rien ne semble dire où trouver ce numéro.",
		.en = "“{name}”: nothing seems to say where to find this number.",
	},
};

static bool
asks_for_code(const struct clair_entry *entry)
{
	return entry->need >= 0 && clair_need_is_code((enum clair_need)entry->need);
}

/* Fields of one kind count once. */
static unsigned
distinct_codes(struct clair_ctx *ctx)
{
	unsigned count = 0;

	for (int need = 0; need < CLAIR_NEED_COUNT; need++)
		count += clair_need_is_code((enum clair_need)need) && rule_entry_for(ctx, (enum clair_need)need) != NULL;
	return count;
}

static const struct clair_entry *
first_unexplained(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_entry_count(ctx); i++) {
		const struct clair_entry *entry = clair_entry_at(ctx, i);

		if (asks_for_code(entry) && clair_visible(ctx, entry->field) &&
		    clair_description(ctx, entry->field)[0] == '\0' && !rule_field_says(ctx, entry->field, "where-to-find"))
			return entry;
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "procedure.codes.max");
	const unsigned count = clair_page_in_french(ctx) ? distinct_codes(ctx) : 0;
	const struct clair_entry *entry;
	enum clair_outcome outcome = CLAIR_PASS;

	if (count == 0)
		return CLAIR_INAPPLICABLE;
	if (count > max) {
		struct clair_finding *finding = clair_review(ctx, rule_page_place(ctx), MANY);

		clair_arg_num(finding, "count", count);
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_REVIEW;
	}
	entry = clair_page_mentions(ctx, "where-to-find") ? NULL : first_unexplained(ctx);
	if (entry != NULL) {
		clair_arg(clair_review(ctx, entry->field, WHERE), "name", clair_name(ctx, entry->field));
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(forms_codes) = {
	.id = "forms/codes",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-063", "S-064"),
	.thresholds = CLAIR_IDS("procedure.codes.max"),
	.title = {
		.fr = "Un formulaire demande peu de codes, et dit où trouver chacun",
		.en = "A form asks for few codes, and says where to find each",
	},
	.why = {
		.fr = "Numéro fiscal, d’allocataire, de dossier : il faut chercher dans ses papiers. On abandonne.",
		.en = "Tax number, beneficiary number, file number: people look in their papers. They give up.",
	},
	.remedy = {
		.fr = "Demander un seul numéro. Écrire sous le champ : « Il est en haut à gauche de votre avis », avec "
		    "une image.",
		.en = "Ask for one number only. Write under the field: “It is at the top left of your notice”, with a "
		    "picture.",
	},
	.limits = {
		.fr = "La règle connaît les numéros courants : fiscal, sécurité sociale, allocataire, dossier, code "
		    "d’accès, SIRET.",
		.en = "The rule knows the usual numbers: tax, social security, beneficiary, file, access code, company.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
