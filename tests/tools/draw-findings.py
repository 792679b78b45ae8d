#!/usr/bin/env python3
"""Draws failed findings of a report at random, to be judged one by one against their pages.

usage: draw-findings.py REPORT.jsonl SEED COUNT

One finding of each rule that failed first, in an order that the seed decides, then any others: a rule that
speaks seldom is judged like one that speaks often. The same report, seed and count give the same list.
"""
import json
import random
import sys


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


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    found = list(failures(sys.argv[1]))
    seed, count = sys.argv[2], int(sys.argv[3])
    drawn = draw(found, seed, count)
    print(f"{len(drawn)} of {len(found)} failed findings, seed {seed}")
    for number, (page, finding) in enumerate(drawn, 1):
        print(f"{number}. {finding['rule']} {page}:{finding['line']}:{finding['column']}")
        print(f"   {finding['message']}")
        print(f"   {finding['excerpt']}")


main()
