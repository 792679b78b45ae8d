"""What an editor is told and what it can ask."""
import json

from client import Client

HEAD = ('<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>Les horaires de la mairie</title>\n'
    '<meta name="viewport" content="width=device-width">\n')
GOOD = HEAD + '</head>\n<body>\n<main>\n<h1>Les horaires</h1>\n<p>La mairie est ouverte le lundi.</p>\n</main>\n</body>\n</html>\n'
BAD_IMAGE = '<img src="plan.png">'
FIGURE = '<figure><img src="a.png" alt="Un plan"><figcaption>Le plan</figcaption></figure>'
PULL = {"textDocument": {"diagnostic": {"dynamicRegistration": False}}}
ACTIONS = {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["", "quickfix", "source"]}}}}
WITH_ACTIONS = {"textDocument": ACTIONS}
UTF8 = {"general": {"positionEncodings": ["utf-8", "utf-16"]}}


RULE = ("[links/ancien-site]\nform = exists\non = a\nwhen = contains(@href, 'ancien.exemple.fr')\nseverity = major\n"
    "title.fr = Aucun lien ne mène à l’ancien site\ntitle.en = No link leads to the former site\n"
    "fr = Ce lien mène à l’ancien site.\nen = This link leads to the former site.\n"
    "why.fr = Le site sera fermé.\nwhy.en = The site will be closed.\n"
    "remedy.fr = Mettre la nouvelle adresse.\nremedy.en = Put the new address.\n"
    'fail = <a href="http://ancien.exemple.fr/">Les aides</a>\npass = <a href="http://www.exemple.fr/">Les aides</a>\n')


def page(body, head=""):
    return GOOD.replace("</head>", head + "</head>").replace("<p>", body + "\n<p>", 1)


def codes(diagnostics):
    return [one["code"] for one in diagnostics]


def only(diagnostics, code):
    [found] = [one for one in diagnostics if one.get("code") == code]
    return found


def same(got, wanted):
    assert got == wanted, f"{got!r} instead of {wanted!r}"


def whole(client, uri):
    text = client.texts[uri]
    return {"start": client.place(text, 0), "end": client.place(text, len(text))}


def actions(client, uri, place_range=None, only_kinds=None):
    context = {"diagnostics": []} | ({} if only_kinds is None else {"only": only_kinds})
    return client.result("textDocument/codeAction",
        {"textDocument": {"uri": uri}, "range": place_range or whole(client, uri), "context": context})


def fixes(client, uri, place_range=None, only_kinds=None):
    """All but the comments that spare."""
    return [one for one in actions(client, uri, place_range, only_kinds) if "clairlint-ignore" not in json.dumps(one)]


def file(folder, name):
    return (folder / name).as_uri()


def started(program, folder, capabilities=None, **others):
    client = Client(program)
    client.initialize(folder, capabilities, **others)
    return client


# --- Life

def check_life(program, folder):
    client = Client(program)
    same(client.error("textDocument/hover", {}), -32002)
    client.notify("textDocument/didOpen", {"textDocument": {"uri": "file:///a.html", "languageId": "html", "version": 1,
        "text": BAD_IMAGE}})
    answer = client.initialize(folder)
    same(answer["serverInfo"]["name"], "clairlint")
    caps = answer["capabilities"]
    same(caps["positionEncoding"], "utf-16")
    same(caps["textDocumentSync"], {"openClose": True, "change": 2, "save": {"includeText": False}})
    same(caps["hoverProvider"], True)
    same(caps["codeActionProvider"]["codeActionKinds"], ["quickfix", "source.fixAll.clairlint"])
    assert "diagnosticProvider" not in caps
    same(client.error("initialize", {"capabilities": {}}), -32600)
    same(client.error("textDocument/unknown", {}), -32601)
    same(client.error("$/unknown", {}), -32601)
    client.notify("$/setTrace", {"value": "off"})
    client.notify("textDocument/unknown", {})
    # What came before initialize is not judged.
    same(client.published, [])
    same(client.result("shutdown"), None)
    same(client.error("textDocument/hover", {}), -32600)
    client.notify("exit")
    same(client.end(), 0)
    same(client.stderr, "")


def check_exit_without_shutdown(program, folder):
    client = started(program, folder)
    client.notify("exit")
    same(client.end(), 1)
    same(Client(program).end(), 1)
    client = started(program, folder)
    client.result("shutdown")
    same(client.end(), 0)


def check_all_at_once(program, folder):
    """A client that writes all it has and closes gets its answers."""
    client = Client(program)
    uri = file(folder, "a.html")
    first = client.start_request("initialize", {"capabilities": {}})
    client.open(uri, page(BAD_IMAGE))
    second = client.start_request("textDocument/hover",
        {"textDocument": {"uri": uri}, "position": client.place(client.texts[uri], client.texts[uri].index(BAD_IMAGE))})
    third = client.start_request("shutdown")
    client.notify("exit")
    client.process.stdin.close()
    assert "capabilities" in client.answer_to(first)["result"]
    assert "plan.png" in client.answer_to(second)["result"]["contents"]["value"]
    same(client.answer_to(third)["result"], None)
    same(client.end(), 0)


