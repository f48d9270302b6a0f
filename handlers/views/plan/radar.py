"""The coverage radar: one line and one button for each thing that a month still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from slackblocks import Button

from bot.domain.objective.compass import CompassQuestion
from bot.domain.plan.contests import WINNER_STEP
from bot.domain.plan.findings import Finding, Gap, Radar
from bot.domain.post.checklists import is_open
from bot.domain.posts import Post, PostKind
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.plan.month import shifted
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    divider,
    escape,
    header,
    mention,
    modal,
    safe,
    section,
)
from handlers.views.lengths import GLIMPSE, GLIMPSE_ESCAPED
from handlers.views.plan_words import usage_line
from handlers.views.post.compass import purpose_value
from handlers.views.post.lists import MayChange
from handlers.views.radar_words import gap_days, gap_line, plain_line
from handlers.views.reminders.post import instead_of_lead, marks, owed_to

MANY, ROOM = 6, 34
"""Rows of each gap, and of all of them: a message holds fifty blocks."""
LIGHT = (PostKind.QUESTION, PostKind.STORY, PostKind.NEWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A post that would mend a finding: what its form begins with, as the button carries it.

    *winner_of*: the contest whose result it tells. *kind*: where another one than usual is wanted. *asked*: the source
    of what customers want that it answers.
    """

    strategy_id: str
    day: date | None = None
    platform: str = ""
    theme_id: str = ""
    winner_of: str = ""
    kind: str = ""
    asked: str = ""

    @property
    def value(self) -> str:
        day = self.day.isoformat() if self.day else ""
        return "|".join((self.strategy_id, day, self.platform, self.theme_id, self.winner_of, self.kind, self.asked))

    @classmethod
    def of(cls, value: str) -> "Wanted":
        strategy_id, day, platform, theme_id, winner_of, kind, asked = (*value.split("|"), "")[:7]
        return cls(
            strategy_id=strategy_id,
            day=date.fromisoformat(day) if day else None,
            platform=platform,
            theme_id=theme_id,
            winner_of=winner_of,
            kind=kind,
            asked=asked,
        )


def month_value(strategy_id: str, first: date) -> str:
    return f"{strategy_id}|{first.isoformat()}"


