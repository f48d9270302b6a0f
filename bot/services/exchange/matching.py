"""Which known post a line of a file means: by number, live link, platform post id, then moment and likeness.

A number says so by itself where this calendar gave it; in any other file it has to be that of much the same post.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Any

from bot.domain.kpi.rates import Measurement
from bot.domain.moments import Due
from bot.domain.posts import Post, one_line_end
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.exchange.deeds import is_taken_back
from bot.services.exchange.rows import Row

NEAR = timedelta(hours=1)
ALIKE = 0.8
"""Two titles or texts that share this part may be one post; only equal ones are taken for it without asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """*doubt* is a word of the catalogue `import-bad-<doubt>`: *post* may be meant, and is not touched."""

    post: Post | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file that is worked on in slices was before this one: its lines, and the posts that they added.

    No line means a post that the same file brought: two lines of one file are two posts.
    """

    lines: set[tuple[object, ...]] = field(default_factory=set)
    added: set[str] = field(default_factory=set)


class KnownPosts:
    """The strategy's posts, ready to be looked up; remembers the lines seen, so that none is added twice."""

    def __init__(self, tx: Transaction, strategy: Strategy, seen: "Seen | None" = None) -> None:
        seen = seen or Seen()
        every = [
            post for post in tx.posts.of_strategy(strategy.id) if post.id not in seen.added and not is_taken_back(post)
        ]
        self._latest = tx.measurements.latest_of([post.id for post in every])
        self._by_id = {post.id: post for post in every}
        self._by_link = {post.link: post for post in every if post.link}
        self._by_platform_id = {(post.platform, post.platform_post_id): post for post in every if post.platform_post_id}
        self._by_uid = {post.source_uid: post for post in every if post.source_uid}
        self._by_hour: dict[tuple[str, int], list[Post]] = {}
        self._seen = seen.lines
        for post in every:
            moment = post.due_at or post.published_at
            if moment:
                self._by_hour.setdefault((post.platform, int(moment.timestamp() // 3600)), []).append(post)

    def measurement(self, post_id: str) -> Measurement | None:
        return self._latest.get(post_id)

    def match(self, row: Row) -> Match:
        """Without a title of its own, a row is the post that has its text at that moment."""
        values = row.values
        numbered = self._by_id.get(values.get("id", ""))
        certain = (
            (numbered if numbered and (row.is_ours or is_much_the_same(numbered, values)) else None)
            or self._by_uid.get(values.get("source_uid", ""))
            or self._by_link.get(values.get("link", ""))
            or self._by_platform_id.get((values["platform"], values.get("platform_post_id", "")))
        )
        if certain:
            return Match(post=certain)
        is_named = values.get("platform_post_id") or values.get("source_uid")
        found = Match() if is_named else self._by_likeness(values, has_title=row.has_title)
        return Match(post=numbered, doubt="another") if numbered and not found.post else found

    def is_repeated(self, values: Mapping[str, Any]) -> bool:
        """Whether a line above says the same post: same platform, moment, title, link and id."""
        names = ("id", "source_uid", "platform", "due", "published_at", "title", "text", "link", "platform_post_id")
        key = tuple(values.get(name) for name in names)
        if key in self._seen:
            return True
        self._seen.add(key)
        return False

    def _by_likeness(self, values: Mapping[str, Any], *, has_title: bool) -> Match:
        doubtful: Post | None = None
        for post in self._near(values):
            if _is_titled_alike(post, values) if has_title else is_text_of(post, values):
                return Match(post=post)
            if doubtful is None and likeness(post, values) >= ALIKE:
                doubtful = post
        return Match(post=doubtful, doubt="doubtful" if doubtful else "")

    def _near(self, values: Mapping[str, Any]) -> list[Post]:
        due = values.get("due")
        moment = due.at if due else values.get("published_at")
        if moment is None:
            return [post for post in self._by_id.values() if post.due is None and post.platform == values["platform"]]
        hour = int(moment.timestamp() // 3600)
        around = [post for n in (-1, 0, 1) for post in self._by_hour.get((values["platform"], hour + n), ())]
        return [post for post in around if abs((post.due_at or post.published_at or moment) - moment) <= NEAR]


def is_much_the_same(post: Post, values: Mapping[str, Any]) -> bool:
    """The same title on the same platform or with the same text, or a title or text much like it there."""
    if post.platform is values["platform"]:
        return post.title == values["title"] or likeness(post, values) >= ALIKE
    return post.title == values["title"] and is_text_of(post, values)


def _is_titled_alike(post: Post, values: Mapping[str, Any]) -> bool:
    """The same title, and the same text or moment."""
    return post.title == values["title"] and (_is_then(post, values) or is_text_of(post, values))


def _is_then(post: Post, values: Mapping[str, Any]) -> bool:
    """The same moment to the minute: with the same title it is the same post, whatever became of its text."""
    due = values.get("due")
    return due is not None and post.due_at == due.at


def is_text_of(post: Post, values: Mapping[str, Any]) -> bool:
    """Line ends and outer blanks do not count; a row that says nothing of the text does not contradict it."""
    return one_line_end(post.text) == one_line_end(values.get("text", post.text))


def is_same(stands: Any, said: Any) -> bool:
    """Line ends and outer blanks do not count; of a due moment, neither does how its wall time was written."""
    if isinstance(stands, Due) and isinstance(said, Due):
        return (stands.at, stands.zone) == (said.at, said.zone)
    if isinstance(stands, str) and isinstance(said, str):
        return one_line_end(stands) == one_line_end(said)
    return bool(stands == said)


def likeness(post: Post, values: Mapping[str, Any]) -> float:
    """How alike two posts read, in [0, 1]: by their texts where both have one, else by their titles."""
    mine, theirs = (
        (post.text, values.get("text", "")) if post.text and values.get("text") else (post.title, values["title"])
    )
    return SequenceMatcher(None, mine.lower()[:2000], theirs.lower()[:2000]).ratio()
