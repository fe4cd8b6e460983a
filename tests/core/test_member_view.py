"""What members see of the figures, and that nothing kept from them can be worked out."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from raadsapp.cli.main import main
from raadsapp.domain.agreement import Agreement, Side, SignState
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import Period, PeriodKind
from raadsapp.privacy.disclosure import tau_argus
from raadsapp.privacy.disclosure.table import Cell, Margin, Table
from raadsapp.services import agreements
from raadsapp.services.member_view import BLUNT, BLUNTLY, TOO_SMALL, MemberView, member_view
from raadsapp.services.opening import Session
from raadsapp.services.summary import latest_sentence
from raadsapp.store import batches, disclosures
from raadsapp.store.connection import open_store
from tests.core.engine import search_here
from tests.core.intervals import intervals
from tests.core.shipped import dossier

VOERENDAAL, HEERLEN, LANDGRAAF = PLACES = ("GM0986", "GM0917", "GM0882")
PARTS = ("hulpvorm=ambulant", "hulpvorm=daghulp", "hulpvorm=netwerk")
THRESHOLD = 10
AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)

Counts = Mapping[ObservationKey, float]


def quarter(number: int, year: int = 2025) -> Period:
    return Period(year, PeriodKind.QUARTER, number)


def key(
    indicator: str, period: Period, breakdown: str = "", municipality: str = VOERENDAAL
) -> ObservationKey:
    return ObservationKey(indicator, municipality, period, breakdown)


def deliver(session: Session, values: Counts, at: datetime = AT, source: str = "CBS") -> None:
    batches.add(
        session.store,
        file="kwartaal.csv",
        sha256=str(at),
        layout="long",
        by="Griffie",
        at=at,
        observations=[Observation(one, value, Status.FINAL, source) for one, value in values.items()],
    )


def ended(counts: Iterable[int], quarters: Iterable[int]) -> dict[ObservationKey, float]:
    """Ended trajects of three municipalities by kind of help, with their totals."""
    given_counts = iter(counts)
    found: dict[ObservationKey, float] = {}
    for place, number in product(PLACES, quarters):
        parts = {key("IND-05", quarter(number), part, place): float(next(given_counts)) for part in PARTS}
        found |= parts
        found[key("IND-05", quarter(number), "", place)] = sum(parts.values())
    return found


def seen(view: MemberView) -> dict[ObservationKey, float | None]:
    """Every figure of a view by what it is about; None for one that is kept back."""
    return {
        ObservationKey(indicator, place, shown.period, breakdown): shown.value
        for indicator, place, breakdown in view.all_series()
        for shown in view.series(indicator, place, breakdown)
    }


def assert_nothing_can_be_found(raw: Counts, *views: MemberView) -> None:
    """Hold what the views tell against all sums over municipalities, kinds of help and periods.

    No small count may be found, nor a small sum. Others that are kept back may: what could be worked out from
    longer periods before its series came to be shown by quarter gives nobody away.
    """
    known = {one for view in views for one, value in seen(view).items() if value is not None}
    values = dict(raw)
    margins: list[tuple[ObservationKey, list[ObservationKey]]] = []
    margins.extend(
        (one, [one._replace(breakdown=part) for part in PARTS]) for one in raw if not one.breakdown
    )
    for place, part, (longer, parts) in product(PLACES, ("", *PARTS), _longer({one.period for one in raw})):
        one = key("IND-05", longer, part, place)
        values[one] = sum(raw[one._replace(period=each)] for each in parts)
        margins.append((one, [one._replace(period=each) for each in parts]))
    for one in [one for one in values if one.municipality == VOERENDAAL]:
        everywhere = [one._replace(municipality=place) for place in PLACES]
        values[one._replace(municipality="samen")] = sum(values[each] for each in everywhere)
        margins.append((one._replace(municipality="samen"), everywhere))
    at = {one: place for place, one in enumerate(values)}
    table = Table(
        tuple(Cell(value) for value in values.values()),
        tuple(Margin(at[total], tuple(at[part] for part in parts)) for total, parts in margins),
    )
    found = intervals(table, {at[one] for one in values if one not in known})
    for one in (one for one, value in values.items() if value < THRESHOLD):
        low, high = found[at[one]]
        assert high - low >= THRESHOLD - 1e-6, (one, values[one], low, high)


def _longer(periods: set[Period]) -> list[tuple[Period, list[Period]]]:
    halves = [(Period(2025, PeriodKind.HALF_YEAR, n), [quarter(2 * n - 1), quarter(2 * n)]) for n in (1, 2)]
    found = [one for one in halves if set(one[1]) <= periods]
    whole = [(Period(2025), [quarter(n) for n in range(1, 5)])] if len(periods) == len(PARTS) + 1 else []
    return found + whole


few_or_many = st.one_of(st.integers(0, 14), st.integers(0, 150))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.lists(few_or_many, min_size=36, max_size=36), with_engine=st.booleans())
def test_publishing_quarter_after_quarter_gives_no_small_number_away(
    *, tmp_path_factory: pytest.TempPathFactory, counts: list[int], with_engine: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        search_here(patch)
        if not with_engine:
            patch.setitem(sys.modules, "pytauargus", None)
        store = open_store(tmp_path_factory.mktemp("store") / "dossier.raadsapp")
        session = Session(store, dossier())
        raw = ended(counts, (1, 2, 3, 4))
        views = []
        for day, number in enumerate((2, 3, 4)):
            quarters = {quarter(each) for each in range(1 if number == 2 else number, number + 1)}
            deliver(session, {one: raw[one] for one in raw if one.period in quarters}, AT + day * DAY)
            views.append(member_view(session))
            for before, after in pairwise(map(seen, views)):
                stays = [one for one in before if one in after]
                assert [before[one] for one in stays] == [after[one] for one in stays]
        assert_nothing_can_be_found(raw, *views)
        # What was shown before can leave the engine no way but to hide all around: then that is said.
        assert member_view(session).notice in {"", BLUNTLY if with_engine else BLUNT}
        store.close()


def test_a_count_under_the_threshold_is_kept_back_and_zero_too(shipped_session: Session) -> None:
    values = {quarter(1): 9.0, quarter(2): 10.0, quarter(3): 0.0, quarter(4): 11.0}
    deliver(shipped_session, {key("IND-03", period): value for period, value in values.items()})
    shown = member_view(shipped_session).series("IND-03", VOERENDAAL)
    assert [(one.value, one.suppressed) for one in shown] == [
        (None, True),
        (10.0, False),
        (None, True),
        (11.0, False),
    ]


def test_the_dossier_sets_the_threshold_and_can_have_counts_rounded(shipped_session: Session) -> None:
    deliver(shipped_session, {key("IND-03", quarter(1)): 12.0, key("IND-03", quarter(2)): 23.0})
    catalog = shipped_session.catalog
    stricter = replace(catalog, dossier=replace(catalog.dossier, threshold=15, rounding=5))
    shown = member_view(Session(shipped_session.store, stricter)).series("IND-03", VOERENDAAL)
    assert [one.value for one in shown] == [None, 25.0]


def test_what_is_not_about_persons_is_shown_as_it_is(shipped_session: Session) -> None:
    deliver(
        shipped_session,
        {key("IND-01", quarter(1)): 3.0, key("IND-25", quarter(1), "aanbevelingen=open"): 2.0},
    )
    view = member_view(shipped_session)
    assert view.series("IND-01", VOERENDAAL)[0].value == 3.0
    assert view.series("IND-25", VOERENDAAL, "aanbevelingen=open")[0].value == 2.0
    assert view.municipalities("IND-25") == (VOERENDAAL,)


def test_instead_of_gaps_a_longer_period_is_shown_with_where_it_comes_from(shipped_session: Session) -> None:
    counts = dict(zip((quarter(n) for n in range(1, 5)), (6.0, 7.0, 8.0, 30.0), strict=True))
    deliver(
        shipped_session,
        {key("IND-04", period): value for period, value in counts.items()},
        source="FICTIEF: x",
    )
    shown = member_view(shipped_session).series("IND-04", VOERENDAAL)
    assert [(one.period, one.value, one.added_up) for one in shown] == [
        (Period(2025, PeriodKind.HALF_YEAR, 1), 13.0, True),
        (Period(2025, PeriodKind.HALF_YEAR, 2), 38.0, True),
    ]
    assert {(one.source, one.fictional) for one in shown} == {("FICTIEF: x (opgeteld)", True)}


def test_the_municipalities_are_added_up_only_where_all_are_there(shipped_session: Session) -> None:
    deliver(shipped_session, {key("IND-03", quarter(1), "", place): 100.0 for place in PLACES})
    deliver(shipped_session, {key("IND-03", quarter(2)): 100.0}, AT + DAY)
    view = member_view(shipped_session)
    assert view.municipalities("IND-03") == ("GM0882", "GM0917", "GM0986", "samen")
    assert [(one.period, one.value) for one in view.series("IND-03", "samen")] == [(quarter(1), 300.0)]


def test_a_percentage_of_few_persons_is_kept_back_and_so_are_none_and_all(shipped_session: Session) -> None:
    groups = {1: 200.0, 2: 15.0, 3: 200.0, 4: 100.0}
    shares = {1: 10.0, 2: 50.0, 3: 100.0, 4: 4.0}
    deliver(shipped_session, {key("IND-05", quarter(n)): group for n, group in groups.items()})
    deliver(shipped_session, {key("IND-08", quarter(n)): share for n, share in shares.items()}, AT + DAY)
    shown = member_view(shipped_session).series("IND-08", VOERENDAAL)
    assert {one.period.kind for one in shown} <= {PeriodKind.HALF_YEAR, PeriodKind.YEAR}
    whole = {
        Period(2025): 45.0,
        **{Period(2025, PeriodKind.HALF_YEAR, n): v for n, v in ((1, 13.0), (2, 68.0))},
    }
    assert all(one.added_up and one.value == whole[one.period] for one in shown)


def test_a_percentage_of_those_of_a_year_earlier_is_held_against_those(shipped_session: Session) -> None:
    few, many = {2023: 4.0, 2024: 90.0}, dict.fromkeys((2023, 2024), 90.0)
    values = {key("IND-11", Period(year), "", place): 25.0 for place in PLACES for year in (2023, 2024, 2025)}
    for place, groups in zip(PLACES, (few, many, many), strict=True):
        for year, number in product(groups, range(1, 5)):
            values[key("IND-05", quarter(number, year), "", place)] = groups[year]
    deliver(shipped_session, values)
    view = member_view(shipped_session)
    assert [one.value for one in view.series("IND-11", VOERENDAAL)] == [25.0, None, 25.0]
    assert [one.value for one in view.series("IND-11", HEERLEN)] == [25.0, 25.0, 25.0]
    assert [one.period for one in view.series("IND-11", "samen")] == [Period(2024), Period(2025)]
    assert view.series("IND-11", "samen")[-1].value == 25.0


def test_a_percentage_of_an_unknown_group_is_kept_back_when_it_is_none_or_all(
    shipped_session: Session,
) -> None:
    values = {quarter(1): 80.0, quarter(2): 100.0, quarter(3): 0.0}
    deliver(shipped_session, {key("IND-19", period): value for period, value in values.items()})
    shown = member_view(shipped_session).series("IND-19", VOERENDAAL)
    assert [one.value for one in shown] == [80.0, None, None]


def test_a_percentage_over_a_longer_period_is_held_against_its_last_group(shipped_session: Session) -> None:
    halves = [Period(2025, PeriodKind.HALF_YEAR, n) for n in (1, 2)]
    deliver(shipped_session, {key("IND-03", quarter(2)): 300.0, key("IND-03", quarter(4)): 30.0})
    deliver(shipped_session, {key("IND-14", half): 12.0 for half in halves}, AT + DAY)
    assert [one.value for one in member_view(shipped_session).series("IND-14", VOERENDAAL)] == [12.0, None]


def test_a_number_per_thousand_is_kept_back_with_the_number_itself(shipped_session: Session) -> None:
    rate = "maat=per 1.000 jongeren"
    deliver(shipped_session, {key("IND-03", quarter(1)): 8.0, key("IND-03", quarter(2)): 80.0})
    deliver(shipped_session, {key("IND-03", quarter(n), rate): float(n) for n in (1, 2)}, AT + DAY)
    view = member_view(shipped_session)
    assert view.breakdowns("IND-03", VOERENDAAL) == (rate,)
    assert [one.value for one in view.series("IND-03", VOERENDAAL, rate)] == [None, 2.0]


def test_what_the_supplier_left_out_cannot_be_found_from_the_total(shipped_session: Session) -> None:
    """Three of the four kinds of help are named; the fourth is what remains of the total."""
    parts = {"ambulant": 40.0, "daghulp": 30.0, "netwerk": 25.0}
    year = [quarter(number, 2024) for number in range(1, 5)]
    names = [f"hulpvorm={name}" for name in (*parts, "wijkteam")]
    full = {key("IND-05", period, name): 20.0 for period, name in product(year, names)}
    deliver(shipped_session, full | {key("IND-05", period): 80.0 for period in year})
    held = {key("IND-05", quarter(1), f"hulpvorm={name}"): value for name, value in parts.items()}
    deliver(shipped_session, {**held, key("IND-05", quarter(1)): 98.0}, AT + DAY)
    found = seen(member_view(shipped_session))
    assert [one for one in held if found[one] is None], "one more part is kept back"
    assert all(found[one] == 20.0 for one in full)


def test_a_correction_does_not_show_what_was_kept_back_before(shipped_session: Session) -> None:
    """The parts that did not change are known; the difference of two totals would be the correction."""
    parts = [key("IND-05", quarter(1), part) for part in PARTS]
    first = dict(zip(parts, (12.0, 34.0, 40.0), strict=True))
    deliver(shipped_session, {**first, key("IND-05", quarter(1)): 86.0})
    before = seen(member_view(shipped_session))
    deliver(shipped_session, {parts[0]: 8.0, key("IND-05", quarter(1)): 82.0}, AT + DAY)
    after = seen(member_view(shipped_session))
    assert before[parts[0]] == 12.0
    assert after[parts[0]] is None
    assert after[key("IND-05", quarter(1))] is None, "the other parts are known, so the total would tell"
    assert seen(member_view(shipped_session, AT.astimezone().date())) == before


def test_what_was_decided_is_kept_and_is_not_decided_again(shipped_session: Session) -> None:
    deliver(shipped_session, ended([5, 40, 60, *[50] * 6], (1,)))
    first = seen(member_view(shipped_session))
    decided = disclosures.decisions(shipped_session.store)
    assert {one.shown for one in decided} == {True, False}
    again = Session(shipped_session.store, shipped_session.catalog)
    assert seen(member_view(again)) == first
    assert set(disclosures.decisions(shipped_session.store)) == set(decided)
    assert len(disclosures.publications(shipped_session.store)) == 1


def test_a_store_that_cannot_be_written_is_protected_alike(shipped_session: Session) -> None:
    deliver(shipped_session, ended([5, 40, 60, *[50] * 6], (1,)))
    shipped_session.store.seal()
    assert seen(member_view(shipped_session))[key("IND-05", quarter(1), PARTS[0])] is None
    assert disclosures.decisions(shipped_session.store) == ()


def agreement_on(indicator: str) -> Agreement:
    """An agreement of which an indicator of Voerendaal is the sign."""
    return Agreement(
        number=0,
        municipality=VOERENDAAL,
        scenario=0,
        scenario_name="",
        indicator=indicator,
        side=Side.ABOVE,
        limit=5.0,
        response="Bespreken",
        owner="Wethouder",
        review_on=AT.date(),
        made_on=AT.date() - 365 * DAY,
    )


def test_nothing_that_was_drawn_up_for_a_member_holds_a_number_that_was_kept_back(
    shipped_session: Session,
) -> None:
    deliver(shipped_session, {key("IND-03", quarter(4)): 7.0})
    indicator = next(one for one in shipped_session.catalog.indicators if one.key == "IND-03")
    sentence = latest_sentence(shipped_session, indicator, VOERENDAAL)
    assert TOO_SMALL in sentence
    checked = agreements.check(shipped_session, agreement_on("IND-03"))
    assert (checked.state, checked.measured) == (SignState.UNKNOWN, None)
    assert TOO_SMALL in checked.sentence
    assert "7" not in sentence + checked.sentence


def run(session: Session, *arguments: str) -> int:
    """The exit status of a command on the store of a session."""
    with pytest.raises(SystemExit) as ended_with:
        main([*arguments, "--store", str(session.store.path)])
    assert isinstance(ended_with.value.code, int)
    return ended_with.value.code


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_a_public_export_tells_what_members_see(
    tmp_path: Path, shipped_session: Session, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    deliver(shipped_session, ended([5, 40, 60, *[50] * 6], (1,)), source="FICTIEF: oefening")
    found, out = seen(member_view(shipped_session)), tmp_path / f"openbaar.{ending}"
    assert run(shipped_session, "export", "--public", "--out", str(out)) == 0
    assert f"keer staat er: {TOO_SMALL}" in capsys.readouterr().out
    rows = _rows(out)
    told = {tuple(row[:4]): row for row in rows[1:] if row[0] == "IND-05"}
    assert len(told) == len(found)
    for one, value in found.items():
        row = told["IND-05", one.municipality, one.period.code, one.breakdown]
        assert row[4] == (TOO_SMALL if value is None else f"{value:.0f}")
        assert row[-1].startswith("FICTIEF")


def _rows(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, delimiter=";"))
    sheets = CalamineWorkbook.from_path(path)
    assert sheets.sheet_names == ["Cijfers", "Toelichting"]
    return [
        [f"{cell:.0f}" if isinstance(cell, float) else str(cell) for cell in row]
        for row in sheets.get_sheet_by_index(0).to_python()
    ]


def test_a_public_export_holds_what_was_asked_for(shipped_session: Session, tmp_path: Path) -> None:
    deliver(shipped_session, {key("IND-03", quarter(1), "", place): 50.0 for place in PLACES})
    deliver(shipped_session, {key("IND-01", quarter(1)): 50.0}, AT + DAY)
    out = tmp_path / "openbaar.csv"
    asked = ("--indicator", "IND-03", "--municipality", HEERLEN)
    assert run(shipped_session, "export", "--public", "--out", str(out), *asked) == 0
    assert [row[:3] for row in _rows(out)[1:]] == [["IND-03", HEERLEN, "2025KW01"]]


def test_the_newest_figures_as_json_hold_no_value_that_is_kept_back(
    shipped_session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    deliver(shipped_session, ended([5, 40, 60, *[50] * 6], (1,)))
    found = seen(member_view(shipped_session))
    assert run(shipped_session, "indicators", "--json") == 0
    told = [row for row in json.loads(capsys.readouterr().out) if row["indicator"] == "IND-05"]
    assert told
    for row in told:
        one = key("IND-05", quarter(1), row["breakdown"], row["municipality"])
        assert row["value"] == found[one]


def test_a_public_export_never_goes_over_the_dossier_itself(
    shipped_session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    deliver(shipped_session, {key("IND-03", quarter(1)): 50.0})
    unusable = 2
    assert run(shipped_session, "export", "--public", "--out", str(shipped_session.store.path)) == unusable
    assert "dossier zelf" in capsys.readouterr().err


@pytest.mark.skipif(not tau_argus.available(), reason="there is no such engine for this kind of computer")
def test_the_engine_leaves_no_file_with_counts_behind(
    shipped_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    deliver(shipped_session, ended([5, 40, 60, *[50] * 6], (1,)))
    assert None in seen(member_view(shipped_session)).values()
    assert not list((tmp_path / "here").iterdir())
