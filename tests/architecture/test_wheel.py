"""The wheel holds the dossier and the resources, so that it works without the source tree."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]


def test_the_wheel_carries_the_dossier_the_fonts_and_the_icons(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(ZipFile(wheel).namelist())
    sources = [
        (f"raadsapp/_{top}", path.relative_to(ROOT / top))
        for top in ("data", "resources")
        for path in (ROOT / top).rglob("*")
        if path.is_file() and "pictures" not in path.parts
    ]
    assert sources
    assert not [path for folder, path in sources if f"{folder}/{path.as_posix()}" not in shipped]
