"""From documents to batches: single paragraphs and packed windows, mixed, sorted by length in chunks."""
import numpy as np
import torch

from .augment import replace_names, restyle
from .corpus import words_and_labels
from .labels import LABELS
from .words import BEGIN, END, PAD, pack

WINDOW_SHARE = 0.55
REPLACED_SHARE = 0.4
WINDOW_SIZES = (96, 128, 160, 160, 192, 224, 256)
LONGEST = 256
PIECES_PER_BATCH = 1200


def window_arrays(blocks, window):
    """Piece ids, places of the words' first pieces and their allowed labels of one window."""
    ids, places, allowed = [BEGIN], [], []
    for block, first, last in window:
        for (_, pieces), labels in zip(blocks[block][0][first:last], blocks[block][1][first:last]):
            places.append(len(ids))
            allowed.append(labels)
            ids.extend(pieces)
        ids.append(END)
    return ids, places, allowed


def samples_of(document, pieces, names, random):
    """Windows of one document for one epoch, rewritten by chance."""
    paragraphs = document.paragraphs
    if not document.partial and random.random() < REPLACED_SHARE:
        paragraphs = replace_names(document, names, random)
    windowed = random.random() < WINDOW_SHARE * (0.6 if document.loose else 1)
    limit = random.choice(WINDOW_SIZES) if windowed else LONGEST
    blocks = []
    for paragraph in paragraphs:
        words, allowed = words_and_labels(restyle(paragraph, random), document.partial)
        if words:
            blocks.append(([(word, pieces.of(word)) for word in words], allowed))
    groups = [blocks] if windowed else [[block] for block in blocks]
    return [window_arrays(group, window) for group in groups for window in pack([block[0] for block in group], limit)]


def epoch_batches(documents, pieces, names, random, size=PIECES_PER_BATCH):
    """Batches of one epoch: (ids, mask, places of first pieces, allowed labels as 0 and minus infinity)."""
    samples = [sample for document in documents for sample in samples_of(document, pieces, names, random)]
    random.shuffle(samples)
    batches = []
    for at in range(0, len(samples), 400):
        chunk = sorted(samples[at:at + 400], key=lambda sample: len(sample[0]))
        batch = []
        for sample in chunk:
            if batch and (len(batch) + 1) * len(sample[0]) > size:
                batches.append(batch)
                batch = []
            batch.append(sample)
        batches.append(batch)
    random.shuffle(batches)
    return batches


def tensors_of(batch):
    """One batch as tensors; `barred` is added to the scores of the labels before the sum over the allowed ones."""
    width = max(len(ids) for ids, _, _ in batch)
    table = np.full((len(batch), width), PAD, np.int64)
    flat, barred = [], []
    for row, (ids, places, allowed) in enumerate(batch):
        table[row, :len(ids)] = ids
        flat.extend(row * width + place for place in places)
        for labels in allowed:
            line = [-1e4] * len(LABELS)
            for label in labels:
                line[label] = 0.0
            barred.append(line)
    ids = torch.from_numpy(table)
    return ids, ids != PAD, torch.tensor(flat), torch.tensor(barred)
