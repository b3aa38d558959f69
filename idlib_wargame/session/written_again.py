"""What play would have written in place of an entry: the act it records, done once more.

Each act goes through the same door with the exercise as it stood before the entry. So whatever play
works out (results, injects, phases, the outcome) and whatever it refuses is compared in one way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from idlib_wargame.record.entry import Body, Entry, encode
from idlib_wargame.rules.dice import Address, ProvableDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.own_rows import NO_ROWS
from idlib_wargame.rules.result import Release, asked_from_json
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.door import entry_for
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds import pick_explained
from idlib_wargame.session.kinds.acceptance_taken_back import (
    ACCEPTANCE_TAKEN_BACK,
    TakeBackAcceptance,
)
from idlib_wargame.session.kinds.accepted import ACCEPTED, AcceptResult
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED, Adjudicate
from idlib_wargame.session.kinds.agreement_leaked import AGREEMENT_LEAKED, LeakAgreement
from idlib_wargame.session.kinds.agreement_published import AGREEMENT_PUBLISHED, PublishAgreement
from idlib_wargame.session.kinds.allegation_draft import ALLEGATION_DRAFT, DraftAllegation
from idlib_wargame.session.kinds.at_laptop import AT_LAPTOP, PutAtLaptop
from idlib_wargame.session.kinds.before_rolling import order_of
from idlib_wargame.session.kinds.breach_alleged import BREACH_ALLEGED, AllegeBreach
from idlib_wargame.session.kinds.break_begun import BREAK_BEGUN, TakeBreak
from idlib_wargame.session.kinds.brief_read import BRIEF_READ, ReadBrief
from idlib_wargame.session.kinds.by_hand import BY_HAND, TakeInHand
from idlib_wargame.session.kinds.closed import CLOSED, CloseTurn
from idlib_wargame.session.kinds.day_planned import DAY_PLANNED, PlanDay
from idlib_wargame.session.kinds.declared_over import DECLARED_OVER, DeclareOver
from idlib_wargame.session.kinds.desk_draft import DESK_DRAFT, DraftAtDesk
from idlib_wargame.session.kinds.draft import DRAFT, DraftOrders
from idlib_wargame.session.kinds.drop_taken_back import DROP_TAKEN_BACK, TakeBackDrop
from idlib_wargame.session.kinds.dropped import DROPPED, DropInject
from idlib_wargame.session.kinds.end_agreed import END_AGREED, AgreeToEnd
from idlib_wargame.session.kinds.ended import ENDED, EndPerson
from idlib_wargame.session.kinds.finished import FINISHED, Finish
from idlib_wargame.session.kinds.first_look import FIRST_LOOK, EndFirstLook
from idlib_wargame.session.kinds.handling_set import HANDLING_SET, SetHandling
from idlib_wargame.session.kinds.inject_answered import INJECT_ANSWERED, TickAnswered
from idlib_wargame.session.kinds.inject_moved import INJECT_MOVED, MoveInject
from idlib_wargame.session.kinds.inject_planned import INJECT_PLANNED, PlanInject
from idlib_wargame.session.kinds.injected import INJECTED, SendInject
from idlib_wargame.session.kinds.injects_written import INJECTS_WRITTEN, act_again
from idlib_wargame.session.kinds.joined import JOINED, JoinFrom
from idlib_wargame.session.kinds.judged import JUDGED, Judge
from idlib_wargame.session.kinds.judgement_asked import JUDGEMENT_ASKED, AskJudgements
from idlib_wargame.session.kinds.judgement_draft import JUDGEMENT_DRAFT, DraftJudgement
from idlib_wargame.session.kinds.judgement_taken_back import JUDGEMENT_TAKEN_BACK, TakeJudgementBack
from idlib_wargame.session.kinds.judging import judgement_from_body
from idlib_wargame.session.kinds.kind import EntryKind, Json, Position
from idlib_wargame.session.kinds.message_draft import MESSAGE_DRAFT, DraftMessage
from idlib_wargame.session.kinds.message_leaked import MESSAGE_LEAKED, LeakMessage
from idlib_wargame.session.kinds.message_read import MESSAGE_READ, ReadMessages
from idlib_wargame.session.kinds.message_sent import MESSAGE_SENT, SendMessage
from idlib_wargame.session.kinds.method_chosen import METHOD_CHOSEN, ChooseMethod
from idlib_wargame.session.kinds.minutes_given import MINUTES_GIVEN, GiveMinutes
from idlib_wargame.session.kinds.muted import MUTED, Mute
from idlib_wargame.session.kinds.note import NOTE, TakeNote
from idlib_wargame.session.kinds.observer_left import OBSERVER_LEFT, LetObserverGo
from idlib_wargame.session.kinds.observer_pin import OBSERVER_PIN, TellOfObserverPin
from idlib_wargame.session.kinds.observer_seated import OBSERVER_SEATED, SeatObserver
from idlib_wargame.session.kinds.odds_set import ODDS_SET, SetOdds
from idlib_wargame.session.kinds.offer_accepted import OFFER_ACCEPTED, AcceptOffer
from idlib_wargame.session.kinds.offer_draft import OFFER_DRAFT, DraftOffer
from idlib_wargame.session.kinds.offer_refused import OFFER_REFUSED, RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import OFFER_TABLED, TableOffer
from idlib_wargame.session.kinds.offer_withdrawn import OFFER_WITHDRAWN, WithdrawOffer
from idlib_wargame.session.kinds.order_shown import ORDER_SHOWN, ShowOrder
from idlib_wargame.session.kinds.orders import wish_from_body, wishes_from_body
from idlib_wargame.session.kinds.orders_opened import ORDERS_OPENED, OpenOrders
from idlib_wargame.session.kinds.others_asked import OTHERS_ASKED, AskOthers
from idlib_wargame.session.kinds.phase import PHASE, MoveOn
from idlib_wargame.session.kinds.pick_added import PICK_ADDED, AddPick
from idlib_wargame.session.kinds.pick_explained import PICK_EXPLAINED
from idlib_wargame.session.kinds.pick_taken_off import PICK_TAKEN_OFF, TakePickOff
from idlib_wargame.session.kinds.pin_reset import PIN_RESET, ResetPin
from idlib_wargame.session.kinds.reason_heard import REASON_HEARD, GiveReason
from idlib_wargame.session.kinds.redone import REDONE, Redo
from idlib_wargame.session.kinds.registry import kind_named
from idlib_wargame.session.kinds.reopened import REOPENED, Reopen
from idlib_wargame.session.kinds.report_edited import REPORT_EDITED, EditReport
from idlib_wargame.session.kinds.report_released import REPORT_RELEASED, ReleaseReport
from idlib_wargame.session.kinds.reseated import RESEATED, Reseat
from idlib_wargame.session.kinds.result_agreed import RESULT_AGREED, AgreeResult
from idlib_wargame.session.kinds.result_shown import RESULT_SHOWN, ShowResult
from idlib_wargame.session.kinds.rolled import ROLLED, RollOrders
from idlib_wargame.session.kinds.row_offered import ROW_OFFERED, OfferRow
from idlib_wargame.session.kinds.row_written import ROW_WRITTEN, WriteRow
from idlib_wargame.session.kinds.ruling import RULING, Decide
from idlib_wargame.session.kinds.ruling_released import RULING_RELEASED, ReleaseRuling
from idlib_wargame.session.kinds.sealed import SEALED, SealOrders
from idlib_wargame.session.kinds.seat_note import SEAT_NOTE, WriteSeatNote
from idlib_wargame.session.kinds.seat_pin import SEAT_PIN, TellOfSeatPin
from idlib_wargame.session.kinds.shortened import SHORTENED, ShortenTo
from idlib_wargame.session.kinds.skipped import SKIPPED, SkipInject
from idlib_wargame.session.kinds.told import TOLD, Tell
from idlib_wargame.session.kinds.uncovered import UNCOVERED, UncoverOrders
from idlib_wargame.session.kinds.undone import UNDONE, Undo
from idlib_wargame.session.kinds.unsealed import UNSEALED, UnsealOrders
from idlib_wargame.session.kinds.word_given import WORD_GIVEN, GiveWord
from idlib_wargame.session.kinds.words_counted import WORDS_COUNTED, CountWords
from idlib_wargame.session.kinds.words_scored import WORDS_SCORED, ScoreWords
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.own_move import OwnMove
from idlib_wargame.session.play import Length, Play, ReportText, Wish
from idlib_wargame.session.seating import Observer, PinState, Watching
from idlib_wargame.session.sent import sent_in
from idlib_wargame.words.language import _


class Again(NamedTuple):
    """``body`` is what play would have written, None where it would have refused ``reasons``."""

    body: Json | None
    reasons: str = ""

    def is_stored(self, stored: Body) -> bool:
        """Whether the entry holds that, as the text it was written in."""
        return self.body is not None and encode(self.body) == stored.text


def _ruling(body: Body) -> Act:
    band = None if body["band"] is None else Band(body["band"])
    address, release = Address.from_text(body["address"]), Release(body["release"])
    return Decide(address, band, body["why"], release, asked_from_json(body["effects"]))


def _note(body: Body) -> Act:
    ties = tuple(Tie(About(each["about"]), each["id"], each["person"]) for each in body["ties"])
    return TakeNote(
        body["text"],
        tuple(body["tags"]),
        ties,
        body["for_report"],
        body["important"],
        body["number"] if body["anew"] else 0,
    )


def _report(body: Body) -> Act:
    report = ReportText(body["turn"], body["reader"], Length(body["length"]))
    return EditReport(report, body["text"])


def _observer(body: Body) -> Act:
    observer = Observer(body["name"], Watching(body["role"]), body["sees"])
    return SeatObserver(observer, body["changes"])


_ACTS: Mapping[EntryKind, Callable[[Body], Act]] = {
    ORDERS_OPENED: lambda body: OpenOrders(),
    ODDS_SET: lambda body: SetOdds(order_of(body), body["need"], body["why"]),
    METHOD_CHOSEN: lambda body: ChooseMethod(order_of(body), body["method"]),
    ORDER_SHOWN: lambda body: ShowOrder(order_of(body), tuple(body["seats"])),
    OTHERS_ASKED: lambda body: AskOthers(
        order_of(body), AskedFor(body["what_for"]), tuple(body["seats"]), tuple(body["people"])
    ),
    REASON_HEARD: lambda body: GiveReason(
        order_of(body), body["text"], body["whose"], body["is_for"]
    ),
    WORD_GIVEN: lambda body: GiveWord(
        order_of(body), AskedFor(body["what_for"]), body["who"], body["number"], body["person"]
    ),
    WORDS_COUNTED: lambda body: CountWords(order_of(body), AskedFor(body["what_for"])),
    RESULT_AGREED: lambda body: AgreeResult(
        order_of(body),
        None if body["band"] is None else Band(body["band"]),
        tuple(body["seats"]),
        body["why"],
    ),
    ROW_WRITTEN: lambda body: WriteRow(order_of(body), OwnMove.from_body(body["row"])),
    ROW_OFFERED: lambda body: OfferRow(body["move"], tuple(body["actors"])),
    ROLLED: lambda body: RollOrders(tuple(order_of(each) for each in body["rolls"])),
    PHASE: lambda body: MoveOn(holding=bool(body.get("held"))),
    ADJUDICATED: lambda body: Adjudicate(),
    RULING: _ruling,
    RESULT_SHOWN: lambda body: ShowResult(Address.from_text(body["address"])),
    RULING_RELEASED: lambda body: ReleaseRuling(Address.from_text(body["address"])),
    ACCEPTED: lambda body: AcceptResult(Address.from_text(body["address"])),
    CLOSED: lambda body: CloseTurn(),
    INJECTED: lambda body: SendInject(body["inject"]),
    SKIPPED: lambda body: SkipInject(body["inject"]),
    DROPPED: lambda body: DropInject(body["inject"]),
    DROP_TAKEN_BACK: lambda body: TakeBackDrop(body["inject"]),
    INJECT_PLANNED: lambda body: PlanInject(body["inject"], body["till"], body["minute"]),
    INJECT_MOVED: lambda body: MoveInject(body["inject"], body["before"]),
    INJECT_ANSWERED: lambda body: TickAnswered(body["inject"], body["words"], body["answered"]),
    INJECTS_WRITTEN: act_again,
    SEALED: lambda body: SealOrders(body["seat"], wishes_from_body(body)),
    UNSEALED: lambda body: UnsealOrders(body["seat"]),
    DRAFT: lambda body: DraftOrders(body["seat"], wishes_from_body(body)),
    PICK_ADDED: lambda body: AddPick(body["seat"], wish_from_body(body["order"])),
    PICK_TAKEN_OFF: lambda body: TakePickOff(body["seat"], body["move"], body["choice"]),
    PICK_EXPLAINED: pick_explained.act_of,
    TOLD: lambda body: Tell(tuple(body["to"]), body["sender"], body["text"]),
    MESSAGE_SENT: lambda body: SendMessage(
        tuple(body["to"]), body["text"], body["request"], body["answers"]
    ),
    MESSAGE_READ: lambda body: ReadMessages(tuple(body["keys"])),
    MESSAGE_LEAKED: lambda body: LeakMessage(body["leaks"], tuple(body["to"])),
    MESSAGE_DRAFT: lambda body: DraftMessage(tuple(body["to"]), body["text"], body["answers"]),
    NOTE: lambda body: _note(body),
    RESEATED: lambda body: Reseat(body["seat"], tuple(body["people"]), body["played_by"]),
    SEAT_PIN: lambda body: TellOfSeatPin(body["seat"], body["person"], PinState(body["state"])),
    FIRST_LOOK: lambda body: EndFirstLook(body["seat"]),
    SEAT_NOTE: lambda body: WriteSeatNote(
        body["seat"], body["number"], body["text"], body["is_done"]
    ),
    PIN_RESET: lambda body: ResetPin(body["is_set"]),
    UNCOVERED: lambda body: UncoverOrders(),
    UNDONE: lambda body: Undo(),
    REDONE: lambda body: Redo(),
    REOPENED: lambda body: Reopen(body["turn"]),
    FINISHED: lambda body: Finish(),
    OFFER_DRAFT: lambda body: DraftOffer(
        body["seat"],
        body["place"],
        None if body["offer"] is None else Offer.from_json(body["offer"]),
        body["answers"],
    ),
    OFFER_TABLED: lambda body: TableOffer(
        body["seat"], Offer.from_json(body["offer"]), body["answers"], body.get("draft", 0)
    ),
    OFFER_ACCEPTED: lambda body: AcceptOffer(
        body["seat"], body["case"], body["reads"], body["person"]
    ),
    ACCEPTANCE_TAKEN_BACK: lambda body: TakeBackAcceptance(body["seat"], body["case"]),
    OFFER_REFUSED: lambda body: RefuseOffer(body["seat"], body["case"]),
    OFFER_WITHDRAWN: lambda body: WithdrawOffer(body["seat"], body["case"]),
    END_AGREED: lambda body: AgreeToEnd(body["seat"], body["case"]),
    DECLARED_OVER: lambda body: DeclareOver(body["seat"], body["case"]),
    ALLEGATION_DRAFT: lambda body: DraftAllegation(
        body["seat"], body["case"], body["term"], body["text"]
    ),
    BREACH_ALLEGED: lambda body: AllegeBreach(
        body["seat"], body["case"], body["term"], body["text"]
    ),
    AGREEMENT_PUBLISHED: lambda body: PublishAgreement(body["seat"], body["case"]),
    AGREEMENT_LEAKED: lambda body: LeakAgreement(body["case"], tuple(body["leaked_to"])),
    WORDS_SCORED: lambda body: ScoreWords(body["case"], body["term"], body["score"], body["why"]),
    JUDGEMENT_ASKED: lambda body: AskJudgements(body["asked"]),
    JUDGEMENT_DRAFT: lambda body: DraftJudgement(body["seat"], judgement_from_body(body)),
    JUDGED: lambda body: Judge(body["seat"], judgement_from_body(body)),
    JUDGEMENT_TAKEN_BACK: lambda body: TakeJudgementBack(body["seat"]),
    DAY_PLANNED: lambda body: PlanDay(DayPlan.from_body(body)),
    MINUTES_GIVEN: lambda body: GiveMinutes(body["minutes"]),
    BREAK_BEGUN: lambda body: TakeBreak(
        body["minutes"], body["used"], body["name"], body["after_turn"]
    ),
    SHORTENED: lambda body: ShortenTo(body["turns"], body["early"]),
    OBSERVER_SEATED: _observer,
    OBSERVER_PIN: lambda body: TellOfObserverPin(body["name"], PinState(body["state"])),
    OBSERVER_LEFT: lambda body: LetObserverGo(body["name"]),
    BRIEF_READ: lambda body: ReadBrief(body["seat"]),
    BY_HAND: lambda body: TakeInHand(body["what"], body["by_hand"]),
    HANDLING_SET: lambda body: SetHandling(body["text"]),
    REPORT_RELEASED: lambda body: ReleaseReport(body["turn"]),
    REPORT_EDITED: _report,
    DESK_DRAFT: lambda body: DraftAtDesk(body["place"], body["text"]),
    JOINED: lambda body: JoinFrom(body["person"], body["seat"], body["device"]),
    ENDED: lambda body: EndPerson(body["person"], body["seat"]),
    MUTED: lambda body: Mute(body["person"], body["seat"], body["is_muted"]),
    AT_LAPTOP: lambda body: PutAtLaptop(body["seat"], body["is_at"]),
}


class Step(NamedTuple):
    """An entry of play, how the exercise stood then, and what play would have written for it."""

    entry: Entry
    kind: EntryKind
    before: Play
    again: Again

    @property
    def number(self) -> int:
        """The number of the entry."""
        return self.entry.number

    @property
    def is_stored(self) -> bool:
        """Whether the entry says what play would have written."""
        return self.again.is_stored(self.entry.body)


class PlayAgain:
    """The pack, its bots and the dice of a session, ready to do its acts once more."""

    def __init__(self, referee: Referee, dice: ProvableDice) -> None:
        self._referee = referee.with_rows(NO_ROWS)
        self._dice = dice
        self._bots = {habit.id: Bot(self._referee, habit) for habit in referee.scenario.habits}

    def steps(self, entries: Iterable[Entry]) -> Iterator[Step]:
        """Each act, also what was struck later, done again as the exercise stood at the time."""
        chronicle = Chronicle(self._referee)
        for entry in entries:
            kind = kind_named(entry.kind)
            if kind in _ACTS and chronicle.moments:
                yield Step(entry, kind, chronicle.play, self._written(chronicle, entry, kind))
            chronicle.add(entry)

    def _written(self, chronicle: Chronicle, entry: Entry, kind: EntryKind) -> Again:
        play = chronicle.play
        at = Position(
            chronicle.referee,
            self._dice,
            chronicle.moments,
            chronicle.redoable,
            lambda seat: self._orders_of(play, seat),
            chronicle.note_numbers,
        )
        try:
            sent = sent_in(entry.body)
            return Again(entry_for(_ACTS[kind](entry.body), entry.by, at, sent)[1])
        except Refused as refused:
            return Again(None, str(refused))
        except (LookupError, TypeError, ValueError):
            return Again(None, _("It holds what the pack does not have, or play does not write."))

    def _orders_of(self, play: Play, seat: str) -> tuple[Wish, ...]:
        """What would be opened for a seat: its sealed orders, or its habit's picks."""
        if seat in play.sealed:
            return play.sealed[seat]
        bot = self._bots.get(play.setup.of(seat).habit)
        picked = bot.orders(play.state, seat, self._dice, play.ledger) if bot else ()
        return tuple(Wish(order.move, order.choice) for order in picked)
