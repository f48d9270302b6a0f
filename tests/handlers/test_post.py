"""`/post` as its members meet it: typed, pressed and filled in on a local Slack."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.moments import Due
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.ports import Outgoing
from bot.sandbox import interactions
from bot.services.post_changes import cancel_post
from bot.services.posts import Wish, add_post
from handlers.views.kit import actions, button

SOCIAL = "CSOCIAL"
LINK = "https://www.instagram.com/p/abc/"


@pytest.fixture
def bob(stage):
    """Bob Miller, English, in London, five hours ahead of the strategy's Toronto."""
    return stage.slack.hand("UBOB")


@pytest.fixture
def amy(stage):
    """Amy Tremblay, French, in Toronto."""
    return stage.slack.hand("UAMY")


def post(stage, post_id="P1") -> Post:
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.get(post_id)


def posts(stage) -> list[Post]:
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.all()


def a_post(stage, *, owner="UBOB", title="Spring contest", **more) -> Post:
    with stage.bot.house.store.transaction() as tx:
        by = tx.members.get("UBOB")
    wish = Wish(title=title, platform=Platform.INSTAGRAM, owner_id=owner, **more)
    now = stage.slack.clock.now()
    return add_post(stage.bot.house.store, strategy=stage.strategy, by=by, now=now, wish=wish).post


def shown(what) -> str:
    """All the words and ids of a message or a view."""
    return json.dumps(what.blocks, ensure_ascii=False)


def last(answer):
    return answer.messages[-1]


# --- adding


def test_a_post_typed_whole_is_added_and_shown_with_what_comes_next(stage, bob):
    answer = bob.command('/post add "Spring contest" on instagram by <@UBOB> tue 10:00 kind contest', channel=SOCIAL)

    added = post(stage)
    assert (added.title, added.platform, added.kind, added.owner_id) == (
        "Spring contest",
        Platform.INSTAGRAM,
        PostKind.CONTEST,
        "UBOB",
    )
    assert added.due.at == datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # London
    assert "P1 is added" in last(answer).text
    assert "Tue 24 Nov 10:00 (05:00 in " in shown(last(answer))
    assert answer.modal is None


def test_undo_takes_an_addition_back_in_the_same_message(stage, bob):
    answer = bob.command('/post add "Tea" on instagram', channel=SOCIAL)

    undone = bob.press(last(answer), "post.undo")

    assert post(stage).state is PostState.CANCELLED
    assert "Taken back on P1" in shown(last(undone))
    assert last(undone).ts == last(answer).ts


def test_what_was_not_understood_opens_the_form_with_the_rest_and_keeps_what_was_typed(stage, bob):
    answer = bob.command("/post add contest on instagram tuesdayish", channel=SOCIAL)

    assert posts(stage) == []
    assert "tuesdayish" in shown(answer.modal)
    assert "/post add contest on instagram tuesdayish" in shown(answer.modal)
    assert "/post add contest on instagram tuesdayish" in shown(last(answer))


def test_the_form_adds_what_is_filled_in(stage, bob):
    bob.command("/post add", channel=SOCIAL)

    answer = bob.submit(
        {"title": "Tea & cake", "platform": "facebook", "day": "2026-11-25", "clock": "16:30", "text": "Come by!"}
    )

    added = post(stage)
    assert (added.title, added.text, added.due.wall, added.due.zone) == (
        "Tea & cake",
        "Come by!",
        "2026-11-25T16:30",
        "Europe/London",
    )
    assert "P1 is added" in shown(answer.modal)


def test_a_form_delivered_twice_adds_one_post(stage, bob):
    bob.command("/post add", channel=SOCIAL)
    view = bob.fill({"title": "Tea", "platform": "facebook"})

    for _ in range(2):
        interactions.send_submission(stage.slack.core, view)

    assert [each.id for each in posts(stage)] == ["P1"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"day": "2026-11-23", "clock": "12:59"}, "day"),
        ({"day": "2026-11-25"}, "clock"),
        ({"clock": "10:00"}, "day"),
        ({"owner": "UGUEST"}, "owner"),
        ({"owner": "UGONE"}, "owner"),
        ({"image": "cat.png"}, "image"),
    ],
)
def test_a_field_that_cannot_be_kept_says_why_and_the_form_stays(stage, bob, values, field):
    bob.command("/post add", channel=SOCIAL)

    answer = bob.submit({"title": "Tea", "platform": "facebook", **values})

    assert list(answer.errors) == [field]
    assert posts(stage) == []


def test_an_idea_needs_a_title_alone(stage, bob):
    answer = bob.command('/post idea "Behind the scenes"', channel=SOCIAL)

    assert post(stage).state is PostState.IDEA
    assert "no date yet" in last(answer).text


