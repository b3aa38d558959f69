"""Notes as somebody reads them: newest first, with what is looked for left in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.note import latest_notes
from idlib_wargame.session.notes import Note, Tie
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import Observer, Watching
from idlib_wargame.views.finding import is_found, sought_in, words_of
from idlib_wargame.views.notes.ties import NamedTie, named
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts
from idlib_wargame.words.phases import phase_name


class NoteRow(NamedTuple):
    """A note. ``stamp`` says when it was begun, ``author`` whose it is ("" for who reads it)."""

    number: int
    turn: int
    stamp: str
    author: str
    text: str
    tags: tuple[str, ...]
    ties: tuple[NamedTie, ...]
    for_report: bool
    important: bool
    may_change: bool
    sought: str

    @property
    def spoken(self) -> str:
        """The note in a line, for a screen reader."""
        marks = [_("Important")] if self.important else []
        marks += [_("For the report")] if self.for_report else []
        return facts([part for part in (self.text, self.author, self.stamp, *marks) if part])


class NotesSought(NamedTuple):
    """Which notes are looked for. ``turn`` 0, ``tag`` and ``whose`` "" stand for any; ``whose``
    is as ``NoteRow.author`` has it, or OWN for those of whoever reads them.
    """

    words: str = ""
    turn: int = 0
    tag: str = ""
    for_report: bool = False
    important: bool = False
    whose: str = ""
    tie: Tie | None = None


OWN = "\t"  # no name is that


def note_rows(
    scenario: Scenario, play: Play, reader: Observer | None = None, uncovered: bool = True
) -> tuple[NoteRow, ...]:
    """Every note, newest first: for the facilitator all of them, for an observer their own."""
    notes = latest_notes(play).values()
    own = [note for note in notes if reader is None or is_of(note, reader)]
    newest = sorted(own, key=lambda note: note.number, reverse=True)
    return tuple(_row(scenario, play, note, reader, uncovered) for note in newest)


def is_of(note: Note, reader: Observer | None) -> bool:
    """Whether they wrote it: the facilitator, or the observer who was let in then and no other."""
    if reader is None:
        return not note.author
    return (note.author, note.since) == (reader.name, reader.since)


def _row(
    scenario: Scenario, play: Play, note: Note, reader: Observer | None, uncovered: bool
) -> NoteRow:
    ties = tuple(named(scenario, play, tie, uncovered) for tie in note.ties)
    own = is_of(note, reader)
    return _worded(note, ties, "" if own else _whose(play, note), own)


@lru_cache(maxsize=2048)  # a list shows all of them again whenever one is added
def _worded(note: Note, ties: tuple[NamedTie, ...], author: str, may_change: bool) -> NoteRow:
    texts = (note.text, *note.tags, *(tie.words for tie in ties), author)
    return NoteRow(
        number=note.number,
        turn=note.turn,
        stamp=stamp_words(note.turn, note.phase, note.at),
        author=author,
        text=note.text,
        tags=note.tags,
        ties=ties,
        for_report=note.for_report,
        important=note.important,
        may_change=may_change,
        sought=sought_in(texts),
    )


def _whose(play: Play, note: Note) -> str:
    there = play.observers.get(note.author)
    if there is not None and is_of(note, there) and there.role is Watching.ASSISTANT:
        return fill(_("{name}, assistant"), name=note.author)
    return note.author


def stamp_words(turn: int, phase: str, at: str = "") -> str:
    """When: "Turn 2 · Talks · 14:05"."""
    time = f"{datetime.fromisoformat(at).astimezone():%H:%M}" if at else ""
    said = [fill(_("Turn {turn}"), turn=turn), phase_name(phase), time]
    return facts([part for part in said if part])


def found_among(rows: Sequence[NoteRow], sought: NotesSought) -> tuple[NoteRow, ...]:
    """Those that are looked for."""
    words = words_of(sought.words)
    return tuple(row for row in rows if _fits(row, sought) and is_found(row.sought, words))


def _fits(row: NoteRow, sought: NotesSought) -> bool:
    return (
        sought.turn in (0, row.turn)
        and (not sought.tag or sought.tag in row.tags)
        and (not sought.for_report or row.for_report)
        and (not sought.important or row.important)
        and (not sought.whose or sought.whose == (row.author or OWN))
        and (sought.tie is None or any(each.tie == sought.tie for each in row.ties))
    )


def note_counts(rows: Iterable[Note]) -> dict[Tie, int]:
    """How many notes are tied to each thing."""
    counts: dict[Tie, int] = {}
    for note in rows:
        for tie in dict.fromkeys(note.ties):
            counts[tie] = counts.get(tie, 0) + 1
    return counts


def count_words(count: int) -> str:
    """The mark on what notes are tied to."""
    return fill(ngettext("{count} note", "{count} notes", count), count=count)


def notes_tab(play: Play) -> str:
    """What the tab of the notes says."""
    count = len(latest_notes(play))
    return fill(_("Notes ({count})"), count=count) if count else _("Notes")


def hint_words(shown: int, count: int) -> str:
    """How many of the notes stand below."""
    if shown == count:
        return fill(ngettext("{count} note", "{count} notes", count), count=count)
    said = ngettext("{shown} of {count} note", "{shown} of {count} notes", count)
    return fill(said, shown=shown, count=count)


def nothing_words(count: int) -> str:
    """What stands where no note does."""
    if count:
        return _("No note is like that. Look for other words, or show all notes.")
    return _(
        "Nothing is noted yet. A note is stamped with turn and phase; tie it to an order, an "
        "offer or a person, and it is found again from there."
    )


def privacy_words(for_report: bool, is_observer: bool) -> str:
    """Who reads it."""
    if for_report:
        return _("For the report: it goes into the review of the exercise.")
    if is_observer:
        return _("Private: you and the facilitator read it, no player does.")
    return _("Private: nobody but you reads it.")
