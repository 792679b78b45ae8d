/* Where a campaign stands, and what it found, for who runs it. */
#include "cli/campaign.h"

#include "cli/output.h"
#include "cli/say.h"
#include "survey/survey.h"

#include <stdio.h>

static const struct clair_rule *
find_rule(void *payload, const char *id)
{
	return cli_rule_find(payload, id);
}

static bool
wants(const struct cli_options *options, enum clair_format format)
{
	for (size_t i = 0; i < options->output_count; i++) {
		if (options->outputs[i].format == format)
			return true;
	}
	return false;
}

/* Text alone needs no more than the counts of a round that goes on. */
static bool
wants_sites(const struct cli_options *options)
{
	for (size_t i = 0; i < options->output_count; i++) {
		if (options->outputs[i].format != CLAIR_TEXT)
			return true;
	}
	return false;
}

static bool
formats_fit(const struct cli_options *options)
{
	for (size_t i = 0; i < options->output_count; i++) {
		const enum clair_format format = options->outputs[i].format;

		if (clair_survey_has_format(format))
			continue;
		cli_say(options->lang, "campaign n’écrit pas %s. Choix : text, json, csv, html",
		    "campaign does not write %s. Choices: text, json, csv, html", clair_format_name(format));
		return false;
	}
	return true;
}

static enum clair_status
write_survey(const void *survey, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	return clair_survey_write(survey, format, options, write, payload);
}

static int
say_fault(struct cli_campaign *campaign, enum clair_status status, bool results)
{
	const enum clair_lang lang = campaign->options->lang;

	if (status == CLAIR_NOT_FOUND && !wants_sites(campaign->options)) {
		puts(lang == CLAIR_FR ? "Aucun tour n’a commencé." : "No round was begun.");
		return results ? CLI_EXIT_UNTESTED : CLI_EXIT_FINE;
	}
	if (status == CLAIR_NOT_FOUND) {
		cli_say(lang, "aucun tour n’a commencé : clairlint campaign run", "no round was begun: clairlint campaign run");
		return CLI_EXIT_UNTESTED;
	}
	if (status == CLAIR_NO_MEMORY)
		cli_say(lang, "plus de mémoire", "out of memory");
	else
		cli_campaign_say_fault(campaign);
	return CLI_EXIT_USAGE;
}

static int
write_formats(struct cli_campaign *campaign, bool results)
{
	struct cli_options *options = campaign->options;
	const struct clair_survey_options wanted = {
		.name = campaign->campaign->name,
		.title = campaign->campaign->title,
		.results = results,
		.sites = wants_sites(options),
		.turned = wants(options, CLAIR_JSON),
		.now = cli_campaign_now(),
		.rule = find_rule,
		.payload = options,
	};
	struct clair_survey *survey = NULL;
	struct cli_sinks sinks;
	enum clair_status status;
	bool fine;

	if (!formats_fit(options))
		return CLI_EXIT_USAGE;
	status = clair_survey_new(&survey, campaign->store, &wanted);
	if (status != CLAIR_OK)
		return say_fault(campaign, status, results);
	fine = cli_output_open(&sinks, options) &&
	    cli_output_write_with(&sinks, options, write_survey, survey, CLI_EXIT_FINE);
	clair_survey_free(survey);
	return fine ? CLI_EXIT_FINE : CLI_EXIT_USAGE;
}

int
cli_campaign_status(struct cli_campaign *campaign)
{
	return write_formats(campaign, false);
}

int
cli_campaign_report(struct cli_campaign *campaign)
{
	return write_formats(campaign, true);
}
