/* A page judged as easy to read avoids large numbers. */
#include "rules/common/outcome.h"
#include "rules/common/pattern.h"

enum { LARGE, MILLIONS };

static const struct clair_message messages[] = {
	[LARGE] = {
		.key = "large",
		.fr = "« {text} » est un grand nombre. Faut-il être exact ? Sinon, dire « beaucoup », ou comparer.",
		.en = "“{text}” is a large number. Does it have to be exact? If not, say “many”, or compare.",
	},
	[MILLIONS] = {
		.key = "millions",
		.fr = "« {text} » a trop de chiffres. Dire, en arrondissant : « {millions} {millions|million|millions} ».",
		.en = "“{text}” has too many figures. Say, in round numbers: “{millions} million”.",
	},
};

struct number {
	double value;
	bool is_bare;    /* figures only, without the spaces that part thousands */
	bool is_counted; /* the text says of what there are so many */
};

static struct number
read_number(struct clair_ctx *ctx, const struct text_place *place)
{
	const char *text = clair_block_text(place->block) + place->offset;
	struct number number = {.is_bare = true};
	size_t offset;
	size_t length;

	for (size_t i = 0; i < place->length && text[i] != ','; i++) {
		if (text[i] >= '0' && text[i] <= '9')
			number.value = number.value * 10 + (text[i] - '0');
		else
			number.is_bare = false;
	}
	number.is_counted = clair_find_in_block(
	    ctx, "counted-after", place->block, place->offset + place->length, &offset, &length);
	return number;
}

static bool
is_phone(struct clair_ctx *ctx, const struct text_place *place)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (phone->block == place->block && phone->from < place->offset + place->length &&
		    place->offset < phone->from + phone->length)
			return true;
	}
	return false;
}

/* Figures in one piece are a year, or some code unless the text counts with them; many groups of three are a list
 * of numbers. */
static bool
is_other(const struct number *number)
{
	if (!number->is_counted)
		return number->value >= 1e9 || (number->is_bare && number->value < 1e6);
	return number->is_bare && number->value >= 1900 && number->value < 2100;
}

static void
name(struct clair_finding *finding, const struct text_place *place, double value)
{
	text_name(finding, place);
	if (value >= 1e6)
		clair_arg_num(finding, "millions", (double)(int64_t)(value / 1e5 + 0.5) / 10);
}

/* Sure only where the text says what is counted: other figures may be a reference. */
static enum clair_outcome
judge(struct clair_ctx *ctx, const struct text_place *place)
{
	const struct number number = read_number(ctx, place);
	const unsigned message = number.value >= 1e6 ? MILLIONS : LARGE;

	if (number.value < clair_threshold(ctx, "falc.nombre.grand") || is_other(&number) || is_phone(ctx, place))
		return CLAIR_PASS;
	if (number.is_counted) {
		name(clair_report_part(ctx, place->block, place->offset, place->length, message), place, number.value);
		return CLAIR_FAIL;
	}
	name(clair_review_part(ctx, place->block, place->offset, place->length, message), place, number.value);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	struct text_place place = {.block = block};
	enum clair_outcome outcome = CLAIR_PASS;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	while (text_next_in_block(ctx, "large-number", &place))
		outcome = rule_worse(outcome, judge(ctx, &place));
	return outcome;
}

CLAIR_RULE(falc_large_number) = {
	.id = "falc/large-number",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G13"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("falc.nombre.grand"),
	.title = {
		.fr = "Une page facile à lire n’a pas de grands nombres",
		.en = "An easy-to-read page has no large numbers",
	},
	.why = {
		.fr = "Beaucoup de personnes ne savent pas lire un grand nombre, ni se représenter la quantité.",
		.en = "Many people cannot read a large number, nor picture the quantity.",
	},
	.remedy = {
		.fr = "Dire « beaucoup », comparer avec une chose connue, ou arrondir : « 1,5 million ».",
		.en = "Say “many”, compare with something known, or round: “1.5 million”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les années, les prix, "
		      "les codes postaux, les téléphones et les références peuvent rester.",
		.en = "The rule holds only for pages judged as easy to read (FALC). Years, prices, post codes, "
		      "telephone numbers and references may stay.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
