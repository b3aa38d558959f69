"""A page of a situation report names all that its reader may know of; a minute is never longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.session.autoplay import begin, play_on
from idlib_wargame.session.play import Length, Play, Turn
from idlib_wargame.session.session import Session
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.situation_report import report_text
from idlib_wargame.words.bargains import term_words
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.sitrep_lines import as_typed
from idlib_wargame.words.sitrep_minute import MOST_WORDS
from idlib_wargame.words.situation import move_words
from tests.conftest import HARBOUR
from tests.tries import tries

PACKS = {path.name: path for path in [HARBOUR.with_name("harbour_full"), *shipped_packs()]}


class Told(NamedTuple):
    """A closed turn of an exercise as a reader may know it, and their report of it."""

    session: Session
    reader: Reader
    play: Play
    turn: Turn
    page: str
    minute: str


@pytest.fixture(scope="module", params=sorted(PACKS))
def reports(request: pytest.FixtureRequest) -> Iterator[list[Told]]:
    """Every report of a few whole exercises on each pack, with every seat at random."""
    reading: PackReading = read_pack(PACKS[request.param])
    sessions = [begin(None, reading, "random", seed_from_number(n)) for n in range(tries(5))]
    for session in sessions:
        for _ in play_on(session):
            pass
    yield [each for session in sessions for each in told(session)]
    for session in sessions:
        session.close()


def told(session: Session) -> Iterator[Told]:
    """To control, to the room and to every seat, of every turn."""
    referee, whole = session.referee, session.play
    for reader in (CONTROL, ROOM, *(Reader(seat.id) for seat in session.scenario.seats)):
        play = whole if reader.is_control else known_play(whole, referee.sight(reader.seat))
        for turn in play.closed:
            page, minute = (
                report_text(referee, whole, reader, turn.number, length).text
                for length in (Length.PAGE, Length.MINUTE)
            )
            yield Told(session, reader, play, turn, page, minute)


def names(told: Told) -> Iterator[str]:
    """What happened by name: injects, orders, marks, tracks that moved, flags, the rung."""
    scenario, turn = told.session.scenario, told.turn
    for message in told.play.messages:
        if message.turn == turn.number and message.title:
            yield message.title
    for card in turn.result.cards:
        yield scenario.seat_by_id[card.seats[0]].name
        yield move_words(scenario, card.order.move, card.order.choice)
    for mark in turn.result.marks:
        yield term_words(scenario, turn.tested.cases[mark.case].offer.terms[mark.term])
    for track in seen_tracks(told):
        if turn.result.state[track.id] != turn.began[track.id]:
            yield track.name
    yield from (flag.name for flag in scenario.flags if flag.id in turn.result.flags)
    yield scenario.rung_by_number[turn.result.rung].name


def seen_tracks(told: Told) -> Sequence[Track]:
    """The tracks that the reader may know."""
    if told.reader.is_control:
        return [track for track in told.session.scenario.tracks if not track.counter]
    return told.session.referee.sight(told.reader.seat).tracks


def test_a_page_names_all_that_its_reader_may_know(reports: list[Told]) -> None:
    """Every inject, order, mark, moved track and flag, and the rung, to each reader."""
    found = 0
    for each in reports:
        wanted = {as_typed(name) for name in names(each)}
        assert not [name for name in wanted if name.rstrip(".") not in each.page], each.reader
        found += len(wanted)
    assert found > 200


def test_no_report_names_a_track_or_a_flag_that_its_reader_may_not_know(
    reports: list[Told],
) -> None:
    """In either length, to any seat and to the room."""
    hidden = 0
    for each in reports:
        if each.reader.is_control:
            continue
        scenario, sight = each.session.scenario, each.session.referee.sight(each.reader.seat)
        known = " ".join([t.name for t in sight.tracks] + [m.name for m in scenario.moves])
        seen = {track.id for track in sight.tracks}
        secret = [t.name for t in scenario.tracks if t.id not in seen and not t.counter]
        secret += [f.name for f in scenario.flags if not sight.knows_flag(f.id)]
        secret = [as_typed(name) for name in secret if name not in known]
        assert not [name for name in secret if name in each.page + each.minute]
        hidden += len(secret)
    assert hidden > 0


def test_a_minute_can_be_read_out_in_one(reports: list[Told]) -> None:
    """At most 130 words, with where the ladder stands and at least one thing more."""
    assert len(reports) > 10
    for each in reports:
        rung = each.session.scenario.rung_by_number[each.turn.result.rung].name
        assert len(unmarked(each.minute).split()) <= MOST_WORDS
        assert as_typed(rung) in each.minute
        assert 3 <= len(each.minute.strip().split("\n\n")) <= 7
