"""What changed since a day, for one municipality: signals, figures, norms, deliveries and late commitments.

Figures are compared as members could see them then and can see them now.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from raadsapp.domain.goals import Indicator
from raadsapp.domain.news import News, NewsKind
from raadsapp.domain.norm import Baseline, Norm
from raadsapp.domain.observation import FICTIONAL, Batch
from raadsapp.domain.shown import Shown
from raadsapp.services import norms
from raadsapp.services.commitments import list_commitments
from raadsapp.services.goal_judgements import signal_word
from raadsapp.services.indicator_sentences import with_article
from raadsapp.services.judgements import Judged, judged_all
from raadsapp.services.member_view import WAITING, MemberView, member_view
from raadsapp.services.opening import DOSSIER_LAYOUT, Session
from raadsapp.store import batches
from raadsapp.texts import amount, long_date, plural

_MOST = 5
_MANY_DELIVERIES = 3


def news_since(
    session: Session, municipality: str, since: date, *, today: date, as_of: date | None = None
) -> tuple[News, ...]:
    """What came after the end of the day `since`, up to the end of `as_of` (None: now).

    `today` decides which commitments are late, unless `as_of` is given.
    """
    until = as_of or today
    views = (member_view(session, since), member_view(session, as_of))
    waits = any(view.waiting for view in views)
    then, now = (() if waits else _judged(session, municipality, view) for view in views)
    return (
        *((News(NewsKind.FIGURE, WAITING),) if waits else ()),
        *_signals(then, now),
        *_late(session, since, until),
        *_changed(then, now),
        *_new(then, now),
        *_decided(session, municipality, since, as_of),
        *_deliveries(session, since, until),
    )


def _judged(session: Session, municipality: str, view: MemberView) -> tuple[Judged, ...]:
    return judged_all(view, session.catalog, municipality, decisions=norms.standing(session, view.as_of))


def _signals(then: Sequence[Judged], now: Sequence[Judged]) -> Iterator[News]:
    for before, one in zip(then, now, strict=True):
        word, point = signal_word(one), one.judgement.judged
        if point and word and word != signal_word(before):
            mark = f"{FICTIONAL}: " if one.fictional else ""
            value = amount(point.value or 0.0, one.unit)
            told = f"{mark}{one.indicator.title} geeft een signaal: {word}. {point.period.label}: {value}."
            yield News(NewsKind.SIGNAL, told, one.indicator.key)


def _late(session: Session, since: date, until: date) -> Iterator[News]:
    for promise in list_commitments(session):
        if promise.late(until) and not promise.late(since) and promise.due_on:
            told = f"Een toezegging is te laat sinds {long_date(promise.due_on)}: {promise.text}"
            yield News(NewsKind.LATE, told, promise.recommendation)


def _changed(then: Sequence[Judged], now: Sequence[Judged]) -> Iterator[News]:
    """One sentence for each indicator with changed figures, about the newest of them."""
    found = [
        (one, pairs)
        for before, one in zip(then, now, strict=True)
        if before.breakdown == one.breakdown and (pairs := _revised(before.shown, one.shown))
    ]
    for one, pairs in found[:_MOST]:
        old, new = pairs[-1]
        mark = f"{FICTIONAL}: " if old.fictional or new.fictional else ""
        values = f"{amount(old.value or 0.0, one.unit)} werd {amount(new.value or 0.0, one.unit)}"
        more = plural(len(pairs) - 1, "ander cijfer", "andere cijfers")
        also = f" En nog {more} van deze indicator." if len(pairs) > 1 else ""
        told = f"{mark}{one.indicator.title}, {new.period.label}: {values}.{also}"
        yield News(NewsKind.FIGURE, told, one.indicator.key)
    if len(found) > _MOST:
        words = plural(len(found) - _MOST, "andere indicator zijn", "andere indicatoren zijn")
        yield News(NewsKind.FIGURE, f"Van {words} ook cijfers gewijzigd.")


def _revised(then: Sequence[Shown], now: Sequence[Shown]) -> list[tuple[Shown, Shown]]:
    before = {one.period: one for one in then if one.value is not None}
    return [
        (before[one.period], one)
        for one in now
        if one.value is not None and one.period in before and before[one.period].value != one.value
    ]


def _new(then: Sequence[Judged], now: Sequence[Judged]) -> Iterator[News]:
    """How many indicators have a newer period than before."""
    newer = [
        one
        for before, one in zip(then, now, strict=True)
        if one.newest and (not before.newest or before.newest.period.last_day < one.newest.period.last_day)
    ]
    if newer:
        mark = f"{FICTIONAL}: " if any(one.fictional for one in newer) else ""
        words = plural(len(newer), "indicator zijn", "indicatoren zijn")
        item = newer[0].indicator.key if len(newer) == 1 else ""
        yield News(NewsKind.NEW, f"{mark}Van {words} er nieuwere cijfers.", item)


def _decided(session: Session, municipality: str, since: date, as_of: date | None) -> Iterator[News]:
    """What the council decided about how indicators are judged."""
    before, now = norms.standing(session, since), norms.standing(session, as_of)
    indicators = {one.key: one for one in session.catalog.indicators}
    decisions: tuple[Norm | Baseline, ...] = (*now.norms, *now.baselines)
    for one in decisions:
        indicator = indicators.get(one.of.indicator)
        is_new = one not in before.norms and one not in before.baselines
        if indicator and is_new and one.of.municipality in {"", municipality}:
            yield News(NewsKind.NORM, _decision_words(one, indicator), indicator.key)


def _decision_words(one: Norm | Baseline, indicator: Indicator) -> str:
    if isinstance(one, Norm):
        value = amount(one.value, indicator.split(one.of.breakdown).unit)
        return f"De raad stelde een norm voor {indicator.title}: {value} ({one.decision})."
    since = with_article(one.since)
    return f"De grenzen van {indicator.title} beginnen opnieuw bij {since} ({one.decision}): {one.reason}"


def _deliveries(session: Session, since: date, until: date) -> Iterator[News]:
    known = [one for one in batches.all_batches(session.store) if one.layout != DOSSIER_LAYOUT]
    came = [one for one in known if since < one.imported_at.date() <= until and not _gone(one, until)]
    for fictional in (False, True):
        group = [one for one in came if one.fictional is fictional]
        mark = f"{FICTIONAL}: " if fictional else ""
        if len(group) > _MANY_DELIVERIES:
            told = f"{len(group)} leveringen kwamen binnen, de laatste op {_day(group[0])}."
            yield News(NewsKind.DELIVERY, f"{mark}{told}")
        else:
            for one in group:
                yield News(NewsKind.DELIVERY, f"{mark}{_came(one)}", str(one.number))
    for one in known:
        if one.imported_at.date() <= since and one.withdrawn_at and _gone(one, until):
            day = one.withdrawn_at.date()
            if day > since:
                told = f"De levering ‘{one.file}’ is ingetrokken op {long_date(day)}."
                yield News(NewsKind.DELIVERY, told, str(one.number))


def _gone(batch: Batch, until: date) -> bool:
    return batch.withdrawn_at is not None and batch.withdrawn_at.date() <= until


def _came(batch: Batch) -> str:
    supplier = f" van {batch.supplier}" if batch.supplier else ""
    counts = [plural(batch.new, "nieuw cijfer", "nieuwe cijfers")]
    if batch.changed:
        counts.append(f"{batch.changed} gewijzigd")
    return f"Levering{supplier} van {_day(batch)}: {', '.join(counts)}."


def _day(batch: Batch) -> str:
    return long_date(batch.imported_at.date())
