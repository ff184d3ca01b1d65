"""Figures: exact span and type by document, F1 by language and type, bootstrap intervals over documents."""
from collections import Counter, defaultdict

import numpy as np

from .corpus import text_of, words_and_labels
from .decode import PIECES_PER_BATCH, WINDOW, tag, words_of_documents
from .labels import NAMES, TYPES, spans_of

# The kinds of text that figures are given for.
KINDS = {"f": "French news", "e": "English news", "m": "mixed and other forms", "r": "French sentences", "g": "English sentences"}
LANGUAGES = {"fr": "all French", "en": "all English"}


def gold_of(documents):
    """Gold label indexes, document by document, paragraph by paragraph."""
    return [[[min(labels) for labels in words_and_labels(paragraph)[1]] for paragraph in document.paragraphs] for document in documents]


def counts_of(gold, found):
    """Counter of (type, "right" | "found" | "gold") of one document."""
    counts = Counter()
    for labels, predicted in zip(gold, found):
        want, have = set(spans_of(labels)), set(spans_of(predicted))
        for _, _, kind in want:
            counts[kind, "gold"] += 1
        for _, _, kind in have:
            counts[kind, "found"] += 1
        for _, _, kind in want & have:
            counts[kind, "right"] += 1
    return counts


def f1(counts, kinds):
    right, found, gold = (sum(counts[kind, what] for kind in kinds) for what in ("right", "found", "gold"))
    return 2 * right / (found + gold) if found + gold else float("nan")


def interval(documents, kinds, rounds=1000, seed=0):
    """95 % bootstrap interval of F1 over documents."""
    table = np.array([[sum(counts[kind, what] for kind in kinds) for what in ("right", "found", "gold")] for counts in documents])
    picks = np.random.default_rng(seed).integers(0, len(table), (rounds, len(table)))
    sums = table[picks].sum(1)
    with np.errstate(invalid="ignore", divide="ignore"):
        values = 2 * sums[:, 0] / (sums[:, 1] + sums[:, 2])
    return tuple(np.nanpercentile(values, (2.5, 97.5))) if np.isfinite(values).any() else (float("nan"), float("nan"))


def measure(documents, pieces, run, window_size=WINDOW, batch_size=PIECES_PER_BATCH):
    """{group: {row: (f1, low, high, gold count)}}; groups are the kinds of text, the languages and "all", rows the types and "names"."""
    return figures_of(documents, tag(words_of_documents(documents, text_of), pieces, run, window_size, batch_size)[0])


def figures_of(documents, found):
    """The same from label indexes that were found already."""
    groups = defaultdict(list)
    for document, gold, predicted in zip(documents, gold_of(documents), found):
        counts = counts_of(gold, predicted)
        groups[KINDS[document.family[0]]].append(counts)
        groups[LANGUAGES[document.language]].append(counts)
        groups["all"].append(counts)
    figures = {}
    for group in [*KINDS.values(), *LANGUAGES.values(), "all"]:
        if group in groups:
            total = sum(groups[group], Counter())
            rows = {"names": NAMES, **{kind: (kind,) for kind in TYPES}}
            figures[group] = {row: (f1(total, kinds), *interval(groups[group], kinds), sum(total[kind, "gold"] for kind in kinds)) for row, kinds in rows.items()}
    return figures


def table_of(figures):
    """The figures as a Markdown table: F1, its 95 % interval and the number of gold mentions."""
    rows = ["names", *TYPES]
    lines = ["| text | " + " | ".join("PER+ORG+LOC" if row == "names" else row for row in rows) + " |", "| --- |" + " --- |" * len(rows)]
    for group, values in figures.items():
        cells = []
        for row in rows:
            value, low, high, gold = values[row]
            cells.append(f"{value:.3f} ({low:.3f}–{high:.3f}; {gold})" if gold else "–")
        lines.append(f"| {group} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
