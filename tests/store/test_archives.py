from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.store.archives import Bounds, unpack_archive
from reader.store.argos_folder import PackageMetadata
from tests.store.argos_archives import FILES, with_metadata, write_archive


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    path = tmp_path / "outer" / "staging"
    path.mkdir(parents=True)
    return path


def unpack(
    archive: Path, staging: Path, bounds: Bounds | None = None
) -> PackageMetadata:
    with archive.open("rb") as stream:
        return unpack_archive(stream, staging, bounds)


def unpacked_files(staging: Path) -> dict[str, bytes]:
    return {
        path.relative_to(staging).as_posix(): path.read_bytes()
        for path in staging.rglob("*")
        if path.is_file()
    }


def add_entry(
    archive: Path, info: zipfile.ZipInfo | str, content: bytes = b"x"
) -> None:
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(info, content)


def test_a_sound_archive_comes_out_whole_without_its_top_folder(
    tmp_path: Path, staging: Path
) -> None:
    archive = write_archive(tmp_path / "sound.argosmodel")

    metadata = unpack(archive, staging)

    assert metadata == PackageMetadata("1.3", "de", "en")
    assert metadata.name == "translate-de_en"
    assert unpacked_files(staging) == FILES


def test_an_archive_without_entries_for_its_folders_is_sound(
    tmp_path: Path, staging: Path
) -> None:
    archive = tmp_path / "flat.argosmodel"
    with zipfile.ZipFile(archive, "w") as opened:
        for name, content in FILES.items():
            opened.writestr(f"de_en/{name}", content)

    unpack(archive, staging)

    assert unpacked_files(staging) == FILES


def test_sentence_splitters_that_come_along_stay_in_the_archive(
    tmp_path: Path, staging: Path
) -> None:
    pickled = {"stanza/de/tokenize/gsd.pt": b"\x80\x04.", "spacy/x": b"y"}
    archive = write_archive(tmp_path / "stanza.argosmodel", FILES | pickled)

    unpack(archive, staging)

    assert unpacked_files(staging) == FILES


def test_files_get_plain_modes_whatever_the_archive_asks_for(
    tmp_path: Path, staging: Path
) -> None:
    archive = write_archive(tmp_path / "modes.argosmodel")
    setuid = zipfile.ZipInfo("translate-de_en-1_3/model/run")
    setuid.external_attr = (stat.S_IFREG | 0o4777) << 16
    add_entry(archive, setuid)

    unpack(archive, staging)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in staging.iterdir()}
    assert modes["model"] == 0o755
    assert modes["metadata.json"] == 0o644
    assert stat.S_IMODE((staging / "model" / "run").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    "name",
    [
        "/etc/cron.d/evil",
        "../evil",
        "translate-de_en-1_3/../../evil",
        "translate-de_en-1_3/./evil",
        "translate-de_en-1_3//evil",
        "translate-de_en-1_3\\..\\evil",
        "C:/evil",
        "translate-de_en-1_3/model/model.bin:stream",
        "translate-de_en-1_3/evil\x1b[31m",
        "translate-de_en-1_3/evil.",
        "translate-de_en-1_3/" + "ü" * 150,
        "",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(
    tmp_path: Path, staging: Path, name: str
) -> None:
    archive = write_archive(tmp_path / "names.argosmodel")
    add_entry(archive, zipfile.ZipInfo(name))

    with pytest.raises(PackageError):
        unpack(archive, staging)

    assert unpacked_files(tmp_path / "outer") == {}


def test_a_name_with_a_nul_is_refused_though_zipfile_cuts_it_there(
    tmp_path: Path, staging: Path
) -> None:
    archive = write_archive(tmp_path / "nul.argosmodel")
    add_entry(archive, "translate-de_en-1_3/evilX")
    archive.write_bytes(archive.read_bytes().replace(b"/evilX", b"/evil\0"))

    with pytest.raises(PackageError, match="leads elsewhere"):
        unpack(archive, staging)


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK]
)
def test_links_and_special_files_are_refused(
    tmp_path: Path, staging: Path, kind: int
) -> None:
    archive = write_archive(tmp_path / "links.argosmodel")
    info = zipfile.ZipInfo("translate-de_en-1_3/model/link")
    info.create_system = 3
    info.external_attr = (kind | 0o777) << 16
    add_entry(archive, info, b"/etc/passwd")

    with pytest.raises(PackageError, match="link or a special file"):
        unpack(archive, staging)

    assert unpacked_files(staging) == {}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("other/metadata.json", "2 things at its top"),
        ("stray.txt", "2 things at its top"),
        ("translate-de_en-1_3/Model/MODEL.BIN", "twice"),
        ("translate-de_en-1_3/README.md/evil", "a file and a folder"),
    ],
)
def test_entries_that_contradict_each_other_are_refused(
    tmp_path: Path, staging: Path, name: str, message: str
) -> None:
    archive = write_archive(tmp_path / "double.argosmodel")
    add_entry(archive, name)

    with pytest.raises(PackageError, match=message):
        unpack(archive, staging)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(tmp_path: Path, staging: Path) -> None:
    archive = write_archive(tmp_path / "twice.argosmodel")
    add_entry(archive, "translate-de_en-1_3/metadata.json", b"{}")

    with pytest.raises(PackageError, match="twice"):
        unpack(archive, staging)


