#!/usr/bin/env python3
"""Two bars of the rules that read French words (themes readability/ and falc/).

1. No finding of theirs stands on text in another language: pages whose lang is another, or that show
   another, and blocks of French pages that say or show another.
2. The longest French pages give the same findings (text, rule, message) once their headers, footers,
   menus and asides are taken out of the HTML.

usage: text-check.py CLAIRLINT TEXT_DUMP FOLDER
"""
import collections
import html.parser
import json
import os
import subprocess
import sys
import tempfile

LONGEST = 20
SHOWN = 3  # differences told of a page
# They look at shapes, not at words.
SHAPES = {"falc/" + name for name in (
    "colours-many", "columns", "font-serif", "fonts-many", "hyphenation", "italics", "justified-text",
    "letters-close", "letters-small", "letters-thin", "lines-tight", "text-centred", "text-effects",
    "text-over-image", "underline",
    # The addresses that links show, and capitals that a style makes: in any language.
    "address-shown", "capitals-by-style",
    # Headings, images, tables, notes and places, in any language.
    "bold", "footnote", "heading-twice", "image-same", "lines-wide", "medium-length", "place-unsaid",
    "table-large")}
# What menus say is what they judge.
OF_MENUS = {"falc/place-unsaid"}
THEMES = ("readability/", "falc/")
VOID = set("area base br col embed hr img input link meta source track wbr".split())
MENUS = {"nav", "navbar", "menu", "navigation", "breadcrumb", "breadcrumbs", "fil-ariane", "fr-breadcrumb",
         "fr-nav", "fr-skiplinks", "sidebar", "aside", "pagination", "fr-sidemenu", "fr-summary"}
ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"}


def findings(program, pages):
    """For each page, its findings of the two themes."""
    with tempfile.NamedTemporaryFile() as report:
        subprocess.run([program, "check", "--no-config", "--quiet", "--fail-on", "never", "--profile", "falc",
                        "--disable", "*", "--enable", "falc/*", "--enable", "readability/*", *pages,
                        "--format", "jsonl=" + report.name], check=True)
        with open(report.name, encoding="utf-8") as lines:
            for line in lines:
                page = json.loads(line)
                if page["type"] == "page":
                    yield page["file"], [f for f in page["findings"] if f["rule"].startswith(THEMES)]


def is_foreign(lang, shown):
    if lang:
        return lang.lower().split("-")[0] != "fr" or shown not in ("", "fr")
    return shown not in ("", "fr")


class Page:
    def __init__(self, lang, shown, words):
        self.foreign = is_foreign(lang, shown)
        self.words = words
        self.blocks = []


def read_dump(program, files):
    pages = {}
    for start in range(0, len(files), 100):
        dump = subprocess.run([program, *files[start:start + 100]], check=True, capture_output=True).stdout
        for line in dump.decode("utf-8", "replace").split("\n"):
            fields = line.split("\t")
            if fields[0] == "page":
                page = pages[fields[1]] = Page(fields[2], fields[3], int(fields[4]))
            elif fields[0] == "block":
                start_at = int(fields[1])
                page.blocks.append((start_at, start_at + int(fields[2]), is_foreign(fields[6], fields[7]), fields[8]))
    return pages


def check_languages(found, pages):
    foreign_pages = sum(page.foreign for page in pages.values())
    mixed = [page for page in pages.values() if not page.foreign and any(block[2] for block in page.blocks)]
    judged = wrong = 0
    for name, list_of in found.items():
        page = pages[name]
        for finding in list_of:
            if finding["rule"] in SHAPES:
                continue
            judged += 1
            place = finding["offset"]
            blocks = [block for block in page.blocks if place is not None and block[0] <= place < block[1]]
            if any(block[2] for block in blocks) or (not blocks and page.foreign):
                wrong += 1
                print(f"{name}:{finding['line']}: {finding['rule']}: {(finding['excerpt'] or finding['message'])[:100]}")
    print(f"{len(pages)} pages, {foreign_pages} in another language; {len(mixed)} French ones with "
          f"{sum(block[2] for page in mixed for block in page.blocks)} blocks in another language")
    print(f"{judged} findings that read words: {wrong} on another language")
    return wrong


