"""What stands on a map, in sentences: who holds it, what became of it, how much each holds."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.clauses import Clause, side_by_side
from idlib_wargame.words.language import _, fill, ngettext, pgettext
from idlib_wargame.words.lists import facts, series


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


def track_words(line: str) -> str:
    """The track that a feature tells of, as a sentence: "Calm: tense · 4 of 10, −2 this turn."."""
    return fill(_("{line}."), line=line)


def moment_words(turn: int, so_far: bool = False) -> str:
    """When a step of a history was: "Turn 3"."""
    if not turn:
        return _("At the start")
    return fill(_("Turn {turn}, so far") if so_far else _("Turn {turn}"), turn=turn)


def history_step_words(moment: str, words: str, change: str) -> str:
    """A step of a history: "Turn 3: tense · 4 of 10 (+2)"."""
    said = _("{moment}: {reading} ({change})") if change else _("{moment}: {reading}")
    return fill(said, moment=moment, reading=words, change=change)


def history_of_words(track: str) -> str:
    """What the panel is called that tells of a track turn by turn."""
    return fill(_("History: {track}"), track=track)


def behind_words(place: str) -> str:
    """Which place on the map led to a history."""
    return fill(_("Behind {place}"), place=place)


def moved(went: str) -> Clause:
    """A change in short, of a track alone: "People in tents 300 → 420"."""
    return Clause.of(_("{went}"), went=went)


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


def changes_words(told: Sequence[Clause], more: int, since: int = 0) -> str:
    """What changed, of which ``more`` are not named; "" where nothing did.

    Here and below ``since`` is the turn that changed it, where another has begun; or else 0.
    """
    if not told:
        return ""
    if more > 0:
        told = [*told, more_words(more)]
    changes = side_by_side(told).within()
    if since:
        return fill(_("Changed since turn {turn} began: {changes}."), turn=since, changes=changes)
    return fill(_("Changed this turn: {changes}."), changes=changes)


def more_words(count: int) -> Clause:
    """How many changes are not named."""
    return Clause.of(ngettext("and {count} more", "and {count} more", count), count=count)


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


def sign_telling_words(sign: str, track: str, reading: str) -> str:
    """The same where all such signs tell of one track: "Camp · People in tents: 300 thousand"."""
    told = fill(_("{track}: {reading}"), track=track, reading=reading)
    return facts([sign, told])


def not_in_force_words() -> str:
    """What the legend calls ground that is only planned."""
    return _("Not in force")


def changed_sign_words(since: int = 0) -> str:
    """What the legend calls the outline of what changed."""
    if since:
        return fill(_("Outlined: changed since turn {turn} began"), turn=since)
    return _("Outlined: changed this turn")


def gone_sign_words(since: int = 0) -> str:
    """What the legend calls the mark of what was there before."""
    return fill(_("Gone since turn {turn} began"), turn=since) if since else _("Gone this turn")


def schematic_sign_words() -> str:
    """What the legend calls whatever is drawn by judgement."""
    return _("Dashed, hatched or hollow: schematic")


def agreement_sign_words(heading: str) -> str:
    """An agreement beside a map: "In force: Agreement of Astra and Borea"."""
    return fill(_("In force: {agreement}"), agreement=heading)


def agreed_about_words(term: str, agreement: str) -> str:
    """A term in force about a place: "Borea: The light handed over, in full … (The terms)"."""
    return fill(_("{term} ({agreement})"), term=term, agreement=agreement)


def agreed_heading() -> str:
    """Over the terms in force about a place."""
    return _("Agreed about it, and in force")


def in_force_words(count: int) -> str:
    """How many agreements are in force, none of them named."""
    template = ngettext("{count} agreement in force", "{count} agreements in force", count)
    return fill(template, count=count)


def more_in_force_words(count: int) -> str:
    """How many more agreements are in force than are named."""
    template = ngettext(
        "{count} more agreement in force", "{count} more agreements in force", count
    )
    return fill(template, count=count)


def changed_heading(since: int = 0) -> str:
    """Over a list of what changed."""
    if since:
        return fill(_("Changed since turn {turn} began"), turn=since)
    return _("Changed this turn")


def nothing_changed_words(since: int = 0) -> str:
    """In place of such a list."""
    if since:
        return fill(_("Nothing on the map has changed since turn {turn} began."), turn=since)
    return _("Nothing on the map changed this turn.")


def opening_map_words() -> str:
    """In place of such a list while no turn has led to anything."""
    return _("As the exercise began; nothing has changed yet.")


def encircled_words(sign: str) -> str:
    """What the legend calls a sign that is cut off: "Post, encircled"."""
    return fill(_("{sign}, encircled"), sign=sign)


def kilometres_words(length: int) -> str:
    """How long the scale bar is: "20 km"."""
    return fill(_("{length} km"), length=length)


def place_words(name: str, details: str) -> str:
    """A place and all there is to say of it, read aloud."""
    return fill(pgettext("a place on the map", "{place}. {details}"), place=name, details=details)
