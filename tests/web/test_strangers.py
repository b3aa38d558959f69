"""Somebody on the same network who has no PIN tries what they can: nothing is told or broken."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.web.home import LOCAL, Home, at_home
from tests.web.phone import Page, Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
SECRETS = ("Olga", "Sami", "Group B", "Astra", "Borea", "Grey Bank", "Traceback")


@pytest.fixture
def home(harbour: PackReading) -> Iterator[Home]:
    """The harbour with its room open, and somebody there."""
    with at_home(harbour, SETUP) as home:
        yield home


def raw(home: Home, request: bytes, seconds: float = 5.0) -> bytes:
    """What the server answers to those bytes."""
    with socket.create_connection((LOCAL, home.port), seconds) as connection:
        with suppress(OSError):
            connection.sendall(request)
        answer = b""
        with suppress(OSError):
            while chunk := connection.recv(65536):
                answer += chunk
        return answer


def is_silent(answer: Page | bytes) -> bool:
    """Whether nothing of the exercise is in it."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer.text
    return not any(each in text for each in SECRETS)


def test_wrong_tokens_open_nothing(home: Home) -> None:
    """However they look."""
    phone = Phone(home.port)
    for token in ("", "x", "A" * 4000, "../../etc/passwd", "\x7f", "0" * 32):
        phone.cookies = {"seat": token, "watch": token, "screen": token, "visit": token}
        for path in ("/seat", "/seat/events", "/join", "/waiting", "/watch", "/screen"):
            page = phone.ask("GET", path)
            assert page.status in (303, 401)
            assert is_silent(page)
        assert phone.post("/act", {"act": "seal", "id": "12345678", "fields": {}}).status == 401


def test_a_request_by_another_name_than_the_number_is_refused(home: Home) -> None:
    """A name of somebody else's may lead here."""
    for host in (
        "evil.example",
        f"evil.example:{home.port}",
        f"127.0.0.1.evil.example:{home.port}",
        "",
    ):
        answer = raw(home, f"GET / HTTP/1.1\r\nhost: {host}\r\n\r\n".encode())
        assert answer.startswith(b"HTTP/1.1 421"), answer[:80]
        assert is_silent(answer)


def test_a_form_from_another_site_is_refused(home: Home) -> None:
    """And one without the sign of its page."""
    phone = Phone(home.port)
    phone.join(home.word, "Olga")
    body = {"act": "send_message", "id": "12345678", "fields": {"to": ["borea"], "text": "x"}}
    for origin in ("http://evil.example", "null", f"http://{LOCAL}:1", ""):
        assert phone.post("/act", body, origin=origin).status == 403
        form = phone.ask("POST", "/word", "word=x", {"origin": origin})
        assert form.status == 403
    assert phone.post("/act", body, **{"x-csrf": "0" * 64}).status == 403
    assert home.call(lambda: len(home.session.play.letters)) == 0


def test_a_token_of_one_seat_does_nothing_for_another(home: Home) -> None:
    """Nor does the sign of another page."""
    olga, sami = Phone(home.port), Phone(home.port)
    olga.join(home.word, "Olga")
    sami.join(home.word, "Sami")
    mixed = Phone(home.port)
    mixed.cookies, mixed.csrf = dict(olga.cookies), sami.csrf
    assert mixed.act("send_message", to=["borea"], text="Not mine").status == 403
    assert home.call(lambda: len(home.session.play.letters)) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py",
        "/static/..%2fserver.py",
        "/static/%2e%2e/server.py",
        "/static//etc/passwd",
        "/static/base.css/..",
        "/seat/../seat",
        "/%00",
        "/screen/0123456789",
        "/watch/1-0123",
        "/watch/999999999999999999-x",
        "/desk",
        "/openapi.json",
        "//evil.example/",
    ],
)
def test_paths_that_are_no_page_tell_nothing(home: Home, path: str) -> None:
    """Files are served by a list of names."""
    page = Phone(home.port).ask("GET", path)
    assert page.status in (303, 400, 401, 404)
    assert "location" not in page.headers or page.headers["location"] == "/"
    assert is_silent(page)


