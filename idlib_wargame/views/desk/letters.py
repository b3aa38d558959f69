"""Messages of seats and control as the facilitator reads, answers and leaks them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, overload

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.letters import (
    is_to_all_seats,
    recipient_names,
    room_may_read,
    shown,
    writer_name,
    writer_names,
)
from idlib_wargame.session.letters import Letter
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.correspondence import (
    Correspondent,
    Writing,
    answers_title,
    answers_words,
    read_words,
    readers_of,
    request_words,
    titles_told,
    writing_of,
)
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import listed
from idlib_wargame.words.phases import phase_name


class LetterRow(NamedTuple):
    """One message: ``head`` says between whom, ``where`` when, ``notes`` what became of it.

    ``answer_to`` is whom an answer goes to, empty where control cannot answer it.
    ``covered`` where none of it is to be seen.
    """

    key: str
    head: str
    where: str
    text: str
    notes: tuple[str, ...]
    waits: bool
    answer_to: str
    may_leak: bool
    covered: bool = False

    @property
    def spoken(self) -> str:
        """The message in a line, for a screen reader."""
        return fill(_("{title}, {sender}"), title=self.head, sender=shown(self.text))


class LetterSection(NamedTuple):
    """Rows under a heading."""

    heading: str
    rows: LetterRows


class LetterList(NamedTuple):
    """``hint`` counts; sections without rows are left out. ``writing`` is what control may write.

    ``has_private`` says whether there is anything to cover.
    """

    hint: str
    sections: tuple[LetterSection, ...]
    writing: Writing
    has_private: bool


class LetterRows(Sequence[LetterRow]):
    """Messages, the newest first; each put into words when it is asked for.

    Unless ``uncovered``, not even between whom one was is told; what control told all
    seats always is.
    """

    def __init__(
        self, scenario: Scenario, play: Play, letters: Sequence[Letter], uncovered: bool
    ) -> None:
        self._scenario, self._play, self._uncovered = scenario, play, uncovered
        self._unanswered = frozenset(play.unanswered)
        self._letters = tuple(reversed(letters))
        self._known = {each.key: each for each in play.letters}
        self._titles = titles_told(play)
        self._copies: dict[str, list[Letter]] = {}
        for each in play.letters:
            if each.leaks:
                self._copies.setdefault(each.leaks, []).append(each)
        self._readers: dict[str, int] = {}
        for mark in play.read_marks:
            self._readers[mark.key] = self._readers.get(mark.key, 0) + 1

    def __len__(self) -> int:
        return len(self._letters)

    @overload
    def __getitem__(self, place: int) -> LetterRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[LetterRow]: ...
    def __getitem__(self, place: int | slice) -> LetterRow | Sequence[LetterRow]:
        if isinstance(place, slice):
            return [self._row(letter) for letter in self._letters[place]]
        return self._row(self._letters[place])

    @property
    def subjects(self) -> list[Hashable]:
        """What each row is about: two that are equal read the same."""
        return [self._look(letter) for letter in self._letters]

    def _look(self, letter: Letter) -> Hashable:
        copies = self._copies.get(letter.key, ())
        return (
            letter.key,
            self._uncovered,
            self._play.finished,
            letter.key in self._unanswered,
            self._readers.get(letter.key, 0),
            tuple([(copy.key, self._readers.get(copy.key, 0)) for copy in copies]),
        )

    def _row(self, letter: Letter) -> LetterRow:
        waits, play = letter.key in self._unanswered, self._play
        to_all = is_to_all_seats(self._scenario, letter.sender, letter.to)
        if not self._uncovered and not is_open(self._scenario, letter):
            return _covered_row(letter, waits)
        copies = self._copies.get(letter.key, [])
        leaked = any(copy.is_for_everybody for copy in copies)
        may_answer = letter.reached(FACILITATOR) and not play.finished
        return LetterRow(
            key=letter.key,
            head=between_words(self._scenario, letter),
            where=_where(letter),
            text=letter.text,
            notes=tuple(self._notes(letter, copies)),
            waits=waits,
            answer_to=letter.sender if may_answer else "",
            may_leak=not leaked and not to_all and not play.finished,
        )

    def _notes(self, letter: Letter, copies: Sequence[Letter]) -> Iterator[str]:
        scenario, play = self._scenario, self._play
        if letter.answers in self._known:
            yield answers_words(self._known[letter.answers])
        elif (title := self._titles.get(letter.answers)) is not None:
            yield answers_title(title)
        if letter.request:
            yield request_words(letter.key in play.unanswered)
        if letter.to != (FACILITATOR,):
            yield read_words(scenario, play, letter)
        for copy in copies:
            yield _copied_words(scenario, play, copy)


def _copied_words(scenario: Scenario, play: Play, copy: Letter) -> str:
    seats, readers = writer_names(scenario, copy.to), readers_of(scenario, play, copy)
    if not readers:
        return fill(_("Leaked to {seats}, read by nobody yet"), seats=seats)
    said = _("Leaked to {seats}, read by {readers}")
    return fill(said, seats=seats, readers=writer_names(scenario, readers))


def _covered_row(letter: Letter, waits: bool) -> LetterRow:
    head = _("A private request") if waits else _("A private message")
    return LetterRow(letter.key, head, _where(letter), "", (), waits, "", False, covered=True)


def between_words(scenario: Scenario, letter: Letter) -> str:
    """ "Astra to Borea and Press"."""
    by_control = letter.sender == FACILITATOR
    sender = _("Facilitator") if by_control else writer_name(scenario, letter.sender)
    said = _("{sender} to {seats}")
    return fill(said, sender=sender, seats=recipient_names(scenario, letter.sender, letter.to))


def is_open(scenario: Scenario, letter: Letter) -> bool:
    """Whether the desk need not cover it, as all seats have it and the room may read it."""
    return room_may_read(scenario, letter.sender, letter.to)


def _where(letter: Letter) -> str:
    time = f"{datetime.fromisoformat(letter.at).astimezone():%H:%M}"
    return fill(
        _("Turn {turn} · {phase}, {time}"),
        turn=letter.turn,
        phase=phase_name(letter.phase),
        time=time,
    )


def letter_list(session: Session, uncovered: bool = True) -> LetterList:
    """All that seats and control wrote to each other; leaked copies stand with what was leaked.

    Unless ``uncovered``, neither a word nor who wrote is told of what the room may not read:
    a projector leaks nothing.
    """
    scenario, play = session.scenario, session.play
    written = [each for each in play.letters if not each.leaks]
    asked = set(play.unanswered)
    waiting = [each for each in written if each.key in asked]
    rest = [each for each in written if each.key not in asked]
    headed = (
        (_("Waiting for an answer"), waiting),
        (_("All others, the newest first") if waiting else _("The newest first"), rest),
    )
    sections = (
        LetterSection(heading, LetterRows(scenario, play, letters, uncovered))
        for heading, letters in headed
        if letters
    )
    writing = writing_of(scenario, play, FACILITATOR)
    private = {each.key for each in written if not is_open(scenario, each)}
    if writing.draft.answers in private and not uncovered:
        writing = writing._replace(answers=_("Answering a private message"))
    return LetterList(
        _hint(len(written), len(waiting)),
        tuple(sections),
        writing,
        has_private=bool(private),
    )


def _hint(written: int, waiting: int) -> str:
    if not written:
        return _("What seats write to each other and to you stands here, the newest first.")
    if not waiting:
        said = ngettext("{count} message; none waits.", "{count} messages; none waits.", written)
        return fill(said, count=written)
    said = ngettext(
        "{waiting} of {count} messages asks for information and waits for your answer.",
        "{waiting} of {count} messages ask for information and wait for your answer.",
        waiting,
    )
    return fill(said, waiting=waiting, count=written)


def may_leak_to(scenario: Scenario, play: Play, key: str) -> tuple[Correspondent, ...]:
    """The seats that do not have a message yet."""
    letters = [each for each in play.letters if key in (each.key, each.leaks)]
    have = {who for each in letters for who in (each.to if each.leaks else each.people)}
    return tuple(Correspondent(row.id, row.name) for row in scenario.seats if row.id not in have)


def leak_words(to: Sequence[Correspondent], everybody: bool) -> str:
    """What the button says that leaks a message."""
    if everybody:
        return _("Leak to everybody…")
    if not to:
        return _("Leak…")
    return fill(_("Leak to: {seats}…"), seats=listed([each.name for each in to]))


def leak_question(to: Sequence[Correspondent]) -> Question:
    """Before a message is leaked: nothing takes that back."""
    if not to:
        text = _(
            "Leak this message to everybody, the room too? The copy says between whom it was, and "
            "no undo takes it back."
        )
        return Question(text, _("Leak it to everybody"), _("Keep it"))
    seats = listed([each.name for each in to])
    text = _(
        "Leak this message? To: {seats}. The copy says between whom it was, and no undo takes it "
        "back."
    )
    return Question(fill(text, seats=seats), _("Leak it"), _("Keep it"))


def letters_tab(play: Play) -> str:
    """What the tab says: with how many requests wait for an answer."""
    count = len(play.unanswered)
    many = ngettext("Messages ({count} to answer)", "Messages ({count} to answer)", count)
    return fill(many, count=count) if count else _("Messages")
