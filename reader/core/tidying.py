"""Small repairs of an engine's output that need no knowledge of the engine.

Owns repairs that are right whatever the sentence says; judging an output is
`reader.core.guard`'s job.
"""

from __future__ import annotations

import re

from reader.core.english.articles import indefinite_article

# A whole word in lower case; "iPhone", "bahn.de" and "h2o" are none.
_LOWER_WORD = re.compile(r"\W*([a-zäöüß]+)(?=[\s,;:!?'’)-]|\.(?:\s|$)|$)")

# An engine writes quotes in several styles, now and then within a sentence.
_STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
_GERMAN_MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()
_MONTHS = (
    "January February March April May June July August September October November"
    " December"
).split()
_DATE = re.compile(
    rf"(?:\b[Tt]he )?\b(\d{{1,2}})(?:(?:st|nd|rd|th)\.?|\.) ({'|'.join(_MONTHS)})\b"
)
_ORDINAL = re.compile(r"\b((\d{1,4})(?:st|nd|rd|th))\.(?= [A-Za-z])")
_ERA = re.compile(r"(?<=\d )([vn])\. ?Chr(?:\.(?!\W?$))?")
# "A" inside a sentence may be a letter ("Vitamin A is").
_ARTICLE = re.compile(
    r"(?<![\w'’.&/(-])(an?|(?:^|(?<=\")|(?<=[.?!:\"] ))An?)(?= ([A-Za-z][a-z]{2,}\b))"
)
_NO_NOUN_PHRASES = frozenset("and are der die das dem den des ist und oder".split())


def tidy_target(source: str, target: str) -> str:
    """Return `target` with the capital, dates, quotes and articles of English.

    A capital only where the German begins with one, and never in a name such as
    "iPhone"; of a date the ordinal's ending and stop go; quotes are straight;
    "a" or "an" is what the word behind it wants; "v. Chr." is "BC".

    >>> tidy_target("Künstliche Intelligenz hilft.", "artificial intelligence helps.")
    'Artificial intelligence helps.'
    >>> tidy_target("iPhones kosten mehr.", "iPhones cost more.")
    'iPhones cost more.'
    >>> tidy_target("Am 16. Februar kam er.", "On the 16th. February he came.")
    'On 16 February he came.'
    >>> tidy_target("„Ja“, sagt sie.", '“Yes," she says.')
    '"Yes," she says.'
    >>> tidy_target("Er kaufte ein altes Haus.", "He bought a old house.")
    'He bought an old house.'
    """
    target = target.translate(_STRAIGHT)
    target = _DATE.sub(lambda date: _write(date, source), target)
    target = _ORDINAL.sub(lambda found: _drop_stop(found, source), target)
    target = _ERA.sub(_write_era, target)
    target = _ARTICLE.sub(_fit_article, target)
    return _capitalize(source, target)


def _fit_article(found: re.Match[str]) -> str:
    """Return "a" or "an" as English says it; "an historic" may stay."""
    article, word = found.groups()
    if word in _NO_NOUN_PHRASES or (article.endswith("n") and word[0] == "h"):
        return article
    fitting = indefinite_article(word)
    return fitting.capitalize() if article[0] == "A" else fitting


def _drop_stop(found: re.Match[str], source: str) -> str:
    """Return an ordinal without the German stop, "89th." of "89. Minute"."""
    is_ordinal = re.search(rf"\b{found[2]}\. \w", source) is not None
    return found[1] if is_ordinal else found.group()


def _write(date: re.Match[str], source: str) -> str:
    """Return a date without the ordinal's ending if the German has that date."""
    day, month = date.groups()
    german = f"{day}. {_GERMAN_MONTHS[_MONTHS.index(month)]}"
    return f"{day} {month}" if german in source else date.group()


def _write_era(found: re.Match[str]) -> str:
    """Return "BC" or "AD" for what is left German; a sentence's last stop stays."""
    return "BC" if found[1] == "v" else "AD"


def _capitalize(source: str, target: str) -> str:
    first = next((char for char in source if char.isalpha()), "")
    match = _LOWER_WORD.match(target)
    if match is None or not first.isupper():
        return target
    place = match.start(1)
    return target[:place] + target[place].upper() + target[place + 1 :]
