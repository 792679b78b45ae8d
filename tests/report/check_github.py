"""Reads annotations as the runner of GitHub does: check_github.py FILE... Prints each fault, exits 1 if any.

The runner (ActionCommand) takes a line "::NAME PROPERTY=VALUE,…::MESSAGE" apart at its marks, then undoes the escapes.
"""
import re
import sys

KEYS = {"title", "file", "line", "endLine", "col", "endColumn"}
CAUSE_LIMIT = 10


def faults_of(line):
    found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.+)", line)
    if not found:
        yield "not a command: %s" % line[:200]
        return
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    if set(properties) - KEYS or not properties.get("title"):
        yield "properties: %s" % found[2]
    for text in [found[3], *properties.values()]:
        if re.search(r"%(?!25|0A|3A|2C)", text):
            yield "an escape that the runner does not undo: %s" % text[:200]
        if re.search("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text):
            yield "a character that is not seen: %r" % text[:200]
    path = properties.get("file", "a").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    if path.startswith("/") or {"", ".", ".."} & set(path.split("/")):
        yield "path: %s" % path
    if "col" in properties and properties["line"] != properties["endLine"]:
        yield "columns on several lines: %s" % line[:200]


def main():
    faults = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            lines = file.read().split("\n")
        told = [fault for line in lines[:-1] for fault in faults_of(line)]
        if lines[-1] != "" or len(lines) < 2:
            told.append("the last line is not whole, or there is none")
        if sum(",file=" in line for line in lines) > CAUSE_LIMIT:
            told.append("more than %d causes" % CAUSE_LIMIT)
        for fault in told:
            print("%s: %s" % (path, fault))
        faults += len(told)
    sys.exit(faults > 0)


main()
