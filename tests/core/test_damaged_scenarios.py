"""A saved scenario whose row is broken is named; the others are read, and nothing is thrown away."""

import pytest

from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.services import saved_scenarios
from raadsapp.services.damaged_scenarios import damage
from raadsapp.services.opening import Session
from raadsapp.services.scenario_drift import drift
from tests.core.saved import made


@pytest.fixture
def two(shipped_session: Session) -> tuple[SavedScenario, SavedScenario]:
    first, second = (made(shipped_session, name=name) for name in ("Heel", "Kapot"))
    return saved_scenarios.save(shipped_session, first)[0], saved_scenarios.save(shipped_session, second)[0]


def _break(session: Session, number: int, column: str, value: str) -> None:
    with session.store.writing() as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE scenario SET {column} = ? WHERE number = ?", (value, number))  # noqa: S608


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("settings", '{"demand_growth": 5.'),
        ("settings", '{"demand_growth": [1]}'),
        ("settings", '{"demand_growth": true}'),
        ("settings", '{"demand_growth": 5.0, "nooit_geweest": 1}'),
        ("settings", "[]"),
        ("made_on", "gisteren"),
        ("years", "[2019, 2020]"),
        ("years", '["2019"]'),
        ("years", "7"),
        ("came_out", '{"balance": ["veel"]}'),
        ("came_out", "{}"),
        ("facts", '{"dossier": 1'),
        ("facts", "{}"),
        ("facts", '{"estimate": "", "levers": 3}'),
    ],
)
def test_a_broken_row_is_named_and_the_others_are_read(
    shipped_session: Session, two: tuple[SavedScenario, SavedScenario], column: str, value: str
) -> None:
    whole, broken = two
    assert damage(shipped_session) == ""
    _break(shipped_session, broken.number, column, value)
    assert saved_scenarios.list_scenarios(shipped_session) == (whole,)
    assert saved_scenarios.find(shipped_session, whole.number) == whole
    said = damage(shipped_session)
    assert "Dit bewaarde scenario is niet te lezen: ‘Kapot’ (nummer 2)." in said
    assert "Er is niets weggegooid" in said
    with pytest.raises(UserError, match="Scenario 2 is beschadigd"):
        saved_scenarios.find(shipped_session, broken.number)
    assert len(shipped_session.store.rows("SELECT number FROM scenario")) == 2


def test_inputs_that_cannot_be_read_are_said_where_they_are_compared(
    shipped_session: Session, two: tuple[SavedScenario, SavedScenario]
) -> None:
    facts = two[1].facts.replace('"members": [{', '"members": [7, {', 1)
    assert facts != two[1].facts
    _break(shipped_session, 2, "facts", facts)
    newest = saved_scenarios.find(shipped_session, 2)
    told = drift(shipped_session.catalog, newest).sentences
    assert told[0] == "De cijfers bij een bewaard scenario zijn niet te lezen."
    assert "niet opnieuw worden doorgerekend" in told[1]
