"""A member's hand: types, presses, submits, and sees what that member sees."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from bot.sandbox import posts
from bot.sandbox.acting import interactions
from bot.sandbox.acting.finding import find_by_action_id, find_control, find_input
from bot.sandbox.acting.interactions import Outcome
from bot.sandbox.acting.required import form_errors
from bot.sandbox.acting.typed_text import marked_up
from bot.sandbox.core import Core
from bot.sandbox.deliveries import EventDelivery, Reply
from bot.sandbox.elements import STATEFUL, value_for
from bot.sandbox.file_records import new_record
from bot.sandbox.shapes import view_json
from bot.sandbox.team import Channel, FileRecord, Json, Message, Upload, View

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the member sees of an action: *messages* are the new and changed ones, *errors* those of a form.

    Messages of the conversation in which it was done stand last: what the app sends elsewhere in the background
    may come before its answer or after it, and the last message is the answer all the same.

    *error* is what Slack's client would say by itself: `operation_timeout`, `dispatch_failed`,
    `invalid_command`, `invalid_command_response: …`.
    """

    acknowledged: bool
    status: int | None = None
    messages: list[Message] = field(default_factory=list)
    modal: View | None = None
    errors: dict[str, str] = field(default_factory=dict)
    error: str | None = None
    body: Json = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The texts of the messages, one below the other."""
        return "\n".join(message.text for message in self.messages)


class Hand:
    def __init__(self, core: Core, user_id: str) -> None:
        self._core = core
        self.user_id = user_id
        if user_id not in core.workspace.members:
            raise LookupError(f"nobody here has the id {user_id}")

    # --- what the member sees

    @property
    def modal(self) -> View | None:
        return self._core.workspace.modal(self.user_id)

    @property
    def home(self) -> View | None:
        return self._core.workspace.homes.get(self.user_id)

    def messages(self, channel: str) -> list[Message]:
        return self._core.workspace.visible_messages(channel, self.user_id)

    def direct_messages(self) -> list[Message]:
        return self.messages(self._direct.id)

    def wait_for(self, predicate: Callable[[], T], timeout: float = 20) -> T:
        """Wait for what comes after the acknowledgement; `TimeoutError` when it does not come."""
        return self._core.workspace.wait_for(predicate, timeout)

    def reload(self) -> None:
        """Load the client anew: ephemeral messages and open modals are gone."""
        self._core.workspace.forget_ephemerals(self.user_id)
        self._core.workspace.modals.pop(self.user_id, None)

    # --- what the member does

    def command(self, text: str, *, channel: str | None = None) -> Answer:
        """Type a command; nobody does so in a private channel that they are not in."""
        place = self._channel(channel)
        if place.kind == "private" and self.user_id not in place.members:
            raise LookupError(f"{self.user_id} is not in {place.id}")
        return self._watched(lambda: interactions.send_command(self._core, self.user_id, place, text), place.id)

    def say(
        self,
        text: str,
        *,
        channel: str | None = None,
        files: Sequence[Upload] = (),
        thread_ts: str | None = None,
    ) -> Answer:
        """Write a message, by default to the app; waits until the app took the event, if it gets one."""
        place = self._channel(channel)
        if self.user_id not in place.members:
            raise LookupError(f"{self.user_id} is not in {place.id}")
        message = self._message(place, text, files, thread_ts)
        return self._watched(lambda: self._after_events(posts.publish(self._core, message)), place.id)

    def press(self, where: Message | View, control: str, *, choice: Any = None) -> Answer:
        """Press a button, pick from an overflow menu, or choose *choice* in any other control.

        *control* is an action id, `action_id:value`, or the visible text of a button or a menu's option.
        Raises `LookupError` when it is not there, or not there once.
        """
        source = self._current(where)
        found, value = find_control(source, control, choice)
        if found.element["type"] in STATEFUL:
            source = interactions.remember_choice(self._core, self.user_id, source, found, value)
        if found.block["type"] == "input" and not found.block.get("dispatch_action"):
            return Answer(acknowledged=True, modal=self.modal)
        place = source.channel if isinstance(source, Message) else None
        return self._watched(lambda: interactions.send_action(self._core, self.user_id, source, found, value), place)

    def fill(self, values: Mapping[str, Any]) -> View:
        """Fill inputs of the top modal without sending it; keys are block ids or action ids."""
        view = self._top()
        for name, choice in values.items():
            control = find_input(view, name)
            value = value_for(control, choice)
            kept = interactions.remember_choice(self._core, self.user_id, view, control, value)
            assert isinstance(kept, View)  # noqa: S101 - a view went in
            view = kept
        return view

    def submit(self, values: Mapping[str, Any] | None = None) -> Answer:
        """Send the top modal; what Slack's client refuses by itself (an empty input) never reaches the app."""
        view = self.fill(values or {})
        errors = form_errors(view)
        if errors:
            return Answer(acknowledged=False, modal=view, errors=errors)
        return self._watched(lambda: interactions.send_submission(self._core, view))

    def close(self) -> Answer:
        """Close the top modal; the app hears of it when the view asked for that."""
        view = self._top()
        stack = list(self._core.workspace.modals.get(self.user_id, []))
        self._core.workspace.close_modal(view, whole_stack=view.clear_on_close)
        closed = stack if view.clear_on_close else [view]
        told = [each for each in closed if each.notify_on_close]
        return self._watched(lambda: self._closing(told, is_cleared=view.clear_on_close))

    def open_home(self) -> Json | None:
        """Open the app's Home tab; gives the view that stands there afterwards, in Slack's JSON."""
        self._opened("home")
        return view_json(self._core, self.home) if self.home else None

    def open_messages(self) -> Answer:
        """Open the app's Messages tab."""
        return self._watched(lambda: self._opened("messages"))

    def shortcut(self, callback_id: str, message: Message | None = None) -> Answer:
        place = message.channel if message else None
        return self._watched(lambda: interactions.send_shortcut(self._core, self.user_id, callback_id, message), place)

    def options(self, where: Message | View, control: str, typed: str = "") -> list[Json]:
        """What an external select suggests for *typed*."""
        source = self._current(where)
        found = find_by_action_id(source, control)
        return interactions.ask_options(self._core, self.user_id, source, found, typed)

    # --- how

    @property
    def _direct(self) -> Channel:
        return self._core.workspace.direct_channel(self.user_id)

    def _channel(self, channel: str | None) -> Channel:
        return self._direct if channel is None else self._core.workspace.channels[channel]

    def _top(self) -> View:
        view = self.modal
        if view is None:
            raise LookupError(f"{self.user_id} has no modal open")
        return view

    def _current(self, where: Message | View) -> Message | View:
        """*where* as it is now: what was updated meanwhile is what one presses on."""
        workspace = self._core.workspace
        found: Message | View | None
        if isinstance(where, View):
            found = workspace.find_view(lambda view: view.id == where.id)
        else:
            found = workspace.message(where.channel, where.ts)
        if found is None:
            raise LookupError("what is to be pressed on is gone")
        return found

    def _watched(self, act: Callable[[], Outcome], place: str | None = None) -> Answer:
        """Do it in the conversation *place*, and tell what changed for this member meanwhile."""
        position = self._core.workspace.change_count
        outcome = act()
        return Answer(
            acknowledged=outcome.reply.acknowledged,
            status=outcome.reply.status,
            messages=sorted(self._seen_since(position), key=lambda message: message.channel == place),
            modal=self.modal,
            errors=outcome.errors,
            error=outcome.error,
            body=outcome.reply.body,
        )

    def _seen_since(self, position: int) -> list[Message]:
        workspace = self._core.workspace
        found = [workspace.message(*each) for each in workspace.changes_since(position)]
        return [message for message in found if message is not None and self._sees(message)]

    def _sees(self, message: Message) -> bool:
        is_there = self.user_id in self._core.workspace.channels[message.channel].members
        is_own = message.user == self.user_id
        return not is_own and (message.ephemeral_to == self.user_id or (message.ephemeral_to is None and is_there))

    def _message(self, place: Channel, text: str, files: Sequence[Upload], thread_ts: str | None) -> Message:
        records = tuple(self._uploaded(place, upload) for upload in files)
        words = marked_up(self._core.workspace, text, with_names=False)
        return Message(
            ts=self._core.workspace.next_ts(self._core.clock.now()),
            channel=place.id,
            user=self.user_id,
            text=words,
            thread_ts=thread_ts,
            files=records,
            subtype="file_share" if records else None,
        )

    def _uploaded(self, place: Channel, upload: Upload) -> FileRecord:
        record = new_record(self._core, upload.name, upload.content, user=self.user_id, mimetype=upload.mimetype)
        record = replace(record, channels=(place.id,))
        self._core.workspace.put_file(record)
        return record

    def _opened(self, tab: str) -> Outcome:
        event: Json = {
            "type": "app_home_opened",
            "user": self.user_id,
            "channel": self._direct.id,
            "tab": tab,
            "event_ts": self._core.workspace.next_ts(self._core.clock.now()),
        }
        if tab == "home" and self.home is not None:
            event["view"] = view_json(self._core, self.home)
        return self._after_events(posts.send_event(self._core, "app_home_opened", event))

    def _closing(self, told: list[View], *, is_cleared: bool) -> Outcome:
        outcome = Outcome()
        for view in reversed(told):
            outcome = interactions.send_closing(self._core, view, is_cleared=is_cleared)
        return outcome

    def _after_events(self, sent: list[EventDelivery]) -> Outcome:
        """The outcome once the app took every event, or Slack gave up for now."""
        replies = [each.wait(self._core.deliveries.longest_wait) for each in sent]
        missed = [reply for reply in replies if not reply.acknowledged]
        reply = (missed or replies or [Reply(acknowledged=True)])[-1]
        return Outcome(reply=reply)
