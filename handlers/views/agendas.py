"""The messages that list several posts: the morning's agenda, posts without an owner, the catch-up after a silence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.deliveries import Delivery
from bot.domain.engagement import CheckIn
from bot.domain.moments import local, local_day
from bot.domain.posts import Post, PostState
from bot.domain.routing import responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from handlers.views.kit import Json, actions, button, context, divider, escape, mention, overflow, section
from handlers.views.posts import post_title, state_of
from handlers.views.reminders import marks, message, round_value

ROWS = 20
"""A message holds fifty blocks; more rows than these nobody reads in the morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Today's round of a member in one strategy, done or not."""

    strategy: Strategy
    check_in: CheckIn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """*day* is the reader's; *posts* are those it listed when it was sent and those that came since."""

    delivery: Delivery
    reader_id: str
    day: date
    posts: Sequence[Post]
    strategies: Mapping[str, Strategy]
    now: datetime
    rounds: Sequence[Round] = ()

    def strategy_of(self, post: Post) -> Strategy:
        return self.strategies[post.strategy_id]

    def is_with_reader(self, post: Post) -> bool:
        """Also when they stand in: only a hand-over takes a post off the list of whoever had it."""
        owner = responsible_for(post, self.strategy_of(post))
        handed_over = any(change.what == "assigned" for change in post.history if self._was_sent_before(change.at))
        return owner == self.reader_id or not handed_over

    def _was_sent_before(self, moment: datetime) -> bool:
        return self.delivery.sent_at is not None and self.delivery.sent_at < moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Posts of one strategy that are due soon and had no owner."""

    delivery: Delivery
    strategy: Strategy
    posts: Sequence[Post]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchUp:
    """All that one person was not told in time."""

    delivery: Delivery
    posts: Sequence[Post]
    measures: Sequence[Post]
    rounds: Sequence[date]
    strategies: Mapping[str, Strategy]
    since: datetime
    now: datetime
    undone_today: bool = field(default=False)


def agenda_message(t: Translator, agenda: Agenda) -> Outgoing | None:
    """None where nothing is left to say to somebody who has not got it yet."""
    open_ones = [post for post in agenda.posts if post.is_open and agenda.is_with_reader(post)]
    if not open_ones and agenda.delivery.sent_at is None:
        return None
    title, counts = t("agenda-title", day=t.day(agenda.day)), t.listing(_counts(t, agenda, open_ones), "unit")
    blocks = [section(f"*{title}* · {counts}"), *marks(t, agenda.delivery, now=agenda.now)]
    blocks += [_row(t, agenda, post) for post in agenda.posts[:ROWS]]
    if len(agenda.posts) > ROWS:
        blocks.append(context(t("agenda-more", n=len(agenda.posts) - ROWS)))
    return message(_in_words(t, f"{title} · {counts}", open_ones), *blocks, *_rounds(t, agenda))


def _in_words(t: Translator, title: str, posts: Sequence[Post]) -> str:
    """The top-level text: it has to do without the rows."""
    named = [f"{post.id} · {escape(post.title)}" for post in posts[:5]]
    return "\n".join([title, *named])


def _counts(t: Translator, agenda: Agenda, posts: Sequence[Post]) -> list[str]:
    numbers = {
        "agenda-today": sum(1 for post in posts if _day(t, post) == agenda.day),
        "agenda-overdue": sum(1 for post in posts if _is_past(t, agenda, post)),
        "agenda-later": sum(1 for post in posts if (_day(t, post) or agenda.day) > agenda.day),
    }
    return [t(key, n=n) for key, n in numbers.items() if n] or [t("agenda-settled")]


def _day(t: Translator, post: Post) -> date | None:
    return local_day(post.due.at, t.zone) if post.due else None


def _is_past(t: Translator, agenda: Agenda, post: Post) -> bool:
    return (_day(t, post) or agenda.day) < agenda.day


def _row(t: Translator, agenda: Agenda, post: Post) -> Json:
    said = [post_title(post), t.platform(post.platform), _how_it_stands(t, agenda, post)]
    if post.is_open and agenda.is_with_reader(post):
        said.append(t.state(post.state))
        return section(" · ".join(said), accessory=overflow("post.more", choices(t, post)))
    return section(" · ".join(said), accessory=button(t("button-open"), "post.show", post.id))


def choices(t: Translator, post: Post) -> list[tuple[str, str]]:
    labels = {"done": "published", "snooze": "snooze", "move": "move", "assign": "hand-over", "show": "open"}
    return [(t(f"button-{label}"), f"{verb}:{post.id}") for verb, label in labels.items()]


def _how_it_stands(t: Translator, agenda: Agenda, post: Post) -> str:
    strategy = agenda.strategy_of(post)
    if post.state is PostState.PUBLISHED and post.published_at:
        return t("agenda-live", when=t.moment(post.published_at))
    if post.state is PostState.CANCELLED:
        return t.state(post.state)
    if not agenda.is_with_reader(post):
        return t("agenda-handed-over", owner=mention(responsible_for(post, strategy)))
    if post.due is None:
        return t("agenda-undated")
    day = _day(t, post)
    if day == agenda.day:
        return t("agenda-at-today", clock=_clock(t, post.due.at, strategy.zone))
    when = t.moment(post.due.at, zone=strategy.zone)
    if _is_past(t, agenda, post):
        return t("agenda-overdue-since", when=when)
    was_moved = any(change.what == "moved" for change in post.history if agenda._was_sent_before(change.at))
    return t("agenda-moved" if was_moved else "agenda-off", when=when)


def _clock(t: Translator, moment: datetime, zone: str) -> str:
    if local(moment, zone).replace(tzinfo=None) == local(moment, t.zone).replace(tzinfo=None):
        return t.clock(moment)
    return t("moment-elsewhere", here=t.clock(moment), there=t.clock(moment, zone=zone), place=t.place(zone))


def _rounds(t: Translator, agenda: Agenda) -> list[Json]:
    if not agenda.rounds:
        return []
    undone = [each for each in agenda.rounds if each.check_in is None]
    if not undone:
        return [divider(), context(t("agenda-round-done"))]
    go = [
        button(t("agenda-do-round"), "checkin.open", round_value(each.strategy, agenda.day.isoformat()))
        for each in undone[:1]
    ]
    return [divider(), context(t("agenda-round")), actions(*go)]


def gaps_message(t: Translator, gaps: Gaps) -> Outgoing | None:
    without = [post for post in gaps.posts if post.is_open and post.owner_id is None]
    if not without and gaps.delivery.sent_at is None:
        return None
    name = escape(gaps.strategy.name)
    if not without:
        return message(t("unowned-settled", strategy=name))
    text = t("unowned-title", n=len(without), strategy=name)
    rows = [_gap(t, gaps, post) for post in gaps.posts[:ROWS]]
    more = [context(t("agenda-more", n=len(gaps.posts) - ROWS))] if len(gaps.posts) > ROWS else []
    return message(
        _in_words(t, text, without), section(f"*{text}*"), *marks(t, gaps.delivery, now=gaps.now), *rows, *more
    )


def _gap(t: Translator, gaps: Gaps, post: Post) -> Json:
    when = t.moment(post.due.at, zone=gaps.strategy.zone) if post.due else t("agenda-undated")
    said = [post_title(post), t.platform(post.platform), when]
    if post.is_open and post.owner_id is None:
        label = t("unowned-assign-label", post=post.id)
        hand_over = button(t("button-hand-over"), "post.assign", post.id, label=label)
        return section(" · ".join(said), accessory=hand_over)
    settled = t("unowned-row-settled", owner=mention(post.owner_id)) if post.owner_id else t.state(post.state)
    return section(" · ".join([*said, settled]))


def catch_up_message(t: Translator, caught: CatchUp) -> Outgoing | None:
    """What still matters of what was missed; None when somebody settled all of it meanwhile."""
    due = [post for post in caught.posts if post.is_open]
    if not (due or caught.measures or caught.rounds) and caught.delivery.sent_at is None:
        return None
    title = t("catch-up-title", **{"from": t.moment(caught.since), "to": t.moment(caught.delivery.owed_at)})
    lead = t("catch-up-once", what=t.listing(_missed(t, caught)))
    rows = [_missed_row(t, caught, post) for post in caught.posts[:ROWS]]
    rows += [_measure_row(t, post) for post in caught.measures[:10]]
    return message(
        _in_words(t, f"{title} · {lead}", due), section(f"*{title}*\n{lead}"), *rows, *_missed_rounds(t, caught)
    )


def _missed(t: Translator, caught: CatchUp) -> list[str]:
    numbers = {
        "catch-up-posts": len(caught.posts),
        "catch-up-rounds": len(caught.rounds),
        "catch-up-measures": len(caught.measures),
    }
    return [t(key, n=n) for key, n in numbers.items() if n]


def _missed_row(t: Translator, caught: CatchUp, post: Post) -> Json:
    zone = caught.strategies[post.strategy_id].zone
    moment = post.published_at or (post.due.at if post.due else None)
    when = t.moment(moment, zone=zone) if moment else t("agenda-undated")
    said = " · ".join([post_title(post), t.platform(post.platform), when, state_of(t, post, now=caught.now)])
    if post.is_open:
        return section(said, accessory=overflow("post.more", choices(t, post)))
    return section(said, accessory=button(t("button-open"), "post.show", post.id))


def _measure_row(t: Translator, post: Post) -> Json:
    said = " · ".join([post_title(post), t.platform(post.platform), t("catch-up-measure")])
    return section(said, accessory=button(t("button-numbers"), "kpi.log", post.id))


def _missed_rounds(t: Translator, caught: CatchUp) -> list[Json]:
    if not caught.rounds:
        return []
    days = t.listing([t.day(day) for day in caught.rounds])
    go = [actions(button(t("agenda-do-round"), "checkin.open"))] if caught.undone_today else []
    return [divider(), section(t("catch-up-rounds-of", days=days)), *go]
