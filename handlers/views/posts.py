"""The card of a post: what it is, its text to copy, what was done to it, what one does next. Owns the action ids."""

from collections.abc import Sequence
from datetime import datetime

from slackblocks import Button

from bot.domain.measures import Measurement
from bot.domain.posts import Post, PostState
from bot.i18n import Translator
from bot.services.posts import PostFacts
from handlers.views.kit import (
    SECTION,
    Ask,
    Json,
    actions,
    button,
    clip,
    context,
    copyable,
    divider,
    escape,
    fields,
    link,
    mention,
    menu,
    modal,
    safe,
    section,
)
from handlers.views.post_history import history_lines

MESSAGE_COPYABLE = 8_000
"""Of a text, beside everything else on the card at its longest; a message holds some 13 000 characters in all."""

MODAL_COPYABLE = 18_000
"""A view holds 250 KB of JSON, in which a character takes twelve bytes at most."""

COUNTS = ("impressions", "reach", "engagements", "reactions", "comments", "shares", "saves", "clicks", "video_views")
MORE_COUNTS = ("participants", "applications", "conversions")


def post_title(post: Post) -> str:
    """Number and title, in bold mrkdwn."""
    return f"*{post.id} · {escape(post.title)}*"


def post_name(t: Translator, post: Post) -> str:
    """One line that makes sense alone, for notifications and screen readers."""
    return t("post-named", post=post.id, title=escape(post.title), platform=t.platform(post.platform))


def moment_of(t: Translator, at: datetime, *, now: datetime, zone: str) -> str:
    """*at* for the reader, with the wall time of the strategy's *zone* where it differs, and the year if not ours."""
    return t.moment(at, zone=zone, year=at.year != now.year)


def when_of(t: Translator, post: Post, *, now: datetime, zone: str) -> str:
    """When it went out, else when it is due, in words."""
    if post.published_at:
        return moment_of(t, post.published_at, now=now, zone=zone)
    return moment_of(t, post.due.at, now=now, zone=zone) if post.due else t("post-undated")


def state_of(t: Translator, post: Post, *, now: datetime) -> str:
    """The state, and how late it is; never a colour or a sign alone."""
    if post.due is None or not post.is_due(now):
        return t.state(post.state)
    return t("post-late", state=t.state(post.state), span=t.duration(now - post.due.at))


def owner_of(t: Translator, post: Post) -> str:
    return mention(post.owner_id) if post.owner_id else t("post-unowned")


def post_card(
    t: Translator, facts: PostFacts, *, now: datetime, notice: str = "", room: int = MESSAGE_COPYABLE
) -> list[Json]:
    """*notice* is mrkdwn: what has just happened. *room*: how many characters of the text are shown."""
    post = facts.post
    return [
        *([section(notice)] if notice else []),
        section(post_title(post)),
        fields(_facts(t, facts, now=now)),
        *text_blocks(t, post, room=room),
        *_extras(t, facts),
        *_numbers(t, facts.measurement),
        context("\n".join(history_lines(t, post, zone=facts.strategy.zone))),
        actions(*next_buttons(t, facts, now=now)),
        *_later(t, facts, now=now),
    ]


def card_text(t: Translator, facts: PostFacts, *, now: datetime, notice: str = "") -> str:
    """The top-level text of a card."""
    post = facts.post
    when = when_of(t, post, now=now, zone=facts.strategy.zone)
    said = t("post-in-short", name=post_name(t, post), state=state_of(t, post, now=now), when=when)
    return f"{notice} {said}" if notice else said


def card_modal(t: Translator, facts: PostFacts, *, now: datetime, notice: str = "") -> Json:
    blocks = post_card(t, facts, now=now, notice=notice, room=MODAL_COPYABLE)
    meta = {"channel": facts.strategy.channel_id}
    return modal("post.card", facts.post.id, blocks, close=t("button-close"), meta=meta)


def text_modal(t: Translator, facts: PostFacts) -> Json:
    """The text alone, to be copied."""
    blocks = [section(post_title(facts.post)), *text_blocks(t, facts.post, room=MODAL_COPYABLE)]
    return modal("post.text", facts.post.id, blocks, close=t("button-close"))


def text_blocks(t: Translator, post: Post, *, room: int) -> list[Json]:
    """The text in blocks that are copied whole, and a line about what did not fit."""
    if not post.text:
        return [context(t("post-no-text"))]
    shown, rest = post.text[:room], len(post.text) - room
    blocks = [copyable(piece) for piece in pieces(shown)]
    return [*blocks, context(t("post-text-cut", rest=rest))] if rest > 0 else blocks


def pieces(text: str, size: int = SECTION) -> list[str]:
    """*text* in parts of at most *size* characters, cut after a line or a word where there is one."""
    found = []
    while len(text) > size:
        at = max(text.rfind("\n", 1, size), 0) or max(text.rfind(" ", 1, size), 0)
        cut = at + 1 if at else size
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text]


