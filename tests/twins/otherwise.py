"""The same exercise as it might stand as well, for all that one reader has seen of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.result import EffectLine, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.letters import Letter, LetterDraft, Message, ReadMark
from idlib_wargame.session.msel import Answer, Msel
from idlib_wargame.session.notes import Note
from idlib_wargame.session.play import Judged, Judgement, Play, Turn, Wish
from tests.twins.otherwise_agreed import other_cells, other_drafts, other_ledger, other_marks
from tests.twins.seen import Seen

SECRET = (Wish("SECRET-ORDER"),)


def otherwise(play: Play, seen: Seen, rng: Random) -> Play:
    """All else drawn anew: hidden cells, covert acts, notes, others' orders, words and papers."""
    return replace(
        play,
        state=_state(play.state, seen, rng),
        opened=_state(play.opened, seen, rng) if play.opened is not None else None,
        sealed_for={
            turn: {seat: at if seat == seen.seat else "SECRET" for seat, at in each.items()}
            for turn, each in play.sealed_for.items()
        },
        drafts_by_turn={
            turn: {**_others(seen, rng), **_own(sheets, seen)}
            for turn, sheets in {play.turn: {}, **play.drafts_by_turn}.items()
        },
        sealed_by_turn={
            turn: {**dict.fromkeys(sheets, SECRET), **_own(sheets, seen)}
            for turn, sheets in play.sealed_by_turn.items()
        },
        judged=play.judged if play.finished else _judged(play.judged, seen, rng),
        judgement_drafts=_judged(play.judgement_drafts, seen, rng),
        notes=play.notes.plus(Note(9, "", play.turn, "talks", f"SECRET-NOTE {rng.random()}")),
        skipped=frozenset({(play.turn, "SECRET-INJECT")}),
        dropped=frozenset({"SECRET-DROPPED"}),
        msel=Msel(answers={"SECRET-INJECT": Answer(1, "", "SECRET-ANSWER")}),
        ledger=other_ledger(play.ledger, seen, rng),
        offer_drafts=other_drafts(play.offer_drafts, seen, rng),
        pending=None,
        closed=tuple(_turn(turn, seen, rng) for turn in play.closed),
        messages=Grown(
            (*(each for each in play.messages if seen.receives(each.to)), *_words(seen, rng))
        ),
        letters=Grown((*_letters(seen, rng), *_letters_seen(play, seen))),
        unanswered=(*_others_requests(seen, rng), *play.unanswered),
        letter_drafts={**_others_drafts(seen), **_own_draft(play, seen)},
        read_marks=Grown((*play.read_marks, *_others_marks(seen))),
    )


def _pairs(seen: Seen) -> list[tuple[str, str]]:
    """Two seats each, of which the reader is none."""
    others = [seat.id for seat in seen.scenario.seats if seat.id != seen.seat]
    return [(one, two) for one in others for two in others if one != two]


def _letters(seen: Seen, rng: Random) -> list[Letter]:
    """Messages between others, and a copy that was leaked to one of them."""
    text = f"SECRET-LETTER {rng.random()}"
    written = [
        Letter(f"{one}>{two}#1", "", 1, "talks", one, (two,), text, answers="x>y#1")
        for one, two in _pairs(seen)
        if rng.random() < 0.7
    ]
    return [
        *written,
        *(
            Letter(f"facilitator>{one}#9", "", 1, "talks", FACILITATOR, (one,), text, leaks=two)
            for one, two in _pairs(seen)
        ),
    ]


def _letters_seen(play: Play, seen: Seen) -> list[Letter]:
    """Each after as many messages of control as reached the reader before it."""
    told = [seen.receives(each.to) for each in play.messages]
    return [each._replace(after=sum(told[: each.after])) for each in play.letters if seen.has(each)]


def _others_requests(seen: Seen, rng: Random) -> list[str]:
    return [f"{one}>facilitator#1" for one, _two in _pairs(seen) if rng.random() < 0.5]


def _others_drafts(seen: Seen) -> dict[str, LetterDraft]:
    drafts = {one: LetterDraft((two,), "SECRET-DRAFT") for one, two in _pairs(seen)}
    return {**drafts, FACILITATOR: LetterDraft((), "SECRET-DRAFT")}


