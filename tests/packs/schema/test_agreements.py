"""What a pack may say of agreements, as the rules then have it, and what its author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import load, read_files
from idlib_wargame.packs.shelf import TEMPLATE
from idlib_wargame.rules.agreements.fitness import unfit
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.offer import Does, How, Link, Secrecy, Verification
from idlib_wargame.rules.pack.bargain import Bargain, Lacks, On, Restraint, TemplateTerm
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.variants import chosen
from tests.packs.harbour import FULL, HARBOUR, HARBOUR_FULL, changed, told

AGREEMENTS = "agreements.yaml"
# The same pack with a habit that does not bargain.
HABIT = "habits/cautious.yaml"
SILENT = {**FULL, HABIT: FULL[HABIT].partition("bargains:")[0]}
GROUND = "- {debtor: astra, clause: ground_opened, score: 2, within: 2, hold: true}"


@pytest.fixture(scope="module")
def bargain() -> Bargain:
    """All that the pack with everything says of agreements."""
    found = load(HARBOUR_FULL).bargain
    assert found is not None
    return found


def test_a_pack_without_the_table_has_no_agreements() -> None:
    """It plays as before: nobody can table anything."""
    assert load(HARBOUR).bargain is None


def test_a_pack_with_an_empty_table_has_offers_and_no_more() -> None:
    """One line that says how many offers may be open is enough to bargain in free terms."""
    files = {**SILENT, AGREEMENTS: "open_offers: 2\n"}
    scenario = read_files(files).scenario
    assert scenario is not None
    assert scenario.bargain == Bargain()


def test_a_template_comes_through_with_all_its_terms(bargain: Bargain) -> None:
    """Authors count terms from 1; a term without a number of turns runs as long as the rest."""
    ground, quiet = bargain.templates
    assert ground.terms == (
        TemplateTerm("astra", Does.CLAUSE, "ground_opened", 2, score=2, hold=True),
        TemplateTerm("borea", Does.ACT, "free_crews", 2, link=Link(How.ONCE, 0)),
        TemplateTerm("astra", Does.ACT, "open_ground", 3, "north", link=Link(How.UNLESS, 1)),
        TemplateTerm("borea", Does.RESTRAINT, "no_force_against", 3, against="astra"),
        TemplateTerm("borea", Does.WORDS, "Borea says so on the quay within the turn", 1),
    )
    assert (ground.parties, ground.guarantor, ground.lasts) == (("astra", "borea"), "press", 3)
    assert (ground.secrecy, ground.verification) == (Secrecy.GUARANTOR, Verification.OBSERVERS)
    assert (ground.text, ground.basis) == ("Each turn counts.", Basis(cites=("S4¶2",)))
    assert (quiet.secrecy, quiet.verification) == (Secrecy.PUBLIC, Verification.NONE)
    assert (quiet.lasts, [term.within for term in quiet.terms]) == (0, [4, 1000, 1000])
    assert [term.score for term in quiet.terms] == [0, 0, 3]


def test_the_word_for_a_turn_reaches_the_terms() -> None:
    """An exercise of other turns reads its own word in what a party says that it will do."""
    pack = load(HARBOUR_FULL)
    assert pack.as_written is not None
    written = FULL["pack.yaml"].replace("turn_days: 28}", "turn_days: 28, turn_word: month}")
    scenario = read_files({**FULL, "pack.yaml": written}).scenario
    assert scenario is not None
    played = chosen(scenario, turns=2).bargain
    assert played is not None
    assert played.templates[0].text == "Each month counts."
    assert played.templates[0].terms[4].what == "Borea says so on the quay within the month"


def test_restraints_and_what_is_handed_over(bargain: Bargain) -> None:
    """Tags and moves stand in one list; a clause is handed over when its condition holds."""
    raids, force = bargain.restraints
    basis = Basis(judgement=True)
    on = frozenset({"raid", "silent_nets"})
    assert raids == Restraint("no_raids", "No nets are cut", on, spares=False, basis=basis)
    assert force.spares
    handed = parse("total.open_ground.astra.success >= 1")
    assert bargain.delivered == {"ground_opened": handed}


def test_five_lists_say_what_follows(bargain: Bargain) -> None:
    """Each row knows what it follows from by the list that it stands in."""
    assert [(row.id, row.on) for row in bargain.consequences] == [
        ("paper_calms", On.SIGNED),
        ("faith_kept", On.KEPT),
        ("word_broken", On.BROKEN),
        ("paper_torn", On.DECLARED),
        ("quays_learn", On.FOUND_OUT),
    ]
    broken = bargain.consequences[2]
    assert (broken.by, broken.to) == (("borea", "caldis"), ("astra",))
    assert (broken.templates, broken.when) == (("ground_for_crews",), parse("calm >= 3"))
    assert broken.effects == (Effect("astra_borea", -2), Effect("anger", 1))
    assert bargain.consequences[0].by == ()
    assert bargain.consequences[0].when == ALWAYS


def test_vagueness_and_discoveries(bargain: Bargain) -> None:
    """What an agreement lacks, what does not hold yet, and how a secret comes out."""
    dates, no_map = bargain.vagueness
    assert (dates.lacks, dates.when, dates.clauses) == (Lacks.DATES, ALWAYS, ())
    assert (no_map.lacks, no_map.when) == (None, parse("lines == 0"))
    assert no_map.clauses == ("ground_opened",)
    page, nets = bargain.discoveries
    assert (page.parties, page.templates) == (("astra", "borea"), ())
    assert (nets.parties, nets.templates) == ((), ("ground_for_crews",))


def test_what_an_agreement_helps_stands_with_the_other_shifts() -> None:
    """It bears on odds as any shift does, after those of interactions.yaml."""
    pack = load(HARBOUR_FULL)
    assert [shift.id for shift in pack.shifts] == [
        "pictures_stop_gifts",
        "talk_helps",
        "paper_helps",
    ]
    alone = read_files({name: text for name, text in FULL.items() if name != "interactions.yaml"})
    assert alone.scenario is not None
    assert [shift.id for shift in alone.scenario.shifts] == ["paper_helps"]


def test_who_may_agree_and_who_signs(bargain: Bargain) -> None:
    """The arrangement that was chosen says which part signs; the pack's own names none."""
    assert bargain.most_open == 3
    assert (bargain.may_be_party, bargain.may_guarantee) == (("press",), ("press",))
    assert bargain.signs == {"four": {"astra": "astra_navy"}}
    assert bargain.arrangement == ""
    pack = load(HARBOUR_FULL)
    for way in ("three", "two", "four"):
        played = chosen(pack, arrangement=way).bargain
        assert played is not None
        assert played.arrangement == way


