"""Setting an exercise up, in sentences: how long it is, who plays whom, what happens now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Arrangement, Seat
from idlib_wargame.words.dates import long_day_words, stretch_words
from idlib_wargame.words.language import _, fill, ngettext, pgettext, unmarked
from idlib_wargame.words.lists import facts, listed, series
from idlib_wargame.words.methods import method_line
from idlib_wargame.words.phases import phase_inside

UNBROKEN = "\N{NO-BREAK SPACE}"
LONGEST_ON_ONE_LINE = 44  # letters of a path, which a line has room for at the largest text


def turns_words(scenario: Scenario, turns: int) -> str:
    """A length as people read it: "4 turns of 14 days"."""
    return _turns_of(turns, scenario.days_by_turns.get(turns, scenario.turn_days))


def played_turns_words(played: Scenario) -> str:
    """The same of an exercise as it is played, whatever edition the pack has of that length."""
    return _turns_of(played.turns, played.turn_days)


def _turns_of(turns: int, days: int) -> str:
    return fill(
        ngettext("{turns} turn of {days}", "{turns} turns of {days}", turns),
        turns=turns,
        days=fill(ngettext("{count} day", "{count} days", days), count=days),
    )


def turns_count_words(turns: int) -> str:
    """How many turns there are: "4 turns"."""
    return fill(ngettext("{count} turn", "{count} turns", turns), count=turns)


def also_in_words(others: Sequence[int]) -> str:
    """In how many turns a pack may be played beside those proposed: "also in 8 or 12 turns"."""
    if not others:
        return ""
    *fewer, most = others
    if not fewer:
        said = ngettext("also in {count} turn", "also in {count} turns", most)
        return fill(said, count=most)
    said = _("also in {fewer} or {most} turns")
    return fill(said, fewer=series([str(count) for count in fewer]), most=most)


def duration_words(minutes: int) -> str:
    """How long something takes: "about 6 h 40 min"; "" for what nobody knows."""
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return fill(_("about {hours} h {minutes} min"), hours=hours, minutes=rest)
    if hours:
        return fill(_("about {hours} h"), hours=hours)
    return fill(_("about {minutes} min"), minutes=rest) if rest else ""


def days_words(played: Scenario) -> str:
    """The days that a scenario covers as it is played: "3 Mar to 27 Apr 2031"."""
    return stretch_words(played.first_day(1), played.last_day(played.turns))


def length_words(played: Scenario, minutes: int) -> str:
    """The days that are covered, and how long the day is on which they are played."""
    said = (days_words(played), duration_words(minutes))
    return facts([part for part in said if part])


def seats_words(counts: Sequence[int]) -> str:
    """How few and how many seats there are, least first: "2, 3 or 4 seats"."""
    *others, most = counts
    if not others:
        return fill(ngettext("{count} seat", "{count} seats", most), count=most)
    return fill(
        ngettext("{fewer} or {most} seat", "{fewer} or {most} seats", most),
        fewer=series([str(count) for count in others]),
        most=most,
    )


def own_start(day: date) -> tuple[str, str]:
    """The pack's own starting point: its name, and a line that says what it is."""
    line = fill(_("{day}, with nothing changed."), day=long_day_words(day))
    return _("As the pack begins"), line


def own_start_words(day: date) -> str:
    """That the exercise starts where the pack does."""
    return fill(_("The starting point is the pack’s own, on {day}."), day=long_day_words(day))


def start_words(name: str) -> str:
    """At which starting point of the pack the exercise starts."""
    return fill(_("The starting point is “{start}”."), start=name)


def option_words(option: str, choice: str) -> str:
    """What an option is set to."""
    return fill(_("“{option}” is set to “{choice}”."), option=option, choice=choice)


def overruled_words(names: Sequence[str]) -> str:
    """That the starting point sets what an option would; "" for nothing."""
    if not names:
        return ""
    return fill(
        ngettext(
            "{names} follows the starting point all the same.",
            "{names} follow the starting point all the same.",
            len(names),
        ),
        names=listed([fill(_("“{name}”"), name=name) for name in names]),
    )


def how_long_words(scenario: Scenario, played: Scenario, minutes: int) -> str:
    """How many turns there are, over which days, and how long the day is on which it is played."""
    turns, days = turns_words(scenario, played.turns), days_words(played)
    # What belongs together stays on a line.
    time = duration_words(minutes).replace(" ", UNBROKEN)
    if not time:
        return fill(_("There are {turns}, from {days}."), turns=turns, days=days)
    return fill(
        _("There are {turns}, from {days}. The whole day takes {time}."),
        turns=turns,
        days=days,
        time=time,
    )


