#!/usr/bin/env python3
"""Holds what `clairlint doc` writes against the table of options, the rules and the program.
usage: doc.py PROGRAM FOLDER"""
import glob, html.parser, json, os, re, shutil, subprocess, sys, tempfile
import jsonschema, yaml

program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
faults = []
checks = 0


def check(fine, fault):
    global checks
    checks += 1
    if not fine:
        faults.append(fault)


def read(*names):
    with open(os.path.join(*names), encoding="utf-8") as file:
        return file.read()


def said(*words):
    return subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout


# --- The table, as it is written ---

table = read("src/cli/options.def")
OPTION = re.compile(
    r'^OPTION\(\w+, (CLI_\w+), (0|\'.\'), "([a-z-]+)", (NULL|"[^"]*"),[^"]*?(NULL|"[^"]*")', re.M)
options = [(kind, letter.strip("'"), name, key.strip('"'), choices.strip('"'))
           for kind, letter, name, key, choices in OPTION.findall(table)]
commands = re.findall(r'^COMMAND\(\w+, "(\w+)", "[^"]*", "[^"]*",(\s*NULL)?', table, re.M)
check(len(options) == len(re.findall(r"^OPTION\(", table, re.M)) > 20, "options.def was not read whole")
names = {name for _, _, name, _, _ in options}
keys = {key for _, _, _, key, _ in options if key != "NULL"}
shown = [name for name, hidden in commands if not hidden]
check(len(shown) > 5 and len(shown) < len(commands), "the commands of options.def were not read")

# --- Help, man pages, completions ---

for lang in ("fr", "en"):
    page = re.sub(r"\\f[BIR]", "", read(folder, "man", "fr" if lang == "fr" else "", "man1/clairlint.1").replace("\\-", "-"))
    texts = {"help": said("--help", "--lang", lang), f"clairlint(1) {lang}": page}
    for where, text in texts.items():
        found = set(re.findall(r"(?<![\w-])--([a-z][a-z-]*)", text))
        check(names == found, f"{where}: {sorted(names ^ found)}")
        for command in shown:
            check(re.search(rf"\b{command}\b", text), f"{where}: no command {command}")
    config = read(folder, "man", "fr" if lang == "fr" else "", "man5/clairlint.yml.5")
    found = set(re.findall(r"^\\fB([a-z.\\-]+):\\fR", config, re.M))
    found = {key.replace("\\-", "-") for key in found}
    check(found == keys | {"rules", "thresholds", "suppressions", "budgets"},
          f"clairlint.yml(5) {lang}: {sorted(found ^ keys)}")
for shell, pattern in (("bash/clairlint", r"(?<![\w-])--([a-z][a-z-]*)"), ("zsh/_clairlint", r"'\*?--([a-z-]+)\["),
                       ("fish/clairlint.fish", r" -l ([a-z-]+)")):
    text = read(folder, "completions", shell)
    found = set(re.findall(pattern, text))
    check(found == names, f"{shell}: {sorted(found ^ names)}")
    for _, _, name, _, choices in options:
        if choices != "NULL":
            check(choices.replace("|", " ") in text, f"{shell}: the choices of --{name}")
    for name, hidden in commands:
        check(bool(re.search(rf"(?<![\w/-]){name}(?![\w/-])", text)) or hidden, f"{shell}: no command {name}")

# --- The schema of the configuration ---


