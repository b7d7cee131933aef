"""python -m newsdiff, and the `newsdiff` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line and exit with its status."""
    raise NotImplementedError


if __name__ == "__main__":
    main()
