"""``make words``: sentences gathered, catalogues updated and compiled, and then spoken."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from babel.messages.pofile import read_po

from idlib_wargame.words.language import _, fill, is_right_to_left, ngettext, pgettext
from idlib_wargame.words.languages import (
    CATALOGUES,
    UnknownLanguage,
    languages,
    use_language,
)

ROOT = Path(__file__).parents[2]
SOURCE = """
    def f(count):
        # Translators: the end of a turn
        _("{seat} seals its orders.")
        _(
            "A sentence that is longer "
            "than a line, 50% of one."
        )
        ngettext(
            "{count} order",
            "{count} orders",
            count,
        )
        pgettext("log", "Order")
"""
RUSSIAN = """
    msgid "{seat} seals its orders."
    msgstr "Приказы сданы: {seat}."

    msgid "{count} order"
    msgid_plural "{count} orders"
    msgstr[0] "{count} приказ"
    msgstr[1] "{count} приказа"
    msgstr[2] "{count} приказов"

    msgctxt "log"
    msgid "Order"
    msgstr "Приказ"
"""


class Workshop:
    """A source folder and a folder of catalogues, as translators have them."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.catalogues = folder / "catalogues"
        self.template = folder / "messages.pot"
        self.source.mkdir()
        self.catalogues.mkdir()
        (self.source / "page.py").write_text(dedent(SOURCE), encoding="utf-8")

    def make(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run ``make words`` on these folders."""
        places = {
            "--source": self.source,
            "--catalogues": self.catalogues,
            "--template": self.template,
        }
        return subprocess.run(
            [
                *(sys.executable, str(ROOT / "tools" / "words.py"), *words),
                *(str(word) for pair in places.items() for word in pair),
            ],
            capture_output=True,
            text=True,
            check=False,
        )

    def file(self, language: str) -> Path:
        """The catalogue of a language."""
        return self.catalogues / language / "LC_MESSAGES" / "messages.po"

    def write(self, language: str, text: str) -> None:
        """Put a catalogue there, without any header."""
        self.file(language).parent.mkdir(parents=True, exist_ok=True)
        self.file(language).write_text(dedent(text), encoding="utf-8")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Folders with one small source file."""
    return Workshop(tmp_path)


def test_marked_sentences_are_gathered(workshop: Workshop) -> None:
    """All three marks are known, over several lines too, with remarks for translators."""
    assert workshop.make().returncode == 0
    text = workshop.template.read_text("utf-8")
    assert text.count("msgid ") == 5  # and the header
    assert "#. the end of a turn\n#: page.py\n" in text
    assert 'msgid "A sentence that is longer than a line, 50% of one."' in text
    assert 'msgid "{count} order"\nmsgid_plural "{count} orders"' in text
    assert 'msgctxt "log"\nmsgid "Order"' in text
    assert "python-format" not in text


def test_a_language_is_begun_filled_in_and_spoken(workshop: Workshop) -> None:
    """An empty catalogue is made; what is filled in is spoken, the rest stays English."""
    assert workshop.make("tr").returncode == 0
    file = workshop.file("tr")
    text = file.read_text("utf-8")
    assert "Language: tr" in text
    file.write_text(text.replace('Order"\nmsgstr ""', 'Order"\nmsgstr "Emir"'), encoding="utf-8")
    assert workshop.make().returncode == 0
    use_language("tr", workshop.catalogues)
    assert (pgettext("log", "Order"), _("{seat} seals its orders.")) == (
        "Emir",
        "{seat} seals its orders.",
    )


def test_a_catalogue_without_a_language_gets_the_plurals_of_its_folder(workshop: Workshop) -> None:
    """Without the header it would count as English does, in silence."""
    workshop.write("ru", RUSSIAN)
    assert workshop.make().returncode == 0
    use_language("ru", workshop.catalogues)
    said = [fill(ngettext("{count} order", "{count} orders", n), count=n) for n in (1, 3, 5, 21)]
    assert said == ["1 приказ", "3 приказа", "5 приказов", "21 приказ"]
    assert "Language: ru" in workshop.file("ru").read_text("utf-8")


def test_a_catalogue_of_another_language_is_refused(workshop: Workshop) -> None:
    """A file in the wrong folder is told and left as it is."""
    workshop.write("ru", 'msgid ""\nmsgstr "Language: pl\\n"\n')
    before = workshop.file("ru").read_bytes()
    done = workshop.make()
    assert done.returncode == 1
    assert "says that it is in pl, expected ru" in done.stderr
    assert workshop.file("ru").read_bytes() == before


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("{saet} сдал.", "has places that the sentence has not: saet"),
        ("Сдано.", "leaves out seat"),
        ("{seat сдал.", "has braces that do not match"),
    ],
)
def test_a_translation_that_would_fail_is_not_compiled(
    workshop: Workshop, translation: str, fault: str
) -> None:
    """A place that cannot be filled would be an error on somebody's screen."""
    workshop.write("ru", RUSSIAN.replace("Приказы сданы: {seat}.", translation))
    done = workshop.make()
    assert done.returncode == 1
    assert fault in done.stderr
    assert languages(workshop.catalogues) == ("en", "xa", "xr")


def test_nothing_is_written_where_nothing_changed(workshop: Workshop) -> None:
    """A second run leaves every file as it was, dates included."""
    workshop.make("ru")
    before = workshop.file("ru").read_bytes()
    workshop.make()
    assert workshop.file("ru").read_bytes() == before


def test_a_language_of_a_country_falls_back_to_the_language(workshop: Workshop) -> None:
    """ru-BY speaks Russian; what there is nothing of is refused, and nothing changes."""
    workshop.write("ru", RUSSIAN)
    workshop.make()
    use_language("ru-BY", workshop.catalogues)
    assert pgettext("log", "Order") == "Приказ"
    with pytest.raises(UnknownLanguage) as refused:
        use_language("de", workshop.catalogues)
    assert refused.value.known == ("en", "ru", "xa", "xr")
    assert pgettext("log", "Order") == "Приказ"
    assert not is_right_to_left()


def test_arabic_is_read_from_right_to_left(workshop: Workshop) -> None:
    """The direction follows from the language."""
    workshop.make("ar", "he")
    for code in ("ar", "he"):
        use_language(code, workshop.catalogues)
        assert is_right_to_left()
    use_language("en")
    assert not is_right_to_left()


def test_every_catalogue_that_ships_is_compiled(tmp_path: Path) -> None:
    """The program's own source gives a template, and each language can be chosen."""
    template = tmp_path / "messages.pot"
    done = subprocess.run(
        [
            *(sys.executable, str(ROOT / "tools" / "words.py")),
            *("--template", str(template), "--catalogues", str(tmp_path / "none")),
        ],
        check=False,
    )
    assert done.returncode == 0
    assert template.read_text("utf-8").count("msgid ") > 200
    with template.open("rb") as file:
        assert in_pages() <= {message.id for message in read_po(file)}
    shipped = [path.parents[1].name for path in CATALOGUES.glob("*/*/messages.po")]
    assert [*languages()] == ["en", *sorted(shipped), "xa", "xr"]


def in_pages() -> set[str]:
    """The sentences that are marked in templates of pages."""
    found: set[str] = set()
    for file in (ROOT / "idlib_wargame" / "web" / "templates").rglob("*.html"):
        bare = re.sub(r"\{#.*?#\}", "", file.read_text("utf-8"), flags=re.DOTALL)
        found |= {said for _quote, said in re.findall(r"""\b_\((["'])(.+?)\1\)""", bare)}
    assert len(found) > 50
    return found
