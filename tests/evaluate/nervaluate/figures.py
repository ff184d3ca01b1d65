"""Writes figures.json: what nervaluate makes of spans.jsonl.

python3 -m venv venv && venv/bin/pip install nervaluate==1.2.1 && venv/bin/python tests/evaluate/nervaluate/figures.py
"""

import json
import pathlib
from importlib.metadata import version

from nervaluate.evaluator import Evaluator

FOLDER = pathlib.Path(__file__).parent
LABELS = ["person", "organisation", "place", "other", "demonym", "figure", "date"]
# nervaluate's words for our measures
MEASURES = {"strict": "strict", "exact": "exact", "partial": "partial", "type": "ent_type"}


def spans(rows):
    # its ends are inclusive
    return [{"label": label, "start": start, "end": end - 1} for label, start, end in rows]


def figures_of(documents, labels):
    evaluator = Evaluator(
        [spans(document["gold"]) for document in documents],
        [spans(document["found"]) for document in documents],
        tags=labels,
        loader="dict",
    )
    overall = evaluator.evaluate()["overall"]
    return {
        measure: {"precision": overall[name].precision, "recall": overall[name].recall, "f1": overall[name].f1}
        for measure, name in MEASURES.items()
    }


documents = [json.loads(line) for line in (FOLDER / "spans.jsonl").read_text(encoding="utf-8").splitlines()]
rows = {label: [label] for label in LABELS} | {"names": ["person", "organisation", "place"], "all": LABELS}
result = {
    "command": "python tests/evaluate/nervaluate/figures.py",
    "nervaluate": version("nervaluate"),
    "figures": {row: figures_of(documents, labels) for row, labels in rows.items()},
}
(FOLDER / "figures.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
