#!/usr/bin/env python3
"""Draws failed findings of a report at random, to be judged one by one against their pages.

usage: draw-findings.py [--suggestions] REPORT.jsonl SEED COUNT

One finding of each rule that failed first, in an order that the seed decides, then any others: a rule that
speaks seldom is judged like one that speaks often. The same report, seed and count give the same list.

--suggestions: of failed findings whose remedy is other words in the place of those of the page, at random whatever
the rule; each is shown in its sentence, with the words proposed between arrows. What is proposed for the same words
between the same words on several pages is drawn once.
"""
import html
import json
import random
import re
import sys

AROUND = 90


def failures(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            if page["type"] != "page":
                continue
            for finding in page["findings"]:
                if finding["outcome"] == "failed" and not finding["suppressed"]:
                    yield page["file"] or page["url"], finding


def draw(found, seed, count):
    shuffled = sorted(found, key=lambda one: (one[0], one[1]["offset"], one[1]["rule"], one[1]["fingerprint"]))
    random.Random(seed).shuffle(shuffled)
    met = set()
    first, others = [], []
    for one in shuffled:
        (others if one[1]["rule"] in met else first).append(one)
        met.add(one[1]["rule"])
    return (first + others)[:count]


def plain_text(source):
    text = re.sub(r"<[^>]*>?", " ", re.sub(r"^[^<>]*>", " ", source))
    return re.sub(r"\s+", " ", html.unescape(text))


def in_sentence(page, finding):
    fix = finding["fix"]
    with open(page, "rb") as file:
        source = file.read()
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        # Offsets are those of the page once decoded.
        source = source.decode("windows-1252", "replace").encode("utf-8")
    start, end = fix["offset"], fix["offset"] + fix["length"]
    before = plain_text(source[max(0, start - 4 * AROUND):start].decode("utf-8", "ignore"))[-AROUND:]
    after = plain_text(source[end:end + 4 * AROUND].decode("utf-8", "ignore"))[:AROUND]
    replaced = plain_text(source[start:end].decode("utf-8", "ignore"))
    return before, replaced, fix["text"], after


def suggestions(found):
    met = {}
    for page, finding in found:
        fix = finding["fix"]
        if fix and fix["kind"] == "replace-text" and fix["text"] is not None:
            met.setdefault(in_sentence(page, finding), (page, finding))
    return sorted((page, finding["offset"], finding["rule"], words) for words, (page, finding) in met.items())


def show_suggestions(found, seed, count):
    all_of_them = suggestions(found)
    random.Random(seed).shuffle(all_of_them)
    print(f"{min(count, len(all_of_them))} of {len(all_of_them)} suggestions, seed {seed}")
    for number, (page, _, rule, (before, replaced, text, after)) in enumerate(all_of_them[:count], 1):
        print(f"{number}. {rule} {page}")
        print(f"   {before}[{replaced} → {html.unescape(text)}]{after}")


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--suggestions"]
    if len(arguments) != 3:
        sys.exit(__doc__)
    found = list(failures(arguments[0]))
    seed, count = arguments[1], int(arguments[2])
    if len(arguments) != len(sys.argv) - 1:
        show_suggestions(found, seed, count)
        return
    drawn = draw(found, seed, count)
    print(f"{len(drawn)} of {len(found)} failed findings, seed {seed}")
    for number, (page, finding) in enumerate(drawn, 1):
        print(f"{number}. {finding['rule']} {page}:{finding['line']}:{finding['column']}")
        print(f"   {finding['message']}")
        print(f"   {finding['excerpt']}")


main()
