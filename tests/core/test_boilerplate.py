"""What pages leave behind, on text written for this test; and what is none."""

from __future__ import annotations

import pytest

from reader.core.boilerplate import RULES, find_rule, repeats_title
from reader.core.boilerplate_rules import Rule

LEFTOVERS = {
    "file": ["q7f3kz1p.png", "hafen_kiel-1200x800.webp", "Rede des Rektors.mp3"],
    "identifier": [
        "7fd1a2b0-11c9-4e0f-9d2a-0b8f6d1c22aa",
        "B71C0041 Aa19 4D02 88F1 0C9E77D1A250",
        "1690021177 412 Warum der Hafen wächst",
        "a8f5f167f44f4964e6c998dee827110c",
    ],
    "slug": ["auto-2-motor", "news_17", "neue-bruecke-am-fluss"],
    "address": ["https://blatt.example/a/1", "@blattredaktion", "#hafen #kiel"],
    "logo": ["Blatt Logo", "Logo Nordblatt Verlag", "Symbolbild: Hafenkran"],
    "listen": ["Artikel vorlesen • 4 Minuten", "Beitrag anhören", "Jetzt anhören"],
    "reading time": ["Lesezeit: 3 Min.", "ca. 5 Minuten Lesezeit", "4 min read"],
    "teaser": [
        "Siehe auch Drei Häfen, ein Streit um Geld",
        "Lesen Sie auch: Der Kran, der nicht fiel",
        "Mehr zum Thema",
        "Das könnte Sie auch interessieren",
        "Verwandte Themen: Hafen",
        "Nächster Beitrag: Der Kran steht wieder",
        "Mehr Nachrichten aus der Region",
        "Ähnliche Beiträge",
        "Meistgelesen",
        "Weiterlesen →",
        "Zurück zur Startseite",
    ],
    "comment form": [
        "14 Kommentare",
        "Kommentar schreiben",
        "Kommentieren Sie diesen Beitrag",
        "Bitte geben Sie Ihre E-Mail-Adresse ein",
        "Bitte geben Sie hier Ihren Vornamen ein!",
        "War dieser Artikel hilfreich?",
        "Noch keine Kommentare",
        "Deine E-Mail-Adresse wird nicht veröffentlicht.",
    ],
    "form field": ["Name *", "E-Mail", "Absenden"],
    "rating": ["4,2/5 - (88 votes)", "3 von 5 Sternen", "★★★★☆ (12)"],
    "advertisement": [
        "Werbung",
        "- Anzeige -",
        "ANZEIGE",
        "Artikel geht nach der Anzeige weiter",
    ],
    "sharing": [
        "Auf LinkedIn teilen",
        "Facebook Twitter WhatsApp",
        "Drucken",
        "Link kopieren",
        "Folgen Sie uns auf Mastodon",
    ],
    "subscription": [
        "Hafen-Newsletter",
        "Jetzt kostenlos testen",
        "Sie haben bereits ein Abo?",
    ],
    "consent": [
        "Wir nutzen nur notwendige Cookies, um diese Seite zu zeigen.",
        "Cookie-Einstellungen",
        "Datenschutzeinstellungen",
    ],
    "credit": [
        "Foto: Hanna Vogt",
        "(Bild: Hafenamt)",
        "© Hafenamt/Vogt",
        "Quelle: Statistikamt",
    ],
    "agency": ["(Laut Reuters)", "(dpa/lno)", "(Mit Material von AP)", "dpa"],
    "tags": ["Schlagwörter: Hafen, Kiel, Kran", "Tags:", "Kategorie: Küste"],
    "imprint": [
        "Copyright (c) 2023 Nordblatt Verlag",
        "Alle Rechte vorbehalten.",
        "Impressum | Datenschutz",
    ],
    "navigation": ["Zum Inhalt springen", "Nächster Beitrag", "Seite 2 von 4", "Menü"],
    "origin": ["Dieser Artikel erschien zuerst im Nordblatt."],
    "rubric": ["Wirtschaft", "PANORAMA"],
    "menu": ["Home > Küste > Häfen", "Start | Sport | Kultur"],
    "ornament": ["* * *", "———", "\u200b"],
}

