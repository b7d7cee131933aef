"""Documents that nobody would send: made by code, in each format, each to break its reader."""

from __future__ import annotations

import base64
import gzip
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from hostile_inputs import BIDI, ESCAPES, MARKUP, PROSE, SIZE, ZERO_WIDTH

ODD = " ".join(["The council", *ESCAPES, *BIDI, *ZERO_WIDTH, *MARKUP, "voted to keep it. "]) * 3
XML_ODD = "".join(char for char in ODD if char >= " ").replace("&", "&amp;").replace("<", "&lt;")
W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
END = "</w:body></w:document>"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
ODT = (
    f'<o:document-content xmlns:o="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0"><o:body>'
    "<o:text>{}</o:text></o:body></o:document-content>"
)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + '<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY n SYSTEM "http://127.0.0.1:9/x">]>'
)
CONTAINER = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
PACKAGE = "<package><metadata/><manifest>{}</manifest><spine>{}</spine></package>"
RSS = '<?xml version="1.0"?>{}<rss version="2.0"><channel><title>{}</title>{}</channel></rss>'
MAIL = "MIME-Version: 1.0\nFrom: {}\nSubject: {}\nMessage-ID: <x>\nContent-Type: {}\n{}\n"


def small() -> dict[str, bytes]:
    """Return documents of a few kilobytes by their file names."""
    return {
        **_office(),
        **_books(),
        **_pdfs(),
        **_records(),
        **_feeds(),
        **_archives(),
        **_mail(),
        **_transcripts(),
    }