class Stripper(html.parser.HTMLParser):
    """Finds where headers, footers, menus and asides begin and end. What is only named like a menu is one
    when its text is mostly links."""

    def __init__(self, text):
        super().__init__(convert_charrefs=False)
        self.lines = [0]
        for line in text.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.open = []     # tags
        self.dropped = None
        self.spans = []
        self.text = text
        self.feed(text)
        self.close()

    def place(self):
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def is_part(self, tag, attrs):
        if tag in ("nav", "aside") or attrs.get("role") in ROLES:
            return True
        # Those of an article or of the main content are of it.
        return tag in ("header", "footer") and not {"article", "main", "section"} & set(self.open)

    def is_named(self, tag, attrs):
        names = (attrs.get("class") or "").split() + [attrs.get("id") or ""]
        return tag in ("div", "ul", "ol") and any(name.lower() in MENUS for name in names)

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        if self.dropped is None and tag not in ("body", "html"):
            part, named = self.is_part(tag, dict(attrs)), self.is_named(tag, dict(attrs))
            if part or named:
                self.dropped = {"depth": len(self.open), "start": self.place(), "sure": part, "all": 0, "links": 0}
        self.open.append(tag)

    def handle_data(self, data):
        if self.dropped is not None:
            self.dropped["all"] += len(data.strip())
            self.dropped["links"] += len(data.strip()) if "a" in self.open else 0

    def handle_endtag(self, tag):
        if tag not in self.open:
            return
        while self.open:
            last = self.open.pop()
            part = self.dropped
            if part is not None and part["depth"] == len(self.open):
                self.dropped = None
                if last == tag and (part["sure"] or part["links"] * 2 > part["all"]):
                    self.spans.append((part["start"], self.text.find(">", self.place()) + 1))
            if last == tag:
                return


def strip(data):
    # Any byte is a character: what is written back is what was read.
    text = data.decode("latin-1")
    out, at = [], 0
    spans = Stripper(text).spans
    for start, end in spans:
        out.append(text[at:start])
        at = end
    out.append(text[at:])
    return "".join(out).encode("latin-1"), len(spans)


def told(list_of):
    return collections.Counter((f["rule"], f["message"], f["excerpt"]) for f in list_of
                               if f["rule"] not in OF_MENUS)


def check_menus(program, pages, found):
    french = [name for name, page in pages.items() if not page.foreign and name in found]
    longest = sorted(french, key=lambda name: (-pages[name].words, name))[:LONGEST]
    same = taken = 0
    with tempfile.TemporaryDirectory() as folder:
        copies = {}
        for number, name in enumerate(longest):
            copy = os.path.join(folder, f"{number:02}.html")
            with open(name, "rb") as page, open(copy, "wb") as out:
                data, count = strip(page.read())
                out.write(data)
            taken += count > 0
            copies[copy] = name
        # With its style sheets a page may hide a part of its menus: both are judged without.
        whole = {}
        for copy, name in copies.items():
            with open(name, "rb") as page, open(copy + ".whole.html", "wb") as out:
                out.write(page.read())
            whole[copy] = copy + ".whole.html"
        results = dict(findings(program, [*copies, *whole.values()]))
        for copy, name in copies.items():
            one, other = told(results[whole[copy]]), told(results[copy])
            same += one == other
            for sign, rest in (("only with menus", one - other), ("only without", other - one)):
                for rule, message, excerpt in sorted(rest)[:SHOWN]:
                    print(f"{name}: {sign} ({len(rest)}): {rule}: {message} {excerpt[:80]}")
    print(f"{len(longest)} longest French pages (main content of {pages[longest[0]].words} to "
          f"{pages[longest[-1]].words} words), {taken} had parts to take out: {same} give the same findings")
    return len(longest) - same


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, dump, folder = sys.argv[1:]
    files = sorted(os.path.join(place, name) for place, _, names in os.walk(folder) for name in names
                   if name.endswith((".html", ".htm")))
    found = dict(findings(program, [folder]))
    pages = read_dump(dump, [name for name in files if name in found])
    found = {name: list_of for name, list_of in found.items() if name in pages}
    wrong = check_languages(found, pages)
    different = check_menus(program, pages, found)
    sys.exit(wrong > 0 or different > 0)


main()
