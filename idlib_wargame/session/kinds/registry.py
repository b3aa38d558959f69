"""Every kind of entry, gathered. A new kind of act is a file beside this one and a line here."""

from __future__ import annotations

from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.acceptance_taken_back import ACCEPTANCE_TAKEN_BACK
from idlib_wargame.session.kinds.accepted import ACCEPTED
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.agreement_leaked import AGREEMENT_LEAKED
from idlib_wargame.session.kinds.agreement_published import AGREEMENT_PUBLISHED
from idlib_wargame.session.kinds.allegation_draft import ALLEGATION_DRAFT
from idlib_wargame.session.kinds.at_laptop import AT_LAPTOP
from idlib_wargame.session.kinds.breach_alleged import BREACH_ALLEGED
from idlib_wargame.session.kinds.break_begun import BREAK_BEGUN
from idlib_wargame.session.kinds.brief_read import BRIEF_READ
from idlib_wargame.session.kinds.by_hand import BY_HAND
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.day_planned import DAY_PLANNED
from idlib_wargame.session.kinds.declared_over import DECLARED_OVER
from idlib_wargame.session.kinds.desk_draft import DESK_DRAFT
from idlib_wargame.session.kinds.draft import DRAFT
from idlib_wargame.session.kinds.drop_taken_back import DROP_TAKEN_BACK
from idlib_wargame.session.kinds.dropped import DROPPED
from idlib_wargame.session.kinds.end_agreed import END_AGREED
from idlib_wargame.session.kinds.ended import ENDED
from idlib_wargame.session.kinds.finished import FINISHED
from idlib_wargame.session.kinds.first_look import FIRST_LOOK
from idlib_wargame.session.kinds.handling_set import HANDLING_SET
from idlib_wargame.session.kinds.inject_answered import INJECT_ANSWERED
from idlib_wargame.session.kinds.inject_moved import INJECT_MOVED
from idlib_wargame.session.kinds.inject_planned import INJECT_PLANNED
from idlib_wargame.session.kinds.injected import INJECTED
from idlib_wargame.session.kinds.injects_written import INJECTS_WRITTEN
from idlib_wargame.session.kinds.joined import JOINED
from idlib_wargame.session.kinds.judged import JUDGED
from idlib_wargame.session.kinds.judgement_asked import JUDGEMENT_ASKED
from idlib_wargame.session.kinds.judgement_draft import JUDGEMENT_DRAFT
from idlib_wargame.session.kinds.judgement_taken_back import JUDGEMENT_TAKEN_BACK
from idlib_wargame.session.kinds.kind import ActKind, EntryKind, only_control
from idlib_wargame.session.kinds.message_draft import MESSAGE_DRAFT
from idlib_wargame.session.kinds.message_leaked import MESSAGE_LEAKED
from idlib_wargame.session.kinds.message_read import MESSAGE_READ
from idlib_wargame.session.kinds.message_sent import MESSAGE_SENT
from idlib_wargame.session.kinds.method_chosen import METHOD_CHOSEN
from idlib_wargame.session.kinds.minutes_given import MINUTES_GIVEN
from idlib_wargame.session.kinds.muted import MUTED
from idlib_wargame.session.kinds.note import NOTE
from idlib_wargame.session.kinds.observer_left import OBSERVER_LEFT
from idlib_wargame.session.kinds.observer_pin import OBSERVER_PIN
from idlib_wargame.session.kinds.observer_seated import OBSERVER_SEATED
from idlib_wargame.session.kinds.odds_set import ODDS_SET
from idlib_wargame.session.kinds.offer_accepted import OFFER_ACCEPTED
from idlib_wargame.session.kinds.offer_draft import OFFER_DRAFT
from idlib_wargame.session.kinds.offer_refused import OFFER_REFUSED
from idlib_wargame.session.kinds.offer_tabled import OFFER_TABLED
from idlib_wargame.session.kinds.offer_withdrawn import OFFER_WITHDRAWN
from idlib_wargame.session.kinds.order_shown import ORDER_SHOWN
from idlib_wargame.session.kinds.orders_opened import ORDERS_OPENED
from idlib_wargame.session.kinds.others_asked import OTHERS_ASKED
from idlib_wargame.session.kinds.pack import PACK
from idlib_wargame.session.kinds.phase import PHASE
from idlib_wargame.session.kinds.pick_added import PICK_ADDED
from idlib_wargame.session.kinds.pick_explained import PICK_EXPLAINED
from idlib_wargame.session.kinds.pick_taken_off import PICK_TAKEN_OFF
from idlib_wargame.session.kinds.pin_reset import PIN_RESET
from idlib_wargame.session.kinds.reason_heard import REASON_HEARD
from idlib_wargame.session.kinds.redone import REDONE
from idlib_wargame.session.kinds.reopened import REOPENED
from idlib_wargame.session.kinds.report_edited import REPORT_EDITED
from idlib_wargame.session.kinds.report_released import REPORT_RELEASED
from idlib_wargame.session.kinds.reseated import RESEATED
from idlib_wargame.session.kinds.result_agreed import RESULT_AGREED
from idlib_wargame.session.kinds.result_shown import RESULT_SHOWN
from idlib_wargame.session.kinds.rolled import ROLLED
from idlib_wargame.session.kinds.row_offered import ROW_OFFERED
from idlib_wargame.session.kinds.row_written import ROW_WRITTEN
from idlib_wargame.session.kinds.ruling import RULING
from idlib_wargame.session.kinds.ruling_released import RULING_RELEASED
from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.kinds.seat_note import SEAT_NOTE
from idlib_wargame.session.kinds.seat_pin import SEAT_PIN
from idlib_wargame.session.kinds.setup import SETUP
from idlib_wargame.session.kinds.shapes import anything
from idlib_wargame.session.kinds.shortened import SHORTENED
from idlib_wargame.session.kinds.skipped import SKIPPED
from idlib_wargame.session.kinds.timer import TIMER
from idlib_wargame.session.kinds.told import TOLD
from idlib_wargame.session.kinds.uncovered import UNCOVERED
from idlib_wargame.session.kinds.undone import UNDONE
from idlib_wargame.session.kinds.unreadable import UNREADABLE
from idlib_wargame.session.kinds.unsealed import UNSEALED
from idlib_wargame.session.kinds.word_given import WORD_GIVEN
from idlib_wargame.session.kinds.words_counted import WORDS_COUNTED
from idlib_wargame.session.kinds.words_scored import WORDS_SCORED
from idlib_wargame.words.language import _, fill

