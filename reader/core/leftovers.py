"""German that an engine left standing in its English.

Owns the evidence, word by word; the verdict is `reader.core.guard`'s. Names stay
German in good English ("Die Zeit", "Frankfurt am Main", "Ursula von der Leyen"), so a
small word counts only where it stands in running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.function_words import FUNCTION_WORDS

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[„“”\"»«]")
_QUOTES = frozenset('„“”"»«')
_GERMAN_LETTERS = re.compile(r"[äöüß]")
# Small words that are English words too, or that names of other languages contain.
_SHARED = frozenset(
    "in so an was am will man die war also mal den bin hat hatte des dem um gut bei er "
    "es du mir wer da do los fast bald kind arm hand rang stand band land wind see bad "
    "list most brief rock stern halt not all dose gang made brand star her sank warm "
    "wild wand rate name ob per via plus pro fit live online normal positive negative "
    "private massive illegal real legal ideal total brutal absurd mobile offline super "
    "international national global digital extreme absolute relevant fair anti sang "
    "hunger blind still bitter human minus still quasi okay sexy cool clever intelligent "
    "alternative innovative aggressive passive relative intensive separate diverse de la "
    "le el di del al van en un et der und von das the of and for to a i s t d e l m km "
    "cm kg mg mm com www http https org net de at uk dpa afp ap anno facto vitro vivo "
    "status quo versus alias extra rum wen falls sing sprang begann bat rot sold tun "
    "sage hell stark dank log bang fern tag art gift ton bar hut rat rose nun ago alt "
    "elegant arrogant dominant prominent neutral parallel transparent tolerant moderate "
    "bizarre flexible fitter fairer wilder warmer older best information dual senior "
    "radar laser vegan open source high tech first second come on up out no as with "
    "you it is by post party budget sport trend job tv e-mail smartphone app".split()
)
_SURE = frozenset(
    word for word in FUNCTION_WORDS["de"] if len(word) > 1 and word not in _SHARED
)
# In running text, with their German neighbour behind them, these are German too.
_DETERMINERS = frozenset("die der das dem den des am und von bei um hat hatte".split())
_GERMAN_ENDINGS = re.compile(
    r"(?:ungen|[a-zäöüß]{3}ung|heit|heiten|keit|keiten|schaft|schaften|igkeit|"
    r"l?iche[nrs]?|ische[nrs]?|ungs|erung|innen|lein|isierung)$"
)
_NAME_WORDS = re.compile(
    r"(?:zeitung|stiftung|schaft|süddeutsche|deutsche[nrs]?|bundes\w+|tribune|"
    r"siedlung|ische[nrs]?)$",
    re.IGNORECASE,
)
_LOAN_ENDINGS = re.compile(r"(?:al|ant|ent|ble|ive|ile|oid|ate|ure|ism|ar|or|um|us)$")

WEAK = 0.6
_CLEAR = 1.0


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
        return self.text.casefold().replace("ss", "ß") if False else self.text.lower()


def measure_german(source: str, target: str) -> float:
    """Return the evidence that words of `target` are German: 1 and more is clear.

    >>> measure_german("Die Bank ist zu.", "The Bank ist closed.")
    1.0
    >>> measure_german("Die Zeit ist eine Zeitung.", "Die Zeit is a newspaper.")
    0.0
    """
    if source.isupper():
        source, target = source.lower(), target.lower()
    source_tokens = _split_tokens(source)
    tokens = _split_tokens(target)
    plain = {token.text for token in source_tokens if not token.is_capital}
    pairs = {
        (first.text, second.text)
        for first, second in zip(source_tokens, source_tokens[1:], strict=False)
    }
    evidence = 0.0
    for at, token in enumerate(tokens):
        if token.is_quoted:
            continue
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if token.is_capital:
            noun = _weigh_noun(token.text, source_tokens)
            evidence += 0 if _is_in_name(tokens, at) else noun
        elif token.folded in _DETERMINERS and (token.text, following) in pairs:
            evidence += 0 if _is_in_name(tokens, at) else _CLEAR
        else:
            weight = _weigh_word(token.folded, token.text in plain)
            evidence += 0 if weight and _is_in_name(tokens, at) else weight
    return evidence


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
        _GERMAN_ENDINGS.search(token.folded) and not _NAME_WORDS.search(token.folded)
        for token in tokens
    )


def _weigh_word(word: str, is_in_source: bool) -> float:
    """Return how sure a lower-case word is to be German."""
    if word in _SURE:
        return _CLEAR
    if word in _SHARED or len(word) < 3:
        return 0.0
    if _GERMAN_LETTERS.search(word):
        return _CLEAR if is_in_source else WEAK
    if is_in_source and not _LOAN_ENDINGS.search(word):
        return WEAK
    return 0.0


def _weigh_noun(word: str, source: Sequence[_Token]) -> float:
    """Return how sure a capitalised word is to be a German noun, not a name."""
    if not _GERMAN_ENDINGS.search(word) or _NAME_WORDS.search(word):
        return 0.0
    return WEAK if any(token.text == word for token in source) else 0.0


def _is_in_name(tokens: Sequence[_Token], at: int) -> bool:
    """Tell whether a word stands inside a name: "Ursula von der Leyen"."""
    left = right = at
    while left > 0 and at - left < 3 and not tokens[left].is_capital:
        left -= 1
    while right < len(tokens) - 1 and right - at < 3 and not tokens[right].is_capital:
        right += 1
    if tokens[at].is_capital:
        return any(
            0 <= near < len(tokens) and tokens[near].is_capital
            for near in (at - 1, at + 1)
        )
    between = tokens[left + 1 : right]
    return (
        tokens[left].is_capital
        and tokens[right].is_capital
        and all(token.folded in _NAME_JOINERS for token in between)
    )


_NAME_JOINERS = frozenset(
    "von der vom zu zum zur am an im in für und des den dem das die auf bei ob aus "
    "vor unter über e de la".split()
)


def _split_tokens(text: str) -> list[_Token]:
    """Return the words of `text`, those in short quotations marked."""
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


_SHORT_QUOTATION = 5
