from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.lookup import Answer, Relation
from reader.errors import DictionaryError, SettingsError
from reader.service import open_service
from reader.service.dictionary import DictionaryShelf
from reader.store.dictionaries import find_dictionaries
from reader.store.paths import find_paths
from reader.store.settings import Settings, load_settings
from tests.formats.dictd_samples import SHORT_NAME, write_dictionary
from tests.formats.stardict_samples import TITLE, write_stardict

LEMMAS = {
    "Märkten": "Markt",
    "Märkte": "Markt",
    "Mächte": "Macht",
    "ging": "gehen",
    "macht": "machen",
    "Chips": "Chip",
    "Sprach": "Sprache",
}


def lemmatize(word: str) -> str:
    return LEMMAS.get(word, f"{word}-" if word.islower() else word)


@pytest.fixture
def shelf(tmp_path: Path) -> DictionaryShelf:
    index = write_dictionary(tmp_path)
    return DictionaryShelf(lambda: [index], lemmatize)


def headwords(answer: Answer) -> list[tuple[str, str]]:
    return [(str(relation), entry.headword) for relation, entry in answer.entries]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Markt", [("form", "Markt")]),
        ("Märkten", [("lemma", "Markt")]),
        ("Märkte", [("form", "Märkte"), ("lemma", "Markt")]),
        ("ging", [("form", "ging"), ("lemma", "gehen")]),
        # The verb that is asked for first, then the noun that is written like it.
        ("macht", [("lemma", "machen"), ("form", "Macht")]),
        ("Macht", [("form", "Macht")]),
        ("„Markt“", [("form", "Markt")]),
        ("Rechenleistungsbedarf", [("part", "Bedarf"), ("part", "Rechenleistung")]),
        ("KI-Chips", [("part", "Chip"), ("part", "KI")]),
        ("Sprachmarkt", [("part", "Markt"), ("part", "Sprache")]),
        ("KI-gestützte", [("part", "gestützt"), ("part", "KI")]),
        ("KI-Zzz", [("part", "KI")]),
        ("Xyzmarkt", [("part", "Markt")]),
        ("Zzz", []),
        ("", []),
        ("…", []),
    ],
)
def test_form_lemma_and_parts_are_asked_in_this_order(
    shelf: DictionaryShelf, word: str, found: list[tuple[str, str]]
) -> None:
    assert headwords(shelf.look_up(word)) == found


def test_the_plural_of_a_noun_is_the_reference_that_is_a_form_of_it(
    shelf: DictionaryShelf,
) -> None:
    (_, entry), *_ = shelf.look_up("Markt").entries
    assert (entry.article, entry.plural) == ("der", "Märkte")
    (_, entry), *_ = shelf.look_up("Bedarf").entries
    assert (entry.article, entry.plural) == ("der", "")


def test_a_word_that_is_found_is_not_taken_apart(shelf: DictionaryShelf) -> None:
    answer = shelf.look_up("Rechenleistung")
    assert answer.parts == ()
    assert [relation for relation, _ in answer.entries] == [Relation.FORM]


def test_the_real_lemmatizer_finds_what_an_inflected_word_comes_from(
    reader_home: Path,
) -> None:
    write_dictionary(reader_home / "dictionaries")
    with open_service() as service:
        shelf = service.bookshelf
        assert shelf.titles == [SHORT_NAME]
        assert headwords(shelf.look_up("Märkten")) == [("lemma", "Markt")]
        answer = shelf.look_up("Rechenleistungsbedarfs")
        assert answer.parts == ("Rechenleistung", "Bedarf")


VERBS = {
    "stellen": "stellen <v>\nput <v>\n",
    "vorstellen": "vorstellen <v>\nimagine, present <v>\n",
    "sich vorstellen": "sich vorstellen <v, refl>\nintroduce oneself <v>\n",
    "vor": "vor <prep>\nbefore\n",
    "etw. identifizieren": "etw. identifizieren <v, trans>\nidentify sth. <v>\n",
    "das Ausland": "das Ausland <neut, n>\nforeign countries <n>\n",
    "Ausland…": "Ausland… <n>\nexternal\n",
    "Land": "Land <neut, n, sg>\ncountry <n>\n",
    "Macht": "Macht <fem, n, sg>\npower <n>\n",
    "machen": "machen <v>\nmake <v>\n",
}


@pytest.fixture
def verbs(reader_home: Path) -> Iterator[DictionaryShelf]:
    """A dictionary of verbs, asked with the real lemmatizer."""
    write_dictionary(reader_home / "dictionaries", VERBS)
    with open_service() as service:
        yield service.bookshelf


@pytest.mark.parametrize(
    ("sentence", "word", "first", "lemma"),
    [
        ("Er stellte den Plan vor.", "stellte", "vorstellen", "vorstellen"),
        ("Er stellte den Plan vor.", "vor", "vorstellen", "vorstellen"),
        ("Er stellte sich vor.", "stellte", "sich vorstellen", "vorstellen"),
        ("Er stellte den Plan ein.", "stellte", "stellen", "einstellen"),
        ("Vor dem Haus stellte er ihn ab.", "Vor", "vor", "vor"),
        ("Das identifizierte er.", "identifizierte", "etw. identifizieren", None),
        ("Er geht ins Ausland.", "Ausland", "das Ausland", "Ausland"),
        ("Macht das Spaß?", "Macht", "Macht", "machen"),
    ],
)
def test_the_sentence_tells_which_verb_is_meant(
    verbs: DictionaryShelf, sentence: str, word: str, first: str, lemma: str | None
) -> None:
    answer = verbs.look_up(word, sentence, sentence.index(word))
    assert answer.entries[0][1].headword == first
    assert answer.lemma == (lemma or "identifizieren")


