from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from reader.errors import PackageError, PackageMissingError
from reader.store.models import (
    install_archive,
    list_packages,
    place_package,
    remove_package,
    verify_package,
)
from reader.store.paths import Paths, find_paths
from tests.store.argos_archives import (
    FILES,
    with_metadata,
    write_archive,
    write_folder,
)


@pytest.fixture
def paths(reader_home: Path) -> Paths:
    return find_paths({"READER_HOME": str(reader_home)})


LOCKS = {".lock", ".exchange"}


def accept(folder: Path) -> None:
    assert (folder / "model" / "model.bin").is_file()


def fill_with_package(folder: Path) -> None:
    write_folder(folder)


def place(paths: Paths, content: bytes, name: str = "builtin") -> str:
    def build(folder: Path) -> None:
        (folder / "model").mkdir()
        (folder / "model" / "model.bin").write_bytes(content)

    return place_package(paths, name, build).checksum


def names(paths: Paths) -> list[str]:
    return [package.name for package in list_packages(paths)[0]]


def everything_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_nothing_is_installed_in_a_new_home(paths: Paths) -> None:
    assert list_packages(paths) == ([], [])
    assert not paths.home.exists()


def test_an_archive_is_installed_with_its_name_version_and_checksum(
    paths: Paths, tmp_path: Path
) -> None:
    archive = write_archive(tmp_path / "de_en.argosmodel")

    package = install_archive(paths, archive, accept, None)

    assert (package.name, package.version) == ("translate-de_en", "1.3")
    assert package.label == "translate-de_en-1.3"
    assert package.path == paths.models / "translate-de_en"
    assert list_packages(paths) == ([package], [])
    assert verify_package(package) == []
    assert everything_in(package.path) == {*FILES, "model", "manifest.json"}


def test_the_checksum_is_what_sha256sum_gives_over_the_files_that_count(
    paths: Paths, tmp_path: Path
) -> None:
    archive = write_archive(tmp_path / "de_en.argosmodel")

    package = install_archive(paths, archive, accept, None)

    lines = [
        f"{sha256(FILES[name]).hexdigest()}  {name}\n"
        for name in sorted(FILES)
        if name != "README.md"
    ]
    assert package.checksum == sha256("".join(lines).encode()).hexdigest()


def test_a_folder_and_an_archive_of_one_package_have_one_checksum(
    paths: Paths, tmp_path: Path
) -> None:
    archive = write_archive(tmp_path / "de_en.argosmodel")
    installed = install_archive(paths, archive, accept, None)

    placed = place_package(paths, "copy", fill_with_package, engine="argos")

    assert placed.checksum == installed.checksum


def test_an_archive_with_another_sha256_than_the_pinned_one_is_refused(
    paths: Paths, tmp_path: Path
) -> None:
    archive = write_archive(tmp_path / "de_en.argosmodel")
    right = sha256(archive.read_bytes()).hexdigest()

    with pytest.raises(PackageError, match=right):
        install_archive(paths, archive, accept, "0" * 64)
    assert names(paths) == []

    install_archive(paths, archive, accept, right.upper())
    assert names(paths) == ["translate-de_en"]


def test_a_package_for_other_languages_is_refused(paths: Paths, tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "fr_en.zip", with_metadata(from_code="fr"))

    with pytest.raises(PackageError, match="from 'fr'"):
        install_archive(paths, archive, accept, None)


def test_a_file_that_is_not_there_is_named(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="fehlt"):
        install_archive(paths, tmp_path / "fehlt.argosmodel", accept, None)


def test_a_package_that_does_not_load_never_replaces_a_working_one(
    paths: Paths, tmp_path: Path
) -> None:
    before = install_archive(paths, write_archive(tmp_path / "1.zip"), accept, None)
    newer = write_archive(tmp_path / "2.zip", with_metadata(package_version="2.0"))

    def refuse(folder: Path) -> None:
        raise PackageError("it does not load")

    with pytest.raises(PackageError, match="does not load"):
        install_archive(paths, newer, refuse, None)

    assert list_packages(paths) == ([before], [])
    assert verify_package(before) == []
    assert everything_in(paths.models) == {
        *LOCKS,
        "translate-de_en",
        *(f"translate-de_en/{name}" for name in everything_in(before.path)),
    }


