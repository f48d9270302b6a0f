"""Steps of checklists that lie on somebody's day: what an agenda lists beside posts. Knows no clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.post.checklists import is_open
from bot.domain.posts import Post, PostState, Step

KEPT_FOR = timedelta(days=7)
"""A step that nobody did comes again each morning for a week; then it stays on its post's card alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStep:
    """A step of *post*, at *place* of its checklist."""

    post: Post
    place: int

    @property
    def step(self) -> Step:
        return self.post.checklist[self.place]

    @property
    def part(self) -> str:
        """How a delivery names it among its parts; no post's number looks like this."""
        return f"{self.post.id}#{self.place}#{self.step.key}"


def steps_between(steps: Iterable[DayStep], *, today: date, until: date) -> list[DayStep]:
    """Those of *steps* that are to be done by *today*, or on the free days before *until*, by their days."""
    dated = [(each.step.day, each) for each in steps]
    near = [(day, each) for day, each in dated if day and today - KEPT_FOR <= day < until]
    return [each for _, each in sorted(near, key=lambda pair: (pair[0], pair[1].post.id, pair[1].place))]


def steps_named(parts: Iterable[str], posts: Iterable[Post]) -> list[DayStep]:
    """Those that a delivery names, as they are now; one whose checklist was made anew is gone."""
    by_id = {post.id: post for post in posts}
    found = []
    for part in parts:
        post_id, _, rest = part.partition("#")
        place, _, key = rest.partition("#")
        post = by_id.get(post_id)
        if post and place.isdecimal() and int(place) < len(post.checklist) and post.checklist[int(place)].key == key:
            found.append(DayStep(post=post, place=int(place)))
    return found


def post_ids_of(parts: Iterable[str]) -> list[str]:
    """The posts that a delivery names, once each: by themselves, or by their steps."""
    return list(dict.fromkeys(part.partition("#")[0] for part in parts))


def open_day_steps(post: Post) -> Iterator[DayStep]:
    """A published post has steps too: its winner is drawn later. A cancelled one has none any more."""
    if post.state is PostState.CANCELLED:
        return
    for place, step in enumerate(post.checklist):
        if is_open(step):
            yield DayStep(post=post, place=place)
