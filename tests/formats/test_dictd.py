from __future__ import annotations

import gzip
import random
import struct
from pathlib import Path

import pytest

from reader.errors import DictionaryError
from reader.formats.dictd import DictdFile
from reader.formats.dictzip import DictzipFile
from reader.formats.entry_files import LONGEST_ENTRY, MOST_ENTRIES
from tests.formats.dictd_samples import (
    ENTRIES,
    SHORT_NAME,
    dictzip,
    encode_number,
    write_dictionary,
)


@pytest.mark.parametrize("chunk_length", [0, 7, 64, 60_000])
def test_every_entry_is_found_however_it_is_compressed(
    tmp_path: Path, chunk_length: int
) -> None:
    book = DictdFile(write_dictionary(tmp_path, chunk_length=chunk_length))
    assert book.title == SHORT_NAME
    for word, text in ENTRIES.items():
        assert book.has(word)
        assert text in book.find(word)


def test_capitals_and_punctuation_do_not_count_and_what_is_missing_is_not_found(
    tmp_path: Path,
) -> None:
    book = DictdFile(write_dictionary(tmp_path, ENTRIES | {"E-Mail": "E-Mail\nmail\n"}))
    assert book.find("MÄRKTE") == book.find("Märkte") != []
    assert book.find("E-Mail") == book.find("Email") == ["E-Mail\nmail\n"]
    for word in ("Mark", "Markta", "", "-", "Zzz", "\t", "00databaseshort", "A" * 5000):
        assert not book.has(word) and book.find(word) == []


def test_a_decomposed_umlaut_is_the_same_letter(tmp_path: Path) -> None:
    book = DictdFile(write_dictionary(tmp_path))
    assert book.has("Ma\u0308rkte")


def test_an_index_that_keeps_capitals_is_searched_as_it_spells(tmp_path: Path) -> None:
    (tmp_path / "a.dict").write_bytes(b"Haus\nhouse\n")
    (tmp_path / "a.index").write_bytes(b"Haus\tA\tL\n")
    book = DictdFile(tmp_path / "a.index")
    assert book.find("Haus") == ["Haus\nhouse\n"]
    assert book.title == "a"


