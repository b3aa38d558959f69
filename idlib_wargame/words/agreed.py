"""What agreements come to, as conditions ask: "a term must have been broken last turn"."""

from __future__ import annotations

from idlib_wargame.rules.names import IN_TURN, Prefix
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.bargains import template_named
from idlib_wargame.words.clauses import Clause
from idlib_wargame.words.figures import plain
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.signs import closed


def agreed_name(scenario: Scenario, prefix: Prefix, row: str) -> str:
    """What is counted, as it stands in a list of names: "Terms kept by Astra"."""
    if row == IN_TURN:
        return _counted_last_turn(prefix)
    if prefix in (Prefix.AGREEMENT, Prefix.VAGUE):
        return fill(_counted_in_force(prefix, row), **_parties(scenario, row))
    return fill(_counted_by(prefix), actor=scenario.actor_name(row))


def must_be_agreed(scenario: Scenario, prefix: Prefix, row: str, none: bool) -> Clause:
    """One of them asked for, or ``none``: "“A quiet season” must be in force"."""
    if row == IN_TURN:
        return Clause.of(_none_last_turn(prefix) if none else _some_last_turn(prefix))
    if prefix in (Prefix.AGREEMENT, Prefix.VAGUE):
        said = _none_in_force(prefix, row) if none else _some_in_force(prefix, row)
        return Clause.of(said, **_parties(scenario, row))
    said = _none_by(prefix) if none else _some_by(prefix)
    return Clause.of(said, actor=scenario.actor_name(row))


def must_be_so_many(name: str, op: str, bound: int, now: int, numbers: bool = True) -> Clause:
    """So many of what ``agreed_name`` calls them: "… must be 2 or more, and are 1"."""
    op, bound = closed(op, bound)
    if not numbers:
        return Clause.of(_in_words_alone(op, bound, now), name=name)
    match op:
        case ">=":
            said = _("{name} must be {bound} or more, and are {now}")
        case "<=":
            said = _("{name} must be {bound} or fewer, and are {now}")
        case "==":
            said = _("{name} must be {bound}, and are {now}")
        case _other:
            said = _("{name} must be more or fewer than {bound}, and are {now}")
    return Clause.of(said, name=name, bound=plain(bound), now=plain(now))


def _in_words_alone(op: str, bound: int, now: int) -> str:
    if op != "!=" and now < bound and op != "<=":
        return _("{name} must be more than now")
    if op != "!=" and now > bound and op != ">=":
        return _("{name} must be fewer than now")
    if op == "!=" and now == bound:
        return _("{name} must be more or fewer than now")
    return _("{name} must stay about as many as now")


def _parties(scenario: Scenario, row: str) -> dict[str, str]:
    """The two actors that a name is about, or the template."""
    one, between_two, other = row.partition(".")
    if between_two:
        return {"one": scenario.actor_name(one), "other": scenario.actor_name(other)}
    template = template_named(scenario, row)
    return {"name": template.name if template else row}


def _counted_in_force(prefix: Prefix, row: str) -> str:
    if prefix is Prefix.VAGUE:
        return _("Vague agreements between {one} and {other}")
    if "." in row:
        return _("Agreements in force between {one} and {other}")
    return _("Agreements in force like “{name}”")


def _counted_last_turn(prefix: Prefix) -> str:
    if prefix is Prefix.KEPT:
        return _("Terms kept last turn")
    if prefix is Prefix.BREACHED:
        return _("Terms broken last turn")
    return _("Agreements declared over last turn")


def _counted_by(prefix: Prefix) -> str:
    if prefix is Prefix.KEPT:
        return _("Terms that {actor} kept")
    if prefix is Prefix.BREACHED:
        return _("Terms that {actor} broke")
    return _("Agreements that {actor} declared over")


def _some_in_force(prefix: Prefix, row: str) -> str:
    if prefix is Prefix.VAGUE:
        return _("an agreement between {one} and {other} must be vague")
    if "." in row:
        return _("an agreement between {one} and {other} must be in force")
    return _("“{name}” must be in force")


def _none_in_force(prefix: Prefix, row: str) -> str:
    if prefix is Prefix.VAGUE:
        return _("no agreement between {one} and {other} may be vague")
    if "." in row:
        return _("no agreement between {one} and {other} may be in force")
    return _("“{name}” must not be in force")


def _some_last_turn(prefix: Prefix) -> str:
    if prefix is Prefix.KEPT:
        return _("a term of an agreement must have been kept last turn")
    if prefix is Prefix.BREACHED:
        return _("a term of an agreement must have been broken last turn")
    return _("an agreement must have been declared over last turn")


def _none_last_turn(prefix: Prefix) -> str:
    if prefix is Prefix.KEPT:
        return _("no term of an agreement may have been kept last turn")
    if prefix is Prefix.BREACHED:
        return _("no term of an agreement may have been broken last turn")
    return _("no agreement may have been declared over last turn")


def _some_by(prefix: Prefix) -> str:
    if prefix is Prefix.KEPT:
        return _("{actor} must have kept a term of an agreement")
    if prefix is Prefix.BREACHED:
        return _("{actor} must have broken a term of an agreement")
    return _("{actor} must have declared an agreement over")


def _none_by(prefix: Prefix) -> str:
    if prefix is Prefix.KEPT:
        return _("{actor} must have kept no term of an agreement")
    if prefix is Prefix.BREACHED:
        return _("{actor} must have broken no term of an agreement")
    return _("{actor} must have declared no agreement over")
