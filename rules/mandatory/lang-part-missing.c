/* A passage in another language says so. */
#include "clairlint/rule.h"

enum { MISSING, OTHER };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "Ce passage semble en « {found} » et rien ne le dit : vérifier, et ajouter "
		    "lang=\"{found}\".",
		.en = "This passage seems to be in \"{found}\" and nothing says so: check, and add "
		    "lang=\"{found}\".",
	},
	[OTHER] = {
		.key = "other",
		.fr = "Ce passage ne semble pas en « {lang} » et rien ne dit sa langue : vérifier.",
		.en = "This passage does not seem to be in \"{lang}\" and nothing tells its "
		    "language: check.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_node *node = clair_block_node(block);
	const char *lang = clair_lang_of(ctx, node);
	struct clair_lang_guess guess;
	struct clair_finding *finding;

	/* Where all the text is in another language, one code is wrong: another rule says so. */
	if (!clair_lang_is_valid(lang) || clair_part_lang(ctx, clair_root(ctx)).fit == CLAIR_LANG_DIFFERS)
		return CLAIR_INAPPLICABLE;
	guess = clair_block_lang(ctx, block);
	if (guess.fit == CLAIR_LANG_UNSURE)
		return CLAIR_INAPPLICABLE;
	if (guess.fit == CLAIR_LANG_FITS)
		return CLAIR_PASS;

	finding = clair_review_block(ctx, block, guess.found[0] != '\0' ? MISSING : OTHER);
	clair_arg(finding, "found", guess.found);
	clair_arg(finding, "lang", lang);
	return CLAIR_REVIEW;
}

CLAIR_RULE(mandatory_lang_part_missing) = {
	.id = "mandatory/lang-part-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) | CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.rgaa = CLAIR_IDS("8.7.1"),
	.wcag = CLAIR_IDS("3.1.2"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "Un passage dans une autre langue l’indique",
		.en = "A passage in another language says so",
	},
	.why = {
		.fr = "Sans ce code, la synthèse vocale lit l’anglais avec l’accent français : "
		    "personne ne comprend.",
		.en = "Without this code, the speech engine reads English with a French accent: "
		    "nobody understands.",
	},
	.remedy = {
		.fr = "Ajouter l’attribut lang au passage, par exemple lang=\"en\".",
		.en = "Add the lang attribute to the passage, for example lang=\"en\".",
	},
	.limits = {
		.fr = "Un nom propre, un titre d’œuvre connu ou un mot passé dans l’usage n’en a "
		    "pas besoin.",
		.en = "A proper name, a known title or a word of common use does not need it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
