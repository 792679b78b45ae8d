"""A client of the Language Server Protocol, over real pipes, that holds its documents as an editor does."""
import json
import os
import pathlib
import select
import signal
import subprocess
import time

TIMEOUT = 30


def clean_environment():
    kept = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE")}
    return kept | {"SOURCE_DATE_EPOCH": "1760000000"}


class Gone(Exception):
    pass


class Client:
    def __init__(self, program, *arguments, cwd=None):
        self.process = subprocess.Popen([program, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, cwd=cwd, env=clean_environment())
        self.bytes = b""
        self.next_id = 0
        self.diagnostics = {}   # by URI, as last published
        self.published = []     # URIs, in order
        self.asked = []         # requests of the server
        self.said = []          # window/showMessage
        self.texts = {}
        self.versions = {}
        self.units = "utf-16"

    # --- Frames

    def send_raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0"} | message, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self.send_raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def read(self, timeout=TIMEOUT):
        """The next message; None when none comes in time."""
        end = time.monotonic() + timeout
        while True:
            head, found, rest = self.bytes.partition(b"\r\n\r\n")
            if found:
                length = int(head.split(b":")[1])
                if len(rest) >= length:
                    self.bytes = rest[length:]
                    return self.keep(json.loads(rest[:length].decode("utf-8")))
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            if not ready:
                return None
            more = os.read(self.process.stdout.fileno(), 1 << 16)
            if not more:
                raise Gone()
            self.bytes += more

    def keep(self, message):
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
            self.published.append(message["params"]["uri"])
        elif method == "window/showMessage":
            self.said.append(message["params"])
        elif method is not None and "id" in message:
            self.asked.append(message)
            self.send({"id": message["id"], "result": None})
        return message

    # --- Messages

    def notify(self, method, params=None):
        self.send({"method": method} | ({} if params is None else {"params": params}))

    def start_request(self, method, params=None):
        self.next_id += 1
        self.send({"id": self.next_id, "method": method} | ({} if params is None else {"params": params}))
        return self.next_id

    def answer_to(self, number):
        while True:
            message = self.read()
            if message is None:
                raise TimeoutError(f"no answer to {number}")
            if message.get("id") == number and "method" not in message:
                return message

    def ask(self, method, params=None):
        return self.answer_to(self.start_request(method, params))

    def result(self, method, params=None):
        answer = self.ask(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def error(self, method, params=None):
        answer = self.ask(method, params)
        assert "result" not in answer, answer
        return answer["error"]["code"]

    def initialize(self, root=None, capabilities=None, locale="fr", folders=True):
        params = {"processId": os.getpid(), "capabilities": {} if capabilities is None else capabilities, "locale": locale,
            "rootUri": None}
        if root is not None:
            params["rootUri"] = pathlib.Path(root).as_uri()
            if folders:
                params["workspaceFolders"] = [{"uri": pathlib.Path(root).as_uri(), "name": "essai"}]
        result = self.result("initialize", params)
        self.units = result["capabilities"]["positionEncoding"]
        self.notify("initialized", {})
        return result

    # --- Documents

    def open(self, uri, text, language="html"):
        self.texts[uri] = text
        self.versions[uri] = 1
        self.notify("textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": text}})

    def change(self, uri, *changes):
        """Each change is a text, or (start, end, text) with offsets in characters of Python."""
        events = []
        for one in changes:
            if isinstance(one, str):
                events.append({"text": one})
                self.texts[uri] = one
                continue
            start, end, text = one
            before = self.texts[uri]
            events.append({"range": {"start": self.place(before, start), "end": self.place(before, end)}, "text": text})
            self.texts[uri] = before[:start] + text + before[end:]
        self.versions[uri] += 1
        self.notify("textDocument/didChange",
            {"textDocument": {"uri": uri, "version": self.versions[uri]}, "contentChanges": events})

    def wait_for(self, uri):
        """Diagnostics published from now on."""
        count = len(self.published)
        while uri not in self.published[count:]:
            if self.read() is None:
                raise TimeoutError(f"no diagnostics for {uri}")
        return self.diagnostics[uri]

    def silence(self, seconds):
        """True when nothing comes for so long."""
        return self.read(seconds) is None

    def units_of(self, text):
        return len(text.encode("utf-8" if self.units == "utf-8" else "utf-16-le")) // (1 if self.units == "utf-8" else 2)

    def lines(self, text):
        """(start, end of the text of the line) of each, with the line breaks of LSP and no other."""
        found = []
        start = at = 0
        while at < len(text):
            if text[at] in "\r\n":
                width = 2 if text[at:at + 2] == "\r\n" else 1
                found.append((start, at))
                start = at = at + width
            else:
                at += 1
        found.append((start, len(text)))
        return found

    def place(self, text, offset):
        for number, (start, end) in reversed(list(enumerate(self.lines(text)))):
            if start <= offset:
                return {"line": number, "character": self.units_of(text[start:offset])}
        raise AssertionError(offset)

    def offset(self, text, place):
        at, end = self.lines(text)[place["line"]]
        units = 0
        while units < place["character"] and at < end:
            units += self.units_of(text[at])
            at += 1
        assert units == place["character"], f"{place} is not a place of the text"
        return at

    def words(self, uri, place_range):
        """What a range holds."""
        text = self.texts[uri]
        return text[self.offset(text, place_range["start"]):self.offset(text, place_range["end"])]

    def edits_of(self, edit, uri):
        if "documentChanges" in edit:
            [change] = edit["documentChanges"]
            assert change["textDocument"] == {"uri": uri, "version": self.versions[uri]}, change["textDocument"]
            return change["edits"]
        assert list(edit["changes"]) == [uri]
        return edit["changes"][uri]

    def apply(self, uri, edit):
        """The text with a WorkspaceEdit, whose edits do not overlap."""
        text = self.texts[uri]
        edits = [(self.offset(text, one["range"]["start"]), self.offset(text, one["range"]["end"]), one["newText"])
            for one in self.edits_of(edit, uri)]
        edits.sort(key=lambda one: one[0])
        for before, after in zip(edits, edits[1:]):
            assert before[1] <= after[0], "edits overlap"
        for start, end, new in reversed(edits):
            text = text[:start] + new + text[end:]
        return text

    # --- The end

    def end(self):
        """Closes its input. The exit status."""
        if self.process.stdin and not self.process.stdin.closed:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass
        try:
            while self.read() is not None:
                pass
        except Gone:
            pass
        return self.wait()

    def wait(self):
        try:
            status = self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGKILL)
            raise
        self.stderr = self.process.stderr.read().decode("utf-8", "replace")
        self.process.stderr.close()
        self.process.stdout.close()
        return status

    def shut(self):
        assert self.result("shutdown") is None
        self.notify("exit")
        return self.end()
