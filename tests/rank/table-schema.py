#!/usr/bin/env python3
"""Holds a CSV against the Table Schema of its datapackage.json (https://specs.frictionlessdata.io/table-schema/).
usage: table-schema.py datapackage.json"""
import csv, datetime, json, os, re, sys

NUMBER = re.compile(r'[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?')
TYPES = {
    'string': str,
    'integer': lambda text: int(text) if re.fullmatch(r'[+-]?\d+', text) else int('not an integer'),
    'number': lambda text: float(text) if NUMBER.fullmatch(text) else float('not a number'),
    'date': lambda text: datetime.datetime.strptime(text, '%Y-%m-%d').date(),
    'boolean': lambda text: {'true': True, 'True': True, 'TRUE': True, '1': True,
                             'false': False, 'False': False, 'FALSE': False, '0': False}[text],
}
CONSTRAINTS = {'required', 'unique', 'enum', 'minimum', 'maximum', 'pattern', 'minLength', 'maxLength'}


def faults_of(field, text, seen):
    rules = field.get('constraints', {})
    if text is None:
        return ['is required'] if rules.get('required') else []
    try:
        value = TYPES[field['type']](text)
    except (ValueError, KeyError):
        return [f"is no {field['type']}: {text!r}"]
    found = []
    if 'enum' in rules and value not in rules['enum']:
        found.append(f'is none of the enum: {text!r}')
    if 'minimum' in rules and value < rules['minimum'] or 'maximum' in rules and value > rules['maximum']:
        found.append(f'is out of bounds: {text}')
    if 'pattern' in rules and not re.fullmatch(rules['pattern'], text):
        found.append(f'is not of the pattern: {text!r}')
    if not rules.get('minLength', 0) <= len(text) <= rules.get('maxLength', sys.maxsize):
        found.append('is too short or too long')
    if rules.get('unique'):
        if value in seen:
            found.append(f'is not unique: {text!r}')
        seen.add(value)
    return found


def check(folder, resource):
    schema = resource['schema']
    fields = schema['fields']
    missing = schema.get('missingValues', [''])
    for field in fields:
        assert field['type'] in TYPES, field
        assert set(field.get('constraints', {})) <= CONSTRAINTS, field
    assert len({field['name'] for field in fields}) == len(fields), 'two fields of one name'
    keys = schema.get('primaryKey', [])
    keys = [keys] if isinstance(keys, str) else keys
    assert set(keys) <= {field['name'] for field in fields}, 'the primary key is no field'
    with open(os.path.join(folder, resource['path']), encoding=resource['encoding'], newline='') as file:
        rows = csv.reader(file, strict=True)
        header = next(rows)
        if header != [field['name'] for field in fields]:
            yield f'the header is {header}'
            return
        seen = {field['name']: set() for field in fields}
        primary = set()
        for number, row in enumerate(rows, 2):
            if len(row) != len(fields):
                yield f'row {number}: {len(row)} cells'
                continue
            for field, text in zip(fields, row):
                for fault in faults_of(field, None if text in missing else text, seen[field['name']]):
                    yield f"row {number}: {field['name']} {fault}"
            key = tuple(row[header.index(name)] for name in keys)
            if keys and key in primary:
                yield f'row {number}: the primary key {key} is not unique'
            primary.add(key)
        check.rows += len(primary)


check.rows = 0
with open(sys.argv[1], encoding='utf-8') as file:
    package = json.load(file)
faults = [fault for resource in package['resources'] for fault in check(os.path.dirname(sys.argv[1]), resource)]
print(*faults[:20], f'{check.rows} rows, {len(faults)} faults', sep='\n')
sys.exit(bool(faults) or check.rows == 0)
