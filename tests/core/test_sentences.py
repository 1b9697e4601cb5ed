"""Sentence ends, one table a rule, with rows that must not be cut.

In a row `¦` stands where a sentence ends and another begins.
"""

from __future__ import annotations

import pytest

from reader.backends.punkt import load_boundaries
from reader.core.sentences import split_sentences

ROWS = {
    "opening": [
        "1. Gehen Sie früh schlafen.¦ 2. Stehen Sie früh auf.",
        "… und dann war es still.¦ Alle warteten.",
        "II. Teil des Berichts.¦ Er ist kurz.",
        "[…] er schwieg.",
    ],
    "punctuation": [
        "„Kommst du?“, fragte sie.¦ Er nickte.",
        "„Halt!“, rief der Wirt, „hier wird bezahlt!“",
        "Sie fragte: „Wann?“; er schwieg.",
        "Der Club (gegr. 1921!), so heißt es, ist alt.",
    ],
    "lower case": [
        "Der Film „Wer nun?“ läuft morgen an.",
        "Papst Innozenz IV. gewährte den Ablass.",
        "Nach dem 2:1 durch Kern (65.) und dem 3:1 (70.) war alles klar.",
        "Er kaufte ein Handy.¦ iPhones waren ihm zu teuer.",
        "Es wurde still.¦ … und dunkel.",
        "Der Kurs steigt weiter.¦ (dpa)",
    ],
    "aside": [
        "Der Band (Suhrkamp, 22 Euro. Aus dem Polnischen) ist schmal.",
        "Er kam (wie immer! Man kennt ihn) zu spät.",
        "Sie kamen alle (sogar Tante Ilse!).¦ Das war schön.",
        "Viele wissen es nicht.¦ (Oder wollen es nicht wissen.)¦ Schade.",
        "Die Zahl [Anm. d. Red.: Stand Mai] stimmt.",
    ],
    "exclaimed name": [
        "Der Konzern Yahoo! Deutschland wächst.",
        "Er suchte bei Yahoo!¦ Dort fand er nichts.",
    ],
    "ellipsis": [
        "Sie schwieg …¦ Dann ging sie.",
        "Er wartete ... und wartete.",
        "Die Akte […] Seite 3 fehlt.",
        "„Was soll das …?“¦ Niemand antwortete.",
    ],
    "exclamation": [
        "Was für ein Tag!¦ Wer hätte das gedacht?¦ 17 Tore fielen.",
        "„Wo bist du?“¦ Er sah sie nicht.",
        "Wie bitte?!¦ Nein!!!¦ Doch.",
    ],
    "month": ["Am 3. Oktober ruht die Arbeit.", "Vom 1. Jan. bis zum 24. Dez. offen."],
    "date": [
        "Die Frist endet am 31.12. des Folgejahres.",
        "Am 24.12. Heiligabend zu feiern, ist Brauch.",
        "Die Messe endet am 3.5.¦ Danach wird abgebaut.",
    ],
    "ordinal": [
        "Der 2. Wahlgang folgt am Sonntag.",
        "Sie feierte ihren 100. Geburtstag.",
        "Das 19. Jahrhundert war lang.",
        "Der 1. FC Köln verlor.",
        "Er wurde 3.¦ Seine Schwester gewann.",
        "Das steht auf Seite 12.¦ Zeugen gibt es keine.",
        "Das war 2019.¦ Corona kam später.",
        "Die Regeln: 1. Der Ball ist rund, 2. Das Spiel dauert 90 Minuten.",
    ],
    "roman": [
        "Im II. Weltkrieg brannte das Haus.",
        "So lebte Friedrich II.¦ Er liebte die Musik.",
    ],
    "abbreviation": [
        "Wir trafen Prof. Dr. h. c. Kern in Jena.",
        "Obst, z. B. Äpfel, ist gesund, d. h. Vitamine sind drin.",
        "Es kostet ca. 60 Euro inkl. Versand.",
        "Brot, Käse usw.¦ Danach gab es Wein.",
        "Hunde, Katzen usw. sind verboten.",
        "Die Data Corp. will sparen.",
        "Er arbeitet bei der Data Corp.¦ Sie zahlt gut.",
        "Er leitet seit Mai den Konzern Data Inc.¦ Analysten sind zufrieden.",
        "Sie wohnt in der Goethestr. 12 in Halle.",
        "Sie wohnt in der Goethestr.¦ Das Haus ist alt.",
        "Nach Art. 14 GG und § 3 Abs. 2 S. 1 BGB gilt das.",
        "Er tat es auf seine Art.¦ Niemand half.",
        "Das sagte Frau Dr. Die Ärztin nickte.",
    ],
    "non-breaking blanks": [
        "Obst, z.\u00a0B. Äpfel, u.\u202fa. aus Werder, am 3.\u00a0Mai.",
        "Es ist gut.\u00a0¦Alle freuen sich.",
    ],
    "initials": [
        "J. K. Rowling und J.R.R. Tolkien schrieben.",
        "Das sagte Martin S. aus B. gestern.",
        "Das sagte Martin S.¦ Mehr wollte er nicht verraten.",
        "Er lebt in den U.S.A.¦ Seine Mutter blieb hier.",
        "In den U.S. Bundesstaaten gilt das nicht.",
        "Das Brett ist 2 m.¦ Es wackelt.",
    ],
    "glued": [
        "Das ist der Text.¦Noch einer folgt.",
        "„Das wollen wir nutzen.“¦Die Firma wächst.",
        "Das ist teuer.¦Deshalb kauft es niemand.",
        "Wirklich?¦Ja!",
        "Sie bucht bei Booking.Com und liest README.Md.",
        "Er fuhr nach St.Gallen zum 120.Geburtstag.",
        "Besuchen Sie www.Beispiel.Seite.De oder max.Muster@post.example.",
    ],
    "quotation": [
        "„Wir warten.“¦ Dann ging er.",
        "»Nein.«¦ Mehr sagte sie nicht.",
        "“Alles gut.”¦ Niemand glaubte es.",
        "„Es reicht.¦ Wir gehen“, sagte sie.",
        'Er sagte: "Ich komme."¦ Sie lachte.',
        'Er sagte leise.¦ "Sehr weit."',
    ],
    "plain word": [
        "Der Zug hielt.¦ Niemand stieg aus.",
        "Es war kalt.¦ 17 Menschen froren.",
    ],
    "figures": [
        "Sie zahlten 1.677 Euro, 7,6 Prozent mehr, um 14.30 Uhr.",
        "Ernie Bot 4.0 und Version 5.1.3 sind da.",
        "Er öffnete settings.json.bak auf https://a.example/b?c=1 und las.",
        "Fragen an rat@haus.example.¦ Die Antwort kommt bald.",
    ],
    "footnote": ["Das ist belegt.[3]¦ Andere zweifeln."],
    "soft hyphen": ["Das ist Wirt\u00adschaft.\u00ad¦ Es bleibt da\u00adbei."],
    "decomposed": ["Das ist scho\u0308n.¦ U\u0308ber alles wurde gesprochen."],
}


