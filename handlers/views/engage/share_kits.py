"""Share kits: the form, the message to an advocate, what it becomes; being an advocate. Owns the action ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slackblocks import Button

from bot.domain.engage.share_kits import FEWEST_ANGLES, KITS_A_WEEK, MOST_A_WEEK, MOST_ANGLES, ShareKit, angles_for
from bot.domain.limits import STATEMENT_LIMIT, VOICE_TEXT_LIMIT
from bot.domain.posts import Post
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.engage.advocates import Agreement
from bot.services.engage.share_kits import KitMade
from handlers.views.kit import (
    Json,
    actions,
    button,
    context,
    field,
    menu,
    modal,
    safe,
    section,
    text_field,
    url_field,
)
from handlers.views.lengths import REMARK, SENTENCE, TITLE
from handlers.views.post.in_words import short_link


@dataclass(frozen=True, slots=True, kw_only=True)
class KitSeen:
    """A kit as the message to one advocate tells it. *undo*: the token of their answer, where it was the last."""

    kit: ShareKit
    post: Post
    delivery: Delivery
    undo: str = ""

    @property
    def is_open(self) -> bool:
        return self.delivery.recipient_id not in self.kit.closed_ids


def kit_form(t: Translator, post: Post, *, advocates: int, meta: Mapping[str, Any]) -> Json:
    """Two to four angles, suggested as questions by the kind of post; never a ready text."""
    suggested = [t(f"angle-{each}") for each in angles_for(post.kind)]
    asks = [
        text_field(
            f"angle.{n}",
            t("kit-angle", n=n + 1),
            value=suggested[n] if n < len(suggested) else "",
            limit=VOICE_TEXT_LIMIT,
            optional=n >= FEWEST_ANGLES,
        )
        for n in range(MOST_ANGLES)
    ]
    blocks = [
        section(f"*{post.id} · {safe(post.title, TITLE)}*"),
        context(t("kit-form-intro", count=advocates)),
        *asks,
        text_field("facts", t("kit-facts"), limit=STATEMENT_LIMIT, hint=t("kit-facts-hint")),
        url_field("link", t("kit-link"), value=post.link, optional=False),
    ]
    return modal("kit", t("kit-title"), blocks, submit=t("button-send"), close=t("button-cancel"), meta=meta)


def kit_said(t: Translator, made: KitMade) -> str:
    """By number: who they are is nobody's business."""
    said = t("kit-sent", count=made.now + made.later)
    return f"{said} {t('kit-sent-later', count=made.later)}" if made.later else said


def kit_message(t: Translator, seen: KitSeen) -> Outgoing:
    kit, post = seen.kit, seen.post
    text = t("kit-said", title=safe(post.title, TITLE))
    if not seen.is_open:
        return _answered(t, seen, text)
    angles = "\n".join(f"• {safe(each, REMARK)}" for each in kit.angles)
    facts = t("kit-said-facts", facts=safe(kit.facts, SENTENCE)) if kit.facts else ""
    blocks = [
        section(f"*{text}* · {short_link(kit.link)}"),
        section("\n".join(filter(None, [t("kit-said-how"), angles, facts]))),
        actions(
            button(t("kit-button-shared"), "kit.shared", kit.id, style="primary"),
            button(t("kit-button-not-now"), "kit.not-now", kit.id),
            button(t("kit-button-fewer"), "kit.fewer", kit.id),
        ),
    ]
    return Outgoing(text=f"{text}. {t('kit-said-how')}", blocks=blocks)


def _answered(t: Translator, seen: KitSeen, text: str) -> Outgoing:
    """Only they themselves read it."""
    mine = seen.kit.share_of(seen.delivery.recipient_id)
    if mine is None:
        said = t("kit-not-now")
        return Outgoing(text=f"{text}. {said}", blocks=[section(f"{text}. {said}"), *undo_row(t, seen.undo)])
    said = t("kit-thanks")
    where = f" · {short_link(mine.link)}" if mine.link else ""
    return Outgoing(text=f"{text}. {said}", blocks=[section(f"{text}. {said}{where}"), *undo_row(t, seen.undo)])


def shared_form(t: Translator, kit: ShareKit, post: Post, *, meta: Mapping[str, Any]) -> Json:
    blocks = [
        section(f"*{post.id} · {safe(post.title, TITLE)}*"),
        context(t("kit-shared-intro")),
        url_field("link", t("kit-shared-link")),
        text_field("words", t("kit-shared-words"), multiline=True, limit=STATEMENT_LIMIT, hint=t("kit-words-hint")),
    ]
    return modal(
        "kit.shared", t("kit-button-shared"), blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta
    )


def fewer_form(t: Translator, *, kits_a_week: int, meta: Mapping[str, Any]) -> Json:
    """How many a week at most, or none any more."""
    choices = [(t("advocate-most", count=n), str(n)) for n in range(1, MOST_A_WEEK + 1)]
    choices.append((t("advocate-none"), "0"))
    chosen = str(min(max(kits_a_week - 1, 1), MOST_A_WEEK))
    blocks = [field("most", t("advocate-ask-most"), menu("most", choices, chosen=chosen), optional=False)]
    return modal("advocate", t("advocate-title"), blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def undo_row(t: Translator, undo: str) -> list[Json]:
    """*undo*: the token of what was just done, or ""."""
    return [actions(undo_button(t, undo))] if undo else []


def undo_button(t: Translator, undo: str) -> Button:
    return button(t("button-undo"), "undo.this", undo)


def advocate_said(t: Translator, agreement: Agreement, *, notice: str = "", undo: str = "") -> tuple[str, list[Json]]:
    """How things stand, and the buttons that change it. *undo*: as in `undo_row`."""
    voice = agreement.voice
    said = t("advocate-is", count=voice.kits_a_week) if voice else t("advocate-is-not", count=KITS_A_WEEK)
    text = f"{notice} {said}" if notice else said
    more = [undo_button(t, undo)] if undo else []
    if voice is None:
        return text, [section(text), actions(button(t("advocate-button-on"), "advocate.on", style="primary"), *more)]
    fewer = button(t("kit-button-fewer"), "kit.fewer")
    return text, [section(text), actions(fewer, button(t("advocate-button-off"), "advocate.off"), *more)]


def notice_modal(t: Translator, blocks: Sequence[Json], *, title: str, channel_id: str) -> Json:
    return modal("kit.done", title, blocks, close=t("button-close"), meta={"channel": channel_id})
