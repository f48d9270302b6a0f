"""The Home tab: my posts, my round, my absences and settings, the month at a glance, help. Never empty."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from functools import partial
from itertools import chain

from bot.domain.engage.questions import Question
from bot.domain.members import Member, RoundRhythm
from bot.domain.posts import Post
from bot.domain.reminder_columns import Told
from bot.domain.reminder_kinds import CHOOSABLE, ReminderKind, row_of
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.services.people.settings import TICKED
from bot.services.people.who_may import Action, may
from bot.services.reminders.rhythms import two_days
from bot.services.workspace.home import HomeFacts
from handlers.views.engage.absences import span
from handlers.views.kit import (
    Json,
    actions,
    button,
    checkboxes,
    context,
    divider,
    escape,
    field,
    header,
    home,
    menu,
    menu_of_many,
    modal,
    safe,
    section,
    time_picker,
)
from handlers.views.lengths import PHRASE
from handlers.views.post.lists import Can, overview, post_row
from handlers.views.reminders.invitations import said_rhythm
from handlers.views.workspace.welcome import steps

STRATEGIES, ROWS = 3, 5
"""Of other strategies: a Home tab holds a hundred blocks, and their channels have the whole lists."""


def home_view(t: Translator, facts: HomeFacts, *, now: datetime) -> Json:
    if facts.strategy is None:
        mine = [*elsewhere(t, facts, now=now), *my_questions(t, facts)]
        return home([*welcome(t, facts.member), *mine, *footer(t, facts)])
    title = section(t("home-strategy", name=escape(facts.strategy.name), channel=f"<#{facts.strategy.channel_id}>"))
    posts = [*my_posts(t, facts, now=now), *elsewhere(t, facts, now=now)]
    return home([title, *posts, *my_questions(t, facts), *my_round(t, facts), *month(t, facts), *footer(t, facts)])


def welcome(t: Translator, member: Member) -> list[Json]:
    """Three things to do first; a guest can do none of them."""
    first = [section(t("home-guest"))] if member.is_guest else [section(t("home-first-steps")), *steps(t)]
    return [header(t("home-welcome")), *first, context(t("help-both-languages"))]


def my_posts(t: Translator, facts: HomeFacts, *, now: datetime) -> list[Json]:
    if facts.overview is None or facts.strategy is None:
        return []
    can = _can(facts.member, facts.strategy)
    return overview(
        t,
        facts.overview,
        reader_id=facts.member.id,
        now=now,
        zone=facts.strategy.zone,
        can=can,
        has_others=bool(facts.elsewhere),
    )


def elsewhere(t: Translator, facts: HomeFacts, *, now: datetime) -> list[Json]:
    """The member's posts of their other strategies, the nearest first."""
    shown = [_elsewhere(t, facts.member, strategy, posts, now=now) for strategy, posts in facts.elsewhere[:STRATEGIES]]
    rest = sum(len(posts) for _, posts in facts.elsewhere[STRATEGIES:])
    more = [context(t("home-elsewhere-more", count=rest))] if rest else []
    return [divider(), header(t("home-elsewhere")), *chain(*shown), *more] if shown else []


def _elsewhere(
    t: Translator, member: Member, strategy: Strategy, posts: Sequence[Post], *, now: datetime
) -> list[Json]:
    can = _can(member, strategy)
    name = section(t("home-strategy", name=escape(strategy.name), channel=f"<#{strategy.channel_id}>"))
    row = partial(post_row, t, now=now, zone=strategy.zone, may_change=can.change, pause=can.pause)
    rows = [row(each) for each in posts[:ROWS]]
    rest = len(posts) - len(rows)
    return [name, *rows, *([context(t("home-elsewhere-more", count=rest))] if rest else [])]


def _can(member: Member, strategy: Strategy) -> Can:
    change = partial(may, member, Action.CHANGE_POST, strategy)
    return Can(change=change, add=may(member, Action.ADD_POST, strategy), pause=strategy.plan.pause)


def my_questions(t: Translator, facts: HomeFacts) -> list[Json]:
    """How many customers wait for the member in each strategy, who waits longest, and the way to them."""
    show = button(t("home-questions-show"), "question.list.mine", "mine||0")
    here = [section(_waiting(t, facts.questions), accessory=show)] if facts.questions else []
    there = [_asked_elsewhere(t, *each) for each in facts.asked_elsewhere[:STRATEGIES]]
    rest = sum(len(questions) for _, questions in facts.asked_elsewhere[STRATEGIES:])
    more = [context(t("home-questions-more", count=rest))] if rest else []
    return [divider(), *here, *there, *more] if here or there else []


def _waiting(t: Translator, questions: Sequence[Question]) -> str:
    oldest = questions[0]
    return t(
        "home-questions",
        count=len(questions),
        question=oldest.id,
        text=safe(oldest.text, PHRASE),
        day=t.day(oldest.asked_on, short=True),
    )


def _asked_elsewhere(t: Translator, strategy: Strategy, questions: Sequence[Question]) -> Json:
    """With the way to the oldest: its card knows its strategy."""
    name = t("home-strategy", name=escape(strategy.name), channel=f"<#{strategy.channel_id}>")
    label = t("question-button-see", question=questions[0].id)
    see = button(t("question-button-do"), "question.show", questions[0].id, label=label)
    return section(f"{name}\n{_waiting(t, questions)}", accessory=see)


