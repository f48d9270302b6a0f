"""The card of a post: what it is, its text to copy, what was done to it, what one does next. Owns the action ids."""

from collections.abc import Sequence
from datetime import datetime, time

from slackblocks import Button

from bot.domain.kpi.rates import Measurement
from bot.domain.platform_limits import Room, title_room
from bot.domain.posts import Post, PostState, is_paused
from bot.domain.reminders.reviews import is_unapproved, reviewer_of
from bot.i18n import Translator
from bot.services.kpi.figure_words import counted
from bot.services.post.adding import PostFacts
from handlers.views.kit import (
    Ask,
    Json,
    actions,
    button,
    clip,
    context,
    divider,
    escape,
    fields,
    mention,
    menu,
    modal,
    safe,
    section,
)
from handlers.views.lengths import EXCERPT, IN_COLUMN, LINE, MESSAGE, MODAL_COPYABLE, NAME, PHRASE, SENTENCE, TITLE
from handlers.views.post.compass import compass_blocks
from handlers.views.post.corrections import correction_button, corrections_on_post
from handlers.views.post.details import detail_lines
from handlers.views.post.echo import echo_blocks
from handlers.views.post.history import history_lines
from handlers.views.post.in_words import owner_of, post_name, post_title, short_link, state_of, when_of
from handlers.views.post.override import verdict_blocks
from handlers.views.post.reviews import review_buttons
from handlers.views.post.steps import step_rows
from handlers.views.post.text_to_copy import text_beside, text_blocks

COUNTS = ("impressions", "reach", "engagements", "reactions", "comments", "shares", "saves", "clicks", "video_views")
MOST_VOICES = 5
MORE_COUNTS = ("participants", "applications", "conversions")


def post_card(
    t: Translator,
    facts: PostFacts,
    *,
    now: datetime,
    notice: str = "",
    asks: Sequence[Json] = (),
    room: int = MESSAGE,
) -> list[Json]:
    """*notice* is mrkdwn: what has just happened, *asks* what that leaves to be asked.

    *room*: characters of it all; the post's own text gives way.
    """
    post = facts.post
    head = [*([section(notice)] if notice else []), *asks, section(post_title(post)), fields(_facts(t, facts, now=now))]
    below = _below(t, facts, now=now)
    return [*head, *text_beside(t, post, [*head, *below], room=room), *below]


def _below(t: Translator, facts: PostFacts, *, now: datetime) -> list[Json]:
    post = facts.post
    return [
        *echo_blocks(t, post, facts.echoes, can_change=facts.can_change),
        *compass_blocks(t, facts),
        *corrections_on_post(t, facts.corrections),
        *_extras(t, facts),
        *step_rows(t, post, can_change=facts.can_change),
        *verdict_blocks(t, facts.verdict, facts.strategy.currency, override=facts.post.override),
        *_numbers(t, facts.measurement, facts.strategy.currency),
        *([context("\n".join(told))] if (told := history_lines(t, post, zone=facts.strategy.zone)) else []),
        *_in_a_row(*next_buttons(t, facts, now=now)),
        *_review(t, facts),
        *_later(t, facts, now=now),
    ]


def card_text(t: Translator, facts: PostFacts, *, now: datetime, notice: str = "") -> str:
    """The top-level text of a card."""
    post = facts.post
    when = when_of(t, post, now=now, zone=facts.strategy.zone)
    said = t("post-in-short", name=post_name(t, post), state=state_of(t, post, now=now, pause=facts.pause), when=when)
    return f"{notice} {said}" if notice else said


def card_modal(t: Translator, facts: PostFacts, *, now: datetime, notice: str = "", asks: Sequence[Json] = ()) -> Json:
    blocks = post_card(t, facts, now=now, notice=notice, asks=asks, room=MODAL_COPYABLE)
    meta = {"channel": facts.strategy.channel_id}
    return modal("post.card", facts.post.id, blocks, close=t("button-close"), meta=meta)


def text_modal(t: Translator, facts: PostFacts) -> Json:
    """The text alone, to be copied."""
    blocks = [section(post_title(facts.post)), *text_blocks(t, facts.post, room=MODAL_COPYABLE)]
    return modal("post.text", facts.post.id, blocks, close=t("button-close"))


