"""Freeze the split of the annotated text: `python -m models.training.split FOLDER` writes `split.tsv`.

Four parts, about 76/8/8/8 within each family of file and language. A document is a file, or a
block of 20 consecutive paragraphs in the files of real sentences (families r and g). Documents
that share a paragraph word for word fall into the same part. The order is that of a hash of the
document's name, so the same folder gives the same list; the committed list is the one that counts.
Text that comes later only joins train: `python -m models.training.split --extend FOLDER`.
"""
import hashlib
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
LIST = HERE / "split.tsv"
PARTS = ("train", "dev", "regression", "test")
BLOCK = 20
SHARE = 0.08
# Shorter lines ("Lire aussi", "Photo : AFP") recur in unrelated documents and say nothing about copying.
SHARED_PARAGRAPH_LENGTH = 60
MARK = re.compile(r"\[\[[A-Z]+\|([^\[\]|\n]+)(?:\|[^\[\]|\n]*)*\]\]")


def read_split(path=LIST):
    """Rows (part, file name, first line, last line) of the committed list; lines are 1-based, None for a whole file."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        part, name, lines = line.split("\t")
        first, last = (int(n) for n in lines.split("-")) if lines else (None, None)
        rows.append((part, name, first, last))
    return rows


def documents_of(path):
    """(name, lines, text) of each document in a file: the file itself, or its blocks of paragraphs."""
    text = path.read_text(encoding="utf-8")
    if path.name[0] not in "rg":
        return [(path.name, "", text)]
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    blocks = [filled[at:at + BLOCK] for at in range(0, len(filled), BLOCK)]
    if len(blocks) > 1 and len(blocks[-1]) < BLOCK // 2:
        tail = blocks.pop()
        blocks[-1] += tail
    return [(path.name, f"{block[0]}-{block[-1]}", "\n".join(lines[block[0] - 1:block[-1]])) for block in blocks]


def groups_of(documents):
    """For each document the index of its group: documents linked by a shared paragraph."""
    parent = list(range(len(documents)))

    def root(member):
        while parent[member] != member:
            member = parent[member]
        return member

    seen = {}
    for index, (_, _, text) in enumerate(documents):
        for paragraph in MARK.sub(r"\1", text).split("\n"):
            paragraph = paragraph.strip()
            if len(paragraph) < SHARED_PARAGRAPH_LENGTH:
                continue
            other = seen.setdefault(paragraph, index)
            parent[root(index)] = root(other)
    return [root(index) for index in range(len(documents))]


def split(folder):
    """Rows of the list for the annotated files of a folder."""
    documents = [document for path in sorted(Path(folder).glob("*.txt")) for document in documents_of(path)]
    group_of = groups_of(documents)
    strata = defaultdict(list)
    for index, (name, _, _) in enumerate(documents):
        strata[re.match(r"[a-z]\d+", name).group(0), name.split(".")[-2]].append(index)
    part_of_group, rows = {}, []
    for key in sorted(strata):
        members = sorted(strata[key], key=lambda index: hashlib.sha256("\t".join(documents[index][:2]).encode()).hexdigest())
        left = {part: max(1, round(SHARE * len(members))) for part in PARTS[1:]}
        for index in members:
            part = part_of_group.get(group_of[index])
            if part is None:
                part = next((part for part in PARTS[1:] if left[part] > 0), "train")
                part_of_group[group_of[index]] = part
            if part in left:
                left[part] -= 1
            rows.append((part, *documents[index][:2]))
    return sorted(rows, key=lambda row: (row[1], int(row[2].split("-")[0]) if row[2] else 0))


def extended(folder):
    """The committed rows, and a row in train for each annotated file of a folder that they lack."""
    rows = [(part, name, "" if first is None else f"{first}-{last}") for part, name, first, last in read_split()]
    listed = {name for _, name, _ in rows}
    return rows + [("train", path.name, "") for path in sorted(Path(folder).glob("*.txt")) if path.name not in listed]


if __name__ == "__main__":
    rows = extended(sys.argv[2]) if sys.argv[1] == "--extend" else split(sys.argv[1])
    LIST.write_text("part\tfile\tlines\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    for part in PARTS:
        print(part, sum(row[0] == part for row in rows))