def shared_out_words(arrangement: str) -> str:
    """Which arrangement the seats are shared out by."""
    return fill(_("The seats are shared out as “{arrangement}”."), arrangement=arrangement)


def arrangement_words(scenario: Scenario, arrangement: Arrangement) -> str:
    """What an arrangement does, in the pack's own words or, where it has none, in ours."""
    if arrangement.summary:
        return " ".join(arrangement.summary.split())
    name = scenario.actor_name
    sentences = [
        fill(_("The people of {host} play {guest} too."), host=name(host), guest=name(guest))
        for guest, host in arrangement.with_seat.items()
    ]
    parts: dict[str, list[str]] = {}
    for part in arrangement.parts:
        parts.setdefault(part.of, []).append(part.name)
    sentences += [
        fill(_("{actor} is split into {parts}."), actor=name(actor), parts=listed(names))
        for actor, names in parts.items()
    ]
    if arrangement.control:
        seats = listed([name(each) for each in arrangement.control])
        sentences.append(fill(_("The facilitator plays {seats}."), seats=seats))
    return " ".join(sentences) or _("Every actor has a seat of its own.")


def file_words(file: str, folder: str) -> str:
    """Where the exercise will be kept."""
    return fill(
        _("A new file, {file}, is made in {folder}. Every change is written to it at once."),
        file=file,
        folder=_on_one_line(folder),
    )


def _on_one_line(path: str) -> str:
    """A path that lines are not broken within, where it is not too long for one."""
    if len(path) > LONGEST_ON_ONE_LINE:
        return path
    joined = re.sub(r"([/\\-])", "\\1\N{WORD JOINER}", path)
    return joined.replace(" ", UNBROKEN)


def in_memory_words() -> str:
    """That the exercise will be kept nowhere yet."""
    return _(
        "The exercise is kept in memory until you save it. Every change is written to it at once."
    )


def handling_words(line: str) -> str:
    """What every screen and page will say of how it is to be handled."""
    return fill(_("Every window and page says: “{line}”"), line=line)


def decided_words(method: str, fingerprint: str) -> str:
    """How results are decided and, where there are dice, what is recorded of them."""
    if method == "expected":
        return fill(pgettext("a method", "{method}."), method=method_line(method))
    return fill(
        _("{method}. The fingerprint of the dice, {fingerprint}, is recorded before turn 1."),
        method=method_line(method),
        fingerprint=fingerprint,
    )


def desk_opens_words() -> str:
    """What the facilitator sees first."""
    return _(
        "The desk opens. “Open to the room…” on it lets players join from their own phones, "
        "tablets or laptops by a code; without that, you open a window for each seat, on this "
        "screen or another."
    )


def first_phase_words(turns: int, phase: str, minutes: int) -> str:
    """What the first turn starts with, and for how long; 0 minutes where nobody said."""
    phase = phase_inside(phase)
    if not minutes:
        return fill(_("Turn 1 of {turns} starts with {phase}."), turns=turns, phase=phase)
    return fill(
        ngettext(
            "Turn 1 of {turns} starts with {phase}, {minutes} minute.",
            "Turn 1 of {turns} starts with {phase}, {minutes} minutes.",
            minutes,
        ),
        turns=turns,
        phase=phase,
        minutes=minutes,
    )


def pin_words(is_given: bool) -> str:
    """What a facilitator's PIN does, or what it means that there is none."""
    if is_given:
        return _(
            "The desk asks for the PIN when it comes back from a seat and when the exercise is "
            "opened again, and so does a replay before it shows what only the facilitator may see."
        )
    return _(
        "Without a PIN, whoever is at this laptop can lift the desk's curtain and read "
        "everything, sealed orders and private messages too."
    )


def seat_pins_words() -> str:
    """What it means that every person sets a PIN at their seat."""
    return _(
        "At this laptop, whoever lifts a seat's curtain for the first time sets a PIN; from then "
        "on it opens to the PIN of any of them. Otherwise they may go on without one. Whoever "
        "joins from a phone of their own always sets one there."
    )


def everybody_sets_words() -> str:
    """That every person sets a PIN, among what will happen."""
    return _(
        "Every person sets a PIN: as they join from their own phone, or as the curtain of their "
        "seat is lifted for the first time at this laptop."
    )


