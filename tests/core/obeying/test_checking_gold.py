"""The gold set's English sentences: what the check finds in them."""

from __future__ import annotations

import pytest

from reader.backends.inflection import EnglishInflector
from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Usage
from reader.core.obeying.checking import check_terms
from tests.gold.terms.rows import EnglishRow, read_english_rows, read_glossary

pytestmark = pytest.mark.measured

FORMS = EnglishForms(EnglishInflector())
TERMS = {(term.source, term.usage is Usage.FORBIDDEN): term for term in read_glossary()}


def is_judged_rightly(row: EnglishRow) -> bool:
    """Return whether the check says of a sentence what its marks say."""
    term = TERMS[row.source, row.is_forbidden]
    hits = [TermHit(term, 100 * n, 100 * n + 5) for n in range(row.needed)]
    verdict = check_terms(hits, row.text, forms=FORMS)
    if row.is_forbidden:
        return {violation.span for violation in verdict.violations} == set(row.spans)
    found = [span for span in verdict.spans if span]
    wanted = min(row.needed, len(row.spans))
    return len(found) == wanted and set(found) <= set(row.spans)


def test_the_gold_sentences_are_judged_rightly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = read_english_rows()
    wrong = [row for row in rows if not is_judged_rightly(row)]
    with capsys.disabled():
        share = 1 - len(wrong) / len(rows)
        print(
            f"\nEnglish of terms: {share:.1%} of {len(rows)} sentences judged rightly"
        )
    assert not wrong