TEXT = [
    "Die Anzeige erschien am Montag in allen Zeitungen.",
    "Anzeige gegen Unbekannt erstattet",
    "Der Hafen wächst.",
    "Kommentare der Presse zur Wahl",
    "Kommentar: Der Hafen braucht einen Plan",
    "Bitte keine Witze!",
    "Bitte gib mir einen Apfel.",
    "Hier geht es zum Beispiel um Menschen mit wenig Geld.",
    "Was denken Sie darüber, dass der Hafen wächst?",
    "Politik und Wirtschaft streiten",
    "Teilen Sie Ihre Vorräte mit den Nachbarn.",
    "Bewertung 2024 fällt besser aus, weil die Stadt mehr Personal hat und wächst",
    "Sie teilen sich die Arbeit.",
    "Mehr Geld für den Hafen",
    "Mehr dürfen es nicht werden, sagt der Bürgermeister.",
    "Themen sind das Wetter und der Hafen.",
    "Zum Thema Hafen wollte sich niemand äußern.",
    "Hier werden jeden Tag 400 Container verladen und auf Züge gestellt.",
    "Wir nutzen den Tag.",
    "Quellen im Ministerium bestätigen das.",
    "Das Bild von Kiel hat sich gewandelt.",
    "Die Seite 2 von 4 Blättern fehlt, sagt die Archivarin.",
    "Newsletter werden selten gelesen, sagte die Forscherin.",
    "Von Kiel nach Oslo",
    "Audio-Dateien lassen sich leicht fälschen.",
    "Ein Logo für die Stadt soll her",
    "Datenschutz wird in Europa ernst genommen, doch es gibt Lücken im Gesetz.",
    "Kontakte nach Oslo",
    "Video zeigt Unfall im Hafen",
    "Inhalte von Bürgern für Bürger, das ist die Idee des neuen Senders.",
    "Akzeptieren will das niemand.",
    "Live dabei: Tausende feiern am Kai",
    "Weiter so!",
    "Werbung wirkt, sagt die Forschung.",
    "Hunger | Durst",
    "KI-Modelle",
    "Open-Source-Modelle",
    "E-Mail vom Chef",
    "Der Fall A: 4/5 aller Stimmen",
    "Folgen des Klimawandels",
    "Signal an Moskau",
    "Mit Abo wird es billiger, doch nicht für alle.",
    "2024 war das wärmste Jahr",
    "Dieser Artikel der Verfassung gilt seit 1949.",
    "Copyright-Streit um Lieder der Beatles beendet, Erben zufrieden mit Urteil",
]


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name in LEFTOVERS for text in LEFTOVERS[name]]
)
def test_what_pages_leave_behind_is_boilerplate(name: str, text: str) -> None:
    assert find_rule(text) == name


@pytest.mark.parametrize("text", TEXT)
def test_text_is_no_boilerplate(text: str) -> None:
    assert find_rule(text) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_takes_its_own_example(rule: Rule) -> None:
    assert rule.pattern.match(rule.example)
    assert len(rule.example) <= rule.longest


def test_every_rule_has_rows() -> None:
    assert {rule.name for rule in RULES} <= set(LEFTOVERS)


@pytest.mark.parametrize(
    ("text", "is_repeated"),
    [
        ("Neue Brücke über die Saale – Blatt", True),
        ("Neue Bruecke", False),
        ("NEUE BRÜCKE ÜBER DIE SAALE", True),
        ("Die neue Brücke über die Saale wird im Mai eröffnet, sagt die Stadt.", False),
    ],
)
def test_a_title_is_known_again(text: str, is_repeated: bool) -> None:
    assert repeats_title(text, "Neue Brücke über die Saale") is is_repeated


@pytest.mark.parametrize("text", ["von " * 75, "a-" * 150, "x " * 150, "Kiel, " * 50])
def test_no_rule_hangs_on_odd_text(text: str) -> None:
    assert find_rule(text.strip()) in (None, "slug", "menu")