def test_somebody_named_without_slacks_help_is_found_by_name(stage, bob):
    bob.command('/post add "Tea" on instagram by @Dan', channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["UDAN"]


# --- showing


def test_alone_the_command_shows_ones_own_posts_by_urgency(stage, bob):
    a_post(stage, title="Today's post", due=_due(hours=3))
    a_post(stage, title="Somebody's", owner="UDAN")

    answer = bob.command("/post", channel=SOCIAL)

    assert last(answer).text == "My posts: 0 late, 1 today, 1 open in all."
    assert "Today's post" in shown(last(answer))
    assert "Somebody's" not in shown(last(answer))
    assert "One open post is somebody else's" in shown(last(answer))


def test_alone_with_nothing_to_do_it_says_what_one_can_do(stage, bob):
    answer = bob.command("/post", channel=SOCIAL)

    assert "post.add" in shown(last(answer))
    assert "no open post" in last(answer).text


def test_a_list_turns_its_pages_in_place(stage, bob):
    for n in range(1, 13):
        a_post(stage, title=f"Number {n}")

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
    a_post(stage, due=_due(days=1))
    a_post(stage, owner="UDAN")
    a_post(stage, due=_due(days=7))

    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert {each for each in ("P1", "P2", "P3") if f"*{each} ·" in shown(last(answer))} == expected


def test_what_a_list_did_not_understand_is_said_above_it(stage, bob):
    answer = bob.command("/post list all quickly", channel=SOCIAL)

    assert "quickly" in last(answer).text


def test_a_card_has_the_text_to_be_copied_whole(stage, bob):
    text = "Win a *year* of tea!\n<https://example.com> & more"
    a_post(stage, text=text)

    answer = bob.command("/post show p1", channel=SOCIAL)

    blocks = [each for each in last(answer).blocks if each["type"] == "rich_text"]
    assert [each["elements"][0]["elements"][0]["text"] for each in blocks] == [text]


def test_a_row_opens_the_card_in_a_modal_and_the_list_stays(stage, bob):
    a_post(stage)
    rows = last(bob.command("/post list", channel=SOCIAL))

    answer = bob.press(rows, "post.more", choice="show:P1")

    assert answer.modal.callback_id == "post.card"
    assert answer.messages == []


def test_the_text_alone_opens_to_be_copied(stage, bob):
    a_post(stage, text="Come by!")
    reminder = _reminder(stage, button("Copy", "post.copy", "P1"))

    assert "Come by!" in shown(bob.press(reminder, "post.copy").modal)


# --- editing


def test_the_edit_form_begins_with_what_stands_and_saves_what_is_changed(stage, bob):
    a_post(stage, text="Come by!", due=_due(days=1))

    bob.command("/post edit P1", channel=SOCIAL)
    answer = bob.submit({"title": "Winter contest"})

    assert (post(stage).title, post(stage).text, post(stage).due) == ("Winter contest", "Come by!", _due(days=1))
    assert "P1 is saved" in shown(answer.modal)
    assert "edited: title" in shown(answer.modal)


def test_who_was_slower_sees_both_versions_and_decides(stage, bob, amy):
    a_post(stage)
    bob.command("/post edit P1", channel=SOCIAL)
    amy.command("/post edit P1", channel=SOCIAL)
    amy.submit({"title": "Amy's title"})

    answer = bob.submit({"title": "Bob's title", "text": "Bob's text"})

    assert post(stage).title == "Amy's title"
    assert "Somebody was faster" in shown(answer.modal)
    assert "Amy's title" in shown(answer.modal)
    assert "Bob's title" in shown(answer.modal)
    assert "Bob's text" in shown(answer.modal)

    bob.submit({"title": "Bob's title"})

    assert post(stage).title == "Bob's title"


def test_a_text_too_long_for_a_form_is_not_cut_by_editing(stage, bob):
    a_post(stage, text="x" * 4000)

    bob.command("/post edit P1", channel=SOCIAL)
    bob.submit({"title": "Other"})

    assert (post(stage).title, len(post(stage).text)) == ("Other", 4000)


def test_a_post_cancelled_while_it_is_edited_refuses_over_the_form(stage, bob, amy):
    a_post(stage)
    bob.command("/post edit P1", channel=SOCIAL)
    _cancel(stage)

    answer = bob.submit({"title": "Other"})

    assert "Somebody was faster" in shown(answer.modal)
    assert post(stage).state is PostState.CANCELLED


# --- publishing


def test_done_with_a_link_publishes_and_can_be_undone(stage, bob):
    a_post(stage)

    answer = bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    assert (post(stage).state, post(stage).link, post(stage).published_by) == (PostState.PUBLISHED, LINK, "UBOB")
    assert "live since" in last(answer).text

    bob.press(last(answer), "post.undo")
    assert (post(stage).state, post(stage).link) == (PostState.DRAFT, "")


def test_done_without_a_number_means_the_post_that_is_due(stage, bob):
    a_post(stage, due=_due(minutes=30))
    a_post(stage, due=_due(days=3))

    bob.command(f"/post done {LINK}", channel=SOCIAL)

    assert [each.state for each in posts(stage)] == [PostState.PUBLISHED, PostState.DRAFT]


def test_done_without_a_number_and_with_several_posts_asks_which(stage, bob):
    a_post(stage)
    a_post(stage, title="Other")
    bob.command(f"/post done {LINK}", channel=SOCIAL)

    bob.submit({"post": "P2"})

    assert [each.link for each in posts(stage)] == ["", LINK]


def test_the_form_takes_a_link_and_an_earlier_moment(stage, bob):
    a_post(stage)
    card = last(bob.command("/post show P1", channel=SOCIAL))

    bob.press(card, "post.done")
    answer = bob.submit({"link": LINK, "day": "2026-11-23", "clock": "09:15"})

    assert post(stage).published_at == datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
    assert "kpi.log" in shown(answer.modal)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "link"),
        ({"link": "https://nowhere"}, "link"),
        ({"link": LINK, "day": "2026-11-24", "clock": "09:00"}, "day"),
    ],
)
def test_the_form_stays_until_it_makes_sense(stage, bob, values, field):
    a_post(stage)
    bob.command("/post done P1", channel=SOCIAL)

    assert list(bob.submit(values).errors) == [field]
    assert post(stage).is_open


