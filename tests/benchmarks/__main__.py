"""Run all benchmarks and print them as ratios; status 1 when an aim is missed."""

import os
import sys
from math import isinf

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import importing, indicators, page, privacy, questions, slider, startup, workbooks
from tests.benchmarks.result import Result


def _line(result: Result) -> str:
    aim = "no aim" if isinf(result.ratio_limit) else f"aim ≤ {result.ratio_limit:.2g} ×"
    if result.limit is not None:
        aim += f" and ≤ {1000 * result.limit:.0f} ms"
    mark = "ok  " if result.is_met else "MISS"
    times = f"{1000 * result.measured:7.1f} ms / {1000 * result.reference:7.1f} ms"
    return f"{mark} {result.ratio:5.2f} × ({aim})  {times}  {result.name}; {result.details}"


def main() -> int:
    """Measure, print, and tell whether every aim is met."""
    results = [
        result
        for benchmark in (startup, page, indicators, questions, slider, workbooks, importing, privacy)
        for result in benchmark.run()
    ]
    for result in results:
        print(_line(result))  # noqa: T201 - this is its purpose
    return 0 if all(result.is_met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
