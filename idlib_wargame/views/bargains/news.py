"""What others did this turn with what a seat offered, was offered or has signed."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.agreements.case import Case, Stage
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed


def deal_news(scenario: Scenario, play: Play, actor: str) -> Iterator[str]:
    """A sentence each, the newest offer first; ``play`` is cut to what the reader may know.

    Nothing is told of what the reader's own side did, nor of what waits for its answer.
    """
    turns = (play.turn, play.bargaining_turn)
    for case in reversed(tuple(play.ledger.cases.values())):
        if actor in case.offer.signers:
            title = title_of(scenario, case)
            for said, actors in _told(play, case, actor, turns):
                names = [scenario.actor_name(each) for each in actors]
                yield fill(said, offer=title, names=listed(names) if names else "")


Told = tuple[str, tuple[str, ...]]  # a sentence with its places, and whom it names


def _told(play: Play, case: Case, actor: str, turns: tuple[int, ...]) -> Iterator[Told]:
    others = tuple(each for each in case.accepted[1:] if each != actor)
    was_last = case.accepted[-1:] == (actor,)
    if case.in_force and case.since == play.bargaining_turn and others and not was_last:
        yield _("{names} signed, and it is in force: {offer}"), others
    elif case.is_open and others:
        yield _("{names} signed; others have yet to answer: {offer}"), others
    if case.is_open and actor == case.offer.maker:
        makers = tuple(
            each.offer.maker
            for each in play.ledger.cases.values()
            if each.answers == case.key and each.is_open and each.offer.maker != actor
        )
        if makers:
            yield _("{names} answered with another offer: {offer}"), tuple(dict.fromkeys(makers))
    if case.ended_in in turns:
        yield from _ended(case, actor)
    for who, when in case.declared:
        if who != actor and when in turns:
            yield _("{names} declared it over: {offer}"), (who,)
    for each in case.allegations:
        if each.by != actor and each.turn in turns:
            yield _("{names} said that a term was broken: {offer}"), (each.by,)
    consents = tuple(each for each in case.consents if each != actor)
    if case.in_force and consents and actor not in case.consents:
        yield _("{names} would end it, if you agree: {offer}"), consents


def _ended(case: Case, actor: str) -> Iterator[Told]:
    if case.stage is Stage.REFUSED and case.refused_by != actor:
        yield _("{names} refused: {offer}"), (case.refused_by,)
    elif case.stage is Stage.WITHDRAWN and case.offer.maker != actor:
        yield _("{names} withdrew: {offer}"), (case.offer.maker,)
    elif case.stage is Stage.LAPSED:
        yield _("Not answered in time, and no longer on the table: {offer}"), ()
    elif case.stage is Stage.ENDED:
        yield _("All have agreed to end it: {offer}"), ()
