"""Terms that are part of a longer word, with a hyphen, without one, or with half."""

from __future__ import annotations

import pytest

from tests.core.matching.finding import candidates, found, matcher, show, term

HYPHENS = [
    (["KI"], "Ein KI-Chip für KI-gestützte Autos.", ["KI", "KI"]),
    (["Nvidia", "GPU"], "Die Nvidia-GPUs sind da.", ["Nvidia", "GPUs"]),
    (["Open Source"], "Die Open-Source-Gemeinde.", ["Open-Source"]),
    (["Open-Source-Modell"], "Viele Open Source Modelle.", ["Open Source Modelle"]),
    (["Forschung"], "Eine Forschungs-Einrichtung.", ["Forschung"]),
    (["Kunde"], "Der Kunden-Service.", ["Kunde"]),
    (["Softwareentwicklung"], "Die Software-Entwicklung.", ["Software-Entwicklung"]),
    (["Software-Entwicklung"], "Die Softwareentwicklung.", ["Softwareentwicklung"]),
    (["Cloud", "Cloud-Dienst"], "Zwei Cloud-Dienste.", ["Cloud-Dienste"]),
    (["Chip"], "Ein „Chip“-Verbot.", ["Chip"]),
    (
        ["Startup", "Start-up"],
        "Zwei Start-ups, kein Start-Up.",
        ["Start-ups", "Start-Up"],
    ),
    (["KI-gestützt"], "Mit KI-gestützten Mitteln.", ["KI-gestützten"]),
    # The end of a sentence and a dash join nothing.
    (["neuronales Netz"], "Das ist neuronal. Netz fehlt.", []),
    (["künstliche Intelligenz"], "Künstliche – Intelligenz.", []),
]


@pytest.mark.parametrize(("sources", "text", "hits"), HYPHENS)
def test_a_hyphen_is_a_word_boundary(
    sources: list[str], text: str, hits: list[str]
) -> None:
    assert found(sources, text) == hits


COVERED = [
    (["Technologie", "Riese"], "Die Technologieriesen.", ["Technologie", "riesen"]),
    (["Leistung", "Bedarf"], "Ihr Leistungsbedarf.", ["Leistung", "bedarf"]),
    (["Land", "Vergleich"], "Im Ländervergleich.", ["Länder", "vergleich"]),
    (["Sprache", "Kurs"], "Zwei Sprachkurse.", ["Sprach", "kurse"]),
    (["Halbleiter", "Export", "Verbot"], "Ein Halbleiterexportverbot.", None),
    # The longest entry wins.
    (["Chip", "Markt", "Chipmarkt"], "Die Chipmärkte.", ["Chipmärkte"]),
    # Capitals tell what a word is: no noun hides in an adjective's end.
    (["Markt", "Reife"], "Das ist marktreife Technik.", []),
    # Abbreviations match whole words alone.
    (["AI", "Rat"], "Der AIrat und der Airat.", []),
    (["Rat", "Haus"], "Das Rathaus.", ["Rat", "haus"]),
]


@pytest.mark.parametrize(("sources", "text", "hits"), COVERED)
def test_a_closed_compound_is_claimed_where_terms_cover_it(
    sources: list[str], text: str, hits: list[str] | None
) -> None:
    expected = ["Halbleiter", "export", "verbot"] if hits is None else hits
    assert found(sources, text) == expected


CANDIDATES = [
    (["Rechenleistung"], "Der Rechenleistungsbedarf.", ["Rechenleistung"]),
    (["Technologie"], "Die Technologieriesen.", ["Technologie"]),
    (["Knappheit"], "Die Chipknappheit.", ["knappheit"]),
    (["Speicher"], "Ein speicherhungriges Programm.", ["Speicher".lower()]),
    # No other part is known, or the whole is another word.
    (["Chip"], "Ein Chipotle.", []),
    (["Art"], "Der Artikel.", []),
    (["Chip"], "Flache Hierarchien.", []),
    (["Aktie"], "Alle Aktivitäten.", []),
    (["Rat"], "Die Ratte.", []),
]


@pytest.mark.parametrize(("sources", "text", "parts"), CANDIDATES)
def test_a_compound_with_another_known_part_is_a_candidate_and_no_hit(
    sources: list[str], text: str, parts: list[str]
) -> None:
    assert candidates(sources, text) == parts
    assert not found(sources, text)


def test_a_candidate_names_the_whole_compound() -> None:
    (candidate,) = matcher("Bedarf").find("Ihr Strombedarf steigt.").candidates
    assert candidate.word == "Strombedarf"


