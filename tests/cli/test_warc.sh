#!/bin/sh
# Pages kept as WARC, by us or by wget, judged again without network, and a crawl that goes on from them.
. tests/cli/lib.sh
. tests/support/serve.sh

serve tests/site/sample
common='--reproducible --own-site -q --fail-on never'
# shellcheck disable=SC2086
{
	run 0 site "$url" $common --warc kept.warc.gz -o live.json
	run 0 site "$url" $common -o plain.json
	run 0 site "$url" $common --warc kept.warc.gz -o again.json
	(cd "$work/here" && wget --no-config --no-proxy -q -r -p -l 9 -P wget --warc-file=wget "$url" || [ $? -eq 8 ])
	kill "$server" 2> /dev/null
	wait "$server" 2> /dev/null || true
	run 0 site $common --from-warc kept.warc.gz -o offline.json
	run 0 site $common --from-warc wget.warc.gz -o wget.json
	run 3 site "$url" $common -o gone.json
	run 0 site "$url" $common --warc kept.warc.gz -o resumed.json
}
same "$work/here/live.json" "$work/here/plain.json"
same "$work/here/live.json" "$work/here/again.json"
same "$work/here/live.json" "$work/here/offline.json"
same "$work/here/live.json" "$work/here/resumed.json"
same "$work/here/live.json" "$work/here/wget.json"

# Half of the archive: what is missing is not there, and is said so.
size=$(wc -c < "$work/here/kept.warc.gz")
head -c $((size / 2)) "$work/here/kept.warc.gz" > "$work/here/half.warc.gz"
# shellcheck disable=SC2086
run 0 site $common --from-warc half.warc.gz -o half.json
checks=$((checks + 1))
if cmp -s "$work/here/half.json" "$work/here/live.json"; then
	fail 'half an archive gives the whole site'
fi

echo 'nothing of this' > "$work/here/text"
run 2 site --from-warc text
says err 'text'
run 2 site --from-warc absent.warc.gz
says err 'absent.warc.gz'
run 2 site "$url" --warc a.warc.gz --from-warc b.warc.gz
finish
