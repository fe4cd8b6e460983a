"""The shape of the code: small modules, telling names, and a start that loads little."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "raadsapp").rglob("*.py"))
HEAVY = ("PySide6", "numpy", "pyqtgraph", "sqlite_utils", "msgspec", "typst", "xlsxwriter", "odfdo", "deduce")
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}


def _text(module: Path) -> str:
    return module.read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_a_module_stays_under_three_hundred_lines_and_a_function_under_forty_six(module: Path) -> None:
    source = _text(module)
    assert len(source.splitlines()) <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno + 1 <= 45, f"{node.name} is too long"


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [module for module in MODULES if module.stem in SAYS_NOTHING]


def test_the_chart_library_is_imported_in_one_module() -> None:
    importing = [
        module.name
        for module in MODULES
        if re.search(r"^\s*(import|from) pyqtgraph", _text(module), re.MULTILINE)
    ]
    assert importing == ["plot.py"]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_asking_for_version_or_help_loads_neither_qt_nor_numpy(arguments: list[str]) -> None:
    watch = (
        "import sys\n"
        "from raadsapp.__main__ import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit:\n"
        f"    print(sorted(set({HEAVY!r}) & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", watch], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"