def _cut(text: str, own: frozenset[str] = frozenset()) -> list[str]:
    spans = split_sentences(text, load_boundaries(), own)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{name}: {row}") for name in ROWS for row in ROWS[name]],
)
def test_sentences_end_where_the_rule_says(row: str) -> None:
    wanted = [part.strip() for part in row.split("¦")]
    assert _cut(row.replace("¦", "")) == wanted


# One row of our own for each of the phenomena in the German cases of Pragmatic
# Segmenter and pySBD that no row above shows.
@pytest.mark.parametrize(
    "row",
    [
        "„Heute passt es nicht“, sagte er und lachte leise: „Morgen auch nicht.“¦ Es "
        "kostet 2.500.000 Euro.",
        "„Komm endlich essen!“, rief die Tante dem Neffen zu, „sonst wird es kalt.“",
        "Sie zahlen 4,75 Euro für 2,5 Stunden.",
        "Wir sahen Dr. phil. Ahrens im Zoo.",
        "Es gab Obst, z. B. Birnen, Pflaumen, Kirschen usw.",
        "Er kann u.a. Dänisch lesen.",
        "Herr Prof. Lenz ist z. Z. auf Reisen.",
        "Nehmen Sie den Bus bzw. die Bahn.",
        "Z. T. fehlt das Werkzeug.",
        "Mehr dazu auf S. 118, s. auch das Vorwort.",
        "Er leitet eine ev. Schule.",
        "Wir suchen Stühle, Tische u. Ä. für das Fest.",
        "Die Adresse: Dr. Lenz, Hallesche Str. 9, 04109 Leipzig.",
        "Er fragte: „Na, wie geht's, Herr Prof. Lenz?“",
        "Er mag keinen Kuchen (sie aber sehr!).¦ Das ist so.",
        "Die Mauer stammt aus dem 2. -4. Jahrhundert.",
        "Das Gesetz (KlimG) gilt ab dem 01. Juli 2022 für alle.",
    ],
)
def test_the_phenomena_of_the_published_cases_are_cut_right(row: str) -> None:
    assert _cut(row.replace("¦", "")) == [part.strip() for part in row.split("¦")]


def test_a_users_own_abbreviation_ends_no_sentence() -> None:
    text = "Das regelt die Verwaltungsvorschr. Bau genau. Dann ist Ruhe."
    assert len(_cut(text)) == 3
    assert _cut(text, frozenset(["verwaltungsvorschr"])) == [
        "Das regelt die Verwaltungsvorschr. Bau genau.",
        "Dann ist Ruhe.",
    ]


def test_scraps_without_letters_are_no_sentences() -> None:
    assert _cut("Es ist aus. ***") == ["Es ist aus. ***"]
    assert _cut("… ! ?") == ["… ! ?"]


def test_punkt_decides_what_no_rule_knows() -> None:
    text = "Er kam. Vater lachte."
    assert split_sentences(text, lambda text: []) == [(0, 21)]
    assert split_sentences(text, lambda text: [7]) == [(0, 7), (8, 21)]
