"""The messages of one channel in order of time, with their threads. Timestamps must arrive increasing."""

from bisect import bisect_left, bisect_right, insort
from dataclasses import replace

from bot.sandbox.team import Message


class MessageLog:
    def __init__(self) -> None:
        self._messages: dict[str, Message] = {}
        self._timeline: list[str] = []
        self._threads: dict[str, list[str]] = {}
        self._ephemerals: dict[str, Message] = {}

    def get(self, ts: str) -> Message | None:
        return self._messages.get(ts) or self._ephemerals.get(ts)

    def all(self) -> list[Message]:
        """Everything, ephemerals and replies too, oldest first."""
        if not self._ephemerals:
            return list(self._messages.values())
        return sorted([*self._messages.values(), *self._ephemerals.values()], key=lambda each: each.ts)

    def put(self, message: Message) -> Message | None:
        """Add or replace; gives the parent of a new reply, with its new counts."""
        if message.ephemeral_to is not None:
            self._ephemerals[message.ts] = message
            return None
        is_new = message.ts not in self._messages
        self._messages[message.ts] = message
        return self._file(message) if is_new else None

    def remove(self, ts: str) -> None:
        self._ephemerals.pop(ts, None)
        removed = self._messages.pop(ts, None)
        if removed is None:
            return
        _drop(self._timeline, ts)
        if removed.is_reply and removed.thread_ts is not None:
            _drop(self._threads.get(removed.thread_ts, []), ts)
            self._recount(removed.thread_ts)

    def forget_ephemerals(self, user_id: str) -> None:
        kept = {ts: each for ts, each in self._ephemerals.items() if each.ephemeral_to != user_id}
        self._ephemerals = kept

    def page(self, *, oldest: str, latest: str, inclusive: bool, limit: int) -> tuple[list[Message], bool]:
        """At most *limit* messages of the timeline nearest to *latest*, newest first, and whether more exist."""
        first = (bisect_left if inclusive else bisect_right)(self._timeline, oldest)
        end = (bisect_right if inclusive else bisect_left)(self._timeline, latest)
        start = max(first, end - limit)
        return [self._messages[ts] for ts in reversed(self._timeline[start:end])], start > first

    def thread(self, thread_ts: str) -> list[Message]:
        """The parent and its replies, oldest first."""
        parent = self._messages[thread_ts]
        return [parent, *(self._messages[ts] for ts in self._threads.get(thread_ts, ()))]

    def _file(self, message: Message) -> Message | None:
        if not message.is_reply or message.thread_ts is None or message.is_broadcast:
            insort(self._timeline, message.ts)
        if not message.is_reply or message.thread_ts is None:
            return None
        self._threads.setdefault(message.thread_ts, []).append(message.ts)
        return self._count_one_more(message.thread_ts, message)

    def _count_one_more(self, thread_ts: str, reply: Message) -> Message | None:
        parent = self._messages.get(thread_ts)
        if parent is None:
            return None
        counted = replace(
            parent,
            thread_ts=thread_ts,
            reply_count=parent.reply_count + 1,
            reply_users=tuple(dict.fromkeys([*parent.reply_users, reply.user])),
            latest_reply=reply.ts,
        )
        self._messages[thread_ts] = counted
        return counted

    def _recount(self, thread_ts: str) -> None:
        parent = self._messages.get(thread_ts)
        if parent is None:
            return
        replies = [self._messages[ts] for ts in self._threads.get(thread_ts, ())]
        self._messages[thread_ts] = replace(
            parent,
            thread_ts=thread_ts if replies else None,
            reply_count=len(replies),
            reply_users=tuple(dict.fromkeys(reply.user for reply in replies)),
            latest_reply=replies[-1].ts if replies else None,
        )


def _drop(ordered: list[str], ts: str) -> None:
    position = bisect_left(ordered, ts)
    if position < len(ordered) and ordered[position] == ts:
        del ordered[position]
