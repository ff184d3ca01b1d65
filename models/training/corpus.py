"""Reading the text to learn from: annotated documents in the guideline's markup, CoNLL columns and reviewed data.

All become documents: lists of paragraphs, a paragraph being a list of segments
(text, type or None, canonical name), which the augmentation can rewrite before words are cut.
"""
import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from .labels import EXACT, INDEX, LABELS, OPEN
from .split import read_split
from .words import words_of

# Type of a segment of which nothing is known: any label may stand there.
ANYTHING = "?"
ANY = frozenset(range(len(LABELS)))
# Record types of reviewed data; a country by a demonym is DEM.
TYPE_OF_RECORD = {"person": "PER", "organisation": "ORG", "place": "LOC", "other": "MISC", "country": "LOC", "figure": "FIG", "date": "DATE"}
MARK = re.compile(r"\[\[([A-Z]+)\|([^\[\]|\n]+)((?:\|[^\[\]|\n]*)*)\]\]")


@dataclass
class Segment:
    text: str
    type: str | None = None
    name: str = ""  # canonical name of a person or organisation, country code of a place


@dataclass
class Document:
    name: str
    language: str
    family: str
    paragraphs: list = field(default_factory=list)
    # True where only persons, organisations and places are annotated: what is O there may be another type.
    partial: bool = False
    # True where paragraphs are sentences that have nothing to do with each other.
    loose: bool = False


def parse_paragraph(line):
    """Segments of one annotated line: `M. [[PER|Borrell]]` → `M. ` and `Borrell` (PER)."""
    segments, at = [], 0
    for match in MARK.finditer(line):
        if match.start() > at:
            segments.append(Segment(line[at:match.start()]))
        extra = match.group(3).split("|")[1:]
        segments.append(Segment(match.group(2), match.group(1), extra[0] if extra else ""))
        at = match.end()
    if at < len(line):
        segments.append(Segment(line[at:]))
    return segments


def read_annotated(folders, part):
    """Documents of one part of the split, from the first of `folders` that has the file; (documents, missing file names)."""
    documents, missing = [], set()
    for listed, name, first, last in read_split():
        if listed != part:
            continue
        path = next((Path(folder) / name for folder in folders if (Path(folder) / name).is_file()), None)
        if path is None:
            missing.add(name)
            continue
        lines = path.read_text(encoding="utf-8").split("\n")
        if first is not None:
            lines = lines[first - 1:last]
        family = re.match(r"[a-z]\d+", name).group(0)
        label = name if first is None else f"{name}:{first}-{last}"
        document = Document(label, name.split(".")[-2], family, loose=family[0] in "rg" or family in ("w3", "w8"))
        document.paragraphs = [parse_paragraph(line) for line in lines if line.strip()]
        documents.append(document)
    return documents, sorted(missing)


def read_columns(path, sentences_a_document=8):
    """Documents of a CoNLL file (`token TAG`), a few consecutive sentences each.

    Handles and web addresses are never names in the guideline: their tags are dropped.
    """
    name = Path(path).name.split(".")[0]
    sentences, sentence = [], []
    for line in [*Path(path).read_text(encoding="utf-8").split("\n"), ""]:
        token, _, tag = line.rstrip().rpartition(" ")
        if not line.strip():
            if sentence:
                sentences.append(sentence)
            sentence = []
        elif token and re.fullmatch(r"O|[BI]-(PER|ORG|LOC|MISC)", tag):
            sentence.append((token, tag))
    documents = []
    for at in range(0, len(sentences), sentences_a_document):
        document = Document(f"{name}:{at}", "en", name, partial=True, loose=name in ("btc", "wnut17"))
        for sentence in sentences[at:at + sentences_a_document]:
            segments = []
            for token, tag in sentence:
                bare = token.startswith("@") or "://" in token
                kind = None if tag == "O" or bare else tag[2:]
                if tag.startswith("I-") and kind and segments and segments[-1].type == kind:
                    segments[-1].text += " " + token
                else:
                    # "don't", not "do n't": the tagger's words end at the apostrophe.
                    blank = "" if token.lower() == "n't" or not segments else " "
                    if blank:
                        segments.append(Segment(blank))
                    segments.append(Segment(token, kind))
            document.paragraphs.append(merge_plain(segments))
        documents.append(document)
    return documents


