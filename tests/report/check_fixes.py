"""The fixes of a SARIF log, by line and column, make of a file what the edits of a JSON report, by byte, make of it.

check_fixes.py LOG.sarif REPORT.json: from the folder that they were written in; files in UTF-8.
"""
import json
import re
import sys
import urllib.parse


def by_line(source, changes):
    """Columns are characters, and a line ends with CR LF, LF or CR."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source)
    starts = [sum(map(len, lines[:i])) for i in range(len(lines))]
    for change in sorted(changes, key=lambda c: -starts[c["deletedRegion"]["startLine"] - 1] - c["deletedRegion"]["startColumn"]):
        where = change["deletedRegion"]
        start = starts[where["startLine"] - 1] + where["startColumn"] - 1
        end = starts[where["endLine"] - 1] + where["endColumn"] - 1
        source = source[:start] + change["insertedContent"]["text"] + source[end:]
    return source


def by_byte(source, edits):
    source = source.encode("utf-8")
    for edit in sorted(edits, key=lambda e: -e["offset"]):
        source = source[:edit["offset"]] + edit["text"].encode("utf-8") + source[edit["offset"] + edit["length"]:]
    return source.decode("utf-8")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        results = json.load(file)["runs"][0]["results"]
    with open(sys.argv[2], encoding="utf-8") as file:
        pages = json.load(file)["pages"]
    compared = 0
    for page in pages:
        with open(page["file"], encoding="utf-8", newline="") as file:
            source = file.read()
        findings = page["findings"]
        logged = [result for result in results if result["properties"]["url"] == page["url"]]
        assert len(findings) == len(logged), page["url"]
        for finding, result in zip(findings, logged):
            fix = finding["fix"]
            edits = [fix, *fix["more"]] if fix and fix["text"] is not None else []
            assert bool(edits) == ("fixes" in result), finding
            if not edits:
                continue
            change, = result["fixes"][0]["artifactChanges"]
            assert urllib.parse.unquote(change["artifactLocation"]["uri"]) == page["file"], change
            assert by_line(source, change["replacements"]) == by_byte(source, edits), finding
            compared += 1
    print("%d fixes" % compared)
    assert compared > 0, "no fix to compare"


main()
