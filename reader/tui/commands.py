"""The command palette: every key's action by its description, and every text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.tui.keys import find_group
from reader.tui.messages import TextChosen
from reader.tui.widgets.status_panel import clean

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


class ReaderCommands(Provider):
    """Offers what the keys of the screen do, and the texts of the library."""

    async def discover(self) -> Hits:
        """Yield every action."""
        for said, keys, run in self._actions():
            yield DiscoveryHit(said, run, help=keys)

    async def search(self, query: str) -> Hits:
        """Yield the actions and texts that `query` may mean."""
        matcher = self.matcher(query)
        for said, keys, run in (*self._actions(), *self._texts()):
            score = matcher.match(said)
            if score > 0:
                yield Hit(score, matcher.highlight(said), run, help=keys)

    def _actions(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        seen = set()
        for node, binding, is_enabled, _ in self.screen.active_bindings.values():
            if find_group(binding) and is_enabled and binding.action not in seen:
                seen.add(binding.action)
                run = partial(self.app.run_action, binding.action, node)
                key = self.app.get_key_display(binding)
                yield binding.tooltip or binding.description, f"key {key}", run

    def _texts(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        app = cast("ReaderApp", self.app)
        for text in app.library.texts():
            run = partial(app.post_message, TextChosen(text.path, None))
            yield f"Open {clean(text.name)}", clean(str(text.path)), run
