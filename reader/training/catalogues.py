"""Gather sentence pairs from message catalogues: free software's German and English.

    python -m reader.training.catalogues BITEXT.tsv.xz FOLDER

Each folder in FOLDER is a project, named as its rows will be ("git"), with the German
catalogues (.po, .mo) of its messages or its documentation somewhere in it; the licence
of a catalogue is its project's, and the model card lists the projects that were used.
On Debian `apt-get source --download-only git` gets the archive that has them, without
needing root. The rows are those of a bitext, with the origin "catalogue":
`reader.training.adapter prepare --bitext` takes them beside others, and its filters
decide which are learned from.
"""

from __future__ import annotations

import argparse
import html
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from reader.core.documents import fold_blanks
from reader.store.files import open_atomic_bytes
from reader.training.corpus import CATALOGUE, Pair

# DocBook, HTML and Mallard: the tag goes, what it marks stays. "B<bold>" is none.
_TAG = re.compile(r"(?<![BCEFI])</?[A-Za-z][^<>]*>")
# Keys of menus: "_Datei", "&Datei"; "AT&T" is none.
_KEY = re.compile(r"(?<![\w&])[_&](?=\w)")
# "%s", "%(name)d", "%1$s", "{0}", "${user}", "@file{x}", "B<bold>", "|title|", "*a*":
# what the message will say stands there only at run time, or is markup. "Da_tei" has a
# key within, or is a name from a program.
_PLACEHOLDER = re.compile(
    r"%[\d$#.+-]*[a-zA-Z(]|%\d|[{}\\|*_]|\$\(|@\w+@|&\w+;|<[^>]*>|``|::"
)
_SENTENCE = re.compile(r"[^\W\d_].*[.!?]$", re.DOTALL)


def read_catalogue(path: Path, project: str) -> Iterator[Pair]:
    """Yield the sentences of a catalogue that are translated, markup taken away.

    Fragments, plurals and messages with placeholders are left out, and so is what was
    translated by guessing ("fuzzy") or is no longer in use.

    Raises:
        OSError: it cannot be read, or is no catalogue.
    """
    import polib

    read = polib.mofile if path.suffix == ".mo" else polib.pofile
    for entry in read(str(path)):
        # An .mo file has no entries that are fuzzy.
        if entry.obsolete or getattr(entry, "fuzzy", False) or entry.msgid_plural:
            continue
        source, target = clean_message(entry.msgstr), clean_message(entry.msgid)
        if source and target:
            yield Pair(project, CATALOGUE, source, target)


def clean_message(text: str) -> str:
    r"""Return the sentence of a message as it is read, "" when it is none.

    >>> clean_message("Mit <command>apt</command> werden _Pakete\ngeholt.")
    'Mit apt werden Pakete geholt.'
    >>> clean_message("Datei %s fehlt."), clean_message("Datei öffnen")
    ('', '')
    """
    plain = html.unescape(_TAG.sub("", text))
    plain = fold_blanks(_KEY.sub("", plain))
    if _PLACEHOLDER.search(plain) or not _SENTENCE.match(plain):
        return ""
    return plain


def find_catalogues(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the German catalogues below `folder`, each with its project."""
    for path in sorted(folder.rglob("*")):
        names = path.relative_to(folder).parts
        is_german = path.stem in ("de", "de_DE") or path.stem.endswith((".de", "-de"))
        is_german = is_german or "de" in names[1:-1]
        if path.suffix in (".po", ".mo") and is_german and len(names) > 1:
            yield names[0], path


def main() -> None:
    """Write the pairs of all catalogues below a folder, each pair once."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bitext", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    pairs = {
        (pair.source, pair.target): pair
        for project, path in find_catalogues(arguments.folder)
        for pair in read_catalogue(path, project)
    }
    lines = ["set\torigin\tsource\ttarget\n"]
    for pair in pairs.values():
        lines.append(
            "\t".join((pair.set, pair.origin, pair.source, pair.target)) + "\n"
        )
    data = lzma.compress("".join(lines).encode())
    with open_atomic_bytes(arguments.bitext) as stream:
        stream.write(data)
    print(f"{len(pairs):,} pairs")


if __name__ == "__main__":
    main()
