"""How deep the steps of an example case lie: the most choices that lead there without turning back."""

from raadsapp.domain.case import Case


def depths(case: Case) -> dict[int, int]:
    """For each step that is reached, by its number, the most choices that lead there without turning back.

    A choice turns back when it leads to a step that was passed on the way to it.
    """
    if not case.steps:
        return {}
    ways, order = _ways_on(case)
    found = {0: 0}
    for number in order:
        for to in ways[number]:
            found[to] = max(found.get(to, 0), found[number] + 1)
    return found


def most_choices(case: Case) -> int:
    """How many choices the longest way through a case has, when nobody turns back."""
    return max(depths(case).values(), default=0)


def _ways_on(case: Case) -> tuple[dict[int, list[int]], list[int]]:
    """For each step that is reached those its choices lead on to, and the steps, each before those.

    Every way is followed to its end before the next one is, step for step: a case may be very deep.
    """
    places = {step.key: number for number, step in reversed(list(enumerate(case.steps)))}

    def leads_to(number: int) -> list[int]:
        keys = dict.fromkeys(choice.to for choice in case.steps[number].choices)
        return [places[key] for key in keys if key in places]

    ways: dict[int, list[int]] = {0: []}
    left = {0: leads_to(0)}  # what is still to be followed of each step on the way, the last one first
    ended: list[int] = []
    while left:
        number, ahead = next(reversed(left.items()))
        if not ahead:
            ended.append(number)
            del left[number]
            continue
        to = ahead.pop(0)
        if to in left:
            continue
        ways[number].append(to)
        if to not in ways:
            ways[to] = []
            left[to] = leads_to(to)
    return ways, ended[::-1]
