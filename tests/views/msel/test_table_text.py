"""Cells out of what a spreadsheet saves, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.views.msel.sheet import sheet_of
from idlib_wargame.views.msel.table_text import NotAList, bytes_of, harmless, plain

ROWS = [["No", "Time", "Text"], ["1", "09:00", "Größe, “so” and\na second line"], ["2", "", "x"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_is_read_however_it_was_saved(encoding: str, delimiter: str, end: str) -> None:
    """By Excel, LibreOffice, Numbers or an editor, on any system."""
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in ROWS]
    sheet = sheet_of(end.join([*lines, ""]).encode(encoding))
    assert sheet.headings == ("No", "Time", "Text")
    assert [list(row.cells) for row in sheet.rows] == ROWS[1:]
    assert sheet.delimiter == delimiter


def test_a_row_names_the_line_where_it_begins() -> None:
    """Also below a cell of several lines, and below what stands above the headings."""
    sheet = sheet_of(b'sep=;\nMy list\n\nNo;Title;Text\n1;a;"b\nc"\n\n2;d;e\n')
    assert [(row.number, row.cells[0]) for row in sheet.rows] == [(5, "1"), (8, "2")]


@pytest.mark.parametrize(
    ("data", "kind"), [(b"", "empty"), (b" \r\n\r\n", "empty"), (b"PK\x03\x04...", "other")]
)
def test_what_is_no_list_is_not_read_as_one(data: bytes, kind: str) -> None:
    """An empty file, and a workbook that was not saved as CSV."""
    with pytest.raises(NotAList) as fault:
        sheet_of(data)
    assert fault.value.kind == kind


@pytest.mark.parametrize("cell", ["=1+1", "+49 30 1234", "-5", "@all", "'=1", "''-x", "\t=1"])
def test_no_spreadsheet_runs_a_cell_that_we_write(cell: str) -> None:
    """And what was written comes back."""
    assert harmless(cell) == f"'{cell}"
    assert plain(harmless(cell)) == cell


@given(
    st.lists(
        st.lists(
            st.text(
                alphabet=st.characters(exclude_characters="\0\r\ufeff", exclude_categories=["Cs"])
            ),
            min_size=3,
            max_size=3,
        )
    )
)
def test_whatever_stands_in_a_cell_comes_back(rows: list[list[str]]) -> None:
    """Quotes, signs and lines of it too."""
    sheet = sheet_of(bytes_of([["Number", "Title", "Text"], *rows]))
    kept = [list(row) for row in rows if any(cell.strip() for cell in row)]
    assert [list(row.cells) for row in sheet.rows] == kept
