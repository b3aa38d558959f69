"""A seat's own door into a session: its view, its acts, and word when its view changes.

It holds functions and no session, so that whoever has the door of one seat cannot reach another's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import NullTranslations

from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.acceptance_taken_back import TakeBackAcceptance
from idlib_wargame.session.kinds.agreement_published import PublishAgreement
from idlib_wargame.session.kinds.allegation_draft import DraftAllegation
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_draft import DraftJudgement
from idlib_wargame.session.kinds.judgement_taken_back import TakeJudgementBack
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_read import ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.pick_added import AddPick
from idlib_wargame.session.kinds.pick_explained import ExplainPick
from idlib_wargame.session.kinds.pick_taken_off import TakePickOff
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.play import Judgement, Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.asked_orders import AskedFor, Order
from idlib_wargame.views.bargains.writing import Reading, reading_of
from idlib_wargame.views.correspondence import LetterDraft, is_request
from idlib_wargame.views.drawing import Drawing, Drawings
from idlib_wargame.views.free_orders import FreeOrder
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.own_door import OwnDoor, own_door
from idlib_wargame.views.seat import SeatMade, SeatView, Wish, seat_view
from idlib_wargame.words.language import _, spoken

Listener = Callable[[SeatView], None]
SeatAct = (
    AddPick
    | TakePickOff
    | ExplainPick
    | SealOrders
    | UnsealOrders
    | GiveReason
    | GiveWord
    | SendMessage
    | DraftMessage
    | ReadMessages
    | DraftJudgement
    | Judge
    | TakeJudgementBack
    | TableOffer
    | DraftOffer
    | AcceptOffer
    | TakeBackAcceptance
    | RefuseOffer
    | WithdrawOffer
    | AgreeToEnd
    | DeclareOver
    | AllegeBreach
    | DraftAllegation
    | PublishAgreement
)


class SeatDoor:
    """Made by ``seat_door``. Every act raises Refused where it may not be done now."""

    def __init__(
        self,
        seat: str,
        look: Callable[[], SeatView],
        submit: Callable[[SeatAct], None],
        listen: Callable[[Listener], Callable[[], None]],
        read: Callable[[Offer, str], Reading],
        own: OwnDoor,
        draw: Callable[[], Drawing],
    ) -> None:
        self.seat = seat
        self.own = own
        self._look = look
        self._submit = submit
        self._listen = listen
        self._read = read
        self._draw = draw

    def view(self) -> SeatView:
        """What the seat may see now."""
        return self._look()

    def drawing(self) -> Drawing:
        """What its map and its chart are drawn from now."""
        return self._draw()

    def seal(self, wishes: Sequence[Wish]) -> None:
        """Seal these orders."""
        self._submit(SealOrders(self.seat, tuple(wishes)))

    def seal_as_seen(self, wishes: Sequence[Wish]) -> None:
        """Seal these orders, if they are still what stands on the seat's sheet.

        Somebody else at the seat may have picked since they were read.
        """
        view = self._look()
        if view.is_sealed:
            raise Refused(_("These orders are sealed already."))
        if view.wishes != tuple(wishes):
            raise Refused(_("Your orders have changed meanwhile; read them again, then seal them."))
        self.seal(wishes)

    def add_pick(self, wish: Wish) -> None:
        """Pick this too. Of one that is picked already, what is said of it now takes its place.

        An order of the seat's own without a name (``move``) is a new one.
        """
        self._submit(AddPick(self.seat, wish))

    def take_pick_off(self, move: str, choice: str = "") -> None:
        """Pick this no longer."""
        self._submit(TakePickOff(self.seat, move, choice))

    def explain_pick(self, move: str, choice: str, why: str) -> None:
        """Keep why this is picked; refused where somebody has taken it off meanwhile."""
        self._submit(ExplainPick(self.seat, move, choice, why))

    def write_free(self, move: str, free: FreeOrder) -> None:
        """Keep what an order of the seat's own says, likewise."""
        self._submit(ExplainPick(self.seat, move, free=free))

    def unseal(self) -> None:
        """Take sealed orders back to the draft."""
        self._submit(UnsealOrders(self.seat))

    def give_reason(self, order: Order, text: str) -> None:
        """Give a reason against an order that the seat was asked about."""
        self._submit(GiveReason(order, text, self.seat))

    def give_word(self, order: Order, what: AskedFor, number: int) -> None:
        """Say how likely an order is, or how it comes out, where the seat was asked."""
        self._submit(GiveWord(order, what, self.seat, number))

    def send_message(self, draft: LetterDraft) -> None:
        """Send what was written; to control alone, and no answer, it is a request."""
        asks = is_request(self.seat, draft)
        self._submit(SendMessage(draft.to, draft.text, asks, draft.answers))

    def draft_message(self, draft: LetterDraft) -> None:
        """Keep what is half written."""
        self._submit(DraftMessage(*draft))

    def read_messages(self, keys: Sequence[str]) -> None:
        """The messages of those keys have been read."""
        self._submit(ReadMessages(tuple(keys)))

    def draft_judgement(self, judgement: Judgement) -> None:
        """Keep what is filled in so far."""
        self._submit(DraftJudgement(self.seat, judgement))

    def judge(self, judgement: Judgement) -> None:
        """Seal what the seat thinks."""
        self._submit(Judge(self.seat, judgement))

    def take_judgement_back(self) -> None:
        """Take a sealed judgement back to the draft."""
        self._submit(TakeJudgementBack(self.seat))

    def reading_of(self, offer: Offer, answers: str = "") -> Reading:
        """How an offer reads while it is written, as a counter where it ``answers`` one."""
        return self._read(offer, answers)

    def table_offer(self, offer: Offer, answers: str = "", draft: int = 0) -> None:
        """Put an offer to others, as a counter where it answers one of theirs; the ``draft`` that
        it was kept as goes with it.
        """
        self._submit(TableOffer(self.seat, offer, answers, draft))

    def draft_offer(self, place: int, offer: Offer | None, answers: str = "") -> None:
        """Keep what is half written of an offer, in a place of its own; None discards it."""
        self._submit(DraftOffer(self.seat, place, offer, answers))

    def accept_offer(self, case: str, reads: str, person: str = "") -> None:
        """Accept an offer as it was read; ``reads`` is the digest on its card.

        ``person`` is who signed, where they showed it by a PIN of their own.
        """
        self._submit(AcceptOffer(self.seat, case, reads, person))

    def take_back_acceptance(self, case: str) -> None:
        """Take an acceptance back, while others have not given theirs."""
        self._submit(TakeBackAcceptance(self.seat, case))

    def refuse_offer(self, case: str) -> None:
        """Refuse an offer, which closes it."""
        self._submit(RefuseOffer(self.seat, case))

    def withdraw_offer(self, case: str) -> None:
        """Take an offer of one's own from the table."""
        self._submit(WithdrawOffer(self.seat, case))

    def agree_to_end(self, case: str) -> None:
        """Consent to the end of an agreement."""
        self._submit(AgreeToEnd(self.seat, case))

    def declare_over(self, case: str) -> None:
        """Declare an agreement over."""
        self._submit(DeclareOver(self.seat, case))

    def allege_breach(self, case: str, term: int, text: str = "") -> None:
        """Say that a term, counted from 0, was broken."""
        self._submit(AllegeBreach(self.seat, case, term, text))

    def draft_allegation(self, case: str, term: int, text: str) -> None:
        """Keep what is half written of a term, counted from 0; no text lets go of it."""
        self._submit(DraftAllegation(self.seat, case, term, text))

    def publish_agreement(self, case: str) -> None:
        """Make known to all what only some know."""
        self._submit(PublishAgreement(self.seat, case))

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` when the seat's view has changed; what comes back ends that."""
        return self._listen(listener)


def seat_door(session: Session, seat: str, among: PinLock | None = None) -> SeatDoor:
    """The door of a seat of that session. ``among`` is a lock that counts who guesses at PINs."""
    drawings = Drawings(session.scenario, session.referee.sight(seat))
    made = SeatMade()
    last: tuple[Play, NullTranslations, SeatView] | None = None

    def look() -> SeatView:
        # Several ask after each act; until the next, the exercise is the same one.
        nonlocal last
        if last is None or last[0] is not session.play or last[1] is not spoken():
            last = (session.play, spoken(), seat_view(session, seat, made))
        return last[2]

    def submit(act: SeatAct) -> None:
        session.submit(act, seat)

    def listen(listener: Listener) -> Callable[[], None]:
        shown = look()

        def look_again(_change: object) -> None:
            nonlocal shown
            view = look()
            if view != shown:
                shown = view
                listener(view)

        return session.subscribe(look_again)

    def read(offer: Offer, answers: str) -> Reading:
        sight = session.referee.sight(seat)
        play = known_play(session.play, sight)
        return reading_of(session.referee, play, offer, sight, answers)

    def draw() -> Drawing:
        return drawings.of(session.play)

    own = own_door(session, seat, among)
    return SeatDoor(seat, look, submit, listen, read, own, draw)
