"""What every format promises: names, suffixes, layouts, constant memory."""

import io
import tracemalloc
from itertools import count, islice
from pathlib import Path

import pytest

from reader.core.documents import Kind
from reader.core.pairs import FLAGS
from reader.errors import SettingsError
from reader.formats.writers import (
    LAYOUTS,
    SIDE_BY_SIDE,
    SUFFIXES,
    WRITERS,
    format_of,
    open_writer,
)
from tests.formats.samples import ARTICLE, DOCUMENT, NASTY, make_pair, write

READABLE = ("text", "markdown", "html")


def test_every_format_has_a_suffix_of_its_own() -> None:
    assert list(WRITERS) == ["text", "html", "markdown", "jsonl", "tsv"]
    assert sorted(SUFFIXES.values()) == ["html", "jsonl", "md", "tsv", "txt"]
    assert set(SUFFIXES) == set(WRITERS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt.html", "html"), ("a.MD", "markdown"), ("a.txt", "text")],
)
def test_the_suffix_names_the_format(name: str, expected: str) -> None:
    assert format_of(Path(name)) == expected


def test_unknown_names_are_settings_errors() -> None:
    with pytest.raises(SettingsError, match="no format has the suffix"):
        format_of(Path("a.docx"))
    with pytest.raises(SettingsError, match="no format named 'docx'"):
        open_writer("docx", io.StringIO())
    with pytest.raises(SettingsError, match="no layout named 'quer'"):
        open_writer("text", io.StringIO(), "quer")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", READABLE)
def test_no_file_says_none_where_there_is_no_english(name: str, layout: str) -> None:
    text = write(name, [make_pair("Niemand weiß es.", None)], layout)
    assert "None" not in text
    assert "Niemand weiß es." in text
    assert "not translated" in text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("flag", FLAGS)
def test_every_flag_is_seen_and_explained(name: str, layout: str, flag: str) -> None:
    pair = make_pair("Es kostet 7 Euro.", "It costs 8 euros.", flags=(flag,))
    text = write(name, [pair], layout)
    assert "⚠" in text
    assert FLAGS[flag] in text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", WRITERS)
def test_an_unknown_flag_of_a_newer_version_is_shown(name: str, layout: str) -> None:
    assert "tone" in write(name, [make_pair("Ja.", "Yes.", flags=("tone",))], layout)


@pytest.mark.parametrize("name", WRITERS)
def test_a_good_pair_has_no_mark(name: str) -> None:
    assert "⚠" not in write(name, [make_pair("Ja.", "Yes.")])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", WRITERS)
def test_nasty_text_is_written_without_controls(name: str, layout: str) -> None:
    rows = [make_pair(text, text, kind) for text in NASTY for kind in Kind]
    text = write(name, rows, layout, title="\x1b[31m</title>\ud800")
    kept = {char for char in text if ord(char) < 32 or 0x7F <= ord(char) < 0xA0}
    assert kept <= {"\n", "\t"}
    assert "\u202e" not in text and "\ud800" not in text


@pytest.mark.parametrize(
    ("name", "layout"),
    [(name, layout) for name in READABLE for layout in LAYOUTS]
    + [("jsonl", SIDE_BY_SIDE), ("tsv", SIDE_BY_SIDE)],
)
def test_a_long_document_streams_through_in_constant_memory(
    name: str, layout: str
) -> None:
    class Nowhere(io.StringIO):
        def write(self, text: str, /) -> int:
            return len(text)

    # One block for all of them: not even a block may be kept.
    endless = (
        make_pair(f"Ein Satz {'mit Wort ' * 9}", f"A sentence {'with word ' * 9}")
        for _ in count()
    )
    writer = open_writer(name, Nowhere(), layout)
    writer.begin("Titel", DOCUMENT)
    for pair in islice(endless, 50):
        writer.write(pair)
    tracemalloc.start()
    for pair in islice(endless, 1000):
        writer.write(pair)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # A thousand kept pairs take more than 500 kB, their sentences alone 200 kB.
    assert grown < 50_000
    writer.end()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", WRITERS)
def test_the_same_pairs_make_the_same_bytes(name: str, layout: str) -> None:
    assert write(name, ARTICLE, layout) == write(name, ARTICLE, layout)
