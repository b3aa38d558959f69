"""The harbour pack with rule tables of an author's own: two, or five."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.packs.reader import PackReading, read_files
from tests.packs.harbour import FILES

_THREE = FILES["pack.yaml"].partition("tables:\n")[2].partition("severities:")[0]
_MOVES = {
    name: FILES[name].partition("\n")[2] for name in FILES if name.startswith("moves/")
}  # without the line that names the table
SOFT, DIPLOMATIC, AT_SEA = sorted(_MOVES)


def _moves(*names: str) -> str:
    """A table of moves of no more than they need."""
    return "moves:\n" + "".join(
        f"  - id: {name}\n    code: {name.upper()}\n    name: Tell the {name}\n"
        "    seats: [astra, borea, caldis]\n    target: 6\n    severity: routine\n"
        "    success: {anger: -1}\n    judgement: true\n"
        for name in names
    )


def _pack(tables: str, moves: Mapping[str, str]) -> PackReading:
    files = {name: text for name, text in FILES.items() if not name.startswith("moves/")}
    files["pack.yaml"] = files["pack.yaml"].replace(_THREE, tables)
    return read_files({**files, **moves})


def two_tables() -> PackReading:
    """What is done at sea, in the colour that its author gave it, and all else."""
    return _pack(
        "  - {id: fleet, name: NATO moves, colour: purple, step: posture, most_orders: 1}\n"
        "  - {id: else, name: eVERYTHING else, step: diplomacy}\n",
        {
            "moves/a.yaml": f"table: fleet\n{_MOVES[AT_SEA]}",
            "moves/b.yaml": f"table: else\n{_MOVES[SOFT]}",
            "moves/c.yaml": f"table: else\n{_MOVES[DIPLOMATIC]}",
        },
    )


def five_tables() -> PackReading:
    """Five columns, one with a colour of its author's, the others with those that are left."""
    return _pack(
        "  - {id: giving, name: Concessions, step: concessions}\n"
        "  - {id: fleet, name: NATO moves, step: posture, colour: green}\n"
        "  - {id: talk, name: Diplomatic actions, step: diplomacy}\n"
        "  - {id: papers, name: Newspapers and broadcasters, step: diplomacy}\n"
        "  - {id: money, name: iBank, step: diplomacy}\n",
        {
            "moves/a.yaml": f"table: giving\n{_MOVES[SOFT]}",
            "moves/b.yaml": f"table: fleet\n{_MOVES[AT_SEA]}",
            "moves/c.yaml": f"table: talk\n{_MOVES[DIPLOMATIC]}",
            "moves/d.yaml": f"table: papers\n{_moves('paper', 'radio')}",
            "moves/e.yaml": f"table: money\n{_moves('bank')}",
        },
    )