def check_command_line(program, folder):
    client = Client(program, "--stdio")
    client.initialize(folder)
    same(client.shut(), 0)
    for wrong in (["page.html"], ["--max-pages", "3"]):
        client = Client(program, *wrong)
        same(client.end(), 2)
        assert "clairlint" in client.stderr


# --- Diagnostics

def check_severities(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE + FIGURE + '<h3>Plus loin</h3><p>On paie au sein de la mairie.</p>').replace(
        ' lang="fr"', ""))
    found = client.wait_for(uri)
    same(only(found, "images/alt-missing")["severity"], 1)
    same(only(found, "mandatory/lang-missing")["severity"], 2)
    same(only(found, "images/figure-caption")["severity"], 3)
    assert all(one["source"] == "clairlint" and one["message"] for one in found)
    same(client.words(uri, only(found, "images/alt-missing")["range"]), BAD_IMAGE)
    # Without the language of the page, its words are not judged.
    client.change(uri, page("<p>On paie au sein de la mairie.</p>"))
    found = only(client.wait_for(uri), "falc/jargon")
    same((client.words(uri, found["range"]), found["severity"]), ("au sein de", 3))
    same(client.shut(), 0)


def check_reviews_are_hints(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, GOOD.replace("<h1>Les horaires</h1>", ""))
    same(only(client.wait_for(uri), "structure/h1-missing")["severity"], 4)
    same(client.shut(), 0)


def check_good_page(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, GOOD)
    same([one for one in client.wait_for(uri) if one["severity"] < 3], [])
    same(client.shut(), 0)


def check_incremental(program, folder):
    """The text of the server follows that of the client, whatever the characters and the line breaks."""
    for capabilities in ({}, UTF8):
        for ends in ("\n", "\r\n", "\r"):
            client = started(program, folder, capabilities)
            same(client.units, "utf-8" if capabilities else "utf-16")
            uri = file(folder, "a.html")
            text = page("<p>😀 Été à Noël 👩‍👩‍👧 𝒳</p>").replace("\n", ends)
            client.open(uri, text)
            client.wait_for(uri)
            at = text.index("Noël")
            # An image after characters of two, three and four bytes; then one more on the same line.
            client.change(uri, (at, at + 4, "é😀" + BAD_IMAGE + "𝒳"))
            found = client.wait_for(uri)
            same(client.words(uri, only(found, "images/alt-missing")["range"]), BAD_IMAGE)
            # Several changes in one notification, each upon the one before; the last takes a line break away.
            text = client.texts[uri]
            client.change(uri, (0, 0, "<!-- 😀 -->" + ends), (text.index("plan.png"), text.index("plan.png"), ""),
                (len(text) - 4, len(text), "fin"), (10, 10 + len(ends), ""))
            found = client.wait_for(uri)
            same(client.words(uri, only(found, "images/alt-missing")["range"]), BAD_IMAGE)
            # The whole text, then nothing.
            client.change(uri, page(FIGURE))
            assert "images/alt-missing" not in codes(client.wait_for(uri))
            client.change(uri, "")
            same(client.wait_for(uri), [])
            same(client.shut(), 0)


def check_places_past_the_end(program, folder):
    """LSP 3.17: past the end of a line is its end."""
    client = started(program, folder)
    uri = file(folder, "a.md")
    client.open(uri, "# Le plan\n\nUn\n", "markdown")
    client.wait_for(uri)
    client.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [
        {"range": {"start": {"line": 2, "character": 900}, "end": {"line": 2, "character": 1000}}, "text": " mot au sein de"},
        {"range": {"start": {"line": 900, "character": 0}, "end": {"line": 901, "character": 3}}, "text": "la mairie."}]})
    client.texts[uri] = "# Le plan\n\nUn mot au sein de\nla mairie."
    same(client.words(uri, only(client.wait_for(uri), "falc/jargon")["range"]), "au sein de")
    same(client.shut(), 0)


