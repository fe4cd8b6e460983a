"""The part of the tour that writes a case: the form beside map, problems and both checks. Nothing is kept."""

from collections.abc import Iterator
from datetime import datetime

from raadsapp.domain.case_places import Field, Place
from raadsapp.services import own_cases
from raadsapp.ui.pages.cases.editor_side import FAULTS, MAP, PREVIEW, SAVE
from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.tour.stage import Stage

_CHOICE = Place(Field.CHOICE, 0, 1)


def write(stage: Stage, key: str) -> Iterator[str]:
    """Begin a copy of this case and a new one, with a picture of each side of the editor."""
    stage.state.go("cases")
    (page,) = stage.window.findChildren(CasesPage)
    case = next(one for one in stage.state.session.catalog.cases if one.key == key)
    # Not a draft of it that this user has: pictures show nothing of that.
    now = datetime.now().astimezone()
    page.writing.open(own_cases.begin_copy(stage.state.session, case, now, beside=False))
    editor = page.writing.editor
    if editor is None:
        return
    editor.form.go_to(_CHOICE)
    for place, name in (
        (MAP, "cases-editor"),
        (PREVIEW, "cases-editor-preview"),
        (SAVE, "cases-editor-saving"),
    ):
        editor.side.open(place)
        if place == SAVE:
            editor.side.saving.privacy.look_now()
        yield stage.save(name)
    page.writing.begin_new()
    fresh = page.writing.editor
    if fresh:
        fresh.side.open(FAULTS)
        yield stage.save("cases-editor-new")
        yield f"Casus schrijven: {len(fresh.faults)} meldingen bij een lege casus."
        fresh.leave()
