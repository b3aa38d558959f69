"""Offers, agreements and their terms in words."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.agreements.case import Case, Stage
from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.offer import Does, How, Offer, Secrecy, Term, Verification
from idlib_wargame.rules.pack.bargain import On, Template
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.language import _, figures, fill, ngettext
from idlib_wargame.words.lists import listed
from idlib_wargame.words.quoting import quotable


def template_named(scenario: Scenario, template: str) -> Template | None:
    """The template of that id; None where the pack has none."""
    rows = scenario.bargain.templates if scenario.bargain else ()
    return next((row for row in rows if row.id == template), None)


def offer_title(scenario: Scenario, offer: Offer) -> str:
    """ "The Moscow terms"; "an offer of 3 terms" where it was made from no template."""
    row = template_named(scenario, offer.template)
    if row is not None:
        return row.name
    count = len(offer.terms)
    said = ngettext("an offer of {count} term", "an offer of {count} terms", count)
    return fill(said, count=count)


def title_of(scenario: Scenario, case: Case) -> str:
    """Which offer or agreement it is, in the middle of a sentence."""
    offer = case.offer
    return case_title(scenario, offer.maker, offer.to, offer.template, bool(case.since))


def case_title(
    scenario: Scenario, maker: str, to: Sequence[str], template: str, is_signed: bool = False
) -> str:
    """Which is meant: "A ground for the crews, from Astra to Borea"; "the offer of Astra to Borea".

    What all have signed is an agreement from then on, and stays one when it is over.
    """
    names = listed([scenario.actor_name(each) for each in to]) if to else ""
    places = {"maker": scenario.actor_name(maker), "to": names}
    row = template_named(scenario, template)
    if row is not None:
        return fill(_("{name}, from {maker} to {to}"), name=row.name, **places)
    if is_signed:
        parties = listed([scenario.actor_name(each) for each in (maker, *to)])
        return fill(_("the agreement of {actors}"), actors=parties)
    return fill(_("the offer of {maker} to {to}"), **places)


def case_heading(scenario: Scenario, offer: Offer, is_signed: bool) -> str:
    """The same over its card: "Offer of Astra to Borea", "Agreement of Astra and Borea"."""
    row = template_named(scenario, offer.template)
    if row is not None or not offer.to:
        return case_title(scenario, offer.maker, offer.to, offer.template)
    if is_signed:
        parties = listed([scenario.actor_name(each) for each in offer.parties])
        return fill(_("Agreement of {actors}"), actors=parties)
    to = listed([scenario.actor_name(each) for each in offer.to])
    return fill(_("Offer of {maker} to {to}"), maker=scenario.actor_name(offer.maker), to=to)


def terms_words(agreement: str, terms: Sequence[int]) -> str:
    """An agreement, and which of its terms are meant, numbered from 1; none means all of it."""
    if not terms:
        return agreement
    said = ngettext("{agreement}, term {numbers}", "{agreement}, terms {numbers}", len(terms))
    numbers = listed([figures(str(each)) for each in sorted(set(terms))])
    return fill(said, agreement=agreement, numbers=numbers)


def happened_words(on: On, agreements: str) -> str:
    """What was done to agreements: "Kept: their own terms, term 2"."""
    said = {
        On.SIGNED: _("Signed: {agreements}"),
        On.KEPT: _("Kept: {agreements}"),
        On.BROKEN: _("Broken: {agreements}"),
        On.DECLARED: _("Declared over: {agreements}"),
        On.FOUND_OUT: _("Became known: {agreements}"),
    }[on]
    return fill(said, agreements=agreements)


def term_words(scenario: Scenario, term: Term) -> str:
    """A term as one sentence without its end: "Astra: A ground opened, in full, by turn 4"."""
    said = _promise(scenario, term)
    if term.link is None:
        return said
    places = {"number": term.link.term + 1, "term": said}
    if term.link.how is How.ONCE:
        return fill(_("Once term {number} is kept: {term}"), **places)
    return fill(_("Unless term {number} is kept: {term}"), **places)


def _promise(scenario: Scenario, term: Term) -> str:
    places: dict[str, object] = {"debtor": scenario.actor_name(term.debtor), "turn": term.by}
    match term.does:
        case Does.CLAUSE:
            return _clause(scenario, term, places)
        case Does.ACT:
            move = scenario.move_by_id.get(term.what)
            name = move.name if move else term.what
            choice = move.choice(term.choice) if move else None
            if choice is not None:
                said = _("{debtor} orders “{move}”, {choice}, by turn {turn}")
                return fill(said, move=name, choice=choice.name, **places)
            return fill(_("{debtor} orders “{move}” by turn {turn}"), move=name, **places)
        case Does.RESTRAINT:
            name = _restraint(scenario, term.what)
            if term.against:
                other = scenario.actor_name(term.against)
                said = _("{debtor}: {restraint} {other}, to the end of turn {turn}")
                return fill(said, restraint=name, other=other, **places)
            return fill(
                _("{debtor}: {restraint}, to the end of turn {turn}"), restraint=name, **places
            )
        case Does.WORDS:
            return fill(
                _("{debtor}: “{words}”, by turn {turn}"), words=quotable(term.what), **places
            )


def _clause(scenario: Scenario, term: Term, places: dict[str, object]) -> str:
    row = next((each for each in scenario.clauses if each.id == term.what), None)
    places = {**places, "clause": row.name if row else term.what, "score": score_words(term.score)}
    if term.hold:
        said = _("{debtor}: {clause}, {score}, by turn {turn}, and it stays so")
        return fill(said, **places)
    return fill(_("{debtor}: {clause}, {score}, by turn {turn}"), **places)


def _restraint(scenario: Scenario, restraint: str) -> str:
    rows = scenario.bargain.restraints if scenario.bargain else ()
    return next((row.name for row in rows if row.id == restraint), restraint)


def score_words(score: int) -> str:
    """How far a clause is to be met."""
    return {
        1: _("at least begun"),
        2: _("for the most part"),
        3: _("in full"),
    }.get(score, _("not begun"))


def share_words(score: int) -> str:
    """How far free words were kept, by their score."""
    return {
        0: _("not at all"),
        1: _("in small part"),
        2: _("for the most part"),
        3: _("in full"),
    }[score]


def mark_words(mark: Mark) -> str:
    """How a term stood at a turn's close, in a word or two."""
    return {
        Mark.WAITING: _("not due yet: it waits for another term"),
        Mark.DUE: _("due"),
        Mark.KEEPING: _("kept so far"),
        Mark.KEPT: _("kept"),
        Mark.DONE: _("kept before"),
        Mark.BROKEN: _("broken"),
        Mark.LATE: _("late"),
        Mark.OVER: _("broken before"),
        Mark.VOID: _("void"),
    }[mark]