def test_a_post_without_a_link_says_why(stage, bob):
    a_post(stage)
    bob.command("/post done P1", channel=SOCIAL)

    answer = bob.submit({"reason": "a story that has ended"})

    assert post(stage).state is PostState.PUBLISHED
    assert "a story that has ended" in shown(answer.modal)


# --- moving, handing over


def test_move_by_text_says_where_it_went_in_both_zones(stage, bob):
    a_post(stage, due=_due(days=1))

    answer = bob.command("/post move P1 friday 16:00", channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-27T16:00"
    assert "P1 is moved to Fri 27 Nov 16:00 (11:00 in " in last(answer).text


def test_a_day_alone_keeps_the_time_of_day(stage, bob):
    a_post(stage, due=_due(days=1))

    bob.command("/post move P1 friday", channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-27T13:00"


def test_the_move_form_begins_where_the_post_stands_and_names_the_zone(stage, bob):
    a_post(stage, due=_due(days=1))

    answer = bob.command("/post move P1", channel=SOCIAL)

    assert "Your time, London" in shown(answer.modal)
    assert list(bob.submit({"day": "2026-11-22"}).errors) == ["day"]
    bob.submit({"day": "2026-11-26"})
    assert post(stage).due.wall == "2026-11-26T13:00"


def test_handing_over_by_text_and_by_form(stage, bob):
    a_post(stage)

    bob.command("/post assign P1 <@UDAN>", channel=SOCIAL)
    assert post(stage).owner_id == "UDAN"

    bob.command("/post assign P1", channel=SOCIAL)
    answer = bob.submit({"owner": "UAMY"})
    assert post(stage).owner_id == "UAMY"
    assert "handed over to <@UAMY>" in shown(answer.modal)


@pytest.mark.parametrize("owner", ["UGUEST", "UGONE", "UAPP"])
def test_nobody_gets_a_post_who_cannot_be_reminded(stage, bob, owner):
    a_post(stage)
    bob.command("/post assign P1", channel=SOCIAL)

    assert list(bob.submit({"owner": owner}).errors) == ["owner"]
    assert post(stage).owner_id == "UBOB"


def test_a_form_opened_before_the_post_was_moved_shows_both_dates(stage, bob, amy):
    a_post(stage, due=_due(days=1))
    bob.command("/post move P1", channel=SOCIAL)
    amy.command("/post move P1 +2 days", channel=SOCIAL)

    answer = bob.submit({"day": "2026-11-30"})

    assert post(stage).due.wall == "2026-11-26T08:00"
    assert "Somebody was faster" in shown(answer.modal)
    assert "2026-11-30" in shown(answer.modal)


# --- cancelling, snoozing


def test_a_typed_cancel_asks_first(stage, bob):
    a_post(stage)

    question = last(bob.command("/post cancel P1 because of rain", channel=SOCIAL))
    assert post(stage).is_open

    answer = bob.press(question, "post.cancel")
    assert post(stage).state is PostState.CANCELLED
    assert "of rain" in post(stage).history[-1].note
    assert "post.undo" in shown(last(answer))


def test_a_cancelled_post_is_reopened(stage, bob):
    a_post(stage, due=_due(days=1))
    _cancel(stage)

    bob.press(last(bob.command("/post show P1", channel=SOCIAL)), "post.reopen")

    assert post(stage).state is PostState.DRAFT


def test_a_press_on_a_reminder_leaves_the_message_to_the_tick(stage, bob):
    a_post(stage, due=_due(minutes=10))
    reminder = _reminder(stage, button("Snooze", "post.snooze", "P1"))

    answer = bob.press(reminder, "post.snooze")

    assert post(stage).snoozed_until == stage.slack.clock.now() + timedelta(hours=1)
    assert (answer.acknowledged, answer.messages, answer.modal) == (True, [], None)


def test_a_late_post_is_put_off_until_tomorrow_morning_of_the_member(stage, bob):
    a_post(stage, due=_due(minutes=1))
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=2))
    card = last(bob.command("/post show P1", channel=SOCIAL))

    bob.press(card, "post.later", choice="morning:P1")

    assert post(stage).snoozed_until == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_undo_is_gone_after_ten_minutes(stage, bob):
    added = last(bob.command('/post add "Tea" on instagram', channel=SOCIAL))
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=10))

    answer = bob.press(added, "post.undo")

    assert post(stage).state is PostState.DRAFT
    assert "nothing of yours to undo" in last(answer).text


