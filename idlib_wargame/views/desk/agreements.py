"""Offers and agreements as the facilitator reads them, and what waits for the facilitator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import may_be_party, signer
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.agreements.templates import templates_of
from idlib_wargame.rules.pack.phases import ADJUDICATION
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.bargains import why_closed
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import CardMaker, CaseCard
from idlib_wargame.views.bargains.writing import Prepared, prepared
from idlib_wargame.views.correspondence import Correspondent
from idlib_wargame.views.desk.by_hand import SeatActs, seat_acts
from idlib_wargame.views.desk.scoring import WordsTerm, scored_words, words_terms
from idlib_wargame.views.desk.signing import signing_seats
from idlib_wargame.views.question import Question
from idlib_wargame.views.remembered import Remembered
from idlib_wargame.words.bargains import case_heading
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import listed


class AgreementRow(NamedTuple):
    """One offer or agreement: its card, who knows of it and how the facilitator scored its terms.

    ``head`` names it.
    ``waits`` says what of it waits for the facilitator, a sentence each. ``card`` is None where it
    is covered.
    """

    key: str
    head: str
    card: CaseCard | None
    known: str
    scored: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    to_score: tuple[WordsTerm, ...] = ()
    acts: tuple[SeatActs, ...] = ()
    may_leak: bool = False
    may_sign: bool = False


class AgreementSection(NamedTuple):
    """Rows under a heading, the newest first."""

    heading: str
    rows: tuple[AgreementRow, ...]


class AgreementList(NamedTuple):
    """``hint`` counts; sections without rows are left out. ``tabling`` are the seats by hand."""

    hint: str
    sections: tuple[AgreementSection, ...]
    has_secret: bool
    tabling: tuple[SeatTemplates, ...]


class SeatTemplates(NamedTuple):
    """A seat that control or a habit plays, and the templates that may be tabled for it."""

    seat: str
    name: str
    templates: tuple[Prepared, ...]


class AgreementLists:
    """The list after one act and another: what is over stays as it is, and is told of once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._over: dict[str, Remembered[AgreementRow]] = {}

    def now(self, uncovered: bool = True) -> AgreementList:
        """All offers and agreements; of a secret one, unless ``uncovered``, only that it is."""
        scenario, play = self._session.scenario, self._session.play
        cases = play.ledger.cases
        rows = [
            self._row(case, uncovered or case.was_public())
            for case in reversed(tuple(cases.values()))
        ]
        waiting = [row for row in rows if row.waits]
        rest = [row for row in rows if not row.waits]
        headed = (
            (_("Waiting for you"), waiting),
            (_("On the table"), [row for row in rest if cases[row.key].is_open]),
            (_("In force"), [row for row in rest if cases[row.key].in_force]),
            (_("Over"), [row for row in rest if _is_over(cases[row.key])]),
        )
        return AgreementList(
            _hint(scenario, play, len(waiting)),
            tuple(AgreementSection(heading, tuple(some)) for heading, some in headed if some),
            any(not case.was_public() for case in cases.values()),
            tuple(_tabling(scenario, play)),
        )

    def _row(self, case: Case, shown: bool) -> AgreementRow:
        if not _is_over(case):
            return _row(self._session, case, shown)
        kept = self._over.setdefault(case.key, Remembered())
        made_from = (case, shown, self._session.play.finished)
        return kept.of(made_from, lambda: _row(self._session, case, shown))


def agreement_list(session: Session, uncovered: bool = True) -> AgreementList:
    """All offers and agreements; of a secret one, unless ``uncovered``, only that there is one."""
    return AgreementLists(session).now(uncovered)


def _is_over(case: Case) -> bool:
    return not case.is_open and not case.in_force


def _row(session: Session, case: Case, shown: bool) -> AgreementRow:
    scenario, play = session.scenario, session.play
    terms = tuple(words_terms(scenario, play, case))
    waits = tuple(_waits(scenario, play, case, terms))
    if not shown:
        return AgreementRow(case.key, _covered_head(case), None, "", waits=_uncounted(waits))
    card = CardMaker(scenario, session.referee.bargaining, play, play.ledger).card(case)
    return AgreementRow(
        key=case.key,
        head=case_heading(scenario, case.offer, bool(case.since)),
        card=card,
        known=known_words(scenario, case),
        scored=tuple(scored_words(score) for score in case.scores),
        waits=waits,
        to_score=() if play.finished else terms,
        acts=tuple(seat_acts(session, case)),
        may_leak=not case.was_public() and not play.finished,
        may_sign=bool(signing_seats(scenario, play, case)),
    )


def _covered_head(case: Case) -> str:
    if case.is_open:
        return _("A secret offer")
    return _("A secret agreement") if case.since else _("A secret offer that came to nothing")


def _uncounted(waits: Sequence[str]) -> tuple[str, ...]:
    return (_("Something of it waits for you."),) if waits else ()


def known_words(scenario: Scenario, case: Case) -> str:
    """Who knows of it: "Known to Astra and Borea, and by a leak to Caldis"."""
    if case.published_in:
        return fill(_("Known to all since turn {turn}"), turn=case.published_in)
    if case.was_public():
        return _("Known to all")
    parties = listed([scenario.actor_name(each) for each in case.offer.signers])
    others = [each for each in scenario.actors if each in case.leaked_to]
    if not others:
        return fill(_("Known to {actors}"), actors=parties)
    told = listed([scenario.actor_name(each) for each in others])
    said = _("Known to {actors}, and by a leak to {others}")
    return fill(said, actors=parties, others=told)


