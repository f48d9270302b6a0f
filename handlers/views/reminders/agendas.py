"""The messages that list several posts: the morning's agenda and posts without an owner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import accumulate, islice

from bot.domain.engage.questions import Question
from bot.domain.moments import local, local_day
from bot.domain.posts import Post, PostState
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.routing import responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from handlers.views.engage.question_card import waiting_rows
from handlers.views.kit import Json, button, clip, context, escape, mention, overflow, section
from handlers.views.lengths import AGENDA, NAME
from handlers.views.post.lists import MayChange
from handlers.views.post.reviews import review_rows
from handlers.views.reminders.day_steps import day_step_name, day_step_rows, is_to_do, now_with
from handlers.views.reminders.post import instead_of_lead, marks, message, owed_to
from handlers.views.reminders.rounds import RoundLine, round_rows, undone

ROWS = 20
"""A message holds fifty blocks; more rows than these nobody reads in the morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """*day* is the reader's; *posts* are those it listed when it was sent and those that came since.

    *reviews*: what waits for the reader's eyes now, *questions* for their answer. *steps*: of checklists, as they
    are now. *may_change*: whether the reader may do anything about a post.
    """

    delivery: Delivery
    reader_id: str
    day: date
    posts: Sequence[Post]
    strategies: Mapping[str, Strategy]
    now: datetime
    rounds: Sequence[RoundLine] = ()
    reviews: Sequence[Post] = ()
    steps: Sequence[DayStep] = ()
    questions: Sequence[Question] = ()
    may_change: MayChange = field(default=lambda post: True)

    def strategy_of(self, post: Post) -> Strategy:
        return self.strategies[post.strategy_id]

    def is_with_reader(self, post: Post) -> bool:
        """Also when they stand in: only a hand-over takes a post off the list of whoever had it."""
        owner = responsible_for(post, self.strategy_of(post))
        return owner == self.reader_id or not self.was_changed(post, "assigned")

    def was_moved(self, post: Post) -> bool:
        """Since it was sent: such a post does not lie on a day off, but on whatever day it went to."""
        return self.was_changed(post, "moved")

    def was_changed(self, post: Post, *what: str) -> bool:
        return any(change.what in what for change in post.history if self._was_sent_before(change.at))

    def _was_sent_before(self, moment: datetime) -> bool:
        return self.delivery.sent_at is not None and self.delivery.sent_at < moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Posts of one strategy that are due soon and had no owner."""

    delivery: Delivery
    strategy: Strategy
    posts: Sequence[Post]
    now: datetime


def agenda_message(t: Translator, agenda: Agenda) -> Outgoing | None:
    """None where nothing is left to say to somebody who has not got it yet."""
    open_ones = [post for post in agenda.posts if post.is_open and agenda.is_with_reader(post)]
    steps = [each for each in agenda.steps if is_to_do(each) and not _now_with(agenda, each)]
    if not (open_ones or agenda.reviews or steps or agenda.questions) and agenda.delivery.sent_at is None:
        return None
    day, counts = t.day(agenda.day), t.listing(_counts(t, agenda, open_ones, steps), "unit")
    title = t("agenda-title", day=day[0].upper() + day[1:])
    blocks = [section(f"*{title}* · {counts}"), *marks(t, agenda.delivery, now=agenda.now)]
    blocks += rows_that_fit(t, [_row(t, agenda, post) for post in agenda.posts])
    blocks += day_step_rows(t, [(each, _now_with(agenda, each)) for each in agenda.steps], day=agenda.day)
    blocks += review_rows(t, agenda.reviews, agenda.strategies)
    blocks += waiting_rows(t, agenda.questions, agenda.strategies, now=agenda.now)
    words = in_words(
        t, f"{title} · {counts}", [*open_ones, *agenda.reviews], [day_step_name(t, each) for each in steps]
    )
    return message(words, *blocks, *round_rows(t, agenda.rounds))


def rows_that_fit(t: Translator, rows: Sequence[Json]) -> list[Json]:
    """As many as a message takes, and a line about the rest."""
    lengths = accumulate(len(row["text"]["text"]) + 100 for row in rows)
    shown = sum(1 for length in islice(lengths, ROWS) if length <= AGENDA)
    more = [context(t("agenda-more", n=len(rows) - shown))] if shown < len(rows) else []
    return [*rows[:shown], *more]


def row_title(post: Post) -> str:
    return f"*{post.id} · {escape(clip(post.title, NAME))}*"


def in_words(t: Translator, title: str, posts: Sequence[Post], steps: Sequence[str] = ()) -> str:
    """The top-level text: it has to do without the rows."""
    named = [f"{post.id} · {escape(post.title)}" for post in posts[:5]]
    return "\n".join([title, *named, *steps[:3]])


def _now_with(agenda: Agenda, each: DayStep) -> str:
    return now_with(each, agenda.reader_id, agenda.strategy_of(each.post), since=agenda.delivery.sent_at)


def _counts(t: Translator, agenda: Agenda, posts: Sequence[Post], steps: Sequence[DayStep]) -> list[str]:
    numbers = {
        "agenda-today": sum(1 for post in posts if _day(t, post) == agenda.day),
        "agenda-overdue": sum(1 for post in posts if _is_past(t, agenda, post)),
        "agenda-later": sum(
            1 for post in posts if (_day(t, post) or agenda.day) > agenda.day and not agenda.was_moved(post)
        ),
        "agenda-steps": len(steps),
        "agenda-to-review": len(agenda.reviews),
        "agenda-questions": len(agenda.questions),
    }
    settled = "agenda-settled-round" if undone(agenda.rounds) else "agenda-settled"
    return [t(key, n=n) for key, n in numbers.items() if n] or [t(settled)]


def _day(t: Translator, post: Post) -> date | None:
    return local_day(post.due.at, t.zone) if post.due else None


def _is_past(t: Translator, agenda: Agenda, post: Post) -> bool:
    return (_day(t, post) or agenda.day) < agenda.day


def _row(t: Translator, agenda: Agenda, post: Post) -> Json:
    said = [row_title(post), t.platform(post.platform), _how_it_stands(t, agenda, post)]
    if post.is_open and agenda.is_with_reader(post) and agenda.may_change(post):
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
    return t("agenda-moved" if agenda.was_moved(post) else "agenda-off", when=when)


def _clock(t: Translator, moment: datetime, zone: str) -> str:
    if local(moment, zone).replace(tzinfo=None) == local(moment, t.zone).replace(tzinfo=None):
        return t.clock(moment)
    return t("moment-elsewhere", here=t.clock(moment), there=t.clock(moment, zone=zone), place=t.place(zone))


def gaps_message(t: Translator, gaps: Gaps) -> Outgoing | None:
    without = [post for post in gaps.posts if post.is_open and post.owner_id is None]
    if not without and gaps.delivery.sent_at is None:
        return None
    name = escape(gaps.strategy.name)
    if not without:
        return message(t("unowned-settled", strategy=name))
    text = t("unowned-title", n=len(without), strategy=name)
    rows = rows_that_fit(t, [_gap(t, gaps, post) for post in gaps.posts])
    said = instead_of_lead(t, gaps.strategy, gaps.delivery, manager_id=owed_to(gaps.delivery))
    why = [*marks(t, gaps.delivery, now=gaps.now), *([context(*said)] if said else [])]
    return message(in_words(t, text, without), section(f"*{text}*"), *why, *rows)


def _gap(t: Translator, gaps: Gaps, post: Post) -> Json:
    when = t.moment(post.due.at, zone=gaps.strategy.zone) if post.due else t("agenda-undated")
    said = [row_title(post), t.platform(post.platform), when]
    if post.is_open and post.owner_id is None:
        label = t("unowned-assign-label", post=post.id)
        hand_over = button(t("button-hand-over"), "post.assign", post.id, label=label)
        return section(" · ".join(said), accessory=hand_over)
    settled = t("unowned-row-settled", owner=mention(post.owner_id)) if post.owner_id else t.state(post.state)
    return section(" · ".join([*said, settled]))
