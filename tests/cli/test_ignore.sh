#!/bin/sh
# Comments of a page that ask to be spared, and parts that services of others make.
. tests/cli/lib.sh
here=$work/here
top=$PWD

# judge STATUS BODY OPTION…: a page with this body, rules on images and titles of frames.
judge() {
	status=$1 body=$2
	shift 2
	printf '%s<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>Plan de la ville</title></head><body>\n%s\n</body></html>\n' \
		"${before:-}" "$body" > "$here/page.html"
	set -f
	run "$status" check page.html --no-config --quiet --today 2026-11-22 --disable * --enable images/alt-missing \
		--enable frames/* -f text=rapport.txt -f json=rapport.json "$@"
	set +f
}

# holds EXPRESSION…: of the report, which follows the schema. f: findings that count; s: silenced; i: comments.
holds() {
	checks=$((checks + 1))
	python3 "$top/tests/report/validate.py" "$top/docs/schema/clairlint-1.schema.json" "$here/rapport.json" || fail schema
	python3 - "$here/rapport.json" "$@" << 'END' || fail "holds $*"
import json, sys
report = json.load(open(sys.argv[1]))
page = report['pages'][0]
f = [x for x in page['findings'] if not x['suppressed']]
s = [x for x in page['findings'] if x['suppressed']]
i = page.get('ignores', [])
for said in sys.argv[2:]:
    if not eval(said):
        print('not so:', said, len(f), [x['suppressed'] for x in s], i, report['site'].get('third_party'))
        sys.exit(1)
END
}

told() {
	checks=$((checks + 1))
	sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' "$here/rapport.txt" | tr '\n' ' ' | tr -s ' ' | grep -qF -- "$1" || { fail "« $1 » is not told"; grep -n ignore "$here/rapport.txt"; }
}

# The next element and all that it holds, and nothing else.
judge 1 '<main><!-- clairlint-ignore images/alt-missing : logo refait en mars -->
<p><img src="a.png"> <b><img src="b.png"></b></p><p><img src="c.png"></p></main>'
holds 'len(f) == 1' '"c.png" in f[0]["excerpt"]' 'len(s) == 2' 's[0]["suppressed"]["reason"] == "logo refait en mars"' \
	's[0]["suppressed"]["in_page"]' 's[0]["suppressed"]["where"] == "page.html:3:7"' \
	'[(x["state"], x["silenced"]) for x in i] == [("used", 2)]'
told 'page.html:3:7 : un commentaire de la page masque 2 défauts (images/alt-missing). Raison : logo refait en mars'
# An element of the same parent, not one further on.
judge 1 '<main><p>Un <!-- clairlint-ignore images/alt-missing : raison --></p><p><img src="a.png"></p></main>'
holds 'len(f) == 1' 'i[0]["state"] == "no-element"'
judge 0 '<main><!--clairlint-ignore images/alt-missing: raison--> des mots <img src="a.png"></main>'
holds 'f == []' 'i[0]["state"] == "used"'
# A theme, several rules, another rule.
judge 0 '<main><!-- clairlint-ignore images/*, frames/name-missing : raison --><p><img src="a.png"></p></main>'
holds 'f == []' '[x["state"] for x in i] == ["used", "unused"]'
told 'ce commentaire clairlint-ignore ne sert plus, il ne masque rien (frames/name-missing)'
judge 1 '<main><!-- clairlint-ignore frames/* : raison --><p><img src="a.png"></p></main>'
holds 'len(f) == 1' 'i[0]["state"] == "unused"'
# The whole page, from anywhere, even before <html>.
judge 0 '<main><p><img src="a.png"></p></main><!-- clairlint-ignore-page images/* : refonte -->'
holds 'f == []' 'i[0]["whole_page"]'
before='<!-- clairlint-ignore-page images/alt-missing : refonte -->'
judge 0 '<main><p><img src="a.png"></p></main>'
holds 'f == []' 'i[0]["line"] == 1'
before=

# Without a reason, a rule, a day or an element it does not count, and is told.
for wrong in 'no-reason images/alt-missing' 'no-reason images/alt-missing :' 'no-rule images/alt-mising : raison' 'no-rule : raison' \
	'no-rule' 'bad-date images/alt-missing until 2027-02-30 : raison' 'bad-date images/alt-missing until : raison' \
	'over images/alt-missing until 2026-11-21 : raison'; do
	state=${wrong%% *} text=${wrong#* }
	[ "$text" != "$wrong" ] || text=
	judge 1 "<main><!-- clairlint-ignore $text --><p><img src=\"a.png\"></p></main>"
	holds 'len(f) == 1 and s == []' "i[0]['state'] == '$state'"
	told 'page.html:3:7 :'
done
told 'ce commentaire clairlint-ignore ne vaut plus depuis le 2026-11-21'
judge 0 '<main><!-- clairlint-ignore images/alt-missing until 2026-11-22 : raison --><p><img src="a.png"></p></main>'
holds 'i[0]["state"] == "used"' 'i[0]["until"] == "2026-11-22"'
judge 0 '<main><!-- clairlint ignore everything --><!-- --><p>Mots</p></main>'
holds 'i == []'

# Many, and hostile ones: all the others still count, and the report stays valid.
judge 1 "<main>$(awk 'BEGIN { for (i = 0; i < 600; i++) printf "<!-- clairlint-ignore images/alt-missing : raison %d ]]> \"\047 --><p>x</p>", i }')<p><img src=\"a.png\"></p></main>"
holds 'len(f) == 1' 'len(i) == 500'
told 'et 480 autres commentaires clairlint-ignore.'

# A page of somebody else is not spared: only with --own-site.
mkdir "$here/web"
cat > "$here/web/index.html" << 'END'
<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Plan</title></head><body>
<!-- clairlint-ignore-page * : rien à voir --><main><h1>Plan</h1><p><img src="a.png"></p></main></body></html>
END
cat > "$work/server.py" << 'END'
import functools, http.server, sys
class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass
server = http.server.HTTPServer(('127.0.0.1', 0), functools.partial(Handler, directory=sys.argv[1]))
print(server.server_port, flush=True)
server.serve_forever()
END
python3 "$work/server.py" "$here/web" > "$work/port" &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
for _ in $(seq 50); do [ -s "$work/port" ] && break; sleep 0.1; done
url=http://127.0.0.1:$(cat "$work/port")/
only='--no-config --quiet --disable * --enable images/alt-missing -f text=rapport.txt -f json=rapport.json'
set -f
run 1 check "$url" $only
holds 'len(f) == 1 and s == []' 'i[0]["state"] == "not-followed"'
told '1 commentaire clairlint-ignore n’est pas suivi : il faut --own-site pour suivre ceux d’un site.'
run 0 check "$url" $only --own-site
holds 'f == []' 'i[0]["state"] == "used"'
run 1 site "$url" $only
run 0 site "$url" $only --own-site
set +f

# Parts of others: by id, by class, by the start of a name, by the host of a frame; they count as before.
judge 1 '<main><p><img src="a.png"></p><div id="didomi-host"><img src="b.png"></div><div class="x h-captcha"><p><img src="c.png"></p></div>
<div id="axeptio_main_autre"><img src="d.png"></div><iframe src="https://www.openstreetmap.org/export/embed.html"></iframe></main>'
holds '[x.get("third_party") for x in f if "img" in x["excerpt"]] == [None, "consentement Didomi", "captcha hCaptcha", "consentement Axeptio"]' \
	'report["site"]["third_party"]["services"]["captcha hCaptcha"] == {"failed": 1, "review": 0}' \
	'report["site"]["third_party"]["failed"] >= 3' '[x["third_party"] for x in f if "iframe" in x["excerpt"]][:1] == ["carte OpenStreetMap"]'
told 'sont dans des parties que font des services tiers : hCaptcha, OpenStreetMap, Axeptio, Didomi.'
told 'service tiers : Didomi'
judge 1 '<main><div id="didomi"><img src="b.png"></div><div class="hcaptcha-x"><img src="c.png"></div></main>'
holds 'all("third_party" not in x for x in f)' '"third_party" not in report["site"]'

finish
