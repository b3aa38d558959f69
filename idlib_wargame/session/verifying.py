"""Is a saved session sound, and does every entry say what play would have written?

Digests that follow one from the other show that nothing was changed by somebody who could not make
them anew. Against one who can stand the other checks, and a head that was published in time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.record.entry import Body
from idlib_wargame.record.file_format import FIRST_FORM, FORM
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.dice import SEED_BYTES, ProvableDice, fingerprint_of
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.finished import FINISHED
from idlib_wargame.session.kinds.injected import INJECTED
from idlib_wargame.session.kinds.kind import EntryKind, Json, Moment
from idlib_wargame.session.kinds.phase import PHASE
from idlib_wargame.session.kinds.ruling import RULING
from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.kinds.skipped import SKIPPED
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.session.written_again import Again, PlayAgain
from idlib_wargame.words.heads import head_given, head_words
from idlib_wargame.words.language import _, fill, ngettext


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
def verify(path: Path, head: str = "") -> Verdict:
    """Check a file: digests, pack, seed, and every act that play works out done once more.

    ``head`` is that of any entry, as it was published: at least 16 hexadecimal digits. Raises
    SessionFault where there is nothing to check, NoHead for what cannot be a head.
    """
    digits = head_given(head) if head else ""
    saved = read_session(path)
    dice = ProvableDice(saved.seed or bytes(SEED_BYTES))
    again = _Again(saved, PlayAgain(saved.referee, dice))
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


class _Again(NamedTuple):
    """The moments of some kinds, each with what play would have written for it."""

    saved: SavedSession
    play: PlayAgain

    def of(self, *kinds: EntryKind) -> Iterator[tuple[Moment, Moment, Again]]:
        """Each moment of these kinds, after the one that stood before it."""
        for before, moment in pairwise(self.saved.moments):
            if moment.kind in kinds:
                yield before, moment, self.play.written(before, moment)


def _digests(saved: SavedSession) -> Check:
    name, count = _("Digests"), len(saved.entries)
    if not saved.complete:
        return Check(name, False, saved.stopped)
    said = ngettext(
        "{count} entry, with the digest that follows from the one before.",
        "{count} entries, each with the digest that follows from the one before.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _pack(saved: SavedSession) -> Check:
    name = _("Pack")
    if fingerprint(saved.files) != saved.pack_fingerprint:
        return Check(name, False, _("The pack inside differs from its fingerprint."))
    return Check(name, True, _("The pack inside is the one the exercise began with."))


def _setup(saved: SavedSession) -> Check:
    name, noted, body = _("Setup"), saved.entries[0].body, saved.entries[1].body
    scenario = saved.scenario
    named = body["pack"], noted["title"], noted["version"]
    if named != (scenario.id, scenario.title, scenario.version):
        said = _("The first entries name another pack than the one inside.")
        return Check(name, False, said)
    form, rules = body["form"], body["rules"]
    if not (FIRST_FORM <= form <= FORM and 1 <= rules <= RULES_VERSION):
        said = _("It names form {form} and rules {rules}, which this version does not read.")
        return Check(name, False, fill(said, form=form, rules=rules))
    said = _("Form {form} and rules {rules}, which this version reads.")
    return Check(name, True, fill(said, form=form, rules=rules))


def _seed(saved: SavedSession) -> Check:
    name = _("Seed")
    if saved.seed is None:
        said = _("The seed of the dice is missing, so no die can be checked.")
        return Check(name, False, said)
    if fingerprint_of(saved.seed) != saved.last.setup.fingerprint:
        said = _("The seed does not fit the fingerprint shown before the first turn.")
        return Check(name, False, said)
    return Check(name, True, _("The seed fits the fingerprint shown before the first turn."))


def _course(saved: SavedSession, again: _Again) -> Check:
    name, count = _("Course"), 0
    for _before, moment, written in again.of(PHASE, CLOSED, SKIPPED):
        count += 1
        if not written.is_stored(moment.entry.body):
            said = _("Entry {number}: the exercise could not go on in that way. {reason}")
            told = fill(said, number=moment.number, reason=written.reasons).strip()
            return Check(name, False, told)
    said = ngettext(
        "{count} step from phase to phase, in the pack's order.",
        "{count} steps from phase to phase, in the pack's order.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _injects(saved: SavedSession, again: _Again) -> Check:
    name, sent = _("Injects"), 0
    for _before, moment, written in again.of(INJECTED):
        sent += 1
        if not written.is_stored(moment.entry.body):
            row = saved.scenario.inject_by_id.get(moment.entry.body["inject"])
            title = row.title if row else moment.entry.body["inject"]
            said = _("Entry {number}: “{title}” does not do or say what the pack says. {reason}")
            places: Json = {"title": title, "reason": written.reasons}
            return Check(name, False, fill(said, number=moment.number, **places).strip())
    said = ngettext(
        "{count} inject sent, with the text, the addressees and the effects that the pack gives.",
        "{count} injects sent, with the text, the addressees and the effects that the pack gives.",
        sent,
    )
    return Check(name, True, fill(said, count=sent))


def _seals(saved: SavedSession, again: _Again) -> Check:
    """A seal that would be refused is a fault where it must have been refused then.

    Where other rules may have held, or what it was read against has been struck since, it is told.
    """
    name, count, refused = _("Seals"), 0, []
    for before, moment, written in again.of(SEALED):
        then = (before.play.turn, before.play.phase)
        if saved.struck and then != (moment.entry.body["turn"], ORDERS):
            continue  # what stood when it was sealed has been struck since
        count += 1
        if not written.is_stored(moment.entry.body):
            refused.append((moment.number, written.reasons))
    if not refused:
        said = ngettext(
            "{count} sheet of orders sealed, and every order legal.",
            "{count} sheets of orders sealed, and every order legal.",
            count,
        )
        return Check(name, True, fill(said, count=count))
    number, reason = refused[0]
    same = saved.entries[1].body["rules"] == RULES_VERSION and not saved.struck
    if same:
        said = _("Entry {number}: these orders would have been refused. {reason}")
        return Check(name, False, fill(said, number=number, reason=reason).strip())
    said = _("Remark on entry {number}: these orders would be refused as it stands now. {reason}")
    return Check(name, True, fill(said, number=number, reason=reason).strip())


def _results(saved: SavedSession, again: _Again) -> Check:
    name, count = _("Results"), 0
    if saved.seed is None:
        return Check(name, False, _("Results cannot be worked out again without the seed."))
    for before, moment, written in again.of(ADJUDICATED, RULING):
        count += 1
        if not written.is_stored(moment.entry.body):
            return Check(name, False, _otherwise(saved, again.play, before, moment, written))
    said = ngettext(
        "{count} adjudication or ruling worked out again from the seed, with the same results.",
        "{count} adjudications and rulings worked out again from the seed, with the same results.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _otherwise(
    saved: SavedSession, play: PlayAgain, before: Moment, moment: Moment, written: Again
) -> str:
    """A sentence for what play would have given otherwise: whose orders, else the result."""
    turn = before.play.turn
    if written.body is None:
        said = _("Turn {turn} (entry {number}): it would have been refused. {reason}")
        return fill(said, turn=turn, number=moment.number, reason=written.reasons)
    if moment.kind is ADJUDICATED:
        for seat in saved.scenario.seats:
            if _opened(moment.entry.body, seat.id) != _opened(written.body, seat.id):
                said = _if_sealed(before, seat.id)
                return fill(said, turn=turn, seat=seat.name)
    said = _(
        "Turn {turn} (entry {number}): the stored result is not what the tables and the dice give."
    )
    return fill(said, turn=turn, number=moment.number)


def _opened(body: Body | Json, seat: str) -> list[Json]:
    return [order for order in body["orders"] if order["seat"] == seat]


def _if_sealed(before: Moment, seat: str) -> str:
    if seat in before.play.sealed:
        return _("Turn {turn}: {seat}'s orders are not the ones it sealed.")
    if before.play.setup.of(seat).habit:
        return _("Turn {turn}: {seat}'s orders are not the ones its habit picks.")
    return _("Turn {turn}: {seat} sealed no orders, and some were opened for it.")


def _ending(saved: SavedSession, again: _Again) -> Check:
    name = _("Ending")
    for _before, moment, written in again.of(FINISHED):
        stored = moment.entry.body
        wrong = written.body and _wrong_ending(saved, stored, written.body)
        if written.body is None:
            said = _("Entry {number}: the exercise could not be finished then. {reason}")
            return Check(name, False, fill(said, number=moment.number, reason=written.reasons))
        if wrong:
            return Check(name, False, fill(wrong, number=moment.number))
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
    name, last = _("Record head"), saved.entries[-1]
    if not digits:
        said = _(
            "{head} after entry {number}. Digests can be made anew by whoever has the file; only "
            "a head that others noted shows that it is still the same record."
        )
        return Check(name, True, fill(said, head=head_words(last.digest), number=last.number))
    found = next((e for e in reversed(saved.entries) if e.digest.startswith(digits)), None)
    if found is None:
        said = _("This is not the record that the head {head} was taken from.")
        return Check(name, False, fill(said, head=head_words(digits)))
    after = last.number - found.number
    if not after:
        said = _("{head} is the head after entry {number}, the last: nothing was changed since.")
        return Check(name, True, fill(said, head=head_words(digits), number=found.number))
    said = ngettext(
        "{head} is the head after entry {number}: nothing up to there was changed since. "
        "{count} entry follows, for which it says nothing.",
        "{head} is the head after entry {number}: nothing up to there was changed since. "
        "{count} entries follow, for which it says nothing.",
        after,
    )
    return Check(name, True, fill(said, head=head_words(digits), number=found.number, count=after))
