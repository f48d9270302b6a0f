"""The plan's parts in a line of words each."""

import pytest

from bot.domain.plan_parts import Policy, PolicyKind
from bot.i18n import Translator
from handlers.views.plan_words import policy_name


@pytest.mark.parametrize(
    ("locale", "kind", "value", "said"),
    [
        ("en-CA", PolicyKind.MOST_HASHTAGS, "1", "at most 1 hashtag"),
        ("en-CA", PolicyKind.MOST_HASHTAGS, "0", "at most 0 hashtags"),
        ("fr-CA", PolicyKind.MOST_HASHTAGS, "1", "1 hashtag au plus"),
        ("fr-CA", PolicyKind.MOST_HASHTAGS, "5", "5 hashtags au plus"),
        ("en-CA", PolicyKind.MINUTES_APART, "1", "1 minute apart on a platform"),
        ("fr-CA", PolicyKind.MINUTES_APART, "30", "30 minutes d’écart sur une plateforme"),
    ],
)
def test_a_policy_that_counts_agrees_with_its_number(locale, kind, value, said):
    assert policy_name(Translator(locale, "UTC"), Policy(id="R1", kind=kind, value=value)) == said
