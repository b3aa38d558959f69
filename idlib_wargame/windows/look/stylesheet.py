"""The stylesheet: what each role looks like. One place, so that a look is changed once.

Roles of labels: "title", "heading", "muted", "eyebrow" (a small heading above a group), "danger",
"warning", "good". Roles of frames: "panel" (a sheet), "card" (a sheet with an edge), "well" (a
quiet fill), "banner" (something to know or do, in place), "bar" (a strip along a window's edge),
"rule" (a hairline), "practice" (what says that nothing counts), "account" (what lies over
a window to explain a number), "palette" (what lies over it for a moment). Roles of buttons:
"primary" (one a screen), "soft" (small, on a card; with an edge where it is one to pick),
"quiet" (no edge), "danger", "link", "section" (a heading that opens).
A label takes the colour of a result by the property "band" and of a rule table by "table".
"""

from __future__ import annotations

from pathlib import Path

from idlib_wargame.views.look.colours import BANDS, TABLE_COLOURS, Colours, readable

_SIZES = (11, 13, 16, 20, 28)


def stylesheet(now: Colours, scale: int, icons: Path) -> str:
    """The whole stylesheet, for a scheme and a size of text in hundredths."""

    def px(pixels: int) -> str:
        return f"{round(pixels * scale / 100)}px"

    return "\n".join(
        (
            _text(now, px(11), px(16), px(28)),
            _sizes(scale),
            _tints(now),
            _frames(now),
            _buttons(now, px(16)),
            _fields(now, icons.as_posix()),
            _lists(now),
            _chrome(now),
        )
    )


def _text(now: Colours, small: str, heading: str, title: str) -> str:
    return f"""
QWidget {{ color: {now.text}; }}
QLabel, QCheckBox, QRadioButton {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {title}; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {heading}; font-weight: 600; }}
QLabel[role="eyebrow"] {{ font-size: {small}; font-weight: 600; color: {now.muted}; }}
QLabel[role="muted"] {{ color: {now.muted}; }}
QLabel[role="danger"] {{ color: {now.danger}; }}
QLabel[role="warning"] {{ color: {now.warning}; }}
QLabel[role="good"] {{ color: {now.good}; }}
QLabel:disabled {{ color: {now.disabled}; }}
QToolTip {{
    color: {now.text}; background: {now.panel}; border: 1px solid {now.border}; padding: 6px 8px;
}}"""


def _tints(now: Colours) -> str:
    bands = [
        f'QLabel[band="{int(band)}"] {{ color: {readable(colour, now.raised)}; font-weight: 600; }}'
        for band, (colour, _) in BANDS.items()
    ]
    tables = [
        f'QLabel[table_colour="{colour}"] {{ color: {readable(colour, now.raised)}; }}'
        for colour in TABLE_COLOURS.values()
    ]
    return "\n".join([*bands, *tables])


def _sizes(scale: int) -> str:
    rules = [
        f'*[text_size="{size}"] {{ font-size: {round(size * scale / 100)}px; }}' for size in _SIZES
    ]
    return "\n".join([*rules, '*[bold="true"] { font-weight: 600; }'])


def _frames(now: Colours) -> str:
    return f"""
QFrame[role="panel"] {{ background: {now.panel}; border: none; }}
QFrame[role="card"] {{
    background: {now.panel}; border: 1px solid {now.line}; border-radius: 8px;
}}
QFrame[role="account"] {{
    background: {now.panel}; border: 1px solid {now.border}; border-radius: 8px;
}}
QFrame[role="card"]:focus {{ border: 2px solid {now.focus}; }}
QFrame[role="well"] {{ background: {now.raised}; border: none; border-radius: 6px; }}
QFrame[role="palette"] {{
    background: {now.panel}; border: 1px solid {now.border}; border-radius: 8px;
}}
QFrame[role="bar"] {{ background: {now.panel}; border: none; }}
QFrame[role="practice"] {{ background: {now.picked}; border-bottom: 2px solid {now.accent}; }}
QFrame[role="rule"] {{ background: {now.line}; border: none; }}
QFrame[role="banner"] {{
    background: {now.warning_fill}; border: 1px solid {now.warning}; border-radius: 6px;
}}
QFrame[role="banner"] QLabel {{ color: {now.warning}; }}
QFrame[role="banner"][tone="danger"] {{
    background: {now.danger_fill}; border-color: {now.danger};
}}
QFrame[role="banner"][tone="danger"] QLabel {{ color: {now.danger}; }}
QFrame[role="banner"][tone="good"] {{ background: {now.good_fill}; border-color: {now.good}; }}
QFrame[role="banner"][tone="good"] QLabel {{ color: {now.good}; }}
QFrame[role="banner"][tone="plain"] {{ background: {now.raised}; border-color: {now.border}; }}
QFrame[role="banner"][tone="plain"] QLabel {{ color: {now.text}; }}
QFrame[role="banner"][flush="true"] {{
    border-radius: 0; border-left: none; border-right: none; border-top: none;
}}
QFrame[role="seen_as"] {{ background: {now.window}; border: 4px solid {now.focus}; }}
QFrame[role="seen_head"] {{ background: {now.picked}; border: none; }}
QSplitter::handle {{ background: {now.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter[role="movable"]::handle:vertical {{ height: 5px; }}
QSplitter[role="movable"]::handle:vertical:hover {{ background: {now.focus}; }}"""


