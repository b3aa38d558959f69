"""All that a reader is given of an exercise: views, log, reports, and what the door answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from idlib_wargame.rules.audience import ROOM, Reader
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.play import Length, Play, Wish
from idlib_wargame.session.reading import SavedSession
from idlib_wargame.session.session import Session
from idlib_wargame.views.account import Account, Accounts
from idlib_wargame.views.bargains.ledger import ledger_view
from idlib_wargame.views.chart.agreement_marks import agreement_marks
from idlib_wargame.views.desk.reports import latest_report
from idlib_wargame.views.drawing import Drawings
from idlib_wargame.views.ending import ending
from idlib_wargame.views.escalation import clock_marks, escalation, figures_csv
from idlib_wargame.views.judging.at_end import thoughts
from idlib_wargame.views.known_play import KnownPlay
from idlib_wargame.views.looking import as_looked_at
from idlib_wargame.views.map.shown import Maps
from idlib_wargame.views.observer_door import looking_on
from idlib_wargame.views.order_accounts import weights
from idlib_wargame.views.papers import papers
from idlib_wargame.views.retelling import Retelling
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room_door import room_door
from idlib_wargame.views.seat import seat_view, view_of
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.views.situation_report import report_text

ANY_TIME = "2031-03-03T12:00:00+00:00"


def given_to(session: Session, seat: str) -> dict[str, Any]:
    """All that a reader is given of an exercise, by what it is; times of the clock left out."""
    reader = Reader(seat) if seat else ROOM
    found: dict[str, Any] = {
        "log": [(e.turn, e.kind, e.who, e.text, e.struck) for e in session.log(reader)],
        **_reports(session, seat),
    }
    if seat:
        view = view_of(session.referee, _timeless(session.play), seat)
        found |= view._asdict()
        if session.play.turn == 1:  # what is handed out before an exercise stays what it was
            # Those who sit there read their own names, which no other view of a seat's has.
            nobody = replace(session.play.setup, seating=())
            found["papers"] = papers(session.referee, nobody, seat)
        found |= _its_own(session, seat) | drawn(session, session.play, seat)
    else:
        found |= _room(session)
    return found


def _its_own(session: Session, seat: str) -> dict[str, Any]:
    """What belongs to a seat alone."""
    own = seat_door(session, seat).own
    return {
        "curtain": own.curtain(),
        "notes": own.notes(),
        "history": own.history(),
        "first look": own.first_look(),
        "looked at": view_of(session.referee, as_looked_at(_timeless(session.play), seat), seat),
    }


def answers(session: Session, seat: str, wishes: Sequence[Wish]) -> list[str]:
    """What the seat's door says to each order alone, to pairs, and to what is not its own."""
    door = seat_door(session, seat)
    sheets: list[Sequence[Wish]] = [(wish,) for wish in wishes]
    sheets += [wishes[n : n + 2] for n in range(0, len(wishes) - 1, 5)]
    sheets += [(Wish(move.id),) for move in session.scenario.moves[::4]]
    heard = []
    for sheet in sheets:
        acts = (partial(door.seal, sheet), door.unseal, partial(door.add_pick, sheet[0]))
        heard += [_said(act) for act in acts]
    return heard + said_of_offers(session, seat)


def said_of_offers(session: Session, seat: str) -> list[str]:
    """What the seat's door says to each act on what it has on its list, and on what it has not."""
    door, view = seat_door(session, seat), seat_view(session, seat)
    cards = view.ledger.cards if view.ledger else ()
    prepared = view.offers.templates if view.offers else ()
    heard = [str(door.reading_of(each.offer)) for each in prepared]
    heard += [_said(partial(door.table_offer, each.offer)) for each in prepared]
    one, other = (*session.scenario.actors, *session.scenario.actors)[:2]
    guessed = [f"{one}>{other}/{secrecy}/{n}" for secrecy in Secrecy for n in (1, 2)]
    for key, digest in ((each.key, each.digest) for each in cards):
        guessed.append(key)
        heard.append(_said(partial(door.accept_offer, key, digest)))
    for key in guessed:
        acts = (
            partial(door.accept_offer, key, ""),
            partial(door.take_back_acceptance, key),
            partial(door.allege_breach, key, 9),
            partial(door.refuse_offer, key),
            partial(door.withdraw_offer, key),
        )
        heard += [_said(act) for act in acts]
    return heard


def _said(act: Callable[[], None]) -> str:
    try:
        act()
    except Refused as refused:
        return str(refused)
    return ""


