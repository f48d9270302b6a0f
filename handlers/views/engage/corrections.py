"""A correction as its card, its form and in the list; on the card of its post. Owns the action ids."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.engage.corrections import Advice, Correction, NoticedBy, Remedy, TimeToCorrect
from bot.domain.limits import ROUND_TEXT_LIMIT, STATEMENT_LIMIT
from bot.domain.moments import local
from bot.domain.posts import Post
from bot.i18n import Translator
from bot.services.engage.corrections import CorrectionFacts, CorrectionsSeen
from handlers.views.kit import (
    Choice,
    Json,
    actions,
    button,
    checkboxes,
    clip,
    context,
    date_picker,
    escape,
    field,
    fields,
    header,
    member_menu,
    mention,
    menu,
    modal,
    safe,
    section,
    text_field,
    time_picker,
)
from handlers.views.lengths import BUTTON, QUOTED, SENTENCE, TITLE
from handlers.views.post.corrections import correction_button, correction_row, correction_title

ROWS = 10


def correction_card(t: Translator, facts: CorrectionFacts, *, notice: str = "") -> list[Json]:
    found = facts.correction
    below = [
        t("correction-answer-said", answer=safe(found.answer, QUOTED)) if found.answer else "",
        t("correction-learned-said", learned=safe(found.learned, SENTENCE)) if found.learned else "",
    ]
    said = [each for each in below if each]
    return [
        *([section(notice)] if notice else []),
        section(f"{correction_title(found)}\n{_post_line(facts)}"),
        fields(_facts(t, found)),
        *([context(*said)] if said else []),
        *([section(_advice(t, found))] if found.is_open else []),
        *_buttons(t, facts),
    ]


def card_text(t: Translator, facts: CorrectionFacts, *, notice: str = "") -> str:
    found = facts.correction
    state = t("correction-is-open") if found.put_right_at is None else t("correction-is-done")
    said = t("correction-in-short", correction=found.id, what=safe(found.what, TITLE), post=found.post_id, state=state)
    return " ".join(filter(None, [notice, said]))


def card_modal(t: Translator, facts: CorrectionFacts, *, channel_id: str, notice: str = "") -> Json:
    blocks = correction_card(t, facts, notice=notice)
    return modal("correction.card", facts.correction.id, blocks, close=t("button-close"), meta={"channel": channel_id})


def _post_line(facts: CorrectionFacts) -> str:
    post = facts.post
    return f"{post.id} · {safe(post.title, TITLE)}" if post else facts.correction.post_id


def _facts(t: Translator, found: Correction) -> list[str]:
    noticed = t.moment(found.noticed_at)
    if found.noticed_by:
        noticed = f"{noticed} · {t(f'correction-by-{found.noticed_by.value}')}"
    right = t("correction-is-open")
    if found.put_right_at and found.took is not None:
        right = t("correction-took", moment=t.moment(found.put_right_at), span=t.duration(found.took))
    named = [
        ("correction-noticed", noticed),
        ("correction-owner", mention(found.owner_id) if found.owner_id else t("nobody")),
        ("correction-remedies", t.listing([t(f"correction-remedy-{each.value}") for each in found.remedies], "unit")),
        ("correction-put-right", right),
    ]
    return [f"*{t(key)}*\n{value}" for key, value in named if value]


def _advice(t: Translator, found: Correction) -> str:
    """The short list, with what was done of it in words, not only by a sign."""
    lines = [
        f"• {t(f'correction-advice-{each.value}')}"
        + (f" ({t('correction-followed')})" if each in found.followed else "")
        for each in Advice
    ]
    return "\n".join([t("correction-helps"), *lines])


def _buttons(t: Translator, facts: CorrectionFacts) -> list[Json]:
    found = facts.correction
    undo = [button(t("button-undo"), "undo.this", facts.undo)] if facts.undo else []
    show = [button(t("correction-button-post"), "post.show", found.post_id)] if facts.post else []
    if not facts.can_change:
        return [actions(*show, *undo)] if show or undo else []
    right = [button(t("correction-button-done"), "correction.done", found.id, style="primary")]
    change = button(t("button-change"), "correction.edit", found.id)
    return [actions(*(right if found.is_open else []), change, *show, *undo)]


def correction_form(
    t: Translator,
    found: Correction,
    *,
    posts: Sequence[Post] = (),
    rest: str = "",
    meta: Mapping[str, Any],
) -> Json:
    """*posts*: among which the one is chosen that it is about, where that is not known."""
    blocks: list[Json] = [context(t("correction-form-intro"))]
    if rest:
        blocks.insert(0, context(t("round-not-understood", what=escape(clip(rest, SENTENCE)))))
    if posts:
        choices = [(clip(f"{each.id} · {each.title}", BUTTON), each.id) for each in posts]
        blocks.append(field("post", t("correction-post"), menu("post", choices), optional=False))
    blocks += [
        text_field("what", t("correction-what"), value=found.what, limit=STATEMENT_LIMIT, optional=False),
        *_moment_fields(t, "noticed", found.noticed_at),
        _noticed_by(t, found.noticed_by),
        field("owner", t("correction-owner"), member_menu("owner", chosen=found.owner_id)),
        _remedies(t, found.remedies),
        _followed(t, found.followed),
        text_field("answer", t("correction-answer"), value=found.answer, multiline=True, limit=ROUND_TEXT_LIMIT),
        text_field(
            "learned",
            t("correction-learned"),
            value=found.learned,
            limit=STATEMENT_LIMIT,
            hint=t("correction-learned-hint"),
        ),
        _ticks(
            "right", t("correction-ask-right"), [(t("correction-right-yes"), "yes")], () if found.is_open else ("yes",)
        ),
        *_moment_fields(t, "put_right", found.put_right_at),
    ]
    title = found.id or t("correction-form-new")
    return modal("correction", title, blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def _moment_fields(t: Translator, name: str, moment: datetime | None) -> list[Json]:
    """Date and time in the reader's zone, which is named."""
    there = local(moment, t.zone) if moment else None
    hint = t("post-ask-zone", place=t.place(t.zone))
    day = date_picker(f"{name}_day", day=there.date().isoformat() if there else None)
    clock = time_picker(f"{name}_clock", clock=f"{there:%H:%M}" if there else None)
    return [
        field(f"{name}_day", t(f"correction-{name}-day"), day, hint=hint),
        field(f"{name}_clock", t(f"correction-{name}-clock"), clock, hint=hint),
    ]


