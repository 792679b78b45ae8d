/* An instruction does not rest on colour alone. */
#include "clairlint/rule.h"
#include "rules/common/cue.h"

enum { COLOUR };

static const struct clair_message messages[] = {
	[COLOUR] = {
		.key = "colour",
		.fr = "La consigne cite une couleur, « {text} » : vérifier qu’on la suit aussi "
		    "sans voir les couleurs.",
		.en = "The instruction names a colour, \"{text}\": check that it can be followed "
		    "without seeing colours.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	return rule_review_cues(ctx, block, "couleur", COLOUR);
}

CLAIR_RULE(colours_colour_in_instruction) = {
	.id = "colours/colour-in-instruction",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) | CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.only_french = true,
	.rgaa = CLAIR_IDS("3.1.2"),
	.wcag = CLAIR_IDS("1.4.1"),
	.title = {
		.fr = "Une consigne ne repose pas que sur une couleur",
		.en = "An instruction does not rest on a colour alone",
	},
	.why = {
		.fr = "Qui voit mal les couleurs, ou écoute la page, ne sait pas de quoi on "
		    "parle.",
		.en = "Who sees colours badly, or listens to the page, does not know what it is "
		    "about.",
	},
	.remedy = {
		.fr = "Nommer aussi la chose : « le bouton Envoyer », « les champs marqués d’une "
		    "étoile ».",
		.en = "Name the thing too: “the Send button”, “the fields marked with a star”.",
	},
	.limits = {
		.fr = "La règle cherche des mots de couleur dans des phrases qui disent quoi "
		    "faire.",
		.en = "The rule looks for words of colour in sentences that tell what to do.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
