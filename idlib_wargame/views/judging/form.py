"""What a seat is asked to judge, and what it has said: its own, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.yardstick import YARDSTICK
from idlib_wargame.session.kinds.judging import asks_rung, endings_asked, is_asked, is_late
from idlib_wargame.session.play import Judgement as Judgement
from idlib_wargame.session.play import Play
from idlib_wargame.words.judging import another_ending, likelihood_choice, sum_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.odds import likelihood_word


class EndingLine(NamedTuple):
    """An ending that is asked about; ``word`` is what the seat has said, by id, "" for nothing."""

    id: str
    name: str
    text: str
    word: str


class RungLine(NamedTuple):
    """A rung of the ladder."""

    number: int
    name: str


class Given(NamedTuple):
    """What the seat gave in an earlier turn: a heading, and a line for each thing it said."""

    heading: str
    lines: tuple[str, ...]


class JudgementForm(NamedTuple):
    """What a seat fills in. ``words`` are ids of the yardstick with what stands in the list.

    ``rungs`` go down from the highest, and are empty where none is asked. ``rule`` says what the
    answers are for, ``remark`` what the words add up to. ``is_open`` where they may change now. A
    seat that has let its turn go by is shown no list, and told so by ``state`` alone.
    """

    turn: int
    asks: str
    rule: str
    endings: tuple[EndingLine, ...]
    words: tuple[tuple[str, str], ...]
    rungs: tuple[RungLine, ...]
    rung: int | None
    is_sealed: bool
    is_open: bool
    may_take_back: bool
    is_whole: bool
    remark: str
    state: str
    earlier: tuple[Given, ...]

    @property
    def is_asked(self) -> bool:
        """Whether anything is asked now, or was given this turn."""
        return bool(self.endings or self.rungs)

    @property
    def lacks(self) -> str:
        """How many things are still to be chosen before it can be sealed; empty for none."""
        left = sum(not each.word for each in self.endings) + bool(self.rungs and self.rung is None)
        if not self.is_open or not left:
            return ""
        said = ngettext(
            "{count} is still to be chosen before you can seal.",
            "{count} are still to be chosen before you can seal.",
            left,
        )
        return fill(said, count=left)

    @property
    def judgement(self) -> Judgement:
        """What has been filled in so far."""
        said = tuple((each.id, each.word) for each in self.endings if each.word)
        return Judgement(said, self.rung)

    def with_word(self, ending: str, word: str) -> Judgement:
        """What has been filled in, with another word for an ending; none for an empty one."""
        words = {each.id: each.word for each in self.endings} | {ending: word}
        return Judgement(tuple((id, said) for id, said in words.items() if said), self.rung)


def judgement_form(referee: Referee, play: Play, seat: str) -> JudgementForm | None:
    """The form of a seat, of an exercise as the seat may know it.

    None where nothing is asked and nothing was given; and once it is finished, when everybody's
    stand together.
    """
    if play.finished:
        return None
    turn, sealed = play.turn, play.judged.get(play.turn, {}).get(seat)
    earlier = tuple(_earlier(referee, play, seat))
    draft = play.judgement_drafts.get(turn, {}).get(seat, Judgement())
    asked = is_asked(referee.scenario, play, turn) or sealed is not None
    if not asked and not earlier:
        return None
    said = sealed or draft
    is_open = _may_change(referee, play) and sealed is None
    is_shown = is_open or sealed is not None
    endings = tuple(_endings(referee, said)) if is_shown else ()
    rungs = tuple(_rungs(referee)) if is_shown else ()
    numbers = play.setup.numbers
    is_whole = all(each.word for each in endings)
    return JudgementForm(
        turn=turn,
        asks=_asks(turn, bool(endings), bool(rungs)) if is_shown else "",
        rule=_rule(bool(endings)) if is_open else "",
        endings=endings,
        words=tuple((each.id, likelihood_choice(each.id, numbers)) for each in YARDSTICK),
        rungs=rungs,
        rung=said.rung,
        is_sealed=sealed is not None,
        is_open=is_open,
        may_take_back=sealed is not None and _may_change(referee, play),
        is_whole=is_whole and (said.rung is not None or not rungs),
        remark=sum_words([each.word for each in endings if each.word], is_whole, numbers)
        if endings
        else "",
        state=_state(play, sealed is not None, is_open) if asked else "",
        earlier=earlier,
    )


def _may_change(referee: Referee, play: Play) -> bool:
    return is_asked(referee.scenario, play, play.turn) and not is_late(play)


def _endings(referee: Referee, said: Judgement) -> Iterator[EndingLine]:
    words = dict(said.endings)
    named = {outcome.id: outcome for outcome in referee.scenario.outcomes}
    for id in endings_asked(referee):
        outcome = named.get(id)
        name = outcome.name if outcome else another_ending()
        yield EndingLine(id, name, outcome.text if outcome else "", words.get(id, ""))


def _rungs(referee: Referee) -> Iterator[RungLine]:
    if asks_rung(referee.scenario):
        for rung in sorted(referee.scenario.ladder, key=lambda rung: -rung.number):
            yield RungLine(rung.number, rung.name)


def _asks(turn: int, endings: bool, rungs: bool) -> str:
    if endings and rungs:
        said = _(
            "Turn {turn}: how likely is each ending, and where will the crisis stand when this "
            "turn closes?"
        )
    elif endings:
        said = _("Turn {turn}: how likely is each ending?")
    else:
        said = _("Turn {turn}: where will the crisis stand when this turn closes?")
    return fill(said, turn=turn)


def _rule(endings: bool) -> str:
    if not endings:
        return _("When the exercise is finished, your answer is shown beside what happened.")
    return _(
        "Only one of these endings comes. When the exercise is finished, your answers are shown "
        "beside what happened."
    )


def _state(play: Play, is_sealed: bool, is_open: bool) -> str:
    if is_sealed:
        if is_late(play):
            return _("Sealed. Everybody reads it when the exercise is finished.")
        return _(
            "Sealed, and kept from everybody until the exercise is finished. You may take it back "
            "until orders are opened."
        )
    if is_open:
        return _(
            "What you pick is kept as you go. You need not answer: the turn goes on without it."
        )
    said = _(
        "You gave no judgement in turn {turn}. Its orders have been opened, so it is too late for "
        "one; nothing in the exercise hangs on it."
    )
    return fill(said, turn=play.turn)


def _earlier(referee: Referee, play: Play, seat: str) -> Iterator[Given]:
    names = {outcome.id: outcome.name for outcome in referee.scenario.outcomes}
    rungs = referee.scenario.rung_by_number
    for turn in sorted(play.judged, reverse=True):
        judgement = play.judged[turn].get(seat)
        if judgement is None or turn >= play.turn:
            continue
        lines = [
            fill(
                _("{ending}: {word}"),
                ending=names.get(ending, another_ending()),
                word=likelihood_word(word),
            )
            for ending, word in judgement.endings
        ]
        if judgement.rung is not None:
            said = _("Where the crisis would stand when the turn closed: “{rung}”")
            lines.append(fill(said, rung=rungs[judgement.rung].name))
        yield Given(fill(_("What you sealed in turn {turn}"), turn=turn), tuple(lines))
