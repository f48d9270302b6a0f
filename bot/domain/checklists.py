"""What each kind of post takes beside its text: steps with their days, and the posts that some of them make."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.platforms import Platform
from bot.domain.posts import Post, PostKind, Step


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


def with_checklist(post: Post, platforms: Iterable[Platform]) -> Post:
    """*post* with the steps of its kind, unless somebody began with those that it has."""
    if any(each.done_at or each.post_id or not each.key for each in post.checklist):
        return post
    return replace(post, checklist=checklist_of(post.kind, post.due.day if post.due else None, platforms))


def rescheduled(post: Post, was: date | None, now: date | None) -> Post:
    """Steps that are not done move with the post; those of a post without a date get their days with it."""
    if was is None or now is None:
        planned = {each.key: each.after for each in PLANNED.get(post.kind, ())}
        steps = [_placed(each, _shifted(now, planned.get(each.key, 0))) for each in post.checklist]
    else:
        steps = [_placed(each, each.day + (now - was) if each.day else None) for each in post.checklist]
    return replace(post, checklist=tuple(steps))


def makes_post(step: Step) -> bool:
    return step.key in MAKES_POST


def is_open(step: Step) -> bool:
    return step.done_at is None and not step.post_id


def open_steps(post: Post, until: date) -> list[Step]:
    """What should have been done by *until*."""
    return [each for each in post.checklist if is_open(each) and each.day is not None and each.day <= until]


def _placed(step: Step, day: date | None) -> Step:
    return replace(step, day=day) if is_open(step) else step


def _shifted(day: date | None, by: int) -> date | None:
    return day + timedelta(days=by) if day else None
