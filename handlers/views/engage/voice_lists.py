"""The list of voices: its rows, its pages, and the menus that narrow it. Owns the action ids."""

from datetime import date
from typing import Any

from slackblocks import Button

from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.platforms import Platform
from bot.i18n import Translator
from bot.services.engage.voices import Order, VoiceFilter, VoicePage
from handlers.views.engage.voices import kind_of, step_of, voice_title
from handlers.views.kit import (
    Json,
    actions,
    button,
    context,
    header,
    mention,
    menu,
    modal,
    safe,
    section,
)
from handlers.views.lengths import NAME


def voice_list(t: Translator, page: VoicePage, *, today: date, reader_id: str) -> list[Json]:
    head: list[Json] = [header(t("voice-list-title")), _narrowing(t, page.wanted, reader_id)]
    if not page.voices:
        key = "voice-list-empty" if page.wanted == VoiceFilter() else "voice-list-none"
        return [*head, section(t(key)), actions(_add_button(t))]
    rows = [_row(t, each, today=today) for each in page.voices]
    turning = []
    if page.number > 1:
        turning.append(_page_button(t("button-previous"), page, -1))
    if page.has_more:
        turning.append(_page_button(t("button-next"), page, 1))
    said = t("voice-list-range", first=page.first, last=page.last, total=page.total)
    return [*head, *rows, context(said), actions(*turning, _add_button(t))]


def list_text(t: Translator, page: VoicePage) -> str:
    shown = [f"{each.id} {safe(each.name, NAME)}" for each in page.voices[:3]]
    rest = [t("voice-more", count=page.total - len(shown))] if page.total > len(shown) else []
    return t("voice-list-in-short", total=page.total, names=t.listing([*shown, *rest], "unit"))


def list_modal(t: Translator, page: VoicePage, *, today: date, reader_id: str, channel_id: str) -> Json:
    blocks = voice_list(t, page, today=today, reader_id=reader_id)
    return modal("voice.list", t("voice-list-title"), blocks, close=t("button-close"), meta={"channel": channel_id})


def _row(t: Translator, voice: Voice, *, today: date) -> Json:
    owner = mention(voice.owner_id) if voice.owner_id else t("nobody")
    where = t.listing([t.platform(each) for each in voice.platforms[:3]], "unit")
    said = " · ".join(filter(None, [kind_of(t, voice), where, owner]))
    step = [step_of(t, voice, today=today)] if voice.step else []
    text = "\n".join([voice_title(voice), said, *step])
    label = f"{t('button-open')} {voice.name}"
    return section(text, accessory=button(t("button-open"), "voice.show", voice.id, label=label))


def _narrowing(t: Translator, wanted: VoiceFilter, reader_id: str) -> Json:
    """Menus of what the list shows; each entry carries the whole wish."""
    kinds = [(t("voice-any-kind"), _with(wanted, kind=None))]
    kinds += [(t(f"voice-kind-{each.value}"), _with(wanted, kind=each)) for each in VoiceKind]
    places = [(t("voice-any-platform"), _with(wanted, platform=None))]
    places += [(t.platform(each), _with(wanted, platform=each)) for each in Platform]
    orders = [(t(f"voice-order-{each.value}"), _with(wanted, order=each, owner="")) for each in Order]
    orders += [(t(f"voice-order-{each.value}-mine"), _with(wanted, order=each, owner=reader_id)) for each in Order]
    now = encoded(wanted)
    return actions(
        menu("voice.list.kind", kinds, chosen=now),
        menu("voice.list.platform", places, chosen=now),
        menu("voice.list.order", orders, chosen=now),
    )


def _with(wanted: VoiceFilter, **changes: Any) -> str:
    known = {"kind": wanted.kind, "platform": wanted.platform, "owner": wanted.owner_id, "order": wanted.order}
    given = {**known, **changes}
    return encoded(
        VoiceFilter(kind=given["kind"], platform=given["platform"], owner_id=given["owner"], order=given["order"])
    )


def encoded(wanted: VoiceFilter, number: int = 1) -> str:
    return f"{wanted.kind or ''}|{wanted.platform or ''}|{wanted.owner_id}|{wanted.order}|{number}"


def decoded(value: str) -> tuple[VoiceFilter, int]:
    kind, platform, owner_id, order, number = value.split("|")
    wanted = VoiceFilter(
        kind=VoiceKind(kind) if kind else None,
        platform=Platform(platform) if platform else None,
        owner_id=owner_id,
        order=Order(order),
    )
    return wanted, int(number)


def _page_button(label: str, page: VoicePage, step: int) -> Button:
    return button(label, f"voice.list.{'next' if step > 0 else 'previous'}", encoded(page.wanted, page.number + step))


def _add_button(t: Translator) -> Button:
    return button(t("voice-button-add"), "voice.add")
