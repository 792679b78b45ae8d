/* The reading direction has a known value. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { UNKNOWN };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "unknown",
		.fr = "La valeur dir=\"{dir}\" n’existe pas.",
		.en = "The value dir=\"{dir}\" does not exist.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const char *const values[] = {"ltr", "rtl", "auto", NULL};
	const char *dir = clair_attr(node, CLAIR_ATTR_DIR);
	struct clair_finding *finding;

	if (dir == NULL || !clair_is_html(node))
		return CLAIR_INAPPLICABLE;
	if (rule_in(dir, values))
		return CLAIR_PASS;

	finding = clair_report(ctx, node, UNKNOWN);
	clair_arg(finding, "dir", dir);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_DIR, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_dir_invalid) = {
	.id = "mandatory/dir-invalid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.on_all = true, /* any element may have a dir attribute */
	.rgaa = CLAIR_IDS("8.10.2"),
	.wcag = CLAIR_IDS("1.3.2"),
	.title = {
		.fr = "Le sens de lecture a une valeur valide",
		.en = "The reading direction has a valid value",
	},
	.why = {
		.fr = "Une valeur inconnue est ignorée : un texte en arabe ou en hébreu "
		    "s’affiche à l’envers.",
		.en = "An unknown value is ignored: a text in Arabic or Hebrew is shown the "
		    "wrong way round.",
	},
	.remedy = {
		.fr = "Écrire dir=\"rtl\" ou dir=\"ltr\".",
		.en = "Write dir=\"rtl\" or dir=\"ltr\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