def check_debounce(program, folder):
    """Typing is judged once it rests; saving does not wait."""
    client = started(program, folder, {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    uri = file(folder, "a.html")
    client.open(uri, GOOD)
    client.wait_for(uri)
    before = len(client.published)
    for letter in "bonjour":
        client.change(uri, (len(GOOD), len(GOOD), letter))
    client.wait_for(uri)
    same(len(client.published), before + 1)
    assert client.silence(0.5)
    same(client.shut(), 0)


def check_close(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE))
    assert client.wait_for(uri)
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    same(client.wait_for(uri), [])
    same(client.result("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}), None)
    same(client.shut(), 0)


def check_pull(program, folder):
    client = Client(program)
    caps = client.initialize(folder, PULL | {"workspace": {"diagnostics": {"refreshSupport": True}}})["capabilities"]
    same(caps["diagnosticProvider"], {"identifier": "clairlint", "interFileDependencies": False, "workspaceDiagnostics": False})
    uri = file(folder, "a.html")
    asked = {"textDocument": {"uri": uri}}
    client.open(uri, page(BAD_IMAGE))
    first = client.result("textDocument/diagnostic", asked)
    same(first["kind"], "full")
    only(first["items"], "images/alt-missing")
    again = client.result("textDocument/diagnostic", asked | {"previousResultId": first["resultId"]})
    same(again, {"kind": "unchanged", "resultId": first["resultId"]})
    client.change(uri, GOOD)
    now = client.result("textDocument/diagnostic", asked | {"previousResultId": first["resultId"]})
    same(now["kind"], "full")
    assert "images/alt-missing" not in codes(now["items"])
    # What is pulled is not pushed too; when the configuration changes the client is told to ask again.
    assert client.silence(0.5)
    same(client.published, [])
    (folder / ".clairlint.yml").write_text("rules:\n  images/alt-missing: off\n")
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    client.change(uri, page(BAD_IMAGE))
    same(codes(client.result("textDocument/diagnostic", asked)["items"]).count("images/alt-missing"), 0)
    same([one["method"] for one in client.asked], ["workspace/diagnostic/refresh"])
    same(client.result("textDocument/diagnostic", {"textDocument": {"uri": "file:///none.html"}}), {"kind": "full", "items": []})
    same(client.error("textDocument/diagnostic", {}), -32602)
    same(client.shut(), 0)


def check_version_and_page_of_the_rule(program, folder):
    published = {"publishDiagnostics": {"versionSupport": True, "codeDescriptionSupport": True}}
    client = started(program, folder, {"textDocument": published}, locale="en-GB")
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE))
    while True:
        message = client.read()
        if message.get("method") == "textDocument/publishDiagnostics":
            break
    same(message["params"]["version"], 1)
    found = only(message["params"]["diagnostics"], "images/alt-missing")
    assert found["codeDescription"]["href"].endswith("/en/images/alt-missing.html"), found
    assert found["message"].startswith("The image"), found["message"]
    same(client.shut(), 0)


def check_style_sheet(program, folder):
    """A sheet on the disk is read, its place told; a change of it is seen when the editor says so."""
    capabilities = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}},
        "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    (folder / "pages").mkdir()
    sheet = folder / "pages" / "style é.css"
    sheet.write_text("p {\n\tcolor: #ccc;\n\tbackground: #fff;\n}\n")
    client = started(program, folder, capabilities)
    uri = file(folder, "pages/a.html")
    client.open(uri, page("", '<link rel="stylesheet" href="style%20%C3%A9.css">'))
    found = only(client.wait_for(uri), "colours/contrast")
    [related] = found["relatedInformation"]
    same(related["location"]["uri"], sheet.as_uri())
    same(related["location"]["range"]["start"], {"line": 1, "character": 1})
    assert "color" in related["message"]
    [register] = client.asked
    watchers = register["params"]["registrations"][0]["registerOptions"]["watchers"]
    same([one["globPattern"] for one in watchers], ["**/.clairlint.yml", "**/*.css", "**/*.regle"])
    sheet.write_text("p { color: #000; background: #fff }\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": sheet.as_uri(), "type": 2}]})
    assert "colours/contrast" not in codes(client.wait_for(uri))
    same(client.shut(), 0)


def check_style_of_the_page(program, folder):
    client = started(program, folder, {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}})
    uri = file(folder, "a.html")
    text = page("", "<style>/* 😀 */ p { color: #ccc; background: #fff }</style>")
    client.open(uri, text)
    [related] = only(client.wait_for(uri), "colours/contrast")["relatedInformation"]
    same(related["location"]["uri"], uri)
    same(related["location"]["range"]["start"], client.place(text, text.index("color: #ccc")))
    same(client.shut(), 0)


def check_no_network(program, folder):
    """A sheet of the web is not asked for."""
    import socket
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.5)
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page("", f'<link rel="stylesheet" href="http://127.0.0.1:{server.getsockname()[1]}/a.css">'))
    client.wait_for(uri)
    same(client.shut(), 0)
    try:
        server.accept()
        raise AssertionError("the network was asked")
    except TimeoutError:
        pass
    server.close()


def check_markdown_and_text(program, folder):
    client = started(program, folder)
    for name, language, text in (("a.md", "markdown", "# Le plan\n\nOn paie *au sein de* la mairie.\n"),
            ("b.txt", "plaintext", "Le plan\n\nOn paie au sein de la mairie.\n"), ("c.md", "", "Au sein de la mairie.\n")):
        uri = file(folder, name)
        client.open(uri, text, language)
        found = client.wait_for(uri)
        same(client.words(uri, only(found, "falc/jargon")["range"]).lower(), "au sein de")
        assert not [one for one in found if one["code"].startswith("mandatory/")]
    # Another language is not ours; nothing is said of it.
    client.open(file(folder, "d.c"), "int main(void) { return 0; }\n", "c")
    assert client.silence(0.5)
    same(client.shut(), 0)


def check_not_tested(program, folder):
    """What could not be judged is not without a fault."""
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, "%PDF-1.7 \n")
    client.wait_for(uri)
    shell = HEAD + '</head><body><div id="root"></div><script src="app.js"></script></body></html>'
    client.change(uri, shell)
    [one] = client.wait_for(uri)
    same(one["severity"], 3)
    assert "n’a pas pu juger" in one["message"], one
    client.change(uri, "")
    same(client.wait_for(uri), [])
    same(client.shut(), 0)


