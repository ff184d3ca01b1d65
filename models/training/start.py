"""Weights to go on from: `model.pt` of an earlier run, or the folder of a published model, whose eight bits are read back as numbers."""
import json
import re
from pathlib import Path

import numpy as np
import torch

from .encoder import HEAD_SIZE, Shape

ROLES = ("query_key_value", "attention_output", "inner", "output")


def read_start(path):
    """(weights by the tagger's names, pieces of its vocabulary in order)."""
    path = Path(path)
    if path.is_dir():
        return read_folder(path)
    vocabulary = path.with_name("vocabulary.json")
    if not path.is_file() or not vocabulary.is_file():
        raise FileNotFoundError(f"expected model.pt with vocabulary.json beside it, or a model's folder, got {path}; correct START or TEACHER")
    tokenizer, _ = json.loads(vocabulary.read_text(encoding="utf-8"))
    return torch.load(path, weights_only=True), [piece for piece, _ in tokenizer["model"]["vocab"]]


def read_folder(folder):
    """The tagger's weights from `onnx/model_quantized.onnx` as `export.py` writes it: 0.002 of F1 are lost, a few steps mend it."""
    import onnx
    from onnx.numpy_helper import to_array

    graph = onnx.load(str(folder / "onnx" / "model_quantized.onnx")).graph
    arrays = {tensor.name: to_array(tensor) for tensor in graph.initializer}

    def full(name):
        if f"{name}_quantized" not in arrays:
            return arrays[name]
        values, zero, scale = (arrays[f"{name}_{part}"] for part in ("quantized", "zero_point", "scale"))
        return (values.astype(np.float32) - zero.astype(np.float32)) * scale

    weights = {name.removeprefix("model."): values for name, values in arrays.items()
               if name.startswith("model.") and not re.search(r"(?:inverse|_scale|_zero_point|_quantized)$", name)}
    weights = {name.replace(".linear.bias", ".bias"): values for name, values in weights.items()}
    weights["word.weight"] = full("model.word.weight")
    matrices = sorted((name.removesuffix("_quantized") for name in arrays if re.fullmatch(r"onnx::MatMul_\d+(?:_quantized)?", name)), key=lambda name: int(name.split("_")[1]))
    *products, head = matrices
    for number, name in enumerate(products):
        layer, role = divmod(number, len(ROLES))
        inverse = arrays.get(f"model.layers.{layer}.{ROLES[role]}.inverse")
        matrix = full(name).T
        weights[f"layers.{layer}.{ROLES[role]}.weight"] = matrix if inverse is None else matrix * inverse
    weights["head.weight"] = full(head).T
    # the graph adds the one token type that is used as a constant
    types = np.zeros((2, weights["word.weight"].shape[1]), np.float32)
    types[0] = next(values for name, values in arrays.items() if name.startswith("onnx::Add_"))
    weights["token_type.weight"] = types
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return {name: torch.from_numpy(np.array(values, np.float32)) for name, values in weights.items()}, [piece for piece, _ in tokenizer["model"]["vocab"]]


def shape_of(weights):
    """Shape of a tagger's weights; they don't tell how many blocks see every piece: all, it says."""
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    return Shape(layers, weights["layers.0.attention_output.weight"].shape[1] // HEAD_SIZE, weights["layers.0.output.weight"].shape[1], layers)


@torch.no_grad()
def take(model, weights, old_pieces, new_pieces):
    """Put the weights into a tagger of their shape; rows of pieces that the old vocabulary lacks stay as they are."""
    row_of = {piece: row for row, piece in enumerate(old_pieces)}
    state = model.state_dict()
    for name, values in state.items():
        if name == "word.weight":
            pairs = [(row, row_of[piece]) for row, piece in enumerate(new_pieces) if piece in row_of]
            values[[row for row, _ in pairs]] = weights[name][[row for _, row in pairs]]
        else:
            values.copy_(weights[name])
    model.load_state_dict(state)
