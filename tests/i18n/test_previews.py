"""What is shown before it is done says what will happen, and not what has."""

import re

import pytest

from tests.i18n.test_catalogues import messages, phrases

PREVIEWS = (
    *("series-question", "series-end-question", "day-question", "batch-stays", "post-cancel-text", "import-ask"),
    *("cli-forget-member-row", "cli-forget-posts", "cli-forget-strategies", "cli-forget-check_ins"),
    *("cli-forget-questions", "cli-forget-measurements", "cli-forget-deliveries", "cli-forget-notes"),
)
"""The sentences of previews; the rows beside them show the posts as they are."""
FUTURE = {"en": re.compile(r"\bwill\b"), "fr": re.compile(r"\w(?:ra|ront)\b")}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("key", PREVIEWS)
def test_a_preview_speaks_of_what_will_happen(language, key):
    said = " ".join(phrases(messages(language)[key]))

    assert FUTURE[language].search(said), said


@pytest.mark.parametrize("key", ["series-question", "series-end-question", "day-question", "batch-stays"])
def test_of_one_post_as_of_many(key):
    for language, future in FUTURE.items():
        variants = [each for each in phrases(messages(language)[key]) if len(each) > 5]
        assert [each for each in variants if not future.search(each)] == []
