"""The modals of posts: write one, move it, hand it over, say that it is live, cancel it. Owns their block ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import date, datetime, time
from typing import Any

from bot.domain.limits import ALT_LIMIT, IMAGE_TEXT_LIMIT, NO_LINK_LIMIT, REASON_LIMIT, TITLE_LIMIT
from bot.domain.members import Member
from bot.domain.moments import local
from bot.domain.plan.policy_checks import mute_images
from bot.domain.platform_limits import Room, title_room
from bot.domain.post.fields import PLAINLY_ASKED, texts_asked
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.services.post.series import MOST
from handlers.views.kit import (
    Choice,
    Json,
    clip,
    context,
    date_picker,
    escape,
    field,
    member_menu,
    menu,
    modal,
    number_field,
    section,
    text_field,
    time_picker,
    url_field,
)
from handlers.views.lengths import GLIMPSE, INPUT, OPTION
from handlers.views.post.in_words import post_title
from handlers.views.post.text_to_copy import kept_field, text_parts

REPEATS = {
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "working-days": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "daily": "FREQ=DAILY",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What a post's form begins with; *day* and *clock* are wall time of the reader.

    *texts*: the plain ones, by their names in the table of fields. *alts* of the attached images that have none yet:
    key, name and alternative text.
    """

    title: str = ""
    platform: Platform | None = None
    kind: PostKind = PostKind.NEWS
    text: str = ""
    day: date | None = None
    clock: time | None = None
    owner_id: str | None = None
    objective_id: str | None = None
    texts: Mapping[str, str] = field_of(default_factory=dict)
    alts: tuple[tuple[str, str, str], ...] = ()
    repeat: str = ""
    times: int | None = None
    until: date | None = None

    @classmethod
    def of(cls, post: Post, reader: Member) -> "Filled":
        there = local(post.due.at, reader.zone) if post.due else None
        return cls(
            title=post.title,
            platform=post.platform,
            kind=post.kind,
            text=post.text,
            day=there.date() if there else None,
            clock=there.time() if there else None,
            owner_id=post.owner_id,
            objective_id=post.objective_id,
            texts={name: getattr(post, name) for name in texts_asked()},
            alts=tuple((each.key, each.name or each.url, "") for each in mute_images(post)),
        )


def adding_form(
    t: Translator, filled: Filled, *, strategy: Strategy, meta: Mapping[str, Any], intro: Sequence[Json] = ()
) -> Json:
    """*meta* says with `idea` that no date is asked, with `step` that it is the post of one, and comes once."""
    is_idea = bool(meta.get("idea"))
    blocks = [*intro, *_content(t, filled, strategy)]
    again = [] if meta.get("step") else repeat_fields(t, filled.repeat, filled.times, filled.until)
    when = [*when_fields(t, filled.day, filled.clock), *again]
    blocks[len(intro) + 2 : len(intro) + 2] = [] if is_idea else when
    title = t("post-form-idea") if is_idea else t("post-form-add")
    return modal("post.add", title, blocks, submit=t("button-add"), close=t("button-close"), meta=meta)


def editing_form(
    t: Translator,
    filled: Filled,
    *,
    post: Post,
    strategy: Strategy,
    meta: Mapping[str, Any],
    room: Room,
    intro: Sequence[Json] = (),
) -> Json:
    """What is longer than a form holds is left as it is, and the form says so; a published post keeps its moment."""
    when = when_fields(t, filled.day, filled.clock) if post.is_open else [_link_field(t, filled.texts.get("link", ""))]
    content = _content(t, filled, strategy, room=room, is_open=post.is_open)
    blocks = [*intro, *content[:2], *when, *content[2:]]
    title = t("post-form-edit", post=post.id)
    return modal("post.edit", title, blocks, submit=t("button-save"), close=t("button-close"), meta=meta)


