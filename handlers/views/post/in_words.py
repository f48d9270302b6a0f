"""A post in words: its name, when it is due, how it stands, whose it is."""

from datetime import datetime, time

from bot.domain.moments import local
from bot.domain.plan_parts import Pause
from bot.domain.posts import Post, is_paused
from bot.i18n import Translator
from handlers.views.kit import clip, escape, link, mention, safe
from handlers.views.lengths import GLIMPSE, LINKED, SENTENCE


def post_title(post: Post) -> str:
    """Number and title, in bold mrkdwn."""
    return f"*{post.id} · {escape(post.title)}*"


def post_name(t: Translator, post: Post) -> str:
    """One line that makes sense alone, for notifications and screen readers."""
    return t("post-named", post=post.id, title=escape(post.title), platform=t.platform(post.platform))


def moment_of(t: Translator, at: datetime, *, now: datetime, zone: str) -> str:
    """*at* for the reader, with the wall time of the strategy's *zone* where it differs, and the year if not ours."""
    return t.moment(at, zone=zone, year=at.year != now.year)


def when_of(t: Translator, post: Post, *, now: datetime, zone: str) -> str:
    """When it went out, else when it is due, in words."""
    return moment_of(t, post.stands_at, now=now, zone=zone) if post.stands_at else t("post-undated")


def state_of(t: Translator, post: Post, *, now: datetime, pause: Pause | None = None) -> str:
    """The state, and how late it is, or that a *pause* holds it; never a colour or a sign alone."""
    if pause is not None and is_paused(post, pause, now=now):
        zone = post.due.zone if post.due else t.zone
        return t("post-paused", state=t.state(post.state), held=held_words(t, pause, now=now, zone=zone))
    if post.due is None or not post.is_due(now):
        return t.state(post.state)
    return t("post-late", state=t.state(post.state), span=t.duration(now - post.due.at))


def held_words(t: Translator, pause: Pause, *, now: datetime, zone: str) -> str:
    """That a pause holds something, until when, or that nobody went through it yet. *zone*: its team's."""
    if not pause.is_on(now):
        return t("pause-held-over")
    return t("pause-held", until=end_words(t, pause.until, zone)) if pause.until else t("pause-held-open")


def pause_words(t: Translator, pause: Pause, *, now: datetime, zone: str) -> str:
    """One line about all that it holds: until when, and why."""
    said = t("pause-said", held=held_words(t, pause, now=now, zone=zone))
    return t("pause-said-why", said=said, why=safe(pause.reason, SENTENCE)) if pause.reason else said


def end_words(t: Translator, until: datetime, zone: str) -> str:
    """The day on which the team goes on: begun at midnight in *zone*, it is the same to everybody; else the moment."""
    there = local(until, zone)
    return t.day(there.date(), short=True) if there.time() == time() else t.moment(until, zone=zone)


def owner_of(t: Translator, post: Post) -> str:
    return mention(post.owner_id) if post.owner_id else t("post-unowned")


def short_link(url: str) -> str:
    """A link with its beginning as text; of an address too long for a card only the beginning."""
    said = clip(url, GLIMPSE)
    whole = link(url, said)
    return whole if len(whole) <= LINKED else safe(said, SENTENCE)