def test_another_word_than_the_one_in_the_sentence_is_not_taken_for_it(
    verbs: DictionaryShelf,
) -> None:
    found = verbs.look_up("vor", "Er stellte den Plan vor.", 3)
    assert headwords(found) == [("form", "vor")]


def test_a_compound_has_the_article_of_its_head(shelf: DictionaryShelf) -> None:
    assert shelf.look_up("Rechenleistungsbedarf").article == "der"
    assert shelf.look_up("KI-Zzz").article == ""
    assert shelf.look_up("Markt").article == ""


def test_without_a_dictionary_the_hint_says_how_to_get_one(reader_home: Path) -> None:
    with open_service() as service:
        with pytest.raises(DictionaryError) as none:
            service.bookshelf.look_up("Markt")
        hint = none.value.hint
        assert hint.startswith("apt install dict-freedict-deu-eng (Debian, Ubuntu); ")
        assert hint.endswith(f"unpack it into {reader_home / 'dictionaries'}")
        # Put there while the reader is open.
        write_dictionary(reader_home / "dictionaries")
        assert service.bookshelf.look_up("Markt").findings


def test_a_damaged_dictionary_is_told_and_the_others_are_asked(tmp_path: Path) -> None:
    good = write_dictionary(tmp_path / "good")
    bad = write_dictionary(tmp_path / "bad")
    data = bytearray((tmp_path / "bad" / "sample-deu-eng.dict.dz").read_bytes())
    data[-300:-20] = bytes(280)
    (tmp_path / "bad" / "sample-deu-eng.dict.dz").write_bytes(data)
    alone = tmp_path / "alone.index"
    alone.write_text("markt\tA\tB\n")
    notices: list[str] = []
    shelf = DictionaryShelf(lambda: [alone, bad, good], lemmatize, notices.append)
    assert ("form", "gehen") in headwords(shelf.look_up("gehen"))
    assert any("alone.index" in notice for notice in notices)
    assert any("damaged" in notice for notice in notices)


def test_what_the_settings_name_is_asked_first_and_only_once(tmp_path: Path) -> None:
    home = find_paths(
        {"READER_HOME": str(tmp_path / "home"), "XDG_DATA_DIRS": "/nowhere"}
    )
    own = write_dictionary(home.dictionaries, name="own")
    named = write_dictionary(tmp_path / "named", name="b")
    other = write_dictionary(tmp_path / "named", name="a")
    for setting in (str(named), str(named.with_name("b.dict.dz"))):
        found = find_dictionaries(home, Settings(dictionaries=(setting, str(named))))
        assert found == [named, own]
    settings = Settings(dictionaries=(str(named.parent), str(own)))
    assert find_dictionaries(home, settings) == [other, named, own]
    with pytest.raises(DictionaryError, match="no dictionary of dictd"):
        find_dictionaries(home, Settings(dictionaries=(str(tmp_path / "none"),)))


def test_of_a_shared_folder_only_german_english_is_taken(tmp_path: Path) -> None:
    shared = tmp_path / "dictd"
    stardict = tmp_path / "de-en" / "stardict"
    names = ("freedict-deu-eng", "de-en", "freedict-eng-deu", "wn", "freedict-deu-fra")
    for name in names:
        write_dictionary(shared, name=name)
    write_stardict(stardict / "stardict-deu-eng-2.4.2", name="words")
    write_stardict(stardict, name="czech-cizi")
    paths = replace(
        find_paths({"READER_HOME": str(tmp_path), "XDG_DATA_DIRS": "/nowhere"}),
        shared_dictionaries=(shared, stardict),
    )
    found = find_dictionaries(paths, Settings())
    assert [path.stem for path in found] == ["de-en", "freedict-deu-eng", "words"]


def test_both_formats_are_found_in_the_home_and_in_the_folders_in_it(
    reader_home: Path,
) -> None:
    dictionaries = reader_home / "dictionaries"
    write_dictionary(dictionaries / "deu-eng", {"Markt": "Markt <masc>\nmarket\n"})
    info = write_stardict(dictionaries)
    with open_service() as service:
        shelf = service.bookshelf
        assert shelf.titles == [SHORT_NAME, TITLE]
        found = [entry.dictionary for _, entry in shelf.look_up("Markt").entries]
        assert found == [SHORT_NAME, TITLE]
        assert headwords(shelf.look_up("Chips")) == [("lemma", "Chip")]
    for name in (info.name, "sample-deu-eng.idx", "sample-deu-eng.dict.dz"):
        settings = Settings(dictionaries=(str(dictionaries / name),))
        nowhere = find_paths(
            {"READER_HOME": str(reader_home / "none"), "XDG_DATA_DIRS": "/nowhere"}
        )
        assert find_dictionaries(nowhere, settings) == [info]


def test_dictionaries_in_reader_toml_may_be_one_name_or_a_list(tmp_path: Path) -> None:
    toml = tmp_path / "reader.toml"
    toml.write_text('dictionaries = "words"\n')
    nowhere = tmp_path / "none"
    assert load_settings(toml, nowhere).dictionaries == (str(tmp_path / "words"),)
    toml.write_text('dictionaries = ["a.index", "b"]\n')
    settings = load_settings(toml, nowhere)
    assert settings.dictionaries == (str(tmp_path / "a.index"), str(tmp_path / "b"))
    toml.write_text("dictionaries = 3\n")
    with pytest.raises(SettingsError):
        load_settings(toml, nowhere)
