"""What is told about a review, and what somebody else did to one's post: messages of the bot's own accord."""

from collections.abc import Sequence
from dataclasses import dataclass

from slackblocks import Button

from bot.domain.limits import REVIEW_NOTE_LIMIT
from bot.domain.members import Member
from bot.domain.posts import Change, Post, PostState
from bot.domain.reminders.reviews import is_asked_still, reviewer_of
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.post.reviews import AskedReviewer
from bot.services.reminders.notices import NoticeTopic
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    escape,
    mention,
    safe,
    section,
)
from handlers.views.lengths import NAME, PARAGRAPH, QUOTED
from handlers.views.post.details import attachment_lines
from handlers.views.post.echo import echo_lines
from handlers.views.post.in_words import short_link
from handlers.views.post.reviews import _open_button, review_buttons
from handlers.views.post.text_to_copy import text_beside
from handlers.views.reminders.post import Ping, instead_of_lead, marks, message, missing_of, undo_buttons

MANY, NAMED = 10, 3
"""Reviews of one message, in rows; and in the text that is read aloud."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTold:
    """What one row of the ledger tells of a review. *away*: to who asked, of a reviewer who is."""

    ping: Ping
    away: AskedReviewer | None = None

    @property
    def is_open(self) -> bool:
        return is_asked_still(self.ping.post, self.ping.delivery)


def review_told(t: Translator, told: ReviewTold) -> Outgoing | None:
    return reviewer_away(t, told.ping, told.away) if told.away else review_message(t, told.ping)


def reviews_message(t: Translator, told: Sequence[ReviewTold]) -> Outgoing | None:
    """Several, each with what is asked and its buttons, without its text; None where nothing is left to say."""
    rows = [row for row in (_row(t, each) for each in told[:MANY]) if row]
    if not rows:
        return None
    waiting = [each.ping.post for each in told if each.is_open and not each.away]
    named = [f"{post.id} · {escape(clip(post.title, NAME))}" for post in waiting[:NAMED]]
    more = len(waiting) - len(named)
    text = t("review-told-many", count=len(waiting), posts=t.listing(named), more=more)
    late = marks(t, told[0].ping.delivery, now=told[0].ping.now)
    left = [context(t("agenda-more", n=len(told) - MANY))] if len(told) > MANY else []
    return message(text, section(f"*{text}*"), *late, *(block for row in rows for block in row), *left)


def _row(t: Translator, told: ReviewTold) -> list[Json]:
    """As it stands; nothing where somebody new has nothing to read."""
    if told.away or not told.is_open:
        found = review_told(t, told)
        return list(found.blocks) if found else []
    post = told.ping.post
    asked = section(_question(t, told.ping))
    return [
        asked,
        *_asked_for(t, post),
        *_why_you(t, told.ping),
        actions(*review_buttons(t, post), _open_button(t, post)),
    ]


def review_message(t: Translator, ping: Ping) -> Outgoing | None:
    """To the reviewer; None when there is nothing to read (any more) for somebody new."""
    post = ping.post
    if not is_asked_still(post, ping.delivery):
        return None if ping.delivery.sent_at is None else _settled(t, ping)
    text = _question(t, ping)
    head = [section(f"*{text}*"), *marks(t, ping.delivery, now=ping.now), *_asked_for(t, post), *_why_you(t, ping)]
    below = _beside(t, ping)
    buttons = actions(*review_buttons(t, post), _open_button(t, post))
    return message(text, *head, *text_beside(t, post, [*head, *below]), *below, buttons)


def reviewer_away(t: Translator, ping: Ping, asked: AskedReviewer) -> Outgoing | None:
    """To whoever asked; None where the reviewer is there after all and they were not told yet."""
    post, reviewer = ping.post, mention(asked.reviewer.id) if asked.reviewer else t("nobody")
    known = {"post": post.id, "title": escape(post.title), "reviewer": reviewer}
    if asked.until is None:
        back = t("review-with-another", **known)
        return message(back, section(back), actions(_open_button(t, post))) if ping.delivery.sent_at else None
    text = t("review-absent", **known, until=t.day(asked.until, short=True))
    then = t("review-absent-instead", instead=mention(asked.to.id)) if asked.to else t("review-absent-nobody")
    said = f"{text} {then}"
    ask = button(t("review-ask-other"), "post.review", post.id)
    return message(said, section(said), *marks(t, ping.delivery, now=ping.now), actions(ask, _open_button(t, post)))


def _question(t: Translator, ping: Ping) -> str:
    """Nobody is told that they asked themselves."""
    post = ping.post
    when = t.moment(post.due.at, zone=ping.strategy.zone) if post.due else t("post-undated")
    known = {"post": post.id, "title": escape(post.title), "platform": t.platform(post.platform), "when": when}
    if post.review_asked_by in (None, "", ping.delivery.recipient_id):
        return t("review-ask-own", **known)
    return t("review-ask", **known, by=mention(post.review_asked_by))


def _why_you(t: Translator, ping: Ping) -> list[Json]:
    """Why somebody reads this who was not asked: the reviewer is silent or not there, nor perhaps the manager."""
    post, reviewer = ping.post, reviewer_of(ping.post, ping.strategy)
    if reviewer is None or ping.delivery.recipient_id == reviewer:
        return []
    is_silent = ":manager-" in ping.delivery.key and post.review_asked_at is not None
    since = t.moment(post.review_asked_at) if post.review_asked_at else ""
    named = mention(reviewer)
    said = [t("review-silent", reviewer=named, since=since) if is_silent else t(ping.why, owner=named, post=post.id)]
    if ping.person != reviewer:
        said += instead_of_lead(t, ping.strategy, ping.delivery, manager_id=ping.person)
    return [context(*said)]


def _asked_for(t: Translator, post: Post) -> list[Json]:
    """What the owner wrote beside the question, and what changed where it is asked again after an approval."""
    last = next((each for each in reversed(post.changes_not_taken_back) if each.what == "in_review"), None)
    return [context(t("review-note", note=safe(last.note, REVIEW_NOTE_LIMIT)))] if last and last.note else []


def _beside(t: Translator, ping: Ping) -> list[Json]:
    post = ping.post
    said = [t("due-image", image=short_link(post.image))] if post.image else []
    if post.image_text:
        said.append(t("due-image-text", text=safe(post.image_text, PARAGRAPH)))
    said += attachment_lines(t, post.attachments)
    missing = [each for each in missing_of(t, post, ping.strategy) if each != t("due-missing-approval")]
    if missing:
        said.append(t("due-missing", what=t.listing(missing)))
    if ping.echoes and not post.echo_reason:
        said += echo_lines(t, ping.echoes)
    return [context(*said[at : at + 10]) for at in range(0, len(said), 10)]


def _settled(t: Translator, ping: Ping) -> Outgoing:
    post = ping.post
    known = {"post": post.id, "title": escape(post.title)}
    answers = [each for each in post.changes_not_taken_back if each.what in {"approved", "changes-asked"}]
    last = answers[-1] if answers else None
    if post.state is PostState.IN_REVIEW:
        text = _asked_anew(t, ping)
    elif post.state is PostState.DRAFT and last and last.what == "changes-asked":
        text = t("review-sent-back", **known, by=mention(last.by))
    elif post.state is PostState.APPROVED and post.approved_by:
        text = t("review-approved", **known, by=mention(post.approved_by))
    else:
        text = t("review-over", **known, state=t.state(post.state))
    return message(text, section(text), actions(*undo_buttons(t, ping), _open_button(t, post)))


def _asked_anew(t: Translator, ping: Ping) -> str:
    """Instead of a question that stands no more: who has it now, or that it is asked further down."""
    post, reviewer = ping.post, reviewer_of(ping.post, ping.strategy)
    known = {"post": post.id, "title": escape(post.title)}
    if reviewer == ping.delivery.recipient_id:
        return t("review-asked-again", **known)
    return t("review-with-another", **known, reviewer=mention(reviewer) if reviewer else t("nobody"))


def post_notice(
    t: Translator, ping: Ping, told: NoticeTopic, change: Change, *, more: int = 0, is_undone: bool = False
) -> Outgoing | None:
    """To the owner: what somebody else did with the post, and with how many *more* at once.

    A reviewer's answer that *is_undone* by now is told as that to whoever has read it, and to nobody else.
    """
    post = ping.post
    known = {"post": post.id, "title": escape(post.title), "by": mention(change.by)}
    if is_undone and told in (NoticeTopic.APPROVED, NoticeTopic.CHANGES_ASKED):
        if ping.delivery.sent_at is None:
            return None
        text = t("notice-approved-undone" if told is NoticeTopic.APPROVED else "notice-changes-undone", **known)
        return message(text, section(text), actions(_open_button(t, post)))
    if told is NoticeTopic.HANDED_OVER and post.owner_id != ping.delivery.recipient_id:
        text = t("notice-handed-on", **known)
        return message(text, section(text), actions(_open_button(t, post)))
    when = t.moment(post.stands_at, zone=ping.strategy.zone) if post.stands_at else t("post-undated")
    known |= {"platform": t.platform(post.platform), "when": when}
    text = t("notice-handed-series", **known, n=more) if more else t(f"notice-{told}", **known)
    note = [section(">" + safe(change.note, QUOTED).replace("\n", "\n>"))] if told is NoticeTopic.CHANGES_ASKED else []
    return message(
        text, section(f"*{text}*"), *note, actions(*_notice_buttons(t, post, told, can_change=ping.can_change))
    )


def thread_message(
    t: Translator, post: Post, strategy: Strategy, *, owner: Member | None, is_new: bool
) -> Outgoing | None:
    """In the channel: the post as it stands, and room to talk below it; nobody is called by it."""
    if is_new and not post.is_open:
        return None
    when = t.moment(post.stands_at, zone=strategy.zone) if post.stands_at else t("post-undated")
    who = escape(owner.name) if owner else t("post-unowned")
    named = {"post": post.id, "title": escape(post.title), "platform": t.platform(post.platform)}
    text = t("notice-thread", **named, when=when, state=t.state(post.state), owner=who)
    return message(text, section(text), context(t("notice-thread-hint")), actions(_open_button(t, post)))


def _notice_buttons(t: Translator, post: Post, told: NoticeTopic, *, can_change: bool) -> list[Button]:
    edit = button(t("button-edit"), "post.edit", post.id)
    again = button(t("review-button"), "post.review", post.id)
    hand_over = button(t("button-hand-over"), "post.assign", post.id)
    if not (post.is_open and can_change):
        return [_open_button(t, post)]
    extra: dict[NoticeTopic, list[Button]] = {
        NoticeTopic.CHANGES_ASKED: [edit, again],
        NoticeTopic.HANDED_OVER: [edit, hand_over],
        NoticeTopic.APPROVED: [],
    }
    return [_open_button(t, post), *extra.get(told, [])]
