"""Lists of posts: rows with their menus, pages, the overview of one's own, and help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from slackblocks import Element

from bot.domain.plan_parts import Pause
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.services.post.lists import Only, Overview, PostFilter, PostPage
from handlers.views.kit import (
    Choice,
    Json,
    actions,
    button,
    context,
    divider,
    escape,
    header,
    mention,
    modal,
    overflow,
    safe,
    section,
)
from handlers.views.lengths import PARAGRAPH
from handlers.views.post.in_words import owner_of, pause_words, post_title, state_of, when_of

EVERYONE = PostFilter()
ROWS = {"late": 4, "today": 4, "next": 3, "undated": 1, "reviews": 3}
"""Rows of each part of the overview: twelve of the longest titles still fit into one message."""

MayChange = Callable[[Post], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Can:
    """What the reader of a list may do: *change* a post of it, *add* one; *pause* is what may hold its posts."""

    change: MayChange
    add: bool
    pause: Pause | None = None


EXAMPLES = (
    *("add", "series", "list", "show", "edit", "move", "day", "assign", "review", "approve", "serves"),
    *("copy", "whole", "steps", "done", "cancel", "undo", "idea", "import", "export"),
)


def post_row(
    t: Translator, post: Post, *, now: datetime, zone: str, may_change: MayChange, pause: Pause | None = None
) -> Json:
    """A post in two lines, and a menu of what its reader may do with it. *zone* is the strategy's."""
    said = [
        t.platform(post.platform),
        when_of(t, post, now=now, zone=zone),
        state_of(t, post, now=now, pause=pause),
        owner_of(t, post),
        *([t("post-asked-for", count=len(post.asked_for))] if post.asked_for else []),
    ]
    return section(f"{post_title(post)}\n{' · '.join(said)}", accessory=row_menu(t, post, may_change=may_change))


def pause_lines(t: Translator, pause: Pause | None, *, now: datetime, zone: str) -> list[Json]:
    """That a pause is on, until when and why."""
    return [context(pause_words(t, pause, now=now, zone=zone))] if pause and pause.is_on(now) else []


def row_menu(t: Translator, post: Post, *, may_change: MayChange) -> Element:
    """Whoever may only look at it has one button for that."""
    if not may_change(post):
        return button(t("button-open"), "post.show", post.id, label=t("due-open-label", post=post.id))
    return overflow("post.more", row_choices(t, post))


def row_choices(t: Translator, post: Post) -> list[Choice]:
    verbs = [("show", "button-open")]
    if post.is_open:
        verbs += [("done", "button-published"), ("move", "button-move"), ("assign", "button-hand-over")]
    elif post.state is PostState.CANCELLED:
        verbs += [("reopen", "post-button-reopen")]
    if post.state is not PostState.CANCELLED:
        verbs += [("edit", "button-edit")]
    return [(t(key), f"{verb}:{post.id}") for verb, key in verbs]


def post_list(t: Translator, page: PostPage, *, reader_id: str, now: datetime, zone: str, can: Can) -> list[Json]:
    title = header(list_title(t, page.wanted, reader_id=reader_id))
    head = [title, *_narrowed(t, page.wanted), *pause_lines(t, can.pause, now=now, zone=zone)]
    if not page.posts:
        return [*head, section(t("post-list-empty")), actions(*_add(t, can), _list_button(t, "all", EVERYONE))]
    rows = [post_row(t, each, now=now, zone=zone, may_change=can.change, pause=can.pause) for each in page.posts]
    turning = [*_turning(t, page), *_add(t, can)]
    return [*head, *rows, context(page_range(t, page)), *([actions(*turning)] if turning else [])]


def list_text(t: Translator, page: PostPage, *, reader_id: str) -> str:
    title = list_title(t, page.wanted, reader_id=reader_id)
    first = "; ".join(f"{each.id} {escape(each.title)}" for each in page.posts[:3])
    said = t("post-list-in-short", title=title, range=page_range(t, page))
    return t("post-list-first", list=said, posts=first) if first else said


def page_range(t: Translator, page: PostPage) -> str:
    if not page.posts:
        return t("post-list-none")
    return t("post-list-range", first=page.first, last=page.last, total=page.total)


def list_modal(
    t: Translator, page: PostPage, *, reader_id: str, now: datetime, zone: str, channel_id: str, can: Can
) -> Json:
    blocks = post_list(t, page, reader_id=reader_id, now=now, zone=zone, can=can)
    return modal("post.list", t("post-list-modal"), blocks, close=t("button-close"), meta={"channel": channel_id})


def list_title(t: Translator, wanted: PostFilter, *, reader_id: str) -> str:
    """Plain text: whose posts, or which."""
    if wanted.only in (Only.OVERDUE, Only.UNOWNED, Only.IDEAS):
        return t(f"post-list-{wanted.only.value}")
    return t("post-list-mine") if wanted.owner_id == reader_id else t("post-list-all")