def test_two_spellings_of_an_umlaut_count_as_one_name(
    tmp_path: Path, staging: Path
) -> None:
    archive = write_archive(
        tmp_path / "umlaut.argosmodel",
        FILES | {"\u00fcber.txt": b"1", "u\u0308ber.txt": b"2"},
    )

    with pytest.raises(PackageError, match="twice"):
        unpack(archive, staging)


def test_files_at_the_top_without_a_folder_are_refused(
    tmp_path: Path, staging: Path
) -> None:
    archive = tmp_path / "bare.argosmodel"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("metadata.json", FILES["metadata.json"])

    with pytest.raises(PackageError, match="not one folder"):
        unpack(archive, staging)


def test_an_encrypted_entry_is_refused(tmp_path: Path, staging: Path) -> None:
    archive = write_archive(tmp_path / "secret.argosmodel")
    content = bytearray(archive.read_bytes())
    # Bit 0 of the flags, in the last entry of the table of contents.
    content[content.rfind(b"PK\1\2") + 8] |= 1
    archive.write_bytes(content)

    with pytest.raises(PackageError, match="encrypted"):
        unpack(archive, staging)


def test_an_unusual_packing_is_refused(tmp_path: Path, staging: Path) -> None:
    archive = tmp_path / "lzma.argosmodel"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_LZMA) as opened:
        opened.writestr("de_en/metadata.json", FILES["metadata.json"])

    with pytest.raises(PackageError, match="unusual"):
        unpack(archive, staging)


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        (Bounds(total=5_000), "larger than"),
        (Bounds(entries=4), "more than 4 entries"),
        (Bounds(directory=100), "table of contents"),
        (Bounds(ratio=1), "far more comes out"),
    ],
)
def test_an_archive_over_a_bound_is_refused(
    tmp_path: Path, staging: Path, bounds: Bounds, message: str
) -> None:
    archive = write_archive(tmp_path / "large.argosmodel")

    with pytest.raises(PackageError, match=message):
        unpack(archive, staging, bounds)


def test_a_bomb_is_stopped_before_it_fills_the_disk(
    tmp_path: Path, staging: Path
) -> None:
    archive = write_archive(
        tmp_path / "bomb.argosmodel", FILES | {"model/zeros": bytes(50_000_000)}
    )
    assert archive.stat().st_size < 100_000

    with pytest.raises(PackageError, match="far more comes out"):
        unpack(archive, staging)

    assert sum(len(content) for content in unpacked_files(staging).values()) < 10**7


def test_a_bomb_that_lies_about_its_size_is_stopped_too(
    tmp_path: Path, staging: Path
) -> None:
    archive = write_archive(tmp_path / "liar.argosmodel", {"bomb": bytes(3_000_000)})
    content = archive.read_bytes()
    lie = (1_000).to_bytes(4, "little")
    archive.write_bytes(content.replace((3_000_000).to_bytes(4, "little"), lie))

    with pytest.raises(PackageError):
        unpack(archive, staging, Bounds(total=2_000_000))

    assert sum(map(len, unpacked_files(staging).values())) < 2_000_000


