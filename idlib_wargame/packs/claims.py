"""The register of what a pack's source claims: claims by their codes, paraphrased."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from idlib_wargame.packs.problem import PackFault, Problem
from idlib_wargame.packs.shelf import data_folder
from idlib_wargame.words.language import _


@dataclass(frozen=True)
class Claim:
    """A claim of the source. ``playable`` means that the pack must give it a part in play."""

    id: str
    text: str
    playable: bool


def read_claims(path: Path) -> dict[str, Claim]:
    """The claims of a register by their codes. Raises PackFault for a file that is none."""
    data = _read(path)
    try:
        rows = [Claim(str(r["id"]), str(r["text"]), bool(r["playable"])) for r in data["claims"]]
    except (KeyError, TypeError) as fault:
        raise _no_register(path, _("something else")) from fault
    return {claim.id: claim for claim in rows}


def shipped_claims(pack: str) -> dict[str, Claim]:
    """The claims of the register that came with the program, where it is that of this pack."""
    path = data_folder("seeds") / "claims.yaml"
    if not path.is_file() or _read(path).get("pack") != pack:
        return {}
    return read_claims(path)


def _read(path: Path) -> dict[str, Any]:
    # Asked before it is opened: a pipe would keep us waiting.
    if path.exists() and not path.is_file():
        raise _no_register(path, _("something that is no file"))
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise _no_register(path, _("text that is not YAML")) from fault
    if not isinstance(data, dict):
        raise _no_register(path, _("something else"))
    return data


def _no_register(path: Path, found: str) -> PackFault:
    expected = _("a register of claims: a list 'claims' of rows with 'id', 'text' and 'playable'")
    return PackFault([Problem(str(path), 0, 0, found, expected)])
