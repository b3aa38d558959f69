"""What messages call each kind of row: "flag", "a flag".

Rows and registry name their kinds by the English words, which stand in no sentence by themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from idlib_wargame.words.language import _

_Said = Callable[[], str]

# By the word in the program: what it is in a message before an id, and with an article.
NOUNS: Final[dict[str, tuple[_Said, _Said]]] = {
    "aim": (lambda: _("aim"), lambda: _("an aim")),
    "answer": (lambda: _("answer"), lambda: _("an answer")),
    "arrangement": (lambda: _("arrangement"), lambda: _("an arrangement")),
    "chance": (lambda: _("chance"), lambda: _("a chance")),
    "choice": (lambda: _("choice"), lambda: _("a choice")),
    "clause": (lambda: _("clause"), lambda: _("a clause")),
    "clock": (lambda: _("clock"), lambda: _("a clock")),
    "code": (lambda: _("code"), lambda: _("a code")),
    "consequence": (lambda: _("consequence"), lambda: _("a consequence")),
    "contest": (lambda: _("contest"), lambda: _("a contest")),
    "contradiction": (lambda: _("contradiction"), lambda: _("a contradiction")),
    "conversion": (lambda: _("conversion"), lambda: _("a conversion")),
    "counter": (lambda: _("counter"), lambda: _("a counter")),
    "discovery": (lambda: _("discovery"), lambda: _("a discovery")),
    "duty": (lambda: _("duty"), lambda: _("a duty")),
    "end": (lambda: _("end"), lambda: _("an end")),
    "event": (lambda: _("event"), lambda: _("an event")),
    "feature": (lambda: _("feature"), lambda: _("a feature")),
    "flag": (lambda: _("flag"), lambda: _("a flag")),
    "geometry": (lambda: _("geometry"), lambda: _("a geometry")),
    "group": (lambda: _("group"), lambda: _("a group")),
    "habit": (lambda: _("habit"), lambda: _("a habit")),
    "holding": (lambda: _("holding"), lambda: _("a holding")),
    "inject": (lambda: _("inject"), lambda: _("an inject")),
    "joint": (lambda: _("joint"), lambda: _("a joint")),
    "kind of vagueness": (lambda: _("kind of vagueness"), lambda: _("a kind of vagueness")),
    "ladder": (lambda: _("ladder"), lambda: _("a ladder")),
    "limit": (lambda: _("limit"), lambda: _("a limit")),
    "limit per turn": (lambda: _("limit per turn"), lambda: _("a limit per turn")),
    "map": (lambda: _("map"), lambda: _("a map")),
    "modifier": (lambda: _("modifier"), lambda: _("a modifier")),
    "move": (lambda: _("move"), lambda: _("a move")),
    "number of turns": (lambda: _("number of turns"), lambda: _("a number of turns")),
    "offer": (lambda: _("offer"), lambda: _("an offer")),
    "option": (lambda: _("option"), lambda: _("an option")),
    "order of the facilitator": (
        lambda: _("order of the facilitator"),
        lambda: _("an order of the facilitator"),
    ),
    "outcome": (lambda: _("outcome"), lambda: _("an outcome")),
    "pack": (lambda: _("pack"), lambda: _("a pack")),
    "part": (lambda: _("part"), lambda: _("a part")),
    "phase": (lambda: _("phase"), lambda: _("a phase")),
    "pick": (lambda: _("pick"), lambda: _("a pick")),
    "principals of": (lambda: _("principals of"), lambda: _("a principals of")),
    "restraint": (lambda: _("restraint"), lambda: _("a restraint")),
    "row of control": (lambda: _("row of control"), lambda: _("a row of control")),
    "row of free orders": (lambda: _("row of free orders"), lambda: _("a row of free orders")),
    "row of judgements": (lambda: _("row of judgements"), lambda: _("a row of judgements")),
    "row of principals": (lambda: _("row of principals"), lambda: _("a row of principals")),
    "row of upkeep": (lambda: _("row of upkeep"), lambda: _("a row of upkeep")),
    "rung": (lambda: _("rung"), lambda: _("a rung")),
    "seat": (lambda: _("seat"), lambda: _("a seat")),
    "seat's effects": (lambda: _("seat's effects"), lambda: _("a seat's effects")),
    "severity": (lambda: _("severity"), lambda: _("a severity")),
    "shift": (lambda: _("shift"), lambda: _("a shift")),
    "starting point": (lambda: _("starting point"), lambda: _("a starting point")),
    "step": (lambda: _("step"), lambda: _("a step")),
    "table": (lambda: _("table"), lambda: _("a table")),
    "table of agreements": (lambda: _("table of agreements"), lambda: _("a table of agreements")),
    "table of aims": (lambda: _("table of aims"), lambda: _("a table of aims")),
    "table of duties": (lambda: _("table of duties"), lambda: _("a table of duties")),
    "table of catalysts": (lambda: _("table of catalysts"), lambda: _("a table of catalysts")),
    "table of clauses": (lambda: _("table of clauses"), lambda: _("a table of clauses")),
    "table of injects": (lambda: _("table of injects"), lambda: _("a table of injects")),
    "table of interactions": (
        lambda: _("table of interactions"),
        lambda: _("a table of interactions"),
    ),
    "table of moves": (lambda: _("table of moves"), lambda: _("a table of moves")),
    "table of outcomes": (lambda: _("table of outcomes"), lambda: _("a table of outcomes")),
    "table of seats": (lambda: _("table of seats"), lambda: _("a table of seats")),
    "table of starting points": (
        lambda: _("table of starting points"),
        lambda: _("a table of starting points"),
    ),
    "table of tracks": (lambda: _("table of tracks"), lambda: _("a table of tracks")),
    "table of upkeep": (lambda: _("table of upkeep"), lambda: _("a table of upkeep")),
    "tag": (lambda: _("tag"), lambda: _("a tag")),
    "target": (lambda: _("target"), lambda: _("a target")),
    "template": (lambda: _("template"), lambda: _("a template")),
    "term": (lambda: _("term"), lambda: _("a term")),
    "track": (lambda: _("track"), lambda: _("a track")),
    "upkeep": (lambda: _("upkeep"), lambda: _("an upkeep")),
    "way of bargaining": (lambda: _("way of bargaining"), lambda: _("a way of bargaining")),
}


def noun(kind: str) -> str:
    """The kind in the language of the screen, as it stands before an id: "flag"."""
    return NOUNS[kind][0]()


def a_noun(kind: str) -> str:
    """One of the kind: "a flag"."""
    return NOUNS[kind][1]()
