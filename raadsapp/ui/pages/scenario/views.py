"""The tabs beside the levers, in their order: one line for each."""

from raadsapp.ui.pages.scenario.backtest_view import BacktestView
from raadsapp.ui.pages.scenario.causes_view import CausesView
from raadsapp.ui.pages.scenario.money_view import MoneyView
from raadsapp.ui.pages.scenario.payers_view import PayersView
from raadsapp.ui.pages.scenario.result_view import ResultView
from raadsapp.ui.pages.scenario.seek_view import SeekView
from raadsapp.ui.pages.scenario.start_view import StartView

VIEWS: tuple[type[ResultView], ...] = (
    MoneyView,
    PayersView,
    CausesView,
    StartView,
    SeekView,
    BacktestView,
)
