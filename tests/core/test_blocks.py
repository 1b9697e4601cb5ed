"""Blocks and their kinds, on small pages written for this test."""

from __future__ import annotations

import pytest

from reader.core.blocks import find_blocks

LONG = "Der Rat hat am Abend lange über die neue Brücke beraten und dann zugestimmt."


def _blocks(text: str) -> list[tuple[str, str]]:
    return [(str(b.kind), text[b.start : b.end]) for b in find_blocks(text)]


def _kinds(text: str) -> list[str]:
    return [kind for kind, _ in _blocks(text)]


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
)
def test_every_newline_convention_divides_blocks(end: str) -> None:
    text = f"Neue Brücke{end}{end}{LONG}{end}{end}{LONG} Ja.{end}"
    assert _blocks(text) == [
        ("title", "Neue Brücke"),
        ("paragraph", LONG),
        ("paragraph", f"{LONG} Ja."),
    ]


def test_lines_are_paragraphs_where_nothing_is_wrapped() -> None:
    text = f"{LONG}\n{LONG}\nEin Zwischentitel\n{LONG}"
    assert _kinds(text) == ["paragraph", "paragraph", "heading", "paragraph"]


WRAPPED = """\
Die alte Mühle am Fluss wurde im vergangenen Jahr von einem
Verein gekauft, der sie als Museum nutzen will. Noch fehlt das
Geld für das Dach, das der Verein bis zum Herbst erneuern will
- so jedenfalls steht es im Plan. Das Fest beginnt hier am
1. Mai, sein Erlös soll in die Rettung des alten Mühlen-
rads fließen.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    text = WRAPPED.replace("\n", end)
    assert _blocks(text + text) == [("paragraph", text.strip())] * 2
    assert _blocks(f"{text}{end}{text}") == [("paragraph", text.strip())] * 2


def test_a_day_at_the_beginning_of_a_wrapped_line_is_no_list_item() -> None:
    text = (
        "Die Gemeinde lädt alle Bürgerinnen und Bürger für den\n"
        "20. Mai in das alte Rathaus ein, wo es Kaffee gibt und\n"
        "auch Kuchen.\n"
    )
    assert _kinds(text) == ["paragraph"]


def test_a_short_line_ends_a_wrapped_paragraph() -> None:
    text = (
        "Die Brücke ist alt und muss saniert werden, so das Amt, und\n"
        "das wird teuer.\n"
        "Im Rat ist man sich aber noch lange nicht einig darüber,\n"
        "wer die Kosten trägt und wann die Arbeiten beginnen.\n"
    )
    assert [body.split()[0] for _, body in _blocks(text)] == ["Die", "Im"]


def test_list_items_may_be_wrapped() -> None:
    text = (
        "- ein langer Tisch für alle, die im Garten essen wollen und\n"
        "  nicht frieren\n"
        "- ein Stuhl\n"
    )
    assert [(kind, len(body.split())) for kind, body in _blocks(text)] == [
        ("list", 14),
        ("list", 3),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Von Hanna Vogt", "byline"),
        ("Von Hanna Vogt und Dr. Ole Ahrens, Kiel", "byline"),
        ("Zusätzliche Berichterstattung von Ole Ahrens", "byline"),
        ("6. März 2024 um 06:00", "byline"),
        ("Montag, 4. Dezember 2023, 17:30 Uhr", "byline"),
        ("Stand: 03.02.2024, 14:05 Uhr", "byline"),
        ("Aktualisiert am 3. Mai 2022", "byline"),
        ("Text: Hanna Vogt", "byline"),
        ("(hvo)", "byline"),
        ("Hafenarbeiter am Kai. Foto: Vogt", "caption"),
        ("Ein Kran hebt Container im neuen Teil des Hafens (Foto: dpa)", "caption"),
        ("Was der Umbau kostet", "heading"),
        ("Und was nun?", "heading"),
        ("Von Kiel nach Oslo und zurück", "heading"),
        ("- ein langer Tisch", "list"),
        ("• ein Stuhl.", "list"),
        ("a) Die Brücke bleibt.", "list"),
        ("Foto: Vogt", "boilerplate"),
        ("Es regnete.", "paragraph"),
        ("KIEL (dpa) - Der Hafen wächst weiter, sagt das Amt.", "paragraph"),
        ("Am 3. Mai 2022 brannte es.", "paragraph"),
        ("Von allem etwas haben wollte er schon immer.", "paragraph"),
    ],
)
def test_a_line_in_an_article_has_its_kind(line: str, kind: str) -> None:
    text = f"Ein Titel\n\n{LONG}\n\n{line}\n\n{LONG} Nein.\n"
    assert _kinds(text)[2] == kind


def test_only_the_first_heading_is_the_title() -> None:
    text = f"Neue Brücke für Jena\n\nStadt zahlt die Hälfte\n\n{LONG}"
    assert _kinds(text) == ["title", "heading", "paragraph"]


def test_a_text_that_begins_with_a_paragraph_has_no_title() -> None:
    assert _kinds(f"{LONG}\n\nMehr Platz für alle") == ["paragraph", "heading"]


def test_the_title_again_is_boilerplate() -> None:
    text = f"Neue Brücke für Jena\n\nNeue Brücke für Jena | Blatt\n\n{LONG}"
    assert _kinds(text) == ["title", "boilerplate", "paragraph"]


def test_numbers_make_a_list_only_in_order() -> None:
    text = "1. Planen Sie gut.\n2. Essen Sie gut.\n\n1. FC Jena verliert\n\nJa."
    assert _kinds(text) == ["list", "list", "title", "paragraph"]


def test_a_line_behind_an_image_file_is_its_caption() -> None:
    text = f"{LONG}\n\nk4w8.jpg\nDer Hafen am Morgen\n\n{LONG}"
    assert _kinds(text) == ["paragraph", "boilerplate", "caption", "paragraph"]


def test_alternative_text_above_a_caption_is_boilerplate() -> None:
    text = f"{LONG}\n\nHafen Kiel Kran\nEin Kran im Hafen. Foto: Vogt\n\n{LONG}"
    assert _kinds(text) == ["paragraph", "boilerplate", "caption", "paragraph"]


def test_a_pull_quote_is_no_heading_and_its_speaker_a_byline() -> None:
    quote = (
        "Der Hafen steht vor großen Aufgaben, weil die Schiffe immer größer werden und "
        "die Fahrrinne nicht tief genug ist für das, was noch kommen soll"
    )
    text = f"{LONG}\n\n{quote}\n\nHanna Vogt, Hafenkapitänin\n\n{LONG}"
    assert _kinds(text) == ["paragraph", "paragraph", "byline", "paragraph"]


def test_a_file_name_is_not_joined_to_the_line_above() -> None:
    text = f"{LONG[:60]}\nhafen-kiel-neu.png\n{LONG}"
    assert "boilerplate" in _kinds(text)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\r\n\r\n"])
def test_blank_text_has_no_blocks(text: str) -> None:
    assert _blocks(text) == []


def test_a_line_of_zero_width_characters_divides_and_is_boilerplate() -> None:
    assert _kinds(f"{LONG}\n\u200b\n{LONG}") == [
        "paragraph",
        "boilerplate",
        "paragraph",
    ]


TABLE = """\
| Modell | Preis |
|:-------|------:|
| Polo   | 12 €  |
"""


def test_rows_between_pipes_are_kept_and_the_line_below_the_head_is_not() -> None:
    text = f"Ein Titel\n\n{LONG}\n\n{TABLE}\n{LONG}"
    assert _kinds(text)[2:] == ["list", "boilerplate", "list", "paragraph"]


def test_rows_between_tabs_are_a_list() -> None:
    text = f"{LONG}\n\nName\tAlter\tOrt\nAnna\t32\tKöln\nBen\t7\tJena\n\n{LONG}"
    assert _kinds(text) == ["paragraph", "list", "list", "list", "paragraph"]


@pytest.mark.parametrize("line", ["1.\tEinleitung", "\tEin Titel", "Ein\u2003Titel"])
def test_a_tab_behind_a_number_or_before_a_line_makes_no_row(line: str) -> None:
    assert _kinds(f"{LONG}\n\n{line}\n\n{LONG}") == [
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_number_heads_a_chapter_where_text_follows() -> None:
    text = f"1. Einleitung\n\n{LONG}\n\n2. Methode\n\n{LONG}\n\n3. Fazit\n\n{LONG}"
    assert _kinds(text) == ["title", "paragraph", *["heading", "paragraph"] * 2]


def test_numbered_sentences_are_a_list_though_text_stands_between() -> None:
    text = f"1. Planen Sie gut.\n\n{LONG}\n\n2. Essen Sie gut.\n\n{LONG}"
    assert _kinds(text) == ["list", "paragraph", "list", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Ich glaub, ich spinn: Das ist ja unser Hund!",
        "Hast du mich denn gar nicht gehört?",
        "Was suchen Sie dort?",
    ],
)
def test_what_is_said_in_a_dialogue_is_no_heading(line: str) -> None:
    assert _kinds(f"{LONG}\n\n{line}\n\n{LONG}")[1] == "paragraph"


@pytest.mark.parametrize(
    "greeting",
    ["Mit freundlichen Grüßen", "Viele Grüße aus Kiel,", "Beste Grüße", "Gruß"],
)
@pytest.mark.parametrize("name", ["Hans Meier", "Dr. Eva von Stein", "Anna"])
def test_the_name_below_a_letter_is_a_byline(greeting: str, name: str) -> None:
    text = f"Sehr geehrte Frau Vogt,\n\n{LONG}\n\n{greeting}\n\n{name}\n"
    assert _kinds(text)[2:] == ["paragraph", "byline"]


def test_a_question_to_the_reader_may_be_the_title() -> None:
    assert _kinds(f"Wissen Sie, was Ihr Kind liest?\n\n{LONG}") == [
        "title",
        "paragraph",
    ]
