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
    abb abg abs abt allg amtl angebl anm apl aufl ausg az bd bearb beil
    bes besch best betr bez bezgl bezügl bspw bzgl bzw
    ca cand chap cf dergl desgl dgl dipl do dr dres dt durchschn
    incl ehem eig eigentl einschl entspr erl erw evang evtl ev exkl exz
    fa fam fn frl fr frz geb gebr gegr geh gem gen gesch geschl gest gez ggf ggü ghzgl
    griech hauptm herzogl hg hl hll hptm hr hrn hrsg
    i.a i.d i.d.r i.e i.e.s i.s i.s.d i.s.v i.ü i.v.m ing inkl insb insbes int
    ital jur kap kard kath kgl lat lfd lic lt lfd.nr lt.cmdr
    magn maj med mgr mind mme mlle mr mrs ms msgr mons
    m.a.w m.e m.w n.b nachm nr nrn num o.b.d.a o.g od o.e op.cit orth österr
    phil pol poln prof proff prot ps rep rer rd resp rev rn russ
    s.a s.o.g sel sen sg sig sog sogen span spez sr ss st staatl städt stellv stv
    theol tel tel.nr u.a.d u.u ugs urspr usf.d u.zw
    verf verh vermutl vgl voraussichtl vorl vorm vors wg wiss ww
    z.b z.bsp z.hd z.t z.zt z.z zit zs zzgl zzt zw zgl zus d.h d.i d.s d.m
    a.a.o a.d.l b.a d.j dz e.h f.d.r h.c hum i.e.s in.v lt.col nat oec oecon
    pharm publ rer.nat rer.pol sc.nat soc techn vet zahnm
    capt col gov insp kap.ges lt maj.gen obstlt olt pfr präs reg.-bez sgt uffz
    bgm ref sekr stud svw vj insg vsl tägl wöchentl monatl jährl
    amerik arab brit chin engl europ jap jüd kroat luth niederl norw nördl östl
    südl westl sächs bayer bad württ schweiz schwed tschech türk ungar
"""
_EITHER = """
    a.d a.m p.m a.g ag a.s assn bros c.p co corp d.c d.d ltda d.o.o e.g e.k e.v eg
    etc.pp f ff inc jr llc ltd l.p n.chr n.v v.chr n.n n.u.z v.u.z plc pty s.a.r.l s.p.a
    hausnr jan feb febr mrz apr jun jul aug sep sept okt nov dez mo.-fr
    i.r i.l i.b i.gr i.v k.o n.c o.j o.a o.ä o.o o.k p.a p.s
    jh jhd jhdt jg mio mrd tsd bill pkt
    std min sek stk pl str ges
    u.a u.a.m.d u.k u.s u.s.a u.n v.a v.h d.r s.o s.u q.e.d red
    l.a b.c d.a r.i.p m.d ph.d b.sc m.sc m.a ll.m
    a.m p.m kw.std qm ü.d.m ü.nn ü.m u.d.m
    ft bst exp verl verz zt ziff
"""
_CLOSING = """
    usw usf etc u.v.m u.v.a u.v.a.m u.a.m u.ä u.ä.m o.ä o.dgl u.dgl u.dgl.m u.s.w u.s.f
    etc.pp
"""
_NUMERIC = """
    abb abs abschn anh anl anm art az bd bl fig folg gl hs jgg kap kfz lfg lit nr
    no pos rdnr rn rz s sp tab taf teilnr tit v ver vers vol z ziff zf
    mo di mi do fr sa so par paragr fol reg kl max mag best bad fest pol span art.-nr best.-nr
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

    >>> find_role("z. B"), find_role("Data Corp"), find_role("Lindenstr")
    (<Role.OPEN: 'open'>, <Role.EITHER: 'either'>, <Role.EITHER: 'either'>)
    >>> find_role("ist so")
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
