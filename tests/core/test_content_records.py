"""The dossier as records to store and search, and back."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadsapp.content.loading import load
from raadsapp.content.records import flatten, rebuild
from raadsapp.domain.catalog import Catalog, Dossier
from raadsapp.domain.facts import Fact
from raadsapp.domain.goals import Effect, Evidence, Goal, Recommendation, RecommendationPart, System
from raadsapp.domain.lever import Choice, Lever, LeverKind, Observed, Preset, Spread
from raadsapp.domain.municipality import Municipality
from raadsapp.domain.source import Document, Source
from raadsapp.domain.statements import Event
from raadsapp.paths import data_dir

words = st.text(max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
sources = st.lists(st.builds(Source, document=words, place=words), max_size=2).map(tuple)


def several(built: type, /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.builds(built, **fields), max_size=3).map(tuple)


dossiers = st.builds(Dossier, key=words, title=words)
evidence = several(Evidence, text=words, sources=sources)
catalogs = st.builds(
    Catalog,
    dossier=dossiers,
    documents=several(Document, key=words),
    goals=several(Goal, key=words, sources=sources, system=st.sampled_from(System)),
    effects=several(Effect, key=words, sources=sources),
    recommendations=several(
        Recommendation,
        key=words,
        parts=several(RecommendationPart, key=words),
        evidence=evidence,
        sources=sources,
    ),
    timeline=several(Event, key=words, sources=sources),
    facts=several(Fact, key=words, value=numbers, sources=sources),
    levers=several(
        Lever,
        key=words,
        kind=st.sampled_from(LeverKind),
        default=numbers | words,
        low=numbers,
        high=numbers,
        step=numbers,
        choices=several(Choice),
        defaults=st.none() | st.dictionaries(words, words, max_size=2),
        spread=st.none() | st.builds(Spread, low=numbers, high=numbers, source=words),
        observed=st.none() | st.builds(Observed, low=numbers, high=numbers, source=words),
        sources=sources,
    ),
    presets=several(
        Preset, key=words, settings=st.lists(st.tuples(words, numbers | words), max_size=2).map(tuple)
    ),
    municipalities=several(Municipality, code=words),
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(data_dir())


@given(catalogs)
def test_records_give_back_the_catalog_they_were_made_of(catalog: Catalog) -> None:
    assert rebuild(flatten(catalog)) == catalog


def test_the_shipped_dossier_comes_back_whole_in_whatever_order_its_records_come(catalog: Catalog) -> None:
    records = list(flatten(catalog))
    random.Random(1).shuffle(records)  # noqa: S311 – nothing secret, the same order every time
    assert rebuild(records) == catalog


def test_every_record_has_a_key_of_its_own(catalog: Catalog) -> None:
    keys = [record.key for record in flatten(catalog)]
    assert len(keys) == len(set(keys))


def test_every_link_and_every_source_leads_to_a_record(catalog: Catalog) -> None:
    records = flatten(catalog)
    kinds = {record.key: record.kind for record in records}
    for record in records:
        assert all(key in kinds for _, key in record.links)
        assert all(kinds[document] == "document" for document, _ in record.sources)


def test_every_record_has_a_title(catalog: Catalog) -> None:
    assert all(record.title for record in flatten(catalog))


def test_positions_follow_the_order_of_the_file(small_dossier: Path) -> None:
    goals = [record for record in flatten(load(small_dossier)) if record.kind == "goal"]
    assert [(record.key, record.position) for record in goals] == [("D1", 0), ("OD1", 1)]


def test_a_record_tells_everything_a_reader_may_search_for(small_dossier: Path) -> None:
    records = {record.key: record for record in flatten(load(small_dossier))}
    assert records["A1"].text == "Doe dit.\nraad\nHet eerste onderdeel.\nHier is iets mee gedaan."
    assert records["A1"].sources == (("rapport", "§5"), ("rapport", "§6"))
    assert records["A1"].links == (("effects", "E1"),)
    assert records["OD1"].text == "Dit wilden wij bereiken.\nNooit gemeten."
    assert records["kosten-2015"].title == "Kosten 2015"
    assert records["kosten-2015"].text == "€ 929.262"
    assert records["een-kant"].text == "200"
    assert records["kosten-2015"].links == (("municipality", "GM0986"), ("indicator", "kosten"))
    assert records["savings"].text == "Welke besparing de raad kiest.\nmidden\nhoog"
    assert records["savings"].links == (("works_with", "growth"), ("effects", "E1"))
    assert records["groei"].links == (("settings", "growth"), ("settings", "savings"))
    assert records["GM0917"].title == "Heerlen"
    assert records["GM0917"].text == "Heële\nHeerle"
    assert records["leeftijden-2015"].title == "Jongeren naar leeftijd op 1 januari 2015"
    assert "Hulp kost geld: … in een jaar." in records["VC-01"].text
    assert records["VC-01"].sources == (("rapport", "§2"), ("rapport", "§3"))
    assert records["VC-01"].links == (("effects", "E1"), ("indicators", "IND-01"), ("levers", "growth"))
    assert records["klein"].links == (("municipalities", "GM0986"),)


def test_records_without_the_dossier_itself_are_a_fault_in_the_program(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="no record of the dossier itself"):
        rebuild(flatten(catalog)[1:])


def test_a_changed_item_changes_only_its_own_record(small_dossier: Path) -> None:
    catalog = load(small_dossier)
    changed = replace(catalog, goals=(replace(catalog.goals[0], title="Anders"), *catalog.goals[1:]))
    pairs = zip(flatten(catalog), flatten(changed), strict=True)
    assert [new.key for old, new in pairs if old != new] == ["D1"]


def test_rebuilding_reads_no_dossier_files_and_no_toml() -> None:
    code = (
        "import sys; before = set(sys.modules); import raadsapp.content.records; "
        "sys.exit(bool({'tomllib', 'csv', 'raadsapp.content.files'} & (set(sys.modules) - before)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=data_dir().parent).returncode == 0
