"""What is left of a piece of a page for somebody who only looks."""

from __future__ import annotations

import pytest

from idlib_wargame.web.read_only import read_only


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('<p dir="auto">A &amp; b &lt; 3 &#39;</p>', '<p dir="auto">A &amp; b &lt; 3 &#39;</p>'),
        ('<h3>Talks</h3><form data-act="pick"><button>Pick</button></form>', "<h3>Talks</h3>"),
        ("<p>One</p><textarea>half written</textarea><select><option>2</select>", "<p>One</p>"),
        ('<button type="submit">Seal</button><button data-go="moves">Moves</button>',
         '<button data-go="moves">Moves</button>'),
        ('<div class="row"><form><button>Seal</button></form></div><p>Kept</p>', "<p>Kept</p>"),
        ("<details><summary>Change</summary><form><button>Keep</button></form></details>", ""),
        ("<details open><summary>Why</summary><p>Since</p></details>",
         "<details open><summary>Why</summary><p>Since</p></details>"),
        ('<label for="a">Find</label><input id="a" data-filter=".move">',
         '<label for="a">Find</label><input id="a" data-filter=".move">'),
        ('<label for="b">Text</label><input id="b" name="text">', ""),
        ('<input type="radio" id="page" name="length"><label for="page">A page</label>',
         '<input type="radio" id="page" name="length"><label for="page">A page</label>'),
        ('<svg viewBox="0 0 1 1"><linearGradient id="x"/><path d="M0 0"/></svg>',
         '<svg viewBox="0 0 1 1"><linearGradient id="x"/><path d="M0 0"/></svg>'),
        ('<span class="empty"></span><br>', '<span class="empty"></span><br>'),
        ('<form id="f"></form><input form="f" type="checkbox">', ""),
    ],
)  # fmt: skip
def test_what_acts_is_gone_and_the_rest_is_as_it_was(written: str, left: str) -> None:
    """Forms, fields and buttons, and what is empty without them; not what only leads or shows."""
    assert read_only(written).strip() == left


def test_a_text_that_looks_like_a_form_is_no_form() -> None:
    """What people wrote is text."""
    assert (
        read_only("<p>&lt;form&gt;Pick&lt;/form&gt;</p>") == "<p>&lt;form&gt;Pick&lt;/form&gt;</p>"
    )