def _buttons(now: Colours, icon: str) -> str:
    return f"""
QPushButton {{
    background: {now.panel}; border: 1px solid {now.border}; border-radius: 6px;
    padding: 6px 14px; min-height: 18px; icon-size: {icon};
}}
QPushButton:hover {{ background: {now.raised}; }}
QPushButton:pressed {{ background: {now.line}; }}
QPushButton:checked {{ background: {now.picked}; border-color: {now.focus}; }}
QPushButton:disabled {{ color: {now.disabled}; border-color: {now.line}; }}
QPushButton:focus {{ border: 2px solid {now.focus}; padding: 5px 13px; }}
QPushButton[role="primary"] {{
    background: {now.accent}; color: {now.on_accent}; border: 1px solid {now.accent};
    font-weight: 600; padding: 6px 18px;
}}
QPushButton[role="primary"]:hover {{
    background: {now.accent_hover}; border-color: {now.accent_hover};
}}
QPushButton[role="primary"]:disabled {{
    background: {now.raised}; color: {now.disabled}; border-color: {now.raised};
}}
QPushButton[role="primary"]:focus {{ border: 2px solid {now.focus}; padding: 5px 17px; }}
QPushButton[role="quiet"], QToolButton {{
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 8px;
}}
QPushButton[role="quiet"]:hover, QToolButton:hover {{ background: {now.raised}; }}
QPushButton[role="quiet"]:pressed, QToolButton:pressed {{ background: {now.line}; }}
QPushButton[role="quiet"]:checked, QToolButton:checked {{ background: {now.picked}; }}
QPushButton[role="quiet"]:disabled, QToolButton:disabled {{ color: {now.disabled}; }}
QPushButton[role="quiet"]:focus, QToolButton:focus {{
    border: 2px solid {now.focus}; padding: 4px 7px;
}}
QToolButton::menu-indicator {{ image: none; }}
QPushButton[role="soft"] {{
    background: {now.raised}; border: 1px solid {now.raised}; padding: 4px 10px;
}}
QPushButton[role="soft"][checkable="true"] {{
    background: {now.panel}; border-color: {now.border};
}}
QPushButton[role="soft"]:hover {{ background: {now.line}; border-color: {now.line}; }}
QPushButton[role="soft"][checkable="true"]:hover {{ background: {now.raised}; }}
QPushButton[role="soft"][checkable="true"]:checked {{
    background: {now.picked}; border-color: {now.focus};
}}
QPushButton[role="soft"]:focus, QPushButton[role="soft"][checkable="true"]:focus {{
    border: 2px solid {now.focus}; padding: 3px 9px;
}}
QPushButton[role="soft"][waits="true"] {{
    background: {now.panel}; border: 1px solid {now.warning}; color: {now.warning};
    font-weight: 600;
}}
QPushButton[role="soft"][waits="true"]:focus {{ border: 2px solid {now.focus}; }}
QPushButton[role="link"] {{
    background: transparent; border: 1px solid transparent; color: {now.muted};
    padding: 1px 2px; text-align: left; min-height: 0;
}}
QPushButton[role="link"]:hover {{ color: {now.text}; text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 1px solid {now.focus}; }}
QPushButton[role="section"] {{
    background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 5px 6px; text-align: left; font-weight: 600;
}}
QPushButton[role="section"]:hover {{ background: {now.raised}; }}
QPushButton[role="section"]:focus {{ border: 2px solid {now.focus}; padding: 4px 5px; }}
QPushButton[role="page"] {{
    background: transparent; color: {now.muted}; border: none; border-radius: 0;
    border-bottom: 2px solid transparent; padding: 7px 14px 6px 14px;
}}
QPushButton[role="page"]:hover {{ color: {now.text}; }}
QPushButton[role="page"]:checked {{ color: {now.text}; border-bottom: 2px solid {now.accent}; }}
QPushButton[role="page"]:focus {{ color: {now.focus}; border-bottom: 2px solid {now.focus}; }}
QPushButton[role="danger"] {{ color: {now.danger}; border-color: {now.danger}; }}
QPushButton[role="danger"]:hover {{ background: {now.danger_fill}; }}"""


