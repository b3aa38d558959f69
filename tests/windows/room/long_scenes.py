"""Scenes with more to say than any screen holds, for a room's screen that shows all of it."""

from __future__ import annotations

from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.odds import Band
from idlib_wargame.views.room.agreements import Agreements, PublicAgreement, PublicTerm
from idlib_wargame.views.room.break_scene import BreakScene
from idlib_wargame.views.room.ending_scene import EndingScene
from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.map_scene import MapScene
from idlib_wargame.views.room.news import Headline, News
from idlib_wargame.views.room.report import Report
from idlib_wargame.views.room.results import Result, Results
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.shown import RoomView, SceneShown
from idlib_wargame.views.room.top import RoomTop
from idlib_wargame.views.room.welcome import SeatMark, Welcome
from idlib_wargame.views.room_door import RoomDoor

SENTENCE = "The envoys of the four harbours met again at the lighthouse and went home in silence. "
NAME = "The Standing Committee of the Northern Harbours and their Coastguards"
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung" * 3
LONG = 40 * SENTENCE.strip()


def _result(number: int, told: str) -> Result:
    return Result(
        seats=(SeatMark(NAME, "#0072B2"), SeatMark(f"Ally of {NAME}", "#D55E00")),
        table="Diplomatic actions",
        table_colour="#0072B2",
        title=f"{number}. {SENTENCE}",
        band=list(Band)[number % len(Band)],
        said="Partial, by 1",
        told=(told, "Trust 3 → 5"),
    )


def _term(number: int) -> PublicTerm:
    mark = list(Mark)[number % len(Mark)]
    return PublicTerm(f"Term {number}: {SENTENCE}", f"{mark.value}, so far", mark, False, ())


SHOWN: dict[Scene, SceneShown] = {
    Scene.JOIN: Welcome(
        NAME, "Group A", NAME, "8 turns", tuple(SeatMark(NAME, "#D55E00") for _ in range(12))
    ),
    Scene.MAP: MapScene(None),
    Scene.WAITING: MapScene(None, f"{SENTENCE}{SENTENCE}"),
    Scene.LADDER: Ladder(
        tuple(f"{number}. {SENTENCE}" for number in range(16)),
        (3, 4, 6, 5, 9, 12, 12, 11),
        26,
        f"Turn 7: {SENTENCE}",
    ),
    Scene.NEWS: News(
        (
            Headline(UNBROKEN, LONG, NAME, "Turn 3, 9–15 Feb 2020"),
            *(Headline(f"{n}. {SENTENCE}", SENTENCE, NAME, "Turn 2") for n in range(20)),
        )
    ),
    Scene.RESULTS: Results(
        "Results of turn 3",
        "4 orders are known to all",
        (_result(1, "Moved"), _result(2, LONG), _result(3, UNBROKEN), _result(4, "Moved")),
    ),
    Scene.AGREEMENTS: Agreements(
        (
            PublicAgreement(
                f"Agreement between {NAME} and others",
                "In force · until the end of turn 8",
                "Breached by Astra",
                "Declared over by Borea",
                SENTENCE,
                tuple(map(_term, range(12))),
                True,
            ),
        )
    ),
    Scene.REPORT: Report(
        f"# Report of turn 3\n\n{LONG}\n\n## What was done\n\n"
        + "\n".join(f"- {number}: {SENTENCE}" for number in range(30))
    ),
    Scene.ENDING: EndingScene(NAME, LONG, (SENTENCE, SENTENCE)),
    Scene.BREAK: BreakScene(NAME, "We go on at 13:15"),
}


def long_door(handling: str = "Exercise. Chatham House rule", practice: str = "") -> RoomDoor:
    """A room's door with all of them."""
    view = RoomView(
        title=NAME,
        top=RoomTop("Turn 12 of 26", "26 Dec 2020 – 1 Jan 2021", "Adjudication", practice),
        handling=handling,
        programme=(Scene.LADDER,),
        choices=tuple(Scene),
        moment=(12, "adjudication", False),
    )
    return RoomDoor(lambda: view, SHOWN.__getitem__, lambda _look: lambda: None)
