"""All tables of a pack, checked one by one and against each other, and made into a Scenario."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from idlib_wargame.packs.checking import Model, check
from idlib_wargame.packs.crosschecks import cross_check
from idlib_wargame.packs.gather import MAP, is_table
from idlib_wargame.packs.growing import grow
from idlib_wargame.packs.json_tree import grow_json
from idlib_wargame.packs.names import gather_names
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.schema.about import PackFile
from idlib_wargame.packs.schema.aims import AimFile
from idlib_wargame.packs.schema.catalysts import CatalystFile
from idlib_wargame.packs.schema.clauses import ClauseFile
from idlib_wargame.packs.schema.endings import LadderFile, OutcomeFile
from idlib_wargame.packs.schema.habits import AT_RANDOM, HabitFile
from idlib_wargame.packs.schema.injects import InjectFile
from idlib_wargame.packs.schema.interactions import InteractionFile
from idlib_wargame.packs.schema.kinds import Row
from idlib_wargame.packs.schema.maps import MapFile
from idlib_wargame.packs.schema.moves import MoveFile
from idlib_wargame.packs.schema.seats import SeatFile
from idlib_wargame.packs.schema.tracks import TrackFile
from idlib_wargame.packs.schema.upkeep import UpkeepFile
from idlib_wargame.packs.schema.variants import StartFile
from idlib_wargame.packs.sitrep import SITREP, check_sitrep
from idlib_wargame.packs.tree import Document
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track

MODELS: dict[str, type[Row]] = {
    "pack.yaml": PackFile,
    "seats.yaml": SeatFile,
    "tracks.yaml": TrackFile,
    "interactions.yaml": InteractionFile,
    "upkeep.yaml": UpkeepFile,
    "catalysts.yaml": CatalystFile,
    "clauses.yaml": ClauseFile,
    "escalation.yaml": LadderFile,
    "outcomes.yaml": OutcomeFile,
    "injects.yaml": InjectFile,
    "aims.yaml": AimFile,
    "starts.yaml": StartFile,
    MAP: MapFile,
}


@dataclass(frozen=True)
class Tables:
    """The tables of a pack in which nothing is wrong."""

    pack: PackFile
    seats: SeatFile
    tracks: TrackFile
    ladder: LadderFile
    outcomes: OutcomeFile
    interactions: InteractionFile
    upkeep: UpkeepFile
    catalysts: CatalystFile
    clauses: ClauseFile
    injects: InjectFile
    aims: AimFile
    starts: StartFile
    map: MapFile
    moves: tuple[MoveFile, ...]
    habits: tuple[HabitFile, ...]

    @classmethod
    def of(cls, checked: Mapping[str, Row]) -> Tables:
        """The tables by the names of their files; those a pack may leave out are then empty."""
        return cls(
            pack=_one(checked, PackFile),
            seats=_one(checked, SeatFile),
            tracks=_one(checked, TrackFile),
            ladder=_one(checked, LadderFile),
            outcomes=_one(checked, OutcomeFile),
            interactions=_one(checked, InteractionFile, InteractionFile()),
            upkeep=_one(checked, UpkeepFile, UpkeepFile()),
            catalysts=_one(checked, CatalystFile, CatalystFile()),
            clauses=_one(checked, ClauseFile, ClauseFile(clauses=())),
            injects=_one(checked, InjectFile, InjectFile(injects=())),
            aims=_one(checked, AimFile, AimFile(aims=())),
            starts=_one(checked, StartFile, StartFile(starts=())),
            map=_one(checked, MapFile, MapFile(type="FeatureCollection", features=())),
            moves=tuple(each for each in checked.values() if isinstance(each, MoveFile)),
            habits=tuple(each for each in checked.values() if isinstance(each, HabitFile)),
        )

    def scenario(self, files: Mapping[str, str]) -> Scenario:
        """What the tables say, as the rules have it; briefs are taken from the files."""
        pack, rows = self.pack, self.interactions
        moves = tuple(self._moves())
        return Scenario(
            id=pack.id,
            title=pack.title,
            version=pack.version,
            start=pack.start,
            turn_days=pack.turn_days,
            turns=pack.turns,
            orders_per_turn=pack.orders_per_turn,
            steps=tuple(step.id for step in pack.steps),
            tables=tuple(table.build() for table in pack.tables),
            seats=tuple(seat.build(files) for seat in self.seats.seats),
            tracks=tuple(self._tracks()),
            moves=moves,
            severities=tuple(severity.build() for severity in pack.severities),
            ladder=tuple(rung.build() for rung in self.ladder.ladder),
            summary=pack.summary,
            source=pack.source,
            sitrep=files.get(SITREP, ""),
            public_brief=files[self.seats.public_brief] if self.seats.public_brief else "",
            phases=tuple(pack.phases),
            turn_options=tuple(option.turns for option in pack.turn_options),
            days_by_turns={
                option.turns: option.turn_days for option in pack.turn_options if option.turn_days
            },
            minutes=dict(pack.minutes),
            step_names={step.id: step.name for step in pack.steps},
            shifts=tuple(row.build() for row in rows.shifts),
            principals=tuple(row.build() for row in rows.principals),
            joints=tuple(row.build(moves) for row in rows.joints),
            contradictions=tuple(row.build() for row in rows.contradictions),
            contests=tuple(row.build() for row in rows.contests),
            chances=tuple(row.build() for row in rows.chances),
            upkeep=tuple(row.build() for row in self.upkeep.upkeep),
            conversions=tuple(row.build() for row in self.upkeep.conversions),
            limits=tuple(row.build() for row in self.upkeep.limits),
            flags=tuple(flag.build() for flag in self.catalysts.flags),
            flag_groups=dict(self.catalysts.groups),
            clocks=tuple(clock.build() for clock in self.catalysts.clocks),
            clauses=tuple(clause.build() for clause in self.clauses.clauses),
            outcomes=tuple(outcome.build() for outcome in self.outcomes.outcomes),
            habits=tuple(self._habits()),
            injects=tuple(inject.build() for inject in self.injects.injects),
            aims=tuple(aim.build() for aim in self.aims.aims),
            starts=tuple(start.build(files) for start in self.starts.starts),
            options=tuple(option.build() for option in pack.options),
            arrangements=tuple(arrangement.build() for arrangement in pack.arrangements),
            map=tuple(feature.build() for feature in self.map.features),
        )

    def _tracks(self) -> Iterator[Track]:
        yield from (track.build(counter=False) for track in self.tracks.tracks)
        yield from (counter.build(counter=True) for counter in self.tracks.counters)

    def _moves(self) -> Iterator[Move]:
        """Table by table as pack.yaml has them, whatever their files are called."""
        for table in self.pack.tables:
            for file in self.moves:
                if file.table == table.id:
                    yield from (
                        move.build(table.id, table.step, table.backfire) for move in file.moves
                    )

    def _habits(self) -> Iterator[Habit]:
        """The default first, the rest by the names of their files, and chance last."""
        ordered = sorted(self.habits, key=lambda habit: not habit.default)
        yield from (habit.build() for habit in ordered)
        if all(habit.id != AT_RANDOM.id for habit in ordered):
            yield AT_RANDOM


def _one(checked: Mapping[str, Row], model: type[Model], empty: Model | None = None) -> Model:
    found = next((each for each in checked.values() if isinstance(each, model)), empty)
    assert found is not None, f"a pack without problems lacks its {model.noun}"
    return found


def model_of(name: str) -> type[Row] | None:
    """What a file of that name in a pack may say; None where it is no table."""
    if not is_table(name):
        return None
    folders: dict[str, type[Row]] = {"moves": MoveFile, "habits": HabitFile}
    return MODELS.get(name) or folders[name.partition("/")[0]]


def read_tables(
    files: Mapping[str, str], spoilt: Collection[str]
) -> tuple[Tables | None, list[Problem]]:
    """The tables in some files, or else every problem in them; ``spoilt`` files are passed over."""
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    for name, text in files.items():
        if model_of(name) is not None and name not in spoilt:
            document, faults = (grow_json if name == MAP else grow)(name, text)
            problems += faults
            if document is not None:
                documents[name] = document
    names = gather_names(documents, files)
    checked: dict[str, Row] = {}
    for name, document in documents.items():
        model = model_of(name)
        assert model is not None
        row, faults = check(document, model, names)
        problems += faults
        if row is not None:
            checked[name] = row
    problems += check_sitrep(files)
    problems += cross_check(documents, names)
    return (None if problems or spoilt else Tables.of(checked)), problems
