"""The port of the local Slack: the one that is asked for, else the usual one, else any that is free."""

import socket
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from bot.cli import demo
from bot.domain.errors import UserError
from bot.sandbox.clock import SandboxClock

FIRST_OF_ALL = 1024
"""Below are those that a system keeps."""


@pytest.fixture
def taken():
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        yield other.getsockname()[1]


def a_free_one() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        return other.getsockname()[1]


def port_of(wanted: int | None) -> int:
    with demo.started(wanted, SandboxClock()) as slack:
        return urlsplit(slack.url).port


def test_without_a_wish_it_is_the_usual_one(monkeypatch):
    monkeypatch.setattr(demo, "PORT", a_free_one())

    assert port_of(None) == demo.PORT


def test_where_the_usual_one_is_taken_it_is_any_that_is_free(monkeypatch, taken):
    monkeypatch.setattr(demo, "PORT", taken)

    assert FIRST_OF_ALL <= port_of(None) != taken


def test_zero_asks_for_any_that_is_free():
    assert port_of(0) >= FIRST_OF_ALL


def test_the_one_that_is_asked_for_is_used_or_said_to_be_taken(taken):
    free = a_free_one()

    assert port_of(free) == free
    with pytest.raises(UserError, match="port-taken"):
        port_of(taken)


@pytest.mark.parametrize("port", [-1, 65536])
def test_what_is_no_port_is_said_to_be_taken(port):
    with pytest.raises(UserError, match="port-taken"):
        port_of(port)


def test_the_last_port_of_all_is_one():
    try:
        with closing(socket.create_server(("127.0.0.1", demo.LAST_PORT))):
            pass
    except OSError:
        pytest.skip("somebody else has it")

    assert port_of(65535) == 65535


@pytest.mark.parametrize(("port", "is_fit"), [("1", True), ("65535", True), ("0", False), ("65536", False)])
def test_the_port_of_a_request_url_is_one_that_can_be_called(port, is_fit):
    url = f"http://127.0.0.1:{port}/slack/events"

    if is_fit:
        demo.refuse_strange_url(url)
    else:
        with pytest.raises(UserError, match="request-url"):
            demo.refuse_strange_url(url)