def test_a_newer_version_takes_the_place_of_the_older(
    paths: Paths, tmp_path: Path
) -> None:
    install_archive(paths, write_archive(tmp_path / "1.zip"), accept, None)
    newer = write_archive(tmp_path / "2.zip", with_metadata(package_version="2.0"))

    package = install_archive(paths, newer, accept, None)

    assert package.version == "2.0"
    assert list_packages(paths) == ([package], [])
    assert verify_package(package) == []


def test_an_engine_that_fails_while_it_is_built_leaves_nothing(paths: Paths) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_bytes(b"x" * 1000)
        raise PackageError("no weights")

    with pytest.raises(PackageError, match="no weights"):
        place_package(paths, "builtin", fail)

    assert everything_in(paths.models) == LOCKS


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", ".hidden", "a b"])
def test_a_name_that_is_not_a_folder_name_is_refused(paths: Paths, name: str) -> None:
    with pytest.raises(PackageError):
        place(paths, b"x", name)
    with pytest.raises(PackageMissingError):
        remove_package(paths, name)


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda f: (f / "model/model.bin").unlink(), "model/model.bin is missing"),
        (lambda f: (f / "model/extra").write_bytes(b"x"), "model/extra was not there"),
        (
            lambda f: (f / "model/model.bin").write_bytes(b"XXXX"),
            "model/model.bin was changed",
        ),
    ],
)
def test_verify_names_each_file_that_is_not_as_it_was(
    paths: Paths, damage: object, problem: str
) -> None:
    place(paths, b"good")
    (package,) = list_packages(paths)[0]
    assert callable(damage)

    damage(package.path)

    (found,) = verify_package(package)
    assert found.startswith(problem)


def test_a_broken_engine_is_a_notice_and_never_hides_the_others(
    paths: Paths, tmp_path: Path
) -> None:
    install_archive(paths, write_archive(tmp_path / "1.zip"), accept, None)
    for name in ("broken", "cut", "renamed", "stray"):
        place(paths, b"weights", name)
    (paths.models / "broken" / "manifest.json").write_text("{", "utf-8")
    (paths.models / "cut" / "model" / "model.bin").write_bytes(b"wei")
    (paths.models / "renamed").rename(paths.models / "other")
    (paths.models / "stray" / "manifest.json").unlink()
    (paths.models / "notes.txt").write_text("von Hand", "utf-8")

    packages, notices = list_packages(paths)

    assert [package.name for package in packages] == ["translate-de_en"]
    assert len(notices) == 5
    for name in ("broken", "cut", "other", "stray", "notes.txt"):
        assert any(f"models/{name} " in notice for notice in notices)


@pytest.mark.parametrize(
    "manifest",
    [
        "[]",
        "null",
        '{"format": 2, "files": {}}',
        '{"format": 1, "files": []}',
        '{"format": 1, "files": {"a": {"sha256": "x"}}}',
        '{"format": 1, "files": {}, "name": "builtin"}',
    ],
)
def test_a_manifest_of_another_shape_is_a_notice(paths: Paths, manifest: str) -> None:
    place(paths, b"weights")
    (paths.models / "builtin" / "manifest.json").write_text(manifest, "utf-8")

    packages, notices = list_packages(paths)

    assert packages == []
    assert len(notices) == 1


def test_removing_takes_a_name_or_a_label_and_broken_folders(
    paths: Paths, tmp_path: Path
) -> None:
    archive = write_archive(tmp_path / "1.zip")
    for name in ("translate-de_en", "translate-de_en-1.3"):
        install_archive(paths, archive, accept, None)
        remove_package(paths, name)
        assert list_packages(paths) == ([], [])
    place(paths, b"weights")
    (paths.models / "builtin" / "manifest.json").unlink()
    remove_package(paths, "builtin")

    assert everything_in(paths.models) == LOCKS
    with pytest.raises(PackageMissingError, match="builtin"):
        remove_package(paths, "builtin")


