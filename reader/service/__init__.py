"""The public Python API: German text in, pairs out.

    from pathlib import Path
    from reader.service import open_service

    with open_service() as service:
        for pair in service.translate_text("Der Markt wächst. Die Preise fallen."):
            print(pair.sentence.source, "→", pair.target)
        service.write_pairs(service.translate_file(Path("a.txt")), Path("a.html"))

Everything else in `reader` may change without notice. `Service` is the composition
root: settings become a ready pipeline here, and nothing else calls backends and
store.
"""

from __future__ import annotations

from reader.service.pipeline import Service, open_service

__all__ = ["Service", "open_service"]