def stage_words(stage: Stage) -> str:
    """How an offer stands, in a few words."""
    return {
        Stage.TABLED: _("on the table"),
        Stage.REFUSED: _("refused"),
        Stage.WITHDRAWN: _("withdrawn"),
        Stage.LAPSED: _("lapsed: not answered in time"),
        Stage.SUPERSEDED: _("closed: another text was signed"),
        Stage.CLOSED: _("no longer on the table"),
        Stage.IN_FORCE: _("in force"),
        Stage.EXPIRED: _("expired"),
        Stage.ENDED: _("ended by consent"),
        Stage.DECLARED_OVER: _("declared over"),
    }[stage]


def secrecy_words(secrecy: Secrecy) -> str:
    """Who knows of it."""
    return {
        Secrecy.PARTIES: _("known to its parties"),
        Secrecy.GUARANTOR: _("known to its parties and the guarantor"),
        Secrecy.PUBLIC: _("public"),
    }[secrecy]


def verification_words(verification: Verification) -> str:
    """Who learns what the rules find."""
    return {
        Verification.NONE: _("nobody verifies"),
        Verification.GUARANTOR: _("the guarantor verifies"),
        Verification.OBSERVERS: _("observers verify, and all parties learn it"),
    }[verification]


def verification_explained(verification: Verification) -> str:
    """What follows from it for those who sign: who is told what, covert orders included."""
    return {
        Verification.NONE: _(
            "Nobody verifies: each learns of a term only what they can see for themselves."
        ),
        Verification.GUARANTOR: _(
            "The guarantor verifies: at each turn's close the guarantor alone learns how every"
            " term was held to, and which orders kept or broke it, covert ones too."
        ),
        Verification.OBSERVERS: _(
            "Observers verify: at each turn's close all who sign learn how every term was held to,"
            " and which orders kept or broke it, covert ones too."
        ),
    }[verification]