# Runs in a process of its own and kills it before or after its n-th renaming.
_KILLED = """
import os, signal, sys
from pathlib import Path
from reader.store.models import place_package, remove_package
from reader.store.paths import find_paths

paths = find_paths({"READER_HOME": sys.argv[1]})
when, number = sys.argv[2], int(sys.argv[3])
rename, count = Path.rename, 0

def counted(self, target):
    global count
    count += 1
    if count == number and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    renamed = rename(self, target)
    if count == number and when == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    return renamed

def build(folder):
    (folder / "model").mkdir()
    (folder / "model" / "model.bin").write_bytes(b"new")
    if when == "build":
        os.kill(os.getpid(), signal.SIGKILL)

Path.rename = counted
if sys.argv[4] == "place":
    place_package(paths, "builtin", build)
else:
    remove_package(paths, "builtin")
"""


def run_killed(paths: Paths, when: str, number: int, what: str) -> None:
    arguments = [str(paths.home), when, str(number), what]
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, *arguments], capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.parametrize(
    ("when", "number", "survivor"),
    [
        ("build", 0, b"old"),
        ("before", 1, b"old"),
        ("after", 1, b"old"),
        ("before", 2, b"old"),
        ("after", 2, b"new"),
    ],
)
def test_a_kill_at_any_point_of_an_exchange_leaves_the_old_or_the_new(
    paths: Paths, when: str, number: int, survivor: bytes
) -> None:
    place(paths, b"old")

    run_killed(paths, when, number, "place")

    (package,), notices = list_packages(paths)
    assert notices == []
    assert verify_package(package) == []
    assert (package.path / "model" / "model.bin").read_bytes() == survivor
    assert {entry.name for entry in paths.models.iterdir()} == {*LOCKS, "builtin"}
    place(paths, b"third")
    assert (package.path / "model" / "model.bin").read_bytes() == b"third"


def test_a_kill_during_the_first_installation_leaves_nothing(paths: Paths) -> None:
    run_killed(paths, "before", 1, "place")

    assert list_packages(paths) == ([], [])
    assert everything_in(paths.models) == LOCKS


def test_a_kill_while_removing_does_not_bring_the_engine_back(paths: Paths) -> None:
    place(paths, b"old")

    run_killed(paths, "after", 1, "remove")

    assert list_packages(paths) == ([], [])
    assert everything_in(paths.models) == LOCKS


def test_a_process_that_waited_takes_what_the_other_has_made(paths: Paths) -> None:
    inside, go_on = threading.Event(), threading.Event()
    built: list[bytes] = []

    def slow(folder: Path) -> None:
        built.append(b"slow")
        inside.set()
        assert go_on.wait(10)
        (folder / "model.bin").write_bytes(b"slow")

    def fast(folder: Path) -> None:
        built.append(b"fast")
        (folder / "model.bin").write_bytes(b"fast")

    first = threading.Thread(target=place_package, args=(paths, "builtin", slow))
    second = threading.Thread(target=place_package, args=(paths, "builtin", fast))
    first.start()
    assert inside.wait(10)
    second.start()
    # Listing goes on meanwhile, and does not take the work away.
    assert list_packages(paths) == ([], [])
    assert second.is_alive()
    go_on.set()
    first.join(10)
    second.join(10)

    assert built == [b"slow"]
    assert (paths.models / "builtin" / "model.bin").read_bytes() == b"slow"


def test_two_installations_at_once_both_end_whole(paths: Paths, tmp_path: Path) -> None:
    archives = [
        write_archive(
            tmp_path / f"{number}.zip", with_metadata(package_version=f"{number}.0")
        )
        for number in (1, 2)
    ]
    program = (
        "import sys; from pathlib import Path\n"
        "from reader.store.models import install_archive\n"
        "from reader.store.paths import find_paths\n"
        "paths = find_paths({'READER_HOME': sys.argv[1]})\n"
        "for _ in range(10):\n"
        "    install_archive(paths, Path(sys.argv[2]), lambda folder: None, None)\n"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", program, paths.home, archive])
        for archive in archives
    ]
    problems: list[str] = []
    seen: set[str] = set()
    while any(child.poll() is None for child in children):
        packages, notices = list_packages(paths)
        problems += notices
        # Once something is there, there is always something there.
        if seen and len(packages) != 1:
            problems.append(f"found {packages}")
        seen.update(package.version for package in packages)

    assert [child.wait() for child in children] == [0, 0]
    assert problems == []
    (package,), notices = list_packages(paths)
    assert verify_package(package) == []
    assert {entry.name for entry in paths.models.iterdir()} == {
        *LOCKS,
        "translate-de_en",
    }


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user")
def test_a_home_that_cannot_be_written_is_a_package_error(paths: Paths) -> None:
    paths.home.mkdir()
    paths.home.chmod(0o500)
    try:
        with pytest.raises(PackageError, match="cannot be written"):
            place(paths, b"x")
    finally:
        paths.home.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_a_package_error(paths: Paths) -> None:
    paths.home.mkdir()
    paths.models.write_text("", "utf-8")

    with pytest.raises(PackageError, match="cannot be written"):
        place(paths, b"x")
    assert list_packages(paths) == ([], [])


