"""Validates JSON and JSON Lines reports: validate.py SCHEMA FILE... Prints each error, exits 1 if any."""
import json
import sys

import jsonschema


def validator(schema, definition):
    return jsonschema.Draft7Validator(
        {"$ref": "#/definitions/" + definition, "definitions": schema["definitions"]})


def order_errors(kinds):
    """run, pages, causes, site, end, in this order."""
    rank = {"run": 0, "page": 1, "cause": 2, "site": 3, "end": 4}
    if kinds != sorted(kinds, key=lambda kind: rank.get(kind, 9)):
        yield "lines out of order"
    for kind in ("run", "site", "end"):
        if kinds.count(kind) != 1:
            yield "%d lines of type %s" % (kinds.count(kind), kind)


def errors_of(path, schema):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".jsonl"):
        values = [json.loads(line) for line in text.rstrip("\n").split("\n")]
        yield from order_errors([value.get("type") for value in values])
        # The definition named by the type gives a better message than "no branch matches".
        pairs = [(value, value.get("type")) for value in values]
    else:
        pairs = [(json.loads(text), "document")]
    for value, definition in pairs:
        for error in validator(schema, definition).iter_errors(value):
            yield "%s: %s: %s" % (
                definition, "/".join(map(str, error.absolute_path)), error.message[:300])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    failed = False
    for path in sys.argv[2:]:
        for error in errors_of(path, schema):
            print("%s: %s" % (path, error))
            failed = True
    sys.exit(failed)


main()
