from __future__ import annotations

from reader.training.corpus import Pair
from reader.training.names import find_names


def test_names_are_learned_from_what_machines_leave_alone() -> None:
    machine = "bergamot-base"
    pairs = [
        *(
            Pair("s", machine, f"Satz {n}: heute kam Meyers Job in Wien an.", english)
            for n, english in enumerate(["Meyer's job is in Vienna now."] * 3)
        ),
        # Once only; a person's English; the same sentence again.
        Pair("s", machine, "Nun kam Schulze.", "Now Schulze came."),
        *(Pair("s", "human", f"Der {n}. hieß Kurz.", "It was Kurz.") for n in range(3)),
        *[Pair("s", machine, "Nun kam Krause.", "Now Krause came.")] * 3,
    ]
    assert find_names(pairs) == ["Meyers"]
