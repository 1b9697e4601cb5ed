r"""Control characters: shown, escaped or refused, never passed on.

Text from elsewhere may carry terminal sequences (ESC), marks that turn the reading
direction round (Trojan Source, CVE-2021-42574) or half of a surrogate pair, which no
file can hold. Owns the three ways out of this: `strip_controls` for eyes,
`escape_controls` for fields that must come back exactly, `to_json` for JSON.
"""

from __future__ import annotations

import json
import re

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Line separators, halves of surrogate pairs, byte order marks, noncharacters.
_ODD = "\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_CONTROL = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI}{_ODD}]")
_ESCAPED = re.compile(f"[\\\\\x00-\x1f\x7f-\x9f{_BIDI}{_ODD}]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([\\tnr]))")
_LETTERS = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_MEANINGS = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}

_SHOWN = (
    {code: 0x2400 + code for code in range(0x20)}
    | {0x7F: 0x2421}
    | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
    | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    | dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)
    | dict.fromkeys((0x2028, 0x2029), 0x20)
)
_DROPPED = re.compile(f"[{_BIDI}\ufeff]")


def strip_controls(text: str, keep: str = "\n\t") -> str:
    r"""Return `text` as it may be shown in a terminal or on a page.

    Control characters become their pictures, so that nothing vanishes unseen;
    direction marks are dropped. `keep` names the line breaks that stay.

    >>> strip_controls("\x1b[31mrot\x07")
    '␛[31mrot␇'
    >>> strip_controls("eins\nzwei", keep="")
    'eins␊zwei'
    """
    if not _CONTROL.search(text):
        return text
    shown = {code: new for code, new in _SHOWN.items() if chr(code) not in keep}
    return _DROPPED.sub("", text).translate(shown)


def has_controls(text: str, keep: str = "") -> bool:
    """Tell whether `text` holds a character that `strip_controls` would change."""
    return any(match.group() not in keep for match in _CONTROL.finditer(text))


def escape_controls(text: str) -> str:
    r"""Return `text` on one line with `\t`, `\n`, `\r`, `\\` and `\u001b` spelled out.

    >>> print(escape_controls("eins\tzwei\\drei\x1b"))
    eins\tzwei\\drei\u001b
    """
    return _ESCAPED.sub(
        lambda m: _LETTERS.get(m.group()) or f"\\u{ord(m.group()):04x}", text
    )


def unescape_controls(text: str) -> str:
    r"""Return the text that `escape_controls` was given; other backslashes stay.

    >>> unescape_controls(r"eins\tzwei, \d+") == "eins\tzwei, \\d+"
    True
    """
    return _ESCAPE.sub(
        lambda m: chr(int(m[1], 16)) if m[1] else _MEANINGS[m[2]],
        text,
    )


def to_json(value: object) -> str:
    r"""Return `value` as one line of JSON that is safe to print and to store.

    German stays readable; every control character is escaped, those too that JSON
    itself would let pass (DEL, C1, U+2028, direction marks).

    >>> print(to_json({"source": "Grüße\x9b"}))
    {"source": "Grüße\u009b"}
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _CONTROL.sub(lambda m: f"\\u{ord(m.group()):04x}", text)