def moving_form(
    t: Translator,
    post: Post,
    *,
    day: date | None,
    clock: time | None,
    now_is: str,
    meta: Mapping[str, Any],
    intro: Sequence[Json] = (),
) -> Json:
    """*now_is*: when it is due so far, in words."""
    head = [section(post_title(post)), context(t("post-move-now", when=now_is))]
    blocks = [*intro, *head, *when_fields(t, day, clock)]
    title = t("post-form-move", post=post.id)
    return modal("post.move", title, blocks, submit=t("post-submit-move"), close=t("button-close"), meta=meta)


def assigning_form(
    t: Translator, post: Post, *, chosen: str | None, meta: Mapping[str, Any], intro: Sequence[Json] = ()
) -> Json:
    who = field("owner", t("post-ask-owner"), member_menu("owner", chosen=chosen), optional=False)
    blocks = [*intro, section(post_title(post)), who, context(t("post-assign-hint"))]
    title = t("post-form-assign", post=post.id)
    return modal("post.assign", title, blocks, submit=t("post-submit-assign"), close=t("button-close"), meta=meta)


def publishing_form(
    t: Translator,
    posts: Sequence[Post],
    *,
    now: datetime,
    meta: Mapping[str, Any],
    link: str = "",
    live_at: datetime | None = None,
    on: date | None = None,
    intro: Sequence[Json] = (),
) -> Json:
    """For one post, or to choose among several. *intro* questions what is about to be said.

    *on*: a day that was said without an hour, which is then asked for.
    """
    there = local(live_at or now, t.zone)
    which = [section(post_title(posts[0]))] if len(posts) == 1 else [_which(t, posts)]
    reason = text_field("reason", t("post-ask-reason"), limit=NO_LINK_LIMIT, hint=t("post-ask-reason-hint"))
    day, clock = (on, None) if on and live_at is None else (there.date(), there.time())
    when = when_fields(t, day, clock, is_past=True)
    title = t("post-form-done", post=posts[0].id) if len(posts) == 1 else t("post-form-done-which")
    blocks = [*which, *intro, _link_field(t, link), reason, *when]
    return modal("post.done", title, blocks, submit=t("post-submit-done"), close=t("button-close"), meta=meta)


def cancelling_form(t: Translator, post: Post, *, meta: Mapping[str, Any]) -> Json:
    """It leaves the calendar for good, or goes back to the ideas; why, for whoever asks later."""
    ways = [(t("post-drop-cancel"), "cancel"), (t("post-drop-idea"), "idea")]
    blocks = [
        section(t("post-drop-text", post=post.id, title=escape(post.title))),
        field("way", t("post-drop-way"), menu("way", ways, chosen="cancel"), optional=False),
        text_field("reason", t("post-drop-reason"), limit=REASON_LIMIT),
    ]
    title = t("post-drop-title", post=post.id)
    return modal("post.cancel", title, blocks, submit=t("post-cancel-short"), close=t("post-cancel-no"), meta=meta)


def when_fields(t: Translator, day: date | None, clock: time | None, *, is_past: bool = False) -> list[Json]:
    """Date and time in the reader's zone, which is named."""
    hint = t("post-ask-zone", place=t.place(t.zone))
    ask_day, ask_clock = ("post-ask-live-day", "post-ask-live-clock") if is_past else ("post-ask-day", "post-ask-clock")
    return [
        field("day", t(ask_day), date_picker("day", day=day.isoformat() if day else None), hint=hint),
        field("clock", t(ask_clock), time_picker("clock", clock=f"{clock:%H:%M}" if clock else None), hint=hint),
    ]


def repeat_fields(t: Translator, chosen: str = "", count: int | None = None, until: date | None = None) -> list[Json]:
    """Whether it comes back, and how often; a rule that was typed is one of the choices."""
    choices = [(t(f"repeat-{name}"), rule) for name, rule in REPEATS.items()]
    if chosen and chosen not in REPEATS.values():
        choices.append((t("repeat-typed"), chosen))
    menu_of = menu("post.repeat", choices, chosen=chosen, placeholder=t("repeat-none"))
    times = number_field("times", t("repeat-times"), value=count, hint=t("repeat-hint", most=MOST))
    last = [_until_field(t, until)] if chosen or until else []
    return [field("repeat", t("repeat-ask"), menu_of, is_heard=True), times, *last]


