"""What listeners promise whatever happens behind them: an answer, what was typed, and a log without secrets."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest

from bot.domain.errors import Conflict, UserError
from bot.logs import RedactingFormatter
from bot.ports import Outgoing
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.views.kit import actions, button, modal, section, text_field
from tests.handlers.posting import SOCIAL

REFERENCE = re.compile(r"[Rr](?:eference|éférence) ([0-9a-f]{4})")


@pytest.fixture
def on(stage) -> Listeners:
    return stage.bot.listeners


class Log(logging.StreamHandler[io.StringIO]):
    """Keeps what the bot's own handler would write; *after* is called when a line was."""

    def __init__(self, after: Callable[[], object]) -> None:
        super().__init__(io.StringIO())
        self.setFormatter(RedactingFormatter("%(message)s"))
        self._after = after

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        self._after()

    def getvalue(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def log(slack) -> Iterator[Log]:
    handler = Log(slack.workspace.touch)
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def break_post(on: Listeners, act: Callable[..., Reply]) -> None:
    """Let `/parution post …` do *act* instead."""
    on.commands["post"] = act


def raising(error: Exception) -> Callable[..., Reply]:
    def act(*_: object) -> Reply:
        raise error

    return act


def a_message_with(stage, member_id: str, *elements):
    """A direct message of the bot with a row of buttons."""
    blocks = (section("Press"), actions(*elements))
    sent = stage.bot.house.messenger.post(member_id, Outgoing(text="Press", blocks=blocks), key=f"test:{member_id}")
    return stage.slack.workspace.message(sent.channel_id, sent.ts)


def a_form(callback_id: str = "test.form"):
    return modal(callback_id, "Form", [text_field("what", "What")], submit="Send", meta={"channel": SOCIAL})


def words_of(view) -> str:
    return str(view.blocks)


# --- bugs


def test_a_bug_is_apologised_for_with_a_reference_and_what_was_typed_comes_back(on, bob, log):
    break_post(on, raising(ZeroDivisionError("in the middle of it")))

    answer = bob.command("/parution post add Spring contest & more", channel=SOCIAL)

    reference = REFERENCE.search(answer.text)
    assert reference is not None
    assert "/parution post add Spring contest & more" in words_of(answer.messages[0])
    assert f"bug {reference[1]}" in log.getvalue()
    assert "ZeroDivisionError: in the middle of it" in log.getvalue()


def test_the_apology_is_in_the_readers_language(stage, on, log):
    break_post(on, raising(ZeroDivisionError()))

    answer = stage.slack.hand("UAMY").command("/parution post", channel=SOCIAL)

    assert "notre faute" in answer.text


def test_the_log_of_a_bug_holds_no_token_and_no_hook(stage, on, bob, log):
    hook = "https://hooks.slack.com/commands/T1/2/abc"
    break_post(on, raising(ValueError(f"{stage.slack.bot_token} {stage.slack.app_token} {hook}")))

    bob.command("/parution post", channel=SOCIAL)

    assert "ValueError" in log.getvalue()
    for secret in (stage.slack.bot_token, stage.slack.app_token, hook):
        assert secret not in log.getvalue()


def test_a_bug_behind_a_button_is_apologised_for(stage, on, bob, log):
    on.press("test.boom", raising(ZeroDivisionError()))

    answer = bob.press(a_message_with(stage, "UBOB", button("Boom", "test.boom")), "test.boom")

    assert answer.acknowledged
    assert REFERENCE.search(answer.text)


def test_a_bug_behind_a_form_is_apologised_for_and_the_form_is_still_below(stage, on, bob, log):
    on.press("test.open", lambda turn, press: Reply(modal=a_form()))
    on.submit("test.form", raising(ZeroDivisionError()))
    bob.press(a_message_with(stage, "UBOB", button("Open", "test.open")), "test.open")

    answer = bob.submit({"what": "Tea"})
    bob.close()

    assert REFERENCE.search(words_of(answer.modal))
    assert bob.modal.callback_id == "test.form"
    assert bob.modal.state["what"]["what"]["value"] == "Tea"


def test_a_bug_behind_a_button_of_a_modal_is_apologised_for_over_it(stage, on, bob, log):
    view = a_form() | {"blocks": [actions(button("Boom", "test.boom"))]}
    on.press("test.open", lambda turn, press: Reply(modal=view))
    on.press("test.boom", raising(ZeroDivisionError()))
    bob.press(a_message_with(stage, "UBOB", button("Open", "test.open")), "test.open")

    answer = bob.press(bob.modal, "test.boom")

    assert REFERENCE.search(words_of(answer.modal))


def test_a_bug_behind_an_event_is_logged_and_the_next_one_is_heard(stage, on, bob, log, monkeypatch):
    monkeypatch.setattr("handlers.workspace.home.home_now", raising(ZeroDivisionError()))
    bob.open_home()
    stage.slack.wait_for(lambda: "ZeroDivisionError" in log.getvalue())
    monkeypatch.undo()

    bob.open_home()

    assert bob.wait_for(lambda: bob.home) is not None


# --- answers that take long


def slow(released: Event, reply: Reply) -> Callable[..., Reply]:
    """What takes until *released*, or longer than Slack waits."""

    def act(*_: object) -> Reply:
        released.wait(5)
        return reply

    return act


def test_an_answer_that_takes_long_is_acknowledged_in_time_and_comes_when_it_is_there(stage, on, bob):
    on.patience = 0.1
    released = Event()
    break_post(on, slow(released, Reply(text="Here you are")))

    answer = bob.command("/parution post list", channel=SOCIAL)
    released.set()

    assert answer.acknowledged
    stage.slack.wait_for(lambda: any("Here you are" in each.text for each in bob.messages(SOCIAL)))


def test_a_press_whose_answer_takes_long_is_acknowledged_in_time(stage, on, bob):
    on.patience = 0.1
    released = Event()
    on.press("test.slow", slow(released, Reply(text="Here you are")))

    answer = bob.press(a_message_with(stage, "UBOB", button("Slow", "test.slow")), "test.slow")
    released.set()

    assert answer.acknowledged
    stage.slack.wait_for(lambda: any("Here you are" in each.text for each in bob.direct_messages()))


# --- refusals


def test_a_refusal_says_why_and_gives_back_what_was_typed(on, bob):
    break_post(on, raising(UserError("post-number-missing")))

    answer = bob.command("/parution post done", channel=SOCIAL)

    assert "Which post?" in answer.text
    assert "/parution post done" in words_of(answer.messages[0])


def test_a_refusal_and_an_apology_give_back_the_end_of_a_long_line_too(on, bob):
    line = "/post add " + "word " * 900 + "the end"

    for trouble in (UserError("post-number-missing"), KeyError("x")):
        break_post(on, raising(trouble))
        assert "the end" in words_of(bob.command(line, channel=SOCIAL).messages[0])


def test_somebody_faster_is_tried_once_more(on, bob):
    outcomes = iter([Conflict("posts", "P1"), None])

    def act(*_: object) -> Reply:
        error = next(outcomes)
        if error:
            raise error
        return Reply(text="Done")

    break_post(on, act)

    assert bob.command("/parution post", channel=SOCIAL).text == "Done"


def test_somebody_faster_twice_is_a_refusal(on, bob):
    break_post(on, raising(Conflict("posts", "P1")))

    assert "Somebody changed this" in bob.command("/parution post", channel=SOCIAL).text


def test_fields_that_are_wrong_say_so_and_the_form_stays(stage, on, bob):
    on.press("test.open", lambda turn, press: Reply(modal=a_form()))
    on.submit("test.form", lambda turn, form: Reply(errors={"what": f"Not {form.text('what')}"}))
    bob.press(a_message_with(stage, "UBOB", button("Open", "test.open")), "test.open")

    assert bob.submit({"what": "Tea"}).errors == {"what": "Not Tea"}


# --- Slack in trouble


@pytest.mark.parametrize("kind", ["500", "429", "drop_before"])
def test_a_form_that_slack_does_not_open_is_answered_with_what_was_typed(stage, bob, log, kind):
    stage.slack.faults.plan("views.open", kind)

    answer = bob.command("/post add Tea", channel=SOCIAL)

    assert answer.acknowledged
    assert REFERENCE.search(answer.text)
    assert "/post add Tea" in words_of(answer.messages[0])


@pytest.mark.parametrize("kind", ["500", "drop_before"])
def test_a_form_that_slack_does_not_open_for_a_button_is_answered(stage, on, bob, log, kind):
    on.press("test.open", lambda turn, press: Reply(modal=a_form()))
    message = a_message_with(stage, "UBOB", button("Open", "test.open"))
    stage.slack.faults.plan("views.open", kind)

    answer = bob.press(message, "test.open")

    assert answer.acknowledged
    assert REFERENCE.search(answer.text)


@pytest.mark.parametrize("kind", ["500", "429", "drop_before"])
def test_somebody_new_is_answered_though_slack_does_not_say_who_they_are(stage, kind):
    with stage.bot.house.store.transaction() as tx:
        tx.members.delete("UBOB")
    stage.slack.faults.plan("users.info", kind)
    bob = stage.slack.hand("UBOB")

    first = bob.command("/post help", channel=SOCIAL)
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=1))  # as long as a limit asks to wait, and more
    bob.command("/post help", channel=SOCIAL)

    assert "/post list" in words_of(first.messages[0])
    with stage.bot.house.store.transaction() as tx:
        assert tx.members.get("UBOB").zone == "Europe/London"


