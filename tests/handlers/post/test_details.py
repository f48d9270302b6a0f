"""The details of a post in Slack: their form, a file dropped when it was asked for, what the card tells."""

import pytest

from bot.domain.posts import Attachment, Post
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.limits import check_view
from bot.sandbox.team import Upload
from handlers.views.kit import section
from handlers.views.post.details import DetailsInForm, details_form
from tests.handlers.exchange.test_files import answer_to
from tests.handlers.posting import SOCIAL, post, post_with, shown
from tests.handlers.reminding import a_strategy


def details_of(bob):
    card = bob.command('/post add "Tea" on linkedin by me', channel=SOCIAL).messages[-1]
    return bob.press(card, "post.details").modal


def test_the_details_are_filled_in_and_told_on_the_card(stage, bob):
    details_of(bob)

    answer = bob.submit(
        {
            "labels": "tea, #cake",
            "campaign": "Winter",
            "spend": "12.5",
            "partnership": ["partnership"],
            "links": "https://example.com/a.png | Amy holds a cup",
        }
    )

    kept = post(stage)
    assert (kept.labels, kept.campaign, kept.spend, kept.is_partnership) == (("tea", "cake"), "Winter", 12.5, True)
    for said in ("Campaign: Winter", "$12.50", "A paid partnership", "Amy holds a cup"):
        assert said in shown(answer.modal)


def test_what_is_no_link_is_said_under_its_field(stage, bob):
    details_of(bob)

    assert list(bob.submit({"links": "cup.png"}).errors) == ["links"]


def test_a_file_dropped_when_asked_for_is_attached_and_gets_its_words(stage, bob):
    bob.press(details_of(bob), "post.attach")

    answer = answer_to(bob, Upload(name="cup.png", content=b"png"))
    assert "The file is attached to P1" in answer.text
    assert post(stage).attachments[0].name == "cup.png"

    bob.press(bob.command("/post show P1", channel=SOCIAL).messages[-1], "post.details")
    bob.submit({f"alt.{post(stage).attachments[0].file_id}": "A cup"})
    assert post(stage).attachments[0].alt == "A cup"


@pytest.mark.parametrize("length", [600, 4000])
def test_what_is_longer_than_its_field_is_not_cut_by_other_details(stage, bob, length):
    links = tuple(Attachment(url=f"https://example.com/{n}", alt="a" * (length // 4)) for n in range(4))
    long = {"theme": "t" * length, "labels": ("l" * length,), "campaign": "c" * length, "attachments": links}
    post_with(stage, **long)

    bob.press(bob.command("/post show P1", channel=SOCIAL).messages[-1], "post.details")
    bob.submit({"spend": "12"})

    kept = post(stage)
    assert {name: getattr(kept, name) for name in long} == long
    assert kept.spend == 12


def test_a_label_with_a_comma_is_one_label_after_the_form_as_well(stage, bob):
    post_with(stage, labels=("a, b", 'the "best"', "tea"))

    form = bob.press(bob.command("/post show P1", channel=SOCIAL).messages[-1], "post.details").modal
    bob.submit({"spend": "12"})

    assert post(stage).labels == ("a, b", 'the "best"', "tea")
    assert '\\"a, b\\", ' in shown(form)


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_longest_details_are_a_view_that_slack_takes(locale):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    files = tuple(Attachment(file_id=f"F{n}", name="&" * 255, alt="&" * 500) for n in range(10))
    long = Post(
        id="P123456",
        strategy_id="S1",
        title="&" * 150,
        platform=Platform.GOOGLE_BUSINESS,
        theme="&" * 300,
        labels=("&" * 500,) * 20,
        campaign="&" * 300,
        spend=123456.78,
        is_partnership=True,
        attachments=(*files, Attachment(url="https://example.com/" + "&" * 2900, alt="&" * 500)),
    )
    meta = {"channel": "C1", "post": long.id, "seen": 999}

    view = details_form(t, long, DetailsInForm.of(long), strategy=a_strategy(), meta=meta, intro=[section("&" * 3000)])

    assert check_view(view) is None