def _own_draft(play: Play, seen: Seen) -> dict[str, LetterDraft]:
    return {
        who: draft for who, draft in play.letter_drafts.items() if seen.seat and who == seen.seat
    }


def _others_marks(seen: Seen) -> list[ReadMark]:
    return [ReadMark(two, f"{one}>{two}#1") for one, two in _pairs(seen)]


def _own(sheets: Mapping[str, tuple[Wish, ...]], seen: Seen) -> dict[str, tuple[Wish, ...]]:
    return {seat: wishes for seat, wishes in sheets.items() if seat == seen.seat}


def _others(seen: Seen, rng: Random) -> dict[str, tuple[Wish, ...]]:
    seats = [seat.id for seat in seen.scenario.seats if rng.random() < 0.5]
    return {seat: SECRET for seat in seats if seat != seen.seat}


def _judged(by_turn: Mapping[int, Judged], seen: Seen, rng: Random) -> dict[int, Judged]:
    """That others have judged is not told either."""
    found: dict[int, Judged] = {}
    for turn, judged in by_turn.items():
        others = [seat.id for seat in seen.scenario.seats if rng.random() < 0.5]
        secret = Judgement((("SECRET-ENDING", "remote"),), rng.randrange(9))
        own = {seat: each for seat, each in judged.items() if seat == seen.seat}
        found[turn] = {**{seat: secret for seat in others if seat != seen.seat}, **own}
    return found


def _words(seen: Seen, rng: Random) -> list[Message]:
    actors = sorted(set(seen.scenario.actor_of.values()))
    others = [actor for actor in actors if not seen.receives((actor,))]
    text = f"SECRET-WORD {rng.random()}"
    return [Message("", 1, (actor,), "", "", "", text) for actor in others]


def _turn(turn: Turn, seen: Seen, rng: Random) -> Turn:
    tested = other_ledger(turn.tested, seen, rng)
    return replace(
        turn,
        began=_state(turn.began, seen, rng),
        opening=_state(turn.opening, seen, rng),
        accepted=frozenset({Address(turn.number, "SECRET-STEP", "SECRET-SEAT", "SECRET-MOVE")}),
        orders=(),
        result=other_marks(_result(turn.result, seen, rng), tested),
        agreed=other_ledger(turn.agreed, seen, rng),
        tested=tested,
    )


def _result(result: TurnResult, seen: Seen, rng: Random) -> TurnResult:
    state = _state(result.state, seen, rng)
    flags = seen.scenario.flags
    return result._replace(
        state=state,
        cards=tuple(card for card in result.cards if seen.reads(card)),
        flags=tuple(flag.id for flag in flags if state[Prefix.FLAG.of(flag.id)]),
        read_off=(*result.read_off, *_flags_read_off(seen, rng)),
        severity={},
        goldstein={},
    )


def _flags_read_off(seen: Seen, rng: Random) -> Iterator[EffectLine]:
    """Flags that the reader may not know, said to have come on or gone out."""
    for flag in seen.scenario.flags:
        if not seen.is_open(flag.when) and not seen.reads_own_papers(flag.when):
            by = rng.choice((1, -1))
            yield EffectLine(Prefix.FLAG.of(flag.id), by, by)


def _state(state: State, seen: Seen, rng: Random) -> State:
    """Hidden tracks anywhere on their scales, and whatever is read off one of them either way."""
    values = state.to_dict()
    for track in seen.scenario.tracks:
        if track.id not in seen.tracks:
            values[track.id] = rng.randint(track.low, track.high)
    for flag in seen.scenario.flags:
        if not seen.is_open(flag.when) and not seen.reads_own_papers(flag.when):
            values[Prefix.FLAG.of(flag.id)] = rng.randint(0, 1)
    for inject in seen.scenario.injects:
        if not seen.receives(inject.to):
            values[Prefix.INJECT.of(inject.id)] = rng.randint(0, state["turn"])
    return State.from_dict(state.layout, {**values, **other_cells(state.layout, rng)})
