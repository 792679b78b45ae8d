"""Holds the reports for GitLab to what it reads: check_gitlab.py FILE... Prints each fault, exits 1 if any.

A list is Code Quality (docs: ci/testing/code_quality, "Code Quality report format"); an object is the JSON of pa11y-ci,
as ci/testing/accessibility_testing reads it.
"""
import json
import re
import sys

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
ENTRY = ["code", "context", "message", "runner", "runnerExtras", "selector", "type", "typeCode"]


def no_twice(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key comes twice: %s" % keys)
    return dict(pairs)


def issue_faults(issue):
    if not issue.get("description") or not re.fullmatch(r"[a-z0-9]+/[a-z0-9-]+", issue.get("check_name", "")):
        yield "words: %s" % issue
    if issue.get("severity") not in SEVERITIES:
        yield "severity: %s" % issue
    path = issue.get("location", {}).get("path", "")
    if not path or path.startswith(("/", "./")) or {"", ".", ".."} & set(path.split("/")):
        yield "path: %s" % issue
    lines = issue.get("location", {}).get("lines", {})
    if not 1 <= lines.get("begin", 0) <= lines.get("end", 0):
        yield "lines: %s" % issue


def quality_faults(issues):
    for issue in issues:
        yield from issue_faults(issue)
    prints = [issue.get("fingerprint", "") for issue in issues]
    if len(set(prints)) != len(prints) or not all(re.fullmatch("[0-9a-f]{16}", one) for one in prints):
        yield "fingerprints are not all there, or not unique"


def entry_faults(entry):
    if sorted(entry) != ENTRY or entry["type"] != "error" or entry["typeCode"] != 1 or not entry["message"]:
        yield "entry: %s" % entry
    elif not all(isinstance(entry[key], str) for key in ("code", "context", "selector", "runner")):
        yield "not a text: %s" % entry
    elif "<" in entry["context"] + entry["selector"] or ":nth" in entry["selector"]:
        yield "an entry that a class or a sibling changes: %s" % entry


def accessibility_faults(report):
    results = report["results"]
    entries = [entry for found in results.values() for entry in found]
    counts = {"total": len(results), "passes": sum(not found for found in results.values()), "errors": len(entries)}
    for name, count in counts.items():
        if report.get(name) != count:
            yield "%s is %s instead of %d" % (name, report.get(name), count)
    if not results or "" in results:
        yield "addresses"
    for found in results.values():
        prints = [entry.get("runnerExtras", {}).get("fingerprint") for entry in found]
        if len(prints) != len(set(prints)) or None in prints:
            yield "fingerprints of one address: %s" % prints
    for entry in entries:
        yield from entry_faults(entry)


def main():
    faults = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            report = json.load(file, object_pairs_hook=no_twice)
        for fault in quality_faults(report) if isinstance(report, list) else accessibility_faults(report):
            print("%s: %s" % (path, fault))
            faults += 1
    sys.exit(faults > 0)


main()
