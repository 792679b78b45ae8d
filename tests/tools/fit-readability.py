#!/usr/bin/env python3
"""Fits the weights of the index of reading (dictionaries/fr/indice-lecture.tsv) on texts in pairs.

    build/tests/tools/readability CORPUS.jsonl --features > features.tsv
    python3 tests/tools/fit-readability.py features.tsv [SEED [FOLDS [LAMBDA]]]

A weight is found by logistic regression of differences: complex minus simple, of each pair and of each simple
text with two complex ones drawn at random of its domain, so that both the order inside pairs and the order over
all texts count. L2 regularisation towards PRIOR, on features divided by their deviation. Each domain counts by DOMAINS,
whatever its number of pairs. A weight of the wrong sign is set to nothing.

Cross-validation, twice: with all the pairs that share a source (an article of law, a sheet) in the same fold;
then with a whole code of law in each fold, so that no text of the law that is judged was seen. The lines for
the list are printed last.
"""
import collections
import itertools
import math
import random
import re
import statistics
import sys

FEATURES = ["phrases", "mots-longs", "mots-rares", "prépositions", "verbes", "personnes", "points-virgules"]
SIGNS = dict.fromkeys(FEATURES, 1) | {"verbes": -1, "personnes": -1}
DOMAINS = {"admin": 0.55, "encyclopedia": 0.35, "falc-own": 0.10}
# In deviations. Both texts of a pair speak of one subject with its words, so that pairs say too little of words:
# their weights are drawn towards this, the others towards nothing.
PRIOR = {"mots-longs": 0.5, "mots-rares": 0.5}
CROSS = 2          # complex texts drawn for each simple one
# Two landmarks set the scale: the middle text of these, the simple ones and the complex ones, has this index.
LANDMARKS = {("falc-own", True): 95, ("admin", False): 20}

Text = collections.namedtuple("Text", "domain pair simple source values")


def read(path):
    texts = []
    with open(path, encoding="utf-8") as lines:
        head = next(lines).rstrip("\n").split("\t")
        for line in lines:
            row = dict(zip(head, line.rstrip("\n").split("\t")))
            if int(row["words"]) > 0:
                texts.append(Text(row["domain"], row["pair"], row["level"] == "simple", row["source"],
                                  [float(row[name]) for name in FEATURES]))
    return texts


def sources(text):
    """What two pairs must not share across folds."""
    return re.findall(r"(?:Code[^,]*? art\. [^,]+|fiche F\d+|article\d+)", text.source)


def groups(texts):
    """Pair to group: pairs that share a source, however far apart, are one."""
    parent = {}

    def find(name):
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for text in texts:
        for source in sources(text):
            parent[find("source " + source)] = find(text.pair)
    return {text.pair: find(text.pair) for text in texts}


def differences(texts, scale, seed):
    """Rows (complex minus simple) and their weights."""
    draw = random.Random(seed)
    rows, counts = [], []
    for domain, share in DOMAINS.items():
        pairs = collections.defaultdict(dict)
        for text in texts:
            if text.domain == domain:
                pairs[text.pair][text.simple] = text.values
        pairs = [pair for _, pair in sorted(pairs.items()) if len(pair) == 2]
        for pair in pairs:
            others = [draw.choice(pairs) for _ in range(CROSS)]
            for count, other in [(0.5, pair)] + [(0.5 / CROSS, other) for other in others]:
                rows.append([(c - s) / d for c, s, d in zip(other[False], pair[True], scale)])
                counts.append(1000 * share * count / len(pairs))
    return rows, counts


def solve(matrix, vector):
    size = len(vector)
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def newton(rows, counts, used, penalty):
    prior = [PRIOR.get(FEATURES[i], 0.0) for i in used]
    weights = prior[:]
    for _ in range(20):
        gradient = [-penalty * (weight - drawn) for weight, drawn in zip(weights, prior)]
        hessian = [[penalty * (i == j) for j in range(len(used))] for i in range(len(used))]
        for row, count in zip(rows, counts):
            x = [row[i] for i in used]
            wrong = 1 / (1 + math.exp(sum(w * v for w, v in zip(weights, x))))
            for i, value in enumerate(x):
                gradient[i] += count * wrong * value
                for j, other in enumerate(x):
                    hessian[i][j] += count * wrong * (1 - wrong) * value * other
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-9:
            break
    return weights


def fit(texts, penalty, seed):
    """Weights in the units of the features: a higher sum is a harder text."""
    scale = [statistics.pstdev(text.values[i] for text in texts) for i in range(len(FEATURES))]
    rows, counts = differences(texts, scale, seed)
    used = list(range(len(FEATURES)))
    while True:
        found = dict(zip(used, newton(rows, counts, used, penalty)))
        wrong = [i for i in used if found[i] * SIGNS[FEATURES[i]] <= 0]
        if not wrong:
            return [found.get(i, 0) / scale[i] for i in range(len(FEATURES))]
        used = [i for i in used if i not in wrong]


