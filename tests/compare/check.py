#!/usr/bin/env python3
"""Mutated copies of sites, compared with what they were: check.py CLAIRLINT SEEDS FOLDER...

For each folder, seed and kind of mutation: the share of old findings that are found again, by their very
fingerprint, with the help of the comparison, and beside a baseline; whether the planted defect is found; what
else is said to be new or gone. Exits 1 when a fingerprint or a finding is lost, or new and not planted.
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


def judge(program, folder, out, *options):
    """The report, and the exit status."""
    if os.path.exists(out):
        os.unlink(out)
    done = subprocess.run([program, 'check', '.', '--base', BASE, '--no-config', '--quiet', *options,
                           '--format', 'json=' + out], cwd=folder, check=False, stderr=subprocess.DEVNULL)
    return json.load(open(out, encoding='utf-8')), done.returncode


def prints(report, moved):
    """Fingerprints of each page, by its new name."""
    found = collections.Counter()
    for page in report['pages']:
        path = page['url'].removeprefix(BASE)
        path = moved[1] if moved and path == moved[0] else path
        found.update((path, finding['fingerprint']) for finding in page['findings'])
    return found


def is_planted(finding, planted):
    return planted and finding['rule'] == 'images/alt-missing' and planted[1] in (finding['excerpt'] or '')


def beside_baseline(report, status, planted, result, told):
    """All that was there is known; the planted defect, and nothing else, is new and fails."""
    fresh = collections.Counter()
    for page in report['pages']:
        for finding in page['findings']:
            if finding['baseline'] == 'known':
                result['known'] += 1
            elif is_planted(finding, planted):
                result['planted new'] += finding['baseline'] == 'new'
                fresh['failed'] += 1
            else:
                result['baseline wrong'] += 1
                told('wrongly new', finding | {'url': page['url']})
                fresh[finding['outcome']] += 1
    counts = report['site']['baseline']
    result['baseline gone'] += counts['failed']['gone'] + counts['review']['gone'] + counts['not_looked_for']
    if counts['failed']['new'] != fresh['failed'] or counts['review']['new'] != fresh['review']:
        result['wrong counts'] += 1
    if status != (1 if fresh['failed'] else 0):
        result['wrong status'] += 1


def one(program, before, old, folder, seed, kind, work, told):
    copy = os.path.join(work, 'copy')
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    done = json.loads(subprocess.run([sys.executable, MUTATE, copy, str(seed)] + (ALL if kind == 'all' else [kind]),
                                     check=True, capture_output=True, text=True).stdout)
    new, new_status = judge(program, copy, os.path.join(work, 'new.json'), '--baseline', os.path.join(work, 'old.jsonl'),
                            '--fail-on', 'new')
    status = subprocess.run([program, 'compare', before, os.path.join(work, 'new.json'), '--quiet', '--no-config',
                             '--format', 'json=' + os.path.join(work, 'c.json')], check=False).returncode
    compared = json.load(open(os.path.join(work, 'c.json'), encoding='utf-8'))
    was, now = prints(old, done.get('move')), prints(new, None)
    planted = done.get('defect')
    result = collections.Counter(old=sum(was.values()), kept=sum((was & now).values()), runs=1,
                                 changed=done['changed'])
    for finding in compared['findings']['new']:
        if is_planted(finding, planted):
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
    beside_baseline(new, new_status, planted, result, lambda what, finding: told(what, kind, seed, finding))
    wrong = {c['kind'] for c in compared['changes']} - {'page-moved'} if kind != 'reorder' else set()
    result['other changes'] = len(wrong)
    if status not in (0, 1) or (status == 1) != (compared['findings']['failed']['new'] > 0):
        result['wrong status'] += 1
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
            old, _ = judge(program, base, before, '--fail-on', 'never', '--write-baseline', os.path.join(work, 'old.jsonl'))
            if not any(page['tested'] for page in old['pages']):
                continue
            for seed in range(1, seeds + 1):
                for kind in KINDS:
                    totals[kind] += one(program, before, old, base, seed, kind, work, told)
    for kind, t in totals.items():
        if not t['runs']:
            continue
        print('%-8s %3d runs, %5d pages changed, fingerprints kept %.3f%% of %d, gone %d, new failures %d, new reviews %d, '
              'apart %d, planted %d found %d, beside the baseline known %.3f%%, planted new %d, others new %d, gone %d, '
              'wrong counts %d, moves not seen %d, other changes %d, wrong statuses %d' % (
                  kind, t['runs'], t['changed'], 100 * t['kept'] / max(1, t['old']), t['old'], t['gone'],
                  t['new failed'], t['new review'], t['apart'], t['planted'], t['found'],
                  100 * t['known'] / max(1, t['old']), t['planted new'], t['baseline wrong'], t['baseline gone'],
                  t['wrong counts'], t['move not seen'],
                  t['other changes'], t['wrong status']))
    for key, count in sorted(rules.items()):
        print('\t'.join(key), count, sep='\t')
    bad = sum(t['old'] - t['kept'] + t['gone'] + t['new failed'] + t['new review'] + t['planted'] - t['found'] +
              t['move not seen'] + t['wrong status'] + t['planted'] - t['planted new'] + t['baseline wrong'] + t['baseline gone'] +
              t['wrong counts'] for t in totals.values())
    runs = sum(t['runs'] for t in totals.values())
    print('%d runs, %d faults' % (runs, bad))
    sys.exit(bool(bad) or not runs)


main()