KINDS: tuple[EntryKind, ...] = (
    PACK,
    SETUP,
    DRAFT,
    PICK_ADDED,
    PICK_TAKEN_OFF,
    PICK_EXPLAINED,
    SEALED,
    UNSEALED,
    UNCOVERED,
    PHASE,
    ORDERS_OPENED,
    ODDS_SET,
    METHOD_CHOSEN,
    ORDER_SHOWN,
    OTHERS_ASKED,
    REASON_HEARD,
    WORD_GIVEN,
    WORDS_COUNTED,
    RESULT_AGREED,
    ROW_WRITTEN,
    ROW_OFFERED,
    ROLLED,
    ADJUDICATED,
    RULING,
    RULING_RELEASED,
    RESULT_SHOWN,
    ACCEPTED,
    CLOSED,
    INJECTED,
    SKIPPED,
    DROPPED,
    DROP_TAKEN_BACK,
    INJECT_PLANNED,
    INJECT_MOVED,
    INJECT_ANSWERED,
    INJECTS_WRITTEN,
    TOLD,
    MESSAGE_SENT,
    MESSAGE_READ,
    MESSAGE_LEAKED,
    MESSAGE_DRAFT,
    NOTE,
    RESEATED,
    UNDONE,
    REDONE,
    REOPENED,
    FINISHED,
    PIN_RESET,
    SEAT_PIN,
    FIRST_LOOK,
    SEAT_NOTE,
    TIMER,
    OFFER_DRAFT,
    OFFER_TABLED,
    OFFER_ACCEPTED,
    ACCEPTANCE_TAKEN_BACK,
    OFFER_REFUSED,
    OFFER_WITHDRAWN,
    END_AGREED,
    DECLARED_OVER,
    ALLEGATION_DRAFT,
    BREACH_ALLEGED,
    AGREEMENT_PUBLISHED,
    AGREEMENT_LEAKED,
    WORDS_SCORED,
    JUDGEMENT_ASKED,
    JUDGEMENT_DRAFT,
    JUDGED,
    JUDGEMENT_TAKEN_BACK,
    DAY_PLANNED,
    MINUTES_GIVEN,
    BREAK_BEGUN,
    SHORTENED,
    OBSERVER_PIN,
    OBSERVER_SEATED,
    OBSERVER_LEFT,
    BRIEF_READ,
    BY_HAND,
    HANDLING_SET,
    REPORT_RELEASED,
    REPORT_EDITED,
    DESK_DRAFT,
    JOINED,
    ENDED,
    MUTED,
    AT_LAPTOP,
)


def _unknown_line(scenario: Scenario, entry: Entry) -> str:
    said = _("An entry of a kind this program does not know: {kind}.")
    return fill(said, kind=entry.kind)


# A record may hold what a later program wrote: it is told, and changes nothing.
UNKNOWN = EntryKind(name="", shape=anything, line=_unknown_line, audience=only_control)

_BY_NAME = {kind.name: kind for kind in (*KINDS, UNREADABLE)}
_BY_ACT: dict[type[Act], ActKind[Any]] = {
    kind.act: kind for kind in KINDS if isinstance(kind, ActKind)
}


def kind_named(name: str) -> EntryKind:
    """The kind of an entry by its name in the record; UNKNOWN for a name of another program."""
    return _BY_NAME.get(name, UNKNOWN)


def kind_of(act: Act) -> ActKind[Any]:
    """The kind of an act. KeyError for one that the registry does not hold."""
    return _BY_ACT[type(act)]
