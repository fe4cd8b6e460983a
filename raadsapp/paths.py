"""Where the dossier, the resources and the user's own files are."""

from pathlib import Path

# The same as importlib.resources finds, at a tenth of the time until the window is there.
_PACKAGE = Path(__file__).parent
_NAME = "raadsapp"


def _shipped(name: str) -> Path:
    """Folder `name` inside the installed package, or beside the package in a checkout."""
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def data_dir() -> Path:
    """Folder with the dossier: goals, indicators, levers, layouts, facts."""
    return _shipped("data")


def resources_dir() -> Path:
    """Folder with fonts, icons and other files that are not content."""
    return _shipped("resources")


def user_data_dir() -> Path:
    """The platform's folder for this user's store; not created here."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def user_log_dir() -> Path:
    """The platform's folder for this user's log files; not created here."""
    from platformdirs import user_log_path

    return user_log_path(_NAME, appauthor=False)


def user_cache_dir() -> Path:
    """The platform's folder for what this program can make again; not created here."""
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def user_settings_file() -> Path:
    """The file in which the window keeps its place and the reader's choices."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "raadsapp.ini"


def layouts_dir() -> Path:
    """The folder with the layouts that this user made; not created here."""
    return user_data_dir() / "indelingen"


def drafts_dir() -> Path:
    """The folder with what this user is writing and has not saved in a dossier; not created here."""
    return user_data_dir() / "concepten"


def default_store() -> Path:
    """The store that opens when no other is named."""
    return user_data_dir() / "dossier.raadsapp"