# --- who sees what


def test_a_guest_elsewhere_has_no_calendar(stage):
    a_post(stage)

    answer = stage.slack.hand("UGUEST").command("/post show P1", channel="CGENERAL")

    assert "Spring contest" not in shown(last(answer))


def test_a_number_of_another_strategy_is_not_found(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        other = tx.strategies.put(_other(stage))
        by = tx.members.get("UAMY")
    wish = Wish(title="Secret launch", platform=Platform.X)
    add_post(stage.bot.house.store, strategy=other, by=by, now=stage.slack.clock.now(), wish=wish)

    for typed in ("show P1", "edit P1", "move P1 friday 10:00", "assign P1 <@UBOB>", f"done P1 {LINK}", "cancel P1"):
        answer = bob.command(f"/post {typed}", channel=SOCIAL)
        assert "There is no post P1" in last(answer).text
    assert "Secret" not in shown(last(bob.command("/post list all", channel=SOCIAL)))


# --- words


def test_help_is_given_in_the_members_language(stage, bob, amy):
    assert "/post move P12 friday 16:00" in shown(last(bob.command("/post help", channel=SOCIAL)))
    assert "/post déplacer P12 vendredi 16\u00a0h" in shown(last(amy.command("/post aide", channel=SOCIAL)))


def test_a_french_line_is_understood_and_answered_in_french(stage, amy):
    answer = amy.command('/post ajouter "Concours" sur instagram par <@UBOB> mardi 10 h', channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-24T10:00"
    assert "P1 est ajoutée" in last(answer).text


@pytest.mark.parametrize(
    "typed",
    [
        "frobnicate",
        "show",
        "show P99",
        "move P99 friday",
        "done",
        "add " + "x" * 2900,
        'add "' + "&<>" * 60 + '" on instagram',
        "P0",
        "show P" + "9" * 2000,
        "done P1 https://" + "x" * 2500,
        "list list list",
        "edit",
        "assign P1 @nobody",
        "cancel",
        "reopen P99",
        "idea",
        "import",
        "review",
        "approve P99",
        "move P1 yesterday",
        "\u0000 \u202e",
    ],
)
def test_whatever_is_typed_gets_an_answer_that_is_no_apology(stage, bob, typed):
    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert answer.error is None
    assert answer.messages or answer.modal
    assert "our fault" not in answer.text


VERBS = "add|list|show|edit|move|assign|done|cancel|reopen|idea|review|approve|import|export|help|ajouter|liste"
PIECES = "P1|P99|p0|<@UBOB|@dan|instagram|on|sur|by|par|tue|10:00|demain|9h|kind|contest|https://example.com/p|+3 days"
ODD = ('"', "“", "«", "&amp;", "<!channel>", "*", "`", "\u202e", "all", "mine", "this week", "text:", "x" * 400)
WORDS = (*VERBS.split("|"), *PIECES.split("|"), *ODD)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=20), max_size=8).map(" ".join))
def test_no_line_that_can_be_typed_leads_to_silence_or_an_apology(stage, bob, typed):
    if not posts(stage):
        a_post(stage, due=_due(days=2))

    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert answer.error is None
    assert answer.messages or answer.modal
    assert "our fault" not in answer.text


