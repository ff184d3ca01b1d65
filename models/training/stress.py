"""Figures under hard conditions: `python -m models.training.stress` prints F1 of a model's folder on rewritten test text.

The rewritten text keeps its marks: each condition changes words in place, so gold moves with them.
"""
import random
import re
import sys

from tokenizers import Tokenizer

from .augment import Names, plain_letters, replace_names
from .corpus import Document, Segment, text_of
from .data import Data
from .decode import onnx_runner, tag, words_of_documents
from .measure import figures_of
from .settings import Settings
from .words import Pieces

# Share of the places where a scanner's usual confusions are put in, and of long words broken by a hyphen at a line's end.
CONFUSED, BROKEN = 0.05, 0.02
CONFUSIONS = (("l", "1"), ("rn", "m"), ("m", "rn"), ("O", "0"), ("I", "l"), ("e", "c"), ("é", "e"), ("ï", "i"))


def scanned(text, random):
    """`gouvernement` → `gouvememcnt` or `gouver- nement`, now and then."""
    for old, new in CONFUSIONS:
        text = re.sub(re.escape(old), lambda match: new if random.random() < CONFUSED / 3 else match.group(), text)

    def broken(match):
        word = match.group()
        if random.random() >= BROKEN:
            return word
        at = random.randrange(3, len(word) - 2)
        return f"{word[:at]}- {word[at:]}"
    return re.sub(r"[^\W\d_]{7,}", broken, text)


def recased(text):
    """`LE MONDE` → `Le Monde`: the pipeline hands headings in capitals to the model in this form."""
    return re.sub(r"[^\W\d_]+", lambda match: match.group()[0] + match.group()[1:].lower(), text)


def rewritten(documents, change):
    """The documents with `change` applied to every stretch of text."""
    return [with_paragraphs(document, [[Segment(change(segment.text), segment.type, segment.name) for segment in paragraph] for paragraph in document.paragraphs])
            for document in documents]


def with_paragraphs(document, paragraphs):
    return Document(document.name, document.language, document.family, paragraphs, document.partial, document.loose)


def mixed(documents):
    """Paragraphs of a French and an English document joined into one, turn about."""
    french, english = ([document for document in documents if document.language == language] for language in ("fr", "en"))
    return [with_paragraphs(one, [[*left, Segment(" "), *right] for left, right in zip(one.paragraphs, other.paragraphs)]) for one, other in zip(french, english)]


def conditions(documents, names, seed=1):
    """(name, documents) of each condition, the plain text first."""
    source = random.Random(seed)
    yield "as it is", documents
    yield "each paragraph alone", [with_paragraphs(document, [paragraph]) for document in documents for paragraph in document.paragraphs]
    yield "capitals", rewritten(documents, str.upper)
    yield "capitals, read as the pipeline reads them", rewritten(documents, lambda text: recased(text.upper()))
    yield "no capitals", rewritten(documents, str.lower)
    yield "no accents", rewritten(documents, plain_letters)
    yield "scanner's errors", rewritten(documents, lambda text: scanned(text, source))
    yield "other persons, towns, bodies", [with_paragraphs(document, replace_names(document, names, source)) for document in documents]
    yield "two languages in a paragraph", mixed(documents)


def stress_table(run, documents, names, pieces):
    """Markdown table of F1 of PER+ORG+LOC, and of each type, under each condition."""
    lines = ["| text | French | English | all | PER | ORG | LOC |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, changed in conditions(documents, names):
        found, _ = tag(words_of_documents(changed, text_of), pieces, run, batch_size=0)
        figures = figures_of(changed, found)
        cells = [f"{figures[group]['names'][0]:.3f}" if group in figures and name != "two languages in a paragraph" else "–" for group in ("all French", "all English")]
        low, high = figures["all"]["names"][1:3]
        cells += [f"{figures['all']['names'][0]:.3f} ({low:.3f}–{high:.3f})", *(f"{figures['all'][kind][0]:.3f}" for kind in ("PER", "ORG", "LOC"))]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main():
    settings = Settings()
    data = Data(settings.corpora, lambda line: print(line, file=sys.stderr))
    pieces = Pieces(Tokenizer.from_file(str(settings.output / "tokenizer.json")))
    print(stress_table(onnx_runner(settings.output / "onnx" / "model_quantized.onnx", settings.threads), data.part("test"), Names(data.everything()), pieces))


if __name__ == "__main__":
    main()
