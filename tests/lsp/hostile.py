"""What a client that is broken, or means harm, can send."""
import json
import random

from features import BAD_IMAGE, GOOD, codes, file, only, page, same, started


def frame(body):
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def error_of(client):
    """The code of the next answer, which is of no request."""
    message = client.read()
    assert message is not None and message["id"] is None, message
    return message["error"]["code"]


def check_bodies_that_are_no_message(program, folder):
    client = started(program, folder)
    for body, code in ((b"", -32700), (b"{", -32700), (b"not json", -32700), (b"\xff\xfe\x00", -32700),
            (b'{"jsonrpc":"2.0","id":1,"method":"\xc3"}', -32700), (b'{"jsonrpc":"2.0","id":1,"method":"\xed\xa0\x80"}', -32700),
            (b"[" * 100000, -32700), (b'{"a":' * 100000, -32700), (b"[]", -32600), (b"3", -32700), (b'"x"', -32700), (b"{}", -32600),
            (b'{"jsonrpc":"2.0"}', -32600), (b'{"jsonrpc":"1.0","method":"exit"}', -32600), (b'{"method":"exit"}', -32600),
            (b'{"jsonrpc":"2.0","method":3}', -32600), (b'{"jsonrpc":"2.0","id":{},"method":"shutdown"}', -32600),
            (b'{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}', -32600), (b'{"jsonrpc":"2.0","id":null,"method":"shutdown"}', -32600),
            (b'[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]', -32600)):
        client.send_raw(frame(body))
        same((body[:40], error_of(client)), (body[:40], code))
    same(client.error("textDocument/hover", None), -32602)
    same(client.shut(), 0)


def check_identifiers(program, folder):
    """They come back as they were; an answer to a request that was never made is let by."""
    client = started(program, folder)
    for wanted in (0, -7, 2 ** 53, "é😀", ""):
        client.send({"id": wanted, "method": "no/such"})
        message = client.read()
        same((message["id"], message["error"]["code"]), (wanted, -32601))
    client.send({"id": 99, "result": None})
    client.send({"id": "x", "error": {"code": 1, "message": "non"}})
    assert client.silence(0.3)
    same(client.shut(), 0)


def check_frames(program, folder):
    """What is no frame is passed over, and told once; the next frame is read."""
    for garbage in (b"hello\r\n\r\n", b"\r\n\r\n", b"Content-Length: x\r\n\r\n", b"Content-Length: -5\r\n\r\n", b"Content-Length:\r\n\r\n",
            b"Content-Length: 5 5\r\n\r\n", b"Content-Type: x\r\n\r\n",
            b"\x00\xff" * 5000 + b"\r\n\r\n", b"A" * 100000, b"Content-Length: " * 2000, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"):
        client = started(program, folder)
        client.send_raw(garbage)
        client.send({"id": 41, "method": "no/such"})
        client.send({"id": 42, "method": "no/such"})
        same((garbage[:30], error_of(client)), (garbage[:30], -32700))
        same(client.read()["id"], 41)
        same(client.read()["id"], 42)
        same(client.shut(), 0)


def check_length_given_twice(program, folder):
    """Either may be meant: some messages are lost, then all is well."""
    client = started(program, folder)
    client.send_raw(b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n")
    for number in (41, 42, 43):
        client.send({"id": number, "method": "no/such"})
    same(error_of(client), -32700)
    while client.read()["id"] != 43:
        pass
    same(client.shut(), 0)


def check_other_header_fields(program, folder):
    client = started(program, folder)
    body = json.dumps({"jsonrpc": "2.0", "id": 5, "method": "no/such"}).encode()
    for head in (b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: %d\r\n\r\n",
            b"content-length:%d\r\nX-Other: a: b\r\n\r\n", b"Content-Length:    %d\r\n\r\n"):
        client.send_raw(head % len(body) + body)
        same(client.read()["error"]["code"], -32601)
    same(client.shut(), 0)


def check_lengths(program, folder):
    """A length that is not that of the body: too large for us, too large for anyone, too short, too long."""
    for length in (b"67108865", b"99999999999999999999999999"):
        client = started(program, folder)
        client.send_raw(b"Content-Length: " + length + b"\r\n\r\n{\"a\": \"Content-Length: 3\\r\\n\\r\\n\"}")
        client.send({"id": 41, "method": "no/such"})
        same(error_of(client), -32600)
        same(client.read()["id"], 41)
        same(client.shut(), 0)
    body = json.dumps({"jsonrpc": "2.0", "id": 5, "method": "no/such"}).encode()
    for wrong in (len(body) - 10, len(body) + 30):
        client = started(program, folder)
        client.send_raw(b"Content-Length: %d\r\n\r\n" % wrong + body)
        for number in (41, 42, 43):
            client.send({"id": number, "method": "no/such"})
        same(error_of(client), -32700)
        while True:
            message = client.read()
            if message["id"] == 43:
                break
            assert message["id"] in (None, 41, 42), message
        same(client.shut(), 0)


def check_truncated(program, folder):
    """The client dies in the middle of a message, of a header, of nothing."""
    for data in (b"Content-Length: 500\r\n\r\n{\"jsonrpc\"", b"Content-Le", b"Content-Length: 12\r\n", b""):
        client = started(program, folder)
        client.send_raw(data)
        same(client.end(), 1)
        same(client.stderr, "")


def check_byte_by_byte(program, folder):
    client = started(program, folder)
    body = json.dumps({"jsonrpc": "2.0", "id": 5, "method": "no/such/é😀"}, ensure_ascii=False).encode()
    for byte in frame(body):
        client.send_raw(bytes([byte]))
    same(client.read()["error"]["code"], -32601)
    same(client.shut(), 0)


def check_lost_text(program, folder):
    """Once a message is lost nothing is told of a text that may be another one, and the user knows."""
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE))
    only(client.wait_for(uri), "images/alt-missing")
    client.send_raw(frame(b"{"))
    same(error_of(client), -32700)
    same(client.wait_for(uri), [])
    client.read()
    same([one["type"] for one in client.said], [2])
    client.change(uri, (0, 0, " "))
    assert client.silence(0.5)
    # A whole text mends it.
    client.change(uri, page(BAD_IMAGE))
    only(client.wait_for(uri), "images/alt-missing")
    same(client.shut(), 0)


