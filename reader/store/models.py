"""The engines on disk: prepared ones and installed Argos packages.

Owns the `models` folder: what is in it, what is wrong with it, and installing.
Fetching is `reader.backends.argos_index`'s job, what may come out of an archive
`reader.store.archives`'s, that a new engine takes its place whole or not at all
`reader.store.staging`'s, and loading `reader.backends`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from io import BufferedReader
from pathlib import Path

from reader.errors import PackageError, PackageMissingError
from reader.store.archives import unpack_archive
from reader.store.argos_folder import MODEL_FILES, check_folder
from reader.store.foreign import list_foreign
from reader.store.manifest import (
    FILE_NAME,
    FileRecord,
    Manifest,
    hash_files,
    read_manifest,
    total_checksum,
    write_manifest,
)
from reader.store.paths import Paths
from reader.store.staging import (
    clean_up,
    put_in_place,
    remove_folder,
    settle,
    stage_folder,
)

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """An engine that can be loaded."""

    name: str
    """As a user types it: "translate-de_en"."""
    engine: str
    """"argos" or "builtin"."""
    version: str
    path: Path
    checksum: str
    """sha256 over the files that influence a translation."""
    from_code: str
    to_code: str
    is_ours: bool
    """False for a package in Argos Translate's own folder, read-only for us."""

    @property
    def label(self) -> str:
        """Name and version, as in "translate-de_en-1.3"."""
        return f"{self.name}-{self.version}" if self.version else self.name


def list_packages(paths: Paths) -> tuple[list[InstalledPackage], list[str]]:
    """Return the German→English engines, ours first, and notices about the rest.

    A stray or broken folder costs a notice, never the others.
    """
    packages, notices, folders = _list_ours(paths.models)
    if paths.argos is not None:
        folders += _list_folders(paths.argos)
    if folders:
        found, more = list_foreign(folders, paths.home)
        notices += more
        packages += [
            InstalledPackage(
                name=package.metadata.name,
                engine="argos",
                version=package.metadata.version,
                path=package.path,
                checksum=package.checksum,
                from_code=package.metadata.from_code,
                to_code=package.metadata.to_code,
                is_ours=False,
            )
            for package in found
        ]
    return packages, notices


def verify_package(package: InstalledPackage) -> list[str]:
    """Return what is wrong with the package's files, reading all of them.

    A package of Argos's own folder has no manifest: there, only what is missing
    can be seen.
    """
    try:
        if not package.is_ours:
            check_folder(package.path)
            return []
        expected = read_manifest(package.path).files
        found = hash_files(package.path)
    except (PackageError, OSError) as error:
        return [str(error)]
    problems = [f"{name} is missing" for name in sorted(expected.keys() - found)]
    problems += [
        f"{name} was not there at installation"
        for name in sorted(found.keys() - expected)
    ]
    problems += [
        f"{name} was changed"
        for name in sorted(expected.keys() & found)
        if expected[name] != found[name]
    ]
    return problems


def remove_package(paths: Paths, name: str) -> None:
    """Remove one of our engines from the disk, by its name or label.

    A broken one goes by the name of its folder.

    Raises:
        PackageMissingError: there is none of this name.
        PackageError: it is not ours.
    """
    for package in list_packages(paths)[0]:
        if name not in (package.name, package.label):
            continue
        if not package.is_ours:
            raise PackageError(
                f"'{name}' lies in Argos Translate's own folder, which is only read",
                f"argospm remove {package.name}",
            )
        return remove_folder(package.path)
    if _NAME.fullmatch(name) and (paths.models / name).is_dir():
        return remove_folder(paths.models / name)
    raise PackageMissingError(f"'{name}' is not installed", "reader models list")


def place_package(
    paths: Paths,
    name: str,
    build: Callable[[Path], None],
    *,
    engine: str = "builtin",
    version: str = "",
) -> InstalledPackage:
    """Let `build` fill an empty folder, and install it whole as `name`.

    While another process prepares an engine this one waits; if that was the same
    engine, the other's is taken.

    Raises:
        PackageError: `build` failed or the disk is full; what was installed before
            stays as it was.
    """
    _check_name(name)
    target = paths.models / name
    before = _identity(target)
    with stage_folder(paths.models) as (staging, has_waited):
        if has_waited and _identity(target) not in (None, before):
            with suppress(PackageError):
                return _open_ours(target)
        build(staging)
        files = hash_files(staging)
        checksum = _checksum(engine, files)
        manifest = Manifest(name, engine, version, "de", "en", checksum, files)
        return _install(manifest, staging, target)


