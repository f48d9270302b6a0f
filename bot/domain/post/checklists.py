"""What each kind of post takes beside its text: steps with their days, and the posts that some of them make."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.moments import Due, local_day
from bot.domain.platforms import Platform
from bot.domain.posts import Post, PostKind, Step
from bot.domain.strategy import Strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A step *after* so many days (before: negative) of the post's own; *makes_post*: it is a post itself."""

    key: str
    after: int
    makes_post: bool = False


PLANNED: dict[PostKind, tuple[Planned, ...]] = {
    PostKind.CONTEST: (
        Planned(key="rules", after=-7),
        Planned(key="start", after=0),
        Planned(key="reminder", after=5, makes_post=True),
        Planned(key="draw", after=10),
        Planned(key="winner", after=11, makes_post=True),
    ),
    PostKind.EVENT: (
        Planned(key="venue", after=-14),
        Planned(key="reminder", after=-1, makes_post=True),
        Planned(key="photos", after=0),
        Planned(key="thanks", after=2, makes_post=True),
    ),
    PostKind.PROMOTION: (
        Planned(key="terms", after=-7),
        Planned(key="stock", after=-2),
        Planned(key="last-days", after=5, makes_post=True),
        Planned(key="end", after=7),
    ),
    PostKind.BLOG: (Planned(key="proofread", after=-2),),
}

TEASER = "teaser"
MAKES_POST = frozenset({each.key for steps in PLANNED.values() for each in steps if each.makes_post} | {TEASER})


def checklist_of(kind: PostKind, day: date | None, platforms: Iterable[Platform]) -> tuple[Step, ...]:
    """The steps of a post due on *day*, those without one where it has none; an article has a teaser per platform."""
    steps = [Step(key=each.key, day=_shifted(day, each.after)) for each in PLANNED.get(kind, ())]
    if kind is PostKind.BLOG:
        steps += [Step(key=TEASER, day=day, platform=each) for each in platforms if each is not Platform.BLOG]
    return tuple(steps)


def with_checklist(post: Post, strategy: Strategy, *, today: date) -> Post:
    """*post* with the steps of its kind, unless somebody began with those that it has. *today* is the strategy's."""
    if any(each.done_at or each.post_id or not each.key for each in post.checklist):
        return post
    platforms = [each.platform for each in strategy.platforms]
    steps = checklist_of(post.kind, due_day(post.due, strategy), platforms)
    return still_to_do(replace(post, checklist=steps), strategy, today=today)


def rescheduled(post: Post, was: Due | None, strategy: Strategy, *, today: date) -> Post:
    """Steps that are not done move with *post*, which *was* due; those of one without a date get their days with it."""
    before, after = due_day(was, strategy), due_day(post.due, strategy)
    if before == after:
        return post
    usual = dict(usual_days(post))
    if before is None or after is None:
        steps = [_placed(each, _shifted(after, usual.get(each.key, 0))) for each in post.checklist]
    else:
        steps = [_placed(each, _moved(each, before, after, usual.get(each.key))) for each in post.checklist]
    return still_to_do(replace(post, checklist=tuple(steps)), strategy, today=today)


def still_to_do(post: Post, strategy: Strategy, *, today: date) -> Post:
    """An open step whose day has gone is for *today*, as long as the post itself is still to come."""
    due = due_day(post.due, strategy)
    if due is None or due < today:
        return post
    return replace(
        post, checklist=tuple(_placed(each, max(each.day, today)) if each.day else each for each in post.checklist)
    )


def hurried_steps(post: Post, strategy: Strategy, *, today: date) -> list[Step]:
    """The steps that are for *today* because their usual day had gone when the post got its date just now."""
    due, usual = due_day(post.due, strategy), dict(usual_days(post))
    if due is None:
        return []
    late = {key for key, days in usual.items() if due + timedelta(days=days) < today}
    return [each for each in post.checklist if is_open(each) and each.day == today and each.key in late]


def due_day(due: Due | None, strategy: Strategy) -> date | None:
    """The day of the strategy's zone, whichever zone the moment was chosen in."""
    return local_day(due.at, strategy.zone) if due else None


def usual_days(post: Post) -> Iterator[tuple[str, int]]:
    """How many days after the post's own each step of its kind is."""
    yield from ((each.key, each.after) for each in PLANNED.get(post.kind, ()))


def makes_post(step: Step) -> bool:
    return step.key in MAKES_POST


def is_open(step: Step) -> bool:
    return step.done_at is None and not step.post_id


def open_steps(post: Post, until: date) -> list[Step]:
    """What should have been done by *until*."""
    return [each for each in post.checklist if is_open(each) and each.day is not None and each.day <= until]


def _placed(step: Step, day: date | None) -> Step:
    return replace(step, day=day) if is_open(step) else step


def _moved(step: Step, before: date, after: date, usual: int | None) -> date | None:
    """One that was hurried goes back to its usual day where there is time for it now."""
    if step.day is None:
        return None
    was = step.day if usual is None else min(step.day, before + timedelta(days=usual))
    return was + (after - before)


def _shifted(day: date | None, by: int) -> date | None:
    return day + timedelta(days=by) if day else None