def test_the_larger_zip_format_is_refused(tmp_path: Path, staging: Path) -> None:
    archive = write_archive(tmp_path / "zip64.argosmodel")
    content = archive.read_bytes()
    end = content.rfind(b"PK\5\6")
    locator = b"PK\6\7" + bytes(16)
    archive.write_bytes(content[:end] + locator + content[end:])

    with pytest.raises(PackageError, match="table of contents"):
        unpack(archive, staging)


@pytest.mark.parametrize(
    ("at", "what"),
    [(0.3, "a byte of the data"), (0.9, "a byte of the table")],
)
def test_a_damaged_archive_is_refused(
    tmp_path: Path, staging: Path, at: float, what: str
) -> None:
    stored = tmp_path / "damaged.argosmodel"
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as opened:
        for name, file in FILES.items():
            opened.writestr(f"de_en/{name}", file)
    content = bytearray(stored.read_bytes())
    content[int(len(content) * at)] ^= 0xFF
    stored.write_bytes(content)

    with pytest.raises(PackageError):
        unpack(stored, staging)


@pytest.mark.parametrize("length", [0, 10, 30, 900, -10])
def test_an_archive_that_was_cut_short_is_refused(
    tmp_path: Path, staging: Path, length: int
) -> None:
    archive = write_archive(tmp_path / "short.argosmodel")
    archive.write_bytes(archive.read_bytes()[:length])

    with pytest.raises(PackageError):
        unpack(archive, staging)


def test_wrong_bytes_under_a_right_table_are_refused(
    tmp_path: Path, staging: Path
) -> None:
    archive = tmp_path / "crc.argosmodel"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name, file in FILES.items():
            opened.writestr(f"de_en/{name}", file)
    content = archive.read_bytes()
    readme = FILES["README.md"]
    assert zlib.crc32(readme) != zlib.crc32(readme.upper())
    archive.write_bytes(content.replace(readme, readme.upper()))

    with pytest.raises(PackageError, match="damaged"):
        unpack(archive, staging)


@pytest.mark.parametrize("missing", ["metadata.json", "model/model.bin"])
def test_a_package_without_what_it_needs_is_refused(
    tmp_path: Path, staging: Path, missing: str
) -> None:
    files = {name: content for name, content in FILES.items() if name != missing}
    archive = write_archive(tmp_path / "part.argosmodel", files)

    with pytest.raises(PackageError, match=missing):
        unpack(archive, staging)


def test_a_package_without_a_tokenizer_is_refused_and_one_with_bpe_is_not(
    tmp_path: Path, staging: Path
) -> None:
    files = dict(FILES)
    del files["sentencepiece.model"]
    without = write_archive(tmp_path / "none.argosmodel", files)
    bpe = write_archive(
        tmp_path / "bpe.argosmodel", files | {"bpe.model": b"#version: 0.2\n"}
    )

    with pytest.raises(PackageError, match="neither"):
        unpack(without, staging)
    other = staging.with_name("other")
    other.mkdir()
    assert unpack(bpe, other).name == "translate-de_en"


@pytest.mark.parametrize(
    "files",
    [
        with_metadata(from_code=None),
        with_metadata(from_code="../de"),
        with_metadata(to_code=["en"]),
        with_metadata(package_version="1/3"),
        with_metadata(package_version=None),
        with_metadata(type="sbd"),
        with_metadata(target_prefix=7),
        FILES | {"metadata.json": b"[]"},
        FILES | {"metadata.json": b"{"},
        FILES | {"metadata.json": b"\xff\xfe"},
        FILES | {"metadata.json": b"[" * 100_000},
    ],
)
def test_metadata_that_makes_no_sense_is_refused(
    tmp_path: Path, staging: Path, files: dict[str, bytes]
) -> None:
    archive = write_archive(tmp_path / "meta.argosmodel", files)

    with pytest.raises(PackageError, match=r"metadata\.json"):
        unpack(archive, staging)


def test_a_package_that_does_not_fit_on_the_disk_is_refused_before_it_is_written(
    tmp_path: Path, staging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = write_archive(tmp_path / "full.argosmodel")
    usage = type("Usage", (), {"free": 100})
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)

    with pytest.raises(PackageError, match="needs"):
        unpack(archive, staging)

    assert unpacked_files(staging) == {}
