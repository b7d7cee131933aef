"""newsdiff scan and newsdiff corpus, as their users run them: real processes, a real DuckDB."""

from __future__ import annotations

import gzip
import json
import resource
import signal
import subprocess
from pathlib import Path

import jsonschema
import pytest

pytest.importorskip("duckdb", reason="newsdiff[scan] is not installed")
pa = pytest.importorskip("pyarrow", reason="newsdiff[scan] is not installed")

import pyarrow.parquet as pq  # noqa: E402  behind the check for the extra
from corpus_articles import Row, articles, smith_waterman, write_jsonl  # noqa: E402  the same
from processes import COMMAND, SAMPLES, Result, newsdiff, on_terminal, surroundings  # noqa: E402

from newsdiff import schemas  # noqa: E402  the same
from newsdiff.corpus.kernels.words import words  # noqa: E402  the same

ROWS = articles(120)
MANY = articles(1300, words=50, seed=3)
"""More than one part."""


def scan(path: Path, out: Path, *options: str) -> Result:
    """Scan one file and insist that it went well."""
    done = newsdiff("scan", str(path), "-o", str(out), *options)
    assert done.status == 0, done.err
    return done


def digests(out: Path) -> dict[str, str]:
    """Return the digest of each table."""
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    return {name: table["digest"] for name, table in manifest["tables"].items()}


def table(out: Path, name: str) -> list[dict[str, object]]:
    """Return a table's rows."""
    rows: list[dict[str, object]] = pq.read_table(out / name).to_pylist()
    return rows


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a scan of ROWS."""
    folder = tmp_path_factory.mktemp("scan")
    scan(write_jsonl(folder / "in.jsonl", ROWS), folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Return a file of MANY, and the digests that a scan of it gives."""
    folder = tmp_path_factory.mktemp("many")
    file = write_jsonl(folder / "in.jsonl", MANY)
    scan(file, folder / "out")
    return file, digests(folder / "out")


def test_the_passages_are_those_of_an_exhaustive_search(scanned: Path) -> None:
    """Every pair that shares a surely long passage is found, and no pair that shares none."""
    found = {frozenset((str(row["a"]), str(row["b"]))) for row in table(scanned, "passages")}
    made = words([row["text"] for row in ROWS])
    hashes = [made.hashes[made.offsets[n] : made.offsets[n + 1]].tolist() for n in range(len(ROWS))]
    for one, first in enumerate(ROWS):
        for other, second in enumerate(ROWS[:one]):
            if not set(hashes[one]) & set(hashes[other]) or first["url"][:25] == second["url"][:25]:
                continue
            days = abs(_day(first) - _day(second))
            score = smith_waterman(hashes[one], hashes[other]) if days <= 30 else 0
            pair = frozenset((first["id"], second["id"]))
            if score >= 10:
                assert pair in found, (pair, score)
            if score < 8:
                assert pair not in found, (pair, score)


def _day(row: Row) -> int:
    _, month, day = map(int, row["published"].split("-"))
    return month * 30 + day


def test_spans_are_characters_of_the_texts(scanned: Path) -> None:
    """A span that is off by one cuts a word in every report."""
    texts = {str(row["id"]): str(row["text"]) for row in table(scanned, "articles")}
    rows = table(scanned, "passages")
    assert rows
    for row in rows:
        for side in "ab":
            start, end = int(str(row[f"{side}_start"])), int(str(row[f"{side}_end"]))
            text = texts[str(row[side])]
            assert text[start:end] == text[start:end].strip(" .")
            assert text[start - 1 : start] in ("", " ")
            assert text[end : end + 1] in ("", " ", ".")
            assert len(text[start:end].split()) >= int(str(row["matched"]))


def test_outlets_are_registered_domains(scanned: Path) -> None:
    """One outlet under two host names would seem to copy from itself."""
    outlets = {str(row["outlet"]) for row in table(scanned, "articles")}
    assert outlets == {f"outlet{n}.example" for n in range(8)}


def test_other_inputs_give_the_same_rows(scanned: Path, tmp_path: Path) -> None:
    """Parquet, gzip, zstd, other orders, other columns, threads and memory change no row."""
    rows = ROWS[::-1]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    with pa.output_stream(str(tmp_path / "b.jsonl.zst"), compression="zstd") as stream:
        stream.write(lines)
    named = [{("body" if k == "text" else k): v for k, v in row.items()} for row in rows]
    pq.write_table(pa.Table.from_pylist(named), tmp_path / "c.parquet")
    wanted = digests(scanned)
    wanted.pop("articles")  # they tell the file they came from
    for name, options in (
        ("a.jsonl.gz", ["--threads", "1"]),
        ("b.jsonl.zst", ["--memory", "400MB"]),
        ("c.parquet", ["--column", "text=body", "--temp", str(tmp_path / "temp")]),
    ):
        scan(tmp_path / name, tmp_path / f"out-{name}", *options)
        got = digests(tmp_path / f"out-{name}")
        assert {name: got[name] for name in wanted} == wanted


