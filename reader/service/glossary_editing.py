"""Entries of the glossary changed by hand, in whichever layer they lie.

Owns which file is written: an entry of the program's own glossary is never changed,
another one in the user's file takes its place. Changing a file is the job of
`reader.service.glossary_changes`.
"""

from __future__ import annotations

from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.terms import Term, Usage, source_key
from reader.service.glossary_changes import GlossaryFile
from reader.service.pipeline import Service


def save_entry(service: Service, old: LayeredTerm | None, new: Term) -> None:
    """Write `new` in the place of `old`, or as a new entry of the user's.

    Raises:
        GlossaryError: the file has such an entry already, or is not one of ours.
    """
    own = GlossaryFile(service.paths, notify=service.notify)
    if old is None:
        own.add(new)
    elif old.layer is Layer.SHIPPED:
        own.add(new)
        if source_key(new.source) != source_key(old.term.source):
            own.remove(old.term.source, old)
    else:
        file = GlossaryFile(service.paths, old.path, service.notify)
        file.edit(old.term.source, lambda _: new, old.term.usage is Usage.FORBIDDEN)
    service.reload_glossary()


def remove_entry(service: Service, entry: LayeredTerm) -> None:
    """Remove an entry; one of the program's own is switched off.

    An entry of the other kind with the same German stays.

    Raises:
        GlossaryError: the file is not one of ours.
    """
    is_shipped = entry.layer is Layer.SHIPPED
    path = None if is_shipped else entry.path
    file = GlossaryFile(service.paths, path, service.notify)
    removed = file.remove(entry.term.source, entry if is_shipped else None)
    for other in removed:
        if other.key != entry.term.key:
            file.add(other)
    service.reload_glossary()
