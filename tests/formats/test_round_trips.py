"""What a machine-readable file holds comes back equal, however nasty the text."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.controls import has_controls
from reader.core.pairs import Pair
from reader.errors import DocumentError
from reader.formats.html_pairs import read_html
from reader.formats.jsonl import read_jsonl
from reader.formats.tsv import read_tsv
from reader.formats.writers import LAYOUTS
from tests.formats.samples import ARTICLE, pairs, write

READERS: dict[str, Callable[[IO[str]], Iterator[Pair]]] = {
    "jsonl": read_jsonl,
    "tsv": read_tsv,
    "html": read_html,
}


def read_back(name: str, text: str) -> list[Pair]:
    return list(READERS[name](io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", READERS)
@given(st.lists(pairs(), max_size=4))
def test_pairs_come_back_equal(name: str, written: list[Pair]) -> None:
    text = write(name, written)
    assert not has_controls(text, keep="\n\t")
    assert read_back(name, text) == written


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_of_the_page_keeps_the_record(layout: str) -> None:
    assert read_back("html", write("html", ARTICLE, layout)) == ARTICLE


@pytest.mark.parametrize("name", ["jsonl", "html"])
def test_fields_of_a_newer_version_are_kept(name: str) -> None:
    newer = replace(ARTICLE[0], extra={"note": "<b>\x1b", "votes": [1, None]})
    assert read_back(name, write(name, [newer])) == [newer]


@pytest.mark.parametrize("name", READERS)
def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(name: str) -> None:
    text = "\ufeff" + write(name, ARTICLE).replace("\n", "\r\n")
    assert read_back(name, text) == ARTICLE


@pytest.mark.parametrize("name", READERS)
def test_nothing_gives_nothing(name: str) -> None:
    assert read_back(name, write(name, [])) == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("jsonl", "\n{\n", "line 2 is not JSON"),
        ("jsonl", "[1]\n", "line 1 is no JSON object"),
        ("jsonl", '{"id": "b0001s01"}\n', "line 1: this record is not a pair"),
        ("jsonl", write("jsonl", ARTICLE[:1]).replace("-0.41", "NaN"), "no.* number"),
        ("jsonl", write("jsonl", ARTICLE[2:3]).replace("15", '"x"'), "not a pair"),
        ("tsv", write("tsv", ARTICLE[:1]).replace("-0.41", "inf"), "row 2 .*number"),
        ("jsonl", write("jsonl", ARTICLE[:1]).replace("10", "1e999"), "not a pair"),
        ("jsonl", "[" * 100_000 + "\n", "line 1 is not JSON"),
        ("tsv", "", "no column 'document'"),
        ("tsv", write("tsv", ARTICLE[:1]) + "a\tb\n", "row 3 is not a pair"),
        ("tsv", write("tsv", ARTICLE[:1]) + '"a\tb\n', "no tab-separated line"),
        ("html", '<span class="pair" id="x"></span>', "the pair 'x' in this page"),
        (
            "html",
            write("html", ARTICLE[:1]).replace("data-start", "data-gone"),
            "the pair 'b0001s01' in this page is damaged",
        ),
    ],
)
def test_damage_is_told_with_its_place(name: str, text: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read_back(name, text)


def test_a_page_is_read_in_pieces_of_any_length() -> None:
    text = write("html", ARTICLE)

    class OneByOne(io.StringIO):
        def read(self, size: int | None = -1, /) -> str:
            return super().read(7)

    assert list(read_html(OneByOne(text, newline=""))) == ARTICLE
