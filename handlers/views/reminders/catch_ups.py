"""After a silence of the bot: one message with all that one person was not told in time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.moments import local_day
from bot.domain.posts import Post
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from handlers.views.kit import Json, actions, button, divider, overflow, section
from handlers.views.post.in_words import owner_of, state_of
from handlers.views.post.lists import MayChange
from handlers.views.reminders.agendas import in_words, rows_that_fit
from handlers.views.reminders.day_steps import day_step_name, day_step_rows, is_to_do, now_with
from handlers.views.reminders.post import message
from handlers.views.reminders.waiting import choices, row_title


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchUp:
    """All that one person was not told in time. *steps*: of checklists, as they are now.

    *since* and *until*: the silence of the bot, the same to everybody.

    *may_change*: whether they may do anything about a post; some are only theirs to read.
    """

    delivery: Delivery
    posts: Sequence[Post]
    measures: Sequence[Post]
    rounds: Sequence[date]
    strategies: Mapping[str, Strategy]
    since: datetime
    until: datetime
    now: datetime
    undone_today: bool = field(default=False)
    steps: Sequence[DayStep] = ()
    may_change: MayChange = field(default=lambda post: True)

    def doer_of(self, each: DayStep) -> str:
        """Who has a step, where that is not the reader any more."""
        strategy, sent_at = self.strategies[each.post.strategy_id], self.delivery.sent_at
        return now_with(each, self.delivery.recipient_id, strategy, since=sent_at)


def catch_up_message(t: Translator, caught: CatchUp) -> Outgoing | None:
    """What still matters of what was missed; None when somebody settled all of it meanwhile."""
    due = [post for post in caught.posts if post.is_open]
    steps = [each for each in caught.steps if is_to_do(each) and not caught.doer_of(each)]
    if not (due or steps or caught.measures or caught.rounds) and caught.delivery.sent_at is None:
        return None
    title = t("catch-up-title", **{"from": t.moment(caught.since), "to": t.moment(caught.until)})
    lead = t("catch-up-once", what=t.listing(_missed(t, caught)))
    rows = [_missed_row(t, caught, post) for post in in_order(caught.posts, caught)]
    rows += [_measure_row(t, post) for post in in_order(caught.measures, caught)]
    words = in_words(t, f"{title} · {lead}", in_order(due, caught), [day_step_name(t, each) for each in steps])
    blocks = [*rows_that_fit(t, rows), *_step_rows(t, caught), *_missed_rounds(t, caught)]
    return message(words, section(f"*{title}*\n{lead}"), *blocks)


def _step_rows(t: Translator, caught: CatchUp) -> list[Json]:
    day = local_day(caught.delivery.owed_at, t.zone)
    return day_step_rows(t, [(each, caught.doer_of(each)) for each in caught.steps], day=day)


def in_order(posts: Iterable[Post], caught: CatchUp) -> list[Post]:
    """By the moment that each stands at; those without one last."""
    return sorted(posts, key=lambda each: (each.stands_at is None, each.stands_at or caught.now, each.number))


def _missed(t: Translator, caught: CatchUp) -> list[str]:
    """What came due while nobody was told is one thing, what was late before that another."""
    begun, ended = caught.since, caught.delivery.owed_at
    dated = [(post, post.due.at) for post in caught.posts if post.due]
    numbers = {
        "catch-up-posts": sum(1 for _, at in dated if begun <= at <= ended),
        "catch-up-late": sum(1 for _, at in dated if at < begun),
        "catch-up-coming": sum(1 for post, at in dated if at > ended and post.is_open),
        "catch-up-undated": sum(1 for post in caught.posts if post.due is None and post.is_open),
        "catch-up-steps": len(caught.steps),
        "catch-up-rounds": len(caught.rounds),
        "catch-up-measures": len(caught.measures),
    }
    return [t(key, n=n) for key, n in numbers.items() if n] or [t("catch-up-settled")]


def _missed_row(t: Translator, caught: CatchUp, post: Post) -> Json:
    zone = caught.strategies[post.strategy_id].zone
    when = t.moment(post.stands_at, zone=zone) if post.stands_at else t("agenda-undated")
    whose = [] if post.owner_id == caught.delivery.recipient_id else [owner_of(t, post)]
    state = state_of(t, post, now=caught.now)
    said = " · ".join([row_title(post), t.platform(post.platform), when, state, *whose])
    if post.is_open and caught.may_change(post):
        return section(said, accessory=overflow("post.more", choices(t, post, is_late=post.is_overdue(caught.now))))
    return section(said, accessory=button(t("button-open"), "post.show", post.id))


def _measure_row(t: Translator, post: Post) -> Json:
    said = " · ".join([row_title(post), t.platform(post.platform), t("catch-up-measure")])
    return section(said, accessory=button(t("button-numbers"), "kpi.log", post.id))


def _missed_rounds(t: Translator, caught: CatchUp) -> list[Json]:
    if not caught.rounds:
        return []
    days = t.listing([t.day(day) for day in caught.rounds])
    go = [actions(button(t("agenda-do-round"), "checkin.open"))] if caught.undone_today else []
    return [divider(), section(t("catch-up-rounds-of", days=days)), *go]
