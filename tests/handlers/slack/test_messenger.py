"""The messenger and the directory over the real WebClient; only HTTP is scripted."""

import json
import socket
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.error import URLError
from urllib.parse import parse_qs, urlsplit

import pytest
from slack_sdk import WebClient

from bot.domain.errors import DeliveryFailed, GiveUp, HistoryUnreadable, OutcomeUnknown, TryLater
from bot.ports import OVERSLEPT, Outgoing, Sent, Upload
from handlers.slack.directory import SlackDirectory
from handlers.slack.messenger import SlackMessenger, opaque
from handlers.slack.pauses import Pauses

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
KEY = "due:S1:P1:UAMY:2026-11-24:now-0"
HELLO = Outgoing(text="Hello", blocks=[{"type": "divider"}])
OPENED = {"ok": True, "channel": {"id": "D1"}}
POSTED = {"ok": True, "ts": "1.5", "channel": "D1"}


class ScriptedClient(WebClient):
    """Answers with what is scripted for a method, in order; the last answer stays."""

    def __init__(self, **script: Any) -> None:
        super().__init__(token="xoxb-test", retry_handlers=[])
        self.script = {name: value if isinstance(value, list) else [value] for name, value in script.items()}
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def _perform_urllib_http_request(self, *, url: str, args: dict[str, dict[str, Any]]) -> dict[str, Any]:
        method = urlsplit(url).path.rpartition("/")[2]
        query = {name: value[0] for name, value in parse_qs(urlsplit(url).query).items()}
        self.asked.append((method, {**query, **(args["json"] or {}), **(args["params"] or {})}))
        answers = self.script[method.replace(".", "_")]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        status, headers, body = answer if isinstance(answer, tuple) else (200, {}, answer)
        return {"status": status, "headers": headers, "body": body if isinstance(body, str) else json.dumps(body)}

    def bodies(self, method: str) -> list[dict[str, Any]]:
        return [body for name, body in self.asked if name == method]


class Stopped:
    def now(self) -> datetime:
        return NOW


class Seconds:
    """The real world's seconds, which pass only while somebody pauses."""

    def __init__(self) -> None:
        self.passed = 100.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.passed

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.passed += seconds


def messenger(seconds: Seconds | None = None, **script: Any) -> tuple[SlackMessenger, ScriptedClient]:
    client = ScriptedClient(**{"conversations_open": OPENED, "chat_postMessage": POSTED, **script})
    seconds = seconds or Seconds()
    return SlackMessenger(client, clock=Stopped(), elapsed=seconds, pause=seconds.pause), client


def error(code: str, status: int = 200, **headers: str) -> tuple[int, dict[str, str], dict[str, Any]]:
    return status, headers, {"ok": False, "error": code}


def test_a_message_to_a_member_goes_into_the_direct_conversation() -> None:
    out, client = messenger()

    assert out.post("UAMY", HELLO, key=KEY) == Sent(channel_id="D1", ts="1.5")
    assert client.bodies("chat.postMessage")[0]["channel"] == "D1"


def test_a_workspace_gets_a_burst_of_messages_in_a_quarter_of_a_minute_and_no_more() -> None:
    seconds = Seconds()
    out, _ = messenger(seconds)
    for number in range(60):
        out.post(f"C{number}", HELLO, key=f"{KEY}{number}")
    full = out.room()

    seconds.passed += 15

    assert (full, out.room()) == (0, 60)


def test_a_limit_on_who_is_quiet_or_who_is_who_is_waited_for() -> None:
    seconds = Seconds()
    limited = error("ratelimited", 429, **{"Retry-After": "60"})
    client = ScriptedClient(dnd_teamInfo=[limited, {"ok": True, "users": {}}], users_info=limited)
    directory = SlackDirectory(client, Pauses(Stopped(), seconds))
    for _ in range(3):
        with pytest.raises(TryLater):
            directory.quiet_until(["UAMY"], now=NOW)
        with pytest.raises(TryLater):
            directory.member("UAMY")

    seconds.passed += 60

    assert directory.quiet_until(["UAMY"], now=NOW) == {}
    assert (len(client.bodies("dnd.teamInfo")), len(client.bodies("users.info"))) == (2, 1)


@pytest.mark.parametrize("code", ["account_inactive", "missing_scope", "token_revoked", "accesslimited"])
def test_what_is_wrong_with_the_app_gives_up_no_message(code: str) -> None:
    out, _ = messenger(chat_postMessage=error(code))

    with pytest.raises(TryLater):
        out.post("UAMY", HELLO, key=KEY)