# --- what listeners are given


def test_whatever_is_pressed_on_the_home_tab_draws_it_again(stage, bob):
    bob.open_home()
    before = bob.wait_for(lambda: bob.home)

    bob.press(before, "home.refresh")

    assert bob.wait_for(lambda: bob.home.hash != before.hash)


def test_a_prefix_hears_every_action_that_begins_with_it(stage, on, bob):
    heard: list[Press] = []
    on.press("test.pick.", lambda turn, press: heard.append(press) or Reply())
    message = a_message_with(stage, "UBOB", button("A", "test.pick.3", "x"), button("B", "test.picked", "y"))

    bob.press(message, "test.pick.3")

    assert [(press.action_id, press.value) for press in heard] == [("test.pick.3", "x")]


def test_the_turn_is_on_the_strategy_of_the_form_s_channel(stage, on, bob):
    second = replace(stage.strategy, id="S2", name="Second", channel_id="CGENERAL", rev=0)
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(second)
    view = a_form() | {"private_metadata": '{"channel":"CGENERAL"}'}
    on.press("test.open", lambda turn, press: Reply(modal=view))
    on.submit("test.form", lambda turn, form: Reply(errors={"what": turn.the_strategy().name}))
    bob.press(a_message_with(stage, "UBOB", button("Open", "test.open")), "test.open")

    assert bob.submit({"what": "Tea"}).errors == {"what": "Second"}