def test_what_is_no_article_is_listed_and_the_rest_is_scanned(tmp_path: Path) -> None:
    """One bad line among millions must neither stop a scan nor vanish."""
    good = json.dumps(ROWS[0]).encode()
    bad = [
        b"{", b"[1]", b"{}", b'{"text": 5}', b'{"text": "  "}', b"\xff\xfe", b"[" * 100_000, good,
    ]  # fmt: skip
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\n".join([good, *bad, b'{"text": "odd \\ud800 one", "id": 7}']))
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 nonsense")
    (tmp_path / "note.pdf").write_bytes(b"%PDF-1.7 \x00")
    done = newsdiff("scan", str(tmp_path), "-o", str(tmp_path / "out"))
    assert done.status == 0, done.err
    assert "10 rows are no articles" in done.err
    listed = newsdiff("corpus", "rejects", str(tmp_path / "out")).out.splitlines()
    assert [line.split("\t")[1] for line in listed if "in.jsonl" in line] == [
        str(n) for n in range(2, 10)
    ]
    assert "came before" in "".join(listed)
    assert len(table(tmp_path / "out", "articles")) == 2


def test_samples_of_text_files_are_grouped_by_their_event(tmp_path: Path) -> None:
    """Of a few articles on one event all use its words, so these would weigh nothing and the story
    be split."""
    scan(SAMPLES, tmp_path / "out")
    stories: dict[str, set[str]] = {}
    for row in table(tmp_path / "out", "stories"):
        stories.setdefault(str(row["story"]), set()).add(Path(str(row["article"])).name)
    told = sorted(path.name for path in SAMPLES.glob("*-*.txt"))
    events = [[name for name in told if name.startswith(event)] for event in ("ferry", "summit")]
    assert sorted(map(sorted, stories.values())) == events


