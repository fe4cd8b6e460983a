"""The steps of the tour: look, import a delivery, move levers, and show every page."""

from collections.abc import Iterator
from pathlib import Path

from raadsapp import paths
from raadsapp.domain.goals import System
from raadsapp.services import deliveries, examples
from raadsapp.texts import plural
from raadsapp.ui.pages import PAGES
from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.pages.data.steps import ImportSteps
from raadsapp.ui.pages.goals.goals_page import GoalsPage
from raadsapp.ui.pages.goals.homes import View
from raadsapp.ui.pages.indicators.page import IndicatorsPage
from raadsapp.ui.tour.contact_sheet import contact_sheet
from raadsapp.ui.tour.scenarios import steer
from raadsapp.ui.tour.sessions import meet
from raadsapp.ui.tour.stage import FIRST_LOOK, LOOKS, Stage, stage_in
from raadsapp.ui.tour.writing import write
from raadsapp.ui.widgets.segments import Segments

SHIPPED_DELIVERY = Path("deliveries") / "iv3-jeugd-2023-2025.csv"
"""What the tour imports when nothing else is named, in the folder of the dossier."""

_ITEMS = {"goals": "E7", "indicators": "IND-16", "cases": "VC-02", "recommendations": "A5"}
_WALKED = (("onderzoek", "alvast", "zonder"), ("praktijk", "toch"))
_PRACTISED = ("IND-06", "IND-07", "IND-14")
_NAME = "Rondleiding"
_UNKNOWN = "FICTIEF-jeugdhulp-per-jaar.csv"
_UNKNOWN_ROWS = (
    ("FICTIEF: Jongeren met Basishulp, gemeente Heerlen",),
    ("Soort hulp", "2018", "2019", "2020"),
    ("Ambulant", "410", "425", "433"),
    ("Dagbehandeling", "31", "n.b.", "28"),
)
_SUMMARY = "samenvatting.txt"


def take_tour(folder: Path, delivery: Path | None, *, all_looks: bool) -> Iterator[str]:
    """Write a picture of every page and a summary to `folder`; tells of each step in a Dutch line.

    Without `delivery` the shipped file is imported. With `all_looks` each page is also shown on one sheet in
    all colours, window sizes and text sizes. UserError when the folder or the delivery cannot be used.
    """
    told = []
    with stage_in(folder) as stage:
        for line in _steps(stage, delivery or paths.data_dir() / SHIPPED_DELIVERY, all_looks=all_looks):
            told.append(line)
            yield line
    (folder / _SUMMARY).write_text("\n".join(told) + "\n", encoding="utf-8")


def _steps(stage: Stage, delivery: Path, *, all_looks: bool) -> Iterator[str]:
    stage.state.go("data")
    yield stage.save("data-empty")
    yield from _map(stage)
    yield from _import(stage, delivery)
    for entry in PAGES:
        stage.state.go(entry.key)
        yield stage.save(entry.key)
    if all_looks:
        yield from _sheets(stage)
    yield from _views_of_goals(stage)
    for page, item in _ITEMS.items():
        stage.state.go(page, item)
        yield stage.save(f"{page}-item")
    yield from _walk(stage)
    yield from write(stage, _ITEMS["cases"])
    yield from meet(stage)
    yield from _practise(stage)
    yield from steer(stage)


def _views_of_goals(stage: Stage) -> Iterator[str]:
    stage.state.go("goals")
    (page,) = stage.window.findChildren(GoalsPage)
    (segments,) = page.findChildren(Segments)
    for view in View:
        if view is not View.LIST:  # the page begins with it
            segments.button(view).click()
            yield stage.save(f"goals-{view}")
    segments.button(View.LIST).click()


def _walk(stage: Stage) -> Iterator[str]:
    """Walk two paths of a case to their ends, look at the old system, and lay the paths side by side."""
    stage.state.go("cases", _ITEMS["cases"])
    (page,) = stage.window.findChildren(CasesPage)
    walk = page.walk
    if walk is None:
        return
    for path in _WALKED:
        walk.turn_at(0)
        for key in path:
            walk.choose(key)
        yield f"Casus: {walk.told}"
    yield stage.save("cases-end")
    walk.see_in(System.OLD)
    yield stage.save("cases-old")
    walk.begin_comparing()
    yield stage.save("cases-compared")
    walk.see_in(System.NEW)
    walk.turn_at(0)


def _map(stage: Stage) -> Iterator[str]:
    """Open a file no layout knows, and leave it when it was seen."""
    (steps,) = stage.window.findChildren(ImportSteps)
    file = stage.folder / _UNKNOWN
    file.write_text("\n".join(";".join(row) for row in _UNKNOWN_ROWS), encoding="utf-8")
    steps.read(file)
    stage.settle()
    view = steps.mapping.view
    if view:
        yield f"Onbekend bestand {file.name}: {view.result.sentence.plain_text}"
        yield stage.save("data-mapping")
    steps.cancel()
    stage.settle()
    file.unlink()


def _import(stage: Stage, delivery: Path) -> Iterator[str]:
    """Choose, look and confirm on the page, as a clerk does."""
    deliveries.preview(stage.state.session, delivery)  # what is wrong with it is said at once
    (steps,) = stage.window.findChildren(ImportSteps)
    steps.read(delivery)
    stage.settle()
    yield stage.save("data-preview")
    if steps.confirmation:
        steps.confirmation.name.setText(_NAME)
        steps.confirmation.confirm()
        stage.settle()
        yield stage.save("data-done")
    newest = deliveries.batches(stage.state.session)[0]
    yield f"Ingelezen uit {newest.file}: {plural(newest.new, 'nieuwe waarde', 'nieuwe waarden')}."
    stage.hide_messages()


def _practise(stage: Stage) -> Iterator[str]:
    """Let the fictional quarters count, look at the indicators, and take them out again."""
    state = stage.state
    state.announce(examples.load(state.session, _NAME))
    stage.hide_messages()
    state.go("indicators")
    (page,) = stage.window.findChildren(IndicatorsPage)
    yield f"Indicatoren: {page.grid.tally.plain_text}"
    yield stage.save("indicators-practice")
    for item in _PRACTISED:
        state.go("indicators", item)
        yield stage.save(f"indicators-{item}")
    state.announce(examples.withdraw(state.session, _NAME))
    stage.hide_messages()


def _sheets(stage: Stage) -> Iterator[str]:
    for entry in PAGES:
        stage.state.go(entry.key)
        pictures = []
        for look in LOOKS:
            stage.show(look)
            pictures.append((look.caption, stage.grab()))
        yield stage.save(f"{entry.key}-all", contact_sheet(pictures, 4))
    stage.show(FIRST_LOOK)