def check_untitled(program, folder):
    client = started(program, None)
    client.open("untitled:Untitled-1", page(BAD_IMAGE))
    only(client.wait_for("untitled:Untitled-1"), "images/alt-missing")
    same(client.shut(), 0)


# --- Templates

def check_fragment(program, folder):
    """A part of a page is not blamed for what the page has."""
    client = started(program, folder)
    uri = file(folder, "carte.html")
    client.open(uri, '<div>\n<h3>Vos démarches</h3>\n' + BAD_IMAGE + '\n</div>\n')
    same(codes(client.wait_for(uri)), ["images/alt-missing"])
    # A page is, as soon as it says so.
    client.change(uri, "<html><body><h1>Le plan</h1></body></html>")
    assert {"mandatory/lang-missing", "mandatory/title-missing"} <= set(codes(client.wait_for(uri)))
    same(client.shut(), 0)


def check_templates(program, folder):
    """What a template will write is not known; what it writes itself is judged, at its place."""
    client = started(program, folder)
    uri = file(folder, "a.php")
    text = ('<?php if ($a > 1): ?>\n<!DOCTYPE html>\n<html lang="<?= $lang ?>">\n<head>\n<meta charset="utf-8">\n<?= $meta ?>\n'
        '<title><?= $title ?></title>\n<?php wp_head() ?>\n</head>\n<body>\n<main>\n<h1>{{ titre|default("é > à") }}</h1>\n'
        '{% for x in liste %}<a href="{{ x.url }}">{{ x.nom }}</a>{% endfor %}\n<button {{ attributs }}></button>\n'
        '<img src="{{ image.url }}">\n<p>On paie {{ au sein de }} 12 € au sein de la mairie.</p>\n</main>\n</body>\n</html>\n<?php endif;')
    client.open(uri, text, "php")
    found = client.wait_for(uri)
    grave = [one for one in found if one["severity"] <= 2]
    same(codes(grave), ["images/alt-missing"])
    same(client.words(uri, grave[0]["range"]), '<img src="{{ image.url }}">')
    assert "{{ image.url }}" in grave[0]["message"], grave[0]["message"]
    same(client.words(uri, only(found, "falc/jargon")["range"]), "au sein de")
    same(text.index("{{ au sein de }}") < client.offset(text, only(found, "falc/jargon")["range"]["start"]), True)
    same(client.shut(), 0)


def check_fix_in_template(program, folder):
    """A fix leaves what the template writes as it is."""
    client = started(program, folder, WITH_ACTIONS)
    uri = file(folder, "a.twig")
    text = "{% if a %}\n" + FIGURE.replace("Un plan", "{{ alt }}") + "\n{% endif %}\n"
    client.open(uri, text, "twig")
    client.wait_for(uri)
    [action] = actions(client, uri, only_kinds=["source.fixAll"])
    same(client.apply(uri, action["edit"]), text.replace("<figure>", '<figure role="figure">'))
    same(client.shut(), 0)


# --- Hover

def check_hover(program, folder):
    client = started(program, folder, {"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}})
    uri = file(folder, "a.html")
    text = page('<p>😀</p><img src="a_b*c.png">')
    client.open(uri, text)
    at = text.index("<img")

    def hover(offset):
        return client.result("textDocument/hover", {"textDocument": {"uri": uri}, "position": client.place(text, offset)})

    found = hover(at)
    same(client.words(uri, found["range"]), '<img src="a_b*c.png">')
    same(found["contents"]["kind"], "markdown")
    value = found["contents"]["value"]
    # The message, why, who, how, with the signs of the page and of the rule made plain.
    for words in ("a\\_b\\*c\\.png", "**Pourquoi**", "**Qui est gêné**", "personnes aveugles", "**Comment corriger**",
            'alt="" si elle', "**Ce que la règle ne voit pas**", "images/alt\\-missing", "bloquant", "RGAA 1\\.1\\.1"):
        assert words in value, (words, value)
    assert hover(at + len('<img src="a_b*c.png">') - 1) is not None
    same(hover(at + len('<img src="a_b*c.png">')), None)
    same(hover(0), None)
    same(client.error("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": -1, "character": 0}}), -32602)
    same(client.shut(), 0)


def check_hover_plain_english(program, folder):
    client = started(program, folder, locale="en")
    uri = file(folder, "a.html")
    text = page(BAD_IMAGE)
    client.open(uri, text)
    found = client.result("textDocument/hover",
        {"textDocument": {"uri": uri}, "position": client.place(text, text.index(BAD_IMAGE))})["contents"]
    same(found["kind"], "plaintext")
    assert "Who is hindered\npeople who are blind" in found["value"] or "Who is hindered\nblind" in found["value"], found["value"]
    assert "\\" not in found["value"]
    same(client.shut(), 0)


# --- Code actions

