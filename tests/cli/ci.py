#!/usr/bin/env python3
"""Reads the files of ci/ for forges, and runs their commands as they are written.
usage: ci.py PROGRAM ADDRESS (of the sample site)"""
import json, os, re, shutil, subprocess, sys, tempfile
import xml.etree.ElementTree as xml
import yaml

program, site = os.path.abspath(sys.argv[1]), sys.argv[2]
pages = f"{site}index.html {site}contact.html"
sample = os.path.abspath("tests/site/sample")
faults = []
checks = 0


def check(fine, fault):
    global checks
    checks += 1
    if not fine:
        faults.append(fault)


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def documents(path):
    return list(yaml.safe_load_all(text_of(path)))


class Place:
    """An empty folder where commands are run, clairlint being in the path and nothing of ours in the environment."""

    def __enter__(self):
        self.path = tempfile.mkdtemp()
        os.mkdir(os.path.join(self.path, "bin"))
        os.symlink(program, os.path.join(self.path, "bin/clairlint"))
        self.work = os.path.join(self.path, "work")
        os.mkdir(self.work)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)

    def run(self, lines, shell="sh", **variables):
        """The exit status and what is said. As runners do: the first line that fails ends it."""
        environment = {"PATH": os.path.join(self.path, "bin") + ":" + os.environ["PATH"],
                       "HOME": self.path, "TMPDIR": self.path, **variables}
        done = subprocess.run([shell, "-e", "-c", lines], cwd=self.work, env=environment, text=True,
                              capture_output=True, timeout=300)
        return done.returncode, done.stdout + done.stderr

    def read(self, name):
        path = os.path.join(self.work, name)
        return text_of(path) if os.path.exists(path) else ""


def holds_json(where, text, count):
    """A JSON report that holds findings."""
    try:
        check(count(json.loads(text)) > 0, f"{where}: no finding")
    except (ValueError, KeyError, TypeError, IndexError) as error:
        check(False, f"{where}: {error!r}")


def holds_accessibility(where, text):
    # Shape of pa11y-ci, which GitLab reads.
    holds_json(where, text, lambda report: sum(
        len([issue for issue in issues if issue["code"] and issue["message"] and issue["selector"] is not None])
        for issues in report["results"].values()))


def holds_junit(where, text):
    try:
        check(len(list(xml.fromstring(text).iter("failure"))) > 0, f"{where}: no failure")
    except xml.ParseError as error:
        check(False, f"{where}: {error}")


def holds_html(where, text):
    check(text.startswith("<!DOCTYPE html>") and text.rstrip().endswith("</html>"), f"{where}: no HTML report")


def holds_sarif(where, text):
    holds_json(where, text, lambda report: len(report["runs"][0]["results"]))


# --- GitHub ---

action = documents("ci/github/action.yml")[0]
inputs = action["inputs"]
check(action["runs"]["using"] == "composite", "action.yml is no composite action")
for step in action["runs"]["steps"]:
    check(step.get("shell") == "bash", "a step of action.yml names no shell")
    # Words of a user are never part of a command.
    check("${{" not in step["run"], f"action.yml: an expression in « {step['name']} »")
used = set(re.findall(r"inputs\.([a-z-]+)", text_of("ci/github/action.yml")))
check(used == set(inputs), f"action.yml: {used ^ set(inputs)}")
for name, value in inputs.items():
    check(value.get("required") or "default" in value, f"action.yml: the input {name} has no default")


