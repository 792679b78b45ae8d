/* A sentence says first who acts. */
#include "rules/common/construction.h"

enum { TURNED, AGENT, NOBODY };

static const struct clair_message messages[] = {
	[TURNED] = {
		.key = "turned",
		.fr = "Cette phrase dit à la fin qui agit. La commencer par « {agent} ».",
		.en = "This sentence says last who acts. Start it with “{agent}”.",
	},
	[AGENT] = {
		.key = "agent",
		.fr = "« {text} » : commencer la phrase par qui agit : « {agent} ».",
		.en = "“{text}”: start the sentence with who acts: “{agent}”.",
	},
	[NOBODY] = {
		.key = "nobody",
		.fr = "« {text} » : on ne sait pas qui agit. Commencer la phrase par qui agit.",
		.en = "“{text}”: nobody knows who acts. Start the sentence with who acts.",
	},
};

static bool
has_agent(const struct clair_construction *passive)
{
	return passive->agent != NULL;
}

static void
say(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *passive)
{
	const char *active = clair_active_sentence(ctx, sentence, passive);
	struct clair_finding *finding;

	if (active != NULL) {
		finding = clair_report_sentence(ctx, sentence, TURNED);
		clair_fix_text(finding, CLAIR_CHOICE, active);
	} else {
		finding = clair_report_words(
		    ctx, passive->first, passive->last, passive->agent != NULL ? AGENT : NOBODY);
		clair_arg(finding, "text", clair_words_text(ctx, passive->first, passive->last));
	}
	if (passive->agent != NULL)
		clair_arg(
		    finding, "agent", clair_words_text(ctx, passive->agent, passive->agent_last));
}

/* On any page, only what can be turned round; an easy-to-read page has no passive at all. */
static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct rule_constructions search = {
	    .kinds = RULE_USES(CLAIR_USES_PASSIVE),
	    .counts = clair_wants_falc(ctx) ? NULL : has_agent,
	    .say = say,
	};

	return rule_check_constructions(ctx, block, &search);
}

CLAIR_RULE(readability_passive) = {
	.id = "readability/passive",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G17"),
	.needs = CLAIR_IDS("S-013", "S-025"),
	.title = {
		.fr = "Les phrases disent d’abord qui agit",
		.en = "Sentences say first who acts",
	},
	.why = {
		.fr = "« Le dossier est examiné par le service » : il faut attendre la fin pour savoir qui fait quoi.",
		.en = "“The file is examined by the service”: one has to wait for the end to know who does what.",
	},
	.remedy = {
		.fr = "Commencer par qui agit : « le service examine le dossier ».",
		.en = "Start with who acts: “the service examines the file”.",
	},
	.limits = {
		.fr = "Sur une page qui n’est pas en FALC, la règle ne montre que les phrases qui disent qui agit, avec « par ».",
		.en = "On a page that is not easy-to-read, the rule shows only the sentences that say who acts, with “par”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
