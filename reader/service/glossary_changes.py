"""Changes in a glossary file: one entry at a time, or all of another file.

Owns the file on disk: read, changed and written whole under a lock, so that two
commands at once lose nothing. Which lines change is the business of
`reader.formats.glossary_editor`.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.lint import lint_terms
from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import Term, Usage, source_key
from reader.errors import GlossaryError
from reader.formats.glossary_editor import NEW_FILE, GlossaryEditor
from reader.formats.glossary_files import (
    find_format,
    load_text,
    read_glossary,
    write_glossary,
)
from reader.service.changing import hold_file
from reader.service.glossary import LoadedGlossary
from reader.store.files import ensure_private_dir, open_atomic
from reader.store.paths import Paths

Notify = Callable[[str], None]


@dataclass(slots=True)
class ImportCount:
    """What an import brought."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    left: list[Term] = field(default_factory=list)
    """Entries of the file that is written, left as they were."""
    problems: tuple[Problem, ...] = ()
    """Lines of the imported file that were left out."""


class GlossaryFile:
    """A glossary file of ours on disk, the user's own unless another is named."""

    def __init__(
        self,
        paths: Paths,
        path: Path | None = None,
        notify: Notify = lambda text: None,
    ) -> None:
        self.path = path or paths.glossary
        self._paths = paths
        self._notify = notify

    def add(self, term: Term) -> None:
        """Write a new entry; the file is made when it is missing.

        A line that switches the German off gives way to it.

        Raises:
            GlossaryError: the file has an entry with this German already, or the entry
                could never be found.
        """
        self._check(term)
        with self._open(is_new_allowed=True) as editor:
            same = [old for old in editor.find(term.source) if old.key == term.key]
            if not same:
                editor.add(term)
            elif same[-1].usage is Usage.OFF is not term.usage:
                editor.replace(same[-1], term)
            else:
                raise GlossaryError(
                    f"{self.path} has '{term.source}' already: {_show(same[-1])}",
                    f"reader glossary edit '{term.source}' --target ENGLISH",
                )

    def edit(
        self, source: str, change: Callable[[Term], Term], is_forbidden: bool = False
    ) -> tuple[Term, Term]:
        """Change the entry with this German; return it as it was and as it is.

        Where a file has several, the last one, which is in force, changes.

        Raises:
            GlossaryError: there is none, or another one has the new German.
        """
        with self._open() as editor:
            found = [
                term
                for term in editor.find(source)
                if (term.usage is Usage.FORBIDDEN) == is_forbidden
            ]
            if not found:
                raise self._missing(source)
            old = found[-1]
            new = change(old)
            others = (term for term in editor.find(new.source) if term not in found)
            if any(term.key == new.key for term in others):
                raise GlossaryError(
                    f"{self.path} has another entry '{new.source}'",
                    f"reader glossary remove '{new.source}'",
                )
            self._check(new)
            editor.replace(old, new)
        return old, new

    def _check(self, term: Term) -> None:
        """Refuse an entry that could never be found, or that no cell should hold."""
        for problem in lint_terms([LayeredTerm(term, self.path, 0)]):
            if problem.severity is Severity.ERROR:
                raise GlossaryError(problem.message, problem.hint)

    def remove(self, source: str, inherited: LayeredTerm | None = None) -> list[Term]:
        """Remove every entry with this German, and return them.

        Where there is none, but an earlier layer has one (`inherited`), that is
        switched off by a line of its own, and the list is empty.

        Raises:
            GlossaryError: nobody has such an entry.
        """
        with self._open(is_new_allowed=inherited is not None) as editor:
            found = editor.find(source)
            if not found and inherited is None:
                raise self._missing(source)
            for term in found:
                editor.remove(term)
            if not found and inherited is not None:
                editor.add(Term(inherited.term.source, (), usage=Usage.OFF))
        return found

    def import_file(
        self, incoming: Path, form: str = "", replace_known: bool = False
    ) -> ImportCount:
        """Add the entries of another file, in a format of `--from`.

        Entries that are there already are left as they are, or replaced.

        Raises:
            GlossaryError: the file cannot be read, or none of its lines.
        """
        read = read_glossary(incoming, form)
        if read.problems and not read.entries:
            first = read.problems[0]
            raise GlossaryError(first.message, first.hint, first.path, first.line)
        count = ImportCount(problems=read.problems)
        with self._open(is_new_allowed=True) as editor:
            for term, _ in read.entries:
                known = [old for old in editor.find(term.source) if old.key == term.key]
                if not known:
                    editor.add(term)
                    count.added += 1
                elif known[-1] == term:
                    count.unchanged += 1
                elif replace_known:
                    editor.replace(known[-1], term)
                    count.replaced += 1
                else:
                    count.left.append(known[-1])
        return count

    @contextmanager
    def _open(self, is_new_allowed: bool = False) -> Iterator[GlossaryEditor]:
        """Yield the editor, and write the file when the block ends well."""
        if find_format(self.path) != "tsv":
            raise GlossaryError(
                f"{self.path.name} is not a glossary of ours; those alone are changed",
                f"reader glossary import '{self.path}' --file glossary.tsv",
            )
        # What is a link stays one.
        path = self.path.resolve()
        with hold_file(self.path, self._paths.home / ".glossary.lock"):
            if self.path == self._paths.glossary:
                ensure_private_dir(self.path.parent)
            is_new = not path.exists()
            if is_new and not is_new_allowed:
                raise GlossaryError(
                    f"there is no glossary {path}", "reader glossary add SOURCE TARGET"
                )
            before = b"" if is_new else path.read_bytes()
            text = load_text(path) if before.strip() else NEW_FILE
            self._check_encoding(before, text)
            editor = GlossaryEditor(text, path)
            yield editor
            if is_new or editor.text != text:
                mark = "\ufeff" if before.startswith(codecs.BOM_UTF8) else ""
                _write(path, mark + editor.text)

    def _check_encoding(self, before: bytes, text: str) -> None:
        """Tell that a file will be UTF-8, or refuse one with broken bytes."""
        try:
            before.decode("utf-8")
        except UnicodeDecodeError as error:
            if "\ufffd" in text:
                raise GlossaryError(
                    f"{self.path} is damaged: byte {error.start} is not UTF-8",
                    "mend the file in an editor first",
                ) from error
            self._notify(f"{self.path} was not UTF-8; it is now")

    def _missing(self, source: str) -> GlossaryError:
        return GlossaryError(
            f"{self.path} has no entry '{source_key(source)}'",
            f"reader glossary list --search '{source_key(source)}'",
        )


