"""Settings of the training command, each from the environment, with their defaults."""
import os
from dataclasses import dataclass, field
from pathlib import Path

from .encoder import HEADS, INNER, LAYERS, Shape

HERE = Path(__file__).parent


def folders(name):
    return [Path(folder) for folder in os.environ.get(name, "").split(os.pathsep) if folder]


@dataclass
class Settings:
    # Where downloads, checkpoints and logs go; never committed.
    work: Path = field(default_factory=lambda: Path(os.environ.get("WORK", HERE / "work")))
    # The model's folder.
    output: Path = field(default_factory=lambda: Path(os.environ.get("OUTPUT", HERE.parent / "tamis-ner")))
    # Folders with further corpora (see corpora.tsv); files are found by name and checked by hash.
    corpora: list = field(default_factory=lambda: folders("CORPORA"))
    # Folders that `tamis training-data` wrote: reviewed documents and sentences.
    reviewed: list = field(default_factory=lambda: folders("REVIEWED"))
    steps: int = field(default_factory=lambda: int(os.environ.get("STEPS", "5000")))
    # A limit in minutes that the learning rate follows; unset, steps alone count and the run can be repeated.
    minutes: float = field(default_factory=lambda: float(os.environ.get("MINUTES", "0")))
    seed: int = field(default_factory=lambda: int(os.environ.get("SEED", "1")))
    threads: int = field(default_factory=lambda: int(os.environ.get("THREADS", str(os.cpu_count() or 2))))
    every: int = field(default_factory=lambda: int(os.environ.get("EVERY", "500")))
    # Weights to go on from: model.pt of an earlier run or the folder of a published model; unset, the encoder's own.
    start: str = field(default_factory=lambda: os.environ.get("START", ""))
    # Weights whose answers a student learns beside the annotation; same forms.
    teacher: str = field(default_factory=lambda: os.environ.get("TEACHER", ""))
    # Blocks of the encoder, heads and inner channels of each; fewer than the weights to start from have are cut out of them (slim.py).
    layers: int = field(default_factory=lambda: int(os.environ.get("LAYERS", str(LAYERS))))
    heads: int = field(default_factory=lambda: int(os.environ.get("HEADS", str(HEADS))))
    inner: int = field(default_factory=lambda: int(os.environ.get("INNER", str(INNER))))
    # Blocks that see every piece; the others see the first pieces of words. Unset, all do.
    whole: int = field(default_factory=lambda: int(os.environ.get("WHOLE", "0")))
    # Highest learning rate; lower it when going on from trained weights.
    rate: float = field(default_factory=lambda: float(os.environ.get("RATE", "1.5e-4")))
    # A few words for the experiment log on what this run tries.
    note: str = field(default_factory=lambda: os.environ.get("NOTE", ""))
    # What came of it, for the same log.
    decision: str = field(default_factory=lambda: os.environ.get("DECISION", ""))
    # Trained weights (model.pt of an earlier run) to publish without training anew.
    weights: str = field(default_factory=lambda: os.environ.get("WEIGHTS", ""))

    @property
    def shape(self):
        return Shape(self.layers, self.heads, self.inner, self.whole or self.layers)
