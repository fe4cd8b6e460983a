"""Signal or chance: the sign large, what it rests on, and how to read the chart."""

from raadsapp.services.judgements import Judged
from raadsapp.ui.widgets.card import Card
from raadsapp.ui.widgets.judged_series import sign_of
from raadsapp.ui.widgets.sign_line import SignLine
from raadsapp.ui.widgets.signs import Sign
from raadsapp.ui.widgets.text import Body, Small

_LIMITS = (
    "Tussen de grenzen schommelt het cijfer gewoon. Daarbuiten, of bij een lange reeks aan één kant, is er "
    "waarschijnlijk meer aan de hand dan toeval."
)
_SIZE = (
    "Van hoeveel mensen of trajecten dit een deel is, wordt niet geleverd. Daarom is er geen marge van "
    "toeval bij te rekenen, en geen vergelijking met andere gemeenten in een trechter. In een kleine "
    "groep schommelt zo’n cijfer sterk."
)
_MEANS = {
    Sign.BETTER: "Dit is meer dan toeval meestal geeft, en het gaat de goede kant op. Zoek de oorzaak.",
    Sign.WORSE: "Dit is meer dan toeval meestal geeft, en het gaat de verkeerde kant op. Zoek de oorzaak.",
    Sign.HIGHER: "Dit is meer dan toeval meestal geeft. Of hoger goed is, is niet afgesproken.",
    Sign.LOWER: "Dit is meer dan toeval meestal geeft. Of lager goed is, is niet afgesproken.",
    Sign.CHANCE: "Dit cijfer zegt nog niet dat er iets veranderd is. Wacht op het volgende.",
    Sign.OPEN: "Met deze cijfers is signaal niet van toeval te onderscheiden.",
    Sign.HIDDEN: "Het gaat om zo weinig mensen dat iemand te herkennen kan zijn.",
    Sign.NONE: "Zodra er cijfers zijn, staat hier of ze een signaal geven.",
}


def judging_card(judged: Judged) -> Card:
    """The card about this judgement."""
    sign = sign_of(judged)
    card = Card("Signaal of toeval?")
    card.add(SignLine(sign))
    card.add(Body(_MEANS[sign]))
    card.add(Small(f"Regel: {judged.words.rule}"))
    if judged.of_unknown_size:
        card.add(Small(_SIZE))
    if judged.judgement.chart is not None:
        card.add(Small(_LIMITS))
    return card
