"""Lists and cards of posts, and who sees which, on a local Slack."""

import pytest

from bot.domain.strategy import Platform
from bot.services.post.adding import Wish, add_post
from handlers.views.kit import button
from tests.builders import add_post_on
from tests.handlers.posting import LINK, SOCIAL, a_reminder, another_strategy, due_in, last, shown

# --- showing


def test_alone_the_command_shows_ones_own_posts_by_urgency(stage, bob):
    add_post_on(stage, title="Today's post", due=due_in(hours=3))
    add_post_on(stage, title="Somebody's", owner="UDAN")

    answer = bob.command("/post", channel=SOCIAL)

    assert last(answer).text.startswith("My posts: 0 late, 1 today, 1 open in all.\n")
    assert "Today's post" in shown(last(answer))
    assert "Somebody's" not in shown(last(answer))
    assert "One open post is somebody else's" in shown(last(answer))


def test_alone_with_nothing_to_do_it_says_what_one_can_do(stage, bob):
    answer = bob.command("/post", channel=SOCIAL)

    assert "post.add" in shown(last(answer))
    assert "no open post" in last(answer).text


def test_a_list_turns_its_pages_in_place(stage, bob):
    for n in range(1, 13):
        add_post_on(stage, title=f"Number {n}")

    first = last(bob.command("/post list all", channel=SOCIAL))
    second = last(bob.press(first, "post.page.next"))
    again = last(bob.press(second, "post.page.previous"))

    assert "1–10 of 12" in first.text
    assert "11–12 of 12" in second.text
    assert "Number 12" in shown(second)
    assert (second.ts, again.ts, again.text) == (first.ts, first.ts, first.text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("list", {"P1", "P3"}),
        ("list mine", {"P1", "P3"}),
        ("list all", {"P1", "P2", "P3"}),
        ("liste toutes", {"P1", "P2", "P3"}),
        ("list overdue", set()),
        ("list instagram", {"P1", "P2", "P3"}),
        ("list linkedin", set()),
        ("list <@UDAN>", {"P2"}),
        ("list this week", {"P1"}),
        ("list this month", {"P1", "P3"}),
    ],
)
def test_lists_are_narrowed_by_what_is_typed(stage, bob, typed, expected):
    add_post_on(stage, due=due_in(days=1))
    add_post_on(stage, owner="UDAN")
    add_post_on(stage, due=due_in(days=7))

    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert {each for each in ("P1", "P2", "P3") if f"*{each} ·" in shown(last(answer))} == expected


def test_the_heading_of_a_list_is_followed_by_a_colon_as_its_reader_writes_it(stage, amy, bob):
    amy.command('/post add "A" on instagram by @bob due fri 10:00 text Words', channel=SOCIAL)

    assert "(1 à 1 sur 1)\u00a0: P1 A" in amy.command("/post list all", channel=SOCIAL).text
    assert "(1–1 of 1): P1 A" in bob.command("/post list all", channel=SOCIAL).text


def test_what_a_list_did_not_understand_is_said_above_it(stage, bob):
    answer = bob.command("/post list all quickly", channel=SOCIAL)

    assert "quickly" in last(answer).text


def test_a_card_has_the_text_to_be_copied_whole(stage, bob):
    text = "Win a *year* of tea!\n<https://example.com> & more"
    add_post_on(stage, text=text)

    answer = bob.command("/post show p1", channel=SOCIAL)

    blocks = [each for each in last(answer).blocks if each["type"] == "rich_text"]
    assert [each["elements"][0]["elements"][0]["text"] for each in blocks] == [text]


def test_a_row_opens_the_card_in_a_modal_and_the_list_stays(stage, bob):
    add_post_on(stage)
    rows = last(bob.command("/post list", channel=SOCIAL))

    answer = bob.press(rows, "post.more", choice="show:P1")

    assert answer.modal.callback_id == "post.card"
    assert answer.messages == []


def test_the_text_alone_opens_to_be_copied(stage, bob):
    add_post_on(stage, text="Come by!")
    reminder = a_reminder(stage, button("Copy", "post.copy", "P1"))

    assert "Come by!" in shown(bob.press(reminder, "post.copy").modal)


# --- who sees what


def test_a_guest_elsewhere_has_no_calendar(stage):
    add_post_on(stage)

    answer = stage.slack.hand("UGUEST").command("/post show P1", channel="CGENERAL")

    assert "Spring contest" not in shown(last(answer))


def test_a_number_of_another_strategy_is_not_found(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        other = tx.strategies.put(another_strategy(stage))
        by = tx.members.get("UAMY")
    wish = Wish(title="Secret launch", platform=Platform.X)
    add_post(stage.bot.house.store, strategy=other, by=by, now=stage.slack.clock.now(), wish=wish)

    for typed in ("show P1", "edit P1", "move P1 friday 10:00", "assign P1 <@UBOB>", f"done P1 {LINK}", "cancel P1"):
        answer = bob.command(f"/post {typed}", channel=SOCIAL)
        assert "There is no post P1" in last(answer).text
    assert "Secret" not in shown(last(bob.command("/post list all", channel=SOCIAL)))
