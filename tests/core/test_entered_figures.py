"""Figures that a clerk enters: kept in a log, checked, taken back, and worked out from then on."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from math import inf
from pathlib import Path

import pytest

from raadsapp.domain.changes import Part
from raadsapp.domain.source import Document, Standing
from raadsapp.errors import UserError
from raadsapp.services import entered_figures
from raadsapp.services.entered_figures import bring_back, enter, form_of, list_figures, remove, with_entered
from raadsapp.services.figure_checks import FigureProblem, problems, read_figure
from raadsapp.services.figure_form import figure_form, municipalities
from raadsapp.services.money_sources import money_sources
from raadsapp.services.opening import Session
from raadsapp.services.scenario import TOGETHER, outcome, scenario
from raadsapp.services.scenario_sentences import (
    estimate_mark,
    estimate_note,
    estimate_sentence,
    money_sentence,
)
from raadsapp.store import entered_figures as log
from raadsapp.store import schema
from raadsapp.store.connection import open_store
from tests.core.model_page import HEERLEN, LANDGRAAF, VOERENDAAL
from tests.core.shipped import dossier

CEILINGS = {"plafond-2019": 15e6, "plafond-2020": 15e6, "plafond-2021": 14e6, "plafond-2022": 13e6}
USE = {
    f"{series}-{year}": value
    for year in (2015, 2016, 2017)
    for series, value in (("kosten-ambulant", 12e6), ("clienten-ambulant", 2_600.0))
}
OPTIONAL = {
    f"{series}-{year}": value
    for year in (2015, 2016, 2017)
    for series, value in (("arrangementen-ambulant", 3_000.0), ("clienten-verblijf", 200.0))
}


@pytest.fixture
def session(shipped_session: Session) -> Session:
    return shipped_session


def _enter(session: Session, values: dict[str, float | None], municipality: str = HEERLEN) -> None:
    enter(session, municipality, values, source=" Begroting 2019, p. 3 ", by=" M. Jansen ")


def _found(values: dict[str, float], municipality: str = HEERLEN) -> dict[str, FigureProblem]:
    form = figure_form(dossier(), municipality)
    return {problem.key: problem for problem in problems(form, values)}


def test_without_entries_the_dossier_itself_is_worked_out(session: Session) -> None:
    assert list_figures(session) == ()
    assert with_entered(session) is session.catalog


def test_entered_figures_are_facts_with_the_source_the_clerk_named(session: Session) -> None:
    _, changes = enter(session, HEERLEN, CEILINGS, source=" Begroting 2019, p. 3 ", by=" M. Jansen ")
    assert changes.parts == {Part.FIGURES}
    assert changes.message == "Heerlen: 4 cijfers bewaard."
    catalog = with_entered(session)
    fact = catalog.fact("plafond-2021-GM0917")
    assert (fact.value, fact.unit, fact.municipality, fact.period) == (14e6, "€", HEERLEN, "2021JJ00")
    assert fact.label == "Plafondbedrag (vast bedrag voor JenS) 2021 in Heerlen"
    assert fact.standing is Standing.SOURCE
    (source,) = fact.sources
    assert source.place.startswith("Begroting 2019, p. 3 (ingevoerd door M. Jansen op ")
    document = catalog.find(source.document)
    assert isinstance(document, Document)
    assert document.short == "Opgave griffie"
    assert session.catalog.find("plafond-2021-GM0917") is None


def test_from_then_on_they_replace_the_scaled_ones(session: Session) -> None:
    _enter(session, {**CEILINGS})
    found = outcome(scenario(with_entered(session), HEERLEN, {}))
    assert found.lumpsum[0, :5].tolist() == [15e6, 15e6, 14e6, 13e6, 13e6]
    together = outcome(scenario(with_entered(session), TOGETHER, {}))
    catalog = with_entered(session)
    alone = [
        outcome(scenario(catalog, code, {})).lumpsum[0].tolist() for code in (VOERENDAAL, HEERLEN, LANDGRAAF)
    ]
    assert together.lumpsum[0].tolist() == pytest.approx([sum(year) for year in zip(*alone, strict=True)])


def test_entering_can_be_taken_back(session: Session) -> None:
    _enter(session, {**CEILINGS})
    before = list_figures(session)
    former, _ = enter(session, HEERLEN, {"plafond-2019": 16e6, "plafond-2023": 13e6}, source="Brief", by="A")
    assert [(one.key, one.value) for one in former] == [("plafond-2019", 15e6), ("plafond-2023", None)]
    changes = bring_back(session, former)
    assert changes.message == "De vorige cijfers gelden weer."
    assert sorted(list_figures(session), key=lambda one: one.key) == list(before)


def test_removing_restores_the_estimate_and_can_be_taken_back(session: Session) -> None:
    scaled = outcome(scenario(session.catalog, HEERLEN, {})).demand_cost.tolist()
    _enter(session, {**CEILINGS, **USE})
    own = outcome(scenario(with_entered(session), HEERLEN, {})).demand_cost.tolist()
    assert own != scaled
    former, changes = remove(session, HEERLEN, "A")
    assert changes.message == "10 cijfers van Heerlen weggehaald. De schatting geldt weer."
    assert outcome(scenario(with_entered(session), HEERLEN, {})).demand_cost.tolist() == scaled
    with pytest.raises(UserError, match="Voor Heerlen zijn geen cijfers ingevoerd"):
        remove(session, HEERLEN, "A")
    bring_back(session, former)
    assert outcome(scenario(with_entered(session), HEERLEN, {})).demand_cost.tolist() == own


def test_a_day_shows_the_figures_that_counted_when_it_ended(session: Session) -> None:
    first, gone, again = (datetime(2026, 3, day, 12, tzinfo=UTC) for day in (3, 5, 7))
    _enter(session, {**CEILINGS})
    entered = list_figures(session)
    log.add(session.store, (replace(figure, value=None) for figure in entered), gone)
    log.add(session.store, entered, again)
    session.store.connection.execute(
        "UPDATE entered_figure SET written_at = NULL, entered_at = ? WHERE number <= ?",
        (first.isoformat(timespec="microseconds"), len(entered)),
    )
    known = [len(list_figures(session, HEERLEN, date(2026, 3, day))) for day in range(2, 9)]
    assert known == [0, 4, 4, 0, 0, 4, 4]
    assert with_entered(session, date(2026, 3, 5)) is session.catalog
    assert with_entered(session, date(2026, 3, 7)) is not session.catalog


def test_nothing_that_was_ever_entered_is_lost(session: Session) -> None:
    _enter(session, {**CEILINGS})
    _enter(session, {"plafond-2019": 16e6})
    remove(session, HEERLEN, "A")
    rows = session.store.rows("SELECT value FROM entered_figure WHERE fact = 'plafond-2019' ORDER BY number")
    assert rows == [(15e6,), (16e6,), (None,)]


def test_a_field_that_is_emptied_is_estimated_again(session: Session) -> None:
    _enter(session, {**USE, **OPTIONAL})
    empty: dict[str, float | None] = dict.fromkeys(OPTIONAL)
    _, changes = enter(session, HEERLEN, empty, source="Brief", by="A")
    assert changes.message == "Heerlen: 6 cijfers leeggemaakt."
    assert {figure.key for figure in list_figures(session, HEERLEN)} == set(USE)
    assert list_figures(session, LANDGRAAF) == ()


@pytest.mark.parametrize(
    ("municipality", "values", "source", "by", "said"),
    [
        (HEERLEN, CEILINGS, " ", "A", "De bron ontbreekt."),
        (HEERLEN, CEILINGS, "Brief", "", "De naam ontbreekt."),
        (HEERLEN, {"plafond-2018": 1.0}, "Brief", "A", "Het cijfer ‘plafond-2018’ bestaat niet."),
        (VOERENDAAL, CEILINGS, "Brief", "A", "Voor ‘GM0986’ voert u geen cijfers in."),
        (HEERLEN, {"plafond-2019": 1e7}, "Brief", "A", "JenS) 2020: vul dit jaar ook in."),
        (
            HEERLEN,
            {**CEILINGS, "plafond-2019": -1.0},
            "Brief",
            "A",
            "2019: dit getal mag niet onder nul zijn.",
        ),
    ],
)
def test_what_cannot_stand_is_refused_and_nothing_is_stored(
    session: Session, municipality: str, values: dict[str, float], source: str, by: str, said: str
) -> None:
    with pytest.raises(UserError) as refused:
        enter(session, municipality, values, source=source, by=by)
    assert said in refused.value.message
    assert refused.value.hint
    assert list_figures(session) == ()


@pytest.mark.parametrize(
    ("values", "key", "message"),
    [
        ({"kosten-ambulant-2015": inf}, "kosten-ambulant-2015", "Dit is geen getal."),
        ({"kosten-ambulant-2015": -5.0}, "kosten-ambulant-2015", "Dit getal mag niet onder nul zijn."),
        ({"kosten-ambulant-2015": 0.0}, "kosten-ambulant-2015", "Dit getal mag geen nul zijn."),
        ({"clienten-ambulant-2015": 2.5}, "clienten-ambulant-2015", "Vul een heel getal in."),
        ({"clienten-ambulant-2015": 20_000.0}, "clienten-ambulant-2015", "Meer dan de 18.605 jongeren"),
        ({"clienten-verblijf-2015": 20_000.0}, "clienten-verblijf-2015", "Meer dan de 18.605 jongeren"),
        ({"kosten-ambulant-2015": 1e7}, "clienten-ambulant-2015", "Vul dit jaar ook in."),
        ({**USE, "arrangementen-ambulant-2015": 3e3}, "arrangementen-ambulant-2016", "Vul dit jaar ook in."),
        ({"clienten-verblijf-2015": 200.0}, "kosten-ambulant-2015", "Vul dit jaar ook in."),
        ({**CEILINGS, "plafond-2024": 13e6}, "plafond-2023", "Vul dit jaar ook in."),
        ({"lumpsum-deel-ambulant": 12e6}, "plafond-2019", "Vul dit jaar ook in."),
    ],
)
def test_a_figure_that_cannot_stand_is_told_at_its_field(
    values: dict[str, float], key: str, message: str
) -> None:
    found = _found(values)[key]
    assert found.blocking
    assert found.message.startswith(message)


def test_what_is_unlikely_may_be_stored_but_is_told() -> None:
    found = _found(
        {**USE, **OPTIONAL, "kosten-ambulant-2015": 12e3, "arrangementen-ambulant-2016": 2_000.0} | CEILINGS
    )
    assert found["kosten-ambulant-2015"].message == "Ver van de schatting van € 10.461.353. Klopt dit?"
    assert found["arrangementen-ambulant-2016"].message == "Minder arrangementen dan cliënten. Klopt dit?"
    assert not any(problem.blocking for problem in found.values())


def test_a_year_without_residential_clients_can_be() -> None:
    found = _found({**USE, **OPTIONAL, "clienten-verblijf-2015": 0.0})
    assert not found.pop("clienten-verblijf-2015").blocking
    assert not found


def test_the_estimates_themselves_could_be_entered(session: Session) -> None:
    for code in municipalities(session.catalog):
        form = form_of(session, code)
        assert problems(form, {key: round(value) for key, value in form.estimates.items()}) == ()


def test_figures_are_read_as_dutch_readers_write_them() -> None:
    assert read_figure("€ 1.501.643") == 1_501_643
    assert read_figure("1501643,50") == 1_501_643.5
    assert read_figure("  ") is None
    with pytest.raises(UserError, match="‘veel’ is geen getal"):
        read_figure("veel")


def test_an_older_store_takes_figures_after_it_was_brought_up_to_date(tmp_path: Path) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    for file in sorted(schema.STEPS.glob("*.sql")):
        if file.stem < "0003":
            (steps / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    path = tmp_path / "oud.raadsapp"
    open_store(path, steps=steps).close()
    with closing(sqlite3.connect(path)) as old:
        assert old.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'entered_figure'").fetchone() == (
            0,
        )
    store = open_store(path)
    _enter(Session(store, dossier()), {**CEILINGS})
    assert store.rows("SELECT fact, value FROM entered_figures ORDER BY fact LIMIT 1") == [
        ("plafond-2019", 15e6)
    ]
    store.close()
    assert list(tmp_path.glob("oud.raadsapp.v2-*.kopie"))


def test_a_scaled_municipality_says_so_in_full() -> None:
    asked = scenario(dossier(), HEERLEN, {})
    assert estimate_mark(asked) == "schatting: opgeschaald"
    assert estimate_sentence(asked) == (
        "Dit is een schatting voor Heerlen: opgeschaald met cijfers van een andere gemeente."
    )
    assert estimate_mark(scenario(dossier(), VOERENDAAL, {})) == ""
    assert estimate_sentence(scenario(dossier(), VOERENDAAL, {})) == ""


def test_with_own_figures_only_what_is_still_scaled_is_named(session: Session) -> None:
    _enter(session, {**CEILINGS})
    asked = scenario(with_entered(session), HEERLEN, {})
    assert estimate_mark(asked) == "deels schatting: opgeschaald"
    assert estimate_note(asked) == (
        "Voor Heerlen is met cijfers van een andere gemeente opgeschaald: ambulante hulp, verblijf en "
        "overige kosten."
    )
    _enter(session, {**USE})
    asked = scenario(with_entered(session), HEERLEN, {})
    assert estimate_note(asked).endswith(
        ": arrangementen per cliënt, verblijf, begroting van de ambulante hulp en overige kosten."
    )
    _enter(session, {**OPTIONAL, "lumpsum-deel-ambulant": 11e6})
    asked = scenario(with_entered(session), HEERLEN, {})
    assert estimate_mark(asked) == "deels schatting: overige kosten"
    assert money_sentence(asked, outcome(asked)).endswith(
        "Dit is voor een deel een schatting. Voor Heerlen is met cijfers van een andere gemeente "
        "opgeschaald: overige kosten."
    )


def test_together_the_scaled_municipalities_are_named(session: Session) -> None:
    def mark() -> str:
        return estimate_mark(scenario(with_entered(session), TOGETHER, {}))

    assert mark() == "schatting: Heerlen en Landgraaf opgeschaald"
    _enter(session, {**CEILINGS})
    assert mark() == "schatting: Landgraaf opgeschaald, Heerlen deels"
    assert estimate_sentence(scenario(with_entered(session), TOGETHER, {})) == (
        "Dit is voor een deel een schatting. Landgraaf is opgeschaald met cijfers van een andere gemeente. "
        "Voor Heerlen is met cijfers van een andere gemeente opgeschaald: ambulante hulp, verblijf en "
        "overige kosten."
    )
    _enter(session, {key: value / 2 for key, value in CEILINGS.items()}, LANDGRAAF)
    assert mark() == "schatting: Heerlen en Landgraaf deels opgeschaald"


def test_the_money_line_names_where_own_figures_come_from(session: Session) -> None:
    _enter(session, {**CEILINGS})
    for municipality in (HEERLEN, TOGETHER):
        documents = [source.document for source in money_sources(with_entered(session), municipality, 2022)]
        assert entered_figures.DOCUMENT in documents
    assert "iv3" in [source.document for source in money_sources(session.catalog, TOGETHER, 2022)]
