"""Is a saved session sound, and does every entry say what play would have written?

Digests that follow one from the other show that nothing was changed by somebody who could not make
them anew. Against one who can stand the other checks, and a head that was published in time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.record.entry import Body, encode
from idlib_wargame.record.file_format import FIRST_FORM, FORM
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.dice import SEED_BYTES, ProvableDice, fingerprint_of
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.finished import FINISHED
from idlib_wargame.session.kinds.injected import INJECTED
from idlib_wargame.session.kinds.kind import EntryKind, Json
from idlib_wargame.session.kinds.pack import PACK, pack_to_body
from idlib_wargame.session.kinds.phase import PHASE
from idlib_wargame.session.kinds.registry import KINDS
from idlib_wargame.session.kinds.ruling import RULING
from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.kinds.skipped import SKIPPED
from idlib_wargame.session.play import Play
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.written_again import PlayAgain, Step
from idlib_wargame.words.heads import head_given, head_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.situation import move_words


class Check(NamedTuple):
    """One thing that was checked. ``text`` is a sentence either way."""

    name: str
    well: bool
    text: str


class Verdict(NamedTuple):
    """All that was checked. ``head`` is the digest of the last entry that could be read."""

    path: Path
    checks: tuple[Check, ...]
    orders: int
    head: str

    @property
    def well(self) -> bool:
        """Whether everything is as it should be."""
        return all(check.well for check in self.checks)


@collector_paused()
def verify(
    path: Path, head: str = "", far: Callable[[int, int], object] = lambda done, of: None
) -> Verdict:
    """Check a file: digests, pack, seed, and every act that play works out done once more.

    ``head`` is that of any entry, as it was published: at least 16 hexadecimal digits. ``far`` is
    told how many entries of how many are done; what it raises ends the work. Raises SessionFault
    where there is nothing to check, NoHead for what cannot be a head.
    """
    digits = head_given(head) if head else ""
    saved = read_session(path)
    dice = ProvableDice(saved.seed or bytes(SEED_BYTES))
    again = _Again(tuple(_told(PlayAgain(saved.referee, dice).steps(saved.readable), saved, far)))
    orders = sum(
        len(moment.play.pending.orders)
        for moment in saved.moments
        if moment.kind in (ADJUDICATED, RULING) and moment.play.pending
    )
    checks = (
        _digests(saved),
        _pack(saved),
        _setup(saved),
        _seed(saved),
        _course(saved, again),
        _injects(saved, again),
        _seals(saved, again),
        _results(saved, again),
        _ending(saved, again),
        _head(saved, digits),
    )
    return Verdict(path, checks, orders, saved.entries[-1].digest)


def _told(
    steps: Iterator[Step], saved: SavedSession, far: Callable[[int, int], object]
) -> Iterator[Step]:
    last = saved.entries[-1].number
    for step in steps:
        far(step.entry.number, last)
        yield step


class _Again(NamedTuple):
    """The entries that play works out, each with what it would have written."""

    steps: tuple[Step, ...]

    def of(self, *kinds: EntryKind) -> Iterator[Step]:
        """Those of some kinds, in their order."""
        return (step for step in self.steps if step.kind in kinds)


def _digests(saved: SavedSession) -> Check:
    name, count = _("Digests"), len(saved.entries)
    if not saved.complete:
        return Check(name, False, saved.stopped)
    if saved.strange:
        return Check(name, False, " ".join(saved.strange))
    odd = next((e for e in saved.entries if encode(e.body.content) != e.body.text), None)
    if odd is not None:
        said = _("Entry {number} (“{kind}”) is written in another form than play writes.")
        return Check(name, False, fill(said, number=odd.number, kind=odd.kind))
    said = ngettext(
        "{count} entry, with the digest that follows from the one before.",
        "{count} entries, each with the digest that follows from the one before.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _pack(saved: SavedSession) -> Check:
    name = _("Pack")
    if fingerprint(saved.files) != saved.pack_fingerprint or not _is_bound(saved):
        return Check(name, False, _("The pack inside differs from its fingerprint."))
    return Check(name, True, _("The pack inside is the one the exercise began with."))


def _is_bound(saved: SavedSession) -> bool:
    """Whether the pack's entry, where it can be read, holds the digest of each text inside."""
    first = saved.readable[0]
    whole = pack_to_body(saved.scenario, saved.files)["files"]
    return first.kind != PACK.name or bool(first.body["files"] == whole)


