"""What is said of several posts at once, at its longest."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.post.batches import Batch
from handlers.views.post.batches import batch_modal, batch_said, copying_form, day_question
from tests.handlers.reminding import a_strategy

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
LONG = Post(
    id="P123456",
    strategy_id="S1",
    title="&" * 150,
    platform=Platform.GOOGLE_BUSINESS,
    state=PostState.IN_REVIEW,
    owner_id="UXXXXXXXXXX",
    due=Due.of(NOW, "America/Argentina/ComodRivadavia"),
)


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_batches_at_their_longest_fit_slack(locale):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    batch = Batch(posts=(LONG,) * 400, left=(LONG,) * 400, missed=99, token="0" * 16)
    day = {"day": date(2026, 9, 30), "to": date(2026, 12, 30), "now": NOW, "strategy": a_strategy()}

    for text, blocks in (
        batch_said(t, batch, "x" * 900, now=NOW, zone="Europe/Paris", may_change=bool),
        day_question(t, batch, **day, may_change=bool),
    ):
        assert check_message({"text": text, "blocks": blocks}) is None
        assert check_view(batch_modal(t, t("batch-title"), blocks, channel_id="CSOCIAL")) is None
    assert check_view(copying_form(t, LONG, a_strategy(), meta={"channel": "C1"})) is None
