"""How well found sentences agree with the gold ones.

A boundary is the offset behind a sentence's last character that is not white space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.core.documents import Kind, Sentence
from tests.gold.segmentation.reading import GoldSentence, GoldText


@dataclass(slots=True)
class Score:
    """Counts over any number of texts, and the rows that went wrong."""

    right: int = 0
    missed: int = 0
    extra: int = 0
    rows: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.extra)

    def add(self, gold: GoldText, wanted: Iterable[int], found: Iterable[int]) -> None:
        """Count the boundaries of one stretch of `gold`."""
        wanted, found = set(wanted), set(found)
        self.right += len(wanted & found)
        self.missed += len(wanted - found)
        self.extra += len(found - wanted)
        for offset in sorted(wanted ^ found):
            what = "missed" if offset in wanted else "extra "
            before = gold.text[max(0, offset - 40) : offset]
            after = gold.text[offset : offset + 25]
            self.rows.append(f"{what} {gold.name}: {before!r} | {after!r}")


def score_inside_blocks(
    texts: Iterable[GoldText], find_ends: Callable[[str], Sequence[int]]
) -> Score:
    """Score `find_ends` on each gold block alone; the block's own end counts nothing.

    `find_ends` returns the offsets behind which it cuts a block's text.
    """
    score = Score()
    for gold in texts:
        for block in gold.blocks():
            start, end = block[0].start, block[-1].end
            ends = find_ends(gold.text[start:end])
            found = {start + _strip_end(gold.text[start:end], cut) for cut in ends}
            score.add(gold, [s.end for s in block[:-1]], found - {end})
    return score


def score_whole_texts(
    texts: Iterable[GoldText], find_ends: Callable[[str], Sequence[int]]
) -> Score:
    """Score `find_ends` on whole texts, the ends of blocks included."""
    score = Score()
    for gold in texts:
        ends = [_strip_end(gold.text, cut) for cut in find_ends(gold.text)]
        last = len(gold.text.rstrip())
        score.add(gold, {s.end for s in gold.sentences} - {last}, set(ends) - {last})
    return score


@dataclass(slots=True)
class KindScore:
    """How many gold sentences got the right kind."""

    total: int = 0
    right_kind: int = 0
    right_boilerplate: int = 0
    rows: list[str] = field(default_factory=list)


def score_kinds(
    texts: Iterable[GoldText], segment: Callable[[str], Sequence[Sentence]]
) -> KindScore:
    """Score the kinds; a gold sentence is judged where its middle lies."""
    score = KindScore()
    for gold in texts:
        found = segment(gold.text)
        for wanted in gold.sentences:
            kind = _kind_at(found, (wanted.start + wanted.end) // 2)
            score.total += 1
            score.right_kind += kind == wanted.kind
            same = (kind == Kind.BOILERPLATE) == (wanted.kind == Kind.BOILERPLATE)
            score.right_boilerplate += same
            if kind != wanted.kind:
                score.rows.append(_row(gold, wanted, kind))
    return score


def _row(gold: GoldText, wanted: GoldSentence, kind: Kind | None) -> str:
    source = gold.text[wanted.start : wanted.end]
    return f"{gold.name}: {wanted.kind} taken for {kind}: {source[:60]!r}"


def _kind_at(sentences: Sequence[Sentence], offset: int) -> Kind | None:
    for sentence in sentences:
        if sentence.start <= offset < sentence.end:
            return sentence.kind
    return None


def _strip_end(text: str, cut: int) -> int:
    return len(text[:cut].rstrip())
