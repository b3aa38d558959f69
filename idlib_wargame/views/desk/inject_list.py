"""The list of injects: what is due now, what is still to come, what was sent."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, overload

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.knowing import could_hold
from idlib_wargame.rules.names import TURNS
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.injects_due import sent_in
from idlib_wargame.session.letters import Message
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.finishing_early import fallen_away
from idlib_wargame.views.desk.inject_rows import (
    InjectRow,
    coming_row,
    covered_row,
    due_row,
    is_private,
    sent_at,
    sent_row,
    when_due,
)
from idlib_wargame.views.desk.unsent_words import as_it_starts_words, leave_words, send_all_words
from idlib_wargame.words.language import _, fill, ngettext


class SentRows(Sequence[InjectRow]):
    """What was sent, the newest first; each put into words when it is asked for.

    Unless ``uncovered``, no word is told of what was for some seats only.
    """

    def __init__(
        self,
        scenario: Scenario,
        messages: Sequence[Message],
        uncovered: bool = True,
        numbers: bool = True,
    ) -> None:
        self._scenario = scenario
        self._numbers = numbers
        self.uncovered = uncovered
        self.messages = tuple(reversed(messages))

    def __len__(self) -> int:
        return len(self.messages)

    @overload
    def __getitem__(self, place: int) -> InjectRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[InjectRow]: ...
    def __getitem__(self, place: int | slice) -> InjectRow | Sequence[InjectRow]:
        if isinstance(place, slice):
            return [self._row(message) for message in self.messages[place]]
        return self._row(self.messages[place])

    def _row(self, message: Message) -> InjectRow:
        row = sent_row(self._scenario, message, self._numbers)
        if self.uncovered or not is_private(self._scenario, message.to):
            return row
        return covered_row(self._scenario, row, message.to, sent_at(message))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SentRows) and self._look == other._look

    def __hash__(self) -> int:
        return hash(self._look)

    @property
    def _look(self) -> tuple[bool, tuple[Message, ...]]:
        return self.uncovered, self.messages


class InjectSection(NamedTuple):
    """Rows under a heading; ``asks`` where each waits to be sent or held back now.

    ``hold`` is what a button says that holds one back; empty where none can be.
    """

    heading: str
    rows: Sequence[InjectRow]
    may_send: bool
    asks: bool
    hold: str = ""

    @property
    def subjects(self) -> Sequence[Hashable]:
        """What each row is about: two that are equal read the same."""
        if isinstance(self.rows, SentRows):
            return [(self.rows.uncovered, message) for message in self.rows.messages]
        return self.rows


class InjectList(NamedTuple):
    """``hint`` counts; sections without rows are left out.

    ``has_private`` says whether a message among them is for some seats only. ``send_all`` is what a
    button says that sends all that is due, ``leave`` one that goes on without; empty for none.
    """

    hint: str
    sections: tuple[InjectSection, ...]
    may_tell: bool
    has_private: bool = False
    send_all: str = ""
    leave: str = ""


class InjectsNow(NamedTuple):
    """Every inject of the pack once, by how it stands: each count of them is one of these.

    ``due`` are due now, or as the next turn begins; ``offered`` were held back and are due no
    longer; ``other_lengths`` can come due in exercises of another length alone.
    """

    due: tuple[Inject, ...]
    offered: tuple[Inject, ...]
    coming: tuple[Inject, ...]
    other_lengths: tuple[Inject, ...]
    dropped: tuple[Inject, ...]
    sent: tuple[Inject, ...]


def injects_now(session: Session) -> InjectsNow:
    """How the pack's injects stand."""
    play, injects = session.play, session.scenario.injects
    due, offered = ({each.id for each in some} for some in _waiting(session))
    gone = fallen_away(session.scenario, play)
    by_state: dict[str, list[Inject]] = {name: [] for name in InjectsNow._fields}
    for each in injects:
        if sent_in(play, each.id):
            stands = "sent"
        elif each.id in due:
            stands = "due"
        elif each.id in offered:
            stands = "offered"
        elif each.id in play.dropped:
            stands = "dropped"
        else:
            comes = each.id in play.msel.plans or (_may_come(each, play) and each.id not in gone)
            stands = "coming" if comes else "other_lengths"
        by_state[stands].append(each)
    return InjectsNow(**{name: tuple(found) for name, found in by_state.items()})


def _waiting(session: Session) -> tuple[tuple[Inject, ...], tuple[Inject, ...]]:
    """What is due, and what was held back and is due no longer."""
    if _is_over(session.play):
        return (), ()
    return session.due_injects(), session.offered_injects()


def injects_tab(session: Session) -> str:
    """What the tab says: with how many wait for the facilitator now."""
    waiting = 0 if _is_too_late(session.play) else sum(map(len, _waiting(session)))
    return fill(_("Injects ({count})"), count=waiting) if waiting else _("Injects")