def my_round(t: Translator, facts: HomeFacts) -> list[Json]:
    if not facts.in_round:
        return []
    said = t("home-round-done") if facts.check_in else t("home-round-open")
    label = t("button-change") if facts.check_in else t("button-my-round")
    return [divider(), section(said), actions(button(label, "checkin.open"), button(t("home-team"), "checkin.status"))]


def month(t: Translator, facts: HomeFacts) -> list[Json]:
    if facts.strategy is None:
        return []
    show = button(t("home-month-show"), "calendar.show", f"{facts.strategy.id}|")
    return [divider(), section(t("home-month", live=facts.live, planned=facts.planned), accessory=show)]


def footer(t: Translator, facts: HomeFacts) -> list[Json]:
    """Settings and absences are about messages, of which a guest gets none."""
    member = facts.member
    if member.is_guest:
        return [divider(), actions(button(t("button-help"), "help.show"), button(t("button-refresh"), "home.refresh"))]
    zone = t("home-zone", place=t.place(member.zone), at=t.wall(member.agenda_at))
    away = [t("away-known", spans=t.listing([span(t, each) for each in facts.absences]))] if facts.absences else []
    buttons = actions(
        button(t("home-settings"), "home.settings"),
        button(t("home-away"), "checkin.away"),
        button(t("button-help"), "help.show"),
        button(t("button-refresh"), "home.refresh"),
    )
    return [divider(), context(zone, *away), buttons]


WANTED = {
    "wanted": [kind for kind in CHOOSABLE if kind in TICKED and row_of(kind).told is not Told.LINE],
    "wanted-lines": [kind for kind in CHOOSABLE if kind in TICKED and row_of(kind).told is Told.LINE],
}
"""The fields of what somebody wants to be told: messages, and lines of the morning. Slack ticks ten in a field."""


def kinds_field(t: Translator, member: Member, name: str, kinds: Sequence[ReminderKind]) -> Json:
    choices = [(t.reminder(kind), kind.value) for kind in kinds]
    wanted = [kind.value for kind in kinds if member.wants(kind)]
    return field(name, t(f"settings-{name}"), checkboxes(name, choices, chosen=wanted))


Shown = Sequence[tuple[Strategy, RoundRhythm | None]]
ROUNDS = 20
"""Rounds that the form offers a field for; more are changed by text."""


def round_field(strategy: Strategy) -> str:
    return f"round.{strategy.id}"


def round_fields(t: Translator, rounds: Shown) -> Iterator[Json]:
    choices = [(t(f"settings-round-{each}"), each.value) for each in RoundRhythm]
    for strategy, rhythm in rounds[:ROUNDS]:
        label = t("settings-round-of", strategy=strategy.name) if len(rounds) > 1 else t("settings-round")
        name = round_field(strategy)
        yield field(name, label, menu(name, choices, chosen=rhythm or "", placeholder=t("settings-round-open")))
    if len(rounds) > ROUNDS:
        yield context(t("settings-round-more", n=len(rounds) - ROUNDS))


def settings_form(t: Translator, member: Member, rounds: Shown = ()) -> Json:
    """*rounds*: how often they are asked for each round that they do; None where they leave that open."""
    week = [(t.weekday(day), str(day)) for day in range(7)]
    blocks = [
        *(kinds_field(t, member, name, kinds) for name, kinds in WANTED.items()),
        field("agenda_at", t("settings-agenda-at"), time_picker("agenda_at", clock=clock(member.agenda_at))),
        *round_fields(t, rounds),
        field("check_in_at", t("settings-check-in-at"), time_picker("check_in_at", clock=clock(member.check_in_at))),
        field(
            "working_days",
            t("settings-working-days"),
            menu_of_many("working_days", week, chosen=[str(day) for day in sorted(member.working_days)]),
            optional=False,
        ),
        context(t("settings-zone", place=t.place(member.zone))),
    ]
    meta = {"home": True}
    title = t("settings-title")
    return modal("settings", title, blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def rounds_said(t: Translator, member: Member, rounds: Sequence[tuple[Strategy, RoundRhythm]]) -> list[str]:
    two, is_one = two_days(member), len(rounds) == 1
    return [said_rhythm(t, rhythm, two, name="" if is_one else each.name) for each, rhythm in rounds]


def settings_saved(t: Translator, member: Member, rounds: Sequence[tuple[Strategy, RoundRhythm]] = ()) -> Json:
    off = [t.reminder(kind) for kind in CHOOSABLE if not member.wants(kind)]
    said = t("settings-saved", at=t.wall(member.agenda_at), round=t.wall(member.check_in_at))
    rest = [context(*rounds_said(t, member, rounds))] if rounds and member.wants(ReminderKind.CHECK_IN) else []
    rest += [context(t("settings-off", kinds=t.listing(off)))] if off else []
    if not member.wants(ReminderKind.AGENDA):
        rest.append(context(t("settings-morning-off")))
    return modal("settings-saved", t("settings-title"), [section(said), *rest], close=t("button-close"))


def clock(at: time) -> str:
    return at.isoformat("minutes")
