"""The tutorial: what it shows is the pack that ``new-pack`` writes, and what it says is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from idlib_wargame.cli import main
from idlib_wargame.packs.reader import read_files, read_pack
from idlib_wargame.packs.registry import is_table
from idlib_wargame.packs.shelf import TEMPLATE
from idlib_wargame.rules.odds import Band, chance_of_success, ways_of
from idlib_wargame.words.odds import odds_word
from tests.docs.pages import Block, anchors, blocks, links, page

PAGE = page("writing-a-pack.md")
FILES = read_pack(TEMPLATE).files
EXAMPLES = list(blocks(PAGE, "yaml"))
MESSAGES = [block.text.strip() for block in blocks(PAGE, "text")]
# The mistakes behind the messages that the page explains: file, what stands there, what is written.
SIGNED = "Two signatures, and water in every ditch."
MISTAKES = (
    ("moves/concessions.yaml", "needs: reservoir >= 2", "needs: resevoir >= 2"),
    ("outcomes.yaml", f'"{SIGNED}"', SIGNED),
    ("seats.yaml", '"#4E79A7"', "#4E79A7"),
    ("injects.yaml", "when: last.violent", "when: turn.violent"),
)


def data(text: str) -> Any:
    """A table as it stands, every word as text."""
    return yaml.load(text, yaml.BaseLoader)


def part_of(part: Any, whole: Any) -> bool:
    """Whether a table leaves out rows and keys of another, and says nothing else."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and part_of(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return all(row in whole for row in part)
    return bool(part == whole)


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.file)
def test_what_the_page_shows_stands_in_the_pack(block: Block) -> None:
    """Each example is a part of that file of the pack, word for word but for the remarks."""
    assert part_of(data(block.text), data(FILES[block.file]))


def test_the_page_shows_something_of_every_table() -> None:
    """No kind of file is left without an example."""
    kinds = {name.partition("/")[0] for name in FILES if is_table(name)}
    assert {block.file.partition("/")[0] for block in EXAMPLES} == kinds


def test_the_check_says_what_the_page_says() -> None:
    """The first message is that all is well; the others are those of four common mistakes."""
    assert CliRunner().invoke(main, ["check", str(TEMPLATE)]).output.strip() == MESSAGES[0]
    for told, (file, old, new) in zip(MESSAGES[1:], MISTAKES, strict=True):
        assert old in FILES[file]
        problems = read_files({**FILES, file: FILES[file].replace(old, new, 1)}).problems
        assert [str(problem) for problem in problems] == [told]


def odds_rows() -> Iterator[list[str]]:
    """The rows of the table of odds."""
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].isdecimal() and len(cells) == 5:
            yield cells


@pytest.mark.parametrize("row", list(odds_rows()), ids=lambda row: row[0])
def test_the_odds_are_those_of_two_dice(row: list[str]) -> None:
    """Word, success, partial and failure of each target are as the rules have them."""
    target = int(row[0])
    ways = ways_of(target)
    partial, failure = (ways[band] / 36 for band in (Band.PARTIAL, Band.FAILURE))
    assert row[1:] == [
        odds_word(target).lower(),
        f"{chance_of_success(target):.0%}",
        f"{partial:.0%}",
        f"{failure:.0%}" if failure else "none",
    ]


def commands() -> list[str]:
    """Every command that the page has the reader type."""
    return re.findall(r"^    idlib-wargame (.+)$", PAGE, re.M)


@pytest.mark.parametrize("line", commands())
def test_every_command_of_the_page_exists(line: str) -> None:
    """Its name and its options are the program's."""
    name, *words = line.split()
    command = main.commands[name]
    options = {option for each in command.params for option in each.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_links_lead_somewhere() -> None:
    """Every link to the reference has its heading there."""
    assert {file for file, _ in links(PAGE)} == {"pack-format.md"}
    for _, place in links(PAGE):
        assert not place or place in anchors(page("pack-format.md")), place


def test_the_pack_that_it_recommends_ships() -> None:
    """The example that the page names at its end is there."""
    [folder] = re.findall(r"`(scenarios/[a-z-]+)`", PAGE)
    assert Path(__file__).parents[2].joinpath(folder, "pack.yaml").is_file()
