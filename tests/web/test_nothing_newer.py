"""Pages use nothing that the browsers of the last four years lack (since November 2022).

Chrome and Edge 107, Firefox 106, Safari 16.1. Safari cannot be tried here: what it has is known
from its notes of release. What only makes a page nicer where it is known is told apart.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "idlib_wargame" / "web"
STYLES = sorted((WEB / "static").glob("*.css"))
SCRIPTS = sorted((WEB / "static").glob("*.js"))
PAGES = sorted((WEB / "templates").rglob("*.html"))

# Every property that the rules of pages use. To use another, look up since when browsers know it.
# Before 111, of March 2023, Firefox shows the digits of a PIN to whoever types them.
_KNOWN = """
-webkit-box-orient -webkit-line-clamp -webkit-text-security direction shape-rendering
accent-color align-content align-items align-self animation aspect-ratio background
background-color background-image border border-block-end border-block-start border-bottom
border-collapse border-color border-inline-end border-inline-start border-left border-radius
border-right border-spacing border-style border-top border-width bottom box-shadow box-sizing
caption-side clip-path color color-scheme column-gap columns content cursor display fill
fill-opacity flex flex-basis flex-direction flex-grow flex-shrink flex-wrap font font-display
font-family font-feature-settings font-size font-style font-variant-numeric font-weight gap grid
grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-row grid-template
grid-template-areas grid-template-columns grid-template-rows height inset inset-block
inset-inline inset-inline-end inset-inline-start justify-content justify-items justify-self left
letter-spacing line-height list-style list-style-type margin margin-block margin-block-end
margin-block-start margin-bottom margin-inline margin-inline-end margin-inline-start margin-left
margin-right margin-top max-height max-width min-height min-width object-fit opacity order
outline outline-offset overflow overflow-wrap overflow-x overflow-y overscroll-behavior padding
padding-block padding-block-end padding-block-start padding-bottom padding-inline
padding-inline-end padding-inline-start padding-left padding-right padding-top paint-order
place-content place-items pointer-events position resize right row-gap scroll-behavior
scroll-margin-top scroll-padding src stroke stroke-dasharray stroke-linecap stroke-linejoin
stroke-opacity stroke-width table-layout text-align text-anchor text-decoration text-indent
text-overflow text-transform top touch-action transform transform-origin transition unicode-bidi
user-select vector-effect vertical-align visibility white-space width word-break z-index
dominant-baseline fill-rule hyphens isolation column-count break-inside
"""
PROPERTIES = frozenset(_KNOWN.split())
# Where a browser does not know these, nothing is missed.
_NICER = """
-webkit-overflow-scrolling -webkit-tap-highlight-color -webkit-text-size-adjust
-webkit-user-select forced-color-adjust scrollbar-gutter scrollbar-width scrollbar-color
text-size-adjust -webkit-appearance appearance print-color-adjust
"""
ONLY_NICER = frozenset(_NICER.split())
TOO_NEW_IN_STYLES = {
    ":has()": r":has\(",
    "@container": r"@container\b|\bcontainer(-type|-name)?\s*:",
    "@layer": r"@layer\b",
    "@scope": r"@scope\b",
    "@property": r"@property\b",
    "@starting-style": r"@starting-style\b",
    "nesting": r"&\s*[.:#\[a-z>]",
    "color-mix()": r"color-mix\(",
    "light-dark()": r"light-dark\(",
    "oklch()": r"\bok(lch|lab)\(|\bl(ch|ab)\(",
    "relative colours": r"\((from)\s",
    "subgrid": r"\bsubgrid\b",
    "popover": r":popover-open|\[popover",
    "view transitions": r"view-transition",
    "anchors": r"anchor\(|anchor-name|position-anchor",
    "units of the container": r"\d(cq[whib]|cqmin|cqmax)\b",
    "cap, rcap, lh": r"\d(rcap|cap|rlh|lh)\b",
    "trigonometry": r"\b(sin|cos|tan|round|mod|rem)\(",
    "ranges in media": r"@media[^{]*(<=|>=|<|>)",
}
TOO_NEW_IN_SCRIPTS = {
    "copying methods of arrays": r"\.(toSorted|toReversed|toSpliced)\(|\.with\(\d",
    "Object.groupBy": r"\b(Object|Map)\.groupBy\b",
    "Array.fromAsync": r"fromAsync",
    "methods of sets": r"\.(union|intersection|difference|isSubsetOf|isSupersetOf)\(",
    "Promise.withResolvers": r"withResolvers|Promise\.try",
    "navigation": r"\bnavigation\.(navigate|addEventListener)",
    "view transitions": r"startViewTransition",
    "popovers": r"(show|hide|toggle)Popover",
    "setHTML": r"\.setHTML(Unsafe)?\(|parseHTMLUnsafe",
    "moveBefore": r"\.moveBefore\(",
    "URL.canParse": r"URL\.(canParse|parse)\b",
    "AbortSignal.any": r"AbortSignal\.any\b",
    "checkVisibility": r"checkVisibility",
    "scrollend": r"scrollend",
    "isWellFormed": r"(is|to)WellFormed",
    "flag v": r"/[a-z]*v[a-z]*[,;.)\s]\s*$",
    "lookbehind": r"\(\?<[=!]",
    "modules and import": r"^\s*(import|export)\b|\bimport\(",
    "Iterator helpers": r"Iterator\.from",
    "Temporal": r"\bTemporal\.",
    "using": r"^\s*(await )?using\s",
    # What plain HTTP on a local network has not, however new the browser is.
    "clipboard": r"navigator\.clipboard",
    "wake lock": r"wakeLock",
    "service workers": r"serviceWorker",
    "notifications": r"\bNotification\b",
    "randomUUID": r"randomUUID",
    "subtle crypto": r"crypto\.subtle",
}
TOO_NEW_IN_PAGES = {
    "popover": r"\spopover(=|\s|>|target)",
    "invokers": r"\scommand(for)?=",
    "inert details": r"<details[^>]*\sname=",
    "search": r"<search\b",
    "import maps": r"importmap",
    "closedby": r"\sclosedby",
    "inline script": r"<script(?![^>]*\bsrc=)|\son[a-z]+=\"",
    "inline style": r"\sstyle=",
    "from elsewhere": r"(src|href)=\"(https?:)?//",
}


def bare(css: str) -> str:
    """Rules without remarks and texts."""
    return re.sub(r'"[^"]*"', '""', re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def found(text: str, too_new: dict[str, str]) -> list[str]:
    """What of those a text uses."""
    return [name for name, way in too_new.items() if re.search(way, text, re.MULTILINE)]


def properties(css: str) -> set[str]:
    """The properties that rules set, without custom ones."""
    blocks = re.findall(r"\{([^{}]*)\}", bare(css))
    names = (line.partition(":")[0].strip() for block in blocks for line in block.split(";"))
    return {name for name in names if name and not name.startswith("--")}


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_rules_use_what_browsers_know(file: Path) -> None:
    """Each property is on the list; nothing newer stands between them."""
    css = file.read_text(encoding="utf-8")
    assert properties(css) - PROPERTIES - ONLY_NICER == set()
    assert found(bare(css), TOO_NEW_IN_STYLES) == []


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_height_of_what_is_seen_has_another_before_it(file: Path) -> None:
    """Chrome knows ``dvh`` since its version 108 alone."""
    for block in re.findall(r"\{([^{}]*)\}", bare(file.read_text(encoding="utf-8"))):
        if re.search(r"\d[dsl]v[hw]\b", block):
            assert re.search(r"\dv[hw]\b.*\d[dsl]v[hw]\b", block, re.DOTALL)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_scripts_use_what_browsers_know(file: Path) -> None:
    """And nothing that plain HTTP has not."""
    assert found(file.read_text(encoding="utf-8"), TOO_NEW_IN_SCRIPTS) == []


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_pages_use_what_browsers_know(file: Path) -> None:
    """No element or attribute that is newer, and nothing that our policy would stop."""
    assert found(file.read_text(encoding="utf-8"), TOO_NEW_IN_PAGES) == []


@pytest.mark.parametrize(
    ("text", "too_new", "name"),
    [
        ("a:has(b) { color: red; }", TOO_NEW_IN_STYLES, ":has()"),
        (".a { & .b { color: red; } }", TOO_NEW_IN_STYLES, "nesting"),
        ("@media (width >= 900px) { }", TOO_NEW_IN_STYLES, "ranges in media"),
        ("const b = a.toSorted();", TOO_NEW_IN_SCRIPTS, "copying methods of arrays"),
        ("crypto.randomUUID()", TOO_NEW_IN_SCRIPTS, "randomUUID"),
        ("<details name=x>", TOO_NEW_IN_PAGES, "inert details"),
        ('<p style="x">', TOO_NEW_IN_PAGES, "inline style"),
        ("<script>x</script>", TOO_NEW_IN_PAGES, "inline script"),
    ],
)
def test_the_lists_find_what_they_name(text: str, too_new: dict[str, str], name: str) -> None:
    """A list that finds nothing proves nothing."""
    assert name in found(text, too_new)


def test_an_unknown_property_is_found() -> None:
    """Also inside of a condition."""
    assert properties("@media (a) { p { text-wrap: balance; color: red } }") == {
        "text-wrap",
        "color",
    }
