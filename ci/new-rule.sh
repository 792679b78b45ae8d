#!/bin/sh
# Writes a rule and its fixture, to fill in. usage: ci/new-rule.sh theme/name
set -eu
id=$1
case $id in
*[!a-z0-9/-]* | */*/* | /* | */ | '') id= ;;
*/*) ;;
*) id= ;;
esac
if [ -z "$id" ]; then
	echo 'usage: make new-rule ID=theme/name (small letters, digits, hyphens)' >&2
	exit 2
fi
rule=rules/$id.c fixture=tests/rules/$id.html
for file in "$rule" "$fixture"; do
	[ ! -e "$file" ] || { echo "$file is already there" >&2; exit 2; }
done
symbol=$(printf '%s' "$id" | tr '/-' '__')
mkdir -p "$(dirname "$rule")" "$(dirname "$fixture")"
cat > "$rule" << END
/* TODO: one sentence, the requirement. */
#include "clairlint/rule.h"

enum { WRONG };

static const struct clair_message messages[] = {
	[WRONG] = {
		.key = "wrong",
		.fr = "TODO",
		.en = "TODO",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!clair_exposed(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, node)[0] != '\0')
		return CLAIR_PASS;

	clair_report(ctx, node, WRONG);
	return CLAIR_FAIL;
}

CLAIR_RULE($symbol) = {
	.id = "$id",
	.since = "$(sed -n 's/^.define CLAIR_VERSION "\([0-9]*\.[0-9]*\).*/\1/p' src/clairlint/clairlint.h)",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_EVERYONE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.title = {
		.fr = "TODO",
		.en = "TODO",
	},
	.why = {
		.fr = "TODO",
		.en = "TODO",
	},
	.remedy = {
		.fr = "TODO",
		.en = "TODO",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
END
cat > "$fixture" << END
<!-- @rule $id -->

<!-- @case fail : TODO, one sentence
     @expect 1:1 wrong -->
<a href="/"></a>

<!-- @case pass : TODO -->
<a href="/">Accueil</a>

<!-- @case na : TODO, hidden -->
<div aria-hidden="true"><a href="/" tabindex="-1"></a></div>
END
echo "$rule"
echo "$fixture"
