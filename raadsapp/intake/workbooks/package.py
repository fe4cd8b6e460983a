"""What kind of file a workbook is, before anything of it is unpacked further than it may be."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from raadsapp.intake.workbooks.messages import MAX_SHEETS, Reason

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A sheet of a million rows unpacks to some 300 MB, in a file a tenth of that.
MAX_UNPACKED = 512 * 1024 * 1024
_SMALL_ENOUGH = 64 * 1024 * 1024
_STEEPEST = 400
_MAX_DIRECTORY = 1024 * 1024
_MAX_PARTS = 10_000
_DIRECTORY_END = b"PK\x05\x06"
_HEAD = 4096
_ENCRYPTED = 0x1
_OLE_STREAMS = tuple(name.encode("utf-16-le") for name in ("workbook", "book", "encryptedpackage"))


def refused(content: bytes) -> Reason | None:
    """Why a file that begins like a workbook is none that may be opened; None when it may."""
    if content.startswith(OLE_MARK):
        lower = content.lower()
        if any(name in lower for name in _OLE_STREAMS):
            return None
        return Reason.BROKEN if _without_contents(content) else Reason.DOCUMENT
    if _directory_size(content) > _MAX_DIRECTORY:
        return Reason.BOMB
    try:
        with ZipFile(BytesIO(content)) as package:
            return _refused_package(package, len(content))
    except (BadZipFile, NotImplementedError, OSError, EOFError, ValueError):
        return Reason.BROKEN


def endings(content: bytes) -> tuple[str, ...]:
    """How the name of such a file ends; a workbook with a password looks like an old one from outside."""
    if content.startswith(OLE_MARK):
        return (".xlsx", ".xls")
    if b"content.xml" in content:
        return (".ods",)
    return (".xlsb",) if b"workbook.bin" in content else (".xlsx",)


def _without_contents(content: bytes) -> bool:
    """Whether an OLE file ends before the sector in which its table of contents begins ([MS-CFB], 2.2)."""
    shift, sector = (int.from_bytes(content[at:end], "little") for at, end in ((30, 32), (48, 52)))
    return len(content) < (sector + 2) << shift


def _refused_package(package: ZipFile, size: int) -> Reason | None:
    parts = package.infolist()
    if too_much := _too_much(parts, size):
        return too_much
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        return Reason.PASSWORD
    names = {part.filename.replace("\\", "/").casefold() for part in parts}
    if any(name.startswith(("word/", "ppt/")) for name in names):
        return Reason.DOCUMENT
    if "mimetype" in names and not _spreadsheet(package):
        return Reason.DOCUMENT
    if not names & {"[content_types].xml", "content.xml"}:
        return Reason.ARCHIVE
    return Reason.ENTITIES if any(_has_doctype(package, part) for part in parts) else None


def _directory_size(content: bytes) -> int:
    """Bytes of the list of parts as the end of the file states it; 0 when there is no such end."""
    end = content.rfind(_DIRECTORY_END)
    return int.from_bytes(content[end + 12 : end + 16], "little") if end >= 0 else 0


def _too_much(parts: list[ZipInfo], size: int) -> Reason | None:
    """Why a workbook is more than may be unpacked; None when it is not."""
    sheets = sum(part.filename.startswith("xl/worksheets/") for part in parts)
    if len(parts) > _MAX_PARTS and sheets > MAX_SHEETS:
        return Reason.SHEETS
    return Reason.BOMB if _bomb(parts, size) else None


def _bomb(parts: list[ZipInfo], size: int) -> bool:
    """Whether the parts unpack to more than any workbook of this size does, or overlap each other."""
    return (
        len(parts) > _MAX_PARTS
        or sum(part.file_size for part in parts) > MAX_UNPACKED
        or sum(part.compress_size for part in parts) > size
        or any(part.file_size > max(_SMALL_ENOUGH, _STEEPEST * part.compress_size) for part in parts)
    )


def _spreadsheet(package: ZipFile) -> bool:
    with package.open("mimetype") as kind:
        return b"spreadsheet" in kind.read(_HEAD)


def _has_doctype(package: ZipFile, part: ZipInfo) -> bool:
    """Whether an XML part declares entities; no spreadsheet program writes that in a sheet."""
    name = part.filename.casefold()
    if not name.endswith((".xml", ".rels")) or name.startswith("meta-inf/"):
        return False
    with package.open(part) as text:
        return b"<!DOCTYPE" in text.read(_HEAD)
