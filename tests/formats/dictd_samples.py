"""Dictionaries that tests write: an index, and entries plain or by dictzip."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

ENTRIES = {
    "Bedarf": "Bedarf /bədˈaʁf/ <masc, n, sg>\nneed <n>, demand <n>\n",
    "Chip": "Chip <masc, n, sg>\nchip <n>\n see: {Chips}\n",
    "KI": "KI <fem, n>\nartificial intelligence <n>AI,  /ˈaɪ/\n",
    "Macht": "Macht <fem, n, sg>\npower <n>\n see: {Mächte}\n",
    "Markt": (
        "Markt /mˈaɾkt/ <masc, n, sg>\n [econ.] market place <n>, market <n>\n"
        '      "auf den Markt bringen"  - put on the market\n'
        " see: {Exportmarkt}, {Märkte}, {freier Markt}\n"
    ),
    "Märkte": "Märkte <pl>\nmarkets\n see: {Markt}\n",
    "Rechenleistung": "Rechenleistung <fem, n, sg>\ncomputing power <n>\n",
    "Sprache": "Sprache <fem, n, sg>\nlanguage <n>\n",
    "gehen": "gehen <v>\ngo <v>, walk <v>\n",
    "ging": "ging\nwalked\n see: {gehen}\n",
    "gestützt": "gestützt <adj>\nsupported <adj>\n",
    "machen": "machen <v>\nmake <v>\n",
}
SHORT_NAME = "German - English sample"


def encode_number(number: int) -> str:
    """Return a number as an index has it."""
    digits = _DIGITS[number % 64]
    while number := number // 64:
        digits = _DIGITS[number % 64] + digits
    return digits


def write_dictionary(
    folder: Path,
    entries: Mapping[str, str] = ENTRIES,
    name: str = "sample-deu-eng",
    chunk_length: int = 64,
) -> Path:
    """Write a dictionary as dictfmt and dictzip do; return its index.

    Entries lie across several chunks at the usual `chunk_length` of the tests; with 0
    they are not compressed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"00databaseshort": f"{SHORT_NAME}\n", "00databaseutf8": "\n"} | {
        "".join(sign for sign in word.lower() if sign.isalnum() or sign == " "): text
        for word, text in entries.items()
    }
    lines, body = [], b""
    for key, text in texts.items():
        data = text.encode()
        place = f"{encode_number(len(body))}\t{encode_number(len(data))}"
        lines.append(f"{key}\t{place}\n".encode())
        body += data
    index = folder / f"{name}.index"
    index.write_bytes(b"".join(sorted(lines)))
    if chunk_length:
        (folder / f"{name}.dict.dz").write_bytes(dictzip(body, chunk_length))
    else:
        (folder / f"{name}.dict").write_bytes(body)
    return index


def dictzip(body: bytes, chunk_length: int, flags: int = 4 | 8) -> bytes:
    """Return `body` as dictzip compresses it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    chunks = [
        packer.compress(body[start : start + chunk_length])
        + packer.flush(zlib.Z_FULL_FLUSH)
        for start in range(0, len(body), chunk_length)
    ]
    sizes = [len(chunk) for chunk in chunks]
    table = struct.pack(f"<HHH{len(sizes)}H", 1, chunk_length, len(sizes), *sizes)
    extra = b"RA" + struct.pack("<H", len(table)) + table
    header = b"\x1f\x8b\x08" + bytes([flags]) + bytes(6)
    header += struct.pack("<H", len(extra)) + extra + b"sample.dict\0"
    end = packer.flush() + struct.pack("<II", zlib.crc32(body), len(body))
    return header + b"".join(chunks) + end
