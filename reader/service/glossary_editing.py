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
            _switch_off(service, own, old)
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
    if entry.layer is Layer.SHIPPED:
        _switch_off(service, GlossaryFile(service.paths, notify=service.notify), entry)
    else:
        file = GlossaryFile(service.paths, entry.path, service.notify)
        for other in file.remove(entry.term.source):
            if other.key != entry.term.key:
                file.add(other)
    service.reload_glossary()


def _switch_off(service: Service, own: GlossaryFile, entry: LayeredTerm) -> None:
    """Switch off an entry of the program's; its kind alone, which a line cannot say."""
    source = source_key(entry.term.source)
    others = [
        other.term
        for other in service.glossary.effective
        if source_key(other.term.source) == source and other.term.key != entry.term.key
    ]
    # What the user's own file has of the other kind must stand behind the new line.
    if any(other.layer is Layer.USER for other in _find(service, source)):
        own.remove(entry.term.source)
    own.remove(entry.term.source, entry)
    for other in others:
        own.add(other)


def _find(service: Service, source: str) -> list[LayeredTerm]:
    found = service.glossary.terms
    return [entry for entry in found if source_key(entry.term.source) == source]
