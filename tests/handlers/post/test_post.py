"""`/post` as its members meet it: any words, in their language, and presses from other places."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from bot.ports import Outgoing
from bot.services.post.adding import Wish, add_post
from handlers.views.kit import actions, button
from tests.builders import add_post_on
from tests.handlers.posting import LINK, SOCIAL, a_reminder, another_strategy, due_in, last, post, posts, shown


def put(stage, **more) -> None:
    """P1 as it is to be found, whatever it was; Bob's unless somebody else is named."""
    if not posts(stage):
        add_post_on(stage)
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), **more))


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
        add_post_on(stage, due=due_in(days=2))

    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert answer.error is None
    assert answer.messages or answer.modal
    assert "our fault" not in answer.text


# --- what is offered to whom


def test_a_guest_is_offered_nothing_that_guests_cannot_do(stage):
    stage.slack.join("UGUEST", SOCIAL)

    card = last(stage.slack.hand("UGUEST").command('/post idée "Recette" sur instagram', channel=SOCIAL))

    assert "Recette" in shown(card)
    assert "action_id" not in shown(card)


@pytest.mark.parametrize("typed", ["add", 'add "Tea" on instagram tuesdayish text: A long text'])
def test_a_guest_is_told_of_ideas_before_a_form_is_filled_in(stage, typed):
    stage.slack.join("UGUEST", SOCIAL)

    answer = stage.slack.hand("UGUEST").command(f"/post {typed}", channel=SOCIAL)

    assert answer.modal is None
    assert "/post idée" in answer.text
    assert typed in shown(last(answer)).replace('\\"', '"')


@pytest.mark.parametrize("state", [PostState.DRAFT, PostState.IDEA, PostState.CANCELLED])
def test_the_card_of_a_post_in_other_hands_offers_nothing_that_would_be_refused(stage, state):
    put(stage, state=state)

    assert "action_id" not in shown(last(stage.slack.hand("UINES").command("/post show P1", channel=SOCIAL)))


def test_a_published_post_in_other_hands_takes_numbers_copies_and_corrections_from_anybody_of_the_team(stage):
    stage.slack.join("UGUEST", SOCIAL)
    put(stage, state=PostState.PUBLISHED)
    card = last(stage.slack.hand("UINES").command("/post show P1", channel=SOCIAL))

    offered = set(re.findall(r'"action_id": "([^"]*)"', shown(card)))
    assert offered == {"kpi.log", "post.copy-to", "correction.new"}
    assert "action_id" not in shown(last(stage.slack.hand("UGUEST").command("/post show P1", channel=SOCIAL)))


@pytest.mark.parametrize("verb", ["edit", "move", "assign", "done", "cancel", "review", "serves"])
def test_no_form_opens_that_would_only_be_refused(stage, verb):
    put(stage)

    answer = stage.slack.hand("UINES").command(f"/post {verb} P1", channel=SOCIAL)

    assert answer.modal is None
    assert "<@UBOB>" in answer.text
    assert f"/post {verb} P1" in shown(last(answer))


@pytest.mark.parametrize("action", ["done", "move", "assign", "edit", "review", "details", "rewrite", "keep-echo"])
def test_no_button_that_everybody_sees_opens_a_form_that_would_only_be_refused(stage, action):
    put(stage)
    reminder = a_reminder(stage, button("Do it", f"post.{action}", "P1"))

    answer = stage.slack.hand("UINES").press(reminder, f"post.{action}")

    assert answer.modal is None
    assert "<@UBOB>" in answer.text


def test_the_right_is_asked_again_when_the_form_is_sent(stage, bob):
    put(stage)
    bob.command("/post edit P1", channel=SOCIAL)
    put(stage, owner_id="UDAN", created_by="UDAN")

    answer = bob.submit({"title": "Mine"})

    assert "<@UDAN>" in shown(answer.modal)
    assert post(stage).title == "Spring contest"


@pytest.mark.parametrize("typed", ["edit P1", "edit P1 text: All new"])
def test_a_cancelled_post_is_reopened_before_it_is_edited(stage, bob, typed):
    put(stage, state=PostState.CANCELLED)

    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert answer.modal is None
    assert "P1 is cancelled. Reopen it first" in answer.text
    assert typed in shown(last(answer))
    bob.press(last(answer), "post.reopen")
    assert post(stage).is_open


def test_the_form_of_a_post_that_was_cancelled_meanwhile_stays_below_the_way_out(stage, bob):
    put(stage)
    bob.command("/post edit P1", channel=SOCIAL)
    put(stage, state=PostState.CANCELLED)

    answer = bob.submit({"title": "Mine"})

    assert "Reopen it first" in shown(answer.modal)
    bob.press(answer.modal, "post.reopen")
    assert post(stage).is_open


# --- forms from other places


def test_a_reminder_says_that_the_post_is_live_when_somebody_was_faster(stage, bob, amy):
    add_post_on(stage, due=due_in(minutes=10))
    reminder = a_reminder(stage, button("Published", "post.done", "P1"))
    amy.command(f"/post done P1 {LINK}", channel=SOCIAL)

    answer = bob.press(reminder, "post.done")

    assert "P1 is live already" in shown(answer.modal)


def test_a_second_link_for_a_post_that_is_live_is_refused_over_the_form(stage, bob, amy):
    add_post_on(stage)
    bob.command("/post done P1", channel=SOCIAL)
    amy.command(f"/post done P1 {LINK}", channel=SOCIAL)

    answer = bob.submit({"link": "https://example.com/other"})

    assert "published already" in shown(answer.modal)
    assert post(stage).link == LINK


def test_what_was_done_in_a_form_is_undone_in_the_card_that_replaced_it(stage, bob):
    add_post_on(stage)
    bob.command("/post done P1", channel=SOCIAL)
    card = bob.submit({"link": LINK}).modal

    answer = bob.press(card, "post.undo")

    assert post(stage).state is PostState.DRAFT
    assert "Undone on P1" in shown(answer.modal)


def test_a_reminder_of_another_strategy_is_answered_on_that_strategy(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        other = tx.strategies.put(another_strategy(stage))
        by = tx.members.get("UBOB")
    wish = Wish(title="Launch", platform=Platform.X)
    add_post(stage.bot.house.store, strategy=other, by=by, now=stage.slack.clock.now(), wish=wish)
    reminder = a_reminder(stage, button("Move", "post.move", "P1"))

    bob.press(reminder, "post.move")
    bob.submit({"day": "2026-11-30", "clock": "10:00"})

    assert post(stage).due.wall == "2026-11-30T10:00"


def test_a_guest_cannot_press_on_a_post_of_another_channel(stage):
    add_post_on(stage)
    elsewhere = stage.bot.house.messenger.post(
        "CCAMPAGNE", Outgoing(text="due", blocks=[actions(button("Cancel", "post.cancel", "P1"))]), key="x"
    )

    answer = stage.slack.hand("UGUEST").press(
        stage.slack.workspace.message(elsewhere.channel_id, elsewhere.ts), "post.cancel"
    )

    assert answer.acknowledged
    assert post(stage).is_open
