"""An attacker's linear program: between which values a hidden cell must lie for who knows the rest.

Written apart from the program and its engine, so that the two can disagree.
"""

from collections.abc import Collection

import highspy

from raadsapp.privacy.disclosure.table import Table


def intervals(table: Table, hidden: Collection[int]) -> dict[int, tuple[float, float]]:
    """The least and most that each hidden cell can be, given the sums and all cells that are not hidden."""
    model = highspy.Highs()  # type: ignore[no-untyped-call]  # typed, but for its constructor
    model.setOptionValue("output_flag", False)  # noqa: FBT003 - so HiGHS has it
    for place, cell in enumerate(table.cells):
        unknown = place in hidden
        model.addVar(0.0 if unknown else cell.value, model.inf if unknown else cell.value)
    for margin in table.margins:
        signs = [-1.0, *[1.0] * len(margin.parts)]
        model.addRow(0.0, 0.0, len(signs), [margin.total, *margin.parts], signs)
    return {place: (_end(model, place, 1.0), _end(model, place, -1.0)) for place in sorted(hidden)}


def _end(model: highspy.Highs, place: int, sign: float) -> float:
    """The least (1) or most (-1) of one cell."""
    model.changeColCost(place, sign)
    model.run()
    status = model.getModelStatus()
    value = model.getInfo().objective_function_value
    model.changeColCost(place, 0.0)
    if status == highspy.HighsModelStatus.kOptimal:
        return sign * float(value)
    assert status in {
        highspy.HighsModelStatus.kUnbounded,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    }, status
    return -sign * float(model.inf)