def large() -> dict[str, Callable[[], bytes]]:
    """Return makers of documents of SIZE bytes, or that unpack to far more, by their file names."""
    paragraph = "<w:p><w:r><w:t>The bridge stays, said Ann Doe of Marlow.</w:t></w:r></w:p>"
    line = json.dumps({"text": PROSE, "title": "A bridge"}) + "\n"
    item = "<item><title>A bridge</title><description>It stays, said Ann.</description></item>"
    return {
        "paragraphs.docx": lambda: docx(W + paragraph * (SIZE // 50) + END),
        "nested.docx": lambda: docx(W + "<w:p>" * (SIZE // 10) + "The bridge stays." + END),
        "bomb.docx": lambda: docx(W + " " * 200 * SIZE + END),
        "bomb.odt": lambda: zipped({"content.xml": ODT.format(" " * 200 * SIZE)}),
        "bomb-of-entities.docx": lambda: docx(LAUGHS + W + "&j;" * (SIZE // 4) + END),
        "attributes.docx": lambda: docx(
            W + "<w:p " + " ".join(f'a{n}="x"' for n in range(SIZE // 10)) + "/>" + END
        ),
        "chapters.epub": lambda: book({f"c{n}.xhtml": PROSE for n in range(300)}),
        "list.json": lambda: b"[" + b",".join([line.encode()] * (SIZE // len(line))) + b"]",
        "lines.jsonl": (line * (SIZE // len(line))).encode,
        "tiny.jsonl": ('{"text": "A b."}\n' * (SIZE // 17)).encode,
        "broken.jsonl": ('{"text": "A bridge."}\n' + "{\n" * (SIZE // 2)).encode,
        "deep.json": lambda: b"[" * SIZE,
        "deep-objects.json": lambda: b'{"a":' * (SIZE // 5),
        "empty-lists.json": lambda: b"[" + b"[]," * (SIZE // 3) + b"[]]",
        "one-text.json": lambda: json.dumps({"text": PROSE * (SIZE // len(PROSE))}).encode(),
        "digits.json": lambda: b'{"text": "A bridge stays.", "id": ' + b"9" * SIZE + b"}",
        "items.xml": lambda: RSS.format("", "A", item * (SIZE // len(item))).encode(),
        "nested.xml": lambda: RSS.format("", "A", "<item>" * (SIZE // 6)).encode(),
        "laughs.xml": lambda: RSS.format(
            LAUGHS, "A", f"<item><title>{'&j;' * 1000}</title></item>"
        ).encode(),
        "markup.xml": lambda: RSS.format(
            "", "A", "<item><description>" + "&lt;b&gt;" * (SIZE // 9) + "</description></item>"
        ).encode(),
        "messages.mbox": (message("x") * (SIZE // 200)).encode,
        "parts.eml": lambda: nested_mail(SIZE // 60),
        "headers.eml": (MAIL.format("a", "b", "text/plain", "X: y\n" * (SIZE // 5)) + PROSE).encode,
        "words.eml": lambda: MAIL.format(
            "a", "=?utf-8?q?a?= " * (SIZE // 14), "text/plain", ""
        ).encode(),
        "page.eml": lambda: MAIL.format("a", "b", "text/html", "\n" + "<p>" * (SIZE // 3)).encode(),
        "tables.eml": lambda: MAIL.format(
            "a", "b", "text/html", "\n" + "<table>" * (SIZE // 7)
        ).encode(),
        "cues.srt": lambda: "".join(
            f"{n}\n00:00:{n % 60:02},000 --> 00:00:{n % 60:02},900\nThe bridge {n} stays\n\n"
            for n in range(SIZE // 60)
        ).encode(),
        "same-cue.vtt": lambda: (
            b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\n<v A>a\n\n" * (SIZE // 34)
        ),
        "rules.rst": lambda: b"====\n" * (SIZE // 5),
        "fields.rst": lambda: b":a: b\n" * (SIZE // 6),
        "ticks.rst": lambda: b"`a <b" * (SIZE // 5),
        "pages.pdf": lambda: pdf(["BT /F 9 Tf 9 9 Td (The bridge stays.) Tj ET"] * (SIZE // 500)),
        "long-page.pdf": lambda: pdf([lines_of_text(SIZE // 50)]),
        "bomb.pdf": lambda: pdf([lines_of_text(20 * SIZE // 50)], packed=True),
        "spaces.pdf": lambda: pdf([" " * 100 * SIZE], packed=True),
        "objects.pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj <<>> endobj\n" * (SIZE // 20),
        "brackets.pdf": lambda: b"%PDF-1.4\n1 0 obj " + b"[" * SIZE,
        "bomb.warc.gz": lambda: gzip.compress(record("text/plain", b"a " * 100 * SIZE)),
        "records.warc": lambda: record("text/plain", PROSE.encode()) * (SIZE // 500),
    }


def zipped(files: Mapping[str, str | bytes], **settings: int) -> bytes:
    """Return a zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", settings.get("method", zipfile.ZIP_DEFLATED)) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str) -> bytes:
    """Return a .docx with this main part."""
    return zipped({"word/document.xml": body})


def book(chapters: Mapping[str, str]) -> bytes:
    """Return an EPUB with these chapters."""
    manifest = "".join(f'<item id="i{n}" href="{name}"/>' for n, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    package = PACKAGE.format(manifest, spine)
    files = {"META-INF/container.xml": CONTAINER.format("p.opf"), "p.opf": package}
    return zipped({**files, **{name: f"<p>{text}</p>" for name, text in chapters.items()}})


def pdf(pages: list[str], *, packed: bool = False) -> bytes:
    """Return a PDF document whose pages draw this."""
    kids = " ".join(f"{2 * number + 4} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []

    def write(number: int, body: bytes) -> None:
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")

    for number, body in enumerate(objects, 1):
        write(number, body.encode())
    for number, drawn in enumerate(pages):
        at = 2 * number + 4
        page = f"/Parent 2 0 R /MediaBox [0 0 400 400] /Contents {at + 1} 0 R"
        write(at, f"<< /Type /Page {page} /Resources << /Font << /F 3 0 R >> >> >>".encode())
        data = zlib.compress(drawn.encode("latin-1")) if packed else drawn.encode("latin-1")
        kind = "/Filter /FlateDecode " if packed else ""
        head = f"<< {kind}/Length {len(data)} >>\nstream\n".encode()
        write(at + 1, head + data + b"\nendstream")
    start = out.tell()
    out.write(f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    out.write(
        f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def lines_of_text(count: int) -> str:
    """Return the drawing of so many lines of text, all on one page."""
    lines = (
        f"1 0 0 1 {10 + 150 * (n % 2)} {390 - n // 2 % 380} Tm (The bridge {n} stays, they said) Tj"
        for n in range(count)
    )
    return "BT /F 8 Tf " + "\n".join(lines) + " ET"


def record(media_type: str, body: bytes, status: str = "200 OK") -> bytes:
    """Return a WARC record of a page."""
    page = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://marlowecho.example/\x1b[31m\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"WARC-Record-ID: <urn:x>\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


def message(subject: str) -> str:
    """Return a message as a mailbox holds it."""
    head = MAIL.format("Ann Doe <a@example.org>", subject, "text/plain", "")
    return f"From a@example.org Tue Nov 18 09:30:00 2025\n{head}{PROSE}\n\n"


def nested_mail(depth: int) -> bytes:
    """Return a message of parts in parts."""
    head = MAIL.format("a", "b", "multipart/mixed; boundary=b0", "")
    parts = (f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(depth))
    return (head + "\n" + "".join(parts) + PROSE).encode()


def _office() -> dict[str, bytes]:
    good = docx(W + f"<w:p><w:r><w:t>{XML_ODD}</w:t></w:r></w:p>" + END)
    lying = bytearray(good)
    at = good.find(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF)
    locked = bytearray(good)
    locked[6] |= 1
    locked[at + 8] |= 1
    return {
        "odd.docx": good,
        "size-is-a-lie.docx": bytes(lying),
        "encrypted.docx": bytes(locked),
        "cut.docx": good[: len(good) // 2],
        "no-directory.docx": good[:-10],
        "not-xml.docx": docx("The bridge stays."),
        "empty.docx": docx(""),
        "no-text.docx": docx(W + END),
        "entities.docx": docx(
            LAUGHS + W + "<w:p><w:r><w:t>&j;&f;&n; stays.</w:t></w:r></w:p>" + END
        ),
        "utf-16.docx": zipped({"word/document.xml": (W + END).encode("utf-16")}),
        "other.docx": zipped({"a.txt": PROSE}),
        "text.docx": PROSE.encode(),
        "spaces.odt": zipped(
            {"content.xml": ODT.format('<text:p>The<text:s text:c="999999999"/>bridge.</text:p>')}
        ),
        "lzma.odt": zipped(
            {"content.xml": ODT.format("<text:p>The bridge.</text:p>")}, method=zipfile.ZIP_LZMA
        ),
        "names.docx": zipped(
            {"word/document.xml": W + END, "../../x": "", "/etc/x": "", "\x1b[31m": ""}
        ),
    }


def _books() -> dict[str, bytes]:
    return {
        "odd.epub": book(
            {"a.xhtml": XML_ODD * 5, "../../../etc/passwd": "x", "b\x1b.xhtml": PROSE}
        ),
        "same.epub": book({"a.xhtml": PROSE * 2}),
        "no-package.epub": zipped({"META-INF/container.xml": CONTAINER.format("nothing.opf")}),
        "loop.epub": zipped({"META-INF/container.xml": CONTAINER.format("META-INF/container.xml")}),
        "no-chapters.epub": book({}),
        "laughs.epub": zipped(
            {"META-INF/container.xml": CONTAINER.format("p.opf"), "p.opf": LAUGHS + "<package>&j;"}
        ),
    }


def _pdfs() -> dict[str, bytes]:
    good = pdf([lines_of_text(30), "BT /F 9 Tf 9 9 Td (\\033[31m\\007 \\233\\234 2J) Tj ET"])
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
        b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]>>endobj trailer<</Root 1 0 R>>"
    )
    return {
        "good.pdf": good,
        "cut.pdf": good[: len(good) // 2],
        "random.pdf": b"%PDF-1.7\n" + random.Random(8).randbytes(3000),
        "loop.pdf": loop,
        "empty-page.pdf": pdf([""]),
        "no-pages.pdf": pdf([]),
        "flipped.pdf": bytes(byte ^ (n % 97 == 0) for n, byte in enumerate(good)).replace(
            b"$PDF", b"%PDF"
        ),
        "text.pdf": PROSE.encode(),
        "nan.pdf": pdf(["BT /F 1e38 Tf 1e38 -1e38 Td (The bridge stays.) Tj ET"]),
        "overprinted.pdf": pdf(["BT /F 9 Tf 9 9 Td " + "(The bridge) Tj -50 0 Td " * 200 + "ET"]),
    }


def _records() -> dict[str, bytes]:
    fields = ("title", "outlet", "author", "date", "language", "url", "id")
    odd = {"text": ODD, **dict.fromkeys(fields, ODD), "url": "https://x.example/" + ODD}
    return {
        "odd.json": json.dumps(odd).encode(),
        "odd.jsonl": (json.dumps(odd) + "\n").encode() * 3,
        "surrogates.json": b'{"text": "The \\ud800 bridge \\udc00 stays.", "title": "\\udfff"}',
        "numbers.json": b'{"text": "The bridge stays.", "id": 1e999, "date": NaN, "title": 7}',
        "types.json": b'[{"text": 1}, {"text": null}, null, [], "x", {"text": ["a"]}]',
        "no-list.json": b'{"articles": {"text": "x"}}',
        "scalar.json": b"7",
        "names.json": b'{"text": "It stays.", "authors": [[[["a"]]], {"name": ["b"]}, 7, null]}',
        "cut.json": b'{"text": "The bridge stays',
        "two.json": b'{"text": "The bridge stays."} {"text": "It is old."}',
        "sections.jsonl": b'{"section": "sentences", "text": 7}\n{"section": "sentences"}\n',
        "utf-16.json": json.dumps({"text": PROSE}).encode("utf-16"),
        "deep.json": b'{"text": "The bridge stays.", "a": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    }


def _feeds() -> dict[str, bytes]:
    fields = "".join(f"<{name}>{XML_ODD}</{name}>" for name in ("title", "link", "guid", "pubDate"))
    body = f"<description><![CDATA[{ODD.replace(']]', '')}]]></description>"
    item = f"<item>{fields}{body}</item>"
    return {
        "odd.xml": RSS.format("", XML_ODD, item * 2).encode("utf-8", "replace"),
        "laughs.xml": RSS.format(LAUGHS, "&j;", "<item><title>&f;&n;&j;</title></item>").encode(),
        "no-items.xml": RSS.format("", "A", "").encode(),
        "empty-items.xml": RSS.format("", "A", "<item/>" * 5).encode(),
        "cut.xml": RSS.format("", "A", "<item><title>The bridge stays")[:-20].encode(),
        "charset.xml": RSS.format("", "A", "<item><title>The bridge</title></item>")
        .replace('"1.0"', '"1.0" encoding="x-none"')
        .encode(),
        "utf-16.xml": RSS.format("", "A", "<item><title>The bridge</title></item>").encode(
            "utf-16"
        ),
        "include.atom": b'<feed xmlns:xi="http://www.w3.org/2001/XInclude"><entry><title>'
        b'<xi:include href="file:///etc/hostname" parse="text"/>A</title></entry></feed>',
    }


def _archives() -> dict[str, bytes]:
    good = record("text/plain", PROSE.encode())
    return {
        "good.warc": good,
        "cut.warc": good[: len(good) // 2],
        "cut.warc.gz": gzip.compress(good)[:-30],
        "length.warc": good.replace(b"Content-Length: ", b"Content-Length: 99999"),
        "negative.warc": good.replace(b"Content-Length: ", b"Content-Length: -"),
        "second-cut.warc": good + good[:150],
        "random.warc": b"WARC/1.0\r\n" + random.Random(9).randbytes(2000),
        "errors.warc": record("text/html", b"x", "404 Not Found"),
        "nul.warc": record("text/plain", b"\0" * 500),
        "warc-in-warc.warc": record("text/plain", good),
        "pdf.warc": record("application/pdf", b"%PDF-1.4 x"),
        "other.gz": gzip.compress(PROSE.encode()),
    }


def _mail() -> dict[str, bytes]:
    encoded = base64.b64encode(random.Random(10).randbytes(900)).decode()
    return {
        "odd.eml": MAIL.format(ODD.replace("\n", ""), ODD, "text/html", "\n" + ODD).encode(
            "utf-8", "replace"
        ),
        "words.eml": MAIL.format(
            "=?utf-8?b?GzMxbQ==?= <a>",
            "=?x-none?q?=1b[31m?= =?utf-8?q?=E2=80=AEgnp?=",
            "text/plain",
            "\n" + PROSE,
        ).encode(),
        "charset.eml": MAIL.format(
            "a", "b", 'text/plain; charset="\x1b[31m"', "\n" + PROSE
        ).encode(),
        "base64.eml": MAIL.format(
            "a", "b", "text/plain", "Content-Transfer-Encoding: base64\n\n" + encoded
        ).encode(),
        "uuencode.eml": MAIL.format(
            "a", "b", "text/plain", "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n#86)C\n"
        ).encode(),
        "nested.eml": nested_mail(90),
        "too-nested.eml": nested_mail(1500),
        "no-boundary.eml": MAIL.format("a", "b", "multipart/mixed", "\n" + PROSE).encode(),
        "no-body.eml": MAIL.format("a", "b", "text/plain", "").encode(),
        "two.mbox": (message("a") + message("b\x1b[31m")).encode(),
        "empty.mbox": b"From a@example.org Tue Nov 18 09:30:00 2025\nSubject: x\n\n\n",
        "rfc2231.eml": MAIL.format(
            "a", "b", "text/plain; charset*0*=u%00; charset*9=x", "\n" + PROSE
        ).encode(),
    }


def _transcripts() -> dict[str, bytes]:
    cue = "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n"
    return {
        "odd.srt": cue.format(ODD).encode("utf-8", "replace"),
        "times.srt": cue.format("The bridge.").replace(":01,", ":99,").encode() * 3,
        "backwards.srt": (
            cue.format("The bridge.") + cue.format("stays.").replace("1", "0")
        ).encode(),
        "silent.srt": cue.format("[waves]").encode(),
        "head-only.vtt": b"WEBVTT\n\nNOTE x\n",
        "voices.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v \x1b[31m>a<v ><c.x>b</c></v>\n",
        "odd.rst": ODD.encode("utf-8", "replace"),
        "marks.rst": b"====\n\n====\n\n.. \n\n.. x::\n\n:a:\n\n|\n\n::\n\n*a **b `c\n",
    }
