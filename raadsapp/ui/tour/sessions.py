"""The part of the tour in which a group meets about cases: agenda, what was chosen, and the paper."""

from collections.abc import Iterator

from raadsapp.domain.context_session import SESSIONS
from raadsapp.export.session_report import write_report
from raadsapp.services.session_words import progress_words
from raadsapp.ui.pages.cases.page import CasesPage
from raadsapp.ui.pages.cases.places import PAGE
from raadsapp.ui.pages.cases.session_view import ANSWERS
from raadsapp.ui.tour.stage import Stage

_TITLE = "Themabijeenkomst jeugd"
_CASES = ("VC-01", "VC-09")
_MINUTES = 75
_SAID = (
    (0, "tips", "Dat kan vandaag. Bel wel na drie maanden."),
    (1, "groep", "Het kind merkt dat het niet het enige is."),
    (2, "groep", "Het kost weinig en het helpt snel."),
)
_TAKEN = "Vraag aan het college: hoe lang wacht een gezin op een groep?"


def meet(stage: Stage) -> Iterator[str]:
    """Prepare a session, write down what its groups chose, and keep the report beside the pictures."""
    stage.state.go(PAGE, SESSIONS)
    (page,) = stage.window.findChildren(CasesPage)
    if page.sessions is None:
        return
    page.sessions.begin_new()
    view = page.sessions.open
    if view is None or view.plan is None:
        return
    for key in _CASES:
        view.plan.boxes[key].setChecked(True)
    view.plan.title.setText(_TITLE)
    view.plan.minutes.setValue(_MINUTES)
    stage.settle()
    stage.hide_messages()
    yield stage.save("cases-session")
    view.show_part(ANSWERS)
    if view.answers is None:
        return
    for place, choice, why in _SAID:
        group = view.answers.groups[place]
        group.choice.button(choice).click()
        group.why.setPlainText(why)
    view.answers.taken.setPlainText(_TAKEN)
    stage.settle()
    yield stage.save("cases-answers")
    view.keep()
    catalog = stage.state.session.catalog
    report = stage.folder / "contextsessie.pdf"
    write_report(catalog, view.session, report)
    yield f"Contextsessie: {progress_words(catalog, view.session)}."
    yield f"PDF: {report}"
