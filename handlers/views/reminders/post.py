"""The messages about one post: due, overdue, missing numbers, and what they become when the post changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from slackblocks import Button

from bot.domain.moments import local, local_day
from bot.domain.post.checklists import due_day, open_steps
from bot.domain.post.echo import Echo
from bot.domain.posts import Post, PostState, is_paused
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.posts import Phase, phase_of
from bot.domain.reminders.reviews import is_unapproved
from bot.domain.reminders.routing import responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.reminders.deliveries import UNREADABLE, is_late
from bot.services.undo.deeds import UNDO_FOR
from handlers.views.kit import Json, actions, button, clip, context, escape, link, mention, section
from handlers.views.lengths import PARAGRAPH, TITLE
from handlers.views.post.details import attachment_lines
from handlers.views.post.echo import echo_blocks
from handlers.views.post.in_words import held_words, short_link
from handlers.views.post.steps import step_name
from handlers.views.post.text_to_copy import text_beside
from handlers.views.reminders.lacks import lack_button, lack_of
from handlers.views.reminders.live_lines import live_lines
from handlers.views.reminders.rounds import RoundLine, round_rows

FIVE_MINUTES = timedelta(minutes=5)
STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ping:
    """What a message about one post depends on. *is_followed*: a newer one about the same post was sent.

    *echoes*: posts that say the same. *rounds*: what is told along.

    *can_change*: whether its reader may still do anything about the post.
    *is_lead_there*: the manager was, when it was sent. *why*: as `stand_in` has it.
    """

    delivery: Delivery
    post: Post
    strategy: Strategy
    now: datetime
    is_followed: bool = False
    is_measured: bool = False
    can_change: bool = True
    is_lead_there: bool = True
    why: str = "due-stand-in"
    echoes: Sequence[Echo] = ()
    rounds: Sequence[RoundLine] = ()

    @property
    def person(self) -> str:
        """Whom it is owed to; somebody else may stand in."""
        return owed_to(self.delivery)

    @property
    def moves(self) -> int:
        """How often the post had been moved when this was owed."""
        return int(self.delivery.key.rpartition(":")[2].split("-")[1])


def message(text: str, *blocks: Json) -> Outgoing:
    return Outgoing(text=text, blocks=blocks or (section(text),))


def is_fleeting(outgoing: Outgoing) -> bool:
    """Whether it offers what is only possible for a few minutes, and has to be drawn again after them."""
    elements = (each for block in outgoing.blocks for each in block.get("elements", ()))
    return any(each.get("action_id") == "post.undo" for each in elements)


def when_here(t: Translator, moment: datetime, *, now: datetime, zone: str) -> str:
    """The time of day where it is today, else day and time; with the strategy's own time where that differs."""
    here, there = local(moment, t.zone), local(moment, zone)
    if here.date() != local(now, t.zone).date():
        return t.moment(moment, zone=zone)
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return t.clock(moment)
    return t("moment-elsewhere", here=t.clock(moment), there=t.clock(moment, zone=zone), place=t.place(zone))


def instead_of_lead(t: Translator, strategy: Strategy, delivery: Delivery, *, manager_id: str) -> list[str]:
    """Why somebody else reads what was owed to the manager."""
    name = escape(strategy.name)
    if delivery.recipient_id == manager_id:
        return []
    return [t("lead-away", manager=mention(manager_id), strategy=name) if manager_id else t("lead-none", strategy=name)]


def owed_to(delivery: Delivery) -> str:
    """The member whom a message was owed to; empty where the strategy had nobody."""
    return delivery.key.split(":")[3]


def marks(t: Translator, delivery: Delivery, *, now: datetime) -> list[Json]:
    """That it comes late, and that it may come twice."""
    said = []
    if is_late(delivery, now=now):
        said.append(t("due-late", when=t.moment(delivery.owed_at)))
    if delivery.error == UNREADABLE:
        said.append(t("due-again"))
    return [context(*said)] if said else []


def due_message(t: Translator, ping: Ping) -> Outgoing | None:
    """A due or overdue post as it stands; None when there is nothing to tell about it (any more) to somebody new."""
    settled = settled_text(t, ping)
    if settled is None:
        return open_message(t, ping)
    if ping.delivery.sent_at is None:
        return None
    below = [*_by_others(t, ping), *settled_buttons(t, ping)]
    return message(settled, section(settled), *below, *round_rows(t, ping.rounds))


def _by_others(t: Translator, ping: Ping) -> list[Json]:
    return live_lines(t, ping.post, since=ping.delivery.sent_at, reader_id=ping.delivery.recipient_id)


