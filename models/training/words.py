"""Words and pieces: how text is cut before the encoder sees it. The Node adapter does the same.

A word is a run of letters and marks, a run of digits, or any other single visible character. Words
are encoded one by one, so every border between words is a border between pieces, and the label of
a word stands on its first piece.
"""
import regex

WORD = regex.compile(r"[\p{L}\p{M}]+|\p{N}+|\S")
# A word of 600 letters must not fill a window: what follows the eighth piece adds nothing to a label.
PIECES_PER_WORD = 8
BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3


class Pieces:
    """Piece ids of a word, remembered. A word that normalises to nothing (U+00AD) is `<unk>`."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.known = {}

    def of(self, word):
        found = self.known.get(word)
        if found is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            found = self.known[word] = tuple(ids[:PIECES_PER_WORD]) or (UNKNOWN,)
        return found


def words_of(text):
    """(word, start, end) of each word; offsets are code points of `text`."""
    return [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]


SENTENCE_END = frozenset(".!?…")
CLOSING = frozenset("»”’\"')]")


def cut_block(sizes, words, room):
    """Cut one block into parts of at most `room` pieces: at the last sentence end of the second half, else between words.

    `sizes` are the piece counts of `words`. Returns the (first, last) word ranges, last exclusive.
    """
    parts, first = [], 0
    while first < len(words):
        last, used = first, 0
        while last < len(words) and used + sizes[last] <= room:
            used += sizes[last]
            last += 1
        if last < len(words):
            for border in range(last, first + (last - first) // 2, -1):
                before = border - 1
                while before > first and words[before] in CLOSING:
                    before -= 1
                if words[before] in SENTENCE_END and words[border] not in CLOSING and words[border] not in SENTENCE_END:
                    last = border
                    break
        parts.append((first, last))
        first = last
    return parts


def pack(blocks, limit):
    """Pack consecutive blocks greedily into windows of at most `limit` pieces.

    `blocks` is a list of lists of (word, pieces); each yielded window is a list of (block, first, last):
    word ranges whose input is `<s> part </s> part </s> …`.
    """
    window, used = [], 1
    for index, block in enumerate(blocks):
        sizes = [len(pieces) for _, pieces in block]
        for first, last in cut_block(sizes, [word for word, _ in block], limit - 2):
            size = sum(sizes[first:last]) + 1
            if window and used + size > limit:
                yield window
                window, used = [], 1
            window.append((index, first, last))
            used += size
    if window:
        yield window
