"""Make newsdiff/language/data/rarity/en.txt: how rare the 3000 most usual English stems are.

Source: the word frequencies of symspellpy (MIT), frequency_dictionary_en_82_765.txt, which its
authors made from Google Books Ngram data (CC BY 3.0) and SCOWL. A maintenance script: it needs
symspellpy (`pip install symspellpy`), which is no dependency of anything here.

3000 stems in half-nat steps align as well as 82,765 exact ones (F1 on the development news pairs,
8 folds: .754 against .751).
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # this checkout, installed or not

from newsdiff.language.words import fold, lexicon

STEMS = 3000


TABLE = Path(__file__).resolve().parents[1] / "newsdiff" / "language" / "data" / "rarity" / "en.txt"


def main() -> int:
    """Write the table, and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=TABLE, metavar="FILE", help="default: %(default)s"
    )
    options = parser.parse_args()
    try:
        source = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    except ModuleNotFoundError:
        print("build_rarity.py: symspellpy is not installed", file=sys.stderr)
        return 2
    lines = table(source.read_text(encoding="utf-8-sig"))
    options.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


def table(frequencies: str) -> Iterator[str]:
    """Give the table's lines: a rarity in nats, then the stems that have it, a line a step."""
    words = lexicon("en")
    counts: Counter[str] = Counter()
    for line in frequencies.splitlines():
        word, count = line.split()
        counts[words.stem(fold(word))] += int(count)
    total = sum(counts.values())
    steps: defaultdict[float, list[str]] = defaultdict(list)
    for stem, times in counts.most_common(STEMS):
        steps[round(2 * math.log(total / times)) / 2].append(stem)
    yield (
        "# How rare the 3000 most usual English stems are: nats (-ln of the share of all words),"
    )
    yield (
        "# then the stems. Made by benchmarks/build_rarity.py from symspellpy's word frequencies"
    )
    yield ("# (MIT; from Google Books Ngram data, CC BY 3.0, and SCOWL).")
    for nats in sorted(steps):
        yield " ".join([str(nats), *sorted(steps[nats])])


if __name__ == "__main__":
    sys.exit(main())