# --- forms from other places


def test_a_reminder_says_that_the_post_is_live_when_somebody_was_faster(stage, bob, amy):
    a_post(stage, due=_due(minutes=10))
    reminder = _reminder(stage, button("Published", "post.done", "P1"))
    amy.command(f"/post done P1 {LINK}", channel=SOCIAL)

    answer = bob.press(reminder, "post.done")

    assert "P1 is live already" in shown(answer.modal)


def test_a_second_link_for_a_post_that_is_live_is_refused_over_the_form(stage, bob, amy):
    a_post(stage)
    bob.command("/post done P1", channel=SOCIAL)
    amy.command(f"/post done P1 {LINK}", channel=SOCIAL)

    answer = bob.submit({"link": "https://example.com/other"})

    assert "published already" in shown(answer.modal)
    assert post(stage).link == LINK


def test_what_was_done_in_a_form_is_undone_in_the_card_that_replaced_it(stage, bob):
    a_post(stage)
    bob.command("/post done P1", channel=SOCIAL)
    card = bob.submit({"link": LINK}).modal

    answer = bob.press(card, "post.undo")

    assert post(stage).state is PostState.DRAFT
    assert "Taken back on P1" in shown(answer.modal)


def test_a_reminder_of_another_strategy_is_answered_on_that_strategy(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        other = tx.strategies.put(_other(stage))
        by = tx.members.get("UBOB")
    wish = Wish(title="Launch", platform=Platform.X)
    add_post(stage.bot.house.store, strategy=other, by=by, now=stage.slack.clock.now(), wish=wish)
    reminder = _reminder(stage, button("Move", "post.move", "P1"))

    bob.press(reminder, "post.move")
    bob.submit({"day": "2026-11-30", "clock": "10:00"})

    assert post(stage).due.wall == "2026-11-30T10:00"


def test_a_guest_cannot_press_on_a_post_of_another_channel(stage):
    a_post(stage)
    elsewhere = stage.bot.house.messenger.post(
        "CCAMPAGNE", Outgoing(text="due", blocks=[actions(button("Cancel", "post.cancel", "P1"))]), key="x"
    )

    answer = stage.slack.hand("UGUEST").press(
        stage.slack.workspace.message(elsewhere.channel_id, elsewhere.ts), "post.cancel"
    )

    assert answer.acknowledged
    assert post(stage).is_open


def _due(**ahead):
    return Due.of(datetime(2026, 11, 23, 13, 0, tzinfo=UTC) + timedelta(**ahead), "Europe/London")


def _cancel(stage) -> None:
    with stage.bot.house.store.transaction() as tx:
        by = tx.members.get("UAMY")
    cancel_post(stage.bot.house.store, strategy=stage.strategy, by=by, now=stage.slack.clock.now(), post_id="P1")


def _reminder(stage, *buttons):
    """A message that everybody who gets it sees alike, as the tick sends it."""
    sent = stage.bot.house.messenger.post(
        "UBOB", Outgoing(text="due", blocks=[actions(*buttons)]), key="due:S1:P1:UBOB:2026-11-23"
    )
    return stage.slack.workspace.message(sent.channel_id, sent.ts)


def _other(stage):
    return replace(stage.strategy, id="S2", name="Other", channel_id="CCAMPAGNE", rev=0)


def test_what_is_left_is_told_while_the_text_is_typed(stage, bob):
    a_post(stage, text="Tea")
    bob.command("/post edit P1", channel=SOCIAL)

    form = bob.press(bob.modal, "post.typing.text", choice="Tea at four").modal
    assert "2,189 characters left" in shown(form) or "2189 characters left" in shown(form)
    over = bob.press(bob.modal, "post.typing.text", choice="x" * 2210).modal

    assert "10 characters too many" in shown(over)
    assert post(stage).text == "Tea"
    bob.submit({"title": "Tea time"})
    assert (post(stage).title, post(stage).text) == ("Tea time", "x" * 2210)


def test_a_new_post_counts_once_its_platform_is_known(stage, bob):
    bob.command("/post add", channel=SOCIAL)
    bob.press(bob.modal, "post.typing.text", choice="Tea")
    assert "characters left" not in shown(bob.modal)

    bob.fill({"platform": "x"})
    bob.press(bob.modal, "post.typing.text", choice="Tea at https://example.com/a/very/long/address")

    assert "250 characters left" in shown(bob.modal)
