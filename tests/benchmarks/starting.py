"""One start of a window, in a process of its own.

Usage: python -m tests.benchmarks.starting VARIANT STORE
"""

import gc
import sys
from pathlib import Path


def main() -> None:
    """Show the window that the command line asks for; ours begins with what `raadsapp` itself begins with."""
    variant, store = sys.argv[1:]
    if variant in ("window", "page"):
        import raadsapp.__main__
        import raadsapp.cli.window  # noqa: F401 - as the real program does

        gc.disable()
    from tests.benchmarks.windows import start

    start(variant, Path(store))


if __name__ == "__main__":
    main()
