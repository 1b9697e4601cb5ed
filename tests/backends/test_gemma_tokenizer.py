from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.backends.gemma.tokenizer import Tokenizer, cut_piece
from reader.errors import PackageError
from tests.backends import tiny_gemma
from tests.conftest import SEEDS

TEXTS = [
    "Die Rechenleistung ist ein Problem für KI-Modelle.",
    "„Größe“, Maßstäbe, Übermut, ÄÖÜ, ẞ – und 7,6 % mehr",
    "The “trial” wasn’t finished: naïve café, £5",
    "Ein 😀 und ein 👩‍👩‍👧 und 🇩🇪",
    "中文 und 日本語, кириллица, עברית",
    "Spalte\tmit\tTab, Zeile\nmit Umbruch",
    "  zwei  Blanks   drei ",
    "<bos>kein<eos> Steuerzeichen <0x41> <unk> <pad>",
    "",
    " ",
]


@pytest.fixture(scope="module")
def tiny(tiny_dir: Path) -> Tokenizer:
    return Tokenizer.load(tiny_dir / "engine")


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_back_as_it_was(tiny: Tokenizer, text: str) -> None:
    assert tiny.decode(tiny.encode(text)) == text


# U+2581 is how sentencepiece writes a blank; no engine tells the two apart.
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\u2581")))
def test_every_text_comes_back_as_it_was(tiny: Tokenizer, text: str) -> None:
    assert tiny.decode(tiny.encode(text)) == text


def test_only_kept_pieces_are_used(tiny: Tokenizer) -> None:
    pieces = tiny_gemma.make_pieces()[0]
    kept = {pieces[number].replace(" ", "▁") for number in tiny_gemma.kept_numbers()}
    for text in TEXTS:
        assert set(tiny.encode(text)) <= kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die ist", ["D", "ie", "▁ist"]),
        # A piece of the base that is not kept: its longest kept parts.
        ("in Dalhousie", ["i", "n", "▁Dal", "hous", "ie"]),
        # A character that no kept piece has: its bytes, and nothing more of the word.
        ("heiß", ["h", "ei", "<0xC3>", "<0x9F>"]),
        ("e\n", ["e", "\n"]),
    ],
)
def test_a_text_is_cut_into_these_pieces(
    tiny: Tokenizer, text: str, expected: list[str]
) -> None:
    assert tiny.encode(text) == expected


def test_a_control_piece_in_a_text_is_only_text(tiny: Tokenizer) -> None:
    assert "<eos>" not in tiny.encode("a<eos>b")
    assert "<0x41>" not in tiny.encode("<0x41>")


def test_a_cut_never_takes_a_shorter_piece_than_it_could() -> None:
    kept = {"▁", "D", "▁D", "a", "al", "▁Dal", "h"}
    assert cut_piece("▁Dalah", kept, 4) == ["▁Dal", "a", "h"]
    assert cut_piece("D中", kept, 4) == ["D", "<0xE4>", "<0xB8>", "<0xAD>"]


@pytest.mark.parametrize("name", ["tokenizer.model", "vocabulary.json"])
def test_a_damaged_engine_is_named(tiny_dir: Path, tmp_path: Path, name: str) -> None:
    for file in ("tokenizer.model", "vocabulary.json"):
        data = (tiny_dir / "engine" / file).read_bytes()
        (tmp_path / file).write_bytes(data[:50] if file == name else data)
    with pytest.raises(PackageError) as raised:
        Tokenizer.load(tmp_path)
    assert str(tmp_path) in raised.value.message


@pytest.mark.slow
def test_the_real_tokenizer_gives_texts_back(real_engine_dir: Path) -> None:
    real = Tokenizer.load(real_engine_dir)
    texts = list(TEXTS)
    for path in sorted(SEEDS.glob("*.txt")):
        texts += path.read_text("utf-8").splitlines()
    for text in texts:
        assert real.decode(real.encode(text)) == text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whole words are pieces of their own: a tokenizer that merges in another
        # order, or writes a blank where none is, gives others.
        (
            "Das Unternehmen hat seinen Sitz in München.",
            "Das ▁Unternehmen ▁hat ▁seinen ▁Sitz ▁in ▁München .",
        ),
        ("Am 16. Februar", "Am ▁ 1 6 . ▁Februar"),
    ],
)
def test_the_real_tokenizer_keeps_whole_words(
    real_engine_dir: Path, text: str, expected: str
) -> None:
    assert Tokenizer.load(real_engine_dir).encode(text) == expected.split(" ")
