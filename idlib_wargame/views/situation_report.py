"""The situation report of a closed turn as one reader may have it: control, the room, or a seat.

A report is a function of what its reader may know of the turn. In a page it is complete; in a
minute it has what matters most to that reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from gettext import NullTranslations
from typing import NamedTuple

from idlib_wargame.rules.audience import FACILITATOR, Reader
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.rules.sight import Sight, reaches
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.kinds.letters import shown
from idlib_wargame.session.letters import Message
from idlib_wargame.session.play import Length, Play, ReportText, Turn
from idlib_wargame.session.seating import ROOM_VIEW
from idlib_wargame.views.known_play import known_pack, known_turn
from idlib_wargame.views.map.standing import Ground
from idlib_wargame.views.map.telling import changed_lines, held_lines
from idlib_wargame.views.messages import sender_words
from idlib_wargame.words.language import _, fill, spoken
from idlib_wargame.words.rulings import overruled_words
from idlib_wargame.words.sitrep import held_report_words, signed_off, sitrep
from idlib_wargame.words.sitrep_agreements import agreement_lines, due_lines
from idlib_wargame.words.sitrep_lines import as_typed
from idlib_wargame.words.sitrep_minute import Known, Own, minute


class SituationReport(NamedTuple):
    """A report in one length: ``text`` is Markdown, empty while its reader may not read it.

    ``is_edited`` says that the facilitator worded it; the text says so too.
    """

    turn: int
    length: Length
    text: str
    released: bool
    is_edited: bool


class SeatReport(NamedTuple):
    """The last closed turn's report as its reader has it, in both lengths, in Markdown.

    ``held`` says that it cannot be read yet, and then both are empty; all three before the first.
    """

    page: str = ""
    minute: str = ""
    held: str = ""


def seat_report(referee: Referee, play: Play, seat: str) -> SeatReport:
    """The report of a seat; ``play`` is whole."""
    return last_report(referee, play, Reader(seat))


def last_report(referee: Referee, play: Play, reader: Reader) -> SeatReport:
    """The report of any reader; ``play`` is whole."""
    if play.last is None:
        return SeatReport()
    turn = play.last.number
    page = report_text(referee, play, reader, turn, Length.PAGE)
    if not page.released:
        return SeatReport(held=held_report_words(turn))
    return SeatReport(page.text, report_text(referee, play, reader, turn, Length.MINUTE).text)


def report_text(
    referee: Referee,
    play: Play,
    reader: Reader,
    turn: int,
    length: Length = Length.PAGE,
    head: str = "",
) -> SituationReport:
    """What a reader may read of that turn now; ``play`` is whole, not cut to anything.

    Seats and the room have it once it is released, control always. ``head`` is the digest of the
    entry that closed the turn, for whoever keeps the page. A turn that is not closed has no text.
    """
    closed = next((each for each in play.closed if each.number == turn), None)
    released = turn in play.released
    if closed is None or not (released or reader.is_control):
        return SituationReport(turn, length, "", released, False)
    worded = play.reports.get(ReportText(turn, reader_name(reader), length), "")
    text = worded or written_report(referee, play, reader, closed, length)
    text = signed_off(text, turn, head, is_edited=bool(worded))
    return SituationReport(turn, length, text, released, bool(worded))


def reader_name(reader: Reader) -> str:
    """What a record calls that reader of a report."""
    return FACILITATOR if reader.is_control else reader.seat or ROOM_VIEW


def written_report(
    referee: Referee, play: Play, reader: Reader, turn: Turn, length: Length = Length.PAGE
) -> str:
    """The report as it was written from what happened, whatever was made of it since.

    A seat's view has it after every act, and what was closed stays as it is: it is written once.
    """
    messages = tuple(each for each in play.messages if _was_news(each, turn))
    key = (id(referee), id(turn), reader, length)
    made_of = _MadeOf(referee, turn, messages, play.setup.numbers, play.setup.turns, spoken())
    kept = _kept.get(key)
    if kept is not None and kept[0].is_same(made_of):
        return kept[1]
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    sight = None if reader.is_control else referee.sight(reader.seat)
    text = situation_report(
        referee.scenario,
        turn,
        sight,
        made_of.numbers,
        messages=messages,
        length=length,
        turns=made_of.turns,
    )
    _kept[key] = made_of, text
    return text


class _MadeOf(NamedTuple):
    """What a report was written from. Holding it, no other turn can take its place in memory."""

    referee: Referee
    turn: Turn
    messages: tuple[Message, ...]
    numbers: bool
    turns: int
    language: NullTranslations

    def is_same(self, other: _MadeOf) -> bool:
        """Whether another would read the same: a turn is a large value, and known by identity."""
        same = self.referee is other.referee and self.turn is other.turn
        return same and self[2:] == other[2:]


MOST_KEPT = 64
_kept: dict[tuple[int, int, Reader, Length], tuple[_MadeOf, str]] = {}


def situation_report(
    scenario: Scenario,
    turn: Turn,
    sight: Sight | None = None,
    numbers: bool = True,
    head: str = "",
    messages: Sequence[Message] = (),
    length: Length = Length.PAGE,
    turns: int | None = None,
) -> str:
    """What the turn led to, in Markdown; ``sight`` None is control's.

    ``numbers`` where the exercise reads its tracks with numbers. ``messages`` are what control told
    actors in that turn. ``turns`` is how many the exercise has, where it became shorter than it
    began.
    """
    turns = turn.turns if turns is None else turns
    known = turn if sight is None else known_turn(turn, sight)
    told = [each for each in messages if sight is None or reaches(each.to, sight.actors)]
    if length is Length.MINUTE:
        return minute(_known(scenario, known, sight, numbers, told, turns))
    return sitrep(
        scenario,
        known.began,
        known.result,
        numbers=numbers,
        sees=_sees(sight),
        may_miss=(lambda card: False) if sight is None else sight.may_miss,
        beside=_beside(scenario, known, sight, told, numbers, turns),
        head=head,
        turns=turns,
    )


def _beside(
    scenario: Scenario,
    known: Turn,
    sight: Sight | None,
    told: Sequence[Message],
    numbers: bool,
    turns: int,
) -> dict[str, Sequence[str]]:
    """What a page tells beside the result itself."""
    tested, result = known.tested, known.result
    return {
        "news": list(_news(told)),
        "done": list(_overruled(result)) if sight is None else [],
        "ground": [as_typed(line) for line in _ground(scenario, known, sight, numbers)],
        "agreements": list(agreement_lines(scenario, result, tested, turns)),
        "ahead": list(due_lines(scenario, result, tested, turns)),
    }


def _overruled(result: TurnResult) -> Iterator[str]:
    """How many of the turn's orders the facilitator ruled to come to something else."""
    ruled = sum(card.is_overruled for card in result.cards)
    if ruled:
        yield fill(_("{counted}."), counted=overruled_words(ruled, len(result.cards)))


