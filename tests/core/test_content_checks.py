"""Every reference between dossier files leads somewhere; one that does not is named by file and key."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from raadsapp.content.loading import load
from raadsapp.errors import UserError
from raadsapp.paths import data_dir

Broken = Callable[[str, str, str], UserError]

SOURCE = 'sources = [{ document = "rapport", place = "§1" }]'


def told(error: UserError) -> list[str]:
    """All faults, without the folder."""
    listed = [line.removeprefix("– ") for line in error.hint.split("\n")[1:]]
    return [line.removeprefix("data/") for line in (error.message, *listed)]


def test_a_broken_reference_in_a_copy_of_the_shipped_dossier_is_named(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(data_dir(), tmp_path / "data"))
    goals = copy / "goals.toml"
    text = goals.read_text(encoding="utf-8")
    assert '"E3"' in text
    goals.write_text(text.replace('"E3"', '"E33"', 1), encoding="utf-8")
    with pytest.raises(UserError, match=r"data/goals\.toml, D\d: effect ‘E33’ bestaat niet\."):
        load(copy)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("goals.toml", 'effects = ["E1"]', 'effects = ["E1", "E9"]', "D1: effect ‘E9’ bestaat niet."),
        (
            "guidance.toml",
            'seen = ["signaal"]',
            'indicators = ["IND-99"]',
            "SW-01: indicator ‘IND-99’ bestaat niet.",
        ),
        (
            "guidance.toml",
            'seen = ["signaal"]\n',
            "",
            "SW-01: er staat niet bij wanneer dit geldt (‘seen’) of waarvoor (‘indicators’).",
        ),
        (
            "guidance.toml",
            'seen = ["signaal"]',
            'seen = ["signaal"]\nabove = 100.0',
            "SW-01: ‘above’ staat er zonder ‘indicators’.",
        ),
        ("guidance.toml", 'moment = "Straks"', 'moment = ""', "SW-01: het veld ‘moment’ is leeg."),
        ("goals.toml", 'effects = ["E1"]\n', "", "D1: er staat geen effect bij (veld ‘effects’)."),
        ("indicators.toml", '["E1"]', '["E1", "E8"]', "IND-01: effect ‘E8’ bestaat niet."),
        ("indicators.toml", '["E1"]', "[]", "IND-01: er staat geen effect bij (veld ‘effects’)."),
        (
            "indicators.toml",
            'pitfall = "Kijk uit."',
            'pitfall = "Kijk uit."\nmeasures = { outcome = "tekort", caveat = "Pas op." }',
            "IND-01: het model kent de uitkomst ‘tekort’ niet.",
        ),
        (
            "indicators.toml",
            'pitfall = "Kijk uit."',
            'pitfall = "Kijk uit."\nmeasures = { outcome = "spend", per = "plafond", caveat = "Pas op." }',
            "IND-01: het model kent de uitkomst ‘plafond’ niet.",
        ),
        (
            "indicators.toml",
            'pitfall = "Kijk uit."',
            'pitfall = "Kijk uit."\nmeasures = { outcome = "spend", caveat = "" }',
            "IND-01: bij ‘measures’: het veld ‘caveat’ is leeg.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'denominator = "IND-01"\nnorm = ',
            "IND-01: ‘denominator’ noemt IND-01, en dat is geen andere indicator.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'denominator_breakdown = "reden=volgens plan"\nnorm = ',
            "IND-01: ‘denominator_breakdown’ staat er zonder ‘denominator’.",
        ),
        (
            "indicators.toml",
            "norm = ",
            "denominator_years_earlier = 1\nnorm = ",
            "IND-01: ‘denominator_years_earlier’ staat er zonder ‘denominator’.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'main = "kind"\nnorm = ',
            "IND-01: bij ‘main’: ‘kind’ is geen uitsplitsing zoals ‘verwijzer=arts’.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'splits = [{ breakdown = "", unit = "€" }]\nnorm = ',
            "IND-01: bij ‘splits’: ‘’ is geen uitsplitsing zoals ‘verwijzer=arts’.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'splits = [{ breakdown = "a=b", unit = "" }]\nnorm = ',
            "IND-01: bij ‘splits’: het veld ‘unit’ is leeg.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'splits = [{ breakdown = "a=b", unit = "€" }, { breakdown = "a=b", unit = "%" }]\nnorm = ',
            "IND-01: bij ‘splits’ staat een uitsplitsing twee keer.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'breaks = [{ since = 2019-01-01, why = "" }]\nnorm = ',
            "IND-01: bij ‘breaks’: het veld ‘why’ is leeg.",
        ),
        (
            "indicators.toml",
            "norm = ",
            'breaks = [{ since = 2019-01-01, why = "A" }, { since = 2018-01-01, why = "Z" }]\nnorm = ',
            "IND-01: de dagen bij ‘breaks’ staan niet op volgorde, of een staat er twee keer.",
        ),
        ("recommendations.toml", '["E1"]', '["E7"]', "A1: effect ‘E7’ bestaat niet."),
        ("recommendations.toml", '["E1"]', "[]", "A1: er staat geen effect bij (veld ‘effects’)."),
        ("comparisons.toml", '["E1"]', '["E6"]', "VG-geld: effect ‘E6’ bestaat niet."),
        ("levers.toml", '["E1"]', '["E5"]', "growth: effect ‘E5’ bestaat niet."),
        ("levers.toml", 'effects = ["E1"]\n', "", "growth: er staat geen effect bij (veld ‘effects’)."),
        (
            "order.toml",
            'parent = "O1"',
            'parent = "O2"',
            "O1.1: het onderdeel ‘O2’ waar dit bij hoort, bestaat niet.",
        ),
        (
            "order.toml",
            'parent = "O1"',
            'parent = "O1.1"',
            "O1.1: het onderdeel ‘O1.1’ waar dit bij hoort, bestaat niet.",
        ),
        (
            "questions.toml",
            'parent = "V0"',
            'parent = "V9"',
            "V1: het onderdeel ‘V9’ waar dit bij hoort, bestaat niet.",
        ),
        (
            "timeline.toml",
            "ends = 2019-03-31",
            "ends = 2018-03-31",
            "TL-start: het einde ligt voor het begin.",
        ),
        (
            "roles.toml",
            'document = "rapport"',
            'document = "boek"',
            "ROL-raad: bron ‘boek’ staat niet in documents.toml.",
        ),
        ("roles.toml", SOURCE, "sources = []", "ROL-raad: er staat geen bron bij."),
        ("roles.toml", '"§1"', '" "', "ROL-raad: bij bron ‘rapport’ staat geen bladzijde of paragraaf."),
        (
            "recommendations.toml",
            '"rapport", place = "§6"',
            '"boek", place = "§6"',
            "A1: bij ‘evidence’: bron ‘boek’ staat niet in documents.toml.",
        ),
        ("roles.toml", 'title = "De raad"', 'title = ""', "ROL-raad: het veld ‘title’ is leeg."),
        ("documents.toml", 'short = "Rapport"', 'short = ""', "rapport: het veld ‘short’ is leeg."),
        (
            "statements.toml",
            'key = "M1"',
            'key = "D1"',
            "D1: deze sleutel komt twee keer voor (ook in goals.toml).",
        ),
        (
            "recommendations.toml",
            'key = "A1a"',
            'key = "A1"',
            "A1: deze sleutel komt twee keer voor (ook in recommendations.toml).",
        ),
        (
            "roles.toml",
            'key = "ROL-raad"',
            'key = "klein"',
            "klein: deze sleutel komt twee keer voor (ook in dossier.toml).",
        ),
        ("dossier.toml", '["GM0986"]', "[]", "municipalities: er doet geen gemeente mee."),
        (
            "dossier.toml",
            '["GM0986"]',
            '["GM9999"]',
            "municipalities: gemeente GM9999 staat niet in municipalities.csv.",
        ),
        ("dossier.toml", "[2019, 2022]", "[2023, 2022]", "years: 2023 ligt na 2022."),
        (
            "municipalities.csv",
            "Heerle\n",
            "voerendaal\n",
            "GM0917: de naam ‘voerendaal’ wijst niet één gemeente aan.",
        ),
        ("municipalities.csv", "Heerle\n", "(.)\n", "GM0917: de naam ‘’ wijst niet één gemeente aan."),
    ],
)
def test_what_does_not_fit_between_items_is_named(
    broken: Broken, file: str, old: str, new: str, fault: str
) -> None:
    assert f"{file}, {fault}" in told(broken(file, old, new))


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("goals.toml", "geen enkel doel leidt tot dit effect."),
        ("indicators.toml", "geen enkele indicator hoort bij dit effect."),
    ],
)
def test_an_effect_that_nothing_reaches_is_named(broken: Broken, file: str, fault: str) -> None:
    assert f"effects.toml, E1: {fault}" in told(broken(file, '["E1"]', '["OE1"]'))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('municipality = "GM0986"', 'municipality = "GM0001"', "kosten-2015: gemeente GM0001 bestaat niet."),
        ('"2015JJ00"', '"2015"', "kosten-2015: ‘2015’ is geen periode (verwacht: zoals 2019JJ00)."),
        ('"2015JJ00"', '"2015KW05"', "kosten-2015: ‘2015KW05’ is geen periode (verwacht: zoals 2019JJ00)."),
        (
            'indicator = "kosten"',
            'indicator = "baten"',
            "kosten-2015: de reeks of indicator ‘baten’ bestaat niet.",
        ),
        (
            'period = "2015JJ00"\n',
            "",
            "kosten-2015: een feit in een reeks heeft een gemeente en een periode nodig.",
        ),
        (
            '"hulpvorm=licht"',
            '"licht"',
            "kosten-2016: de uitsplitsing ‘licht’ is niet ‘dimensie=waarde’ bij een reeks.",
        ),
        (
            'disagrees_with = ["andere-kant"]',
            'disagrees_with = ["derde"]',
            "een-kant: het feit ‘derde’, dat dit tegenspreekt, bestaat niet.",
        ),
        (
            'disagrees_with = ["andere-kant"]\n',
            "",
            "andere-kant: ‘een-kant’ zegt niet dat het dit feit tegenspreekt.",
        ),
        (
            '2016JJ00"\nindicator = "kosten"\nbreakdown = "hulpvorm=licht"',
            '2015JJ00"\nindicator = "kosten"',
            "kosten-2016: in deze reeks staat hier al het feit ‘kosten-2015’.",
        ),
    ],
)
def test_a_fact_that_cannot_stand_is_named(broken: Broken, old: str, new: str, fault: str) -> None:
    assert f"facts.toml, {fault}" in told(broken("facts.toml", old, new))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"GM0986"', '"GM0001"', "gemeente GM0001 bestaat niet."),
        ("22, 23]", "45]", "er staan 22 leeftijden in; het moeten er 23 zijn (0 tot en met 22)."),
        ("= 276", "= 1276", "de leeftijden tellen op tot 276; gedrukt staat 1.276."),
    ],
)
def test_an_age_count_that_does_not_add_up_is_named(broken: Broken, old: str, new: str, fault: str) -> None:
    assert told(broken("age_counts.toml", old, new)) == [f"age_counts.toml, leeftijden-2015: {fault}"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "default = 0",
            "default = 11",
            "growth: de beginstand klopt niet: growth = 11.0 ligt niet tussen -5 en 10.",
        ),
        (
            "default = 0",
            'default = "hoog"',
            "growth: de beginstand klopt niet: growth = hoog ligt niet tussen -5 en 10.",
        ),
        (
            "high = 10",
            "high = -5",
            "growth: zonder keuzes zijn ‘low’, ‘high’ (hoger) en ‘step’ (boven nul) nodig.",
        ),
        (
            "step = 0.5",
            "step = 0",
            "growth: zonder keuzes zijn ‘low’, ‘high’ (hoger) en ‘step’ (boven nul) nodig.",
        ),
        (
            'default = "high"',
            'default = "low"',
            "savings: de beginstand klopt niet: savings kent ‘low’ niet; wel: middle, high.",
        ),
        ("GM0917 =", "GM0001 =", "savings: gemeente GM0001 bestaat niet."),
        (
            'GM0917 = "middle"',
            'GM0917 = "low"',
            "savings: de beginstand voor GM0917 klopt niet: savings kent ‘low’ niet; wel: middle, high.",
        ),
        (
            'works_with = ["growth"]',
            'works_with = ["x"]',
            "savings: de schuif ‘x’ waarmee deze werkt, bestaat niet.",
        ),
        (
            'works_with = ["growth"]',
            'works_with = ["savings"]',
            "savings: de schuif ‘savings’ waarmee deze werkt, bestaat niet.",
        ),
        ("low = -2,", "low = 2,", "growth: de spreiding loopt niet van onder naar boven nul."),
        ("low = -1,", "low = 9,", "growth: de waargenomen grenzen staan in de verkeerde volgorde."),
    ],
)
def test_a_lever_that_cannot_be_set_is_named(broken: Broken, old: str, new: str, fault: str) -> None:
    assert f"levers.toml, {fault}" in told(broken("levers.toml", old, new))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('["growth", 5]', '["groei", 5]', "groei: schuif ‘groei’ bestaat niet."),
        ('["growth", 5]', '["growth", 50]', "groei: growth = 50.0 ligt niet tussen -5 en 10."),
        ('"middle"', '"low"', "groei: savings kent ‘low’ niet; wel: middle, high."),
    ],
)
def test_a_preset_that_cannot_be_set_is_named(broken: Broken, old: str, new: str, fault: str) -> None:
    assert told(broken("presets.toml", old, new)) == [f"presets.toml, {fault}"]


def test_all_faults_between_files_are_told_together(broken: Broken) -> None:
    error = broken("effects.toml", 'key = "E1"', 'key = "E2"')
    assert len(told(error)) == 9
    assert error.message == "data/goals.toml, D1: effect ‘E1’ bestaat niet."
