"""Forms of nouns, adjectives, names and verbs, and words that only look like them."""

from __future__ import annotations

import pytest

from reader.core.glossary.terms import Term
from tests.core.matching.finding import found, term

NOUNS = [
    # Genitive, dative, plural with and without umlaut.
    ("Fabrik", "Vor den Fabriken warteten Lastwagen.", ["Fabriken"]),
    ("Auftrag", "Trotz voller Auftragsbücher fehlen Aufträge.", ["Aufträge"]),
    ("Auftrag", "Mit den Aufträgen des Auftrags wegen.", ["Aufträgen", "Auftrags"]),
    ("Vertrag", "Laut des Vertrages gilt das nicht.", ["Vertrages"]),
    ("Werk", "In den Werken und im Werke ruht die Arbeit.", ["Werken", "Werke"]),
    ("Haus", "Die Häuser stehen leer, den Häusern fehlt Licht.", ["Häuser", "Häusern"]),
    ("Vater", "Die Väter kamen.", ["Väter"]),
    ("Auto", "Zwei Autos standen da.", ["Autos"]),
    # n-declension, -ns.
    ("Kunde", "Dem Kunden des Kunden gehört es.", ["Kunden", "Kunden"]),
    ("Name", "Des Namens wegen.", ["Namens"]),
    ("Astronaut", "Den Astronauten geht es gut.", ["Astronauten"]),
    # Doubled letters.
    ("Erlaubnis", "Alle Erlaubnisse erloschen.", ["Erlaubnisse"]),
    ("Ärztin", "Zwei Ärztinnen halfen.", ["Ärztinnen"]),
    ("Arzt", "Eine Ärztin half.", ["Ärztin"]),
    # Foreign plurals.
    ("Museum", "Alle Museen schließen.", ["Museen"]),
    ("Firma", "Mehrere Firmen bieten das an.", ["Firmen"]),
    ("Risiko", "Risiken und Risikos sind dasselbe.", ["Risiken", "Risikos"]),
    ("Lexikon", "In alten Lexika steht es anders.", ["Lexika"]),
    ("Matrix", "Große Matrizen rechnen sich schlecht.", ["Matrizen"]),
    ("Foundry", "Nur zwei Foundrys und drei Foundries.", ["Foundrys", "Foundries"]),
    # Declined like adjectives.
    ("Vorsitzender", "Der Vorsitzende half dem Vorsitzenden.", None),
    # Unknown compounds lean on their last part.
    ("Hochbandbreitenspeicher", "Ohne Hochbandbreitenspeichern geht nichts.", None),
    ("Kompetenzzentrum", "Neue Kompetenzzentren entstehen.", ["Kompetenzzentren"]),
    # What only looks like a form.
    ("Druck", "Die Drucker streiken.", []),
    ("Technik", "Der Techniker kam.", []),
    ("Rat", "Die Raten steigen.", []),
    ("Ei", "Das Eis schmilzt.", []),
    ("Reis", "Die Reise begann.", []),
    ("Laserdruck", "Ein Laserdrucker steht im Flur.", []),
    ("Term", "Der Termin steht.", []),
    ("Lehrer", "Die Lehren der Krise.", []),
    ("Speicher", "Die Speiche brach, alle Speichen brachen.", []),
]


@pytest.mark.parametrize(("source", "text", "hits"), NOUNS)
def test_a_noun_is_found_in_its_own_forms(
    source: str, text: str, hits: list[str] | None
) -> None:
    if hits is None:
        stem = source.removesuffix("er")
        hits = [word.strip(".") for word in text.split() if word.startswith(stem)]
        assert hits
    assert found([source], text) == hits


CAPITALS = [
    ("Macht", "Wer macht das? Die Macht bleibt.", ["Macht"]),
    ("Macht", "Macht Baidu jetzt Ernst?", []),
    ("Macht", "Macht korrumpiert.", ["Macht"]),
    ("Wissen", "Wissen Sie mehr?", []),
    ("Wissen", "Wissen ist Macht.", ["Wissen"]),
    ("Laut", "Laut Huawei gibt es keinen Laut.", ["Laut"]),
    ("Arm", "Arm an Ideen ist er, aber sein Arm ist stark.", ["Arm"]),
    ("Arm", "Der Entwurf von ARM siegte.", []),
    ("Rechnung", "Im Titel steht: DIE RECHNUNG KOMMT SPÄTER", ["RECHNUNG"]),
    ("großes Modell", "GROSSE MODELLE KOMMEN", ["GROSSE MODELLE"]),
    ("Hersteller", "ALLE CHIPHERSTELLER ZAHLEN", []),
    ("Nutzer", "Alle Nutzer*innen, NutzerInnen.", ["Nutzer", "NutzerInnen"]),
    ("Patient", "Für Patienten/-innen und Patient/-in.", ["Patienten", "Patient"]),
    ("rechnen", "Das Rechnen lernt, wer rechnet.", ["rechnet"]),
    ("testen", "Testen Sie es.", ["Testen"]),
    ("reif", "Reif für den Markt ist es, doch der Reif bleibt.", ["Reif"]),
    ("künstliche Intelligenz", "Die Künstliche Intelligenz.", None),
    ("künstliche Intelligenz", "KÜNSTLICHE INTELLIGENZ ERKLÄRT", None),
    ("künstliche Intelligenz", "Mit „künstlicher“ Intelligenz.", None),
]


@pytest.mark.parametrize(("source", "text", "hits"), CAPITALS)
def test_capitals_tell_nouns_from_other_words(
    source: str, text: str, hits: list[str] | None
) -> None:
    assert len(found([source], text)) == 1 if hits is None else True
    assert hits is None or found([source], text) == hits


