"""The first message of all: three steps, each a button, and a fourth that shows the whole with sample data."""

from slackblocks import Button

from bot.i18n import Translator
from bot.ports import Outgoing
from handlers.views.kit import Json, actions, button, context, divider, section


def welcome(t: Translator) -> Outgoing:
    """Its top-level text names the steps as well: it is what a notification shows."""
    blocks = [
        section(f"*{t('welcome-title')}*\n{t('welcome-what')}"),
        divider(),
        *steps(t),
        divider(),
        context(t("welcome-sample-hint")),
        actions(button(t("welcome-sample"), "welcome.sample")),
    ]
    return Outgoing(text=t("welcome-text"), blocks=blocks)


def steps(t: Translator) -> list[Json]:
    return [
        _step(t("welcome-step-strategy"), button(t("button-setup"), "setup.open", style="primary")),
        _step(t("welcome-step-objective"), button(t("objective-new"), "objective.new")),
        _step(t("welcome-step-import"), button(t("button-import"), "import.help")),
    ]


def _step(text: str, go: Button) -> Json:
    return section(text, accessory=go)