def with_last_day_asked(t: Translator, view: Mapping[str, Any]) -> Json:
    """The form of a new post for one that comes back: below how often stands until when; what is typed in it stays."""
    at = [each.get("block_id") for each in view["blocks"]].index("times") + 1
    return {**view, "blocks": [*view["blocks"][:at], _until_field(t, None), *view["blocks"][at:]]}


def _until_field(t: Translator, day: date | None) -> Json:
    picker = date_picker("until", day=day.isoformat() if day else None)
    return field("until", t("repeat-until"), picker, hint=t("repeat-until-hint"))


def somebody_was_faster(t: Translator, lines: Sequence[str], *, now_is: Sequence[str]) -> list[Json]:
    """Above a form that came too late: what was done meanwhile, what stands now; below it what was typed."""
    return [
        section(t("post-form-faster")),
        context("\n".join(lines) or " "),
        section("\n".join(now_is)),
        context(t("post-form-yours")),
    ]


def _content(
    t: Translator,
    filled: Filled,
    strategy: Strategy,
    *,
    room: Room | None = None,
    is_open: bool = True,
) -> list[Json]:
    kinds = [(t.kind(each), each.value) for each in PostKind]
    image, image_text = (filled.texts.get(name, "") for name in ("image", "image_text"))
    return [
        text_field("title", t("post-ask-title"), value=filled.title, limit=TITLE_LIMIT, optional=False),
        _platform_field(t, strategy, chosen=filled.platform),
        *text_parts(t, filled.text, room=room, title=_title_room(filled)),
        field("kind", t("post-ask-kind"), menu("kind", kinds, chosen=filled.kind.value)),
        *([field("owner", t("post-ask-owner"), member_menu("owner", chosen=filled.owner_id))] if is_open else []),
        *_objective(t, filled, strategy),
        text_field("image", t("post-ask-image"), value=image, limit=INPUT, hint=t("post-ask-image-hint")),
        kept_field(t, "image_text", t("post-ask-image-text"), value=image_text, limit=IMAGE_TEXT_LIMIT),
        *(
            text_field(f"alt.{key}", t("detail-ask-alt", name=clip(name, GLIMPSE)), value=alt, limit=ALT_LIMIT)
            for key, name, alt in filled.alts
        ),
        *(
            kept_field(t, name, t(f"post-ask-{name}"), value=filled.texts.get(name, ""), limit=asked, multiline=True)
            for name, asked in PLAINLY_ASKED.items()
        ),
    ]


def _title_room(filled: Filled) -> Room | None:
    return title_room(filled.platform, filled.title) if filled.platform else None


def _platform_field(t: Translator, strategy: Strategy, *, chosen: Platform | None) -> Json:
    """Heard as it changes: what is left for the text is the platform's."""
    choices = [(t.platform(each), each.value) for each in _platforms(strategy)]
    element = menu("post.typing.platform", choices, chosen=chosen.value if chosen else "")
    return field("platform", t("post-ask-platform"), element, optional=False, is_heard=True)


def _objective(t: Translator, filled: Filled, strategy: Strategy) -> list[Json]:
    """Asked where there is more than one to choose from."""
    live = [each for each in strategy.objectives if each.closed_at is None or each.id == filled.objective_id]
    if len(live) < 2:
        return []
    choices = [(clip(each.statement, OPTION), each.id) for each in live]
    return [field("objective", t("post-field-objective"), menu("objective", choices, chosen=filled.objective_id or ""))]


def _platforms(strategy: Strategy) -> list[Platform]:
    """Those of the plan first."""
    return list(dict.fromkeys((*(each.platform for each in strategy.platforms), *Platform)))


def _link_field(t: Translator, link: str) -> Json:
    return url_field("link", t("post-ask-link"), value=link, hint=t("post-ask-link-hint"))


def _which(t: Translator, posts: Sequence[Post]) -> Json:
    choices: list[Choice] = [(clip(f"{each.id} · {each.title}", OPTION), each.id) for each in posts]
    return field("post", t("post-ask-which"), menu("post", choices), optional=False)
