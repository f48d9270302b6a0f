"""What a post lacks before it can go out, and the one button that mends it."""

from enum import StrEnum

from slackblocks import Button

from bot.domain.posts import Post, PostState
from bot.domain.reminders.reviews import is_unapproved
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import button


class Lack(StrEnum):
    """The first that stands in the way."""

    TEXT = "text"
    PICTURE = "picture"
    APPROVAL = "approval"
    ANSWER = "answer"  # it was asked for


def lack_of(post: Post, strategy: Strategy) -> Lack | None:
    """A picture is missing where its alternative text is there, or the other way round."""
    if not post.text:
        return Lack.TEXT
    if bool(post.image or post.attachments) != bool(post.image_text) and (post.image or post.image_text):
        return Lack.PICTURE
    if is_unapproved(post, strategy):
        return Lack.ANSWER if post.state is PostState.IN_REVIEW else Lack.APPROVAL
    return None


def lack_words(t: Translator, post: Post, lack: Lack) -> str:
    """Of a picture which half is there."""
    has_image = bool(post.image or post.attachments)
    return t("lacks-picture-text") if lack is Lack.PICTURE and has_image else t(f"lacks-{lack}")


_BUTTONS = {
    Lack.TEXT: ("lack-write", "post.edit"),
    Lack.PICTURE: ("lack-picture", "post.details"),
    Lack.APPROVAL: ("lack-review", "post.review"),
    Lack.ANSWER: ("review-ask-other", "post.review"),
}


def lack_button(t: Translator, post: Post, lack: Lack, *, is_main: bool = False) -> Button:
    """*is_main*: it is what the message is for."""
    key, action_id = _BUTTONS[lack]
    return button(t(key), action_id, post.id, style="primary" if is_main else None, label=f"{t(key)} {post.id}")