def test_the_conversation_is_asked_for_once() -> None:
    out, client = messenger()

    out.post("UAMY", HELLO, key=KEY)
    out.post("UAMY", HELLO, key=KEY + "2")

    assert len(client.bodies("conversations.open")) == 1


def test_a_channel_is_written_to_as_it_is() -> None:
    out, client = messenger()

    out.post("CSOCIAL", HELLO, key=KEY)

    assert client.bodies("chat.postMessage")[0]["channel"] == "CSOCIAL"
    assert client.bodies("conversations.open") == []


def test_the_metadata_holds_an_opaque_key_and_nothing_else() -> None:
    out, client = messenger()

    out.post("UAMY", HELLO, key=KEY)

    metadata = client.bodies("chat.postMessage")[0]["metadata"]
    told = json.loads(metadata) if isinstance(metadata, str) else metadata
    assert told == {"event_type": "parution_delivery", "event_payload": {"key": opaque(KEY)}}
    assert "P1" not in opaque(KEY)


SENDING = [
    (error("ratelimited", 429, **{"Retry-After": "30"}), TryLater),
    (error("user_disabled"), GiveUp),
    (error("is_archived"), GiveUp),
    (error("not_in_channel"), GiveUp),
    (error("invalid_auth"), TryLater),
    (error("internal_error"), OutcomeUnknown),
    (error("service_unavailable", 503), OutcomeUnknown),
    ((502, {}, "<html>Bad gateway</html>"), OutcomeUnknown),
    ((200, {}, "<html>A proxy's own page</html>"), OutcomeUnknown),
    (TimeoutError(), OutcomeUnknown),
    (ConnectionResetError(), OutcomeUnknown),
    (URLError(TimeoutError()), OutcomeUnknown),
    (URLError(ConnectionRefusedError()), TryLater),
    (URLError(socket.gaierror()), TryLater),
]


@pytest.mark.parametrize(("answer", "expected"), SENDING)
def test_what_goes_wrong_while_posting(answer: Any, expected: type[DeliveryFailed]) -> None:
    out, _ = messenger(chat_postMessage=answer)

    with pytest.raises(DeliveryFailed) as failure:
        out.post("UAMY", HELLO, key=KEY)

    assert type(failure.value) is expected


def test_the_text_of_a_strange_answer_does_not_become_a_code() -> None:
    out, _ = messenger(chat_postMessage=(502, {}, "<html>secret</html>"))

    with pytest.raises(OutcomeUnknown) as failure:
        out.post("UAMY", HELLO, key=KEY)

    assert failure.value.code == "internal_error"


@pytest.mark.parametrize("answer", [error("internal_error"), TimeoutError(), (500, {}, "oops")])
def test_what_goes_wrong_before_anything_is_sent_can_be_tried_again(answer: Any) -> None:
    out, client = messenger(conversations_open=answer)

    with pytest.raises(TryLater):
        out.post("UAMY", HELLO, key=KEY)

    assert client.bodies("chat.postMessage") == []


def test_a_limit_carries_when_to_come_back() -> None:
    out, _ = messenger(chat_postMessage=error("ratelimited", 429, **{"retry-after": "30"}))

    with pytest.raises(TryLater) as failure:
        out.post("UAMY", HELLO, key=KEY)

    assert failure.value.retry_at == NOW + timedelta(seconds=30)


def test_after_a_429_that_method_is_left_alone_and_others_are_not() -> None:
    seconds = Seconds()
    limited = error("ratelimited", 429, **{"Retry-After": "30"})
    out, client = messenger(seconds, chat_postMessage=[limited, POSTED], chat_update={"ok": True})
    with pytest.raises(TryLater):
        out.post("UAMY", HELLO, key=KEY)

    with pytest.raises(TryLater):
        out.post("UBOB", HELLO, key=KEY)
    out.update(Sent(channel_id="D1", ts="1.5"), HELLO)
    seconds.passed += 31
    out.post("UBOB", HELLO, key=KEY)

    assert len(client.bodies("chat.postMessage")) == 2
    assert len(client.bodies("chat.update")) == 1


def test_a_conversation_gets_one_message_a_second() -> None:
    seconds = Seconds()
    out, _ = messenger(seconds)

    out.post("CONE", HELLO, key="1")
    out.post("CTWO", HELLO, key="2")
    assert seconds.pauses == []
    out.post("CONE", HELLO, key="3")

    assert seconds.pauses == [pytest.approx(1.0)]


