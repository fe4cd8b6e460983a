"""Run the core tests in an environment that has no Qt at all, and measure their branch coverage."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENVIRONMENT = ROOT / "build" / "core-environment"
PYTHON = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin") / "python"
LOCK = ROOT / "requirements" / "dev.txt"
QT = ("pyside6-essentials", "shiboken6", "pyqtgraph", "pytest-qt")


def _run(*command: str | Path, **environment: str) -> int:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **environment}, check=False
    ).returncode


def _ready() -> bool:
    """Make the environment anew whenever the lock file changed."""
    stamp = ENVIRONMENT / "made-from"
    made_from = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == made_from:
        return True
    uv = (sys.executable, "-m", "uv")
    done = (
        _run(*uv, "venv", "--quiet", "--clear", "--python", sys.executable, ENVIRONMENT) == 0
        and _run(*uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", LOCK) == 0
        and _run(*uv, "pip", "uninstall", "--quiet", "--python", PYTHON, *QT) == 0
    )
    if done:
        stamp.write_text(made_from)
    return done


def main() -> int:
    """Status 0 when all core tests pass and cover what they must."""
    if not _ready():
        return 1
    coverage = (PYTHON, "-m", "coverage")
    _run(*coverage, "erase")
    failed = _run(*coverage, "run", "-m", "pytest", "-n", "auto", "tests/core", PYTHONPATH=str(ROOT))
    _run(*coverage, "combine", "--quiet")
    return failed or _run(*coverage, "report")


if __name__ == "__main__":
    sys.exit(main())
