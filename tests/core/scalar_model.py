"""The equations of the scenario model once more, as plainly as the model page writes them.

One number at a time, no arrays, nothing shared with `raadsapp.model`: what the fast model is compared with.
"""

from math import inf

from tests.core.model_page import MUNICIPALITIES, TOGETHER, WEIGHTS, member_settings, printed_counts

_COUNTS_AGES = 23


def _clip(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))


class ScalarModel:
    """The page for one municipality; `counts[code][year]` are ages 0 to 22.

    `base`, `published` and `budget` are the reference's, unless a test sets them to the municipality's own;
    then it says so in `own`: some of "use", "residential", "ceilings" and "budget".
    """

    def __init__(self, counts: dict[str, dict[int, list[int]]], municipality: str, weight: float) -> None:
        self.counts = counts
        self.municipality = municipality
        self.weight = weight
        self.reference = "GM0986"
        self.base: dict[int, tuple[float, float, float, float]] = {
            2015: (929_262, 227, 202, 17),
            2016: (1_127_042, 280, 233, 16),
            2017: (1_501_643, 354, 337, 26),
        }
        self.budget = 1_107_909.0
        self.savings_in_ceilings = "high"
        self.own: set[str] = set()
        self.published: dict[int, float] = {
            2019: 1_450_000,
            2020: 1_450_000,
            2021: 1_350_000,
            2022: 1_200_000,
        }

    # 1. Young people

    def ages(self, municipality: str, year: int) -> list[float]:
        counts = self.counts
        now: list[float] = [float(n) for n in counts[municipality][2017]]
        births = sum(counts[municipality][y][0] for y in (2015, 2016, 2017)) / 3
        for _ in range(2018, year + 1):
            older = [births]
            for age in range(_COUNTS_AGES - 1):
                n0 = counts[municipality][2015][age] + counts[municipality][2016][age]
                n1 = counts[municipality][2016][age + 1] + counts[municipality][2017][age + 1]
                p0 = sum(counts[c][2015][age] + counts[c][2016][age] for c in counts)
                p1 = sum(counts[c][2016][age + 1] + counts[c][2017][age + 1] for c in counts)
                own = n0 / (n0 + 500)
                older.append(now[age] * (own * n1 / n0 + (1 - own) * p1 / p0))
            now = older
        return now

    @staticmethod
    def weighted(ages: list[float]) -> float:
        return sum(n if age < 18 else 0.2 * n for age, n in enumerate(ages))

    def observed(self, municipality: str, year: int) -> list[float]:
        return [float(n) for n in self.counts[municipality][year]]

    # 2. Base

    def source(self, part: str) -> str:
        return self.municipality if part in self.own else self.reference

    def base_ratios(self, base_year: str) -> dict[str, float]:
        years = [int(base_year)] if base_year.isdigit() else [2015, 2016, 2017]
        clients = sum(self.base[y][2] for y in years)
        arrangements = sum(self.base[y][1] for y in years)
        cost = sum(self.base[y][0] for y in years)
        weighted = sum(self.weighted(self.observed(self.source("use"), y)) for y in years)
        youth = sum(sum(self.observed(self.source("residential"), y)) for y in years)
        use, apc = clients / weighted, arrangements / clients
        if base_year == "budget":
            first = self.weighted(self.ages(self.source("budget"), 2019)) * use * apc
            unit_cost, start = self.budget / first, 2019
        else:
            b = 2016 if base_year == "mean" else int(base_year)
            unit_cost, start = cost / arrangements * 1.014 ** (2018 - b), 2018
        residential = sum(self.base[y][3] for y in years) / youth
        return {"use": use, "apc": apc, "uc": unit_cost, "res": residential, "t0": start}

    # 3 to 12

    def scale(self) -> float:
        own, ref = self.observed(self.municipality, 2017), self.observed(self.reference, 2017)
        return self.weight / (self.weighted(own) / self.weighted(ref))

    def scales(self) -> tuple[float, float]:
        own, ref = self.observed(self.municipality, 2017), self.observed(self.reference, 2017)
        f = 1 if "use" in self.own else self.scale()
        return f, 1 if "residential" in self.own else self.weight / (sum(own) / sum(ref))

    def ceiling(self, t: int, choice: str) -> float:
        published = self.published[min(t, max(self.published))]
        savings = {"none": 0, "low": 67_000, "middle": 146_000, "high": 225_000}
        top = max(self.published[2019], published)
        task = (top - published) * savings[choice] / savings[self.savings_in_ceilings]
        return (1 if "ceilings" in self.own else self.weight) * (top - task)

    def run(self, levers: dict[str, float | str], *, old_system: bool = True) -> dict[str, list[float]]:
        out: dict[str, list[float]] = {}
        backlog, cumulative = 0.0, 0.0
        old = self.run(_without_policy(levers), old_system=False) if old_system else None
        for t in range(2019, 2027):
            row, backlog, cumulative = self._year(t, levers, backlog, cumulative)
            if old is not None:
                i = t - 2019
                row["old_system_cost"] = old["demand_cost"][i] + old["residential_cost"][i]
            for key, value in row.items():
                out.setdefault(key, []).append(value)
        return out

    def _year(
        self, t: int, levers: dict[str, float | str], queue: float, cumulative: float
    ) -> tuple[dict[str, float], float, float]:
        x = {key: float(value) for key, value in levers.items() if not isinstance(value, str)}
        w = self.weight
        base = self.base_ratios(str(levers["base_year"]))
        ages = self.ages(self.municipality, t)
        change = (1 + x["youth_change"] / 100) ** (t - 2018)
        youth, youth_weighted = sum(ages) * change, self.weighted(ages) * change
        f, f_all = self.scales()
        if levers["base_year"] == "budget":
            base["uc"] *= (1 if "budget" in self.own else self.scale()) / f

        access = 1.0
        if levers["access_transfer_year"] != "none":
            since = (t - int(levers["access_transfer_year"]) + 1) / 2
            access = 1 - 0.40 * x["access_effect"] / 100 * _clip(since, 0, 1)
        growth = (1 + x["demand_growth"] / 100) ** (t - base["t0"])
        before = min(youth_weighted * base["use"] * f * growth * access, 0.30 * youth)
        ramp = _clip((t - 2019) / x["ramp_years"], 0, 1)
        avoided = x["prevention_yield"] * x["prevention_budget"] / 10_000 * ramp
        clients = before - min(avoided, 0.25 * before)

        apc = base["apc"] * (1 + x["arrangements_change"] / 100)
        arrangements = clients * apc
        price = 1 + x["price_index"] / 100
        unit_cost = base["uc"] * price ** (t - base["t0"]) * (1 - x["downscaling"] / 100 * ramp)

        need = youth * base["res"] * f_all
        shifted = x["inflow_shift"] / 100 * need * ramp
        residential = need - shifted + x["escalation_share"] / 100 * queue
        residential_cost = residential * 45_000 * price ** (t - 2019)

        ambulatory = arrangements * unit_cost + shifted * 3 * apc * unit_cost
        other = w * (55_195 + 195_862 + 102_752) + (x["pgb_count"] - 39 * w) * 2_590
        other *= price ** (t - 2019)
        demand = ambulatory + other

        lumpsum = self.ceiling(t, str(levers["savings_scenario"])) * (1 + x["lumpsum_index"] / 100) ** (
            t - 2019
        )
        if t >= 2021:
            lumpsum += x["extra_budget"]

        gap = demand - lumpsum
        deferred = min(x["waiting_share"] / 100 * max(gap, 0), ambulatory)
        left = 0.5 * queue
        worked_off = min(left, max(-gap, 0) / unit_cost)
        backlog = left + deferred / unit_cost - worked_off
        helped = arrangements - deferred / unit_cost + worked_off
        spend = demand - deferred + worked_off * unit_cost
        balance = lumpsum - spend

        corridor = x["risk_corridor"] / 100 * lumpsum
        extra = x["municipality_share"] / 100
        extra *= max(0, -balance - corridor) - max(0, balance - corridor)
        result = balance + extra
        row = {
            "youth": youth,
            "youth_weighted": youth_weighted,
            "use_rate": clients / youth,
            "clients": clients,
            "arrangements": arrangements,
            "unit_cost": unit_cost,
            "ambulatory_cost": ambulatory,
            "other_cost": other,
            "demand_cost": demand,
            "lumpsum": lumpsum,
            "gap": gap,
            "deferred": deferred,
            "spend": spend,
            "balance": balance,
            "backlog": backlog,
            "waiting_weeks": _weeks(backlog, helped),
            "municipality_extra": extra,
            "cooperative_result": result,
            "cooperative_cumulative": cumulative + result,
            "residential_clients": residential,
            "residential_cost": residential_cost,
            "municipality_total": lumpsum + extra + x["prevention_budget"] + residential_cost,
            "worked_off": worked_off,
            "helped": helped,
        }
        return row, backlog, cumulative + result


