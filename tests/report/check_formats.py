"""Holds reports of one run, one in each format, to what their readers want and to each other: check_formats.py FOLDER
[FORMAT=FILE…]. The reports are FOLDER/report.FORMAT, for each format of src/clairlint/format.def; a file given instead
stands for that of its format alone. Prints each fault, exits 1 if any. A format without a checker is a fault.

Needs python3-jsonschema, python3-openpyxl, python3-yaml, xmllint, cmark-gfm, prove (Debian's packages).
"""
import collections
import csv
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
SCHEMAS = os.path.join(TOP, "docs", "schema")
FORMULA = re.compile("^ *[=+@\t\r\uff1d\uff0b\uff0d\uff20-]")
COLUMNS = 18


# --- What the run found, from its JSON Lines -------------------------------------------------------------------------

class Run:
    """The findings and pages that every other format tells of."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        self.pages = [line for line in lines if line["type"] == "page"]
        self.causes = [line for line in lines if line["type"] == "cause"]
        self.site = next(line for line in lines if line["type"] == "site")
        self.findings = [f for part in self.pages + [self.site] for f in part["findings"]]
        self.told = [f for f in self.findings if f["suppressed"] is None]
        self.untested = [page for page in self.pages if not page["tested"]]
        self.tested = len(self.pages) - len(self.untested)
        self.beside_baseline = self.site.get("baseline") is not None

    def skipped(self, page):
        return page["file"] is None and page["not_tested_reason"] in ("duplicate", "variant", "not-html")

    def fails(self, finding):
        return finding["outcome"] == "failed" and finding["suppressed"] is None and (
            not self.beside_baseline or finding.get("baseline") == "new")

    def cases(self, part):
        """The verdict of each rule that had something to judge on a page, or on the site."""
        verdicts = {}
        for rule, told in part["outcomes"].items():
            findings = [f for f in part["findings"] if f["rule"] == rule]
            if told["outcome"] == "failed":
                verdicts[rule] = "failed" if any(map(self.fails, findings)) else "skipped"
            elif told["outcome"] in ("review", "untested"):
                verdicts[rule] = "skipped"
            elif told["outcome"] == "passed":
                verdicts[rule] = "passed"
        return verdicts

    def suites(self):
        """The verdicts of each page, then of the site when its rules were asked."""
        for page in self.pages:
            if page["tested"]:
                yield self.cases(page)
            else:
                yield {"clairlint/page-tested": "skipped" if self.skipped(page) else "error"}
        if self.site["outcomes"]:
            yield self.cases(self.site)


def differ(what, got, wanted):
    if got != wanted:
        yield "%s: %s instead of %s" % (what, got, wanted)


def said_by(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        yield "%s: %s" % (os.path.basename(command[0] if command[0] != sys.executable else command[1]),
                          done.stdout.strip()[:2000])


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def unseen_faults(text, allowed="\n"):
    """Control characters, those that turn the direction of text, and what is no character."""
    for char in sorted(set(text)):
        kind = unicodedata.category(char)
        if (kind == "Cc" and char not in allowed) or char in "\u061c\u200e\u200f\u2028\u2029\ufffe\uffff" or \
                "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
            yield "U+%04X stands in it" % ord(char)


# --- Text and JSON ---------------------------------------------------------------------------------------------------

def check_text(path, run):
    text = read(path)
    yield from unseen_faults(text)
    if run.tested == 0 and "Aucun" not in text:
        yield "it does not say that nothing was tested"


def check_json(path, run):
    yield from said_by(sys.executable, os.path.join(HERE, "validate.py"),
                       os.path.join(SCHEMAS, "clairlint-1.schema.json"), path)


def check_jsonl(path, run):
    yield from check_json(path, run)
    yield from differ("pages", len(run.pages), run.site["pages"]["tested"] + len(run.untested))


def check_earl(path, run):
    yield from said_by(sys.executable, os.path.join(HERE, "validate.py"),
                       os.path.join(SCHEMAS, "earl-1.schema.json"), path)


def missed(run):
    """Pages that should have been tested, and one more when nothing was."""
    return sum(not run.skipped(page) for page in run.untested) + (run.tested == 0)


def check_sarif(path, run):
    yield from said_by(sys.executable, os.path.join(HERE, "check_sarif.py"), path)
    results = json.loads(read(path))["runs"][0]["results"]
    told = [result["properties"]["messageKey"] for result in results if not result.get("suppressions")]
    yield from differ("messages", told, [finding["message_key"] for finding in run.told])


def check_gitlab_quality(path, run):
    yield from said_by(sys.executable, os.path.join(HERE, "check_gitlab.py"), path)
    yield from differ("issues", len(json.loads(read(path))), len(run.told) + missed(run))


def check_gitlab_accessibility(path, run):
    yield from said_by(sys.executable, os.path.join(HERE, "check_gitlab.py"), path)
    failed = [finding for finding in run.told if finding["outcome"] == "failed"]
    yield from differ("errors", json.loads(read(path))["errors"], len(failed) + missed(run))


def check_github(path, run):
    yield from said_by(sys.executable, os.path.join(HERE, "check_github.py"), path)
    if (run.tested == 0) != ("Aucune page" in read(path) or "Aucun texte" in read(path)):
        yield "it does not say what was tested"


# --- HTML ------------------------------------------------------------------------------------------------------------

class Marks(html.parser.HTMLParser):
    """Every element is closed in its turn, and none came from a page."""
    EMPTY = {"meta", "link", "br", "hr", "img", "input", "col", "wbr", "source"}

    def __init__(self):
        super().__init__()
        self.open, self.faults = [], []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name.startswith("on"):
                self.faults.append("<%s %s>" % (tag, name))
            if name in ("href", "src") and not re.match(r"(https?://|[#./\w-]*$|data:image/)", value or ""):
                self.faults.append("<%s %s=%r>" % (tag, name, value))
        if len(attrs) != len({name for name, _ in attrs}):
            self.faults.append("an attribute comes twice: <%s>" % tag)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.EMPTY:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append("</%s> closes nothing, line %d" % (tag, self.getpos()[0]))


def check_html(path, run):
    text = read(path)
    marks = Marks()
    marks.feed(text)
    marks.close()
    yield from marks.faults[:10]
    yield from differ("elements left open", marks.open, [])
    yield from unseen_faults(text)
    if not text.lower().startswith("<!doctype html>"):
        yield "no doctype"


# --- XML -------------------------------------------------------------------------------------------------------------

def schema_faults(name, path):
    yield from said_by("xmllint", "--noout", "--nonet", "--schema", os.path.join(SCHEMAS, name), path)


def counts_of(cases):
    counts = collections.Counter(cases)
    return {"tests": sum(counts.values()), "failures": counts["failed"], "errors": counts["error"],
            "skipped": counts["skipped"]}


def case_verdict(case):
    for name, verdict in (("failure", "failed"), ("error", "error"), ("skipped", "skipped")):
        if case.find(name) is not None:
            return verdict
    return "passed"


def check_junit(path, run):
    faults = list(schema_faults("junit.xsd", path))
    yield from faults
    if faults:
        return
    yield from unseen_faults(read(path))
    root = xml.etree.ElementTree.parse(path).getroot()
    suites = [{case.get("name"): case_verdict(case) for case in suite.findall("testcase")} for suite in root]
    for suite, cases in zip(root, suites):
        told = {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}
        yield from differ("counts of " + suite.get("name"), told, counts_of(cases.values()))
        yield from differ("cases of the same name", len(cases), len(suite.findall("testcase")))
    told = {name: int(root.get(name)) for name in ("tests", "failures", "errors", "skipped")}
    yield from differ("counts", told, counts_of(v for cases in suites for v in cases.values()))
    if run.tested == 0:
        yield from differ("the suite of nothing tested", suites[0], {"clairlint/page-tested": "error"})
        suites = suites[1:]
    yield from differ("suites", suites, list(run.suites()))
    for failure in root.iter("failure"):
        if failure.get("message") not in (failure.text or ""):
            yield "GitLab shows the text alone, and it lacks the message: %s" % failure.get("message")


def check_checkstyle(path, run):
    faults = list(schema_faults("checkstyle.xsd", path))
    yield from faults
    if faults:
        return
    yield from unseen_faults(read(path))
    errors = list(xml.etree.ElementTree.parse(path).getroot().iter("error"))
    own = {"clairlint.clairlint.page-tested", "clairlint.clairlint.note"}
    rules = collections.Counter(e.get("source") for e in errors if e.get("source") not in own)
    wanted = collections.Counter("clairlint." + f["rule"].replace("/", ".") for f in run.told)
    yield from differ("findings by rule", rules, wanted)
    severe = sum(e.get("severity") != "info" for e in errors if e.get("source") not in own)
    yield from differ("errors and warnings", severe, sum(map(run.fails, run.told)))
    missing = [e for e in errors if e.get("source") == "clairlint.clairlint.page-tested"]
    yield from differ("pages not tested", len(missing), len(run.untested) + (run.tested == 0))


# --- TAP -------------------------------------------------------------------------------------------------------------

POINT = re.compile(r"(not )?ok (\d+) - ((?:[^#\\]|\\[#\\])*?)(?: # (SKIP|TODO) ((?:[^#\\]|\\[#\\])*))?$")


def yaml_faults(lines):
    import yaml

    try:
        value = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError as error:
        yield "YAML: %s" % error
        return
    if not isinstance(value, dict):
        yield "YAML: no keys"


class Tap:
    """TAP 14, as its specification has it: https://testanything.org/tap-version-14-specification.html"""

    def __init__(self, text):
        self.faults = []
        self.bailed = None
        self.lines = text.split("\n")
        if self.lines.pop() != "":
            self.faults.append("no line break at the end")
        self.points = self.stream("")

    def fault(self, what, line):
        self.faults.append("%s: %s" % (what, line[:200]))

    def stream(self, indent):
        """The test points of one level: (name, verdict, points of the subtest)."""
        plan, points, inner = None, [], None
        if indent == "" and (not self.lines or self.lines.pop(0) != "TAP version 14"):
            self.faults.append("no version")
        while self.lines and self.lines[0].startswith(indent):
            line = self.lines[0][len(indent):]
            if indent == "" and line.startswith("Bail out! "):
                self.bailed = line
                self.lines.pop(0)
                continue
            if line.startswith("# Subtest: "):
                self.lines.pop(0)
                inner = self.stream(indent + "    ")
                continue
            if line.startswith("  ---"):
                self.yaml(indent)
                continue
            if indent != "" and line.startswith(" "):
                self.fault("indent", line)
            self.lines.pop(0)
            if re.fullmatch(r"1\.\.\d+", line) and plan is None:
                plan = int(line[3:])
                continue
            point = POINT.fullmatch(line)
            if point is None:
                self.fault("no line of TAP", line)
                continue
            verdict = {"SKIP": "skipped", "TODO": "skipped", None: "failed" if point[1] else "passed"}[point[4]]
            if point[4] == "SKIP" and point[1]:
                self.fault("a test that was skipped is ok", line)
            points.append((point[3], verdict, inner))
            if int(point[2]) != len(points):
                self.fault("number", line)
            if inner is not None and verdict != ("failed" if any(p[1] == "failed" for p in inner) else "passed"):
                self.fault("not what its subtest says", line)
            inner = None
        if plan != len(points) and self.bailed is None:
            self.faults.append("%s points planned, %d told" % (plan, len(points)))
        return points

    def yaml(self, indent):
        block = []
        self.lines.pop(0)
        while self.lines and self.lines[0] != indent + "  ...":
            block.append(self.lines.pop(0)[len(indent) + 2:])
        if not self.lines:
            self.faults.append("YAML is not closed")
            return
        self.lines.pop(0)
        self.faults.extend(yaml_faults(block))


