"""The words of a PDF that the program wrote, read from its streams and the code tables of its typefaces."""

import re
import zlib
from pathlib import Path

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_FONTS = re.compile(rb"/(f\d+) (\d+) 0 R")
_TOKEN = re.compile(rb"/(f\d+) [\d.]+ Tf|(T[Jj]|BDC)|\(")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

Objects = dict[int, bytes]


def pdf_text(path: Path) -> str:
    """All words in the order of reading, with single spaces between them."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(path.read_bytes())}
    pages = [body for body in objects.values() if b"/Type/Page/" in body]
    return " ".join(" ".join(_page(objects, page) for page in pages).split())


def _page(objects: Objects, page: bytes) -> str:
    resources = objects[_reference(page, b"Resources")]
    fonts = {name: _letters(objects, int(number)) for name, number in _FONTS.findall(resources)}
    stream = _stream(objects[_reference(page, b"Contents")])
    here: dict[int, str] = {}
    words, strings, at = "", b"", 0
    while found := _TOKEN.search(stream, at):
        at = found.end()
        if found[1]:
            here = fonts[found[1]]
        elif found[2]:
            # A string before BDC says something about what follows, and is not shown.
            words += "" if found[2] == b"BDC" else f"{_decoded(strings, here)} "
            strings = b""
        else:
            end = _closing(stream, at)
            strings += stream[at:end]
            at = end + 1
    return words


def _closing(stream: bytes, at: int) -> int:
    """Where the string ends that begins at `at`; brackets in it are in pairs or escaped."""
    depth = 1
    for found in _BRACKET.finditer(stream, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    message = "a string without an end"
    raise ValueError(message)


def _letters(objects: Objects, number: int) -> dict[int, str]:
    """Which character each code of a typeface stands for."""
    table = _stream(objects[_reference(objects[number], b"ToUnicode")])
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _CODE.findall(table)
    }


def _decoded(string: bytes, letters: dict[int, str]) -> str:
    plain = _ESCAPE.sub(_unescaped, string)
    codes = zip(plain[::2], plain[1::2], strict=True)
    return "".join(letters[256 * high + low] for high, low in codes)


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1].isdigit():
        return bytes([int(found[1], 8)])
    return _LETTERS.get(found[1], found[1])


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    return zlib.decompress(found[1])


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found
    return int(found[1])