def install_archive(
    paths: Paths,
    archive: Path,
    check: Callable[[Path], None],
    expected_sha256: str | None = None,
) -> InstalledPackage:
    """Install an `.argosmodel` file that nobody vouches for.

    `check` gets the unpacked folder and raises if it does not load.

    Raises:
        PackageError: the file is missing, unsafe, not what it should be or does not
            load; what was installed before stays as it was.
    """
    try:
        stream = archive.open("rb")
    except OSError as error:
        raise PackageError(
            f"{archive} cannot be opened: {error.strerror}", "check the file's name"
        ) from error
    with stream, stage_folder(paths.models) as (staging, _):
        if expected_sha256 is not None:
            _check_sha256(stream, archive, expected_sha256)
        metadata = unpack_archive(stream, staging)
        if (metadata.from_code, metadata.to_code) != ("de", "en"):
            raise PackageError(
                f"{archive.name} translates from '{metadata.from_code}' to "
                f"'{metadata.to_code}'",
                "reader models install translate-de_en",
            )
        check(staging)
        files = hash_files(staging)
        checksum = _checksum("argos", files)
        name, version = metadata.name, metadata.version
        manifest = Manifest(name, "argos", version, "de", "en", checksum, files)
        return _install(manifest, staging, paths.models / metadata.name)


def _install(manifest: Manifest, staging: Path, target: Path) -> InstalledPackage:
    write_manifest(staging, manifest)
    put_in_place(staging, target)
    return _open_ours(target)


_Ours = tuple[list[InstalledPackage], list[str], list[Path]]
"""Engines, notices, and Argos packages that somebody copied there by hand."""


def _list_ours(models: Path) -> _Ours:
    if not models.is_dir():
        # Looking creates nothing.
        return [], [], []
    try:
        clean_up(models)
        with settle(models):
            return _read_ours(models)
    except OSError:
        # A read-only disk; nobody exchanges anything there.
        return _read_ours(models)


def _read_ours(models: Path) -> _Ours:
    packages, notices, copied = [], [], []
    try:
        folders = sorted(models.iterdir())
    except OSError as error:
        return [], [f"{models} cannot be read: {error.strerror}"], []
    for folder in folders:
        if folder.name.startswith("."):
            continue
        if _is_put_there(folder):
            copied.append(folder)
            continue
        try:
            packages.append(_open_ours(folder))
        except (PackageError, OSError) as error:
            notices.append(f"{folder} is not a usable engine: {error}")
    return packages, notices, copied


def _list_folders(place: Path) -> list[Path]:
    """Return the folders in `place`, which need not be there."""
    try:
        return sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:
        return []


def _is_put_there(folder: Path) -> bool:
    """Tell whether somebody copied an Argos package to our folder by hand."""
    return (folder / "metadata.json").is_file() and not (folder / FILE_NAME).exists()


def _open_ours(folder: Path) -> InstalledPackage:
    """Return the engine in `folder`, its files' sizes being what they were.

    Raises:
        PackageError: it has no manifest, or files are missing or cut short.
    """
    if not folder.is_dir():
        raise PackageError("it is not a folder", f"remove {folder}")
    manifest = read_manifest(folder)
    hint = f"reader models install {manifest.name}"
    if manifest.name != folder.name:
        raise PackageError(f"its manifest is that of '{manifest.name}'", hint)
    for name, record in manifest.files.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != record.size:
            raise PackageError(f"{name} is missing or damaged", hint)
    return InstalledPackage(
        name=manifest.name,
        engine=manifest.engine,
        version=manifest.version,
        path=folder,
        checksum=manifest.checksum,
        from_code=manifest.from_code,
        to_code=manifest.to_code,
        is_ours=True,
    )


def _checksum(engine: str, files: Mapping[str, FileRecord]) -> str:
    """Return the checksum of the files that count: a README does not."""
    if engine != "argos":
        return total_checksum(files)
    counting = (name for name in files if name.partition("/")[0] in MODEL_FILES)
    return total_checksum({name: files[name] for name in counting})


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise PackageError(f"{name!r} cannot be the name of an engine", "")


def _check_sha256(stream: BufferedReader, archive: Path, expected: str) -> None:
    # The same open file is unpacked, so nobody can exchange it in between.
    found = file_digest(stream, "sha256").hexdigest()
    if found != expected.lower():
        raise PackageError(
            f"{archive.name} has the sha256 {found} and not {expected}",
            "fetch the file again",
        )


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what changes when a folder is exchanged for another; None without one."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns
