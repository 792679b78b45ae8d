#!/bin/sh
# The layers, held by their #include lines and a few names. docs/architecture.md says why.
# usage: ci/layers.sh      prints each offence as FILE:LINE, with what to use instead
set -u
cd "$(dirname "$0")/.."
faults=0

# The own headers that a layer may include, as an extended regular expression on the path.
allowed() {
	case $1 in
	src/base) echo 'base/|clairlint/' ;;
	src/ods) echo 'base/|ods/' ;;
	src/net) echo 'base/|net/|archive/archive\.h|clairlint/clairlint\.h' ;;
	src/dom) echo 'base/|dom/|clairlint/' ;;
	src/style) echo 'base/|dom/|style/|clairlint/' ;;
	src/facts) echo 'base/|dom/|style/|dict/|facts/|clairlint/' ;;
	src/dict) echo 'base/|dict/|clairlint/clairlint\.h|clairlint/grammar\.h' ;;
	src/engine) echo 'base/|dom/|style/|dict/|facts/|engine/|score/score\.h|clairlint/' ;;
	src/score) echo 'base/|score/|engine/run\.h|engine/registry\.h|facts/summary\.h|dict/|clairlint/' ;;
	src/compare) echo 'base/|compare/|clairlint/clairlint\.h' ;;
	src/baseline) echo 'base/|baseline/|engine/run\.h|facts/trace\.h|facts/summary\.h|clairlint/' ;;
	src/report) echo 'base/|compare/compare\.h|baseline/baseline\.h|ods/ods\.h|report/|engine/run\.h|engine/registry\.h|facts/(summary|trace)\.h|score/|clairlint/' ;;
	src/lsp) echo 'base/|lsp/|report/message\.h|engine/run\.h|clairlint/' ;;
	src/archive) echo 'base/|archive/|clairlint/clairlint\.h' ;;
	src/store) echo 'base/|store/|campaign/record\.h|engine/run\.h|report/message\.h|clairlint/' ;;
	src/campaign) echo 'base/|campaign/|clairlint/clairlint\.h' ;;
	src/rank) echo 'base/|campaign/(campaign|column|record|standing)\.h|rank/|report/(message|escape)\.h|clairlint/' ;;
	src/survey) echo 'base/|campaign/(campaign|column|record)\.h|store/store\.h|survey/|report/(cell|history|html|json|message|report)\.h|clairlint/' ;;
	src/cli) echo 'base/|cli/|net/|lsp/lsp\.h|archive/archive\.h|store/store\.h|campaign/|rank/rank\.h|survey/survey\.h|clairlint/' ;;
	src/clairlint) echo 'clairlint/' ;;
	rules) echo 'clairlint/rule\.h|rules/common/' ;;
	esac
}

instead() {
	case $1 in
	src/base) echo 'base knows no other layer' ;;
	src/net) echo 'net gives documents (clairlint/clairlint.h); pages are judged elsewhere' ;;
	src/ods) echo 'ods knows cells; what they are for is for reports' ;;
	src/dom) echo 'dom gives a tree (dom/page.h); roles and names are facts' ;;
	src/style) echo 'style knows the tree and the sheets; what is hidden or readable is for facts' ;;
	src/facts) echo 'facts know the page and the dictionaries; they do not know rules or reports' ;;
	src/dict) echo 'dict does not know the page' ;;
	src/engine) echo 'engine asks rules through engine/registry.h and facts through facts/facts.h' ;;
	src/score) echo 'score reads tallies in engine/run.h' ;;
	src/compare) echo 'compare reads two reports as JSON; it knows neither pages nor rules' ;;
	src/baseline) echo 'baseline reads engine/run.h and a file of known findings; it judges nothing' ;;
	src/report) echo 'report reads engine/run.h and score/; it recomputes nothing' ;;
	src/lsp) echo 'lsp words the findings of a page (engine/run.h, report/message.h); it neither judges nor reads' ;;
	src/archive) echo 'archive keeps exchanges; what a page says is for others' ;;
	src/store) echo 'store writes engine/run.h and gives campaign/record.h; it judges and ranks nothing' ;;
	src/campaign) echo 'campaign computes over campaign/record.h; it reads no database and no page' ;;
	src/rank) echo 'rank writes what campaign computed' ;;
	src/survey) echo 'survey reads the store and words it with the helpers of reports; it neither judges nor ranks' ;;
	src/cli) echo 'the program uses clairlint/clairlint.h, clairlint/rule.h and net/' ;;
	src/clairlint) echo 'public headers stand alone' ;;
	rules) echo 'a rule uses clairlint/rule.h only' ;;
	esac
}