def pin_file_words() -> str:
    """What no PIN guards against, and what to do about that."""
    return _(
        "A PIN guards the screen and not the file, which whoever has it can read: keep the disk of "
        "this laptop encrypted, and pass the file on only when the exercise is over."
    )


def with_words(host: str) -> str:
    """That whoever sits at another seat plays this one."""
    return fill(_("With {seat}"), seat=host)


def habit_words(habit: str) -> str:
    """That a habit plays a seat; "" for one that the pack does not have."""
    return fill(_("Habit: {habit}"), habit=habit) if habit else _("A habit")


def control_words(people: Sequence[str]) -> str:
    """That control plays a seat, and who of it."""
    return fill(_("Facilitator: {people}"), people=listed(people)) if people else _("Facilitator")


def people_words(people: Sequence[str]) -> str:
    """That people play a seat."""
    return listed(people) if people else _("People, no names yet")


def orders_words(scenario: Scenario, seat: Seat) -> str:
    """What a seat that shares an actor with others may order; "" for a seat of its own."""
    if not seat.part_of:
        return ""
    count = scenario.orders_of(seat.id)
    orders = fill(ngettext("{count} order a turn", "{count} orders a turn", count), count=count)
    tables = series([scenario.table_by_id[table].name for table in seat.tables])
    return facts([part for part in (orders, tables) if part])


def players_words(people: int, habits: int, control: int) -> str:
    """How many seats each kind of player plays: "4 by people · 2 by habit"."""
    parts = [
        fill(_("{count} by people"), count=people) if people else "",
        fill(_("{count} by habit"), count=habits) if habits else "",
        fill(_("{count} by the facilitator"), count=control) if control else "",
    ]
    return facts([part for part in parts if part])


def guests_words(seats: Sequence[str]) -> str:
    """Which other seats the people of a seat play; "" for none."""
    return fill(_("Plays {seats} too."), seats=listed(seats)) if seats else ""


def read_by_words(people: Sequence[str]) -> str:
    """Whose a read-ahead is; "" where nobody was named."""
    return fill(_("For {people}"), people=listed(people)) if people else ""


def at_a_glance(turns: str, length: str) -> str:
    """A read-ahead's line about the exercise: "4 turns of 14 days, 3 Mar to 27 Apr 2031"."""
    return fill(pgettext("read-ahead", "{turns}, {length}"), turns=turns, length=length)


def to_mend_words(count: int, pack: str) -> str:
    """How much stands in the way of playing a pack."""
    if count == 1:
        return fill(_("One thing to mend before “{pack}” can be played"), pack=pack)
    template = ngettext(
        "{count} thing to mend before “{pack}” can be played",
        "{count} things to mend before “{pack}” can be played",
        count,
    )
    return fill(template, count=count, pack=pack)


def step_words(number: int, name: str, state: str, answer: str) -> str:
    """A step of the assistant, read aloud; ``state`` is "done", "now" or "ahead"."""
    match state:
        case "done":
            template = _("{number}. {name}, done. {answer}")
        case "now":
            template = _("{number}. {name}, this page. {answer}")
        case _:
            template = _("{number}. {name}, still to come. {answer}")
    return fill(template, number=number, name=name, answer=answer)


def answer_words(question: str, answer: str) -> str:
    """An answer read aloud with what it answers."""
    template = pgettext("an answer, read aloud", "{question}: {answer}")
    return fill(template, question=question, answer=answer)


def card_words(pack: str, told: str) -> str:
    """A pack's card, read aloud."""
    return fill(pgettext("a pack, read aloud", "{pack}. {facts}"), pack=pack, facts=told)


def session_files_words(suffix: str) -> str:
    """What a file dialogue calls sessions; ``suffix`` is their ending, ".wargame"."""
    # What stands in parentheses is read by the dialogue, which knows nothing of isolates.
    return unmarked(fill(_("Sessions (*{suffix})"), suffix=suffix))


def two_sentences(sentence: str, another: str) -> str:
    """Two sentences, each whole by itself, such as ours and one of the pack's; "" for none."""
    if not another:
        return sentence
    return fill(pgettext("sentences", "{first} {second}"), first=sentence, second=another)


def shorter_phases_words(minutes: int, packs: int) -> str:
    """That phases are shorter than the pack has them, in all so many minutes a turn."""
    said = _("The pack would give a turn {packs} minutes; its phases are shortened to {minutes}.")
    return fill(said, packs=packs, minutes=minutes)
