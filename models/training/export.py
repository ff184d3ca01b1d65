"""From the tagger to ONNX files: float32, then eight bits.

ONNX Runtime multiplies eight-bit activations by eight-bit weights; on processors without VNNI the
sum of two products is kept in sixteen bits and saturates. Weights in seven bits (`reduce_range`)
can't reach that limit, so the figures hold on every processor.
"""
import logging
import warnings
from pathlib import Path

import onnx
import torch
from torch import nn

from .encoder import LAYERS

OPSET = 17
IR = 8


class Exported(nn.Module):
    """The tagger with the two inputs of a hub model."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model(input_ids, attention_mask.bool())


def export_float(model, path):
    """Write the float32 graph: `input_ids`, `attention_mask` → `logits`."""
    model.eval()
    ids = torch.randint(4, 1000, (2, 12))
    axes = {0: "batch", 1: "sequence"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(model), (ids, torch.ones_like(ids)), str(path), dynamo=False, opset_version=OPSET,
            input_names=["input_ids", "attention_mask"], output_names=["logits"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": axes})
    graph = onnx.load(str(path))
    graph.ir_version = IR
    # The exporter's names hold its own module paths; keep the file free of anything but the graph.
    graph.producer_name, graph.producer_version, graph.doc_string = "tamis", "", ""
    for node in graph.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    onnx.save(graph, str(path))


def matrix_nodes(path):
    """{role: [node name by layer]} of the matrix products with weights; `head` has one."""
    graph = onnx.load(str(path)).graph
    weights = {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    roles = {"query_key_value": [], "attention_output": [], "inner": [], "output": [], "head": []}
    shapes = {(384, 1152): "query_key_value", (384, 384): "attention_output", (384, 1536): "inner", (1536, 384): "output"}
    for node in graph.node:
        if node.op_type in ("MatMul", "Gemm") and node.input[1] in weights:
            roles[shapes.get(weights[node.input[1]], "head")].append(node.name)
    if [len(names) for names in roles.values()] != [LAYERS] * 4 + [1]:
        raise ValueError(f"expected {LAYERS} matrices of each role and one head, got { {role: len(names) for role, names in roles.items()} }")
    return roles


def quantise(source, target, keep=(), reduced=True):
    """Write the eight-bit graph, per channel, with the matrices named in `keep` left in float."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(str(source), str(target), per_channel=True, reduce_range=reduced, weight_type=QuantType.QInt8,
                     nodes_to_exclude=list(keep), op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True})
    graph = onnx.load(str(target))
    graph.ir_version = max(IR, graph.ir_version) if graph.ir_version <= 10 else 10
    graph.producer_name, graph.producer_version = "tamis", ""
    onnx.save(graph, str(target))


def candidates(source):
    """Ways to quantise, from the smallest file: (name, matrices kept in float, reduced range)."""
    roles = matrix_nodes(source)
    head = roles["head"]

    def layers(*numbers):
        return [names[number] for role, names in roles.items() if role != "head" for number in numbers]

    return [
        ("8-bit weights, everything", [], False),
        ("7-bit weights, everything", [], True),
        ("7-bit weights, head in float", head, True),
        ("7-bit weights, head and second feed-forward matrix of layers 9-12 in float", head + roles["output"][8:], True),
        ("7-bit weights, head and first layer in float", head + layers(0), True),
        ("7-bit weights, head and last layer in float", head + layers(11), True),
        ("7-bit weights, head and first two layers in float", head + layers(0, 1), True),
    ]


def size_of(path):
    return Path(path).stat().st_size / 1e6
