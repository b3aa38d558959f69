"""A note for the record: the facilitator's, or an observer's own. No player ever sees one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import among, list_of, row, text, turn, whole, yes_or_no
from idlib_wargame.session.notes import About, Note, Tie
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import OBSERVER_PREFIX
from idlib_wargame.words.language import _, fill

MOST_TAGS = 12
LONGEST_TAG = 40  # characters
LONGEST = 20_000  # characters of a note: each pause in typing writes all of it


@dataclass(frozen=True, slots=True)
class TakeNote(Act):
    """A note, stamped with the turn and phase in which it is begun.

    ``number`` is that of a note to be written anew, 0 for another; without a text, that note is
    taken away.
    """

    text: str
    tags: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    for_report: bool = False
    important: bool = False
    number: int = 0


def latest_notes(play: Play) -> dict[int, Note]:
    """Every note as it reads now, by number; what was taken away is not among them."""
    latest = {note.number: note for note in play.notes}
    return {number: note for number, note in latest.items() if note.text}


def latest_of(play: Play, number: int) -> Note | None:
    """The note of that number as it reads now, also one that was taken away."""
    return next((note for note in reversed(play.notes) if note.number == number), None)


def too_long_words(text: str) -> str:
    """What is said of a note that is too long to be kept; empty for any other."""
    if len(text.strip()) <= LONGEST:
        return ""
    return fill(_("A note has {most} characters at most; go on in another."), most=LONGEST)


def _body(act: TakeNote, by: str, at: Position) -> Json:
    author = _author(by, at.play)
    if said := too_long_words(act.text):
        raise Refused(said)
    if act.number:
        old = latest_of(at.play, act.number)
        if old is None or not old.text:
            raise Refused(fill(_("There is no note {number}."), number=act.number))
        if (old.author, old.since) != author:
            said = _("Note {number} is {name}’s; only whoever wrote it may change it.")
            raise Refused(fill(said, number=act.number, name=old.author or _("the facilitator")))
    elif says_nothing(act.text):
        raise Refused(_("The note is empty; write a few words first."))
    return {
        "number": act.number or at.note_numbers + 1,
        "anew": act.number > 0,
        "turn": at.play.turn,
        "text": "" if says_nothing(act.text) else act.text.strip(),
        "tags": list(tidy_tags(act.tags)),
        "ties": [
            {"about": tie.about.value, "id": tie.id, "person": tie.person} for tie in act.ties
        ],
        "for_report": act.for_report,
        "important": act.important,
    }


def _author(by: str, play: Play) -> tuple[str, int]:
    """The observer's name, and since when they are here; empty for the facilitator.

    Raises Refused for anybody else.
    """
    if by == FACILITATOR:
        return "", 0
    name = by.removeprefix(OBSERVER_PREFIX)
    if name == by or name not in play.observers:
        raise Refused(_("Notes for the record are the facilitator’s and the observers’."))
    return name, play.observers[name].since


def tidy_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Each tag once, without blanks around it and not too long, in the order they came."""
    tidy = (" ".join(tag.split())[:LONGEST_TAG] for tag in tags)
    return tuple(dict.fromkeys(tag for tag in tidy if tag))[:MOST_TAGS]


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    number = body["number"]
    old = latest_of(play, number) if number <= play.note_count else None
    author = "" if entry.by == FACILITATOR else entry.by.removeprefix(OBSERVER_PREFIX)
    there = play.observers.get(author)
    note = Note(
        number=number,
        at=old.at if old else entry.at,
        turn=old.turn if old else body["turn"],
        phase=old.phase if old else play.phase,
        text=body["text"],
        tags=tuple(body["tags"]),
        ties=tuple(_tie(each) for each in body["ties"]),
        for_report=body["for_report"],
        important=body["important"],
        author=author,
        since=there.since if there is not None else 0,
    )
    return replace(play, notes=play.notes.plus(note), note_count=max(play.note_count, number))


def _tie(row: Mapping[str, Any]) -> Tie:
    return Tie(About(row["about"]), row["id"], row["person"])


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    if not body["text"]:
        return fill(_("Note {number} was taken away."), number=body["number"])
    name = entry.by.removeprefix(OBSERVER_PREFIX)
    if name != entry.by:
        return fill(_("Note by {name}: {text}"), name=name, text=body["text"])
    return fill(_("Note: {text}"), text=body["text"])


_about = among(
    lambda ground: [each.value for each in About],
    lambda: _("“order”, “inject”, “offer”, “seat” or “person”"),
)

NOTE = ActKind(
    name="note",
    shape=row(
        number=whole(1),
        anew=yes_or_no,
        turn=turn,
        text=text,
        tags=list_of(text),
        ties=list_of(row(about=_about, id=text, person=text)),
        for_report=yes_or_no,
        important=yes_or_no,
    ),
    act=TakeNote,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    open_to_seats=True,
    undoable=True,
    after_finish=True,  # much is said once it is over
)