def test_blocks_slack_does_not_know_are_replaced_and_their_picture_follows() -> None:
    chart = Outgoing(
        text="Chart",
        blocks=[{"type": "data_visualization"}],
        plain_blocks=[{"type": "divider"}],
        uploads=[Upload(name="chart.png", content=b"png", alt="A chart")],
    )
    out, client = messenger(chat_postMessage=[error("invalid_blocks"), POSTED])
    sent_files: list[dict[str, Any]] = []
    client.files_upload_v2 = lambda **more: sent_files.append(more)  # type: ignore[method-assign, assignment, return-value]

    out.post("CSOCIAL", chart, key=KEY)

    assert [body["blocks"] for body in client.bodies("chat.postMessage")][1] != chart.blocks
    assert [(each["channel"], each["thread_ts"]) for each in sent_files] == [("CSOCIAL", "1.5")]
    assert sent_files[0]["file_uploads"][0]["alt_txt"] == "A chart"


def test_without_the_scope_for_files_the_plain_blocks_do() -> None:
    chart = Outgoing(
        text="Chart",
        blocks=[{"type": "x"}],
        plain_blocks=[{"type": "divider"}],
        uploads=[Upload(name="a", content=b"b")],
    )
    refused = error("missing_scope")
    out, _ = messenger(chat_postMessage=[error("invalid_blocks"), POSTED], files_getUploadURLExternal=refused)

    assert out.post("CSOCIAL", chart, key=KEY).ts == "1.5"


def test_refused_blocks_without_a_replacement_are_given_up() -> None:
    out, _ = messenger(chat_postMessage=error("invalid_blocks"))

    with pytest.raises(GiveUp):
        out.post("CSOCIAL", HELLO, key=KEY)


def test_a_message_is_found_by_its_key_on_a_later_page() -> None:
    mine = {"ts": "9.9", "metadata": {"event_type": "parution_delivery", "event_payload": {"key": opaque(KEY)}}}
    other = {"ts": "9.8", "metadata": {"event_type": "another_app", "event_payload": {"key": opaque(KEY)}}}
    pages = [
        {"ok": True, "messages": [{"ts": "9.7"}, other], "response_metadata": {"next_cursor": "more"}},
        {"ok": True, "messages": [mine]},
    ]
    out, client = messenger(conversations_history=pages)

    assert out.find("UAMY", KEY, since=NOW) == Sent(channel_id="D1", ts="9.9")
    assert client.bodies("conversations.history")[0]["include_all_metadata"] in {True, "1", "true"}
    assert client.bodies("conversations.history")[1]["cursor"] == "more"


def test_a_message_that_is_not_there_is_not_found() -> None:
    out, _ = messenger(conversations_history={"ok": True, "messages": []})

    assert out.find("UAMY", KEY, since=NOW) is None


@pytest.mark.parametrize("code", ["missing_scope", "not_in_channel", "channel_not_found"])
def test_a_history_that_cannot_be_read_says_so(code: str) -> None:
    out, _ = messenger(conversations_history=error(code))

    with pytest.raises(HistoryUnreadable):
        out.find("CSOCIAL", KEY, since=NOW)


def test_an_update_that_fails_on_the_way_can_be_tried_again() -> None:
    out, _ = messenger(chat_update=TimeoutError())

    with pytest.raises(TryLater):
        out.update(Sent(channel_id="D1", ts="1.5"), HELLO)


class Passing:
    """A second goes by each time somebody looks."""

    def __init__(self) -> None:
        self.looks = 0

    def now(self) -> datetime:
        self.looks += 1
        return NOW + timedelta(seconds=self.looks)


def test_each_attempt_looks_at_the_clock_and_the_plain_blocks_are_one_too() -> None:
    chart = Outgoing(text="Week 48", blocks=[{"type": "chart"}], plain_blocks=[{"type": "divider"}])
    client = ScriptedClient(chat_postMessage=[error("invalid_blocks"), POSTED])
    out = SlackMessenger(client, clock=Passing(), elapsed=Seconds())

    with pytest.raises(TryLater, match=OVERSLEPT):
        out.post("C1", chart, key=KEY, before=NOW + timedelta(seconds=2))

    assert len(client.bodies("chat.postMessage")) == 1
