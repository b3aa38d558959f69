"""What stands on a map, in sentences: who holds it, what became of it, how much each holds."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.words.clauses import Clause, side_by_side
from idlib_wargame.words.language import _, fill, ngettext, pgettext
from idlib_wargame.words.lists import series
from idlib_wargame.words.situation import reading


def short_name(name: str) -> str:
    """What is written on the map: a name up to its first comma."""
    return name.partition(",")[0]


def held_words(scenario: Scenario, holder: str, before: str | None) -> str:
    """Who holds a place: "Held by Astra (until this turn: Borea).".

    ``before`` is who held it until this turn, "" for nobody; None where it did not change hands.
    """
    name = scenario.actor_name(holder)
    if before is None:
        return fill(_("Held by {holder}."), holder=name)
    if not before:
        return fill(_("Held by {holder} (until this turn: nobody)."), holder=name)
    its = scenario.actor_name(before)
    return fill(_("Held by {holder} (until this turn: {before})."), holder=name, before=its)


def newly_there_words(scenario: Scenario, holder: str) -> str:
    """Who holds a place that was not on the map last turn."""
    if not holder:
        return _("New this turn.")
    return fill(_("Held by {holder} (new this turn)."), holder=scenario.actor_name(holder))


def left_words(scenario: Scenario, before: str) -> str:
    """That nobody holds a place any more: "Until this turn: Borea."."""
    return fill(_("Until this turn: {before}."), before=scenario.actor_name(before))


def gone_words() -> str:
    """That a place was on the map last turn, and is not now."""
    return _("Gone this turn.")


def manned_words(scenario: Scenario, holder: str, change: str) -> str:
    """Who mans a post of their own; ``change`` is "new", "taken" (back), or else nothing."""
    match change:
        case "new":
            template = _("Manned by {holder} (new this turn).")
        case "taken":
            template = _("Manned by {holder} (since this turn).")
        case _:
            template = _("Manned by {holder}.")
    return fill(template, holder=scenario.actor_name(holder))


def cut_off_words(scenario: Scenario, owner: str, holder: str, change: str) -> str:
    """Whose a post is and who has cut it off; ``change`` as in ``manned_words``."""
    match change:
        case "new":
            template = _("{owner}, encircled by {holder} (new this turn).")
        case "taken":
            template = _("{owner}, encircled by {holder} (since this turn).")
        case _:
            template = _("{owner}, encircled by {holder}.")
    return fill(template, owner=scenario.actor_name(owner), holder=scenario.actor_name(holder))


def schematic_words() -> str:
    """That it is drawn by judgement."""
    return _("Schematic.")


def track_words(track: Track, value: int, numbers: bool) -> str:
    """The track that a feature tells of, as it stands: "Calm on the bank: tense · 4 of 10."."""
    return fill(_("{track}: {reading}."), track=track.name, reading=reading(track, value, numbers))


def newly_held(scenario: Scenario, name: str, holder: str) -> Clause:
    """A change in short: "The ridge (now Harbour Union)"."""
    if not holder:
        return Clause.of(_("{place} (now nobody)"), place=name)
    return Clause.of(_("{place} (now {holder})"), place=name, holder=scenario.actor_name(holder))


def post_changed(name: str, is_cut_off: bool) -> Clause:
    """A post's change in short: "Light (encircled)"."""
    template = _("{place} (encircled)") if is_cut_off else _("{place} (relieved)")
    return Clause.of(template, place=name)


def came(name: str) -> Clause:
    """In short, that it is new: "Port (new)"."""
    return Clause.of(_("{place} (new)"), place=name)


def went(name: str) -> Clause:
    """In short, that it is gone: "Port (gone)"."""
    return Clause.of(_("{place} (gone)"), place=name)


def changes_words(told: Sequence[Clause], more: int) -> str:
    """What changed, of which ``more`` are not named; "" where nothing did."""
    if not told:
        return ""
    if more > 0:
        template = ngettext("and {count} more", "and {count} more", more)
        told = [*told, Clause.of(template, count=more)]
    return fill(_("Changed this turn: {changes}."), changes=side_by_side(told).within())


def holdings_words(holder: str, counts: Sequence[str]) -> str:
    """All that somebody holds, counted: "Harbour Union: 2 roads, 3 towns."."""
    return fill(_("{holder}: {counts}."), holder=holder, counts=series(counts))


def encircled_count_words(count: int) -> str:
    """How many posts of others somebody has encircled."""
    template = ngettext(
        "{count} post of others encircled", "{count} posts of others encircled", count
    )
    return fill(template, count=count)


def kind_count_words(kind: str, count: int) -> str:
    """So many features of a kind: "2 roads"."""
    match kind:
        case "road":
            template = ngettext("{count} road", "{count} roads", count)
        case "town":
            template = ngettext("{count} town", "{count} towns", count)
        case "post":
            template = ngettext("{count} post", "{count} posts", count)
        case "camp":
            template = ngettext("{count} camp", "{count} camps", count)
        case "base":
            template = ngettext("{count} base", "{count} bases", count)
        case "crossing":
            template = ngettext("{count} border crossing", "{count} border crossings", count)
        case _:
            template = ngettext("{count} area", "{count} areas", count)
    return fill(template, count=count)


def sign_words(kind: str) -> str:
    """What the legend calls a sign whose features have no common name."""
    match kind:
        case "post":
            return _("Post")
        case "camp":
            return _("Camp")
        case "base":
            return _("Base")
        case _:
            return _("Border crossing")


def encircled_words(sign: str) -> str:
    """What the legend calls a sign that is cut off: "Post, encircled"."""
    return fill(_("{sign}, encircled"), sign=sign)


def kilometres_words(length: int) -> str:
    """How long the scale bar is: "20 km"."""
    return fill(_("{length} km"), length=length)


def place_words(name: str, details: str) -> str:
    """A place and all there is to say of it, read aloud."""
    return fill(pgettext("a place on the map", "{place}. {details}"), place=name, details=details)