ELISIONS = [
    (
        ["Textsynthese", "Bildsynthese", "Videosynthese"],
        "Text-, Bild- und Videosynthese",
        ["Text … synthese", "Bild … synthese", "Videosynthese"],
    ),
    (["Exportzoll", "Importzoll"], "Export- und Importzölle", None),
    (["Chipfertigung"], "Chipdesign und -fertigung", ["Chip … fertigung"]),
    (["KI-Dienst"], "KI- und Cloud-Dienste", ["KI … Dienste"]),
    (["KI-Anwendung"], "KI-Entwicklung und -Anwendung", ["KI … Anwendung"]),
    (["Hardware"], "Hard- und Software", ["Hard … ware"]),
    (["Forschungspolitik"], "Forschungsförderung und -politik", None),
    (["Importzoll"], "Import-/Exportzölle", ["Import … zölle"]),
    (["energieintensiv"], "energie- und rechenintensive", ["energie … intensive"]),
    (["großes Sprachmodell"], "große Sprach- und Bildmodelle", None),
    (["Textsynthese"], "Text-Dateien und Videosynthese", []),
    (["Textsynthese"], "Text-. Videosynthese", []),
    (["Textmodell"], "Text- und Videosynthese", []),
    (["Text-LLM", "LLM"], "Text- und Video-LLMs", ["Text … LLMs", "LLMs"]),
    (["LLM"], "Text-zu-Bild- und Text-zu-Video-LLMs", ["LLMs"]),
]
_OTHERS = {
    "Export- und Importzölle": ["Export … zölle", "Importzölle"],
    "Forschungsförderung und -politik": ["Forschungs … politik"],
    "große Sprach- und Bildmodelle": ["große Sprach … modelle"],
}


@pytest.mark.parametrize(("sources", "text", "hits"), ELISIONS)
def test_half_a_compound_borrows_the_other_half(
    sources: list[str], text: str, hits: list[str] | None
) -> None:
    expected = _OTHERS[text] if hits is None else hits
    assert found(sources, f"Das sind {text}.") == expected


def test_only_the_hit_that_borrows_is_elided() -> None:
    text = "Export- und Importzölle"
    hits = matcher("Exportzoll", "Importzoll").find(text).hits
    assert [hit.is_elided for hit in hits] == [True, False]
    assert [hit.number for hit in hits] == ["plural", "plural"]


APART = [
    ("vorstellen", "Baidu stellte gestern ein Modell vor.", ["stellte … vor"]),
    ("vorstellen", "Stellt Baidu ein Modell vor?", ["Stellt … vor"]),
    (
        "vorstellen",
        "Er stellte Sora, das Videos erzeugt, der Presse vor.",
        ["stellte … vor"],
    ),
    ("vorstellen", "Sie stellte es vor und ging.", ["stellte … vor"]),
    ("vorstellen", "Es wurde vorgestellt, um es vorzustellen.", None),
    ("vorstellen", "Er stellte das Modell vor Publikum aus.", []),
    ("vorstellen", "Er stellte fest, dass es zunimmt, und schlug Neues vor.", []),
    ("vorstellen", "Er stellte Fragen und schlug Antworten vor.", []),
    ("vorstellen", "Er stellte Fragen. Das war vor.", []),
    ("zunehmen", "Der Bedarf nimmt stark zu, sagt er.", ["nimmt … zu"]),
    ("bereitstellen", "Sie stellt die Daten bereit.", ["stellt … bereit"]),
    ("zunehmen", "Um es zu nehmen, ließ er nichts zu.", []),
    ("einführen", "Das führt auf ein und dieselbe Ursache zurück.", []),
    ("sich anpassen", "Er passt sich schnell an.", ["passt … an"]),
    ("sich anpassen", "Er will sich bald anpassen.", ["anpassen"]),
    ("antworten", "Er worte an.", []),
    (
        "in Betrieb nehmen",
        "Sie nahm das Werk in Betrieb.",
        ["nahm … in Betrieb"],
    ),
    (
        "in Betrieb nehmen",
        "Das Werk nimmt man am 3. Mai in Betrieb.",
        ["nimmt … in Betrieb"],
    ),
    (
        "vorstellen",
        "Heute stellt Dr. Kern ca. 20 Bilder vor.",
        ["stellt … vor"],
    ),
    ("vorstellen", "„Er stellt das Auto. Sie hat es zuvor.“", []),
    (
        "Berufung einlegen",
        "Er legte gegen das Urteil Berufung ein.",
        ["legte … Berufung ein"],
    ),
    ("Berufung einlegen", "Um Berufung einzulegen.", ["Berufung einzulegen"]),
    ("in Betrieb nehmen", "Es wird in Betrieb genommen.", ["in Betrieb genommen"]),
    # A dictionary has "weisen" and "brach" as other words.
    ("zurückweisen", "Sie wies den Antrag zurück.", ["wies … zurück"]),
    ("einbrechen", "Der Umsatz brach gestern ein.", ["brach … ein"]),
    ("einreichen", "Sie ist zu reich, das sieht er ein.", []),
    # Another particle makes another verb.
    ("kaufen", "Apple kauft Firmen und baut Werke auf.", ["kauft"]),
    ("kaufen", "Apple kauft alte und neue Firmen auf.", []),
    ("bauen", "Die Firma baut Stellen ab.", []),
    ("bauen", "Die Firma baut Werke.", ["baut"]),
    ("steigen", "Der Preis steigt um drei Prozent.", ["steigt"]),
]


@pytest.mark.parametrize(("source", "text", "hits"), APART)
def test_a_separable_verb_is_found_in_two_places(
    source: str, text: str, hits: list[str] | None
) -> None:
    expected = ["vorgestellt", "vorzustellen"] if hits is None else hits
    assert found([source], text) == expected


def test_a_hit_in_a_word_with_another_spelling_stands_at_the_right_letters() -> None:
    text = "Der Groß\u00adhandels\u00advertrag"
    hits = matcher("Großhandel", term("Vertrag")).find(text).hits
    assert [show(hit, text) for hit in hits] == ["Groß\u00adhandel", "vertrag"]
