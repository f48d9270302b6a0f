"""The calendar as an iCalendar file (RFC 5545, RFC 7986), written by the `icalendar` library.

An event is one post, when it went out or is due: its UID never changes, SEQUENCE grows with every change, a cancelled
post stays as a cancelled event instead of vanishing. Of one that went out, when it had been due stands beside that.
Sources: RFC 5545 3.8.7 (change management), RFC 7986 5 (NAME, REFRESH-INTERVAL).
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.moments import local
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy
from bot.i18n import Translator

if TYPE_CHECKING:
    from icalendar import Calendar, Event

LENGTH = timedelta(minutes=15)
"""A post is a moment; an event without length is drawn by few programs."""
REFRESH = timedelta(hours=12)
STATUS = {PostState.APPROVED: "CONFIRMED", PostState.PUBLISHED: "CONFIRMED", PostState.CANCELLED: "CANCELLED"}
PRODID = "-//Parution//Content calendar//EN"


def calendar_ics(posts: Iterable[Post], strategy: Strategy, t: Translator, *, now: datetime) -> bytes:
    """An event for each of *posts* that has a moment; *t* for the words in it."""
    from icalendar import Calendar, vText

    found = Calendar()
    found.add("prodid", PRODID)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    name = t("ics-name", name=strategy.name)
    found.add("name", name)
    found.add("x-wr-calname", vText(name))
    found.add("description", t("ics-snapshot", moment=t.moment(now, year=True)))
    found.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    years: list[int] = []
    for post in posts:
        if post.stands_at:
            found.add_component(event_of(post, strategy, t, now=now))
            years.append(post.stands_at.year)
    return _finished(found, years)


def _finished(found: "Calendar", years: list[int]) -> bytes:
    """With the rules of every zone that is named in it, for the years in which it is."""
    if years:
        found.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))
    content: bytes = found.to_ical()
    return content


def event_of(post: Post, strategy: Strategy, t: Translator, *, now: datetime) -> "Event":
    from icalendar import Event, vText

    moment = post.stands_at or now
    changed = post.history[-1].at if post.history else (post.created_at or now)
    event = Event()
    event.add("uid", uid_of(post, strategy))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", local(moment, post.due.zone if post.due else strategy.zone))
    event.add("duration", LENGTH)
    event.add("sequence", max(0, len(post.history) - 1))
    event.add("last-modified", changed)
    event.add("status", STATUS.get(post.state, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    event.add("summary", post.title)
    event.add("location", t.platform(post.platform))
    event.add("description", _description(post, t))
    if post.labels:
        event.add("categories", list(post.labels))
    if post.link:
        event.add("url", post.link)
    for field, value in _own_words(post).items():
        event.add(f"x-parution-{field}", vText(value, params={"VALUE": "TEXT"}))
    return event


def _own_words(post: Post) -> dict[str, str]:
    """What only our own events say; `events` reads it back."""
    own = {"platform": post.platform.value, "kind": post.kind.value, "state": post.state.value, "text": post.text}
    if post.published_at is None:
        return own
    due = {"due": post.due.wall, "due-zone": post.due.zone} if post.due else {"due": "", "due-zone": ""}
    return {**own, **due, "published-at": post.published_at.isoformat()}


def _description(post: Post, t: Translator) -> str:
    head = " · ".join([post.id, t.platform(post.platform), t.kind(post.kind), t.state(post.state)])
    return f"{head}\n\n{post.text}" if post.text else head


def uid_of(post: Post, strategy: Strategy) -> str:
    """The same for ever, and of no other post of any other workspace."""
    return f"{post.id.lower()}-{salt_of(strategy)}@parution"


def salt_of(strategy: Strategy) -> str:
    born = strategy.created_at.isoformat() if strategy.created_at else strategy.name
    return hashlib.sha256(f"{strategy.id} {born}".encode()).hexdigest()[:12]
