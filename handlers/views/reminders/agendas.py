"""The messages that list several posts: the morning's agenda and posts without an owner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import accumulate, islice

from bot.domain.engage.questions import Question
from bot.domain.moments import local, local_day
from bot.domain.posts import OVERDUE_AFTER, Post, PostState
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.routing import responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.reminders.follow_ups import FollowUps
from handlers.views.engage import question_card
from handlers.views.kit import Json, actions, button, clip, context, escape, mention, overflow, section
from handlers.views.lengths import AGENDA, NAME
from handlers.views.post.lists import MayChange
from handlers.views.post.reviews import review_rows
from handlers.views.reminders.changes import ToldChange, changed_rows
from handlers.views.reminders.day_steps import day_step_name, day_step_rows, is_to_do, now_with
from handlers.views.reminders.follow_ups import follow_up_names, follow_up_rows
from handlers.views.reminders.lacks import lack_button, lack_of, lack_words
from handlers.views.reminders.pauses import PauseLine, pause_rows
from handlers.views.reminders.post import instead_of_lead, marks, message, owed_to
from handlers.views.reminders.rounds import RoundLine, round_rows, undone
from handlers.views.reminders.waiting import WaitingLines, choices, row_title, waiting_rows
from handlers.views.reminders.week_gaps import WeekGaps, week_gap_names, week_gap_rows

TODAY, LACKING, LATE = 6, 2, 3
"""A message holds fifty blocks: so many posts of the day, of which so many with a button below; late ones."""
ROWS = 20
"""Of lists that stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """*day* is the reader's; *posts* are those it listed when it was sent and those that came since.

    *reviews*: what waits for the reader's eyes now, *questions* for their answer, *silent_questions* for that of others
    who do not answer, *follow_ups* with voices and mistakes. *steps*: of checklists, as they
    are now. *may_change*: whether the reader may do anything about a post. *asked*: what has been late for so long
    that it is asked about, once. *following*: the first post of the next working day. *says_all*: not to somebody who
    turned the morning off; what waits for them comes all the same. *changes*: what others did to their posts.
    *pauses*: what is to be said of those, once. *weeks*: what those of the strategies that they look after still lack.
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
    silent_questions: Sequence[Question] = ()
    follow_ups: FollowUps = field(default_factory=FollowUps)
    may_change: MayChange = field(default=lambda post: True)
    waiting: WaitingLines = field(default_factory=lambda: WaitingLines(strategies={}))
    asked: Sequence[Post] = ()
    following: Post | None = None
    says_all: bool = True
    changes: Sequence[ToldChange] = ()
    pauses: Sequence[PauseLine] = ()
    weeks: Sequence[WeekGaps] = ()

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
    mine = [post for post in agenda.posts if post.is_open and agenda.is_with_reader(post)] if agenda.says_all else []
    steps = [each for each in agenda.steps if is_to_do(each) and not _now_with(agenda, each)]
    waiting = [*agenda.reviews, *agenda.waiting.left]
    theirs = [*agenda.questions, *agenda.silent_questions, *agenda.follow_ups.steps, *agenda.follow_ups.corrections]
    count = len(waiting) + len(steps) + len(theirs) + sum(1 for each in agenda.weeks if each.findings)
    count += sum(1 for each in agenda.pauses if each.is_over)
    paused = pause_rows(t, agenda.pauses, now=agenda.delivery.sent_at or agenda.now)
    changed = changed_rows(t, agenda.changes, is_new=agenda.delivery.sent_at is None)
    is_silent = not (mine or count or agenda.asked or changed or paused)
    if is_silent and agenda.delivery.sent_at is None:
        return None
    day, counts = (
        t.day(agenda.day),
        t.listing(_counts(t, agenda, mine, count), "unit"),
    )
    title = t("agenda-title", day=day[0].upper() + day[1:])
    blocks = [section(f"*{title}* · {counts}"), *marks(t, agenda.delivery, now=agenda.now)]
    blocks += [*paused, *_today(t, agenda), *_waiting(t, agenda), *_late(t, agenda), *changed, *_tomorrow(t, agenda)]
    names = [*(day_step_name(t, each) for each in steps), *follow_up_names(t, agenda.follow_ups)]
    names += week_gap_names(t, agenda.weeks)
    words = in_words(t, f"{title} · {counts}", [*mine, *waiting], names)
    return message(words, *blocks, *round_rows(t, agenda.rounds))


def _today(t: Translator, agenda: Agenda) -> list[Json]:
    """In order of time, with the free days that follow a last working day."""
    posts = [post for post in agenda.posts if not _is_past(t, agenda, post)] if agenda.says_all else []
    lacking = 0
    rows: list[list[Json]] = []
    for post in posts[:TODAY]:
        row = _row(t, agenda, post, with_button=lacking < LACKING)
        lacking += len(row) > 1
        rows.append(row)
    more = [context(t("agenda-more", n=len(posts) - TODAY))] if len(posts) > TODAY else []
    return [block for row in rows for block in row] + more


def _waiting(t: Translator, agenda: Agenda) -> list[Json]:
    rows = review_rows(t, agenda.reviews, agenda.strategies)
    rows += day_step_rows(t, [(each, _now_with(agenda, each)) for each in agenda.steps], day=agenda.day)
    rows += question_card.waiting_rows(t, agenda.questions, agenda.strategies, now=agenda.now)
    rows += question_card.silent_rows(t, agenda.silent_questions, agenda.strategies)
    rows += follow_up_rows(t, agenda.follow_ups, day=agenda.day)
    rows += waiting_rows(t, agenda.waiting, agenda.may_change) + week_gap_rows(t, agenda.weeks)
    return [section(f"*{t('morning-waits')}*"), *rows] if rows else []


def _late(t: Translator, agenda: Agenda) -> list[Json]:
    """The newest three; what has been late for a week is asked about together."""
    late = [post for post in agenda.posts if _is_past(t, agenda, post)] if agenda.says_all else []
    newest = sorted(late, key=lambda post: post.due_at or agenda.now, reverse=True)
    rows = [block for post in newest[:LATE] for block in _row(t, agenda, post, with_button=False)]
    open_ones = [post for post in newest if post.is_open and agenda.is_with_reader(post)]
    more = len(newest) - LATE
    said = [t("morning-more-late", n=more)] if more > 0 else []
    asked = [post for post in agenda.asked if post.is_open and agenda.is_with_reader(post)]
    if asked:
        named = t.listing([f"{post.id} · {escape(clip(post.title, NAME))}" for post in asked[:LATE]])
        said.append(t("morning-asked", n=len(asked), posts=named, more=max(0, len(asked) - LATE)))
    if not said and len(open_ones) < 2:
        return [section(f"*{t('morning-late')}*"), *rows] if rows else []
    sort_out = button(t("morning-sort-out"), "late.sort", agenda.day.isoformat())
    return [section(f"*{t('morning-late')}*"), *rows, *([section(each) for each in said]), actions(sort_out)]


def _tomorrow(t: Translator, agenda: Agenda) -> list[Json]:
    post = agenda.following
    if post is None or post.due is None or not agenda.says_all:
        return []
    when = t.moment(post.due.at, zone=agenda.strategy_of(post).zone)
    return [context(t("morning-tomorrow", when=when, title=row_title(post), platform=t.platform(post.platform)))]


def rows_that_fit(t: Translator, rows: Sequence[Json]) -> list[Json]:
    """As many as a message takes, and a line about the rest."""
    lengths = accumulate(len(row["text"]["text"]) + 100 for row in rows)
    shown = sum(1 for length in islice(lengths, ROWS) if length <= AGENDA)
    more = [context(t("agenda-more", n=len(rows) - shown))] if shown < len(rows) else []
    return [*rows[:shown], *more]


def in_words(t: Translator, title: str, posts: Sequence[Post], steps: Sequence[str] = ()) -> str:
    """The top-level text: it has to do without the rows."""
    named = [f"{post.id} · {escape(post.title)}" for post in posts[:5]]
    return "\n".join([title, *named, *steps[:3]])


def _now_with(agenda: Agenda, each: DayStep) -> str:
    return now_with(each, agenda.reader_id, agenda.strategy_of(each.post), since=agenda.delivery.sent_at)


def _counts(t: Translator, agenda: Agenda, posts: Sequence[Post], waiting: int) -> list[str]:
    later = [post for post in posts if (_day(t, post) or agenda.day) > agenda.day and not agenda.was_moved(post)]
    late = [post for post in posts if _is_past(t, agenda, post)]
    numbers = {
        "agenda-today": sum(1 for post in posts if _day(t, post) == agenda.day and post not in late),
        "agenda-later": len(later),
        "morning-waiting": waiting,
        "agenda-overdue": len({post.id for post in [*late, *(post for post in agenda.asked if post.is_open)]}),
    }
    return [t(key, n=n) for key, n in numbers.items() if n] or [t(_settled(agenda))]


def _settled(agenda: Agenda) -> str:
    """What is said where nothing is left: under a pause nobody has done anything for that."""
    if agenda.pauses:
        return "agenda-paused"
    return "agenda-settled-round" if undone(agenda.rounds) else "agenda-settled"


def _day(t: Translator, post: Post) -> date | None:
    return local_day(post.due.at, t.zone) if post.due else None


def _is_past(t: Translator, agenda: Agenda, post: Post) -> bool:
    """Of a day before, or overdue since the night: a team elsewhere publishes while its reader sleeps."""
    if post.due is None:
        return False
    return (_day(t, post) or agenda.day) < agenda.day or post.due.at + OVERDUE_AFTER <= agenda.delivery.owed_at


def _row(t: Translator, agenda: Agenda, post: Post, *, with_button: bool) -> list[Json]:
    """A post with its menu; where something is missing, what mends that beside it."""
    said = [row_title(post), t.platform(post.platform), _how_it_stands(t, agenda, post)]
    if not (post.is_open and agenda.is_with_reader(post) and agenda.may_change(post)):
        return [section(" · ".join(said), accessory=button(t("button-open"), "post.show", post.id))]
    lack = lack_of(post, agenda.strategy_of(post))
    said.append(lack_words(t, post, lack) if lack else t.state(post.state))
    said += _whose(t, agenda, post)
    menu = overflow("post.more", choices(t, post, is_late=_is_past(t, agenda, post)))
    if lack is None or not with_button:
        return [section(" · ".join(said), accessory=menu)]
    return [section(" · ".join(said)), actions(lack_button(t, post, lack), menu)]


def _whose(t: Translator, agenda: Agenda, post: Post) -> list[str]:
    """Where it is not the reader's own."""
    owner = responsible_for(post, agenda.strategy_of(post))
    if post.owner_id is None:
        return [t("morning-ownerless")]
    return [t("agenda-stands-in", owner=mention(owner))] if owner and owner != agenda.reader_id else []


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
    when = t.moment(post.due.at, zone=strategy.zone)
    if _is_past(t, agenda, post):
        return t("agenda-overdue-since", when=when)
    if _day(t, post) == agenda.day:
        return t("agenda-at-today", clock=_clock(t, post.due.at, strategy.zone))
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
