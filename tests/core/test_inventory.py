"""The written inventory of the dossier: nothing missing, every item sourced, plain Dutch, no persons."""

import re
from collections.abc import Iterator, Mapping

import pytest

from raadsapp.content.loading import load
from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Effect, Goal, Recommendation, System
from raadsapp.domain.statements import Comparison, Event, OrderPart, Question, Role, Statement, StatementKind
from raadsapp.paths import data_dir

Written = Goal | Effect | Recommendation | Statement | OrderPart | Question | Comparison | Event | Role

LONGEST_SENTENCE = 25
LONGEST_MEAN = 15
LONGEST_TITLE = 60


def numbered(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, count + 1)]


GOALS = [*numbered("D", 5), *numbered("OD", 6)]
EFFECTS = [*numbered("E", 9), *numbered("OE", 2)]
STATEMENTS: Mapping[StatementKind, list[str]] = {
    StatementKind.MISSION: ["M1", "M2", *numbered("OM", 8)],
    StatementKind.PRINCIPLE: [*numbered("P", 4), *numbered("OP", 12)],
    StatementKind.ORGANISING_PRINCIPLE: numbered("OR", 7),
    StatementKind.TRANSFORMATION_GOAL: numbered("T", 5),
    StatementKind.BOTTLENECK: numbered("K", 5),
    StatementKind.TENDER_REASON: numbered("R", 12),
    StatementKind.CONCLUSION: numbered("C", 7),
    StatementKind.MEMBER: numbered("L", 7),
    StatementKind.LESSON: [*numbered("LES21-", 4), *numbered("ZHZ-", 6)],
    StatementKind.STEERING_NOTE: ["ZHZ-sturingsnotitie"],
}
RECOMMENDATIONS = {
    "A1": ["A1a", "A1b", "A1c", "A1d"],
    "A2": ["A2a", "A2b", "A2c", "A2d", "A2e", "A2f"],
    "A3": ["A3a", "A3b", "A3c", "A3d", "A3e", "A3f", "A3g"],
    "A4": ["A4a", "A4b", "A4c", "A4d"],
    "A5": ["A5a", "A5b", "A5c", "A5d", "A5e", "A5f"],
    "A6": ["A6a", "A6b"],
}
ORDER = {
    "O1": 0,
    "O2": 0,
    "O3": 0,
    "O4": 1,
    "O4.1": 1,
    "O4.2": 2,
    "O4.3": 1,
    "O5": 2,
    "O6": 2,
}
QUESTIONS = {
    "V0": "",
    "V1": "V0",
    "V2": "V0",
    "V2.1": "V2",
    "V2.2": "V2",
    "V2.3": "V2",
    "V2.4": "V2",
    "V3": "V0",
    "V3.1": "V3",
    "V3.2": "V3",
    "V3.3": "V3",
    "V4": "V0",
}
COMPARISONS = [
    "VG-ambitie",
    "VG-inkoop",
    "VG-aanbieders",
    "VG-bekostiging",
    "VG-geld",
    "VG-pgb",
    "VG-toegang",
]
EVENTS = {
    "TL-2015-start": "2015-01-01",
    "TL-2016-visie": "2016-05-01",
    "TL-2016-orientatie": "2016-07-01",
    "TL-2016-besluit": "2016-12-01",
    "TL-2017-tekort": "2017-01-01",
    "TL-2017-uitstel": "2017-03-01",
    "TL-2017-besluit": "2017-12-01",
    "TL-2018-publicatie": "2018-03-13",
    "TL-2018-kort-geding": "2018-06-01",
    "TL-2018-inschrijving": "2018-07-06",
    "TL-2018-voorlopige-gunning": "2018-07-20",
    "TL-2018-onderzoek": "2018-08-16",
    "TL-2018-gunning": "2018-09-04",
    "TL-2018-voorbereiding": "2018-09-05",
    "TL-2018-reactie": "2018-10-10",
    "TL-2019-start": "2019-01-01",
    "TL-2019-maastricht": "2019-07-01",
    "TL-2020-tekort": "2020-12-01",
    "TL-2021-extra-geld": "2021-07-01",
    "TL-2022-einde": "2022-12-31",
    "TL-2023-verlenging": "2023-01-01",
}
ROLES = ["ROL-raad", "ROL-college", "ROL-jens", "ROL-toegang", "ROL-maastricht"]
DOCUMENTS = [
    "rekenkamer-2018",
    "persbericht-2018",
    "krant-2018",
    "artikel-2021",
    "zhz",
    "iv3",
    "cbs-gemeenten",
    "cbs-statline",
    "scenariomodel",
    "indicatorenset",
    "sturingswijzer",
    "voorbeeldcasussen",
    "jeugdwet",
    "wmo-2015",
    "leerplichtwet",
    "gemeentewet",
    "wetten",
]
INVENTORY = {
    "documents": DOCUMENTS,
    "goals": GOALS,
    "effects": EFFECTS,
    "recommendations": list(RECOMMENDATIONS),
    "statements": [key for keys in STATEMENTS.values() for key in keys],
    "order": list(ORDER),
    "questions": list(QUESTIONS),
    "comparisons": COMPARISONS,
    "timeline": list(EVENTS),
    "roles": ROLES,
}
PERSONAL = {
    "salutation": re.compile(r"\b(dhr|mevr|mw|drs|mr|ir|dr)\.|\b(de heer|mevrouw|meneer)\b", re.IGNORECASE),
    "name after an office": re.compile(
        r"\b(?:[Ww]ethouder|[Dd]irecteur|[Vv]oorzitter|[Rr]aadslid|[Pp]ortefeuillehouder)\s+[A-Z][a-z]"
    ),
    "e-mail address": re.compile(r"\S+@\S+\.\w+"),
    "telephone number": re.compile(r"(?<!\d)(?:\+31|0031|0\d{1,3})[ -]?\d{3}[ -]?\d{2,5}(?!\d)"),
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


def items(catalog: Catalog) -> Iterator[Written]:
    """Every item of the inventory but the documents."""
    yield from catalog.goals
    yield from catalog.effects
    yield from catalog.recommendations
    yield from catalog.statements
    yield from catalog.order
    yield from catalog.questions
    yield from catalog.comparisons
    yield from catalog.timeline
    yield from catalog.roles


def written(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Key and text of everything a reader sees of the inventory."""
    for document in catalog.documents:
        yield document.key, document.caveat
    for item in items(catalog):
        for name in ("title", "text", "old", "new", "answer", "target", "owner", "when"):
            yield item.key, getattr(item, name, "")
        for name in ("caveats", "tasks"):
            yield from ((item.key, text) for text in getattr(item, name, ()))
        if isinstance(item, Recommendation):
            yield from ((part.key, part.text) for part in item.parts)
            yield from ((item.key, evidence.text) for evidence in item.evidence)


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence.endswith((".", "!", "?"))]


@pytest.mark.parametrize("group", INVENTORY)
def test_every_item_of_the_inventory_is_there_in_its_order(catalog: Catalog, group: str) -> None:
    assert [item.key for item in getattr(catalog, group)] == INVENTORY[group]


def test_every_statement_is_of_its_kind(catalog: Catalog) -> None:
    found = {kind: [one.key for one in catalog.statements if one.kind is kind] for kind in StatementKind}
    assert found == STATEMENTS


def test_every_part_of_a_recommendation_is_there(catalog: Catalog) -> None:
    assert {one.key: [part.key for part in one.parts] for one in catalog.recommendations} == RECOMMENDATIONS


def test_the_order_has_six_parts_in_two_phases(catalog: Catalog) -> None:
    assert {part.key: part.phase for part in catalog.order} == ORDER
    assert sum(not part.parent for part in catalog.order) == 6
    assert {part.key for part in catalog.order if part.parent == "O4"} == {"O4.1", "O4.2", "O4.3"}


def test_every_research_question_but_the_central_one_has_an_answer(catalog: Catalog) -> None:
    assert {question.key: question.parent for question in catalog.questions} == QUESTIONS
    assert [question.key for question in catalog.questions if not question.answer] == ["V0"]


def test_the_timeline_runs_in_order_of_its_days(catalog: Catalog) -> None:
    assert {event.key: event.begins.isoformat() for event in catalog.timeline} == EVENTS
    assert list(EVENTS.values()) == sorted(EVENTS.values())


def test_old_and_new_are_told_apart(catalog: Catalog) -> None:
    systems = {goal.key: goal.system for goal in catalog.goals}
    systems |= {effect.key: effect.system for effect in catalog.effects}
    assert systems == {key: System.OLD if key.startswith("O") else System.NEW for key in (*GOALS, *EFFECTS)}


def test_the_two_old_effects_carry_their_figure_and_were_never_followed(catalog: Catalog) -> None:
    old = [(effect.target, effect.state) for effect in catalog.effects if effect.system is System.OLD]
    assert old == [
        ("5% lager in 2018 dan in 2014", "niet gevolgd"),
        ("5% hoger in 2018 dan in 2014", "niet gevolgd"),
    ]


def test_no_goal_effect_or_recommendation_dangles(catalog: Catalog) -> None:
    reached = {effect for goal in catalog.goals for effect in goal.effects}
    by_new = {effect for goal in catalog.goals if goal.system is System.NEW for effect in goal.effects}
    assert reached == set(EFFECTS)
    assert by_new == set(numbered("E", 9))
    assert all(goal.effects for goal in catalog.goals)
    assert all(recommendation.effects for recommendation in catalog.recommendations)
    assert all(comparison.effects for comparison in catalog.comparisons)


def test_every_recommendation_says_who_and_what_is_known_of_its_follow_up(catalog: Catalog) -> None:
    for recommendation in catalog.recommendations:
        assert recommendation.owner, recommendation.key
        assert recommendation.evidence, recommendation.key
        assert recommendation.caveats, recommendation.key


def test_sources_that_contradict_each_other_are_shown_with_both_figures(catalog: Catalog) -> None:
    caveats = {comparison.key: " ".join(comparison.caveats) for comparison in catalog.comparisons}
    caveats |= {goal.key: " ".join(goal.caveats) for goal in catalog.goals}
    assert all(amount in caveats["VG-inkoop"] for amount in ("21.443", "35.000", "15.000", "50.000"))
    assert all(word in caveats["VG-aanbieders"] for word in ("200", "driehonderd", "zeven", "drie welzijns"))
    assert all(word in caveats["D5"] for word in ("2015", "2016", "alle gemeenten"))


def test_every_item_has_a_title_that_fits_a_list_and_a_text(catalog: Catalog) -> None:
    for item in items(catalog):
        assert 0 < len(item.title) <= LONGEST_TITLE, item.key
        assert getattr(item, "text", "") or (getattr(item, "old", "") and getattr(item, "new", "")), item.key
        assert item.sources, item.key


@pytest.mark.parametrize("what", PERSONAL)
def test_no_text_holds_a_person_or_contact_data(catalog: Catalog, what: str) -> None:
    assert [(key, text) for key, text in written(catalog) if PERSONAL[what].search(text)] == []


def test_texts_are_written_in_short_sentences(catalog: Catalog) -> None:
    counted = [
        (len(sentence.split()), key, sentence)
        for key, text in written(catalog)
        for sentence in sentences(text)
    ]
    longest = max(counted)
    assert longest[0] <= LONGEST_SENTENCE, longest
    assert sum(words for words, _, _ in counted) / len(counted) < LONGEST_MEAN