def check_bad_changes(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    zero = {"line": 0, "character": 0}
    for event in ({}, {"text": 3}, {"range": {}, "text": ""}, {"range": {"start": zero, "end": {"line": -1, "character": 0}}, "text": ""},
            {"range": {"start": {"line": 1, "character": 0}, "end": zero}, "text": ""},
            {"range": {"start": zero, "end": {"line": 2 ** 40, "character": 0}}, "text": ""},
            {"range": {"start": zero, "end": {"line": "0", "character": 0.5}}, "text": ""}):
        client.open(uri, page(BAD_IMAGE))
        only(client.wait_for(uri), "images/alt-missing")
        said = len(client.said)
        client.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [event]})
        same((event, client.wait_for(uri)), (event, []))
        while len(client.said) == said:
            client.read()
    # Not even a list, nor a document.
    for params in (None, [], {}, {"textDocument": 3, "contentChanges": 4}, {"textDocument": {"uri": uri}, "contentChanges": {"a": 1}},
            {"textDocument": {"uri": "file:///autre"}, "contentChanges": [{"text": "x"}]}):
        client.notify("textDocument/didChange", params)
        client.notify("textDocument/didOpen", params)
        client.notify("textDocument/didClose", params if params != {"textDocument": {"uri": uri}} else None)
        client.notify("textDocument/didSave", None)
    same(client.error("no/such"), -32601)
    same(client.shut(), 0)


def check_open_twice(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE))
    client.open(uri, GOOD)
    while "images/alt-missing" in codes(client.wait_for(uri)):
        pass
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    same(client.wait_for(uri), [])
    same(client.shut(), 0)


def check_too_large_document(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE) + " " * (16 << 20))
    while not client.said:
        client.read()
    assert "a.html" in client.said[0]["message"], client.said
    client.change(uri, page(BAD_IMAGE))
    only(client.wait_for(uri), "images/alt-missing")
    same(client.shut(), 0)


def check_too_many_documents(program, folder):
    client = started(program, folder)
    for number in range(1001):
        client.open(file(folder, f"{number}.txt"), "", "plaintext")
    while not client.said:
        client.read()
    same(len(client.said), 1)
    # One place is free again.
    client.notify("textDocument/didClose", {"textDocument": {"uri": file(folder, "7.txt")}})
    uri = file(folder, "un.html")
    client.open(uri, page(BAD_IMAGE))
    only(client.wait_for(uri), "images/alt-missing")
    same(client.shut(), 0)