def _without_policy(levers: dict[str, float | str]) -> dict[str, float | str]:
    none = {"prevention_budget": 0, "inflow_shift": 0, "downscaling": 0, "waiting_share": 0}
    return levers | none | {"access_transfer_year": "none"}


def add_up(members: list[dict[str, list[float]]]) -> dict[str, list[float]]:
    """Several municipalities as one: sums, ratios of sums, and the wait in one common queue."""
    out = {
        key: [sum(values) for values in zip(*(one[key] for one in members), strict=True)]
        for key in members[0]
    }
    for i in range(len(out["youth"])):
        paid = sum(one["arrangements"][i] * one["unit_cost"][i] for one in members)
        out["unit_cost"][i] = paid / out["arrangements"][i]
        out["use_rate"][i] = out["clients"][i] / out["youth"][i]
        out["waiting_weeks"][i] = _weeks(out["backlog"][i], out["helped"][i])
    return out


def _weeks(backlog: float, helped: float) -> float:
    if helped > 0:
        return 52 * backlog / helped
    return inf if backlog > 0 else 0.0


def plainly(municipality: str, chosen: dict[str, float | str]) -> dict[str, list[float]]:
    """The page for a setting of all levers; of all municipalities together each one's, added up."""
    if municipality == TOGETHER:
        return add_up([plainly(member, member_settings(member, chosen)) for member in MUNICIPALITIES])
    return ScalarModel(printed_counts(), municipality, WEIGHTS[municipality]).run(chosen)