def drawn(session: Session, play: Play, seat: str) -> dict[str, Any]:
    """What a seat's map and chart are drawn from where an exercise stands so, and what is on them.

    The exercise is on the session's pack.
    """
    drawing = Drawings(session.scenario, session.referee.sight(seat)).of(_timeless(play))
    return {
        "drawn": drawing.play,
        "seat's map": Maps(drawing.pack, may_miss=True).of(drawing.play)
        if drawing.pack.map
        else None,
        "papers on the chart": agreement_marks(drawing.pack, drawing.play.ledger),
    }


def _reports(session: Session, seat: str) -> dict[str, Any]:
    """The situation report of each turn, and the chart's figures."""
    referee, play = session.referee, session.play
    sight = referee.sight(seat)
    reader = Reader(seat) if seat else ROOM
    results = [turn.result for turn in play.closed]
    opening = play.closed[0].opening if play.closed else play.state
    chart = escalation(session.scenario, opening, results, sight)
    return {
        "sitreps": [
            report_text(referee, play, reader, turn.number, length)
            for turn in play.closed
            for length in Length
        ],
        "on the desk": latest_report(session, Reader(seat)).rpartition("*Record fingerprint")[0],
        "chart": chart,
        "figures": figures_csv(session.scenario, chart, play.setup.handling),
        "clocks": clock_marks(session.scenario, play.setup.turns, play.state),
    }


def _room(session: Session) -> dict[str, Any]:
    sight = session.referee.sight()
    told = Retelling.of(saved_of(session), ROOM)
    plays = [_timeless(told.play_at(place)) for place in range(len(told.moments))]
    known, now = told.known.scenario, _timeless(room_play(session, session.play))
    on = looking_on(session)
    return {
        "plays": plays,
        "marks": told.marks,
        "ending": ending(session.referee, session.play, sight),
        "thoughts": thoughts(session.scenario, session.play),
        "maps": [Maps(known, may_miss=True).of(play) for play in (plays[-1], now)]
        if known.map
        else [],
        "now": now,
        "looked on": (on.report(), on.ending(), on.thoughts()),
        "room's screen": on_the_rooms_screen(session),
        **room_papers(session, known, plays),
    }


def on_the_rooms_screen(session: Session) -> list[Any]:
    """What its door gives: what stands around, and each scene; a break is told to everybody."""
    door = room_door(session)
    return [door.view(), *(door.scene(each) for each in Scene if each is not Scene.BREAK)]


def room_papers(session: Session, known: Scenario, plays: Sequence[Play]) -> dict[str, Any]:
    """The room's ledger and what its chart marks of agreements, at each moment of a replay."""
    sight, referee = session.referee.sight(), session.referee
    papers = {(each.bargaining_turn, str(each.ledger)): each for each in plays}.values()
    return {
        "ledgers": [ledger_view(referee, each, sight) for each in papers],
        "papers on the chart": [agreement_marks(known, each.ledger) for each in papers],
        "accounts": [_accounts(known, each) for each in plays],
        "weights": [
            weights(plays[-1].own.added_to(known), turn.result) for turn in plays[-1].closed
        ],
    }


def _accounts(known: Scenario, play: Play) -> list[Account]:
    """How each track that a reader sees, and the ladder, came to what it is."""
    accounts = Accounts(known, play, may_miss=True)
    return [accounts.rung(), *(accounts.track(track) for track in known.tracks)]


def room_play(session: Session, play: Play) -> Play:
    """An exercise on the session's pack as the room may know it, before results are due."""
    return KnownPlay(session.scenario, session.referee.sight()).of(replace(play, pending=None))


def saved_of(session: Session) -> SavedSession:
    """The exercise as its file would be read for replay."""
    chronicle = Chronicle(session.referee)
    chronicle.extend(tuple(session.entries))
    return SavedSession(
        path=Path(),
        title="",
        scenario=session.scenario,
        referee=session.referee,
        entries=tuple(session.entries),
        moments=tuple(moment for moment in chronicle.moments if moment.kind.has_line),
        struck=frozenset(chronicle.struck),
        opened=frozenset(chronicle.opened),
        readable=tuple(chronicle.entries),
        complete=True,
        stopped="",
        seed=None,
    )


def _timeless(play: Play) -> Play:
    """The exercise with no time of the clock in it."""
    return replace(
        play,
        phase_since="",
        sealed_for={
            turn: dict.fromkeys(seats, ANY_TIME) for turn, seats in play.sealed_for.items()
        },
        reopened=dict.fromkeys(play.reopened, ANY_TIME),
        reseatings=Grown(each._replace(at=ANY_TIME) for each in play.reseatings),
        messages=Grown(each._replace(at="") for each in play.messages),
        letters=Grown(each._replace(at="") for each in play.letters),
        closed=tuple(replace(turn, closed_at="") for turn in play.closed),
        pending=replace(play.pending, closed_at="") if play.pending else None,
    )
