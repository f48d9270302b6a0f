"""Voices whose step is due and mistakes that are open, as a morning shows them: each with the button that closes it."""

from datetime import date

from bot.domain.engage.corrections import Correction
from bot.domain.engage.voices import Voice
from bot.i18n import Translator
from bot.services.reminders.follow_ups import FollowUps
from handlers.views.engage.voices import step_of, voice_title
from handlers.views.kit import Json, button, context, safe, section
from handlers.views.lengths import NAME, TITLE
from handlers.views.post.corrections import correction_title

ROWS = 3
"""Of each sort; the rest is counted, and stands in its list."""


def follow_up_rows(t: Translator, waiting: FollowUps, *, day: date) -> list[Json]:
    mistakes = [_mistake(t, each) for each in waiting.corrections[:ROWS]]
    steps = [_step(t, each, day) for each in waiting.steps[:ROWS]]
    rest = len(waiting.corrections) + len(waiting.steps) - len(mistakes) - len(steps)
    return [*mistakes, *steps, *([context(t("follow-up-more", count=rest))] if rest else [])]


def follow_up_names(t: Translator, waiting: FollowUps) -> list[str]:
    """For who reads the top-level text alone."""
    mistakes = [f"{each.id} · {safe(each.what, TITLE)}" for each in waiting.corrections[:ROWS]]
    return [
        *mistakes,
        *(f"{each.id} · {safe(each.name, NAME)} · {safe(each.step, TITLE)}" for each in waiting.steps[:ROWS]),
    ]


def _step(t: Translator, voice: Voice, day: date) -> Json:
    label = f"{t('voice-button-done')} {voice.name}"
    done = button(t("voice-button-done"), "voice.done", voice.id, label=label)
    return section(f"{voice_title(voice)}\n{step_of(t, voice, today=day)}", accessory=done)


def _mistake(t: Translator, found: Correction) -> Json:
    said = t("correction-morning", title=correction_title(found), post=found.post_id, when=t.moment(found.noticed_at))
    label = f"{t('button-open')} {found.id}"
    return section(said, accessory=button(t("button-open"), "correction.show", found.id, label=label))
