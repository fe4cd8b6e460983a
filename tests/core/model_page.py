"""What the model page and the report print, typed once more: inputs of the comparison with `scalar_model`."""

HEERLEN, LANDGRAAF, VOERENDAAL = "GM0917", "GM0882", "GM0986"
MUNICIPALITIES = (VOERENDAAL, HEERLEN, LANDGRAAF)
TOGETHER = "samen"
REGIONS = (*MUNICIPALITIES, TOGETHER)

_AGES = """
751 295 104 720 265 109 710 266 106
755 275 102 748 302 114 695 268 108
692 280 87 753 286 109 751 315 119
771 309 88 712 288 90 747 293 112
754 328 115 755 325 97 715 291 89
756 299 113 755 334 117 756 324 96
711 320 104 754 309 116 747 341 119
696 303 116 724 310 106 763 315 115
754 294 95 704 307 119 718 316 105
719 332 102 765 294 100 715 310 113
741 360 129 714 339 102 761 302 104
843 391 130 748 361 137 724 339 103
761 361 130 854 390 131 767 363 135
881 383 147 766 362 131 856 388 133
891 422 134 882 389 147 776 363 137
859 380 141 896 418 134 891 391 145
858 410 162 858 381 143 919 418 139
823 403 140 884 412 157 899 376 145
855 366 102 836 384 126 915 407 155
858 335 110 863 360 102 833 375 120
935 363 103 883 331 103 863 351 103
947 350 121 941 357 100 896 320 111
994 350 112 992 347 107 965 357 99
"""
"""Ages 0 to 22 by year 2015 to 2017, each year Heerlen, Landgraaf, Voerendaal."""

WEIGHTS = {HEERLEN: 11.2, LANDGRAAF: 4.1, VOERENDAAL: 1.0, TOGETHER: 16.3}


def printed_counts() -> dict[str, dict[int, list[int]]]:
    """Young people of ages 0 to 22 by municipality and year."""
    columns = list(zip(*([int(n) for n in line.split()] for line in _AGES.split("\n") if line), strict=True))
    order = (HEERLEN, LANDGRAAF, VOERENDAAL)
    return {
        code: {2015 + i: list(columns[3 * i + place]) for i in range(3)} for place, code in enumerate(order)
    }


CHOICES: dict[str, tuple[str, ...]] = {
    "base_year": ("budget", "2015", "2016", "2017", "mean"),
    "savings_scenario": ("none", "low", "middle", "high"),
    "access_transfer_year": ("2020", "2021", "2022", "none"),
}
"""What the levers that choose may be."""

DEFAULTS: dict[str, float | str] = {
    "base_year": "budget",
    "youth_change": 0,
    "demand_growth": 0,
    "arrangements_change": 0,
    "price_index": 1.4,
    "pgb_count": 39,
    "prevention_yield": 1,
    "ramp_years": 3,
    "downscaling": 0,
    "access_effect": 5,
    "waiting_share": 0,
    "escalation_share": 5,
    "savings_scenario": "high",
    "lumpsum_index": 0,
    "extra_budget": 0,
    "prevention_budget": 0,
    "inflow_shift": 0,
    "access_transfer_year": "none",
    "risk_corridor": 0,
    "municipality_share": 0,
}
"""The defaults of the page for Voerendaal."""

RANGES: dict[str, tuple[float, float]] = {
    "youth_change": (-3, 3),
    "demand_growth": (-5, 10),
    "arrangements_change": (-10, 25),
    "price_index": (0, 8),
    "pgb_count": (0, 80),
    "prevention_yield": (0, 4),
    "ramp_years": (2, 8),
    "downscaling": (0, 30),
    "access_effect": (-20, 20),
    "waiting_share": (0, 100),
    "escalation_share": (0, 20),
    "lumpsum_index": (0, 4),
    "extra_budget": (0, 600_000),
    "prevention_budget": (0, 200_000),
    "inflow_shift": (0, 60),
    "risk_corridor": (0, 15),
    "municipality_share": (0, 100),
}
"""The ranges of the page for Voerendaal."""

ENDLESS: dict[str, float | str] = {
    "base_year": "2017",
    "youth_change": 3,
    "demand_growth": -5,
    "arrangements_change": 25,
    "price_index": 8,
    "pgb_count": 80,
    "prevention_yield": 4,
    "ramp_years": 2,
    "waiting_share": 100,
    "prevention_budget": 200_000,
    "inflow_shift": 60,
}
"""A setting in which, in the end, everybody waits: all money goes to heavy help at home."""

WEIGHTED = ("pgb_count", "extra_budget", "prevention_budget")


def defaults_of(municipality: str) -> dict[str, float | str]:
    """The defaults of the page for a municipality; together, each has the savings that it chose."""
    scaled = {key: round(WEIGHTS[municipality] * float(DEFAULTS[key]), 6) for key in WEIGHTED}
    chosen = {HEERLEN: "middle", TOGETHER: "own"}.get(municipality, "high")
    return DEFAULTS | scaled | {"savings_scenario": chosen}


def choices_of(key: str, municipality: str) -> tuple[str, ...]:
    """What a lever that chooses may be in a municipality."""
    own = ("own",) if key == "savings_scenario" and municipality == TOGETHER else ()
    return CHOICES[key] + own


def member_settings(municipality: str, chosen: dict[str, float | str]) -> dict[str, float | str]:
    """The levers of a municipality where those of all together are `chosen`: its share of amounts."""
    shares = {key: float(chosen[key]) * WEIGHTS[municipality] / WEIGHTS[TOGETHER] for key in WEIGHTED}
    savings = chosen["savings_scenario"]
    own = defaults_of(municipality)["savings_scenario"] if savings == "own" else savings
    return chosen | shares | {"savings_scenario": own}


def range_of(key: str, municipality: str) -> tuple[float, float]:
    """The range of the page for a municipality."""
    low, high = RANGES[key]
    weight = WEIGHTS[municipality] if key in WEIGHTED else 1.0
    return round(low * weight, 6), round(high * weight, 6)