def check_strange_texts(program, folder):
    """NUL, half a pair, marks of direction, a byte order mark, one long line: places stay right."""
    client = started(program, folder)
    uri = file(folder, "a.html")
    for before in ("\0", "é\0😀", "\ufeff", "\u202e\u2066", "\r\r\n\n\r", "\u2028\u0085\x0b\x0c", "<p>" + "mot 😀 " * 20000 + "</p>"):
        text = page("<p>" + before + BAD_IMAGE + "</p>") if before != "\ufeff" else before + page(BAD_IMAGE)
        client.open(uri, text)
        found = only(client.wait_for(uri), "images/alt-missing")
        same((before[:9], client.words(uri, found["range"])), (before[:9], BAD_IMAGE))
    client.change(uri, page('<img src="\u202ea.png">'))
    assert "\u202e" not in only(client.wait_for(uri), "images/alt-missing")["message"]
    # JSON may hold half a pair, which no text can.
    client.send_raw(frame(b'{"jsonrpc":"2.0","id":7,"method":"\\ud800"}'))
    same(error_of(client), -32700)
    same(client.shut(), 0)


def check_strange_addresses(program, folder):
    client = started(program, folder)
    for uri in ("file:///%00.html", "file:///%zz%2.html", "file://serveur/a.html", "file:", "", "untitled:é😀\u202e", "file:///" + "a/" * 5000,
            "FILE:///tmp/%C3%A9%20%5B.html", "git:/a/b.html?x=%7B%7D"):
        client.open(uri, page(BAD_IMAGE))
        only(client.wait_for(uri), "images/alt-missing")
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        same(client.wait_for(uri), [])
    same(client.shut(), 0)


def check_marks_that_never_end(program, folder):
    """A hundred thousand openings are read once."""
    client = started(program, folder)
    uri = file(folder, "a.html")
    for text in ("{{" * 100000, "{%" * 100000, "<%=" * 100000, "{#}" * 100000, "{{a}}" * 80000, "<?= ?>" * 80000, "<!--" * 100000):
        client.open(uri, text)
        client.wait_for(uri)
    same(client.shut(), 0)


def check_many_messages(program, folder):
    """More than the queue holds, in one write, and a client that reads late."""
    client = started(program, folder)
    body = b'{"jsonrpc":"2.0","id":%d,"method":"no/such"}'
    import threading
    data = b"".join(frame(body % number) for number in range(3000))
    writer = threading.Thread(target=client.send_raw, args=(data,))
    writer.start()
    same([client.read()["id"] for _ in range(3000)], list(range(3000)))
    writer.join()
    # One that writes all it has before it reads: more than both pipes hold.
    client.send_raw(data)
    same([client.read()["id"] for _ in range(3000)], list(range(3000)))
    same(client.shut(), 0)


def check_reader_gone(program, folder):
    """Nobody reads the answers: the server ends."""
    client = started(program, folder)
    client.process.stdout.close()
    try:
        for _ in range(100):
            client.send({"id": 1, "method": "no/such"})
    except BrokenPipeError:
        pass
    same(client.process.wait(30), 1)
    try:
        client.process.stdin.close()
    except BrokenPipeError:
        pass


def check_random(program, folder):
    """Messages with their bytes changed: the server answers, or ends when told to."""
    seed = 20260
    source = random.Random(seed)
    uri = file(folder, "a.html")
    place = {"line": 9, "character": 3}
    messages = [{"id": 1, "method": "textDocument/hover", "params": {"textDocument": {"uri": uri}, "position": place}},
        {"id": 2, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": uri}, "range": {"start": place, "end": place},
            "context": {"diagnostics": [], "only": ["quickfix", "source"]}}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [
            {"range": {"start": place, "end": place}, "text": "<p>é😀"}]}},
        {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "html", "version": 1, "text": page(BAD_IMAGE)}}}]
    client = started(program, folder, {"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}})
    for _ in range(400):
        data = bytearray(frame(json.dumps({"jsonrpc": "2.0"} | source.choice(messages)).encode()))
        for _ in range(source.choice((0, 1, 1, 2, 8))):
            data[source.randrange(len(data))] = source.choice((0, 10, 13, 34, 44, 48, 57, 91, 123, 125, 255, source.randrange(256)))
        client.send_raw(bytes(data))
        while client.read(0) is not None:
            pass
    client.send_raw(b"\r\n\r\n" * 3000)
    for number in (98765, 98766, 98767):
        client.send({"id": number, "method": "no/such"})
    while True:
        message = client.read()
        assert message is not None, seed
        if message.get("id") == 98767:
            break
    same(client.shut(), 0)
