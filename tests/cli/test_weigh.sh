#!/bin/sh
# What pages weigh with --weigh: files of the disk, and pages of a server that says it, or does not.
. tests/cli/lib.sh
here=$work/here

# weights: "PAGE TOTAL REQUESTS HOSTS UNKNOWN" of each page of the report in $work/out; nothing when not weighed.
weights() {
	python3 -c '
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    page = json.loads(line)
    m = page.get("measures", {})
    if page["type"] == "page" and "weight_bytes" in m:
        print(page["url"].rsplit("/", 1)[1] or "/", *(int(m["weight_" + k] - (page["bytes"] if k == "bytes" else 0))
            for k in ("bytes", "images", "scripts", "requests", "hosts", "unknown")))
' "$work/out" > "$work/weights"
}

# gives ARGUMENT… < lines: what they weigh, whatever the number of workers.
gives() {
	cat > "$work/wanted"
	for jobs in 1 2; do
		run 0 "$@" --format jsonl --quiet --fail-on never --jobs "$jobs" --no-config
		weights
		same "$work/wanted" "$work/weights"
	done
}

bytes() {
	head -c "$1" /dev/zero | tr '\0' a
}

page() {
	printf '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>%s</title>%s</head><body><main><h1>%s</h1><p>Du texte à lire.</p>%s</main></body></html>' \
		"$1" "$2" "$1" "$3"
}

mkdir -p "$here/disque/img"
bytes 3000 > "$here/disque/img/a.jpg"
bytes 500 > "$here/disque/a.js"
bytes 9000 > "$here/dehors.jpg"
page Disque '<script src="a.js"></script>' '<img src="img/a.jpg" alt="A"><img src="img/a.jpg" alt="A"><img src="absente.jpg" alt="B"><img src="../dehors.jpg" alt="C"><img src="https://ailleurs.invalid/d.jpg" alt="D">' \
	> "$here/disque/p.html"

# Twice the same is once; what is not in the folder, or on the network, is not known.
gives check disque --weigh <<'WANTED'
p.html 3500 3000 500 6 2 3
WANTED
gives check disque <<'WANTED'
WANTED

# --- A server: what HEAD says; what it refuses to say -------------------------------------------------

cat > "$work/server.py" <<'PY'
import http.server, sys

sizes = {"/dit.jpg": 4000, "/refuse.jpg": 700, "/tait.js": 300}
pages = {
    "/": '<a href="/b">B</a><img src="/dit.jpg" alt="A"><img src="/refuse.jpg" alt="B"><img src="/rien.jpg" alt="C"><script src="/tait.js"></script>',
    "/b": '<img src="/dit.jpg" alt="A"><img src="/mene.jpg" alt="D">',
}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", kind="text/plain", length=True, location=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        if length:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)
        self.close_connection = True

    def do_GET(self):
        log.write(f"{self.command} {self.path}\n")
        log.flush()
        if self.path in pages:
            html = '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>T</title></head><body><main><h1>T</h1><p>Du texte à lire.</p>' + pages[self.path] + "</main></body></html>"
            self.answer(200, html.encode(), "text/html")
        elif self.path == "/mene.jpg":
            self.answer(302, location="/dit.jpg")
        elif self.path == "/refuse.jpg" and self.command == "HEAD":
            self.answer(405)
        elif self.path in sizes:
            self.answer(200, b"a" * sizes[self.path], "image/jpeg", self.path != "/tait.js")
        else:
            self.answer(404)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


log = open(sys.argv[1], "a", encoding="utf-8")
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
PY
python3 "$work/server.py" "$work/log" > "$work/port" &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
tries=0
while [ ! -s "$work/port" ]; do
	tries=$((tries + 1))
	[ "$tries" -le 100 ] || { fail 'the server does not start'; finish; exit 1; }
	sleep 0.1
done
url=http://127.0.0.1:$(cat "$work/port")

gives site "$url/" --weigh --own-site <<'WANTED'
/ 5000 4700 300 5 1 1
b 8000 8000 0 3 1 0
WANTED

# Each address is asked for once in a crawl, however many pages want it; twice here, for the two numbers of
# workers. HEAD first.
for line in 'HEAD /dit.jpg' 'GET /refuse.jpg' 'HEAD /refuse.jpg' 'GET /tait.js' 'HEAD /rien.jpg'; do
	checks=$((checks + 1))
	asked=$(grep -cx "$line" "$work/log")
	case $line in
	'HEAD /dit.jpg') wanted=4 ;; # and once more through /mene.jpg
	*) wanted=2 ;;
	esac
	[ "$asked" -eq "$wanted" ] || fail "« $line »: $asked times instead of $wanted"
done

# Not asked for: nothing but pages is.
: > "$work/log"
run 0 site "$url/" --own-site --quiet --fail-on never --no-config
checks=$((checks + 1))
! grep -q jpg "$work/log" || fail 'pictures are asked for without --weigh'

finish