def _setup(saved: SavedSession) -> Check:
    name, body = _("Setup"), _setup_of(saved)
    if not _names_the_pack(saved, body):
        said = _("The first entries name another pack than the one inside.")
        return Check(name, False, said)
    form, rules = body["form"], body["rules"]
    if not (FIRST_FORM <= form <= FORM and 1 <= rules <= RULES_VERSION):
        said = _("It names form {form} and rules {rules}, which this version does not read.")
        return Check(name, False, fill(said, form=form, rules=rules))
    said = _("Form {form} and rules {rules}, which this version reads.")
    return Check(name, True, fill(said, form=form, rules=rules))


def _setup_of(saved: SavedSession) -> Body:
    return saved.moments[0].entry.body


def _names_the_pack(saved: SavedSession, setup: Body) -> bool:
    scenario, first = saved.scenario, saved.readable[0]
    if first.kind == PACK.name:
        noted = first.body["title"], first.body["version"]
        if noted != (scenario.title, scenario.version):
            return False
    named = setup["pack"], setup["pack_fingerprint"]
    return named == (scenario.id, saved.pack_fingerprint)


def _seed(saved: SavedSession) -> Check:
    name = _("Seed")
    if saved.seed is None:
        said = _("The seed of the dice is missing, so no die can be checked.")
        return Check(name, False, said)
    if fingerprint_of(saved.seed) != saved.last.setup.fingerprint:
        said = _("The seed does not fit the fingerprint shown before the first turn.")
        return Check(name, False, said)
    return Check(name, True, _("The seed fits the fingerprint shown before the first turn."))


# Told by the checks after it, each in its own way: injects, seals, results and the ending.
_COURSE = tuple({*KINDS} - {INJECTED, SEALED, ADJUDICATED, RULING, FINISHED})