def test_names_of_agreements_want_the_table() -> None:
    """A condition that asks for what can never be is told so, and by which file it could."""
    files = {name: text for name, text in SILENT.items() if name != AGREEMENTS}
    assert told(read_files(changed("escalation.yaml", "calm <= 1", "kept.turn", files))) == [
        "escalation.yaml:6:44: found 'kept.turn', expected 'agreements.yaml' in the pack, as "
        "without it nobody can agree on anything"
    ]


@pytest.mark.parametrize(
    ("name", "told_of_it"),
    [
        (
            "agreement.astro.borea",
            "54: found seat 'astro', expected the id of a seat; did you mean 'astra'?",
        ),
        (
            "agreement.astra",
            "44: found 'agreement.astra', expected two seats after it, as in "
            "'agreement.one_seat.another_seat'",
        ),
        ("agreement.astra.astra", "60: found 'astra' twice, expected two seats that differ"),
        ("agreement.astra.borea.caldis", "65: found '.caldis', expected nothing more"),
        (
            "agreement.ground_for_crew",
            "54: found template 'ground_for_crew', expected the id of a template; did you mean "
            "'ground_for_crews'?",
        ),
        (
            "vague.quiet_season",
            "44: found 'vague.quiet_season', expected two seats after it, as in "
            "'vague.one_seat.another_seat'",
        ),
        (
            "kept.astro",
            "49: found seat 'astro', expected the id of a seat, or 'kept.turn'; did you mean "
            "'astra'?",
        ),
        ("declared.turn.astra", "57: found '.astra', expected nothing more"),
        (
            "breached.quiet_season",
            "53: found template 'quiet_season', expected what may stand after 'breached.'; did you "
            "mean 'agreement.quiet_season'?",
        ),
        (
            "quiet_season",
            "44: found the template 'quiet_season' alone, expected a track, or the template with a "
            "word before it; did you mean 'agreement.quiet_season'?",
        ),
    ],
)
def test_a_misspelt_name_of_agreements_is_told_to_the_column(name: str, told_of_it: str) -> None:
    """Found, expected and the nearest name, as of every other name."""
    files = changed("escalation.yaml", "calm <= 1", f"{name} >= 1", FULL)
    assert told(read_files(files)) == [f"escalation.yaml:6:{told_of_it}"]