def check_tap(path, run):
    text = read(path)
    tap = Tap(text)
    yield from tap.faults
    yield from unseen_faults(text)
    yield from differ("bails out", tap.bailed is not None, run.tested == 0)
    wanted = [list(cases.values()) for cases in run.suites()]
    if run.tested == 0:
        wanted = wanted[:len(run.pages)]
    got = [[p[1] for p in point[2]] if point[2] is not None else [point[1]] for point in tap.points]
    wanted = [["failed" if v == "error" else v for v in cases] or ["skipped"] for cases in wanted]
    yield from differ("verdicts", got, wanted)
    # Debian's prove knows TAP up to 13, of which 14 is an extension.
    old = path + ".13"
    with open(old, "w", encoding="utf-8") as file:
        file.write(text.replace("TAP version 14\n", "TAP version 13\n", 1))
    proved = subprocess.run(["prove", "--exec", "cat", old], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, check=False)
    os.unlink(old)
    failed = sum("failed" in cases for cases in wanted)
    if "Parse errors" in proved.stdout:
        yield "prove: %s" % proved.stdout[-500:]
    elif run.tested > 0:
        told = re.search(r"Tests: (\d+) Failed: (\d+)", proved.stdout)
        got = (int(told[1]), int(told[2])) if told else (len(wanted), 0 if "Result: PASS" in proved.stdout else None)
        yield from differ("points and failures for prove", got, (len(wanted), failed))


