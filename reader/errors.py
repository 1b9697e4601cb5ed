"""Everything that can go wrong and that a user can mend.

    ReaderError                 message: what happened; hint: what to type next
    ├── SettingsError           reader.toml, environment, options
    ├── GlossaryError           a term base; carries path and line
    ├── DictionaryError         a dictionary of the user's, or that there is none
    ├── DocumentError           a source that cannot be read, or a bad pair file
    ├── OutputError             a file that cannot be written
    ├── MemoryStoreError        the translation memory on disk
    ├── LibraryError            the library of texts on disk, and what is not in it
    ├── PackageError            a model package that is broken or unsafe
    │   └── PackageMissingError no usable package
    └── BackendError            an engine that failed while it ran

Exit codes belong to `reader.cli`; each class only says which one it asks for.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

# This module is in every start of the program, and pathlib takes longer than it.
if TYPE_CHECKING:
    from pathlib import Path


class ExitCode(IntEnum):
    """The process exit codes; they are part of the command-line contract."""

    DONE = 0
    FAILED = 1
    """A file failed, a pair has no English, or a check found violations."""
    USAGE = 2
    """Usage, settings or glossary error, or nothing could be read."""
    NO_ENGINE = 3
    INTERRUPTED = 130


class ReaderError(Exception):
    """An error that a user can mend: what happened, and what to type next."""

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross the border of the engine's process, so they must pickle
        # with their hint.
        return (type(self), (self.message, self.hint))


class SettingsError(ReaderError):
    """A setting or an option is wrong."""

    exit_code = ExitCode.USAGE


class GlossaryError(ReaderError):
    """A glossary cannot be used as it stands."""

    exit_code = ExitCode.USAGE

    def __init__(
        self,
        message: str,
        hint: str = "",
        path: Path | None = None,
        line: int | None = None,
    ) -> None:
        where = "" if path is None else f"{path}{f':{line}' if line else ''}: "
        super().__init__(where + message, hint)
        self.path = path
        self.line = line


class DocumentError(ReaderError):
    """A document cannot be read, or is not what its name says."""

    # Of a command with one document; a run with others goes on and ends with 1.
    exit_code = ExitCode.USAGE


class DictionaryError(ReaderError):
    """A dictionary cannot be used, or none is installed."""

    exit_code = ExitCode.USAGE


class OutputError(ReaderError):
    """A file cannot be written."""


class MemoryStoreError(ReaderError):
    """The translation memory on disk cannot be used."""


class LibraryError(ReaderError):
    """The library of texts cannot be used, or a text is not in it."""

    # Of `reader read`, which has nothing to show then.
    exit_code = ExitCode.USAGE


class PackageError(ReaderError):
    """A model package is broken, unsafe or cannot be fetched."""

    exit_code = ExitCode.NO_ENGINE


class PackageMissingError(PackageError):
    """No usable engine or model is installed."""


class BackendError(ReaderError):
    """An engine failed while it ran."""

    exit_code = ExitCode.NO_ENGINE