def inject_list(session: Session, uncovered: bool = True) -> InjectList:
    """What waits stands in the pack's order, what was sent with the newest first.

    Unless ``uncovered``, no word is told of what is for some seats only: a projector leaks nothing.
    """
    scenario, play = session.scenario, session.play
    now = injects_now(session)
    told = [each.to for some in now[:-1] for each in some] + [each.to for each in play.messages]

    def shown(row: InjectRow, to: Sequence[str], where: str) -> InjectRow:
        is_open = uncovered or not is_private(scenario, to)
        return row if is_open else covered_row(scenario, row, to, where)

    due = tuple(
        shown(due_row(scenario, play, each), each.to, _("Covered until you ask for it"))
        for each in now.due
    )

    def waiting_rows(injects: Iterable[Inject]) -> tuple[InjectRow, ...]:
        return tuple(
            shown(coming_row(scenario, play, each), each.to, when_due(scenario, play, each))
            for each in injects
        )

    waits = len(session.to_send())
    missed = sum(each.id not in play.held for each in now.offered)
    sent = SentRows(scenario, play.messages, uncovered, play.setup.numbers)
    may_send = not _is_too_late(play)
    heading = _("Not sent") if _is_over(play) else _("Still to come")
    sections = (
        InjectSection(_due_heading(play), due, may_send, bool(_hold(play)), _hold(play)),
        InjectSection(
            _("Held back or missed, and due no longer")
            if any(each.id not in play.held for each in now.offered)
            else _("Held back, and due no longer"),
            waiting_rows(now.offered),
            may_send,
            may_send,
            _hold(play) if may_send else "",
        ),
        InjectSection(heading, waiting_rows(now.coming), may_send, asks=False),
        InjectSection(
            _("Only in exercises of another length"),
            waiting_rows(now.other_lengths),
            may_send,
            asks=False,
        ),
        InjectSection(_("Dropped"), waiting_rows(now.dropped), may_send, asks=False),
        InjectSection(_("Sent, the newest first"), sent, may_send=False, asks=False),
    )
    return InjectList(
        " ".join(filter(None, (_whole_hint(play, now), as_it_starts_words(session)))),
        tuple(section for section in sections if section.rows),
        may_tell=not play.finished,
        has_private=any(is_private(scenario, to) for to in told),
        send_all=send_all_words(waits, len(now.due) + missed) if waits > 1 else "",
        leave=leave_words(play, waits),
    )


def _may_come(inject: Inject, play: Play) -> bool:
    """Whether it may come due at all in an exercise of so many turns."""
    of_length = could_hold(inject.when, frozenset({TURNS}))
    return compile_test(of_length, play.state.layout.index)(play.state.row)


def _is_too_late(play: Play) -> bool:
    """Whether orders have been opened, so that nothing can be sent in this turn."""
    return play.phase in (ADJUDICATION, REPORT) or play.finished


def _is_over(play: Play) -> bool:
    """Whether no turn is left to send anything in."""
    return play.finished or (play.phase == REPORT and play.turn >= play.setup.turns)


def _due_heading(play: Play) -> str:
    if play.phase == REPORT:
        return fill(_("Due when turn {turn} begins"), turn=play.turn + 1)
    return _("Not sent while it was due") if play.phase == ADJUDICATION else _("Due now")


def _hold(play: Play) -> str:
    if play.phase == REPORT and not _is_over(play):
        return fill(_("Hold back in turn {turn}"), turn=play.turn + 1)
    return "" if _is_too_late(play) else _("Hold back this turn")


def _whole_hint(play: Play, now: InjectsNow) -> str:
    """The hint, with a sentence for each that is neither due, nor to come, nor sent."""
    held = ngettext(
        "{count} was held back and is due no longer: send it or drop it.",
        "{count} were held back and are due no longer: send them or drop them.",
        len(now.offered),
    )
    if any(each.id not in play.held for each in now.offered):
        held = ngettext(
            "{count} was held back or missed and is due no longer: send it or drop it.",
            "{count} were held back or missed and are due no longer: send them or drop them.",
            len(now.offered),
        )
    gone = ngettext("{count} was dropped.", "{count} were dropped.", len(now.dropped))
    other = ngettext(
        "{count} is for exercises of another length.",
        "{count} are for exercises of another length.",
        len(now.other_lengths),
    )
    said = [_hint(play, now)]
    for words, injects in ((held, now.offered), (gone, now.dropped), (other, now.other_lengths)):
        said += [fill(words, count=len(injects))] if injects else []
    return " ".join(said)


def _hint(play: Play, now: InjectsNow) -> str:
    due, coming, optional = len(now.due), len(now.coming), sum(each.optional for each in now.due)
    if _is_over(play):
        words = _("{sent} sent, {coming} never sent.")
    elif _is_too_late(play):
        coming += due
        words = _(
            "{coming} still to come, {sent} sent. Orders have been opened, so the next can be "
            "sent in the next turn."
        )
    elif not due:
        words = _("Nothing is due now; {coming} still to come, {sent} sent.")
    elif optional:
        words = ngettext(
            "{due} due now ({optional} is optional); {coming} still to come, {sent} sent.",
            "{due} due now ({optional} are optional); {coming} still to come, {sent} sent.",
            optional,
        )
    else:
        words = _("{due} due now; {coming} still to come, {sent} sent.")
    return fill(words, due=due, optional=optional, coming=coming, sent=len(now.sent))
