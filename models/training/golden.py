"""Sentences for the check at load: what the eight-bit model marks in them, kept only where it is sure.

The Node adapter refuses a model that marks anything else. Labels are compared, not scores, and every
word's label must stand clear of the next one, so that another processor gives the same.
"""
import numpy as np

from .decode import tag
from .labels import spans_of
from .words import words_of

# Fiction, written for this check.
SENTENCES = [
    "Le ministère kényan de la Santé a confié 12 dossiers à Wambui Ochieng, qui vit à Nairobi depuis mars 2019.",
    "L’avocate Maëlle Le Gall, élue à Quimper, a déposé plainte contre la société Verrières Industrie le 4 mai 2023.",
    "« J’ai quitté l’ONU pour la Croix-Rouge », raconte Aïssata N’Diaye, arrivée à Genève en 2021.",
    "Plus de 3 500 manifestants ont défilé à Lyon, selon la préfecture du Rhône, dont une trentaine d’élus belges.",
    "Le fonds japonais Sakura Capital a investi 1,2 milliard d’euros dans les chantiers navals de Saint-Nazaire.",
    "Tomás Iribarren, 41 ans, entraîneur du FC Nantes, a présenté sa démission lundi à la presse.",
    "The Kenyan runner Grace Wanjiku won the race in Berlin on 12 September 2021, ahead of more than 200 rivals.",
    "Margaret O’Connell, who founded Harbour Analytics in Dublin, sold the company to Siemens for €40 million.",
    "The Department of Justice asked Brazilian prosecutors for help after police in São Paulo arrested Luiz Carvalho.",
    "Shares in Northfield Energy fell 7% in London, while the FTSE stayed flat, according to Reuters.",
    "In June 2020, about 1,500 doctors left Lebanon, the World Health Organization said in Geneva.",
    "La députée Clémence Auvray a rencontré le président sénégalais à Dakar le 3 février 2022.",
    "Nothing happened in the village that afternoon, and nobody was surprised.",
]
MARGIN = 0.9


def golden_of(pieces, run, window_size, log=print):
    """[{text, mentions: [{label, surface, start, end}]}] with offsets in UTF-16 units."""
    golden = []
    for text in SENTENCES:
        words = words_of(text)
        found, logs = tag([[[word for word, _, _ in words]]], pieces, run, window_size, 0)
        sure = min(float(np.exp(row[label])) for row, label in zip(logs[0][0], found[0][0]))
        if sure < MARGIN:
            log(f"left out of golden.json, a label of only {sure:.2f}: {text}")
            continue
        mentions = []
        for first, last, kind in spans_of(found[0][0]):
            start, end = words[first][1], words[last - 1][2]
            mentions.append({"label": kind, "surface": text[start:end], "start": units(text[:start]), "end": units(text[:end])})
        golden.append({"text": text, "mentions": mentions})
    return golden


def units(text):
    return len(text.encode("utf-16-le")) // 2
