"""Decoding: Viterbi over the BIO constraints, in windows of whole paragraphs. The Node adapter does the same."""
import numpy as np
import torch

from .batches import window_arrays
from .labels import LABELS, spans_of
from .words import PAD, pack, words_of

WINDOW = 160
PIECES_PER_BATCH = 4096


def legal_steps():
    """Matrix of 0 and minus infinity: from a label (row) to the next (column). I-X only after B-X or I-X."""
    steps = np.zeros((len(LABELS), len(LABELS)))
    for to, label in enumerate(LABELS):
        if label.startswith("I-"):
            steps[[origin for origin, other in enumerate(LABELS) if other[2:] != label[2:]], to] = -np.inf
    return steps


STEPS = legal_steps()


def viterbi(scores):
    """Best legal label sequence of log-probabilities (words × labels)."""
    best = scores[0] + STEPS[0]
    trace = []
    for row in scores[1:]:
        ways = best[:, None] + STEPS
        trace.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for back in reversed(trace):
        path.append(int(back[path[-1]]))
    return path[::-1]


def tag(documents, pieces, run, window_size=WINDOW, batch_size=PIECES_PER_BATCH):
    """For each document (list of paragraphs' words) its labels and log-probabilities, paragraph by paragraph.

    `run(ids, mask)` gives the scores of a padded batch as an array. With a `batch_size` of 0 each window is
    a run of its own, as the pipeline has it: eight-bit activations take their scale from the whole batch.
    """
    windows = []
    for number, paragraphs in enumerate(documents):
        blocks = [[(word, pieces.of(word)) for word in words] for words in paragraphs]
        dummies = [(block, [None] * len(block)) for block in blocks]
        for window in pack(blocks, window_size):
            ids, places, _ = window_arrays(dummies, window)
            windows.append((number, window, ids, places))
    results = [[[None] * len(words) for words in paragraphs] for paragraphs in documents]
    logs = [[[None] * len(words) for words in paragraphs] for paragraphs in documents]
    order = sorted(range(len(windows)), key=lambda index: len(windows[index][2]))
    at = 0
    while at < len(order):
        end = at + 1
        while end < len(order) and (end - at + 1) * len(windows[order[end]][2]) <= batch_size:
            end += 1
        batch = [windows[index] for index in order[at:end]]
        width = max(len(ids) for _, _, ids, _ in batch)
        table = np.full((len(batch), width), PAD, np.int64)
        for row, (_, _, ids, _) in enumerate(batch):
            table[row, :len(ids)] = ids
        scores = run(table, table != PAD)
        for row, (number, window, _, places) in enumerate(batch):
            picked = scores[row][places].astype(np.float64)
            picked -= picked.max(1, keepdims=True)
            picked -= np.log(np.exp(picked).sum(1, keepdims=True))
            first_word = 0
            for block, first, last in window:
                # Blocks are decoded apart: no mention crosses a paragraph.
                part = picked[first_word:first_word + last - first]
                results[number][block][first:last] = viterbi(part)
                logs[number][block][first:last] = list(part)
                first_word += last - first
        at = end
    return results, logs


def torch_runner(model):
    """`run` of a torch model, in bfloat16 where the processor has it."""
    def run(ids, mask):
        model.eval()
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=run.fast):
            return model(torch.from_numpy(ids), torch.from_numpy(mask)).float().numpy()
    run.fast = True
    return run


def onnx_runner(path, threads=2):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(ids, mask):
        return session.run(None, {"input_ids": ids, "attention_mask": mask.astype(np.int64)})[0]
    return run


def words_of_documents(documents, text_of):
    return [[[word for word, _, _ in words_of(text_of(paragraph))] for paragraph in document.paragraphs] for document in documents]


__all__ = ["WINDOW", "onnx_runner", "spans_of", "tag", "torch_runner", "viterbi", "words_of_documents"]
