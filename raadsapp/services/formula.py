"""Formulas as text: worked out, written with symbols, and written with their values filled in.

A formula is written as in Python with `+ - * / **`, `min` and `max`: `V - min(w / 100 * T, K)`. One text
gives the value and both writings, so what a reader sees is what was worked out.
"""

import ast
from collections.abc import Callable, Mapping
from functools import lru_cache
from math import floor, isinf, log10
from operator import add, mul, pow, sub, truediv  # noqa: A004 - the power of two numbers, as in a formula

from raadsapp.texts import exact

Term = Callable[[float, float], float]

_DIGITS = 9
"""Figures a reader gets of a number: enough to work a formula out by hand to the euro."""
_MOST_DECIMALS = 12
_LARGE, _CENTS = 5, 2
"""Amounts with more than this many figures before the comma are exact to the cent."""
_TERMS: dict[type[ast.operator], tuple[int, str, Term]] = {
    ast.Add: (1, " + ", add),
    ast.Sub: (1, " − ", sub),
    ast.Mult: (2, " × ", mul),
    ast.Div: (2, " ÷ ", truediv),
    ast.Pow: (4, " ^ ", pow),
}
_LOOSEST, _NEGATIVE, _WHOLE = 1, 3, 5
_CHOICES: dict[str, tuple[str, Callable[..., float]]] = {
    "min": ("kleinste", min),
    "max": ("grootste", max),
}
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def worked_out(formula: str, values: Mapping[str, float]) -> float:
    """The value of a formula; KeyError for a symbol without a value (a fault in the program)."""
    return _value(_parsed(formula), values)


def written(formula: str, values: Mapping[str, float] | None = None) -> str:
    """The formula as a reader writes it: with its symbols, or with `values` filled in for them."""
    return _written(_parsed(formula), values)[0]


def symbol(name: str) -> str:
    """A symbol as a reader meets it: `c2015` as `c₂₀₁₅`."""
    return name.translate(_LOWERED)


def full(value: float) -> str:
    """A number in Dutch with at most nine figures, as far as they count: `1.504.818,64`."""
    if isinf(value):
        return "oneindig"
    before_comma = floor(log10(abs(value))) + 1 if value else 1
    most = _CENTS if before_comma > _LARGE else _MOST_DECIMALS
    return exact(value, min(max(_DIGITS - before_comma, 0), most))


@lru_cache(maxsize=512)
def _parsed(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.Name(id=name):
            return values[name]
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, values)
        case ast.BinOp(left=left, op=op, right=right):
            return float(_TERMS[type(op)][2](_value(left, values), _value(right, values)))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _CHOICES[name][1](*(_value(argument, values) for argument in arguments))
    raise ValueError(ast.unparse(node))


def _written(node: ast.expr, values: Mapping[str, float] | None) -> tuple[str, int]:
    """The words of a part, and how tightly they hold together."""
    match node:
        case ast.Name(id=name) if values is None:
            return symbol(name), _WHOLE
        case ast.Name(id=name) if values is not None:
            return full(values[name]), _WHOLE if values[name] >= 0 else _LOOSEST
        case ast.Constant(value=int() | float() as number):
            return str(number) if isinstance(number, int) else full(number), _WHOLE
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"−{_held(operand, values, _WHOLE)}", _NEGATIVE
        case ast.BinOp(left=left, op=op, right=right):
            tightness, sign, _ = _TERMS[type(op)]
            loose = isinstance(op, ast.Add | ast.Mult) and not _is_negative(right, values)
            words = (_held(left, values, tightness), _held(right, values, tightness + (not loose)))
            return sign.join(words), tightness
        case ast.Call(func=ast.Name(id=name), args=arguments):
            listed = "; ".join(_written(argument, values)[0] for argument in arguments)
            return f"{_CHOICES[name][0]}({listed})", _WHOLE
    raise ValueError(ast.unparse(node))


def _is_negative(node: ast.expr, values: Mapping[str, float] | None) -> bool:
    """Whether a number below zero stands here, which needs brackets behind a sign."""
    return isinstance(node, ast.Name) and values is not None and values[node.id] < 0


def _held(node: ast.expr, values: Mapping[str, float] | None, least: int) -> str:
    """A part, between brackets where it would otherwise fall apart."""
    words, tightness = _written(node, values)
    return words if tightness >= least else f"({words})"