def settled_text(t: Translator, ping: Ping) -> str | None:
    """What became of the post since, in one line; None while it is still to be published by its reader."""
    post = ping.post
    if ping.is_followed:
        when = _when(t, ping, post.due.at) if post.due else t("agenda-undated")
        return _said(t, ping, "due-followed", platform=t.platform(post.platform), when=when)
    if post.state is PostState.PUBLISHED and post.published_at:
        return _said(t, ping, "due-live", when=_when(t, ping, post.published_at))
    if post.state is PostState.CANCELLED:
        return _said(t, ping, "due-cancelled")
    if post.due is None:
        return _said(t, ping, "due-undated")
    pause = ping.strategy.plan.pause
    if pause is not None and is_paused(post, pause, now=ping.now):
        return _said(t, ping, "due-paused", held=held_words(t, pause, now=ping.now, zone=ping.strategy.zone))
    if post.moves != ping.moves:
        return _said(t, ping, "due-moved", when=t.moment(post.due.at, zone=ping.strategy.zone))
    if responsible_for(post, ping.strategy) != ping.person:
        return _said(t, ping, "due-handed-over", owner=mention(responsible_for(post, ping.strategy)))
    if post.snoozed_until and post.snoozed_until > ping.now:
        return _said(t, ping, "due-put-off", when=_when(t, ping, post.snoozed_until))
    return None


def settled_buttons(t: Translator, ping: Ping) -> list[Json]:
    post = ping.post
    if ping.is_followed:
        return []
    if post.state is PostState.PUBLISHED:
        return [*_live_link(t, post), actions(*_live_buttons(t, ping))]
    may = post.is_open and ping.can_change
    done = [button(t("button-published"), "post.done", post.id)] if may else []
    return [actions(*undo_buttons(t, ping), *done, _open_button(t, post))]


def _live_link(t: Translator, post: Post) -> list[Json]:
    return [context(link(post.link, clip(post.link, TITLE)))] if post.link else []


def _live_buttons(t: Translator, ping: Ping) -> list[Button]:
    post = ping.post
    return [*undo_buttons(t, ping), button(t("button-numbers"), "kpi.log", post.id), _open_button(t, post)]


def undo_buttons(t: Translator, ping: Ping) -> list[Button]:
    """Of what the reader did last to the post, for ten minutes."""
    post = ping.post
    lines = post.lines_not_taken_back
    last = post.history[lines - 1] if lines else None
    is_theirs = last is not None and last.by == ping.delivery.recipient_id and ping.now - last.at < UNDO_FOR
    return [button(t("button-undo"), "post.undo", f"{post.id}|{lines}")] if is_theirs else []


def open_message(t: Translator, ping: Ping) -> Outgoing:
    post, phase = ping.post, phase_of(ping.delivery)
    text = headline(t, ping, phase)
    head = [section(f"*{text}*"), *marks(t, ping.delivery, now=ping.now)]
    below = [*_notes(t, ping), *_by_others(t, ping), *echo_blocks(t, post, ping.echoes)]
    buttons = actions(*_open_buttons(t, ping, phase))
    return message(text, *head, *text_beside(t, post, [*head, *below]), *below, buttons, *round_rows(t, ping.rounds))


def headline(t: Translator, ping: Ping, phase: Phase) -> str:
    post = ping.post
    when = _when(t, ping, post.due.at) if post.due else ""
    owner = mention(ping.person)
    left = _ahead(ping)
    minutes, is_soon = left // timedelta(minutes=1), phase is Phase.SOON
    span = {"span": t.duration(left), "minutes": minutes} if is_soon else {}
    key = "due-lead" if phase is Phase.MANAGER and _stands_in_for_lead(ping) else f"due-{phase}"
    return _said(
        t, ping, key, platform=t.platform(post.platform), when=when, owner=owner, dated=_dated(t, ping), **span
    )


def _stands_in_for_lead(ping: Ping) -> bool:
    return not ping.is_lead_there and ping.delivery.recipient_id != ping.strategy.manager_id


def _dated(t: Translator, ping: Ping) -> str:
    """Whether `_when` has a day: an hour before midnight it is the next one."""
    due, shown = ping.post.due, ping.delivery.sent_at or ping.now
    return "yes" if due and local_day(due.at, t.zone) != local_day(shown, t.zone) else "no"


def _ahead(ping: Ping) -> timedelta:
    """How long from the message to the due moment, to five minutes: an hour is an hour some seconds later too."""
    shown = ping.delivery.sent_at or ping.now
    left = ping.post.due.at - shown if ping.post.due else timedelta()
    return FIVE_MINUTES * round(left / FIVE_MINUTES)


