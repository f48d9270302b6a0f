"""What a screen reader and a notification get of a message: its top-level text."""

import pytest

from bot.sandbox.limits import check_message
from handlers.views.kit import actions, button, context, copyable, divider, escape, fields, header, section
from handlers.views.lengths import TOP_TEXT
from handlers.views.top_level_text import spoken
from tests.handlers.longest import EVIL, assert_harmless, worst
from tests.handlers.posting import SOCIAL
from tests.speech import assert_spoken


def test_what_the_view_wrote_comes_first_and_each_text_of_the_blocks_follows_once():
    blocks = [
        header("Week 47 · Maison Lune"),
        section("*Target*: 2.1%"),
        divider(),
        actions(button("Not now", "digest.later")),
        context("Two posts measured", "in Toronto"),
        fields(["*Owner*\nAmy"]),
    ]

    said = spoken("Week 47 · Maison Lune: target 2.1%", blocks)

    assert said.splitlines() == [
        "Week 47 · Maison Lune: target 2.1%",
        "Target: 2.1%",
        "Two posts measured",
        "in Toronto",
        "Owner",
        "Amy",
    ]


def test_what_is_said_already_is_not_said_again_however_it_is_set_in_the_blocks():
    assert spoken("P12 · Spring contest is due now", [section("*P12 · Spring contest* is due now")]) == (
        "P12 · Spring contest is due now"
    )


def test_of_a_block_that_is_said_in_part_the_new_lines_alone_follow():
    block = section("Target: *2.1%* (target 2.5%)\nEngagements so far: 7\nlate")

    assert spoken("Week 47\nTarget: 2.1% (target 2.5%)", [block]).splitlines() == [
        "Week 47",
        "Target: 2.1% (target 2.5%)",
        "Engagements so far: 7",
        "late",
    ]


def test_a_text_to_copy_is_said_whole_though_one_of_its_lines_was_said():
    text = "Come and see our candles\nOnly this week"

    assert text in spoken("P12: Come and see our candles", [copyable(text)])


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("*P12 is added.* `/post show P12`", "P12 is added. /post show P12"),
        ("_no content_ on *Tue* and *Wed*", "no content on Tue and Wed"),
        (f"*{escape('5 * 3 is *loud*')}*", escape("5 * 3 is *loud*")),
        ("<https://a.example/*x*/_y_|*here*>", "<https://a.example/*x*/_y_|*here*>"),
        ("*<@UAMY>* has it", "<@UAMY> has it"),
        ("5 * 3 * 2, snake_case_name, a_b", "5 * 3 * 2, snake_case_name, a_b"),
    ],
)
def test_the_marks_of_ours_are_not_read_out_those_of_somebody_who_typed_them_are(marked, said):
    assert spoken(marked, [divider()]) == said
    assert spoken(marked, []) == marked


def test_a_number_that_stands_within_another_text_is_still_said():
    assert spoken("13 posts", [header("3")]) == "13 posts\n3"


def test_a_text_to_copy_and_a_table_are_said_and_call_nobody():
    table = {
        "type": "table",
        "rows": [[{"type": "raw_text", "text": "<!channel>"}, {"type": "raw_text", "text": "12"}]],
    }

    said = spoken("Here it is", [copyable(EVIL), table])

    assert_harmless(said)
    assert "&lt;!channel&gt; · 12" in said


@pytest.mark.parametrize("texts", [EVIL, "&", "é😀"])
def test_it_stays_within_what_slack_advises(texts):
    blocks = [section("*Much*"), copyable(worst(9000, texts)), section("after it")]

    said = spoken("Here it is", blocks)

    assert TOP_TEXT - 100 < len(said) <= TOP_TEXT
    assert check_message({"channel": "C1", "text": said, "blocks": blocks}) is None
    assert_harmless(said)


def test_a_text_with_a_link_is_cut_between_lines_alone():
    linked = "\n".join(f"<https://example.com/{n}|post {n}>" for n in range(90))

    said = spoken("Many", [section(linked), section(linked.replace("post", "text"))])

    assert len(said) <= TOP_TEXT
    assert said.count("<") == said.count(">")
    assert said.endswith(">…")


def test_a_message_that_keeps_to_itself_what_its_blocks_show_is_found_out(stage):
    quiet = {"channel": SOCIAL, "text": "Help", "blocks": [section("The calendar of the team stands below")]}
    client = stage.bot.app.client
    sent = client.chat_postMessage(**quiet)

    with pytest.raises(AssertionError, match="0% of the words"):
        assert_spoken(stage.slack.workspace)

    client.chat_delete(channel=SOCIAL, ts=sent["ts"])
