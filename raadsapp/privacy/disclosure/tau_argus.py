"""τ-ARGUS, the engine of the statistical offices, on one table.

The table goes in as equations (its own ‘JJ’ format), so any sums are possible: over municipalities, parts and
periods at once. Source of the format: manual of τ-ARGUS, ‘Optimal’, and Fischetti and Salazar (2001).
"""

import os
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from raadsapp.privacy.disclosure.table import Standing, Table, small

_MOST = 1_000_000_000
_MINUTES = 1
_SOLVED = 1
"""At most this: 0 is the best there is, 1 the best that was found in time."""
_SAFE, _PROTECTED, _UNSAFE, _SECOND = "s", "z", "u", "m"


def available() -> bool:
    """Whether the engine is installed: there is none for some kinds of computers."""
    return find_spec("pytauargus") is not None


def more_to_hide(table: Table, threshold: int, hidden: Collection[int]) -> frozenset[int] | None:
    """Cells to hide besides the small ones, so that each could lie anywhere from nought to the threshold.

    `hidden` are cells that must be protected too; one of more than the threshold could be that much lower.
    None when there is no way, such as where what was shown before gives a cell away, or the engine found
    none in time.
    """
    from pytauargus._tauargus import HiTaSCtrl

    with TemporaryDirectory(prefix="raadsapp-") as folder:
        asked, answered = Path(folder, "in"), Path(folder, "out")
        asked.write_text(_equations(table, threshold, hidden, ()), encoding="ascii")
        # Its logs hold the counts: they go with the folder.
        code = HiTaSCtrl().full_jj(
            in_file_jj=str(asked), out_file=str(answered), max_time=_MINUTES, out_dir=f"{folder}{os.sep}"
        )
        if code > _SOLVED or not answered.is_file():
            return None
        return frozenset(int(line.split()[0]) for line in answered.read_text("ascii").splitlines())


def widths(table: Table, threshold: int, hidden: Collection[int]) -> dict[int, float]:
    """How wide the interval is in which each cell of `hidden` must lie for who knows all the others."""
    from pytauargus._tauargus import audit_jj

    with TemporaryDirectory(prefix="raadsapp-") as folder:
        asked = Path(folder, "in")
        asked.write_text(_equations(table, threshold, (), hidden), encoding="ascii")
        return {int(row["cell"]): row["max"] - row["min"] for row in audit_jj(str(asked))}


def _equations(table: Table, threshold: int, unsafe: Collection[int], second: Collection[int]) -> str:
    lines = ["0", str(len(table.cells))]
    for place, cell in enumerate(table.cells):
        below = above = 0
        if place in unsafe or small(cell, threshold):
            status, below = _UNSAFE, min(int(cell.value), threshold)
            above = threshold - below
        elif place in second:
            status = _SECOND
        else:
            status = _PROTECTED if cell.standing is Standing.KNOWN else _SAFE
        # Place, value, weight, status, what anyone knows it lies between, and the room it needs.
        lines.append(f"{place} {cell.value:.0f} {cell.weight} {status} 0 {_MOST} {below} {above} 0")
    lines.append(str(len(table.margins)))
    for margin in table.margins:
        parts = " ".join(f"{part} (1)" for part in margin.parts)
        lines.append(f"0 {len(margin.parts) + 1} : {margin.total} (-1) {parts}")
    return "\n".join([*lines, ""])
