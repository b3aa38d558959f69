"""The tables of a pack: read, checked against each other, and made into a Scenario."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from idlib_wargame.packs.causes import told_where_given
from idlib_wargame.packs.checks.all_checks import check_between_rows
from idlib_wargame.packs.checks.duties_known import check_duties_known
from idlib_wargame.packs.checks.open_words import check_open_words
from idlib_wargame.packs.checks.sitrep import check_sitrep
from idlib_wargame.packs.names import Names, gather_names
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.registry import TABLES, table_of
from idlib_wargame.packs.schema.kinds import Making, TableFile
from idlib_wargame.packs.schema.models import model_of
from idlib_wargame.packs.schema.validation import check
from idlib_wargame.packs.text.documents import read_document
from idlib_wargame.packs.text.tree import Document
from idlib_wargame.rules.pack.scenario import Scenario


def read_tables(
    files: Mapping[str, str], spoilt: Collection[str]
) -> tuple[Scenario | None, list[Problem]]:
    """The scenario that some files make, or else every problem in them.

    ``spoilt`` files, whose problems are known already, are passed over, and then there is none;
    they may also be files that the pack has under a name that is not theirs.
    """
    documents, problems = _documents(files, spoilt)
    names = gather_names(documents, files, spoilt)
    checked, faults = _checked(documents, names)
    problems += faults
    problems += check_sitrep(files)
    problems += check_open_words(documents, files)
    problems += check_between_rows(documents, names)
    problems = told_where_given(problems, documents)
    if problems or spoilt:
        return None, problems
    scenario = _scenario(checked, files)
    problems = [*check_duties_known(documents, scenario)]
    return (None if problems else scenario), problems


def _documents(
    files: Mapping[str, str], spoilt: Collection[str]
) -> tuple[dict[str, Document], list[Problem]]:
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name, text in files.items():
        if table_of(name) is not None and name not in spoilt:
            document, faults = read_document(name, text)
            problems += faults
            if document is not None:
                documents[name] = document
    return documents, problems


def _checked(
    documents: Mapping[str, Document], names: Names
) -> tuple[dict[str, TableFile], list[Problem]]:
    checked: dict[str, TableFile] = {}
    problems: list[Problem] = []
    for name, document in documents.items():
        table = table_of(name)
        assert table is not None
        file, faults = check(document, model_of(table), names)
        problems += faults
        if file is not None:
            checked[name] = file
    return checked, problems


def _scenario(checked: Mapping[str, TableFile], texts: Mapping[str, str]) -> Scenario:
    making = Making(checked, texts)
    for table in TABLES:
        making.fields.update(model_of(table).fill(making))
    return Scenario(**making.fields)
