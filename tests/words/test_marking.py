"""Every sentence of the program is marked, whole, with named places; none is made at import."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

from idlib_wargame.web.guard import HEADERS
from tests.words.marking import PACKAGE, findings, findings_in, room_of

A_NOUN = "a kind of row, by which packs/nouns.py finds its word"
# Texts that look like sentences and are none, by file; each with the reason.
LOGGED = "for the log of faults, which is in English"
CONTENT_POLICY = HEADERS["content-security-policy"]
NO_SENTENCES = {
    "__init__.py": {"Idlib wargame": "the program's name, the same in every language"},
    "files/association_linux.py": dict.fromkeys(
        ("[Desktop Entry]", "Exec=￼ %f"), "how a desktop's file is written"
    ),
    "cli/qt_libraries.py": {
        "apt-get install -y --no-install-recommends ￼": "a command for the machine",
    },
    "files/synced.py": {
        **dict.fromkeys(("Dropbox", "Google Drive", "iCloud Drive"), "what a service calls itself"),
        **dict.fromkeys(
            ("My Drive", "Shared drives", "Library", "Mobile Documents", "Desktop", "Documents"),
            "what services and systems call folders",
        ),
    },
    "packs/registry.py": dict.fromkeys(
        ("principals of", "starting point", "kind of vagueness"), A_NOUN
    ),
    "packs/row_text.py": {"{by} {way} to {cap}": "how a pack writes a bound"},
    "packs/schema/agreements.py": dict.fromkeys(
        ("kind of vagueness", "row of control", "table of agreements"), A_NOUN
    ),
    "packs/schema/aims.py": {"table of aims": A_NOUN},
    "packs/schema/catalysts.py": {"table of catalysts": A_NOUN},
    "packs/schema/clauses.py": {"table of clauses": A_NOUN},
    "packs/schema/effects.py": {"{some_track: -1}": "an example of what a pack writes"},
    "packs/schema/endings.py": {"table of outcomes": A_NOUN},
    "packs/schema/duties.py": {"table of duties": A_NOUN},
    "packs/schema/habits.py": {"way of bargaining": A_NOUN},
    "packs/schema/injects.py": dict.fromkeys(
        ("order of the facilitator", "table of injects"), A_NOUN
    ),
    "packs/schema/interactions.py": dict.fromkeys(
        ("row of principals", "table of interactions"), A_NOUN
    ),
    "packs/schema/kinds.py": {
        "not as the pack format has it": "for pydantic, which shows it to nobody",
        "a row": "what no table calls its rows",
    },
    "packs/schema/moves.py": dict.fromkeys(("seat's effects", "table of moves"), A_NOUN),
    "packs/schema/plain_english.py": dict.fromkeys(
        ("￼ >= ￼ and ￼ <= ￼", "not ￼", "￼ and not ￼", "not (￼ or ￼)", "(￼ or ￼) and not (￼ and ￼)"),
        "how conditions are written, the same in every language",
    ),
    "packs/schema/free_orders.py": {"row of free orders": A_NOUN},
    "packs/schema/judgements.py": {"row of judgements": A_NOUN},
    "packs/schema/seats.py": {"table of seats": A_NOUN},
    "packs/schema/tracks.py": {
        "{0: low, 5: high}": "an example of what a pack writes",
        "limit per turn": A_NOUN,
        "table of tracks": A_NOUN,
    },
    "packs/schema/upkeep.py": dict.fromkeys(("row of upkeep", "table of upkeep"), A_NOUN),
    "packs/schema/variants.py": {
        "{some_track: 3}": "an example of what a pack writes",
        "starting point": A_NOUN,
        "table of starting points": A_NOUN,
        "number of turns": A_NOUN,
    },
    "packs/text/tree.py": {"Null": "a word of YAML"},
    "packs/text/yaml_reader.py": dict.fromkeys(
        (
            "mapping values are not allowed",
            "',' or '}'",
            "',' or ']'",
            "found unexpected ':'",
            "could not find expected ':'",
            "did not find expected key",
            "'-' indicator",
            "node content",
        ),
        "the parser's own words, by which its faults are told apart",
    ),
    "web/colours.py": dict.fromkeys(
        ("  --￼: ￼;", "  --band-￼: ￼;", "  --table-￼: ￼;"), "rules of a stylesheet"
    ),
    "web/devices.py": dict.fromkeys(
        (
            *("Android", "Windows", "Mac", "Macintosh", "Chromebook", "Linux"),
            *("Edg", "Edge", "Opera", "Samsung Internet", "Firefox", "Chrome", "Safari"),
        ),
        "what systems and browsers are called, the same in every language",
    ),
    "web/feed.py": dict.fromkeys(("id: ￼", "data: ￼", "event: ￼"), "lines of an event"),
    "web/guard.py": {
        CONTENT_POLICY: "a header",
        **dict.fromkeys(
            ("a foreign host", "a method that no page uses", "a foreign origin", "too much"), LOGGED
        ),
    },
    "web/joining.py": {
        **dict.fromkeys(("a wrong room word", "a link that leads nowhere"), LOGGED),
    },
    "web/site.py": {
        "public, max-age=31536000, immutable": "a header",
        **dict.fromkeys(
            ("no token in force", "a page without its sign", "a form of no page"), LOGGED
        ),
    },
    "web/static_files.py": dict.fromkeys(
        ("text/css; charset=utf-8", "text/javascript; charset=utf-8"), "types of files"
    ),
    "record/store.py": dict.fromkeys(
        (
            *("locking_mode = EXCLUSIVE", "journal_mode = MEMORY", "journal_mode = WAL"),
            *(
                "synchronous = FULL",
                "secure_delete = ON",
                "fullfsync = ON",
                "wal_autocheckpoint = 0",
            ),
        ),
        "settings of SQLite",
    ),
    "record/file_format.py": {"number, at, kind, by, body, digest": "columns of a table"},
    "record/migrations.py": {"session file": "the name of a set of migrations, kept in the file"},
    "record/view_columns.py": dict.fromkeys(
        (
            "_BAND_WORDS.format(band)",
            "(SELECT name FROM names WHERE names.row = ￼)",
            "￼ AS ￼,\n    ￼ AS ￼_name",
            "replace(replace(￼, 'days_left.', 'clock.'), 'lit.', 'flag_group.')",
            "'track.' || ￼",
            "coalesce(￼,\n        ￼)",
            "'choice.' || ￼ || '.' || ￼",
            "￼ AS choice,\n    ￼ AS choice_name",
        ),
        "SQL",
    ),
    "record/talk_views.py": dict.fromkeys(
        ("'clause.' || ￼", "'move.' || ￼", "'restraint.' || ￼"), "SQL"
    ),
    "record/views.py": {"WHEN '￼' THEN ￼": "SQL"},
    "views/desk/inject_drafts.py": {"\ufffc; \ufffc +1": "an effect as it is typed"},
    "views/msel/addressees.py": {
        "; ": "between names, in a cell that is read again",
        "actor \ufffc": "how a list of known words names a line",
    },
    "views/msel/effect_cells.py": dict.fromkeys(
        ("; ", " (up to ￼)", " (down to ￼)"), "a cell of a list, which is read again"
    ),
    "views/typed_names.py": {"; ": "between names, as they are typed"},
    "windows/look/theme.py": dict.fromkeys(("Colours", "Fusion"), "names in the code and of Qt"),
    "rules/conditions/condition.py": dict.fromkeys(
        ("not ￼", " and ", " or "), "the grammar of conditions, which packs are written in"
    ),
    "rules/dice.py": dict.fromkeys(
        ("turn ￼/￼/￼/￼", "turn ￼/habit/￼/￼/￼￼", "turn ￼/bargain/￼/￼/￼/￼"),
        "an address, from which dice are thrown",
    ),
    "views/escalation.py": dict.fromkeys(
        (
            *("rung name", "severity points", "Goldstein", "flags lit", "; "),
            *("severity points: ￼", "Goldstein: ￼"),
        ),
        "columns of a table that programs read",
    ),
    "views/file_names.py": dict.fromkeys(
        (", ", "Group A", "Exercise", "Exercise ￼", "￼ (￼)￼", "turn ￼"),
        "within a file's name, alike in every language",
    ),
    "windows/chart/legend.py": {'<span style="color:￼">￼</span>': "markup"},
    "windows/fault_log.py": {
        "%(asctime)s %(levelname)s %(name)s: %(message)s": "the form of the log of faults"
    },
    "windows/parts/keys.py": dict.fromkeys(
        ("Home", "End", "Left", "Right", "Down", "Space", "Return", "Esc", "Del", "Backspace"),
        "keys, as Qt calls them everywhere",
    ),
    "windows/user_paths.py": {"Wargames": "a folder's name, the same in every language"},
    "cli/tracing.py": {"[PACK] WHAT": "names of arguments, which the help refers to"},
}
ROOMS = sorted({room_of(file.relative_to(PACKAGE).as_posix()) for file in PACKAGE.rglob("*.py")})
LOOKS_UP_AT_IMPORT = """
import gettext, importlib, pkgutil, sys
import idlib_wargame
from idlib_wargame.words import language

