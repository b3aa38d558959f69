"""What a reader may do about an offer or an agreement, as its buttons say, and what is asked."""

from __future__ import annotations

from idlib_wargame.views.bargains.case_card import CaseCard, May, TermLine
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill

# As they stand on a card: the answer that was asked for first, what ends something last.
ORDER = (
    May.ACCEPT,
    May.COUNTER,
    May.REFUSE,
    May.TAKE_BACK,
    May.WITHDRAW,
    May.AGREE_TO_END,
    May.DECLARE_OVER,
    May.PUBLISH,
)


def act_words(may: May) -> str:
    """What the button says."""
    return {
        May.ACCEPT: _("Accept"),
        May.COUNTER: _("Counter…"),
        May.REFUSE: _("Refuse…"),
        May.TAKE_BACK: _("Take our acceptance back"),
        May.WITHDRAW: _("Withdraw…"),
        May.AGREE_TO_END: _("Agree to end it…"),
        May.DECLARE_OVER: _("Declare over…"),
        May.PUBLISH: _("Make it known to all…"),
        May.ALLEGE: _("Say that a term was broken…"),
    }[may]


def question_of(may: May, card: CaseCard) -> Question | None:
    """What is asked before it is done; None for what is done at once, as it can be taken back."""
    match may:
        case May.ACCEPT:
            return _before_accepting(card)
        case May.REFUSE:
            said = _("Refuse {offer}? That closes it for everybody.")
            return _asked(said, card, _("Refuse it"))
        case May.WITHDRAW:
            said = _("Withdraw {offer}? That closes it for everybody.")
            return _asked(said, card, _("Withdraw it"))
        case May.AGREE_TO_END:
            said = _("Agree to end {offer}? It ends once all its parties have agreed to that.")
            return _asked(said, card, _("Agree to end it"))
        case May.DECLARE_OVER:
            return _asked(_over_words(card), card, _("Declare it over"))
        case May.PUBLISH:
            said = _("Make {offer} known to all? That cannot be taken back.")
            return _asked(said, card, _("Make it known to all"))
        case _:
            return None


def _before_accepting(card: CaseCard) -> Question | None:
    if not card.is_last_answer and not card.breaks_at_once:
        return None
    said = _("Accept {offer}? Yours is the last answer, so it is in force from then on.")
    if not card.is_last_answer:
        said = _("Accept {offer}? You can take that back until all have accepted.")
    words = [fill(said, offer=card.title), *card.breaks_at_once]
    return Question("\n".join(words), _("Accept it"), _("Leave it"))


def _over_words(card: CaseCard) -> str:
    if card.parties_left > 2:
        return _("Declare {offer} over? You leave it, and it goes on among the others.")
    return _("Declare {offer} over? It ends for both parties, and that cannot be taken back.")


def _asked(said: str, card: CaseCard, yes: str) -> Question:
    return Question(fill(said, offer=card.title), yes, _("Leave it"))


def before_dropping(draft: str) -> Question:
    """What is asked before a half-written offer of that title is discarded."""
    said = fill(_("Discard {offer}? It cannot be brought back."), offer=draft)
    return Question(said, _("Discard it"), _("Keep it"))


def before_alleging(term: TermLine, card: CaseCard) -> str:
    """What is asked before a term is said to be broken."""
    said = _("Say that {debtor} broke term {number} of {agreement}? “{term}”")
    places = {"debtor": term.debtor, "number": term.number, "term": term.words}
    return fill(said, agreement=card.title, **places)
