"""Whatever a pack's files hold, reading them gives a scenario or problems, and never raises."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.reader import PackReading, read_files, read_pack
from tests.packs.harbour import FULL as FILES
from tests.packs.harbour import HARBOUR_FULL as HARBOUR
from tests.tries import some_of, tries

TABLES = sorted(name for name in FILES if not name.endswith(".md"))
LINES = sorted({line for name in TABLES for line in FILES[name].splitlines()})
WORDS = sorted({word for line in LINES for word in line.replace(",", " ").split()})
# Pieces that turn rows into other shapes.
TWISTS = [
    "",
    " ",
    "\t",
    "-",
    ":",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a",
    "*a",
    "!!set",
    "|",
    ">",
    "'",
    '"',
    "?",
    "<<: x",
    "---",
    "# ",
    "null",
    "~",
    "yes",
    "0",
    "-1",
    "9" * 30,
    "1.5",
    "éß",
    "\x00",
    "\u2028",
    "\ufeff",
    "\ud800",
    "(",
    "not ",
]


def is_sound(reading: PackReading) -> bool:
    """Whether a reading keeps its promise: a scenario or problems, each of which can be told."""
    for problem in reading.problems:
        assert problem.found
        assert problem.expected
        assert problem.line >= 0
        assert "\n" not in str(problem)
    return (reading.scenario is None) == bool(reading.problems)


@given(st.sampled_from(TABLES), st.text(max_size=200))
@settings(max_examples=tries(100))
def test_any_text_for_a_table(name: str, text: str) -> None:
    """Any text at all may stand in a table."""
    assert is_sound(read_files({**FILES, name: text}))


@given(data=st.data())
@settings(max_examples=tries(200))
def test_any_change_of_words(data: st.DataObject) -> None:
    """Words of a pack may be cut, doubled, exchanged or twisted anywhere."""
    files = dict(FILES)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(TABLES))
        text = files[name]
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        piece = data.draw(st.sampled_from(TWISTS) | st.sampled_from(WORDS))
        files[name] = text[:start] + piece + text[end:]
    assert is_sound(read_files(files))


@given(data=st.data())
@settings(max_examples=tries(100))
def test_any_change_of_lines(data: st.DataObject) -> None:
    """Lines of any table may stand anywhere in any other, at any indentation."""
    name = data.draw(st.sampled_from(TABLES))
    lines = FILES[name].splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        indented = " " * data.draw(st.integers(0, 6)) + data.draw(st.sampled_from(LINES)).lstrip()
        lines[at : at + data.draw(st.integers(0, 2))] = [indented]
    assert is_sound(read_files({**FILES, name: "\n".join(lines)}))


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=20), max_size=4))
@settings(max_examples=tries(100))
def test_any_names_of_files(files: dict[str, str]) -> None:
    """A session file may hand over anything as the files of a pack."""
    assert is_sound(read_files(files))


@given(content=st.binary(max_size=300))
@settings(max_examples=tries(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_in_a_folder_or_as_a_zip(tmp_path: Path, content: bytes) -> None:
    """Any bytes may stand in a pack's file or call themselves a zip."""
    (tmp_path / "pack.yaml").write_bytes(content)
    assert is_sound(read_pack(tmp_path))
    file = tmp_path / "some.zip"
    file.write_bytes(content)
    assert read_pack(file).problems


@given(at=st.integers(0, 10**6), bits=st.integers(1, 255))
@settings(max_examples=tries(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_flipped_byte_of_a_zip(tmp_path: Path, at: int, bits: int) -> None:
    """A zip with any one byte changed reads well or is told, and never raises."""
    raw = bytearray(whole_zip())
    raw[at % len(raw)] ^= bits
    path = tmp_path / "pack.zip"
    path.write_bytes(raw)
    assert is_sound(read_pack(path))


def whole_zip() -> bytes:
    """The sound pack as a zip."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return stream.getvalue()


@pytest.mark.parametrize("name", TABLES)
def test_a_pack_cut_off_anywhere(name: str) -> None:
    """A table cut off after any line is told as problems, unless what is left is sound."""
    lines = FILES[name].splitlines(keepends=True)
    assert len(lines) >= 3
    for end in some_of(range(len(lines))):
        assert is_sound(read_files({**FILES, name: "".join(lines[:end])}))


def test_the_sound_pack_is_sound() -> None:
    """The pack that these tests twist has nothing wrong with it to begin with."""
    assert read_pack(HARBOUR).problems == ()
