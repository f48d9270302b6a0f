"""What waits for the reader of a morning beside their own posts: a line for each thing, with what mends it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from slackblocks import Button

from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.posts import Phase, phase_of
from bot.domain.reminders.reviews import reviewer_of
from bot.domain.reminders.routing import responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import Json, button, clip, context, escape, mention, overflow, section
from handlers.views.lengths import NAME
from handlers.views.post.lists import MayChange
from handlers.views.reminders.post import instead_of_lead, owed_to

ROWS, WHYS = 3, 4
"""Of each sort; the rest is counted, and stands in the lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLines:
    """What is told to its reader as lines of their morning, as it stands now.

    *silent*: late posts of others who do not answer. *ownerless*: posts that are due soon and were nobody's.
    *unmeasured*: published posts whose numbers were missing; *measured*: the ids of those that have them by now.
    *lines*: the rows of the ledger that are about one post, with it. *leads_there*: strategies whose manager is there.
    """

    strategies: Mapping[str, Strategy]
    silent: Sequence[Post] = ()
    ownerless: Sequence[Post] = ()
    unmeasured: Sequence[Post] = ()
    measured: frozenset[str] = frozenset()
    lines: Sequence[tuple[Delivery, Post]] = ()
    leads_there: frozenset[str] = frozenset()

    @property
    def left(self) -> list[Post]:
        """What still waits."""
        return [
            *(each for each in self.silent if each.is_open),
            *(each for each in self.ownerless if is_ownerless(each)),
            *(each for each in self.unmeasured if each.id not in self.measured),
        ]

    def without(self, listed: Sequence[Post]) -> "WaitingLines":
        """What the morning says of a post once, as one of its reader's own, is not said again."""
        ids = {each.id for each in listed}
        silent = [each for each in self.silent if each.id not in ids]
        lines = [(line, post) for line, post in self.lines if post.id not in ids]
        return replace(
            self, silent=silent, ownerless=[each for each in self.ownerless if each.id not in ids], lines=lines
        )


def is_ownerless(post: Post) -> bool:
    return post.is_open and post.owner_id is None


def row_title(post: Post) -> str:
    return f"*{post.id} · {escape(clip(post.title, NAME))}*"


def choices(t: Translator, post: Post, *, is_late: bool) -> list[tuple[str, str]]:
    """What is late is not put off for an hour, but may be dropped, as in its own message."""
    ways = {"move": "move", "drop": "drop"} if is_late else {"snooze": "snooze", "move": "move"}
    labels = {"done": "published", **ways, "assign": "hand-over", "show": "open"}
    return [(t(f"button-{label}"), f"{verb}:{post.id}") for verb, label in labels.items()]


def waiting_rows(t: Translator, waiting: WaitingLines, may_change: MayChange) -> list[Json]:
    groups = [
        [_silent(t, waiting, each, may_change) for each in waiting.silent],
        [_ownerless(t, waiting, each) for each in waiting.ownerless],
        [_unmeasured(t, waiting, each) for each in waiting.unmeasured],
    ]
    why = list(dict.fromkeys(said for line, post in waiting.lines for said in _why_you(t, waiting, line, post)))
    return [block for rows in groups for block in _some(t, rows)] + ([context(*why[:WHYS])] if why else [])


def _why_you(t: Translator, waiting: WaitingLines, line: Delivery, post: Post) -> list[str]:
    """Why it is told to somebody who is not the first to be told."""
    strategy, person = waiting.strategies[post.strategy_id], owed_to(line)
    is_instead = line.recipient_id != person
    match line.kind:
        case ReminderKind.ESCALATION:
            is_lead_away = phase_of(line) is Phase.MANAGER and strategy.id not in waiting.leads_there
            return instead_of_lead(t, strategy, line, manager_id=strategy.manager_id) if is_lead_away else []
        case ReminderKind.UNOWNED:
            return instead_of_lead(t, strategy, line, manager_id=person)
        case ReminderKind.MEASURE:
            return [t("measure-instead", owner=mention(person))] if is_instead and person else []
        case ReminderKind.REVIEW_AGAIN:
            return _why_review(t, strategy, line, post) if post.state is PostState.IN_REVIEW else []
    return []


def _why_review(t: Translator, strategy: Strategy, line: Delivery, post: Post) -> list[str]:
    reviewer, person = reviewer_of(post, strategy), owed_to(line)
    if reviewer is None or line.recipient_id == reviewer:
        return []
    since = t.moment(post.review_asked_at) if post.review_asked_at and ":manager-" in line.key else ""
    named = mention(reviewer)
    said = [t("review-silent", reviewer=named, since=since) if since else t("due-stand-in", owner=named)]
    return [*said, *(instead_of_lead(t, strategy, line, manager_id=person) if person != reviewer else [])]


def _some(t: Translator, rows: Sequence[Json]) -> list[Json]:
    more = [context(t("agenda-more", n=len(rows) - ROWS))] if len(rows) > ROWS else []
    return [*rows[:ROWS], *more]


def _when(t: Translator, waiting: WaitingLines, post: Post) -> str:
    zone = waiting.strategies[post.strategy_id].zone
    return t.moment(post.due.at, zone=zone) if post.due else t("agenda-undated")


def _silent(t: Translator, waiting: WaitingLines, post: Post, may_change: MayChange) -> Json:
    owner = responsible_for(post, waiting.strategies[post.strategy_id])
    said = [row_title(post), t.platform(post.platform)]
    if not post.is_open:
        return _settled(t, post, said)
    said.append(t("morning-silent", when=_when(t, waiting, post), owner=mention(owner) if owner else t("nobody")))
    if may_change(post):
        return section(" · ".join(said), accessory=overflow("post.more", choices(t, post, is_late=True)))
    return section(" · ".join(said), accessory=_open_button(t, post))


def _ownerless(t: Translator, waiting: WaitingLines, post: Post) -> Json:
    said = [row_title(post), t.platform(post.platform), _when(t, waiting, post)]
    if not is_ownerless(post):
        settled = t("unowned-row-settled", owner=mention(post.owner_id)) if post.owner_id else t.state(post.state)
        return section(" · ".join([*said, settled]))
    label = t("unowned-assign-label", post=post.id)
    hand_over = button(t("button-hand-over"), "post.assign", post.id, label=label)
    return section(" · ".join([*said, t("morning-ownerless")]), accessory=hand_over)


def _unmeasured(t: Translator, waiting: WaitingLines, post: Post) -> Json:
    said = [row_title(post), t.platform(post.platform)]
    if post.id in waiting.measured:
        return section(" · ".join([*said, t("morning-measured")]))
    numbers = button(t("button-numbers"), "kpi.log", post.id)
    return section(" · ".join([*said, t("catch-up-measure")]), accessory=numbers)


def _settled(t: Translator, post: Post, said: Sequence[str]) -> Json:
    now = t("agenda-live", when=t.moment(post.published_at)) if post.published_at else t.state(post.state)
    is_live = post.state is PostState.PUBLISHED
    return section(" · ".join([*said, now if is_live else t.state(post.state)]), accessory=_open_button(t, post))


def _open_button(t: Translator, post: Post) -> Button:
    return button(t("button-open"), "post.show", post.id, label=t("due-open-label", post=post.id))
