import subprocess
import sys
from pathlib import Path

import pytest

from idlib_wargame.packs import shelf
from idlib_wargame.packs.problem import PackFault


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder as it is once installed, with two packs and something that is none."""
    package = tmp_path / "site-packages" / "idlib_wargame"
    for name in ("river-2030", "harbour-2031"):
        (package / "scenarios" / name).mkdir(parents=True)
        (package / "scenarios" / name / "pack.yaml").touch()
    (package / "scenarios" / "notes").mkdir()
    (package / "assets").mkdir()
    monkeypatch.setattr(shelf, "PACKAGE", package)
    return package


def test_an_installed_program_finds_its_packs_inside(installed: Path) -> None:
    """Once installed, packs and assets lie in the package, and packs are listed by name."""
    assert shelf.data_folder("assets") == installed / "assets"
    assert [pack.name for pack in shelf.shipped_packs()] == ["harbour-2031", "river-2030"]


def test_the_shelf_says_in_what_order_packs_are_offered(installed: Path) -> None:
    """Those that order.txt names come first, as it has them; the others follow by name."""
    (installed / "scenarios" / "atoll-2032").mkdir()
    (installed / "scenarios" / "atoll-2032" / "pack.yaml").touch()
    order = "# The first is the demonstration's.\n\nriver-2030  # a remark\nnot-there\n"
    (installed / "scenarios" / "order.txt").write_text(order, encoding="utf-8")
    named = [pack.name for pack in shelf.shipped_packs()]
    assert named == ["river-2030", "atoll-2032", "harbour-2031"]


def test_a_checkout_finds_its_packs_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout, packs and assets lie beside the package, next to pyproject.toml."""
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setattr(shelf, "PACKAGE", tmp_path / "idlib_wargame")
    assert shelf.data_folder("scenarios") == tmp_path / "scenarios"


def test_what_lies_beside_an_installed_program_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program's folder called scenarios is left alone, and there are then no packs."""
    (tmp_path / "scenarios" / "theirs").mkdir(parents=True)
    (tmp_path / "scenarios" / "theirs" / "pack.yaml").touch()
    monkeypatch.setattr(shelf, "PACKAGE", tmp_path / "idlib_wargame")
    assert shelf.shipped_packs() == []


def test_a_pack_is_found_by_name_or_by_path(installed: Path, tmp_path: Path) -> None:
    """A shipped pack goes by its folder's name; any other by its path."""
    assert shelf.find_pack("river-2030") == installed / "scenarios" / "river-2030"
    own = tmp_path / "own.zip"
    own.touch()
    assert shelf.find_pack(str(own)) == own


def test_a_pack_that_is_nowhere(installed: Path) -> None:
    """The fault names the packs there are and the nearest."""
    with pytest.raises(PackFault) as raised:
        shelf.find_pack("harbor-2031")
    assert str(raised.value) == (
        "'harbor-2031': found no such pack, expected a folder, a .zip file or the name of a shipped"
        " pack (harbour-2031, river-2030); did you mean 'harbour-2031'?"
    )
    with pytest.raises(PackFault):
        shelf.find_pack("")


def test_the_shelf_imports_nothing_heavy() -> None:
    """The start window lists packs before its first paint, so no parser may come along."""
    code = (
        "import sys; from idlib_wargame.packs import shelf; shelf.shipped_packs();"
        "print([name for name in ('yaml', 'pydantic', 'difflib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