def _sees(sight: Sight | None) -> Callable[[Track], bool]:
    if sight is None:
        return lambda track: not track.counter
    seen = {track.id for track in sight.tracks}
    return lambda track: track.id in seen


def _was_news(message: Message, turn: Turn) -> bool:
    """Whether it came in that turn, and before it was closed."""
    return message.turn == turn.number and message.at <= (turn.closed_at or message.at)


def _news(messages: Sequence[Message]) -> Iterator[str]:
    for each in messages:
        sender = as_typed(sender_words(each))
        if not each.title:
            text = as_typed(shown(each.text))
            yield fill(_("From {sender}: “{text}”"), sender=sender, text=text)
        elif each.taken_back:
            said = _("**{title}**, from {sender}: what it did no longer counts.")
            yield fill(said, title=as_typed(each.title), sender=sender)
        else:
            said = _("**{title}**, from {sender}.")
            yield fill(said, title=as_typed(each.title), sender=sender)


def _ground(scenario: Scenario, known: Turn, sight: Sight | None, numbers: bool) -> Iterator[str]:
    """What changed on the map, then how much each holds, where the exercise is told in numbers."""
    pack = scenario if sight is None else known_pack(scenario, sight)
    if not pack.map:
        return
    standings = Ground(pack).standings(known.result.state, known.began)
    changed = list(changed_lines(pack, standings))
    yield from changed
    if changed and numbers:
        yield from held_lines(pack, standings)


def _known(
    scenario: Scenario,
    known: Turn,
    sight: Sight | None,
    numbers: bool,
    messages: Sequence[Message],
    turns: int,
) -> Known:
    pack = scenario if sight is None else known_pack(scenario, sight)
    standings = Ground(pack).standings(known.result.state, known.began) if pack.map else ()
    own = Own()
    if sight is not None and sight.seat:
        (actor,) = sight.actors
        duties = [d for d in scenario.duties if actor in d.seats and sight.knows(d.when)]
        own = Own(sight.seat, actor, tuple(duties))
    return Known(
        scenario=scenario,
        turn=known.number,
        began=known.began,
        result=known.result,
        tested=known.tested,
        numbers=numbers,
        sees=_sees(sight),
        may_miss=(lambda card: False) if sight is None else sight.may_miss,
        ground=tuple(changed_lines(pack, standings)),
        news=tuple(each.title for each in messages if each.title and not each.taken_back),
        own=own,
        turns=turns,
    )
