"""The guard flags what is wrong with an engine's English, and nothing else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.guard import badness, inspect_output
from reader.core.pairs import FLAGS

TEXT = " aäDeirtusnIVX0123456789.,:/-'½²٣„“”\"@\n"
SAME_NUMBERS = [
    ("1.677 Menschen kamen.", "1,677 people came."),
    ("10 000 Menschen kamen.", "10,000 people came."),
    ("Es waren 1,5 Millionen.", "There were 1,500,000."),
    ("Die Zinsen steigen auf 7,6 Prozent.", "Rates rise to 7.6 percent."),
    ("Er hat zwei Hunde.", "He has 2 dogs."),
    ("Er hat 2 Hunde.", "He has two dogs."),
    ("Er hat zweiundzwanzig Hunde.", "He has twenty-two dogs."),
    ("Es kostet 3 Milliarden Euro.", "It costs 3 billion euros."),
    ("Es kostet 3 Mrd. Euro.", "It costs €3bn."),
    ("Es kostet eine Milliarde Euro.", "It costs a billion euros."),
    ("Es kostet 2 Billionen Euro.", "It costs 2 trillion euros."),
    ("Es kostet 3 bis 5 Millionen Euro.", "It costs 3 million to 5 million euros."),
    ("Ein 1,2-Milliarden-Dollar-Geschäft.", "A $1.2 billion deal."),
    ("Eine halbe Million Menschen kam.", "Half a million people came."),
    ("Eine halbe Million Menschen kam.", "500,000 people came."),
    ("Zweieinhalb Jahre vergingen.", "Two and a half years passed."),
    ("Anderthalb Stunden dauerte es.", "It took 1.5 hours."),
    ("Am 16. Februar beginnt es.", "It begins on February 16th."),
    ("Es begann am 16.02.2024.", "It began on February 16, 2024."),
    ("Es begann am 1.10.2023.", "It began on 1 October 2023."),
    ("Um 14.30 Uhr geht es los.", "It starts at 2:30 p.m."),
    ("Um 14:30 Uhr geht es los.", "It starts at 14:30."),
    ("Um 20 Uhr geht es los.", "It starts at 8 pm."),
    ("Um 11.00 Uhr geht es los.", "It starts at 11 a.m."),
    ("Um halb drei geht es los.", "It starts at 2:30."),
    ("Um halb drei geht es los.", "It starts at half past two."),
    ("Um 0 Uhr ist Schluss.", "It ends at midnight."),
    ("In den 1990er Jahren war es anders.", "It was different in the 1990s."),
    ("In den 90er-Jahren war es anders.", "It was different in the 1990s."),
    ("In den Neunzigern war es anders.", "It was different in the 1990s."),
    ("Im 19. Jahrhundert war es anders.", "It was different in the 19th century."),
    ("Im 19. Jahrhundert war es anders.", "It was different in the 1800s."),
    ("Ludwig XIV. war König.", "Louis XIV was king."),
    ("Im Zweiten Weltkrieg starb er.", "He died in World War II."),
    ("Zwei Drittel sind dafür.", "Two thirds are in favour."),
    ("1/3 der Leute ist dafür.", "One third of the people are in favour."),
    ("Rund hundert Leute kamen.", "About 100 people came."),
    ("Ein Dutzend Leute kam.", "Twelve people came."),
    ("Der zehnjährige Junge lacht.", "The 10-year-old boy laughs."),
    ("Die zweistündige Rede langweilte.", "The 2 hour speech was boring."),
    ("Bayern gewann 3:0 gegen Köln.", "Bayern beat Cologne 3-0."),
    ("Die Saison 2008/09 war gut.", "The 2008-09 season was good."),
    ("Der H100 ist schneller als GPT-4.", "The H100 is faster than GPT-4."),
    ("Rufen Sie 030 123456 an.", "Call 030 123456."),
    ("80 % der Wähler kamen.", "80% of the voters came."),
    ("Die Fläche beträgt 12 Quadratkilometer.", "The area is 12 km2."),
    ("Achten Sie auf die Stufen!", "Mind the steps!"),
    ("Das erste Haus gehört mir.", "The first house is mine."),
    ("Beide Kinder schlafen.", "The 2 children are asleep."),
    ("Jahrelang geschah nichts.", "For years nothing happened."),
]


@pytest.mark.parametrize(("source", "target"), SAME_NUMBERS)
def test_numbers_that_are_the_same_pass(source: str, target: str) -> None:
    assert inspect_output(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1.677 Menschen kamen.", "1.677 people came."),
        ("1.677 Menschen kamen.", "1,667 people came."),
        ("1.677 Menschen kamen.", "Some people came."),
        ("Die Zinsen steigen auf 7,6 Prozent.", "Rates rise to 76 percent."),
        ("Es kostet 3 Milliarden Euro.", "It costs 3 million euros."),
        ("Es kostet 2 Billionen Euro.", "It costs 2 billion euros."),
        ("Er hat drei Hunde.", "He has four dogs."),
        ("Er hat zwei Hunde.", "He has some dogs."),
        ("Es begann am 16.02.2024.", "It began on March 16, 2024."),
        ("Es begann am 16. Februar.", "It began on February 17."),
        ("Um 14.30 Uhr geht es los.", "It starts at 2:40 p.m."),
        ("In den 1990er Jahren war es anders.", "It was different in the 1980s."),
        ("Bayern gewann 3:0 gegen Köln.", "Bayern beat Cologne 3-1."),
        ("Ludwig XIV. war König.", "Louis XV was king."),
        ("Der H100 ist schnell.", "The H200 is fast."),
        ("Viele Menschen kamen.", "5,000 people came."),
        ("Am 1. Januar beginnt es.", "It begins on January."),
    ],
)
def test_numbers_that_are_lost_or_changed_are_flagged(source: str, target: str) -> None:
    assert inspect_output(source, target) == ("numbers",)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Er ging nach Hause.", "He went home, went home, went home."),
        ("Er ging nach Hause.", "He went went went home."),
        (
            "Er ging nach Hause.",
            "He went to the house and to the house and to the house",
        ),
        ("Sie fand das gut.", "She liked itititititit a lot."),
        ("Sie lachte laut.", "She laughed out loudddddddd."),
        ("Das ist das Ende.", "This is the the end."),
        ("Das ist das Ende.", "This is the end........"),
    ],
)
def test_loops_are_flagged(source: str, target: str) -> None:
    assert "repeated" in inspect_output(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Es war sehr, sehr, sehr kalt.", "It was very, very, very cold."),
        ("Es wird immer kälter.", "It is getting colder and colder and colder."),
        ("Er wusste, dass das genügte.", "He knew that that was enough."),
        ("Er hatte es schon gesehen.", "He had had a look at it."),
        ("„Hahahahaha!“, lachte sie.", '"Hahahahaha!" she laughed.'),
        ("Sie wohnt in Baden-Baden.", "She lives in Baden-Baden."),
        ("Die Band Duran Duran spielt.", "The band Duran Duran is playing."),
        (
            "Das ist der Weg des Gurus. Der Guru weiß alles.",
            "This is the way of the guru. The guru knows everything.",
        ),
        ("Und so weiter und so weiter.", "And so on and so on."),
    ],
)
def test_repetition_that_belongs_there_passes(source: str, target: str) -> None:
    assert inspect_output(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Der Kurs fällt.", ""),
        ("Der Kurs fällt.", " \n"),
        ("Der Kurs fällt.", "…"),
        ("Der Kurs fällt.", "Der Kurs fällt."),
        ("Der Kurs fällt.", "der kurs fällt"),
        ("DER KURS FÄLLT.", "DER KURS FÄLLT."),
        ("Zusammenfassung", "Zusammenfassung"),
        ("Die Bank ist heute zu.", "The bank ist today zu."),
        ("Die Bank ist heute zu.", "The bank is closed und sie bleibt es."),
        (
            "Forscher der Universität fordern eine bessere Früherkennung von Krebs.",
            "Researchers of the university demand a bessere Früherkennung of cancer.",
        ),
        (
            "Die Regierung hat beschlossen, dass die Steuern nicht steigen.",
            "The government has decided dass die Steuern nicht steigen.",
        ),
        ("Die Zahl der Nutzer wächst.", "Die Zahl der Nutzer is growing."),
        ("Das Wetter ist schön.", "Погода сегодня прекрасная."),
    ],
)
def test_what_is_no_english_is_flagged(source: str, target: str) -> None:
    assert "untranslated" in inspect_output(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Stable Diffusion", "Stable Diffusion"),
        ("Angela Merkel", "Angela Merkel"),
        ("Süddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("Der Spiegel", "Der Spiegel"),
        ("3:0", "3:0"),
        ("https://example.org/artikel", "https://example.org/artikel"),
        ("***", "***"),
        ("***", ""),
        ("Die Zeit hat berichtet.", "Die Zeit has reported on it."),
        (
            "Ursula von der Leyen reist nach Frankfurt am Main.",
            "Ursula von der Leyen is travelling to Frankfurt am Main.",
        ),
        (
            "Die Alternative für Deutschland gewinnt Stimmen.",
            "The Alternative für Deutschland is gaining votes.",
        ),
        (
            "Der Film „Das Leben der Anderen“ läuft heute.",
            "The film “Das Leben der Anderen” is on today.",
        ),
        ("Das ist also so: Er war in Rom.", "So that is it: he was in Rome."),
        ("Das Angebot ist normal und legal.", "The offer is normal and legal."),
        ("Mehr auf www.merkur.de/leute.", "More at www.merkur.de/leute."),
        ("Anna schrieb an info@verein.de.", "Anna wrote to info@verein.de."),
    ],
)
def test_names_may_stay_german(source: str, target: str) -> None:
    assert inspect_output(source, target) == ()


LONG = (
    "Die Regierung hat am Dienstag nach langen Verhandlungen beschlossen, dass die "
    "Steuern im kommenden Jahr nicht steigen, sondern für alle Familien sinken sollen."
)


def test_an_output_that_breaks_off_is_flagged() -> None:
    flags = inspect_output(LONG, "On Tuesday, the government decided")
    assert flags == ("length", "negation")


def test_an_output_with_foreign_text_behind_it_is_flagged() -> None:
    target = (
        "On Tuesday, after long negotiations, the government decided that taxes should "
        "not rise next year but fall for all families. The weather will stay fine in "
        "the south, while the north has to expect rain and some wind until the evening."
    )
    assert inspect_output(LONG, target) == ("length",)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ja.", "Yes, indeed."),
        ("Donnerwetter!", "Wow!"),
        ("Feierabend!", "Let's go home!"),
    ],
)
def test_short_sentences_may_differ_in_length(source: str, target: str) -> None:
    assert inspect_output(source, target) == ()


def test_flags_come_in_the_order_of_a_pair() -> None:
    flags = inspect_output(LONG + " Das kostet 3 Milliarden.", "Die Die Die Steuern")
    assert flags == tuple(flag for flag in FLAGS if flag in flags)
    assert len(flags) >= 3


def test_a_loop_is_worse_than_a_number_and_two_flags_than_one() -> None:
    assert badness(()) == 0
    assert badness(("terms",)) < badness(("numbers",)) < badness(("length",))
    assert badness(("length",)) < badness(("repeated",)) < badness(("untranslated",))
    assert badness(("repeated", "numbers")) > badness(("repeated",))


@pytest.mark.parametrize(
    "target",
    [
        "yes no 3 " * 20_000,
        "a" * 200_000,
        "1" * 100_000,
        "1." * 50_000,
        "3 " + "." * 50_000 + " 5 million",
        "I" * 50_000,
        "“" * 50_000,
    ],
)
def test_a_very_long_output_is_inspected_within_seconds(target: str) -> None:
    began = time.perf_counter()
    inspect_output("Ja nein 3 " * 1_000, target)
    inspect_output(target, "Yes no 3 " * 1_000)
    assert time.perf_counter() - began < 20


@given(
    source=st.text(alphabet=TEXT, max_size=80),
    target=st.text(alphabet=TEXT, max_size=80),
)
def test_any_text_can_be_inspected(source: str, target: str) -> None:
    flags = inspect_output(source, target)
    assert flags == tuple(flag for flag in FLAGS if flag in flags)
    assert badness(flags) == 0 or flags
