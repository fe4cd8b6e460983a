"""What is loaded before the first file is chosen."""

import subprocess
import sys
from pathlib import Path

from raadsapp import paths

_READ = """
import sys
from pathlib import Path
from raadsapp import paths
from raadsapp.services import deliveries
from raadsapp.services.loading_ahead import load_ahead
from raadsapp.services.opening import open_session

session = open_session(Path(sys.argv[1]), paths.data_dir())
load_ahead()
loaded = set(sys.modules)
deliveries.preview(session, Path(sys.argv[2]))
print(*sorted(name for name in set(sys.modules) - loaded if name.startswith(("raadsapp", "numpy"))))
session.close()
"""


def test_after_loading_ahead_reading_a_file_loads_nothing_of_weight(tmp_path: Path) -> None:
    """A new module of the intake is loaded ahead too, or the first file takes longer than the next."""
    example = next(paths.data_dir().glob("examples/*.xlsx"))
    command = [sys.executable, "-c", _READ, str(tmp_path / "dossier.raadsapp"), str(example)]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    assert read.stdout.split() == []