@pytest.mark.parametrize("path", ["/screen/0123456789", "/watch/1-0123"])
def test_whoever_comes_by_a_link_that_leads_nowhere_is_told_whom_to_ask(
    home: Home, path: str
) -> None:
    """Links change: a page of the browser's own would not say what to do."""
    page = Phone(home.port).ask("GET", path)
    assert page.status == 404
    assert "Ask the facilitator for it" in page.text
    assert is_silent(page)


def test_what_is_too_much_is_refused_and_the_rest_goes_on(home: Home) -> None:
    """Too long, too deep, too many, or no request at all."""
    phone = Phone(home.port)
    phone.join(home.word, "Olga")
    assert phone.post("/unsent", {"a": "x" * 300_000}).status == 413
    assert phone.post("/unsent", {"a": "x" * 30_001, "b": "x"}).data == {"left": ["a"]}
    assert phone.post("/unsent", {str(n): "x" for n in range(500)}).status == 400
    assert phone.post("/act", ["no", "form"]).status == 400
    nested = "[" * 50_000 + "]" * 50_000
    assert phone.ask("POST", "/seat/act", nested, _signed(phone)).status == 400
    assert raw(home, b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert raw(home, b"\x16\x03\x01\x02\x00\x01\x00").startswith(b"HTTP/1.1 400")
    chunked = (
        f"POST /word HTTP/1.1\r\nhost: {phone.host}\r\norigin: http://{phone.host}\r\n"
        "transfer-encoding: chunked\r\n\r\n"
    )
    raw(home, chunked.encode() + b"fffff\r\n" + b"x" * 0xFFFFF + b"\r\n0\r\n\r\n")
    assert phone.act("send_message", to=["borea"], text="Still here").status == 200


def _signed(phone: Phone) -> dict[str, str]:
    return {
        "content-type": "application/json",
        "x-csrf": phone.csrf,
        "origin": f"http://{phone.host}",
    }


def test_guessing_the_room_word_is_slowed_down(home: Home) -> None:
    """After a few tries in a row."""
    phone = Phone(home.port)
    found = [phone.form("/word", word="nono-nono").status for _each in range(12)]
    assert found[0] == 403
    assert found[-1] == 429
    assert home.word not in "".join(phone.seen)


def test_guessing_a_pin_is_slowed_down_and_the_facilitator_lifts_it(home: Home) -> None:
    """Or a stranger could keep somebody out of their seat."""
    olga = Phone(home.port)
    olga.join(home.word, "Olga", "4711")
    guesser = Phone(home.port)
    for pin in ("0000", "1111", "2222", "3333"):
        page = guesser.join(home.word, "Olga", pin)
        assert "seat" not in guesser.cookies
    assert "The next try is in" in page.text
    assert "seat" not in Phone(home.port).join(home.word, "Olga", "4711").headers
    home.call(lambda: home.room.lift_wait("Olga", "astra"))
    assert 'data-part="frame.where"' in Phone(home.port).join(home.word, "Olga", "4711").text


def test_slow_clients_keep_nobody_out(home: Home) -> None:
    """Others are answered while they dawdle."""
    idle = []
    try:
        for _each in range(50):
            connection = socket.create_connection((LOCAL, home.port), 5)
            connection.sendall(b"GET / HTTP/1.1\r\nhost:")
            idle.append(connection)
        assert Phone(home.port).get("/").status == 200
    finally:
        for connection in idle:
            connection.close()


def test_a_scan_leaves_one_line_in_the_log(home: Home, caplog: pytest.LogCaptureFixture) -> None:
    """With nothing in it that the stranger wrote."""
    with caplog.at_level(logging.WARNING, "idlib_wargame"):
        phone = Phone(home.port)
        for _each in range(20):
            phone.cookies = {"seat": "wrong"}
            phone.post("/act", {"act": "x", "id": "12345678", "fields": {}}, origin="http://e.org")
            raw(home, b"GET / HTTP/1.1\r\nhost: evil.example\r\n\r\n")
    told = [each for each in caplog.records if each.name.startswith("idlib_wargame")]
    assert len(told) == 1
    assert "evil" not in told[0].getMessage()
    assert json.dumps(told[0].getMessage()).count(LOCAL) == 1
