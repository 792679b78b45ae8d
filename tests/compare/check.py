#!/usr/bin/env python3
"""Mutated copies of sites, compared with what they were: check.py CLAIRLINT SEEDS FOLDER...

For each folder, seed and kind of mutation: the share of old findings that are found again, by their very
fingerprint and with the help of the comparison; whether the planted defect is found; what else is said to be
new or gone. Exits 1 when something is lost, or new and not planted.
"""
import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile

KINDS = ['wrap', 'reorder', 'classes', 'move', 'defect', 'all']
ALL = ['wrap', 'reorder', 'classes', 'move', 'defect']
MUTATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'mutate.py')
BASE = 'https://site.example/'


def judge(program, folder, out):
    if os.path.exists(out):
        os.unlink(out)
    subprocess.run([program, 'check', '.', '--base', BASE, '--no-config', '--quiet', '--fail-on', 'never',
                    '--format', 'json=' + out], cwd=folder, check=False, stderr=subprocess.DEVNULL)
    return json.load(open(out, encoding='utf-8'))


def prints(report, moved):
    """Fingerprints of each page, by its new name."""
    found = collections.Counter()
    for page in report['pages']:
        path = page['url'].removeprefix(BASE)
        path = moved[1] if moved and path == moved[0] else path
        found.update((path, finding['fingerprint']) for finding in page['findings'])
    return found


def one(program, before, old, folder, seed, kind, work, told):
    copy = os.path.join(work, 'copy')
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    done = json.loads(subprocess.run([sys.executable, MUTATE, copy, str(seed)] + (ALL if kind == 'all' else [kind]),
                                     check=True, capture_output=True, text=True).stdout)
    new = judge(program, copy, os.path.join(work, 'new.json'))
    status = subprocess.run([program, 'compare', before, os.path.join(work, 'new.json'), '--quiet', '--no-config',
                             '--format', 'json=' + os.path.join(work, 'c.json')], check=False).returncode
    compared = json.load(open(os.path.join(work, 'c.json'), encoding='utf-8'))
    was, now = prints(old, done.get('move')), prints(new, None)
    planted = done.get('defect')
    result = collections.Counter(old=sum(was.values()), kept=sum((was & now).values()), runs=1,
                                 changed=done['changed'])
    for finding in compared['findings']['new']:
        if planted and finding['rule'] == 'images/alt-missing' and planted[1] in (finding['excerpt'] or ''):
            result['found'] += 1
        else:
            result['new ' + finding['outcome']] += 1
            told('new', kind, seed, finding)
    for finding in compared['findings']['gone']:
        result['gone'] += 1
        told('gone', kind, seed, finding)
    for key in ('apart_new', 'apart_gone'):
        result['apart'] += sum(compared['findings'][key].values())
    result['planted'] = 1 if planted else 0
    wrong = {c['kind'] for c in compared['changes']} - {'page-moved'} if kind != 'reorder' else set()
    result['other changes'] = len(wrong)
    if status not in (0, 1) or (status == 1) != (compared['findings']['failed']['new'] > 0):
        result['wrong status'] = 1
    if done.get('move') and 'page-moved' not in [c['kind'] for c in compared['changes']]:
        result['move not seen'] = 1
    return result


def main():
    program, seeds = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    totals = {kind: collections.Counter() for kind in KINDS}
    rules = collections.Counter()
    verbose = os.environ.get('V')
    with tempfile.TemporaryDirectory() as work:
        for folder in sys.argv[3:]:
            def told(what, kind, seed, finding):
                rules[(what, kind, finding['rule'])] += 1
                if verbose:
                    print(what, kind, seed, finding['rule'], finding['outcome'], finding['url'], finding['line'],
                          finding['excerpt'], sep='\t')
            base = os.path.join(work, 'base')
            shutil.rmtree(base, ignore_errors=True)
            shutil.copytree(folder, base)
            subprocess.run(['chmod', '-R', 'u+w', base], check=True)
            subprocess.run([sys.executable, MUTATE, base, '0', 'prepare'], check=True, stdout=subprocess.DEVNULL)
            before = os.path.join(work, 'old.json')
            old = judge(program, base, before)
            if not any(page['tested'] for page in old['pages']):
                continue
            for seed in range(1, seeds + 1):
                for kind in KINDS:
                    totals[kind] += one(program, before, old, base, seed, kind, work, told)
    for kind, t in totals.items():
        if not t['runs']:
            continue
        print('%-8s %3d runs, %5d pages changed, fingerprints kept %.3f%% of %d, gone %d, new failures %d, new reviews %d, '
              'apart %d, planted %d found %d, moves not seen %d, other changes %d, wrong statuses %d' % (
                  kind, t['runs'], t['changed'], 100 * t['kept'] / max(1, t['old']), t['old'], t['gone'],
                  t['new failed'], t['new review'], t['apart'], t['planted'], t['found'], t['move not seen'],
                  t['other changes'], t['wrong status']))
    for key, count in sorted(rules.items()):
        print('\t'.join(key), count, sep='\t')
    bad = sum(t['gone'] + t['new failed'] + t['new review'] + t['planted'] - t['found'] + t['move not seen'] +
              t['wrong status'] for t in totals.values())
    runs = sum(t['runs'] for t in totals.values())
    print('%d runs, %d faults' % (runs, bad))
    sys.exit(bool(bad) or not runs)


main()