# Libraries and the folders that may name them.
library() {
	case $1 in
	curl/*) echo 'src/net' ;;
	libpsl.h) echo 'src/net' ;;
	zlib.h) echo 'src/net src/archive' ;;
	libxml/parser.h) echo 'src/dom src/net src/ods' ;; # net reads sitemaps as a stream
	libxml/*) echo 'src/dom src/ods' ;;
	zip.h) echo 'src/ods' ;;
	gumbo.h) echo 'src/dom' ;;
	cmark.h) echo 'src/dom' ;;
	hunspell/*) echo 'src/dict' ;;
	pcre2.h) echo 'src/dict src/base' ;;
	jansson.h) echo 'src/report src/compare src/baseline src/lsp src/cli src/archive src/rank src/survey' ;;
	xlsxwriter.h) echo 'src/report' ;;
	sqlite3.h | libpq-fe.h) echo 'src/store' ;;
	yaml.h) echo 'src/cli src/campaign' ;;
	unicase.h | uniname.h | uninorm.h | unictype.h | unistr.h | uniwbrk.h | unitypes.h) echo 'src/style src/base src/ods src/dict src/facts src/dom src/engine src/report src/campaign' ;;
	stdio.h) echo 'src/base src/ods src/net src/cli src/dom src/style src/dict src/facts src/engine src/score src/report src/baseline src/lsp src/archive src/store src/campaign src/rank src/survey' ;;
	stdlib.h) echo 'src/base src/ods src/net src/cli src/dom src/style src/dict src/facts src/engine src/score src/report src/compare src/baseline src/lsp src/archive src/store src/campaign src/rank src/survey' ;;
	poll.h) echo 'src/net src/cli' ;;
	sys/socket.h | netinet/* | arpa/* | netdb.h) echo 'src/net' ;;
	locale.h | ctype.h | wctype.h | setjmp.h) [ "$1" = setjmp.h ] && echo 'src/dom' ;;
	*) echo any ;;
	esac
}

fault() {
	faults=$((faults + 1))
	printf '%s\n' "$1"
}

layer_of() {
	case $1 in
	src/*/*) printf '%s' "$1" | cut -d/ -f1-2 ;;
	rules/*) echo rules ;;
	esac
}

lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
grep -rnE '^[[:space:]]*#[[:space:]]*include' --include='*.[ch]' --include='*.def' src rules > "$lines"
while IFS= read -r line; do
	file=${line%%:*}
	rest=${line#*:}
	number=${rest%%:*}
	layer=$(layer_of "$file")
	header=$(printf '%s' "$rest" | sed 's/^[^"<]*["<]\([^">]*\)[">].*/\1/')
	case $rest in
	*\"*)
		printf '%s' "$header" | grep -qE "^($(allowed "$layer"))" ||
			fault "$file:$number: $layer does not include $header: $(instead "$layer")"
		;;
	*)
		places=$(library "$header")
		case " $places " in
		' any ' | *" $layer "*) ;;
		*) fault "$file:$number: $layer does not include <$header>: ${places:-nobody does, classification is by own ASCII helpers}" ;;
		esac
		;;
	esac
done < "$lines"

# What an #include does not show. usage: absent PATTERN WHY FOLDER…
absent() {
	pattern=$1 why=$2
	shift 2
	while IFS= read -r line; do
		[ -z "$line" ] || fault "$(printf '%s' "$line" | cut -d: -f1-2): $why"
	done <<-END
		$(grep -rnE --include='*.[ch]' "$pattern" "$@")
	END
}

absent '[^a-z_]clair_threshold\(ctx, "' 'facts know no threshold: the rule gives the number' src/facts
absent 'clair_report\(|clair_review\(|clair_report_[a-z]+\(ctx|->judge' 'facts report nothing' src/facts
absent 'struct clair_(ctx|node|page) ' 'neither scores nor reports see the page' src/score src/report
absent 'clair_dict_' 'a rule asks through clairlint/rule.h' rules
printf 'layers: %d include lines, %d faults\n' "$(wc -l < "$lines")" "$faults"
[ "$faults" -eq 0 ]
