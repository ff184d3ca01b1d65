"""Beside a peer: `python -m models.training.peers FRENCH ENGLISH` judges two spaCy pipelines and our models on the test documents in one run.

FRENCH and ENGLISH are names or folders of installed pipelines (`fr_core_news_md`, `en_core_web_md`). Both sides see each paragraph whole, are judged by
exact span and type of PER, ORG and LOC, and timed on one thread. The peer is forgiven its own conventions: leading articles and
trailing possessives are cut from its spans, GPE and FAC count as LOC, NORP and the rest are no names.
"""
import re
import sys
import time

from .corpus import text_of
from .data import Data
from .decode import onnx_runner, tag, words_of_documents
from .labels import INDEX
from .measure import figures_of, table_of
from .settings import HERE, Settings
from .words import Pieces, words_of

KINDS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
ARTICLE = re.compile(r"(?:(?:the|a|an|le|la|les|un|une|des|du|de|d|l)\s+|[dl]['’]\s*)", re.I)
POSSESSIVE = re.compile(r"['’]s?$")


def forgiven(start, text):
    """The peer's span without its leading article and its possessive."""
    match = ARTICLE.match(text)
    if match and match.end() < len(text):
        start, text = start + match.end(), text[match.end():]
    return start, POSSESSIVE.sub("", text)


def labels_of(text, spans):
    """Label indexes of the words of a paragraph from (start, end, type); a word that a span touches belongs to it."""
    words = words_of(text)
    labels = [0] * len(words)
    for start, end, kind in spans:
        inside = [at for at, (_, first, last) in enumerate(words) if first < end and last > start]
        for number, at in enumerate(inside):
            labels[at] = INDEX[("I-" if number else "B-") + kind]
    return labels


def peer_labels(documents, pipelines):
    """(labels of all documents, seconds)."""
    seconds, found = 0.0, []
    for document in documents:
        texts = [text_of(paragraph) for paragraph in document.paragraphs]
        started = time.perf_counter()
        read = list(pipelines[document.language].pipe(texts))
        seconds += time.perf_counter() - started
        paragraphs = []
        for text, parsed in zip(texts, read):
            spans = []
            for entity in parsed.ents:
                if entity.label_ in KINDS:
                    start, surface = forgiven(entity.start_char, entity.text)
                    spans.append((start, start + len(surface), KINDS[entity.label_]))
            paragraphs.append(labels_of(text, spans))
        found.append(paragraphs)
    return found, seconds


def main():
    import spacy
    import torch
    from tokenizers import Tokenizer

    torch.set_num_threads(1)
    settings = Settings()
    documents = Data(settings.corpora, lambda line: print(line, file=sys.stderr)).part("test")
    pipelines = {language: spacy.load(name, exclude=["parser", "tagger", "morphologizer", "attribute_ruler", "lemmatizer", "senter"]) for language, name in zip(("fr", "en"), sys.argv[1:3])}
    words = words_of_documents(documents, text_of)
    count = sum(len(paragraph) for document in words for paragraph in document)
    peer, peer_seconds = peer_labels(documents, pipelines)

    def reading(folder):
        """(words a second, labels) of one of our models."""
        run = onnx_runner(folder / "onnx" / "model_quantized.onnx", 1)
        pieces = Pieces(Tokenizer.from_file(str(folder / "tokenizer.json")))
        started = time.perf_counter()
        found, _ = tag(words, pieces, run, batch_size=0)
        return count / (time.perf_counter() - started), found

    folders = [settings.output, settings.output.with_name(f"{settings.output.name}-small")]
    ours = {folder.name: reading(folder) for folder in folders if folder.is_dir()}
    meta = " and ".join(f"`{pipeline.meta['lang']}_{pipeline.meta['name']}` {pipeline.meta['version']}" for pipeline in pipelines.values())
    ratios = " and ".join(f"{count / peer_seconds / rate:.1f} times as many as `{name}`" for name, (rate, _) in ours.items())
    rows = ("names", "PER", "ORG", "LOC")

    def short(found):
        table = table_of({group: {row: values[row] if row in rows else (0, 0, 0, 0) for row in values} for group, values in figures_of(documents, found).items()})
        return "\n".join("|".join(line.split("|")[:6]) + "|" for line in table.split("\n"))

    sections = [f"`{name}` in the same run:\n\n{short(found)}\n" for name, (_, found) in ours.items()]
    (HERE / "peers.md").write_text("\n".join([
        f"spaCy {spacy.__version__}, {meta} (name recogniser alone): words a second on one thread, without the pipeline around either, {ratios}.\n\n{short(peer)}\n",
        *sections]), encoding="utf-8")
    print((HERE / "peers.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