def check_quick_fix(program, folder):
    """A fix that cannot mislead is preferred, and what the client makes of it is without the fault."""
    for capabilities in ({}, UTF8, {"workspace": {"workspaceEdit": {"documentChanges": True}}}):
        client = started(program, folder, WITH_ACTIONS | capabilities)
        uri = file(folder, "a.html")
        text = page("<p>😀 é</p>😀é" + FIGURE)
        client.open(uri, text)
        found = only(client.wait_for(uri), "images/figure-caption")
        [action] = fixes(client, uri, found["range"], ["quickfix"])
        same((action["kind"], action["isPreferred"]), ("quickfix", True))
        same([one["code"] for one in action["diagnostics"]], ["images/figure-caption"])
        same(action["title"], 'Écrire role="figure"')
        mended = client.apply(uri, action["edit"])
        same(mended, text.replace("<figure>", '<figure role="figure">'))
        client.change(uri, mended)
        assert "images/figure-caption" not in codes(client.wait_for(uri))
        same(client.shut(), 0)


def check_blank(program, folder):
    """What only a person can write has its place made, and the page is not without fault for that."""
    for locale, blank, title in (("fr", "à compléter", "Ajouter %s, à compléter"), ("en", "to be filled in", "Add %s, to be filled in")):
        client = started(program, folder, WITH_ACTIONS, locale=locale)
        uri = file(folder, "a.html")
        for before, rule, attribute, after, then in (
                (BAD_IMAGE, "images/alt-missing", "alt", f'<img alt="{blank}" src="plan.png">', "images/alt-stock"),
                ('<iframe src="a.html"></iframe>', "frames/name-missing", "title", '<iframe title="" src="a.html"></iframe>',
                    "frames/name-missing")):
            text = page("<p>😀" + before + "</p>")
            client.open(uri, text)
            while rule not in codes(client.wait_for(uri)):
                pass
            found = only(client.diagnostics[uri], rule)
            [action] = [one for one in fixes(client, uri, found["range"]) if rule in codes(one["diagnostics"])]
            same(action["title"], title % attribute)
            assert "isPreferred" not in action
            mended = client.apply(uri, action["edit"])
            same(mended, text.replace(before, after))
            client.change(uri, mended)
            assert then in codes(client.wait_for(uri))
        same(client.shut(), 0)


def check_words(program, folder):
    """A simpler word, in place of the one that stands there."""
    client = started(program, folder, WITH_ACTIONS)
    uri = file(folder, "a.md")
    text = "# L’été 😀\n\nÉté 😀 : on paie au sein de la mairie.\n"
    client.open(uri, text, "markdown")
    found = only(client.wait_for(uri), "falc/jargon")
    [action] = [one for one in actions(client, uri, found["range"]) if "dans" in one["title"]]
    same(action["title"], "Remplacer par «\u00a0dans\u00a0»")
    assert "isPreferred" not in action
    same(client.apply(uri, action["edit"]), text.replace("au sein de", "dans"))
    # Elsewhere there is nothing to do.
    same(actions(client, uri, {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}), [])
    same(client.shut(), 0)


def check_fix_all(program, folder):
    client = started(program, folder, WITH_ACTIONS | UTF8)
    uri = file(folder, "a.html")
    text = page("<p>😀</p>" + FIGURE + "\n" + BAD_IMAGE + "\n" + FIGURE.replace("plan", "dessin"))
    client.open(uri, text)
    client.wait_for(uri)
    for kinds in (None, ["source"], ["source.fixAll"], ["source.fixAll.clairlint"]):
        [action] = [one for one in actions(client, uri, None, kinds) if one["kind"].startswith("source")]
        same(action["kind"], "source.fixAll.clairlint")
        same(client.apply(uri, action["edit"]), text.replace("<figure>", '<figure role="figure">'))
    for kinds in (["source.organizeImports"], ["refactor"], ["source.fixAll.other"], ["quick"]):
        same(actions(client, uri, None, kinds), [])
    same({one["kind"] for one in actions(client, uri, None, ["quickfix"])}, {"quickfix"})
    # Nothing is safe: nothing is offered.
    client.change(uri, page(BAD_IMAGE))
    same([one["kind"] for one in actions(client, uri) if one["kind"] != "quickfix"], [])
    same(client.shut(), 0)


def check_resolve(program, folder):
    """The edits of the whole page are made when they are asked for, and only of the text that they are of."""
    caps = {"codeAction": ACTIONS["codeAction"] | {"dataSupport": True, "resolveSupport": {"properties": ["edit"]}}}
    client = started(program, folder, {"textDocument": caps})
    uri = file(folder, "a.html")
    text = page(FIGURE)
    client.open(uri, text)
    [action] = actions(client, uri, None, ["source.fixAll"])
    assert "edit" not in action
    resolved = client.result("codeAction/resolve", action)
    same(client.apply(uri, resolved["edit"]), text.replace("<figure>", '<figure role="figure">'))
    client.change(uri, (0, 0, "<!-- -->"))
    assert "edit" not in client.result("codeAction/resolve", action)
    same(client.error("codeAction/resolve", [1]), -32602)
    same(client.shut(), 0)


def check_no_literals(program, folder):
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(FIGURE))
    same(actions(client, uri), [])
    same(client.error("textDocument/codeAction", {"textDocument": {"uri": uri}, "context": {"diagnostics": []}}), -32602)
    same(client.shut(), 0)


# --- Comments that ask to be spared

