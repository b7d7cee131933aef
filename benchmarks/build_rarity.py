"""Make newsdiff/language/data/rarity/en.txt: how rare the 3000 most usual English stems are.

Source: the word frequencies of symspellpy (MIT), frequency_dictionary_en_82_765.txt, which its
authors made from Google Books Ngram data (CC BY 3.0) and SCOWL. Run it with that package installed:

    python benchmarks/build_rarity.py > newsdiff/language/data/rarity/en.txt

3000 stems in half-nat steps align as well as 82,765 exact ones (F1 on the development news pairs,
8 folds: .754 against .751).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from importlib.resources import files

from newsdiff.language.words import fold, lexicon

STEMS = 3000


def main() -> None:
    """Print the table: a rarity in nats, then the stems that have it, a line a step."""
    words = lexicon("en")
    counts: Counter[str] = Counter()
    source = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    for line in source.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        counts[words.stem(fold(word))] += int(count)
    total = sum(counts.values())
    steps: defaultdict[float, list[str]] = defaultdict(list)
    for stem, times in counts.most_common(STEMS):
        steps[round(2 * math.log(total / times)) / 2].append(stem)
    print("# How rare the 3000 most usual English stems are: nats (-ln of the share of all words),")
    print("# then the stems. Made by benchmarks/build_rarity.py from symspellpy's word frequencies")
    print("# (MIT; from Google Books Ngram data, CC BY 3.0, and SCOWL).")
    for nats in sorted(steps):
        print(nats, *sorted(steps[nats]))


if __name__ == "__main__":
    main()