# --- Tables ----------------------------------------------------------------------------------------------------------

def csv_rows(path, separator, columns):
    """The rows, and the faults of the file."""
    with open(path, "rb") as file:
        data = file.read()
    faults = []
    if not data.startswith(b"\xef\xbb\xbf"):
        faults.append("no byte order mark")
    text = data.decode("utf-8-sig")
    if text.count("\n") != text.count("\r\n") or not text.endswith("\r\n"):
        faults.append("a line does not end with CRLF")
    faults.extend(unseen_faults(text, "\r\n"))
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    faults.extend("%d cells in a row" % n for n in {len(row) for row in rows} - {columns})
    faults.extend("a spreadsheet would compute %r" % cell[:80] for row in rows for cell in row if FORMULA.match(cell))
    if len(rows) != text.count("\r\n"):
        faults.append("a row takes several lines")
    return rows, faults


def untested_rows(run):
    return len(run.untested) + (run.tested == 0)


def check_csv(path, run):
    rows, faults = csv_rows(path, ",", COLUMNS)
    yield from faults
    yield from differ("rows", len(rows) - 1, len(run.findings) + untested_rows(run))
    rules = collections.Counter(row[7] for row in rows[1:] if row[7] != "")
    yield from differ("findings by rule", rules, collections.Counter(f["rule"] for f in run.findings))
    prints = sorted(row[17] for row in rows[1:] if row[17] != "")
    yield from differ("fingerprints", prints, sorted(f["fingerprint"] for f in run.findings))


