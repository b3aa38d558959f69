"""A row of an exercise is saved as the pack's author would write it, and read back the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import read_files, read_pack
from idlib_wargame.packs.row_text import row_text
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.session.own_move import like_move


@pytest.mark.parametrize("path", shipped_packs(), ids=lambda path: path.name)
def test_rows_taken_from_any_move_go_back_into_their_pack(path: Path) -> None:
    """With the same odds, modifiers, tags, effects, code and audience."""
    reading = read_pack(path)
    scenario = reading.scenario
    assert scenario is not None
    files, rows = dict(reading.files), dict[str, Move]()
    for number, model in enumerate(scenario.moves):
        doer, choice = model.seats[0], model.choices[0].id if model.choices else ""
        own = like_move(scenario, f"Like “{model.name}”: and more", model, choice, doer)
        id = f"own_row_{number}"
        rows[id] = own.as_move("F1_x_1", doer, scenario)
        files[f"moves/zz_own_{number}.yaml"] = row_text(scenario, rows[id], id, [doer])
    again = read_files(files)
    assert again.problems == ()
    assert again.scenario is not None
    for id, move in rows.items():
        assert _told(again.scenario.move_by_id[id]) == _told(move), id


def _told(move: Move) -> tuple[object, ...]:
    """What a row comes to, whatever it is called."""
    bare = [replace(each, basis=Basis()) for each in move.modifiers]
    effects = {band: sorted(map(str, move.effects.get(band, ()))) for band in Band}
    odds = (move.target, move.severity, bare)
    return (move.name, move.table, move.step, odds, move.tags, effects, move.events, move.seen_by)
