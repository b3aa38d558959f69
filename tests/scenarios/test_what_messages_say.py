"""A message says nothing that is not so, acts for nobody, and leaves time to read it."""

from __future__ import annotations

from functools import cache

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.pack.scenario import Scenario
from tests.scenarios.sittings import begun, made_ready, sittings, watching
from tests.tries import tries

PACKS = {path.name: path for path in shipped_packs()}
SEEDS = range(tries(9))
# Words a minute at which a message is read aloud, slowly enough for people to take it in.
ALOUD = 150

# What must not hold when a message goes out, since its text would then say what is not so.
UNFIT = {
    "idlib-2020": {
        "factions_complain": "total.publish_truce_map.success or truce == 0",
        "loyal_papers": "total.accept_zone.damascus.success or deal >= 4 or boundaries == 4",
        "shells_west_of_aleppo": "iran_buildup == 0 or aleppo_belt == 4 "
        "or last.hold_militias.success or last.attack_aleppo",
        "advisers_call": "total.adviser_talks.success",
        "cold_wave": "zone == 5 or winter <= 3",
        "us_convoy": "sdf <= 1",
        "riyadh_offer": "opposition_politics == 3",
        "northern_idlib": "zone >= 3 or zone_unilateral or deal >= 4 "
        "or clashes or russia_turkey <= -3 or total.accept_zone.damascus.success "
        "or posts <= 9 or (m5 == 6 and m4 == 4)",
        "fortieth_day": "days_left.two_month_mark <= 26",
        "clinic_hit": "last.bombing == 0",
        "negotiating_body": "opposition_politics == 3",
        "atme_called": "(m5 == 6 and m4 == 4) or total.reopen_highways.success or sochi >= 8 "
        "or total.summon_to_atme",
        "european_question": "zone >= 3",
        "listed_refuse": "extremists <= 2 or last.provocation or nusrah_steps == 4 "
        "or guardians_steps == 3 or turkistan_steps == 3",
        "columns_at_border": "displaced < 400 or zone == 5 or aleppo_belt == 4",
        "channel_published": "last.mamlouk_fidan_round == 0 or last.publicise_meeting or deal >= 4",
        "staffs_meet": "total.staff_talks.success",
        "fighters_leaving": "last.move_fighters_out.success == 0",
        "anti_tank_request": "total.supply_anti_tank or offensives_tried == 0",
        "sdf_answer": "sdf <= 2 or us_return <= 1",
        "two_months_up": "deal == 0",
        "caesar_date": "caesar_posture <= 1 or caesar_posture == 4",
        "talks_suspended": "last.break_off_talks.success == 0 or last.presidential_call.success "
        "or total.break_off_talks.success > last.break_off_talks.success",
        "militias_massing": "iran_buildup <= 6 or last.hold_militias.success",
        "shelter_statement": "zone >= 3 or zone_unilateral or displaced < 450",
        "stocks_low": "stocks >= 3",
        "posts_cut_off": "posts_besieged <= 3",
        "losses_mount": "m5 >= 3 or exhaustion <= 4",
        "missiles_seen": "total.supply_anti_tank.success == 0",
        "elders_approach": "opp_strength >= 4 or groups_settled == 4",
        "road_taken": "last.attack_m5.success == 0 or last.retake_m5.success or m5 <= 2",
        "soldiers_killed": "posts_besieged == 0",
        "legal_opinion": "caesar_posture <= 1 or caesar_posture == 4 or inject.caesar_date",
        "remark_in_washington": "us_return <= 4",
    },
    "lanner-sound": {
        "broken_net": "last.rough == 0",
        "customs_clerk": "dark_catch <= 3",
        "towns_march": "hestmark_towns >= 5",
        "ports_march": "corveil_ports >= 5",
        "drowned_mate": "last.shoulder_aside == 0",
    },
}
# Messages that fit whatever has happened: they report nothing that an order could undo.
ALWAYS_FIT = {
    "idlib-2020": {
        *(
            "leaked_terms",
            "embassy_message",
            "cargo_aircraft",
            "pipeline_follow_up",
            "istanbul_room",
        ),
        *("aid_text", "army_conduct"),
    },
    "lanner-sound": {"young_cod", "gale", "loan"},
}
# Who reads what is not for everybody: those whom the sender would have sent it to.
READERS = {
    "idlib-2020": {
        "cargo_aircraft": {"turkey", "opposition", "united_states"},
        "pipeline_follow_up": {"russia", "turkey"},
        "istanbul_room": {"united_states"},
        "factions_complain": {"turkey", "opposition"},
        "advisers_call": {"turkey", "united_states"},
        "aid_text": {"russia", "united_states"},
        "riyadh_offer": {"united_states"},
        "fortieth_day": {"iran"},
        "army_conduct": {"united_states", "opposition", "turkey"},
        "negotiating_body": {"opposition"},
        "european_question": {"turkey"},
        "columns_at_border": {"turkey"},
        "staffs_meet": {"turkey", "united_states"},
        "fighters_leaving": {"russia", "turkey"},
        "anti_tank_request": {"united_states", "opposition"},
        "militias_massing": {"opposition", "turkey", "united_states"},
        "stocks_low": {"russia"},
        "posts_cut_off": {"turkey"},
        "losses_mount": {"russia", "damascus"},
        "missiles_seen": {"russia", "damascus"},
        "elders_approach": {"russia", "damascus"},
    },
    "lanner-sound": {
        "customs_clerk": {"hestmark"},
        "loan": {"isken"},
        "drowned_mate": {"hestmark"},
    },
}

