"""A small count that a clerk entered cannot be found in anything a scenario tells."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.facts import Fact
from raadsapp.domain.source import Standing
from raadsapp.services.entered_figures import enter, form_of, with_entered
from raadsapp.services.figure_checks import problems
from raadsapp.services.money_summary import money_summary
from raadsapp.services.opening import Session
from raadsapp.services.search import search
from raadsapp.services.small_entered import protected_note
from tests.core.model_page import LANDGRAAF, VOERENDAAL
from tests.core.test_entered_figures import OPTIONAL, USE
from tests.core.test_member_view import run

SMALL = ("clienten-ambulant-2016", "clienten-verblijf-2015", "arrangementen-ambulant-2016")


def entered(session: Session, values: tuple[int, ...]) -> Catalog:
    """The dossier after a clerk entered these small counts among larger ones."""
    found = {**USE, **OPTIONAL, **dict(zip(SMALL, map(float, values), strict=True))}
    enter(session, LANDGRAAF, found, source="Begroting 2019", by="Griffie")
    return with_entered(session)


small_counts = st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(1, 9))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=small_counts, other=small_counts)
def test_whatever_the_small_count_is_a_scenario_takes_and_tells_the_same(
    shipped_session: Session, one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    assert entered(shipped_session, one) == entered(shipped_session, other)


def test_it_is_said_where_the_figure_stands_and_below_every_chart(shipped_session: Session) -> None:
    catalog = entered(shipped_session, (3, 0, 4))
    fact = catalog.find("clienten-ambulant-2016-GM0882")
    assert isinstance(fact, Fact)
    assert (fact.value, fact.standing) == (5.0, Standing.ASSUMPTION)
    assert "aantal onder de 10" in fact.caveats[0]
    note = protected_note(catalog, LANDGRAAF)
    assert note == (
        "Voor Landgraaf rekent het model met 5 waar een aantal onder de 10 is ingevoerd: zo is het echte "
        "aantal niet te herleiden."
    )
    assert note in money_summary(catalog, LANDGRAAF).note
    assert protected_note(catalog, "samen") == note
    assert protected_note(catalog, VOERENDAAL) == ""


def test_larger_counts_and_money_are_taken_as_they_are(shipped_session: Session) -> None:
    catalog = entered(shipped_session, (10, 10, 10))
    fact = catalog.find("clienten-ambulant-2016-GM0882")
    assert isinstance(fact, Fact)
    assert (fact.value, fact.standing, fact.caveats) == (10.0, Standing.SOURCE, ())
    assert protected_note(catalog, LANDGRAAF) == ""


def test_the_clerk_is_told_and_a_search_tells_nobody(shipped_session: Session) -> None:
    entered(shipped_session, (3, 0, 4))
    values = {**USE, **OPTIONAL, SMALL[0]: 3.0}
    found = {one.key: one for one in problems(form_of(shipped_session, LANDGRAAF), values)}
    assert found[SMALL[0]].message.startswith("Minder dan 10: ‘Wat als?’ rekent met 5")
    assert not found[SMALL[0]].blocking
    told = [hit.excerpt for hit in search(shipped_session, "eigen cijfer ambulant cliënten 2016")]
    assert any("te klein om te tonen" in one for one in told)


@pytest.mark.parametrize("options", [("--json",), ("--contributions", "balance:2022")])
def test_the_command_line_tells_the_same_whatever_the_small_count_is(
    shipped_session: Session, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    told = []
    for values in ((3, 0, 4), (8, 9, 6)):
        entered(shipped_session, values)
        assert run(shipped_session, "scenario", "run", *options, "--municipality", LANDGRAAF) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert "--json" not in options or json.loads(told[0])
