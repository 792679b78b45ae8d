"""Holds SARIF logs to the schema, then to what it does not say: check_sarif.py FILE... Prints each fault, exits 1 if any.

The rules of the text of the standard (OASIS SARIF 2.1.0) and of code scanning of GitHub are named by their section,
or by "GitHub".
"""
import json
import os
import re
import sys

import jsonschema

HERE = os.path.dirname(os.path.abspath(__file__))
RESULT_LIMIT, TAG_LIMIT, TEXT_LIMIT = 25000, 10, 1024
LEVELS = {"blocking": "error", "major": "warning", "minor": "note", "review": "none"}


def no_twice(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key comes twice: %s" % keys)
    return dict(pairs)


def uri_faults(location):
    uri = location["uri"]
    if location.get("uriBaseId") != "%SRCROOT%":
        yield "no base: %s" % uri
    if not re.fullmatch(r"(?:[A-Za-z0-9._~/=&+,@-]|%[0-9A-F]{2})+", uri):
        yield "not a URI reference: %s" % uri
    if uri.startswith("/") or uri.endswith("/") or {"", ".", ".."} & set(uri.split("/")):
        yield "not a path in a repository: %s" % uri


def region_faults(region):
    start = (region["startLine"], region["startColumn"])
    end = (region["endLine"], region["endColumn"])
    if start < (1, 1) or end < start:
        yield "region %s to %s" % (start, end)


def places(value):
    """Every artifactLocation and every region, wherever they stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "artifactLocation":
                yield from uri_faults(inner)
            elif key in ("region", "deletedRegion"):
                yield from region_faults(inner)
            else:
                yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def rule_faults(rule):
    for key in ("shortDescription", "fullDescription", "help"):
        text = rule.get(key, {}).get("text", "")
        if not text or (key != "help" and len(text) > TEXT_LIMIT):
            yield "GitHub: %s of %s: %d characters" % (key, rule["id"], len(text))
    if not rule["help"].get("markdown") or not rule["helpUri"].startswith("https://"):
        yield "no help in Markdown for %s" % rule["id"]
    tags = rule["properties"]["tags"]
    if not 0 < len(tags) <= TAG_LIMIT or len(tags) != len(set(tags)):
        yield "GitHub: tags of %s: %s" % (rule["id"], tags)


def result_faults(result, rules, told_apart):
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield "3.27.6: index of %s" % result["ruleId"]
    if result["level"] != LEVELS[result["properties"]["severity"]]:
        yield "level %s for %s" % (result["level"], result["properties"]["severity"])
    if (result["kind"] == "fail") == (result["level"] == "none"):
        yield "3.27.10: kind %s, level %s" % (result["kind"], result["level"])
    places_of = [place["physicalLocation"] for place in result.get("locations", [])]
    if len(places_of) != 1 or "region" not in places_of[0]:
        yield "GitHub: one place, with a region"
    if "](" in re.sub(r" \[[^\]]*\]\(1\)$", "", result["message"]["text"]):
        yield "3.11.6: a link in %s" % result["message"]["text"]
    if ("relatedLocations" in result) != result["message"]["text"].endswith("](1)"):
        yield "GitHub: the related place is not linked"
    if told_apart != ("suppressions" in result):
        yield "3.27.23: some results tell their suppressions and some do not"
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            if change["artifactLocation"] != places_of[0]["artifactLocation"]:
                yield "a fix of another page"


def run_faults(run):
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    yield from places(run)
    for rule in rules:
        yield from rule_faults(rule)
    if [rule["id"] for rule in rules] != sorted({result["ruleId"] for result in results}):
        yield "the rules are not those of the results, once each, in order"
    told_apart = bool(results) and "suppressions" in results[0]
    for result in results:
        yield from result_faults(result, rules, told_apart)
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    if len(prints) != len(set(prints)):
        yield "two results have the same fingerprint"
    if len(results) > RESULT_LIMIT:
        yield "GitHub: %d results" % len(results)
    if run["originalUriBaseIds"] != {"%SRCROOT%": {"description": run["originalUriBaseIds"]["%SRCROOT%"]["description"]}}:
        yield "a root that is not for the reader to choose"


def faults_of(path, schema):
    with open(path, encoding="utf-8") as file:
        log = json.load(file, object_pairs_hook=no_twice)
    checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    found = ["%s: %s" % ("/".join(map(str, fault.absolute_path)), fault.message[:300])
             for fault in checker.iter_errors(log)]
    # What follows reads fields that the schema promises.
    return found or list(run_faults(log["runs"][0]))


def main():
    with open(os.path.join(HERE, "sarif", "sarif-2.1.0-rtm.5.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    faults = 0
    for path in sys.argv[1:]:
        for fault in faults_of(path, schema):
            print("%s: %s" % (path, fault))
            faults += 1
    sys.exit(faults > 0)


main()
