#!/usr/bin/env python3
"""Finds the scores and the intervals of sites.jsonl again from the scores of the pages: docs/decisions/0023-ranking.md.
usage: intervals.py sites.jsonl [SITES]"""
import json, math, sys

MASK, AXES = (1 << 64) - 1, ('access', 'comprehension', 'journey')


def splitmix(state):
    while True:
        state = (state + 0x9e3779b97f4a7c15) & MASK
        mixed = ((state ^ (state >> 30)) * 0xbf58476d1ce4e5b9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94d049bb133111eb) & MASK
        yield mixed ^ (mixed >> 31)


def fnv(text):
    seed = 14695981039346656037
    for byte in text.encode():
        seed = ((seed ^ byte) * 1099511628211) & MASK
    return seed


def resamples(site, count):
    pages = [[0 if page[axis] is None else 1000 - round(page[axis] * 10) for axis in AXES] for page in site['pages']]
    draws = splitmix((0x636c6169726c696e + site['round']) ^ fnv(site['address']))
    for _ in range(count):
        sums = [0, 0, 0]
        for j in range(len(pages)):
            drawn = next(draws) if j % 2 == 0 else (drawn << 32) & MASK
            page = pages[((drawn >> 32) * len(pages)) >> 32]
            sums = [sum_ + loss for sum_, loss in zip(sums, page)]
        yield [site['site_kept'][axis] * (100 - sum_ / len(pages) / 10) for axis, sum_ in zip(AXES, sums)]


def check(site):
    drawn = list(resamples(site, 1000))
    for index, axis in enumerate(AXES):
        told = site['ranks'][axis]
        if told is None:
            continue
        lost = sum(100 - page[axis] for page in site['pages'] if page[axis] is not None)
        score = site['site_kept'][axis] * (100 - lost / len(site['pages']))
        if abs(score - told['score']) > 0.05001:
            yield f"{site['address']} {axis}: score {told['score']}, and pages give {score:.3f}"
        values = sorted(one[index] for one in drawn)
        low = math.floor(min(values[24], told['score']) + 1e-9)
        high = math.ceil(max(values[975], told['score']) - 1e-9)
        if (low, high) != (told['low'], told['high']):
            yield f"{site['address']} {axis}: {told['low']} to {told['high']}, and pages give {low} to {high}"


with open(sys.argv[1], encoding='utf-8') as file:
    ranked = [site for site in map(json.loads, file) if site['state'] == 'ranked']
limit = int(sys.argv[2]) if len(sys.argv) > 2 else len(ranked)
faults = [fault for site in ranked[:limit] for fault in check(site)]
print(*faults, f'{min(limit, len(ranked))} sites, {len(faults)} faults', sep='\n')
sys.exit(bool(faults) or not ranked)
