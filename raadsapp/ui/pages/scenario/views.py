"""The tabs beside the levers, in their order: one line for each."""

from raadsapp.ui.pages.scenario.causes_view import CausesView
from raadsapp.ui.pages.scenario.first_view import FirstView
from raadsapp.ui.pages.scenario.result_view import ResultView

VIEWS: tuple[type[ResultView], ...] = (FirstView, CausesView)