def action_run(place, given):
    values = {name: given.get(name, value.get("default", "")) for name, value in inputs.items()}
    files = {name: os.path.join(place.path, name.lower()) for name in ("GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
    said = ""
    for step in action["runs"]["steps"]:
        variables = {}
        for name, value in step.get("env", {}).items():
            value = value.replace("${{ github.action_path }}", os.path.abspath("ci/github"))
            variables[name] = re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda m: values[m[1]], value)
        status, said = place.run(step["run"], "bash", **files, **variables)
        if status != 0:
            break
    return status, said, files["GITHUB_STEP_SUMMARY"]


with Place() as place:
    status, said, summary = action_run(place, {"target": pages, "lang": "en"})
    check(status == 1, f"the action gives {status}: {said[-600:]}")
    check("::error" in said, "the action writes no annotation")
    check("clairlint report" in said, "the action does not show the report")
    check(os.path.exists(summary) and os.path.getsize(summary) > 200, "the action writes no summary")
    holds_sarif("the action", place.read("clairlint-reports/clairlint.sarif"))
    holds_html("the action", place.read("clairlint-reports/clairlint.html"))
with Place() as place:
    status, said, _ = action_run(place, {"target": site, "command": "site", "fail-on": "never",
                                         "arguments": "--own-site --max-pages 3", "reports": "a b"})
    check(status == 0, f"the action with --fail-on never gives {status}: {said[-600:]}")
    holds_sarif("the action, in another folder", place.read("a b/clairlint.sarif"))
with Place() as place:
    status, said, _ = action_run(place, {"target": "http://127.0.0.1:9/"})
    check(status == 3, f"the action without a page gives {status}")
workflow = documents("ci/github/workflow.yml")[0]
steps = workflow["jobs"]["clairlint"]["steps"]
ours = [step for step in steps if step.get("uses", "").startswith("OWNER/clairlint/ci/github@v")]
check(len(ours) == 1 and set(ours[0]["with"]) <= set(inputs), "workflow.yml: inputs that the action does not have")

# --- GitLab ---

job = documents("ci/gitlab/Accessibility.gitlab-ci.yml")[0]
check(job["a11y"]["stage"] in job["stages"], "the template has no stage of its own")
check(job["a11y"]["rules"] == [{"if": "$a11y_urls"}], "the template does not wait for a11y_urls")
report = job["a11y"]["artifacts"]["reports"]["accessibility"]
check(report == "reports/gl-accessibility.json", "the template has its report elsewhere")
with Place() as place:
    status, said = place.run("\n".join(job["a11y"]["script"]), **{**job["a11y"]["variables"], "a11y_urls": pages})
    check(status == 1 and job["a11y"]["allow_failure"] is True, f"the template gives {status}: {said[-600:]}")
    holds_accessibility("the template", place.read(report))

component, body = documents("ci/gitlab/templates/clairlint.yml")
parameters = component["spec"]["inputs"]
given = {"target": pages, "lang": "en"}
script = "\n".join(body["clairlint"]["script"])
used = set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", text_of("ci/gitlab/templates/clairlint.yml")))
check(used == set(parameters), f"the component: {used ^ set(parameters)}")
script = re.sub(r"\$\[\[ inputs\.(\w+) \]\]",
                lambda m: given.get(m[1], (parameters[m[1]] or {}).get("default", "")), script)
with Place() as place:
    status, said = place.run(script)
    check(status == 1, f"the component gives {status}: {said[-600:]}")
    reports = body["clairlint"]["artifacts"]["reports"]
    holds_accessibility("the component", place.read(reports["accessibility"]))
    holds_junit("the component", place.read(reports["junit"]))
    holds_json("the component", place.read(reports["codequality"]),
               lambda issues: len([one for one in issues if one["fingerprint"] and one["location"]["path"]]))

# --- Forgejo, Jenkins ---

job = documents("ci/forgejo/clairlint.yml")[0]["jobs"]["clairlint"]
with Place() as place:
    status, said = place.run("\n".join(step["run"] for step in job["steps"]), **{**job["env"], "TARGET": pages})
    check(status == 1, f"Forgejo's steps give {status}: {said[-600:]}")
    holds_html("Forgejo", place.read("reports/clairlint.html"))
    check(len(place.read("reports/clairlint.md")) > 200, "Forgejo: no report in Markdown")

pipeline = text_of("ci/jenkins/Jenkinsfile")
check(pipeline.count("{") == pipeline.count("}") and pipeline.count("(") == pipeline.count(")"),
      "the Jenkinsfile is not balanced")
blocks = re.findall(r"sh '''(.*?)'''", pipeline, re.S)
check(len(blocks) == 1, "the Jenkinsfile has another number of commands")
with Place() as place:
    status, said = place.run(blocks[0], TARGET=pages, FAIL_ON="major")
    check(status == 1, f"Jenkins' steps give {status}: {said[-600:]}")
    holds_junit("Jenkins", place.read("reports/clairlint-junit.xml"))
    holds_sarif("Jenkins", place.read("reports/clairlint.sarif"))
    for name in re.findall(r"'(reports/[\w.-]+)'", pipeline):
        check(place.read(name) != "", f"the Jenkinsfile waits for {name}")

# --- pre-commit ---

hooks = {hook["id"]: hook for hook in documents(".pre-commit-hooks.yaml")[0]}
check(len(hooks) == 3, "another number of hooks")
for hook in hooks.values():
    check({"id", "name", "entry", "language"} <= set(hook), f"the hook {hook.get('id')} lacks a key")
with Place() as place:
    for name in ("contact.html", "carte.html"):
        shutil.copy(os.path.join(sample, name), place.work)
    with open(os.path.join(place.work, "courrier.md"), "w", encoding="utf-8") as file:
        file.write("Il convient de fournir un RIB.\n")
    with open(os.path.join(place.work, "bien.md"), "w", encoding="utf-8") as file:
        file.write("# Horaires de la mairie\n\nLa mairie est ouverte le lundi.\n")
    status, said = place.run(hooks["clairlint"]["entry"] + " contact.html carte.html")
    check(status == 1, f"the hook of pages gives {status}: {said[-600:]}")
    status, said = place.run(hooks["clairlint-text"]["entry"] + " --fail-on minor courrier.md")
    check(status == 1 and "Il convient de" in said, f"the hook of texts gives {status}: {said[-600:]}")
    status, said = place.run(hooks["clairlint-text"]["entry"] + " bien.md")
    check(status == 0, f"the hook of texts on a good text gives {status}: {said[-600:]}")
    status, said = place.run(hooks["clairlint-fix"]["entry"] + " contact.html carte.html")
    check(status == 0, f"the hook of fixes gives {status}: {said[-600:]}")
    check(place.read("carte.html").rstrip().endswith("</html>"), "the hook of fixes cut a page")

# --- The image, the Debian package: what they need is what ci/deps.sh installs ---

script = text_of("ci/deps.sh")
build = re.search(r"\tbuild\)\n(.*?)\n\t\t;;", script, re.S)[1].replace("\\\n", " ")
needed = {word.partition(":")[0] for word in build.split() if word != "echo"}
needed -= {"gcc", "make", "libc6-dev"}
control = text_of("debian/control")
listed = set(re.findall(r"[a-z0-9.+-]{4,}", re.search(r"Build-Depends: (.*?)\nStandards", control, re.S)[1]))
check(needed == listed - {"debhelper-compat"}, f"debian/control: {needed ^ (listed - {'debhelper-compat'})}")
developer = set(re.findall(r"lib[a-z0-9+.-]+-dev\b", re.search(r"Package: libclairlint-dev.*", control, re.S)[0]))
check(developer - {"libclairlint-dev"} <= needed, f"libclairlint-dev: {developer - needed}")
image = text_of("ci/Containerfile")
installed = set(re.findall(r"\blib[a-z0-9.-]+\b|\bzlib1g\b", image.split("FROM")[2]))
# Of a library NAME-dev, a package whose name starts as NAME does.
for library in (name for name in needed if name.endswith("-dev")):
    stem = re.sub(r"(4-openssl|8)?-dev$", "", library)
    check(any(name.startswith(stem) for name in installed), f"Containerfile: nothing for {library}")
check(image.rstrip().splitlines()[-4].startswith("USER 1"), "Containerfile: runs as root")
versions = set(re.findall(r"clairlint:([0-9.]+)", "".join(
    text_of(f"ci/{name}") for name in ("gitlab/Accessibility.gitlab-ci.yml", "gitlab/templates/clairlint.yml",
                                       "forgejo/clairlint.yml"))))
current = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
check(versions == {current}, f"images named: {versions}, not {current}")
check(text_of("debian/changelog").startswith(f"clairlint ({current})"), f"debian/changelog is not of {current}")

for fault in faults:
    print(fault)
print(f"{checks} checks, {len(faults)} faults")
sys.exit(1 if faults or checks == 0 else 0)