def spare(client, uri, rule):
    """The text with the comment of the first finding of a rule, as the action writes it."""
    found = [one for one in client.diagnostics[uri] if one["code"] == rule][0]
    offered = [one for one in actions(client, uri, found["range"], ["quickfix"])
        if rule in codes(one["diagnostics"]) and "clairlint-ignore" in json.dumps(one)]
    assert len(offered) == 1, (uri, rule, offered)
    [action] = offered
    assert "isPreferred" not in action and rule in action["title"], action
    return client.apply(uri, action["edit"])


def check_ignore(program, folder):
    """The comment is written; it spares once a person has said why, and not before."""
    for locale, blank, untold in (("fr", "raison à compléter", "ne dit pas sa raison"), ("en", "reason to be filled in", "does not say why")):
        for name, language, before, rule, comment, after in (
                ("a.html", "html", page("<p>😀 Un plan " + BAD_IMAGE + "</p>"), "images/alt-missing",
                    "<!-- clairlint-ignore images/alt-missing : %s -->", BAD_IMAGE),
                ("b.html", "html", page("  " + BAD_IMAGE).replace("\n", "\r\n"), "images/alt-missing",
                    "<!-- clairlint-ignore images/alt-missing : %s -->\r\n  ", BAD_IMAGE),
                ("c.html", "html", page("<table><tr><td>1</td></tr>\n<tr><td>" + BAD_IMAGE + "</td></tr></table>"), "images/alt-missing",
                    "<!-- clairlint-ignore images/alt-missing : %s -->", BAD_IMAGE),
                ("d.html", "html", GOOD.replace("<h1>Les horaires</h1>", ""), "structure/h1-missing",
                    "<!-- clairlint-ignore-page structure/h1-missing : %s -->\n", "<html"),
                ("e.html", "html", "<div>\n" + BAD_IMAGE + "\n</div>\n", "images/alt-missing",
                    "<!-- clairlint-ignore images/alt-missing : %s -->\n", BAD_IMAGE),
                ("f.twig", "twig", "{% if a %}\n\t" + BAD_IMAGE + "\n{% endif %}\n", "images/alt-missing",
                    "<!-- clairlint-ignore images/alt-missing : %s -->\n\t", BAD_IMAGE),
                ("g.md", "markdown", "# Été 😀\n\n- Un\n- On paie au sein de la mairie.\n", "falc/jargon",
                    "<!-- clairlint-ignore falc/jargon : %s -->\n", "- Un")):
            client = started(program, folder, WITH_ACTIONS | (UTF8 if locale == "en" else {}), locale=locale)
            uri = file(folder, name)
            client.open(uri, before, language)
            client.wait_for(uri)
            count = codes(client.diagnostics[uri]).count(rule)
            written = spare(client, uri, rule)
            same(written, before.replace(after, comment % blank + after, 1))
            client.change(uri, written)
            found = client.wait_for(uri)
            same(codes(found).count(rule), count)
            told = only(found, "clairlint-ignore")
            same((told["severity"], client.words(uri, told["range"])), (2, (comment % blank).rstrip()))
            assert untold in told["message"] and rule in told["message"], told
            # It is begun: nothing is offered twice.
            assert "clairlint-ignore" not in [one["title"] for one in actions(client, uri) if rule in one["title"]]
            same([one for one in actions(client, uri) if rule in one["title"]], [])
            client.change(uri, written.replace(blank, "refait en mars"))
            found = client.wait_for(uri)
            assert not {rule, "clairlint-ignore"} & set(codes(found)), found
            same(client.shut(), 0)


def check_ignore_nowhere(program, folder):
    """No comment is offered where it would not count, or would be text."""
    client = started(program, folder, WITH_ACTIONS)
    uri = file(folder, "a.html")
    for text, rule in ((page("").replace("</html>\n", "</html>\n" + BAD_IMAGE), "images/alt-missing"),
            (GOOD.replace("<main>", "<table>" + BAD_IMAGE + "<tr><td>Un</table>"), "images/alt-missing")):
        client.open(uri, text)
        found = only(client.wait_for(uri), rule)
        same([one for one in actions(client, uri, found["range"]) if rule in one["title"]], [])
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        client.wait_for(uri)
    client.open(file(folder, "b.txt"), "On paie au sein de la mairie.\n", "plaintext")
    only(client.wait_for(file(folder, "b.txt")), "falc/jargon")
    same([one for one in actions(client, file(folder, "b.txt")) if "Ignorer" in one["title"]], [])
    # A field whose words are its own, a title: the comment stands before them.
    client.open(uri, page("<form><textarea>Un</textarea></form>"))
    client.wait_for(uri)
    assert " --><textarea>" in spare(client, uri, "forms/name-missing")
    same(client.shut(), 0)


def check_ignores_are_told(program, folder):
    """As in `check`: what does not count is told at its place."""
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, GOOD)
    client.wait_for(uri)
    for said, severity, words in (("images/alt-mising : refait", 2, "ne nomme aucune règle"), ("images/alt-missing", 2, "ne dit pas sa raison"),
            ("images/alt-missing until 2027-02-30 : refait", 2, "n’existe pas"), ("images/alt-missing until 2020-01-01 : refait", 2, "ne vaut plus"),
            ("frames/name-missing : refait", 4, "ne sert plus")):
        comment = f"<!-- clairlint-ignore {said} -->"
        client.change(uri, page("<p>😀" + comment + BAD_IMAGE + "</p>"))
        found = client.wait_for(uri)
        only(found, "images/alt-missing")
        told = only(found, "clairlint-ignore")
        same((told["severity"], client.words(uri, told["range"])), (severity, comment))
        assert words in told["message"] and told["message"].startswith("Ligne 11"), told
    # The page that a fragment will be put in may hold what it silences.
    client.open(file(folder, "b.html"), "<!-- clairlint-ignore frames/name-missing : refait -->\n<p>Un</p>\n")
    same(client.wait_for(file(folder, "b.html")), [])
    same(client.shut(), 0)


