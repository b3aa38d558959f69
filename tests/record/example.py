"""A short session as entries: two turns, a ruling, an undone order and a reopened turn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from idlib_wargame.record.file import Record
from idlib_wargame.record.file_format import FORM
from idlib_wargame.words.row_names import Name

SEED = bytes(range(32))
Act = tuple[str, dict[str, Any], str]


def effect(track: str, asked: int, through: int, source: str = "", cut: str = "") -> dict[str, Any]:
    """What was asked of a track, and what came through."""
    return {"track": track, "asked": asked, "through": through, "source": source, "cut": cut}


def coded(row: str, cameo: str, goldstein: int, targets: list[str]) -> dict[str, Any]:
    """An act coded in CAMEO."""
    return {"row": row, "cameo": cameo, "goldstein": goldstein, "targets": targets}


def card(seat: str, move: str, band: int | None, **more: Any) -> dict[str, Any]:
    """An adjudicated order, as the session writes it."""
    return {
        "address": f"1/diplomacy/{move}.{seat}",
        "seats": [seat],
        "seat": seat,
        "move": move,
        "choice": "",
        "table": "diplomatic",
        "step": "diplomacy",
        "lapsed": "",
        "target": 7,
        "shifts": [{"row": f"modifier.{move}.1", "shift": 1}],
        "shift": 1,
        "need": 6,
        "dice": [4, 3],
        "total": 7,
        "margin": 1,
        "band": band,
        "ruled": None,
        "effects": [effect("trust", 2, 1, cut="limit.no_trust_in_fog")],
        "contests": [],
        "severity": 4,
        "goldstein": -250,
        "events": [
            coded(f"event.{move}.1", "036", 400, ["west", "sea"]),
            coded(f"event.{move}.2", "010", 0, []),
        ],
        **more,
    }


def result(turn: int, rung: int, cards: list[dict[str, Any]]) -> dict[str, Any]:
    """An adjudicated turn, as the session writes it."""
    return {
        "turn": turn,
        "method": "semi_rigid",
        "orders": [
            {
                "seat": each["seat"],
                "move": each["move"],
                "choice": each["choice"],
                "why": "To gain time",
                "inject": "",
            }
            for each in cards
        ],
        "cards": cards,
        "after": [
            {
                "row": "upkeep.wear",
                "effects": [effect("truce", -1, -1)],
                "dice": None,
                "target": None,
                "address": "",
            }
        ],
        "state": {"trust": 5 + rung, "truce": 3},
        "flags": ["spring_tide"],
        "rung": rung,
        "severity": {"east": 12, "west": 4},
        "goldstein": {"east": -250, "west": 100},
    }


def setup() -> dict[str, Any]:
    """How the exercise was set up."""
    return {
        "form": FORM,
        "rules": 1,
        "exercise": "Havnekrisen – øvelse",
        "group": "B",
        "pack": "harbour",
        "turns": 4,
        "method": "semi_rigid",
        "numbers": True,
        "fingerprint": "ab" * 32,
        "seats": [
            {"seat": "east", "people": ["A. P.", "M. K."], "played_by": "person"},
            {"seat": "west", "people": [], "played_by": "habit:cautious"},
        ],
    }


def sealed(turn: int, seat: str, move: str) -> Act:
    """A seat's sealed order."""
    orders = [{"move": move, "choice": "", "why": "To gain time"}]
    return "sealed", {"turn": turn, "seat": seat, "orders": orders}, seat


def gale(turn: int, trust: int) -> Act:
    """An inject that was sent, and what it did to trust."""
    return (
        "injected",
        {
            "turn": turn,
            "inject": "gale",
            "to": ["east", "west"],
            "sender": "Coast guard",
            "means": "radio",
            "title": "A gale warning",
            "text": "Force nine by dusk.",
            "effects": [effect("trust", trust, trust)],
            "state": {},
        },
        "facilitator",
    )


FIRST = result(1, 2, [card("east", "parley", 3), card("west", "blockade", 1)])
RULED = result(1, 1, [card("east", "parley", 3), card("west", "blockade", 1)])
RULED["cards"][1]["ruled"] = {
    "band": 2,
    "by": "facilitator",
    "why": "Fog",
    "release": "now",
    "effects": None,
}
STRUCK = result(2, 6, [card("east", "storm", 0)])
LAPSED = card("west", "wait", None, lapsed="principals.wait", dice=None, total=None, effects=[])
SECOND = result(2, 3, [card("east", "parley", 4), LAPSED])

# Numbered from 1 in the record.
ACTS: list[Act] = [
    ("pack", {"title": "Harbour", "version": "1.0", "fingerprint": "cd" * 32,
              "files": {"pack.yaml": "ef" * 32}}, "facilitator"),
    ("setup", setup(), "facilitator"),
    ("phase", {"turn": 1, "phase": "orders"}, "facilitator"),
    sealed(1, "east", "storm"),
    ("undone", {"number": 4, "strikes": [4], "restores": []}, "east"),
    sealed(1, "east", "parley"),
    sealed(1, "west", "blockade"),
    ("adjudicated", FIRST, "facilitator"),
    ("ruling", {"turn": 1, "address": "1/diplomacy/blockade.west", "band": 2, "why": "Fog",
                "release": "now", "effects": None, "result": RULED}, "facilitator"),
    ("closed", {"turn": 1}, "facilitator"),
    ("note", {"turn": 2, "text": "They whisper."}, "facilitator"),
    ("adjudicated", STRUCK, "facilitator"),
    ("note", {"turn": 2, "text": "Kept, though the turn is not."}, "facilitator"),
    ("reopened", {"turn": 2, "strikes": [12], "restores": []}, "facilitator"),
    ("reseated", {"seat": "west", "people": ["Q."], "played_by": "person"}, "facilitator"),
    ("adjudicated", SECOND, "facilitator"),
    ("closed", {"turn": 2}, "facilitator"),
]  # fmt: skip


# Beside the record.
FILES = {
    "pack.yaml": "id: harbour\n" * 900,
    "briefs/øst.md": Random(3).randbytes(9000).hex(),  # hardly to be compressed, so it spills over
    "briefs/west.md": "The West wants quiet.",
}
NAMES = (
    Name("seat", "east", "The East"),
    Name("seat", "west", "L’Ouest"),
    Name("actor", "west", "L’Ouest"),
    Name("move", "parley", "Parley under a white flag"),
    Name("move", "blockade", "Blockade"),
    Name("choice", "blockade.by_night", "By night"),
    Name("modifier", "parley.1", "They are on good terms"),
    Name("event", "parley.1", "Offer to meet"),
    Name("track", "trust", "Trust between the coasts"),
    Name("limit", "no_trust_in_fog", "Fog hides a good deed"),
    Name("upkeep", "wear", "Fighting wears a truce"),
    Name("principals", "wait", "Waiting takes two"),
    Name("inject", "gale", "A gale warning"),
    Name("rung", "3", "Open hostility"),
)


def play(record: Record, acts: list[Act] = ACTS) -> Record:
    """Appends the acts; the record."""
    for kind, body, by in acts:
        record.append(kind, body, by)
    return record


def note(text: str) -> Mapping[str, object]:
    """A note's body."""
    return {"turn": 1, "text": text}


def played_file(path: Path) -> Path:
    """A closed session file with the example in it."""
    with Record.create(path, SEED, NAMES, FILES) as record:
        play(record)
    return path