class Refusing(gettext.NullTranslations):
    def gettext(self, message):
        raise AssertionError(f"looked up at import: {message}")
    ngettext = pgettext = lambda self, *words: self.gettext(words)

language.use(Refusing())
names = [
    each.name
    for each in pkgutil.walk_packages(idlib_wargame.__path__, "idlib_wargame.")
    if not each.name.endswith("__main__")
]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_of_a_room_is_marked(room: str) -> None:
    """No text that people read stands unmarked, in pieces, or with places that have no name."""
    folder = room if (PACKAGE / room).is_dir() else f"{room}.py"
    left = [each for each in findings(folder) if each.text not in NO_SENTENCES.get(each.file, {})]
    assert left == []


def test_every_exception_is_still_needed() -> None:
    """A text is excepted only while it stands there."""
    idle = {
        (file, text)
        for file, texts in NO_SENTENCES.items()
        for text in texts.keys() - {each.text for each in findings(file)}
    }
    assert idle == set()


def test_no_words_are_made_at_import() -> None:
    """Every module can be imported while looking anything up is an error."""
    done = subprocess.run(
        [sys.executable, "-c", LOOKS_UP_AT_IMPORT], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert int(done.stdout) > 200


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        # Sentences that nobody marked
        ('say("Turn is over")', ["unmarked"]),
        ('QLabel("close")', ["unmarked"]),
        ('tabs.addTab(page, "orders")', ["unmarked"]),
        ('TITLES = {"orders": "Orders"}', ["unmarked"]),
        ('words = f"{seat} seals"', ["unmarked"]),
        ('fill("{seat} seals", seat=seat)', ["unmarked"]),
        ("x = '<b>it is over</b>'", ["unmarked"]),
        # Sentences in pieces
        ('def f(): return _("Seat") + ": " + name', ["glued"]),
        ('def f(): return _("One.") + _("Two.")', ["glued"]),
        ("def f():\n    said += _('Two.')", ["glued"]),
        ('def f(): return f"{fill(said)}: {name}"', ["glued"]),
        ('def f(): return f"{fill(said)}!"', ["glued"]),
        ('x = f"{track}: {value}"', ["glued"]),
        ('", ".join(names)', ["glued"]),
        ('" or ".join(names)', ["glued"]),
        # Marks that cannot be translated
        ('def f(): return _(f"{seat} seals")', ["no plain text in a mark"]),
        ("def f(): return _(sentence)", ["no plain text in a mark"]),
        ('def f(): return _("One " + name)', ["no plain text in a mark"]),
        ('def f(): return _("{} seals")', ["unnamed place"]),
        ('def f(): return ngettext("{count} a", "{0} b", n)', ["unnamed place"]),
        ('def f(): return pgettext("log", "{0} seals")', ["unnamed place"]),
        ('def f(): return _("{seat seals")', ["unnamed place"]),
        ('def f(): return _("{a} seals").format(x)', ["unnamed place"]),
        ('def f(): return _("%s seals") % x', ["unnamed place"]),
        ('def f(): return fill(_("{seat} seals"), seal=x)', ["a place is left empty"]),
        ('def f():\n    for _, x in y:\n        say(_("One."))', ["hides the mark"]),
        ('def f():\n    z = [x for _, x in y]\n    say(_("One."))', []),
        ('TITLE = _("Orders")', ["marked at import"]),
        ('def f(title=_("Orders")): pass', ["marked at import"]),
        ('class A:\n    title = _("Orders")', ["marked at import"]),
        # What is as it should be
        ('def f(): return fill(_("{seat} seals"), seat=x)', []),
        ('def f(): return fill(ngettext("{n} a", "{n} b", n), n=n)', []),
        ('TITLES = {"orders": lambda: _("Orders")}', []),
        ('"""What it is for."""\nx = 1', []),
        ('def f() -> "a b":\n    """What it is for."""', []),
        ('def f(): return _("One.") + "\\n\\n" + _("Two.")', []),
        ("def f(): return f'  {_(\"One.\")}'", []),
        ('yield_ = f"· {line}"', []),
        ('log.warning("the file is gone: %s", name)', []),
        ('raise ValueError("no such row")', []),
        ('assert x, "it is there"', []),
        ('x = kind == "two words"', []),
        ('x = rows["two words"]', []),
        ('x = "SELECT a FROM b"', []),
        ('x = f"QLabel {{ color: {red}; }}"', []),
        ('x = f"flag.{row}"', []),
        ('re.compile(r"one or two")', []),
    ],
)
def test_the_reader_tells_sentences_from_the_rest(source: str, faults: list[str]) -> None:
    """Each fault is found by its name, and what programs read is left alone."""
    assert [each.fault for each in findings_in(dedent(source))] == faults
