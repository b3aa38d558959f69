"""Markdown as rows for the typesetter: what stands in it, how it is set, and which way it runs."""

from __future__ import annotations

from idlib_wargame.exports.markdown_blocks import blocks_of, plain


def test_each_kind_of_block() -> None:
    """Headings, paragraphs, lists with where they begin, quotes, tables, code and rules."""
    markdown = "# A\n\ntext\n\n3. three\n\n- dot\n\n> said\n\n|a|\n|-|\n|b|\n\n    code\n\n---\n"
    blocks = blocks_of(markdown)
    kinds = [block["kind"] for block in blocks]
    assert kinds == ["heading", "paragraph", "list", "list", "quote", "table", "code", "rule"]
    assert blocks[0]["level"] == 1
    assert (blocks[2]["numbered"], blocks[2]["start"]) == (True, 3)
    assert [[plain(cell) for cell in row] for row in blocks[5]["rows"]] == [["a"], ["b"]]


def test_letters_say_how_they_are_set() -> None:
    """Within each other too; a line of a paragraph that only ends goes on."""
    [block] = blocks_of("a **b *c*** `d`\n~~e~~")
    assert block["runs"] == [
        {"text": "a "},
        {"text": "b ", "strong": True},
        {"text": "c", "strong": True, "emph": True},
        {"text": " "},
        {"text": "d", "code": True},
        {"text": " "},
        {"text": "e", "struck": True},
    ]


def test_each_text_runs_as_its_letters_do() -> None:
    """By the first letter that has a direction."""
    assert [block["rtl"] for block in blocks_of("English عربي\n\n1 عربي English")] == [False, True]


def test_html_is_text() -> None:
    """Nothing is hidden between angle brackets."""
    [block] = blocks_of("<b>bold</b> <!-- note -->")
    assert plain(block["runs"]) == "<b>bold</b> <!-- note -->"


def test_a_link_is_followed_by_its_address_where_that_differs() -> None:
    """Paper cannot be clicked on."""
    [named, bare] = blocks_of("[here](https://a.b/c)\n\n<https://a.b/c>")
    assert plain(named["runs"]) == "here (https://a.b/c)"
    assert plain(bare["runs"]) == "https://a.b/c"
