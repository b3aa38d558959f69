import os
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import read_files, read_pack
from tests.packs.harbour import FILES, FULL, HARBOUR, told
from tests.systems import link, needs_names_of_bytes, pipe

A_PACK = "a pack: a folder that holds pack.yaml, or a .zip of one"


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def folder(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder of these files."""
    for name, text in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("top", ["", "harbour/"])
def test_a_zip_reads_like_its_folder(tmp_path: Path, top: str) -> None:
    """A zip of the files, or of the folder they are in, gives the same scenario and files."""
    path = zipped(tmp_path / "harbour.zip", {top + name: text for name, text in FILES.items()})
    assert read_pack(path) == read_pack(HARBOUR)


def test_pack_yaml_stands_for_its_folder() -> None:
    """Who picks the file pack.yaml means the pack it belongs to."""
    assert read_pack(HARBOUR / "pack.yaml") == read_pack(HARBOUR)


def test_line_ends_and_byte_order_marks_do_not_matter(tmp_path: Path) -> None:
    """A pack saved on Windows is the same pack, to the letter."""
    windows = {
        name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()
    }
    assert read_pack(folder(tmp_path, windows)) == read_pack(HARBOUR)


def test_only_what_reading_needs_is_carried(tmp_path: Path) -> None:
    """Pictures, a second map, hidden files and the droppings of other programs stay behind."""
    more: dict[str, str | bytes] = {
        "extra.geojson": "{}",
        "picture.png": b"\x89PNG",
        ".git/config.yaml": "a: b",
        "__MACOSX/pack.yaml": "a: b",
        "notes.txt": "x",
    }
    reading = read_pack(folder(tmp_path, {**FULL, **more}))
    assert reading.problems == ()
    assert reading.files == FULL
    assert reading.passed_over == ("extra.geojson", "notes.txt", "picture.png")


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    """A path to nothing is told by the path that was given."""
    path = tmp_path / "gone"
    assert told(read_pack(path)) == [f"{path}: found nothing of that name, expected {A_PACK}"]


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without any table is not a pack with many mistakes; it is no pack."""
    (tmp_path / "readme.md").write_text("# Nothing here\n")
    assert told(read_pack(tmp_path)) == [f"{tmp_path}: found no pack.yaml, expected {A_PACK}"]


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 and then nonsense"])
def test_a_file_that_is_no_zip(tmp_path: Path, content: bytes) -> None:
    """Any other file is refused by name."""
    path = tmp_path / "pack.zip"
    path.write_bytes(content)
    assert told(read_pack(path)) == [f"{path}: found a file that is not a zip, expected {A_PACK}"]


def test_a_damaged_zip(tmp_path: Path) -> None:
    """A zip cut short or with a byte flipped in its texts never gives a traceback."""
    whole = zipped(tmp_path / "whole.zip", FILES).read_bytes()
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(whole[: len(whole) // 2])
    assert told(read_pack(damaged)) == [
        f"{damaged}: found a file that is not a zip, expected {A_PACK}"
    ]
    middle = whole.index(b"pack.yaml") + 60
    damaged.write_bytes(whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :])
    assert read_pack(damaged).scenario is None


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    """A zip that asks for a password is told as that."""
    path = zipped(tmp_path / "locked.zip", {"pack.yaml": "id: a\n"})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert told(read_pack(path)) == [
        f"{path}: found a zip with a password or of an unusual kind, expected {A_PACK}"
    ]


@pytest.mark.parametrize(
    "name", ["../outside.yaml", "/etc/outside.yaml", "a/../../b.md", "C:/x.yaml", "..\\x.yaml"]
)
def test_a_zip_that_reaches_outside(tmp_path: Path, name: str) -> None:
    """A file that would land outside the pack refuses the pack, and nothing is written anywhere."""
    path = zipped(tmp_path / "pack.zip", {**FILES, name: "a: b"})
    before = sorted(tmp_path.parent.rglob("*"))
    reading = read_pack(path)
    assert told(reading) == [
        f"{name}: found a file that lies outside the pack, expected files within the pack only"
    ]
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_a_link_that_reaches_outside(tmp_path: Path) -> None:
    """A link from a pack to a file elsewhere is refused."""
    pack = folder(tmp_path / "pack", FILES)
    (tmp_path / "secret.md").write_text("secret")
    link(pack / "briefs" / "extra.md", tmp_path / "secret.md")
    assert told(read_pack(pack)) == [
        "briefs/extra.md: found a file that lies outside the pack, expected files within the pack"
        " only"
    ]


LINK = "a link that leads to no file"
NO_FILE = "something that is no file"


@pytest.mark.parametrize("name", ["briefs/astra.md", "seats.yaml"])
@pytest.mark.parametrize(
    ("put", "found"),
    [
        (lambda path: link(path, path.name), LINK),
        (lambda path: link(path, "nowhere"), LINK),
        (pipe, NO_FILE),
        (lambda path: path.mkdir(), NO_FILE),
        (lambda path: link(path, os.devnull), "a file that lies outside the pack"),
    ],
    ids=["itself", "nowhere", "pipe", "folder", "outside"],
)
def test_what_is_no_file_in_place_of_one(
    tmp_path: Path, name: str, put: Callable[[Path], None], found: str
) -> None:
    """A link to itself or to nowhere, a pipe, a folder: told once, and nobody is kept waiting."""
    pack = folder(tmp_path, {**FILES, "briefs/astra.md": "x"})
    (pack / name).unlink()
    put(pack / name)
    (problem,) = (each for each in read_pack(pack).problems if each.file == name)
    assert problem.found == found


def test_a_folder_that_links_to_itself_is_gone_into_once(tmp_path: Path) -> None:
    """A pack that holds a link to its own folder reads as if it were not there."""
    pack = folder(tmp_path, FILES)
    link(pack / "again", ".")
    link(pack / "moves" / "up", "..")
    assert read_pack(pack) == read_pack(HARBOUR)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO])
