"""What help says of calendars in and out: every layout by its name, each as it is typed."""

import json

import pytest

from bot.domain.plan_parts import ExportLayout
from bot.i18n import Translator
from bot.sandbox.limits import check_message
from handlers.views.exchange.imports import import_help
from handlers.views.post.lists import post_help
from tests.handlers.posting import SOCIAL

LAYOUTS = ["csv", "ics", "iCalendar", *(each.value for each in ExportLayout)]


def said(stage, member, command) -> str:
    return json.dumps(stage.slack.hand(member).command(command, channel=SOCIAL).messages[-1].blocks, ensure_ascii=False)


@pytest.mark.parametrize(("member", "example"), [("UBOB", "buffer december"), ("UAMY", "buffer décembre")])
@pytest.mark.parametrize("command", ["/post help", "/post import", "/post export help", "/post help import"])
def test_every_layout_is_named_with_an_example(stage, member, example, command):
    words = said(stage, member, command)

    assert [each for each in LAYOUTS if each not in words] == []
    assert example in words


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_nothing_of_the_help_is_cut_off(locale):
    t = Translator(locale, "Europe/Paris")
    text, blocks = post_help(t)
    more, about_files = import_help(t)

    assert check_message({"text": text, "blocks": blocks}) is None
    assert check_message({"text": more, "blocks": about_files}) is None
    assert t("post-help-export-says") in json.dumps(blocks, ensure_ascii=False)
