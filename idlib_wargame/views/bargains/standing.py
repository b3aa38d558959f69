"""How a term stands, as windows and pages draw it, and where a reader may say that it was broken.

A shape stands beside every colour, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.marks import Mark
from idlib_wargame.views.bargains.case_card import CaseCard, MarkLine, May, TermLine
from idlib_wargame.views.cards import Detail
from idlib_wargame.words.language import _, fill


class Look(NamedTuple):
    """A shape, the colour it is drawn in, and the role of the words beside it."""

    shape: str
    colour: str
    role: str


# No shape before the first mark: an empty circle would look like something to choose.
LOOKS: dict[Mark | None, Look] = {
    None: Look("", "muted", "muted"),
    Mark.WAITING: Look("hourglass", "muted", "muted"),
    Mark.DUE: Look("clock", "text", ""),
    Mark.KEEPING: Look("half", "good", "good"),
    Mark.KEPT: Look("check", "good", "good"),
    Mark.DONE: Look("check", "muted", "muted"),
    Mark.BROKEN: Look("cross", "danger", "danger"),
    Mark.LATE: Look("warning", "warning", "warning"),
    Mark.OVER: Look("cross", "muted", "muted"),
    Mark.VOID: Look("remove", "muted", "muted"),
}
_PLAIN = (Mark.BROKEN, Mark.LATE)  # complaints about these stand with their terms


def look_of(term: TermLine) -> Look:
    """How a term's standing is drawn: in no colour where its reader is not told what was found."""
    look = LOOKS[term.mark]
    return Look(look.shape, "muted", "muted") if term.is_guess else look


def mark_line(line: MarkLine) -> str:
    """ "Turn 2: broken (Astra ordered “Raid”)"."""
    places = {"turn": line.turn, "mark": line.words}
    if line.evidence:
        said = _("Turn {turn}: {mark} ({evidence})")
        return fill(said, evidence=line.evidence, **places)
    return fill(_("Turn {turn}: {mark}"), **places)


def evidence_of(card: CaseCard) -> Iterator[Detail]:
    """The marks of each term, turn by turn, with what they were found by; then what came of it."""
    for term in card.terms:
        heading = fill(_("Term {number}"), number=term.number)
        for each in term.history:
            yield Detail(heading, mark_line(each))
            heading = ""
    heading = _("What came of it")
    for event in card.events:
        yield Detail(heading, event)
        heading = ""


def may_allege(card: CaseCard, term: TermLine) -> bool:
    """Whether the reader may say that a term was broken, and has not said so this turn."""
    return May.ALLEGE in card.may and not term.is_ours and term.number not in card.complained


def stands_plain(term: TermLine) -> bool:
    """Whether what can be said of a term stands with it: it was broken, or somebody has begun."""
    return term.mark in _PLAIN or term.is_half_alleged


def allege_words(term: TermLine) -> str:
    """The button that leads to where a breach is said."""
    said = _("Say that term {number} was broken…")
    if term.is_half_alleged:
        said = _("Go on saying that term {number} was broken…")
    return fill(said, number=term.number)
