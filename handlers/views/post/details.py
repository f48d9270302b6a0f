"""What stands beside a post's text, on its card and in a form of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.limits import ALT_LIMIT, LABELS_LIMIT, NAME_LIMIT, THEME_LIMIT
from bot.domain.post.labels import labels_line
from bot.domain.posts import Attachment, Post
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import (
    Json,
    actions,
    button,
    checkboxes,
    clip,
    field,
    link,
    modal,
    number_field,
    safe,
    section,
)
from handlers.views.lengths import GLIMPSE, LINKED, PHRASE, SENTENCE, TITLE
from handlers.views.post.in_words import post_title
from handlers.views.post.text_to_copy import kept_field

SHOWN = 4
PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsInForm:
    """What the form begins with; *alts* by file id."""

    theme: str = ""
    labels: str = ""
    campaign: str = ""
    spend: float | None = None
    is_partnership: bool = False
    links: str = ""
    alts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, post: Post) -> "DetailsInForm":
        links = [f"{each.url} | {each.alt}".removesuffix(" | ") for each in post.attachments if not each.file_id]
        return cls(
            theme=post.theme,
            labels=labels_line(post.labels),
            campaign=post.campaign,
            spend=post.spend,
            is_partnership=post.is_partnership,
            links="\n".join(links),
            alts=tuple((each.file_id, each.alt) for each in post.attachments if each.file_id),
        )


def detail_lines(t: Translator, post: Post, currency: str) -> list[str]:
    """For the card: each as a line of mrkdwn, or none."""
    said = [
        t("detail-campaign", campaign=safe(post.campaign, TITLE)) if post.campaign else "",
        t("detail-spend", spend=t.money(post.spend, currency)) if post.spend is not None else "",
        t("detail-partnership") if post.is_partnership else "",
        *attachment_lines(t, post.attachments),
    ]
    return [each for each in said if each]


def attachment_lines(t: Translator, attachments: Sequence[Attachment]) -> list[str]:
    lines = [_attached(t, each) for each in attachments[:SHOWN]]
    rest = len(attachments) - SHOWN
    return [*lines, t("detail-more", count=rest)] if rest > 0 else lines


def _attached(t: Translator, attachment: Attachment) -> str:
    name = clip(attachment.name or attachment.url, GLIMPSE)
    shown = link(attachment.url, name) if attachment.url else safe(name, SENTENCE)
    shown = shown if len(shown) <= LINKED else safe(name, SENTENCE)
    if not attachment.alt:
        return t("detail-attached-mute", name=shown)
    return t("detail-attached", name=shown, alt=safe(attachment.alt, PHRASE))


def details_form(
    t: Translator,
    post: Post,
    beside: DetailsInForm,
    *,
    strategy: Strategy,
    meta: Mapping[str, Any],
    intro: Sequence[Json] = (),
) -> Json:
    currency = strategy.currency
    yes = [(t("detail-is-partnership"), PARTNERSHIP)]
    attach = button(t("detail-attach"), "post.attach", post.id)
    names = {each.file_id: each.name or each.file_id for each in post.attachments}
    blocks = [
        *intro,
        section(post_title(post)),
        kept_field(t, "theme", t("detail-ask-theme"), value=beside.theme, limit=THEME_LIMIT),
        kept_field(
            t,
            "labels",
            t("detail-ask-labels"),
            value=beside.labels,
            limit=LABELS_LIMIT,
            hint=t("detail-ask-labels-hint"),
        ),
        kept_field(t, "campaign", t("detail-ask-campaign"), value=beside.campaign, limit=NAME_LIMIT),
        number_field("spend", t("detail-ask-spend", currency=currency), value=beside.spend, decimals=True),
        field(
            PARTNERSHIP,
            t("detail-ask-partnership"),
            checkboxes(PARTNERSHIP, yes, chosen=[PARTNERSHIP] if beside.is_partnership else []),
        ),
        kept_field(
            t, "links", t("detail-ask-links"), value=beside.links, multiline=True, hint=t("detail-ask-links-hint")
        ),
        *[_alt_field(t, file_id, alt, names.get(file_id, file_id)) for file_id, alt in beside.alts],
        actions(attach),
    ]
    title = t("detail-form", post=post.id)
    return modal("post.details", title, blocks, submit=t("button-save"), close=t("button-close"), meta=meta)


def _alt_field(t: Translator, file_id: str, alt: str, name: str) -> Json:
    label = t("detail-ask-alt", name=clip(name, GLIMPSE))
    return kept_field(t, f"alt.{file_id}", label, value=alt, limit=ALT_LIMIT, hint=t("detail-ask-alt-hint"))
