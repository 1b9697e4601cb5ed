"""The imports that design.md promises, seen from fresh interpreters."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import SEEDS

HEAVY = {
    "aiohttp",
    "argostranslate",
    "ctranslate2",
    "defusedxml",
    "gguf",
    "minisbd",
    "nltk",
    "numpy",
    "onnxruntime",
    "platformdirs",
    "rich",
    "sacrebleu",
    "sentencepiece",
    "simplemma",
    "sqlite3",
    "textual",
    "textual_serve",
    "torch",
}


def imported_by(*arguments: str) -> set[str]:
    """Return the top-level modules that a command has loaded when it ends."""
    script = (
        "import sys\n"
        "from reader.cli.main import main\n"
        "try:\n"
        f"    main({list(arguments)!r})\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "sys.stderr.write(' '.join(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    assert not imported_by(option) & HEAVY


def test_where_loads_no_engine() -> None:
    loaded = imported_by("where")
    assert not loaded & {"argostranslate", "ctranslate2", "nltk", "numpy", "textual"}


def test_segmenting_loads_no_engine_and_not_the_whole_of_nltk() -> None:
    loaded = imported_by("segment", str(SEEDS / "003_1061c9a5991078b9.txt"))
    assert not loaded & {"argostranslate", "ctranslate2", "numpy", "simplemma"}