def export_terms(
    loaded: LoadedGlossary,
    path: Path,
    form: str,
    stdout: IO[str],
    layer: Layer | None = None,
) -> tuple[int, list[str]]:
    """Write the entries in force, or all of one layer, to `path` ("-": `stdout`).

    `form` is a format of `--to`; "" takes it from the suffix. Returns how many entries
    there were, and notices of what the format cannot hold.

    Raises:
        GlossaryError: the file is one of the glossary's own, or its suffix says no
            format.
    """
    entries = loaded.effective
    if layer is not None:
        entries = tuple(entry for entry in loaded.terms if entry.layer is layer)
    terms = [entry.term for entry in entries]
    if str(path) == "-":
        return len(terms), write_glossary(stdout, terms, form or "tsv")
    if path.resolve() in {entry.path.resolve() for entry in loaded.terms}:
        raise GlossaryError(
            f"{path} is part of the glossary; an export would lose its comments",
            "name another file",
        )
    form = form or find_format(path)
    with open_atomic(path) as stream:
        return len(terms), write_glossary(stream, terms, form)


def _write(path: Path, text: str) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else None
    with open_atomic(path) as stream:
        stream.write(text)
    if mode is not None:
        path.chmod(mode)


def _show(term: Term) -> str:
    return " | ".join(term.targets) or str(term.usage)
