"""Words of Qt's own file dialog that its Dutch translation lacks; shown where a desktop has none."""

from PySide6.QtCore import QTranslator

_DIALOG = {"&Look in:": "&Zoeken in:", "Files of &type:": "Bestands&type:"}
_KINDS = {
    "%1 File": "%1-bestand",
    "Drive": "Schijf",
    "File": "Bestand",
    "File Folder": "Map",
    "Folder": "Map",
    "Shortcut": "Snelkoppeling",
    "Unknown": "Onbekend",
}
_WORDS = {"QFileDialog": _DIALOG, "QAbstractFileIconProvider": _KINDS, "QFileSystemModel": _KINDS}


class QtWords(QTranslator):
    """Asked before the translation that Qt brings; what it does not know is left to that one."""

    def translate(self, context: str, source: str, /, *_rest: object) -> str:
        """What to say instead of a word of a class of Qt, or None."""
        return _WORDS.get(context, {}).get(source)  # type: ignore[return-value]
