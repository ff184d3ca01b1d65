"""The labels: BIO over seven types, and the sets that text annotated for fewer types allows."""

TYPES = ("PER", "ORG", "LOC", "MISC", "DEM", "FIG", "DATE")
LABELS = ["O"] + [f"{position}-{kind}" for kind in TYPES for position in "BI"]
INDEX = {label: index for index, label in enumerate(LABELS)}
NAMES = ("PER", "ORG", "LOC")
# Where a corpus of names says O or MISC, any of these may be meant.
OPEN = frozenset(index for label, index in INDEX.items() if label[2:] not in NAMES)
EXACT = {index: frozenset((index,)) for index in range(len(LABELS))}


def spans_of(labels):
    """(first, last, type) of each mention in a legal sequence of label indexes, last exclusive."""
    spans, start = [], None
    for at, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2 == 1):
            spans.append((start, at, TYPES[(labels[start] - 1) // 2]))
            start = None
        if label % 2 == 1:
            start = at
    return spans
