"""From trained weights to the model's folder: export, quantise, measure, choose, write card, hashes and log."""
import hashlib
import json
import os
import shutil
from pathlib import Path

from .card import card_of, log_row
from .decode import WINDOW, onnx_runner
from .encoder import HEADS, HIDDEN, INNER, LAYERS, POSITIONS, TYPES as TOKEN_TYPES
from .export import candidates, export_float, quantise, size_of
from .golden import golden_of
from .labels import LABELS, NAMES
from .measure import measure
from .words import PAD, PIECES_PER_WORD

LARGEST_MB = 60
TOLERANCE = 0.004


def config_of(kept, version):
    return {
        "architectures": ["BertForTokenClassification"],
        "model_type": "bert",
        "hidden_size": HIDDEN,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "intermediate_size": INNER,
        "max_position_embeddings": POSITIONS,
        "type_vocab_size": TOKEN_TYPES,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "vocab_size": kept,
        "pad_token_id": PAD,
        "id2label": {str(index): label for index, label in enumerate(LABELS)},
        "label2id": {label: index for index, label in enumerate(LABELS)},
        # How the pipeline reads text with this model; other readers of the folder ignore it.
        "tamis": {"name": "tamis-ner", "version": version, "window": WINDOW, "scheme": "bio", "pieces": "separate", "pieces_per_word": PIECES_PER_WORD, "separator": "</s>"},
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


def choose(rows):
    """The quantisation to publish: of the reduced-range ones the smallest within the tolerance, else the best.

    `rows` are (name, path, dev F1, size in MB, reduced); the first is float32.
    """
    reference = rows[0][2]
    usable = [row for row in rows[1:] if row[4] and row[3] <= LARGEST_MB]
    close = [row for row in usable if reference - row[2] <= TOLERANCE]
    return min(close, key=lambda row: row[3]) if close else max(usable, key=lambda row: row[2])


def publish(settings, data, model, report, pieces, tokenizer_json, log):
    """Write the model's folder from the trained tagger."""
    work, output = settings.work, settings.output
    dev, test = data.part("dev"), data.part("test")
    source = work / "model.onnx"
    export_float(model, source)

    def figures(path, documents):
        return measure(documents, pieces, onnx_runner(path, settings.threads), batch_size=0)

    dev_float = figures(source, dev)
    rows = [("float32", source, dev_float["all"]["names"][0], size_of(source), False)]
    log(f"float32: dev {rows[0][2]:.4f}, {rows[0][3]:.1f} MB")
    for number, (name, keep, reduced) in enumerate(candidates(source), 1):
        path = work / f"quantised-{number}.onnx"
        quantise(source, path, keep, reduced)
        row = (name, path, figures(path, dev)["all"]["names"][0], size_of(path), reduced)
        rows.append(row)
        log(f"{name}: dev {row[2]:.4f}, {row[3]:.1f} MB")
    chosen = choose(rows)
    log(f"chosen: {chosen[0]}")

    (output / "onnx").mkdir(parents=True, exist_ok=True)
    target = output / "onnx" / "model_quantized.onnx"
    shutil.copyfile(chosen[1], f"{target}.part")
    os.replace(f"{target}.part", target)
    version = f"1.{sha256(target)[:8]}"
    write(output / "config.json", as_json(config_of(len(tokenizer_json["model"]["vocab"]), version)))
    write(output / "tokenizer.json", json.dumps(tokenizer_json, ensure_ascii=False, separators=(",", ":")))
    write(output / "tokenizer_config.json", as_json(TOKENIZER_CONFIG))
    write(output / "special_tokens_map.json", as_json({key: value for key, value in TOKENIZER_CONFIG.items() if key.endswith("_token")}))
    write(output / "golden.json", as_json(golden_of(pieces, onnx_runner(target, settings.threads), WINDOW, log)))
    measured = {
        "dev, float32": dev_float, "dev, int8": figures(target, dev),
        "test, float32": figures(source, test), "test, int8": figures(target, test),
    }
    for name, values in measured.items():
        log(f"{name}: " + ", ".join(f"{group} {rows_of['names'][0]:.3f}" for group, rows_of in values.items()))
    write(work / "figures.json", as_json(measured))
    card = card_of(report, measured, rows, chosen, data, settings, version)
    write(output / "README.md", card)
    listed = ["config.json", "golden.json", "onnx/model_quantized.onnx", "special_tokens_map.json", "tokenizer.json", "tokenizer_config.json"]
    write(output / "hashes.json", as_json({"version": version, "files": {name: sha256(output / name) for name in listed}}))
    log_row(settings, report, measured, chosen, data, version)
    log(f"model {version} in {output}; {', '.join(NAMES)} on test, int8: {measured['test, int8']['all']['names'][0]:.3f}")
