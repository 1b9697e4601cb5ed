"""German is told from its neighbours, and in doubt a text is German."""

from __future__ import annotations

import pytest

from reader.core.language import guess_language, looks_german

GERMAN = [
    "Börse bricht ein",
    "Merkel in Paris",
    "Ein Wort",
    "Zwei Tote bei Unfall auf A7",
    "KI-Chips: Nvidia hängt AMD ab",
    "Strassenverkehr: Grosse Busse fuer Raser in Zuerich",
    "DIE REGIERUNG WILL DAS GESETZ ÄNDERN.",
    "DER BUNDESTAG HAT DAS GESETZ BESCHLOSSEN UND VERTAGT SICH.",
    "Apple, Google und Meta wollen mit Open AI und Microsoft über den Digital Markets "
    "Act der EU reden, sagte Tim Cook auf der Worldwide Developers Conference in "
    "San Francisco.",
    "Der Film „The Lord of the Rings: The Return of the King“ läuft wieder im Kino.",
    "Das Lied „La vie en rose“ von Édith Piaf ist in Frankreich sehr beliebt.",
    "Wir essen nie vor sieben.",
    "Die Strasse ist gesperrt, und die Busse fahren nicht.",
    "Ich kann's nicht glauben.",
    "Aufstellung: N. Rehberg, L. Quabeck, J. Bodin, D. Klemke, S. Fitzek",
    "12.30 Uhr: Tagesschau",
    "https://example.org",
    "42",
    "",
]

OTHERS = {
    "en": [
        "The bank is cutting its rates.",
        "She had never been to Berlin before the war, but her brother lived there.",
        "THE GOVERNMENT HAS CHANGED ITS MIND.",
        "The weekly Die Zeit and the magazine Der Spiegel have both written about "
        "Ursula von der Leyen and the party Alternative für Deutschland.",
        "I don't think we'll make it on time.",
    ],
    "nl": [
        "De regering heeft besloten dat het geld volgend jaar naar de scholen gaat.",
        "Ik weet niet of hij vandaag nog komt, want zijn trein is te laat.",
    ],
    "fr": [
        "Le gouvernement a décidé que l'argent irait aux écoles l'année prochaine.",
        "Je ne sais pas s'il viendra aujourd'hui, parce que son train est en retard.",
    ],
    "it": [
        "Il governo ha deciso che i soldi andranno alle scuole il prossimo anno.",
        "Non so se verrà oggi, perché il suo treno è in ritardo.",
    ],
    "es": [
        "El gobierno ha decidido que el dinero irá a las escuelas el próximo año.",
        "No sé si vendrá hoy, porque su tren llega con retraso.",
    ],
    "pt": [
        "O governo decidiu que o dinheiro não vai para as escolas no próximo ano.",
    ],
    "da": [
        "Regeringen har besluttet, at pengene skal gå til skolerne næste år.",
        "Jeg ved ikke, om han kommer i dag, fordi hans tog er forsinket.",
    ],
    "sv": [
        "Regeringen har beslutat att pengarna ska gå till skolorna nästa år.",
        "Jag vet inte om han kommer i dag, eftersom hans tåg är försenat.",
    ],
    "pl": [
        "Rząd zdecydował, że w przyszłym roku pieniądze trafią do szkół.",
        "Nie wiem, czy on dzisiaj przyjedzie, bo jego pociąg jest opóźniony.",
    ],
    "cs": ["Vláda rozhodla, že peníze půjdou příští rok do škol, ale ne do všech."],
    "hu": ["A kormány úgy döntött, hogy a pénz jövőre az iskolákba kerül."],
    "lb": [
        "D'Regierung huet decidéiert, datt d'Geld d'nächst Joer an d'Schoule geet, "
        "mee et ass net genuch fir jiddereen."
    ],
}
OTHER_ROWS = [(code, text) for code, texts in OTHERS.items() for text in texts]


@pytest.mark.parametrize("text", GERMAN)
def test_german_and_what_might_be_german_is_german(text: str) -> None:
    assert looks_german(text)


@pytest.mark.parametrize(("code", "text"), OTHER_ROWS)
def test_other_languages_are_not_german(code: str, text: str) -> None:
    assert not looks_german(text)


@pytest.mark.parametrize(
    ("code", "text"),
    # Danish and Norwegian are one written language for our purpose.
    [row for row in OTHER_ROWS if row[0] != "da"],
)
def test_the_language_is_named(code: str, text: str) -> None:
    assert guess_language(text) == code


@pytest.mark.parametrize("text", ["Привет, как дела?", "今日は天気がいいです。"])
def test_another_script_is_not_german(text: str) -> None:
    assert not looks_german(text)


def test_a_name_alone_has_no_language() -> None:
    assert guess_language("Stable Diffusion") is None


def test_only_the_beginning_of_a_book_is_read() -> None:
    german = "Die Katze und der Hund sind nicht zu Hause. " * 500
    assert guess_language(german + "The end of the story is this. " * 5000) == "de"
