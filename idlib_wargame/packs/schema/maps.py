"""map.geojson: what is drawn where, and who holds it."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, ConfigDict, PlainValidator, ValidationInfo

from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.schema.conditions import LateWhen
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    Ids,
    Making,
    NameOrNone,
    Row,
    SeatId,
    TableFile,
    TrackId,
    Truth,
    describe,
    refuse,
)
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.conditions.signs import plain_number
from idlib_wargame.rules.pack.map import Feature, Holding
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

KINDS = ("coast", "border", "road", "area", "town", "post", "camp", "base", "crossing")
_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?")

Point = tuple[float, float]
Points = tuple[Point, ...]


def word_of(*words: str) -> PlainValidator:
    """A reading of one of a few words."""

    def expected() -> str:
        if len(words) == 1:
            return quoted(words[0])
        return fill(_("one of {names}"), names=series(words))

    def read(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        near = nearest(value, words) if isinstance(value, str) else ""
        raise refuse(Fault(describe(value), expected(), near))

    return PlainValidator(read)


def _read_point(value: object) -> Point | None:
    """Longitude and latitude in degrees; a height after them is allowed and left out."""
    if not (isinstance(value, list) and len(value) in (2, 3)):
        return None
    numbers = [plain_number(each) if isinstance(each, str) else "" for each in value]
    if not all(map(_NUMBER.fullmatch, numbers)):
        return None
    longitude, latitude = float(numbers[0]), float(numbers[1])
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else None


def _read_points(value: object, info: ValidationInfo) -> Points:
    """The points of a geometry of the type read before."""
    type_of = info.data.get("type")
    if type_of is None:
        return ()  # the type is at fault, and what its points should be cannot be told
    inside: tuple[int, ...] = ()
    listed: object = value
    if type_of == "Point":
        listed = [value]
    elif type_of == "Polygon":
        if not (isinstance(value, list) and len(value) == 1):
            raise refuse(Fault(describe(value), _("a polygon of one ring, without holes")))
        listed, inside = value[0], (0,)
    if not isinstance(listed, list) or not listed:
        raise refuse(Fault(describe(listed), _("a list of points"), inside=inside))
    points = [_read_point(each) for each in listed]
    faults = [
        Fault(
            describe(listed[at]),
            _("a point as [longitude, latitude] in degrees"),
            inside=() if type_of == "Point" else (*inside, at),
        )
        for at, point in enumerate(points)
        if point is None
    ]
    if faults:
        raise refuse(*faults)
    return tuple(point for point in points if point)


class HoldingRow(Row):
    """Who holds a feature, and when."""

    noun: ClassVar[str] = "holding"
    by: SeatId
    when: LateWhen = ALWAYS


class Properties(Grounded):
    """What a feature is."""

    noun: ClassVar[str] = "feature"
    id: Id
    kind: Annotated[str, word_of(*KINDS)]
    name: NameOrNone = ""
    schematic: Truth = False
    track: TrackId = ""
    shown: LateWhen = ALWAYS
    held: tuple[HoldingRow, ...] = ()


class GeoRow(Row):
    """A member of the GeoJSON standard, to which programs that write it may add their own."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Geometry(GeoRow):
    """Where a feature is."""

    noun: ClassVar[str] = "geometry"
    type: Annotated[str, word_of("Point", "LineString", "Polygon")]
    coordinates: Annotated[Points, PlainValidator(_read_points)]


class FeatureRow(GeoRow):
    """Something on the map."""

    noun: ClassVar[str] = "feature"
    type: Annotated[str, word_of("Feature")]
    properties: Properties
    geometry: Geometry

    def build(self) -> Feature:
        """The feature, as the rules have it."""
        row = self.properties
        return Feature(
            id=row.id,
            kind=row.kind,
            name=row.name,
            points=self.geometry.coordinates,
            holdings=tuple(Holding(each.by, each.when) for each in row.held),
            shown=row.shown,
            schematic=row.schematic,
            track=row.track,
        )


def _on_the_map(view: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Features, each of which is there. Where some feature is at fault, that is told alone."""
    features = info.data.get("features")
    ids = [] if features is None else [feature.properties.id for feature in features]
    faults = [
        Fault(
            fill(_("feature {word}"), word=quoted(each)),
            _("the id of a feature"),
            nearest(each, ids),
            inside=(at,),
            unknown=each,
        )
        for at, each in enumerate(view)
        if features is not None and each not in ids
    ]
    if faults:
        raise refuse(*faults)
    return view


class MapFile(TableFile, GeoRow):
    """map.geojson."""

    noun: ClassVar[str] = "map"
    type: Annotated[str, word_of("FeatureCollection")]
    features: tuple[FeatureRow, ...]
    view: Annotated[Ids, AfterValidator(_on_the_map)] = ()

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it."""
        return {
            "map": tuple(feature.build() for feature in self.features),
            "map_view": self.view,
        }
