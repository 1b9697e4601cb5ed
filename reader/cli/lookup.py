"""`reader lookup`: what the user's dictionaries say about German words."""

from __future__ import annotations

from typing import Any

import click

from reader.cli import notes, output
from reader.cli.options import chosen_service, common_options, json_option
from reader.core.lookup import Answer
from reader.errors import ExitCode


@click.command("lookup")
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@json_option
@common_options
def command(words: tuple[str, ...], as_json: bool) -> int:
    """Look up each WORD in the dictionaries of this machine, in any of its forms.

    Dictionaries of dictd and StarDict are found in the folder 'dictionaries' of
    `reader where`, in dictd and stardict/dic below /usr/share (or wherever
    XDG_DATA_DIRS says), and where 'dictionaries' in reader.toml says. A compound that
    none of them has is taken apart. Ends with 1 if a word was not found.
    """
    is_complete = True
    with chosen_service() as service:
        shelf = service.bookshelf
        for word in words:
            answer = shelf.look_up(word)
            if not answer.findings:
                is_complete = False
                notes.note(f"'{word}' is in none of: {', '.join(shelf.titles)}")
            if as_json:
                output.print_json(answer_record(answer))
            else:
                _print_answer(answer)
    return ExitCode.DONE if is_complete else ExitCode.FAILED


def answer_record(answer: Answer) -> dict[str, Any]:
    """Return an answer as the JSON object of `reader lookup --json`."""
    return {
        "word": answer.word,
        "lemma": answer.lemma,
        "parts": list(answer.parts),
        "entries": [
            {
                "headword": entry.headword,
                "relation": str(relation),
                "pos": entry.pos,
                "gender": entry.gender,
                "is_plural": entry.is_plural,
                "plural": entry.plural,
                "translations": list(entry.translations),
                "text": entry.text,
                "dictionary": entry.dictionary,
            }
            for relation, entry in answer.entries
        ],
    }


def _print_answer(answer: Answer) -> None:
    if answer.lemma and answer.lemma != answer.word:
        output.print_line(f"{answer.word}: a form of {answer.lemma}")
    if answer.parts:
        named = f"{answer.article} {answer.word}".strip()
        output.print_line(f"{named}: {' + '.join(answer.parts)}")
    for _, entry in answer.entries:
        about = [entry.article, f"plural {entry.plural}" if entry.plural else ""]
        known = ", ".join(part for part in about if part)
        output.print_line(f"{entry.headword}{f' ({known})' if known else ''}")
        for line in entry.text.split("\n")[1:]:
            output.print_line(f"  {line}")
        output.print_line()
