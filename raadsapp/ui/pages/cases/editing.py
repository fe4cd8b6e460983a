"""The case that is being written: every change goes through here, and can be taken back."""

from dataclasses import replace
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QObject, Signal

from raadsapp.content.case_drafts import Draft
from raadsapp.domain.case import Case
from raadsapp.domain.case_places import Field, Place, with_value
from raadsapp.domain.edit_history import EditHistory

START = Place(Field.TITLE)


class Editing(QObject):
    """`typed` says that a field holds something else, `reshaped` that the form has to be made anew.

    Both carry the place of it.
    """

    typed = Signal(object)
    reshaped = Signal(object)

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._started_from = draft.started_from
        self.history = EditHistory(draft.case)

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return self.history.case

    @property
    def draft(self) -> Draft:
        """The case as it is now, with where it came from."""
        return Draft(case=self.case, started_from=self._started_from, changed_at=datetime.now().astimezone())

    def set_value(self, place: Place, value: object) -> None:
        """Take what was typed or chosen in a field."""
        before = self.history
        self.history = before.changed(with_value(self.case, place, value), place, monotonic())
        if self.history is not before:
            self.typed.emit(place)

    def reshape(self, case: Case, place: Place) -> None:
        """Take a change of steps, choices or lists, and go on at `place`."""
        self.history = self.history.changed(case, None, monotonic())
        self.reshaped.emit(place)

    def rename(self, draft: Draft) -> None:
        """Go on under the key of this draft of the same case."""
        self.history = self.history.changed(replace(self.case, key=draft.case.key), None, monotonic())
        self.typed.emit(Place(Field.TITLE))

    def undo(self) -> None:
        """Take the last change back."""
        if self.history.before:
            place = self.history.before[-1][1]
            self.history = self.history.undone()
            self.reshaped.emit(self._present(place))

    def redo(self) -> None:
        """Make the last change that was taken back again."""
        if self.history.after:
            place = self.history.after[-1][1]
            self.history = self.history.redone()
            self.reshaped.emit(self._present(place))

    def _present(self, place: Place | None) -> Place:
        """The place, or the start where it is not there any more."""
        if place is None or (place.step is not None and place.step >= len(self.case.steps)):
            return START
        if place.choice is not None and place.choice >= len(self.case.steps[place.step or 0].choices):
            return Place(Field.CHOICES, place.step)
        return place