# --- Configuration

def check_configuration(program, folder):
    (folder / "pages").mkdir()
    config = folder / ".clairlint.yml"
    config.write_text("lang: en\nrules:\n  falc/jargon: off\nsuppressions:\n"
        "  - rule: images/alt-missing\n    url: pages/vieux.html\n    reason: à refaire en mai\n")
    client = started(program, folder)
    old, new = file(folder, "pages/vieux.html"), file(folder, "pages/neuf.html")
    text = page(BAD_IMAGE + "<p>On paie au sein de la mairie.</p>")
    client.open(old, text)
    assert not {"images/alt-missing", "falc/jargon"} & set(codes(client.wait_for(old)))
    client.open(new, text)
    found = client.wait_for(new)
    # The file says the language, over the editor.
    assert only(found, "images/alt-missing")["message"].startswith("The image")
    assert "falc/jargon" not in codes(found)
    same(client.said, [])
    # It changes: the editor tells, all is judged again.
    config.write_text("rules:\n  images/alt-missing: minor\n")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config.as_uri(), "type": 2}]})
    client.wait_for(new)
    while client.read(0.5):
        pass
    for uri in (old, new):
        same(only(client.diagnostics[uri], "images/alt-missing")["severity"], 3)
        assert "falc/jargon" in codes(client.diagnostics[uri])
    same(client.shut(), 0)


def check_configuration_above(program, folder):
    (folder / "site").mkdir()
    (folder / ".clairlint.yml").write_text("rules:\n  images/alt-missing: off\n")
    for others in ({}, {"folders": False}):
        client = started(program, folder / "site", **others)
        uri = file(folder, "site/a.html")
        client.open(uri, page(BAD_IMAGE))
        assert "images/alt-missing" not in codes(client.wait_for(uri))
        same(client.shut(), 0)


def check_bad_configuration(program, folder):
    """It is told, with its line; what was before still holds, or what the program has by itself."""
    config = folder / ".clairlint.yml"
    config.write_text("rules:\n  images/alt-mising: off\n")
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE))
    only(client.wait_for(uri), "images/alt-missing")
    [said] = client.said
    same(said["type"], 1)
    assert ".clairlint.yml:2:3:" in said["message"] and "images/alt-missing" in said["message"], said
    config.write_text("rules:\n  images/alt-missing: off\n")
    client.notify("workspace/didChangeConfiguration", {"settings": {}})
    assert "images/alt-missing" not in codes(client.wait_for(uri))
    for wrong, words in (("{", "YAML"), ("thresholds:\n  rien.du.tout: 3\n", "seuil"), ("\0", ".clairlint.yml")):
        config.write_text(wrong)
        client.notify("workspace/didChangeConfiguration", {"settings": {}})
        assert "images/alt-missing" not in codes(client.wait_for(uri))
        assert words in client.said[-1]["message"], (wrong, client.said[-1])
    same(len(client.said), 4)
    config.unlink()
    client.notify("workspace/didChangeConfiguration", {"settings": {}})
    only(client.wait_for(uri), "images/alt-missing")
    same(client.shut(), 0)
    same(client.stderr, "")


def check_rules_of_the_user(program, folder):
    """A rule of a file is told as any other; a wrong one is told to who wrote it."""
    rules = folder / "maison.regle"
    (folder / ".clairlint.yml").write_text("rule-files:\n  - maison.regle\n")
    rules.write_text(RULE)
    client = started(program, folder, {"textDocument": {"publishDiagnostics": {"codeDescriptionSupport": True}}})
    uri = file(folder, "a.html")
    text = page('<p>😀 <a href="http://ancien.exemple.fr/a">Les aides de la ville</a></p>' + BAD_IMAGE)
    client.open(uri, text)
    found = client.wait_for(uri)
    same(client.said, [])
    [one] = [one for one in found if one["message"] == "Ce lien mène à l’ancien site."]
    same((one["severity"], client.words(uri, one["range"])), (2, '<a href="http://ancien.exemple.fr/a">'))
    assert "codeDescription" not in one and "codeDescription" in only(found, "images/alt-missing")
    hover = client.result("textDocument/hover", {"textDocument": {"uri": uri}, "position": one["range"]["start"]})
    assert "Mettre la nouvelle adresse." in hover["contents"]["value"]
    # It is wrong now: it is told with its line, and what was read before stays.
    rules.write_text(RULE.replace("form = exists", "form = existe"))
    client.notify("workspace/didChangeConfiguration", {"settings": {}})
    assert "Ce lien mène à l’ancien site." in [one["message"] for one in client.wait_for(uri)]
    assert "maison.regle:2" in client.said[-1]["message"], client.said
    same(client.shut(), 0)
    same(client.stderr, "")


