"""All that a store holds of results, as lines that can be compared, whichever database it is."""
import os
import sqlite3
import subprocess

# What depends on the chance of the moment: who worked, when, and how often.
CHANCE = {'ticket', 'worker', 'attempt', 'attempts', 'requests'}
APART = {'host', 'worker', 'meta'}


def lines(names, columns_of, rows_of):
    told = []
    for name in sorted(set(names) - APART):
        columns = [column for column in columns_of(name) if column not in CHANCE]
        rows = [tuple(row) for row in rows_of('select %s from %s' % (', '.join('"%s"' % c for c in columns), name))]
        told.extend('%s %r' % (name, row) for row in sorted(rows, key=repr))
    return told


def of_file(path):
    base = sqlite3.connect(path)
    names = [row[0] for row in base.execute("select name from sqlite_master where type = 'table'")]
    told = lines(names, lambda name: [row[1] for row in base.execute('pragma table_info(%s)' % name)],
                 lambda sql: base.execute(sql).fetchall())
    base.close()
    return told


def first_difference(one, other):
    pairs = [pair for pair in zip(one, other) if pair[0] != pair[1]]
    return '%d rows and %d; first difference: %s' % (len(one), len(other), pairs[:1])
