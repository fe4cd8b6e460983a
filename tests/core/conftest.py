"""Files and helpers that several core tests share."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from raadsapp.content.loading import load
from raadsapp.errors import UserError

Broken = Callable[[str, str, str], UserError]


@pytest.fixture
def small_dossier(tmp_path: Path) -> Path:
    """Folder `data` with a dossier that is complete and has one or two items of each kind."""
    return Path(shutil.copytree(Path(__file__).parent / "small_dossier", tmp_path / "data"))


@pytest.fixture
def broken(small_dossier: Path) -> Broken:
    """Put `new` for `old` in a file of the small dossier and hand back the error with which it is refused."""

    def replace_and_load(file: str, old: str, new: str) -> UserError:
        path = small_dossier / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(UserError) as caught:
            load(small_dossier)
        return caught.value

    return replace_and_load
