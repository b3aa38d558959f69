"""Exercises with their room open, for pictures of pages: made when asked for, and kept till then.

Each stands at one moment. Pictures that change nothing share one; who changes it, has it alone.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from unittest.mock import patch

from sample import ROOT
from staging import ADJUDICATION, ORDERS, REPORT, TALKS, Stage
from studio import Studio

from idlib_wargame.packs.reader import PackReading, read_files, read_pack
from idlib_wargame.rules.pack.phases import FINISHED, INJECTS
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.pins import HashWork, use_work
from idlib_wargame.session.seating import EVERYTHING, ROOM_VIEW, Observer, Watching
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.web import opening
from idlib_wargame.words.languages import ENGLISH, MIRRORED, use_language

sys.path.append(str(ROOT))
from tests.web.home import Home

HARBOUR = ROOT / "tests" / "data" / "harbour_full"
WHO = "Dr I. Moreau"
opening.JOINS_AT_ONCE = 10_000  # whoever is looked at joins anew for each picture
PATIENCE = 300.0  # seconds: an exercise is played to its end
_LONG_SEAT = "The Standing Committee of the Northern Harbours and their Coastguards"
_LONG_MOVE = (
    "Call the three ministers, their deputies and the harbourmasters of all the quays together"
)
_LONG_PEOPLE = (
    "Konstantin Alexandrowitsch Wolkow-Trubezkoi",
    "Donaudampfschifffahrtsgesellschaftskapitän M. Überreuther",
)
_OUT_OF_THE_ORDINARY = {
    "seats.yaml": (("name: Astra", f"name: {_LONG_SEAT}"),),
    "moves/diplomatic.yaml": (("name: Call the three ministers together", f"name: {_LONG_MOVE}"),),
}

Begins = Callable[[Path], Session]


def _harbour(phase: str, turn: int = 2) -> Begins:
    return lambda scratch: _stage(scratch, _harbour_pack()).go_to(turn, phase)


def _stage(scratch: Path, reading: PackReading) -> Stage:
    return Stage(reading, scratch / "Grey Bank.wargame")


@cache
def _harbour_pack() -> PackReading:
    return read_pack(HARBOUR)


def _harbour_over(scratch: Path) -> Session:
    return _stage(scratch, _harbour_pack()).finish()


def _long(scratch: Path) -> Session:
    """Names as long as authors and parents make them."""
    files = dict(_harbour_pack().files)
    for file, changes in _OUT_OF_THE_ORDINARY.items():
        for old, new in changes:
            assert old in files[file], old
            files[file] = files[file].replace(old, new, 1)
    people = (_LONG_PEOPLE, ("Mehmet Kaya", "S. Darwish", "Rana Haddad"), ("J. Whitfield",))
    with patch("staging.PEOPLE", people):
        return _stage(scratch, read_files(files)).go_to(2, ORDERS)


def _idlib(turn: int, phase: str) -> Begins:
    return lambda scratch: Studio(scratch).at(turn, phase)


def _observed(scratch: Path) -> Session:
    studio = Studio(scratch)
    session = studio.at(3, TALKS)
    watching = (
        (WHO, Watching.OBSERVER, studio.players[0]),
        ("P. Lindqvist", Watching.OBSERVER, ROOM_VIEW),
        ("C. Ferrari", Watching.ASSISTANT, EVERYTHING),
    )
    for name, role, sees in watching:
        session.submit(SeatObserver(Observer(name, role, sees)), FACILITATOR)
    return session


def _sealed(scratch: Path) -> Session:
    studio = Studio(scratch)
    stage = studio.in_orders()
    session, seat = stage.session, studio.players[1]
    session.submit(SealOrders(seat, stage.wishes(seat)), seat)
    return session


def _muted(scratch: Path) -> Session:
    studio = Studio(scratch)
    session = studio.bargained()
    seat = studio.players[1]
    session.submit(Mute(session.play.setup.of(seat).people[0], seat), FACILITATOR)
    return session


MOMENTS: Mapping[str, Begins] = {
    "harbour-injects": _harbour(INJECTS),
    "harbour-talks": _harbour(TALKS),
    "harbour-orders": _harbour(ORDERS),
    "harbour-adjudication": _harbour(ADJUDICATION),
    "harbour-report": _harbour(REPORT),
    "harbour-finished": _harbour_over,
    "start": lambda scratch: Studio(scratch).stage().session,
    "injects": _idlib(3, INJECTS),
    "talks": lambda scratch: Studio(scratch).bargained(),
    "orders": lambda scratch: Studio(scratch).in_orders().session,
    "own-order": lambda scratch: Studio(scratch).written(),
    "sealed": _sealed,
    "asked": lambda scratch: Studio(scratch).asked(),
    "report": _idlib(3, REPORT),
    "judgement": _idlib(2, TALKS),
    "practice": lambda scratch: Studio(scratch).stage(practice=True).go_to(1, ORDERS),
    "handling": lambda scratch: Studio(scratch).stage(handling="Not for quotation").session,
    "finished": lambda scratch: Studio(scratch).stage().finish(),
    "observed": _observed,
    "muted": _muted,
    "long": _long,
}


class Homes:
    """Opens them, one at a time, each in a folder of its own."""

    def __init__(self, scratch: Path) -> None:
        self._scratch, self._count = scratch, 0
        self._open: tuple[str, str, Home] | None = None
        self._patched = ExitStack()
        self._patched.enter_context(patch("secrets.randbelow", lambda _below: 0))
        self._patched.enter_context(patch("tests.web.home.PATIENCE", PATIENCE))
        self._work = use_work(HashWork(rounds=1, memory=64))  # nobody guesses PINs here
        self._played: dict[str, Path] = {}

    def at(self, moment: str, is_mirrored: bool = False, is_new: bool = False) -> Home:
        """The room at that moment; ``is_new`` where nobody may have done anything in it."""
        language = MIRRORED if is_mirrored else ENGLISH
        if self._open is not None:
            if self._open[:2] == (moment, language) and not is_new:
                return self._open[2]
            self.close_one()
        if is_mirrored:
            use_language(language)
        self._count += 1
        path = self._scratch / f"{self._count}.wargame"
        home = Home(lambda: Session.open(Path(shutil.copy(self._played_to(moment), path))))
        is_over = home.call(lambda: home.session.play.phase == FINISHED)
        home.clock = ClockSeen() if is_over else ClockSeen("12:40 left", 760, False)
        home.open()
        self._open = ("" if is_new else moment, language, home)
        return home

    def _played_to(self, moment: str) -> Path:
        """Where an exercise stands at that moment: it is played once."""
        if moment not in self._played:
            folder = self._scratch / moment
            folder.mkdir()
            session = _looked_round(MOMENTS[moment](folder), moment != "start")
            assert session.path is not None
            self._played[moment] = session.path
            session.close()
        return self._played[moment]

    def close_one(self) -> None:
        """The one that is open."""
        if self._open is not None:
            _moment, language, home = self._open
            home.close()
            if language == MIRRORED:
                use_language(ENGLISH)
            self._open = None

    def close(self) -> None:
        """It and all else."""
        self.close_one()
        self._patched.close()
        use_work(self._work)


def _looked_round(session: Session, has_begun: bool) -> Session:
    """Everybody but at the start has had their first look."""
    for each in session.play.setup.seating:
        if has_begun and each.people and each.seat not in session.play.looked_round:
            session.submit(EndFirstLook(each.seat), each.seat)
    return session


__all__ = ["MOMENTS", "WHO", "Homes"]
