"""No export, sentence, search hit, log or JSON that a member gets tells anything of a hidden figure."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from raadsapp import paths
from raadsapp.cli.main import main
from raadsapp.export.agreement_pdf import write_agreements, write_scenario
from raadsapp.reports import LOG, keep_log
from raadsapp.services import agreements, saved_scenarios
from raadsapp.services.entered_figures import with_entered
from raadsapp.services.member_view import member_view
from raadsapp.services.news import news_since
from raadsapp.services.opening import Session, open_session
from raadsapp.services.peers import compared
from raadsapp.services.revisions import revisions
from raadsapp.services.search import search
from raadsapp.services.summary import latest_sentence
from tests.core.pdf_text import pdf_text
from tests.core.two_stores import AT, DAYS, LANDGRAAF, NAME, PLACES, VOERENDAAL, two_stores

COMMANDS = (
    ("indicators",),
    ("indicators", "--json"),
    *(("indicators", "--json", "--as-of", day.isoformat()) for day in DAYS),
    ("indicators", "--json", "--period", "2025-K2"),
    *(("export", "--public", "--out", f"openbaar.{form}") for form in ("csv", "xlsx", "ods")),
    ("export", "--public", "--out", "toen.csv", "--as-of", DAYS[0].isoformat()),
    *(("scenario", "run", "--json", "--municipality", place) for place in (*PLACES, "samen")),
    ("scenario", "run", "--municipality", LANDGRAAF),
    ("scenario", "levers", "--json", "--municipality", LANDGRAAF),
    ("scenario", "show", "1", "--json"),
    ("scenario", "list", "--json"),
    ("norms", "list", "--json"),
    ("baselines", "list", "--json"),
    ("sessions", "list", "--json"),
    ("batches", "--json"),
    ("store", "info"),
)
"""All that print what members may have; `batch`, `scenario figures` and `export` without `--public` are the
clerk's, as the page ‘Gegevens’ is."""
WORDS = ("cliënten", "eigen cijfer", "wachten", "ambulant", "CBS", "jongeren", "landgraaf", "7", "3", "8")


def printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, object]]:
    """What every command prints, and what is in the files it writes."""
    capsys.readouterr()
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([*command, "--store", NAME])
        assert ended.value.code == 0, command
        yield " ".join(command), capsys.readouterr()
    for path in sorted(folder.glob("*.csv")):
        yield path.name, path.read_bytes()
    for path in (*folder.glob("*.xlsx"), *folder.glob("*.ods")):
        with ZipFile(path) as package:
            # All but the moment it was made.
            told = [name for name in package.namelist() if not name.endswith(("core.xml", "meta.xml"))]
            yield path.name, {name: package.read(name) for name in told}


def told(session: Session, folder: Path) -> Iterator[tuple[str, object]]:
    """Sentences, search hits, news, earlier figures, peers, agreements and printed pages."""
    catalog = with_entered(session)
    today = (AT + timedelta(days=60)).date()
    for word in WORDS:
        yield word, search(session, word, limit=50)
    for day in (*DAYS, None):
        view = member_view(session, day)
        yield f"{day}: series", {key: view.series(*key) for key in view.all_series()}
        yield f"{day}: earlier", {key: revisions(session, view, *key) for key in view.all_series()}
        for place in PLACES:
            yield f"{day}, {place}: news", news_since(session, place, DAYS[0], today=today, as_of=day)
            for one in session.catalog.indicators:
                yield f"{one.key}, {place}, {day}", latest_sentence(session, one, place, day)
                yield f"{one.key}, {place}, {day}: peers", compared(view, session.catalog, one.key, place)
    for agreement in agreements.list_agreements(session):
        yield agreement.indicator, agreements.check(session, agreement)
    write_agreements(session, catalog, VOERENDAAL, folder / "akkoord.pdf", today)
    for saved in saved_scenarios.list_scenarios(session):
        yield saved.name, saved.came_out
        write_scenario(session, catalog, saved, folder / "scenario.pdf")
    for path in folder.glob("*.pdf"):
        yield path.name, pdf_text(path)


def assert_alike(one: dict[str, object], other: dict[str, object]) -> None:
    for name, value in one.items():
        assert value == other[name], name
    assert one.keys() == other.keys()


def test_no_command_prints_writes_or_logs_anything_of_a_hidden_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found: list[dict[str, object]] = []
    clerks, logged = [], []
    for folder in two_stores(tmp_path, 1):
        monkeypatch.chdir(folder)
        keep_log(folder / "log")
        LOG.setLevel(logging.DEBUG)
        found.append(dict(printed(folder, capsys)))
        with pytest.raises(SystemExit):
            main(["export", "--out", "alles.csv", "--store", NAME])
        clerks.append((folder / "alles.csv").read_bytes())
        logged.append({path.name: path.read_text("utf-8") for path in (folder / "log").glob("*")})
        for handler in tuple(LOG.handlers):
            LOG.removeHandler(handler)
            handler.close()
    assert_alike(*found)
    assert logged[0] == logged[1]
    assert clerks[0] != clerks[1], "there is something to hide"


def test_no_sentence_search_hit_or_printed_page_tells_anything_of_a_hidden_figure(tmp_path: Path) -> None:
    found: list[dict[str, object]] = []
    for folder in two_stores(tmp_path, 2):
        session = open_session(folder / NAME, paths.data_dir())
        found.append(dict(told(session, folder)))
        session.close()
    assert_alike(*found)
