import hashlib

from idlib_wargame.packs.fingerprint import fingerprint
from tests.packs.harbour import FILES


def test_a_fingerprint_can_be_recomputed() -> None:
    """Anyone can work out the fingerprint from the names and texts, by the rule in its words."""
    by_hand = b"6\na.yaml5\nx: 1\n4\nb.md2\n\xc2\xb6"
    files = {"b.md": "¶", "a.yaml": "x: 1\n"}
    assert fingerprint(files) == hashlib.sha256(by_hand).hexdigest()


def test_the_order_of_files_does_not_change_it() -> None:
    """The same files in another order have the same fingerprint."""
    assert fingerprint(dict(reversed(FILES.items()))) == fingerprint(FILES)


def test_every_letter_and_every_name_counts() -> None:
    """A changed letter, a changed name, or text moved from one file to the next changes it."""
    prints = {
        fingerprint({"a.yaml": "one", "b.yaml": "two"}),
        fingerprint({"a.yaml": "one", "b.yaml": "twO"}),
        fingerprint({"a.yaml": "one", "c.yaml": "two"}),
        fingerprint({"a.yaml": "onet", "b.yaml": "wo"}),
        fingerprint({"a.yaml": "onetwo", "b.yaml": ""}),
        fingerprint({"a.yaml": "onetwo"}),
        fingerprint({}),
    }
    assert len(prints) == 7
