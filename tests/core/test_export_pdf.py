"""Printed pages say all that the screen says, can be read by anyone, and never half replace a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadsapp.domain.agreement import Agreement, Side
from raadsapp.domain.observation import Observation, ObservationKey, Status
from raadsapp.domain.period import period_of_code
from raadsapp.domain.saved_scenario import SavedScenario
from raadsapp.errors import UserError
from raadsapp.export.agreement_pdf import write_agreements, write_scenario
from raadsapp.export.pdf import write_pdf
from raadsapp.services import agreements, saved_scenarios
from raadsapp.services.opening import Session
from raadsapp.store import batches
from tests.core.model_page import HEERLEN, VOERENDAAL
from tests.core.pdf_text import pdf_text
from tests.core.saved import made, with_fact
from tests.core.shipped import dossier

TODAY = date(2026, 11, 22)
AGREED = date(2026, 6, 7)
# Control characters are no text; the bundled typeface has the letters of Europe.
TYPED = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, blacklist_categories=["Cc"]), max_size=60
)


def stored(session: Session, municipality: str = VOERENDAAL, **words: str) -> SavedScenario:
    new = replace(made(session, municipality=municipality, made_on=AGREED), **words)  # type: ignore[arg-type]
    return saved_scenarios.save(session, new)[0]


def agreed(session: Session, scenario: SavedScenario | None, indicator: str, **others: object) -> Agreement:
    made_of = Agreement(
        municipality=VOERENDAAL,
        scenario=scenario.number if scenario else 0,
        scenario_name=scenario.name if scenario else "",
        indicator=indicator,
        side=Side.ABOVE,
        limit=8.0,
        response="Het college komt met een voorstel.",
        owner="Wethouder jeugd",
        review_on=date(2027, 3, 1),
        made_on=AGREED,
    )
    return agreements.save(session, replace(made_of, **others))[0]  # type: ignore[arg-type]


def measured(session: Session, indicator: str, value: float) -> None:
    key = ObservationKey(indicator, VOERENDAAL, period_of_code("2026KW03"), "")
    batches.add(
        session.store,
        file="kwartaal.csv",
        sha256=f"{indicator}{value}",
        layout="proef",
        by="griffie",
        at=datetime(2026, 10, 1, tzinfo=UTC),
        observations=[Observation(key, value, Status.FINAL, "Kwartaalrapport 2026-3")],
    )


def of_scenario(session: Session, saved: SavedScenario, path: Path) -> str:
    write_scenario(session, session.catalog, saved, path)
    return pdf_text(path)


def of_agreements(
    session: Session, path: Path, municipality: str = VOERENDAAL, as_of: date | None = None
) -> str:
    write_agreements(session, session.catalog, municipality, path, TODAY, as_of)
    return pdf_text(path)


@pytest.fixture
def empty_page(tmp_path: Path) -> Callable[[str], Path]:
    """Print a scenario page with nothing but this title on it."""

    def printed(title: str) -> Path:
        path = tmp_path / "leeg.pdf"
        nothing = {"columns": ["", "2022"], "rows": []}
        write_pdf(
            "scenario",
            {
                "title": title,
                "subtitle": "",
                "marks": [],
                "words": [],
                "caveats": [],
                "settings": nothing,
                "years": [nothing],
                "forecasts": nothing,
                "limits": [],
                "sources": [],
            },
            path,
        )
        return path

    return printed


def test_a_page_is_tagged_archivable_dutch_and_has_a_title(empty_page: Callable[[str], Path]) -> None:
    content = empty_page("Vraag groeit").read_bytes()
    assert content.startswith(b"%PDF-1.7")
    for sign in (
        b"/StructTreeRoot",
        b"/MarkInfo<</Marked true",
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"<pdfaid:part>2</pdfaid:part>",
        b"<pdfaid:conformance>A</pdfaid:conformance>",
        b"/Lang(nl",
        b"Vraag groeit",
        b"SourceSans3",
    ):
        assert sign in content, sign


@given(title=TYPED.filter(str.strip))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_typed_stays_text_whatever_it_is(empty_page: Callable[[str], Path], title: str) -> None:
    assert _letters(title) in _letters(pdf_text(empty_page(f"»{title}«")))


def test_the_page_of_a_scenario_says_what_was_asked_found_and_decided(
    shipped_session: Session, tmp_path: Path
) -> None:
    saved = stored(
        shipped_session,
        name="Groei #1 *nu*",
        question="Wat als de vraag groeit?",
        hypothesis="Dan komen we tekort.",
        findings="Er is een tekort.",
        decision="We wachten af.",
        author="Griffie",
    )
    said = of_scenario(shipped_session, saved, tmp_path / "scenario.pdf")
    for words in (
        "Groei #1 *nu*",
        "Scenario voor Voerendaal, bewaard op 7 juni 2026 door Griffie.",
        "Wat als de vraag groeit?",
        "Dan komen we tekort.",
        "Er is een tekort.",
        "We wachten af.",
        "Groei van het gebruik aanname 0,0% per jaar 5,0% per jaar",
        "Kosten van de hulp €",
        "Wachttijd",
        "aanname",
        "Bron: Rekenkamerrapport 2018",
        "modelversie 1",
        "pagina 1 van 1",
    ):
        assert words in said, words
    assert "opgeschaald" not in said
    assert "Sinds het bewaren" not in said


def test_a_scaled_scenario_says_so_on_paper(shipped_session: Session, tmp_path: Path) -> None:
    said = of_scenario(shipped_session, stored(shipped_session, HEERLEN), tmp_path / "heerlen.pdf")
    assert "schatting: opgeschaald" in said
    assert "Uitkomst 2019 2020 2021 2022 Kosten van de hulp € 1" in said


def test_a_scenario_as_it_begins_says_that_no_lever_was_moved(
    shipped_session: Session, tmp_path: Path
) -> None:
    saved, _ = saved_scenarios.save(shipped_session, made(shipped_session, {}))
    assert "Alle schuiven staan in de beginstand." in of_scenario(
        shipped_session, saved, tmp_path / "begin.pdf"
    )


def test_what_moved_since_is_said_on_paper(shipped_session: Session, tmp_path: Path) -> None:
    saved = stored(shipped_session)
    path = tmp_path / "veranderd.pdf"
    write_scenario(shipped_session, with_fact(dossier(), "plafond-2022", 1_250_000), saved, path)
    assert "is nu € 1.250.000" in pdf_text(path)


def test_a_forecast_stands_beside_what_was_measured(shipped_session: Session, tmp_path: Path) -> None:
    saved = stored(shipped_session)
    measured(shipped_session, "IND-01", 104.0)
    said = of_scenario(shipped_session, saved, tmp_path / "uitkomst.pdf")
    assert "Uitgaven van JenS 2026" in said
    assert "nog niet alles gemeten" in said


def test_the_raadsakkoord_says_sign_response_who_when_and_where_the_sign_stands(
    shipped_session: Session, tmp_path: Path
) -> None:
    scenario = stored(shipped_session, question="Wat als de vraag groeit?", findings="Er is een tekort.")
    agreed(shipped_session, scenario, "IND-06")
    agreed(shipped_session, None, "IND-01", limit=105.0, owner="Wethouder financiën")
    agreed(shipped_session, None, "IND-16", side=Side.BELOW, limit=20.0)
    measured(shipped_session, "IND-06", 9.5)
    measured(shipped_session, "IND-01", 96.0)
    said = of_agreements(shipped_session, tmp_path / "akkoord.pdf")
    for words in (
        "Raadsakkoord Voerendaal",
        "Stand van 22 november 2026.",
        "iets anders dan risico delen met JenS",
        "Wachttijd tot de start boven 8 weken teken bereikt",
        "Besteding van het vaste bedrag boven 105% teken niet bereikt",
        "Aanvullende hulp: verblijf en crisis onder 20 niet te zeggen",
        "Bron: Kwartaalrapport 2026-3",
        "Dan doen we dit Het college komt met een voorstel.",
        "Wie Wethouder jeugd",
        "Opnieuw bekijken 1 maart 2027",
        "Scenario Vraag groeit Vraag Wat als de vraag groeit? Wat eruit kwam Er is een tekort. aanname",
    ):
        assert words in said, words


def test_the_raadsakkoord_can_be_printed_as_it_stood_on_a_day(
    shipped_session: Session, tmp_path: Path
) -> None:
    agreed(shipped_session, None, "IND-06")
    measured(shipped_session, "IND-06", 9.5)
    said = of_agreements(shipped_session, tmp_path / "akkoord.pdf", as_of=date(2026, 7, 1))
    assert "Stand van 1 juli 2026." in said
    assert "niet te zeggen" in said
    assert "Bron: Kwartaalrapport" not in said


def test_only_the_agreements_of_the_municipality_are_printed(
    shipped_session: Session, tmp_path: Path
) -> None:
    agreed(shipped_session, None, "IND-06")
    said = of_agreements(shipped_session, tmp_path / "heerlen.pdf", HEERLEN)
    assert "Er zijn nog geen afspraken vastgelegd." in said
    assert "Wachttijd" not in said


def test_an_agreement_keeps_the_name_of_a_scenario_that_is_gone(
    shipped_session: Session, tmp_path: Path
) -> None:
    scenario = stored(shipped_session)
    agreed(shipped_session, scenario, "IND-06")
    saved_scenarios.remove(shipped_session, scenario.number)
    assert "Scenario Vraag groeit" in of_agreements(shipped_session, tmp_path / "akkoord.pdf")


def test_an_agreement_on_an_indicator_that_is_gone_is_still_printed(
    shipped_session: Session, tmp_path: Path
) -> None:
    agreed(shipped_session, None, "IND-06", limit=8.0)
    without = replace(dossier(), indicators=tuple(one for one in dossier().indicators if one.key != "IND-06"))
    said = of_agreements(Session(shipped_session.store, without), tmp_path / "akkoord.pdf")
    assert "IND-06 boven 8 niet te zeggen" in said


def test_a_page_that_cannot_be_written_is_told_and_leaves_nothing_behind(
    shipped_session: Session, tmp_path: Path
) -> None:
    saved = stored(shipped_session)
    for path in (tmp_path / "geen map" / "scenario.pdf", tmp_path):
        before = sorted(tmp_path.iterdir())
        with pytest.raises(UserError, match="kan niet worden bewaard") as refused:
            write_scenario(shipped_session, dossier(), saved, path)
        assert "Kies een bestaande map" in refused.value.hint
        assert sorted(tmp_path.iterdir()) == before


def test_an_existing_page_is_replaced(empty_page: Callable[[str], Path]) -> None:
    empty_page("Eerst")
    said = pdf_text(empty_page("Daarna"))
    assert "Daarna" in said
    assert "Eerst" not in said


def _letters(text: str) -> str:
    """Without white space: lines break where they must, and words may be hyphenated by nobody."""
    return "".join(text.replace("\N{SOFT HYPHEN}", "").split())