def _fields(now: Colours, icons: str) -> str:
    shade = "dark" if now.dark else "light"
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {{
    background: {now.panel}; border: 1px solid {now.border}; border-radius: 6px; padding: 5px 8px;
    selection-background-color: {now.accent}; selection-color: {now.on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus, QDateEdit:focus {{ border: 2px solid {now.focus}; padding: 4px 7px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{
    color: {now.disabled}; border-color: {now.line};
}}
QTextBrowser, QTextBrowser:focus {{
    background: transparent; border: none; padding: 0; color: {now.text};
}}
/* The list folds out below: over the box it would hide its first lines behind an arrow. */
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{shade}.svg"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
    background: {now.panel}; border: 1px solid {now.border}; padding: 4px; outline: none;
    selection-background-color: {now.picked}; selection-color: {now.text};
}}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{icons}/up-{shade}.svg"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: url("{icons}/down-{shade}.svg"); width: 10px; height: 10px; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 3px 2px; border: 1px solid transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {now.focus}; border-radius: 4px; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {now.border}; background: {now.panel};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{
    background: {now.accent}; border-color: {now.accent};
}}
QCheckBox::indicator:checked {{ image: url("{icons}/check-{shade}.svg"); }}
QRadioButton::indicator:checked {{ image: url("{icons}/dot-{shade}.svg"); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
    background: {now.raised}; border-color: {now.line};
}}
QSlider::groove:horizontal {{ height: 4px; background: {now.line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {now.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
    background: {now.panel}; border: 2px solid {now.accent};
}}
QSlider::handle:horizontal:focus {{ border-color: {now.focus}; background: {now.picked}; }}
QProgressBar {{
    background: {now.raised}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}}
QProgressBar::chunk {{ background: {now.accent}; border-radius: 3px; }}"""


def _lists(now: Colours) -> str:
    return f"""
QAbstractItemView {{
    background: {now.panel}; alternate-background-color: {now.raised}; border: none;
    outline: none; selection-background-color: {now.picked}; selection-color: {now.text};
}}
QListView::item, QTreeView::item, QTableView::item {{ padding: 6px 8px; border: none; }}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
    background: {now.picked}; color: {now.text};
}}
QListView::item:hover, QTreeView::item:hover {{ background: {now.raised}; }}
QHeaderView::section {{
    background: {now.panel}; color: {now.muted}; border: none;
    border-bottom: 1px solid {now.line}; padding: 6px 8px; font-weight: 600;
}}
QTableView {{ gridline-color: {now.line}; }}
QTableCornerButton::section {{ background: {now.panel}; border: none; }}"""


def _chrome(now: Colours) -> str:
    return f"""
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {now.border}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {now.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {now.line}; top: -1px; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: {now.muted}; border: none;
    border-bottom: 2px solid transparent; padding: 9px 10px 8px 10px;
}}
QTabBar::scroller {{ width: 0px; }}
QTabBar::tab:hover {{ color: {now.text}; }}
QTabBar::tab:selected {{ color: {now.text}; border-bottom: 2px solid {now.accent}; }}
QTabBar::tab:focus {{ border-bottom: 2px solid {now.focus}; color: {now.focus}; }}
QMenuBar {{ background: {now.panel}; border: none; padding: 2px 8px; }}
QMenuBar::item {{ background: transparent; padding: 5px 10px; border-radius: 4px; }}
QMenuBar::item:disabled {{ color: {now.disabled}; }}
QMenuBar::item:selected {{ background: {now.raised}; }}
QMenu {{ background: {now.panel}; border: 1px solid {now.border}; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {now.picked}; }}
QMenu::item:disabled {{ color: {now.disabled}; }}
QMenu::separator {{ height: 1px; background: {now.line}; margin: 6px 4px; }}
QStatusBar {{ background: {now.panel}; color: {now.muted}; }}
QStatusBar::item {{ border: none; }}"""