def radar_text(t: Translator, found: Radar) -> str:
    return t(
        "radar-title-over" if found.is_over else "radar-title",
        month=t.month(found.first),
        name=escape(found.strategy.name),
        posts=found.total,
        findings=len(found.findings),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mends:
    """What the reader of a radar may do about it: change the *plan*, *add* posts, *change* one of them."""

    plan: bool
    add: bool
    change: MayChange


def radar_blocks(t: Translator, found: Radar, *, mends: Mends) -> list[Json]:
    """Each finding with the button that mends it, where its reader may."""
    text = radar_text(t, found)
    rows = _rows(t, found, mends)
    said = _said(found)
    return [
        header(t("radar-heading", month=t.month(found.first))),
        section(f"*{text}*"),
        *_summary(t, found),
        *_held(t, found, mends),
        divider(),
        *([section(t(said))] if said else []),
        *rows,
        divider(),
        actions(*_months(t, found)),
    ]


def _held(t: Translator, found: Radar, mends: Mends) -> list[Json]:
    """By a pause, with the way out of it."""
    if not found.paused:
        return []
    go_on = button(t("pause-button-go-on"), "plan.go-on", found.strategy.id) if mends.plan else None
    return [section(t("radar-held", count=found.paused), accessory=go_on)]


def _said(found: Radar) -> str:
    if found.is_over:
        return "radar-over-left" if found.findings else "radar-over"
    return "" if found.findings else "radar-nothing"


def radar_modal(t: Translator, found: Radar, *, mends: Mends) -> Json:
    blocks = radar_blocks(t, found, mends=mends)
    meta = {"channel": found.strategy.channel_id}
    return modal("plan.radar", t("radar-form"), blocks, close=t("button-close"), meta=meta)


def radar_message(t: Translator, found: Radar, delivery: Delivery, *, mends: Mends, now: datetime) -> Outgoing:
    """The reminder of the 25th; its top-level text names the first findings."""
    text = "\n".join([radar_text(t, found), *(plain_line(t, each) for each in found.findings[:5])])
    blocks = radar_blocks(t, found, mends=mends)
    said = instead_of_lead(t, found.strategy, delivery, manager_id=owed_to(delivery))
    why = [*marks(t, delivery, now=now), *([context(*said)] if said else [])]
    return Outgoing(text=text, blocks=[*blocks[:2], *why, *blocks[2:]])


def _summary(t: Translator, found: Radar) -> list[Json]:
    """Mix of kinds, load per person and money, in small print."""
    kinds = sorted(found.kinds.items(), key=lambda pair: -pair[1])
    lines = []
    if kinds:
        lines.append(t("radar-kinds", kinds=t.listing([f"{t.kind(kind)} {n}" for kind, n in kinds], "unit")))
    if found.loads:
        loads = sorted((each for each in found.loads.items() if each[0]), key=lambda pair: pair[0])[:15]
        said = [f"{mention(who)} {n}" for who, n in loads]
        nobody = [t("radar-nobody", n=found.loads[""])] if found.loads.get("") else []
        lines.append(t("radar-loads", loads=t.listing([*said, *nobody], "unit")))
    lines += [usage_line(t, each, found.strategy.currency) for each in found.usages]
    return [context("\n".join(lines))] if lines else []


def _rows(t: Translator, found: Radar, mends: Mends) -> list[Json]:
    groups = [(gap, found.of(gap)) for gap in Gap if found.of(gap)]
    most = _most([len(group) for _, group in groups])
    rows = []
    for gap, group in groups:
        rows += [_row(t, found, each, mends) for each in group[:most]]
        if len(group) > most:
            rows.append(context(t("radar-more", gap=t(f"radar-gap-{gap.value}"), n=len(group) - most)))
    return rows


def _most(sizes: Sequence[int]) -> int:
    """As many rows of each gap as fit, with a line for those that are left; one at least."""
    fits = (most for most in range(MANY, 1, -1) if sum(min(size, most) + (size > most) for size in sizes) <= ROOM)
    return next(fits, 1)


def _row(t: Translator, found: Radar, each: Finding, mends: Mends) -> Json:
    text = f"*{t(f'radar-gap-{each.gap.value}')}* · {gap_line(t, found.strategy, each)}"
    return section(text, accessory=mend(t, found, each, mends))


EDITED = frozenset({Gap.NO_TEXT, Gap.POLICY, Gap.TOO_LONG, Gap.CONTEST_RULES, Gap.CONTEST_DEADLINE})
HANDED = frozenset({Gap.UNOWNED, Gap.AWAY})
MOVED = frozenset({Gap.OVERDUE, Gap.HOLIDAY, Gap.DAY_FULL})
ANSWERED = {Gap.COMPASS_PLATFORM: CompassQuestion.PLATFORM, Gap.COMPASS_OBJECTIVE: CompassQuestion.OBJECTIVE}


def mend(t: Translator, found: Radar, each: Finding, mends: Mends) -> Button | None:
    """The button that mends it, where the reader can."""
    post = each.post
    if post is not None and each.gap in EDITED | HANDED | MOVED:
        verb, text = _verb(each.gap)
        label = t("radar-label", what=t(text), post=post.id)
        return button(t(text), f"post.{verb}", post.id, label=label) if mends.change(post) else None
    if each.gap is Gap.BUDGET:
        return _about_money(t, each, mends)
    if each.gap in ANSWERED or each.gap is Gap.LOAD:
        return _about_many(t, found, each) if any(map(mends.change, each.posts)) else None
    if each.gap is Gap.CONTEST_WINNER and post is not None and _has_winner_step(post):
        return _adding(t, found, each) if mends.change(post) else None
    return _adding(t, found, each) if mends.add else None


def _has_winner_step(contest: Post) -> bool:
    """Then the button makes that step's post, which is the contest's own."""
    return any(step.key == WINNER_STEP and is_open(step) for step in contest.checklist)


def _about_many(t: Translator, found: Radar, each: Finding) -> Button:
    """Posts that somebody has too many of, or that nobody has said the purpose of."""
    if each.gap is Gap.LOAD:
        value = f"{month_value(found.strategy.id, found.first)}|{each.member_id}"
        return button(t("button-hand-over"), "plan.load", value)
    value = purpose_value(found.strategy.id, ANSWERED[each.gap], each.platform)
    return button(t("compass-answer"), "post.purpose-of", value, label=_gap_named(t, each))


def _about_money(t: Translator, each: Finding, mends: Mends) -> Button | None:
    """The limits, or the amount that a post still lacks."""
    if each.post:
        label = t("radar-label", what=t("detail-button"), post=each.post.id)
        detail = button(t("detail-button"), "post.details", each.post.id, label=label)
        return detail if mends.change(each.post) else None
    return button(t("button-change"), "plan.edit", "limits|", label=t("plan-add-limits")) if mends.plan else None


def _gap_named(t: Translator, each: Finding) -> str:
    gap = t(f"radar-gap-{each.gap.value}")
    return t("radar-gap-of", gap=gap, platform=t.platform(each.platform)) if each.platform else gap


def _verb(gap: Gap) -> tuple[str, str]:
    if gap in HANDED:
        return "assign", "button-hand-over"
    if gap in MOVED:
        return "move", "button-move"
    return "edit", "radar-write" if gap is Gap.NO_TEXT else "button-edit"


def _adding(t: Translator, found: Radar, each: Finding) -> Button | None:
    wanted = wanted_for(found, each)
    return button(
        t("button-add-more"), "plan.gap", wanted.value, label=t("radar-add-label", day=gap_days(t, each) or "…")
    )


def wanted_for(found: Radar, each: Finding) -> Wanted:
    """What the new post's form begins with."""
    wanted = Wanted(
        strategy_id=found.strategy.id,
        day=each.quiet_day or each.first,
        platform=each.platform.value if each.platform else "",
        theme_id=each.theme.id if each.theme else "",
        kind=_other_kind(found, each.kind).value if each.kind else "",
        asked=each.want.source if each.want else "",
    )
    if each.gap is not Gap.CONTEST_WINNER or each.post is None:
        return wanted
    return replace(wanted, platform=each.post.platform.value, winner_of=each.post.id)


def _other_kind(found: Radar, too_many: PostKind) -> PostKind:
    """The rarest of the kinds that ask for nothing besides the post itself."""
    return min((each for each in LIGHT if each is not too_many), key=lambda kind: found.kinds.get(kind, 0))


def _months(t: Translator, found: Radar) -> list[Button]:
    """Look again, and the months beside it."""
    value = month_value(found.strategy.id, found.first)
    before, after = shifted(found.first, -1), shifted(found.first, 1)
    return [
        button(t("radar-again"), "plan.check.again", value, style="primary"),
        button(f"← {t.month(before)}", "plan.check.before", month_value(found.strategy.id, before)),
        button(f"{t.month(after)} →", "plan.check.after", month_value(found.strategy.id, after)),
        button(t("plan-button-calendar"), "calendar.show", value),
    ]


def load_modal(t: Translator, found: Radar, member_id: str, posts: Sequence[Post], *, may_change: MayChange) -> Json:
    """Somebody's open posts of the month, each to be handed over by whoever may."""
    rows = [
        section(
            f"*{each.id}* · {safe(clip(each.title, GLIMPSE), GLIMPSE_ESCAPED)} · {t.platform(each.platform)} · "
            f"{t.moment(each.due.at, zone=found.strategy.zone) if each.due else t('post-undated')}",
            accessory=_hand_over(t, each) if may_change(each) else None,
        )
        for each in posts[:40]
    ]
    title = section(t("radar-load-of", who=mention(member_id), month=t.month(found.first), n=len(posts)))
    meta = {"channel": found.strategy.channel_id}
    return modal("plan.load", t("radar-form"), [title, *rows], close=t("button-close"), meta=meta)


def _hand_over(t: Translator, post: Post) -> Button:
    return button(t("button-hand-over"), "post.assign", post.id, label=f"{t('button-hand-over')} {post.id}")
