"""From trained weights to the model's folder: export, quantise, measure, choose, write card, hashes and log."""
import hashlib
import json
import os
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .augment import Names
from .batches import window_arrays
from .card import card_of, log_row
from .corpus import text_of
from .decode import WINDOW, onnx_runner, tag, words_of_documents
from .encoder import HIDDEN, POSITIONS, TYPES as TOKEN_TYPES
from .export import candidates, export_float, size_of
from .golden import golden_of
from .labels import LABELS, NAMES
from .measure import figures_of
from .stress import stress_table
from .words import PAD, PIECES_PER_WORD, pack, words_of

LARGEST_MB = 60
TOLERANCE = 0.004


def config_of(kept, version, shape, name):
    return {
        "architectures": ["BertForTokenClassification"],
        "model_type": "bert",
        "hidden_size": HIDDEN,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "max_position_embeddings": POSITIONS,
        "type_vocab_size": TOKEN_TYPES,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "vocab_size": kept,
        "pad_token_id": PAD,
        "id2label": {str(index): label for index, label in enumerate(LABELS)},
        "label2id": {label: index for index, label in enumerate(LABELS)},
        # How the pipeline reads text with this model; other readers of the folder ignore it.
        "tamis": {"name": name, "version": version, "window": WINDOW, "scheme": "bio", "pieces": "separate", "pieces_per_word": PIECES_PER_WORD, "separator": "</s>"},
    }


TOKENIZER_CONFIG = {"tokenizer_class": "XLMRobertaTokenizer", "bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>", "model_max_length": 512}


def write(path, text):
    """Write a file whole or not at all."""
    temporary = path.with_name(path.name + ".part")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)


def as_json(value):
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@dataclass
class Way:
    """One way to write the weights, and what it gives on dev."""

    name: str
    path: Path
    reduced: bool
    small: bool
    f1: float
    # Mean Kullback-Leibler divergence of the words' labels from float32: steadier than F1, where one mention is 0.0005.
    divergence: float
    size: float


def choose(ways):
    """The quantisation to publish: closest to float32 of the small ones in reduced range, of all where F1 falls by more than the tolerance."""
    reference = ways[0].f1
    usable = [way for way in ways[1:] if way.reduced and way.size <= LARGEST_MB]
    best = min((way for way in usable if way.small), key=lambda way: way.divergence)
    return best if reference - best.f1 <= TOLERANCE else min(usable, key=lambda way: (max(0, reference - way.f1 - TOLERANCE), way.divergence))


def windows_of(documents, pieces):
    """Piece ids of the windows of some documents, as the pipeline makes them."""
    windows = []
    for document in documents:
        blocks = []
        for paragraph in document.paragraphs:
            words = [word for word, _, _ in words_of(text_of(paragraph))]
            blocks.append(([(word, pieces.of(word)) for word in words], [None] * len(words)))
        windows += [window_arrays(blocks, window)[0] for window in pack([block for block, _ in blocks], WINDOW)]
    return windows


def readings(path, documents, pieces, threads):
    """(figures, log-probabilities of all words) of one file on some documents."""
    words = words_of_documents(documents, text_of)
    found, logs = tag(words, pieces, onnx_runner(path, threads), batch_size=0)
    return figures_of(documents, found), np.array([row for paragraphs in logs for paragraph in paragraphs for row in paragraph])


def publish(settings, data, model, report, pieces, tokenizer_json, log):
    """Write the model's folder from the trained tagger."""
    work, output = settings.work, settings.output
    dev, test = data.part("dev"), data.part("test")
    source = work / "model.onnx"
    export_float(model, source)
    dev_float, reference = readings(source, dev, pieces, settings.threads)
    ways = [Way("float32", source, False, False, dev_float["all"]["names"][0], 0.0, size_of(source))]
    log(f"float32: dev {ways[0].f1:.4f}, {ways[0].size:.1f} MB")
    sample = random.Random(0).sample(data.train, min(30, len(data.train)))
    measured = {"dev, float32": dev_float}
    of_way = {}
    for name, path, reduced, small in candidates(work, model, windows_of(sample, pieces)):
        figures, logs = readings(path, dev, pieces, settings.threads)
        way = Way(name, path, reduced, small, figures["all"]["names"][0], float((np.exp(reference) * (reference - logs)).sum(1).mean()), size_of(path))
        ways.append(way)
        of_way[name] = figures
        log(f"{name}: dev {way.f1:.4f}, divergence {way.divergence:.5f}, {way.size:.1f} MB")
    chosen = choose(ways)
    log(f"chosen: {chosen.name}")

    (output / "onnx").mkdir(parents=True, exist_ok=True)
    target = output / "onnx" / "model_quantized.onnx"
    shutil.copyfile(chosen.path, f"{target}.part")
    os.replace(f"{target}.part", target)
    version = f"1.{sha256(target)[:8]}"
    write(output / "config.json", as_json(config_of(len(tokenizer_json["model"]["vocab"]), version, model.shape, output.name)))
    write(output / "tokenizer.json", json.dumps(tokenizer_json, ensure_ascii=False, separators=(",", ":")))
    write(output / "tokenizer_config.json", as_json(TOKENIZER_CONFIG))
    write(output / "special_tokens_map.json", as_json({key: value for key, value in TOKENIZER_CONFIG.items() if key.endswith("_token")}))
    write(output / "golden.json", as_json(golden_of(pieces, onnx_runner(target, settings.threads), WINDOW, log)))
    measured |= {
        "dev, int8": of_way[chosen.name],
        "regression, int8": readings(target, data.part("regression"), pieces, settings.threads)[0],
        "test, float32": readings(source, test, pieces, settings.threads)[0],
        "test, int8": readings(target, test, pieces, settings.threads)[0],
    }
    for name, values in measured.items():
        log(f"{name}: " + ", ".join(f"{group} {rows_of['names'][0]:.3f}" for group, rows_of in values.items()))
    write(work / "figures.json", as_json(measured))
    stress = stress_table(onnx_runner(target, settings.threads), test, Names(data.everything()), pieces)
    card = card_of(report, measured, ways, chosen, data, settings, version, output.name, model.shape, stress)
    write(output / "README.md", card)
    listed = ["config.json", "golden.json", "onnx/model_quantized.onnx", "special_tokens_map.json", "tokenizer.json", "tokenizer_config.json"]
    write(output / "hashes.json", as_json({"version": version, "files": {name: sha256(output / name) for name in listed}}))
    log_row(settings, report, measured, chosen, data, version)
    log(f"model {version} in {output}; {', '.join(NAMES)} on test, int8: {measured['test, int8']['all']['names'][0]:.3f}")
