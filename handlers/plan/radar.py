"""`/plan check`: the radar of a month, the buttons that mend its findings, and its reminder on the 25th."""

import secrets
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import local_day
from bot.domain.plan.contests import WINNER_STEP
from bot.domain.plan.findings import Radar
from bot.domain.post.checklists import is_open
from bot.domain.posts import PostKind
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Platform, Strategy
from bot.i18n import translator_for
from bot.language.plan.requests import CheckPlan
from bot.ports import Outgoing
from bot.services.people.sight import is_shut_out
from bot.services.people.who_may import Action, may
from bot.services.plan.held_back import Held
from bot.services.plan.radar import coverage_of
from handlers.cards import card_in_modal
from handlers.context import House, Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.post.steps import held_step, make_step
from handlers.turns import may_change, meta_for, post_of, turn_on
from handlers.views.kit import clip, safe, section
from handlers.views.lengths import PHRASE, TITLE
from handlers.views.plan import radar as views
from handlers.views.post.forms import Filled, adding_form
from handlers.who_is_meant import offered

USUAL = time(10)
"""What the clock of a new post begins with: a form that asks less is filled in sooner."""


def register(on: Listeners) -> None:
    on.press("plan.check", on_check)
    on.press("plan.check.", on_check)
    on.press("plan.gap", on_gap)
    on.press("plan.load", on_load)
    on.reminder(ReminderKind.RADAR, render_radar)


def on_check_typed(turn: Turn, request: CheckPlan) -> Reply:
    """The month that was named, else the present one; what was not understood is said above it."""
    missed, found = " ".join(request.not_understood), radar_of(turn, request.first)
    notice = turn.t("radar-not-understood", what=safe(missed, PHRASE)) if missed else ""
    if request.is_part:
        notice = turn.t("radar-whole-month", month=turn.t.month(found.first))
    reply = shown(turn, found)
    return replace(reply, blocks=[section(notice), *reply.blocks]) if notice else reply


def radar_of(turn: Turn, first: date | None = None) -> Radar:
    strategy = turn.the_strategy()
    day = first or strategy.today(turn.now)
    return coverage_of(turn.store, strategy=strategy, first=day, now=turn.now, locale=turn.t.locale)


def shown(turn: Turn, found: Radar, *, in_place: bool = False) -> Reply:
    blocks = views.radar_blocks(turn.t, found, mends=_mends(turn.member, found.strategy))
    return Reply(text=views.radar_text(turn.t, found), blocks=blocks, in_place=in_place)


def _mends(member: Member, strategy: Strategy) -> views.Mends:
    return views.Mends(
        plan=may(member, Action.CHANGE_PLAN, strategy),
        add=may(member, Action.ADD_POST, strategy),
        change=partial(may, member, Action.CHANGE_POST, strategy),
    )


def on_check(turn: Turn, press: Press) -> Reply:
    """In place where only this member sees it; a reminder stays as it came, and the answer stands under it."""
    strategy_id, _, first = press.value.partition("|")
    turn = turn_on(turn, strategy_id)
    found = radar_of(turn, date.fromisoformat(first) if first else None)
    if press.view_id and not press.from_home:
        modal = views.radar_modal(turn.t, found, mends=_mends(turn.member, found.strategy))
        return Reply(modal=modal, in_place=True)
    return shown(turn, found, in_place=press.from_ephemeral)


def on_gap(turn: Turn, press: Press) -> Reply:
    """The form of a new post, filled in with what the finding knows; a winner post that is a step is made at once."""
    wanted = views.Wanted.of(press.value)
    turn = turn_on(turn, wanted.strategy_id)
    made = _winner_step(turn, wanted.winner_of, press) if wanted.winner_of else None
    if made is not None:
        return made
    strategy = turn.the_strategy()
    platform = Platform(wanted.platform) if wanted.platform else None
    plan = strategy.plan_of(platform) if platform else None
    own = turn.member.id if turn.member.can_be_messaged else None
    theme = next((each for each in strategy.plan.themes if each.id == wanted.theme_id), None)
    filled = Filled(
        title=_winner_title(turn, wanted.winner_of) if wanted.winner_of else "",
        platform=platform,
        kind=PostKind(wanted.kind or PostKind.NEWS),
        day=wanted.day,
        clock=USUAL if wanted.day else None,
        owner_id=offered(turn, theme.owner_id if theme else None, plan.owner_id if plan else None, own),
    )
    besides = {**({"theme": theme.name} if theme else {}), **({"asked": wanted.asked} if wanted.asked else {})}
    meta = {**meta_for(turn, token=secrets.token_hex(8)), **besides}
    return Reply(modal=adding_form(turn.t, filled, strategy=strategy, meta=meta))


def _winner_step(turn: Turn, post_id: str, press: Press) -> Reply | None:
    """The checklist of the contest knows the post's day, and shows it as made from then on."""
    contest = post_of(turn, post_id)
    waiting = [place for place, step in enumerate(contest.checklist) if step.key == WINNER_STEP and is_open(step)]
    if not waiting:
        return None
    try:
        made = make_step(turn, contest, waiting[0])
    except Held as held:
        return held_step(turn, contest, waiting[0], held, press=press)
    return card_in_modal(turn, made.id, notice=turn.t("step-said-made", post=made.id, parent=post_id))


def _winner_title(turn: Turn, post_id: str) -> str:
    return turn.t("radar-winner-title", title=clip(post_of(turn, post_id).title, TITLE))


def on_load(turn: Turn, press: Press) -> Reply:
    strategy_id, first, member_id = press.value.split("|")
    turn = turn_on(turn, strategy_id)
    found = radar_of(turn, date.fromisoformat(first))
    with turn.store.transaction() as tx:
        posts = [each for each in tx.posts.open_of_owner(member_id) if each.strategy_id == strategy_id and each.due]
    inside = [
        each for each in posts if each.due and found.first <= local_day(each.due.at, found.strategy.zone) <= found.last
    ]
    if not inside:
        raise UserError("radar-nothing-left")
    return Reply(modal=views.load_modal(turn.t, found, member_id, inside, may_change=may_change(turn)))


def render_radar(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    """Nothing where the month lacks nothing and nobody has been told otherwise."""
    with house.store.transaction() as tx:
        reader, strategy = tx.members.find(delivery.recipient_id), tx.strategies.find(delivery.strategy_id)
        is_over = strategy is None or strategy.is_archived or is_shut_out(tx, delivery.recipient_id, strategy)
    if reader is None or strategy is None or is_over:
        return None
    t = translator_for(reader, now)
    first = date.fromisoformat(f"{delivery.subject}-01")
    found = coverage_of(house.store, strategy=strategy, first=first, now=now, locale=t.locale)
    if not found.findings and delivery.sent_at is None:
        return None
    return views.radar_message(t, found, delivery, mends=_mends(reader, strategy), now=now)
