#!/bin/sh
# What `clairlint site` tells the servers that it visits.
. tests/cli/lib.sh

cat > "$work/server.py" <<'PY'
import http.server, sys

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open(sys.argv[1], "a") as log:
            log.write(self.headers["User-Agent"] + "\n")
        body = b"<!doctype html><html lang=fr><title>Ville</title><main><h1>Ville</h1></main>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *unused):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
PY
python3 "$work/server.py" "$work/log" > "$work/port" &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
tries=0
until [ -s "$work/port" ]; do
	tries=$((tries + 1))
	[ "$tries" -le 100 ] || { fail 'the server does not start'; finish; exit 1; }
	sleep 0.1
done
url=http://127.0.0.1:$(cat "$work/port")/

# told TEXT: the last User-Agent seen is this one.
told() {
	checks=$((checks + 1))
	tail -n 1 "$work/log" | grep -q -- "^clairlint/[0-9.]* (+$1)\$" || fail "User-Agent does not tell $1"
}

run 0 site "$url" --own-site --quiet --fail-on never
told 'https\?://[^ ]*'
run 0 site "$url" --own-site --quiet --fail-on never --contact mairie.example/robot
told 'https://mairie.example/robot'
run 0 site "$url" --own-site --quiet --fail-on never --contact robot@mairie.example
told 'mailto:robot@mairie.example'
run 2 site "$url" --contact 'robot@mairie.example (x'
says err 'contact'
run 2 site "$url" --contact 'javascript:x'
says err 'contact'
finish
