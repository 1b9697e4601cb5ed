"""German abbreviations: after which stops a sentence goes on.

Owns the curated list, in five classes that say what may follow, and reading a
user's own list. `reader.core.sentences` decides with it; which words begin a
sentence is in `reader.core.starters`.

An entry is in lower case, without blanks and without its last stop: "z.b", "dr".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from enum import Enum


class Role(Enum):
    """What may come behind an abbreviation."""

    OPEN = "open"
    """Never ends a sentence: its word must follow, as in "Dr. Kern", "z. B. Öl"."""
    EITHER = "either"
    """Ends one when a word follows that only begins sentences: "die Data Corp. Sie"."""
    CLOSING = "closing"
    """Ends one before any capital: "Brot, Käse usw. Danach", "u. v. m. Peter kam"."""
    NUMERIC = "numeric"
    """An abbreviation before a number only: "Art. 14", but "auf seine Art. Dann"."""


_OPEN = """
    a.a.o a.d.l abb abg abs abt allg amerik amtl angebl anm apl arab aufl ausg az
    b.a bad  bd bearb beil bes besch best betr bez bezgl bezügl bgm brit bspw
    bzgl bzw ca cand capt cf chap chin col d.h d.i d.j d.m d.s dergl desgl dgl dipl
    do dr dres dt durchschn dz e.h ehem eig eigentl einschl engl entspr erl erw
    europ ev evang evtl exkl exz f.d.r fa fam fn fr frl frz geb gebr gegr geh gem
    gen gesch geschl gest gez ggf ggü ghzgl gov griech h.c hauptm herzogl hg hl hll
    hptm hr hrn hrsg  i.a i.d i.d.r i.e i.e.s i.s i.s.d i.s.v i.v.m i.ü in.v incl
    ing inkl insb insbes insg insp int ital jap jur jährl jüd kap kap.ges kard kath
    kgl kroat lat lfd lfd.nr lic lt lt.cmdr lt.col luth m.a.w m.e m.w magn maj
    maj.gen med mgr mind mlle mme monatl  mr mrs ms msgr n.b nachm nat niederl
    norw nr nrn num nördl o.b.d.a o.e o.g obstlt od oec oecon olt op.cit orth pfr
    pharm phil pol poln prof proff prot präs ps publ rd ref reg.-bez rep rer rer.nat
    rer.pol resp rev rn russ s.a s.o.g sc.nat schwed schweiz sekr sel sen sg sgt sig
    soc sog sogen span spez sr ss st staatl stellv stud stv städt svw sächs südl
    techn tel tel.nr theol tschech tägl türk u.a.d u.u u.zw uffz ugs ungar urspr
    usf.d verf verh vermutl vet vgl vj voraussichtl vorl vorm vors vsl westl wg wiss
    ww wöchentl württ z.b z.bsp z.hd z.t z.z z.zt zahnm zgl zit zs zus zw zzgl zzt
    österr östl
"""
_EITHER = """
    a.d a.g a.m a.s ag apr assn aug b.c b.sc bill bros bst c.p co corp d.a d.c d.d
    d.o.o d.r dez e.g e.k e.v eg etc.pp exp f feb febr ff ft ges i.b i.gr i.l
    i.r i.v inc jan jg jh jhd jhdt jr jul jun k.o kw.std l.a l.p ll.m llc ltd ltda
    m.a m.d m.sc min mio mo.-fr mrd mrz n.c n.chr n.n n.u.z n.v nov o.a o.j o.k o.o
    o.ä okt p.a p.m p.s ph.d pkt pl plc pty q.e.d qm r.i.p red s.a.r.l s.o s.p.a s.u
    sek sep sept std stk str tsd u.a u.a.m.d u.d.m u.k u.n u.s u.s.a v.a v.chr v.h
    v.u.z verl verz ziff zt ü.d.m ü.m ü.nn
"""
_CLOSING = """
    etc etc.pp o.dgl o.ä u.a.m u.dgl u.dgl.m u.s.f u.s.w u.v.a u.v.a.m u.v.m u.ä
    u.ä.m usf usw