@pytest.mark.parametrize("stage", ["read", "grams", "link", "align", "stories"])
def test_a_killed_scan_is_completed_to_the_same_rows(
    stage: str, many: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """Hours of work would be lost, or worse: other rows given."""
    file, whole = many
    command = [*COMMAND, "scan", str(file), "-o", str(tmp_path / "out"), "--progress", "json"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=surroundings())
    assert process.stderr is not None
    for line in process.stderr:
        if json.loads(line)["stage"] == stage:
            process.kill()
            break
    assert process.wait() == -signal.SIGKILL
    process.stderr.close()
    if stage == "read":
        again = newsdiff("scan", str(file), "-o", str(tmp_path / "out"))
        assert again.status == 2
        assert "--resume completes it" in again.err
    scan(file, tmp_path / "out", "--resume")
    assert digests(tmp_path / "out") == whole


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_ctrl_c_ends_with_130_and_can_be_resumed(
    lines: int, many: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """A traceback, or a folder that nothing completes, is no answer to Ctrl-C."""
    file, whole = many
    command = [*COMMAND, "scan", str(file), "-o", str(tmp_path / "out"), "--progress", "json"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=surroundings())
    assert process.stderr is not None
    for _ in range(lines):
        process.stderr.readline()
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 130
    # Nor what DuckDB's bindings say of objects that are left.
    assert all(line.startswith("{") for line in rest.splitlines())
    scan(file, tmp_path / "out", "--resume")
    assert digests(tmp_path / "out") == whole


def test_added_articles_give_the_rows_of_a_full_scan(tmp_path: Path) -> None:
    """Articles come day by day; what they change among the old ones must change, too."""
    parts = [
        write_jsonl(tmp_path / f"{n}.jsonl", [row for k, row in enumerate(MANY) if k * 7 % 3 == n])
        for n in range(3)
    ]
    whole = tmp_path / "whole"
    done = newsdiff("scan", *map(str, parts), "-o", str(whole), "--links", "3")
    assert done.status == 0, done.err
    scan(parts[0], tmp_path / "out", "--links", "3")
    for part in parts[1:]:
        scan(part, tmp_path / "out", "--add")
    assert digests(tmp_path / "out") == digests(whole)


def test_a_full_disk_is_told_and_loses_nothing(
    many: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """The most usual end of a long run: it must say so, and go on where it stood."""
    file, whole = many

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    done = subprocess.run(
        [*COMMAND, "scan", str(file), "-o", str(tmp_path / "out")],
        capture_output=True, check=False, env=surroundings(), preexec_fn=small_files,
    )  # fmt: skip
    error = done.stderr.decode()
    assert done.returncode == 2
    assert "cannot go on" in error
    assert "--resume" in error
    assert "Traceback" not in error
    scan(file, tmp_path / "out", "--resume")
    assert digests(tmp_path / "out") == whole


def test_nothing_is_written_over(scanned: Path, tmp_path: Path) -> None:
    """A second scan into the folder of the first must not mix the two."""
    file = write_jsonl(tmp_path / "in.jsonl", ROWS[:5])
    again = newsdiff("scan", str(file), "-o", str(scanned))
    assert again.status == 2
    assert "holds a finished scan" in again.err
    other = newsdiff("scan", str(file), "-o", str(tmp_path))
    assert "is not empty" in other.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--within", "soon"], "--within: 'soon' is no time"),
        (["--memory", "2 cows"], "--memory: '2 cows' is no size"),
        (["--column", "text"], "--column: 'text' is not FIELD=NAME"),
        (["--add"], "holds no scan"),
    ],
)
def test_wrong_options_are_told(options: list[str], said: str, tmp_path: Path) -> None:
    """A wrong option must not begin hours of work."""
    file = write_jsonl(tmp_path / "in.jsonl", ROWS[:5])
    done = newsdiff("scan", str(file), "-o", str(tmp_path / "out"), *options)
    assert done.status == 2
    assert said in done.err
    assert not (tmp_path / "out" / "articles").exists()


def test_an_outlets_boilerplate_is_flagged_and_no_sharing(tmp_path: Path) -> None:
    """A footer that an outlet prints each day is no passage that travelled."""
    footer = " Sign up here for the morning letter of the Harbour Gazette and its sister papers."
    rows = [dict(row) for row in articles(60, seed=9)]
    for number, row in enumerate(rows):
        if row["url"].startswith("https://www.outlet1.") or number == 30:
            row["text"] += footer
    scan(write_jsonl(tmp_path / "in.jsonl", rows), tmp_path / "out")
    flagged = [row for row in table(tmp_path / "out", "passages") if row["boilerplate"]]
    assert flagged
    assert all("outlet1.example" in (row["a_outlet"], row["b_outlet"]) for row in flagged)
    assert "morning letter" not in newsdiff("corpus", "passages", str(tmp_path / "out")).out
    shown = newsdiff("corpus", "passages", str(tmp_path / "out"), "--boilerplate").out
    assert "morning letter" in shown


VIEWS = ("stories", "passages", "travel", "emphasis", "rejects")


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_has_all_formats(view: str, scanned: Path) -> None:
    """A pipe gets lines, jq gets data that its schema tells, a reader a report."""
    from newsdiff.corpus.views import COLUMNS

    lines = newsdiff("corpus", view, str(scanned)).out.splitlines()
    assert all(len(line.split("\t")) == len(COLUMNS[view]) for line in lines)
    document = json.loads(newsdiff("corpus", view, str(scanned), "-f", "json").out)
    jsonschema.validate(document, schemas.load("newsdiff.corpus/1"))
    assert len(document["records"]) == len(lines)
    for line in newsdiff("corpus", view, str(scanned), "-f", "jsonl").out.splitlines():
        assert json.loads(line)["section"] == view
    for width in ("40", "100"):
        report = newsdiff("corpus", view, str(scanned), "-f", "text", "--width", width)
        assert report.status == 0
        assert view.upper() in report.out
        assert max(map(len, report.out.splitlines())) <= int(width)


def test_ids_may_be_shortened(scanned: Path) -> None:
    """Fifteen digits are much to type; what fits several ids or none is told."""
    first = newsdiff("corpus", "passages", str(scanned)).out.split("\t")[0]
    one = newsdiff("corpus", "passages", str(scanned), "--passage", first[:10])
    assert one.out.startswith(first)
    assert newsdiff("corpus", "travel", str(scanned), "--passage", first[:10]).out
    wrong = newsdiff("corpus", "stories", str(scanned), "--story", "'; DROP")
    assert wrong.status == 2
    assert "no story's id" in wrong.err


def test_verify_finds_what_was_planted(scanned: Path) -> None:
    """The user's own check of recall must itself be right."""
    document = json.loads(
        newsdiff("corpus", "verify", str(scanned), "--sample", "60", "-f", "json").out
    )
    jsonschema.validate(document, schemas.load("newsdiff.corpus/1"))
    counts = document["counts"]
    assert counts["articles"] == 60
    assert counts["with_passage"] > 5
    assert counts["recall"] == 1
    assert counts["unconfirmed"] == 0


def test_progress_is_a_line_on_a_terminal(
    many: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """Who waits for hours wants to see how far it is."""
    file, _ = many
    seen = on_terminal([*COMMAND, "scan", str(file), "-o", str(tmp_path / "out")])
    assert seen.status == 0
    assert "\rread 1,000 articles" in seen.out
    assert "SCAN" in seen.out
