"""map.geojson: what the map shows when it is opened."""

from __future__ import annotations

from idlib_wargame.packs.reader import read_files
from tests.packs.harbour import FULL, changed, told

HEAD = '"type": "FeatureCollection",'


def test_a_pack_names_the_features_of_the_first_view() -> None:
    """In the map itself, by their ids; without it the program chooses."""
    files = changed("map.geojson", HEAD, f'{HEAD} "view": ["port", "bank"],', FULL)
    scenario, plain = read_files(files).scenario, read_files(FULL).scenario
    assert scenario is not None
    assert plain is not None
    assert (scenario.map_view, plain.map_view) == (("port", "bank"), ())


def test_a_view_of_what_is_not_on_the_map_is_told() -> None:
    """With the nearest feature that is."""
    files = changed("map.geojson", HEAD, f'{HEAD} "view": ["prot", "bank"],', FULL)
    assert told(read_files(files)) == [
        "map.geojson:2:41: found feature 'prot', expected the id of a feature; did you mean 'port'?"
    ]
