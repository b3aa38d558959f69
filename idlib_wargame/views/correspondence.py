"""What one seat reads of the messages between seats and control, and what it may write now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.letters import recipient_names, shown, writer_name, writer_names
from idlib_wargame.session.letters import Letter, Message
from idlib_wargame.session.letters import LetterDraft as LetterDraft
from idlib_wargame.session.play import Play
from idlib_wargame.views.messages import MessageView, message_view
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import listed
from idlib_wargame.words.phases import phase_name

MOST_NAMED = 3  # on a button; more are counted


class Correspondent(NamedTuple):
    """Somebody whom one may write to: the id of a seat, or FACILITATOR for control."""

    id: str
    name: str

    @property
    def is_control(self) -> bool:
        """Whether it is the facilitator."""
        return self.id == FACILITATOR


class Writing(NamedTuple):
    """Whom a writer may write to, whether that may be done now, and what is half written.

    ``answers`` is what the draft answers, in a few words; empty for nothing.
    """

    is_open: bool
    to: tuple[Correspondent, ...]
    draft: LetterDraft
    answers: str


def writing_of(scenario: Scenario, play: Play, who: str) -> Writing:
    """What a seat, or control as FACILITATOR, may write in an exercise as it may know it."""
    seats = [Correspondent(seat.id, seat.name) for seat in scenario.seats if seat.id != who]
    control = [] if who == FACILITATOR else [Correspondent(FACILITATOR, _("Facilitator"))]
    draft = play.letter_drafts.get(who, LetterDraft())
    asked = (each for each in play.letters if draft.answers and each.key == draft.answers)
    answers = next((answering_words(scenario, each) for each in asked), "")
    if (title := titles_told(play).get(draft.answers)) is not None:
        answers = fill(_("Answering “{title}”"), title=title)
    return Writing(not play.finished, (*seats, *control), draft, answers)


def answering_words(scenario: Scenario, asked: Letter) -> str:
    """What somebody is about to answer."""
    said = _("Answering {sender}: “{text}”")
    return fill(said, sender=writer_name(scenario, asked.sender), text=shown(asked.text))


def in_their_order(play: Play) -> tuple[Message | Letter, ...]:
    """What control told and what was written, first to last as they came."""
    found: list[Message | Letter] = []
    told = 0
    for letter in play.letters:
        found += play.messages[told : letter.after]
        told = letter.after
        found.append(letter)
    return (*found, *play.messages[told:])


def messages_of(scenario: Scenario, play: Play, seat: str) -> tuple[MessageView, ...]:
    """All that a seat was told, wrote and was sent, first to last as they came.

    ``play`` is the exercise as the seat may know it.
    """
    known = {letter.key: letter for letter in play.letters}
    read = {mark.key for mark in play.read_marks if mark.seat == seat}

    def view(each: Message | Letter) -> MessageView:
        if isinstance(each, Message):
            return _told_view(scenario, play, each)
        is_own = each.sender == seat
        return letter_view(scenario, each)._replace(
            notes=tuple(_notes(scenario, play, each, known, is_own)),
            is_own=is_own,
            is_read=each.key in read,
            answer_to="" if is_own or play.finished else each.sender,
            answers_as=each.key,
        )

    return tuple(map(view, in_their_order(play)))


def _told_view(scenario: Scenario, play: Play, message: Message) -> MessageView:
    """What control told, which a seat may answer where it is an inject."""
    view = message_view(scenario, message, play.setup.numbers)
    if not message.inject or message.taken_back or play.finished:
        return view
    named = Prefix.INJECT.of(message.inject)
    return view._replace(answer_to=FACILITATOR, answers_as=named)


def titles_told(play: Play) -> dict[str, str]:
    """The titles of the injects that were sent, by the name that an answer has for each."""
    return {Prefix.INJECT.of(each.inject): each.title for each in play.messages if each.inject}


def letter_view(scenario: Scenario, letter: Letter) -> MessageView:
    """A message between seats and control, as it was sent; who reads it is nothing to it."""
    sender = writer_name(scenario, letter.sender)
    by_control = letter.sender == FACILITATOR
    came = _("A message has come from {sender}.")
    return MessageView(
        at=letter.at,
        turn=letter.turn,
        sender=_("Facilitator") if by_control else sender,
        title=leaked_words(scenario, letter) if letter.leaked_from else "",
        text=letter.text,
        did="",
        arrival=_("A message has come from the facilitator.")
        if by_control
        else fill(came, sender=sender),
        key=letter.key,
        to=recipient_names(scenario, letter.sender, letter.to),
        phase=phase_name(letter.phase),
    )


def _notes(
    scenario: Scenario, play: Play, letter: Letter, known: dict[str, Letter], is_own: bool
) -> Iterator[str]:
    if letter.answers in known:
        yield answers_words(known[letter.answers])
    elif (title := titles_told(play).get(letter.answers)) is not None:
        yield answers_title(title)
    if letter.request:
        yield request_words(letter.key in play.unanswered)
    if is_own and play.setup.read_marks and letter.to != (FACILITATOR,):
        yield read_words(scenario, play, letter)


def leaked_words(scenario: Scenario, copy: Letter) -> str:
    """Between whom a leaked message was."""
    return fill(
        _("Leaked: from {sender} to {to}"),
        sender=writer_name(scenario, copy.leaked_from),
        to=writer_names(scenario, copy.leaked_to),
    )


def answers_words(asked: Letter) -> str:
    """What a message answers."""
    return fill(_("Answers “{text}”"), text=shown(asked.text))


def answers_title(title: str) -> str:
    """What a message answers that is an inject."""
    return fill(_("Answers “{text}”"), text=title)


def request_words(waits: bool) -> str:
    """How a request for information stands."""
    if waits:
        return _("A request for information, not answered yet")
    return _("A request for information, answered")


def readers_of(scenario: Scenario, play: Play, letter: Letter) -> list[str]:
    """The seats that have read a message, in the pack's order."""
    read = {mark.seat for mark in play.read_marks if mark.key == letter.key}
    return [row.id for row in scenario.seats if row.id in read]