each_pack = pytest.mark.parametrize("name", PACKS)


@cache
def scenario(name: str) -> Scenario:
    """A shipped pack, read once."""
    return load(PACKS[name])


def lengths(name: str) -> list[int]:
    """Every number of turns that the setup offers."""
    return sorted({scenario(name).turns, *scenario(name).turn_options})


def habits(name: str) -> list[str]:
    """Every habit of the pack, and play at random."""
    return [habit.id for habit in scenario(name).habits]


@each_pack
def test_every_message_was_asked_whether_it_always_fits(name: str) -> None:
    """Each stands in one of the two tables above and in no other."""
    codes = {inject.id for inject in scenario(name).injects}
    assert UNFIT[name].keys() | ALWAYS_FIT[name] == codes
    assert UNFIT[name].keys() & ALWAYS_FIT[name] == set()


@each_pack
def test_nobody_is_told_what_is_not_so(name: str) -> None:
    """Whatever was played, in whatever length, each message fits the situation it is sent into."""
    unfit, sent = [], set()
    for turns in lengths(name):
        referee = watching(begun(scenario(name), turns), UNFIT[name])
        wrong = made_ready(referee, UNFIT[name])
        for habit in habits(name):
            for seed in SEEDS:
                for sat in sittings(referee, habit, seed, what_ifs=True):
                    for inject, state in sat.sent:
                        sent.add(inject.id)
                        if inject.id in wrong and wrong[inject.id](state.row):
                            unfit.append((inject.code, turns, habit, seed, sat.turn))
    assert unfit == []
    assert len(sent) >= 0.8 * len(scenario(name).injects)


@each_pack
def test_there_is_time_to_read_what_is_sent(name: str) -> None:
    """What goes out in a turn can be read aloud in the minutes of its phase, in every length."""
    minutes = scenario(name).minutes["injects"]
    most: dict[tuple[int, str], int] = {}
    for turns in lengths(name):
        for start in ("", *(each.id for each in scenario(name).starts)):
            referee = watching(begun(scenario(name), turns, start), {})
            for habit in habits(name):
                for seed in SEEDS[:2]:
                    words = [
                        sum(len(inject.text.split()) for inject, _ in sat.sent)
                        for sat in sittings(referee, habit, seed)
                    ]
                    most[turns, start] = max(most.get((turns, start), 0), *words)
    assert {key: words for key, words in most.items() if words > ALOUD * minutes} == {}
    assert min(most.values()) > 0


@each_pack
def test_a_message_goes_where_it_would_have_been_sent(name: str) -> None:
    """A cable is for its capital, and what stands in a newspaper is for all."""
    assert {each.id: set(each.to) for each in scenario(name).injects if each.to} == READERS[name]


@each_pack
def test_a_message_orders_nothing_for_people_who_play(name: str) -> None:
    """Control plays what its own seats do; what a player's seat does is for its players."""
    pack = scenario(name)
    played = {order.seat for inject in pack.injects for order in inject.orders}
    assert played
    assert [seat for seat in played if not pack.seat_by_id[seat].control] == []
