"""A session with a secret in every private place, and the list of them."""

from __future__ import annotations

import shutil
from pathlib import Path

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.result import Release
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.joined import JoinFrom
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.pick_added import AddPick
from idlib_wargame.session.kinds.pick_explained import ExplainPick
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.sent import Sent
from idlib_wargame.session.session import Session
from tests.conftest import HARBOUR

# In the pack: what is written, and what stands there instead. Each is something that not every
# seat may know: seen by one only, a counter, or read off one of these.
IN_PACK = (
    ("tracks.yaml", "Catch that Astra does not declare", "SECRET-TRACK"),
    ("tracks.yaml", "Nets cut and not yet answered", "SECRET-COUNTER-OF-NETS"),
    ("moves/military.yaml", "Fish at night behind the patrol line", "SECRET-MOVE"),
    ("aims.yaml", "A treaty with both coasts on it", "SECRET-AIM"),
    ("injects.yaml", "A wreck on the bank", "SECRET-INJECT"),
    ("injects.yaml", "A hull has been found, keel up.", "SECRET-TEXT-OF-INJECT"),
    (
        "catalysts.yaml",
        "clocks:",
        "  - {id: poached, name: SECRET-FLAG, when: catch_hidden >= 1}\nclocks:",
    ),
    (
        "outcomes.yaml",
        "  - {id: drift",
        "  - {id: poached, name: SECRET-ENDING, when: catch_hidden >= 10, judgement: true}\n"
        "  - {id: drift",
    ),
    (
        "map.geojson",
        '{"type": "Feature", "properties": {"id": "port"',
        '{"type": "Feature", "properties": {"id": "cache", "kind": "camp", "name": "SECRET-PLACE",'
        ' "schematic": true, "shown": "catch_hidden >= 1"},'
        ' "geometry": {"type": "Point", "coordinates": [-0.5, 59.5]}},\n'
        '{"type": "Feature", "properties": {"id": "port"',
    ),
)
# Said while it is played.
IN_PLAY = (
    "SECRET-NOTE",
    "SECRET-STRUCK",
    "SECRET-MESSAGE",
    "SECRET-LETTER",
    "SECRET-QUESTION",
    "SECRET-ANSWER",
    "SECRET-LEAK",
    "SECRET-WHY",
    "SECRET-RULING",
)
# Sealed and never opened, or half written: not even control reads it in a replay.
NEVER_OPENED = "SECRET-UNOPENED"
# A seat's own: nobody else reads it, control neither.
OF_A_SEAT = ("SECRET-OF-THE-SEAT", "SECRET-PIN")
IN_PLACES = ("TRACK", "MOVE", "AIM", "INJECT", "TEXT-OF-INJECT", "FLAG", "ENDING", "PLACE")
SEATING = (
    Seating("astra", ("Ana",)),
    Seating("borea", ("Carla",)),
    Seating("caldis", (), "control"),
    Seating("press", (), "control"),
)


def play_with_secrets(folder: Path) -> Path:
    """Writes the session to a file: two turns closed, the third left with orders sealed."""
    session = Session.create(
        folder / "a.wargame",
        read_pack(pack_with_secrets(folder / "pack")),
        Setup("Staff course", "Group B", 4, seating=SEATING),
        seed_from_number(3),
    )
    for act in (
        SendInject("wreck"),
        Tell(("borea",), "A skipper", "SECRET-MESSAGE"),
        Tell((), "Control", "Good morning to all"),
        TakeNote("SECRET-NOTE"),
        TakeNote("SECRET-STRUCK"),
        Undo(),
    ):
        session.submit(act, FACILITATOR)
    _write_in_private(session)
    for number, is_done in ((1, True), (2, False)):
        note = WriteSeatNote("borea", number, "SECRET-OF-THE-SEAT", is_done)
        session.submit(note, "borea")
    SeatPins(session, "borea").set("Carla", "SECRET-PIN")
    _play_turn(session)
    session.submit(MoveOn(), FACILITATOR)
    session.submit(SkipInject("cold_spring"), FACILITATOR)
    session.submit(DropInject("cold_spring"), FACILITATOR)
    _play_turn(session)
    _to_orders(session)
    _seal(session, "astra", Wish("silent_nets", why=NEVER_OPENED))
    session.submit(DraftOrders("borea", (Wish("protest", why=NEVER_OPENED),)), "borea")
    _from_devices(session)
    session.close()
    return folder / "a.wargame"


def _from_devices(session: Session) -> None:
    """Carla has a phone, picks one order more on it, and has not sent what she types."""
    with session.sending(Sent("page-1/1", NEVER_OPENED)):
        session.submit(JoinFrom("Carla", "borea", NEVER_OPENED), "borea")
    with session.sending(Sent("page-1/2", NEVER_OPENED)):
        session.submit(AddPick("borea", Wish("call_talks", why=NEVER_OPENED)), "borea")
    session.submit(ExplainPick("borea", "protest", why=NEVER_OPENED), "borea")
    session.keep({("borea.carla", "message.text"): NEVER_OPENED})


def _write_in_private(session: Session) -> None:
    """Seats write to each other and to control, which answers, and leaks one to a third."""
    session.submit(SendMessage(("borea",), "SECRET-LETTER"), "astra")
    session.submit(SendMessage((FACILITATOR,), "SECRET-QUESTION", request=True), "astra")
    asked = session.play.letters[-1].key
    session.submit(SendMessage(("astra",), "SECRET-ANSWER", answers=asked), FACILITATOR)
    session.submit(SendMessage(("astra",), "SECRET-LEAK"), "borea")
    session.submit(LeakMessage(session.play.letters[-1].key, ("caldis",)), FACILITATOR)
    session.submit(DraftMessage(("borea",), NEVER_OPENED), "astra")


def pack_with_secrets(folder: Path) -> Path:
    """The full harbour pack, with a secret in each place that not every seat may know."""
    shutil.copytree(HARBOUR.with_name("harbour_full"), folder)
    for file, written, secret in IN_PACK:
        text = (folder / file).read_text(encoding="utf-8")
        assert written in text
        (folder / file).write_text(text.replace(written, secret), encoding="utf-8")
    return folder


def _play_turn(session: Session) -> None:
    """Astra acts in secret, Borea in the open; control rules on Borea's and hides the ruling."""
    _to_orders(session)
    _seal(session, "astra", Wish("silent_nets", why="SECRET-WHY"))
    _seal(session, "borea", Wish("send_patrols", why="SECRET-WHY"))
    session.submit(Adjudicate(), FACILITATOR)
    pending = session.play.pending
    assert pending is not None
    ruled = next(c for c in pending.result.cards if c.order.move == "send_patrols")
    hidden = Decide(ruled.address, Band.BACKFIRE, "SECRET-RULING", release=Release.HOT_WASH)
    session.submit(hidden, FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)


def _to_orders(session: Session) -> None:
    while session.play.phase != ORDERS:
        session.submit(MoveOn(), FACILITATOR)


def _seal(session: Session, seat: str, *wishes: Wish) -> None:
    session.submit(SealOrders(seat, wishes), seat)
