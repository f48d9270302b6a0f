"""What `/checkin` does, in a few lines."""

from bot.i18n import Translator
from handlers.views.kit import Json, actions, button, clip, escape, section
from handlers.views.lengths import PHRASE


def checkin_help(t: Translator, *, not_understood: str = "") -> tuple[str, list[Json]]:
    title = (
        t("help-not-understood", what=escape(clip(not_understood, PHRASE))) if not_understood else t("round-help-title")
    )
    return title, [section(title), section(t("round-help")), actions(button(t("button-my-round"), "checkin.open"))]
