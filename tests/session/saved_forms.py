"""Files of every form that was ever released, which must open, go on, replay and verify for ever.

``python -m tests.session.saved_forms`` writes the files of today's form, as often as it changes
before it is released. With the word ``release`` it notes their digests beside them instead: from
then on they are never written again, and a change of what is stored is a new form.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.record.file_format import FORM
from idlib_wargame.rules.dice import Address, seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.offer import Does, How, Link, Offer, Term
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Release
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.autoplay import play_on
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.day import DayPlan, PlannedBreak
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.acceptance_taken_back import TakeBackAcceptance
from idlib_wargame.session.kinds.accepted import AcceptResult
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.agreement_published import PublishAgreement
from idlib_wargame.session.kinds.allegation_draft import DraftAllegation
from idlib_wargame.session.kinds.at_laptop import PutAtLaptop
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.brief_read import ReadBrief
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.desk_draft import DraftAtDesk
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.drop_taken_back import TakeBackDrop
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.kinds.ended import EndPerson
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.inject_answered import TickAnswered
from idlib_wargame.session.kinds.inject_moved import MoveInject
from idlib_wargame.session.kinds.inject_planned import PlanInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.joined import JoinFrom
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.judgement_draft import DraftJudgement
from idlib_wargame.session.kinds.judgement_taken_back import TakeJudgementBack
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_read import ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.method_chosen import ChooseMethod
from idlib_wargame.session.kinds.minutes_given import GiveMinutes
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.observer_left import LetObserverGo
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.order_shown import ShowOrder
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.pick_added import AddPick
from idlib_wargame.session.kinds.pick_explained import ExplainPick
from idlib_wargame.session.kinds.pick_taken_off import TakePickOff
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.report_edited import EditReport
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.result_agreed import AgreeResult
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.row_offered import OfferRow
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.ruling_released import ReleaseRuling
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.kinds.shortened import ShortenTo
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.msel import Cell, Written
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.own_move import like_move
from idlib_wargame.session.play import Judgement, Length, ReportText, Setup, Wish
from idlib_wargame.session.seat_pins import ObserverPins, SeatPins
from idlib_wargame.session.seating import Observer, Seating, Watching
from idlib_wargame.session.sent import Sent
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState

DATA = Path(__file__).parent.parent / "data"
FORMS = DATA / "forms"
WHOLE, UNFINISHED, DECIDED = "whole.wargame", "unfinished.wargame", "decided.wargame"
WHITE_CELL = "white_cell.wargame"
DIGESTS = "released.sha256"  # in the folder of each form that was released, as sha256sum writes it
SEATING = (
    Seating("astra", ("Ada", "Ångström")),
    Seating("borea", ("Bo",)),
    Seating("caldis", (), "habit:cautious"),
    Seating("press", (), "control"),
)
THOUGHT = Judgement((("treaty", "unlikely"), ("war", "remote"), ("drift", "likely")), 1)
TALKS = Address(1, "diplomacy", "astra", "call_talks")


def whole(path: Path, reading: PackReading) -> Session:
    """An exercise to its end, with an entry of every kind and each way of taking one back."""
    session = _first_turn(path, reading)
    _do(session, Reopen(1), Undo(), Redo(), UncoverOrders(), Adjudicate())
    _do(
        session, Undo(), Redo(), Decide(TALKS, Band.PARTIAL, "Read again", release=Release.HOT_WASH)
    )
    _do(session, ShowResult(TALKS), CloseTurn(), ReleaseRuling(TALKS))
    _report(session)
    _do(session, MoveOn())
    _do(session, SkipInject("cold_spring"), Undo(), SkipInject("cold_spring"))
    _do(session, DropInject("cold_spring"), TakeBackDrop("cold_spring"))
    _do(session, PlanInject("cold_spring", 3, 1), MoveInject("wreck", "cold_spring"))
    _write_injects(session)
    _do(session, DropInject("cold_spring"))
    list(play_on(session))
    _do(session, TakeNote("After the end"))
    pins = SeatPins(session, "astra")
    pins.set("Ångström", "a grey seal")
    pins.reset("Ångström")
    pins.go_without("Ada")
    session.reset_pin("a forgotten one")
    return session


def unfinished(path: Path, reading: PackReading) -> Session:
    """An exercise broken off in its second turn, one seat sealed and another still writing."""
    session = _first_turn(path, reading)
    while session.play.phase != ORDERS:
        _do(session, MoveOn())
    session.submit(SealOrders("astra", (Wish("protest", why="Again"),)), "astra")
    session.submit(DraftOrders("borea", (Wish("free_crews", why="Perhaps"),)), "borea")
    half = Judgement((THOUGHT.endings[0],))
    session.submit(DraftJudgement("astra", half), "astra")
    session.submit(Judge("borea", THOUGHT), "borea")
    _do(session, SetTimer(TimerState.LEFT, 200))
    return session


def decided(path: Path, reading: PackReading) -> Session:
    """A turn whose orders the facilitator decided, one by one, in an exercise made shorter."""
    session = Session.create(
        path, reading, Setup("Decided", "", 6, method="free", seating=SEATING), seed_from_number(2)
    )
    _do(session, ShortenTo(4))
    while session.play.phase != ORDERS:
        _do(session, MoveOn())
    session.submit(SealOrders("astra", (Wish("protest"), Wish("call_talks"))), "astra")
    _do(session, Adjudicate(), Decide(TALKS, Band.STRONG, "Well argued"))
    _do(session, *(AcceptResult(card.address) for card in session.play.undecided), CloseTurn())
    return session


def white_cell(path: Path, reading: PackReading) -> Session:
    """A free order that becomes a row and is ordered again, a vote, and a band agreed on."""
    setup = Setup("White cell", "", 4, seating=SEATING, free_orders=FreeOrders(1))
    session = Session.create(path, reading, setup, seed_from_number(2))
    free = FreeOrder("We light the bank", "So that all see it", ("The lamps are there",))
    while session.play.phase != ORDERS:
        _do(session, MoveOn())
    named = free_id(1, "astra", ())
    own, protest = Order("astra", named), Order("astra", "protest")
    session.submit(SealOrders("astra", (Wish("protest"), Wish(named, free=free))), "astra")
    session.submit(SealOrders("borea", (Wish("free_crews"),)), "borea")
    crews = Order("borea", "free_crews")
    _do(session, OpenOrders(), ShowOrder(own, ("borea",)))
    _do(session, AskOthers(own, AskedFor.AGAINST, ("borea",)))
    session.submit(GiveReason(own, "Lamps go out in a storm", "borea"), "borea")
    row = like_move(session.scenario, "Light the bank", session.scenario.moves[0], "", "astra")
    _do(session, WriteRow(own, row), SetOdds(own, 6, "Well argued"))
    _do(session, AskOthers(protest, AskedFor.ODDS, ("astra", "borea"), ("Prof. Ode",)))
    session.submit(GiveWord(protest, AskedFor.ODDS, "borea", 9), "borea")
    _do(session, GiveWord(protest, AskedFor.ODDS, "Prof. Ode", 7, person=True))
    _do(session, CountWords(protest, AskedFor.ODDS))
    _do(session, ChooseMethod(crews, "consensual"))
    _do(session, AgreeResult(crews, Band.SUCCESS, ("astra", "borea"), "Both want it"))
    _roll_first(session)
    _do(session, Adjudicate(), CloseTurn(), OfferRow(named, ("astra",)))
    while session.play.phase != ORDERS:
        _do(session, MoveOn())
    session.submit(SealOrders("astra", (Wish(named),)), "astra")
    _do(session, Adjudicate(), CloseTurn())
    return session


def _roll_first(session: Session) -> None:
    """Roll one order of the first step that has any."""
    steps = session.scenario.steps
    before, moves = session.play.before_roll, session.scenario.move_by_id
    assert before is not None
    orders = sorted(
        (each.order for each in before.orders), key=lambda o: steps.index(moves[o.move].step)
    )
    _do(session, RollOrders((orders[0],)))


FILES: dict[str, Callable[[Path, PackReading], Session]] = {
    WHOLE: whole,
    UNFINISHED: unfinished,
    DECIDED: decided,
    WHITE_CELL: white_cell,
}


def _first_turn(path: Path, reading: PackReading) -> Session:
    setup = Setup(
        "Every kind of entry", "Group Ω", 3, numbers=False, seating=SEATING, read_marks=True
    )
    session = Session.create(path, reading, setup, seed_from_number(2))
    _do(session, TakeNote("The room is full"), SendInject("wreck"), Undo(), SendInject("wreck"))
    _do(session, Tell(("astra",), "A skipper", "They fish at night"), Tell((), "", "Good morning"))
    _write(session)
    _do(session, Reseat("borea", ("Bo", "Brit"), "person"))
    _do(session, SetTimer(TimerState.RUNNING, 0))
    _do(session, SetTimer(TimerState.PAUSED, 120), SetTimer(TimerState.RUNNING, 120))
    _run_the_day(session)
    _judge(session)
    _bargain(session)
    while session.play.phase != ORDERS:
        _do(session, MoveOn())
    session.submit(EndFirstLook("astra"), "astra")
    session.submit(WriteSeatNote("astra", 1, "They bluff, I th", is_done=False), "astra")
    session.submit(WriteSeatNote("astra", 1, "They bluff, I think", is_done=True), "astra")
    session.submit(DraftOrders("astra", (Wish("call_talks"),)), "astra")
    session.submit(AddPick("astra", Wish("protest")), "astra")
    session.submit(ExplainPick("astra", "protest", why="They fished — at night"), "astra")
    session.submit(TakePickOff("astra", "call_talks"), "astra")
    session.submit(SealOrders("astra", (Wish("protest"),)), "astra")
    session.submit(UnsealOrders("astra"), "astra")
    talks = (Wish("call_talks", why="“Peace” — with a tab\there"),)
    session.submit(SealOrders("astra", talks), "astra")
    session.submit(SealOrders("borea", (Wish("open_ground", "north"),)), "borea")
    _do(session, Adjudicate(), Decide(TALKS, Band.STRONG, "Well argued"))
    _do(session, Decide(TALKS, None, "On second thoughts"), CloseTurn())
    return session


def _run_the_day(session: Session) -> None:
    """What the facilitator does beside the game: people, the clock, notes, what goes by itself."""
    day = DayPlan({"talks": 12}, 25, "16:30", (PlannedBreak(1, 45, "Lunch"),), 10)
    _do(session, PlanDay(day), GiveMinutes(5), GiveMinutes(-1), TakeBreak(10, 150, "Tea"))
    _do(session, SetTimer(TimerState.RUNNING, 150))
    watcher = Observer("Olga", Watching.ASSISTANT, "astra")
    _do(session, SeatObserver(Observer("Otto")), LetObserverGo("Otto"), SeatObserver(watcher))
    pins = ObserverPins(session, session.play.observers["Olga"])
    pins.set("Olga", "a grey gull")
    pins.reset("Olga")
    pins.go_without("Olga")
    about = (Tie(About.SEAT, "astra"), Tie(About.PERSON, "borea", "Bo"))
    _do(session, TakeNote("They stall", ("talks", "Ω"), about, for_report=True, important=True))
    session.submit(TakeNote("They whisper"), watcher.by)
    session.submit(TakeNote("They whispered", number=session.play.note_count), watcher.by)
    session.submit(ReadBrief("astra"), "astra")
    _do(session, TakeInHand("injects"), TakeInHand("reports"), TakeInHand("injects", False))
    _do(session, SetHandling("Exercise. Chatham House rule"), DraftAtDesk("note", "Half a th"))
    _open_to_the_room(session, watcher)


def _open_to_the_room(session: Session, watcher: Observer) -> None:
    """People on devices of their own, what they sent, and what they had not sent yet."""
    with session.sending(Sent("page-1/1", "Ångström")):
        session.submit(JoinFrom("Ångström", "astra", "Phone"), "astra")
    session.submit(JoinFrom("Olga", "", "Tablet"), watcher.by)
    _do(session, Mute("Bo", "borea"), Mute("Bo", "borea", is_muted=False), EndPerson("Olga", ""))
    _do(session, PutAtLaptop("borea"), PutAtLaptop("borea", is_at=False))
    session.keep({("astra.angstrom", "message.text"): "We would rath"})


def _write_injects(session: Session) -> None:
    """A copy in place of its original, one from a list, what was answered, and what is held."""
    copy = Written(
        "", "", "A cold, cold spring", "No shoals.", effects=(Effect("stocks", -1, None, 0),),
        to=("astra",), copy_of="cold_spring", waits_as_original=True,
    )  # fmt: skip
    listed = Written(
        "", "7", "Fog", "“Fog”", turn=2, came_from="fog.csv", divided_by=";",
        cells=(Cell("No", "7", "number"), Cell("Note", "=1", "")),
        orders=session.scenario.inject_by_id["wreck"].orders, repeats="wreck",
    )  # fmt: skip
    _do(session, WriteInjects((copy,), ("cold_spring",)), Undo(), Redo(), WriteInjects((listed,)))
    fog = list(session.play.msel.written)[-1]
    _do(session, SendInject(fog), TickAnswered(fog, "They sound their horns"))
    _do(session, TakeBackDrop("cold_spring"), MoveOn(holding=True))


def _report(session: Session) -> None:
    """Reports are worded anew and released."""
    page = ReportText(1, "room", Length.PAGE)
    _do(session, EditReport(page, "# All is well"), ReleaseReport(1))
    _do(session, EditReport(page._replace(reader="astra", length=Length.MINUTE), "Well"))


def _write(session: Session) -> None:
    """A message that is read and leaked, a request with its answer, and one half written."""
    session.submit(SendMessage(("borea", "press"), "“Peace” —\nat a price"), "astra")
    sent = session.play.letters[-1].key
    session.submit(ReadMessages((sent,)), "borea")
    _do(session, LeakMessage(sent, ("caldis",)), LeakMessage(sent))
    session.submit(SendMessage((FACILITATOR,), "How deep is it?", request=True), "astra")
    asked = session.play.letters[-1].key
    _do(session, SendMessage(("astra",), "Nine fathoms", answers=asked))
    session.submit(DraftMessage(("astra",), "We might", sent), "borea")


def _bargain(session: Session) -> None:
    """Each act on offers and agreements once, and one that is still in force afterwards."""
    quiet = Term("astra", Does.RESTRAINT, "no_raids", 3)
    kind = Term("borea", Does.WORDS, "Be kind — “very”", 2, link=Link(How.UNLESS, 0))
    offer = Offer("astra", ("borea",), (quiet, kind), answer_by=1, until=3, text="Ω")
    session.submit(DraftOffer("astra", 1, offer), "astra")
    first = _table(session, "astra", offer._replace(to=("borea", "caldis")))
    session.submit(AcceptOffer("borea", first, session.play.ledger[first].digest), "borea")
    session.submit(TakeBackAcceptance("borea", first), "borea")
    counter = offer._replace(maker="borea", to=("astra",))
    second = _table(session, "borea", counter, first)
    session.submit(RefuseOffer("astra", second), "astra")
    session.submit(WithdrawOffer("astra", first), "astra")
    over = _signed(session, offer)
    session.submit(DeclareOver("borea", over), "borea")
    ended = _signed(session, offer)
    session.submit(AgreeToEnd("borea", ended), "borea")
    session.submit(AgreeToEnd("astra", ended), "astra")
    held = _signed(session, offer)
    session.submit(DraftAllegation("borea", held, 0, "They fish"), "borea")
    session.submit(AllegeBreach("borea", held, 0, "They fish at night"), "borea")
    _do(session, LeakAgreement(held, ("caldis",)), ScoreWords(held, 1, 2, "Kind enough"))
    session.submit(PublishAgreement("astra", held), "astra")


def _table(session: Session, seat: str, offer: Offer, answers: str = "") -> str:
    before = set(session.play.ledger.cases)
    session.submit(TableOffer(seat, offer, answers), seat)
    (key,) = set(session.play.ledger.cases) - before
    return key


def _signed(session: Session, offer: Offer) -> str:
    key = _table(session, "astra", offer)
    session.submit(AcceptOffer("borea", key, session.play.ledger[key].digest), "borea")
    return key


def _judge(session: Session) -> None:
    """Asked, called off and asked again; one seat thinks twice, another gives none."""
    _do(session, AskJudgements(), AskJudgements(False), AskJudgements())
    acts = (
        DraftJudgement("astra", THOUGHT._replace(rung=None)),
        Judge("astra", THOUGHT),
        TakeJudgementBack("astra"),
        Judge("astra", THOUGHT._replace(rung=2)),
    )
    for act in acts:
        session.submit(act, "astra")


def _do(session: Session, *acts: Act) -> None:
    for act in acts:
        session.submit(act, FACILITATOR)


def digests(folder: Path) -> str:
    """What sha256sum says of a folder's files."""
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    return "".join(f"{found[name]}  {name}\n" for name in sorted(found))


def write(folder: Path) -> None:
    """Write the files of today's form anew, unless people have saved such."""
    if (folder / DIGESTS).exists():
        raise SystemExit(f"{folder.name} was released: a change of what is stored is a new form.")
    folder.mkdir(parents=True, exist_ok=True)
    reading = read_pack(DATA / "harbour_full")
    for name, make in FILES.items():
        (folder / name).unlink(missing_ok=True)
        make(folder / name, reading).close()


def main(words: list[str]) -> None:
    """Write the files of today's form, or say that they are released."""
    folder = FORMS / f"form_{FORM}"
    if words == ["release"]:
        (folder / DIGESTS).write_text(digests(folder), encoding="utf-8")
    else:
        write(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
