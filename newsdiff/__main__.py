"""python -m newsdiff, and the `newsdiff` command."""

from __future__ import annotations

import gc
import sys

FEW_COLLECTIONS = 100_000
"""Objects made between two looks for garbage in circles. A command makes hardly any and ends soon;
the usual 700 cost a comparison a tenth of its time."""


def main() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(FEW_COLLECTIONS)
    try:
        from newsdiff.cli.app import run  # noqa: PLC0415  Ctrl-C is quiet while this imports, too

        status = int(run(sys.argv[1:]))
    except KeyboardInterrupt:
        status = 130  # Status.INTERRUPTED, which may not have been imported yet
    # A look for circles at the interpreter's end costs a comparison a tenth. Where DuckDB was used
    # it is made, as its bindings complain of what is left.
    if "duckdb" not in sys.modules:
        gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
