"""Files and helpers that several core tests share."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from raadsapp.content.loading import load
from raadsapp.errors import UserError
from raadsapp.services.opening import Session, open_session
from raadsapp.store.connection import Store, open_store
from tests.core.shipped import dossier

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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open store without a dossier, at `dossier.raadsapp`."""
    opened = open_store(tmp_path / "dossier.raadsapp")
    yield opened
    opened.close()


@pytest.fixture
def session(tmp_path: Path, small_dossier: Path) -> Iterator[Session]:
    """A session on a store with the small dossier, at `small.raadsapp`."""
    opened = open_session(tmp_path / "small.raadsapp", small_dossier)
    yield opened
    opened.close()


@pytest.fixture
def shipped_session(store: Store) -> Session:
    """A session on an empty store with the shipped dossier beside it."""
    return Session(store, dossier())
