"""What a run did, counted as it went, and the exit code that it earned."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.documents import Kind
from reader.core.pairs import FLAGS, STATUSES, Pair
from reader.core.sentences import has_content
from reader.core.translating import Options
from reader.errors import ExitCode, ReaderError


@dataclass(slots=True)
class Summary:
    """The honest account of a run."""

    documents: int = 0
    sentences: int = 0
    """Sentences with English."""
    boilerplate: int = 0
    """Sentences that were left alone on purpose; a pipe or an ornament is none."""
    untranslated: int = 0
    """Sentences that should have English and have none."""
    translated: int = 0
    """Different sentences that the engine translated in this run."""
    recalled: int = 0
    """Different sentences that were in the memory before."""
    flagged: int = 0
    flags: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)
    """Glossary hits by their status."""
    outputs: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    failed: list[tuple[Path, ReaderError]] = field(default_factory=list)

    def count(self, pair: Pair, options: Options) -> Pair:
        """Count `pair` and hand it on."""
        is_boilerplate = pair.sentence.kind is Kind.BOILERPLATE
        if pair.target is not None:
            self.sentences += 1
        elif is_boilerplate and not options.with_boilerplate:
            self.boilerplate += has_content(pair.sentence.source)
        else:
            self.untranslated += 1
        self.flagged += bool(pair.flags)
        self.flags.update(pair.flags)
        self.terms.update(use.status for use in pair.terms)
        return pair

    def exit_code(self, is_strict: bool = False) -> ExitCode:
        """Return what the process ends with; flags count only when strict."""
        if self.failed and not self.documents:
            return ExitCode.USAGE
        if self.failed or self.untranslated or (is_strict and self.flagged):
            return ExitCode.FAILED
        return ExitCode.DONE

    def describe_terms(self) -> list[str]:
        """Return a line with what became of the glossary's terms, none without hits."""
        told = [
            f"{self.terms[status]} {status}"
            for status in STATUSES
            if self.terms[status]
        ]
        return [f"  glossary terms: {', '.join(told)}"] if told else []

    def describe_flags(self) -> list[str]:
        """Return a line for each kind of flag: how often, and what it means."""
        return [
            f"  {count} × {flag}: {FLAGS[flag]}"
            for flag, count in self.flags.most_common()
        ]