def test_a_template_read_short_tells_every_term_that_outlasts_it() -> None:
    """Each term with more turns than its agreement is told at its own number."""
    lines = told(read_files(changed(AGREEMENTS, "lasts: 3", "lasts: 1", FULL)))
    assert [line.partition(" ")[0] for line in lines] == [
        "agreements.yaml:19:66:",
        "agreements.yaml:20:50:",
        "agreements.yaml:21:66:",
    ]
    assert all(line.endswith("in an agreement of 1 turn, expected at most 1") for line in lines)


def test_a_longer_ring_is_told_once() -> None:
    """Three terms that wait for each other would all wait for ever."""
    text = FULL[AGREEMENTS]
    for old, new in (
        (GROUND, "- {debtor: astra, clause: ground_opened, once: 3}"),
        ("within: 3, unless: 2}", "within: 3, once: 2}"),
    ):
        assert old in text
        text = text.replace(old, new)
    assert told(read_files({**FULL, AGREEMENTS: text})) == [
        "agreements.yaml:19:54: found terms 1, 3 and 2, each hanging on the next, expected one of "
        "them that hangs on none of the others"
    ]


@pytest.mark.parametrize(
    "needs",
    [
        "agreement.astra.borea",  # the two who may order it
        "agreement.quiet_season",  # public
        "agreement.ground_for_crews",  # its parties
    ],
)
def test_a_move_may_need_an_agreement_that_all_its_players_know_of(needs: str) -> None:
    """What everybody who may order the move knows tells on nobody."""
    old = "needs: talks >= 1 and lines < 3"
    files = changed("moves/concessions.yaml", old, f"{old} and {needs}", FULL)
    assert told(read_files(files)) == []


def test_only_if_may_ask_for_any_agreement() -> None:
    """It is read when orders are open, and shown to nobody before."""
    files = changed("moves/military.yaml", "only_if: ordered.raid", "only_if: breached.turn", FULL)
    assert told(read_files(files)) == []


def test_control_may_order_what_needs_a_secret_agreement() -> None:
    """The facilitator knows of every agreement."""
    files = changed(
        "moves/diplomatic.yaml",
        "    seats: [press]\n",
        "    seats: [press]\n    needs: agreement.astra.caldis == 0\n",
        FULL,
    )
    assert told(read_files(files)) == []


@pytest.mark.parametrize("pack", [HARBOUR_FULL, TEMPLATE], ids=lambda pack: pack.name)
def test_whoever_is_party_to_a_template_may_table_it_in_any_turn(pack: Path) -> None:
    """What reads without a problem is an offer that the rules let through, whoever makes it."""
    scenario = load(pack)
    assert scenario.bargain is not None
    tabled = 0
    for template in scenario.bargain.templates:
        for maker in template.parties:
            for turn in range(1, scenario.turns + 1):
                offer = offer_from(scenario, template, maker, turn)
                assert unfit(scenario, offer, turn) == (), (template.id, maker, turn)
                tabled += 1
    assert tabled >= 16


def test_nobody_promises_what_is_aimed_at_themselves() -> None:
    """A seat may not order such a choice, so it could never keep the term."""
    old, new = "tags: [on_north], targets: [caldis]", "tags: [on_north], targets: [astra]"
    lines = told(read_files(changed("moves/concessions.yaml", old, new, FULL)))
    assert lines == [
        "agreements.yaml:21:51: found choice 'north', which is aimed at seat 'astra', expected a "
        "choice that is not aimed at its own seat"
    ]
