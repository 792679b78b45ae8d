/* An instruction does not rest on shape, size or place alone. */
#include "clairlint/rule.h"
#include "rules/common/cue.h"

enum { PLACE };

static const struct clair_message messages[] = {
	[PLACE] = {
		.key = "place",
		.fr = "La consigne cite une forme, une taille ou une place, « {text} » : "
		    "vérifier qu’on la suit aussi sans voir la page.",
		.en = "The instruction names a shape, a size or a place, \"{text}\": check that it "
		    "can be followed without seeing the page.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	return rule_review_cues(ctx, block, "forme ou place", PLACE);
}

CLAIR_RULE(presentation_place_in_instruction) = {
	.id = "presentation/place-in-instruction",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_PHONE_ONLY,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) | CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.only_french = true,
	.rgaa = CLAIR_IDS("10.9.1", "10.10.1"),
	.wcag = CLAIR_IDS("1.3.3"),
	.title = {
		.fr = "Une consigne ne repose pas que sur une forme ou une place",
		.en = "An instruction does not rest on a shape or a place alone",
	},
	.why = {
		.fr = "Qui écoute la page, ou la lit sur un téléphone, ne voit ni la droite, ni "
		    "la gauche, ni la forme.",
		.en = "Who listens to the page, or reads it on a phone, sees neither right, left "
		    "nor shape.",
	},
	.remedy = {
		.fr = "Nommer aussi la chose : « le menu Démarches », « le bouton Envoyer ».",
		.en = "Name the thing too: “the Procedures menu”, “the Send button”.",
	},
	.limits = {
		.fr = "La règle cherche des mots de forme, de taille et de place dans des "
		    "phrases qui disent quoi faire.",
		.en = "The rule looks for words of shape, size and place in sentences that tell "
		    "what to do.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
