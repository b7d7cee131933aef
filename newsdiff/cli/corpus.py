"""newsdiff corpus: a look into what a scan found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsdiff.cli import options
from newsdiff.cli.extras import require
from newsdiff.cli.progress import Choice, teller
from newsdiff.cli.show import show
from newsdiff.cli.status import Status
from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.corpus.collection import Collection
    from newsdiff.report import Found

View = Literal["stories", "passages", "emphasis", "travel", "rejects", "verify"]


def corpus(
    view: Annotated[
        View,
        typer.Argument(
            metavar="VIEW",
            help="stories; passages; travel: who printed a passage first, and who followed; "
            "emphasis: what each article of a story stresses or leaves out; rejects: rows that "
            "are no articles; verify: what an exhaustive search finds, on a sample.",
        ),
    ],
    out: Annotated[str, typer.Argument(metavar="OUT", help="The folder that a scan filled.")],
    *,
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="Of this story alone; its first letters do.")
    ] = None,
    passage: Annotated[
        str | None, typer.Option(metavar="ID", help="Of this passage alone; the same.")
    ] = None,
    boilerplate: Annotated[
        bool, typer.Option("--boilerplate", help="What outlets only repeat, too.")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option("-n", "--limit", min=1, metavar="N", help="At most N; a report shows 20."),
    ] = None,
    sample: Annotated[
        int, typer.Option(min=2, max=5000, metavar="N", help="Articles that verify draws.")
    ] = 300,
    progress: Annotated[Choice, typer.Option(help="json: JSON lines on standard error.")] = "auto",
    form: options.FormatOption = "auto",
    output: options.OutputOption = None,
    color: options.ColorOption = "auto",
    width: options.WidthOption = None,
) -> Status:
    """Look into what a scan found: stories, passages, and how they travel.

    \b
    newsdiff corpus stories out
    newsdiff corpus emphasis out --story 0c4
    newsdiff corpus passages out | cut -f3,4,7 | sort | uniq -c
    newsdiff corpus verify out --sample 300
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    require("scan", "duckdb", "pyarrow", "publicsuffixlist")
    from newsdiff.corpus import views  # noqa: PLC0415  an extra
    from newsdiff.corpus.collection import Collection  # noqa: PLC0415  the same

    collection = Collection(out)
    if passage is not None and view not in ("passages", "travel"):
        raise UsageError(f"--passage goes with passages and travel, not with {view}")
    if story is not None and view not in ("stories", "passages", "emphasis", "travel"):
        raise UsageError(f"--story does not go with {view}")
    found: Found | Comparison
    if view == "emphasis" and story is not None:
        found = _compared(collection, story)
    elif view == "verify":
        from newsdiff.corpus.verify import verify  # noqa: PLC0415  the same

        found = views.verified(verify(collection, sample, teller(progress)))
    else:
        chosen = views.Chosen(story, passage, boilerplate, limit)
        found = views.VIEWS[view](collection, chosen)
    show(found, form=form, output=output, color=color, width=width)
    return Status.DONE


def _compared(collection: Collection, story: str) -> Comparison:
    """Hold a story's articles against each other, as `compare` does."""
    from newsdiff.cli.output import complain  # noqa: PLC0415  only when something is left out
    from newsdiff.comparison import MAX_ARTICLES, compare  # noqa: PLC0415  only for a story

    articles = collection.articles_of(story)
    if len(articles) > MAX_ARTICLES:
        complain(
            f"story {story}: the first {MAX_ARTICLES} of its {len(articles)} articles are told"
        )
    return compare(articles[:MAX_ARTICLES])
