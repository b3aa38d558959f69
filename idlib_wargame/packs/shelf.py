"""Where the packs and pictures that ship with the program are. Imports nothing heavy."""

from __future__ import annotations

from pathlib import Path

from idlib_wargame.packs.problem import PackFault, Problem, nearest, quoted
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

PACKAGE = Path(__file__).parent.parent
TEMPLATE = PACKAGE / "packs" / "template"
ORDER = "order.txt"


def data_folder(name: str) -> Path:
    """The folder ``scenarios`` or ``assets``: inside an installed package, else beside a checkout.

    The folder need not be there; a program without it has none to offer.
    """
    inside = PACKAGE / name
    if inside.is_dir():
        return inside
    checkout = PACKAGE.parent
    # Without this, a folder of that name beside an installed package would pass for ours.
    return checkout / name if (checkout / "pyproject.toml").is_file() else inside


def shipped_packs() -> list[Path]:
    """The packs that come with the program: as the shelf's order.txt has them, then by name."""
    shelf = data_folder("scenarios")
    if not shelf.is_dir():
        return []
    packs = (each for each in shelf.iterdir() if (each / "pack.yaml").is_file())
    named = _in_order(shelf / ORDER)
    return sorted(packs, key=lambda pack: (named.get(pack.name, len(named)), pack.name))


def _in_order(file: Path) -> dict[str, int]:
    """The place of each folder that the file names, one a line, with remarks after a "#"."""
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    names = [name for line in lines if (name := line.partition("#")[0].strip())]
    return {name: place for place, name in enumerate(names)}


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # "~somebody" who is not there
        return path


def find_pack(name_or_path: str) -> Path:
    """The pack at a path, or else the shipped pack whose folder has that name.

    Raises PackFault, with the nearest name, where there is neither.
    """
    shipped = {pack.name: pack for pack in shipped_packs()}
    # A bare name means the shipped pack even where the working folder holds something so called.
    if name_or_path in shipped:
        return shipped[name_or_path]
    path = _at_home(Path(name_or_path))
    if name_or_path and path.exists():
        return path
    choices = series([*shipped]) or _("none ship with this copy")
    raise PackFault(
        [
            Problem(
                file=quoted(name_or_path),
                line=0,
                column=0,
                found=_("no such pack"),
                expected=fill(
                    _("a folder, a .zip file or the name of a shipped pack ({choices})"),
                    choices=choices,
                ),
                nearest=nearest(path.name, shipped),
            )
        ]
    )
