"""Why an act on an offer or an agreement may not be, as values; ``words`` makes the sentences."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Bar(StrEnum):
    """What stands in the way. Those of a term stand with its place."""

    NO_TABLE = "no_table"  # the pack has no agreements
    NO_SUCH_ACTOR = "no_such_actor"
    TO_ONESELF = "to_oneself"
    TO_NOBODY = "to_nobody"
    NAMED_TWICE = "named_twice"
    NO_PARTY = "no_party"  # control's, and the pack lets it be none
    NO_GUARANTOR = "no_guarantor"
    TELLS_GUARANTOR = "tells_guarantor"  # secret from a guarantor who must accept it
    NO_ONE_GUARANTEES = "no_one_guarantees"  # what needs a guarantor has none
    NO_TERMS = "no_terms"
    TOO_MANY_TERMS = "too_many_terms"
    TOO_LONG = "too_long"
    ANSWER_PAST = "answer_past"
    ANSWER_AFTER_END = "answer_after_end"
    UNTIL_PAST = "until_past"
    UNTIL_AFTER_END = "until_after_end"
    TOO_MANY_OPEN = "too_many_open"
    NO_TURN_LEFT = "no_turn_left"
    NO_SUCH_TEMPLATE = "no_such_template"
    # of a term
    NO_DEBTOR = "no_debtor"
    NO_SUCH_CLAUSE = "no_such_clause"
    NOT_THEIR_CLAUSE = "not_their_clause"
    NO_SCORE = "no_score"
    NO_SUCH_MOVE = "no_such_move"
    NOT_THEIR_MOVE = "not_their_move"
    NO_SUCH_CHOICE = "no_such_choice"
    NO_SUCH_RESTRAINT = "no_such_restraint"
    SPARES_NOBODY = "spares_nobody"
    MORE_THAN_ITS_KIND = "more_than_its_kind"  # it says what terms of another kind say
    NO_WORDS = "no_words"
    WORDS_TOO_LONG = "words_too_long"
    DUE_PAST = "due_past"
    DUE_AFTER_END = "due_after_end"
    NO_SUCH_TERM = "no_such_term"
    HANGS_ON_ITSELF = "hangs_on_itself"
    RING = "ring"
    # of an act on what was tabled
    NO_SUCH_OFFER = "no_such_offer"
    NOT_OPEN = "not_open"
    NOT_YOURS = "not_yours"
    ACCEPTED_ALREADY = "accepted_already"
    NOT_ACCEPTED = "not_accepted"
    NO_ANSWER = "no_answer"  # a counter that passes by whoever made what it answers
    ANOTHER_TEXT = "another_text"
    NOT_IN_FORCE = "not_in_force"
    CONSENTED_ALREADY = "consented_already"
    KNOWN_ALREADY = "known_already"
    NOT_IN_WORDS = "not_in_words"


class Barred(NamedTuple):
    """One reason. ``found`` is what was given; ``bound`` what was allowed, where it is a number.

    ``term`` is the place of the term that it is about, from 0; None for the whole.
    """

    bar: Bar
    found: str = ""
    bound: int = 0
    term: int | None = None


class BargainFault(ValueError):
    """An act on an offer that may not be, with every reason."""

    def __init__(self, *reasons: Barred) -> None:
        super().__init__(*(str(each.bar) for each in reasons))
        self.reasons = reasons
