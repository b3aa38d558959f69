"""Any table of a pack as a tree, by the kind of file it is."""

from __future__ import annotations

from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.json_reader import read_json
from idlib_wargame.packs.text.tree import Document
from idlib_wargame.packs.text.yaml_reader import read_yaml


def read_document(name: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The tree of a file and every problem with its text; no tree where it cannot be read."""
    return read_yaml(name, text) if name.endswith(".yaml") else read_json(name, text)
