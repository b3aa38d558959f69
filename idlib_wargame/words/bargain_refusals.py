"""Why an offer may not be made, or something not be done with it: one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from idlib_wargame.rules.agreements.bars import Bar, Barred
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.bargains import stage_words
from idlib_wargame.words.language import _, fill

_SHOWN = 60  # characters of what was given where an id should stand


def barred_words(scenario: Scenario, barred: Barred, offer: Offer | None = None) -> str:
    """A reason in one sentence: what was found, what was expected, what to do."""
    said = _SAYINGS[barred.bar]()
    found = _shortened(barred.found)
    places: dict[str, object] = {
        "found": found,
        "bound": barred.bound,
        "actor": scenario.actor_name(found),
        "stage": _stage(barred.found),
        "number": 0 if barred.term is None else barred.term + 1,
    }
    return fill(said, **places)


def too_long_words(found: int, most: int) -> str:
    """What is said of a text that is longer than it may be."""
    said = _("The text has {found} characters and may have {most}; shorten it.")
    return fill(said, found=found, most=most)


def _shortened(found: str) -> str:
    """What was given, as far as a sentence has room for it."""
    return found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"


def _stage(found: str) -> str:
    return stage_words(Stage(found)) if found in {*Stage} else found


_SAYINGS: Mapping[Bar, Callable[[], str]] = {
    Bar.NO_TABLE: lambda: _("This pack has no agreements, so nothing can be offered."),
    Bar.NO_SUCH_ACTOR: lambda: _(
        "There is no actor “{found}” in this exercise; choose one of those there are."
    ),
    Bar.TO_ONESELF: lambda: _("{actor} cannot make an offer to itself; choose somebody else."),
    Bar.TO_NOBODY: lambda: _("The offer is made to nobody; choose whom it is for."),
    Bar.NAMED_TWICE: lambda: _("{actor} is named twice; once is enough."),
    Bar.NO_PARTY: lambda: _(
        "{actor} is played by the facilitator and signs nothing in this pack; choose another."
    ),
    Bar.NO_GUARANTOR: lambda: _("{actor} cannot be a guarantor in this pack; choose another."),
    Bar.TELLS_GUARANTOR: lambda: _(
        "{actor} is to guarantee it and must know of it; let the guarantor know, or choose none."
    ),
    Bar.NO_ONE_GUARANTEES: lambda: _(
        "No guarantor is named, and one is needed for what was chosen; name one."
    ),
    Bar.NO_TERMS: lambda: _("The offer has no terms yet; add at least one."),
    Bar.TOO_MANY_TERMS: lambda: _(
        "One side has {found} terms and may have {bound}; take some out."
    ),
    Bar.TOO_LONG: lambda: _(
        "The offer's sentence has {found} characters and may have {bound}; shorten it."
    ),
    Bar.ANSWER_PAST: lambda: _(
        "It asks for an answer by turn {found}, which is past; turn {bound} is the first left."
    ),
    Bar.ANSWER_AFTER_END: lambda: _(
        "It asks for an answer by turn {found}, and the exercise ends with turn "
        "{bound}; ask sooner."
    ),
    Bar.UNTIL_PAST: lambda: _(
        "It would end with turn {found}, before it can be answered; let it hold to turn "
        "{bound} or later."
    ),
    Bar.UNTIL_AFTER_END: lambda: _(
        "It would hold until turn {found}, and the exercise ends with turn {bound}; let "
        "it end sooner."
    ),
    Bar.TOO_MANY_OPEN: lambda: _(
        "{actor} has {bound} offers on the table, which is the most; withdraw one first."
    ),
    Bar.NO_TURN_LEFT: lambda: _("No turn is left that it could bind; nothing more can be offered."),
    Bar.NO_SUCH_TEMPLATE: lambda: _("The pack has no template “{found}”; choose another, or none."),
    Bar.NO_DEBTOR: lambda: _("Term {number} is owed by “{actor}”, who is no party to the offer."),
    Bar.NO_SUCH_CLAUSE: lambda: _(
        "Term {number} names “{found}”, and the pack has no such clause; choose another."
    ),
    Bar.NOT_THEIR_CLAUSE: lambda: _(
        "Term {number} asks for a clause that is not its party's to meet; choose another."
    ),
    Bar.NO_SCORE: lambda: _(
        "Term {number} asks for a score of {found}; 1 to {bound} may be asked."
    ),
    Bar.NO_SUCH_MOVE: lambda: _(
        "Term {number} names “{found}”, and the pack has no such move; choose another."
    ),
    Bar.NOT_THEIR_MOVE: lambda: _(
        "Term {number} promises a move that its party cannot order; choose another."
    ),
    Bar.NO_SUCH_CHOICE: lambda: _(
        "Term {number} names “{found}”, which its move does not have; choose another way, or none."
    ),
    Bar.NO_SUCH_RESTRAINT: lambda: _(
        "Term {number} names “{found}”, and the pack has no such restraint; choose another."
    ),
    Bar.SPARES_NOBODY: lambda: _(
        "Term {number} does not fit whom it spares; choose an actor other than its own party, "
        "or none where it spares all."
    ),
    Bar.MORE_THAN_ITS_KIND: lambda: _(
        "Term {number} says more than a term of its kind can; take it out and write it anew."
    ),
    Bar.NO_WORDS: lambda: _("Term {number} has no words yet; write them, or take it out."),
    Bar.WORDS_TOO_LONG: lambda: _(
        "Term {number} has {found} characters and may have {bound}; shorten it."
    ),
    Bar.DUE_PAST: lambda: _(
        "Term {number} is due in turn {found}, which is past; name a later one."
    ),
    Bar.DUE_AFTER_END: lambda: _(
        "Term {number} is due in turn {found}, and the agreement ends with turn "
        "{bound}; name an earlier turn, or let it hold longer."
    ),
    Bar.NO_SUCH_TERM: lambda: _(
        "There is no term {found} in this offer; choose one that there is."
    ),
    Bar.HANGS_ON_ITSELF: lambda: _("Term {number} depends on itself; choose another, or none."),
    Bar.RING: lambda: _(
        "Term {number} depends on term {found}, and that depends on it in turn; take one link out."
    ),
    Bar.NO_SUCH_OFFER: lambda: _(
        "There is no such offer any more. Look at the list as it stands now."
    ),
    Bar.NOT_OPEN: lambda: _("That offer is no longer on the table: {stage}."),
    Bar.NOT_YOURS: lambda: _("You are no party to that, so it is not for you to decide."),
    Bar.ACCEPTED_ALREADY: lambda: _("{actor} has accepted it already; once is enough."),
    Bar.NOT_ACCEPTED: lambda: _(
        "{actor} has no acceptance to take back; whoever made an offer withdraws it."
    ),
    Bar.NO_ANSWER: lambda: _(
        "An answer goes to whoever made the offer: add {actor}, or make it an offer of its own."
    ),
    Bar.ANOTHER_TEXT: lambda: _(
        "The offer reads otherwise than what you accepted; read it again as it stands now."
    ),
    Bar.NOT_IN_FORCE: lambda: _("That agreement is not in force: {stage}."),
    Bar.CONSENTED_ALREADY: lambda: _("{actor} has agreed to end it already."),
    Bar.KNOWN_ALREADY: lambda: _("Those it would be told to know of it already."),
    Bar.NOT_IN_WORDS: lambda: _(
        "Term {found} is not in free words; the rules find what came of it."
    ),
}
