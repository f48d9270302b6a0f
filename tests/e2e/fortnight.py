"""Two weeks of the sample team on a local Slack, as busy as it is told to be; and what each person was sent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median
from zoneinfo import ZoneInfo

import pytest

from bot.cli.sample import ROUND, TEAM, fill_calendar
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.moments import days, local_day
from bot.domain.posts import Post
from bot.domain.strategy import PlatformPlan
from bot.sandbox import sample
from bot.sandbox.workspace import Workspace
from handlers.slack.messenger import opaque
from tests.e2e.living import HOMES, Arrived, Life, living, local

MONDAY = date(2026, 11, 9)
OPENING = local("America/Toronto", MONDAY, "00:30")
END = local("America/Toronto", MONDAY + timedelta(days=13), "23:00")
MANAGER = "UAMY"
LOCALES = {"en": "en-GB", "fr": "fr-FR"}


class Work(StrEnum):
    """How much of what it is asked a team does."""

    ALL = "all"
    HALF = "half"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    at: datetime
    do: Callable[[Life], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fortnight:
    """What the bot wrote by itself in two weeks; *posts* are those that came due, as they were planned."""

    arrived: list[Arrived]
    posts: Mapping[str, Post]
    platforms: Sequence[PlatformPlan]

    def to(self, member_id: str) -> list[Arrived]:
        return [each for each in self.arrived if each.who == member_id]

    def by_day(self, member_id: str) -> dict[date, list[Arrived]]:
        """By the local day of whoever reads."""
        found: dict[date, list[Arrived]] = {}
        for each in self.to(member_id):
            found.setdefault(local_day(each.at, HOMES[member_id]), []).append(each)
        return found

    def median_of_days(self) -> float:
        """Messages on a day on which somebody got any."""
        return median(len(each) for member_id in TEAM for each in self.by_day(member_id).values())

    def is_of_own_post(self, each: Arrived) -> bool:
        """An hour before, now or late, to its owner, its backup or whoever stands in; nobody's is whose it falls to."""
        post = self.posts.get(subject_of(each))
        if post is None or phase_of(each) not in ("soon", "now", "overdue"):
            return False
        plan = next((one for one in self.platforms if one.platform is post.platform), None)
        theirs = (post.owner_id, plan.owner_id, plan.backup_id) if plan else (post.owner_id,)
        return post.owner_id is None or each.who in theirs

    def in_words(self) -> list[str]:
        """Everything as it is read, by each reader's clock, with its buttons; a post's own text is left out."""
        texts = {post.text for post in self.posts.values()}
        ordered = sorted(self.arrived, key=lambda each: (each.at, each.who, each.key))
        return [line for each in ordered for line in _told(each, texts)]


def _told(each: Arrived, texts: set[str]) -> Iterator[str]:
    there = each.at.astimezone(ZoneInfo(HOMES[each.who]))
    where = " (in the thread)" if each.thread_ts else ""
    yield f"── {there:%a %d %H:%M} · {each.who[1:].lower()} · {kind_of(each)}{where}"
    yield from ("(its text)" if line in texts else line for line in each.text.split("\n"))
    labels = buttons_of(each.blocks)
    if labels:
        yield " ".join(f"[{label}]" for label in labels)


def buttons_of(blocks: object) -> list[str]:
    if isinstance(blocks, list | tuple):
        return [label for each in blocks for label in buttons_of(each)]
    if not isinstance(blocks, dict):
        return []
    if blocks.get("type") == "button":
        return [blocks["text"]["text"]]
    return [label for each in blocks.values() for label in buttons_of(each)]


def rows_of(each: Arrived) -> list[str]:
    """What a message says in its blocks, one text after another."""
    found = [one["text"]["text"] for one in each.blocks if one["type"] == "section" and "text" in one]
    return found + [part["text"] for one in each.blocks if one["type"] == "context" for part in one["elements"]]


def subject_of(each: Arrived) -> str:
    return each.key.split(":")[2] if each.key.count(":") > 2 else ""


def phase_of(each: Arrived) -> str:
    return each.key.split(":")[5].partition("-")[0] if each.key.count(":") > 4 else ""


def kind_of(each: Arrived) -> str:
    return each.key.partition(":")[0]


def lived(work: Work, language: str) -> Fortnight:
    """Everybody reads *language*; a team that does half does every second thing it is asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.sandbox.server.sample_workspace", lambda: _speaking(language))
        with living(at=OPENING) as life:
            posts = _planned(life)
            for act in sorted(_acts(posts, work), key=lambda each: each.at):
                life.move_to(act.at)
                act.do(life)
                life.settle()
            life.move_to(END)
            arrived = _named(life)
            with life.bot.house.store.transaction() as tx:
                platforms = tx.strategies.all()[0].platforms
    return Fortnight(arrived=arrived, posts={each.id: each for each in posts}, platforms=platforms)


def _named(life: Life) -> list[Arrived]:
    """What arrived, each with the key that stands in the ledger instead of the one that Slack keeps."""
    with life.bot.house.store.transaction() as tx:
        keys = {opaque(each.key): each.key for each in tx.deliveries.all()}
    return [replace(each, key=keys[each.key]) for each in life.arrived()]


def _speaking(language: str) -> Workspace:
    workspace = sample.sample_workspace()
    for member_id, member in list(workspace.members.items()):
        workspace.members[member_id] = replace(member, locale=LOCALES[language])
    return workspace


def _planned(life: Life) -> list[Post]:
    """The sample's calendar from the opening on; the weeks before are published."""
    with life.bot.house.store.transaction() as tx:
        strategy = tx.strategies.all()[0]
        fill_calendar(tx, strategy, OPENING)
        return tx.posts.due_between(OPENING, END)


def _acts(posts: list[Post], work: Work) -> Iterator[Act]:
    every = {Work.ALL: 1, Work.HALF: 2, Work.NOTHING: 0}[work]
    if not every:
        return
    asked = [*_publishing(posts), *_rounds()]
    yield from sorted(asked, key=lambda each: each.at)[::every]


def _publishing(posts: list[Post]) -> Iterator[Act]:
    """Two minutes after its moment; numbers come in a day later."""
    for post in posts:
        assert post.due is not None
        at, by = post.due.at + timedelta(minutes=2), post.owner_id or MANAGER
        yield Act(at=at, do=_typed(by, f"/post done {post.id} https://{post.platform}.example/{post.number}"))
        yield Act(at=at + timedelta(days=1), do=_counted(post, by))


def _rounds() -> Iterator[Act]:
    for day in days(MONDAY, MONDAY + timedelta(days=13)):
        for member_id in ROUND if day.weekday() < 5 else ():
            yield Act(
                at=local(HOMES[member_id], day, "15:30"),
                do=_typed(member_id, "/checkin received 3 answered 3 minutes 5"),
            )


def _typed(member_id: str, text: str) -> Callable[[Life], object]:
    return lambda life: life.hand(member_id).command(text, channel="CSOCIAL")


def _counted(post: Post, by: str) -> Callable[[Life], object]:
    def count(life: Life) -> None:
        now = life.slack.clock.now()
        counts = Counts(reach=3000, impressions=4000, reactions=120, comments=9, shares=7, clicks=11)
        with life.bot.house.store.transaction() as tx:
            tx.measurements.put(Measurement(id=f"{post.id}:1", post_id=post.id, at=now, counts=counts, by=by))

    return count
