"""The state of the local Slack: who is there, what was said, which views are open. Speaks no protocol.

Every change takes the one lock, counts the revision up and wakes whoever waits on `changed`.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from time import monotonic
from typing import Any, TypeVar

from bot.sandbox.message_log import MessageLog
from bot.sandbox.team import Channel, FileRecord, Json, Member, Message, Team, View

T = TypeVar("T")
BOT_USER_ID = "UAPP"
LOOK = 0.05


class Workspace:
    def __init__(self, *, team: Team, members: Iterable[Member], channels: Iterable[Channel] = ()) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.revision = 0
        self.team = team
        self.members = {member.id: member for member in members}
        self.members.setdefault(BOT_USER_ID, Member(id=BOT_USER_ID, name="app", real_name="App", is_bot=True))
        self.channels = {channel.id: channel for channel in channels}
        self.files: dict[str, FileRecord] = {}
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.message_states: dict[tuple[str, str], dict[str, dict[str, Json]]] = {}
        self._logs: dict[str, MessageLog] = {}
        self._changes: list[tuple[str, str]] = []
        self._last_ts = 0
        self._last_id = 0

    @property
    def bot(self) -> Member:
        return self.members[BOT_USER_ID]

    def touch(self) -> None:
        """Say that something changed."""
        with self.changed:
            self.revision += 1
            self.changed.notify_all()

    def wait_for(self, predicate: Callable[[], T], timeout: float = 20) -> T:
        """The first true value of *predicate*; `TimeoutError` after *timeout* s.

        It is asked again at each change here and, since it may be about a store or a log, every `LOOK` s.
        """
        end = monotonic() + timeout
        with self.changed:
            while not (found := predicate()):
                left = end - monotonic()
                if left <= 0:
                    raise TimeoutError(f"nothing of the kind came within {timeout} s")
                self.changed.wait(min(left, LOOK))
        return found

    # --- identities

    def next_ts(self, now: datetime) -> str:
        """A timestamp of *now*, later than every one before it."""
        with self.lock:
            self._last_ts = max(int(now.timestamp() * 1_000_000), self._last_ts + 1)
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def new_id(self, prefix: str) -> str:
        with self.lock:
            self._last_id += 1
            return f"{prefix}{self._last_id:09X}"

    # --- members and channels

    def put_member(self, member: Member) -> None:
        with self.lock:
            self.members[member.id] = member
            self.touch()

    def put_channel(self, channel: Channel) -> None:
        with self.lock:
            self.channels[channel.id] = channel
            self.touch()

    def direct_channel(self, user_id: str) -> Channel:
        """The app's direct message with a member; opened when it is needed first."""
        channel_id = "D" + user_id[1:]
        with self.lock:
            if channel_id not in self.channels:
                members = frozenset({user_id, BOT_USER_ID})
                self.put_channel(Channel(id=channel_id, name=user_id, kind="im", members=members))
            return self.channels[channel_id]

    def set_membership(self, channel_id: str, user_id: str, *, is_member: bool) -> None:
        with self.lock:
            channel = self.channels[channel_id]
            members = channel.members | {user_id} if is_member else channel.members - {user_id}
            self.put_channel(replace(channel, members=members))

    # --- messages

    def log(self, channel_id: str) -> MessageLog:
        with self.lock:
            return self._logs.setdefault(channel_id, MessageLog())

    def put_message(self, message: Message) -> Message:
        """Add or replace a message; a reply also changes its parent's counts."""
        with self.lock:
            parent = self.log(message.channel).put(message)
            self._note(message.channel, message.ts)
            if parent is not None:
                self._note(message.channel, parent.ts)
            return message

    def remove_message(self, channel_id: str, ts: str) -> None:
        with self.lock:
            self.log(channel_id).remove(ts)
            self._note(channel_id, ts)

    def message(self, channel_id: str, ts: str) -> Message | None:
        with self.lock:
            return self.log(channel_id).get(ts)

    def visible_messages(self, channel_id: str, user_id: str) -> list[Message]:
        """What a member sees in a channel, thread replies and ephemerals included, oldest first."""
        with self.lock:
            found = self.log(channel_id).all()
        return [message for message in found if message.ephemeral_to in (None, user_id)]

    def forget_ephemerals(self, user_id: str) -> None:
        """A reload of the client: ephemeral messages are gone."""
        with self.lock:
            for log in self._logs.values():
                log.forget_ephemerals(user_id)
            self.touch()

    def changes_since(self, position: int) -> list[tuple[str, str]]:
        """The (channel, ts) pairs that changed after *position*, which is a former `change_count`."""
        with self.lock:
            return list(dict.fromkeys(self._changes[position:]))

    @property
    def change_count(self) -> int:
        return len(self._changes)

    def _note(self, channel_id: str, ts: str) -> None:
        self._changes.append((channel_id, ts))
        self.touch()

    # --- views

    def modal(self, user_id: str) -> View | None:
        with self.lock:
            stack = self.modals.get(user_id)
            return stack[-1] if stack else None

    def find_view(self, matches: Callable[[View], Any]) -> View | None:
        with self.lock:
            open_views = [view for stack in self.modals.values() for view in stack]
            return next((view for view in [*open_views, *self.homes.values()] if matches(view)), None)

    def show_modal(self, view: View, *, on_top: bool = False) -> None:
        """Open *view* for its member: on top of the stack, or instead of it."""
        with self.lock:
            below = self.modals.get(view.user, []) if on_top else []
            self.modals[view.user] = [*below, view]
            self.touch()

    def replace_view(self, view: View) -> None:
        """Put *view* where the one with its id is; nothing when that one is gone."""
        with self.lock:
            if view.type == "home":
                self.homes[view.user] = view
            else:
                stack = self.modals.get(view.user, [])
                self.modals[view.user] = [view if old.id == view.id else old for old in stack]
            self.touch()

    def close_modal(self, view: View, *, whole_stack: bool = False) -> None:
        """Close *view* and what lies on it, or the whole stack."""
        with self.lock:
            stack = self.modals.get(view.user, [])
            position = next((i for i, old in enumerate(stack) if old.id == view.id), len(stack))
            self.modals[view.user] = [] if whole_stack else stack[:position]
            self.touch()

    # --- files

    def put_file(self, record: FileRecord) -> None:
        with self.lock:
            self.files[record.id] = record
            self.touch()
