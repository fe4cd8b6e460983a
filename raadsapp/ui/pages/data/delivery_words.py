"""A delivery of earlier in words: what it brought, what it changed, and what happened to it since."""

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.delivery_history import BatchEvent, DeliveredValue, Difference, EventKind
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Batch, Observation
from raadsapp.intake.lookup import subjects
from raadsapp.services.described import Detail
from raadsapp.texts import amount, breakdown_words, enumeration, exact, number, plural
from raadsapp.ui.widgets.moments import moment
from raadsapp.ui.widgets.table_rows import Column

_GROUP = 16


class DeliveryColumns:
    """The columns of a table of delivered values, in the words of a dossier."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._subjects = {subject.key: subject for subject in subjects(catalog)}

    def of(self, kind: Difference) -> tuple[Column[DeliveredValue], ...]:
        """Old beside new for values that changed; for the others the value alone."""
        about = (
            Column("Reeks", self._series),
            Column("Gemeente", self._municipality),
            Column("Periode", _period, _period_order),
        )
        value: tuple[Column[DeliveredValue], ...] = (Column("Waarde", self._new, _new_order, right=True),)
        if kind is Difference.CHANGED:
            value = (
                Column("Was", self._old, _old_order, right=True),
                Column("Werd", self._new, _new_order, right=True),
            )
        return (*about, *value, Column("Bron", _source))

    def _series(self, found: DeliveredValue) -> str:
        key = found.value.key
        subject = self._subjects.get(key.indicator)
        title = f"{key.indicator} {subject.title}" if subject else key.indicator
        return f"{title} ({breakdown_words(key.breakdown)})" if key.breakdown else title

    def _municipality(self, found: DeliveredValue) -> str:
        code = found.value.key.municipality
        known = self._catalog.municipality(code)
        return known.name if known else code

    def _old(self, found: DeliveredValue) -> str:
        return self._worded(found.before, found.value) if found.before else "–"

    def _new(self, found: DeliveredValue) -> str:
        return self._worded(found.value, found.before)

    def _worded(self, one: Observation, other: Observation | None) -> str:
        """A value with its unit, and its status when that is what differs."""
        subject = self._subjects.get(one.key.indicator)
        told = exact(one.value)
        if subject and not one.key.breakdown:
            unit = subject.own_unit if isinstance(subject, Indicator) else subject.unit
            told = amount(one.value, unit)
        return f"{told} ({one.status.value})" if other and other.status is not one.status else told


def brought_sentence(batch: Batch) -> str:
    """How many values it changed, added and repeated, and that all else stayed as it was."""
    told = [
        words
        for count, words in (
            (batch.changed, f"wijzigde {plural(batch.changed, 'waarde', 'waarden')}"),
            (batch.new, f"bracht {plural(batch.new, 'nieuwe waarde', 'nieuwe waarden')}"),
            (batch.unchanged, f"herhaalde {plural(batch.unchanged, 'waarde', 'waarden')}"),
        )
        if count
    ]
    return f"Deze levering {enumeration(told)}. Wat er niet in stond, bleef zoals het was." if told else ""


def counting_sentence(batch: Batch, count: int) -> str:
    """How many of its values count now, and why the others do not."""
    total = batch.new + batch.changed + batch.unchanged
    if batch.withdrawn:
        return "Zij is ingetrokken: er telt nu niets van mee."
    if count == total:
        return "Alles telt nu nog mee."
    gone = plural(total - count, "waarde is", "waarden zijn")
    left = (
        f"tellen er nog {number(count)}" if count > 1 else "telt er nog 1" if count else "telt er niets van"
    )
    return f"Nu {left} mee; {gone} door een latere levering vervangen."


def details(batch: Batch, layout: str, *, shipped: bool) -> tuple[Detail, ...]:
    """All that is kept of a delivery, with its layout in words; what is empty is left out."""
    read_in = f"{moment(batch.imported_at)} door {batch.imported_by}"
    known = (
        ("Bestand", batch.file),
        ("In de app sinds" if shipped else "Ingelezen", moment(batch.imported_at) if shipped else read_in),
        ("Indeling", layout),
        ("Leverancier", batch.supplier),
        ("Goedgekeurd door", batch.approved_by),
        ("Opmerking", batch.note),
        ("Kenmerk (SHA-256)", _grouped(batch.sha256)),
    )
    return tuple(Detail(name, (words,)) for name, words in known if words)


def event_sentence(event: BatchEvent) -> str:
    """What somebody did with a delivery, and when."""
    told = f"{event.kind.value.capitalize()} door {event.by} op {moment(event.at)}"
    if event.kind is not EventKind.DESCRIBED:
        return f"{told}."
    parts = [
        f"{name} ‘{words.rstrip('.')}’"
        for name, words in (
            ("leverancier", event.supplier),
            ("goedgekeurd door", event.approved_by),
            ("opmerking", event.note),
        )
        if words
    ]
    return f"{told}: {', '.join(parts) or 'alles leeggemaakt'}."


def _grouped(text: str) -> str:
    """A long code in groups, so that it wraps and can be compared by eye."""
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def _period(found: DeliveredValue) -> str:
    return found.value.key.period.label


def _period_order(found: DeliveredValue) -> tuple[object, ...]:
    return (found.value.key.period,)


def _old_order(found: DeliveredValue) -> float:
    return found.before.value if found.before else 0.0


def _new_order(found: DeliveredValue) -> float:
    return found.value.value


def _source(found: DeliveredValue) -> str:
    return found.value.source or "niet genoemd"
