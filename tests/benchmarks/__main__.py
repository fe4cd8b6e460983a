"""Run all benchmarks and print them as ratios; status 1 when an aim is missed."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import (
    importing,
    indicators,
    page,
    privacy,
    questions,
    slider,
    startup,
    store,
    walking,
    workbooks,
)


def main() -> int:
    """Measure, print, and tell whether every aim is met."""
    results = [
        result
        for benchmark in (
            startup,
            page,
            indicators,
            walking,
            questions,
            slider,
            workbooks,
            importing,
            privacy,
            store,
        )
        for result in benchmark.run()
    ]
    for result in results:
        print(result.line)  # noqa: T201 - this is its purpose
    return 0 if all(result.is_met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
