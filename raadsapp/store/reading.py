"""A store that cannot be written is read from a copy in a folder of its own, which is gone afterwards."""

from pathlib import Path
from typing import TYPE_CHECKING

from raadsapp.store import copying, faults
from raadsapp.store.connection import Store, open_store

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


class _CopiedStore(Store):
    """A store whose copy is removed when it is closed."""

    def __init__(self, path: Path, copied: Store, folder: "TemporaryDirectory[str]") -> None:
        super().__init__(path, copied.connection, copied.path)
        self._folder = folder

    def close(self) -> None:
        """Close the copy and remove it."""
        super().close()
        self._folder.cleanup()


def open_to_read(path: Path, *, create: bool = True) -> Store:
    """Open the store at `path`, or where it cannot be written a copy with everything that was confirmed.

    Of a copy `file` differs from `path`; seal it when it is as it should be read, for nothing in it is kept.
    Raises what `open_store` raises, NotWritableError only when there is nothing to copy or no room for it.
    """
    try:
        return open_store(path, create=create)
    except faults.NotWritableError as fault:
        if not path.is_file():
            raise
        return _opened_copy(path, fault)


def _opened_copy(path: Path, refused: faults.NotWritableError) -> Store:
    from tempfile import TemporaryDirectory  # an ordinary start does without

    folder = TemporaryDirectory(prefix="raadsapp-")
    try:
        return _CopiedStore(path, open_store(_copied(path, Path(folder.name))), folder)
    except OSError as fault:
        folder.cleanup()
        raise refused from fault
    except faults.DamagedError as fault:
        folder.cleanup()
        raise faults.damaged(path) from fault
    except BaseException:
        folder.cleanup()
        raise


def _copied(path: Path, folder: Path) -> Path:
    target = folder / path.name
    try:
        copying.copy(path, target)
    except faults.NotWritableError:
        from shutil import copyfile

        # SQLite needs files beside the store even to read it. Where it cannot make them nobody else writes
        # the store either, and its bytes and those of its log stand still.
        for ending in ("", "-wal"):
            if (part := Path(f"{path}{ending}")).exists():
                copyfile(part, f"{target}{ending}")
    return target
