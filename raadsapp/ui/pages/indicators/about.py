"""What an indicator is: definition, norm, pitfall, where its figures came from, and what it leads to."""

from raadsapp.domain.catalog import Catalog
from raadsapp.domain.goals import Indicator
from raadsapp.domain.observation import Batch
from raadsapp.services.described import describe, is_code, kind_word, title
from raadsapp.services.indicator_deliveries import deliveries_of
from raadsapp.services.judgements import Judged
from raadsapp.services.related import relations
from raadsapp.texts import long_date, plural
from raadsapp.ui.state import AppState
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.details import Details
from raadsapp.ui.widgets.item_list import ItemList
from raadsapp.ui.widgets.item_row import ListRow
from raadsapp.ui.widgets.source_line import CaveatLine, SourceLine
from raadsapp.ui.widgets.text import Body, Small

_MOST = 4


def about_card(indicator: Indicator, catalog: Catalog) -> Card:
    """The definition with all that belongs to it."""
    card = Card("Wat meet dit?")
    card.add(Body(indicator.definition))
    found = describe(catalog, indicator.key)
    if found is not None:
        card.add(Details(found.details))
        for caveat in found.caveats:
            card.add(CaveatLine(caveat))
    card.add(SourceLine(indicator.sources, catalog))
    return card


def deliveries_card(state: AppState, judged: Judged) -> Card:
    """The deliveries that the figures came in, newest first, each with what the clerk wrote with it."""
    catalog = state.session.catalog
    together = judged.indicator.together
    place = catalog.dossier.municipalities[0] if together else state.municipality
    found = deliveries_of(state.session, judged.indicator.key, place, state.as_of)
    card = Card("Waar komen de cijfers vandaan?")
    noted = [batch for batch in found if batch.note]
    for batch in dict.fromkeys((*found[:_MOST], *noted)):
        card.add(Small(_told(batch)))
        if batch.note:
            card.add(Body(f"De griffier schrijft: {batch.note}"))
    more = len(found) - len(dict.fromkeys((*found[:_MOST], *noted)))
    if more > 0:
        card.add(Small(f"En nog {plural(more, 'oudere levering', 'oudere leveringen')}."))
    if not found:
        card.add(Small("Er is nog niets geleverd."))
    return card


def _told(batch: Batch) -> str:
    supplier = f" van {batch.supplier}" if batch.supplier else ""
    approved = f", goedgekeurd door {batch.approved_by}" if batch.approved_by else ""
    return f"Levering{supplier} van {long_date(batch.imported_at.date())}: {batch.file}{approved}."


def links_of(indicator: Indicator, catalog: Catalog) -> ItemList:
    """Goals, effects, recommendations, sliders and figures that hang together with an indicator."""
    rows: list[ListRow] = []
    for relation in relations(catalog, indicator.key):
        rows.append(ListRow(relation.name))
        for key in relation.keys:
            item = catalog.find(key)
            if item is not None:
                code = key if is_code(key) else ""
                detail = "" if code else kind_word(item)
                rows.append(ListRow(title(catalog, item), key, code=code, detail=detail))
    links = ItemList(f"Verwant aan {indicator.title}", whole=True)
    links.show_rows(rows)
    return links
