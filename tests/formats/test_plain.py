"""Bytes to text: every encoding a German article comes in, and what is no text."""

import codecs
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import DocumentError, SettingsError
from reader.formats.plain import MAX_BYTES, decode_text, read_text

ARTICLE = (
    "Straßenbahn fährt wieder – nach 40 Jahren\r\n\r\n"
    "„Größer als je zuvor“, sagte die Bürgermeisterin am 3. Mai.\n"
    "Die Strecke kostet 7,6 Mio. €.\r"
)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-32",
        "utf-16-le",
        "utf-16-be",
        "cp1252",
    ],
)
def test_the_encoding_is_found_out_and_newlines_stay(encoding: str) -> None:
    assert decode_text(ARTICLE.encode(encoding), "a.txt") == ARTICLE


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_is_believed_and_not_part_of_the_text(
    mark: bytes, encoding: str
) -> None:
    assert decode_text(mark + ARTICLE.encode(encoding), "a.txt") == ARTICLE


@pytest.mark.parametrize(
    ("data", "text"),
    [
        # Too short for any statistics: detectors take this for cp1006.
        ("Größe".encode("latin-1"), "Größe"),
        ("Ärger".encode(), "Ärger"),
        (b"nur ASCII", "nur ASCII"),
        ("Ja!".encode("utf-16-le"), "Ja!"),
        # 0x81 means nothing in windows-1252; the curly quotes around it do.
        (b"\x84Gr\xfc\xdfe\x93 \x81", "„Grüße“ \x81"),
        # Decomposed umlauts are left as they are: offsets count in this text.
        ("u\u0308ber".encode(), "u\u0308ber"),
        ("\ufeff\ufeffzwei Marken".encode(), "\ufeffzwei Marken"),
    ],
)
def test_short_texts_are_decoded(data: bytes, text: str) -> None:
    assert decode_text(data, "a.txt") == text


def test_utf8_that_broke_off_stays_utf8() -> None:
    data = (ARTICLE * 3 + "ä").encode()[:-1]
    assert decode_text(data, "a.txt") == ARTICLE * 3 + "\ufffd"


def test_a_named_encoding_overrides_what_the_bytes_look_like() -> None:
    assert decode_text("Größe".encode("cp850"), "a.txt", "cp850") == "Größe"
    assert decode_text("Größe".encode(), "a.txt", "cp1252") == "GrÃ¶ÃŸe"
    assert decode_text("Größe".encode("utf-8-sig"), "a.txt", "utf-8") == "Größe"


@pytest.mark.parametrize("encoding", ["klingonisch", "hex", "rot13", "a\0b"])
def test_an_unknown_encoding_is_a_settings_error(encoding: str) -> None:
    with pytest.raises(SettingsError, match="no text encoding") as caught:
        decode_text(b"Hallo", "a.txt", encoding)
    assert "cp1252" in caught.value.hint


def test_a_named_encoding_that_does_not_fit_names_the_byte() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt is not utf-8: byte 2 ") as caught:
        decode_text(b"Gr\xf6\xdfe", "a.txt", "utf-8")
    assert "--encoding" in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u200b\u00ad\n".encode()],
)
def test_what_has_nothing_to_read_is_empty(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.txt is empty"):
        decode_text(data, "a.txt")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"%PDF-1.7\nHallo Welt", "PDF"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "DOCX"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "EPUB"),
        (b"PK\x03\x04" + bytes(26) + b"brief.txt", "ZIP"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip"),
        (b"\xfd7zXZ\0\0\x04", "xz"),
        (b"{\\rtf1\\ansi Gr\\'fc\\'dfe}", "RTF"),
        (b"GIF89a\x01\0\x01\0", "GIF"),
        (b"MZ\x90\0\x03\0\0\0", "program"),
        (b"\x7fELF\x02\x01\x01\0", "program"),
        (bytes(range(256)) * 4, "binary data"),
        (bytes(b for b in range(1, 256)) * 4, "binary data"),
    ],
)
def test_binary_files_are_named(head: bytes, kind: str) -> None:
    with pytest.raises(DocumentError, match=kind) as caught:
        decode_text(head, "a.txt")
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    ["GIF89a ist ein altes Bildformat.", "MZ steht für Mainz.", "RIFF heißt Riff."],
)
def test_text_that_begins_like_a_signature_is_text(text: str) -> None:
    assert decode_text(text.encode(), "a.txt") == text


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    text = ARTICLE * 3 + "\x1b[31mrot\x0c\x02"
    assert decode_text(text.encode(), "a.txt") == text


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zs", "Zl", "Zp"]),
        min_size=1,
    )
)
def test_utf8_always_comes_back(text: str) -> None:
    # "%PDF-" and the like are refused whatever follows.
    assert decode_text(("Satz: " + text).encode(), "a.txt") == "Satz: " + text


def test_a_file_is_read_with_its_newlines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode("utf-16"))
    assert read_text(path) == ARTICLE


def test_what_is_no_file_is_refused_with_a_hint(tmp_path: Path) -> None:
    fifo, link, device = tmp_path / "f.txt", tmp_path / "l.txt", Path("/dev/null")
    os.mkfifo(fifo)
    link.symlink_to("weg.txt")
    loop = tmp_path / "loop.txt"
    loop.symlink_to("loop.txt")
    for path, message in [
        (tmp_path, "is a folder"),
        (tmp_path / "fehlt.txt", "there is no file"),
        (link, r"is a link to weg\.txt, which does not exist"),
        (loop, "cannot be read"),
        (fifo, "is not a regular file"),
        (device, "is not a regular file"),
    ]:
        with pytest.raises(DocumentError, match=message) as caught:
            read_text(path)
        assert caught.value.hint


def test_a_socket_is_not_a_regular_file(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        with pytest.raises(DocumentError, match="is not a regular file"):
            read_text(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hallo")
    path.chmod(0)
    with pytest.raises(DocumentError, match="Permission denied"):
        read_text(path)


def test_a_file_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_text(tmp_path / "\x1b[2Jweg.txt")
    assert "\x1b" not in caught.value.message + caught.value.hint


def test_a_huge_file_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "riesig.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 10)
    with pytest.raises(DocumentError, match="longer than 256 MiB"):
        read_text(path)
