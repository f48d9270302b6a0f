"""What others did to somebody's posts: the sentences, a message of its own, and what stands in a live one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from slackblocks import Button

from bot.domain.platforms import Platform
from bot.domain.posts import Change, Post
from bot.domain.reminders.changes import ChangeTopic
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from handlers.views.kit import Json, actions, button, clip, context, escape, mention, safe, section
from handlers.views.lengths import NAME, QUOTED, SENTENCE
from handlers.views.post.history import fields_in_words
from handlers.views.post.in_words import short_link
from handlers.views.reminders.post import message

POSTS = 8
"""Of one message; how many more there are is said."""
LINES = 4
"""Of one post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """One thing that somebody did to *post*: the line *change* of its history.

    *before*: the former moment (ISO) or platform; of a post that was lost, who got it then. *is_undone*: it was taken
    back.
    """

    topic: ChangeTopic
    post: Post
    strategy: Strategy
    change: Change
    before: str = ""
    is_undone: bool = False
    can_change: bool = False


def changes_message(t: Translator, told: Sequence[ToldChange], *, is_new: bool) -> Outgoing | None:
    """All that is told in one message, post by post; None where all of it was taken back before anybody read it."""
    by_post = _by_post(told, is_new=is_new)
    if not by_post:
        return None
    if len(by_post) == 1 and len(by_post[0]) == 1:
        return _alone(t, by_post[0][0])
    is_given = all(each.topic is ChangeTopic.GOT for of_post in by_post for each in of_post)
    title = t("changes-got-title" if is_given else "changes-title", count=len(by_post))
    rows = [_post_section(t, each) for each in by_post[:POSTS]]
    rest = len(by_post) - POSTS
    more = [context(t("changes-more", count=rest))] if rest > 0 else []
    said = [line for each in by_post[:POSTS] for line in (_name(each[0].post), *_bullets(t, each))]
    return message("\n".join([title, *said]), section(f"*{title}*"), *rows, *more)


def changed_rows(t: Translator, told: Sequence[ToldChange], *, is_new: bool) -> list[Json]:
    """As a part of the morning: a line for each post, and how many more there are."""
    by_post = _by_post(told, is_new=is_new)
    lines = [t("change-named", name=f"*{_name(each[0].post)}*", said=sentence(t, each[-1])) for each in by_post]
    if not lines:
        return []
    rest = len(lines) - LINES
    more = [t("changes-more", count=rest)] if rest > 0 else []
    return [section(f"*{t('morning-changed')}*"), context(*lines[:LINES], *more)]


def _by_post(told: Sequence[ToldChange], *, is_new: bool) -> list[list[ToldChange]]:
    found: dict[str, list[ToldChange]] = {}
    for each in told:
        found.setdefault(each.post.id, []).append(each)
    by_post = (_worth_telling(each, is_new=is_new) for each in found.values())
    return [each for each in by_post if each]


def _worth_telling(of_post: Iterable[ToldChange], *, is_new: bool) -> list[ToldChange]:
    """Of what was done several times the last, from where it began; nothing of what came and went.

    What was taken back is told only where it may have been read before.
    """
    kept: dict[ChangeTopic, ToldChange] = {}
    undone = []
    for each in of_post:
        if each.is_undone:
            undone.append(each)
            continue
        earlier = kept.pop(each.topic, None)
        began_as = earlier if each.topic is not ChangeTopic.LOST else None
        kept[each.topic] = replace(each, before=began_as.before) if began_as else each
    if {ChangeTopic.GOT, ChangeTopic.LOST} <= kept.keys():
        del kept[ChangeTopic.GOT], kept[ChangeTopic.LOST]
    told = [each for each in kept.values() if not _is_back(each)]
    return told if is_new else sorted([*told, *undone], key=lambda each: each.change.at)


def _is_back(told: ToldChange) -> bool:
    """Whether it stands where it stood before."""
    due_at = told.post.due_at.isoformat() if told.post.due_at else ""
    now_at = {ChangeTopic.MOVED: due_at, ChangeTopic.PLATFORM: told.post.platform.value if told.post.platform else ""}
    return bool(told.before) and now_at.get(told.topic) == told.before


def _alone(t: Translator, told: ToldChange) -> Outgoing:
    said = sentence(t, told)
    buttons = actions(*_buttons(t, told))
    text = t("change-named", name=_name(told.post), said=said)
    return message(text, section(t("change-named", name=f"*{_name(told.post)}*", said=said)), *_quote(told), buttons)


def _quote(told: ToldChange) -> list[Json]:
    if told.topic is not ChangeTopic.SENT_BACK or not told.change.note:
        return []
    return [section(">" + safe(told.change.note, QUOTED).replace("\n", "\n>"))]


