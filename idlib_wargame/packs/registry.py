"""The tables of a pack: the one list that everything else about tables is worked out from.

It imports no model, so that the files of a pack can be named without the weight of pydantic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from idlib_wargame.rules.names import Prefix
from idlib_wargame.words.language import _

SITREP = "sitrep.md"  # the template of the situation report: words, not a table


@dataclass(frozen=True)
class Family:
    """Rows of one table that have ids of their own among themselves.

    ``noun`` is what messages call such a row. Its rows stand in the lists of the file under the
    keys ``lists``; with none, the whole file is one row. ``key`` leads from a row to its id, more
    than one word where the id stands deeper; with no word, the keys of a mapping are the ids.
    ``wanted`` says what a cell that names one must hold, and is None where no cell may; ``prefix``
    is what conditions write before the id.
    """

    noun: str
    lists: tuple[str, ...]
    key: tuple[str, ...] = ("id",)
    wanted: Callable[[], str] | None = None
    prefix: Prefix | None = None


@dataclass(frozen=True)
class TableEntry:
    """One table: its file, or a folder ("moves/") of files that are read alike.

    ``model_name`` is module and class within ``schema``, where ``models.py`` imports it; ``needed``
    tables no pack may leave out.
    """

    file: str
    model_name: str
    families: tuple[Family, ...] = ()
    needed: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether the table is every .yaml file right inside a folder."""
        return self.file.endswith("/")

    def holds(self, name: str) -> bool:
        """Whether the file of that name in the pack belongs to this table."""
        if not self.is_folder:
            return name == self.file
        rest = name.removeprefix(self.file)
        return rest != name and "/" not in rest and rest.endswith(".yaml")


# In the order in which they fill the scenario: a table may look at those above it.
TABLES = (
    TableEntry(
        "pack.yaml",
        "about:PackFile",
        (
            Family("step", ("steps",), wanted=lambda: _("the id of a step")),
            Family("table", ("tables",), wanted=lambda: _("the id of a table")),
            Family("severity", ("severities",), wanted=lambda: _("the id of a severity")),
            Family("option", ("options",)),
            Family("arrangement", ("arrangements",), wanted=lambda: _("the id of an arrangement")),
        ),
        needed=True,
    ),
    TableEntry(
        "seats.yaml",
        "seats:SeatFile",
        (Family("seat", ("seats",), wanted=lambda: _("the id of a seat")),),
        needed=True,
    ),
    TableEntry(
        "tracks.yaml",
        "tracks:TrackFile",
        (
            Family(
                "track", ("tracks", "counters"), wanted=lambda: _("the id of a track or counter")
            ),
        ),
        needed=True,
    ),
    TableEntry(
        "moves/",
        "moves:MoveFile",
        (
            Family("move", ("moves",), wanted=lambda: _("the id of a move")),
            Family("code", ("moves",), key=("code",)),
        ),
        needed=True,
    ),
    TableEntry(
        "interactions.yaml",
        "interactions:InteractionFile",
        (
            Family("shift", ("shifts",)),
            Family("contradiction", ("contradictions",)),
            Family("contest", ("contests",)),
            Family("chance", ("chances",)),
            Family("principals of", ("principals",), key=("move",)),
        ),
    ),
    TableEntry(
        "upkeep.yaml",
        "upkeep:UpkeepFile",
        (
            Family("upkeep", ("upkeep",)),
            Family("conversion", ("conversions",)),
            Family("limit", ("limits",)),
        ),
    ),
    TableEntry(
        "catalysts.yaml",
        "catalysts:CatalystFile",
        (
            Family("flag", ("flags",), wanted=lambda: _("the id of a flag"), prefix=Prefix.FLAG),
            Family(
                "group",
                ("groups",),
                key=(),
                wanted=lambda: _("the id of a group of flags"),
                prefix=Prefix.LIT,
            ),
            Family(
                "clock", ("clocks",), wanted=lambda: _("the id of a clock"), prefix=Prefix.DAYS_LEFT
            ),
        ),
    ),
    TableEntry(
        "clauses.yaml",
        "clauses:ClauseFile",
        (
            Family(
                "clause", ("clauses",), wanted=lambda: _("the id of a clause"), prefix=Prefix.CLAUSE
            ),
        ),
    ),
    TableEntry(
        "agreements.yaml",
        "agreements:AgreementFile",
        (
            Family("template", ("templates",), wanted=lambda: _("the id of a template")),
            Family("restraint", ("restraints",), wanted=lambda: _("the id of a restraint")),
            Family("consequence", ("signed", "kept", "breached", "declared_over", "found_out")),
            Family("kind of vagueness", ("vague",)),
            Family("discovery", ("discoveries",)),
            Family("shift", ("shifts",)),
        ),
    ),
    TableEntry(
        "escalation.yaml",
        "endings:LadderFile",
        (Family("rung", ("ladder",), key=("rung",)),),
        needed=True,
    ),
    TableEntry(
        "outcomes.yaml",
        "endings:OutcomeFile",
        (Family("outcome", ("outcomes",), wanted=lambda: _("the id of an outcome")),),
        needed=True,
    ),
    TableEntry(
        "injects.yaml",
        "injects:InjectFile",
        (
            Family(
                "inject",
                ("injects",),
                wanted=lambda: _("the id of an inject"),
                prefix=Prefix.INJECT,
            ),
            Family("code", ("injects",), key=("code",)),
        ),
    ),
    TableEntry("aims.yaml", "aims:AimFile", (Family("aim", ("aims",)),)),
    TableEntry("duties.yaml", "duties:DutyFile", (Family("duty", ("duties",)),)),
    TableEntry("starts.yaml", "variants:StartFile", (Family("starting point", ("starts",)),)),
    TableEntry("habits/", "habits:HabitFile", (Family("habit", ()),)),
    TableEntry(
        "map.geojson", "maps:MapFile", (Family("feature", ("features",), ("properties", "id")),)
    ),
)


def table_of(name: str) -> TableEntry | None:
    """The table that a file of that name in a pack belongs to; None where it is no table."""
    return next((table for table in TABLES if table.holds(name)), None)


def is_table(name: str) -> bool:
    """Whether a file of that name is one of a pack's tables, or its map."""
    return table_of(name) is not None


def families() -> Iterator[tuple[TableEntry, Family]]:
    """Every family of ids, with the table that it stands in."""
    for table in TABLES:
        for family in table.families:
            yield table, family