def check_rgaa_grid(path, run):
    rows, faults = csv_rows(path, ";", 8)
    yield from faults
    pages = 106 * run.tested + len(run.untested)
    if not pages <= len(rows) - 1 <= pages + 106:
        yield "%d rows for %d pages" % (len(rows) - 1, len(run.pages))


def part_faults(archive):
    for name in archive.namelist():
        if name.startswith("/") or ".." in name:
            yield "a name in the archive: %s" % name
        if not name.endswith((".xml", ".rels")):
            yield "a part that is no XML: %s" % name
            continue
        for element in xml.etree.ElementTree.fromstring(archive.read(name)).iter():
            if element.tag.rpartition("}")[2] in ("f", "hyperlink"):
                yield "%s holds <%s>" % (name, element.tag)


def check_xlsx(path, run):
    import openpyxl

    with zipfile.ZipFile(path) as archive:
        yield from differ("a bad part", archive.testzip(), None)
        yield from part_faults(archive)
        core = archive.read("docProps/core.xml").decode()
        if "1980-01-01T00:00:00Z" not in core:
            yield "the date of a reproducible report: %s" % core
    book = openpyxl.load_workbook(path)
    sheets = book.worksheets
    yield from differ("sheets", len(sheets), 4 if run.site["rgaa"]["criteria"] else 3)
    wanted = [len(run.causes) + (run.tested == 0), len(run.findings) + untested_rows(run), len(run.pages),
              len(run.site["rgaa"]["criteria"])]
    for sheet, rows in zip(sheets, wanted):
        head = [cell.value for cell in sheet[1]]
        yield from differ("rows of " + sheet.title, sum(any(c.value is not None for c in row) for row in sheet) - 1, rows)
        pane = sheet.sheet_view.pane
        yield from differ("head of " + sheet.title, (pane.state, pane.topLeftCell, None in head), ("frozen", "A2", False))
        if not (sheet.auto_filter.ref or "").startswith("A1:"):
            yield "no filter in " + sheet.title
        for row in sheet:
            for cell in row:
                if cell.data_type not in ("s", "n", "inlineStr") or cell.hyperlink is not None:
                    yield "%s!%s is of type %s" % (sheet.title, cell.coordinate, cell.data_type)
                elif isinstance(cell.value, str):
                    yield from unseen_faults(cell.value)
    rules = collections.Counter(row[7].value for row in sheets[1].iter_rows(min_row=2) if row[7].value)
    yield from differ("findings by rule", rules, collections.Counter(f["rule"] for f in run.findings))