NAMES = [
    ("KI", "Die KI und KIs, nicht Kiel, KIT oder Kino.", ["KI", "KIs"]),
    ("KI", "Zwei Ki und ein ki.", []),
    ("GPU", "Mit GPUs und der GPU's Takt.", ["GPUs", "GPU's"]),
    ("GPUs", "Eine GPU reicht.", ["GPU"]),
    ("Lkw", "Ein LKW, zwei Lkws.", ["LKW", "Lkws"]),
    ("IT", "Sagt Kit: „GIT IT“ ist it.", ["IT"]),
    (term("Meta", pos="name"), "Metas Metall von Meta.", ["Metas", "Meta"]),
    (term("Nvidia", pos="name"), "Nvidia's, Nvidias und NVIDIA.", None),
    (term("Bundestag", pos="name"), "Des Bundestages Bundestagen.", ["Bundestages"]),
    (term("Weißes Haus", pos="name"), "Im Weißen Haus, nicht in weißen Häusern.", None),
    ("GPT-4", "GPT-4, GPT 4, aber GPT-4o, GPT-4.5 und GPT-40.", ["GPT-4", "GPT 4"]),
    ("C++", "In C++ und in C.", ["C++"]),
    (".NET", "Mit .NET und im Net.", [".NET"]),
    ("F&E", "Für F&E gibt es mehr.", ["F&E"]),
]


@pytest.mark.parametrize(("source", "text", "hits"), NAMES)
def test_names_and_abbreviations_match_whole_words(
    source: str | Term, text: str, hits: list[str] | None
) -> None:
    if hits is None:
        assert len(found([source], text)) == (3 if "Nvidia" in text else 1)
    else:
        assert found([source], text) == hits


ADJECTIVES = [
    (
        "quelloffen",
        "Quelloffene Modelle sind quelloffen.",
        ["Quelloffene", "quelloffen"],
    ),
    ("sauer", "Saure Äpfel, saurer als Zitronen.", ["Saure", "saurer"]),
    ("hoch", "Hohe Preise sind zu hoch.", ["Hohe", "hoch"]),
    ("generativ", "Mit generativen Verfahren, generativer Kraft.", None),
    ("leise", "Mit leisen Schritten.", ["leisen"]),
    ("großes Sprachmodell", "Wegen großer Sprachmodelle.", ["großer Sprachmodelle"]),
    ("großes Sprachmodell", "Ein noch größeres Sprachmodell.", []),
    ("großes Sprachmodell", "Ein großes, teures Sprachmodell.", []),
    ("Generative KI", "Mit generativer KI.", ["generativer KI"]),
    ("Open Source", "Mit Opener Source.", []),
    ("seltene Erde", "Der Export seltener Erden.", ["seltener Erden"]),
    ("neuronales Netz", "Neuronale Netze lernen.", ["Neuronale Netze"]),
    ("gut", "Die Güter und das Gut.", []),
    ("fertig", "Die Fertigung wird fertig.", ["fertig"]),
]


@pytest.mark.parametrize(("source", "text", "hits"), ADJECTIVES)
def test_an_adjective_is_found_in_every_ending(
    source: str, text: str, hits: list[str] | None
) -> None:
    if hits is None:
        hits = ["generativen", "generativer"]
    assert found([source], text) == hits


VERBS = [
    ("liefern", "Er lieferte, liefert und hat geliefert.", 3),
    ("nehmen", "Sie nimmt, nahm und hat genommen.", 3),
    ("fahren", "Er fährt, ist gefahren und fuhr.", 3),
    ("hören", "Die Tasche und der Hut gehören ihr.", 0),
    (term("prompten", pos="verb"), "Wer promptet, hat oft gepromptet.", 2),
    ("tokenisieren", "Der Text wird tokenisiert, man tokenisierte ihn.", 2),
    ("weiterentwickeln", "Um es weiterzuentwickeln, wird es weiterentwickelt.", 2),
    ("verbieten", "Die verbotenen Bücher verbot man.", 2),
    ("entscheiden", "Der entscheidende Mann entschied, es ist entschieden.", 2),
    ("anfechten", "Die angefochtene Wahl wurde angefochten.", 2),
    ("boten", "Die gebotene Eile.", 0),
    ("testen", "Der Test kam, die Tests liefen.", 0),
    ("bauen", "Sie bauten Häuser. Die Bauten stehen.", 1),
]


@pytest.mark.parametrize(("source", "text", "count"), VERBS)
def test_a_verb_is_found_in_its_own_forms(
    source: str | Term, text: str, count: int
) -> None:
    assert len(found([source], text)) == count


SPELLINGS = [
    ("Straße", "Auf den Strassen.", ["Strassen"]),
    ("Straße", "STRASSE GESPERRT", ["STRASSE"]),
    ("Straße", "In der Strasse.", ["Strasse"]),
    ("Floß", "Zwei Flösse und eine Flosse.", ["Flösse"]),
    ("Prozess", "Im Prozeß.", ["Prozeß"]),
    ("Großmodell", "Ein Grossmodell.", ["Grossmodell"]),
    ("Masse", "Die Maße stimmen.", []),
    ("Buße", "Die Busse fahren.", []),
    ("Tomographie", "Eine Tomografie.", ["Tomografie"]),
    ("Potential", "Das Potenzial ist groß.", ["Potenzial"]),
    ("Rechenleistung", "Die Rechen\u00adleistungen.", ["Rechen\u00adleistungen"]),
    ("Märchen", "Ein Ma\u0308rchen.", ["Ma\u0308rchen"]),
]


@pytest.mark.parametrize(("source", "text", "hits"), SPELLINGS)
def test_old_and_swiss_spelling_is_found(
    source: str, text: str, hits: list[str]
) -> None:
    assert found([source], text) == hits
