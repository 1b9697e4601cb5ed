from __future__ import annotations

import gzip
import random
import struct
from pathlib import Path

import pytest

from reader.errors import DictionaryError
from reader.formats.entry_files import LONGEST_ENTRY, MOST_ENTRIES
from reader.formats.freedict import read_entry
from reader.formats.stardict import StarDictFile
from tests.formats.stardict_samples import ENTRIES, TITLE, write_stardict

# As PyGlossary writes an entry of FreeDict for StarDict.
FREEDICT = (
    '<div>/<font color="gray">mˈaɾkt</font>/<br>\n<div><font class="grammar">noun,'
    " male, sg</font></div><ol><li><div>market place</div><div>market</div><div>"
    '<a href="#x">Märkte</a></div><div>Usage: econ.</div><div class="example">'
    "<div>auf den Markt bringen</div></div></li></ol></div>"
)


@pytest.mark.parametrize("chunk_length", [0, 7, 60_000])
@pytest.mark.parametrize("options", [{}, {"version": "3.0.0", "idxoffsetbits": "64"}])
def test_every_entry_is_found_however_it_is_written(
    tmp_path: Path, chunk_length: int, options: dict[str, str]
) -> None:
    info = write_stardict(tmp_path, options=options, chunk_length=chunk_length)
    book = StarDictFile(info)
    assert book.title == TITLE
    for word, data in ENTRIES:
        assert book.has(word)
        assert book.find(word) == [f"{word}\n{data.decode()}"]


def test_the_index_may_be_compressed(tmp_path: Path) -> None:
    info = write_stardict(tmp_path)
    index = info.with_suffix(".idx")
    info.with_suffix(".idx.gz").write_bytes(gzip.compress(index.read_bytes()))
    index.unlink()
    assert StarDictFile(info).find("Markt") == ["Markt\nmarket"]


@pytest.mark.parametrize("is_reversed", [False, True])
def test_capitals_do_not_count_and_the_order_of_the_index_is_not_believed(
    tmp_path: Path, is_reversed: bool
) -> None:
    entries = ENTRIES[::-1] if is_reversed else ENTRIES
    book = StarDictFile(write_stardict(tmp_path, entries))
    for word in ("markt", "MARKT", "ärzte", "A\u0308rzte", "Der  Arzt", "Gehen"):
        assert book.has(word) and len(book.find(word)) == 1, word
    for word in ("", " ", "Mark", "Marktes", "Zzz", "\0", "x" * 5000):
        assert not book.has(word) and book.find(word) == [], word


def test_a_synonym_leads_to_the_headword_by_its_number_in_the_file(
    tmp_path: Path,
) -> None:
    entries = ENTRIES[::-1]
    synonyms = [("ging", 0), ("Märkte", 3), ("kaputt", 99)]
    book = StarDictFile(write_stardict(tmp_path, entries, synonyms=synonyms))
    assert book.find("ging") == ["gehen\ngo, walk"]
    assert book.find("Märkte") == ["Markt\nmarket"]
    assert not book.has("kaputt") and book.find("kaputt") == []


def test_two_entries_of_one_headword_are_both_found(tmp_path: Path) -> None:
    entries = [("Bank", b"bench"), ("Bank", b"bank"), ("bank", b"anxious")]
    found = StarDictFile(write_stardict(tmp_path, entries)).find("Bank")
    assert sorted(found) == ["Bank\nbank", "Bank\nbench", "bank\nanxious"]


@pytest.mark.parametrize(
    ("kinds", "data", "text"),
    [
        ("m", "market\n\n mart\n", "Markt\nmarket\n\n mart"),
        ("m", "Markt {m} [econ.]\nmarket", "Markt {m} [econ.]\nmarket"),
        ("m", "Marktplatz: market place", "Markt\nMarktplatz: market place"),
        ("l", "market", "Markt\nmarket"),
        ("tm", "maʁkt\0market", "Markt /maʁkt/\nmarket"),
        ("mt", "market\0/maʁkt/", "Markt /maʁkt/\nmarket"),
        ("h", "<b>market</b><br>mart &amp; fair", "Markt\nmarket\nmart & fair"),
        ("g", "<b>market</b>\n<i>mart</i>", "Markt\nmarket\nmart"),
        ("x", "<k>Markt</k>\n<dtrn>market</dtrn>", "Markt\nmarket"),
        ("Pm", "\0\0\0\3abcmarket", "Markt\nmarket"),
        ("mW", "market\0abc", "Markt\nmarket"),
        ("r", "img:a.jpg", "Markt\n"),
        ("", "mmarket\0tmaʁkt\0", "Markt /maʁkt/\nmarket"),
        ("", "W\0\0\0\3abchmar<b>ket</b>", "Markt\nmarket"),
    ],
)
def test_the_fields_of_an_entry_become_text(
    tmp_path: Path, kinds: str, data: str, text: str
) -> None:
    book = StarDictFile(write_stardict(tmp_path, [("Markt", data.encode())], kinds))
    assert book.find("Markt") == [text]


