"""How keys are declared: with a description and a group, for footer and help alike."""

from __future__ import annotations

from textual.binding import Binding

MOVING = "Moving"
READING = "Reading"
FIXING = "Putting right"
FINDING = "Finding"
KEEPING = "Keeping"
PROGRAM = "Program"
GROUPS = (MOVING, READING, FIXING, FINDING, KEEPING, PROGRAM)
"""In the order of the help."""


def bind(
    keys: str, action: str, description: str, group: str, label: str = ""
) -> Binding:
    """Return a binding that the help describes; one with a `label` is in the footer."""
    return Binding(
        keys,
        action,
        label or description,
        show=bool(label),
        tooltip=description,
        id=f"{group}: {action}",
    )


def find_group(binding: Binding) -> str:
    """Return the group that a binding was declared in, "" for one of Textual's own."""
    group = (binding.id or "").partition(":")[0]
    return group if group in GROUPS else ""
