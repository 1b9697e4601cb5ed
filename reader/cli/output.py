"""Standard output: results, and nothing else.

Every command prints its results through here, so that a terminal never gets a
control sequence from somebody's article and JSON is always one value a line.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

from reader.errors import OutputError

if TYPE_CHECKING:
    from typing_extensions import Buffer

_STDOUT = 1
_HELD_IN_MEMORY = 1 << 24


class _Output(io.FileIO):
    """Standard output as a file that tells in our words why it takes nothing."""

    def write(self, data: Buffer, /) -> int:
        """Write some of the bytes, and return how many.

        Raises:
            OutputError: the disk is full, or the stream is closed.
        """
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(
                f"standard output cannot be written: {error.strerror}",
                "send it to a file on a disk with room",
            ) from error


def prepare_stdout() -> None:
    """Make standard output UTF-8 with bare line feeds, whatever the locale says."""
    if sys.stdout is None:
        # A file of ours that got the number would be written to.
        null = os.open(os.devnull, os.O_RDONLY)
        if null != _STDOUT:
            os.dup2(null, _STDOUT)
        sys.stdout = _wrap(is_line_buffered=False, is_direct=False)
    elif isinstance(getattr(sys.stdout.buffer, "raw", sys.stdout.buffer), io.FileIO):
        python = cast(io.TextIOWrapper, sys.stdout)
        python.flush()
        sys.stdout = _wrap(python.line_buffering, python.write_through)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _wrap(is_line_buffered: bool, is_direct: bool) -> io.TextIOWrapper:
    """Return standard output as Python opens it; `is_direct` is its option -u."""
    raw: Any = _Output(_STDOUT, "w", closefd=False)
    return io.TextIOWrapper(
        raw if is_direct else io.BufferedWriter(raw),
        "utf-8",
        line_buffering=is_line_buffered,
        write_through=is_direct,
    )


def finish_stdout() -> None:
    """Write what is left; drop it where it cannot be, the interpreter would retry."""
    try:
        sys.stdout.flush()
    except (OSError, OutputError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def stdout() -> IO[str]:
    """Return the stream for a writer that escapes by itself."""
    return sys.stdout


@contextmanager
def hold_back(is_wanted: bool) -> Iterator[IO[str]]:
    """Yield a stream to standard output; held back, it is printed when all is done.

    A progress bar and the text that it waits for cannot share a terminal.
    """
    if not is_wanted:
        yield sys.stdout
        return
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(
        _HELD_IN_MEMORY, "w+", encoding="utf-8", newline=""
    ) as held:
        yield held
        held.seek(0)
        copyfileobj(held, sys.stdout)


def print_line(text: str = "") -> None:
    """Print one line of a result."""
    # Imported late, here and below: `reader --help` prints without them.
    from reader.core.controls import strip_controls

    sys.stdout.write(strip_controls(text, keep="\t") + "\n")


def print_json(value: Any) -> None:
    """Print one JSON value on one line."""
    from reader.core.controls import to_json

    sys.stdout.write(to_json(value) + "\n")


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows in columns as wide as their widest cell."""
    from reader.core.controls import strip_controls

    cells = [[strip_controls(str(cell)) for cell in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        line = "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        )
        print_line(line.rstrip())