def test_an_entry_of_the_time_before_utf_8_is_read_as_windows_1252(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.dict").write_bytes("Tür\ndoor".encode("cp1252"))
    (tmp_path / "a.index").write_bytes("tür\tA\tI\n".encode())
    assert DictdFile(tmp_path / "a.index").find("Tür") == ["Tür\ndoor"]


def test_control_characters_of_an_entry_are_shown_and_never_passed_on(
    tmp_path: Path,
) -> None:
    index = write_dictionary(
        tmp_path, {"rot": "rot\n\x1b[31mred\x1b]52;c;eA==\x07\u202e"}
    )
    (text,) = DictdFile(index).find("rot")
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert "␛[31mred" in text


@pytest.mark.parametrize(
    "line",
    [
        b"markt\n",
        b"markt\tA\n",
        b"markt\tA\t\n",
        b"markt\t?\tB\n",
        b"markt\tA\tA\n",
        b"markt\t//////////////\tB\n",
        b"markt",
        b"\n\n\n\n",
        b"\xff\xfe\t\t\t\n" * 50,
    ],
)
def test_a_line_of_the_index_that_says_no_place_is_passed_over(
    tmp_path: Path, line: bytes
) -> None:
    (tmp_path / "a.dict").write_bytes(b"Markt\nmarket\n")
    (tmp_path / "a.index").write_bytes(line)
    book = DictdFile(tmp_path / "a.index")
    assert book.find("Markt") == [] and not book.has("Markt")


@pytest.mark.parametrize("chunk_length", [0, 8])
@pytest.mark.parametrize("place", [("A", "//"), ("//////////", "B"), ("///", "/////")])
def test_a_place_behind_the_end_is_an_error_and_allocates_nothing(
    tmp_path: Path, chunk_length: int, place: tuple[str, str]
) -> None:
    index = write_dictionary(tmp_path, {"a": "a\n"}, chunk_length=chunk_length)
    index.write_text(f"markt\t{place[0]}\t{place[1]}\n")
    with pytest.raises(DictionaryError, match=r"damaged|cannot be read"):
        DictdFile(index).find("Markt")


def test_an_endless_entry_is_cut_off_and_a_thousand_entries_are_a_hundred(
    tmp_path: Path,
) -> None:
    body = "ä".encode() * LONGEST_ENTRY
    (tmp_path / "a.dict").write_bytes(b"x" + body)
    lines = f"lang\tA\t{encode_number(len(body))}\n" + "viel\tA\tB\n" * 1000
    lines += "".join(f"viele\t{encode_number(n)}\tB\n" for n in range(1000))
    (tmp_path / "a.index").write_text(lines)
    book = DictdFile(tmp_path / "a.index")
    (text,) = book.find("lang")
    assert len(text.encode()) <= LONGEST_ENTRY + 2
    assert book.find("viel") == ["x"]
    assert len(book.find("viele")) == MOST_ENTRIES


def test_an_index_alone_and_a_folder_that_is_gone_are_clear_errors(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.index").write_text("")
    with pytest.raises(DictionaryError) as alone:
        DictdFile(tmp_path / "a.index")
    assert "a.dict.dz" in alone.value.hint
    with pytest.raises(DictionaryError, match="cannot be read"):
        DictdFile(tmp_path / "gone.index")


BODY = "".join(f"Zeile {number}\n" for number in range(500)).encode()


def open_dictzip(folder: Path, data: bytes) -> DictzipFile:
    path = folder / "a.dict.dz"
    path.write_bytes(data)
    return DictzipFile(path)


def test_any_stretch_of_a_dictzip_file_is_the_stretch_of_its_text(
    tmp_path: Path,
) -> None:
    packed = open_dictzip(tmp_path, dictzip(BODY, 100))
    chance = random.Random(4)
    for _ in range(200):
        start = chance.randrange(len(BODY))
        length = chance.randint(1, min(700, len(BODY) - start))
        assert packed.read(start, length) == BODY[start : start + length]


def test_gzip_agrees_with_what_the_tests_take_for_dictzip() -> None:
    assert gzip.decompress(dictzip(BODY, 100)) == BODY


def test_a_gzip_file_without_a_table_is_refused_with_a_way_out(tmp_path: Path) -> None:
    for data in (gzip.compress(BODY), b"", b"PK\x03\x04", BODY):
        with pytest.raises(DictionaryError) as refused:
            open_dictzip(tmp_path, data)
        assert "gunzip" in refused.value.hint


def test_a_table_that_lies_is_an_error(tmp_path: Path) -> None:
    good = dictzip(BODY, 100)
    # Version, length of a chunk and number of chunks stand from byte 16 on.
    for place, value in ((16, 2), (18, 0), (20, 60_000)):
        bad = good[:place] + struct.pack("<H", value) + good[place + 2 :]
        with pytest.raises(DictionaryError, match="damaged"):
            open_dictzip(tmp_path, bad).read(0, 10)
    with pytest.raises(DictionaryError, match="damaged"):
        open_dictzip(tmp_path, good[:-200])


def test_a_chunk_becomes_no_longer_than_the_table_says(tmp_path: Path) -> None:
    # A bomb: the table says 10 bytes, the chunk would become a million.
    bomb = dictzip(bytes(1_000_000), 65_535)
    bad = bomb[:18] + struct.pack("<H", 10) + bomb[20:]
    assert open_dictzip(tmp_path, bad).read(0, 10) == bytes(10)


def test_a_chunk_that_is_too_short_moves_nothing(tmp_path: Path) -> None:
    good = dictzip(BODY, 100)
    bad = good[:18] + struct.pack("<H", 101) + good[20:]
    with pytest.raises(DictionaryError, match="too short"):
        open_dictzip(tmp_path, bad).read(0, 10)


@pytest.mark.parametrize("seed", range(20))
def test_damage_anywhere_is_an_error_or_other_text_and_never_a_crash(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    data = bytearray(dictzip(BODY, 100))
    for _ in range(30):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        packed = open_dictzip(tmp_path, bytes(data))
        for start in range(0, len(BODY), 97):
            assert len(packed.read(start, 50)) == 50
    except DictionaryError as error:
        assert error.message and error.hint