def load(weights, text):
    return sum(weight * value for weight, value in zip(weights, text.values))


def area(simple, hard):
    """Probability that a hard text has the higher load; ties for half."""
    right, below = 0.0, 0
    marked = sorted([(value, False) for value in simple] + [(value, True) for value in hard])
    for _, same in itertools.groupby(marked, key=lambda item: item[0]):
        same = [is_hard for _, is_hard in same]
        easy = same.count(False)
        right += same.count(True) * (below + easy / 2)
        below += easy
    return right / (len(simple) * len(hard))


def judge(texts, loads):
    """Domain to pairwise accuracy and AUC."""
    figures = {}
    for domain in DOMAINS:
        simple, hard = {}, {}
        for text, value in zip(texts, loads):
            if text.domain == domain:
                (simple if text.simple else hard)[text.pair] = value
        both = [pair for pair in simple if pair in hard]
        if both:
            right = sum((hard[p] > simple[p]) + (hard[p] == simple[p]) / 2 for p in both)
            figures[domain] = right / len(both), area(list(simple.values()), list(hard.values()))
    return figures


def fold_by_source(texts, seed, folds):
    """Pair to fold."""
    group = groups(texts)
    names = sorted(set(group.values()))
    random.Random(seed).shuffle(names)
    fold = {name: i % folds for i, name in enumerate(names)}
    return {pair: fold[name] for pair, name in group.items()}


def fold_by_code(texts):
    """Pair to code of law; the pairs without one are always learnt from."""
    codes = {}
    for text in texts:
        found = re.search(r"(Code[^,]*?) art\.", text.source)
        if found:
            codes[text.pair] = found.group(1)
    return codes


def cross_validate(texts, penalty, seed, fold):
    kept, loads = [], []
    for held in sorted(set(fold.values())):
        weights = fit([text for text in texts if fold.get(text.pair) != held], penalty, seed)
        here = [text for text in texts if fold.get(text.pair) == held]
        kept += here
        loads += [load(weights, text) for text in here]
    return judge(kept, loads)


def print_figures(how, figures):
    for domain, (pairwise, auc) in figures.items():
        print("  %-15s %-13s pairwise %.3f auc %.3f" % (how, domain, pairwise, auc))


def middle(texts, weights, domain, simple):
    return statistics.median(load(weights, t) for t in texts if t.domain == domain and t.simple == simple)


def scaled(texts, weights):
    """Weights and constant such that the landmarks have their index, 100 / (1 + exp(load))."""
    (easy, easy_index), (hard, hard_index) = LANDMARKS.items()
    wanted = [math.log(100 / index - 1) for index in (easy_index, hard_index)]
    found = [middle(texts, weights, *of) for of in (easy, hard)]
    slope = (wanted[1] - wanted[0]) / (found[1] - found[0])
    return [weight * slope for weight in weights], wanted[0] - slope * found[0]


def print_landmarks(texts, weights, constant):
    print("index: 10th, 25th, 50th, 75th, 90th centile")
    for domain in DOMAINS:
        for simple in (True, False):
            indices = sorted(100 / (1 + math.exp(constant + load(weights, text)))
                             for text in texts if text.domain == domain and text.simple == simple)
            if indices:
                marks = [indices[int(len(indices) * part)] for part in (0.1, 0.25, 0.5, 0.75, 0.9)]
                print("  %-13s %-8s" % (domain, "simple" if simple else "complex"),
                      " ".join("%5.1f" % mark for mark in marks))


def main(path, seed=1, folds=10, penalty=50.0):
    texts = read(path)
    seed, folds, penalty = int(seed), int(folds), float(penalty)
    print("%d texts, %d groups, seed %d, folds %d, lambda %g" %
          (len(texts), len(set(groups(texts).values())), seed, folds, penalty))
    weights = fit(texts, penalty, seed)
    print_figures("learnt", judge(texts, [load(weights, text) for text in texts]))
    print_figures("held out", cross_validate(texts, penalty, seed, fold_by_source(texts, seed, folds)))
    print_figures("held-out code", cross_validate(texts, penalty, seed, fold_by_code(texts)))
    weights, constant = scaled(texts, weights)
    print_landmarks(texts, weights, constant)
    usual = [text.values for text in texts if text.domain == "admin" and text.simple]
    print("constante poids\t%.4f" % constant)
    for i, name in enumerate(FEATURES):
        # What the easier quarter of the sheets for the public has reached.
        quarters = statistics.quantiles([values[i] for values in usual], n=4)
        print("%s poids\t%.4f" % (name, weights[i]))
        print("%s facile\t%.2f" % (name, quarters[0] if SIGNS[name] > 0 else quarters[2]))

if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:5])
