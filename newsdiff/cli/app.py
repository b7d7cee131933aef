"""The commands put together, and every way in which one can end."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from newsdiff.cli.output import complain, silence_stdout, write
from newsdiff.cli.status import Status
from newsdiff.errors import NewsdiffError
from newsdiff.version import __version__

COMMANDS = ("compare", "summarize", "read", "scan", "corpus", "cache")
"""Each is a function in the module of its name in this package."""

BadUsage: type[Exception] = typer.BadParameter.__bases__[0]
"""What the parser raises for every wrong option or argument; typer gives it no name of its own."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status; see Status."""
    try:
        command = get_command(_app())
        with command.make_context("newsdiff", list(arguments)) as context:
            return int(command.invoke(context))
    except typer.Exit as end:
        return end.exit_code
    except BadUsage as error:
        complain(_usage(error))
    except NewsdiffError as error:
        complain(str(error))
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except BrokenPipeError:  # a help text that nobody wanted to the end
        silence_stdout()
        return Status.DONE
    except OSError as error:  # the same, with the disk full
        silence_stdout()
        complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
    except Exception:  # a mistake of ours: its traceback helps, and its status must not be 1
        traceback.print_exc()
    return Status.TROUBLE


class _Commands(TyperGroup):
    """The commands, each imported when it is asked for: `--version` needs none of them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  its type is not public
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401  the same
        if cmd_name not in COMMANDS:
            ctx.fail(f"{cmd_name!r} is not one of {', '.join(COMMANDS)}.")
        command = _typer()
        module = import_module(f"newsdiff.cli.{cmd_name}")
        command.command(cmd_name)(getattr(module, cmd_name))
        return get_command(command)


def _typer(**settings: Any) -> typer.Typer:  # noqa: ANN401  typer's own
    return typer.Typer(add_completion=False, rich_markup_mode=None, **settings)


def _app() -> typer.Typer:
    app = _typer(
        cls=_Commands,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_newsdiff)
    return app


def _newsdiff(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, help="Print the version and exit."),
    ] = False,
) -> Status:
    """Tell what news articles share, where they differ, and what each one emphasises.

    \b
    newsdiff compare a.txt b.txt
    newsdiff summarize a.txt
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    if version:
        write([f"newsdiff {__version__}\n"], None)
        raise typer.Exit
    if context.invoked_subcommand is None:
        write([context.get_help(), "\n"], None)
    return Status.DONE


def _usage(error: Any) -> str:  # noqa: ANN401  see BadUsage
    """Return what is wrong with the command line in one line, and where help is found."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "newsdiff"
    message = error.format_message().rstrip(".")
    return f"{message} (see {path} --help)"