def next_buttons(t: Translator, facts: PostFacts, *, now: datetime) -> list[Button]:
    """What its reader can do with the post in its state, in five buttons; Undo goes before Cancel while it works."""
    post = facts.post
    numbers = [button(t("button-numbers"), "kpi.log", post.id)] if facts.can_measure else []
    undo = [button(t("button-undo"), "post.undo", f"{post.id}|{facts.undoable}")] if facts.undoable else []
    if not facts.can_change:
        return [*undo, *(numbers if post.state is PostState.PUBLISHED else [])]
    if post.state is PostState.CANCELLED:
        return [*undo, button(t("post-button-reopen"), "post.reopen", post.id)]
    edit = button(t("button-edit"), "post.edit", post.id)
    if post.state is PostState.PUBLISHED:
        return [*undo, *numbers, edit]
    done = button(t("button-published"), "post.done", post.id, style="primary" if post.is_due(now) else None)
    move = button(t("button-move"), "post.move", post.id)
    assign = button(t("button-hand-over"), "post.assign", post.id)
    return [*undo, done, edit, move, assign, *([] if undo else [_cancel_button(t, post)])]


def what_stands(t: Translator, post: Post, *, now: datetime, zone: str) -> list[str]:
    """A post in two or three lines of mrkdwn, to be compared with what somebody else typed."""
    when = when_of(t, post, now=now, zone=zone)
    said = [t.platform(post.platform), when, owner_of(t, post), state_of(t, post, now=now)]
    text = safe(post.text, EXCERPT).replace("\n", "\n> ")
    return [post_title(post), " · ".join(said), *([f"> {text}"] if text else [])]


def cancel_question(t: Translator, post: Post, *, reason: str = "") -> tuple[str, list[Json]]:
    """Asked where no dialogue of a button did; *reason* goes with the answer."""
    text = t("post-cancel-text", post=post.id, title=escape(post.title))
    yes = button(t("post-cancel-yes"), "post.cancel", f"{post.id}|{clip(reason, PHRASE)}", style="danger")
    return text, [section(text), actions(yes, button(t("post-cancel-no"), "post.keep", post.id))]


def _review(t: Translator, facts: PostFacts) -> list[Json]:
    """Who has it, and what can be done about it now: approve, have it read, copy it, take an idea up."""
    post = facts.post
    if post.state is PostState.IN_REVIEW:
        reviewer = reviewer_of(post, facts.strategy)
        said = context(t("review-with", reviewer=mention(reviewer) if reviewer else t("nobody")))
        return [said, actions(*review_buttons(t, post))] if facts.can_approve else [said]
    more = [button(t("detail-button"), "post.details", post.id)] if facts.can_change else []
    if post.series_id and facts.can_change:
        more.append(button(t("series-button"), "post.series", post.id))
    if facts.can_thread:
        more.append(button(t("thread-button"), "post.thread", post.id))
    copy = [button(t("copy-button"), "post.copy-to", post.id)] if facts.can_add else []
    if post.state is PostState.IDEA and facts.can_change:
        return [actions(button(t("draft-button"), "post.draft", post.id), *more, *copy)]
    if post.state not in (PostState.DRAFT, PostState.APPROVED) or not facts.can_change:
        return [*_in_a_row(*more, *copy), *_live(t, facts)] if post.state is PostState.PUBLISHED else []
    wanted = [context(t("review-wanted"))] if is_unapproved(post, facts.strategy) else []
    if post.state is PostState.APPROVED:
        by = [context(t("review-by", who=mention(post.approved_by)))] if post.approved_by else []
        return [*by, actions(*more, *copy)]
    return [*wanted, actions(button(t("review-button"), "post.review", post.id), *more, *copy)]


def _live(t: Translator, facts: PostFacts) -> list[Json]:
    """What can still be done once it is out: a mistake put right, colleagues asked to share it."""
    kit = facts.can_change and facts.shared is None
    return _in_a_row(
        *([button(t("kit-button-new"), "kit.new", facts.post.id)] if kit else []),
        *([correction_button(t, facts.post.id)] if facts.can_add else []),
    )


def _in_a_row(*buttons: Button) -> list[Json]:
    """None, where there is nothing to press."""
    return [actions(*buttons)] if buttons else []


