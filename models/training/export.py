"""From the tagger to ONNX files: float32, then eight bits.

ONNX Runtime multiplies eight-bit activations by eight-bit weights; on processors without VNNI the
sum of two products is kept in sixteen bits and saturates. Weights in seven bits (`reduce_range`)
can't reach that limit, so the figures hold on every processor.
"""
import copy
import logging
import warnings
from pathlib import Path

import onnx
import torch
from torch import nn

OPSET = 17
IR = 8
# How much of an input channel's range moves into the weights.
SHARES = (0.5, 0.65)
ROLES = ("query_key_value", "attention_output", "inner", "output")


class Exported(nn.Module):
    """The tagger with the two inputs of a hub model."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model(input_ids, attention_mask.bool())


class Smoothed(nn.Module):
    """A linear layer whose input channels are brought to like ranges first.

    A few channels of this encoder are many times larger than the others; with one eight-bit scale for
    all of them, the others lose their bits. What is divided out of the input goes into the weights.
    """

    def __init__(self, linear, largest, share):
        super().__init__()
        weights = linear.weight.detach().abs().amax(0).clamp(min=1e-5)
        scale = (largest.clamp(min=1e-5) ** share / weights ** (1 - share)).clamp(1e-2, 1e2)
        scale = scale / scale.log().mean().exp()
        self.register_buffer("inverse", 1 / scale)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        with torch.no_grad():
            self.linear.weight.copy_(linear.weight * scale)
            self.linear.bias.copy_(linear.bias)

    def forward(self, states):
        return self.linear(states * self.inverse)


def largest_inputs(model, windows):
    """{(layer, role): largest absolute input of each channel} over windows of piece ids."""
    largest, hooks = {}, []

    def watch(key):
        def hook(_, inputs):
            values = inputs[0].detach().abs().flatten(0, -2).amax(0)
            largest[key] = torch.maximum(largest[key], values) if key in largest else values
        return hook

    for number, layer in enumerate(model.layers):
        for role in ROLES:
            hooks.append(getattr(layer, role).register_forward_pre_hook(watch((number, role))))
    model.eval()
    with torch.no_grad():
        for ids in windows:
            ids = torch.tensor([ids])
            model(ids, torch.ones_like(ids, dtype=torch.bool))
    for hook in hooks:
        hook.remove()
    return largest


def smooth(model, windows, share=0.5):
    """A copy of the tagger that computes the same and loses less in eight bits."""
    largest = largest_inputs(model, windows)
    model = copy.deepcopy(model)
    for (number, role), values in largest.items():
        setattr(model.layers[number], role, Smoothed(getattr(model.layers[number], role), values, share))
    return model


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
    """{role: [node name by layer]} of the matrix products with weights, which the graph holds in the order of the roles; `head` has one."""
    graph = onnx.load(str(path)).graph
    weights = {tensor.name for tensor in graph.initializer}
    names = [node.name for node in graph.node if node.op_type in ("MatMul", "Gemm") and node.input[1] in weights]
    if len(names) % len(ROLES) != 1:
        raise ValueError(f"expected {len(ROLES)} matrices a block and the head, got {len(names)}")
    return {"head": names[-1:]} | {role: names[place:-1:len(ROLES)] for place, role in enumerate(ROLES)}


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


def candidates(folder, model, windows):
    """Ways to quantise, made one by one: (name, path, reduced range, small).

    The small ones differ in nothing but bits and smoothing; the large ones keep matrices in float.
    """
    plain = folder / "model.onnx"

    def made(name, source, keep, reduced=True, small=True):
        target = folder / f"{name.replace(' ', '-').replace(',', '')}.onnx"
        quantise(source, target, keep, reduced)
        return name, target, reduced, small

    head = matrix_nodes(plain)["head"]
    yield made("8-bit weights", plain, [], reduced=False)
    yield made("7-bit weights", plain, [])
    yield made("7-bit weights, head in float", plain, head)
    for share in SHARES:
        smoothed = folder / f"smoothed-{share}.onnx"
        export_float(smooth(model, windows, share), smoothed)
        yield made(f"7-bit weights, smoothed {share}, head in float", smoothed, head)
    smoothed = folder / f"smoothed-{SHARES[0]}.onnx"
    roles = matrix_nodes(smoothed)
    yield made(f"7-bit weights, smoothed {SHARES[0]}, head and first two layers in float", smoothed, head + [roles[role][number] for role in ROLES for number in (0, 1)], small=False)
    yield made(f"7-bit weights, smoothed {SHARES[0]}, head and last feed-forward matrices in float", smoothed, head + roles["output"][len(roles["output"]) // 3:], small=False)


def size_of(path):
    return Path(path).stat().st_size / 1e6