def _noticed_by(t: Translator, chosen: NoticedBy | None) -> Json:
    choices = [(t(f"correction-by-{each.value}"), each.value) for each in NoticedBy]
    return field(
        "noticed_by", t("correction-noticed-by"), menu("noticed_by", choices, chosen=chosen.value if chosen else "")
    )


def _ticks(name: str, label: str, choices: Sequence[Choice], chosen: Iterable[str]) -> Json:
    return field(name, label, checkboxes(name, choices, chosen=chosen))


def _remedies(t: Translator, chosen: Iterable[Remedy]) -> Json:
    choices = [(t(f"correction-remedy-{each.value}"), each.value) for each in Remedy]
    return _ticks("remedies", t("correction-ask-remedies"), choices, chosen)


def _followed(t: Translator, chosen: Iterable[Advice]) -> Json:
    choices = [(t(f"correction-advice-{each.value}"), each.value) for each in Advice]
    return _ticks("followed", t("correction-ask-followed"), choices, chosen)


def correction_list(t: Translator, seen: CorrectionsSeen) -> tuple[str, list[Json]]:
    """The open ones, then those put right last, and how long all of them took."""
    text = t("correction-list-title")
    blocks: list[Json] = [header(text)]
    if not (seen.open or seen.closed):
        said = t("correction-list-empty")
        return said, [header(text), section(said), actions(correction_button(t))]
    blocks += [correction_row(t, each) for each in seen.open[:ROWS]]
    if len(seen.open) > ROWS:
        blocks.append(context(t("correction-more", count=len(seen.open) - ROWS)))
    blocks += [correction_row(t, each) for each in seen.closed]
    said = took_in_words(t, seen.took)
    return f"{text} · {said}", [*blocks, context(said), actions(correction_button(t))]


def took_in_words(t: Translator, took: TimeToCorrect) -> str:
    """ "Half were put right within 2 h (n = 5); 1 is still open"."""
    parts = [t("correction-median", span=t.duration(took.median), n=took.n)] if took.median is not None else []
    parts += [t("correction-still-open", count=took.still_open)] if took.still_open else []
    return t.listing(parts, "unit") if parts else t("correction-none")
