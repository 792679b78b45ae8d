/* Information is in the page, not in its style sheets. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/outcome.h"

enum { WORDS, LOST };

static const struct clair_message messages[] = {
	[WORDS] = {
		.key = "words",
		.each = true,
		.fr = "Les mots « {words} » viennent de la feuille de style : vérifier que la page "
		    "se comprend sans eux ({count} {count|endroit|endroits}).",
		.en = "The words \"{words}\" come from the style sheet: check that the page is "
		    "understood without them ({count} {count|place|places}).",
	},
	[LOST] = {
		.key = "lost",
		.each = true,
		.fr = "L’information « {words} » n’est que dans la feuille de style ({count} "
		    "{count|endroit|endroits}) : elle disparaît avec elle.",
		.en = "The information \"{words}\" is in the style sheet alone ({count} {count|place|places}): "
		    "it goes away with it.",
	},
};

/* Fewer letters make a mark or a unit; one figure is a mark too. */
enum { LETTERS = 3, FIGURES = 2 };

static bool
is_letter(const unsigned char *at)
{
	if ((at[0] >= 'a' && at[0] <= 'z') || (at[0] >= 'A' && at[0] <= 'Z'))
		return true;
	/* U+00C0 to U+024F, but for the signs × and ÷. */
	return at[0] >= 0xC3 && at[0] <= 0xC9 &&
	    !(at[0] == 0xC3 && (at[1] == 0x97 || at[1] == 0xB7));
}

/* A word of three letters, or a number of two figures. */
static bool
says_something(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	unsigned letters = 0;
	unsigned figures = 0;

	for (; *at != '\0'; at++) {
		if (*at >= 0x80 && *at < 0xC0)
			continue; /* inside a character of UTF-8 */
		letters = is_letter(at) ? letters + 1 : 0;
		figures = *at >= '0' && *at <= '9' ? figures + 1 : 0;
		if (letters == LETTERS || figures == FIGURES)
			return true;
	}
	return false;
}

static void
look(struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where,
    struct rule_causes *causes)
{
	uint64_t declaration;

	if (!says_something(clair_generated_text(ctx, node, where)) ||
	    !clair_generated_is_seen(ctx, node, where))
		return;
	declaration = clair_generated_declaration(ctx, node, where);
	if (declaration != 0)
		rule_causes_add(causes, declaration, node);
}

/* What a field asks, told by nothing else on the page. */
static bool
is_lost(struct clair_ctx *ctx, const char *words)
{
	return clair_matches(ctx, "field-status", words) &&
	    !clair_matches(ctx, "field-status-said", clair_visible_text(ctx, clair_root(ctx)));
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct rule_causes *causes, enum clair_generated where)
{
	enum clair_outcome outcome = CLAIR_PASS;

	for (unsigned i = 0; i < causes->count; i++) {
		const struct clair_node *node = causes->list[i].first;
		const char *words = clair_generated_text(ctx, node, where);
		bool lost = is_lost(ctx, words);
		struct clair_finding *finding =
		    lost ? clair_report(ctx, node, LOST) : clair_review(ctx, node, WORDS);

		clair_arg(finding, "words", words);
		clair_arg_num(finding, "count", causes->list[i].count);
		clair_points_at_generated(ctx, finding, node, where);
		outcome = rule_worse(outcome, lost ? CLAIR_FAIL : CLAIR_REVIEW);
	}
	return outcome;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *root = clair_root(ctx);
	struct rule_causes before = {0};
	struct rule_causes after = {0};
	enum clair_outcome outcome;

	if (!clair_page_has_sheets(ctx))
		return CLAIR_INAPPLICABLE;
	for (const struct clair_node *node = root; node != NULL; node = clair_next_inside(root, node)) {
		if (!clair_visible(ctx, node))
			continue;
		look(ctx, node, CLAIR_BEFORE, &before);
		look(ctx, node, CLAIR_AFTER, &after);
	}
	outcome = say(ctx, &before, CLAIR_BEFORE);
	return rule_worse(outcome, say(ctx, &after, CLAIR_AFTER));
}

CLAIR_RULE(presentation_generated_information) = {
	.id = "presentation/generated-information",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_LOW_LITERACY,
	.rgaa = CLAIR_IDS("10.2.1"),
	.wcag = CLAIR_IDS("1.1.1", "1.3.1"),
	.title = {
		.fr = "L’information reste présente sans les feuilles de style",
		.en = "Information remains without the style sheets",
	},
	.why = {
		.fr = "Qui remplace les styles de la page, pour mieux lire, perd ces mots. Ils ne se "
		    "traduisent pas et ne se copient pas.",
		.en = "Who replaces the styles of the page, to read better, loses these words. They "
		    "cannot be translated or copied.",
	},
	.remedy = {
		.fr = "Écrire les mots dans la page, au lieu de la propriété content.",
		.en = "Write the words in the page, instead of the property content.",
	},
	.limits = {
		.fr = "Une image de fond qui porte une information n’est pas vue.",
		.en = "A background image that bears information is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
