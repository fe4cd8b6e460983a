"""The part of the tour that steers by scenarios: move levers, ask, save, compare, agree."""

from collections.abc import Iterator
from datetime import timedelta

from raadsapp.services.saved_scenarios import list_scenarios
from raadsapp.services.scenario_sentences import REFERENCE_YEAR
from raadsapp.ui.pages.scenario.agreement_view import AgreementView
from raadsapp.ui.pages.scenario.page import ScenarioPage
from raadsapp.ui.pages.scenario.saved_view import SavedView
from raadsapp.ui.pages.scenario.sections import AGREEMENT, LEVERS, SAVED
from raadsapp.ui.pages.scenario.views import VIEWS
from raadsapp.ui.pages.scenario.words_form import retype
from raadsapp.ui.tour.stage import Stage
from raadsapp.ui.widgets.lever_row import LeverRow

_MOVES: tuple[tuple[str, float | str], ...] = (("demand_growth", 4.0), ("savings_scenario", "low"))
_ANSWER: tuple[str, float | str] = ("extra_budget", 300_000.0)
_NAMES = ("De vraag groeit, inverdienen laag", "Zelfde groei, met extra geld")
_SIGN, _LIMIT = "IND-16", "25"
_RESPONSE = "Het college legt de raad drie keuzes voor: extra geld, langer wachten of minder hulp."
_REVIEW_AFTER = timedelta(days=180)


def steer(stage: Stage) -> Iterator[str]:
    """Do what a room does with ‘Wat als?’, with a picture of each step; levers end as they began."""
    stage.state.go("scenario")
    stage.settle()
    (page,) = stage.window.findChildren(ScenarioPage)
    for key, value in _MOVES:
        yield _move(stage, page, key, value)
    yield stage.save("scenario-moved")
    yield from _results(stage, page)
    yield from _reason(stage, page)
    yield from _saved(stage, page)
    yield from _agreed(stage, page)
    page.open_section(LEVERS)
    for key, _ in (*_MOVES, _ANSWER):
        row = _row(page, key)
        row.set_value(row.lever.default)
    page.results.tabs.open(0)
    stage.settle()


def _row(page: ScenarioPage, key: str) -> LeverRow:
    return next(row for row in page.levers.rows if row.lever.key == key)


def _move(stage: Stage, page: ScenarioPage, key: str, value: float | str) -> str:
    row = _row(page, key)
    row.set_value(value)
    stage.settle()
    return f"{row.accessibleName()}: {page.headline.sentence}"


def _results(stage: Stage, page: ScenarioPage) -> Iterator[str]:
    for place, view in enumerate(VIEWS):
        if place:  # the first one is seen already
            page.results.tabs.open(place)
            yield stage.save(f"scenario-{view.__name__.removesuffix('View').lower()}")
    page.results.tabs.open(0)


def _reason(stage: Stage, page: ScenarioPage) -> Iterator[str]:
    page.reasons.take_question(("gap", REFERENCE_YEAR))
    yield stage.save("scenario-reason")
    page.reasons.panel.close_reason()


def _saved(stage: Stage, page: ScenarioPage) -> Iterator[str]:
    page.open_section(SAVED)
    (view,) = page.findChildren(SavedView)
    _save(stage, view, _NAMES[0])
    page.open_section(LEVERS)
    yield _move(stage, page, *_ANSWER)
    page.open_section(SAVED)
    _save(stage, view, _NAMES[1])
    yield stage.save("scenario-saved")
    view.begin_comparing()
    yield stage.save("scenario-compared")
    view.compare.back.click()
    yield f"Naast elkaar: {' en '.join(f'‘{name}’' for name in _NAMES)}."


def _save(stage: Stage, view: SavedView, name: str) -> None:
    view.begin_saving()
    if view.form:
        retype(view.form.name, name)
        view.form.save()
    stage.settle()
    stage.hide_messages()


def _agreed(stage: Stage, page: ScenarioPage) -> Iterator[str]:
    page.open_section(AGREEMENT)
    (view,) = page.findChildren(AgreementView)
    view.begin(list_scenarios(stage.state.session)[0].number)
    form = view.form
    if form is None:
        return
    form.indicator.setCurrentIndex(form.indicator.findData(_SIGN))
    for field, text in ((form.limit, _LIMIT), (form.response, _RESPONSE), (form.owner, "Raad en college")):
        retype(field, text)
    form.review_on.show_day(form.agreement.made_on + _REVIEW_AFTER)
    form.save()
    stage.settle()
    stage.hide_messages()
    yield stage.save("scenario-agreement")
    yield from (f"Raadsakkoord: {row.accessibleName()}." for row in view.rows.values())
    if view.save_pdf(stage.folder / "raadsakkoord.pdf"):
        yield f"PDF: {stage.folder / 'raadsakkoord.pdf'}"
    stage.hide_messages()
