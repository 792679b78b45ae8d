"""Two runs tell the same findings: same_names.py BEFORE AFTER, without endings. What each format goes by is compared."""
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def names(path):
    log, issues, pages = (read(path + end) for end in (".sarif", ".quality", ".pa11y"))
    return {
        "sarif": sorted((result["ruleId"], result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
                         result["partialFingerprints"]["primaryLocationLineHash"]) for result in log["runs"][0]["results"]),
        "quality": sorted(issue["fingerprint"] for issue in issues),
        "accessibility": sorted(json.dumps(entry, sort_keys=True) for found in pages["results"].values() for entry in found),
    }


def main():
    before, after = names(sys.argv[1]), names(sys.argv[2])
    for kind in before:
        assert before[kind], kind
        for one in before[kind]:
            if one not in after[kind]:
                print("%s: gone: %s" % (kind, one))
        for one in after[kind]:
            if one not in before[kind]:
                print("%s: new: %s" % (kind, one))
    sys.exit(before != after)


main()