def next_buttons(t: Translator, facts: PostFacts, *, now: datetime) -> list[Button]:
    """What can be done with the post in its state, in five buttons; Undo goes before Cancel while it works."""
    post = facts.post
    undo = [button(t("button-undo"), "post.undo", post.id)] if facts.undoable else []
    if post.state is PostState.CANCELLED:
        return [*undo, button(t("post-button-reopen"), "post.reopen", post.id)]
    edit = button(t("button-edit"), "post.edit", post.id)
    if post.state is PostState.PUBLISHED:
        return [*undo, button(t("button-numbers"), "kpi.log", post.id), edit]
    done = button(t("button-published"), "post.done", post.id, style="primary" if post.is_due(now) else None)
    move = button(t("button-move"), "post.move", post.id)
    assign = button(t("button-hand-over"), "post.assign", post.id)
    return [*undo, done, edit, move, assign, *([] if undo else [_cancel_button(t, post)])]


def what_stands(t: Translator, post: Post, *, now: datetime, zone: str) -> list[str]:
    """A post in two or three lines of mrkdwn, to be compared with what somebody else typed."""
    due = moment_of(t, post.due.at, now=now, zone=zone) if post.due else t("post-undated")
    said = [t.platform(post.platform), due, owner_of(t, post), state_of(t, post, now=now)]
    text = safe(post.text, 800).replace("\n", "\n> ")
    return [post_title(post), " · ".join(said), *([f"> {text}"] if text else [])]


def cancel_question(t: Translator, post: Post, *, reason: str = "") -> tuple[str, list[Json]]:
    """Asked where no dialogue of a button did; *reason* goes with the answer."""
    text = t("post-cancel-text", post=post.id, title=escape(post.title))
    yes = button(t("post-cancel-yes"), "post.cancel", f"{post.id}|{clip(reason, 200)}", style="danger")
    return text, [section(text), actions(yes, button(t("post-cancel-no"), "post.keep", post.id))]


def _cancel_button(t: Translator, post: Post) -> Button:
    ask = Ask(
        title=t("post-cancel-title"),
        text=t("post-cancel-text", post=post.id, title=clip(post.title, 100)),
        yes=t("post-cancel-yes"),
        no=t("post-cancel-no"),
    )
    return button(t("post-button-cancel"), "post.cancel", post.id, style="danger", ask=ask)


def _later(t: Translator, facts: PostFacts, *, now: datetime) -> list[Json]:
    """The menu that puts a reminder off, for a post that is due."""
    post = facts.post
    if not post.is_due(now):
        return []
    spans = [(t(f"post-later-{span}"), f"{span}:{post.id}") for span in ("1h", "3h", "morning")]
    return [actions(menu("post.later", spans, placeholder=t("post-later")))]


def _facts(t: Translator, facts: PostFacts, *, now: datetime) -> list[str]:
    post, objective = facts.post, facts.objective
    when = "post-field-live" if post.published_at else "post-field-due"
    named = [
        (t("post-field-state"), state_of(t, post, now=now)),
        (t(when), when_of(t, post, now=now, zone=facts.strategy.zone)),
        (t("post-field-platform"), f"{t.platform(post.platform)} · {t.kind(post.kind)}"),
        (t("post-field-owner"), owner_of(t, post)),
        (t("post-field-length"), length_of(t, facts)),
    ]
    if objective is not None:
        named.append((t("post-field-objective"), safe(objective.statement, 250)))
    if post.link:
        named.append((t("post-field-link"), short_link(post.link)))
    return [f"*{name}*\n{value}" for name, value in named]


def length_of(t: Translator, facts: PostFacts) -> str:
    room = facts.room
    if room.limit is None or room.left is None:
        return t("post-length-free", used=room.used)
    key = "post-length-over" if room.is_over else "post-length"
    return t(key, used=room.used, limit=room.limit, left=abs(room.left))


def short_link(url: str) -> str:
    """A link with its beginning as text; of an address too long for a card only the beginning."""
    said = clip(url, 60)
    whole = link(url, said)
    return whole if len(whole) <= 700 else safe(said, 300)


def _extras(t: Translator, facts: PostFacts) -> list[Json]:
    post = facts.post
    lines = [
        t("post-image", image=short_link(post.image)) if post.image else "",
        t("post-image-text", text=safe(post.image_text, 300)) if post.image_text else "",
        t("post-image-mute") if post.image and not post.image_text else "",
        t("post-theme", theme=safe(post.theme, 100)) if post.theme else "",
        t("post-labels", labels=safe(", ".join(post.labels), 150)) if post.labels else "",
        t("post-notes", notes=safe(post.notes, 300)) if post.notes else "",
        t("post-same-link", posts=t.listing(facts.twins[:5])) if facts.twins else "",
    ]
    said = [line for line in lines if line]
    return [context(*said)] if said else []


def _numbers(t: Translator, measurement: Measurement | None) -> list[Json]:
    if measurement is None or measurement.counts.is_empty:
        return []
    known = counted(t, measurement)
    return [divider(), context(t("post-numbers", counts=t.listing(known, "unit"), moment=t.moment(measurement.at)))]


def counted(t: Translator, measurement: Measurement) -> Sequence[str]:
    """The counts that are known, each with its name; zero is known."""
    values = [(name, getattr(measurement.counts, name)) for name in (*COUNTS, *MORE_COUNTS, "spend")]
    return [f"{t(f'count-{name}')} {t.number(value)}" for name, value in values if value is not None]