def test_a_zip_that_holds_a_link_or_a_pipe(tmp_path: Path, kind: int) -> None:
    """What unpacks as something else than a file is not read as one."""
    path = zipped(tmp_path / "harbour.zip", FILES)
    entry = zipfile.ZipInfo("briefs/link.md")
    entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert told(read_pack(path)) == [f"briefs/link.md: found {NO_FILE}, expected a file"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_that_holds_a_file_twice(tmp_path: Path) -> None:
    """Programs differ in which of the two they take, so neither is."""
    path = zipped(tmp_path / "harbour.zip", FILES)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("seats.yaml", "seats: []")
    said = "seats.yaml: found a second file of that name, expected each file once"
    assert told(read_pack(path)) == [said]


@needs_names_of_bytes
@pytest.mark.parametrize("name", [b"\xff", b"\x1b[31m", "\u202e".encode()])
def test_a_name_that_nobody_can_type(tmp_path: Path, name: bytes) -> None:
    """In no encoding, or with what a terminal obeys: told, and not carried into a record."""
    pack = folder(tmp_path, FILES)
    (pack / f"{os.fsdecode(name)}.md").write_text("x", encoding="utf-8")
    (problem,) = read_pack(pack).problems
    assert problem.found == "a name with letters that cannot be shown"


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is told with the place of the first byte that does not fit."""
    latin = FILES["outcomes.yaml"].replace("War", "Gu\xe8rre").encode("latin-1")
    path = folder(tmp_path, {**FILES, "outcomes.yaml": latin})
    assert told(read_pack(path)) == [
        "outcomes.yaml:3:23: found a byte that is not UTF-8 (0xe8), expected a file saved as UTF-8"
    ]


def test_the_ending_yml(tmp_path: Path) -> None:
    """A table saved as .yml would be passed over, so it is told."""
    files: dict[str, str | bytes] = {**FILES}
    files["upkeep.yml"] = files.pop("upkeep.yaml")
    assert told(read_pack(folder(tmp_path, files))) == [
        "upkeep.yml: found the ending .yml, expected a name that ends in .yaml;"
        " did you mean 'upkeep.yaml'?"
    ]


def test_a_huge_file(tmp_path: Path) -> None:
    """A file past the limit is refused from a folder and from a zip, without reading it whole."""
    files = {**FILES, "briefs/long.md": "x" * 2_000_001}
    message = ["briefs/long.md: found a file of more than 2 MB, expected a smaller file"]
    assert told(read_pack(folder(tmp_path / "pack", files))) == message
    assert told(read_pack(zipped(tmp_path / "pack.zip", files))) == message
    assert told(read_files(files)) == message


def test_a_huge_pack(tmp_path: Path) -> None:
    """Files that are each small enough and together too large are refused."""
    files = {**FILES, **{f"briefs/{n}.md": "x" * 1_990_000 for n in range(11)}}
    message = "pack.yaml: found a pack of more than 20 MB, expected smaller files"
    assert message in told(read_pack(folder(tmp_path / "pack", files)))
    assert told(read_pack(zipped(tmp_path / "pack.zip", files))) == [message]
    assert told(read_files(files)) == [message]


def test_a_folder_that_is_everything(tmp_path: Path) -> None:
    """Whoever points at a folder of a thousand files is stopped early."""
    files = {**FILES, **{f"photos/{n}.jpg": "x" for n in range(1_000)}}
    assert told(read_pack(folder(tmp_path / "pack", files))) == [
        f"{tmp_path / 'pack'}: found more than 1000 files, expected {A_PACK}"
    ]
    path = zipped(tmp_path / "pack.zip", files)
    assert told(read_pack(path)) == [f"{path}: found more than 1000 files, expected {A_PACK}"]