def overview(
    t: Translator,
    found: Overview,
    *,
    reader_id: str,
    now: datetime,
    zone: str,
    can: Can,
    has_others: bool = False,
) -> list[Json]:
    """What is late, today and next; never empty: without posts it says what to do first.

    *has_others*: the reader has posts of other strategies, which stand below.
    """
    blocks = [header(t("post-overview-title")), *pause_lines(t, can.pause, now=now, zone=zone)]
    for key in ROWS:
        blocks += _part(t, key, getattr(found, key), now=now, zone=zone, can=can)
    if not found.total:
        blocks.append(section(t("post-overview-empty-here" if has_others else "post-overview-empty")))
    return [*blocks, *_others(t, found), actions(*_overview_buttons(t, found, reader_id, can))]


def overview_text(t: Translator, found: Overview) -> str:
    if not found.total:
        return t("post-overview-empty")
    return t("post-overview-short", late=len(found.late), today=len(found.today), total=found.total)


def post_help(t: Translator, *, not_understood: str = "", can_add: bool = True) -> tuple[str, list[Json]]:
    """Usage by examples, each as it is typed."""
    add = [add_button(t)] if can_add else []
    said = [section(t("post-help-missed", what=safe(not_understood, PARAGRAPH)))] if not_understood else []
    lines = [f"`{t(f'post-help-{verb}')}`\n{t(f'post-help-{verb}-says')}" for verb in EXAMPLES]
    blocks = [*said, header(t("post-help-title")), section("\n".join(lines)), context(t("post-help-both"))]
    text = t("post-help-missed", what=safe(not_understood, PARAGRAPH)) if not_understood else t("post-help-title")
    return text, [*blocks, actions(*add, button(t("post-button-mine"), "post.mine"))]


def encoded(wanted: PostFilter, number: int = 1) -> str:
    """A filter and a page as the value of a button."""
    every = (
        number,
        wanted.only.value,
        wanted.owner_id,
        wanted.platform,
        wanted.state,
        wanted.kind,
        wanted.first,
        wanted.last,
    )
    return "|".join("" if each is None else str(each) for each in every)


def decoded(value: str) -> tuple[PostFilter, int]:
    """The way back; raises `ValueError` for what `encoded` did not write."""
    number, only, owner, platform, state, kind, first, last = value.split("|")
    wanted = PostFilter(
        only=Only(only),
        owner_id=owner or None,
        platform=Platform(platform) if platform else None,
        state=PostState(state) if state else None,
        kind=PostKind(kind) if kind else None,
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
    )
    return wanted, int(number)


def _narrowed(t: Translator, wanted: PostFilter) -> list[Json]:
    """What the list was narrowed to, in words."""
    said = []
    if wanted.owner_id and wanted.only is not Only.UNOWNED:
        said.append(t("post-list-owner", member=mention(wanted.owner_id)))
    if wanted.platform:
        said.append(t.platform(wanted.platform))
    if wanted.kind:
        said.append(t.kind(wanted.kind))
    if wanted.state:
        said.append(t.state(wanted.state))
    if wanted.first and wanted.last:
        said.append(days_in_words(t, wanted.first, wanted.last))
    return [context(" · ".join(said))] if said else []


def days_in_words(t: Translator, first: date, last: date) -> str:
    if first == last:
        return t.day(first)
    return t("post-list-days", first=t.day(first), last=t.day(last))


def _turning(t: Translator, page: PostPage) -> list[Element]:
    before = encoded(page.wanted, page.number - 1)
    after = encoded(page.wanted, page.number + 1)
    back = [button(t("button-previous"), "post.page.previous", before)] if page.number > 1 else []
    on = [button(t("button-next"), "post.page.next", after)] if page.number < page.pages else []
    return [*back, *on]


def _part(t: Translator, key: str, posts: Sequence[Post], *, now: datetime, zone: str, can: Can) -> list[Json]:
    if not posts:
        return []
    shown = posts[: ROWS[key]]
    rows = [post_row(t, each, now=now, zone=zone, may_change=can.change, pause=can.pause) for each in shown]
    rest = len(posts) - ROWS[key]
    more = [context(t("post-overview-more", rest=rest))] if rest > 0 else []
    return [section(t(f"post-overview-{key}", count=len(posts))), *rows, *more, divider()]


def _others(t: Translator, found: Overview) -> list[Json]:
    said = [t("post-overview-others", count=found.others)] if found.others else []
    said += [t("post-overview-others-late", count=found.others_late)] if found.others_late else []
    said += [t("post-overview-unowned", count=found.unowned)] if found.unowned else []
    return [context(" · ".join(said))] if said else []


def _overview_buttons(t: Translator, found: Overview, reader_id: str, can: Can) -> list[Element]:
    buttons = _add(t, can)
    if found.total:
        buttons.append(_list_button(t, "mine", PostFilter(only=Only.OPEN, owner_id=reader_id)))
    buttons.append(_list_button(t, "all", EVERYONE))
    if found.unowned:
        buttons.append(_list_button(t, "unowned", PostFilter(only=Only.UNOWNED)))
    return [*buttons, button(t("button-help"), "post.help")]


def _list_button(t: Translator, name: str, wanted: PostFilter) -> Element:
    return button(t(f"post-button-{name}"), f"post.list.{name}", encoded(wanted))


def _add(t: Translator, can: Can) -> list[Element]:
    return [add_button(t)] if can.add else []


def add_button(t: Translator) -> Element:
    return button(t("button-add-more"), "post.add", style="primary")
