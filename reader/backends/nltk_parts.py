"""Single modules of NLTK, without the rest of it."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any


def import_part(name: str) -> Any:
    """Return one module of NLTK, as in "nltk.stem.cistem".

    `nltk/__init__` imports every part of the library, and numpy with them: half a
    second before the first sentence. Empty packages stand in for it during the import,
    and leave again, so that whoever imports NLTK later gets the whole of it.
    """
    found = find_spec("nltk")
    if "nltk" in sys.modules or found is None or found.origin is None:
        return import_module(name)
    folder = Path(found.origin).parent
    package = name.rpartition(".")[0]
    places = {"nltk": folder, package: folder.joinpath(*package.split(".")[1:])}
    for stand_in, place in places.items():
        sys.modules[stand_in] = ModuleType(stand_in)
        sys.modules[stand_in].__path__ = [str(place)]
    try:
        return import_module(name)
    finally:
        for part in [part for part in sys.modules if part.split(".")[0] == "nltk"]:
            del sys.modules[part]
