"""Agreements of council and executive as they are stored."""

from datetime import date
from typing import Any

from raadsapp.domain.agreement import Agreement, Side
from raadsapp.errors import UserError
from raadsapp.store import faults
from raadsapp.store.connection import Store

_ALL = """
SELECT number, municipality, scenario, scenario_name, indicator, side, "limit", response, owner, review_on,
  made_on
FROM agreement ORDER BY review_on, number
"""
_ADD = """
INSERT INTO agreement (number, municipality, scenario, scenario_name, indicator, side, "limit", response,
  owner, review_on, made_on)
VALUES (:number, :municipality, :scenario, :scenario_name, :indicator, :side, :limit, :response, :owner,
  :review_on, :made_on) RETURNING number
"""
_CHANGE = """
UPDATE agreement SET municipality = :municipality, scenario = :scenario, scenario_name = :scenario_name,
  indicator = :indicator, side = :side, "limit" = :limit, response = :response, owner = :owner,
  review_on = :review_on, made_on = :made_on
WHERE number = :number
"""


def all_agreements(store: Store) -> tuple[Agreement, ...]:
    """Every agreement, the one that is reviewed first in front."""
    rows = store.rows(_ALL)
    with faults.in_rows(store.path):
        return tuple(_agreement(row) for row in rows)


def add(store: Store, agreement: Agreement) -> int:
    """Store an agreement and return its number: its own when it has one, else one that was never used."""
    with store.writing() as connection:
        ((number,),) = connection.execute(_ADD, _row(agreement)).fetchall()
    return int(number)


def change(store: Store, agreement: Agreement) -> None:
    """Put this agreement in the place of the one with its number; UserError when that is gone."""
    with store.writing() as connection:
        if not connection.execute(_CHANGE, _row(agreement)).rowcount:
            raise _gone()


def remove(store: Store, number: int) -> None:
    """Delete an agreement; UserError when it is gone already."""
    with store.writing() as connection:
        if not connection.execute(
            "DELETE FROM agreement WHERE number = :number", {"number": number}
        ).rowcount:
            raise _gone()


def _gone() -> UserError:
    return UserError("Deze afspraak is er niet meer.", "Er is niets gewijzigd.")


def _row(agreement: Agreement) -> dict[str, object]:
    return {
        "number": agreement.number or None,
        "municipality": agreement.municipality,
        "scenario": agreement.scenario,
        "scenario_name": agreement.scenario_name,
        "indicator": agreement.indicator,
        "side": agreement.side.value,
        "limit": agreement.limit,
        "response": agreement.response,
        "owner": agreement.owner,
        "review_on": agreement.review_on.isoformat(),
        "made_on": agreement.made_on.isoformat(),
    }


def _agreement(row: tuple[Any, ...]) -> Agreement:
    number, municipality, scenario, scenario_name, indicator, side, limit, response, owner, *dates = row
    review_on, made_on = dates
    return Agreement(
        number=number,
        municipality=municipality,
        scenario=scenario,
        scenario_name=scenario_name,
        indicator=indicator,
        side=Side(side),
        limit=limit,
        response=response,
        owner=owner,
        review_on=date.fromisoformat(review_on),
        made_on=date.fromisoformat(made_on),
    )