"""
_NUMERIC = """
    abb abs abschn anh anl anm art art.-nr az bad bd best best.-nr bl di do fest fig
    fol folg fr gl hs jgg kap kfz kl lfg lit mag max mi mo no nr par paragr pol pos
    rdnr reg rn rz s sa so sp span tab taf teilnr tit v ver vers vol z zf ziff
"""


def _entries(table: str) -> frozenset[str]:
    return frozenset(table.split())


_ROLES: dict[str, Role] = {
    **dict.fromkeys(_entries(_NUMERIC), Role.NUMERIC),
    **dict.fromkeys(_entries(_EITHER), Role.EITHER),
    **dict.fromkeys(_entries(_OPEN), Role.OPEN),
    **dict.fromkeys(_entries(_CLOSING), Role.CLOSING),
}
# Words of the language that are abbreviations too: their stop says nothing unless a
# number follows ("Mi. 5. Mai", "Art. 14"; but "Mach es so.", "auf diese Art.").
_AMBIGUOUS = _entries(
    "art bad best do di fest kap mag max mi mo no par pol sa so span tab tit sp s"
)
_TITLES = frozenset(["Mag"])
# Capitals alone are names that end sentences ("die CDU", "in der WG"), but for these.
_SHOUTED = frozenset(["DR", "NR", "PROF", "ST", "STR"])
_SUFFIXES = {"str": Role.EITHER, "nr": Role.OPEN, "jh": Role.EITHER}
_SUFFIX = re.compile(rf"[^\W\d_]+-?({'|'.join(_SUFFIXES)})")
_UNITS = _entries("km kg cm mm mg ml dl gb mb kb tb kw hz ft px pkw lkw")
_VOWELLESS = re.compile(r"[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,5}")


def find_role(parts: str, own: Collection[str] = ()) -> Role | None:
    """Return the role of the abbreviation at the end of `parts`, None if it is none.

    `parts` is what stands before a stop: one word, or several joined by stops with
    or without blanks. `own` holds a user's entries; they never end a sentence.

    >>> find_role("Obst, z. B"), find_role("die Data Corp")
    (<Role.OPEN: 'open'>, <Role.EITHER: 'either'>)
    >>> find_role("zum Nutzen")
    """
    words = parts.split()
    if not words:
        return None
    for count in range(min(4, len(words)), 0, -1):
        tail = words[-count:]
        if count == 1 or all(word.endswith(".") for word in tail[:-1]):
            role = _find_entry("".join(tail), own)
            if role is not None:
                return role
    return None


def _find_entry(word: str, own: Collection[str]) -> Role | None:
    key = word.lower()
    if key in own:
        return Role.OPEN
    if len(word) > 1 and word.isupper() and "." not in word and word not in _SHOUTED:
        return None
    if key in _AMBIGUOUS:
        return Role.OPEN if word in _TITLES else Role.NUMERIC
    role = _ROLES.get(key)
    if role is not None:
        return role
    found = _SUFFIX.fullmatch(key)
    if found:
        return _SUFFIXES[found[1]]
    head, hyphen, tail = word.rpartition("-")
    if hyphen and head and tail:
        return _find_entry(tail, own)
    # No German word is written without a vowel ("Hptm.", "Gfsch."), only units are.
    if _VOWELLESS.fullmatch(word) and key not in _UNITS:
        return Role.EITHER
    return None


def read_abbreviations(lines: Iterable[str]) -> frozenset[str]:
    """Return a user's own abbreviations: one a line, # begins a comment.

    >>> sorted(read_abbreviations(["# Verlag", "Abschn.  # Abschnitt", "i. Vorb."]))
    ['abschn', 'i.vorb']
    """
    entries = (line.partition("#")[0].strip() for line in lines)
    return frozenset(
        "".join(unicodedata.normalize("NFC", entry).lower().split()).rstrip(".")
        for entry in entries
        if entry.strip(". \t")
    )