# --- Markdown --------------------------------------------------------------------------------------------------------

class Comment(html.parser.HTMLParser):
    """What GitHub's own reader makes of the comment: only marks of ours, and nothing that calls anybody."""
    OURS = {"h2", "h3", "p", "strong", "ol", "ul", "li", "code", "table", "thead", "tbody", "tr", "th", "td"}

    def __init__(self):
        super().__init__()
        self.faults, self.plain, self.coded, self.count = [], [], 0, collections.Counter()

    def handle_starttag(self, tag, attrs):
        self.count[tag] += 1
        self.coded += tag == "code"
        if tag not in self.OURS:
            self.faults.append("<%s> line %d" % (tag, self.getpos()[0]))

    def handle_endtag(self, tag):
        self.coded -= tag == "code"

    def handle_data(self, data):
        if not self.coded:
            self.plain.append(data)


def check_markdown(path, run, room=65536, causes=10, limit_of_doubts=5):
    text = read(path)
    yield from unseen_faults(text)
    if len(text) > room:
        yield "%d characters" % len(text)
    made = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough",
                           "-e", "tasklist", path], stdout=subprocess.PIPE, text=True, check=True).stdout
    comment = Comment()
    comment.feed(made)
    yield from comment.faults[:10]
    plain = " ".join(comment.plain)
    called = re.search(r"(?<!\w)@\w|\w+://|www\.|(?<![\w&])[#!]\d|\bGH-\d", plain)
    if called:
        yield "outside code: %r" % plain[max(0, called.start() - 40):called.end() + 40]
    yield from differ("tables", comment.count["table"], 1 if run.tested > 0 else 0)
    if run.tested == 0 and "Aucun" not in plain:
        yield "it does not say that nothing was tested"
    if not re.search(r"%d\D+%d" % (run.tested, len(run.pages)), plain):
        yield "the number of pages is not told"
    failed = [cause for cause in run.causes if cause["outcome"] == "failed"]
    ranks = len(re.findall(r"^\d+\. \*\*", text, re.M))
    doubts = sum(cause["outcome"] != "failed" for cause in run.causes)
    yield from differ("causes told", ranks, min(causes, len(failed)) + min(limit_of_doubts, doubts))


def check_github_summary(path, run):
    yield from check_markdown(path, run, 1 << 20, 100, 50)


CHECKERS = {
    "text": check_text,
    "json": check_json,
    "jsonl": check_jsonl,
    "earl": check_earl,
    "sarif": check_sarif,
    "gitlab-quality": check_gitlab_quality,
    "gitlab-accessibility": check_gitlab_accessibility,
    "github": check_github,
    "github-summary": check_github_summary,
    "html": check_html,
    "junit": check_junit,
    "checkstyle": check_checkstyle,
    "tap": check_tap,
    "csv": check_csv,
    "rgaa-grid": check_rgaa_grid,
    "xlsx": check_xlsx,
    "markdown": check_markdown,
}


def format_names():
    with open(os.path.join(TOP, "src", "clairlint", "format.def"), encoding="utf-8") as file:
        return re.findall(r'^FORMAT\(\w+, "([^"]+)"', file.read(), re.M)


def faults_of(name, path, run):
    if name not in CHECKERS:
        yield "no checker: write one in tests/report/check_formats.py"
    elif not os.path.isfile(path) or os.path.getsize(path) == 0:
        yield "no report"
    else:
        try:
            yield from CHECKERS[name](path, run)
        except (ValueError, csv.Error, zipfile.BadZipFile, xml.etree.ElementTree.ParseError) as error:
            yield "it cannot be read: %s" % error


def main():
    folder = sys.argv[1]
    given = dict(argument.split("=", 1) for argument in sys.argv[2:])
    run = Run(os.path.join(folder, "report.jsonl"))
    failed = False
    for name in given or format_names():
        for fault in faults_of(name, given.get(name, os.path.join(folder, "report." + name)), run):
            print("%s: %s" % (name, str(fault)[:1500]))
            failed = True
    sys.exit(failed)


main()
