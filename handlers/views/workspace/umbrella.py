"""Help on everything, as one message."""

from bot.i18n import Translator
from handlers.views.kit import Json, actions, button, clip, context, divider, escape, section
from handlers.views.lengths import PHRASE

COMMANDS = ("objective", "plan", "post", "checkin", "kpi", "parution")


def help_of_all(t: Translator, *, not_understood: str = "", has_strategy: bool = True) -> tuple[str, list[Json]]:
    """Each command with what it does and two examples."""
    title = t("help-not-understood", what=escape(clip(not_understood, PHRASE))) if not_understood else t("help-title")
    blocks = [section(title), divider()]
    blocks += [section(t(f"help-{name}")) for name in COMMANDS]
    blocks.append(context(t("help-both-languages")))
    elements = [button(t("button-add-post"), "post.add", style="primary"), button(t("button-my-round"), "checkin.open")]
    if not has_strategy:
        elements = [button(t("button-setup"), "setup.open", style="primary")]
    return title, [*blocks, actions(*elements)]
