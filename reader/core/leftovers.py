"""German that an engine left standing in its English.

Owns the evidence, word by word; the verdict is `reader.core.guard`'s. Names stay
German in good English ("Die Zeit", "Frankfurt am Main", "Ursula von der Leyen"), so a
small word counts only where it stands in running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.core.function_words import FUNCTION_WORDS
from reader.core.trigrams import weigh_spelling

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[„“”\"»«]")
_ADDRESS = re.compile(
    r"(?<![\w.+-])(?:[\w.+-]+@\S+|https?://\S+"
    r"|[\w.-]+\.(?:de|at|ch|com|org|net|eu)\b)"
)
_QUOTES = frozenset('„“”"»«')
_GERMAN_LETTERS = re.compile(r"[äöüß]")
# Small words that are English words too, or that names of other languages contain.
_SHARED = frozenset(
    "in so an was am will man die war also mal den bin hat hatte des dem um gut bei "
    "er es du mir wer da do los fast bald kind arm hand rang stand band land wind see "
    "bad list most brief rock stern halt not all dose gang made brand star her sank "
    "warm wild wand rate name ob per via plus pro fit live online normal positive "
    "negative private massive illegal real legal ideal total brutal absurd mobile "
    "offline super international national global digital extreme absolute relevant "
    "fair anti sang hunger blind still bitter human minus quasi okay sexy cool clever "
    "intelligent alternative innovative aggressive passive relative intensive "
    "separate diverse de la le el di del al van en un et der von das the of and for "
    "to a i s t d e l m km cm kg mg mm com www http https org net at uk dpa afp ap "
    "anno facto vitro vivo status quo versus alias extra rum wen falls sing sprang "
    "begann bat rot sold tun sage hell stark dank log bang fern tag art gift ton bar "
    "hut rat rose nun ago alt elegant arrogant dominant prominent neutral parallel "
    "transparent tolerant moderate bizarre flexible fitter fairer wilder warmer older "
    "best information dual senior radar laser vegan open source high tech first "
    "second come on up out no as with you it is by post party budget sport trend job "
    "tv smartphone app".split()
)
_SURE = frozenset(
    word for word in FUNCTION_WORDS["de"] if len(word) > 1 and word not in _SHARED
)
_OPENERS = _SURE | frozenset("die der das den dem des am bei um von war".split())
# In running text, with their German neighbour behind them, these are German too.
_DETERMINERS = frozenset("die der das dem den des am bei um hat hatte".split())
# A capital word behind one of these, or behind an adjective, is a noun.
_ARTICLE = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|[kmds]?ein(?:e[nmrs]?)?|ihre?[nmrs]?|unsere?[nmrs]?|"
    r"zum|zur|beim|vom|im|am|ins|jede[nmrs]?|diese[nmrs]?|viele[nr]?|alle[nr]?|"
    r"\w{3,}(?:liche|ische|ige|are|ale|ive|elle|same|bare|hafte|eiche|ene|nde|te)"
    r"[nmrs]?)$"
)
_SURE_ENDINGS = re.compile(
    r"(?:[a-zäöüß]{3}ung|ungen|heit|heiten|keit|keiten|schaften|l?iche[nmrs]?)$"
)
_NAME_STARTS = frozenset("von van zu la las los ter ten".split())
_LOAN_ENDINGS = re.compile(r"(?:al|ant|ent|ble|ive|ile|oid|ate|ure|ism|ar|or|um|us)$")
_NAME_JOINERS = frozenset(
    "von der vom zu zum zur am an im in für und des den dem das die bei ob e de la "
    "van".split()
)
# Newspapers, foundations and offices keep their German names.
_NAME_WORDS = re.compile(
    r"(?:zeitung|stiftung|gesellschaft|süddeutsche|deutsche[nrs]?|bundes\w+|"
    r"republik|platz|straße|strasse|schule|haus|burg|berg|bahn|bank|bach|stadt|"
    r"land|hof|werke?|museum|theater|amt|rat|tag|wehr)$",
    re.IGNORECASE,
)
_SHORT_QUOTATION = 5

_CLEAR = 1.0
_IN_NAME = 0.4
_LIKELY = 0.6
_HINT = 0.5
# Spelled as German: with a source that has the word too, and by itself.
_GERMAN_SPELLING = 7
_VERY_GERMAN_SPELLING = 13
_SURELY_GERMAN_SPELLING = 20


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    is_quoted: bool
    """Inside a short quotation, which is a title or a motto."""

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def folded(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class _Source:
    plain: frozenset[str]
    """The words that are not capitalised."""
    pairs: frozenset[tuple[str, str]]
    """The words that follow upon each other."""
    nouns: frozenset[str]
    """The capitalised words that are no names."""


def measure_german(source: str, target: str) -> float:
    """Return the evidence that words of `target` are German; 1 and more is clear.

    >>> measure_german("Die Bank ist zu.", "The Bank ist closed.")
    1.0
    >>> measure_german("Die Zeit hat recht.", "Die Zeit is right.")
    0.5
    """
    tokens = _split_tokens(target.lower() if source.isupper() else target)
    known = _read_source(source)
    evidence: dict[str, float] = {}
    for at, token in enumerate(tokens):
        if not token.is_quoted:
            weight = _weigh_token(tokens, at, known)
            evidence[token.folded] = max(weight, evidence.get(token.folded, 0.0))
    return round(sum(evidence.values()), 2)


def _read_source(source: str) -> _Source:
    # Written all in capitals, names look like nouns and verbs: nothing is known.
    tokens = [] if source.isupper() else _split_tokens(source)
    return _Source(
        frozenset(token.text for token in tokens if not token.is_capital),
        frozenset((first.text, second.text) for first, second in pairwise(tokens)),
        _find_nouns(tokens),
    )


def _weigh_token(tokens: Sequence[_Token], at: int, source: _Source) -> float:
    """Return how sure the word at `at` is to be German where it stands."""
    token = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    is_pair = (token.text, following) in source.pairs
    if token.is_capital:
        is_opener = at == 0 and token.folded in _OPENERS and is_pair
        is_name = at > 0 and tokens[at - 1].is_capital and at < len(tokens) - 1
        is_hint = is_opener or (token.text in source.nouns and not is_name)
        return _HINT if is_hint else 0.0
    if token.folded in _DETERMINERS and is_pair:
        is_name = at > 0 and tokens[at - 1].folded in _NAME_STARTS
        weight = 0.0 if is_name else _CLEAR
    else:
        weight = _weigh_word(token.text, token.text in source.plain)
    if weight and _is_in_name(tokens, at):
        return min(weight, _weigh_joiner(tokens, at))
    return weight


def is_plainly_german(text: str) -> bool:
    """Tell whether a text that stands in both languages needed translating.

    >>> is_plainly_german("Stable Diffusion"), is_plainly_german("Der Kurs fällt")
    (False, True)
    """
    folded = text.lower() if text.isupper() else text
    tokens = _split_tokens(folded)
    if any(
        not token.is_capital and len(token.text) > 1 and token.folded not in _SHARED
        for token in tokens
    ):
        return True
    return any(
        _SURE_ENDINGS.search(token.text) and not _NAME_WORDS.search(token.text)
        for token in tokens
    )


def _weigh_joiner(tokens: Sequence[_Token], at: int) -> float:
    """Return how sure the small word of what may be a name is German.

    "Ursula von der Leyen" keeps it, "Nutzer der Dienste" is no name.
    """
    spelled = any(
        token.is_capital
        and weigh_spelling(token.text) >= _VERY_GERMAN_SPELLING
        and not _NAME_WORDS.search(token.text)
        for token in (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
    )
    return _IN_NAME + 0.3 if spelled else _IN_NAME


def _find_nouns(source: Sequence[_Token]) -> frozenset[str]:
    """Return the words of the German that are nouns, not names.

    Those behind an article or an adjective and spelled as German: "der
    Früherkennung", but not "der Guardian".
    """
    return frozenset(
        token.text
        for before, token in pairwise(source)
        if token.is_capital
        and _ARTICLE.match(before.text)
        and weigh_spelling(token.text) >= _GERMAN_SPELLING
        and not _NAME_WORDS.search(token.text)
    )


def _weigh_word(word: str, is_in_source: bool) -> float:
    """Return how sure a lower-case word is to be German."""
    if word in _SURE:
        return _CLEAR
    if word in _SHARED or len(word) < 3 or not word.islower():
        return 0.0
    spelling = weigh_spelling(word)
    if is_in_source:
        if _GERMAN_LETTERS.search(word) or spelling >= _GERMAN_SPELLING:
            return _CLEAR
        return 0.0 if _LOAN_ENDINGS.search(word) else _LIKELY
    if spelling >= _VERY_GERMAN_SPELLING:
        return _CLEAR if spelling >= _SURELY_GERMAN_SPELLING else _LIKELY
    return _HINT if _GERMAN_LETTERS.search(word) else 0.0


def _is_in_name(tokens: Sequence[_Token], at: int) -> bool:
    """Tell whether a small word may be part of a name: "Ursula von der Leyen"."""
    left = right = at
    while left > 0 and at - left < 3 and not tokens[left].is_capital:
        left -= 1
    while right < len(tokens) - 1 and right - at < 3 and not tokens[right].is_capital:
        right += 1
    between = tokens[left + 1 : right]
    return (
        tokens[left].is_capital
        and tokens[right].is_capital
        and all(token.folded in _NAME_JOINERS for token in between)
    )


def _split_tokens(text: str) -> list[_Token]:
    """Return the words of `text`, those in short quotations marked."""
    text = _ADDRESS.sub(" ", text)
    tokens: list[_Token] = []
    opened: int | None = None
    for match in _TOKEN.finditer(text):
        if match[0] not in _QUOTES:
            tokens.append(_Token(match[0], False))
            continue
        if opened is not None and 0 < len(tokens) - opened <= _SHORT_QUOTATION:
            tokens[opened:] = [_Token(token.text, True) for token in tokens[opened:]]
            opened = None
        else:
            opened = len(tokens)
    return tokens