def check_rules_option(program, folder):
    """--rules, of the folder where the server was started; with an error in the file, all the rest still works."""
    (folder / "projet").mkdir()
    rules = folder / "maison.regle"
    rules.write_text(RULE)
    uri = file(folder, "projet/a.html")
    text = page('<p><a href="http://ancien.exemple.fr/a">Les aides de la ville</a></p>' + BAD_IMAGE)
    for config in (None, "rules:\n  images/alt-missing: minor\n"):
        if config is not None:
            (folder / "projet/.clairlint.yml").write_text(config)
        for wrong in (False, True):
            rules.write_text(RULE.replace("fail = <a", "fail = <b") if wrong else RULE)
            client = Client(program, "--rules", "maison.regle", cwd=folder)
            client.initialize(folder / "projet")
            client.open(uri, text)
            found = client.wait_for(uri)
            same("regle/links/ancien-site" in codes(found), not wrong)
            same(only(found, "images/alt-missing")["severity"], 1 if config is None else 3)
            same([one["type"] for one in client.said], [1] if wrong else [])
            assert not wrong or "maison.regle:14" in client.said[0]["message"], client.said
            # Mended, it counts.
            rules.write_text(RULE)
            client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": rules.as_uri(), "type": 2}]})
            assert "regle/links/ancien-site" in codes(client.wait_for(uri))
            same(client.shut(), 0)
            same(client.stderr, "")
    client = Client(program, "--rules", "rien.regle", cwd=folder)
    client.initialize(folder)
    client.open(uri, text)
    only(client.wait_for(uri), "images/alt-missing")
    [said] = client.said
    assert "rien.regle" in said["message"], said
    same(client.shut(), 0)


def check_file_of_rules(program, folder):
    """An open file of rules is told its first error, at its line; its examples are run."""
    client = started(program, folder, WITH_ACTIONS)
    uri = file(folder, "maison.regle")
    for text, line, words in ((RULE, None, None), (RULE.replace("form = exists", "form = existe"), 1, "exists"),
            (RULE.replace("contains(@href,", "contains(@href"), 3, None), ("😀\n" + RULE, 0, None),
            (RULE.replace("fail = <a", "fail = <b"), 13, None), (RULE.replace("pass = <a href=\"http://www", "pass = <a href=\"http://ancien"), 14, None),
            ("", None, None), ("[", 0, None), ("\0", 0, None)):
        client.open(uri, text, "plaintext")
        found = client.wait_for(uri)
        same([(one["range"]["start"], one["severity"]) for one in found], [] if line is None else [({"line": line, "character": 0}, 1)])
        assert line is None or (uri not in found[0]["message"] and "maison.regle" not in found[0]["message"] and found[0]["message"]), found
        assert words is None or words in found[0]["message"], found
        same(client.result("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}), None)
        same(actions(client, uri, {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}), [])
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        same(client.wait_for(uri), [])
    same((client.shut(), client.said), (0, []))


def check_options_of_the_command(program, folder):
    (folder / "autre.yml").write_text("rules:\n  images/alt-missing: off\n")
    (folder / "projet").mkdir()
    uri = file(folder, "projet/a.html")
    for arguments in (["--config", "autre.yml"], ["--disable", "images/*"]):
        client = Client(program, *arguments, cwd=folder)
        client.initialize(folder / "projet")
        client.open(uri, page(BAD_IMAGE))
        assert "images/alt-missing" not in codes(client.wait_for(uri))
        same(client.said, [])
        same(client.shut(), 0)


def check_save_without_watching(program, folder):
    """An editor that does not watch files: what was saved beside is read again with the document."""
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE))
    only(client.wait_for(uri), "images/alt-missing")
    (folder / ".clairlint.yml").write_text("rules:\n  images/alt-missing: off\n")
    client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert "images/alt-missing" not in codes(client.wait_for(uri))
    same(client.shut(), 0)


# --- Cancellation

def check_cancel(program, folder):
    """A request that waits can be taken back; each is answered once."""
    client = started(program, folder)
    uri = file(folder, "a.html")
    client.open(uri, page(BAD_IMAGE * 500))
    # In one write: the first is being answered when the cancellation of the last is read.
    numbers = [client.next_id + 1 + i for i in range(3)]
    client.next_id += 3
    frames = b""
    for message in [{"id": n, "method": "textDocument/hover", "params": {"textDocument": {"uri": uri},
            "position": {"line": 0, "character": 0}}} for n in numbers] + [
            {"method": "$/cancelRequest", "params": {"id": numbers[2]}},
            {"method": "$/cancelRequest", "params": {"id": 987654}}, {"method": "$/cancelRequest", "params": {}}]:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        frames += b"Content-Length: %d\r\n\r\n" % len(body) + body
    client.send_raw(frames)
    same(client.answer_to(numbers[0])["result"], None)
    same(client.answer_to(numbers[1])["result"], None)
    same(client.answer_to(numbers[2])["error"]["code"], -32800)
    # One that was answered cannot be.
    client.notify("$/cancelRequest", {"id": numbers[0]})
    assert client.result("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}) is None
    same(client.shut(), 0)
