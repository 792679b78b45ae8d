#!/usr/bin/env python3
"""Holds a filled grid against its model and against the CSV grid of the same run: the right cells are written, and
nothing else is.
usage: check_grid.py MODEL.ods FILLED.ods GRID.csv"""
import csv
import sys
import zipfile

import grid_read

faults = []
checks = 0


def check(fine, fault):
    global checks
    checks += 1
    if not fine and len(faults) < 20:
        faults.append(fault)


def entries(path):
    with open(path, 'rb') as file:
        whole = file.read()
    with zipfile.ZipFile(path) as package:
        check(package.testzip() is None, 'a damaged entry')
        for info in package.infolist():
            name, extra = (int.from_bytes(whole[info.header_offset + at:info.header_offset + at + 2], 'little')
                           for at in (26, 28))
            start = info.header_offset + 30 + name + extra
            yield info, whole[start:start + info.compress_size]


def same_package(model, filled):
    before, after = list(entries(model)), list(entries(filled))
    check([i.filename for i, _ in before] == [i.filename for i, _ in after], 'entries in another order')
    check(after[0][0].filename == 'mimetype' and after[0][0].compress_type == zipfile.ZIP_STORED, 'mimetype')
    for (old, old_bytes), (new, new_bytes) in zip(before, after):
        if new.filename == 'content.xml':
            check(new.date_time == (1980, 1, 1, 0, 0, 0), 'the time of content.xml: %s' % (new.date_time,))
            check(old_bytes != new_bytes, 'nothing was written')
        else:
            check(old_bytes == new_bytes and old.compress_type == new.compress_type, 'other bytes: ' + new.filename)
            check(old.date_time == new.date_time, 'another time: ' + new.filename)


def wanted_of(path):
    """What the CSV grid says: address and title of each page in order, status and evidence by page and criterion."""
    pages, statuses = [], {}
    with open(path, encoding='utf-8-sig', newline='') as file:
        for line in list(csv.reader(file, delimiter=';'))[1:]:
            number, url, title, criterion, _, status, _, evidence = line
            if not number.isdigit():
                continue
            # In CSV an apostrophe disarms what a spreadsheet would compute; a cell typed as a text computes nothing.
            url, title = (text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text for text in (url, title))
            if (url, title) not in pages:
                pages.append((url, title))
            statuses[len(pages), criterion] = (status, evidence)
    return pages, statuses


def differences(model, filled):
    """Cells whose text is not that of the model, by sheet; everything else of a cell must be as it was."""
    before, after = grid_read.sheets(model), grid_read.sheets(filled)
    check(list(before) == list(after), 'other sheets')
    changed = {}
    for name, rows in before.items():
        check(len(rows) == len(after[name]), name + ': another number of rows')
        for y, (old_row, new_row) in enumerate(zip(rows, after[name])):
            check(len(old_row) == len(new_row), '%s, row %d: another number of cells' % (name, y + 1))
            for x, (old, new) in enumerate(zip(old_row, new_row)):
                place = '%s, row %d, column %d' % (name, y + 1, x + 1)
                check((old.formula, old.style, old.validation, old.note, old.covered) ==
                      (new.formula, new.style, new.validation, new.note, new.covered), place + ': not as it was')
                if old.formula is not None:
                    check(new.type is None and new.value is None and new.text == '', place + ': an old result')
                elif old.text != new.text:
                    check(new.type == 'string' and new.value is None, place + ': not a text')
                    changed[name, y, x] = new.text
    return changed


def main():
    model, filled, grid = sys.argv[1:]
    same_package(model, filled)
    pages, statuses = wanted_of(grid)
    changed = differences(model, filled)
    sheets = grid_read.sheets(filled)
    names = [name for name in sheets if name[0] == 'P' and name[1:].isdigit()]
    check(len(pages) > 1, 'no page')
    cut = pages[:len(names)]
    for i, (url, title) in enumerate(cut):
        row = sheets['Échantillon'][5 + i]
        check((row[1].text, row[2].text) == (title, url), 'page %d of the sample: %s' % (i + 1, row[2].text))
        check(sheets[names[i]][1][1].text == url, names[i] + ': its address')
    seen = set()
    for number, name in enumerate(names[:len(cut)], 1):
        for row in sheets[name][3:112]:
            if row[1].text == '':
                continue
            status, evidence = statuses[number, row[1].text]
            check(row[3].text == status, '%s, %s: %s instead of %s' % (name, row[1].text, row[3].text, status))
            check(row[4].text == 'N' and row[2].text == 'Texte du critère ?', name + ': another column was written')
            # A criterion that fails says at which line; one with nothing to say has an empty cell.
            check(('ligne ' in row[5].text) == ('ligne ' in evidence), '%s, %s: its evidence' % (name, row[1].text))
            check(status != 'NC' or row[5].text != '', '%s, %s: no evidence' % (name, row[1].text))
            check(row[6].text == '', name + ': the comments were written')
            seen.add(row[1].text)
    check(len(seen) == 106, '%d criteria' % len(seen))
    check({'NC', 'NA', 'NT', 'C'} >= {status for status, _ in statuses.values()}, 'other statuses')
    allowed = {name for name in names[:len(cut)]} | {'Échantillon'}
    check({name for name, _, _ in changed} <= allowed, 'another sheet was written')
    for fault in faults:
        print(fault)
    print('%d checks, %d faults' % (checks, len(faults)))
    return 1 if faults else 0


sys.exit(main())