def _waits(scenario: Scenario, play: Play, case: Case, terms: Sequence[WordsTerm]) -> Iterator[str]:
    if play.finished:
        return
    for term in terms:
        if term.waits:
            said = _("Term {number}, in free words, waits for your score.")
            yield fill(said, number=term.place + 1)
    if case.is_open and not why_closed(scenario, play):
        for actor in case.missing:
            seat = signer(scenario, actor)
            if play.setup.of(seat).played_by == "control":
                name = scenario.seat_by_id[seat].name
                yield fill(_("{seat}, which you play, is asked for an answer."), seat=name)


def _tabling(scenario: Scenario, play: Play) -> Iterator[SeatTemplates]:
    """The seats for which a template may be tabled by hand."""
    if play.finished or scenario.bargain is None or why_closed(scenario, play):
        return
    for seat in scenario.seats:
        by_hand = play.setup.of(seat.id).played_by != "person"
        if not by_hand or signer(scenario, seat.actor) != seat.id:
            continue
        if may_be_party(scenario, seat.actor) and templates_of(scenario, seat.actor):
            rows = tuple(prepared(scenario, seat.actor, play.bargaining_turn))
            yield SeatTemplates(seat.id, seat.name, rows)


def counters_by(session: Session, seat: str, key: str) -> SeatTemplates:
    """The templates by which a seat may answer an offer: those with its maker among the parties."""
    scenario, play = session.scenario, session.play
    row, maker = scenario.seat_by_id[seat], play.ledger[key].offer.maker
    rows = prepared(scenario, row.actor, play.bargaining_turn)
    return SeatTemplates(seat, row.name, tuple(each for each in rows if maker in each.offer.to))


def waiting_count(session: Session) -> int:
    """How many terms and offers wait for the facilitator. They hold nothing up."""
    scenario, play = session.scenario, session.play
    return sum(
        1
        for case in play.ledger.cases.values()
        for _each in _waits(scenario, play, case, tuple(words_terms(scenario, play, case)))
    )


def agreements_tab(session: Session) -> str:
    """What the tab says: with how much waits for the facilitator."""
    count = waiting_count(session)
    many = ngettext("Agreements ({count} waits)", "Agreements ({count} wait)", count)
    return fill(many, count=count) if count else _("Agreements")


def _hint(scenario: Scenario, play: Play, waiting: int) -> str:
    """What there is and waits; below it, what may be done now, where that is not all."""
    closed = "" if play.finished else _closed_words(scenario, play)
    return "\n".join(said for said in (_count_words(play, waiting), closed) if said)


def _closed_words(scenario: Scenario, play: Play) -> str:
    if play.phase != ADJUDICATION:
        return why_closed(scenario, play)
    said = _(
        "Until the results of turn {turn} stand you can score terms and leak, and nobody can sign "
        "or end anything."
    )
    return fill(said, turn=play.turn)


def _count_words(play: Play, waiting: int) -> str:
    cases = play.ledger.cases.values()
    if not cases:
        return _("What seats offer and promise each other stands here, with what came of it.")
    bound = sum(case.in_force for case in cases)
    said = ngettext("{count} agreement in force", "{count} agreements in force", bound)
    in_force = fill(said, count=bound) if bound else _("No agreement in force")
    if not waiting:
        return fill(_("{agreements}; nothing waits for you."), agreements=in_force)
    said = ngettext(
        "{agreements}. {count} below waits for you, and holds nothing up.",
        "{agreements}. {count} below wait for you, and hold nothing up.",
        waiting,
    )
    return fill(said, agreements=in_force, count=waiting)


def known_to_room(session: Session) -> Ledger:
    """The offers and agreements that everybody knows, as everybody knows them."""
    return session.referee.sight().insight.ledger(session.play.ledger)


def may_leak_to(scenario: Scenario, case: Case) -> tuple[Correspondent, ...]:
    """The actors that do not know of it."""
    return tuple(
        Correspondent(actor, scenario.actor_name(actor))
        for actor in scenario.actors
        if not case.is_known_to((actor,))
    )


def leak_question(title: str, to: Sequence[Correspondent]) -> Question:
    """Before an offer or an agreement is leaked: nothing takes that back."""
    if not to:
        text = _(
            "Leak {offer} to everybody, the room too? The parties are not told by whom, and no "
            "undo takes it back."
        )
        return Question(fill(text, offer=title), _("Leak it to everybody"), _("Keep it"))
    names = listed([each.name for each in to])
    text = _(
        "Leak {offer}? To: {actors}. The parties are not told that the leak happened, and no undo "
        "takes it back."
    )
    return Question(fill(text, offer=title, actors=names), _("Leak it"), _("Keep it"))


def reading_words(row: Prepared) -> str:
    """A template to read before it is tabled: what it is, its terms, and what else it settles."""
    terms = [
        fill(_("{number}. {term}"), number=number, term=term)
        for number, term in enumerate(row.terms, start=1)
    ]
    return "\n".join([*([row.summary] if row.summary else []), *terms, row.small_print])