class TestArgosOwnFolder:
    @pytest.fixture
    def paths(self, reader_home: Path, tmp_path: Path) -> Paths:
        ours = find_paths({"READER_HOME": str(reader_home)})
        places = {field: getattr(ours, field) for field in ours.__slots__}
        return Paths(**places | {"argos": tmp_path / "argos" / "packages"})

    @pytest.fixture
    def argos(self, paths: Paths) -> Path:
        assert paths.argos is not None
        write_folder(paths.argos / "translate-de_en-1_3")
        return paths.argos

    def test_a_folder_that_does_not_exist_holds_nothing(self, paths: Paths) -> None:
        assert list_packages(paths) == ([], [])
        assert not paths.home.exists()

    def test_its_package_has_the_checksum_that_ours_would_have(
        self, paths: Paths, argos: Path, tmp_path: Path
    ) -> None:
        ours = install_archive(paths, write_archive(tmp_path / "a.zip"), accept, None)

        packages, notices = list_packages(paths)

        assert notices == []
        assert [package.is_ours for package in packages] == [True, False]
        assert packages[1].path == argos / "translate-de_en-1_3"
        assert packages[1].name == ours.name
        assert packages[1].checksum == ours.checksum

    def test_nothing_is_written_there(self, paths: Paths, argos: Path) -> None:
        before = everything_in(argos)

        list_packages(paths)

        assert everything_in(argos) == before

    def test_its_files_are_hashed_again_only_when_they_changed(
        self, paths: Paths, argos: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (package,) = list_packages(paths)[0]
        cache = paths.home / "argos-checksums.json"
        assert package.checksum in cache.read_text("utf-8")

        with monkeypatch.context() as patch:
            patch.setattr("reader.store.foreign.hash_files", None)
            assert list_packages(paths)[0] == [package]

        model = argos / "translate-de_en-1_3" / "model" / "model.bin"
        status = model.stat()
        model.write_bytes(bytes(reversed(model.read_bytes())))
        os.utime(model, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
        assert list_packages(paths)[0][0].checksum != package.checksum

    @pytest.mark.parametrize("content", ["", "[]", '{"x": 1}', "\0"])
    def test_a_broken_cache_is_made_again(
        self, paths: Paths, argos: Path, content: str
    ) -> None:
        (package,) = list_packages(paths)[0]
        cache = paths.home / "argos-checksums.json"
        cache.write_text(content, "utf-8")

        assert list_packages(paths) == ([package], [])
        assert str(argos) in json.loads(cache.read_text("utf-8")).popitem()[0]

    def test_stray_folders_are_noticed_and_other_packages_are_passed_over(
        self, paths: Paths, argos: Path
    ) -> None:
        write_folder(argos / "translate-en_fr-1_0", with_metadata(from_code="en"))
        write_folder(argos / "sbd", with_metadata(type="sbd", from_code=None))
        (argos / "stray").mkdir()
        (argos / "index.json").write_text("[]", "utf-8")

        packages, notices = list_packages(paths)

        assert [package.path.name for package in packages] == ["translate-de_en-1_3"]
        assert len(notices) == 1
        assert "stray" in notices[0]

    def test_it_is_verified_by_what_is_there(self, paths: Paths, argos: Path) -> None:
        (package,) = list_packages(paths)[0]
        assert verify_package(package) == []

        (package.path / "sentencepiece.model").unlink()

        (problem,) = verify_package(package)
        assert "sentencepiece" in problem

    def test_it_is_not_removed(self, paths: Paths, argos: Path) -> None:
        before = everything_in(argos)

        with pytest.raises(PackageError, match="only read"):
            remove_package(paths, "translate-de_en")

        assert everything_in(argos) == before