def _cancel_button(t: Translator, post: Post) -> Button:
    ask = Ask(
        title=t("post-cancel-title"),
        text=t("post-cancel-text", post=post.id, title=clip(post.title, TITLE)),
        yes=t("post-cancel-yes"),
        no=t("post-cancel-no"),
    )
    return button(t("post-button-cancel"), "post.cancel", post.id, style="danger", ask=ask)


def _later(t: Translator, facts: PostFacts, *, now: datetime) -> list[Json]:
    """The menu that puts a reminder off, for a post that is due."""
    post = facts.post
    if is_paused(post, facts.pause, now=now) or not (post.is_due(now) and facts.can_change):
        return []
    spans = [(t(f"post-later-{span}", clock=t.wall(time(9))), f"{span}:{post.id}") for span in ("1h", "3h", "morning")]
    return [actions(menu("post.later", spans, placeholder=t("post-later")))]


def _facts(t: Translator, facts: PostFacts, *, now: datetime) -> list[str]:
    post, objective = facts.post, facts.objective
    when = "post-field-live" if post.published_at else "post-field-due"
    named = [
        (t("post-field-state"), state_of(t, post, now=now, pause=facts.pause)),
        (t(when), when_of(t, post, now=now, zone=facts.strategy.zone)),
        (t("post-field-platform"), f"{t.platform(post.platform)} · {t.kind(post.kind)}"),
        (t("post-field-owner"), owner_of(t, post)),
        (t("post-field-length"), length_of(t, facts)),
    ]
    if objective is not None:
        named.append((t("post-field-objective"), safe(objective.statement, IN_COLUMN)))
    if post.link:
        named.append((t("post-field-link"), short_link(post.link)))
    return [f"*{name}*\n{value}" for name, value in named]


def length_of(t: Translator, facts: PostFacts) -> str:
    """Of the text, and below it of the title where the platform counts that too."""
    title = title_room(facts.post.platform, facts.post.title)
    said = [_room_said(t, facts.room), t("post-length-title", said=_room_said(t, title)) if title else ""]
    return "\n".join(filter(None, said))


def _room_said(t: Translator, room: Room) -> str:
    if room.limit is None or room.left is None:
        return t("post-length-free", used=room.used)
    key = "post-length-over" if room.is_over else "post-length"
    return t(key, used=room.used, limit=room.limit, left=abs(room.left), unit=room.unit)


def _extras(t: Translator, facts: PostFacts) -> list[Json]:
    post = facts.post
    lines = [
        t("post-image", image=short_link(post.image)) if post.image else "",
        t("post-image-text", text=safe(post.image_text, SENTENCE)) if post.image_text else "",
        t("post-image-mute") if post.image and not post.image_text else "",
        t("post-theme", theme=safe(post.theme, TITLE)) if post.theme else "",
        t("post-labels", labels=safe(", ".join(post.labels), LINE)) if post.labels else "",
        t("post-notes", notes=safe(post.notes, SENTENCE)) if post.notes else "",
        t("post-asked-for", count=len(post.asked_for)) if post.asked_for else "",
        _voices(t, facts),
        t("post-shared", count=facts.shared) if facts.shared is not None else "",
        *detail_lines(t, post, facts.strategy.currency),
        t("post-same-link", posts=t.listing(facts.twins[:5])) if facts.twins else "",
    ]
    said = [line for line in lines if line]
    return [context(*said[at : at + 10]) for at in range(0, len(said), 10)]


def _voices(t: Translator, facts: PostFacts) -> str:
    named = [f"{each.id} {safe(each.name, NAME)}" for each in facts.voices[:MOST_VOICES]]
    return t("voice-on-post", count=len(facts.voices), voices="; ".join(named)) if named else ""


def _numbers(t: Translator, measurement: Measurement | None, currency: str) -> list[Json]:
    if measurement is None or measurement.counts.is_empty:
        return []
    known = known_counts(t, measurement, currency)
    return [divider(), context(t("post-numbers", counts=t.listing(known, "unit"), moment=t.moment(measurement.at)))]


def known_counts(t: Translator, measurement: Measurement, currency: str) -> Sequence[str]:
    """The counts that are known, each with its name; zero is known."""
    values = [(name, getattr(measurement.counts, name)) for name in (*COUNTS, *MORE_COUNTS, "spend")]
    return [f"{t(f'count-{name}')} {counted(t, name, value, currency)}" for name, value in values if value is not None]