class Loader(yaml.SafeLoader):
    """YAML 1.2: neither dates nor yes and no."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if not tag.endswith((":timestamp", ":bool"))]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))

schemas = {lang: json.loads(read(folder, "schema", name)) for lang, name in
           (("fr", "clairlint.yml.schema.json"), ("en", "clairlint.yml.en.schema.json"))}
schema = schemas["fr"]
jsonschema.Draft202012Validator.check_schema(schema)
check(schemas["en"] != schema, "the schema in English is the one in French")
found = {key for key in schema["properties"]} | {
    f"{section}.{key}" for section in ("crawl",) for key in schema["properties"][section]["properties"]}
check(found == keys | {"rules", "thresholds", "suppressions", "budgets", "crawl"}, f"schema: {sorted(found ^ keys)}")
validator = jsonschema.Draft202012Validator(schema)

own_rules = os.path.abspath("rules/regle/administration.regle")


def accepts(text):
    """Of the schema, then of the program."""
    with tempfile.TemporaryDirectory() as here:
        with open(os.path.join(here, ".clairlint.yml"), "w", encoding="utf-8") as file:
            file.write(text)
        for name in ("maison.regle", "house.regle"):
            shutil.copy(own_rules, os.path.join(here, name))
        status = subprocess.run([program, "config", "print"], cwd=here, capture_output=True).returncode
    return validator.is_valid(yaml.load(text, Loader)), status == 0


def sample(lang):
    with tempfile.TemporaryDirectory() as here:
        subprocess.run([program, "init", "--lang", lang, "--quiet"], cwd=here, check=True)
        return read(here, ".clairlint.yml")


own_name = re.search(r"^\[(\w[\w-]*/[\w-]+)\]", read(own_rules), re.M)[1]
own_rule = f"regle/{own_name}"
right = [sample("fr"), sample("en"),
         "lang: en\nfail-on: never\nquiet: true\njobs: 2\nformats:\n  - text\n  - html=a.html\n",
         "rules:\n  images/*: off\n  falc/jargon: minor\n  \"*\": on\n",
         "crawl:\n  max-pages: 3\n  delay: 0.5\n  own-site: yes\n",
         "suppressions:\n  - rule: images/*\n    reason: refait\n    until: 2027-03-31\n",
         "suppressions:\n  - selector: \"#a\"\n    url: \"https://a.example/*\"\n    reason: refait\n",
         "budgets:\n  - most: 3\n  - rule: images/*\n    severity: major\n    url: \"*/a\"\n    not-worse: yes\n"
         "  - score: access\n    least: 80.5\n",
         "rules:\nsuppressions:\ncrawl:\nthresholds:\nbudgets:\n",
         # A rule of one's own has a name that only its file gives.
         f"rule-files:\n  - {own_rules}\nrules:\n  {own_rule}: minor\nsuppressions:\n"
         f"  - rule: {own_rule}\n    reason: refait\n"]
# Lines of the sample that show how, once their mark is taken away.
for lang in ("fr", "en"):
    text = re.sub(r"^#(  .*|[a-z-]+:.*)$", r"\1", sample(lang), flags=re.M)
    right.append(re.sub(r"^thresholds:\n  .*\n", "", text, flags=re.M))
for text in right:
    check(accepts(text) == (True, True), f"refused {accepts(text)}:\n{text}")
wrong = ["fail_on: major\n", "fail-on: majeur\n", "jobs: 0\n", "jobs: deux\n", "lang: de\n", "quiet: peut-être\n",
         "formats: text\n", "formats:\n  - texte\n", "rules:\n  images/alt-mising: on\n",
         "rules:\n  images/alt-missing: grave\n", f"rules:\n  {own_name}: minor\n",
         f"suppressions:\n  - rule: {own_name}\n    reason: refait\n", "rules:\n  - images/*\n", "crawl:\n  max-page: 3\n",
         "crawl:\n  max-pages: 0\n", "crawl: 3\n", "thresholds:\n  nom.du.seuil: 20\n",
         "suppressions:\n  - rule: images/*\n", "suppressions:\n  - reason: refait\n",
         "suppressions:\n  - rule: images/*\n    reason: refait\n    until: bientôt\n",
         "suppressions:\n  - rule: images/*\n    raison: refait\n", "screen: 100\n", "budgets:\n  - rule: images/*\n",
         "budgets:\n  - score: access\n    most: 3\n", "budgets:\n  - least: 3\n", "budgets:\n  - most: -1\n",
         "budgets:\n  - score: acces\n    least: 3\n", "budgets:\n  most: 3\n"]
for text in wrong:
    check(accepts(text) == (False, False), f"accepted {accepts(text)}:\n{text}")

# --- The site ---


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.ids, self.open, self.words, self.code = [], set(), [], [], [""]
        self.feed(read(path))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            check(values["id"] not in self.ids, f"the id {values['id']} is there twice")
            self.ids.add(values["id"])
        self.links += [values[name] for name in ("href", "src") if name in values]
        if tag not in ("meta", "link", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        check(self.open and self.open.pop() == tag, f"</{tag}> closes another element")
        if tag == "pre":
            self.code.append("")

    def handle_data(self, data):
        if "pre" in self.open:
            self.code[-1] += data
        self.words.append(data)


rules = re.findall(r"^([a-z0-9]+/[a-z0-9-]+)$", said("rules", "--no-config"), re.M)
check(len(rules) > 400, "the rules were not read")
pages = {}
for path in glob.glob(os.path.join(folder, "html", "**", "*.html"), recursive=True):
    pages[os.path.normpath(path)] = Page(path)
check(len(pages) == 3 + 2 * len(rules), f"{len(pages)} pages for {len(rules)} rules")
for path, page in pages.items():
    check(not page.open, f"{path}: {page.open} are not closed")
    for link in page.links:
        if link.startswith("https://"):
            continue
        target, _, fragment = link.partition("#")
        file = os.path.normpath(os.path.join(os.path.dirname(path), target)) if target else path
        check(os.path.exists(file), f"{path}: no {link}")
        check(not fragment or fragment in pages[file].ids, f"{path}: no place {link}")
for lang in ("fr", "en"):
    index = pages[os.path.normpath(os.path.join(folder, "html", lang, "index.html"))]
    for rule in rules:
        check(f"{rule}.html" in index.links, f"{lang}: the index leads to no {rule}")
blocks = re.compile(r"^(?:À ne pas faire|À vérifier|À faire)(?: : .*)?\n((?:(?:  .*)?\n)+)", re.M)
for rule in rules[::7]:
    page = pages[os.path.normpath(os.path.join(folder, "html", "fr", f"{rule}.html"))]
    words = [re.sub(r"\s", "", code) for code in page.code]
    examples = blocks.findall(said("explain", rule, "--lang", "fr", "--no-config"))
    check(examples, f"explain shows no example of {rule}")
    for example in examples:
        check(re.sub(r"\s", "", example) in words, f"{rule}: the page lacks an example of explain")

for fault in faults:
    print(fault)
print(f"{checks} checks, {len(faults)} faults")
sys.exit(1 if faults or checks == 0 else 0)
