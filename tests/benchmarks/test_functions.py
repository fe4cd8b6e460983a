"""How long single steps of the core take, measured by repetition."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from raadsapp.domain.period import Period, PeriodKind
from raadsapp.domain.shown import Shown
from raadsapp.paths import data_dir
from raadsapp.services import deliveries, search
from raadsapp.services.judgements import judged_all
from raadsapp.services.member_view import MemberView
from raadsapp.services.opening import Session, open_session
from raadsapp.services.scenario import outcome, scenario, with_changes

SHIPPED = data_dir() / "deliveries" / "iv3-jeugd-2023-2025.csv"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    opened = open_session(tmp_path_factory.mktemp("bench") / "dossier.raadsapp", data_dir())
    yield opened
    opened.close()


def test_opening_a_filled_store(benchmark: BenchmarkFixture, session: Session) -> None:
    benchmark(lambda path: open_session(path, data_dir()).close(), session.store.path)


def test_making_a_store(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    numbers = count()
    benchmark(lambda: open_session(tmp_path / f"{next(numbers)}.raadsapp", data_dir()).close())


def test_one_run_of_the_scenario_model(benchmark: BenchmarkFixture, session: Session) -> None:
    asked = scenario(session.catalog, "GM0986", {"demand_growth": 3.0})
    benchmark(outcome, asked)


def test_one_move_of_a_lever(benchmark: BenchmarkFixture, session: Session) -> None:
    asked = scenario(session.catalog, "GM0986", {})
    benchmark(lambda: outcome(with_changes(asked, {"demand_growth": 3.0})))


def test_looking_at_a_delivery(benchmark: BenchmarkFixture, session: Session) -> None:
    benchmark(deliveries.preview, session, SHIPPED)


def test_searching(benchmark: BenchmarkFixture, session: Session) -> None:
    benchmark(search.search, session, "wacht")


def test_judging_75_series(benchmark: BenchmarkFixture, session: Session) -> None:
    """Every indicator of three municipalities over sixteen quarters: the aim is 20 ms."""
    catalog = session.catalog
    view = MemberView(
        None,
        {
            (indicator.key, code, indicator.main): tuple(
                Shown(Period(2019 + place // 4, PeriodKind.QUARTER, place % 4 + 1), 50.0 + place * 7 % 11)
                for place in range(16)
            )
            for indicator in catalog.indicators
            for code in catalog.dossier.municipalities
        },
    )
    benchmark(lambda: [judged_all(view, catalog, code) for code in catalog.dossier.municipalities])
