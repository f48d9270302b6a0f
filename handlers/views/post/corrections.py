"""Corrections on the card of the post that they are about, and the rows that stand for them elsewhere."""

from collections.abc import Sequence

from slackblocks import Button

from bot.domain.engage.corrections import Correction
from bot.i18n import Translator
from handlers.views.kit import Json, button, context, mention, safe, section
from handlers.views.lengths import PHRASE

OPEN, DONE = 3, 5
"""How many of a post's corrections are shown."""


def correction_title(correction: Correction) -> str:
    """Number and what was wrong, in bold mrkdwn."""
    return f"*{correction.id} · {safe(correction.what, PHRASE)}*"


def correction_row(t: Translator, each: Correction) -> Json:
    when = t.moment(each.put_right_at or each.noticed_at)
    key = "correction-row-open" if each.is_open else "correction-row-done"
    who = mention(each.owner_id) if each.owner_id else t("nobody")
    said = t(key, title=correction_title(each), post=each.post_id, when=when, who=who)
    label = f"{t('button-open')} {each.id}"
    return section(said, accessory=button(t("button-open"), "correction.show", each.id, label=label))


def corrections_on_post(t: Translator, corrections: Sequence[Correction]) -> list[Json]:
    """Below the facts of a post: the open ones with their button, the others in a line."""
    rows = [correction_row(t, each) for each in corrections if each.is_open][:OPEN]
    done = [correction_title(each) for each in corrections if not each.is_open][:DONE]
    return [*rows, *([context(t("correction-on-post", corrections="; ".join(done)))] if done else [])]


def correction_button(t: Translator, post_id: str = "") -> Button:
    """On the card of a published post."""
    return button(t("correction-button-new"), "correction.new", post_id)
