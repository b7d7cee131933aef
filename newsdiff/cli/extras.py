"""What an extra brings, asked for before it is used."""

from __future__ import annotations

from importlib.util import find_spec

from newsdiff.errors import UsageError


def require(extra: str, *modules: str) -> None:
    """Raise UsageError, which names the extra, when one of its modules is not installed."""
    for module in modules:
        if find_spec(module) is None:
            raise UsageError(f"this needs {module}: pip install 'newsdiff[{extra}]' brings it")
