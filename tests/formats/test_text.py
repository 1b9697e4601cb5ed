"""Plain text: two columns in 80 cells, whatever the words are."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.formats.columns import wrap_text
from reader.formats.text import WIDTH, TextWriter
from reader.formats.writers import LAYOUTS
from tests.formats.samples import ARTICLE, make_pair, pairs, write


def test_two_columns_stand_side_by_side() -> None:
    text = write("text", [make_pair("Die Straßenbahn rollt.", "The tram rolls.")])
    assert text == "Die Straßenbahn rollt.                 │ The tram rolls.\n"


def test_long_sentences_go_on_below_in_their_column() -> None:
    source = "Am Freitag rollte die erste Straßenbahn seit 1984 aus dem Depot."
    lines = write("text", [make_pair(source, "The tram " * 9)]).splitlines()
    left, right = zip(*(line.split(" │ ") for line in lines), strict=True)
    assert " ".join(part.strip() for part in left).strip() == source
    assert " ".join(part.strip() for part in right).split() == ["The", "tram"] * 9
    assert len({line.index("│") for line in lines}) == 1


def test_interleaved_indents_the_english() -> None:
    text = write("text", ARTICLE[2:4], "interleaved")
    assert text.startswith("Die Straßenbahn rollt.\n    The tram rolls.\n\nSie kostet")


def test_the_target_layout_flows_in_paragraphs() -> None:
    text = write("text", ARTICLE[:4], "target")
    assert text.startswith("Line 5 is running again\n═══")
    assert "\nThe tram rolls. It costs 76 million euros. [⚠ numbers]\n" in text


def test_titles_and_headings_are_underlined() -> None:
    title = write("text", [make_pair("Titel", "Title", Kind.TITLE)])
    heading = write("text", [make_pair("Kopf", "Head", Kind.HEADING)])
    assert title.splitlines()[1] == "═" * 39 + "╪" + "═" * 39
    assert heading.splitlines()[1] == "─" * 39 + "┼" + "─" * 39


def test_wide_characters_take_two_cells() -> None:
    lines = write("text", [make_pair("漢字" * 20, "漢字" * 20)]).splitlines()
    assert {cell_len(line.split("│")[0]) for line in lines} == {39}


@given(st.lists(pairs(), max_size=3), st.sampled_from(LAYOUTS), st.integers(20, 120))
def test_no_line_is_too_long(written: list[Pair], layout: str, width: int) -> None:
    stream = io.StringIO(newline="")
    writer = TextWriter(stream, layout, width)
    for pair in written:
        writer.write(pair)
    # The legend at the end is no text in columns.
    for line in stream.getvalue().split("\n"):
        assert cell_len(line) <= width
    assert WIDTH == 80


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("eins zwei drei", 9, ["eins zwei", "drei"]),
        ("Rindfleischetikettierung", 10, ["Rindfleisc", "hetikettie", "rung"]),
        ("a Donaudampf", 6, ["a", "Donaud", "ampf"]),
        ("eins\nzwei", 20, ["eins", "zwei"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("u\u0308ber u\u0308ber", 9, ["u\u0308ber u\u0308ber"]),
        ("", 9, []),
    ],
)
def test_words_are_wrapped_by_cells(text: str, width: int, lines: list[str]) -> None:
    assert wrap_text(text, width) == lines