def _course(saved: SavedSession, again: _Again) -> Check:
    name, count = _("Course"), 0
    for step in again.of(*_COURSE):
        count += step.kind in (PHASE, CLOSED, SKIPPED)
        if not step.is_stored:
            said = _("Entry {number} (“{kind}”) could not be written in that way then. {reason}")
            places: Json = {"kind": step.entry.kind, "reason": step.again.reasons}
            told = fill(said, number=step.number, **places).strip()
            return Check(name, False, told)
    said = ngettext(
        "{count} step from phase to phase, in the pack's order.",
        "{count} steps from phase to phase, in the pack's order.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _injects(saved: SavedSession, again: _Again) -> Check:
    name, sent = _("Injects"), 0
    for step in again.of(INJECTED):
        sent += 1
        if not step.is_stored:
            title = saved.scenario.inject_by_id[step.entry.body["inject"]].title
            said = _("Entry {number}: “{title}” does not do or say what the list says. {reason}")
            places: Json = {"title": title, "reason": step.again.reasons}
            return Check(name, False, fill(said, number=step.number, **places).strip())
    said = ngettext(
        "{count} inject sent, with the text, the addressees and the effects that the list gives.",
        "{count} injects sent, with the text, the addressees and the effects that the list gives.",
        sent,
    )
    return Check(name, True, fill(said, count=sent))


def _seals(saved: SavedSession, again: _Again) -> Check:
    """A seal that would be refused is told; by the rules of today it is a fault."""
    name, sheets = _("Seals"), list(again.of(SEALED))
    refused = [(step.number, step.again.reasons) for step in sheets if not step.is_stored]
    count = len(sheets)
    if not refused:
        said = ngettext(
            "{count} sheet of orders sealed, and every order legal.",
            "{count} sheets of orders sealed, and every order legal.",
            count,
        )
        return Check(name, True, fill(said, count=count))
    number, reason = refused[0]
    if _setup_of(saved)["rules"] == RULES_VERSION:
        said = _("Entry {number}: these orders would have been refused. {reason}")
        return Check(name, False, fill(said, number=number, reason=reason).strip())
    said = _("Remark on entry {number}: these orders would be refused as it stands now. {reason}")
    return Check(name, True, fill(said, number=number, reason=reason).strip())


def _results(saved: SavedSession, again: _Again) -> Check:
    name, count = _("Results"), 0
    if saved.seed is None:
        return Check(name, False, _("Results cannot be worked out again without the seed."))
    for step in again.of(ADJUDICATED, RULING):
        count += 1
        if not step.is_stored:
            return Check(name, False, _otherwise(saved, step))
    said = ngettext(
        "{count} adjudication or ruling worked out again from the seed, with the same results.",
        "{count} adjudications and rulings worked out again from the seed, with the same results.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _otherwise(saved: SavedSession, step: Step) -> str:
    """A sentence for what play would have given otherwise: whose orders, else the result."""
    turn, written = step.before.turn, step.again.body
    if written is None:
        said = _("Turn {turn} (entry {number}): it would have been refused. {reason}")
        return fill(said, turn=turn, number=step.number, reason=step.again.reasons)
    if step.kind is ADJUDICATED:
        for seat in saved.scenario.seats:
            if _opened(step.entry.body, seat.id) != _opened(written, seat.id):
                said = _if_sealed(step.before, seat.id)
                return fill(said, turn=turn, seat=seat.name)
    return _result_otherwise(saved, step, written)


def _result_otherwise(saved: SavedSession, step: Step, written: Json) -> str:
    """A sentence for a result that is another: of which order, where it is one's."""
    found, due = (_result_in(body) for body in (step.entry.body, written))
    odd = next((one for one, two in zip(found, due, strict=False) if not _same(one, two)), None)
    places: Json = {"turn": step.before.turn, "number": step.number}
    if odd is None:
        said = _(
            "Turn {turn} (entry {number}): the stored result is not what the tables and the dice "
            "give."
        )
        return fill(said, **places)
    said = _(
        "Turn {turn} (entry {number}): the stored result of {seat}, {move} is not what the tables "
        "and the dice give."
    )
    seat = saved.scenario.seat_by_id[odd["seat"]].name
    return fill(
        said, seat=seat, move=move_words(saved.scenario, odd["move"], odd["choice"]), **places
    )


def _result_in(body: Body | Json) -> list[Json]:
    """The cards of an adjudication or a ruling."""
    return list(body.get("result", body)["cards"])


def _same(one: Json, two: Json) -> bool:
    return encode(one) == encode(two)


def _opened(body: Body | Json, seat: str) -> list[Json]:
    return [order for order in body["orders"] if order["seat"] == seat]


def _if_sealed(before: Play, seat: str) -> str:
    if seat in before.sealed:
        return _("Turn {turn}: {seat}'s orders are not the ones it sealed.")
    if before.setup.of(seat).habit:
        return _("Turn {turn}: {seat}'s orders are not the ones its habit picks.")
    return _("Turn {turn}: {seat} sealed no orders, and some were opened for it.")


def _ending(saved: SavedSession, again: _Again) -> Check:
    name = _("Ending")
    for step in again.of(FINISHED):
        if step.again.body is None:
            said = _("Entry {number}: the exercise could not be finished then. {reason}")
            return Check(name, False, fill(said, number=step.number, reason=step.again.reasons))
        wrong = _wrong_ending(saved, step.entry.body, step.again.body)
        if wrong:
            return Check(name, False, fill(wrong, number=step.number))
        return Check(name, True, _("The outcome and the aims met are those that the tables give."))
    return Check(name, True, _("The exercise is not finished, so it has no outcome yet."))


def _wrong_ending(saved: SavedSession, stored: Body, due: Json) -> str:
    """A sentence with a place for the number, or nothing."""
    checks: tuple[tuple[bool, Callable[[], str]], ...] = (
        (
            stored["outcome"] == due["outcome"],
            lambda: _("Entry {number}: the outcome is not the one that the tables give."),
        ),
        (
            stored["aims"] == due["aims"],
            lambda: _("Entry {number}: the aims met are not those that the tables give."),
        ),
        (
            _fits(stored["seed"], saved.last.setup.fingerprint),
            lambda: _("Entry {number}: the seed published does not fit its fingerprint."),
        ),
        (
            stored["turn"] == due["turn"],
            lambda: _("Entry {number}: the exercise was in another turn."),
        ),
    )
    return next((said() for holds, said in checks if not holds), "")


def _fits(seed: str, shown: str) -> bool:
    try:
        return fingerprint_of(bytes.fromhex(seed)) == shown
    except ValueError:
        return False


def _head(saved: SavedSession, digits: str) -> Check:
    name, last = _("Record fingerprint"), saved.entries[-1]
    if not digits:
        said = _(
            "{head} after entry {number}. Digests can be made anew by whoever has the file; only "
            "a fingerprint that others noted shows that it is still the same record."
        )
        return Check(name, True, fill(said, head=head_words(last.digest), number=last.number))
    found = next((e for e in reversed(saved.entries) if e.digest.startswith(digits)), None)
    if found is None:
        said = _("This is not the record that the fingerprint {head} was taken from.")
        return Check(name, False, fill(said, head=head_words(digits)))
    after = last.number - found.number
    if not after:
        said = _(
            "{head} is the fingerprint after entry {number}, the last: nothing was changed since."
        )
        return Check(name, True, fill(said, head=head_words(digits), number=found.number))
    said = ngettext(
        "{head} is the fingerprint after entry {number}: nothing up to there was changed since. "
        "{count} entry follows, for which it says nothing.",
        "{head} is the fingerprint after entry {number}: nothing up to there was changed since. "
        "{count} entries follow, for which it says nothing.",
        after,
    )
    return Check(name, True, fill(said, head=head_words(digits), number=found.number, count=after))
