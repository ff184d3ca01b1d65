"""What a run learns from: the train part of the split and whichever further corpora were given."""
from pathlib import Path

from .corpus import read_annotated, read_columns, read_reviewed, sha256

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "tests" / "gold"
# Sentences of the tweet corpora and share of the others taken an epoch: enough variety, without drowning the news.
SAMPLE = {"wnut17": 500, "btc": 750, "wikigold": 0.5, "uner-ewt": 0.5}
COLUMNS_A_DOCUMENT = 8
# Few reviewed documents would drown among the others: they come up to five times an epoch, a fifth of the train documents at most.
REVIEWED_TIMES, REVIEWED_SHARE = 5, 0.2


def listed_corpora():
    """Rows of corpora.tsv as dictionaries."""
    lines = (HERE / "corpora.tsv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:]]


class Data:
    """Documents of each part, the further corpora, and what was found of them."""

    def __init__(self, folders, log=print, reviewed=()):
        folders = [Path(folder) for folder in folders]
        for folder in folders:
            if not folder.is_dir():
                raise FileNotFoundError(f"expected a folder of corpora, got {folder}; correct CORPORA")
        self.used, self.absent, usable = [], [], []
        self.columns = {}
        for row in listed_corpora():
            path = next((folder / row["files"] for folder in folders if (folder / row["files"]).is_file()), None)
            if path is None:
                self.absent.append(row)
                continue
            digest = sha256(path)
            if digest != row["sha256"]:
                raise ValueError(f"expected SHA-256 {row['sha256']} for {path.name}, got {digest}; corpora.tsv names the file that was meant")
            self.used.append(row)
            usable.append(path.name)
            if path.name.endswith(".conll"):
                self.columns[row["name"]] = read_columns(path, COLUMNS_A_DOCUMENT)
        annotated = [HERE / "data", GOLD / "dev", GOLD / "regression", GOLD / "test", *folders]
        self.train, self.missing = read_annotated(annotated, "train")
        self.annotated = annotated
        self.reviewed = [document for folder in reviewed for document in read_reviewed(folder)]
        log(f"corpora used: {', '.join(sorted({row['name'] for row in self.used})) or 'none'}; absent: {', '.join(sorted({row['name'] for row in self.absent})) or 'none'}")
        log(f"train: {len(self.train)} documents, {sum(len(document.paragraphs) for document in self.train)} paragraphs")

        if self.reviewed:
            self.used.append({"name": "reviewed documents", "address": "", "licence": "that of the documents", "use": "all documents and sentences decided on in review"})
            log(f"reviewed: {sum(not document.loose for document in self.reviewed)} complete documents, {sum(len(document.paragraphs) for document in self.reviewed if document.loose)} sentences of others")

    def part(self, name):
        return read_annotated(self.annotated, name)[0]

    def everything(self):
        return self.train + self.reviewed + [document for documents in self.columns.values() for document in documents]

    def epoch(self, random):
        """Documents of one epoch: all annotated text, what was reviewed more than once, a sample of the rest."""
        documents = list(self.train)
        if self.reviewed:
            times = round(REVIEWED_SHARE * len(self.train) / len(self.reviewed))
            documents += self.reviewed * min(REVIEWED_TIMES, max(1, times))
        for name, pool in self.columns.items():
            size = SAMPLE[name]
            count = round(size * len(pool)) if size <= 1 else size // COLUMNS_A_DOCUMENT
            documents += random.sample(pool, min(count, len(pool)))
        return documents