def _said(t: Translator, ping: Ping, key: str, **params: object) -> str:
    return t(key, post=ping.post.id, title=escape(ping.post.title), **params)


def _when(t: Translator, ping: Ping, moment: datetime) -> str:
    shown = ping.delivery.sent_at or ping.now  # an update must not change how a moment reads
    return when_here(t, moment, now=shown, zone=ping.strategy.zone)


def _notes(t: Translator, ping: Ping) -> list[Json]:
    """Image, what is missing, and why somebody who is not the owner reads this."""
    post = ping.post
    said = [t("due-image", image=short_link(post.image))] if post.image else []
    if post.image_text:
        said.append(t("due-image-text", text=escape(clip(post.image_text, PARAGRAPH))))
    said += attachment_lines(t, post.attachments)
    missing = missing_of(t, post, ping.strategy)
    if missing:
        said.append(t("due-missing", what=t.listing(missing)))
    said += _why_you(t, ping, phase_of(ping.delivery))
    return [context(*said)] if said else []


def _why_you(t: Translator, ping: Ping, phase: Phase) -> list[str]:
    if phase is Phase.MANAGER and _stands_in_for_lead(ping):
        return instead_of_lead(t, ping.strategy, ping.delivery, manager_id=ping.strategy.manager_id)
    if phase in {Phase.BACKUP, Phase.MANAGER} or ping.delivery.recipient_id == ping.person:
        return [t("due-ownerless")] if ping.post.owner_id is None else []
    if not ping.person:
        return [t("due-nobodys", strategy=escape(ping.strategy.name))]
    return [stand_in(t, ping, ping.person)]


def stand_in(t: Translator, ping: Ping, person: str) -> str:
    """Why it comes to somebody else: *person* is off, not in the channel, or gone from the workspace."""
    return t(ping.why, owner=mention(person), post=ping.post.id)


def missing_of(t: Translator, post: Post, strategy: Strategy) -> list[str]:
    lacks = {
        "due-missing-text": not post.text,
        "due-missing-image-text": bool(post.image) and not post.image_text,
        "due-missing-approval": is_unapproved(post, strategy),
    }
    day = due_day(post.due, strategy)
    late = open_steps(post, day) if day else []
    steps = [t("due-missing-step", step=step_name(t, each)) for each in late[:STEPS]]
    return [*(t(key) for key, is_missing in lacks.items() if is_missing), *steps]


def _open_buttons(t: Translator, ping: Ping, phase: Phase) -> Sequence[Button]:
    """First what is missing, where something is: nobody can publish what is not there."""
    post, lack = ping.post, lack_of(ping.post, ping.strategy)
    is_late = phase not in {Phase.SOON, Phase.NOW, Phase.SNOOZED}
    is_main = lack is None and phase is not Phase.SOON
    missing = [lack_button(t, post, lack, is_main=True)] if lack else []
    published = button(t("button-published"), "post.done", post.id, style="primary" if is_main else None)
    move = button(t("button-move"), "post.move", post.id)
    drop, snooze = button(t("button-drop"), "post.drop", post.id), button(t("button-snooze"), "post.snooze", post.id)
    ways = [move, drop] if is_late else [snooze, move]
    return (
        *missing,
        published,
        *ways,
        button(t("button-hand-over"), "post.assign", post.id),
        _open_button(t, post),
    )


def _open_button(t: Translator, post: Post) -> Button:
    return button(t("button-open"), "post.show", post.id, label=t("due-open-label", post=post.id))


def measure_message(t: Translator, ping: Ping) -> Outgoing | None:
    post = ping.post
    is_settled = ping.is_measured or post.published_at is None
    if is_settled and ping.delivery.sent_at is None:
        return None
    if is_settled or post.published_at is None:
        return message(_said(t, ping, "measure-done"))
    day = t.day(local(post.published_at, t.zone).date(), weekday=False)
    text = _said(t, ping, "measure-title", platform=t.platform(post.platform), when=day)
    numbers = button(t("button-numbers"), "kpi.log", post.id, style="primary")
    return message(
        text,
        section(f"*{text}*"),
        *marks(t, ping.delivery, now=ping.now),
        *_live_link(t, post),
        context(t("measure-why"), *_asked_instead(t, ping)),
        actions(numbers, _open_button(t, post)),
    )


def _asked_instead(t: Translator, ping: Ping) -> list[str]:
    if ping.delivery.recipient_id == ping.person or not ping.person:
        return []
    return [t("measure-instead", owner=mention(ping.person))]
