#!/usr/bin/env python3
"""Finds the ranks of sites.csv again from its scores and intervals. usage: recompute.py sites.csv"""
import csv, math, sys
from bisect import bisect_left, bisect_right

with open(sys.argv[1], encoding='utf-8', newline='') as file:
    sites = [row for row in csv.DictReader(file) if row['state'] == 'ranked']
wrong = 0
for axis in ('access', 'comprehension', 'journey'):
    ranked = [(math.floor(float(row[axis + '_score']) + 0.5), int(row[axis + '_low']), int(row[axis + '_high']),
               [int(row[axis + name]) for name in ('_points', '_rank', '_tied', '_best', '_worst')])
              for row in sites if row[axis + '_score']]
    points, lows, highs = (sorted(one[i] for one in ranked) for i in range(3))
    for mine, low, high, told in ranked:
        above = len(points) - bisect_right(points, mine)
        tied = len(points) - above - bisect_left(points, mine)
        best, worst = 1 + len(lows) - bisect_right(lows, high), len(highs) - bisect_left(highs, low)
        wrong += told != [mine, above + 1, tied, best, worst]
print(f'{len(sites)} sites, {wrong} ranks differ')
sys.exit(wrong > 0 or not sites)
