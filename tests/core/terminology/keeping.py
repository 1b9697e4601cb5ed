"""A keeper for tests: the core's own check behind a matcher for plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.documents import Kind, Sentence
from reader.core.glossary.hits import Matches, TermCandidate, TermHit
from reader.core.glossary.terms import Term
from reader.core.obeying.checking import Verdict, check_terms
from reader.core.obeying.keeper import TermKeeper
from reader.core.obeying.obeying import Obeyed, Task
from reader.core.pairs import Pair, TermUse


def make_keeper(*terms: Term) -> TermKeeper:
    """Return a keeper that finds the citation forms as they are written."""

    def find(source: str) -> Matches:
        hits, candidates = [], []
        for term in terms:
            for match in re.finditer(rf"\b{term.source}(\w*)", source):
                start, end = match.start(), match.start() + len(term.source)
                if match[1] in ("", "s", "n", "en"):
                    hits.append(TermHit(term, start, end))
                else:
                    candidates.append(TermCandidate(term, start, end, match[0]))
        hits.sort(key=lambda hit: hit.start)
        return Matches(tuple(hits), tuple(candidates))

    def check(
        hits: Sequence[TermHit], source: str, target: str, is_exact: bool
    ) -> Verdict:
        return check_terms(hits, target, (), None, source)

    def obey(tasks: Sequence[Task], translator: object) -> list[Obeyed]:
        raise AssertionError("nothing is translated here")

    def hint(source: str, hits: Sequence[TermHit], form: str) -> str:
        raise AssertionError("no engine takes hints here")

    return TermKeeper(find, check, obey, hint)


def make_pair(source: str, target: str | None, *terms: TermUse) -> Pair:
    sentence = Sentence("a.txt", Kind.PARAGRAPH, 1, 1, 0, len(source), source)
    return Pair(sentence, target, terms=terms)