def _post_section(t: Translator, of_post: Sequence[ToldChange]) -> Json:
    post = of_post[0].post
    return section("\n".join([f"*{_name(post)}*", *_bullets(t, of_post)]), accessory=_open(t, post))


def _bullets(t: Translator, of_post: Sequence[ToldChange]) -> list[str]:
    return [f"• {sentence(t, each)}" for each in of_post[-LINES:]]


def _name(post: Post) -> str:
    return f"{post.id} · {escape(clip(post.title, NAME))}"


def _open(t: Translator, post: Post) -> Button:
    return button(t("button-open"), "post.show", post.id, label=t("due-open-label", post=post.id))


def _buttons(t: Translator, told: ToldChange) -> list[Button]:
    post = told.post
    if not (post.is_open and told.can_change) or told.is_undone:
        return [_open(t, post)]
    if told.topic is ChangeTopic.SENT_BACK:
        return [_open(t, post), button(t("button-edit"), "post.edit", post.id), _ask_again(t, post)]
    if told.topic is ChangeTopic.GOT:
        hand_over = button(t("button-hand-over"), "post.assign", post.id)
        return [_open(t, post), button(t("button-edit"), "post.edit", post.id), hand_over]
    return [_open(t, post)]


def _ask_again(t: Translator, post: Post) -> Button:
    return button(t("review-button"), "post.review", post.id)


# --- In words


def sentence(t: Translator, told: ToldChange) -> str:
    """What was done and by whom, without the name of the post."""
    said = WORDS[told.topic](t, told)
    return t("change-undone", said=said) if told.is_undone else said


def _said(t: Translator, told: ToldChange, key: str, **params: object) -> str:
    return t(f"change-{key}", by=mention(told.change.by), **params)


def _place(t: Translator, told: ToldChange) -> dict[str, str]:
    """Where and when it goes out, as things stand."""
    return {"platform": t.platform(told.post.platform), "when": _when(t, told)}


def _when(t: Translator, told: ToldChange) -> str:
    post = told.post
    return t.moment(post.stands_at, zone=told.strategy.zone) if post.stands_at else t("post-undated")


def _got(t: Translator, told: ToldChange) -> str:
    return _said(t, told, "got", **_place(t, told))


def _lost(t: Translator, told: ToldChange) -> str:
    owner = told.before or told.post.owner_id
    return _said(t, told, "lost", owner=mention(owner)) if owner else _said(t, told, "unowned")


def _moved(t: Translator, told: ToldChange) -> str:
    if told.post.due is None:
        return _said(t, told, "undated")
    if not told.before:
        return _said(t, told, "dated", when=_when(t, told))
    was = t.moment(datetime.fromisoformat(told.before), zone=told.strategy.zone)
    return _said(t, told, "moved", **{"when": _when(t, told), "from": was})


def _rewritten(t: Translator, told: ToldChange) -> str:
    names = fields_in_words(t, told.change.note) if told.change.what == "edited" else ""
    return _said(t, told, "rewritten", fields=names or t("change-its-text"))


def _cancelled(t: Translator, told: ToldChange) -> str:
    note = told.change.note
    return _said(t, told, "cancelled-why", why=safe(note, SENTENCE)) if note else _said(t, told, "cancelled")


def _published(t: Translator, told: ToldChange) -> str:
    link = told.post.link
    return _said(t, told, "published-at", link=short_link(link)) if link else _said(t, told, "published")


def _objective(t: Translator, told: ToldChange) -> str:
    served = next((each for each in told.strategy.objectives if each.id == told.post.objective_id), None)
    return _said(t, told, "objective", objective=safe(served.statement, NAME)) if served else _said(t, told, "aimless")


def _platform(t: Translator, told: ToldChange) -> str:
    was = t.platform(Platform(told.before)) if told.before else "–"
    return _said(t, told, "platform", **{"platform": t.platform(told.post.platform), "from": was})


WORDS: Mapping[ChangeTopic, Callable[[Translator, ToldChange], str]] = MappingProxyType(
    {
        ChangeTopic.GOT: _got,
        ChangeTopic.LOST: _lost,
        ChangeTopic.MOVED: _moved,
        ChangeTopic.REWRITTEN: _rewritten,
        ChangeTopic.CANCELLED: _cancelled,
        ChangeTopic.REOPENED: lambda t, told: _said(t, told, "reopened", **_place(t, told)),
        ChangeTopic.APPROVED: lambda t, told: _said(t, told, "approved", **_place(t, told)),
        ChangeTopic.SENT_BACK: lambda t, told: _said(t, told, "sent-back", **_place(t, told)),
        ChangeTopic.NOTED: lambda t, told: _said(t, told, "noted", notes=safe(told.post.notes, SENTENCE)),
        ChangeTopic.PUBLISHED: _published,
        ChangeTopic.OBJECTIVE: _objective,
        ChangeTopic.PLATFORM: _platform,
    }
)
