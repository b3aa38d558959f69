"""A copy of the sources has the same bytes on every system."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ATTRIBUTES = ".gitattributes"
# Written by programs of other people, and kept as those wrote them.
AS_WRITTEN = "tests/data/msel/"


def git(folder: Path, *words: str, typed: str = "") -> list[str]:
    """What git says there, in parts; the test is skipped where there is none to ask."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("these sources were not copied by git")
    command = ["git", "-C", str(folder), *words]
    said = subprocess.run(command, input=typed.encode(), capture_output=True, check=True).stdout
    return said.decode().split("\0")[:-1]


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """Each file that git keeps, and how it keeps its lines: "i/lf", or "i/-text" for bytes."""
    listed = [line.partition("\t") for line in git(ROOT, "ls-files", "--eol", "-z")]
    return {name: how.split()[0] for how, _tab, name in listed}


@pytest.fixture(scope="module")
def told(kept: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Whether each is text, as every new copy is told; what this one was told besides is left."""
    new = tmp_path_factory.mktemp("new")
    git(new, "init", "--quiet")
    shutil.copy(ROOT / ATTRIBUTES, new)
    words = git(new, "check-attr", "-z", "--stdin", "text", "eol", typed="\0".join(kept))
    found: dict[str, str] = {}
    for name, value in zip(words[::3], words[2::3], strict=True):
        found[name] = f"{found[name]} {value}" if name in found else value
    return found


def test_text_has_line_feeds_on_every_system(kept: dict[str, str], told: dict[str, str]) -> None:
    """Packs and expected texts are compared and hashed, whatever git is told of a computer."""
    text = [name for name in kept if told[name] == "auto lf"]
    assert len(text) > 1000
    assert {kept[name] for name in text} == {"i/lf", "i/none"}


def test_what_is_no_text_is_never_laid_out_anew(kept: dict[str, str], told: dict[str, str]) -> None:
    """A session file, a picture or a letter of a font would be damaged by it."""
    bytewise = [name for name in kept if told[name].startswith("unset")]
    assert {name for name in kept if kept[name] == "i/-text"} <= {*bytewise}
    kinds = {Path(name).suffix for name in bytewise if not name.startswith(AS_WRITTEN)}
    assert kinds <= {".ico", ".otf", ".png", ".ttf", ".wargame"}