def read_words(scenario: Scenario, play: Play, letter: Letter) -> str:
    """Which seats have read a message."""
    readers = readers_of(scenario, play, letter)
    if not readers:
        return _("Read by nobody yet")
    seats = recipient_names(scenario, letter.sender, readers)
    return fill(_("Read by {seats}"), seats=seats)


def is_request(who: str, draft: LetterDraft) -> bool:
    """Whether a message asks control for information: to control alone, and no answer."""
    return who != FACILITATOR and draft.to == (FACILITATOR,) and not draft.answers


def send_words(to: tuple[Correspondent, ...], every: int, asks: bool) -> str:
    """What the button says that sends a message; ``every`` is how many there are to write to."""
    seats = [each for each in to if not each.is_control]
    if asks:
        return _("Ask the facilitator")
    if not to:
        return _("Send")
    if len(to) > MOST_NAMED or (len(seats) > 1 and len(seats) == every):
        return _send_to_many(len(seats), every, with_control=len(seats) != len(to))
    return send_all_words(to)


def _send_to_many(seats: int, every: int, with_control: bool) -> str:
    if seats == every and with_control:
        return _("Send to all seats and the facilitator")
    if seats == every:
        return _("Send to all seats")
    if with_control:
        said = ngettext(
            "Send to {count} seat and the facilitator",
            "Send to {count} seats and the facilitator",
            seats,
        )
    else:
        said = ngettext("Send to {count} seat", "Send to {count} seats", seats)
    return fill(said, count=seats)


def unsent_words(is_to_somebody: bool, is_written: bool) -> str:
    """What a message lacks before it can be sent; "" for nothing."""
    if not is_to_somebody and not is_written:
        return _("Pick whom it goes to, and write it.")
    if not is_to_somebody:
        return _("Pick whom it goes to.")
    return "" if is_written else _("Write the message first.")


def send_all_words(to: tuple[Correspondent, ...]) -> str:
    """The same with everybody named."""
    names = [_("the facilitator") if each.is_control else each.name for each in to]
    return fill(_("Send to {seats}"), seats=listed(names)) if names else _("Send")
