"""What else a reader must know of a judged series: which it is, its breaks, what the council decided."""

from collections.abc import Sequence

from raadsapp.domain.goals import Break, Indicator
from raadsapp.domain.norm import Baseline, Norm
from raadsapp.model.control_chart import Assurance
from raadsapp.model.series_judgement import Judgement
from raadsapp.model.series_rules import Situation
from raadsapp.services.indicator_sentences import with_article
from raadsapp.texts import amount, long_date

_ASSURED: dict[Assurance, str] = {
    "pass": "wordt bij deze schommeling bijna altijd gehaald",
    "fail": "wordt bij deze schommeling bijna nooit gehaald",
    "inconsistent": "wordt soms wel en soms niet gehaald",
}


def series_notes(
    judgement: Judgement, indicator: Indicator, breakdown: str, breaks: Sequence[Break]
) -> tuple[str, ...]:
    """Which series it is, where that was not asked for (`breakdown`), and where it was counted otherwise."""
    if not judgement.points:
        return ()
    which = (f"Dit is de reeks ‘{breakdown.replace('=', ': ')}’.",) if breakdown else ()
    whose = ("Dit cijfer is er één keer, voor de gemeenten samen.",) if indicator.together else ()
    return (
        *which,
        *whose,
        *(f"Vanaf {long_date(one.since)} is anders geteld. {one.why}" for one in breaks),
    )


def decision_notes(
    judgement: Judgement, unit: str, norm: Norm | None, baseline: Baseline | None
) -> tuple[str, ...]:
    """From when the limits are drawn anew, and whether the norm is reached."""
    anew = (baseline_sentence(baseline),) if baseline else ()
    reached = (norm_sentence(norm, unit, _assurance(judgement)),) if norm else ()
    return (*anew, *reached)


def baseline_sentence(baseline: Baseline) -> str:
    """From when the limits are drawn anew, by which decision and why."""
    since = with_article(baseline.since)
    return f"De grenzen beginnen opnieuw bij {since} ({_decided(baseline)}): {baseline.reason}"


def norm_sentence(norm: Norm, unit: str, assurance: Assurance | None) -> str:
    """Whether the council's norm is reached or, without `assurance`, only what it is.

    `De norm van de raad (90%, besluit 12 maart 2024) wordt soms wel en soms niet gehaald.`
    """
    value = amount(norm.value, unit)
    if assurance is None:
        return f"De norm van de raad is {value} ({_decided(norm)})."
    return f"De norm van de raad ({value}, {_decided(norm)}) {_ASSURED[assurance]}."


def _assurance(judgement: Judgement) -> Assurance | None:
    """Whether the norm is reached, from fixed limits only; those without their season say it of no period."""
    if judgement.chart is None or judgement.limits != "fixed" or judgement.situation is Situation.SEASON_OUT:
        return None
    return judgement.chart.assurance


def _decided(decision: Norm | Baseline) -> str:
    return f"besluit {long_date(decision.decided_on)}"