def test_grammar_and_english_of_freedict_are_read(tmp_path: Path) -> None:
    entries = [("Markt", FREEDICT.encode())]
    (text,) = StarDictFile(write_stardict(tmp_path, entries, "h")).find("Markt")
    entry = read_entry(text)
    assert (entry.headword, entry.article, entry.pos) == ("Markt", "der", "noun")
    assert entry.translations == ("market place", "market")
    assert entry.references == ("Märkte",)


def test_control_characters_are_shown_and_never_passed_on(tmp_path: Path) -> None:
    evil = "\x1b[31mred&#27;]52;c;eA==&#7;\u202e&#x9b;31m"
    entries = [("rot\x1b]0;x\x07", evil.encode()), ("rot", evil.encode())]
    info = write_stardict(tmp_path, entries, "h", options={"bookname": "\x1b[2Jx"})
    book = StarDictFile(info)
    for text in (book.title, *book.find("rot"), *book.find("rot\x1b]0;x\x07")):
        assert not set("\x1b\x07\x9b\u202e") & set(text), text


@pytest.mark.parametrize(
    ("offset", "length"), [(0, 500), (2**31, 1), (2**32 - 1, 2**32 - 1), (40, 1)]
)
@pytest.mark.parametrize("chunk_length", [0, 8])
def test_a_place_behind_the_end_is_an_error_and_allocates_nothing(
    tmp_path: Path, offset: int, length: int, chunk_length: int
) -> None:
    info = write_stardict(tmp_path, [("a", b"b" * 40)], chunk_length=chunk_length)
    index = b"a\0" + struct.pack(">II", offset, length)
    info.with_suffix(".idx").write_bytes(index)
    with pytest.raises(DictionaryError, match=r"damaged|cannot be read"):
        StarDictFile(info).find("a")


def test_an_empty_entry_is_its_headword(tmp_path: Path) -> None:
    book = StarDictFile(write_stardict(tmp_path, [("a", b""), ("b", b"c")]))
    assert book.find("a") == ["a\n"]


def test_an_endless_entry_is_cut_off_and_a_thousand_entries_are_a_hundred(
    tmp_path: Path,
) -> None:
    long = "ä".encode() * LONGEST_ENTRY
    entries = [("viel", b"%d" % number) for number in range(1000)]
    book = StarDictFile(write_stardict(tmp_path, [("lang", long), *entries]))
    (text,) = book.find("lang")
    assert len(text.encode()) < LONGEST_ENTRY + 20
    assert len(book.find("viel")) == MOST_ENTRIES


def test_an_index_that_unpacks_to_more_than_it_may_is_refused(tmp_path: Path) -> None:
    info = write_stardict(tmp_path)
    info.with_suffix(".idx").unlink()
    bomb = gzip.compress(bytes(1 << 27), compresslevel=9)
    assert len(bomb) < 1 << 18
    info.with_suffix(".idx.gz").write_bytes(bomb)
    with pytest.raises(DictionaryError, match="too large"):
        StarDictFile(info)
    for damaged in (bomb[:100], b"nothing of gzip"):
        info.with_suffix(".idx.gz").write_bytes(damaged)
        with pytest.raises(DictionaryError, match=r"cut off|damaged"):
            StarDictFile(info)


@pytest.mark.parametrize("gone", [".idx", ".dict.dz"])
def test_a_file_that_is_missing_is_a_clear_error(tmp_path: Path, gone: str) -> None:
    info = write_stardict(tmp_path)
    info.with_suffix(gone).unlink()
    with pytest.raises(DictionaryError, match=r"cannot be read|without entries"):
        StarDictFile(info)


@pytest.mark.parametrize("text", ["", "[ifo]\nbookname=x", "\xff\xfe\0", "x" * 70_000])
def test_what_is_no_stardict_file_is_refused(tmp_path: Path, text: str) -> None:
    info = write_stardict(tmp_path)
    info.write_text(text)
    with pytest.raises(DictionaryError, match=r"no StarDict|too large"):
        StarDictFile(info)


@pytest.mark.parametrize("seed", range(20))
def test_damage_anywhere_is_an_error_or_other_text_and_never_a_crash(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    entries = [(f"Wort{n}", bytes([97 + n % 26]) * n) for n in range(60)]
    kinds = chance.choice(["", "m", "tm", "PWh", "x"])
    info = write_stardict(tmp_path, entries, kinds, synonyms=[("w", 3), ("v", 59)])
    for suffix in (".ifo", ".idx", ".syn", ".dict.dz"):
        path = info.with_suffix(suffix)
        data = bytearray(path.read_bytes())
        for _ in range(chance.randrange(8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
    try:
        book = StarDictFile(info)
    except DictionaryError as error:
        assert error.message and error.hint
        return
    for word in ("w", "v", "Wort0", *(word for word, _ in entries)):
        try:
            assert all(isinstance(text, str) for text in book.find(word))
        except DictionaryError as error:
            assert error.message and error.hint
