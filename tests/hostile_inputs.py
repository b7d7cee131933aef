"""Articles that no newsroom would send: made by code, each to break something."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from itertools import cycle, islice

SIZE = int(os.environ.get("NEWSDIFF_HOSTILE_BYTES", "100000"))
"""Bytes of the large inputs: enough for what is quadratic to show. The limits hold at a megabyte,
too: what has more sentences or words than an article is told then (--max-sentences)."""

PROSE = (
    "The council of Marlow voted on Tuesday to keep the old bridge.\n\n"
    "“It costs $4.5 million, and we have it,” said Ann Doe, the mayor of Marlow.\n\n"
    "Repairs begin on 17 May and take 18 months, 12% longer than planned.\n"
)
"""A small article, to put hostile things into."""

RUSSIAN = (
    "Совет города Марлова решил во вторник сохранить старый мост. Ремонт стоит 4,5 млн рублей.\n\n"
    "«Это дорого, но мост нужен», — сказала мэр города Анна Доу. Работы займут 18 месяцев.\n"
)
CHINESE = "马洛市议会周二投票决定保留旧桥。“费用为450万元，”市长安·多伊说。维修将于5月17日开始。\n"
JAPANESE = "マーロウ市議会は火曜日、古い橋を残すことを決めた。「費用は450万円だ」と市長は述べた。\n"
GREEK = "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κρατήσει την παλιά γέφυρα της πόλης.\n"
POLISH = "Rada miasta Marłów zdecydowała we wtorek, że zachowa stary most. Żaden głos przeciw.\n"
ARABIC = "قرر مجلس المدينة يوم الثلاثاء الإبقاء على الجسر القديم. وقالت رئيسة البلدية إنه مكلف.\n"
HEBREW = "מועצת העיר החליטה ביום שלישי לשמור על הגשר הישן. ראש העיר אמרה שזה יקר.\n"
HINDI = "नगर परिषद ने मंगलवार को पुराने पुल को बचाने का फैसला किया। मरम्मत में 18 महीने लगेंगे।\n"
TURKISH = "Belediye meclisi salı günü eski köprüyü korumaya karar verdi. Iğdır'da da böyle oldu.\n"

ESCAPES = (
    "\x1b[31mred\x1b[0m", "\x1b[2J", "\x1b[1000A", "\x1b]0;title\x07", "\x1bP1$r\x1b\\", "\x1b",
    "\x1b]8;;https://example.org/\x1b\\a link\x1b]8;;\x1b\\", "\x1b]52;c;cm0gLXJmIH4=\x07",
    "\x9b31m", "\x9d0;x\x9c", "\x08\x08\x08", "\x07", "\x7f", "\x0e\x0f", "\x05",
)  # fmt: skip
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\xad\u034f\u115f\u3164\u2800\U000e0041\ufe0f"
MARKUP = (
    "[red]", "[/i]", "[bold red]x[/]", "[link=https://example.org]", ":smile:", "[sic]", "\\[x]",
    "<script>alert(1)</script>", "<b>", "</td>", "&lt;&#27;[31m", "{x}", "%s%n", "{{x}}", "$(x)",
    "`x`", "'; DROP TABLE x; --", "=1+1", "{+x+}", "[-x-]",
)  # fmt: skip

WORDS = ("river", "council", "bridge", "mayor", "vote", "budget", "repair", "engineer", "school")


def small() -> dict[str, bytes]:
    """Return the inputs of a few kilobytes by their names."""
    texts = {
        "escapes": _between(ESCAPES),
        "c0-controls": _between([chr(code) for code in range(1, 32)]),
        "c1-controls": _between([chr(code) for code in range(0x80, 0xA0)]),
        "bidi": _between(BIDI),
        "zero-width": _between(ZERO_WIDTH),
        "zalgo": PROSE.replace("e", "e" + "\u0301\u0323" * 30),
        "markup": _between(MARKUP),
        "tabs": PROSE.replace(" ", "\t"),
        "crlf": PROSE.replace("\n", "\r\n"),
        "lone-cr": PROSE.replace("\n", "\r"),
        "unicode-line-ends": PROSE.replace("\n", "\u2028").replace(" ", "\x85", 3),
        "noncharacters": _between(["\ufffe", "\uffff", "\ufffd", "\U0010ffff", "\ue000"]),
        "mixed-scripts": RUSSIAN + CHINESE + PROSE + ARABIC + HEBREW + GREEK + HINDI + JAPANESE,
        "arabic": ARABIC * 3,
        "hindi": HINDI * 3,
        "hebrew": HEBREW * 3,
        "emoji": PROSE.replace(" ", " 👩\u200d🚀 🇺🇳 ❤️ "),
        "odd-digits": "Prices rose ١٢٪ to ৪৫৬ and ²³ and Ⅻ and ½ and 1_000 and ①② on ３ May.\n" * 3,
        "huge-numbers": f"It cost ${'9' * 400} and 1e999 and {'1,' * 300}000 and 10{'0' * 50}%.\n",
        "odd-dates": "On 31 February 2024, 99/99/9999, 0000-00-00 and 5 May 0000 it rained.\n" * 2,
        "case-traps": "ŞİĞ İİİ ǅ ŉ ﬀ ẞ ß ſ K Å İstanbul'da İ's ŉ's ﬃ’s ΐ ᾳ.\n" * 3,
        "front-matter-empty": "---\n---\n" + PROSE,
        "front-matter-unclosed": "---\ntitle: A bridge\n" + PROSE,
        "front-matter-only": "---\ntitle: A bridge\n---\n",
        "front-matter-hostile": "---\ntitle: \x1b[31m[red]\u202e\noutlet: [/i]\t\x9b\n"
        "author: :smile:\ndate: \x1b]52;c;x\x07\nlanguage: ../../x\n---\n" + PROSE,
        "front-matter-repeated": "---\ntitle: A\ntitle: B\ndate: 2024-13-45\n---\n" + PROSE,
        "title-only": "Council keeps the old bridge\n",
        "furniture-only": "1 / 12\n\nRead more\n\nAdvertisement\n\nBy Ann Doe\n\nShare this\n",
        "headings-only": "# One\n\n## Two\n\n### Three\n",
        "one-word": "bridge",
        "one-letter": "a",
        "one-mark": ".",
        "numbers-only": "1 2 3 4.5 6% $7 8,000 1999 12:30 2024-05-17\n" * 20,
        "stop-words-only": "The of and to in it is that was for.\n" * 20,
        "all-caps": PROSE.upper(),
        "quotation-only": "“It costs too much, and the town does not have it, and never had.”\n",
        "quotation-unclosed": "“" + PROSE * 5,
        "marks-only": "!?!? ... --- *** ((( ))) \"\" '' ,,, ;;;\n" * 5,
        "white-space-only": " \t\n\r\n\u3000\xa0",
        "markdown-odd": "# \n\n[x](\n\n**\n\n> > > x\n\n| a |\n\n```\nx\n\n[a]: b\n![" + PROSE,
        "yaml-bomb": "---\na: &a [x,x]\nb: *a\n---\n" + PROSE,
        "equal-sentences": "The council voted on Tuesday to keep the old bridge. " * 40,
        "turkish": TURKISH * 3,
    }
    files = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    for codec in (
        "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-32-le", "utf-32-be",
        "utf-7",
    ):  # fmt: skip
        files[codec] = PROSE.encode(codec)
    files["utf-16-be-bom"] = b"\xfe\xff" + PROSE.encode("utf-16-be")
    files["cp1252"] = PROSE.encode("cp1252")
    for codec in ("cp1251", "koi8-r", "iso8859-5", "cp866", "maccyrillic"):
        files[codec] = (RUSSIAN * 3).encode(codec, "replace")
    for codec in ("gb18030", "gbk", "hz"):
        files[codec] = (CHINESE * 3).encode(codec, "replace")
    for codec in ("shift_jis", "euc-jp", "iso2022-jp"):
        files[codec] = (JAPANESE * 3).encode(codec)
    for codec, text in (
        ("big5", CHINESE), ("iso8859-1", TURKISH), ("iso8859-2", POLISH), ("iso8859-6", ARABIC),
        ("iso8859-7", GREEK), ("iso8859-8", HEBREW), ("iso8859-9", TURKISH), ("cp437", POLISH),
    ):  # fmt: skip
        files[codec] = (text * 3).encode(codec, "replace")
    files |= {
        "nul-in-utf-16": (PROSE[:60] + "\0" + PROSE[60:]).encode("utf-16"),
        "surrogates-in-utf-16": PROSE.encode("utf-16") + b"\x00\xd8\x00\xd8\x41\x00",
        "utf-16-odd": PROSE.encode("utf-16")[:-1],
        "bom-only": b"\xef\xbb\xbf",
        "utf-32-out-of-range": b"\xff\xfe\x00\x00" + b"\xff\xff\xff\xff" * 9,
        "nul-late": PROSE.encode() * 60 + b"\0\0\x01",
        "surrogates-utf-8": PROSE.encode().replace(b"old", b"\xed\xa0\x80old\xed\xb0\x80"),
        "overlong-utf-8": PROSE.encode() + b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80 x\n",
        "cut-utf-8": PROSE.encode() + "“".encode()[:2],
        "random": random.Random(1).randbytes(3000),
        "random-without-nul": random.Random(2).randbytes(3000).replace(b"\0", b" "),
        "random-letters": bytes(random.Random(3).choices(range(0x20, 0x100), k=3000)),
        "nul-only": b"\0" * 100,
        "empty": b"",
    }
    return files


def large() -> dict[str, Callable[[], bytes]]:
    """Return makers of the inputs of SIZE bytes or of thousands of sentences, by name."""
    repeated = {
        "a": "a", "spaces": " ", "newlines": "\n", "brackets": "(", "straight-quotes": '"',
        "marks": "!?", "counters": "1/12 ", "chinese": "中", "combining": "\u0301",
        "commas": ",", "dollars": "$1 ", "the": "the ", "o-apostrophe": "O'", "digits": "7",
        "full-stops": ".", "capitals": "A", "capital-words": "Ann ", "initials": "A. ",
        "de-la": "De la ", "open-quotes": "“", "quotes-words": "“a ", "apostrophes": "'s ",
        "hyphens": "-", "one-character-lines": "a\n", "one-mark-lines": ".\n", "stars": "*",
        "hashes": "# ", "links": "[a](", "chinese-sentences": "中。", "percent": "5% ",
        "dates": "May 5 ", "and": "Ann and ", "of": "Bank of ", "said": "she said ",
        "ligatures": "ﷺ", "hyphenated": "a-", "short-sentences": "A b. ", "mr": "Mr. ",
        "million": "million ", "between": "between 1 and ", "crs": "\r", "tabs": "\t",
        "bullets": "- a\n", "bars": "|", "underscores": "_", "backticks": "`", "tags": "<",
        "zero-width": "\u200b", "escapes": "\x1b[31m", "katakana": "ア", "emoji": "👩\u200d",
        "hangul": "한 ", "names-in-lines": "Ann Doe\n", "blank-names": "Ann Doe.\n\n",
        "quotation": "“Aye,” said Ann Doe. ", "fullwidth": "！", "roman": "XVIII. ",
        "colons": "a: ", "decimals": "1.", "thousands": "1,000,", "prose": PROSE + "\n",
        "initials-run": "A.", "ann-of-the": "Ann of the ", "surrogate-bytes": "\ufffd",
    }  # fmt: skip
    makers: dict[str, Callable[[], bytes]] = {
        f"long-{name}": _repeated(unit) for name, unit in repeated.items()
    }
    makers |= {
        "long-word-in-prose": (PROSE + "a" * SIZE + "\n" + PROSE).encode,
        "long-random-letters": lambda: _random_letters(SIZE),
        "long-random-words": lambda: _random_words(SIZE),
        "long-random-chinese": lambda: _random_chinese(SIZE),
        "long-random-bytes": lambda: random.Random(5).randbytes(SIZE).replace(b"\0", b"x"),
        "long-cp1252": lambda: (PROSE * 5000).encode("cp1252")[:SIZE],
        "one-word-paragraphs": lambda: "\n\n".join(_cycled(9000)).encode(),
        "different-words": lambda: "\n\n".join(f"word{n}" for n in range(9000)).encode(),
        "equal-paragraphs": ("The council voted to keep the bridge.\n\n" * 5000).encode,
        "equal-long-paragraphs": lambda: (PROSE.replace("\n", " ") + "\n\n").encode() * 1000,
        "near-equal-sentences": lambda: "".join(
            f"In town {n} the council voted to spend {n} million on its bridge. "
            for n in range(2000)
        ).encode(),
        "near-equal-groups": lambda: "".join(
            f"The {_word(n // 20 + 500)} {_word(n // 20 + 900)} of {_word(n // 20 + 1300)} went"
            f" {_word(n + 4000)} to the {_word(n // 20 + 1700)} {_word(n // 20 + 2100)}. "
            for n in range(2000)
        ).encode(),
        "near-equal-names": lambda: "".join(
            f"Ann Doe{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} of Marlow met Bo Roe. "
            for n in range(2000)
        ).encode(),
        "unpaired-quotes": ("He said “no and left. She said yes” and stayed. " * 2000).encode,
        "unpaired-straight": ('He said "no and left. ' * 5001).encode,
        "one-long-sentence": lambda: " ".join(_cycled(60_000)).encode(),
        "long-front-matter": (
            "---\ntitle: " + "x " * 200_000 + "\noutlet: " + "y" * 200_000 + "\n---\n" + PROSE
        ).encode,
        "news": lambda: news(1000, 1).encode(),
    }
    return makers


def hostile_names() -> list[str]:
    """Return names that files can have, and that break a terminal or a record."""
    return [
        "new\nline.txt", "tab\there.txt", "\x1b[31mred.txt", "\x1b]52;c;eA==\x07.txt",
        "\u202egnp.txt", "[red]x[i].txt", "\x9b31m.txt", "cr\r.txt", "a,b;c|d.txt", "-.txt",
        ":smile:.md", "\u200b.txt", "é" * 100 + ".txt", "<b>.txt", "%s%n.txt",
    ]  # fmt: skip


def news(sentences: int, seed: int) -> str:
    """Return an article of so many sentences made from templates, with words as seldom as words
    are in news (Zipf's law), four sentences a paragraph."""
    draw = random.Random(seed)
    words = [_word(number) for number in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    people = [f"{_word(n).title()} {_word(7 * n + 3).title()}" for n in range(1000, 1200)]
    templates = (
        "The {} {} {} the {} after a {} {} with the {} on {} May.",
        "“The {} {} is {} and {},” said {person}, who leads the {} of {}.",
        "{person} told the {} that {number} {} would {} by {number} percent.",
        "In the {}, {} {} {} to spend ${number} million on {} and {}, {person} added.",
        "It was the {} of {} {}, and {} {} had {} the {} for {number} years.",
    )
    lines = []
    for number in range(sentences):
        template = draw.choice(templates)
        filled = iter(draw.choices(words, weights, k=template.count("{}")))
        text = template.replace("{person}", draw.choice(people))
        while "{number}" in text:
            text = text.replace("{number}", str(draw.randrange(2, 900)), 1)
        lines.append(text.format(*filled) + ("\n\n" if number % 4 == 3 else " "))
    return "".join(lines)


def _word(number: int) -> str:
    """Return an invented word, a different one for each number."""
    syllables = ("ba", "ce", "do", "fi", "gu", "la", "me", "no", "pi", "ru", "sa", "te", "vo")
    parts = [syllables[number % 13]]
    while number := number // 13:
        parts.append(syllables[number % 13])
    return "".join(parts) + ("n" if len(parts) < 2 else "")


def _between(pieces: Iterator[str] | list[str] | tuple[str, ...] | str) -> str:
    """Return the article with a piece behind each word, each at least once."""
    words = PROSE.split(" ")
    times = len(list(pieces)) // len(words) + 1
    return " ".join(word + piece for word, piece in zip(words * times, cycle(pieces), strict=False))


def _repeated(unit: str) -> Callable[[], bytes]:
    data = unit.encode()
    return lambda: data * (SIZE // len(data))


def _cycled(count: int) -> Iterator[str]:
    return islice(cycle(WORDS), count)


def _random_letters(size: int) -> bytes:
    return bytes(random.Random(4).choices(b"abc ABC.,\"'()\n12%$-", k=size))


def _random_words(size: int) -> bytes:
    return " ".join(random.Random(6).choices(WORDS, k=size // 7)).encode()


def _random_chinese(size: int) -> bytes:
    return "".join(map(chr, random.Random(7).choices(range(0x4E00, 0x9FA5), k=size // 3))).encode()