def read_reviewed(folder):
    """Documents of the training data that `make training-data` wrote: the complete ones, then the sparse sentences of each other document."""
    folder = Path(folder)
    if not (folder / "complete.jsonl").is_file():
        raise FileNotFoundError(f"expected complete.jsonl and sparse.jsonl in {folder}; write them with make training-data, or correct REVIEWED")
    documents = []
    for line in json_lines(folder / "complete.jsonl"):
        units = line["text"].encode("utf-16-le")
        records = [mark_of(record) for record in line["records"]]
        document = Document(line["doc"], line["lang"], "reviewed")
        document.paragraphs = [segments_of(units, start, end, records) for start, end in paragraphs_of(line["text"], line["sentences"])]
        documents.append(document)
    sparse = {}
    for line in json_lines(folder / "sparse.jsonl"):
        units, at = line["text"].encode("utf-16-le"), line["start"]
        spans = [mark_of(record) for record in line["records"]] + [(start, end, ANYTHING, "") for start, end in line["open"]]
        spans = sorted((start - at, end - at, kind, name) for start, end, kind, name in spans)
        # Sentences that were decided one by one have nothing around them: each is a paragraph of its own.
        document = sparse.setdefault(line["doc"], Document(line["doc"], line["lang"], "reviewed", loose=True))
        document.paragraphs.append(segments_of(units, 0, len(units) // 2, spans))
    return documents + list(sparse.values())


def json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def mark_of(record):
    """(start, end, type, canonical name or country code) of a record of the dataset."""
    kind = "DEM" if record["type"] == "country" and record["via"] == "demonym" else TYPE_OF_RECORD[record["type"]]
    # The name of a place is no country code: augmentation leaves marks with a code alone.
    name = record.get("code") if record["type"] == "country" else record.get("name") if kind in ("PER", "ORG", "MISC") else None
    return record["start"], record["end"], kind, name or ""


def paragraphs_of(text, sentences):
    """(start, end) of the paragraphs in UTF-16 units: lines, joined where a sentence goes on over a line break."""
    inside = [(sentence["start"], sentence["end"]) for sentence in sentences]
    spans, start, at, next_sentence = [], 0, 0, 0
    for line in text.split("\n"):
        at += len(line.encode("utf-16-le")) // 2
        while next_sentence < len(inside) and inside[next_sentence][1] <= at:
            next_sentence += 1
        goes_on = next_sentence < len(inside) and inside[next_sentence][0] < at
        if not goes_on:
            spans.append((start, at))
            start = at + 1
        at += 1
    return [(start, end) for start, end in spans if start < end]


def segments_of(units, start, end, spans):
    """Segments of a stretch of text. `units` is the text in UTF-16, in whose units the offsets count; `spans` are disjoint."""
    def text(first, last):
        return units[2 * first:2 * last].decode("utf-16-le")

    segments, at = [], start
    for first, last, kind, name in spans:
        if first < start or last > end:
            continue
        if first > at:
            segments.append(Segment(text(at, first)))
        segments.append(Segment(text(first, last), kind, name))
        at = last
    if at < end:
        segments.append(Segment(text(at, end)))
    return segments


def merge_plain(segments):
    """Join neighbouring segments without a type."""
    merged = []
    for segment in segments:
        if segment.type is None and merged and merged[-1].type is None:
            merged[-1].text += segment.text
        else:
            merged.append(segment)
    return merged


def words_and_labels(segments, partial=False):
    """(words, label sets) of a paragraph; a label set is the frozenset of label indexes that the annotation allows."""
    words, allowed = [], []
    for segment in segments:
        first = True
        for word, _, _ in words_of(segment.text):
            words.append(word)
            if segment.type == ANYTHING:
                allowed.append(ANY)
            elif segment.type is None:
                # A handle is no name, whatever the corpus leaves open.
                handle = len(words) > 1 and words[-2] == "@"
                allowed.append(OPEN if partial and not handle and word != "@" else EXACT[0])
            elif partial and segment.type == "MISC":
                allowed.append(OPEN)
            else:
                allowed.append(EXACT[INDEX[("B-" if first else "I-") + segment.type]])
            first = False
    return words, allowed


def text_of(segments):
    return "".join(segment.text for segment in segments)


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
